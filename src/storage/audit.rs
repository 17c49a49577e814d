//! The audit log: rows are added under one lock, each with the hash of the one before.

use std::collections::HashMap;

use entity::{audit, customer, orders};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    Statement,
};
use uuid::Uuid;

use super::{StorageError, Tx};
use crate::domain::audit::{BEFORE_THE_FIRST, Deed, Row};
use crate::domain::ids::{CustomerId, OrderId};

/// What the lock is known by on PostgreSQL, among all that could be locked so: "audit" in ASCII.
const LOCK: i64 = 0x61_7564_6974;
/// Rows of one statement: both databases limit its parameters.
const ROWS_PER_STATEMENT: usize = 1_000;
/// Ids in one statement.
const IDS_PER_STATEMENT: usize = 1_000;

/// Adds rows to the end of the chain. It comes last in a transaction: the lock is taken when all of
/// its others are held, and nothing more is waited for, so that two transactions can never wait for
/// each other. It is held until the commit, so that the next one reads the new end.
pub async fn append(tx: &Tx, deeds: Vec<Deed>) -> Result<(), StorageError> {
    if deeds.is_empty() {
        return Ok(());
    }
    if tx.is_postgres() {
        // A statement of its own: the next one then sees what the holder before has committed.
        // SQLite has one writer: the transaction itself is the lock.
        let lock = format!("SELECT pg_advisory_xact_lock({LOCK})");
        tx.db().execute_raw(Statement::from_string(DbBackend::Postgres, lock)).await?;
    }
    let mut head = head(tx.db()).await?;
    let rows = deeds.into_iter().map(|deed| {
        let row = Row::after(&head, tx.now, deed);
        head.clone_from(&row.hash);
        row
    });
    let rows: Vec<audit::ActiveModel> = rows.map(written).collect();
    for rows in rows.chunks(ROWS_PER_STATEMENT) {
        audit::Entity::insert_many(rows.to_vec()).exec_without_returning(tx.db()).await?;
    }
    Ok(())
}

async fn head(db: &impl ConnectionTrait) -> Result<String, StorageError> {
    let newest: Option<String> = audit::Entity::find()
        .select_only()
        .column(audit::Column::Hash)
        .order_by_desc(audit::Column::Id)
        .into_tuple()
        .one(db)
        .await?;
    Ok(newest.unwrap_or_else(|| BEFORE_THE_FIRST.to_owned()))
}

fn written(row: Row) -> audit::ActiveModel {
    audit::ActiveModel {
        id: NotSet,
        at: Set(row.at),
        actor_kind: Set(row.actor_kind),
        actor: Set(row.actor),
        action: Set(row.action),
        subject: Set(row.subject),
        detail: Set(row.detail),
        previous_hash: Set(row.previous_hash),
        hash: Set(row.hash),
    }
}

/// Rows beyond `after`, the oldest first, each with its number, `limit` at most.
pub async fn after(
    db: &impl ConnectionTrait,
    after: i64,
    limit: u64,
) -> Result<Vec<(i64, Row)>, StorageError> {
    let rows = audit::Entity::find()
        .filter(audit::Column::Id.gt(after))
        .order_by_asc(audit::Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    let row = |it: audit::Model| {
        let row = Row {
            at: it.at,
            actor_kind: it.actor_kind,
            actor: it.actor,
            action: it.action,
            subject: it.subject,
            detail: it.detail,
            previous_hash: it.previous_hash,
            hash: it.hash,
        };
        (it.id, row)
    };
    Ok(rows.into_iter().map(row).collect())
}

/// What the log calls these orders.
pub async fn numbers(
    db: &impl ConnectionTrait,
    ids: &[OrderId],
) -> Result<HashMap<OrderId, String>, StorageError> {
    let mut names = HashMap::new();
    for ids in ids.chunks(IDS_PER_STATEMENT) {
        let found: Vec<(Uuid, String)> = orders::Entity::find()
            .select_only()
            .columns([orders::Column::Id, orders::Column::Number])
            .filter(orders::Column::Id.is_in(ids.iter().map(|id| id.0)))
            .into_tuple()
            .all(db)
            .await?;
        names.extend(found.into_iter().map(|(id, name)| (OrderId(id), name)));
    }
    Ok(names)
}

/// What the log calls these customers.
pub async fn references(
    db: &impl ConnectionTrait,
    ids: &[CustomerId],
) -> Result<HashMap<CustomerId, String>, StorageError> {
    let mut names = HashMap::new();
    for ids in ids.chunks(IDS_PER_STATEMENT) {
        let found: Vec<(Uuid, String)> = customer::Entity::find()
            .select_only()
            .columns([customer::Column::Id, customer::Column::Reference])
            .filter(customer::Column::Id.is_in(ids.iter().map(|id| id.0)))
            .into_tuple()
            .all(db)
            .await?;
        names.extend(found.into_iter().map(|(id, name)| (CustomerId(id), name)));
    }
    Ok(names)
}
