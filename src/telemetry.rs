//! Logs: to stderr, for people on a terminal, and as a JSON object a line for everything else.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::config::ConfigError;

/// Whether `filter` can be read as what is to be logged: a level, or levels by module.
pub fn check(filter: &str) -> Result<(), ConfigError> {
    read(filter).map(drop)
}

/// Starts logging what `filter` says.
pub fn init(filter: &str) -> Result<(), ConfigError> {
    let filter = read(filter)?;
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start, in a test, keeps the first.
    let started = if std::io::stderr().is_terminal() {
        logs.with_target(false).try_init()
    } else {
        logs.json().flatten_event(true).try_init()
    };
    drop(started);
    Ok(())
}

fn read(filter: &str) -> Result<EnvFilter, ConfigError> {
    EnvFilter::try_new(filter).map_err(|error| ConfigError {
        problems: vec![format!(
            "BUONO_LOG cannot be read ({error}). Write a level, or levels by module: info,sqlx=warn."
        )],
    })
}
