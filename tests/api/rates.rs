//! Whoever asks too often has to wait, and is told for how long; nobody else has to.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use buono::domain::actor::Scope;
use buono::http::{Rate, RateLimits};
use chrono::TimeDelta;
use reqwest::{Client as Http, RequestBuilder, Response, StatusCode, header::RETRY_AFTER};
use serde_json::{Value, json};

use super::raw_client::Client;
use super::toy::{self, Server};

const ASK: &str = r#"{ catalog(country: "IT", first: 1) { nodes { id } } }"#;
const PAY: &str = r#"mutation {
  orderPay(input: { number: "BO-2027-000001", idempotencyKey: "k" }) { userErrors { message } }
}"#;
/// The same behind a fragment, and under another name.
const PAY_HIDDEN: &str = r#"mutation { ...all }
fragment all on Mutation { ... on Mutation {
  x: orderPay(input: { number: "BO-2027-000001", idempotencyKey: "k" }) { userErrors { message } }
} }"#;

fn few() -> RateLimits {
    RateLimits {
        customer: Rate::per_second(2, 3),
        staff: Rate::per_second(2, 5),
        anonymous: Rate::per_second(1, 2),
        pay: Rate::per_minute(1),
        failed_authentication: Rate::per_minute(2),
        ..RateLimits::default()
    }
}

fn post(server: &Server, query: &str) -> RequestBuilder {
    Http::new().post(server.url()).json(&json!({ "query": query }))
}

async fn ask(server: &Server, token: &str) -> StatusCode {
    post(server, ASK).bearer_auth(token).send().await.unwrap().status()
}

/// Nobody, at an address that a proxy tells of.
async fn visit(server: &Server, address: &str) -> StatusCode {
    post(server, ASK).header("x-forwarded-for", address).send().await.unwrap().status()
}

async fn error(response: Response) -> (StatusCode, Option<String>, Value) {
    let after = response.headers().get(RETRY_AFTER).map(|it| it.to_str().unwrap().to_owned());
    let status = response.status();
    let mut body: Value = response.json().await.unwrap();
    assert_eq!(body.get("data"), None, "it never ran");
    (status, after, body["errors"][0]["extensions"].take())
}

#[tokio::test]
async fn a_customer_who_asks_too_often_waits_and_others_do_not() {
    let server = toy::start_rated(few()).await;
    let (anna, bruno) = (server.token("anna"), server.token("bruno"));
    for _ in 0..3 {
        assert_eq!(ask(&server, &anna).await, StatusCode::OK);
    }
    let refused = post(&server, ASK).bearer_auth(&anna).send().await.unwrap();
    let extensions = json!({ "code": "RATE_LIMITED", "retryAfter": 1 });
    let expected = (StatusCode::TOO_MANY_REQUESTS, Some("1".to_owned()), extensions);
    assert_eq!(error(refused).await, expected);
    // Another token is the same customer; another customer is another.
    server.app.clock.advance(TimeDelta::milliseconds(1));
    let again = server.token_for("anna", TimeDelta::minutes(1));
    assert_eq!(ask(&server, &again).await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask(&server, &bruno).await, StatusCode::OK);
    server.app.clock.advance(TimeDelta::milliseconds(500));
    assert_eq!(ask(&server, &anna).await, StatusCode::OK);
    assert_eq!(ask(&server, &anna).await, StatusCode::TOO_MANY_REQUESTS);
    server.stop().await;
}

#[tokio::test]
async fn operators_have_a_rate_of_their_own() {
    let server = toy::start_rated(few()).await;
    let marco = server.operator_token(&[Scope::OrdersRead]);
    for _ in 0..5 {
        assert_eq!(ask(&server, &marco).await, StatusCode::OK);
    }
    assert_eq!(ask(&server, &marco).await, StatusCode::TOO_MANY_REQUESTS);
    server.stop().await;
}

#[tokio::test]
async fn visitors_are_counted_by_address() {
    let server = toy::start_rated(few()).await;
    for _ in 0..2 {
        assert_eq!(visit(&server, "203.0.113.5").await, StatusCode::OK);
    }
    assert_eq!(visit(&server, "203.0.113.5").await, StatusCode::TOO_MANY_REQUESTS);
    // What the caller itself has written does not make it another.
    assert_eq!(visit(&server, "198.51.100.1, 203.0.113.5").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(visit(&server, "203.0.113.6").await, StatusCode::OK);
    server.stop().await;
}

#[tokio::test]
async fn bad_tokens_are_slowed_down_and_good_ones_of_the_same_address_are_not() {
    let server = toy::start_rated(few()).await;
    for _ in 0..2 {
        assert_eq!(ask(&server, "forged").await, StatusCode::UNAUTHORIZED);
    }
    let refused = post(&server, ASK).bearer_auth("forged").send().await.unwrap();
    let (status, after, extensions) = error(refused).await;
    assert_eq!((status, after), (StatusCode::TOO_MANY_REQUESTS, Some("30".into())));
    assert_eq!(extensions["code"], "RATE_LIMITED");
    assert_eq!(ask(&server, &server.token("anna")).await, StatusCode::OK);
    let mut socket = Client::new(&server).await;
    socket.init("forged").await;
    assert_eq!(socket.close_code().await, 4429);
    let mut socket = Client::anna(&server).await;
    socket.is_well().await;
    server.app.clock.advance(TimeDelta::seconds(30));
    let mut socket = Client::new(&server).await;
    socket.init("forged").await;
    assert_eq!(socket.close_code().await, 4403);
    server.stop().await;
}

#[tokio::test]
async fn paying_has_its_own_rate_over_http_and_over_a_socket() {
    let server = toy::start_rated(few()).await;
    let anna = server.token("anna");
    let first = post(&server, PAY).bearer_auth(&anna).send().await.unwrap();
    assert_eq!(first.status(), StatusCode::OK);
    let hidden = post(&server, PAY_HIDDEN).bearer_auth(&anna).send().await.unwrap();
    let (status, after, extensions) = error(hidden).await;
    assert_eq!((status, after), (StatusCode::TOO_MANY_REQUESTS, Some("60".into())));
    assert_eq!(extensions, json!({ "code": "RATE_LIMITED", "retryAfter": 60 }));
    let mut socket = Client::anna(&server).await;
    server.app.clock.advance(TimeDelta::seconds(1));
    socket.subscribe("1", PAY).await;
    let refused = socket.hear().await;
    assert_eq!((&refused["type"], &refused["id"]), (&json!("error"), &json!("1")));
    let extensions = json!({ "code": "RATE_LIMITED", "retryAfter": 59 });
    assert_eq!(refused["payload"][0]["extensions"], extensions);
    // The id is free again, and asking is not paying.
    socket.subscribe("1", ASK).await;
    assert_eq!(socket.hear().await["type"], "next");
    assert_eq!(socket.hear().await["type"], "complete");
    server.stop().await;
}

#[tokio::test]
async fn sockets_and_streams_share_the_customers_rate_with_http() {
    let server = toy::start_rated(few()).await;
    let anna = server.token("anna");
    let mut socket = Client::anna(&server).await;
    for id in ["1", "2", "3"] {
        socket.subscribe(id, ASK).await;
        assert_eq!(socket.hear().await["type"], "next");
        assert_eq!(socket.hear().await["type"], "complete");
    }
    socket.subscribe("4", ASK).await;
    let refused = socket.hear().await;
    assert_eq!(refused["payload"][0]["extensions"]["retryAfter"], 1);
    let stream = Http::new().post(format!("{}/stream", server.url())).bearer_auth(&anna);
    let refused = stream.json(&json!({ "query": ASK })).send().await.unwrap();
    assert_eq!(error(refused).await.0, StatusCode::TOO_MANY_REQUESTS);
    let page = format!("http://{}/orders/BO-2027-000001/purchase-order", server.address);
    let refused = Http::new().get(page).bearer_auth(&anna).send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.text().await.unwrap().contains("Too many requests"));
    socket.is_well().await;
    server.stop().await;
}

#[tokio::test]
async fn rates_can_be_switched_off_for_load_tests() {
    let server = toy::start_rated(RateLimits { on: false, ..few() }).await;
    let anna = server.token("anna");
    for _ in 0..10 {
        assert_eq!(ask(&server, &anna).await, StatusCode::OK);
    }
    server.stop().await;
}
