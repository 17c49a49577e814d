//! Money on its way back to a customer.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refund")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    pub customer_id: Uuid,
    pub payment_id: Uuid,
    pub withdrawal_id: Option<Uuid>,
    pub amount: i64,
    pub currency: String,
    pub state: String,
    pub gateway_key: String,
    pub retry_of: Option<Uuid>,
    pub due_by: Date,
    pub settled_by: Option<String>,
    pub contradiction: Option<String>,
    pub route: String,
    /// How an operator paid it out, if one did.
    pub payout_reference: Option<String>,
    pub payout_on: Option<Date>,
    pub payout_key: Option<String>,
    pub payout_hash: Option<String>,
    pub attempts: i32,
    pub next_check_at: Option<DateTimeUtc>,
    pub lease_until: Option<DateTimeUtc>,
    pub unclear_since: Option<DateTimeUtc>,
    pub alarmed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub settled_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
