//! Documents that an operator has asked for: in by PUT, out by GET.

mod disposition;
mod download;
mod incoming;
mod upload;

use axum::http::{HeaderValue, Method, header, request::Parts};
use axum::response::{IntoResponse, Response};

pub use self::download::show;
pub use self::upload::receive;
use super::failure::Failure;
use crate::graphql::ids::NodeId;

/// Any other method.
pub async fn other(method: Method) -> Response {
    let failure = Failure::method_not_allowed(format!("{method} is not supported here."));
    let mut response = failure.into_response();
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, PUT"));
    response
}

/// What the address names: the global id after `/documents/`.
fn named(parts: &Parts) -> Option<NodeId> {
    NodeId::decode(parts.uri.path().split('/').nth(2)?).ok()
}
