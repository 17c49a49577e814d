//! Webhooks that come early, late, doubled, in the wrong order, not at all, with a lie in them, or
//! signed with another secret: the payment ends the same.

use entity::{gateway_event, payment};
use futures_util::future::join_all;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::stand::{Caller, HEALED_WITHIN, On, Stand, WEBHOOK_SECRET};

/// What the provider does with its webhooks, and whether one of them is to be taken.
fn ways() -> Vec<(Value, bool)> {
    let signed = |how: &str| json!({ "how": [how], "secrets": [WEBHOOK_SECRET] });
    let lying = |field: &str, value: Value| json!({ "how": ["after"], "secrets": [WEBHOOK_SECRET], field: value });
    vec![
        (signed("before"), true),
        (signed("late"), true),
        (signed("twice"), true),
        (signed("none"), false),
        (lying("amount_off", json!(-498)), true),
        (lying("account", json!("acct_of_somebody_else")), true),
        // While a secret is replaced, both of them sign.
        (json!({ "how": ["after"], "secrets": ["whsec_of_tomorrow", WEBHOOK_SECRET] }), true),
        (json!({ "how": ["after"], "secrets": ["whsec_of_nobody"], "attempts": 1 }), false),
    ]
}

#[tokio::test]
async fn whatever_becomes_of_webhooks_one_charge_is_booked() {
    let wrong = join_all(ways().into_iter().map(|(how, is_taken)| booked(how, is_taken))).await;
    let wrong: Vec<String> = wrong.concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn booked(how: Value, is_taken: bool) -> Vec<String> {
    let stand = Stand::open(On::Sqlite).await;
    let server = stand.serve(&[]).await;
    let mut hooks = how.clone();
    hooks["to"] = json!([server.url("/webhooks/stripe")]);
    stand.provider.told("webhooks", hooks).await;
    // Our own call learns nothing.
    stand.provider.plans("charge", &["cut-after"]).await;
    let (anna, url) = (Caller::new("anna"), server.url("/graphql"));
    let number = anna.placed(&url).await;
    anna.pay(&url, &number, "payment").await;
    let is_paid = |it: &super::stand::Seen| it.status == "CHECKING";
    let mut wrong = Vec::new();
    if anna.sees(&url, &number, HEALED_WITHIN, is_paid).await.is_none() {
        wrong.push("it is not paid".to_owned());
    }
    let db = stand.store.read();
    let mut events = gateway_event::Entity::find().all(db).await.expect("it is read");
    // A late one comes after the payment was asked about again.
    let begun = std::time::Instant::now();
    while is_taken
        && (events.is_empty() || events.iter().any(|it| it.processed_at.is_none()))
        && begun.elapsed() < HEALED_WITHIN
    {
        tokio::time::sleep(super::stand::LOOK_AGAIN).await;
        events = gateway_event::Entity::find().all(db).await.expect("it is read");
    }
    if events.len() != usize::from(is_taken) || events.iter().any(|it| it.processed_at.is_none()) {
        wrong.push(format!("the events are {events:?}"));
    }
    let rows = payment::Entity::find().all(db).await.expect("it is read");
    let amounts: Vec<i64> = rows.iter().map(|it| it.amount).collect();
    let charged: Vec<i64> = stand.provider.journal().charges.iter().map(|it| it.amount).collect();
    if charged != amounts || charged.len() != 1 {
        wrong.push(format!("charged {charged:?}, and booked {amounts:?}"));
    }
    wrong.extend(stand.verify().await);
    server.kill().await;
    wrong.into_iter().map(|what| format!("{how}: {what}")).collect()
}
