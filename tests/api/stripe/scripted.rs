//! A Stripe that says what a test wants, word by word, and remembers what it was asked.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio_util::task::TaskTracker;

/// What it does with a request.
#[derive(Clone, Debug)]
pub enum Say {
    /// This status and text. `KEY` in it is our key of the last charge.
    Text(u16, String),
    /// The head, a part of the body, and then the end of the connection.
    Cut,
    /// Nothing, for ever.
    Nothing,
    /// A redirection to this address.
    Elsewhere(String),
    /// A body of so many bytes.
    Much(usize),
}

#[derive(Clone)]
pub struct Scripted {
    pub address: String,
    said: Arc<Mutex<Said>>,
}

#[derive(Default)]
struct Said {
    next: VecDeque<Say>,
    /// Method, path and query, and body of each request.
    asked: Vec<(String, String)>,
    key: String,
}

impl Scripted {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let scripted = Self { address, said: Arc::default() };
        let routes = Router::new().fallback(answer).with_state(scripted.clone());
        TaskTracker::new().spawn(async move { axum::serve(listener, routes).await });
        scripted
    }

    pub fn will_say(&self, all: impl IntoIterator<Item = Say>) {
        self.said.lock().unwrap().next.extend(all);
    }

    /// What it was asked since the last call: `POST /v1/refunds`, and the body.
    pub fn asked(&self) -> Vec<(String, String)> {
        std::mem::take(&mut self.said.lock().unwrap().asked)
    }
}

async fn answer(State(scripted): State<Scripted>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, 1024 * 1024).await.unwrap();
    let what = format!("{} {}", parts.method, parts.uri);
    let say = {
        let mut said = scripted.said.lock().unwrap();
        let body = String::from_utf8(body.into()).unwrap();
        if let Some((_, rest)) = body.split_once("metadata%5Bbuono_key%5D=") {
            rest.split('&').next().unwrap().clone_into(&mut said.key);
        }
        said.asked.push((what, body));
        let next = said.next.pop_front();
        match next {
            Some(Say::Text(status, text)) => {
                Some(Say::Text(status, text.replace("KEY", &said.key)))
            }
            other => other,
        }
    };
    match say {
        Some(Say::Text(status, text)) => {
            (StatusCode::from_u16(status).unwrap(), text).into_response()
        }
        Some(Say::Cut) => {
            let pieces = [Ok("{"), Err(std::io::Error::other("cut"))];
            Body::from_stream(futures_util::stream::iter(pieces)).into_response()
        }
        Some(Say::Nothing) => std::future::pending().await,
        Some(Say::Elsewhere(to)) => {
            (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, to)]).into_response()
        }
        Some(Say::Much(bytes)) => vec![b' '; bytes].into_response(),
        None => (StatusCode::INTERNAL_SERVER_ERROR, "nothing is left to say").into_response(),
    }
}
