//! One call for each field of the schema's roots, about something that is anna's or about nothing.

use std::collections::HashMap;

use buono::domain::ids::{
    CustomerId, DocumentRequestId, LineId, OrderId, PaymentId, PaymentMeanId, RefundId,
};
use buono::domain::number::OrderNumber;
use buono::graphql::ids::NodeId;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::shop::Shop;

/// What a call is about.
#[derive(Clone)]
pub struct Thing {
    pub customer: String,
    pub reference: String,
    pub number: String,
    pub order: String,
    pub line: String,
    pub mean: String,
    pub payment: String,
    /// For `refundRecord`, one that waits to be paid out.
    pub refund: String,
    /// For `documentReview`, one that has been answered.
    pub request: String,
}

impl Thing {
    /// Well-formed names of what was never there.
    pub fn missing(shop: &Shop) -> Self {
        let now = shop.clock.now();
        let order = OrderId::new(now);
        Self {
            customer: NodeId::Customer(CustomerId::new(now)).encode().to_string(),
            reference: "nobody-by-that-name".into(),
            number: OrderNumber::new(now, Uuid::new_v4().as_u128()).to_string(),
            order: NodeId::Order(order).encode().to_string(),
            line: NodeId::OrderLine(order, LineId::new(now)).encode().to_string(),
            mean: NodeId::PaymentMean(PaymentMeanId::new(now)).encode().to_string(),
            payment: NodeId::Payment(PaymentId::new(now)).encode().to_string(),
            refund: NodeId::Refund(RefundId::new(now)).encode().to_string(),
            request: NodeId::DocumentRequest(DocumentRequestId::new(now)).encode().to_string(),
        }
    }

    /// An order of anna's that stands where the field can do its work, and what belongs to it.
    pub async fn of_anna(shop: &Shop, field: &str) -> Self {
        if field == "Mutation.documentReview" {
            return Self::answered(shop).await;
        }
        let placed = shop.place(&shop.anna, "vps-starter", &Uuid::new_v4().to_string()).await;
        let order = &placed["order"];
        let number = text(&order["number"]);
        let paid = ["Approve", "Refuse", "RequestDocuments", "Withdraw", "LineDeliver", "LineFail"];
        if paid.iter().any(|verb| field.ends_with(verb)) {
            let paid = shop.pay(&shop.anna, &number, &Uuid::new_v4().to_string()).await;
            assert_eq!(paid["order"]["status"], "CHECKING", "{paid}");
        }
        if field.starts_with("Mutation.orderLine") {
            assert_eq!(shop.approve(&number).await["order"]["status"], "DELIVERING");
        }
        let mean = if field.starts_with("Mutation.paymentMean") {
            let mean = shop.register(&shop.anna, "CARD", "tok_ok").await;
            if field.ends_with("SetDefault") {
                // Another one takes the default over.
                shop.register(&shop.anna, "CARD", "tok_ok").await;
            }
            text(&mean["paymentMean"]["id"])
        } else {
            String::new()
        };
        let (payment, refund) = if field.ends_with("refundRecord") {
            (String::new(), to_pay_out(shop, &number).await)
        } else if WITH_MONEY.contains(&field) {
            money_of_anna(shop, field, &number).await
        } else {
            Default::default()
        };
        let customer = shop.anna.customer_id().expect("anna is a customer");
        Self {
            payment,
            refund,
            customer: NodeId::Customer(customer).encode().to_string(),
            reference: "anna".into(),
            order: text(&order["id"]),
            line: text(&order["lines"][0]["id"]),
            number,
            mean,
            request: String::new(),
        }
    }

    /// With a document that was asked for, and has come.
    async fn answered(shop: &Shop) -> Self {
        let (number, requests) = crate::documents::asked(shop, &["IDENTITY"]).await;
        crate::documents::received(shop, &shop.anna, &requests[0], "card.png").await;
        Self { number, request: requests[0].clone(), ..Self::missing(shop) }
    }
}

/// The fields that are about a payment or a refund.
const WITH_MONEY: [&str; 5] = [
    "Query.payments",
    "Query.refunds",
    "Mutation.paymentSettle",
    "Mutation.refundSettle",
    "Mutation.refundRetry",
];

/// A payment of the order, and a refund of it if the field is about one: unclear, or failed.
async fn money_of_anna(shop: &Shop, field: &str, number: &str) -> (String, String) {
    let token = match field {
        "Mutation.paymentSettle" => "tok_timeout",
        "Mutation.refundRetry" => "tok_refund_fails",
        _ => "tok_ok",
    };
    // One that goes again, and for which there is room: a customer has a few means at most.
    let remove = mutation("paymentMeanRemove");
    let means = "{ viewer { ... on Customer { paymentMeans { id isDefault } } } }";
    let means = shop.data(&shop.anna, means, json!({})).await;
    let means = means["viewer"]["paymentMeans"].as_array().expect("a list");
    for mean in means.iter().filter(|mean| mean["isDefault"] == false) {
        shop.data(&shop.anna, &remove, json!({ "input": { "id": mean["id"] } })).await;
    }
    let register = mutation("paymentMeanRegister");
    let input = json!({ "kind": "CARD", "token": token });
    let made = shop.data(&shop.anna, &register, json!({ "input": input })).await;
    let mean = &made["paymentMeanRegister"]["paymentMean"]["id"];
    let input = json!({ "number": number, "method": "CARD", "mean": mean,
        "idempotencyKey": number });
    shop.data(&shop.anna, &mutation("orderPay"), json!({ "input": input })).await;
    shop.data(&shop.anna, &remove, json!({ "input": { "id": mean } })).await;
    if field != "Mutation.paymentSettle" {
        shop.withdraw(&shop.anna, number, number).await;
    }
    if field == "Mutation.refundRetry" {
        shop.run_jobs().await;
    }
    let document = "query($number: String!) { order(number: $number) { payments { id } \
         refunds { id } } }";
    let data = shop.data(&shop.anna, document, json!({ "number": number })).await;
    let id = |list: &Value| list[0]["id"].as_str().unwrap_or_default().to_owned();
    (id(&data["order"]["payments"]), id(&data["order"]["refunds"]))
}

/// Pays an order by transfer and withdraws from it: the refund that then waits for an operator.
async fn to_pay_out(shop: &Shop, number: &str) -> String {
    let record = "mutation($input: PaymentRecordInput!) { paymentRecord(input: $input) { \
         errors { __typename } } }";
    let input = json!({ "number": number, "reference": number, "amount": "6.09",
        "receivedAt": "2026-11-09T09:00:00Z", "idempotencyKey": number });
    shop.data(&shop.marco, record, json!({ "input": input })).await;
    shop.withdraw(&shop.anna, number, number).await;
    let refunds = "query($number: String!) { order(number: $number) { refunds { id } } }";
    let data = shop.data(&shop.anna, refunds, json!({ "number": number })).await;
    text(&data["order"]["refunds"][0]["id"])
}

/// What is anna's, made once for each field: a call that is refused leaves it as it is.
#[derive(Default)]
pub struct Things(HashMap<String, Thing>);

impl Things {
    pub async fn of_anna(&mut self, shop: &Shop, mutation: &str) -> &Thing {
        if !self.0.contains_key(mutation) {
            let thing = Thing::of_anna(shop, &format!("Mutation.{mutation}")).await;
            self.0.insert(mutation.to_owned(), thing);
        }
        &self.0[mutation]
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a text, not {value}")).to_owned()
}

/// The document that calls a field, and its variables.
pub fn call(field: &str, thing: &Thing) -> (String, Value) {
    let (root, name) = field.split_once('.').expect("Root.field");
    if root == "Mutation" {
        return (mutation(name), json!({ "input": input(name, thing) }));
    }
    let line = r#"{ planCode: "vps-starter", period: "P1M" }"#;
    let (number, order) = (&thing.number, &thing.order);
    let document = match name {
        "node" => format!(r#"{{ node(id: "{order}") {{ id }} }}"#),
        "nodes" => format!(r#"{{ nodes(ids: ["{order}"]) {{ id }} }}"#),
        "viewer" => "{ viewer { __typename } }".to_owned(),
        "order" => format!(r#"{{ order(number: "{number}") {{ id }} }}"#),
        "orders" => "{ orders { nodes { id } } }".to_owned(),
        "payments" => "{ payments { nodes { id } } }".to_owned(),
        "refunds" => "{ refunds { nodes { id } } }".to_owned(),
        "catalog" => r#"{ catalog(country: "IT") { nodes { code } } }"#.to_owned(),
        "customer" => format!(r#"{{ customer(reference: "{}") {{ id }} }}"#, thing.reference),
        "orderPreview" => format!(
            r#"{{ orderPreview(input: {{ country: "IT", lines: [{line}] }})
                {{ total {{ amount }} errors {{ __typename }} }} }}"#
        ),
        "orderTracking" => {
            format!(r#"subscription {{ orderTracking(number: "{number}") {{ kind }} }}"#)
        }
        "orderUpdates" => "subscription { orderUpdates { kind } }".to_owned(),
        unknown => panic!("{root}.{unknown} is new: say here how it is called"),
    };
    (document, json!({}))
}

pub fn mutation(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().expect("a name").to_ascii_uppercase();
    let of_its_own = format!("{first}{}Input", letters.as_str());
    let kind = match name {
        "orderApprove" => "OrderNumberInput",
        "paymentMeanSetDefault" | "paymentMeanRemove" => "PaymentMeanInput",
        _ => &of_its_own,
    };
    let made = match name {
        "customerUpsert" | "customerCredit" => "customer { id }",
        "paymentMeanPrepare" => "clientSecret",
        "paymentMeanRegister" | "paymentMeanSetDefault" | "paymentMeanRemove" => {
            "paymentMean { id }"
        }
        _ => "order { id }",
    };
    format!(
        "mutation($input: {kind}!) {{ {name}(input: $input) {{ {made} \
         errors {{ __typename ... on UserError {{ code message path }} }} }} }}"
    )
}

/// An input that the mutation accepts, if the thing is there.
pub fn input(name: &str, thing: &Thing) -> Value {
    let (number, line) = (&thing.number, &thing.line);
    let key = Uuid::new_v4().to_string();
    match name {
        "orderPlace" => json!({ "customer": thing.customer, "idempotencyKey": key,
            "lines": [{ "planCode": "vps-starter", "period": "P1M" }] }),
        "orderReorder" => json!({ "number": number, "idempotencyKey": key }),
        "orderPay" => json!({ "number": number, "method": "CARD", "idempotencyKey": key }),
        "orderCancel" | "orderApprove" | "orderClaim" => json!({ "number": number }),
        "orderWithdraw" => json!({ "number": number, "name": "Anna Rossi",
            "email": "anna@example.org", "confirm": true, "idempotencyKey": key }),
        "paymentMeanPrepare" => json!({ "kind": "CARD" }),
        "paymentMeanRegister" => json!({ "kind": "CARD", "token": "tok_ok" }),
        "paymentMeanSetDefault" | "paymentMeanRemove" => json!({ "id": thing.mean }),
        "customerUpsert" => json!({ "reference": thing.reference, "kind": "INDIVIDUAL",
            "name": key, "email": "anna@example.org", "country": "IT", "language": "it-IT",
            "timeZone": "Europe/Rome", "billing": { "name": "Anna Rossi",
            "address": ["Via Roma 12", "20121 Milano"], "country": "IT",
            "vatNumber": "IT 01234567890", "email": "bills@example.org" } }),
        "orderRefuse" => json!({ "number": number, "reason": "No." }),
        "orderRequestDocuments" => {
            json!({ "number": number, "documents": [{ "kind": "IDENTITY" }] })
        }
        "documentReview" => json!({ "request": thing.request, "accepted": true }),
        "orderLineDeliver" => json!({ "number": number, "line": line }),
        "orderLineFail" => json!({ "number": number, "line": line, "message": "Later." }),
        "orderNote" => json!({ "number": number, "text": "Hello.", "visibleToCustomer": true }),
        // 4.99 with 22 %.
        "paymentRecord" => json!({ "number": number, "reference": number, "amount": "6.09",
            "receivedAt": "2026-11-09T09:00:00Z", "idempotencyKey": key }),
        "paymentSettle" => json!({ "id": thing.payment, "outcome": "SUCCEEDED", "reason": key }),
        "refundSettle" => json!({ "id": thing.refund, "outcome": "FAILED", "reason": key }),
        "refundRetry" => json!({ "id": thing.refund }),
        "refundRecord" => json!({ "refund": thing.refund, "reference": "SCT-9",
            "paidOn": "2026-11-09", "idempotencyKey": key }),
        "customerCredit" => {
            json!({ "customer": thing.customer, "amount": "1.00", "currency": "EUR",
            "reason": "Cash.", "idempotencyKey": key })
        }
        unknown => panic!("Mutation.{unknown} is new: say here how it is called"),
    }
}
