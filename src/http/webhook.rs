//! `POST /webhooks/stripe`: what the payment provider tells of its own accord. Its signature is checked
//! over the bytes as they came; then they are stored, answered with 200, and processed by a job.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use super::Http;
use super::failure::Failure;
use super::graphql::arrived;
use crate::actions::charge::broken;
use crate::actions::learn::StoreEvent;
use crate::fault::{Fault, point};
use crate::payments::NotAnEvent;
use crate::telemetry::metrics;

/// A larger event is refused.
pub const EVENT_BYTES_MAX: usize = 256 * 1024;

const PROVIDER: &str = "stripe";
const SIGNATURE: &str = "stripe-signature";

pub async fn stripe(State(http): State<Arc<Http>>, request: Request) -> Response {
    match received(&http, request).await {
        Ok(()) => StatusCode::OK.into_response(),
        Err(failure) => failure.into_response(),
    }
}

async fn received(http: &Http, request: Request) -> Result<(), Failure> {
    if http.till.gateway.name() != PROVIDER {
        return Err(Failure::not_found());
    }
    if request.method() != Method::POST {
        return Err(Failure::method_not_allowed("Events are sent by POST."));
    }
    let (parts, content) = request.into_parts();
    let body = arrived(http, &parts.headers, content, EVENT_BYTES_MAX).await?;
    let id = http.till.gateway.event(signature(&parts.headers), &body).map_err(refused)?;
    let raw = String::from_utf8(body.into()).map_err(|_| refused(NotAnEvent::Shape))?;
    let place = http.places.take()?;
    let store = StoreEvent { provider: PROVIDER, id, raw };
    let changes = http.till.changes.clone();
    // In a task of its own: a provider that hangs up must not cancel it half done.
    let stored = http.app.tracker.spawn(async move {
        let stored = broken(changes.make(&store).await);
        place.give_back();
        stored
    });
    let is_new = match stored.await {
        Ok(Ok(is_new)) => is_new,
        Ok(Err(error)) => return Err(failed(&error)),
        Err(error) => return Err(failed(&error)),
    };
    point(Fault::WebhookStored).await;
    metrics::gateway_event(if is_new { "stored" } else { "repeated" });
    http.till.changes.hub.wake_jobs();
    point(Fault::BeforeWebhookReply).await;
    Ok(())
}

fn signature(headers: &HeaderMap) -> &str {
    headers.get(SIGNATURE).and_then(|it| it.to_str().ok()).unwrap_or_default()
}

fn refused(why: NotAnEvent) -> Failure {
    metrics::gateway_event("refused");
    match why {
        NotAnEvent::NotTaken => Failure::not_found(),
        NotAnEvent::Signature => {
            tracing::warn!(
                "A webhook is not signed by Stripe, or not just now. If it is Stripe's, set \
                 BUONO_STRIPE_WEBHOOK_SECRET to the signing secret of the endpoint, and check the \
                 clock of this machine."
            );
            Failure::new(
                StatusCode::BAD_REQUEST,
                "BAD_SIGNATURE",
                "This is not signed with the secret of this endpoint, or not just now.",
            )
        }
        NotAnEvent::Shape => Failure::bad_request("This is no event."),
    }
}

fn failed(error: &dyn std::fmt::Display) -> Failure {
    tracing::error!(%error, "an event of the payment provider could not be stored");
    Failure::internal()
}
