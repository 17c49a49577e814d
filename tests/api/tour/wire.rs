//! How the tour asks: over HTTP, over server-sent events, and over a WebSocket by hand.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::future::Future;

use futures_util::{SinkExt, StreamExt};
use reqwest::{RequestBuilder, Response};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::demo::PATIENCE;

/// A request to that address, from whoever holds the token; from nobody without one.
pub fn request(url: &str, token: Option<&str>, body: &Value) -> RequestBuilder {
    let request = reqwest::Client::new().post(url).json(body);
    match token {
        Some(token) => request.bearer_auth(token),
        None => request,
    }
}

/// The answers of a subscription.
pub struct Events {
    response: Response,
    /// What has come and was not asked for yet.
    rest: String,
}

impl Events {
    pub async fn open(request: RequestBuilder) -> Self {
        Self { response: in_time(request.send()).await.unwrap(), rest: String::new() }
    }

    pub async fn next(&mut self) -> Value {
        loop {
            let Some((event, rest)) = self.rest.split_once("\n\n") else {
                let more = in_time(self.response.chunk()).await.unwrap();
                let more = more.expect("the subscription goes on");
                self.rest.push_str(std::str::from_utf8(&more).unwrap());
                continue;
            };
            let data = event.lines().find_map(|line| line.strip_prefix("data: "));
            let answer = data.map(|data| serde_json::from_str(data).unwrap());
            self.rest = String::from(rest);
            if let Some(answer) = answer {
                return answer;
            }
        }
    }
}

/// A WebSocket on which every message is written by hand.
pub struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    pub async fn open(url: &str) -> Self {
        let mut request = url.into_client_request().unwrap();
        let protocol = "graphql-transport-ws".parse().unwrap();
        request.headers_mut().insert("sec-websocket-protocol", protocol);
        Self(in_time(connect_async(request)).await.unwrap().0)
    }

    pub async fn say(&mut self, message: &str) {
        in_time(self.0.send(Message::text(message))).await.unwrap();
    }

    pub async fn hear(&mut self) -> Value {
        loop {
            let frame = in_time(self.0.next()).await.expect("the server goes on").unwrap();
            if let Message::Text(text) = frame {
                return serde_json::from_str(&text).unwrap();
            }
        }
    }
}

async fn in_time<T>(doing: impl Future<Output = T>) -> T {
    timeout(PATIENCE, doing).await.expect("it comes in time")
}
