//! What is told when: at the commit, at the next poll, and when an older transaction has ended.

use std::time::Duration;

use async_graphql::{Request, Response, Variables};
use buono::actions::Changes;
use buono::actions::charge::Till;
use buono::auth::Viewer;
use buono::live::Hub;
use futures_util::{Stream, StreamExt};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::promise::NEVER;
use super::readers::{follow, told};
use crate::shop::{Shop, schema_over};

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(20);

async fn place(shop: &Shop, key: &str) -> Value {
    shop.place(&shop.anna, "server-rise", key).await["order"].clone()
}

fn number(order: &Value) -> &str {
    order["number"].as_str().expect("a number")
}

/// Waits for an entry of this kind, and answers its number. On PostgreSQL, where a transaction of
/// another database may hold the operators' feed up, entries before the snapshot can come after it.
async fn hears(stream: &mut (impl Stream<Item = Response> + Unpin), kind: &str) -> i64 {
    loop {
        let update = told(stream.next().await.expect("an event")).expect("no errors");
        let (sequence, found) = update.event.expect("an event");
        if found == kind {
            return sequence;
        }
    }
}

#[tokio::test]
async fn whoever_follows_is_woken_by_the_commit() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let shop = shop.with_hub(Hub::polling_every(NEVER));
        let order = place(&shop, "one").await;
        let readers = [(&shop.anna, Some(number(&order))), (&shop.anna, None), (&shop.marco, None)];
        let mut reading = JoinSet::new();
        let (ready, mut are_ready) = watch::channel(0);
        for (actor, number) in readers {
            let mut stream = follow(&shop.schema, actor, number, None);
            let ready = ready.clone();
            reading.spawn(async move {
                stream.next().await.expect("a snapshot");
                ready.send_modify(|count| *count += 1);
                hears(&mut stream, "PAYMENT_INITIATED").await
            });
        }
        are_ready.wait_for(|&count| count == 3).await.expect("they read");
        shop.pay_with(&shop.anna, number(&order), "BANK_TRANSFER", "pay").await;
        let all = timeout(PATIENCE, reading.join_all()).await.expect("they are woken");
        assert_eq!(all, [3; 3]);
    }
}

#[tokio::test]
async fn a_wake_up_that_is_lost_costs_one_poll() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let order = place(&shop, "one").await;
        // As another process would be, without a broker between: nobody wakes this hub.
        let hub = Hub::polling_every(Duration::from_millis(20));
        let changes = Changes { hub, ..shop.till.changes.clone() };
        let deaf = schema_over(Till { changes, ..shop.till.clone() });
        for (actor, followed) in [(&shop.anna, Some(number(&order))), (&shop.marco, None)] {
            let mut stream = follow(&deaf, actor, followed, None);
            stream.next().await.expect("a snapshot");
            let key = format!("pay-{followed:?}");
            let method = if followed.is_some() { "BANK_TRANSFER" } else { "CARD" };
            shop.register(&shop.anna, "CARD", "tok_ok").await;
            shop.pay_with(&shop.anna, number(&order), method, &key).await;
            let heard = hears(&mut stream, "PAYMENT_INITIATED");
            timeout(PATIENCE, heard).await.expect("it looks for itself");
        }
    }
}

#[tokio::test]
async fn what_waits_for_an_older_transaction_is_told_once_that_has_ended() {
    let shop = Shop::open_on_postgres().await.with_hub(Hub::polling_every(NEVER));
    let (looked, mut looks) = watch::channel(0);
    let is_look = |sql: &str| sql.contains("pg_snapshot_xmin") && !sql.contains("DESC");
    let count = move |sql: &str| looked.send_modify(|looks| *looks += u32::from(is_look(sql)));
    let store = shop.till.changes.store.clone().watched_by(count);
    let changes = Changes { store, ..shop.till.changes.clone() };
    let counted = schema_over(Till { changes, ..shop.till.clone() });

    let mut stream = follow(&counted, &shop.marco, None, None);
    stream.next().await.expect("a snapshot");
    let before = shop.till.changes.store.begin(shop.clock.now()).await.expect("it begins");
    let numbered = before.db().execute_unprepared("SELECT pg_current_xact_id()").await;
    numbered.expect("the transaction has a number");
    let mut reading = JoinSet::new();
    reading.spawn(async move { told(stream.next().await.expect("an event")).unwrap() });
    let mut until = async |least| {
        let looks = looks.wait_for(|&looks| least <= looks);
        timeout(PATIENCE, looks).await.expect("it looks").map(drop).expect("it reads");
    };
    until(1).await;
    // The commit wakes the reader, who looks, and must not tell what something may come before.
    let order = place(&shop, "one").await;
    until(2).await;
    before.rollback().await.expect("it is rolled back");
    // Nobody is woken by that.
    let told = timeout(PATIENCE, reading.join_next()).await.expect("it looks again");
    let told = told.expect("a reader").expect("it reads");
    assert_eq!(told.order.map(|it| it.0).as_deref(), Some(number(&order)));
    assert_eq!(told.event, Some((1, "ORDER_CREATED".to_owned())));
}

#[tokio::test]
async fn the_four_steps_are_followed_to_their_end() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let shop = shop.with_hub(Hub::polling_every(NEVER));
        let order = place(&shop, "one").await;
        let number = number(&order);
        let document = "subscription($number: String!) { orderTracking(number: $number) { \
             kind sequence event { sequence kind } \
             order { status tracking { sequence steps { name state } } } } }";
        let request = Request::new(document)
            .variables(Variables::from_json(json!({ "number": number })))
            .data(Viewer(Some(shop.anna.clone())));
        let mut updates = shop.schema.execute_stream(request);
        let mut seen = Vec::new();
        let mut states: Vec<Vec<String>> = Vec::new();
        let mut follow_to = async |status: &str| loop {
            let update = timeout(PATIENCE, updates.next()).await.expect("it goes on");
            let update = update.expect("an update").data.into_json().expect("it is JSON");
            let update = update["orderTracking"].clone();
            seen.push(update["sequence"].as_i64().expect("a number"));
            let order = &update["order"];
            let steps = order["tracking"]["steps"].as_array().expect("steps");
            let state = |it: &Value| it["state"].as_str().expect("a state").to_owned();
            states.push(steps.iter().map(state).collect());
            if order["status"] == *status && order["tracking"]["sequence"] == update["sequence"] {
                break;
            }
        };
        follow_to("NOT_PAID").await;
        shop.register(&shop.anna, "CARD", "tok_ok").await;
        shop.pay(&shop.anna, number, "pay").await;
        follow_to("CHECKING").await;
        shop.approve(number).await;
        follow_to("DELIVERING").await;
        for line in order["lines"].as_array().expect("lines") {
            shop.deliver(number, &line["id"]).await;
        }
        follow_to("DELIVERED").await;
        let entries = i64::try_from(shop.story(number).await.1.len()).expect("a few");
        // The snapshot stands at the second entry; then each once.
        assert_eq!(seen, (2..=entries).collect::<Vec<_>>());
        states.dedup();
        assert_eq!(
            states,
            [
                ["DOING", "TODO", "TODO", "TODO"],
                ["DONE", "DONE", "DOING", "TODO"],
                ["DONE", "DONE", "DONE", "DONE"],
            ]
        );
    }
}
