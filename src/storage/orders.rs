//! Orders with their lines, always within somebody's reach.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{order_line, orders};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{StorageError, Tx, history, order_rows, within};
use crate::domain::actor::Reach;
use crate::domain::ids::{CustomerId, OrderId};
use crate::domain::number::OrderNumber;
use crate::domain::order::{Line, Order};
use crate::domain::status::OrderStatus;

/// `None` both when there is no such order and when it is out of reach.
pub async fn find(
    db: &impl ConnectionTrait,
    reach: Reach,
    number: &OrderNumber,
) -> Result<Option<Order>, StorageError> {
    let query = orders::Entity::find()
        .filter(within(orders::Column::CustomerId, reach))
        .filter(orders::Column::Number.eq(number.as_str()));
    let row = query.one(db).await?;
    whole(db, row).await
}

/// The order of this id, for a change: no other transaction changes it until this one ends.
pub async fn lock(tx: &Tx, reach: Reach, id: OrderId) -> Result<Option<Order>, StorageError> {
    let query = orders::Entity::find_by_id(id.0).filter(within(orders::Column::CustomerId, reach));
    locked(tx, query).await
}

/// The order of this number, for a change.
pub async fn lock_by_number(
    tx: &Tx,
    reach: Reach,
    number: &OrderNumber,
) -> Result<Option<Order>, StorageError> {
    let query = orders::Entity::find()
        .filter(within(orders::Column::CustomerId, reach))
        .filter(orders::Column::Number.eq(number.as_str()));
    locked(tx, query).await
}

async fn locked(
    tx: &Tx,
    query: sea_orm::Select<orders::Entity>,
) -> Result<Option<Order>, StorageError> {
    // SQLite has one writer and no row locks: the transaction itself is the lock.
    let query = if tx.is_postgres() { query.lock_exclusive() } else { query };
    let row = query.one(tx.db()).await?;
    whole(tx.db(), row).await
}

async fn whole(
    db: &impl ConnectionTrait,
    row: Option<orders::Model>,
) -> Result<Option<Order>, StorageError> {
    let Some(row) = row else { return Ok(None) };
    Ok(with_lines(db, vec![row]).await?.pop())
}

/// Orders by id, within reach, in no particular order.
pub async fn many(
    db: &impl ConnectionTrait,
    reach: Reach,
    ids: &[OrderId],
) -> Result<Vec<Order>, StorageError> {
    let rows = orders::Entity::find()
        .filter(within(orders::Column::CustomerId, reach))
        .filter(orders::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .all(db)
        .await?;
    with_lines(db, rows).await
}

/// Gives each row its lines: one statement for all of them.
pub(super) async fn with_lines(
    db: &impl ConnectionTrait,
    rows: Vec<orders::Model>,
) -> Result<Vec<Order>, StorageError> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let lines = order_line::Entity::find()
        .filter(order_line::Column::OrderId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(order_line::Column::Position)
        .all(db)
        .await?;
    let mut by_order: HashMap<Uuid, Vec<Line>> = HashMap::new();
    for row in lines {
        by_order.entry(row.order_id).or_default().push(order_rows::line(row)?);
    }
    rows.into_iter()
        .map(|row| {
            let lines = by_order.remove(&row.id).unwrap_or_default();
            order_rows::order(row, lines)
        })
        .collect()
}

/// The order that an idempotency key has made, with the hash of the input it came with.
pub async fn by_client_key(
    db: &impl ConnectionTrait,
    customer: CustomerId,
    key: &str,
) -> Result<Option<(OrderId, String)>, StorageError> {
    let row = orders::Entity::find()
        .filter(orders::Column::CustomerId.eq(customer.0))
        .filter(orders::Column::ClientKey.eq(key))
        .one(db)
        .await?;
    Ok(row.map(|row| (OrderId(row.id), row.request_hash)))
}

/// Writes a new order, its lines and its history.
pub async fn insert(
    tx: &Tx,
    order: &mut Order,
    client_key: &str,
    request_hash: &str,
) -> Result<(), StorageError> {
    let row = order_rows::new_order(order, client_key, request_hash);
    orders::Entity::insert(row).exec_without_returning(tx.db()).await?;
    let lines = order.lines.iter().map(|line| order_rows::new_line(order.id, line));
    order_line::Entity::insert_many(lines).exec_without_returning(tx.db()).await?;
    order.version = 1;
    history::append(tx, order).await
}

/// Writes what has changed, if nobody else has changed the order since it was read; and what the
/// history has to say of it.
pub async fn save(tx: &Tx, order: &mut Order) -> Result<(), StorageError> {
    let mut row = order_rows::changed_order(order);
    row.version = sea_orm::ActiveValue::Set(order.version + 1);
    let done = orders::Entity::update_many()
        .set(row)
        .filter(orders::Column::Id.eq(order.id.0))
        .filter(orders::Column::Version.eq(order.version))
        .exec(tx.db())
        .await?;
    if done.rows_affected != 1 {
        return Err(StorageError::Stale);
    }
    order.version += 1;
    history::append(tx, order).await
}

/// Writes what has changed of one line. Goes with [`save`] in the same transaction.
pub async fn save_line(tx: &Tx, line: &Line) -> Result<(), StorageError> {
    order_line::Entity::update_many()
        .set(order_rows::changed_line(line))
        .filter(order_line::Column::Id.eq(line.id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Unpaid orders past their expiry that no live payment holds, the oldest first.
pub async fn to_expire(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<OrderId>, StorageError> {
    let ids: Vec<Uuid> = orders::Entity::find()
        .select_only()
        .column(orders::Column::Id)
        .filter(orders::Column::Status.eq(OrderStatus::NotPaid.name()))
        .filter(orders::Column::ExpiresAt.lte(now))
        .filter(super::payments::no_live_payment())
        .order_by_asc(orders::Column::ExpiresAt)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(OrderId).collect())
}

/// How many orders stand at each status.
pub async fn count_by_status(
    db: &impl ConnectionTrait,
) -> Result<Vec<(OrderStatus, u64)>, StorageError> {
    let rows: Vec<(String, i64)> = orders::Entity::find()
        .select_only()
        .column(orders::Column::Status)
        .column_as(orders::Column::Id.count(), "count")
        .group_by(orders::Column::Status)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(status, count)| {
            let status = super::member("orders", "status", &status, OrderStatus::parse)?;
            Ok((status, u64::try_from(count).unwrap_or(0)))
        })
        .collect()
}
