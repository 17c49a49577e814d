//! A customer's statement of withdrawal.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "withdrawal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    pub customer_id: Uuid,
    pub received_at: DateTimeUtc,
    pub name: String,
    pub email: String,
    pub reason: Option<String>,
    pub comment: Option<String>,
    /// When the customer agreed expressly that the refund go to their balance.
    pub refund_to_balance_at: Option<DateTimeUtc>,
    pub client_key: String,
    pub request_hash: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
