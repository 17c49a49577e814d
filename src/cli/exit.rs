//! How a command ends.

use std::process::ExitCode;

use crate::app::StartError;
use crate::config::ConfigError;
use crate::storage::StorageError;

/// What the exit code tells scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    Done = 0,
    Failure = 1,
    Usage = 2,
    Configuration = 3,
    CannotReach = 4,
    PartlyImported = 5,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command could not do what was asked: sentences for the one who typed it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", format!("{what_happened} {what_to_do}").trim_end())]
pub struct CliError {
    pub exit: Exit,
    pub what_happened: String,
    pub what_to_do: String,
}

impl CliError {
    pub fn new(
        exit: Exit,
        what_happened: impl Into<String>,
        what_to_do: impl Into<String>,
    ) -> Self {
        Self { exit, what_happened: what_happened.into(), what_to_do: what_to_do.into() }
    }

    /// A flag or argument that makes no sense.
    pub fn usage(what_happened: impl Into<String>, what_to_do: impl Into<String>) -> Self {
        Self::new(Exit::Usage, what_happened, what_to_do)
    }

    /// The database was open, and then failed.
    pub fn storage(error: &StorageError) -> Self {
        Self::new(
            Exit::Failure,
            format!("The database failed: {error}."),
            "Look at it, then try again: what is done already is not done twice.",
        )
    }
}

impl From<ConfigError> for CliError {
    /// Every problem is a sentence that says what to do already.
    fn from(error: ConfigError) -> Self {
        Self::new(Exit::Configuration, error.to_string(), "")
    }
}

impl From<StartError> for CliError {
    /// A start that fails says what to do in the same sentence.
    fn from(error: StartError) -> Self {
        let exit = match &error {
            StartError::Configuration(_) => Exit::Configuration,
            StartError::CannotReach(_) => Exit::CannotReach,
            StartError::Failure(_) => Exit::Failure,
        };
        Self::new(exit, error.to_string(), "")
    }
}
