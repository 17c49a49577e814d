//! `buono import`: data from files.

use std::fmt;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{CliError, Exit, changes, open_ready};
use crate::actions::upsert::{UpsertPlan, UpsertVoucher};
use crate::actions::{Changes, Stop};
use crate::clock::Clock;
use crate::config::Settings;
use crate::import::{self, Catalog, Rejected};
use crate::storage::StorageError;
use crate::storage::catalog::Written;

/// A larger file is refused before it is read.
const FILE_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Takes data from files. Importing a file again changes only what has changed.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  buono import catalog plans.json")]
pub(super) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Catalog(CatalogFile),
}

/// Takes plans, prices and vouchers from a JSON file.
#[derive(Debug, Args)]
#[command(after_help = "\
Reads our own format (docs/catalog-format.md) and the public hosting-catalog format. A record that
cannot be used is named with its place and does not stop the others; the exit code is then 5.

Example:
  buono import catalog plans.json")]
struct CatalogFile {
    /// The file.
    file: PathBuf,
}

impl Import {
    pub async fn run(self, settings: &Settings) -> Result<Exit, CliError> {
        match self.what {
            What::Catalog(CatalogFile { file }) => catalog(&file, settings).await,
        }
    }
}

async fn catalog(path: &Path, settings: &Settings) -> Result<Exit, CliError> {
    let bytes = read(path)?;
    let catalog = import::parse(&bytes, Clock::System.now()).map_err(|error| {
        CliError::new(
            Exit::Failure,
            format!("{}: nothing was imported. {error}", path.display()),
            "Correct the file, then import it again: docs/catalog-format.md describes it.",
        )
    })?;
    let changes = changes(open_ready(settings).await?, settings);
    let bar = progress(catalog.plans.len() + catalog.vouchers.len());
    let summary = write(catalog, &changes, &bar).await?;
    bar.finish_and_clear();
    eprintln!("{summary}");
    Ok(if summary.rejected == 0 { Exit::Done } else { Exit::PartlyImported })
}

fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    let cannot = |why: String| {
        let what = format!("{} cannot be read: {why}.", path.display());
        CliError::new(Exit::Failure, what, "Give another file.")
    };
    let size = std::fs::metadata(path).map_err(|error| cannot(error.to_string()))?.len();
    if FILE_BYTES_MAX < size {
        return Err(cannot("it is larger than 256 MiB".into()));
    }
    std::fs::read(path).map_err(|error| cannot(error.to_string()))
}

/// What became of the records.
#[derive(Debug, Default, PartialEq, Eq)]
struct Summary {
    new: usize,
    changed: usize,
    same: usize,
    vouchers: usize,
    rejected: usize,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { new, changed, same, vouchers, rejected } = self;
        write!(f, "Plans: {new} new, {changed} changed, {same} as before. Vouchers: {vouchers}. ")?;
        write!(f, "Rejected: {rejected}.")
    }
}

async fn write(
    catalog: Catalog,
    changes: &Changes,
    bar: &ProgressBar,
) -> Result<Summary, CliError> {
    let mut summary = Summary::default();
    for plan in catalog.plans {
        match plan {
            Ok(plan) => match changes.make(&UpsertPlan { plan }).await.map_err(broken)? {
                Written::New => summary.new += 1,
                Written::Changed => summary.changed += 1,
                Written::Same => summary.same += 1,
            },
            Err(rejected) => reject(&rejected, &mut summary, bar),
        }
        bar.inc(1);
    }
    for voucher in catalog.vouchers {
        match voucher {
            Ok(voucher) => {
                changes.make(&UpsertVoucher { voucher }).await.map_err(broken)?;
                summary.vouchers += 1;
            }
            Err(rejected) => reject(&rejected, &mut summary, bar),
        }
        bar.inc(1);
    }
    Ok(summary)
}

fn reject(rejected: &Rejected, summary: &mut Summary, bar: &ProgressBar) {
    bar.suspend(|| eprintln!("Rejected: {rejected}"));
    summary.rejected += 1;
}

fn broken(stop: Stop<std::convert::Infallible>) -> CliError {
    let error: StorageError = match stop {
        Stop::Broken(error) => error,
        Stop::Refused(never) => match never {},
    };
    CliError::storage(&error)
}

/// A bar on stderr; indicatif shows none where stderr is no terminal.
fn progress(records: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(records as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} records, {eta} left");
    bar.with_style(style.expect("the template is tested by every import"))
}
