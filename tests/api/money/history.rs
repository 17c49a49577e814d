//! Each step of the money is in the history, and is told live, once and in the same order.

use std::time::Duration;

use async_graphql::Request;
use buono::auth::Viewer;
use buono::domain::actor::Actor;
use buono::domain::payment::PaymentState;
use buono::graphql::context::Memory;
use chrono::TimeDelta;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};

use super::counter::{Counter, fetch};
use super::provider::{Does, DoesBack, Standing};
use crate::who_calls::mutation;

/// Longer than being told takes.
const PATIENCE: Duration = Duration::from_secs(30);
/// What every order begins with.
const PLACED: [&str; 2] = ["ORDER_CREATED", "PAYMENT_AWAITED"];
const BEGUN: &str = "PAYMENT_INITIATED CARD · 12.18 EUR";
const RECEIVED: &str = "PAYMENT_RECEIVED CARD · 12.18 EUR";

/// An order, and what anna is told of all of hers.
struct Walk {
    counter: Counter,
    updates: BoxStream<'static, async_graphql::Response>,
    number: String,
}

fn text(entry: &Value) -> String {
    let kind = entry["kind"].as_str().expect("a kind");
    match entry["detail"].as_str() {
        Some(detail) => format!("{kind} {detail}"),
        None => kind.to_owned(),
    }
}

impl Walk {
    async fn begin(counter: Counter) -> Self {
        let document = "subscription { orderUpdates { kind event { kind detail } \
             order { number } } }";
        let request = Request::new(document).data(Viewer(Some(counter.shop.anna.clone())));
        let request = request.data(Memory::default());
        let updates = counter.shop.schema.execute_stream(request).boxed();
        let mut walk = Self { counter, updates, number: String::new() };
        assert_eq!(walk.update().await["kind"], "SNAPSHOT");
        walk
    }

    async fn update(&mut self) -> Value {
        let next = tokio::time::timeout(PATIENCE, self.updates.next()).await;
        let next = next.expect("it is told in time").expect("it goes on");
        assert_eq!(next.errors, []);
        next.data.into_json().expect("a response is JSON")["orderUpdates"].clone()
    }

    /// Another order, and what the provider does with its payment.
    async fn pays(&mut self, does: Does) -> PaymentState {
        self.number = self.counter.place().await;
        self.counter.provider.does(does);
        self.counter.paid(&self.number, &self.number).await
    }

    /// What the order's owner reads: what is due, how the payments and the refunds stand.
    async fn stands(&self, actor: &Actor) -> Value {
        let document = "query($number: String!) { order(number: $number) { \
             amountDue { amount } payments { status failure { code } refunded { amount } } \
             refunds { status amount { amount } } } }";
        let variables = json!({ "number": self.number });
        self.counter.shop.data(actor, document, variables).await["order"].clone()
    }

    /// The history says just this after the first entries, and so does what was told.
    async fn says(&mut self, due: &str, entries: &[&str]) {
        let order = self.stands(&self.counter.shop.anna).await;
        assert_eq!(order["amountDue"]["amount"], due, "{order}");
        assert_eq!(self.stands(&self.counter.shop.marco).await, order);
        let document = "query($number: String!) { order(number: $number) { \
             events(last: 100) { nodes { kind detail } } } }";
        let variables = json!({ "number": self.number });
        let data = self.counter.shop.data(&self.counter.shop.anna, document, variables).await;
        let nodes = data["order"]["events"]["nodes"].as_array().expect("a list");
        let history: Vec<String> = nodes.iter().rev().map(text).collect();
        let expected: Vec<&str> = PLACED.iter().chain(entries).copied().collect();
        assert_eq!(history, expected);
        for entry in history {
            let update = self.update().await;
            assert_eq!(update["order"]["number"], *self.number);
            assert_eq!(text(&update["event"]), entry);
        }
    }
}

#[tokio::test]
async fn every_step_of_the_money_is_in_the_history_and_told_live() {
    for counter in Counter::both().await {
        let mut walk = Walk::begin(counter).await;
        assert_eq!(walk.pays(Does::Takes).await, PaymentState::Succeeded);
        walk.says("0.00", &[BEGUN, RECEIVED, "VALIDATION_STARTED"]).await;

        assert_eq!(walk.pays(Does::Declines).await, PaymentState::Failed);
        walk.says("12.18", &[BEGUN, "PAYMENT_FAILED card_declined"]).await;
        let order = walk.stands(&walk.counter.shop.anna).await;
        assert_eq!(order["payments"][0]["failure"]["code"], "card_declined");

        // The customer confirms it at the provider.
        assert_eq!(walk.pays(Does::Waits).await, PaymentState::RequiresAction);
        let payment = walk.counter.payments(&walk.number).await.remove(0);
        walk.counter.provider.becomes(&payment.gateway_key, Standing::Taken(payment.amount));
        fetch(&walk.counter.shop.till, &payment).await;
        let waits = "PAYMENT_ACTION_REQUIRED";
        walk.says("0.00", &[BEGUN, waits, RECEIVED, "VALIDATION_STARTED"]).await;

        // They do not, and pay anew; or cancel.
        let gone = "PAYMENT_CANCELLED CARD · 12.18 EUR";
        walk.pays(Does::Waits).await;
        walk.counter.provider.does(Does::Takes);
        walk.counter.paid(&walk.number, "anew").await;
        walk.says("0.00", &[BEGUN, waits, gone, BEGUN, RECEIVED, "VALIDATION_STARTED"]).await;
        walk.pays(Does::Waits).await;
        walk.counter.cancel(&walk.number).await.expect("it only waits");
        walk.says("0.00", &[BEGUN, waits, "ORDER_CANCELLED", gone]).await;

        // It takes its time.
        assert_eq!(walk.pays(Does::Pends).await, PaymentState::Pending);
        let payment = walk.counter.payments(&walk.number).await.remove(0);
        walk.counter.provider.becomes(&payment.gateway_key, Standing::Taken(payment.amount));
        walk.counter.wait(TimeDelta::minutes(2)).await;
        walk.says("0.00", &[BEGUN, RECEIVED, "VALIDATION_STARTED"]).await;

        transfer(&mut walk).await;
        refunds(&mut walk).await;
    }
}

async fn transfer(walk: &mut Walk) {
    walk.number = walk.counter.place().await;
    let shop = &walk.counter.shop;
    let announced = shop.pay_with(&shop.anna, &walk.number, "BANK_TRANSFER", &walk.number).await;
    assert_eq!(announced["payment"]["status"], "PENDING");
    let begun = "PAYMENT_INITIATED BANK_TRANSFER · 12.18 EUR";
    let input = json!({ "number": walk.number, "reference": walk.number, "amount": "12.18",
        "receivedAt": "2026-11-09T09:00:00Z", "idempotencyKey": walk.number });
    let record = mutation("paymentRecord");
    let recorded = shop.data(&shop.marco, &record, json!({ "input": input })).await;
    assert_eq!(recorded["paymentRecord"]["errors"], json!([]));
    let received = "PAYMENT_RECEIVED BANK_TRANSFER · 12.18 EUR";
    walk.says("0.00", &[begun, received, "VALIDATION_STARTED"]).await;
}

async fn refunds(walk: &mut Walk) {
    let paid = [BEGUN, RECEIVED, "VALIDATION_STARTED", "WITHDRAWAL_RECEIVED"];
    for (does, status, ends) in [
        (DoesBack::Gives, "SUCCEEDED", &["REFUND_COMPLETED 12.18 EUR", "ORDER_CANCELLED"][..]),
        (DoesBack::Fails, "FAILED", &["REFUND_FAILED 12.18 EUR"]),
    ] {
        walk.pays(Does::Takes).await;
        walk.counter.provider.does_back(does);
        walk.counter.withdraw(&walk.number, None).await;
        walk.counter.jobs().await;
        let order = walk.stands(&walk.counter.shop.anna).await;
        assert_eq!(
            order["refunds"],
            json!([{ "status": status, "amount": { "amount": "12.18" } }])
        );
        let begun = ["REFUND_INITIATED 12.18 EUR"];
        walk.says("0.00", &[&paid[..], &begun[..], ends].concat()).await;
    }
}

#[tokio::test]
async fn every_method_that_an_order_cannot_be_paid_by_says_why_in_each_language() {
    let counter = Counter::open().await;
    let number = counter.place().await;
    for language in ["en", "it", "fr", "de", "es"] {
        let document = "query($number: String!, $language: String!) { order(number: $number) { \
             paymentMethods { kind eligible reason(language: $language) } } }";
        let variables = json!({ "number": number, "language": language });
        let data = counter.shop.data(&counter.shop.anna, document, variables).await;
        let methods = data["order"]["paymentMethods"].as_array().expect("a list");
        assert_eq!(methods.len(), 6);
        for method in methods {
            let eligible = method["eligible"] == true;
            assert_eq!(method["reason"].is_null(), eligible, "{method}");
        }
    }
}
