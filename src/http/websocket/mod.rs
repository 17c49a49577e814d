//! GraphQL over WebSocket, with the subprotocol `graphql-transport-ws`, to the letter.

use std::{
    collections::HashMap,
    future::ready,
    sync::{Arc, Mutex},
};

use axum::{
    extract::{FromRequestParts, Request, WebSocketUpgrade},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use tracing::{Instrument, Span};

use super::{Http, address, cors, failure::Failure};
use crate::domain::actor::Actor;

mod connection;
mod message;
mod operation;

pub use operation::{Event, start};

/// The only subprotocol we speak.
const PROTOCOL: &str = "graphql-transport-ws";
/// Buffers of one socket. Messages are short, and most sockets are silent: the library's defaults
/// of 128 KiB each would be most of what a socket costs.
const BUFFER_BYTES: usize = 256;

/// Whether the client asks for a WebSocket.
pub fn is_upgrade(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::UPGRADE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.split(',').any(|name| name.trim().eq_ignore_ascii_case("websocket")))
}

/// Turns the request into a WebSocket. A wrong subprotocol is told after the upgrade, by a close code:
/// before it, a page could not read the reason.
pub async fn upgrade(http: Arc<Http>, request: Request) -> Response {
    if !is_origin_known(request.headers(), &http.app.origins) {
        return Failure::new(
            StatusCode::FORBIDDEN,
            "ORIGIN_NOT_ALLOWED",
            "Pages of this origin may not connect here.",
        )
        .into_response();
    }
    let (mut parts, _) = request.into_parts();
    let from = address::caller(&http.app.proxies, &parts.extensions, &parts.headers);
    let upgrade = match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
        Ok(upgrade) => upgrade,
        Err(rejection) => {
            let text = rejection.body_text();
            return Failure::new(rejection.status(), "BAD_REQUEST", text).into_response();
        }
    };
    let message_bytes = http.app.limits.socket.message_bytes;
    let span = Span::current();
    upgrade
        .read_buffer_size(BUFFER_BYTES)
        .write_buffer_size(BUFFER_BYTES)
        .max_message_size(message_bytes)
        .max_frame_size(message_bytes)
        .protocols([PROTOCOL])
        .on_upgrade(move |socket| {
            // A task of its own: this one would keep what the upgrade took for as long as it lasts.
            let tracker = http.app.tracker.clone();
            tracker.spawn(connection::run(http, from, socket).instrument(span));
            ready(())
        })
}

/// Programs send no origin. Pages do, and theirs has to be this server's or on the list.
fn is_origin_known(headers: &HeaderMap, known: &[String]) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let Ok(origin) = origin.to_str() else { return false };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let origin_host = origin.split_once("://").map(|(_, host)| host);
    (origin_host.is_some() && origin_host == host) || cors::is_known(origin, known)
}

/// How many sockets, or whatever else lasts, each actor holds.
#[derive(Clone, Debug, Default)]
pub struct Seats(Arc<Mutex<HashMap<String, usize>>>);

/// One socket's place; given back when it is dropped.
#[derive(Debug)]
pub struct Seat {
    seats: Seats,
    holder: String,
}

impl Seats {
    /// A place for one more socket of `actor`, unless it already has `limit`.
    pub fn take(&self, actor: &Actor, limit: usize) -> Option<Seat> {
        let holder = actor.account();
        let mut taken = self.0.lock().expect("no holder of this lock can panic");
        let count = taken.entry(holder.clone()).or_default();
        if limit <= *count {
            return None;
        }
        *count += 1;
        Some(Seat { seats: self.clone(), holder })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.0.lock().expect("no holder of this lock can panic");
        if let Some(count) = taken.get_mut(&self.holder) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.holder);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_connect_from_known_origins_only() {
        let known = ["https://shop.test".to_owned()];
        for (origin, welcome) in [
            (None, true),
            (Some("https://shop.test"), true),
            (Some("https://buono.test"), true),
            (Some("https://evil.test"), false),
            (Some("https://buono.test.evil.test"), false),
            (Some("null"), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "buono.test".parse().unwrap());
            if let Some(origin) = origin {
                headers.insert(header::ORIGIN, origin.parse().unwrap());
            }
            assert_eq!(is_origin_known(&headers, &known), welcome, "{origin:?}");
        }
    }

    #[test]
    fn seats_are_given_back() {
        let seats = Seats::default();
        let actor = Actor::System;
        let first = seats.take(&actor, 1);
        assert!(first.is_some() && seats.take(&actor, 1).is_none());
        drop(first);
        assert!(seats.0.lock().unwrap().is_empty());
    }
}
