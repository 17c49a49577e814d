//! Whether a database holds what Buono wrote, and nothing that contradicts itself.
//!
//! It looks at one snapshot, so that what changes meanwhile is no false alarm, and it only reads. At
//! a time it holds [`PAGE`] orders with what belongs to them, or as many rows of anything else.
//! Another check is one more file here, and one more line: in `verify`, or in `CHECKS` of `orders`.

mod audit;
mod balances;
mod books;
mod documents;
mod feeds;
mod history;
mod journal;
mod ledger;
mod money;
mod orders;
mod outbox;
mod payments;
mod totals;
mod transfers;

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;

pub use journal::{Journal, JournalError};

use crate::clock::Clock;
use crate::domain::audit::BEFORE_THE_FIRST;
use crate::files::Files;
use crate::storage::{StorageError, Store};

/// Orders, customers or rows that are held at a time.
pub const PAGE: u64 = 500;

/// Something that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which check has found it.
    pub check: &'static str,
    /// The order, the customer or the row.
    pub subject: String,
    /// What is wrong.
    pub what: String,
    /// What that means.
    pub meaning: &'static str,
}

/// How much was looked at, and how much was wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub orders: u64,
    pub entries: u64,
    pub customers: u64,
    pub audit_rows: u64,
    pub ledger_rows: u64,
    pub documents: u64,
    /// The hash of the newest row of the audit log: an anchor, if it is kept elsewhere.
    pub audit_head: String,
    pub violations: u64,
}

/// Who listens while it goes on.
pub trait Listener: Send {
    fn violation(&mut self, it: &Violation);
    /// So many more rows have been looked at.
    fn looked_at(&mut self, rows: u64);
}

/// A run of all checks over one snapshot.
struct Run<'a> {
    db: DatabaseTransaction,
    /// Never earlier than the snapshot.
    now: DateTime<Utc>,
    anchor: Option<&'a str>,
    journal: Option<&'a Journal>,
    kept: Kept<'a>,
    listener: &'a mut dyn Listener,
    report: Report,
}

/// What was kept elsewhere, and what the database is held against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence<'a> {
    /// A hash of the audit log.
    pub anchor: Option<&'a str>,
    /// The money that the payment provider has moved.
    pub journal: Option<&'a Journal>,
    /// The files of documents.
    pub kept: Kept<'a>,
}

/// Where the files of documents are.
#[derive(Clone, Copy, Debug, Default)]
pub enum Kept<'a> {
    /// Nobody asks.
    #[default]
    Unasked,
    /// There is no such place.
    Nowhere,
    In(&'a Files),
}

/// Looks at everything there is.
pub async fn verify(
    store: &Store,
    clock: &Clock,
    evidence: Evidence<'_>,
    listener: &mut dyn Listener,
) -> Result<Report, StorageError> {
    let db = store.snapshot().await?;
    let report = Report {
        orders: 0,
        entries: 0,
        customers: 0,
        audit_rows: 0,
        ledger_rows: 0,
        documents: 0,
        audit_head: BEFORE_THE_FIRST.into(),
        violations: 0,
    };
    let Evidence { anchor, journal, kept } = evidence;
    let mut run = Run { db, now: clock.now(), anchor, journal, kept, listener, report };
    audit::check(&mut run).await?;
    orders::check(&mut run).await?;
    feeds::check(&mut run).await?;
    ledger::check(&mut run).await?;
    balances::check(&mut run).await?;
    documents::check(&mut run).await?;
    journal::strangers(&mut run).await?;
    run.db.rollback().await?;
    Ok(run.report)
}

impl Run<'_> {
    fn tell(&mut self, it: &Violation) {
        self.report.violations += 1;
        self.listener.violation(it);
    }
}
