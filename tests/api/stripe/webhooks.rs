//! Webhooks: only Stripe's are heard, each once, and none is believed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use buono::http::EVENT_BYTES_MAX;
use buono::storage::{Tx, events, payments};
use chrono::TimeDelta;
use entity::gateway_event;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::StatusCode;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use sha2::Sha256;

use super::scripted::{Say, Scripted};
use super::{WEBHOOK_SECRET, shop};
use crate::served::Served;
use crate::shop::Shop;

struct Stand {
    served: Served,
    scripted: Scripted,
    number: String,
    /// Our key of the payment.
    key: String,
}

impl Stand {
    /// An order whose payment is unclear: Stripe was asked, and has given no answer.
    async fn begin() -> Self {
        Self::with_payment(Say::Text(500, String::new()), "PENDING").await
    }

    /// An order whose payment stands so: Stripe was asked, and has said this.
    async fn with_payment(first: Say, expected: &str) -> Self {
        let scripted = Scripted::start().await;
        let shop = shop(&scripted.address).await;
        let card = r#"{"id": "pm_1", "type": "card", "customer": null,
            "card": {"brand": "visa", "last4": "4242", "exp_month": 2, "exp_year": 2040}}"#;
        let answers = [card, r#"{"id": "cus_1"}"#, card].map(|it| Say::Text(200, it.to_owned()));
        scripted.will_say(answers);
        let registered = shop.register(&shop.anna, "CARD", "pm_1").await;
        assert_eq!(registered["errors"], json!([]), "{registered}");
        let placed = shop.place(&shop.anna, "vps-starter", "place").await;
        let number = placed["order"]["number"].as_str().unwrap().to_owned();
        scripted.will_say([first]);
        let paid = shop.pay(&shop.anna, &number, "pay").await;
        assert_eq!(paid["payment"]["status"], expected, "{paid}");
        let db = shop.till.changes.store.read();
        let customer = shop.anna.customer_id().unwrap();
        let payment = payments::by_client_key(db, customer, "pay").await.unwrap().unwrap();
        scripted.asked();
        let served = Served::over(shop).await;
        Self { served, scripted, number, key: payment.gateway_key }
    }

    fn shop(&self) -> &Shop {
        &self.served.shop
    }

    fn intent(&self, status: &str) -> Value {
        json!({ "id": "pi_1", "object": "payment_intent", "status": status, "currency": "eur",
            "amount_received": 609, "metadata": { "buono_key": self.key } })
    }

    fn event(&self, id: &str, status: &str) -> String {
        json!({ "id": id, "data": { "object": self.intent(status) } }).to_string()
    }

    fn says(&self, status: &str) -> Say {
        Say::Text(200, self.intent(status).to_string())
    }

    /// Sends an event as Stripe does.
    async fn send(&self, body: &str) -> StatusCode {
        let at = self.shop().clock.now().timestamp().to_string();
        self.send_signed(body, &format!("t={at},v1={}", sign(&at, body))).await.0
    }

    async fn send_signed(&self, body: &str, signature: &str) -> (StatusCode, Value) {
        let request = reqwest::Client::new()
            .post(format!("http://{}/webhooks/stripe", self.served.address))
            .header("stripe-signature", signature)
            .body(body.to_owned());
        let answer = request.send().await.unwrap();
        (answer.status(), answer.json().await.unwrap_or_default())
    }

    async fn stored(&self) -> Vec<gateway_event::Model> {
        let db = self.shop().till.changes.store.read();
        gateway_event::Entity::find().all(db).await.unwrap()
    }

    async fn status(&self) -> String {
        self.shop().story(&self.number).await.0
    }
}

fn sign(at: &str, body: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(WEBHOOK_SECRET.as_bytes()).unwrap();
    let mac = mac.chain_update(at).chain_update(".").chain_update(body).finalize().into_bytes();
    hex(&mac)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

#[tokio::test]
async fn an_event_is_stored_once_and_leads_to_what_stripe_says() {
    let stand = Stand::begin().await;
    // It comes before we know what the charge is called, and twice.
    let event = stand.event("evt_1", "succeeded");
    assert_eq!(stand.send(&event).await, StatusCode::OK);
    assert_eq!(stand.send(&event).await, StatusCode::OK);
    assert_eq!(stand.stored().await.len(), 1);
    assert_eq!(stand.scripted.asked(), [], "nothing is asked before the answer");
    stand.scripted.will_say([stand.says("succeeded")]);
    stand.shop().run_jobs().await;
    assert_eq!(stand.status().await, "CHECKING");
    let asked = stand.scripted.asked();
    assert_eq!(asked, [("GET /v1/payment_intents/pi_1".to_owned(), String::new())]);
    let stored = &stand.stored().await[0];
    assert!(stored.processed_at.is_some() && stored.raw.is_empty(), "{stored:?}");
    // Again after it was processed, and another of the same: nothing is left to be asked.
    assert_eq!(stand.send(&event).await, StatusCode::OK);
    assert_eq!(stand.send(&stand.event("evt_2", "processing")).await, StatusCode::OK);
    stand.shop().run_jobs().await;
    assert_eq!(stand.scripted.asked(), []);
    let (status, story) = stand.shop().story(&stand.number).await;
    assert_eq!(status, "CHECKING");
    assert_eq!(story.iter().filter(|it| *it == "PAYMENT_RECEIVED").count(), 1, "{story:?}");
    stand.served.stop().await;
}

#[tokio::test]
async fn what_an_event_says_is_not_believed() {
    let stand = Stand::begin().await;
    assert_eq!(stand.send(&stand.event("evt_1", "succeeded")).await, StatusCode::OK);
    // Stripe itself says something else.
    stand.scripted.will_say([stand.says("processing")]);
    stand.shop().run_jobs().await;
    assert_eq!(stand.status().await, "NOT_PAID");
    // Of another amount than was asked for somebody has to look at.
    assert_eq!(stand.send(&stand.event("evt_2", "succeeded")).await, StatusCode::OK);
    let other = stand.intent("succeeded").to_string().replace("609", "1");
    stand.scripted.will_say([Say::Text(200, other)]);
    stand.shop().run_jobs().await;
    assert_eq!(stand.status().await, "NOT_PAID");
    stand.served.stop().await;
}

#[tokio::test]
async fn an_event_waits_until_stripe_answers() {
    let stand = Stand::begin().await;
    assert_eq!(stand.send(&stand.event("evt_1", "succeeded")).await, StatusCode::OK);
    stand.scripted.will_say([Say::Text(503, String::new())]);
    stand.shop().run_jobs().await;
    let waiting = &stand.stored().await[0];
    assert_eq!((waiting.processed_at, waiting.attempts), (None, 1));
    assert_eq!(stand.status().await, "NOT_PAID");
    stand.shop().clock.advance(TimeDelta::seconds(300));
    stand.scripted.will_say([stand.says("succeeded"), stand.says("succeeded")]);
    stand.shop().run_jobs().await;
    assert_eq!(stand.status().await, "CHECKING");
    assert!(stand.stored().await[0].processed_at.is_some());
    stand.served.stop().await;
}

#[tokio::test]
async fn what_is_nothing_of_ours_is_done_with() {
    let stand = Stand::begin().await;
    for (id, object) in [
        ("evt_1", json!({ "object": "customer", "id": "cus_9" })),
        ("evt_2", json!({ "object": "payment_intent", "id": "pi_9", "metadata": {} })),
        (
            "evt_3",
            json!({ "object": "payment_intent", "id": "pi_9", "metadata": { "buono_key": "x" } }),
        ),
        ("evt_4", json!({ "object": "refund", "id": "re_9", "metadata": { "buono_key": "x" } })),
    ] {
        let event = json!({ "id": id, "data": { "object": object } }).to_string();
        assert_eq!(stand.send(&event).await, StatusCode::OK);
    }
    stand.shop().run_jobs().await;
    assert_eq!(stand.scripted.asked(), []);
    assert!(stand.stored().await.iter().all(|it| it.processed_at.is_some()));
    // Their names are forgotten after a while.
    stand.shop().clock.advance(events::KEPT_FOR + TimeDelta::seconds(1));
    let tx: Tx = stand.shop().till.changes.store.begin(stand.shop().clock.now()).await.unwrap();
    assert_eq!(events::forget(&tx).await.unwrap(), 4);
    tx.commit().await.unwrap();
    stand.served.stop().await;
}

#[tokio::test]
async fn only_what_stripe_has_signed_is_heard() {
    let stand = Stand::begin().await;
    let event = stand.event("evt_1", "succeeded");
    let at = stand.shop().clock.now().timestamp().to_string();
    let good = format!("t={at},v1={}", sign(&at, &event));
    let old = (stand.shop().clock.now().timestamp() - 301).to_string();
    for (body, signature) in [
        (event.as_str(), String::new()),
        (&event, good.replace("v1=", "v0=")),
        (&event, format!("t={old},v1={}", sign(&old, &event))),
        (&event.replace("609", "608"), good.clone()),
    ] {
        let (status, answer) = stand.send_signed(body, &signature).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{signature}");
        assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_SIGNATURE", "{answer}");
    }
    let (status, answer) = stand.send_signed("{}", &format!("t={at},v1={}", sign(&at, "{}"))).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_REQUEST");
    let (status, _) = stand.send_signed(&" ".repeat(EVENT_BYTES_MAX + 1), &good).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    let url = format!("http://{}/webhooks/stripe", stand.served.address);
    let answer = reqwest::get(&url).await.unwrap();
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(stand.stored().await, []);
    stand.served.stop().await;

    // The sandbox sends none.
    let served = Served::over(Shop::open().await).await;
    let url = format!("http://{}/webhooks/stripe", served.address);
    let request = reqwest::Client::new().post(&url).header("stripe-signature", good).body(event);
    assert_eq!(request.send().await.unwrap().status(), StatusCode::NOT_FOUND);
    served.stop().await;
}

#[tokio::test]
async fn the_page_of_the_sandbox_confirms_no_payment_of_stripes() {
    let waits = r#"{"id": "pi_1", "status": "requires_action", "currency": "eur",
        "metadata": {"buono_key": "KEY"},
        "next_action": {"redirect_to_url": {"url": "https://bank.example"}}}"#;
    let stand = Stand::with_payment(Say::Text(200, waits.into()), "REQUIRES_ACTION").await;
    let url = format!("http://{}/sandbox/payments/{}", stand.served.address, stand.key);
    assert_eq!(reqwest::get(&url).await.unwrap().status(), StatusCode::NOT_FOUND);
    let confirmed = reqwest::Client::new().post(&url).send().await.unwrap();
    assert_eq!(confirmed.status(), StatusCode::NOT_FOUND);
    assert_eq!(stand.status().await, "NOT_PAID");
    stand.served.stop().await;
}
