//! A line of an order.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    pub position: i32,
    pub kind: String,
    pub description: String,
    pub service_name: Option<String>,
    pub plan_code: Option<String>,
    pub months: Option<i32>,
    pub quantity: i32,
    pub unit_price: i64,
    pub reduction: i64,
    pub net: i64,
    pub total: i64,
    pub withdrawal_excluded: bool,
    pub separately_priced: bool,
    pub delivered_at: Option<DateTimeUtc>,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub failure_message: Option<String>,
    pub retry_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
