//! A client of `graphql-transport-ws` that can be made to break its rules.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{net::SocketAddr, time::Duration};

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{self, Message, client::IntoClientRequest},
};

use crate::toy::Server;

/// Longer than any answer takes.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// A client that sends exactly what it is told to.
pub struct Client(pub WebSocketStream<TcpStream>);

impl Client {
    pub async fn connect(server: &Server, protocol: Option<&str>) -> Self {
        Self::try_connect(server, protocol, None).await.expect("the upgrade is accepted")
    }

    pub async fn try_connect(
        server: &Server,
        protocol: Option<&str>,
        origin: Option<&str>,
    ) -> Result<Self, tungstenite::Error> {
        Self::at(server.address, protocol, origin).await
    }

    /// Connected to whatever server is there.
    pub async fn at(
        address: SocketAddr,
        protocol: Option<&str>,
        origin: Option<&str>,
    ) -> Result<Self, tungstenite::Error> {
        let mut request = format!("ws://{address}/graphql").into_client_request()?;
        if let Some(protocol) = protocol {
            request.headers_mut().insert("sec-websocket-protocol", protocol.parse().unwrap());
        }
        if let Some(origin) = origin {
            request.headers_mut().insert("origin", origin.parse().unwrap());
        }
        let stream = TcpStream::connect(address).await.unwrap();
        // The library refuses an answer without the protocol it asked for; here that is the point.
        client_async(request, stream).await.map(|(socket, _)| Self(socket))
    }

    /// Connected, but not introduced.
    pub async fn new(server: &Server) -> Self {
        Self::connect(server, Some("graphql-transport-ws")).await
    }

    /// Connected and acknowledged, as anna.
    pub async fn anna(server: &Server) -> Self {
        Self::with_token(server, &server.token("anna")).await
    }

    pub async fn with_token(server: &Server, token: &str) -> Self {
        Self::new(server).await.introduced(token).await
    }

    /// Introduced by a token, and acknowledged.
    pub async fn introduced(mut self, token: &str) -> Self {
        self.init(token).await;
        assert_eq!(self.hear().await, json!({ "type": "connection_ack" }));
        self
    }

    pub async fn init(&mut self, token: &str) {
        let payload = json!({ "authorization": format!("Bearer {token}") });
        self.say(&json!({ "type": "connection_init", "payload": payload })).await;
    }

    pub async fn say(&mut self, message: &Value) {
        self.send(Message::text(message.to_string())).await;
    }

    pub async fn send(&mut self, message: Message) {
        self.0.send(message).await.unwrap();
    }

    pub async fn subscribe(&mut self, id: &str, query: &str) {
        let payload = json!({ "query": query });
        self.say(&json!({ "type": "subscribe", "id": id, "payload": payload })).await;
    }

    pub async fn frame(&mut self) -> Option<Result<Message, tungstenite::Error>> {
        timeout(PATIENCE, self.0.next()).await.expect("something comes in time")
    }

    /// The next message.
    pub async fn hear(&mut self) -> Value {
        loop {
            match self.frame().await {
                Some(Ok(Message::Text(text))) => return serde_json::from_str(&text).unwrap(),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                other => panic!("a message was expected, not {other:?}"),
            }
        }
    }

    /// The code that the connection is closed with; messages before it are skipped.
    pub async fn close_code(&mut self) -> u16 {
        loop {
            match self.frame().await {
                Some(Ok(Message::Close(Some(frame)))) => {
                    assert!(!frame.reason.is_empty() && frame.reason.len() <= 123);
                    return frame.code.into();
                }
                Some(Ok(Message::Close(None)) | Err(_)) | None => panic!("closed without a code"),
                Some(Ok(_)) => {}
            }
        }
    }

    /// Asserts that the connection still answers, and that nothing else was on its way.
    pub async fn is_well(&mut self) {
        self.say(&json!({ "type": "ping", "payload": { "are": "you well" } })).await;
        let pong = json!({ "type": "pong", "payload": { "are": "you well" } });
        assert_eq!(self.hear().await, pong);
    }
}
