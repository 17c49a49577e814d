//! Reading the ledger, as it is: what is in it may be damaged.

use entity::{credit, ledger_entry, payment, refund, transfer};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::StorageError;

/// One side of a booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booked {
    pub id: i64,
    /// The payment, the refund, the credit or the transfer.
    pub source: Uuid,
    pub kind: String,
    pub account: String,
    /// Whose account it is, if each customer has one.
    pub customer: Option<Uuid>,
    pub is_debit: bool,
    pub amount: i64,
    pub currency: String,
}

fn value(row: ledger_entry::Model) -> Booked {
    Booked {
        id: row.id,
        source: row.source_id,
        kind: row.kind,
        account: row.account,
        customer: row.customer_id,
        is_debit: row.side == "DEBIT",
        amount: row.amount,
        currency: row.currency,
    }
}

/// What is booked of these payments and refunds, the oldest first.
pub async fn of_sources(
    db: &impl ConnectionTrait,
    sources: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<Booked>, StorageError> {
    let rows = ledger_entry::Entity::find()
        .filter(ledger_entry::Column::SourceId.is_in(sources))
        .order_by_asc(ledger_entry::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(value).collect())
}

/// All of it in its order, `limit` rows at most.
pub async fn after(
    db: &impl ConnectionTrait,
    last: i64,
    limit: u64,
) -> Result<Vec<Booked>, StorageError> {
    let rows = ledger_entry::Entity::find()
        .filter(ledger_entry::Column::Id.gt(last))
        .order_by_asc(ledger_entry::Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(value).collect())
}

/// Which of these are payments, refunds, credits or transfers.
pub async fn known(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Uuid>, StorageError> {
    let payments = payment::Entity::find()
        .select_only()
        .column(payment::Column::Id)
        .filter(payment::Column::Id.is_in(ids.iter().copied()));
    let refunds = refund::Entity::find()
        .select_only()
        .column(refund::Column::Id)
        .filter(refund::Column::Id.is_in(ids.iter().copied()));
    let mut known: Vec<Uuid> = payments.into_tuple().all(db).await?;
    known.extend(refunds.into_tuple::<Uuid>().all(db).await?);
    let credits = credit::Entity::find()
        .select_only()
        .column(credit::Column::Id)
        .filter(credit::Column::Id.is_in(ids.iter().copied()));
    known.extend(credits.into_tuple::<Uuid>().all(db).await?);
    let transfers = transfer::Entity::find()
        .select_only()
        .column(transfer::Column::Id)
        .filter(transfer::Column::Id.is_in(ids.iter().copied()));
    known.extend(transfers.into_tuple::<Uuid>().all(db).await?);
    Ok(known)
}

/// Which of these are keys of ours towards a provider.
pub async fn known_keys(
    db: &impl ConnectionTrait,
    keys: &[&str],
) -> Result<Vec<String>, StorageError> {
    let payments = payment::Entity::find()
        .select_only()
        .column(payment::Column::GatewayKey)
        .filter(payment::Column::GatewayKey.is_in(keys.iter().copied()));
    let refunds = refund::Entity::find()
        .select_only()
        .column(refund::Column::GatewayKey)
        .filter(refund::Column::GatewayKey.is_in(keys.iter().copied()));
    let mut known: Vec<String> = payments.into_tuple().all(db).await?;
    known.extend(refunds.into_tuple::<String>().all(db).await?);
    Ok(known)
}
