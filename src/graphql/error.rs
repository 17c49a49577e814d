//! The one place where a failure becomes a message and a stable `extensions.code`.

use async_graphql::{Error, ErrorExtensions, Response, ServerError};

use super::COMPLEXITY_MAX;
use crate::storage::StorageError;

/// Characters of a message that quotes what was sent.
const MESSAGE_CHARS_MAX: usize = 500;

/// More is asked for than can be done just now.
pub const BUSY: &str = "SERVER_BUSY";
pub const BUSY_MESSAGE: &str = "The server is busy. Please try again in a moment.";
/// When it is worth trying again: most operations take much less.
pub const RETRY_AFTER_SECONDS: u32 = 1;

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
    Busy,
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
            Self::Busy => BUSY,
            Self::Internal => "INTERNAL_SERVER_ERROR",
        }
    }
}

pub fn coded(code: Code, message: impl Into<String>) -> Error {
    Error::new(message).extend_with(|_, extensions| {
        extensions.set("code", code.name());
        if code == Code::Busy {
            extensions.set("retryAfter", RETRY_AFTER_SECONDS);
        }
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
    if error.is_overload() {
        tracing::warn!(%error, "the database does not keep up");
        return coded(Code::Busy, BUSY_MESSAGE);
    }
    tracing::error!(%error, "storage failed");
    coded(Code::Internal, "Something went wrong on our side. Please try again.")
}

/// Gives what the library itself says a code and a full stop: bad documents and bad arguments.
pub fn coded_all(response: Response) -> Response {
    coded_within(response, COMPLEXITY_MAX)
}

/// The same where another limit of what one document may select holds.
pub fn coded_within(mut response: Response, complexity_max: usize) -> Response {
    for error in &mut response.errors {
        if error.extensions.as_ref().is_none_or(|it| it.get("code").is_none()) {
            let code = library_code(error, complexity_max);
            error.extensions.get_or_insert_default().set("code", code);
        }
    }
    response
}

/// The code of an error that has none, which gets words to go with it.
fn library_code(error: &mut ServerError, complexity_max: usize) -> &'static str {
    if error.message == "Query is too complex." {
        error.message = format!(
            "The document may ask for more than {complexity_max} fields, with its pages as long as \
             they can be. Ask for less at once, or for shorter pages."
        );
        return "DOCUMENT_TOO_COMPLEX";
    }
    if !error.message.ends_with(['.', '!', '?']) {
        error.message.push('.');
    }
    error.message = shortened(std::mem::take(&mut error.message));
    // What has a path has begun to run: only its arguments can be wrong.
    if error.path.is_empty() { "GRAPHQL_VALIDATION_FAILED" } else { Code::BadUserInput.name() }
}

/// A message that may quote what was sent, and is not long for all that.
pub fn shortened(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(MESSAGE_CHARS_MAX) {
        message.truncate(end);
        message.push('…');
    }
    message
}

/// The same for a fault that several fields share.
pub fn shared(error: &std::sync::Arc<StorageError>) -> Error {
    broken(error)
}
