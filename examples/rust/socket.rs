//! One subscription over a WebSocket, by the protocol `graphql-transport-ws`: it takes four kinds of
//! message to speak it.

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::Failure;

const PROTOCOL: &str = "graphql-transport-ws";

pub struct Subscription(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Subscription {
    pub async fn start(
        url: &str,
        token: &str,
        document: &str,
        variables: Value,
    ) -> Result<Self, Failure> {
        let url = format!("{}/graphql", url.replacen("http", "ws", 1));
        let mut request = url.into_client_request().map_err(Failure::lost)?;
        let protocol = PROTOCOL.parse().expect("a header of plain letters");
        request.headers_mut().insert("sec-websocket-protocol", protocol);
        let (socket, _) = connect_async(request).await.map_err(Failure::lost)?;
        let mut subscription = Self(socket);
        // Who is asking comes first, and is acknowledged.
        let payload = json!({ "authorization": format!("Bearer {token}") });
        subscription.say(&json!({ "type": "connection_init", "payload": payload })).await?;
        // Several operations may share a socket, by their ids; here there is one.
        let payload = json!({ "query": document, "variables": variables });
        subscription.hear("connection_ack").await?;
        subscription.say(&json!({ "type": "subscribe", "id": "1", "payload": payload })).await?;
        Ok(subscription)
    }

    /// The next answer: it has `data`, `errors`, or both.
    pub async fn next(&mut self) -> Result<Value, Failure> {
        self.hear("next").await
    }

    async fn say(&mut self, message: &Value) -> Result<(), Failure> {
        self.0.send(Message::text(message.to_string())).await.map_err(Failure::lost)
    }

    /// The payload of the next message, which should be of that kind.
    async fn hear(&mut self, kind: &str) -> Result<Value, Failure> {
        loop {
            let frame = self.0.next().await.ok_or_else(|| Failure::lost("the end"))?;
            match frame.map_err(Failure::lost)? {
                Message::Text(text) => {
                    let mut message: Value = serde_json::from_str(&text).map_err(Failure::lost)?;
                    match message["type"].as_str() {
                        Some(found) if found == kind => return Ok(message["payload"].take()),
                        // The operation was refused: its payload is a list of errors.
                        Some("error") => return Ok(json!({ "errors": message["payload"] })),
                        // The server asks whether we are there; at `token`, a new one is due.
                        Some("ping") => self.say(&json!({ "type": "pong" })).await?,
                        found => return Err(Failure::Lost(format!("{found:?} is no {kind}"))),
                    }
                }
                Message::Close(Some(close)) => return Err(Failure::lost(close)),
                // Pings of the WebSocket itself are answered by the library.
                _ => {}
            }
        }
    }
}
