//! Tokens that somebody made useless: refused from then on, and open connections end.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use buono::actions::Stop;
use buono::actions::revoke::{RevokeTokens, Unknown};
use buono::domain::actor::{Actor, Scope};
use chrono::TimeDelta;
use reqwest::Client as Http;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::binary::Buono;
use crate::raw_client::{Client, PATIENCE};
use crate::served::Served;
use crate::shop::Shop;

const LIVE: &str = "subscription { orderUpdates { kind } }";

async fn revoke(served: &Served, reference: &str) -> Result<(), Stop<Unknown>> {
    let change = RevokeTokens { reference: reference.into() };
    served.shop.till.changes.make(&change).await
}

async fn ask(url: String, token: &str) -> (u16, Value) {
    let body = json!({ "query": "{ viewer { ... on Customer { reference } } }" });
    let response = Http::new().post(url).bearer_auth(token).json(&body).send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

fn revoked() -> (u16, Value) {
    let message = "The token was revoked. Sign in again.";
    let error = json!({ "message": message, "extensions": { "code": "UNAUTHENTICATED" } });
    (401, json!({ "errors": [error] }))
}

async fn socket(served: &Served, actor: &Actor) -> Client {
    let client = Client::at(served.address, Some("graphql-transport-ws"), None).await.unwrap();
    client.introduced(&served.token(actor)).await
}

#[tokio::test]
async fn a_revoked_token_is_refused_at_once_and_a_later_one_is_good() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let served = Served::over(shop).await;
        let (anna, bruno) = (served.shop.anna.clone(), served.shop.bruno.clone());
        let old = served.token(&anna);
        let others = served.token(&bruno);
        assert_eq!(ask(served.url(), &old).await.0, 200);
        revoke(&served, "anna").await.unwrap();
        assert_eq!(ask(served.url(), &old).await, revoked());
        // Whole seconds do not tell which of the same second came first: none of it is good.
        assert_eq!(ask(served.url(), &served.token(&anna)).await, revoked());
        served.app.clock.advance(TimeDelta::seconds(1));
        assert_eq!(ask(served.url(), &served.token(&anna)).await.0, 200);
        assert_eq!(ask(served.url(), &old).await, revoked());
        assert_eq!(ask(served.url(), &others).await.0, 200);
        let mut refused =
            Client::at(served.address, Some("graphql-transport-ws"), None).await.unwrap();
        refused.init(&old).await;
        assert_eq!(refused.close_code().await, 4403);
        let stopped = revoke(&served, "nobody").await;
        assert!(matches!(stopped, Err(Stop::Refused(Unknown))));
    }
}

#[tokio::test]
async fn a_revocation_is_never_taken_back_by_a_clock_that_goes_back() {
    let served = Served::over(Shop::open().await).await;
    revoke(&served, "anna").await.unwrap();
    let old = served.token(&served.shop.anna);
    served.app.clock.advance(TimeDelta::seconds(-10));
    revoke(&served, "anna").await.unwrap();
    served.app.clock.advance(TimeDelta::seconds(10));
    assert_eq!(ask(served.url(), &old).await, revoked());
}

#[tokio::test]
async fn open_sockets_and_streams_end_within_a_minute() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let served = Served::over(shop).await;
        let (anna, bruno) = (served.shop.anna.clone(), served.shop.bruno.clone());
        let mut revoked = socket(&served, &anna).await;
        revoked.subscribe("1", LIVE).await;
        assert_eq!(revoked.hear().await["type"], "next");
        let mut other = socket(&served, &bruno).await;
        let request = Http::new()
            .post(format!("{}/stream", served.url()))
            .bearer_auth(served.token(&anna))
            .json(&json!({ "query": LIVE }));
        let mut stream = request.send().await.unwrap();
        let first = timeout(PATIENCE, stream.chunk()).await.unwrap().unwrap().unwrap();
        assert!(first.starts_with(b"event: next"));

        revoke(&served, "anna").await.unwrap();
        served.app.clock.advance(TimeDelta::seconds(59));
        revoked.is_well().await;
        served.app.clock.advance(TimeDelta::seconds(1));
        assert_eq!(revoked.close_code().await, 4403);
        let rest = async { while stream.chunk().await.unwrap().is_some() {} };
        timeout(Duration::from_secs(10), rest).await.expect("the stream ends");
        other.is_well().await;
    }
}

#[tokio::test]
async fn the_sockets_of_a_customer_who_is_gone_end_too() {
    let served = Served::over(Shop::open().await).await;
    let mut anna = socket(&served, &served.shop.anna).await;
    let statement = "DELETE FROM customer WHERE reference = 'anna'";
    served.app.store.read().execute_unprepared(statement).await.unwrap();
    served.app.clock.advance(TimeDelta::seconds(60));
    assert_eq!(anna.close_code().await, 4403);
}

#[tokio::test]
async fn operators_have_no_row_and_their_sockets_stay() {
    let served = Served::over(Shop::open().await).await;
    let scopes = vec![Scope::OrdersRead];
    let mut ugo = socket(&served, &Actor::Operator { name: "anna".into(), scopes }).await;
    revoke(&served, "anna").await.unwrap();
    served.app.clock.advance(TimeDelta::seconds(120));
    ugo.is_well().await;
}

#[tokio::test]
async fn the_command_revokes_what_a_running_server_accepts() {
    let buono = Buono::new();
    buono.done(&["migrate", "up"]).await;
    let said = buono.fails(&["customer", "revoke", "anna"], 1).await;
    assert!(said.starts_with("There is no customer «anna»."), "{said}");
    let add = "customer add --reference anna --kind INDIVIDUAL --name Anna --email anna@example.com \
         --country IT";
    buono.done(&add.split_whitespace().collect::<Vec<_>>()).await;
    let server = buono.serve(&[]).await;
    let token = buono.done(&["token", "--customer", "anna"]).await;
    assert_eq!(ask(server.url("/graphql"), token.trim()).await.0, 200);
    let ended = buono.run(&["customer", "revoke", "anna"]).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""), "{}", ended.stderr);
    assert!(ended.stderr.contains("The tokens of «anna» are useless"), "{}", ended.stderr);
    assert_eq!(ask(server.url("/graphql"), token.trim()).await, revoked());
    server.terminate().await;
    assert_eq!(server.ended().await.0, 0);
}
