//! Buono's database migrations: one file each, the same on SQLite and PostgreSQL, each in a
//! transaction of its own.

pub use sea_orm_migration::MigrationStatus;
pub use sea_orm_migration::prelude::{MigrationTrait, MigratorTrait};

mod dialect;
mod m0001_customers_and_catalog;
mod m0002_orders;
mod m0003_money;
mod m0004_withdrawals_and_documents;
mod m0005_outbox_and_audit;

pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_customers_and_catalog::Migration),
            Box::new(m0002_orders::Migration),
            Box::new(m0003_money::Migration),
            Box::new(m0004_withdrawals_and_documents::Migration),
            Box::new(m0005_outbox_and_audit::Migration),
        ]
    }
}
