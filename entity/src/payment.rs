//! A payment of an order. The database allows one live payment for each order.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    pub customer_id: Uuid,
    pub method: String,
    pub amount: i64,
    pub currency: String,
    pub token: Option<String>,
    pub state: String,
    pub client_key: String,
    pub request_hash: String,
    pub gateway_key: String,
    pub gateway_reference: Option<String>,
    pub action_url: Option<String>,
    pub failure_code: Option<String>,
    pub settled_by: Option<String>,
    pub contradiction: Option<String>,
    pub surplus: bool,
    pub unclear_since: Option<DateTimeUtc>,
    pub refund_reserved: i64,
    pub attempts: i32,
    pub next_check_at: Option<DateTimeUtc>,
    pub lease_until: Option<DateTimeUtc>,
    pub alarmed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub settled_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
