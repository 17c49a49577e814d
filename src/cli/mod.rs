//! The command line: one file for each command. Data goes to stdout, everything else to stderr.

mod completions;
mod config;
mod customer;
mod demo;
mod doctor;
mod exit;
mod export;
mod import;
mod migrate;
mod schema;
mod serve;
mod token;
mod verify;
mod work;

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use secrecy::ExposeSecret;

pub use exit::{CliError, Exit};

use crate::actions::Changes;
use crate::app;
use crate::clock::Clock;
use crate::config::{ConfigError, Loaded, Settings, load};
use crate::live::Hub;
use crate::storage::Store;
use crate::telemetry::{self, Telemetry};

/// Customers' hosting orders, with live tracking.
#[derive(Debug, Parser)]
#[command(name = "buono", version, propagate_version = true, after_help = AFTER_HELP)]
pub struct Cli {
    /// A TOML file of settings; without it, the one that `BUONO_CONFIG` names.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  buono demo                               the whole product, with data that moves
  buono migrate up && buono serve          a server on buono.db
  buono import catalog plans.json          plans and prices

Every setting can be a variable (BUONO_LISTEN), a line of the file (listen = \"…\") or, where a
command has it, a flag; a flag counts most, then the variable, then the file.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 wrong settings, 4 cannot reach, 5 partly imported.";

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Demo),
    Serve(serve::Serve),
    Work(work::Work),
    Migrate(migrate::Migrate),
    Token(token::Token),
    Customer(customer::CustomerCommand),
    Import(import::Import),
    Export(export::Export),
    Verify(verify::Verify),
    Config(config::Config),
    Doctor(doctor::Doctor),
    Schema(schema::Schema),
    Completions(completions::Completions),
}

impl Cli {
    /// Does what was asked. What goes wrong is left to the caller to say.
    pub async fn run(self) -> Result<Exit, CliError> {
        let loaded = load(self.command.settings(), self.config.as_deref());
        // Kept to the end: what was not sent to a collector yet is sent then.
        let _telemetry = match &loaded {
            Ok(loaded) if self.command.is_logged() => Some(begin(loaded)?),
            _ => None,
        };
        match self.command {
            // These say what is wrong with the settings, or need none.
            Command::Completions(command) => command.run(),
            Command::Config(command) => command.run(loaded),
            Command::Doctor(command) => command.run(loaded).await,
            Command::Schema(command) => command.run(),

            Command::Customer(command) => command.run(&ready(loaded)?).await,
            Command::Demo(command) => Box::pin(command.run(ready(loaded)?)).await,
            Command::Export(command) => command.run(&ready(loaded)?).await,
            Command::Import(command) => command.run(&ready(loaded)?).await,
            Command::Migrate(command) => command.run(&ready(loaded)?).await,
            Command::Serve(command) => command.run(ready(loaded)?).await,
            Command::Token(command) => command.run(&ready(loaded)?),
            Command::Verify(command) => command.run(&ready(loaded)?).await,
            Command::Work(command) => command.run(ready(loaded)?).await,
        }
    }
}

/// The settings, once logs go where they say.
fn begin(loaded: &Loaded) -> Result<Telemetry, ConfigError> {
    let telemetry = telemetry::init(&loaded.settings)?;
    for warning in &loaded.warnings {
        tracing::warn!("{warning}");
    }
    Ok(telemetry)
}

fn ready(loaded: Result<Loaded, ConfigError>) -> Result<Settings, ConfigError> {
    loaded.map(|loaded| loaded.settings)
}

impl Command {
    /// Whether it does something that is logged, rather than looking at the settings or at nothing.
    fn is_logged(&self) -> bool {
        !matches!(self, Self::Completions(_) | Self::Config(_) | Self::Doctor(_) | Self::Schema(_))
    }

    /// The settings that its flags give.
    fn settings(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Demo(command) => command.settings(),
            Self::Serve(command) => command.settings(),
            Self::Verify(command) => command.settings(),
            _ => Vec::new(),
        }
    }
}

/// Opens the database that the settings name.
async fn open(settings: &Settings) -> Result<Store, CliError> {
    Ok(app::connect(settings.database_url.expose_secret()).await?)
}

/// Opens the database, and makes sure that it has every table we need.
async fn open_ready(settings: &Settings) -> Result<Store, CliError> {
    let store = open(settings).await?;
    match store.ready().await {
        Ok(true) => Ok(store),
        Ok(false) => Err(CliError::new(
            Exit::Failure,
            "The database is not migrated.",
            "Run `buono migrate up` first.",
        )),
        Err(error) => Err(CliError::storage(&error)),
    }
}

/// Changes made by a command: nobody listens in this process, so nobody is woken.
fn changes(store: Store, settings: &Settings) -> Changes {
    let policy = Arc::new(settings.into());
    Changes { store, clock: Clock::System, hub: Hub::default(), policy }
}

/// Writes data to stdout. A reader that has seen enough, such as `head`, is no failure.
fn print(text: &str) -> Result<(), CliError> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) => cannot_print(&error).map(drop),
        Ok(()) => Ok(()),
    }
}

fn cannot_print(error: &std::io::Error) -> Result<Exit, CliError> {
    if error.kind() == std::io::ErrorKind::BrokenPipe {
        return Ok(Exit::Done);
    }
    let what_happened = format!("The output cannot be written: {error}.");
    Err(CliError::new(Exit::Failure, what_happened, "Look at where stdout goes."))
}

#[cfg(test)]
mod tests;
