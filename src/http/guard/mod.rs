//! What a document may be, before anything of it runs: first its text, then what it comes to once its
//! fragments are spread. HTTP, server-sent events and WebSocket all pass here.

mod document;
mod scan;

use async_graphql::ServerError;
use async_graphql::parser::{Error, parse_query, types::ExecutableDocument};
use serde_json::{Map, Value};

use super::failure::with_code;
use crate::graphql::error::shortened;

pub use self::document::{DocumentLimits, NESTING_MAX};

/// How many errors an answer names: who makes more mistakes has enough to mend.
pub const ERRORS_MAX: usize = 20;

/// Reads a document that is within the limits; the error has a stable code.
pub fn read(query: &str, limits: &DocumentLimits) -> Result<ExecutableDocument, ServerError> {
    scan::check(query, limits).map_err(|refused| {
        let code = match refused {
            scan::TooMuch::OpenString => "GRAPHQL_PARSE_FAILED",
            _ => "DOCUMENT_TOO_LARGE",
        };
        with_code(ServerError::new(refused.to_string(), None), code)
    })?;
    let document = parse_query(query).map_err(unparsable)?;
    document::check(&document, limits).map_err(|refused| {
        with_code(ServerError::new(refused.to_string(), None), refused.code())
    })?;
    Ok(document)
}

/// The parser draws the line and an arrow below it: clients have the place in `locations`, so what
/// it expected there is enough.
fn unparsable(error: Error) -> ServerError {
    let mut error = ServerError::from(error);
    let drawn = error.message.lines().filter_map(|line| line.trim().strip_prefix("= ")).next_back();
    let what = drawn.map_or_else(|| error.message.clone(), |it| it.replace('_', " "));
    let at =
        error.locations.first().map(|at| format!(" at line {}, column {}", at.line, at.column));
    let message = format!("The document cannot be read{}: {what}.", at.unwrap_or_default());
    error.message = shortened(message);
    with_code(error, "GRAPHQL_PARSE_FAILED")
}

/// Variables that are small enough to look at.
pub fn variables(
    variables: &Map<String, Value>,
    limits: &DocumentLimits,
) -> Result<(), ServerError> {
    let refuse =
        |message: String| Err(with_code(ServerError::new(message, None), "VARIABLES_TOO_LARGE"));
    let mut bytes = 0_usize;
    let mut waiting: Vec<&Value> = variables.values().collect();
    bytes += variables.keys().map(String::len).sum::<usize>();
    while let Some(value) = waiting.pop() {
        bytes += match value {
            Value::String(text) => text.len(),
            Value::Array(list) if limits.list_items < list.len() => {
                let (found, most) = (list.len(), limits.list_items);
                return refuse(format!("A list has {found} items; the limit is {most}."));
            }
            Value::Array(list) => {
                waiting.extend(list);
                2
            }
            Value::Object(map) => {
                waiting.extend(map.values());
                map.keys().map(String::len).sum::<usize>() + 2
            }
            _ => 8,
        };
        if limits.variables_bytes < bytes {
            let most = limits.variables_bytes;
            return refuse(format!("The variables have more than {most} bytes."));
        }
    }
    Ok(())
}

/// Only so many errors.
pub fn shorten(mut errors: Vec<ServerError>) -> Vec<ServerError> {
    errors.truncate(ERRORS_MAX);
    errors
}
