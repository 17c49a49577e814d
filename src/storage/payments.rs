//! Payments, refunds and means: what the database knows of the money.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{orders, payment};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::desk::alarmed;
use super::{StorageError, Tx, member, within};
use crate::domain::actor::Reach;
use crate::domain::ids::{CustomerId, OrderId, PaymentId};
use crate::domain::money::{Currency, Money};
use crate::domain::payment::{MethodKind, Payment, PaymentState};

pub(super) fn money(
    table: &'static str,
    amount: i64,
    currency: &str,
) -> Result<Money, StorageError> {
    Ok(Money::new(amount, member(table, "currency", currency, Currency::parse)?))
}

pub(super) fn value(row: payment::Model) -> Result<Payment, StorageError> {
    Ok(Payment {
        id: PaymentId(row.id),
        order_id: OrderId(row.order_id),
        customer_id: CustomerId(row.customer_id),
        method: member("payment", "method", &row.method, MethodKind::parse)?,
        amount: money("payment", row.amount, &row.currency)?,
        token: row.token,
        state: member("payment", "state", &row.state, PaymentState::parse)?,
        client_key: row.client_key,
        request_hash: row.request_hash,
        gateway_key: row.gateway_key,
        gateway_reference: row.gateway_reference,
        action_url: row.action_url,
        failure_code: row.failure_code,
        settled_by: row.settled_by,
        contradiction: row.contradiction,
        surplus: row.surplus,
        unclear_since: row.unclear_since,
        refund_reserved: row.refund_reserved,
        attempts: row.attempts,
        next_check_at: row.next_check_at,
        created_at: row.created_at,
        settled_at: row.settled_at,
        version: row.version,
    })
}

fn changed(it: &Payment) -> payment::ActiveModel {
    payment::ActiveModel {
        state: Set(it.state.name().to_owned()),
        gateway_reference: Set(it.gateway_reference.clone()),
        action_url: Set(it.action_url.clone()),
        failure_code: Set(it.failure_code.clone()),
        settled_by: Set(it.settled_by.clone()),
        contradiction: Set(it.contradiction.clone()),
        surplus: Set(it.surplus),
        unclear_since: Set(it.unclear_since),
        alarmed_at: alarmed(it.unclear_since),
        attempts: Set(it.attempts),
        next_check_at: Set(it.next_check_at),
        settled_at: Set(it.settled_at),
        ..Default::default()
    }
}

pub async fn insert(tx: &Tx, it: &Payment) -> Result<(), StorageError> {
    let row = payment::ActiveModel {
        id: Set(it.id.0),
        order_id: Set(it.order_id.0),
        customer_id: Set(it.customer_id.0),
        method: Set(it.method.name().to_owned()),
        amount: Set(it.amount.minor),
        currency: Set(it.amount.currency.code().to_owned()),
        token: Set(it.token.clone()),
        client_key: Set(it.client_key.clone()),
        request_hash: Set(it.request_hash.clone()),
        gateway_key: Set(it.gateway_key.clone()),
        refund_reserved: Set(0),
        lease_until: Set(None),
        created_at: Set(it.created_at),
        version: Set(1),
        ..changed(it)
    };
    payment::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// Writes what has changed, if nobody else has changed it since it was read.
pub async fn save(tx: &Tx, it: &mut Payment) -> Result<(), StorageError> {
    let row = payment::ActiveModel {
        version: Set(it.version + 1),
        lease_until: Set(None),
        ..changed(it)
    };
    let done = payment::Entity::update_many()
        .set(row)
        .filter(payment::Column::Id.eq(it.id.0))
        .filter(payment::Column::Version.eq(it.version))
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
    id: PaymentId,
) -> Result<Option<Payment>, StorageError> {
    Ok(many(db, reach, &[id]).await?.pop())
}

/// By id, within reach, in no particular order.
pub async fn many(
    db: &impl ConnectionTrait,
    reach: Reach,
    ids: &[PaymentId],
) -> Result<Vec<Payment>, StorageError> {
    let rows = payment::Entity::find()
        .filter(payment::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .filter(within(payment::Column::CustomerId, reach))
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}

/// By the key towards the provider: what a provider's own page, and its events, know it by.
pub async fn by_gateway_key(
    db: &impl ConnectionTrait,
    key: &str,
) -> Result<Option<Payment>, StorageError> {
    let row = payment::Entity::find().filter(payment::Column::GatewayKey.eq(key)).one(db).await?;
    row.map(value).transpose()
}

/// The payment that an idempotency key has made.
pub async fn by_client_key(
    db: &impl ConnectionTrait,
    customer: CustomerId,
    key: &str,
) -> Result<Option<Payment>, StorageError> {
    let row = payment::Entity::find()
        .filter(payment::Column::CustomerId.eq(customer.0))
        .filter(payment::Column::ClientKey.eq(key))
        .one(db)
        .await?;
    row.map(value).transpose()
}

/// Payments of several orders, the oldest first.
pub async fn of_orders(
    db: &impl ConnectionTrait,
    orders: &[OrderId],
) -> Result<Vec<Payment>, StorageError> {
    let rows = payment::Entity::find()
        .filter(payment::Column::OrderId.is_in(orders.iter().map(|id| id.0)))
        .order_by_asc(payment::Column::CreatedAt)
        .order_by_asc(payment::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}

fn live_states() -> impl Iterator<Item = &'static str> {
    PaymentState::ALL.iter().filter(|state| state.is_live()).map(|state| state.name())
}

/// Of an order in a statement over orders: nothing is on its way, nothing has come.
pub(super) fn no_live_payment() -> SimpleExpr {
    let live = Query::select()
        .expr(Expr::val(1))
        .from(payment::Entity)
        .and_where(
            Expr::col((payment::Entity, payment::Column::OrderId))
                .equals((orders::Entity, orders::Column::Id)),
        )
        .and_where(Expr::col((payment::Entity, payment::Column::State)).is_in(live_states()))
        .and_where(Expr::col((payment::Entity, payment::Column::Surplus)).eq(false))
        .to_owned();
    Expr::exists(live).not()
}

/// Takes room for a refund out of a payment: `false` when there is not so much left of it.
pub async fn reserve(tx: &Tx, id: PaymentId, amount: i64) -> Result<bool, StorageError> {
    let reserved = || Expr::col(payment::Column::RefundReserved);
    let done = payment::Entity::update_many()
        .col_expr(payment::Column::RefundReserved, reserved().add(amount))
        .filter(payment::Column::Id.eq(id.0))
        .filter(reserved().add(amount).lte(Expr::col(payment::Column::Amount)))
        .exec(tx.db())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Whether a job is asking about it.
pub async fn is_leased(tx: &Tx, id: PaymentId) -> Result<bool, StorageError> {
    let leased = payment::Entity::find_by_id(id.0)
        .filter(payment::Column::LeaseUntil.gt(tx.now))
        .one(tx.db())
        .await?;
    Ok(leased.is_some())
}

/// Payments that are due to be asked about, each leased for a time in which only one job asks.
pub async fn lease_due(
    tx: &Tx,
    lease: TimeDelta,
    limit: u64,
) -> Result<Vec<Payment>, StorageError> {
    let due: Vec<Uuid> = payment::Entity::find()
        .select_only()
        .column(payment::Column::Id)
        .filter(payment::Column::NextCheckAt.lte(tx.now))
        .filter(payment::Column::LeaseUntil.is_null().or(payment::Column::LeaseUntil.lte(tx.now)))
        .order_by_asc(payment::Column::NextCheckAt)
        .limit(limit)
        .into_tuple()
        .all(tx.db())
        .await?;
    let mut leased = Vec::new();
    for id in due {
        let rows = payment::Entity::update_many()
            .set(payment::ActiveModel {
                lease_until: Set(Some(tx.now + lease)),
                ..Default::default()
            })
            .filter(payment::Column::Id.eq(id))
            .filter(
                payment::Column::LeaseUntil.is_null().or(payment::Column::LeaseUntil.lte(tx.now)),
            )
            .exec_with_returning(tx.db())
            .await?;
        for row in rows {
            leased.push(value(row)?);
        }
    }
    Ok(leased)
}

/// When the next payment is due to be asked about.
pub async fn next_due(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, StorageError> {
    let row = payment::Entity::find()
        .filter(payment::Column::NextCheckAt.is_not_null())
        .order_by_asc(payment::Column::NextCheckAt)
        .one(db)
        .await?;
    Ok(row.and_then(|row| row.next_check_at))
}
