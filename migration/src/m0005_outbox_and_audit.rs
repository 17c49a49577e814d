//! Effects that are still to happen, and the log of what operators did.

use sea_orm_migration::prelude::*;

use crate::dialect;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: &[&str] = &[
    "CREATE TABLE outbox (
    id {row},
    topic text NOT NULL,
    dedupe_key text NOT NULL UNIQUE,
    payload {json} NOT NULL,
    next_at {time} NOT NULL,
    lease_until {time},
    attempts integer NOT NULL DEFAULT 0,
    done_at {time}
)",
    "CREATE INDEX outbox_to_do ON outbox (next_at) WHERE done_at IS NULL",
    "CREATE TABLE audit (
    id {row},
    at {time} NOT NULL,
    actor_kind text NOT NULL CHECK (actor_kind IN ('CUSTOMER', 'OPERATOR', 'SERVICE', 'SYSTEM')),
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail text,
    previous_hash text NOT NULL UNIQUE,
    hash text NOT NULL UNIQUE
)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, TABLES).await?;
        dialect::append_only(manager, "audit").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::drop(manager, &["audit", "outbox"]).await
    }
}
