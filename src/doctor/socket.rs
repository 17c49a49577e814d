//! A WebSocket to a server of our own, on a port and with a database that are only for that: there
//! and back, so that what stands between a browser and us is not on this machine.

use std::fmt::Display;
use std::time::Duration;

use chrono::TimeDelta;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::{Message, client::IntoClientRequest};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use super::Finding;
use crate::app::{Shop, bind};
use crate::auth::Subject;
use crate::clock::Clock;
use crate::config::{Settings, Sources};
use crate::storage::Store;

const WHAT: &str = "websocket";
/// How long all of it may take: making a database, too.
const TIME_MAX: Duration = Duration::from_secs(20);

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

pub(super) async fn examine(clock: &Clock) -> Finding {
    let why = match timeout(TIME_MAX, round_trip(clock)).await {
        Ok(Ok(())) => {
            return Finding::ok(WHAT, "One to this machine is opened, and a query is answered.");
        }
        Ok(Err(why)) => why,
        Err(_) => "it takes too long".into(),
    };
    let message = format!(
        "One to this machine does not work: {why}. Look for what stops connections to 127.0.0.1, and \
         whether files can be made in the temporary folder."
    );
    Finding::fail(WHAT, message)
}

async fn round_trip(clock: &Clock) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(text)?;
    let url = format!("sqlite://{}", folder.path().join("doctor.db").display());
    let store = Store::connect(&url).await.map_err(text)?;
    store.migrate_up().await.map_err(text)?;
    let listener = bind(([127, 0, 0, 1], 0).into()).await.map_err(text)?;
    let address = listener.local_addr().map_err(text)?;
    let defaults = Sources::default().settle().map_err(text)?.settings;
    let settings = Settings { stop_notice_seconds: 0, ..defaults };
    let secret = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
    let shop =
        Shop::new(&settings, secret.into(), store, clock.clone(), format!("http://{address}"));
    let subject = Subject::Operator { name: "doctor".into(), scopes: Vec::new() };
    let token = shop.app.tokens.sign(&subject, TimeDelta::minutes(1), clock.now()).map_err(text)?;
    let shutdown = shop.app.shutdown.clone();
    let serving = TaskTracker::new().spawn(async move { shop.serve(listener).await });
    let asked = ask(&format!("ws://{address}/graphql"), &token).await;
    shutdown.cancel();
    serving.await.map_err(text)?.map_err(text)?;
    asked
}

async fn ask(url: &str, token: &str) -> Result<(), String> {
    let mut request = url.into_client_request().map_err(text)?;
    let protocol = "graphql-transport-ws".parse().map_err(text)?;
    request.headers_mut().insert("sec-websocket-protocol", protocol);
    let (mut socket, _) = connect_async(request).await.map_err(text)?;
    let authorization = format!("Bearer {token}");
    let init = json!({ "type": "connection_init", "payload": { "authorization": authorization } });
    say(&mut socket, &init).await?;
    expect(&mut socket, |it| it["type"] == "connection_ack").await?;
    let payload = json!({ "query": "{ viewer { __typename } }" });
    say(&mut socket, &json!({ "type": "subscribe", "id": "1", "payload": payload })).await?;
    let viewer = "/payload/data/viewer/__typename";
    expect(&mut socket, |it| it.pointer(viewer) == Some(&json!("Operator"))).await?;
    socket.close(None).await.map_err(text)
}

async fn say(socket: &mut Socket, message: &Value) -> Result<(), String> {
    socket.send(Message::text(message.to_string())).await.map_err(text)
}

async fn expect(socket: &mut Socket, as_wanted: impl Fn(&Value) -> bool) -> Result<(), String> {
    while let Some(message) = socket.next().await {
        match message.map_err(text)? {
            Message::Text(words) => {
                let heard: Value = serde_json::from_str(&words).map_err(text)?;
                return if as_wanted(&heard) { Ok(()) } else { Err(format!("it said {heard}")) };
            }
            Message::Ping(_) | Message::Pong(_) => {}
            other => return Err(format!("it said {other:?}")),
        }
    }
    Err("it was closed".into())
}

fn text(error: impl Display) -> String {
    error.to_string()
}
