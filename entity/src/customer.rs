//! A customer's account, with the counter of its feed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "customer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub reference: String,
    pub kind: String,
    pub name: String,
    pub email: String,
    pub country: String,
    pub language: String,
    pub time_zone: String,
    pub billing: Json,
    /// Within how many days invoices are paid, by agreement.
    pub deferred_days: Option<i32>,
    pub feed_sequence: i64,
    /// The place of the feed's newest entries among all customers': see `order_event`.
    pub feed_transaction: i64,
    pub token_valid_after: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
