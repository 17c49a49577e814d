//! Paying later, by agreement: the order goes on, its money comes when it comes, and what is refused or
//! withdrawn from is not owed any more.

use std::sync::Arc;

use buono::actions::Policy;
use buono::domain::actor::Actor;
use buono::domain::ids::CustomerId;
use buono::graphql::ids::NodeId;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::shop::Shop;
use crate::verify::violations;

async fn both() -> [Shop; 2] {
    [Shop::open().await, Shop::open_on_postgres().await]
}

async fn upsert(shop: &Shop, more: Value) -> Value {
    let document = "mutation($input: CustomerUpsertInput!) { customerUpsert(input: $input) { \
         customer { id deferredDays } errors { __typename ... on UserError { code path } } } }";
    let mut input = json!({ "reference": "acme", "kind": "CORPORATION", "name": "Acme S.r.l.",
        "email": "acme@example.org", "country": "IT" });
    for (key, value) in more.as_object().expect("an object") {
        input[key] = value.clone();
    }
    let answer = shop.data(&shop.marco, document, json!({ "input": input })).await;
    answer["customerUpsert"].clone()
}

/// A company that pays within 45 days.
pub async fn acme(shop: &Shop) -> Actor {
    let written = upsert(shop, json!({ "deferredDays": 45 })).await;
    assert_eq!(written["customer"]["deferredDays"], 45, "{written}");
    let id = written["customer"]["id"].as_str().expect("an id");
    let Ok(NodeId::Customer(id)) = NodeId::decode(id) else { panic!("a customer's id") };
    customer(id)
}

fn customer(id: CustomerId) -> Actor {
    Actor::Customer { id, reference: "acme".into() }
}

/// A new order that goes on unpaid: its number, and its line.
pub async fn deferred(shop: &Shop, acme: &Actor, key: &str) -> (String, Value) {
    let placed = shop.place(acme, "vps-starter", key).await;
    let number = placed["order"]["number"].as_str().expect("a number").to_owned();
    let paid = shop.pay_with(acme, &number, "DEFERRED", key).await;
    assert_eq!(paid["order"]["status"], "CHECKING", "{paid}");
    assert_eq!(paid["payment"]["status"], "PENDING");
    (number, placed["order"]["lines"][0]["id"].clone())
}

async fn money(shop: &Shop, number: &str) -> Value {
    let document = "query($number: String!) { order(number: $number) { status paidAt \
         invoiceDueOn amountDue { amount } payments { method status } refunds { status } } }";
    shop.data(&shop.marco, document, json!({ "number": number })).await["order"].clone()
}

async fn record(shop: &Shop, number: &str, reference: &str) -> Value {
    let document = "mutation($input: PaymentRecordInput!) { paymentRecord(input: $input) { \
         order { status } payment { method status } errors { ... on UserError { code message } } } }";
    let input = json!({ "number": number, "reference": reference, "amount": "6.09",
        "receivedAt": shop.clock.now().to_rfc3339(), "idempotencyKey": reference });
    shop.data(&shop.marco, document, json!({ "input": input })).await["paymentRecord"].clone()
}

#[tokio::test]
async fn an_order_that_is_paid_later_is_delivered_meanwhile() {
    for shop in both().await {
        let acme = acme(&shop).await;
        let (number, line) = deferred(&shop, &acme, "later").await;
        let owed = json!({ "status": "CHECKING", "paidAt": null, "invoiceDueOn": "2026-12-24",
            "amountDue": { "amount": "6.09" }, "refunds": [],
            "payments": [{ "method": "DEFERRED", "status": "PENDING" }] });
        assert_eq!(money(&shop, &number).await, owed);
        let again = shop.pay_with(&acme, &number, "DEFERRED", "later").await;
        assert_eq!(again["payment"]["status"], "PENDING", "the same key gives the same answer");
        let other = shop.pay_with(&acme, &number, "BANK_TRANSFER", "other").await;
        assert_eq!(other["errors"][0]["code"], "PAYMENT_IN_PROGRESS");

        shop.approve(&number).await;
        assert_eq!(shop.deliver(&number, &line).await["order"]["status"], "DELIVERED");
        shop.clock.advance(TimeDelta::days(60));
        shop.run_jobs().await;
        let (status, _) = shop.story(&number).await;
        assert_eq!(status, "DELIVERED", "it does not expire");
        assert_eq!(violations(&shop).await, [""; 0]);

        let recorded = record(&shop, &number, "SCT-1").await;
        assert_eq!(recorded["errors"], json!([]));
        assert_eq!(recorded["payment"], json!({ "method": "DEFERRED", "status": "SUCCEEDED" }));
        let paid = money(&shop, &number).await;
        assert_eq!(paid["status"], "DELIVERED", "it stands where it stood");
        assert_eq!(paid["amountDue"]["amount"], "0.00");
        assert_ne!(paid["paidAt"], Value::Null);
        let twice = record(&shop, &number, "SCT-2").await;
        assert_eq!(twice["errors"][0]["code"], "ALREADY_PAID");
        let (_, story) = shop.story(&number).await;
        let told = [
            "PAYMENT_INITIATED",
            "VALIDATION_STARTED",
            "ORDER_ACCEPTED",
            "DELIVERY_STARTED",
            "LINE_DELIVERED",
            "ORDER_DELIVERED",
            "PAYMENT_RECEIVED",
        ];
        assert_eq!(story[2..], told);
        assert_eq!(violations(&shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn refusing_an_order_that_is_paid_later_ends_the_debt_and_pays_nothing_back() {
    for shop in both().await {
        let acme = acme(&shop).await;
        let (number, _) = deferred(&shop, &acme, "later").await;
        let refuse = "mutation($number: String!) { orderRefuse(input: { number: $number, \
             reason: \"No.\" }) { order { status } } }";
        let refused = shop.data(&shop.marco, refuse, json!({ "number": number })).await;
        assert_eq!(refused["orderRefuse"]["order"]["status"], "CANCELLED");
        let over = json!({ "status": "CANCELLED", "paidAt": null, "invoiceDueOn": "2026-12-24",
            "amountDue": { "amount": "0.00" }, "refunds": [],
            "payments": [{ "method": "DEFERRED", "status": "CANCELLED" }] });
        assert_eq!(money(&shop, &number).await, over);
        let (_, story) = shop.story(&number).await;
        assert_eq!(story.iter().filter(|it| *it == "PAYMENT_CANCELLED").count(), 1, "{story:?}");
        assert_eq!(violations(&shop).await, [""; 0]);
        // What comes all the same is late money.
        let late = record(&shop, &number, "SCT-1").await;
        assert_eq!(late["errors"], json!([]), "{late}");
        let back = money(&shop, &number).await;
        assert_eq!(back["refunds"].as_array().map(Vec::len), Some(1), "{back}");
        assert_eq!(back["paidAt"], Value::Null);
        assert_eq!(violations(&shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_withdrawal_from_what_is_paid_later_is_from_all_of_it_and_pays_nothing_back() {
    for shop in both().await {
        let acme = acme(&shop).await;
        let document = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { \
             order { number lines { id } } } }";
        let line = json!({ "planCode": "vps-starter", "period": "P1M" });
        let input = json!({ "lines": [line, line], "idempotencyKey": "two" });
        let placed = shop.data(&acme, document, json!({ "input": input })).await;
        let order = &placed["orderPlace"]["order"];
        let number = order["number"].as_str().expect("a number");
        shop.pay_with(&acme, number, "DEFERRED", "pay").await;
        // Companies cannot withdraw: here a person traded under the company's name.
        upsert(&shop, json!({ "kind": "INDIVIDUAL" })).await;
        let document = "query($number: String!) { order(number: $number) { withdrawal { quote { \
             paid { amount } refund { amount } } } } }";
        let quoted = shop.data(&acme, document, json!({ "number": number })).await;
        let nothing = json!({ "paid": { "amount": "0.00" }, "refund": { "amount": "0.00" } });
        assert_eq!(quoted["order"]["withdrawal"]["quote"], nothing);
        let document = "mutation($input: OrderWithdrawInput!) { orderWithdraw(input: $input) { \
             order { status } errors { ... on UserError { code path } } } }";
        let mut input = json!({ "number": number, "name": "Anna", "email": "a@example.org",
            "confirm": true, "idempotencyKey": "part", "lines": [order["lines"][0]["id"]] });
        let part = shop.data(&acme, document, json!({ "input": input })).await;
        let refused = json!([{ "code": "INVALID_INPUT", "path": ["lines"] }]);
        assert_eq!(part["orderWithdraw"]["errors"], refused);
        input["lines"] = Value::Null;
        let whole = shop.data(&acme, document, json!({ "input": input })).await;
        assert_eq!(whole["orderWithdraw"]["order"]["status"], "CANCELLED", "{whole}");
        let over = money(&shop, number).await;
        assert_eq!((&over["refunds"], &over["amountDue"]["amount"]), (&json!([]), &json!("0.00")));
        assert_eq!(violations(&shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn paying_later_takes_an_agreement_which_not_everybody_can_have() {
    let shop = Shop::open().await;
    for (wrong, why) in [
        (json!({ "deferredDays": 31 }), "of other days"),
        (json!({ "deferredDays": 30, "kind": "INDIVIDUAL" }), "of a person"),
        (json!({ "deferredDays": 30, "kind": "ASSOCIATION" }), "of an association"),
    ] {
        let errors = upsert(&shop, wrong).await["errors"].clone();
        let expected = json!([{ "__typename": "InvalidInputError", "code": "INVALID_INPUT",
            "path": ["deferredDays"] }]);
        assert_eq!(errors, expected, "{why}");
    }
    let acme = acme(&shop).await;
    let kept = upsert(&shop, json!({ "name": "Acme S.p.A." })).await;
    assert_eq!(kept["customer"]["deferredDays"], 45, "what is not said stays");
    let town = upsert(&shop, json!({ "kind": "ADMINISTRATION", "deferredDays": 60 })).await;
    assert_eq!(town["customer"]["deferredDays"], 60);
    let ended = upsert(&shop, json!({ "deferredDays": null })).await;
    assert_eq!(ended["customer"]["deferredDays"], Value::Null);
    let placed = shop.place(&acme, "vps-starter", "order").await;
    let number = placed["order"]["number"].as_str().expect("a number");
    let refused = shop.pay_with(&acme, number, "DEFERRED", "pay").await;
    assert_eq!(refused["errors"][0]["code"], "PAYMENT_METHOD_NOT_ELIGIBLE");
    assert!(refused["errors"][0]["message"].as_str().expect("a text").contains("agreement"));
}

#[tokio::test]
async fn what_is_paid_later_is_approved_by_policy_once_it_is_paid() {
    for mut shop in both().await {
        let usual = (*shop.till.changes.policy).clone();
        shop.till.changes.policy = Arc::new(Policy { approve_below: 1_000, ..usual });
        shop.schema = crate::shop::schema_over(shop.till.clone());
        let acme = acme(&shop).await;
        let (number, _) = deferred(&shop, &acme, "later").await;
        shop.run_jobs().await;
        assert_eq!(shop.story(&number).await.0, "CHECKING", "not before");
        let recorded = record(&shop, &number, "SCT-1").await;
        assert_eq!(recorded["order"]["status"], "DELIVERING", "{recorded}");
        assert_eq!(violations(&shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_debt_that_nobody_awaits_any_more_is_seen() {
    let shop = Shop::open().await;
    let acme = acme(&shop).await;
    let (number, _) = deferred(&shop, &acme, "later").await;
    let store = &shop.till.changes.store;
    crate::verify::damage(store, &["UPDATE payment SET state = 'CANCELLED'"]).await;
    let lost = format!("order {number}: its customer pays later, and no payment for it is awaited");
    assert_eq!(violations(&shop).await, [lost]);
}
