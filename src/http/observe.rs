//! One span, one line in the log and one count for each request. The path is in them, but never the
//! query string: that may hold people's data.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    http::Method,
    middleware::Next,
    response::Response,
};
use tower_http::request_id::RequestId;
use tracing::Instrument;

use crate::telemetry::{
    metrics,
    trace::{Parent, exported_id},
};

/// Probes come every few seconds, and are neither logged nor traced.
const PROBES: [&str; 3] = ["/healthz", "/readyz", "/metrics"];

pub async fn observe(request: Request, next: Next) -> Response {
    let span = span(&request);
    let route = request.extensions().get::<MatchedPath>().map(|it| it.as_str().to_owned());
    let method = method(request.method());
    let begun = Instant::now();
    let response = next.run(request).instrument(span.clone()).await;
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    metrics::request(route.as_deref().unwrap_or("none"), method, status, took);
    if !span.is_none() {
        let took_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        span.in_scope(|| tracing::info!(status, took_us, "Answered with {status}"));
    }
    response
}

fn span(request: &Request) -> tracing::Span {
    if PROBES.contains(&request.uri().path()) {
        return tracing::Span::none();
    }
    let id = request.extensions().get::<RequestId>().and_then(|id| id.header_value().to_str().ok());
    let id = id.unwrap_or_default();
    let span = tracing::info_span!(
        "request",
        id,
        method = %request.method(),
        path = request.uri().path(),
        trace_id = tracing::field::Empty,
    );
    let header = request.headers().get("traceparent").and_then(|it| it.to_str().ok());
    let parent = header.and_then(Parent::parse);
    if let Some(parent) = &parent {
        parent.adopt(&span);
    }
    // Without a collector the trace is known by its caller's id, or by the request's own.
    let trace_id = parent.map(|it| it.trace_id()).or_else(|| exported_id(&span));
    span.record("trace_id", trace_id.unwrap_or_else(|| id.replace('-', "")));
    span
}

/// The methods that something here answers; others could be any word.
fn method(method: &Method) -> &'static str {
    let known = ["GET", "HEAD", "POST", "PUT"];
    known.into_iter().find(|it| *it == method.as_str()).unwrap_or("OTHER")
}
