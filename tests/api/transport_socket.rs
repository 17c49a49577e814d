//! `graphql-transport-ws`, one test for each row of the table in the design.

use std::time::Duration;

use buono::http::{Limits, SocketLimits};
use chrono::TimeDelta;
use futures_util::StreamExt;
use serde_json::json;
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::tungstenite::{
    self, Message,
    protocol::frame::{
        Frame,
        coding::{Data, OpCode},
    },
};

use crate::{
    raw_client::{Client, PATIENCE},
    toy::{self, Server},
};

async fn start_with(change: impl FnOnce(&mut SocketLimits)) -> Server {
    let mut limits = Limits::default();
    change(&mut limits.socket);
    toy::start_with(limits).await
}

#[tokio::test]
async fn no_init_in_time_is_4408() {
    let server = start_with(|limits| limits.init_time = Duration::from_millis(100)).await;
    assert_eq!(Client::new(&server).await.close_code().await, 4408);
    let mut anna = Client::anna(&server).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    anna.is_well().await;
}

#[tokio::test]
async fn a_second_init_is_4429() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    anna.init(&server.token("anna")).await;
    assert_eq!(anna.close_code().await, 4429);
}

#[tokio::test]
async fn subscribe_before_the_acknowledgement_is_4401() {
    let server = toy::start().await;
    let mut client = Client::new(&server).await;
    client.subscribe("1", toy::QUERY).await;
    assert_eq!(client.close_code().await, 4401);
}

#[tokio::test]
async fn a_missing_bad_or_expired_token_is_4403() {
    let server = toy::start().await;
    let old = server.token("anna");
    server.app.clock.advance(TimeDelta::hours(2));
    for payload in [
        json!(null),
        json!({}),
        json!({ "authorization": null }),
        json!({ "authorization": 7 }),
        json!({ "authorization": "Bearer nonsense" }),
        json!({ "authorization": format!("Bearer {old}") }),
        json!({ "authorization": format!("Bearer {}", server.token("stranger")) }),
    ] {
        let mut client = Client::new(&server).await;
        client.say(&json!({ "type": "connection_init", "payload": payload })).await;
        assert_eq!(client.close_code().await, 4403, "{payload}");
    }
}

#[tokio::test]
async fn a_token_that_ends_is_announced_and_then_4403() {
    let server = toy::start().await;
    let token = server.token_for("anna", TimeDelta::minutes(5));
    let mut anna = Client::with_token(&server, &token).await;
    server.app.clock.advance(TimeDelta::seconds(269));
    anna.is_well().await;
    server.app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(anna.hear().await, json!({ "type": "ping", "payload": { "reason": "token" } }));
    anna.is_well().await;
    server.app.clock.advance(TimeDelta::seconds(30));
    assert_eq!(anna.close_code().await, 4403);
}

#[tokio::test]
async fn messages_that_make_no_sense_are_4400() {
    let server = start_with(|limits| limits.sockets_per_actor = 100).await;
    let long_id = "x".repeat(65);
    for message in [
        Message::text("nonsense"),
        Message::text("[]"),
        Message::text("{}"),
        Message::text(r#"{"type": 7}"#),
        Message::text(r#"{"type": "nonsense"}"#),
        Message::text(r#"{"type": "start", "id": "1", "payload": {"query": "{ a }"}}"#),
        Message::text(r#"{"type": "subscribe", "payload": {"query": "{ a }"}}"#),
        Message::text(r#"{"type": "subscribe", "id": 1, "payload": {"query": "{ a }"}}"#),
        Message::text(r#"{"type": "subscribe", "id": "", "payload": {"query": "{ a }"}}"#),
        Message::text(r#"{"type": "subscribe", "id": "1"}"#),
        Message::text(r#"{"type": "subscribe", "id": "1", "payload": {}}"#),
        Message::text(r#"{"type": "subscribe", "id": "1", "payload": {"query": 7}}"#),
        Message::text(r#"{"type": "complete"}"#),
        Message::text(r#"{"type": "ping", "payload": 7}"#),
        Message::text(json!({ "type": "complete", "id": long_id }).to_string()),
        Message::binary(b"{}".as_slice()),
    ] {
        let mut anna = Client::anna(&server).await;
        anna.send(message.clone()).await;
        assert_eq!(anna.close_code().await, 4400, "{message}");
    }
}

#[tokio::test]
async fn an_id_in_use_is_4409_even_when_it_is_long() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    let id = "è".repeat(32);
    anna.subscribe(&id, toy::ENDLESS).await;
    anna.subscribe(&id, toy::ENDLESS).await;
    assert_eq!(anna.close_code().await, 4409);
}

#[tokio::test]
async fn an_id_may_be_used_again_after_complete() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    for _ in 0..2 {
        anna.subscribe("1", toy::THREE).await;
        for count in 1..=3 {
            let payload = json!({ "data": { "count": count } });
            assert_eq!(anna.hear().await, json!({ "type": "next", "id": "1", "payload": payload }));
        }
        assert_eq!(anna.hear().await, json!({ "type": "complete", "id": "1" }));
    }
    anna.subscribe("2", toy::ENDLESS).await;
    anna.say(&json!({ "type": "complete", "id": "2" })).await;
    anna.subscribe("2", toy::QUERY).await;
    // What was written before our `complete` arrived may still come.
    while anna.hear().await["payload"]["data"]["viewer"] != "anna" {}
    assert_eq!(anna.hear().await, json!({ "type": "complete", "id": "2" }));
}

#[tokio::test]
async fn what_never_runs_is_an_error_and_the_socket_stays_open() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    let deep = "{ a ".repeat(4000);
    for query in ["{", toy::INVALID, "subscription { nothing }", deep.as_str()] {
        anna.subscribe("1", query).await;
        let message = anna.hear().await;
        assert_eq!((&message["type"], &message["id"]), (&json!("error"), &json!("1")), "{message}");
        assert!(message["payload"][0]["message"].is_string());
        assert!(message["payload"][0]["extensions"]["code"].is_string());
        anna.is_well().await;
    }
}

#[tokio::test]
async fn a_subscription_that_a_resolver_refuses_is_an_error() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    anna.subscribe("1", toy::REFUSED).await;
    assert_eq!(anna.hear().await["type"], "error");
    anna.is_well().await;
}

#[tokio::test]
async fn errors_of_what_ran_are_next_and_then_complete() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    anna.subscribe("1", toy::FAILS).await;
    let message = anna.hear().await;
    assert_eq!(message["type"], "next");
    assert!(message["payload"]["errors"][0]["path"].is_array());
    assert_eq!(anna.hear().await["type"], "complete");
}

#[tokio::test]
async fn a_panic_ends_one_operation_only() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    anna.subscribe("1", toy::PANICS).await;
    let message = anna.hear().await;
    assert_eq!(message["type"], "error");
    assert_eq!(message["payload"][0]["extensions"]["code"], "INTERNAL_SERVER_ERROR");
    anna.is_well().await;
}

#[tokio::test]
async fn a_missing_or_unknown_subprotocol_is_4406() {
    let server = toy::start().await;
    assert_eq!(Client::connect(&server, None).await.close_code().await, 4406);
    // The library gives up on an unanswered protocol, so this one speaks by hand.
    let mut request = format!("GET /graphql HTTP/1.1\r\nhost: {}\r\n", server.address);
    request += "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n";
    request += "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    request += "sec-websocket-protocol: graphql-ws\r\n\r\n";
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    tokio::io::AsyncWriteExt::write_all(&mut stream, request.as_bytes()).await.unwrap();
    let mut heard = Vec::new();
    let read = tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut heard);
    timeout(PATIENCE, read).await.unwrap().unwrap();
    assert!(heard.starts_with(b"HTTP/1.1 101"));
    let code = 4406_u16.to_be_bytes();
    assert!(heard.windows(2).any(|bytes| bytes == code), "the frame says 4406");
}

#[tokio::test]
async fn too_many_subscriptions_messages_or_sockets_are_4429() {
    let server = start_with(|limits| limits.sockets_per_actor = 2).await;
    let mut anna = Client::anna(&server).await;
    for id in 0..21 {
        anna.subscribe(&id.to_string(), toy::ENDLESS).await;
    }
    assert_eq!(anna.close_code().await, 4429);
    drop(anna);

    let mut anna = Client::anna(&server).await;
    for _ in 0..61 {
        anna.say(&json!({ "type": "pong" })).await;
    }
    assert_eq!(anna.close_code().await, 4429);

    let first = Client::with_token(&server, &server.token("bruno")).await;
    let second = Client::with_token(&server, &server.token("bruno")).await;
    let mut third = Client::new(&server).await;
    third.init(&server.token("bruno")).await;
    assert_eq!(third.close_code().await, 4429);
    drop((first, second));
}

#[tokio::test]
async fn a_message_that_is_too_big_is_1009() {
    let server = toy::start().await;
    for bytes in [64 * 1024 + 1, 200 * 1024] {
        let mut anna = Client::anna(&server).await;
        anna.send(Message::text("x".repeat(bytes))).await;
        assert_eq!(anna.close_code().await, 1009);
    }
}

#[tokio::test]
async fn text_that_is_not_utf_8_is_1007() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    let kind = OpCode::Data(Data::Text);
    anna.send(Message::Frame(Frame::message(vec![0xC3, 0x28], kind, true))).await;
    assert_eq!(anna.close_code().await, 1007);
}

#[tokio::test]
async fn when_nobody_can_be_looked_up_it_is_1011() {
    let server = toy::start().await;
    server.app.store.read().close_by_ref().await.unwrap();
    let mut client = Client::new(&server).await;
    client.init(&server.token("anna")).await;
    assert_eq!(client.close_code().await, 1011);
}

#[tokio::test]
async fn a_reader_that_stopped_reading_is_let_go() {
    let server = start_with(|limits| limits.write_time = Duration::from_millis(300)).await;
    let mut anna = Client::anna(&server).await;
    anna.subscribe("1", toy::FLOOD).await;
    assert_eq!(server.app.tracker.len(), 1);
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(server.app.tracker.len(), 0, "the socket's task has ended");
}

#[tokio::test]
async fn a_peer_that_does_not_answer_pings_is_let_go() {
    let server = start_with(|limits| {
        limits.ping_every = Duration::from_millis(100);
        limits.pong_time = Duration::from_millis(200);
    })
    .await;
    // Pongs are sent only while the client reads.
    let silent = Client::anna(&server).await;
    tokio::time::sleep(Duration::from_millis(800)).await;
    assert_eq!(server.app.tracker.len(), 0);
    drop(silent);
    let mut lively = Client::anna(&server).await;
    let _ = timeout(Duration::from_millis(800), lively.0.next()).await;
    let _ = timeout(Duration::from_millis(100), lively.0.next()).await;
    lively.is_well().await;
}

#[tokio::test]
async fn a_server_that_stops_says_1012() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    anna.subscribe("1", toy::ENDLESS).await;
    let (code, ()) = tokio::join!(anna.close_code(), server.stop());
    assert_eq!(code, 1012);
}

#[tokio::test]
async fn complete_stops_a_subscription_in_silence() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    anna.subscribe("1", toy::ENDLESS).await;
    assert_eq!(anna.hear().await["type"], "next");
    anna.say(&json!({ "type": "complete", "id": "1" })).await;
    anna.say(&json!({ "type": "ping" })).await;
    // What was written before our `complete` arrived may still come; after the pong, nothing may.
    while anna.hear().await["type"] != "pong" {}
    assert!(timeout(Duration::from_millis(300), anna.0.next()).await.is_err());
    anna.say(&json!({ "type": "complete", "id": "unknown" })).await;
    anna.is_well().await;
}

#[tokio::test]
async fn a_mutation_runs_on_when_its_socket_is_gone() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    anna.subscribe("1", toy::SLOW_MUTATION).await;
    anna.is_well().await;
    drop(anna);
    tokio::time::sleep(Duration::from_millis(600)).await;
    let mut bruno = Client::with_token(&server, &server.token("bruno")).await;
    bruno.subscribe("1", toy::COUNTER).await;
    assert_eq!(bruno.hear().await["payload"]["data"]["bumps"], 1);
}

#[tokio::test]
async fn a_page_of_an_unknown_origin_is_refused() {
    let server = toy::start().await;
    let protocol = Some("graphql-transport-ws");
    let same = format!("http://{}", server.address);
    for origin in ["https://shop.test", &same] {
        assert!(Client::try_connect(&server, protocol, Some(origin)).await.is_ok());
    }
    let refused = Client::try_connect(&server, protocol, Some("https://evil.test")).await;
    let Err(tungstenite::Error::Http(response)) = refused.map(|_| ()) else {
        panic!("the upgrade is refused with a status")
    };
    assert_eq!(response.status(), 403);
}

#[tokio::test]
async fn fields_come_in_the_order_in_which_they_were_asked_for() {
    let server = toy::start().await;
    let mut anna = Client::anna(&server).await;
    anna.subscribe("\"1\"", toy::UNSORTED).await;
    let frame = anna.frame().await.unwrap().unwrap();
    let text = frame.to_text().unwrap();
    let data = r#"{"zebra":"anna","ape":"anna","mole":"anna"}"#;
    assert_eq!(text, format!(r#"{{"type":"next","id":"\"1\"","payload":{{"data":{data}}}}}"#));
}
