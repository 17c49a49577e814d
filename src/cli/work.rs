//! `buono work`: the jobs alone.

use clap::Args;

use super::{CliError, Exit};
use crate::app;
use crate::config::Settings;

/// Runs the jobs alone, for servers that were started with --no-jobs.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  BUONO_DATABASE_URL=postgres://buono@db/buono buono work")]
pub(super) struct Work {}

impl Work {
    pub async fn run(self, settings: Settings) -> Result<Exit, CliError> {
        settings.validate()?;
        app::work(settings).await.map(|()| Exit::Done).map_err(Into::into)
    }
}
