//! The page on which a payment of the sandbox that needs an action is confirmed: what a bank's own
//! page would be. The link holds a key that cannot be guessed.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::{Http, home};
use crate::actions::charge::broken;
use crate::actions::settle::Settle;
use crate::domain::actor::Reach;
use crate::domain::payment::{Payment, PaymentState};
use crate::payments::Outcome;
use crate::payments::sandbox::NAME as SANDBOX;
use crate::storage::{orders, payments};

const GONE: &str = "There is nothing to confirm here any more.";

/// Shows what is to be confirmed.
pub async fn show(State(http): State<Arc<Http>>, Path(key): Path<String>) -> Response {
    match waiting(&http, &key).await {
        Ok(payment) => page(
            StatusCode::OK,
            &format!(
                "<p class=lead>Pay {}?</p><p>A bank would ask here whether it is you. No money \
                 moves.</p><form method=post><button class=open>Confirm</button></form>",
                payment.amount
            ),
        ),
        Err(answer) => answer,
    }
}

/// Confirms it, and sends the customer back to the order.
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
        Ok(Ok(_)) => back(&http, &payment).await,
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

/// To the page of the order. Whoever does not follow has an answer too.
async fn back(http: &Http, payment: &Payment) -> Response {
    let db = http.till.changes.store.read();
    let mut response = page(StatusCode::SEE_OTHER, "<p>Paid. You can close this page.</p>");
    match orders::many(db, Reach::All, &[payment.order_id]).await {
        Ok(found) => {
            let order = found.first().map(|order| format!("/orders/{}", order.number));
            let place = HeaderValue::try_from(order.unwrap_or_else(|| "/orders".to_owned()));
            let place = place.expect("a number is plain text");
            response.headers_mut().insert(header::LOCATION, place);
            response
        }
        Err(error) => failed(&error),
    }
}

fn failed(error: &dyn std::fmt::Display) -> Response {
    tracing::error!(%error, "a payment of the sandbox could not be confirmed");
    page(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong on our side. Please try again.")
}

fn page(status: StatusCode, body: &str) -> Response {
    let style = home::STYLE;
    let html = format!(
        "<!doctype html>
<html lang=en>
<head>
<meta charset=utf-8>
<meta name=viewport content='width=device-width'>
<title>Sandbox payment</title>
<link rel=icon href=/icon.svg type=image/svg+xml>
<style>{style}</style>
</head>
<body>
<main>
<h1>Sandbox payment</h1>
{body}
</main>
</body>
</html>
"
    );
    let policy = [(header::CONTENT_SECURITY_POLICY, home::policy("'self'"))];
    (status, policy, Html(html)).into_response()
}
