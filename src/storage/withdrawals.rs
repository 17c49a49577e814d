//! Statements of withdrawal, and the lines they are from.

use entity::{withdrawal, withdrawal_line};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{StorageError, Tx, member, within};
use crate::domain::actor::Reach;
use crate::domain::ids::{CustomerId, LineId, OrderId, WithdrawalId};
use crate::domain::withdrawal::{Withdrawal, WithdrawalReason};

/// Writes a statement and its lines. A line that was withdrawn from before is a duplicate.
pub async fn insert(
    tx: &Tx,
    customer: CustomerId,
    it: &Withdrawal,
    client_key: &str,
    request_hash: &str,
) -> Result<(), StorageError> {
    let row = withdrawal::ActiveModel {
        id: Set(it.id.0),
        order_id: Set(it.order_id.0),
        customer_id: Set(customer.0),
        received_at: Set(it.received_at),
        name: Set(it.name.clone()),
        email: Set(it.email.clone()),
        reason: Set(it.reason.map(|reason| reason.name().to_owned())),
        comment: Set(it.comment.clone()),
        refund_to_balance_at: Set(it.refund_to_balance_at),
        client_key: Set(client_key.to_owned()),
        request_hash: Set(request_hash.to_owned()),
    };
    withdrawal::Entity::insert(row).exec_without_returning(tx.db()).await?;
    let lines = it.line_ids.iter().map(|line| withdrawal_line::ActiveModel {
        line_id: Set(line.0),
        withdrawal_id: Set(it.id.0),
    });
    withdrawal_line::Entity::insert_many(lines).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// The statement that an idempotency key has made, with the hash of its input.
pub async fn by_client_key(
    db: &impl ConnectionTrait,
    customer: CustomerId,
    key: &str,
) -> Result<Option<(Withdrawal, String)>, StorageError> {
    let row = withdrawal::Entity::find()
        .filter(withdrawal::Column::CustomerId.eq(customer.0))
        .filter(withdrawal::Column::ClientKey.eq(key))
        .one(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let hash = row.request_hash.clone();
    Ok(with_lines(db, vec![row]).await?.pop().map(|it| (it, hash)))
}

/// Statements about several orders, the oldest first.
pub async fn of_orders(
    db: &impl ConnectionTrait,
    orders: &[OrderId],
) -> Result<Vec<Withdrawal>, StorageError> {
    let rows = withdrawal::Entity::find()
        .filter(withdrawal::Column::OrderId.is_in(orders.iter().map(|id| id.0)))
        .order_by_asc(withdrawal::Column::ReceivedAt)
        .all(db)
        .await?;
    with_lines(db, rows).await
}

/// By id, within reach, in no particular order.
pub async fn many(
    db: &impl ConnectionTrait,
    reach: Reach,
    ids: &[WithdrawalId],
) -> Result<Vec<Withdrawal>, StorageError> {
    let rows = withdrawal::Entity::find()
        .filter(withdrawal::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .filter(within(withdrawal::Column::CustomerId, reach))
        .all(db)
        .await?;
    with_lines(db, rows).await
}

async fn with_lines(
    db: &impl ConnectionTrait,
    rows: Vec<withdrawal::Model>,
) -> Result<Vec<Withdrawal>, StorageError> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let lines = withdrawal_line::Entity::find()
        .filter(withdrawal_line::Column::WithdrawalId.is_in(rows.iter().map(|row| row.id)))
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let reason =
                |text: String| member("withdrawal", "reason", &text, WithdrawalReason::parse);
            let own = lines.iter().filter(|line| line.withdrawal_id == row.id);
            Ok(Withdrawal {
                id: WithdrawalId(row.id),
                order_id: OrderId(row.order_id),
                received_at: row.received_at,
                line_ids: own.map(|line| LineId(line.line_id)).collect(),
                reason: row.reason.map(reason).transpose()?,
                name: row.name,
                email: row.email,
                comment: row.comment,
                refund_to_balance_at: row.refund_to_balance_at,
            })
        })
        .collect()
}
