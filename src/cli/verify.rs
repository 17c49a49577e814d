//! `buono verify`: whether the database holds what Buono wrote.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::{Value, json};

use super::{CliError, Exit, open_ready, print};
use crate::clock::Clock;
use crate::config::{Settings, documents_folder};
use crate::files::Files;
use crate::verify::{Evidence, Journal, Kept, Listener, Report, Violation, verify};

/// Violations that `--json` lists; it counts them all.
const LISTED_MAX: usize = 1_000;
/// Hexadecimal digits of a hash.
const HASH_DIGITS: usize = 64;

/// Checks that the database holds what was written, and nothing that contradicts itself.
///
/// Looked at are: the audit log, in which each row carries the hash of the one before; each order's
/// history, which has to be whole, possible, and lead to where the order stands; its totals, its
/// payments and refunds, and what is still to be told of it; the ledger, in which all that has moved is
/// booked, and nothing else; each customer's feed; and the files of documents. Nothing is changed, and the server need not
/// stop: all is read as it was at one moment.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  buono verify
  buono verify --anchor \"$(cat kept-elsewhere)\"
  buono verify --journal provider.jsonl

The exit code is 1 when something is wrong, with a line for each thing: where, what, and what it
means. The last line has the hash of the newest row of the audit log. Keep it where nobody who can
write to the database can: with --anchor, a later run also sees when rows were removed from the
log's end, or when all of it was written anew.

With --journal, payments and refunds are also held against what the payment provider has moved: a file
with a line of JSON for each movement, as in
{\"kind\": \"charge\", \"key\": \"our idempotency key\", \"amount\": 609, \"currency\": \"EUR\"},
where kind is charge or refund, and the amount is in minor units.")]
pub(super) struct Verify {
    /// The database to look at.
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
    /// A hash that an earlier run printed: the audit log has to go through it.
    #[arg(long, value_name = "HASH", value_parser = hash)]
    anchor: Option<String>,
    /// Lines of JSON: what the payment provider has moved.
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    /// Print JSON: how much was looked at, and at most 1000 violations.
    #[arg(long)]
    json: bool,
}

fn hash(text: &str) -> Result<String, String> {
    let text = text.trim().to_ascii_lowercase();
    let fits = text.len() == HASH_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then_some(text).ok_or_else(|| format!("a hash has {HASH_DIGITS} hexadecimal digits"))
}

impl Verify {
    /// The settings that its flags give.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        self.database_url.iter().map(|url| ("database_url", url.clone())).collect()
    }

    pub async fn run(self, settings: &Settings) -> Result<Exit, CliError> {
        let journal = self.journal.as_deref().map(journal).transpose()?;
        let store = open_ready(settings).await?;
        let mut shown =
            Shown { as_json: self.json, listed: Vec::new(), bar: progress(), broken: None };
        let folder = documents_folder(settings).ok().flatten();
        let files = folder.and_then(|it| Files::at(&it).ok());
        let kept = files.as_ref().map_or(Kept::Nowhere, Kept::In);
        let (anchor, journal) = (self.anchor.as_deref(), journal.as_ref());
        let evidence = Evidence { anchor, journal, kept };
        let report = verify(&store, &Clock::System, evidence, &mut shown).await;
        shown.bar.finish_and_clear();
        let report = report.map_err(|error| CliError::storage(&error))?;
        if let Some(broken) = shown.broken {
            return Err(broken);
        }
        print(&if self.json { as_json(&report, &shown.listed) } else { summary(&report) })?;
        Ok(if report.violations == 0 { Exit::Done } else { Exit::Failure })
    }
}

/// Read before the database: what it has of later is no contradiction.
fn journal(path: &Path) -> Result<Journal, CliError> {
    let read_at = Clock::System.now();
    let failed = |why: String| {
        let what_to_do = "Give a file with a line of JSON for each movement: see --help.";
        CliError::new(Exit::Failure, format!("{}: {why}", path.display()), what_to_do)
    };
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    Journal::parse(&text, read_at).map_err(|error| failed(error.to_string()))
}

struct Shown {
    as_json: bool,
    listed: Vec<Value>,
    bar: ProgressBar,
    broken: Option<CliError>,
}

impl Listener for Shown {
    fn violation(&mut self, it: &Violation) {
        if self.as_json {
            if self.listed.len() < LISTED_MAX {
                self.listed.push(json!({ "check": it.check, "subject": it.subject,
                    "what": it.what, "meaning": it.meaning }));
            }
            return;
        }
        let line = format!("{}: {}; {}.\n", it.subject, it.what, it.meaning);
        let printed = self.bar.suspend(|| print(&line));
        self.broken = self.broken.take().or(printed.err());
    }

    fn looked_at(&mut self, rows: u64) {
        self.bar.inc(rows);
    }
}

fn summary(report: &Report) -> String {
    let Report { orders, entries, customers, audit_rows, ledger_rows, documents, .. } = report;
    let Report { audit_head, violations, .. } = report;
    format!(
        "Orders: {orders}. Entries: {entries}. Customers: {customers}. Audit rows: {audit_rows}. \
         Ledger rows: {ledger_rows}. Documents: {documents}. Violations: {violations}. Anchor: {audit_head}\n"
    )
}

fn as_json(report: &Report, listed: &[Value]) -> String {
    let report = json!({
        "ok": report.violations == 0,
        "checked": { "orders": report.orders, "entries": report.entries,
            "customers": report.customers, "auditRows": report.audit_rows,
            "ledgerRows": report.ledger_rows, "documents": report.documents },
        "anchor": report.audit_head,
        "violationCount": report.violations,
        "violations": listed,
    });
    format!("{report}\n")
}

/// A counter on stderr, where that is a terminal.
fn progress() -> ProgressBar {
    let target = if std::io::stderr().is_terminal() {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let style = ProgressStyle::with_template("{spinner} {pos} rows, {per_sec}");
    ProgressBar::with_draw_target(None, target).with_style(style.expect("the template is tested"))
}
