//! The whole way of the money, against a Stripe on this machine that does not know keys against doing
//! things again: a second charge would show.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use buono::domain::actor::Actor;
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::local::LocalStripe;
use super::{PATIENCE, WEBHOOK_SECRET, shop, shop_in_time};
use crate::served::Served;
use crate::shop::Shop;

const PREPARE: &str = "mutation($kind: PaymentMethodKind!) { \
     paymentMeanPrepare(input: { kind: $kind }) { clientSecret errors { __typename } } }";

/// Saves a mean as a page does: prepared here, confirmed there, registered here.
async fn save(shop: &Shop, stripe: &LocalStripe, kind: &str, method: &str) -> Value {
    let prepared = shop.data(&shop.anna, PREPARE, json!({ "kind": kind })).await;
    let secret = prepared["paymentMeanPrepare"]["clientSecret"].as_str().unwrap();
    let setup = stripe.confirm_setup(secret, method).await;
    shop.register(&shop.anna, kind, &setup).await
}

async fn place(shop: &Shop) -> String {
    let placed = shop.place(&shop.anna, "vps-starter", &uuid::Uuid::new_v4().to_string()).await;
    placed["order"]["number"].as_str().unwrap().to_owned()
}

/// Waits until the order stands so.
async fn becomes(shop: &Shop, number: &str, expected: &str, last: &str) {
    let reached = async {
        loop {
            let (status, story) = shop.story(number).await;
            if status == expected && story.last().is_some_and(|it| it == last) {
                return;
            }
            tokio::task::yield_now().await;
        }
    };
    let waited = tokio::time::timeout(PATIENCE, reached).await;
    assert!(waited.is_ok(), "{:?}", shop.story(number).await);
}

#[tokio::test]
async fn a_card_is_saved_pays_and_gets_its_money_back() {
    let stripe = LocalStripe::start().await;
    let shop = shop(&stripe.address).await;
    let card = stripe.card("4242424242424242").await;
    let saved = save(&shop, &stripe, "CARD", &card).await;
    assert_eq!(saved["paymentMean"]["label"], "Visa •••• 4242", "{saved}");
    let number = place(&shop).await;
    let paid = shop.pay(&shop.anna, &number, "pay").await;
    assert_eq!(paid["payment"]["status"], "SUCCEEDED", "{paid}");
    assert_eq!(paid["order"]["status"], "CHECKING");
    let charges = stripe.list("/v1/payment_intents").await;
    assert_eq!(charges.len(), 1);
    assert_eq!((&charges[0]["amount"], &charges[0]["currency"]), (&json!(609), &json!("eur")));
    assert_eq!(charges[0]["payment_method"], json!(card));
    // Whatever is paid again with the same key is the same payment.
    assert_eq!(shop.pay(&shop.anna, &number, "pay").await, paid);
    assert_eq!(stripe.list("/v1/payment_intents").await.len(), 1);

    let withdrawn = shop.withdraw(&shop.anna, &number, "withdraw").await;
    assert_eq!(withdrawn["errors"], json!([]), "{withdrawn}");
    shop.run_jobs().await;
    let refunds = stripe.list("/v1/refunds").await;
    assert_eq!(refunds.len(), 1);
    assert_eq!(refunds[0]["amount"], json!(609));
    let (status, story) = shop.story(&number).await;
    assert_eq!(status, "CANCELLED");
    assert!(story.iter().any(|it| it == "REFUND_COMPLETED"), "{story:?}");
    // A second mean is of the same customer there.
    let other = stripe.card("4000000000000341").await;
    shop.register(&shop.anna, "CARD", &other).await;
    assert_eq!(stripe.list("/v1/customers").await.len(), 1);
}

#[tokio::test]
async fn a_card_that_is_declined_leaves_the_order_to_be_paid() {
    let stripe = LocalStripe::start().await;
    let shop = shop(&stripe.address).await;
    let card = stripe.card("4000000000000341").await;
    // Without a setup intent: it is given to the customer at once.
    let registered = shop.register(&shop.anna, "CARD", &card).await;
    assert_eq!(registered["errors"], json!([]), "{registered}");
    let number = place(&shop).await;
    let refused = shop.pay(&shop.anna, &number, "first").await;
    assert_eq!(refused["payment"]["status"], "FAILED", "{refused}");
    assert_eq!(shop.story(&number).await.0, "NOT_PAID");
    let good = stripe.card("4242424242424242").await;
    shop.register(&shop.anna, "CARD", &good).await;
    assert_eq!(shop.pay(&shop.anna, &number, "second").await["payment"]["status"], "SUCCEEDED");

    // The bank says no when the card is registered.
    let refused = stripe.card("4000000000000002").await;
    let registered = shop.register(&shop.anna, "CARD", &refused).await;
    assert_eq!(registered["errors"][0]["__typename"], "InvalidInputError", "{registered}");
}

#[tokio::test]
async fn means_of_others_are_not_known() {
    let stripe = LocalStripe::start().await;
    let shop = shop(&stripe.address).await;
    let card = stripe.card("4242424242424242").await;
    let register = async |actor: &Actor, kind: &str, token: &str| {
        shop.register(actor, kind, token).await["errors"][0]["__typename"].clone()
    };
    assert_eq!(register(&shop.anna, "CARD", &card).await, Value::Null);
    let refused = json!("InvalidInputError");
    assert_eq!(register(&shop.bruno, "CARD", &card).await, refused);
    let prepared = shop.data(&shop.anna, PREPARE, json!({ "kind": "CARD" })).await;
    let secret = prepared["paymentMeanPrepare"]["clientSecret"].as_str().unwrap();
    let other = stripe.card("4242424242424242").await;
    let setup = stripe.confirm_setup(secret, &other).await;
    assert_eq!(register(&shop.bruno, "CARD", &setup).await, refused);
    // Neither what is of another kind, nor accounts without a mandate, nor what is no token.
    let account = stripe.account("DE89370400440532013000").await;
    for (kind, token) in [
        ("SEPA_DIRECT_DEBIT", setup.as_str()),
        ("SEPA_DIRECT_DEBIT", &account),
        ("CARD", "pm_nothing"),
        ("CARD", "../customers"),
        ("CARD", "seti_nothing"),
    ] {
        assert_eq!(register(&shop.anna, kind, token).await, refused, "{kind} {token}");
    }
}

#[tokio::test]
async fn an_answer_that_is_lost_makes_no_second_charge() {
    let stripe = LocalStripe::start().await;
    let shop = shop(&stripe.address).await;
    let card = stripe.card("4242424242424242").await;
    save(&shop, &stripe, "CARD", &card).await;
    let number = place(&shop).await;
    stripe.cut_next_charge();
    let unclear = shop.pay(&shop.anna, &number, "pay").await;
    assert_eq!(unclear["payment"]["status"], "PENDING", "{unclear}");
    shop.clock.advance(TimeDelta::seconds(10));
    shop.run_jobs().await;
    assert_eq!(shop.story(&number).await.0, "CHECKING");
    assert_eq!(stripe.list("/v1/payment_intents").await.len(), 1);
}

#[tokio::test]
async fn what_takes_its_time_comes_by_webhooks() {
    let stripe = LocalStripe::start().await;
    let served = Served::over(shop_in_time(&stripe.address).await).await;
    let url = format!("http://{}/webhooks/stripe", served.address);
    stripe.send_webhooks_to(&url, WEBHOOK_SECRET).await;
    served.start_jobs();
    let shop = &served.shop;

    let card = stripe.card("4000002500003155").await;
    shop.register(&shop.anna, "CARD", &card).await;
    let number = place(shop).await;
    let waits = shop.pay(&shop.anna, &number, "card").await;
    assert_eq!(waits["payment"]["status"], "REQUIRES_ACTION", "{waits}");
    stripe.authenticate(waits["payment"]["actionUrl"].as_str().unwrap()).await;
    becomes(shop, &number, "CHECKING", "VALIDATION_STARTED").await;

    for (iban, expected, last) in [
        ("DE89370400440532013000", "CHECKING", "VALIDATION_STARTED"),
        ("DE62370400440532013001", "NOT_PAID", "PAYMENT_FAILED"),
    ] {
        let account = stripe.account(iban).await;
        let saved = save(shop, &stripe, "SEPA_DIRECT_DEBIT", &account).await;
        assert!(saved["paymentMean"]["label"].as_str().unwrap().starts_with("IBAN"), "{saved}");
        let number = place(shop).await;
        let pending = shop.pay_with(&shop.anna, &number, "SEPA_DIRECT_DEBIT", iban).await;
        assert_eq!(pending["payment"]["status"], "PENDING", "{pending}");
        becomes(shop, &number, expected, last).await;
    }
    assert_eq!(stripe.list("/v1/payment_intents").await.len(), 3);
    served.stop().await;
}
