//! REMEMBERS. Functions over a connection or a transaction: rows in, domain values out.
//!
//! Whoever reads customers' data says whose: the [`Reach`] is part of
//! every such statement, so that what is somebody else's is simply not there.

pub mod audit;
pub mod balances;
pub mod catalog;
pub mod claims;
pub mod customers;
pub mod desk;
pub mod documents;
pub mod events;
pub mod history;
pub mod ledger;
pub mod means;
mod order_rows;
pub mod orders;
pub mod outbox;
pub mod pages;
pub mod payments;
pub mod refunds;
pub mod snapshot;
pub mod store;
pub mod transfers;
pub mod withdrawals;

use sea_orm::DbErr;
use sea_orm::sea_query::{Cond, IntoColumnRef};

use crate::domain::actor::Reach;

pub use store::{Patience, Store, Tx};

#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// Somebody else changed the row since it was read.
    #[error("the row has changed since it was read")]
    Stale,
    /// A stored value that no version of ours has written.
    #[error("{table}.{column} holds a value that cannot be: {value:?}")]
    Corrupt { table: &'static str, column: &'static str, value: String },
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl StorageError {
    /// The other side of a race won: read again, and try again.
    pub fn is_race(&self) -> bool {
        match self {
            Self::Stale => true,
            Self::Corrupt { .. } => false,
            Self::Db(error) => is_conflict(error),
        }
    }

    /// The database does not keep up: a connection, a lock or a statement was waited for too long.
    pub fn is_overload(&self) -> bool {
        match self {
            Self::Stale | Self::Corrupt { .. } => false,
            Self::Db(DbErr::ConnectionAcquire(_)) => true,
            Self::Db(error) => {
                let text = error.to_string();
                ["due to lock timeout", "due to statement timeout"]
                    .iter()
                    .any(|it| text.contains(it))
            }
        }
    }

    /// A unique index refused the row: somebody has written the same first.
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Self::Db(error)
            if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))))
    }
}

/// PostgreSQL: serialization failure (40001) and deadlock (40P01). SQLite: busy (5).
fn is_conflict(error: &DbErr) -> bool {
    let text = error.to_string();
    ["deadlock detected", "could not serialize access", "database is locked"]
        .iter()
        .any(|sign| text.contains(sign))
}

/// Reads a member of a closed set as it was stored.
fn member<T>(
    table: &'static str,
    column: &'static str,
    value: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, StorageError> {
    parse(value).ok_or_else(|| StorageError::Corrupt { table, column, value: value.to_owned() })
}

/// The condition that keeps a statement within reach.
fn within<C>(column: C, reach: Reach) -> Cond
where
    C: IntoColumnRef + sea_orm::ColumnTrait,
{
    match reach {
        Reach::Own(customer) => Cond::all().add(column.eq(customer.0)),
        Reach::All => Cond::all(),
        Reach::Nothing => Cond::all().add(column.is_null()),
    }
}
