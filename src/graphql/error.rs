//! The one place where a failure becomes a message and a stable `extensions.code`.

use async_graphql::{Error, ErrorExtensions};

use crate::storage::StorageError;

/// Codes of top-level errors: they never change, whatever the message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    Unauthenticated,
    Forbidden,
    BadUserInput,
    BadCursor,
    BadId,
    NotFound,
    Conflict,
    Internal,
}

impl Code {
    fn name(self) -> &'static str {
        match self {
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::BadUserInput => "BAD_USER_INPUT",
            Self::BadCursor => "BAD_CURSOR",
            Self::BadId => "BAD_ID",
            Self::NotFound => "NOT_FOUND",
            Self::Conflict => "CONFLICT",
            Self::Internal => "INTERNAL_SERVER_ERROR",
        }
    }
}

pub fn coded(code: Code, message: impl Into<String>) -> Error {
    Error::new(message).extend_with(|_, extensions| {
        extensions.set("code", code.name());
        // What is ours to look into can be found in the log by this.
        if code == Code::Internal
            && let Some(id) = crate::telemetry::trace::current_id()
        {
            extensions.set("traceId", &*id);
        }
    })
}

/// A fault of ours: the cause goes to the log, and never to the client.
pub fn broken(error: &StorageError) -> Error {
    if error.is_race() {
        return coded(Code::Conflict, "This has just been changed. Read it again and try again.");
    }
    tracing::error!(%error, "storage failed");
    coded(Code::Internal, "Something went wrong on our side. Please try again.")
}

/// The same for what a loader hands round.
pub fn shared(error: &std::sync::Arc<StorageError>) -> Error {
    broken(error)
}
