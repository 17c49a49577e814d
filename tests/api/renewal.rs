//! A token that is renewed on an open socket: in band, by a ping that brings the new one.

use buono::auth::{Subject, Tokens};
use buono::domain::actor::Scope;
use buono::http::Limits;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::raw_client::Client;
use crate::toy::{self, Server};

async fn renew(client: &mut Client, token: &str) {
    let payload = json!({ "authorization": format!("Bearer {token}") });
    client.say(&json!({ "type": "ping", "payload": payload })).await;
}

fn renewed() -> Value {
    json!({ "type": "pong", "payload": { "authorization": "renewed" } })
}

fn warning() -> Value {
    json!({ "type": "ping", "payload": { "reason": "token" } })
}

fn five_minutes(server: &Server) -> String {
    server.token_for("anna", TimeDelta::minutes(5))
}

#[tokio::test]
async fn a_new_token_keeps_the_socket_and_the_warning_comes_again() {
    let server = toy::start().await;
    let mut anna = Client::with_token(&server, &five_minutes(&server)).await;
    for _ in 0..3 {
        server.app.clock.advance(TimeDelta::seconds(270));
        assert_eq!(anna.hear().await, warning());
        renew(&mut anna, &five_minutes(&server)).await;
        assert_eq!(anna.hear().await, renewed());
        // The old one has ended, and nobody minds.
        server.app.clock.advance(TimeDelta::seconds(30));
        anna.is_well().await;
        server.app.clock.advance(TimeDelta::seconds(-30));
    }
    server.app.clock.advance(TimeDelta::seconds(300));
    assert_eq!(anna.close_code().await, 4403);
}

#[tokio::test]
async fn subscriptions_go_on_across_a_renewal() {
    let server = toy::start().await;
    let mut anna = Client::with_token(&server, &five_minutes(&server)).await;
    anna.subscribe("1", toy::ENDLESS).await;
    assert_eq!(anna.hear().await["type"], "next");
    server.app.clock.advance(TimeDelta::seconds(200));
    renew(&mut anna, &five_minutes(&server)).await;
    let mut expected = 1;
    let mut is_renewed = false;
    while !(is_renewed && 20 < expected) {
        let heard = anna.hear().await;
        if heard == renewed() {
            is_renewed = true;
            server.app.clock.advance(TimeDelta::seconds(200));
            continue;
        }
        assert_eq!(heard["payload"]["data"]["ticks"], json!(expected), "{heard}");
        expected += 1;
    }
}

#[tokio::test]
async fn a_bad_token_or_somebody_else_s_is_4403() {
    let server = toy::start().await;
    let old = five_minutes(&server);
    server.app.clock.advance(TimeDelta::minutes(6));
    let operator = Subject::Operator { name: "anna".into(), scopes: Vec::new() };
    let now = server.app.clock.now();
    let operator = server.app.tokens.sign(&operator, TimeDelta::minutes(5), now).expect("signed");
    let foreign = Tokens::new("x".repeat(32).into(), "buono".into(), "buono".into());
    let subject = Subject::Customer { reference: "anna".into() };
    let foreign = foreign.sign(&subject, TimeDelta::minutes(5), now).expect("signed");
    let authorizations = [
        json!(format!("Bearer {old}")),
        json!(format!("Bearer {foreign}")),
        json!(format!("Bearer {operator}")),
        json!(format!("Bearer {}", server.token("bruno"))),
        json!(format!("Bearer {}", server.token("stranger"))),
        json!(five_minutes(&server)),
        json!("Bearer nonsense"),
        json!(""),
        json!(7),
    ];
    for authorization in authorizations {
        let mut anna = Client::anna(&server).await;
        let payload = json!({ "authorization": authorization });
        anna.say(&json!({ "type": "ping", "payload": payload })).await;
        assert_eq!(anna.close_code().await, 4403, "{authorization}");
    }
}

#[tokio::test]
async fn a_token_is_renewed_after_the_first_one_only() {
    let server = toy::start().await;
    let mut client = Client::new(&server).await;
    renew(&mut client, &server.token("anna")).await;
    assert_eq!(client.close_code().await, 4401);
    // A ping without one is a ping, and a name is spelled as in HTTP.
    let mut anna = Client::anna(&server).await;
    anna.say(&json!({ "type": "ping", "payload": { "authorization": null } })).await;
    let pong = json!({ "type": "pong", "payload": { "authorization": null } });
    assert_eq!(anna.hear().await, pong);
    let payload = json!({ "Authorization": format!("Bearer {}", server.token("anna")) });
    anna.say(&json!({ "type": "ping", "payload": payload })).await;
    assert_eq!(anna.hear().await, renewed());
}

#[tokio::test]
async fn a_scope_that_is_lost_ends_subscriptions_and_one_that_is_gained_holds_from_then_on() {
    let server = toy::start_shop(Limits::default()).await;
    let query = "{ orders(first: 1) { totalCount } }";
    let live = "subscription { orderUpdates { kind } }";
    let without = server.operator_token(&[Scope::DocumentsRead]);
    let with = server.operator_token(&[Scope::DocumentsRead, Scope::OrdersRead]);
    let mut ugo = Client::with_token(&server, &without).await;
    ugo.subscribe("1", query).await;
    let heard = ugo.hear().await;
    assert_eq!(heard["payload"]["errors"][0]["extensions"]["code"], "FORBIDDEN", "{heard}");
    assert_eq!(ugo.hear().await["type"], "complete");

    renew(&mut ugo, &with).await;
    assert_eq!(ugo.hear().await, renewed());
    ugo.subscribe("1", query).await;
    assert_eq!(ugo.hear().await["payload"]["data"]["orders"]["totalCount"], 0);
    assert_eq!(ugo.hear().await["type"], "complete");
    ugo.subscribe("2", live).await;
    assert_eq!(ugo.hear().await["type"], "next");
    renew(&mut ugo, &with).await;
    assert_eq!(ugo.hear().await, renewed());

    renew(&mut ugo, &without).await;
    let heard = ugo.hear().await;
    assert_eq!((&heard["type"], &heard["id"]), (&json!("error"), &json!("2")), "{heard}");
    assert_eq!(heard["payload"][0]["extensions"]["code"], "FORBIDDEN");
    assert_eq!(ugo.hear().await, renewed());
    // The id is free again, and what needs the scope is refused.
    ugo.subscribe("2", live).await;
    assert_eq!(ugo.hear().await["type"], "error");
    ugo.is_well().await;
}
