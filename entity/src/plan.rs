//! A plan of the catalog, in one country.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub code: String,
    pub country: String,
    pub name: String,
    pub description: Option<String>,
    pub currency: String,
    pub tax_rate: i64,
    pub setup_fee: i64,
    pub setup_separately_priced: bool,
    pub withdrawal_excluded: bool,
    pub active: bool,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
