//! Customers whose every text says whose it is, and what must not be seen by whom.

use std::collections::{BTreeMap, BTreeSet};

use buono::domain::actor::Actor;
use buono::domain::ids::CustomerId;
use buono::graphql::ids::NodeId;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::shop::Shop;
use crate::who_calls::mutation;

/// Those who own something, and a quantity that nobody else orders.
pub const PEOPLE: [(&str, u32); 3] = [("anna", 3), ("bruno", 7), ("carla", 11)];

/// The texts that are written for a customer: each with their name behind it.
pub const TEXTS: [&str; 14] = [
    "Name",
    "Credit",
    "mail",
    "Billed",
    "Street",
    "bills",
    "site",
    "service",
    "Document",
    "Visible",
    "Failure",
    "Withdrawer",
    "Comment",
    "Transfer",
];
/// What only those who validate may see.
pub const INNER: &str = "Inner";

pub fn mark(text: &str, of: &str) -> String {
    format!("{text}-of-{of}-only")
}

/// A customer, and what can be asked for by name.
#[derive(Clone)]
pub struct Subject {
    pub name: &'static str,
    pub actor: Actor,
    pub customer: String,
    pub reference: String,
    pub numbers: Vec<String>,
    /// An id for each type of node that belongs to a customer.
    pub ids: BTreeMap<String, String>,
}

/// Does what a mutation does, and asserts that it was done.
async fn deed(shop: &Shop, actor: &Actor, name: &str, input: Value) -> Value {
    let answer = shop.data(actor, &mutation(name), json!({ "input": input })).await;
    assert_eq!(answer[name]["errors"], json!([]), "{name}");
    answer[name].clone()
}

async fn account(shop: &Shop, name: &str) -> Actor {
    let input = json!({ "reference": name, "kind": "INDIVIDUAL", "name": mark("Name", name),
        "email": format!("{}@example.org", mark("mail", name)), "country": "IT",
        "language": "it", "timeZone": "Europe/Rome", "billing": { "name": mark("Billed", name),
        "address": [mark("Street", name)], "country": "IT",
        "email": format!("{}@example.org", mark("bills", name)) } });
    let written = deed(shop, &shop.marco, "customerUpsert", input).await;
    let id = written["customer"]["id"].as_str().expect("an id");
    let id: CustomerId = match NodeId::decode(id) {
        Ok(NodeId::Customer(id)) => id,
        other => panic!("an id of a customer, not {other:?}"),
    };
    Actor::Customer { id, reference: name.to_owned() }
}

/// An order's number, and the id of its line.
async fn order(shop: &Shop, actor: &Actor, key: &str, quantity: u32) -> (String, Value) {
    let site = format!("{}.example", mark("site", actor.name()));
    let input = json!({ "startAtOnce": true, "idempotencyKey": key, "lines": [{ "period": "P1M",
        "planCode": "vps-starter", "quantity": quantity, "serviceName": site }] });
    let placed = deed(shop, actor, "orderPlace", input).await;
    let document = "query($id: ID!) { node(id: $id) { ... on Order { number lines { id } } } }";
    let data = shop.data(actor, document, json!({ "id": placed["order"]["id"] })).await;
    let number = data["node"]["number"].as_str().expect("a number").to_owned();
    (number, data["node"]["lines"][0]["id"].clone())
}

/// A customer with an order in each state that has something of its own to show.
pub async fn subject(shop: &Shop, name: &'static str, quantity: u32) -> Subject {
    // Moments are marks too.
    shop.clock.advance(TimeDelta::seconds(61));
    let actor = account(shop, name).await;
    let (me, marco) = (&actor, &shop.marco);
    shop.register(me, "CARD", "tok_declined").await;
    let (declined, _) = order(shop, me, "declined", quantity).await;
    shop.pay(me, &declined, "declined").await;
    shop.clock.advance(TimeDelta::milliseconds(7));
    shop.register(me, "CARD", "tok_ok").await;

    let input = json!({ "number": declined, "reference": mark("Transfer", name), "amount": "1.00",
        "receivedAt": shop.clock.now().to_rfc3339(), "idempotencyKey": name });
    deed(shop, marco, "paymentRecord", input).await;

    let customer = NodeId::Customer(actor.customer_id().expect("a customer")).encode();
    let input = json!({ "customer": customer, "amount": "1.00", "currency": "EUR",
        "reason": mark("Credit", name), "idempotencyKey": name });
    deed(shop, marco, "customerCredit", input).await;

    let (asked, _) = order(shop, me, "asked", quantity + 1).await;
    shop.pay(me, &asked, "asked").await;
    let documents = json!([{ "kind": "IDENTITY", "message": mark("Document", name) }]);
    let input = json!({ "number": asked, "documents": documents });
    deed(shop, marco, "orderRequestDocuments", input).await;
    let document = "query($number: String!) { order(number: $number) { documentRequests { id } } }";
    let data = shop.data(me, document, json!({ "number": asked })).await;
    let request = data["order"]["documentRequests"][0]["id"].as_str().expect("an id");
    crate::documents::received(shop, me, request, &mark("File", name)).await;
    for (text, visible) in [(INNER, false), ("Visible", true)] {
        let text = mark(text, name);
        let input = json!({ "number": asked, "text": text, "visibleToCustomer": visible });
        deed(shop, marco, "orderNote", input).await;
    }

    let (failed, line) = order(shop, me, "failed", quantity + 2).await;
    shop.pay(me, &failed, "failed").await;
    shop.approve(&failed).await;
    let message = mark("Failure", name);
    let input = json!({ "number": failed, "line": line, "message": message });
    deed(shop, marco, "orderLineFail", input).await;

    let (back, line) = order(shop, me, "back", quantity + 3).await;
    shop.pay(me, &back, "back").await;
    shop.approve(&back).await;
    let service = format!("{}.example", mark("service", name));
    let input = json!({ "number": back, "line": line, "serviceName": service });
    deed(shop, marco, "orderLineDeliver", input).await;
    let input = json!({ "number": back, "name": mark("Withdrawer", name), "confirm": true,
        "email": "withdrawer@example.org", "comment": mark("Comment", name),
        "reason": "OTHER", "idempotencyKey": "back" });
    deed(shop, me, "orderWithdraw", input).await;
    shop.run_jobs().await;

    deed(shop, marco, "orderClaim", json!({ "number": asked })).await;

    let numbers = vec![back, failed, asked, declined];
    let ids = ids(shop, name, &numbers).await;
    let customer = ids["Customer"].clone();
    Subject { name, actor, customer, reference: name.to_owned(), numbers, ids }
}

/// The first id of each type in what operators see of the orders.
async fn ids(shop: &Shop, name: &str, numbers: &[String]) -> BTreeMap<String, String> {
    let document = "query($number: String!) { order(number: $number) { __typename id \
         lines { __typename id } customer { __typename id reference \
         paymentMeans { __typename id } } events { nodes { __typename id } } \
         payments { __typename id } refunds { __typename id } documentRequests { __typename id \
         documents { __typename id } } withdrawal { withdrawal { __typename id } } } }";
    let mut ids = BTreeMap::new();
    for number in numbers {
        let data = shop.data(&shop.marco, document, json!({ "number": number })).await;
        assert_eq!(data["order"]["customer"]["reference"], name);
        gather_ids(&data, &mut ids);
    }
    ids
}

fn gather_ids(value: &Value, ids: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(fields) => {
            if let (Some(Value::String(kind)), Some(Value::String(id))) =
                (fields.get("__typename"), fields.get("id"))
            {
                ids.entry(kind.clone()).or_insert_with(|| id.clone());
            }
            fields.values().for_each(|it| gather_ids(it, ids));
        }
        Value::Array(items) => items.iter().for_each(|it| gather_ids(it, ids)),
        _ => {}
    }
}

/// Every text in an answer, names of types but not of fields.
pub fn texts(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            into.insert(text.clone());
        }
        Value::Object(fields) => fields.values().for_each(|it| texts(it, into)),
        Value::Array(items) => items.iter().for_each(|it| texts(it, into)),
        _ => {}
    }
}

/// What must not be in the answers to somebody.
#[derive(Default)]
pub struct Forbidden {
    /// Whole texts: ids, amounts, moments, names.
    pub whole: BTreeSet<String>,
    /// What must not be inside of a text either: marks and numbers.
    pub inside: Vec<String>,
}

impl Forbidden {
    /// What an answer has that it must not have.
    pub fn found_in(&self, answer: &Value) -> Vec<String> {
        let mut said = BTreeSet::new();
        texts(answer, &mut said);
        let mut found: Vec<String> = self.whole.intersection(&said).cloned().collect();
        let inside = |mark: &&String| said.iter().any(|text| text.contains(mark.as_str()));
        found.extend(self.inside.iter().filter(inside).cloned());
        found
    }
}
