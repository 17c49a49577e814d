//! Orders, their lines, and their history.

use sea_orm_migration::prelude::*;

use crate::dialect;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: &[&str] = &[
    "CREATE TABLE orders (
    id {uuid} NOT NULL PRIMARY KEY,
    number text NOT NULL UNIQUE,
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    status text NOT NULL CHECK (status IN ('NOT_PAID', 'CHECKING', 'DOCUMENTS_REQUESTED', 'DELIVERING', 'DELIVERED', 'CANCELLING', 'CANCELLED', 'EXPIRED')),
    version bigint NOT NULL CHECK (version >= 1),
    sequence bigint NOT NULL CHECK (sequence >= 1),
    currency text NOT NULL CHECK (length(currency) = 3),
    net bigint NOT NULL CHECK (net >= 0),
    tax bigint NOT NULL CHECK (tax >= 0),
    total bigint NOT NULL CHECK (total = net + tax),
    reduction bigint NOT NULL CHECK (reduction >= 0),
    tax_rate bigint NOT NULL CHECK (tax_rate BETWEEN 0 AND 10000),
    billing {json} NOT NULL,
    start_at_once_at {time},
    withdrawal_informed_at {time},
    created_at {time} NOT NULL,
    expires_at {time} NOT NULL,
    received bigint NOT NULL DEFAULT 0 CHECK (received >= 0),
    due_on {date},
    paid_at {time},
    accepted_at {time},
    refused_at {time},
    delivered_at {time},
    cancelled_at {time},
    expired_at {time},
    cancelled_from text CHECK (cancelled_from IN ('NOT_PAID', 'CHECKING', 'DOCUMENTS_REQUESTED', 'DELIVERING', 'DELIVERED')),
    client_key text NOT NULL,
    request_hash text NOT NULL,
    UNIQUE (customer_id, client_key),
    CHECK ((status = 'EXPIRED') = (expired_at IS NOT NULL)),
    CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL))
)",
    "CREATE INDEX orders_by_customer ON orders (customer_id, created_at, id)",
    "CREATE INDEX orders_by_time ON orders (created_at, id)",
    "CREATE INDEX orders_by_status ON orders (status, created_at, id)",
    "CREATE INDEX orders_to_expire ON orders (expires_at) WHERE status = 'NOT_PAID'",
    "CREATE TABLE order_line (
    id {uuid} NOT NULL PRIMARY KEY,
    order_id {uuid} NOT NULL REFERENCES orders (id),
    position integer NOT NULL CHECK (position >= 1),
    kind text NOT NULL CHECK (kind IN ('CREATION', 'RENEWAL', 'UPGRADE', 'INSTALLATION', 'LICENCE', 'TRANSFER', 'VOUCHER', 'GIFT')),
    description text NOT NULL,
    service_name text,
    plan_code text,
    months integer CHECK (months BETWEEN 1 AND 120),
    quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
    unit_price bigint NOT NULL CHECK (unit_price >= 0),
    reduction bigint NOT NULL CHECK (reduction >= 0),
    net bigint NOT NULL CHECK (net >= 0),
    total bigint NOT NULL CHECK (total >= 0),
    withdrawal_excluded boolean NOT NULL,
    separately_priced boolean NOT NULL,
    delivered_at {time},
    withdrawn_at {time},
    failure_message text,
    retry_at {time},
    UNIQUE (order_id, position)
)",
    "CREATE TABLE order_event (
    id {row},
    transaction_id bigint NOT NULL,
    order_id {uuid} NOT NULL REFERENCES orders (id),
    sequence bigint NOT NULL CHECK (sequence >= 1),
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    customer_sequence bigint NOT NULL CHECK (customer_sequence >= 1),
    kind text NOT NULL CHECK (kind IN ('ORDER_CREATED', 'PAYMENT_AWAITED', 'PAYMENT_INITIATED', 'PAYMENT_ACTION_REQUIRED', 'PAYMENT_FAILED', 'PAYMENT_CANCELLED', 'PAYMENT_PART_RECEIVED', 'PAYMENT_RECEIVED', 'VALIDATION_STARTED', 'MANUAL_REVIEW', 'DOCUMENTS_REQUESTED', 'DOCUMENT_RECEIVED', 'DOCUMENT_ACCEPTED', 'DOCUMENTS_RECEIVED', 'ORDER_REFUSED', 'ORDER_ACCEPTED', 'DELIVERY_STARTED', 'LINE_DELIVERED', 'DELIVERY_DELAYED', 'DELIVERY_FAILED', 'ORDER_DELIVERED', 'WITHDRAWAL_RECEIVED', 'REFUND_INITIATED', 'REFUND_FAILED', 'REFUND_COMPLETED', 'ORDER_CANCELLED', 'ORDER_EXPIRED', 'NOTE')),
    at {time} NOT NULL,
    step text NOT NULL CHECK (step IN ('VALIDATING', 'VALIDATED', 'DELIVERING', 'AVAILABLE')),
    actor text NOT NULL CHECK (actor IN ('CUSTOMER', 'OPERATOR', 'SERVICE', 'SYSTEM')),
    detail text,
    UNIQUE (order_id, sequence),
    UNIQUE (customer_id, customer_sequence)
)",
    "CREATE INDEX order_event_feed ON order_event (transaction_id, id)",
    "CREATE TABLE internal_note (
    id {uuid} NOT NULL PRIMARY KEY,
    order_id {uuid} NOT NULL REFERENCES orders (id),
    at {time} NOT NULL,
    operator text NOT NULL,
    text text NOT NULL
)",
    "CREATE TABLE order_claim (
    order_id {uuid} NOT NULL PRIMARY KEY REFERENCES orders (id),
    operator text NOT NULL,
    since {time} NOT NULL,
    until {time} NOT NULL,
    status text NOT NULL CHECK (status IN ('NOT_PAID', 'CHECKING', 'DOCUMENTS_REQUESTED', 'DELIVERING', 'DELIVERED', 'CANCELLING', 'CANCELLED', 'EXPIRED'))
)",
    "CREATE INDEX order_claim_by_end ON order_claim (until)",
    "CREATE INDEX internal_note_by_order ON internal_note (order_id, at)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, TABLES).await?;
        dialect::append_only(manager, "order_event").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::drop(
            manager,
            &["order_claim", "internal_note", "order_event", "order_line", "orders"],
        )
        .await
    }
}
