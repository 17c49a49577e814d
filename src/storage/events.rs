//! What payment providers have told of their own accord. An event is kept as it came until it is
//! processed; then only its name is, so that it is not processed again.

use chrono::{DateTime, TimeDelta, Utc};
use entity::gateway_event;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{StorageError, Tx};

/// How long the name of a processed event is kept. Providers repeat theirs for days.
pub const KEPT_FOR: TimeDelta = TimeDelta::days(30);

/// An event that is to be processed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub provider: String,
    pub id: String,
    pub raw: String,
    pub attempts: i32,
    pub received_at: DateTime<Utc>,
}

fn value(row: gateway_event::Model) -> Waiting {
    Waiting {
        provider: row.provider,
        id: row.event_id,
        raw: row.raw,
        attempts: row.attempts,
        received_at: row.received_at,
    }
}

/// Whether it has come before.
pub async fn is_known(
    db: &impl ConnectionTrait,
    provider: &str,
    id: &str,
) -> Result<bool, StorageError> {
    Ok(gateway_event::Entity::find_by_id(name(provider, id)).one(db).await?.is_some())
}

pub async fn insert(tx: &Tx, provider: &str, id: &str, raw: &str) -> Result<(), StorageError> {
    let row = gateway_event::ActiveModel {
        provider: Set(provider.to_owned()),
        event_id: Set(id.to_owned()),
        raw: Set(raw.to_owned()),
        attempts: Set(0),
        next_check_at: Set(Some(tx.now)),
        received_at: Set(tx.now),
        processed_at: Set(None),
    };
    gateway_event::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// Events that are due to be processed, each leased so that only one job does.
pub async fn lease_due(
    tx: &Tx,
    held_for: TimeDelta,
    limit: u64,
) -> Result<Vec<Waiting>, StorageError> {
    let due = gateway_event::Entity::find()
        .filter(gateway_event::Column::NextCheckAt.lte(tx.now))
        .order_by_asc(gateway_event::Column::NextCheckAt)
        .limit(limit)
        .all(tx.db())
        .await?;
    let mut leased = Vec::new();
    for row in due {
        let lease = gateway_event::ActiveModel {
            next_check_at: Set(Some(tx.now + held_for)),
            ..Default::default()
        };
        let done = gateway_event::Entity::update_many()
            .set(lease)
            .filter(gateway_event::Column::Provider.eq(&row.provider))
            .filter(gateway_event::Column::EventId.eq(&row.event_id))
            .filter(gateway_event::Column::NextCheckAt.lte(tx.now))
            .exec(tx.db())
            .await?;
        if done.rows_affected == 1 {
            leased.push(value(row));
        }
    }
    Ok(leased)
}

/// It is processed: what it held is not needed any more.
pub async fn finish(tx: &Tx, it: &Waiting) -> Result<(), StorageError> {
    let row = gateway_event::ActiveModel {
        raw: Set(String::new()),
        next_check_at: Set(None),
        processed_at: Set(Some(tx.now)),
        ..Default::default()
    };
    update(tx, it, row).await
}

/// It could not be processed: again at this time.
pub async fn put_off(tx: &Tx, it: &Waiting, until: DateTime<Utc>) -> Result<(), StorageError> {
    let row = gateway_event::ActiveModel {
        attempts: Set(it.attempts + 1),
        next_check_at: Set(Some(until)),
        ..Default::default()
    };
    update(tx, it, row).await
}

async fn update(
    tx: &Tx,
    it: &Waiting,
    row: gateway_event::ActiveModel,
) -> Result<(), StorageError> {
    gateway_event::Entity::update_many()
        .set(row)
        .filter(gateway_event::Column::Provider.eq(&it.provider))
        .filter(gateway_event::Column::EventId.eq(&it.id))
        // Who had the lease before may have processed it after all.
        .filter(gateway_event::Column::ProcessedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Forgets events that were processed long ago.
pub async fn forget(tx: &Tx) -> Result<u64, StorageError> {
    let done = gateway_event::Entity::delete_many()
        .filter(gateway_event::Column::ProcessedAt.lt(tx.now - KEPT_FOR))
        .exec(tx.db())
        .await?;
    Ok(done.rows_affected)
}

/// When the next event is due to be processed.
pub async fn next_due(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, StorageError> {
    let row = gateway_event::Entity::find()
        .filter(gateway_event::Column::NextCheckAt.is_not_null())
        .order_by_asc(gateway_event::Column::NextCheckAt)
        .one(db)
        .await?;
    Ok(row.and_then(|row| row.next_check_at))
}

/// Since when the oldest event waits.
pub async fn oldest(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, StorageError> {
    let row = gateway_event::Entity::find()
        .filter(gateway_event::Column::ProcessedAt.is_null())
        .order_by_asc(gateway_event::Column::ReceivedAt)
        .one(db)
        .await?;
    Ok(row.map(|row| row.received_at))
}

fn name(provider: &str, id: &str) -> (String, String) {
    (provider.to_owned(), id.to_owned())
}
