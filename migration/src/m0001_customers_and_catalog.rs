//! Customers, and what they can order.

use sea_orm_migration::prelude::*;

use crate::dialect;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: &[&str] = &[
    "CREATE TABLE customer (
    id {uuid} NOT NULL PRIMARY KEY,
    reference text NOT NULL UNIQUE CHECK (length(reference) BETWEEN 1 AND 64),
    kind text NOT NULL CHECK (kind IN ('INDIVIDUAL', 'CORPORATION', 'SOLE_TRADER', 'ASSOCIATION', 'ADMINISTRATION', 'OTHER')),
    name text NOT NULL,
    email text NOT NULL,
    country text NOT NULL CHECK (length(country) = 2),
    language text NOT NULL,
    time_zone text NOT NULL,
    billing {json} NOT NULL,
    deferred_days integer CHECK (deferred_days IN (30, 45, 60)),
    feed_sequence bigint NOT NULL DEFAULT 0 CHECK (feed_sequence >= 0),
    feed_transaction bigint NOT NULL DEFAULT 0,
    token_valid_after {time},
    created_at {time} NOT NULL
)",
    "CREATE TABLE plan (
    id {uuid} NOT NULL PRIMARY KEY,
    code text NOT NULL,
    country text NOT NULL CHECK (length(country) = 2),
    name text NOT NULL,
    description text,
    currency text NOT NULL CHECK (length(currency) = 3),
    tax_rate bigint NOT NULL CHECK (tax_rate BETWEEN 0 AND 10000),
    setup_fee bigint NOT NULL CHECK (setup_fee >= 0),
    setup_separately_priced boolean NOT NULL,
    withdrawal_excluded boolean NOT NULL,
    active boolean NOT NULL,
    updated_at {time} NOT NULL,
    UNIQUE (country, code)
)",
    "CREATE TABLE plan_price (
    plan_id {uuid} NOT NULL REFERENCES plan (id),
    months integer NOT NULL CHECK (months BETWEEN 1 AND 120),
    net bigint NOT NULL CHECK (net >= 0),
    promotions {json} NOT NULL,
    setup_promotions {json} NOT NULL,
    PRIMARY KEY (plan_id, months)
)",
    "CREATE TABLE voucher (
    code text NOT NULL PRIMARY KEY,
    percentage bigint CHECK (percentage BETWEEN 1 AND 10000),
    amount bigint CHECK (amount > 0),
    currency text,
    ends_at {time},
    CHECK ((percentage IS NULL) <> (amount IS NULL)),
    CHECK ((amount IS NULL) = (currency IS NULL))
)",
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
        dialect::drop(manager, &["voucher", "plan_price", "plan", "customer"]).await
    }
}
