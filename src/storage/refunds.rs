//! Refunds, and the ledger that both kinds of money are booked in.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{ledger_entry, refund};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::desk::alarmed;
use super::payments::money;
use super::{StorageError, Tx, member, within};
use crate::domain::actor::Reach;
use crate::domain::ids::{
    CreditId, CustomerId, OrderId, PaymentId, RefundId, TransferId, WithdrawalId,
};
use crate::domain::money::Money;
use crate::domain::payment::{Refund, RefundRoute, RefundState};
use crate::domain::transfer::Payout;

pub(super) fn value(row: refund::Model) -> Result<Refund, StorageError> {
    Ok(Refund {
        id: RefundId(row.id),
        order_id: OrderId(row.order_id),
        customer_id: CustomerId(row.customer_id),
        payment_id: PaymentId(row.payment_id),
        withdrawal_id: row.withdrawal_id.map(WithdrawalId),
        amount: money("refund", row.amount, &row.currency)?,
        state: member("refund", "state", &row.state, RefundState::parse)?,
        gateway_key: row.gateway_key,
        retry_of: row.retry_of.map(RefundId),
        due_by: row.due_by,
        settled_by: row.settled_by,
        contradiction: row.contradiction,
        unclear_since: row.unclear_since,
        route: member("refund", "route", &row.route, RefundRoute::parse)?,
        payout: row
            .payout_reference
            .zip(row.payout_on)
            .zip(row.payout_key.zip(row.payout_hash))
            .map(|((reference, paid_on), (key, request_hash))| Payout {
                reference,
                paid_on,
                key,
                request_hash,
            }),
        attempts: row.attempts,
        next_check_at: row.next_check_at,
        created_at: row.created_at,
        settled_at: row.settled_at,
        version: row.version,
    })
}

pub async fn insert(tx: &Tx, it: &Refund) -> Result<(), StorageError> {
    let row = refund::ActiveModel {
        id: Set(it.id.0),
        order_id: Set(it.order_id.0),
        customer_id: Set(it.customer_id.0),
        payment_id: Set(it.payment_id.0),
        withdrawal_id: Set(it.withdrawal_id.map(|id| id.0)),
        amount: Set(it.amount.minor),
        currency: Set(it.amount.currency.code().to_owned()),
        state: Set(it.state.name().to_owned()),
        gateway_key: Set(it.gateway_key.clone()),
        retry_of: Set(it.retry_of.map(|id| id.0)),
        due_by: Set(it.due_by),
        settled_by: Set(it.settled_by.clone()),
        contradiction: Set(it.contradiction.clone()),
        unclear_since: Set(it.unclear_since),
        alarmed_at: alarmed(it.unclear_since),
        route: Set(it.route.name().to_owned()),
        attempts: Set(it.attempts),
        next_check_at: Set(it.next_check_at),
        lease_until: Set(None),
        created_at: Set(it.created_at),
        settled_at: Set(it.settled_at),
        version: Set(1),
        ..Default::default()
    };
    refund::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// Writes what has changed, if nobody else has changed it since it was read.
pub async fn save(tx: &Tx, it: &mut Refund) -> Result<(), StorageError> {
    let row = refund::ActiveModel {
        state: Set(it.state.name().to_owned()),
        settled_by: Set(it.settled_by.clone()),
        contradiction: Set(it.contradiction.clone()),
        unclear_since: Set(it.unclear_since),
        alarmed_at: alarmed(it.unclear_since),
        payout_reference: Set(it.payout.as_ref().map(|it| it.reference.clone())),
        payout_on: Set(it.payout.as_ref().map(|it| it.paid_on)),
        payout_key: Set(it.payout.as_ref().map(|it| it.key.clone())),
        payout_hash: Set(it.payout.as_ref().map(|it| it.request_hash.clone())),
        attempts: Set(it.attempts),
        next_check_at: Set(it.next_check_at),
        settled_at: Set(it.settled_at),
        lease_until: Set(None),
        version: Set(it.version + 1),
        ..Default::default()
    };
    let done = refund::Entity::update_many()
        .set(row)
        .filter(refund::Column::Id.eq(it.id.0))
        .filter(refund::Column::Version.eq(it.version))
        .exec(tx.db())
        .await?;
    if done.rows_affected != 1 {
        return Err(StorageError::Stale);
    }
    it.version += 1;
    Ok(())
}

pub async fn find(
    db: &impl ConnectionTrait,
    reach: Reach,
    id: RefundId,
) -> Result<Option<Refund>, StorageError> {
    Ok(many(db, reach, &[id]).await?.pop())
}

/// By id, within reach, in no particular order.
pub async fn many(
    db: &impl ConnectionTrait,
    reach: Reach,
    ids: &[RefundId],
) -> Result<Vec<Refund>, StorageError> {
    let rows = refund::Entity::find()
        .filter(refund::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .filter(within(refund::Column::CustomerId, reach))
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}

/// The other attempt at a refund that failed, if there is one.
pub async fn retry_of(
    db: &impl ConnectionTrait,
    id: RefundId,
) -> Result<Option<Refund>, StorageError> {
    let row = refund::Entity::find().filter(refund::Column::RetryOf.eq(id.0)).one(db).await?;
    row.map(value).transpose()
}

/// By the key towards the provider: what the provider's events know it by.
pub async fn by_gateway_key(
    db: &impl ConnectionTrait,
    key: &str,
) -> Result<Option<Refund>, StorageError> {
    let row = refund::Entity::find().filter(refund::Column::GatewayKey.eq(key)).one(db).await?;
    row.map(value).transpose()
}

/// The refund that an operator recorded with this key.
pub async fn by_payout_key(
    db: &impl ConnectionTrait,
    key: &str,
) -> Result<Option<Refund>, StorageError> {
    let row = refund::Entity::find().filter(refund::Column::PayoutKey.eq(key)).one(db).await?;
    row.map(value).transpose()
}

/// Refunds of several orders, the oldest first.
pub async fn of_orders(
    db: &impl ConnectionTrait,
    orders: &[OrderId],
) -> Result<Vec<Refund>, StorageError> {
    let rows = refund::Entity::find()
        .filter(refund::Column::OrderId.is_in(orders.iter().map(|id| id.0)))
        .order_by_asc(refund::Column::CreatedAt)
        .order_by_asc(refund::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}

/// Whether a job is asking about it.
pub async fn is_leased(tx: &Tx, id: RefundId) -> Result<bool, StorageError> {
    let leased = refund::Entity::find_by_id(id.0)
        .filter(refund::Column::LeaseUntil.gt(tx.now))
        .one(tx.db())
        .await?;
    Ok(leased.is_some())
}

/// Refunds that are due to be sent or asked about, each leased for a time in which only one job does.
pub async fn lease_due(tx: &Tx, lease: TimeDelta, limit: u64) -> Result<Vec<Refund>, StorageError> {
    let free = || refund::Column::LeaseUntil.is_null().or(refund::Column::LeaseUntil.lte(tx.now));
    let due: Vec<Uuid> = refund::Entity::find()
        .select_only()
        .column(refund::Column::Id)
        .filter(refund::Column::NextCheckAt.lte(tx.now))
        .filter(free())
        .order_by_asc(refund::Column::NextCheckAt)
        .limit(limit)
        .into_tuple()
        .all(tx.db())
        .await?;
    let lease =
        refund::ActiveModel { lease_until: Set(Some(tx.now + lease)), ..Default::default() };
    let rows = refund::Entity::update_many()
        .set(lease)
        .filter(refund::Column::Id.is_in(due))
        .filter(free())
        .exec_with_returning(tx.db())
        .await?;
    rows.into_iter().map(value).collect()
}

/// What an amount was moved by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Booking {
    /// Money that came: the customer has paid with it.
    Capture(PaymentId, Holder),
    /// Money that went back.
    Refund(RefundId, Holder),
    /// A transfer that came, whatever it turns out to be for.
    Arrival(TransferId),
    /// Money that came for a customer's balance; below zero, that was taken off it.
    Credit(CreditId, CustomerId),
}

/// Where money comes from, and goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The payment provider, or the bank.
    Provider,
    /// What has come by transfers and waits to become payments.
    Deposit,
    /// A customer's balance with us.
    Balance(CustomerId),
}

/// Whose debt is meant: the ledger has an account for each.
#[derive(Clone, Copy)]
enum Account {
    Held(Holder),
    Customer,
}

impl Account {
    fn name(self) -> &'static str {
        match self {
            Self::Held(Holder::Provider) => "PROVIDER",
            Self::Held(Holder::Deposit) => "DEPOSIT",
            Self::Held(Holder::Balance(_)) => "BALANCE",
            Self::Customer => "CUSTOMER",
        }
    }

    fn owner(self) -> Option<CustomerId> {
        match self {
            Self::Held(Holder::Balance(customer)) => Some(customer),
            Self::Held(Holder::Provider | Holder::Deposit) | Self::Customer => None,
        }
    }
}

/// Books an amount on both sides. The same booking a second time is a duplicate.
pub async fn book(tx: &Tx, booking: Booking, amount: Money) -> Result<(), StorageError> {
    use Account::{Customer, Held};
    let mut booked = amount.minor;
    let (source_type, source_id, kind, sides) = match booking {
        Booking::Capture(id, from) => {
            ("PAYMENT", id.0, "CAPTURE", [(Held(from), "DEBIT"), (Customer, "CREDIT")])
        }
        Booking::Refund(id, to) => {
            ("REFUND", id.0, "REFUND", [(Held(to), "CREDIT"), (Customer, "DEBIT")])
        }
        Booking::Arrival(id) => {
            let sides = [(Held(Holder::Provider), "DEBIT"), (Held(Holder::Deposit), "CREDIT")];
            ("TRANSFER", id.0, "ARRIVAL", sides)
        }
        Booking::Credit(id, owner) => {
            let (bank, purse) = (Held(Holder::Provider), Held(Holder::Balance(owner)));
            let sides = match amount.minor {
                ..0 => {
                    booked = -booked;
                    [(purse, "DEBIT"), (bank, "CREDIT")]
                }
                _ => [(bank, "DEBIT"), (purse, "CREDIT")],
            };
            ("CREDIT", id.0, "CREDIT", sides)
        }
    };
    let rows = sides.map(|(account, side)| ledger_entry::ActiveModel {
        id: NotSet,
        source_type: Set(source_type.to_owned()),
        source_id: Set(source_id),
        kind: Set(kind.to_owned()),
        account: Set(account.name().to_owned()),
        customer_id: Set(account.owner().map(|id| id.0)),
        side: Set(side.to_owned()),
        amount: Set(booked),
        currency: Set(amount.currency.code().to_owned()),
        at: Set(tx.now),
    });
    ledger_entry::Entity::insert_many(rows).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// When the next refund is due to be sent or asked about.
pub async fn next_due(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, StorageError> {
    let row = refund::Entity::find()
        .filter(refund::Column::NextCheckAt.is_not_null())
        .order_by_asc(refund::Column::NextCheckAt)
        .one(db)
        .await?;
    Ok(row.and_then(|row| row.next_check_at))
}
