//! Tokens that somebody has forged or broken, each with why it is refused: over HTTP and over
//! WebSocket, by a server with a secret of its own and by one that trusts an issuer.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod keys;
mod rows;

use buono::auth::TokenRefused;
use jsonwebtoken::{Algorithm, EncodingKey};
use reqwest::Client as Http;
use reqwest::header::{AUTHORIZATION, HeaderValue};
use serde_json::{Value, json};

use crate::issuer::{Issuer, Pair, claims};
use crate::raw_client::Client;
use crate::rotation::trusting;
use crate::shop::{SECRET, Shop};
use crate::toy::{self, Server};

/// Rows of the table at least.
const ROWS_MIN: usize = 40;

/// A token, and why it is no good.
struct Row {
    name: String,
    token: String,
    why: String,
}

fn row(name: impl Into<String>, token: impl Into<String>, why: TokenRefused) -> Row {
    Row { name: name.into(), token: token.into(), why: why.to_string() }
}

/// A good token's parts, to be made into bad ones.
struct Good<'a> {
    header: Value,
    claims: Value,
    key: &'a EncodingKey,
    algorithm: Algorithm,
    /// Of somebody who would like to be let in.
    attacker: &'a Pair,
    /// Where that one publishes keys.
    lair: String,
}

impl Good<'_> {
    fn token(&self) -> String {
        self.texts(&self.header.to_string(), &self.claims.to_string())
    }

    fn texts(&self, header: &str, payload: &str) -> String {
        crate::issuer::signed(header, payload, self.key, self.algorithm)
    }

    /// With other claims; `null` takes one away.
    fn but(&self, changes: &Value) -> String {
        self.texts(&self.header.to_string(), &changed(&self.claims, changes).to_string())
    }

    fn with_header(&self, changes: &Value) -> String {
        self.texts(&changed(&self.header, changes).to_string(), &self.claims.to_string())
    }
}

fn changed(before: &Value, changes: &Value) -> Value {
    let mut after = before.clone();
    let all = after.as_object_mut().unwrap();
    for (name, value) in changes.as_object().unwrap() {
        match value {
            Value::Null => drop(all.remove(name)),
            value => drop(all.insert(name.clone(), value.clone())),
        }
    }
    after
}

/// The status and the body, unless no header can hold the token.
async fn over_http(http: &Http, server: &Server, token: &str) -> Option<(u16, Value)> {
    let value = HeaderValue::from_bytes(format!("Bearer {token}").as_bytes()).ok()?;
    let body = json!({ "query": "{ viewer { __typename } }" });
    let request = http.post(server.url()).header(AUTHORIZATION, value).json(&body);
    let response = request.send().await.unwrap();
    Some((response.status().as_u16(), response.json().await.unwrap()))
}

async fn assert_all_are_refused(server: &Server, good: &str, rows: &[Row]) {
    assert!(ROWS_MIN <= rows.len(), "there are {} rows", rows.len());
    let http = Http::new();
    let (status, body) = over_http(&http, server, good).await.unwrap();
    assert_eq!(
        (status, &body["data"]["viewer"]["__typename"]),
        (200, &json!("Customer")),
        "{body}"
    );
    let mut wrong = Vec::new();
    for Row { name, token, why } in rows {
        if let Some(answer) = over_http(&http, server, token).await {
            let error = json!({ "message": why, "extensions": { "code": "UNAUTHENTICATED" } });
            if answer != (401, json!({ "errors": [error] })) {
                wrong.push(format!("{name}: {answer:?}, not {why}"));
            }
        }
        let mut client = Client::new(server).await;
        client.init(token).await;
        assert_eq!(client.close_code().await, 4403, "{name}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let mut anna = Client::with_token(server, good).await;
    anna.is_well().await;
}

#[tokio::test]
async fn no_forged_token_is_accepted_by_our_own_secret() {
    let server = toy::serve_shop(Shop::open().await).await;
    let attacker = Pair::ec("attacker");
    let lair = Issuer::publishing(&[&attacker]).await;
    let key = EncodingKey::from_secret(SECRET.as_bytes());
    let good = Good {
        header: json!({ "alg": "HS256", "typ": "JWT" }),
        claims: claims("anna", server.app.clock.now()),
        key: &key,
        algorithm: Algorithm::HS256,
        attacker: &attacker,
        lair: lair.url(),
    };
    let mut rows = rows::of_any_kind(&good, TokenRefused::BadSignature);
    rows.extend(keys::of_a_secret(&good));
    assert_all_are_refused(&server, &good.token(), &rows).await;
    assert_eq!(lair.fetches(), 0, "no key that a token points to is looked at");
}

#[tokio::test]
async fn no_forged_token_is_accepted_by_an_issuers_keys() {
    let set = keys::Set::new();
    let issuer = Issuer::publishing(&[]).await;
    issuer.publish_raw(set.published());
    let server = trusting(&issuer).await;
    let attacker = Pair::ec("attacker");
    let lair = Issuer::publishing(&[&attacker]).await;
    let good = Good {
        header: set.ec.header(),
        claims: claims("anna", server.app.clock.now()),
        key: &set.ec.key,
        algorithm: set.ec.algorithm,
        attacker: &attacker,
        lair: lair.url(),
    };
    let mut rows = rows::of_any_kind(&good, TokenRefused::UnknownKey);
    rows.extend(keys::of_a_set(&good, &set));
    assert_all_are_refused(&server, &good.token(), &rows).await;
    assert_eq!(lair.fetches(), 0, "no key that a token points to is looked at");
    assert_eq!(issuer.fetches(), 1, "and ours are asked for once, as no time goes by");
}
