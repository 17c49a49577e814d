//! The page on which a payment of the sandbox that needs an action is confirmed: what a bank's own
//! page would be. The link holds a key that cannot be guessed.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use super::Http;
use crate::actions::charge::broken;
use crate::actions::settle::Settle;
use crate::domain::payment::{Payment, PaymentState};
use crate::payments::Outcome;
use crate::payments::sandbox::NAME as SANDBOX;
use crate::storage::payments;

const GONE: &str = "There is nothing to confirm here any more.";

/// Shows what is to be confirmed.
pub async fn show(State(http): State<Arc<Http>>, Path(key): Path<String>) -> Response {
    match waiting(&http, &key).await {
        Ok(payment) => page(
            StatusCode::OK,
            &format!(
                "<p>Pay {}?</p><form method=post><button>Confirm</button></form>",
                payment.amount
            ),
        ),
        Err(answer) => answer,
    }
}

/// Confirms it.
pub async fn confirm(State(http): State<Arc<Http>>, Path(key): Path<String>) -> Response {
    let payment = match waiting(&http, &key).await {
        Ok(payment) => payment,
        Err(answer) => return answer,
    };
    let reference = format!("sandbox_{key}");
    let outcome = Outcome::Succeeded { reference, amount: payment.amount };
    let settle = Settle { payment: payment.id, outcome: Some(outcome) };
    let changes = http.till.changes.clone();
    // In a task of its own: whoever closes the page must not cancel it half done.
    let settled = http.app.tracker.spawn(async move { broken(changes.make(&settle).await) }).await;
    match settled {
        Ok(Ok(_)) => page(StatusCode::OK, "<p>Paid. You can close this page.</p>"),
        Ok(Err(error)) => failed(&error),
        Err(error) => failed(&error),
    }
}

async fn waiting(http: &Http, key: &str) -> Result<Payment, Response> {
    // Nobody else's payments are confirmed here. Our keys are UUIDs: what is none needs no look.
    if http.till.gateway.name() != SANDBOX || uuid::Uuid::parse_str(key).is_err() {
        return Err(page(StatusCode::NOT_FOUND, GONE));
    }
    let db = http.till.changes.store.read();
    match payments::by_gateway_key(db, key).await {
        Ok(Some(payment)) if payment.state == PaymentState::RequiresAction => Ok(payment),
        Ok(_) => Err(page(StatusCode::NOT_FOUND, GONE)),
        Err(error) => Err(failed(&error)),
    }
}

fn failed(error: &dyn std::fmt::Display) -> Response {
    tracing::error!(%error, "a payment of the sandbox could not be confirmed");
    page(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong on our side. Please try again.")
}

fn page(status: StatusCode, body: &str) -> Response {
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Sandbox payment</title>\
         <main><h1>Sandbox payment</h1>{body}</main>"
    );
    (status, Html(html)).into_response()
}
