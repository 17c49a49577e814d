//! Withdrawals, and documents that are asked for.

use sea_orm_migration::prelude::*;

use crate::dialect;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: &[&str] = &[
    "CREATE TABLE withdrawal (
    id {uuid} NOT NULL PRIMARY KEY,
    order_id {uuid} NOT NULL REFERENCES orders (id),
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    received_at {time} NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    reason text CHECK (reason IN ('COMPETITOR', 'DIFFICULTY', 'EXPENSIVE', 'PERFORMANCE', 'RELIABILITY', 'UNUSED', 'OTHER')),
    comment text,
    refund_to_balance_at {time},
    client_key text NOT NULL,
    request_hash text NOT NULL,
    UNIQUE (customer_id, client_key)
)",
    "CREATE INDEX withdrawal_by_order ON withdrawal (order_id, received_at)",
    "CREATE TABLE withdrawal_line (
    line_id {uuid} NOT NULL PRIMARY KEY REFERENCES order_line (id),
    withdrawal_id {uuid} NOT NULL REFERENCES withdrawal (id)
)",
    "CREATE INDEX withdrawal_line_by_withdrawal ON withdrawal_line (withdrawal_id)",
    "CREATE TABLE document_request (
    id {uuid} NOT NULL PRIMARY KEY,
    order_id {uuid} NOT NULL REFERENCES orders (id),
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    kind text NOT NULL CHECK (kind IN ('IDENTITY', 'PROOF_OF_ADDRESS', 'PAYMENT_PROOF', 'COMPANY_REGISTRATION', 'OTHER')),
    status text NOT NULL CHECK (status IN ('OPEN', 'RECEIVED', 'ACCEPTED', 'REJECTED')),
    message text,
    requested_at {time} NOT NULL,
    due_at {time}
)",
    "CREATE INDEX document_request_by_order ON document_request (order_id, requested_at)",
    "CREATE TABLE document (
    id {uuid} NOT NULL PRIMARY KEY,
    request_id {uuid} NOT NULL REFERENCES document_request (id),
    order_id {uuid} NOT NULL REFERENCES orders (id),
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    file_name text NOT NULL,
    content_type text NOT NULL CHECK (content_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    size bigint NOT NULL CHECK (size BETWEEN 1 AND 10485760),
    sha256 text NOT NULL,
    stored_as text NOT NULL UNIQUE,
    uploaded_at {time} NOT NULL,
    UNIQUE (request_id, sha256)
)",
    "CREATE INDEX document_by_order ON document (order_id, uploaded_at)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, TABLES).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::drop(manager, &["document", "document_request", "withdrawal_line", "withdrawal"])
            .await
    }
}
