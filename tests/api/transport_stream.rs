//! GraphQL over server-sent events, in distinct connections mode.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use buono::http::Limits;
use chrono::TimeDelta;
use reqwest::{RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::toy::{self, Server};

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(5);

fn ask(server: &Server, query: &str) -> RequestBuilder {
    let url = format!("{}/stream", server.url());
    reqwest::Client::new()
        .post(url)
        .bearer_auth(server.token("anna"))
        .json(&json!({"query": query}))
}

/// An event's name and data.
async fn event(response: &mut Response, rest: &mut String) -> Option<(String, String)> {
    loop {
        if let Some((block, others)) = rest.split_once("\n\n") {
            let field = |name: &str| {
                let found = block.lines().find_map(|line| line.strip_prefix(name));
                found
                    .unwrap_or_default()
                    .trim_start_matches(": ")
                    .trim_start_matches(':')
                    .to_owned()
            };
            let found = (field("event"), field("data"));
            *rest = String::from(others);
            if !found.0.is_empty() {
                return Some(found);
            }
            continue;
        }
        let more = timeout(PATIENCE, response.chunk()).await.expect("something comes in time");
        rest.push_str(std::str::from_utf8(&more.unwrap()?).unwrap());
    }
}

async fn events(mut response: Response) -> Vec<(String, Value)> {
    let (mut all, mut rest) = (Vec::new(), String::new());
    while let Some((name, data)) = event(&mut response, &mut rest).await {
        all.push((name, serde_json::from_str(&data).unwrap_or(Value::Null)));
    }
    all
}

fn next(data: &Value) -> (String, Value) {
    ("next".into(), json!({ "data": data }))
}

fn complete() -> (String, Value) {
    ("complete".into(), Value::Null)
}

#[tokio::test]
async fn a_subscription_is_next_for_each_answer_and_complete_at_the_end() {
    let server = toy::start().await;
    let response = ask(&server, toy::THREE).send().await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let counted = |count: i32| next(&json!({ "count": count }));
    assert_eq!(events(response).await, [counted(1), counted(2), counted(3), complete()]);
    server.stop().await;
}

#[tokio::test]
async fn queries_and_mutations_are_one_next_and_complete() {
    let server = toy::start().await;
    let answers = events(ask(&server, toy::QUERY).send().await.unwrap()).await;
    assert_eq!(answers.len(), 2);
    assert!(answers[0].1["data"]["viewer"].is_string(), "{answers:?}");
    assert_eq!(answers[1], complete());
    server.stop().await;
}

#[tokio::test]
async fn what_is_wrong_with_a_document_is_told_in_the_stream() {
    let server = toy::start().await;
    for (document, code) in [
        ("{ never closed", "GRAPHQL_PARSE_FAILED"),
        ("{ ...A } fragment A on Query { ...A }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ ...A }", "GRAPHQL_VALIDATION_FAILED"),
        ("query A { viewer } query B { viewer }", "GRAPHQL_VALIDATION_FAILED"),
        (toy::INVALID, "GRAPHQL_VALIDATION_FAILED"),
        (&"[".repeat(100), "DOCUMENT_TOO_LARGE"),
    ] {
        let response = ask(&server, document).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{document}");
        let answers = events(response).await;
        assert_eq!(answers.len(), 2, "{answers:?}");
        let (name, answer) = &answers[0];
        assert_eq!((name.as_str(), &answer["data"]), ("next", &Value::Null));
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{document}");
        assert_eq!(answers[1], complete());
    }
    server.stop().await;
}

#[tokio::test]
async fn what_is_no_request_is_refused_like_over_http() {
    let server = toy::start().await;
    let url = format!("{}/stream", server.url());
    let client = reqwest::Client::new();
    let forged = client.post(&url).bearer_auth("x.y.z").json(&json!({"query": toy::THREE}));
    assert_eq!(forged.send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
    let text = client.post(&url).body("{}").header("content-type", "text/plain");
    assert_eq!(text.send().await.unwrap().status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let got = client.get(&url).send().await.unwrap();
    assert_eq!(got.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(got.headers()["allow"], "POST");
    server.stop().await;
}

#[tokio::test]
async fn a_stream_ends_with_its_token() {
    let server = toy::start().await;
    let mut response = ask(&server, toy::ENDLESS).send().await.unwrap();
    let mut rest = String::new();
    assert_eq!(event(&mut response, &mut rest).await.unwrap().0, "next");
    server.app.clock.advance(TimeDelta::hours(2));
    while event(&mut response, &mut rest).await.is_some() {}
    server.stop().await;
}

#[tokio::test]
async fn an_actor_has_so_many_streams_at_once_and_gets_their_places_back() {
    let mut limits = Limits::default();
    limits.socket.sockets_per_actor = 1;
    let server = toy::start_with(limits).await;
    let first = ask(&server, toy::ENDLESS).send().await.unwrap();
    let second = ask(&server, toy::ENDLESS).send().await.unwrap();
    assert_eq!(second.status(), StatusCode::TOO_MANY_REQUESTS);
    let body: Value = second.json().await.unwrap();
    assert_eq!(body["errors"][0]["extensions"]["code"], "TOO_MANY_CONNECTIONS");
    drop(first);
    let freed = async {
        while ask(&server, toy::QUERY).send().await.unwrap().status() != StatusCode::OK {}
    };
    timeout(PATIENCE, freed).await.expect("the place is free again");
    server.stop().await;
}

#[tokio::test]
async fn streams_end_when_the_server_stops() {
    let server = toy::start().await;
    let mut response = ask(&server, toy::ENDLESS).send().await.unwrap();
    let mut rest = String::new();
    assert!(event(&mut response, &mut rest).await.is_some());
    server.stop().await;
    while event(&mut response, &mut rest).await.is_some() {}
}
