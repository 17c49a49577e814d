//! `buono migrate`: the tables of the database.

use std::fmt::Write;

use clap::{Args, Subcommand};
use serde_json::json;

use super::{CliError, Exit, open, print};
use crate::config::Settings;

/// Makes the database's tables what this version needs.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  buono migrate up
  buono migrate status --json
  buono migrate down            takes back the newest migration, and the data in it")]
pub(super) struct Migrate {
    #[command(subcommand)]
    direction: Direction,
}

#[derive(Debug, Subcommand)]
enum Direction {
    /// Applies every migration that is missing.
    #[command(after_help = "Example:\n  buono migrate up && buono serve")]
    Up,
    /// Takes back the newest migration, and the data in it.
    #[command(after_help = "Example:\n  buono migrate down && buono migrate status")]
    Down,
    /// Lists the migrations, and whether each is applied.
    #[command(after_help = "Example:\n  buono migrate status --json")]
    Status {
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
}

impl Migrate {
    pub async fn run(self, settings: &Settings) -> Result<Exit, CliError> {
        let store = open(settings).await?;
        let done = match self.direction {
            Direction::Up => store.migrate_up().await,
            Direction::Down => store.migrate_down(Some(1)).await,
            Direction::Status { json } => {
                let list = store.migrations().await.map_err(|error| CliError::storage(&error))?;
                print(&if json { as_json(&list) } else { as_lines(&list) })?;
                return Ok(Exit::Done);
            }
        };
        done.map_err(|error| CliError::storage(&error))?;
        let list = store.migrations().await.map_err(|error| CliError::storage(&error))?;
        let applied = list.iter().filter(|(_, applied)| *applied).count();
        eprintln!("{applied} of {} migrations are applied.", list.len());
        Ok(Exit::Done)
    }
}

fn as_lines(list: &[(String, bool)]) -> String {
    list.iter().fold(String::new(), |mut text, (name, applied)| {
        let state = if *applied { "applied" } else { "missing" };
        writeln!(text, "{state}  {name}").expect("a String takes everything");
        text
    })
}

fn as_json(list: &[(String, bool)]) -> String {
    let list: Vec<_> =
        list.iter().map(|(name, applied)| json!({"name": name, "applied": applied})).collect();
    format!("{}\n", json!(list))
}
