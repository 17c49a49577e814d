//! Bank transfers as operators saw them arrive: each once, whatever becomes of its money.

use entity::transfer;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::payments::money;
use super::{StorageError, Tx};
use crate::domain::ids::{OrderId, PaymentId, TransferId};
use crate::domain::transfer::Transfer;

fn value(row: transfer::Model) -> Result<Transfer, StorageError> {
    Ok(Transfer {
        id: TransferId(row.id),
        order_id: OrderId(row.order_id),
        payment_id: PaymentId(row.payment_id),
        amount: money("transfer", row.amount, &row.currency)?,
        reference: row.reference,
        received_at: row.received_at,
        client_key: row.client_key,
        request_hash: row.request_hash,
        recorded_by: row.recorded_by,
        created_at: row.created_at,
    })
}

/// Writes a transfer. A key or a reference that is there already is a duplicate.
pub async fn insert(tx: &Tx, it: &Transfer) -> Result<(), StorageError> {
    let row = transfer::ActiveModel {
        id: Set(it.id.0),
        order_id: Set(it.order_id.0),
        payment_id: Set(it.payment_id.0),
        reference: Set(it.reference.clone()),
        amount: Set(it.amount.minor),
        currency: Set(it.amount.currency.code().to_owned()),
        received_at: Set(it.received_at),
        client_key: Set(it.client_key.clone()),
        request_hash: Set(it.request_hash.clone()),
        recorded_by: Set(it.recorded_by.clone()),
        created_at: Set(it.created_at),
    };
    transfer::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// The transfer that was recorded with this key.
pub async fn by_client_key(
    db: &impl ConnectionTrait,
    key: &str,
) -> Result<Option<Transfer>, StorageError> {
    let query = transfer::Entity::find().filter(transfer::Column::ClientKey.eq(key));
    query.one(db).await?.map(value).transpose()
}

/// By what the bank calls it.
pub async fn by_reference(
    db: &impl ConnectionTrait,
    reference: &str,
) -> Result<Option<Transfer>, StorageError> {
    let query = transfer::Entity::find().filter(transfer::Column::Reference.eq(reference));
    query.one(db).await?.map(value).transpose()
}

/// Transfers of several orders, the oldest first.
pub async fn of_orders(
    db: &impl ConnectionTrait,
    orders: &[OrderId],
) -> Result<Vec<Transfer>, StorageError> {
    let rows = transfer::Entity::find()
        .filter(transfer::Column::OrderId.is_in(orders.iter().map(|id| id.0)))
        .order_by_asc(transfer::Column::CreatedAt)
        .order_by_asc(transfer::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}
