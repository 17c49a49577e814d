//! Tokens that nobody should have, over HTTP and over WebSocket; and what JSON itself cannot say.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use buono::auth::{Subject, Tokens};
use chrono::TimeDelta;
use reqwest::Client as Http;
use serde_json::{Value, json};

use crate::bad_input::assert_is_a_sentence;
use crate::dump::dump;
use crate::raw_client::Client;
use crate::shop::Shop;
use crate::toy::{self, Server};
use crate::who_calls::{Thing, call};

const SECRET: &str = "a secret of thirty-two bytes, or more";

/// Tokens that look like anna's, and are not good, or not any more.
fn bad_tokens(server: &Server) -> Vec<(&'static str, String)> {
    let now = server.app.clock.now();
    let signed = |secret: &str, issuer: &str, audience: &str, reference: &str, age: TimeDelta| {
        let subject = Subject::Customer { reference: reference.into() };
        let tokens = Tokens::new(secret.into(), issuer.into(), audience.into());
        tokens.sign(&subject, TimeDelta::hours(1), now - age).unwrap()
    };
    let fresh = TimeDelta::zero();
    let good = signed(SECRET, "buono", "buono", "anna", fresh);
    let [_, payload, signature] = good.split('.').collect::<Vec<_>>()[..] else {
        panic!("a token has three parts")
    };
    let header = URL_SAFE_NO_PAD.encode(json!({ "alg": "none", "typ": "JWT" }).to_string());
    let unsigned = format!("{header}.{payload}.");
    let operator = json!({ "iss": "buono", "aud": "buono", "sub": "anna", "role": "operator",
        "scope": "orders:read", "iat": now.timestamp(), "exp": now.timestamp() + 600 });
    let operator = URL_SAFE_NO_PAD.encode(operator.to_string());
    vec![
        ("expired", signed(SECRET, "buono", "buono", "anna", TimeDelta::hours(2))),
        ("not yet", signed(SECRET, "buono", "buono", "anna", -TimeDelta::hours(1))),
        ("audience", signed(SECRET, "buono", "another shop", "anna", fresh)),
        ("issuer", signed(SECRET, "somebody", "buono", "anna", fresh)),
        ("secret", signed("another secret of thirty-two bytes", "buono", "buono", "anna", fresh)),
        ("nobody", signed(SECRET, "buono", "buono", "nobody-by-that-name", fresh)),
        ("NUL", signed(SECRET, "buono", "buono", "anna\0", fresh)),
        ("unsigned", unsigned),
        ("unsigned, with a signature", format!("{header}.{payload}.{signature}")),
        ("operator unsigned", format!("{header}.{operator}.")),
        ("nonsense", "nonsense".into()),
        ("long", "x".repeat(9_000)),
    ]
}

async fn post(server: &Server, token: &str, query: &str, variables: &Value) -> (u16, Value) {
    let body = json!({ "query": query, "variables": variables });
    let request = Http::new().post(server.url()).json(&body).bearer_auth(token);
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

#[tokio::test]
async fn a_bad_token_is_401_over_http_and_4403_over_websocket() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let thing = Thing::of_anna(&shop, "").await;
        let server = toy::serve_shop(shop).await;
        let before = dump(&server.app.store).await;
        let (cancel, variables) = call("Mutation.orderCancel", &thing);
        for (name, token) in bad_tokens(&server) {
            let (status, body) = post(&server, &token, &cancel, &variables).await;
            assert_eq!(status, 401, "{name}: {body}");
            assert_eq!(body.as_object().unwrap().keys().collect::<Vec<_>>(), ["errors"]);
            let error = &body["errors"][0];
            assert_eq!(error["extensions"], json!({ "code": "UNAUTHENTICATED" }), "{name}");
            assert_is_a_sentence(error["message"].as_str().unwrap());

            let mut client = Client::new(&server).await;
            client.init(&token).await;
            assert_eq!(client.close_code().await, 4403, "{name}");
        }
        assert_eq!(dump(&server.app.store).await, before);
        let (status, body) = post(&server, &server.token("anna"), &cancel, &variables).await;
        assert_eq!((status, &body["data"]["orderCancel"]["errors"]), (200, &json!([])), "{body}");
        let mut anna = Client::anna(&server).await;
        anna.is_well().await;
    }
}

/// UTF-16 makes some characters of two halves; half of one is no text.
#[tokio::test]
async fn halves_of_characters_are_refused_and_nothing_breaks() {
    let shop = Shop::open().await;
    let thing = Thing::of_anna(&shop, "").await;
    let server = toy::serve_shop(shop).await;
    let token = server.token("anna");
    let before = dump(&server.app.store).await;
    let mut anna = Client::with_token(&server, &token).await;
    for half in [r"\ud800", r"\uDFFF", r"\ud83d\ude00 \ude00"] {
        // In a variable: JSON cannot hold it.
        let (document, _) = call("Mutation.orderReorder", &thing);
        let body = format!(
            r#"{{ "query": {}, "variables": {{ "input": {{ "number": "{}", "idempotencyKey": "{half}" }} }} }}"#,
            json!(document),
            thing.number
        );
        let request = Http::new().post(server.url()).header("content-type", "application/json");
        let response = request.bearer_auth(&token).body(body).send().await.unwrap();
        assert_eq!(response.status(), 400, "{half}");
        let body: Value = response.json().await.unwrap();
        assert_eq!(body["errors"][0]["extensions"]["code"], "BAD_REQUEST", "{half}");

        // In the document: there it is an escape of GraphQL's.
        let document = format!(r#"{{ order(number: "{half}") {{ id }} }}"#);
        let (_, body) = post(&server, &token, &document, &json!({})).await;
        let error = &body["errors"][0];
        assert_eq!(error["extensions"]["code"], "GRAPHQL_PARSE_FAILED", "{half}: {body}");
        assert_is_a_sentence(error["message"].as_str().unwrap());
        anna.subscribe("1", &document).await;
        let heard = anna.hear().await;
        assert_eq!(heard["type"], "error", "{heard}");
        assert_eq!(heard["payload"][0], *error);
        anna.is_well().await;
    }
    assert_eq!(dump(&server.app.store).await, before);
}

#[tokio::test]
async fn an_address_with_nul_in_it_is_not_found() {
    let server = toy::serve_shop(Shop::open_on_postgres().await).await;
    let url = format!("http://{}/sandbox/payments/%00", server.address);
    assert_eq!(reqwest::get(url).await.unwrap().status(), 404);
}

#[tokio::test]
async fn errors_of_the_library_have_a_code_over_every_transport() {
    let server = toy::serve_shop(Shop::open().await).await;
    let token = server.token("anna");
    let document = "query($first: Int) { orders(first: $first) { totalCount } }";
    let variables = json!({ "first": 3_000_000_000_i64 });
    let (_, body) = post(&server, &token, document, &variables).await;
    let error = &body["errors"][0];
    let codes = ["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"];
    assert!(codes.contains(&error["extensions"]["code"].as_str().unwrap()), "{body}");
    assert_is_a_sentence(error["message"].as_str().unwrap());
    let mut anna = Client::with_token(&server, &token).await;
    let payload = json!({ "query": document, "variables": variables });
    anna.say(&json!({ "type": "subscribe", "id": "1", "payload": payload })).await;
    let heard = anna.hear().await;
    let payload = &heard["payload"];
    let told = payload.get("errors").unwrap_or(payload);
    assert_eq!(told[0], *error, "{heard}");
}
