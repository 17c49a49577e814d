//! An external issuer's keys: they come, go and stay away, and tokens are good or not as they do.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use buono::auth::{Tokens, issuer::Issuer as Keys};
use chrono::TimeDelta;
use futures_util::future::join_all;
use reqwest::Client;
use serde_json::{Value, json};
use tokio_util::task::TaskTracker;

use crate::binary::Buono;
use crate::issuer::{Issuer, Manner, Pair, claims};
use crate::raw_client;
use crate::shop::Shop;
use crate::toy::{self, Server};

/// A server that takes this issuer's tokens.
pub async fn trusting(issuer: &Issuer) -> Server {
    let keys = Keys::new(&issuer.url(), TaskTracker::new()).unwrap();
    let tokens = Tokens::of_issuer(keys, "buono".into(), "buono".into());
    toy::serve_to(Shop::open().await, tokens).await
}

/// The status, and the code of the error or who the viewer is.
async fn ask(server: &Server, token: &str) -> (u16, Value) {
    let body = json!({ "query": "{ viewer { ... on Customer { reference } } }" });
    let request = Client::new().post(server.url()).bearer_auth(token).json(&body);
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    let mut body: Value = response.json().await.unwrap();
    if status == 200 {
        return (status, body["data"]["viewer"]["reference"].take());
    }
    (status, body["errors"][0]["extensions"]["code"].take())
}

fn welcome() -> (u16, Value) {
    (200, json!("anna"))
}

fn refused() -> (u16, Value) {
    (401, json!("UNAUTHENTICATED"))
}

fn unavailable() -> (u16, Value) {
    (503, json!("AUTH_UNAVAILABLE"))
}

fn anna(server: &Server, pair: &Pair) -> String {
    pair.token(&claims("anna", server.app.clock.now()))
}

async fn readiness(server: &Server) -> u16 {
    let url = format!("http://{}/readyz", server.address);
    reqwest::get(url).await.unwrap().status().as_u16()
}

#[tokio::test]
async fn tokens_of_every_kind_of_key_are_good() {
    let pairs = [Pair::rsa("rsa"), Pair::ec("ec"), Pair::ed("ed")];
    let issuer = Issuer::publishing(&pairs.each_ref()).await;
    let server = trusting(&issuer).await;
    for pair in &pairs {
        assert_eq!(ask(&server, &anna(&server, pair)).await, welcome(), "{}", pair.kid());
    }
    // With a key of its own kind alone, a token need not name it.
    let mut header = pairs[1].header();
    header.as_object_mut().unwrap().remove("kid");
    let claims = claims("anna", server.app.clock.now()).to_string();
    let pair = &pairs[1];
    let token = crate::issuer::signed(&header.to_string(), &claims, &pair.key, pair.algorithm);
    assert_eq!(ask(&server, &token).await, welcome());
    assert_eq!(issuer.fetches(), 1);
}

#[tokio::test]
async fn a_new_key_is_known_without_a_restart_and_a_removed_one_is_forgotten() {
    let (old, new) = (Pair::ec("2026"), Pair::ed("2027"));
    let issuer = Issuer::publishing(&[&old]).await;
    let server = trusting(&issuer).await;
    assert_eq!(ask(&server, &anna(&server, &old)).await, welcome());

    issuer.publish(&[&old, &new]);
    server.app.clock.advance(TimeDelta::seconds(30));
    assert_eq!(ask(&server, &anna(&server, &new)).await, welcome());
    assert_eq!(ask(&server, &anna(&server, &old)).await, welcome());
    assert_eq!(issuer.fetches(), 2);

    issuer.publish(&[&new]);
    server.app.clock.advance(TimeDelta::seconds(599));
    assert_eq!(ask(&server, &anna(&server, &old)).await, welcome());
    server.app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(ask(&server, &anna(&server, &old)).await, refused());
    assert_eq!(ask(&server, &anna(&server, &new)).await, welcome());
    assert_eq!(issuer.fetches(), 3);
}

#[tokio::test]
async fn a_key_of_the_same_name_is_another_key() {
    let (old, new) = (Pair::ec("same"), Pair::ec("same"));
    let issuer = Issuer::publishing(&[&old]).await;
    let server = trusting(&issuer).await;
    let mut hour = claims("anna", server.app.clock.now());
    hour["exp"] = json!(server.app.clock.now().timestamp() + 3600);
    let mut socket = raw_client::Client::with_token(&server, &old.token(&hour)).await;
    assert_eq!(ask(&server, &anna(&server, &new)).await, refused());
    issuer.publish(&[&new]);
    server.app.clock.advance(TimeDelta::minutes(9));
    socket.is_well().await;
    server.app.clock.advance(TimeDelta::minutes(1));
    // The socket's token would be good for longer; its key is not.
    assert_eq!(socket.close_code().await, 4403);
    assert_eq!(ask(&server, &anna(&server, &new)).await, welcome());
    assert_eq!(ask(&server, &anna(&server, &old)).await, refused());
}

#[tokio::test]
async fn unknown_keys_cause_one_fetch_in_half_a_minute() {
    let (known, strange) = (Pair::ec("known"), Pair::ec("strange"));
    let issuer = Issuer::publishing(&[&known]).await;
    let server = trusting(&issuer).await;
    assert_eq!(ask(&server, &anna(&server, &known)).await, welcome());
    for round in 1..=3 {
        let asked = (0..20).map(|_| async { ask(&server, &anna(&server, &strange)).await });
        for answer in join_all(asked).await {
            assert_eq!(answer, refused());
        }
        assert_eq!(issuer.fetches(), round);
        server.app.clock.advance(TimeDelta::seconds(29));
        assert_eq!(ask(&server, &anna(&server, &strange)).await, refused());
        assert_eq!(issuer.fetches(), round);
        server.app.clock.advance(TimeDelta::seconds(1));
    }
}

#[tokio::test]
async fn those_who_wait_for_keys_share_one_fetch_and_others_go_on() {
    let (known, new) = (Pair::ec("known"), Pair::ec("new"));
    let issuer = Issuer::publishing(&[&known]).await;
    let server = trusting(&issuer).await;
    assert_eq!(ask(&server, &anna(&server, &known)).await, welcome());
    issuer.publish(&[&known, &new]);
    issuer.answer(Manner::Late);
    server.app.clock.advance(TimeDelta::seconds(30));
    let waiting = join_all((0..10).map(|_| async { ask(&server, &anna(&server, &new)).await }));
    let others = async {
        while issuer.fetches() < 2 {
            tokio::task::yield_now().await;
        }
        // The fetch runs, and stands still: whoever's key is known does not notice.
        assert_eq!(ask(&server, &anna(&server, &known)).await, welcome());
        issuer.tell();
    };
    let (answers, ()) = tokio::join!(waiting, others);
    assert!(answers.iter().all(|answer| *answer == welcome()), "{answers:?}");
    assert_eq!(issuer.fetches(), 2);
}

#[tokio::test]
async fn a_broken_issuer_leaves_the_old_keys_for_a_day() {
    let pair = Pair::ec("it");
    for manner in [Manner::Huge, Manner::Broken, Manner::Failing, Manner::Elsewhere] {
        let issuer = Issuer::publishing(&[&pair]).await;
        let server = trusting(&issuer).await;
        assert_eq!(ask(&server, &anna(&server, &pair)).await, welcome());
        issuer.answer(manner.clone());
        for (hours, fetches) in [(1, 2), (22, 3)] {
            server.app.clock.advance(TimeDelta::hours(hours));
            assert_eq!(ask(&server, &anna(&server, &pair)).await, welcome(), "{manner:?}");
            while issuer.fetches() < fetches {
                tokio::task::yield_now().await;
            }
            assert_eq!(readiness(&server).await, 200, "{manner:?}");
        }
        server.app.clock.advance(TimeDelta::hours(1));
        assert_eq!(ask(&server, &anna(&server, &pair)).await, unavailable(), "{manner:?}");
        assert_eq!(readiness(&server).await, 503, "{manner:?}");
        issuer.answer(Manner::Well);
        server.app.clock.advance(TimeDelta::seconds(30));
        assert_eq!(ask(&server, &anna(&server, &pair)).await, welcome(), "{manner:?}");
    }
}

#[tokio::test]
async fn without_any_keys_we_are_not_ready_and_say_so() {
    let pair = Pair::ec("it");
    let issuer = Issuer::publishing(&[&pair]).await;
    issuer.answer(Manner::Failing);
    let server = trusting(&issuer).await;
    assert_eq!(ask(&server, &anna(&server, &pair)).await, unavailable());
    assert_eq!(readiness(&server).await, 503);
    let mut socket = raw_client::Client::new(&server).await;
    socket.init(&anna(&server, &pair)).await;
    assert_eq!(socket.close_code().await, 1013);
    // Whoever has no token is served as ever.
    let body = json!({ "query": "{ viewer { __typename } }" });
    let response = Client::new().post(server.url()).json(&body).send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(issuer.fetches(), 1, "one try in five seconds");
    issuer.answer(Manner::Well);
    server.app.clock.advance(TimeDelta::seconds(5));
    assert_eq!(ask(&server, &anna(&server, &pair)).await, welcome());
    assert_eq!(readiness(&server).await, 200);
}

#[tokio::test]
async fn the_program_fetches_keys_over_https_from_whom_it_trusts() {
    let pair = Pair::ec("it");
    let (issuer, certificate) = Issuer::over_tls(&[&pair]).await;
    let buono = Buono::new().with("JWT_SECRET", "").with("JWKS_URL", &issuer.url());
    let path = buono.write("issuer.pem", certificate);
    let trusting = buono.with_variable("SSL_CERT_FILE", path.to_str().unwrap());
    let server = trusting.serve(&[]).await;
    server.log.wait_for(|line| line.contains("The issuer's keys: 1 can be used")).await;
    assert_eq!(reqwest::get(server.url("/readyz")).await.unwrap().status(), 200);
    let now = buono::clock::Clock::System.now();
    let claims = json!({ "iss": "buono", "aud": "buono", "sub": "marco", "role": "operator",
        "scope": "orders:read", "iat": now.timestamp(), "exp": now.timestamp() + 600 });
    let body = json!({ "query": "{ viewer { ... on Operator { name } } }" });
    let request = Client::new().post(server.url("/graphql")).bearer_auth(pair.token(&claims));
    let answer: Value = request.json(&body).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer, json!({ "data": { "viewer": { "name": "marco" } } }));
    let said = trusting.run(&["doctor"]).await.stdout;
    assert!(said.contains("1 of its keys can be used."), "{said}");
    server.terminate().await;
    assert_eq!(server.ended().await.0, 0);

    // A certificate that nobody vouches for: it starts, and is not ready.
    let other = Buono::new().with("JWT_SECRET", "").with("JWKS_URL", &issuer.url());
    let server = other.serve(&[]).await;
    server.log.wait_for(|line| line.contains("The issuer's keys cannot be fetched")).await;
    assert_eq!(reqwest::get(server.url("/readyz")).await.unwrap().status(), 503);
    server.terminate().await;
    assert_eq!(server.ended().await.0, 0);
    let said = other.fails(&["token", "--customer", "anna"], 3).await;
    assert!(said.contains("external issuer"), "{said}");
}
