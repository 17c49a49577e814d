//! `buono demo`: the whole product, with data that moves.

use std::path::PathBuf;

use clap::Args;

use super::{CliError, Exit};
use crate::config::Settings;
use crate::demo::{self, DemoOptions};

/// The fastest a demo may go.
const SPEED_MAX: f64 = 1_000.0;

/// Runs the whole product with a demo vendor, and prints where it is and who may enter.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  buono demo
  buono demo --listen 127.0.0.1:0 --json | head -1
  buono demo --speed 10 --keep ./demo-data")]
pub(super) struct Demo {
    /// The address and port to listen on (`BUONO_LISTEN`; without it, `127.0.0.1:8080`).
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// How much faster than life orders move; 0 stops them.
    #[arg(long, default_value_t = 1.0, value_parser = speed)]
    speed: f64,
    /// Keep the data in this folder, instead of in one that is removed at the end.
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    /// Print URLs and tokens as one JSON object, on the first line of stdout.
    #[arg(long)]
    json: bool,
}

impl Demo {
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        self.listen.iter().map(|address| ("listen", address.clone())).collect()
    }

    pub async fn run(self, settings: Settings) -> Result<Exit, CliError> {
        if settings.is_production() {
            return Err(CliError::new(
                Exit::Configuration,
                "A demo does not run in production.",
                "Unset BUONO_ENV, or run `buono serve`.",
            ));
        }
        let Self { speed, keep, json, .. } = self;
        let options = DemoOptions { listen: settings.listen, speed, keep, json };
        Box::pin(demo::run(options, settings)).await.map(|()| Exit::Done).map_err(Into::into)
    }
}

fn speed(text: &str) -> Result<f64, String> {
    let speed = text.parse::<f64>().ok().filter(|it| (0.0..=SPEED_MAX).contains(it));
    speed.ok_or_else(|| format!("a speed goes from 0 to {SPEED_MAX}"))
}
