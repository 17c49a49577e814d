//! LISTENS. Every route on one page, and what every answer has in common.

use std::{any::Any, sync::Arc};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::{HeaderName, HeaderValue, header},
    middleware::{from_fn, map_request},
    response::{IntoResponse, Response},
    routing::{any, get, post},
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    set_header::SetResponseHeaderLayer,
};

pub use self::answers::Answers;
use crate::actions::charge::Till;
use crate::app::App;

mod address;
mod answers;
mod assets;
mod audience;
pub mod cors;
mod documents;
pub mod failure;
mod graphiql;
mod graphql;
pub mod guard;
mod health;
mod home;
mod limits;
mod metrics;
mod negotiate;
mod observe;
mod pages;
mod people;
mod places;
mod provider;
mod purchase_order;
mod rates;
mod request;
mod sandbox;
mod sequence;
pub mod serve;
mod stream;
mod webhook;
mod websocket;

pub use self::address::Proxies;
pub use self::limits::{ConnectionLimits, Limits, SocketLimits, UploadLimits};
pub use self::provider::Provider;
pub use self::rates::{Rate, RateLimits};
pub use self::webhook::EVENT_BYTES_MAX;

/// What the handlers share.
struct Http {
    app: Arc<App>,
    till: Till,
    schema: Arc<dyn Answers>,
    seats: websocket::Seats,
    rates: rates::Rates,
    places: places::Places,
    /// Of documents that are on their way.
    uploads: places::Places,
    /// Of each customer's, of these.
    senders: websocket::Seats,
    last_count: metrics::LastCount,
}

/// The whole of the outside.
pub fn router(app: Arc<App>, till: Till, schema: impl Answers + 'static) -> Router {
    let body_bytes = app.limits.body_bytes;
    let (playground, pages) = (graphiql::routes(&app), pages::routes(&app));
    let (cors, of_documents) = (cors::layer(&app.origins), cors::of_documents(&app.origins));
    let http = Arc::new(Http {
        rates: rates::Rates::new(&app.limits.rates),
        places: places::Places::new(app.limits.requests),
        uploads: places::Places::new(app.limits.upload.at_once),
        app,
        till,
        schema: Arc::new(schema),
        seats: websocket::Seats::default(),
        senders: websocket::Seats::default(),
        last_count: metrics::LastCount::default(),
    });
    let api = Router::new()
        .route("/graphql", get(graphql::get).post(graphql::post).fallback(graphql::other))
        .route("/graphql/stream", post(stream::post).fallback(stream::other))
        .route("/orders/{number}/purchase-order", get(purchase_order::show))
        .route("/orders/{number}/purchase-order.html", get(purchase_order::show))
        .route("/schema.graphql", get(schema_text))
        .layer(cors);
    let documents = Router::new()
        .route(
            "/documents/{id}",
            get(documents::show).put(documents::receive).fallback(documents::other),
        )
        .layer(of_documents);
    Router::new()
        .route("/icon.svg", get(home::icon))
        .merge(pages)
        .merge(playground)
        .merge(api)
        .merge(documents)
        .route("/sandbox/payments/{key}", get(sandbox::show).post(sandbox::confirm))
        .route("/webhooks/stripe", any(webhook::stripe))
        .route("/metrics", get(metrics::show))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .fallback(pages::fallback)
        .with_state(http)
        .layer(DefaultBodyLimit::max(body_bytes))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(header_unless_set(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header_unless_set(header::REFERRER_POLICY, "no-referrer"))
        .layer(header_unless_set(header::X_FRAME_OPTIONS, "DENY"))
        .layer(header_unless_set(header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"))
        .layer(from_fn(observe::observe))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(map_request(without_request_id))
}

/// Request ids are ours: one from outside could be anything, and would end in the log.
async fn without_request_id(mut request: Request) -> Request {
    request.headers_mut().remove("x-request-id");
    request
}

/// The schema as text.
async fn schema_text() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], crate::graphql::sdl())
}

fn panicked(_: Box<dyn Any + Send>) -> Response {
    tracing::error!("A handler panicked");
    failure::Failure::internal().into_response()
}

fn header_unless_set(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}
