//! An order, with the billing details of the day it was placed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "orders")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: String,
    pub customer_id: Uuid,
    pub status: String,
    pub version: i64,
    pub sequence: i64,
    pub currency: String,
    pub net: i64,
    pub tax: i64,
    pub total: i64,
    pub reduction: i64,
    pub tax_rate: i64,
    pub billing: Json,
    pub start_at_once_at: Option<DateTimeUtc>,
    pub withdrawal_informed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub received: i64,
    /// When the invoice is due, of an order that is paid later.
    pub due_on: Option<Date>,
    pub paid_at: Option<DateTimeUtc>,
    pub accepted_at: Option<DateTimeUtc>,
    pub refused_at: Option<DateTimeUtc>,
    pub delivered_at: Option<DateTimeUtc>,
    pub cancelled_at: Option<DateTimeUtc>,
    pub expired_at: Option<DateTimeUtc>,
    pub cancelled_from: Option<String>,
    pub client_key: String,
    pub request_hash: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
