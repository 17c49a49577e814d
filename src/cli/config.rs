//! `buono config`: every setting there is, and those that hold here.

use clap::{Args, Subcommand};
use serde_json::json;

use super::{CliError, Exit, print};
use crate::config::{self, ConfigError, Loaded};
use crate::{app, telemetry};

/// Shows and checks settings.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  buono config default > buono.toml
  buono --config buono.toml config check")]
pub(super) struct Config {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Prints a TOML file of every setting, with its help, default, range and variable.
    #[command(after_help = "Example:\n  buono config default > buono.toml")]
    Default,
    /// Checks whether `serve` can start with the settings of here, and prints them without secrets.
    ///
    /// The settings are those of the file and the variables together. What is wrong with them is
    /// said on stderr, and the exit code is then 3. Neither the database nor the network is looked
    /// at: `buono doctor` does that.
    #[command(after_help = "\
Examples:
  buono config check
  buono --config buono.toml config check --json")]
    Check {
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
}

impl Config {
    pub fn run(self, loaded: Result<Loaded, ConfigError>) -> Result<Exit, CliError> {
        match self.what {
            What::Default => print(&config::default_file()).map(|()| Exit::Done),
            What::Check { json } => check(&loaded?, json),
        }
    }
}

fn check(loaded: &Loaded, json: bool) -> Result<Exit, CliError> {
    loaded.settings.validate()?;
    telemetry::check(&loaded.settings.log)?;
    app::usable_secret(&loaded.settings)?;
    for warning in &loaded.warnings {
        eprintln!("{warning}");
    }
    let text = if json { as_json(loaded) } else { config::settled_file(&loaded.settled) };
    print(&text).map(|()| Exit::Done)
}

fn as_json(loaded: &Loaded) -> String {
    let settings = loaded.settled.iter().map(|it| {
        json!({
            "name": it.setting.name,
            "variable": it.setting.variable(),
            "value": it.text,
            "secret": it.setting.secret,
            "place": it.place,
        })
    });
    format!(
        "{}\n",
        json!({ "settings": settings.collect::<Vec<_>>(), "warnings": loaded.warnings })
    )
}
