//! `buono export`: data for other programs.

use std::io::IsTerminal;

use clap::{Args, Subcommand, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{CliError, Exit, cannot_print, open_ready};
use crate::config::Settings;
use crate::export::{self, Broken};

/// Writes data to stdout, for other programs.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  buono export orders > orders.csv")]
pub(super) struct Export {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Orders(Orders),
    Audit(Audit),
}

/// Writes what operators read and did, a JSON object a line, the oldest first.
///
/// Each row carries the hash of the one before: `buono verify` checks them.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  buono export audit > audit.jsonl")]
struct Audit {}

/// Writes every order, the oldest first.
///
/// It reads a page at a time, so that it needs little memory however many orders there are. Orders
/// that come or change meanwhile may or may not be in it as they are then.
#[derive(Debug, Args)]
#[command(after_help = columns_help())]
struct Orders {
    /// A line for each order with commas, or as a JSON object with its lines in it.
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Csv,
    Jsonl,
}

fn columns_help() -> String {
    let width = export::COLUMNS.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    let columns = export::COLUMNS.map(|(name, help)| format!("  {name:width$}  {help}\n")).concat();
    format!(
        "Examples:\n  buono export orders > orders.csv\n  buono export orders --format jsonl | head -1\n\n\
         Columns:\n{columns}\nCSV is that of RFC 4180, in UTF-8. Where a spreadsheet could take a \
         piece of a text for a formula,\nan apostrophe stands before it; JSON has texts as they are. \
         docs/export.md says more."
    )
}

impl Export {
    pub async fn run(self, settings: &Settings) -> Result<Exit, CliError> {
        match self.what {
            What::Orders(Orders { format }) => orders(format, settings).await,
            What::Audit(Audit {}) => audit(settings).await,
        }
    }
}

async fn audit(settings: &Settings) -> Result<Exit, CliError> {
    let store = open_ready(settings).await?;
    let stdout = std::io::stdout();
    let bar = progress(stdout.is_terminal(), "rows");
    let out = std::io::BufWriter::new(stdout);
    let done = export::audit_log(&store, out, |rows| bar.inc(rows)).await;
    bar.finish_and_clear();
    ended("Rows", done)
}

async fn orders(format: Format, settings: &Settings) -> Result<Exit, CliError> {
    let store = open_ready(settings).await?;
    let stdout = std::io::stdout();
    let bar = progress(stdout.is_terminal(), "orders");
    let out = std::io::BufWriter::new(stdout);
    let told = |orders: u64| bar.inc(orders);
    let done = match format {
        Format::Csv => {
            export::orders(&store, export::ORDERS_PER_PAGE, export::Csv::new(out), told).await
        }
        Format::Jsonl => {
            export::orders(&store, export::ORDERS_PER_PAGE, export::Jsonl::new(out), told).await
        }
    };
    bar.finish_and_clear();
    ended("Orders", done)
}

fn ended(what: &str, done: Result<u64, Broken>) -> Result<Exit, CliError> {
    match done {
        Ok(count) => {
            eprintln!("{what}: {count}.");
            Ok(Exit::Done)
        }
        Err(Broken::Storage(error)) => Err(CliError::storage(&error)),
        Err(Broken::Output(error)) => cannot_print(&error),
    }
}

/// A counter on stderr; indicatif shows none where stderr is no terminal, and beside the data
/// themselves it would only be in the way.
fn progress(beside_the_data: bool, what: &str) -> ProgressBar {
    let target =
        if beside_the_data { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let style = ProgressStyle::with_template(&format!("{{spinner}} {{pos}} {what}, {{per_sec}}"));
    ProgressBar::with_draw_target(None, target).with_style(style.expect("the template is tested"))
}
