//! `buono serve`: the server.

use clap::Args;

use super::{CliError, Exit};
use crate::app;
use crate::config::Settings;

/// Runs the server, and the jobs in it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  buono serve
  buono serve --listen 0.0.0.0:8080 --database-url postgres://buono@db/buono --no-jobs")]
pub(super) struct Serve {
    /// The address and port to listen on (`BUONO_LISTEN`; without it, `127.0.0.1:8080`).
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// The database (`BUONO_DATABASE_URL`; without it, `sqlite://buono.db`).
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
    /// Leave the jobs to `buono work`.
    #[arg(long)]
    no_jobs: bool,
}

impl Serve {
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        let flags = [("listen", &self.listen), ("database_url", &self.database_url)];
        flags.into_iter().filter_map(|(name, text)| Some((name, text.clone()?))).collect()
    }

    pub async fn run(self, settings: Settings) -> Result<Exit, CliError> {
        settings.validate()?;
        app::serve(settings, !self.no_jobs).await.map(|()| Exit::Done).map_err(Into::into)
    }
}
