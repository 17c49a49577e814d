//! Alive, and ready.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};

use super::Http;

/// The process runs.
pub async fn alive() -> &'static str {
    "alive\n"
}

/// Requests can be answered: the database and the issuer's keys are there, and we are not about to stop.
pub async fn ready(State(http): State<Arc<Http>>) -> (StatusCode, &'static str) {
    if http.app.shutdown.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    if !http.app.tokens.is_ready(http.app.clock.now()) {
        let why = "the issuer's keys are not here: look at BUONO_JWKS_URL and the log\n";
        return (StatusCode::SERVICE_UNAVAILABLE, why);
    }
    match http.app.store.ready().await {
        Ok(true) => (StatusCode::OK, "ready\n"),
        Ok(false) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database lacks migrations: run `buono migrate up`\n",
        ),
        Err(err) => {
            tracing::warn!(error = %err, "Not ready: the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
