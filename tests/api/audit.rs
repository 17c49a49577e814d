//! What operators read and did is written down, each thing once, and nothing happens unrecorded.

use buono::actions::deliver::WriteNote;
use buono::domain::actor::{Actor, Scope};
use buono::domain::audit::Row;
use buono::storage::{Store, audit};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::served::Served;
use crate::shop::Shop;
use crate::verify::violations;

/// Who, what and about what, the oldest first.
async fn log(store: &Store) -> Vec<String> {
    let rows = audit::after(store.read(), 0, 1_000).await.expect("it can be read");
    rows.iter().map(|(_, row)| line(row)).collect()
}

fn line(row: &Row) -> String {
    let line = format!("{} {} {} {}", row.actor_kind, row.actor, row.action, row.subject);
    match &row.detail {
        Some(detail) => format!("{line} {detail}"),
        None => line,
    }
}

fn number(placed: &Value) -> String {
    placed["order"]["number"].as_str().expect("a number").to_owned()
}

#[tokio::test]
async fn what_operators_and_services_do_is_written_down_with_the_change() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let placed = shop.place(&shop.anna, "vps-starter", "first").await;
        let number = number(&placed);
        shop.register(&shop.anna, "CARD", "tok_ok").await;
        shop.pay(&shop.anna, &number, "pay-1").await;
        let store = &shop.till.changes.store;
        assert_eq!(log(store).await, [""; 0], "a customer's own deeds are in the history");

        shop.approve(&number).await;
        // What is refused was not done.
        shop.approve(&number).await;
        shop.deliver(&number, &placed["order"]["lines"][0]["id"]).await;
        let log = log(store).await;
        assert_eq!(log[0], format!("OPERATOR marco ORDER_APPROVE {number}"));
        let delivered = format!("SERVICE shop ORDER_LINE_DELIVER {number} line ");
        assert!(log[1].starts_with(&delivered), "{log:?}");
        assert_eq!(log.len(), 2, "{log:?}");
        assert_eq!(violations(&shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn what_operators_are_shown_is_written_down_once_for_each_subject() {
    let server = Served::over(Shop::open().await).await;
    let shop = &server.shop;
    let first = number(&shop.place(&shop.anna, "vps-starter", "first").await);
    let second = number(&shop.place(&shop.anna, "vps-starter", "second").await);
    let document = "query($number: String!) { \
         a: order(number: $number) { number customer { reference email } } \
         b: order(number: $number) { total { amount } customer { name } } }";
    let variables = json!({ "number": first });
    for actor in [&shop.anna, &shop.service, &shop.marco] {
        server.data(actor, document, variables.clone()).await;
    }
    let store = &server.app.store;
    let customer = "OPERATOR marco CUSTOMER_READ anna".to_owned();
    assert_eq!(log(store).await, [format!("OPERATOR marco ORDER_READ {first}"), customer.clone()]);

    // What is not there is not shown.
    let nowhere = json!({ "number": "BO26-00000-00000" });
    server.data(&shop.marco, document, nowhere).await;
    assert_eq!(log(store).await.len(), 2);

    let list = "{ orders(filter: { status: [NOT_PAID] }) { nodes { number } } \
         customer(reference: \"anna\") { paymentMeans { id } orders { totalCount } } }";
    server.data(&shop.marco, list, json!({})).await;
    let mut read = log(store).await.split_off(2);
    read.sort();
    let mut expected =
        [&first, &second].map(|it| format!("OPERATOR marco ORDER_READ {it}")).to_vec();
    expected.insert(0, customer);
    expected.sort();
    assert_eq!(read, expected);
    assert_eq!(violations(shop).await, [""; 0]);
    server.stop().await;
}

#[tokio::test]
async fn every_node_says_whose_it_is() {
    let server = Served::over(Shop::open().await).await;
    let shop = &server.shop;
    let mean = shop.register(&shop.anna, "CARD", "tok_ok").await;
    let placed = shop.place(&shop.anna, "vps-starter", "first").await;
    let number = number(&placed);
    shop.pay(&shop.anna, &number, "pay-1").await;
    shop.approve(&number).await;
    shop.withdraw(&shop.anna, &number, "withdraw-1").await;
    let document = "query($number: String!) { order(number: $number) { id lines { id } \
         payments { id } refunds { id } events { nodes { id } } \
         withdrawal { withdrawal { id } } customer { id } } }";
    let order = &shop.data(&shop.anna, document, json!({ "number": number })).await["order"];
    let store = &server.app.store;
    for (id, verb) in [
        (&order["id"], "ORDER_READ"),
        (&order["lines"][0]["id"], "ORDER_READ"),
        (&order["payments"][0]["id"], "ORDER_READ"),
        (&order["refunds"][0]["id"], "ORDER_READ"),
        (&order["events"]["nodes"][0]["id"], "ORDER_READ"),
        (&order["withdrawal"]["withdrawal"]["id"], "ORDER_READ"),
        (&order["customer"]["id"], "CUSTOMER_READ"),
        (&mean["paymentMean"]["id"], "CUSTOMER_READ"),
    ] {
        let before = log(store).await.len();
        let node = "query($id: ID!) { node(id: $id) { __typename id } }";
        let shown = server.data(&shop.marco, node, json!({ "id": id })).await;
        assert_eq!(&shown["node"]["id"], id);
        let subject = if verb == "ORDER_READ" { &number } else { "anna" };
        let expected = format!("OPERATOR marco {verb} {subject}");
        assert_eq!(log(store).await.split_off(before), [expected], "{}", shown["node"]);
    }
    server.stop().await;
}

#[tokio::test]
async fn purchase_orders_and_live_feeds_are_written_down_too() {
    let server = Served::over(Shop::open().await).await;
    let shop = &server.shop;
    let number = number(&shop.place(&shop.anna, "vps-starter", "first").await);
    let store = &server.app.store;
    let page = format!("http://{}/orders/{number}/purchase-order", server.address);
    for actor in [&shop.anna, &shop.service, &shop.marco] {
        let request = reqwest::Client::new().get(&page).bearer_auth(server.token(actor));
        assert_eq!(request.send().await.expect("it answers").status(), 200);
    }
    let link = "query($number: String!) { order(number: $number) { document { url } } }";
    let seen = shop.data(&shop.marco, link, json!({ "number": number })).await;
    let link = seen["order"]["document"]["url"].as_str().expect("an address");
    let link = link.replace("http://shop.test", &format!("http://{}", server.address));
    assert_eq!(reqwest::get(&link).await.expect("it answers").status(), 200);
    let read = format!("OPERATOR marco PURCHASE_ORDER_READ {number}");
    assert_eq!(log(store).await, [read.clone(), read]);

    for (feed, expected) in [
        ("orderUpdates", "ORDERS_FOLLOW *".to_owned()),
        (&*format!("orderTracking(number: \"{number}\")"), format!("ORDER_FOLLOW {number}")),
    ] {
        let before = log(store).await.len();
        let query = format!("subscription {{ {feed} {{ kind order {{ number }} }} }}");
        let request = reqwest::Client::new()
            .post(format!("{}/stream", server.url()))
            .bearer_auth(server.token(&shop.marco))
            .json(&json!({ "query": query }));
        let mut followed = request.send().await.expect("it answers");
        let first = followed.chunk().await.expect("it goes on").expect("a first update");
        assert!(String::from_utf8_lossy(&first).contains("SNAPSHOT"));
        assert_eq!(log(store).await.split_off(before), [format!("OPERATOR marco {expected}")]);
    }
    server.stop().await;
}

#[tokio::test]
async fn without_a_record_there_is_no_answer_and_no_change() {
    let server = Served::over(Shop::open().await).await;
    let shop = &server.shop;
    let number = number(&shop.place(&shop.anna, "vps-starter", "first").await);
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    shop.pay(&shop.anna, &number, "pay-1").await;
    let full = "CREATE TRIGGER audit_full BEFORE INSERT ON audit \
         BEGIN SELECT RAISE(ABORT, 'the disk is full'); END";
    server.app.store.read().execute_unprepared(full).await.expect("it is made");
    for document in [
        "query($number: String!) { order(number: $number) { number } }",
        "mutation($number: String!) { orderApprove(input: { number: $number }) { \
         order { number status } errors { __typename } } }",
    ] {
        let request = reqwest::Client::new()
            .post(server.url())
            .bearer_auth(server.token(&shop.marco))
            .json(&json!({ "query": document, "variables": { "number": number } }));
        let answer = request.send().await.expect("it answers").text().await.expect("a text");
        assert!(answer.contains("INTERNAL_SERVER_ERROR"), "{answer}");
        assert!(!answer.contains(&number), "{answer}");
    }
    let page = format!("http://{}/orders/{number}/purchase-order", server.address);
    let request = reqwest::Client::new().get(page).bearer_auth(server.token(&shop.marco));
    assert_eq!(request.send().await.expect("it answers").status(), 500);
    assert_eq!(shop.story(&number).await.0, "CHECKING", "nobody has approved it");
    server.stop().await;
}

#[tokio::test]
async fn many_at_once_make_one_chain() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let mut numbers = Vec::new();
        for key in ["a", "b", "c"] {
            numbers.push(number(&shop.place(&shop.anna, "vps-starter", key).await));
        }
        let changes = &shop.till.changes;
        let tasks: Vec<_> = (0..30)
            .map(|at| {
                let actor = Actor::Operator { name: format!("o{at}"), scopes: Scope::ALL.to_vec() };
                let number = numbers[at % 3].clone();
                let text = "Seen.".to_owned();
                let note = WriteNote { actor, number, text, visible_to_customer: at % 2 == 0 };
                let changes = changes.clone();
                shop.till.tracker.spawn(async move { changes.make(&note).await.map(drop) })
            })
            .collect();
        for task in tasks {
            task.await.expect("it does not panic").expect("it is written");
        }
        assert_eq!(log(&changes.store).await.len(), 30);
        assert_eq!(violations(&shop).await, [""; 0]);
    }
}
