//! One side of a booking in the double-entry ledger. Never changed, never deleted.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_entry")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub source_type: String,
    pub source_id: Uuid,
    pub kind: String,
    pub account: String,
    /// Whose account it is, if each customer has one.
    pub customer_id: Option<Uuid>,
    pub side: String,
    pub amount: i64,
    pub currency: String,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
