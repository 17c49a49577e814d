//! Documents that are made to do harm, in `tests/hostile`: each lies in a folder that has the name of
//! the code it is refused with. None of them may run, end the process, or close the socket.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

use buono::http::Limits;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

use super::raw_client::Client;
use super::toy::{self, Server};

/// Fewer would mean that the folder was not found.
const DOCUMENTS_MIN: usize = 40;

struct Hostile {
    name: String,
    code: String,
    document: String,
}

fn corpus() -> Vec<Hostile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let mut all = Vec::new();
    for folder in fs::read_dir(root).unwrap() {
        let folder = folder.unwrap().path();
        for file in fs::read_dir(&folder).unwrap() {
            let file = file.unwrap().path();
            let document = fs::read_to_string(&file).unwrap();
            all.push(Hostile { name: name(&file), code: name(&folder), document });
        }
    }
    assert!(DOCUMENTS_MIN <= all.len(), "only {} documents", all.len());
    all
}

async fn post(server: &Server, body: &Value) -> (StatusCode, Value) {
    let request = reqwest::Client::new()
        .post(server.url())
        .bearer_auth(server.token("anna"))
        .header("accept", "application/graphql-response+json")
        .json(body);
    let response = request.send().await.unwrap();
    (response.status(), response.json().await.unwrap())
}

/// Few errors, all of them short, each with a code; the first one's code.
fn code(name: &str, errors: &Value) -> String {
    let errors = errors.as_array().unwrap();
    assert!((1..=20).contains(&errors.len()), "{name}: {} errors", errors.len());
    for error in errors {
        let message = error["message"].as_str().unwrap();
        assert!(message.len() < 1_000, "{name}: a long message: {message}");
        assert!(error["extensions"]["code"].is_string(), "{name}: {error}");
    }
    errors[0]["extensions"]["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn hostile_documents_are_refused_over_http() {
    let server = toy::start_shop(Limits::default()).await;
    for Hostile { name, code: expected, document } in corpus() {
        let (status, body) = post(&server, &json!({ "query": document })).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{name}: {body}");
        assert!(body.get("data").is_none(), "{name}: {body}");
        assert_eq!(code(&name, &body["errors"]), expected, "{name}: {body}");
    }
    let (status, body) = post(&server, &json!({ "query": "{ __typename }" })).await;
    assert_eq!(status, StatusCode::OK, "it is well: {body}");
    server.stop().await;
}

#[tokio::test]
async fn hostile_documents_are_refused_over_a_websocket_that_stays_open() {
    let mut limits = Limits::default();
    // They come faster than a person's.
    limits.socket.messages_burst = 1_000;
    let server = toy::start_shop(limits).await;
    let mut client = Client::anna(&server).await;
    for Hostile { name, code: expected, document } in corpus() {
        client.subscribe(&name, &document).await;
        let answer = client.hear().await;
        assert_eq!((&answer["type"], &answer["id"]), (&json!("error"), &json!(name)), "{answer}");
        assert_eq!(code(&name, &answer["payload"]), expected, "{name}: {answer}");
    }
    client.is_well().await;
    server.stop().await;
}

#[tokio::test]
async fn hostile_variables_are_refused_over_http_and_over_a_websocket() {
    let server = toy::start_shop(Limits::default()).await;
    let mut client = Client::anna(&server).await;
    let query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    for (name, variables) in [
        ("a long text", json!({ "ids": ["x".repeat(17 * 1024)] })),
        ("a long list", json!({ "ids": vec!["x"; 101] })),
        ("a long name", json!({ "y".repeat(17 * 1024): 1, "ids": [] })),
        ("many lists", json!({ "ids": [], "more": vec![vec!["x".repeat(60); 20]; 20] })),
        ("many objects", json!({ "ids": [], "more": vec![json!({ "key": vec![1; 99] }); 99] })),
    ] {
        let payload = json!({ "query": query, "variables": variables });
        let (status, body) = post(&server, &payload).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{name}: {body}");
        assert_eq!(code(name, &body["errors"]), "VARIABLES_TOO_LARGE", "{name}");
        client.say(&json!({ "type": "subscribe", "id": name, "payload": payload })).await;
        let answer = client.hear().await;
        assert_eq!((&answer["type"], &answer["id"]), (&json!("error"), &json!(name)), "{answer}");
        assert_eq!(code(name, &answer["payload"]), "VARIABLES_TOO_LARGE", "{name}");
    }
    client.is_well().await;
    server.stop().await;
}

/// JSON is read by calling itself for each bracket, as documents are.
#[tokio::test]
async fn deeply_nested_json_is_refused() {
    let server = toy::start_shop(Limits::default()).await;
    let mut client = Client::anna(&server).await;
    let deep = format!("{}1{}", "[".repeat(20_000), "]".repeat(20_000));
    let body = format!(r#"{{"query":"{{ __typename }}","variables":{{"a":{deep}}}}}"#);
    let request = reqwest::Client::new().post(server.url()).bearer_auth(server.token("anna"));
    let request = request.header("content-type", "application/json").body(body.clone());
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    let answer: Value = response.json().await.unwrap();
    assert_eq!(code("deep", &answer["errors"]), "BAD_REQUEST");
    let message = format!(r#"{{"type":"subscribe","id":"deep","payload":{body}}}"#);
    client.send(Message::text(message)).await;
    assert_eq!(client.close_code().await, 4400);
    Client::anna(&server).await.is_well().await;
    server.stop().await;
}

/// What people's tools send when they are pointed at us.
#[tokio::test]
async fn the_standard_question_about_the_schema_is_answered() {
    let server = toy::start_shop(Limits::default()).await;
    let document = include_str!("../introspection.graphql");
    let (status, body) = post(&server, &json!({ "query": document })).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    assert!(body.get("errors").is_none(), "{body}");
    assert!(50 < body["data"]["__schema"]["types"].as_array().unwrap().len());
    server.stop().await;
}
