//! Connections that do nothing, come in crowds, or speak badly: each is ended in time, and the others
//! do not notice.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Body;
use buono::http::{ConnectionLimits, Limits, SocketLimits};
use hyper::Request;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::task::TaskTracker;

use super::binary::Buono;
use super::raw_client::{Client, PATIENCE};
use super::toy::{self, Server};

/// Much shorter than anybody's patience.
const SHORT: Duration = Duration::from_millis(200);
/// Much longer than any test.
const LONG: Duration = Duration::from_hours(1);

const ALIVE: &str = "GET /healthz HTTP/1.1\r\nhost: shop.test\r\n\r\n";

/// Limits of which a test shortens one, so that nothing else can be what ended a connection.
fn patient() -> Limits {
    Limits {
        body_time: LONG,
        request_time: LONG,
        connection: ConnectionLimits {
            head_time: LONG,
            idle_time: LONG,
            ..ConnectionLimits::default()
        },
        ..Limits::default()
    }
}

fn with(connection: ConnectionLimits) -> Limits {
    Limits { connection, ..patient() }
}

/// A connection that sends what it is told to, byte by byte.
struct Raw(TcpStream);

impl Raw {
    async fn to(address: SocketAddr) -> Self {
        Self(TcpStream::connect(address).await.unwrap())
    }

    /// From an address of this machine: 127.0.0.1 is the proxy's, for these servers.
    async fn from(address: &str, server: &Server) -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(SocketAddr::new(address.parse().unwrap(), 0)).unwrap();
        Self(socket.connect(server.address).await.unwrap())
    }

    async fn say(&mut self, text: &str) {
        self.0.write_all(text.as_bytes()).await.unwrap();
    }

    /// All that comes until the server closes the connection.
    async fn rest(&mut self) -> String {
        let mut bytes = Vec::new();
        let read = timeout(PATIENCE, self.0.read_to_end(&mut bytes)).await;
        match read.expect("the connection is ended") {
            Ok(_) => {}
            Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset),
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Asks whether the server lives; the connection stays open.
    async fn is_served(&mut self) -> bool {
        if self.0.write_all(ALIVE.as_bytes()).await.is_err() {
            return false;
        }
        let mut text = String::new();
        while !text.ends_with("alive\n") {
            let mut bytes = [0; 1024];
            match timeout(PATIENCE, self.0.read(&mut bytes)).await.expect("an answer or an end") {
                Ok(0) | Err(_) => return false,
                Ok(count) => text.push_str(std::str::from_utf8(&bytes[..count]).unwrap()),
            }
        }
        true
    }
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_ended() {
    let limits = ConnectionLimits { head_time: SHORT, ..patient().connection };
    let server = toy::start_with(with(limits)).await;
    assert_eq!(Raw::to(server.address).await.rest().await, "");
}

#[tokio::test]
async fn a_head_that_arrives_drop_by_drop_is_ended() {
    let limits = ConnectionLimits { head_time: SHORT, ..patient().connection };
    let server = toy::start_with(with(limits)).await;
    let mut raw = Raw::to(server.address).await;
    raw.say("GET /healthz HTTP/1.1\r\nhost: shop.test\r\n").await;
    // Whoever sends a little now and then does not win any time by it.
    let ended = async {
        while raw.0.write_all(b"x: y\r\n").await.is_ok() {
            tokio::time::sleep(SHORT / 10).await;
        }
    };
    timeout(PATIENCE, ended).await.expect("it is ended");

    let mut second = Raw::to(server.address).await;
    assert!(second.is_served().await);
    second.say("GET /healthz HTT").await;
    assert_eq!(second.rest().await, "", "the second head of a connection has no more time");
}

#[tokio::test]
async fn a_body_that_does_not_arrive_is_answered_with_408() {
    let server = toy::start_with(Limits { body_time: SHORT, ..patient() }).await;
    let mut raw = Raw::to(server.address).await;
    raw.say(
        "POST /graphql HTTP/1.1\r\nhost: shop.test\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: 100\r\n\r\n{\"query",
    )
    .await;
    let answer = raw.rest().await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("\"code\":\"REQUEST_TIMEOUT\""), "{answer}");
}

#[tokio::test]
async fn a_connection_that_is_not_used_any_more_is_ended() {
    let limits = ConnectionLimits { idle_time: SHORT, ..patient().connection };
    let server = toy::start_with(with(limits)).await;
    let mut raw = Raw::to(server.address).await;
    assert!(raw.is_served().await);
    assert_eq!(raw.rest().await, "");
}

#[tokio::test]
async fn a_connection_in_use_is_not_ended_between_its_requests() {
    let server = toy::start_with(patient()).await;
    let mut raw = Raw::to(server.address).await;
    for _ in 0..20 {
        assert!(raw.is_served().await);
    }
}

#[tokio::test]
async fn an_answer_that_nobody_reads_is_given_up() {
    let limits = Limits {
        body_time: SHORT,
        request_time: SHORT,
        socket: SocketLimits { write_time: SHORT, ping_every: LONG, ..SocketLimits::default() },
        connection: ConnectionLimits { all: 1, ..patient().connection },
        ..patient()
    };
    let server = toy::start_with(limits).await;
    let body = serde_json::json!({ "query": toy::FLOOD }).to_string();
    let mut raw = Raw::to(server.address).await;
    let head = format!(
        "POST /graphql/stream HTTP/1.1\r\nhost: shop.test\r\ncontent-type: application/json\r\n\
         authorization: Bearer {}\r\ncontent-length: {}\r\n\r\n{body}",
        server.token("anna"),
        body.len()
    );
    raw.say(&head).await;
    let mut some = [0; 16];
    raw.0.read_exact(&mut some).await.unwrap();
    assert!(!Raw::to(server.address).await.is_served().await, "it has the only place");
    // The pipe is full at some point, and then nothing moves any more.
    is_there_room(&server).await;
}

/// Waits until another connection is served: the server hears of what has ended a little later.
async fn is_there_room(server: &Server) {
    let again = async { while !Raw::to(server.address).await.is_served().await {} };
    timeout(PATIENCE, again).await.expect("there is room again");
}

#[tokio::test]
async fn only_so_many_connections_are_open_at_once() {
    let limits = ConnectionLimits { all: 3, ..patient().connection };
    let server = toy::start_with(with(limits)).await;
    let mut open = Vec::new();
    for _ in 0..3 {
        let mut raw = Raw::to(server.address).await;
        assert!(raw.is_served().await);
        open.push(raw);
    }
    assert!(!Raw::to(server.address).await.is_served().await, "a fourth is refused");
    assert!(open[0].is_served().await, "the others do not notice");
    open.pop();
    is_there_room(&server).await;
}

#[tokio::test]
async fn one_address_has_only_so_many_connections() {
    let limits = ConnectionLimits { per_address: 2, ..patient().connection };
    let server = toy::start_with(with(limits)).await;
    let mut first = Raw::from("127.0.0.2", &server).await;
    assert!(first.is_served().await);
    // A WebSocket counts for as long as it lasts.
    let mut socket = Raw::from("127.0.0.2", &server).await;
    socket.say(UPGRADE).await;
    let mut answer = [0; 12];
    socket.0.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 101");
    assert!(!Raw::from("127.0.0.2", &server).await.is_served().await);
    assert!(first.is_served().await, "the others do not notice");
    assert!(Raw::from("127.0.0.3", &server).await.is_served().await, "each has its own share");
    drop(socket);
    let again = async { while !Raw::from("127.0.0.2", &server).await.is_served().await {} };
    timeout(PATIENCE, again).await.expect("there is room again");
}

const UPGRADE: &str = "GET /graphql HTTP/1.1\r\nhost: shop.test\r\nconnection: upgrade\r\n\
     upgrade: websocket\r\nsec-websocket-version: 13\r\n\
     sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
     sec-websocket-protocol: graphql-transport-ws\r\n\r\n";

#[tokio::test]
async fn a_proxy_that_is_trusted_has_as_many_as_it_needs() {
    let limits = ConnectionLimits { per_address: 1, ..patient().connection };
    let server = toy::start_with(with(limits)).await;
    let mut open = Vec::new();
    for _ in 0..3 {
        let mut raw = Raw::from("127.0.0.1", &server).await;
        assert!(raw.is_served().await);
        open.push(raw);
    }
}

#[tokio::test]
async fn a_server_that_has_no_files_left_goes_on_as_soon_as_it_has() {
    let server = Buono::new().serve(&[]).await;
    server.leave_files(5).await;
    let mut open = Vec::new();
    for _ in 0..20 {
        open.push(Raw::to(server.address).await);
    }
    let complains = |line: &str| line.contains("No connection can be accepted");
    server.log.wait_for(complains).await;
    drop(open);
    let again = async { while !Raw::to(server.address).await.is_served().await {} };
    timeout(PATIENCE, again).await.expect("there is room again");
    server.terminate().await;
    let (code, _, log) = server.ended().await;
    assert_eq!((code, log.iter().filter(|line| complains(line)).count()), (0, 1), "{log:#?}");
}

#[tokio::test]
async fn heads_that_are_too_large_are_refused_with_431() {
    let limits = ConnectionLimits { head_bytes: 8 * 1024, headers: 50, ..patient().connection };
    let server = toy::start_with(with(limits)).await;
    for headers in [format!("x: {}\r\n", "y".repeat(9 * 1024)), "x: y\r\n".repeat(60)] {
        let mut raw = Raw::to(server.address).await;
        raw.say(&format!("GET /healthz HTTP/1.1\r\nhost: shop.test\r\n{headers}\r\n")).await;
        let answer = raw.rest().await;
        assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
    }
    let mut raw = Raw::to(server.address).await;
    raw.say(&format!("GET /healthz HTTP/1.1\r\nx: {}\r\n", "y".repeat(7 * 1024))).await;
    raw.say("connection: close\r\nhost: shop.test\r\n\r\n").await;
    assert!(raw.rest().await.starts_with("HTTP/1.1 200 "));
}

#[tokio::test]
async fn a_websocket_outlives_the_times_of_its_connection() {
    let limits = ConnectionLimits { head_time: SHORT, idle_time: SHORT, ..patient().connection };
    let server = toy::start_with(with(limits)).await;
    let mut client = Client::anna(&server).await;
    let mut silent = Raw::to(server.address).await;
    // Two others come and go in the meantime: what would end the socket has had its chance.
    for _ in 0..2 {
        assert_eq!(silent.rest().await, "");
        silent = Raw::to(server.address).await;
    }
    client.is_well().await;
    client.subscribe("1", toy::THREE).await;
    assert_eq!(client.hear().await["type"], "next");
}

#[tokio::test]
async fn a_stream_of_events_outlives_them_too() {
    let limits = ConnectionLimits { head_time: SHORT, idle_time: SHORT, ..patient().connection };
    let server = toy::start_with(with(limits)).await;
    let url = format!("http://{}/graphql/stream", server.address);
    let body = serde_json::json!({ "query": toy::ENDLESS });
    let request = reqwest::Client::new().post(url).bearer_auth(server.token("anna")).json(&body);
    let mut events = request.send().await.unwrap();
    let mut silent = Raw::to(server.address).await;
    assert_eq!(silent.rest().await, "");
    for _ in 0..3 {
        assert!(events.chunk().await.unwrap().is_some());
    }
}

#[tokio::test]
async fn http_2_without_an_upgrade_is_answered() {
    let server = toy::start_with(patient()).await;
    let (asking, connection) = http_2(&server).await;
    let mut answers = Vec::new();
    for path in ["/healthz", "/readyz"] {
        answers.push(answered(&asking, &server, path).await);
    }
    assert_eq!(answers, [200, 200]);
    drop(asking);
    connection.abort();
}

#[tokio::test]
async fn a_connection_of_http_2_that_is_not_used_any_more_is_told_so_and_ended() {
    let limits = ConnectionLimits { idle_time: SHORT, ..patient().connection };
    // Its pings keep nothing open that nobody uses.
    let socket = SocketLimits { ping_every: SHORT / 4, ..SocketLimits::default() };
    let server = toy::start_with(Limits { socket, ..with(limits) }).await;
    let (asking, connection) = http_2(&server).await;
    assert_eq!(answered(&asking, &server, "/healthz").await, 200);
    let ended = timeout(PATIENCE, connection).await.expect("it is ended");
    assert!(ended.unwrap().is_ok(), "with a goodbye");
}

type Asking = hyper::client::conn::http2::SendRequest<Body>;

async fn http_2(server: &Server) -> (Asking, JoinHandle<hyper::Result<()>>) {
    let stream = TokioIo::new(TcpStream::connect(server.address).await.unwrap());
    let begun = hyper::client::conn::http2::handshake(TokioExecutor::new(), stream).await;
    let (asking, connection) = begun.unwrap();
    (asking, TaskTracker::new().spawn(connection))
}

async fn answered(asking: &Asking, server: &Server, path: &str) -> u16 {
    let request = Request::get(format!("http://{}{path}", server.address));
    let answer = asking.clone().send_request(request.body(Body::empty()).unwrap());
    timeout(PATIENCE, answer).await.expect("it is answered").unwrap().status().as_u16()
}

#[tokio::test]
async fn only_so_much_is_done_at_once() {
    let server = toy::start_with(Limits { requests: 1, ..patient() }).await;
    let slow = async { while posted(&server, SLOW).await.status() != 200 {} };
    let refused = async {
        loop {
            let answer = posted(&server, toy::QUERY).await;
            if answer.status() == 503 {
                return answer;
            }
        }
    };
    let ((), refused) = timeout(PATIENCE, async { tokio::join!(slow, refused) }).await.unwrap();
    assert_eq!(refused.headers()["retry-after"], "1");
    let body: serde_json::Value = refused.json().await.unwrap();
    assert_eq!(body["errors"][0]["extensions"]["code"], "SERVER_BUSY", "{body}");
    assert_eq!(body["errors"][0]["extensions"]["retryAfter"], 1, "{body}");
    assert_eq!(posted(&server, toy::QUERY).await.status(), 200, "there is room again");
}

/// Long enough for others to meet it.
const SLOW: &str = "mutation { bump(afterMs: 1000) }";

#[tokio::test]
async fn probes_are_answered_however_busy_it_is() {
    let server = toy::start_with(Limits { requests: 0, ..patient() }).await;
    assert_eq!(posted(&server, toy::QUERY).await.status(), 503);
    for path in ["healthz", "readyz", "metrics"] {
        let url = format!("http://{}/{path}", server.address);
        assert_eq!(reqwest::get(url).await.unwrap().status(), 200, "{path}");
    }
}

#[tokio::test]
async fn who_only_listens_takes_no_place_and_a_busy_socket_stays_open() {
    let server = toy::start_with(Limits { requests: 0, ..patient() }).await;
    let mut client = Client::anna(&server).await;
    client.subscribe("1", toy::THREE).await;
    assert_eq!(client.hear().await["type"], "next");
    client.subscribe("2", toy::QUERY).await;
    let refused = loop {
        let message = client.hear().await;
        if message["id"] == "2" {
            break message;
        }
    };
    assert_eq!(refused["type"], "error");
    assert_eq!(refused["payload"][0]["extensions"]["code"], "SERVER_BUSY");
}

async fn posted(server: &Server, query: &str) -> reqwest::Response {
    let body = serde_json::json!({ "query": query });
    reqwest::Client::new().post(server.url()).json(&body).send().await.unwrap()
}
