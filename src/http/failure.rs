//! Requests that never ran, in the shape of a GraphQL answer: `errors`, each with a stable code, and no `data`.

use async_graphql::{ErrorExtensionValues, ServerError, Value};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::negotiate::Media;
use super::places::Busy;
use crate::auth::AuthError;
use crate::telemetry::{metrics, trace};

/// Why a request was turned away, and with which status.
#[derive(Debug)]
pub struct Failure {
    pub status: StatusCode,
    pub errors: Vec<ServerError>,
}

impl Failure {
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, errors: vec![error(code, message)] }
    }

    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BAD_REQUEST", message)
    }

    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", "There is nothing at this address.")
    }

    pub fn method_not_allowed(message: impl Into<String>) -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", message)
    }

    pub fn internal() -> Self {
        let message = "Something went wrong on our side. Please try again.";
        let mut error = error("INTERNAL_SERVER_ERROR", message);
        // It can be found in the log by this.
        if let Some(id) = trace::current_id() {
            let extensions = error.extensions.get_or_insert_with(ErrorExtensionValues::default);
            extensions.set("traceId", &*id);
        }
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, errors: vec![error] }
    }

    /// The answer, in the media type that the client asked for.
    pub fn answer(self, media: Media) -> Response {
        count(&self.errors);
        let body = json!({ "errors": self.errors }).to_string();
        let mut response =
            (self.status, [(header::CONTENT_TYPE, media.name())], body).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let challenge = HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        if let Some(seconds) = self.errors.iter().find_map(retry_after) {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

impl From<AuthError> for Failure {
    fn from(refused: AuthError) -> Self {
        if let AuthError::Storage(err) = &refused {
            if err.is_overload() {
                return Busy.into();
            }
            tracing::error!(error = %err, "Nobody can be identified: storage failed");
            return Self::internal();
        }
        if let AuthError::Unavailable(_) = &refused {
            let status = StatusCode::SERVICE_UNAVAILABLE;
            return Self::new(status, "AUTH_UNAVAILABLE", refused.to_string());
        }
        Self::new(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", refused.to_string())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        self.answer(Media::Json)
    }
}

/// One error of a GraphQL answer.
pub fn error(code: &'static str, message: impl Into<String>) -> ServerError {
    with_code(ServerError::new(message, None), code)
}

/// After how many seconds another try may succeed.
fn retry_after(error: &ServerError) -> Option<u64> {
    match error.extensions.as_ref()?.get("retryAfter")? {
        Value::Number(seconds) => seconds.as_u64(),
        _ => None,
    }
}

/// Counts errors that are answered.
pub fn count(errors: &[ServerError]) {
    for error in errors {
        if let Some(code) = code(error) {
            metrics::error(code);
        }
    }
}

/// The stable code of an error.
pub fn code(error: &ServerError) -> Option<&str> {
    match error.extensions.as_ref()?.get("code")? {
        Value::String(code) => Some(code),
        _ => None,
    }
}

/// Gives an error a code, unless it has one.
pub fn with_code(mut error: ServerError, code: &'static str) -> ServerError {
    let extensions = error.extensions.get_or_insert_with(ErrorExtensionValues::default);
    if extensions.get("code").is_none() {
        extensions.set("code", Value::from(code));
    }
    error
}
