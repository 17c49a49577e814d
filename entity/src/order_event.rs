//! An entry of an order's history. Never changed, never deleted: triggers see to it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_event")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Of the writing transaction, or of its predecessor in the customer's feed if that is higher.
    pub transaction_id: i64,
    pub order_id: Uuid,
    pub sequence: i64,
    pub customer_id: Uuid,
    pub customer_sequence: i64,
    pub kind: String,
    pub at: DateTimeUtc,
    pub step: String,
    pub actor: String,
    pub detail: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
