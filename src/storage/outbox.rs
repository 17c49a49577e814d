//! What is still to be told outside of the database: written in the transaction of the change, so
//! that a crash after the commit swallows nothing.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use entity::outbox;
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::store::Announcement;
use super::{StorageError, Tx};
use crate::domain::ids::{CustomerId, OrderId};

/// Those who follow are woken right after the commit: the relay looks only after this time, for
/// many at once.
pub const RELAY_AFTER: TimeDelta = TimeDelta::seconds(5);
/// How long it is remembered that something was told.
pub const KEPT: TimeDelta = TimeDelta::days(7);

const ORDER_CHANGED: &str = "order-changed";

/// Writes down that an order has changed. Its newest entry makes the key: it is told once.
pub(super) async fn append(tx: &Tx, it: Announcement) -> Result<(), StorageError> {
    let Announcement { order_id, customer_id, sequence } = it;
    let row = outbox::ActiveModel {
        id: NotSet,
        topic: Set(ORDER_CHANGED.to_owned()),
        dedupe_key: Set(dedupe_key(order_id, sequence)),
        payload: Set(json!({
            "order": order_id.to_string(),
            "customer": customer_id.to_string(),
            "sequence": sequence,
        })),
        next_at: Set(tx.now + RELAY_AFTER),
        lease_until: Set(None),
        attempts: Set(0),
        done_at: Set(None),
    };
    outbox::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// When the next one is due, if any is waiting.
pub async fn next_due(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, StorageError> {
    let query = outbox::Entity::find()
        .select_only()
        .column(outbox::Column::NextAt)
        .filter(outbox::Column::DoneAt.is_null())
        .order_by_asc(outbox::Column::NextAt);
    Ok(query.into_tuple().one(db).await?)
}

/// Takes what is due, the oldest first, and marks it as told: a wake-up may be lost, because
/// whoever follows also looks for itself.
pub async fn take_due(tx: &Tx, limit: u64) -> Result<Vec<Announcement>, StorageError> {
    let query = outbox::Entity::find()
        .filter(outbox::Column::DoneAt.is_null())
        .filter(outbox::Column::NextAt.lte(tx.now))
        .order_by_asc(outbox::Column::NextAt)
        .limit(limit);
    let rows = query.all(tx.db()).await?;
    outbox::Entity::update_many()
        .set(outbox::ActiveModel { done_at: Set(Some(tx.now)), ..Default::default() })
        .filter(outbox::Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(tx.db())
        .await?;
    outbox::Entity::delete_many()
        .filter(outbox::Column::DoneAt.lt(tx.now - KEPT))
        .exec(tx.db())
        .await?;
    rows.iter().map(announcement).collect()
}

/// Of orders and the numbers of their newest entries: those that are still written down here.
pub async fn kept(
    db: &impl ConnectionTrait,
    newest: &[(OrderId, i64)],
) -> Result<HashSet<OrderId>, StorageError> {
    let keys: HashMap<String, OrderId> =
        newest.iter().map(|&(order, sequence)| (dedupe_key(order, sequence), order)).collect();
    let found: Vec<String> = outbox::Entity::find()
        .select_only()
        .column(outbox::Column::DedupeKey)
        .filter(outbox::Column::DedupeKey.is_in(keys.keys()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.iter().filter_map(|key| keys.get(key).copied()).collect())
}

fn dedupe_key(order: OrderId, sequence: i64) -> String {
    format!("{ORDER_CHANGED}:{order}:{sequence}")
}

fn announcement(row: &outbox::Model) -> Result<Announcement, StorageError> {
    let read = || {
        let id = |key: &str| Uuid::parse_str(row.payload.get(key)?.as_str()?).ok();
        Some(Announcement {
            order_id: OrderId(id("order")?),
            customer_id: CustomerId(id("customer")?),
            sequence: row.payload.get("sequence")?.as_i64()?,
        })
    };
    read().ok_or_else(|| StorageError::Corrupt {
        table: "outbox",
        column: "payload",
        value: row.payload.to_string(),
    })
}
