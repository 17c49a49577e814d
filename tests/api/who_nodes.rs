//! What lies behind ids and edges: nobody reaches there what they could not ask for directly.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use buono::domain::actor::{Actor, Scope};
use buono::domain::ids::{
    CustomerId, DocumentId, DocumentRequestId, LineId, OrderId, PaymentId, PaymentMeanId, PlanId,
    RefundId, WithdrawalId,
};
use buono::graphql::ids::NodeId;
use serde_json::{Value, json};

use crate::dump::dump;
use crate::shop::Shop;
use crate::toy;
use crate::who::roles;
use crate::who_calls::Thing;

/// An id for each type of node, all of them anna's, but for the plan.
async fn ids_of_anna(shop: &Shop) -> BTreeMap<String, String> {
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    let placed = shop.place(&shop.anna, "vps-starter", "nodes").await;
    let number = placed["order"]["number"].as_str().unwrap();
    shop.pay(&shop.anna, number, "nodes").await;
    let document = "mutation($number: String!) { orderRequestDocuments(input: \
         { number: $number, documents: [{ kind: IDENTITY }] }) { errors { __typename } } }";
    shop.data(&shop.marco, document, json!({ "number": number })).await;
    let document = "query($number: String!) { order(number: $number) { documentRequests { id } } }";
    let data = shop.data(&shop.anna, document, json!({ "number": number })).await;
    let request = data["order"]["documentRequests"][0]["id"].as_str().unwrap();
    let sent = crate::documents::received(shop, &shop.anna, request, "card.png").await;
    shop.withdraw(&shop.anna, number, "nodes").await;
    let document = "query($number: String!) { order(number: $number) { id lines { id } \
         customer { id paymentMeans { id } } events { nodes { id } } payments { id } \
         refunds { id } documentRequests { id } withdrawal { withdrawal { id } } } \
         catalog(country: \"IT\") { nodes { id } } }";
    let data = shop.data(&shop.anna, document, json!({ "number": number })).await;
    let order = &data["order"];
    let of = |value: &Value| value["id"].as_str().unwrap().to_owned();
    BTreeMap::from([
        ("Customer".into(), of(&order["customer"])),
        ("Order".into(), of(order)),
        ("OrderLine".into(), of(&order["lines"][0])),
        ("OrderEvent".into(), of(&order["events"]["nodes"][0])),
        ("PaymentMean".into(), of(&order["customer"]["paymentMeans"][0])),
        ("Payment".into(), of(&order["payments"][0])),
        ("Refund".into(), of(&order["refunds"][0])),
        ("Withdrawal".into(), of(&order["withdrawal"]["withdrawal"])),
        ("DocumentRequest".into(), of(&order["documentRequests"][0])),
        ("Document".into(), sent),
        ("Plan".into(), of(&data["catalog"]["nodes"][0])),
    ])
}

/// An id of the same type that names nothing.
pub fn nowhere(shop: &Shop, id: &str) -> String {
    let now = shop.clock.now();
    let new = match NodeId::decode(id).unwrap() {
        NodeId::Customer(_) => NodeId::Customer(CustomerId::new(now)),
        NodeId::Order(_) => NodeId::Order(OrderId::new(now)),
        NodeId::OrderLine(..) => NodeId::OrderLine(OrderId::new(now), LineId::new(now)),
        NodeId::OrderEvent(..) => NodeId::OrderEvent(OrderId::new(now), 1),
        NodeId::PaymentMean(_) => NodeId::PaymentMean(PaymentMeanId::new(now)),
        NodeId::Payment(_) => NodeId::Payment(PaymentId::new(now)),
        NodeId::Refund(_) => NodeId::Refund(RefundId::new(now)),
        NodeId::Withdrawal(_) => NodeId::Withdrawal(WithdrawalId::new(now)),
        NodeId::DocumentRequest(_) => NodeId::DocumentRequest(DocumentRequestId::new(now)),
        NodeId::Document(_) => NodeId::Document(DocumentId::new(now)),
        NodeId::Plan(_) => NodeId::Plan(PlanId::new(now)),
    };
    new.encode().to_string()
}

#[tokio::test]
async fn a_node_is_found_by_whom_it_belongs_to_and_is_nowhere_for_others() {
    let shop = Shop::open().await;
    let ids = ids_of_anna(&shop).await;
    let possible = "{ __type(name: \"Node\") { possibleTypes { name } } }";
    let possible = shop.data(&shop.anna, possible, json!({})).await;
    let possible = possible["__type"]["possibleTypes"].as_array().unwrap().iter();
    let mut possible: Vec<&str> = possible.map(|it| it["name"].as_str().unwrap()).collect();
    possible.sort_unstable();
    assert_eq!(ids.keys().collect::<Vec<_>>(), possible, "an id for each type of node");

    let before = dump(&shop.till.changes.store).await;
    let document = "query($id: ID!) { node(id: $id) { __typename id } }";
    let many = "query($id: ID!) { nodes(ids: [$id, $id]) { __typename id } }";
    let mut cells = 0;
    for (kind, id) in &ids {
        let node = json!({ "__typename": kind, "id": id });
        for (role, actor) in roles(&shop) {
            let answer = shop.ask(actor.as_ref(), document, json!({ "id": id })).await;
            let nowhere = json!({ "id": nowhere(&shop, id) });
            let missing = shop.ask(actor.as_ref(), document, nowhere.clone()).await;
            let sees = kind == "Plan" || ["anna", "marco", "shop"].contains(&role);
            let code = match role {
                "nobody" => "UNAUTHENTICATED",
                _ => "FORBIDDEN",
            };
            if sees {
                assert_eq!(answer, json!({ "data": { "node": node } }), "{kind} for {role}");
                assert_eq!(missing, json!({ "data": { "node": null } }), "{kind} for {role}");
            } else if role == "bruno" {
                assert_eq!(answer, json!({ "data": { "node": null } }), "{kind} for {role}");
                assert_eq!(missing.to_string(), answer.to_string(), "{kind} for {role}");
            } else {
                assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{kind} for {role}");
                assert_eq!(missing.to_string(), answer.to_string(), "{kind} for {role}");
            }
            let all = shop.ask(actor.as_ref(), many, json!({ "id": id })).await;
            let empty = shop.ask(actor.as_ref(), many, nowhere).await;
            if sees {
                assert_eq!(all, json!({ "data": { "nodes": [node, node] } }), "{kind} for {role}");
            } else {
                assert_eq!(empty.to_string(), all.to_string(), "{kind} for {role}");
            }
            cells += 2;
        }
    }
    assert_eq!(dump(&shop.till.changes.store).await, before, "reading changes nothing");
    println!("Who sees what, nodes: {cells} cells, 0 leaks");
}

#[tokio::test]
async fn what_is_no_id_is_told_to_those_only_who_said_who_they_are() {
    let shop = Shop::open().await;
    for (actor, code) in [(None, "UNAUTHENTICATED"), (Some(&shop.bruno), "BAD_ID")] {
        let answer = shop.ask(actor, "{ node(id: \"nonsense\") { id } }", json!({})).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], code);
    }
}

#[tokio::test]
async fn an_account_does_not_open_the_orders_behind_it() {
    let shop = Shop::open().await;
    shop.place(&shop.anna, "vps-starter", "hers").await;
    let clerk = |scopes: &[Scope]| Actor::Operator { name: "ugo".into(), scopes: scopes.into() };
    let writer = clerk(&[Scope::CustomersWrite]);
    let document = "{ customer(reference: \"anna\") { reference paymentMeans { id } \
         orders { nodes { number } totalCount } } }";
    let answer = shop.ask(Some(&writer), document, json!({})).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{answer}");
    assert_eq!(answer["errors"][0]["path"], json!(["customer", "orders"]));
    let document = "mutation { customerUpsert(input: { reference: \"anna\", kind: INDIVIDUAL, \
         name: \"Anna\", email: \"anna@example.org\", country: \"IT\" }) \
         { customer { orders { nodes { number } } } } }";
    let answer = shop.ask(Some(&writer), document, json!({})).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{answer}");

    let reader = clerk(&[Scope::OrdersRead]);
    let document = "{ orders { nodes { customer { reference orders { totalCount } } } } }";
    let seen = shop.data(&reader, document, json!({})).await;
    let customer = json!({ "reference": "anna", "orders": { "totalCount": 1 } });
    assert_eq!(seen, json!({ "orders": { "nodes": [{ "customer": customer }] } }));
    // A customer goes round in what is their own.
    shop.place(&shop.bruno, "vps-starter", "his").await;
    let document = "{ orders { nodes { customer { reference orders { nodes { \
         customer { reference paymentMeans { id } } } } } } } }";
    let seen = shop.data(&shop.bruno, document, json!({})).await;
    assert!(!seen.to_string().contains("anna"), "{seen}");
}

#[tokio::test]
async fn internal_notes_are_for_those_who_validate() {
    let shop = Shop::open().await;
    let placed = shop.place(&shop.anna, "vps-starter", "noted").await;
    let number = json!({ "number": placed["order"]["number"] });
    let document = "mutation($number: String!) { orderNote(input: { number: $number, \
         text: \"Looks odd.\", visibleToCustomer: false }) \
         { order { tracking { sequence } } errors { __typename } } }";
    let written = shop.data(&shop.marco, document, number.clone()).await;
    assert_eq!(written["orderNote"]["order"]["tracking"]["sequence"], 2, "no entry in the history");
    let validator = Actor::Service { name: "checks".into(), scopes: vec![Scope::OrdersValidate] };
    let notes = json!([{ "text": "Looks odd.", "operator": "marco" }]);
    for (actor, expected) in [
        (&shop.anna, json!([])),
        (&shop.service, json!([])),
        (&validator, notes.clone()),
        (&shop.marco, notes),
    ] {
        let document = "query($number: String!) { order(number: $number) { \
             internalNotes { text operator } \
             customer { orders { nodes { internalNotes { text operator } } } } } }";
        let order = &shop.data(actor, document, number.clone()).await["order"];
        assert_eq!(order["internalNotes"], expected, "{actor:?}");
        let inside = &order["customer"]["orders"]["nodes"][0]["internalNotes"];
        assert_eq!(*inside, expected, "{actor:?}");
    }
}

#[tokio::test]
async fn ids_of_somebody_else_in_an_input_are_ids_of_nothing() {
    let shop = Shop::open().await;
    let registered = shop.register(&shop.anna, "CARD", "tok_ok").await;
    let annas = shop.place(&shop.anna, "vps-starter", "hers").await;
    let brunos = shop.place(&shop.bruno, "vps-starter", "his").await;
    let number = &brunos["order"]["number"];
    let nowhere = Thing::missing(&shop);
    let before = dump(&shop.till.changes.store).await;
    let pay = "mutation($number: String!, $id: ID!) { orderPay(input: { number: $number, \
         method: CARD, mean: $id, idempotencyKey: \"k\" }) { order { id } \
         errors { __typename ... on UserError { code message path } } } }";
    let withdraw = "mutation($number: String!, $id: ID!) { orderWithdraw(input: { number: $number, \
         lines: [$id], name: \"B\", email: \"b@example.org\", confirm: true, \
         idempotencyKey: \"k\" }) { order { id } \
         errors { __typename ... on UserError { code message path } } } }";
    let list = "query($id: ID!) { orders(filter: { customer: $id }) { nodes { id } } }";
    let annas_id = Thing::of_anna(&shop, "").await.customer;
    let after_setup = dump(&shop.till.changes.store).await;
    assert_ne!(before, after_setup);
    for (document, foreign, missing) in [
        (pay, &registered["paymentMean"]["id"], &json!(nowhere.mean)),
        (withdraw, &annas["order"]["lines"][0]["id"], &json!(nowhere.line)),
        (list, &json!(annas_id), &json!(nowhere.customer)),
    ] {
        let ask = async |id: &Value| {
            let variables = json!({ "number": number, "id": id });
            shop.ask(Some(&shop.bruno), document, variables).await.to_string()
        };
        assert_eq!(ask(foreign).await, ask(missing).await, "{document}");
    }
    assert_eq!(dump(&shop.till.changes.store).await, after_setup);
}

#[tokio::test]
async fn over_http_the_same_holds_with_tokens() {
    let shop = Shop::open().await;
    let thing = Thing::of_anna(&shop, "").await;
    let nowhere = Thing::missing(&shop);
    let server = toy::serve_shop(shop).await;
    let before = dump(&server.app.store).await;
    let post = async |token: Option<&str>, number: &str| {
        let query = "mutation($number: String!) { orderCancel(input: { number: $number }) \
             { order { status } errors { __typename ... on UserError { code message path } } } }";
        let body = json!({ "query": query, "variables": { "number": number } });
        let request = reqwest::Client::new().post(server.url()).json(&body);
        let request = match token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let response = request.send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    };
    for (token, code) in [
        (None, "UNAUTHENTICATED"),
        (Some(server.token("bruno")), "NOT_FOUND"),
        (Some(server.operator_token(&[])), "FORBIDDEN"),
    ] {
        let foreign = post(token.as_deref(), &thing.number).await;
        assert_eq!(foreign.0, 200, "{}", foreign.1);
        assert!(foreign.1.contains(code), "{}", foreign.1);
        assert_eq!(post(token.as_deref(), &nowhere.number).await, foreign);
    }
    assert_eq!(dump(&server.app.store).await, before);
    let cancelled = post(Some(&server.operator_token(&[Scope::OrdersPlace])), &thing.number).await;
    assert!(cancelled.1.contains("CANCELLED"), "{}", cancelled.1);
}
