//! Means of payment, payments, refunds, and the ledger.

use sea_orm_migration::prelude::*;

use crate::dialect;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: &[&str] = &[
    "CREATE TABLE payment_mean (
    id {uuid} NOT NULL PRIMARY KEY,
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    kind text NOT NULL CHECK (kind IN ('CARD', 'SEPA_DIRECT_DEBIT', 'PAYPAL', 'BANK_TRANSFER', 'PREPAID_ACCOUNT', 'DEFERRED')),
    token text NOT NULL,
    label text NOT NULL,
    status text NOT NULL CHECK (status IN ('PENDING', 'VALID', 'EXPIRED', 'REJECTED', 'REMOVED')),
    is_default boolean NOT NULL,
    expires_on {date},
    created_at {time} NOT NULL
)",
    "CREATE INDEX payment_mean_by_customer ON payment_mean (customer_id, created_at)",
    "CREATE UNIQUE INDEX payment_mean_default ON payment_mean (customer_id, kind) WHERE is_default",
    "CREATE TABLE payment (
    id {uuid} NOT NULL PRIMARY KEY,
    order_id {uuid} NOT NULL REFERENCES orders (id),
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    method text NOT NULL CHECK (method IN ('CARD', 'SEPA_DIRECT_DEBIT', 'PAYPAL', 'BANK_TRANSFER', 'PREPAID_ACCOUNT', 'DEFERRED')),
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    token text,
    state text NOT NULL CHECK (state IN ('SENT', 'UNKNOWN', 'REQUIRES_ACTION', 'PENDING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    client_key text NOT NULL,
    request_hash text NOT NULL,
    gateway_key text NOT NULL UNIQUE,
    gateway_reference text UNIQUE,
    action_url text,
    failure_code text,
    settled_by text,
    contradiction text,
    surplus boolean NOT NULL DEFAULT false,
    unclear_since {time},
    refund_reserved bigint NOT NULL DEFAULT 0 CHECK (refund_reserved BETWEEN 0 AND amount),
    attempts integer NOT NULL DEFAULT 0,
    next_check_at {time},
    lease_until {time},
    alarmed_at {time},
    created_at {time} NOT NULL,
    settled_at {time},
    version bigint NOT NULL CHECK (version >= 1),
    UNIQUE (customer_id, client_key)
)",
    "CREATE UNIQUE INDEX payment_live ON payment (order_id) WHERE state IN ('SENT', 'UNKNOWN', 'REQUIRES_ACTION', 'PENDING', 'SUCCEEDED') AND NOT surplus",
    "CREATE INDEX payment_by_order ON payment (order_id, created_at)",
    "CREATE INDEX payment_by_state ON payment (state, id)",
    "CREATE INDEX payment_unclear ON payment (unclear_since) WHERE unclear_since IS NOT NULL",
    "CREATE INDEX payment_to_check ON payment (next_check_at) WHERE next_check_at IS NOT NULL",
    "CREATE TABLE transfer (
    id {uuid} NOT NULL PRIMARY KEY,
    order_id {uuid} NOT NULL REFERENCES orders (id),
    payment_id {uuid} NOT NULL REFERENCES payment (id),
    reference text NOT NULL UNIQUE,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    received_at {time} NOT NULL,
    client_key text NOT NULL UNIQUE,
    request_hash text NOT NULL,
    recorded_by text NOT NULL,
    created_at {time} NOT NULL
)",
    "CREATE INDEX transfer_by_order ON transfer (order_id, created_at)",
    "CREATE TABLE refund (
    id {uuid} NOT NULL PRIMARY KEY,
    order_id {uuid} NOT NULL REFERENCES orders (id),
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    payment_id {uuid} NOT NULL REFERENCES payment (id),
    withdrawal_id {uuid},
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    state text NOT NULL CHECK (state IN ('SENT', 'UNKNOWN', 'SUCCEEDED', 'FAILED')),
    gateway_key text NOT NULL UNIQUE,
    retry_of {uuid} UNIQUE REFERENCES refund (id),
    due_by {date} NOT NULL,
    settled_by text,
    contradiction text,
    route text NOT NULL CHECK (route IN ('PROVIDER', 'BALANCE', 'TRANSFER')),
    payout_reference text,
    payout_on {date},
    payout_key text UNIQUE,
    payout_hash text,
    attempts integer NOT NULL DEFAULT 0,
    next_check_at {time},
    lease_until {time},
    unclear_since {time},
    alarmed_at {time},
    created_at {time} NOT NULL,
    settled_at {time},
    version bigint NOT NULL CHECK (version >= 1),
    CHECK ((payout_key IS NULL) = (payout_hash IS NULL)),
    CHECK ((payout_key IS NULL) = (payout_on IS NULL)),
    CHECK ((payout_key IS NULL) = (payout_reference IS NULL)),
    CHECK (route = 'TRANSFER' OR payout_key IS NULL)
)",
    "CREATE INDEX refund_unclear ON refund (unclear_since) WHERE unclear_since IS NOT NULL",
    "CREATE INDEX refund_by_state ON refund (state, id)",
    "CREATE INDEX refund_by_order ON refund (order_id, created_at)",
    "CREATE INDEX refund_to_send ON refund (next_check_at) WHERE next_check_at IS NOT NULL",
    "CREATE TABLE gateway_event (
    provider text NOT NULL,
    event_id text NOT NULL,
    raw text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_check_at {time},
    received_at {time} NOT NULL,
    processed_at {time},
    PRIMARY KEY (provider, event_id),
    CHECK ((processed_at IS NULL) = (next_check_at IS NOT NULL))
)",
    "CREATE INDEX gateway_event_to_process ON gateway_event (next_check_at) WHERE next_check_at IS NOT NULL",
    "CREATE INDEX gateway_event_to_forget ON gateway_event (processed_at) WHERE processed_at IS NOT NULL",
    "CREATE TABLE balance (
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    currency text NOT NULL CHECK (length(currency) = 3),
    amount bigint NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (customer_id, currency)
)",
    "CREATE TABLE credit (
    id {uuid} NOT NULL PRIMARY KEY,
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    amount bigint NOT NULL CHECK (amount <> 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    reason text NOT NULL,
    client_key text NOT NULL UNIQUE,
    request_hash text NOT NULL,
    created_at {time} NOT NULL
)",
    "CREATE INDEX credit_by_customer ON credit (customer_id, created_at)",
    "CREATE TABLE ledger_entry (
    id {row},
    source_type text NOT NULL CHECK (source_type IN ('PAYMENT', 'REFUND', 'CREDIT', 'TRANSFER')),
    source_id {uuid} NOT NULL,
    kind text NOT NULL CHECK (kind IN ('CAPTURE', 'REFUND', 'CREDIT', 'ARRIVAL')),
    account text NOT NULL CHECK (account IN ('PROVIDER', 'CUSTOMER', 'BALANCE', 'DEPOSIT')),
    customer_id {uuid} REFERENCES customer (id),
    side text NOT NULL CHECK (side IN ('DEBIT', 'CREDIT')),
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    at {time} NOT NULL,
    UNIQUE (source_type, source_id, kind, account, side),
    CHECK ((account = 'BALANCE') = (customer_id IS NOT NULL))
)",
    "CREATE INDEX ledger_entry_by_balance ON ledger_entry (customer_id, id) WHERE customer_id IS NOT NULL",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, TABLES).await?;
        dialect::append_only(manager, "ledger_entry").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::drop(
            manager,
            &[
                "ledger_entry",
                "credit",
                "balance",
                "gateway_event",
                "refund",
                "transfer",
                "payment",
                "payment_mean",
            ],
        )
        .await
    }
}
