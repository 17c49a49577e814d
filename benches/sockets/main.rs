//! What an idle WebSocket costs: resident memory of the program for each, with a subscription on it,
//! beside that of bare sockets in a process that does nothing else. `make bench` runs it.

mod process;

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{WebSocketStream, accept_async_with_config, client_async};

use process::{Process, Shop};

/// Sockets that are opened, unless `BUONO_BENCH_SOCKETS` says otherwise.
const SOCKETS: usize = 5_000;
/// Sockets that are being opened at the same time.
const OPENING_MAX: usize = 64;
/// Buffers of a bare socket: those of ours.
const BUFFER_BYTES: usize = 256;
/// After which memory has come to rest, and every socket was asked once whether it is there.
const REST: Duration = Duration::from_secs(15);
const QUERY: &str = "subscription { orderUpdates { kind } }";

type Socket = WebSocketStream<TcpStream>;

fn main() {
    let count = std::env::var("BUONO_BENCH_SOCKETS").ok().and_then(|it| it.parse().ok());
    let count = count.unwrap_or(SOCKETS);
    process::allow_files(count);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    if std::env::args().any(|it| it == "bare") {
        runtime.block_on(serve_bare());
    } else {
        runtime.block_on(run(count));
    }
}

async fn run(count: usize) {
    let shop = Shop::new();
    let token = shop.token();
    let server = shop.serve(count).await;
    let ours = measure("Buono", &server, count, async |port| introduced(port, &token).await).await;
    drop(server);
    let bare = Process::bare();
    let limit = measure("bare", &bare, count, async |port| connected(port, None).await).await;
    println!("\n{count} idle sockets, each with `{QUERY}`; resident memory for each.\n");
    println!("| | Buono | bare sockets | Budget |\n|---|---|---|---|");
    println!("| an idle WebSocket | {ours:.1} KiB | {limit:.1} KiB | 12 KiB |");
}

/// Resident memory for each of so many sockets, in KiB.
async fn measure(
    name: &str,
    server: &Process,
    count: usize,
    open: impl AsyncFn(u16) -> Socket,
) -> f64 {
    let mut kept: JoinSet<()> = JoinSet::new();
    // As many as are being opened at once: what is there once for all of them, such as connections
    // to the database and what they have prepared, is not what each costs. They stay open, so that
    // the memory of those that are measured is their own.
    open_all(&mut kept, OPENING_MAX, || open(server.port)).await;
    tokio::time::sleep(REST).await;
    let before = server.resident_kib();
    open_all(&mut kept, count, || open(server.port)).await;
    tokio::time::sleep(REST).await;
    assert!(kept.try_join_next().is_none(), "every socket is still open");
    let after = server.resident_kib();
    eprintln!("{name}: {before} KiB before, {after} KiB with {count} sockets");
    drop(kept);
    float(after.saturating_sub(before)) / float(u64::try_from(count).expect("a number"))
}

async fn open_all<Opening>(kept: &mut JoinSet<()>, count: usize, open: impl Fn() -> Opening)
where
    Opening: Future<Output = Socket>,
{
    let mut sockets =
        futures_util::stream::iter(0..count).map(|_| open()).buffer_unordered(OPENING_MAX);
    while let Some(mut socket) = sockets.next().await {
        // Reading answers the pings.
        kept.spawn(async move { while let Some(Ok(_)) = socket.next().await {} });
    }
}

fn float(number: u64) -> f64 {
    f64::from(u32::try_from(number).expect("below 4 TiB"))
}

async fn connected(port: u16, protocol: Option<&str>) -> Socket {
    let mut request =
        format!("ws://127.0.0.1:{port}/graphql").into_client_request().expect("a URL");
    if let Some(protocol) = protocol {
        let protocol = protocol.parse().expect("a value of a header");
        request.headers_mut().insert("sec-websocket-protocol", protocol);
    }
    let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("the server listens");
    client_async(request, stream).await.expect("the upgrade is accepted").0
}

/// Acknowledged, and told of the first update.
async fn introduced(port: u16, token: &str) -> Socket {
    let mut socket = connected(port, Some("graphql-transport-ws")).await;
    let payload = json!({ "authorization": format!("Bearer {token}") });
    for message in [
        json!({ "type": "connection_init", "payload": payload }),
        json!({ "type": "subscribe", "id": "1", "payload": { "query": QUERY } }),
    ] {
        socket.send(Message::text(message.to_string())).await.expect("it is open");
    }
    for expected in ["connection_ack", "next"] {
        let heard = socket.next().await.expect("it is open").expect("it is open");
        let heard: Value = serde_json::from_slice(&heard.into_data()).expect("it is JSON");
        assert_eq!(heard["type"], expected, "{heard}");
    }
    socket
}

/// Accepts sockets, and does nothing with them.
async fn serve_bare() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    println!("{}", listener.local_addr().expect("it is bound").port());
    let mut config = WebSocketConfig::default();
    config.read_buffer_size = BUFFER_BYTES;
    config.write_buffer_size = BUFFER_BYTES;
    let mut sockets = JoinSet::new();
    loop {
        let (stream, _) = listener.accept().await.expect("files are left");
        sockets.spawn(async move {
            let socket = accept_async_with_config(stream, Some(config)).await;
            let mut socket = socket.expect("it is a WebSocket");
            while let Some(Ok(_)) = socket.next().await {}
        });
    }
}
