//! A payment that the provider has told of, and does not tell of any more: it waits for weeks, or was
//! lost there. Nobody may take it for one that is well under way.

use buono::domain::payment::PaymentState;
use buono::domain::status::OrderStatus;
use chrono::TimeDelta;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::counter::Counter;
use super::provider::{Does, Standing};
use crate::verify::violations;

/// Since when each payment of everybody's in these states is unclear.
async fn unclear(counter: &Counter, state: &str) -> Vec<Value> {
    let document = "query($state: [PaymentState!]) { payments(state: $state) { edges { unclearSince \
         } } }";
    let shop = &counter.shop;
    let found = shop.data(&shop.marco, document, json!({ "state": [state] })).await;
    let edges = found["payments"]["edges"].as_array().expect("a list").clone();
    edges.into_iter().map(|it| it["unclearSince"].clone()).collect()
}

#[tokio::test]
async fn a_payment_that_the_provider_has_forgotten_is_unclear_until_somebody_says_how_it_stands() {
    for counter in Counter::both().await {
        let mut numbers = Vec::new();
        for (does, state) in
            [(Does::Pends, PaymentState::Pending), (Does::Waits, PaymentState::RequiresAction)]
        {
            let number = counter.place().await;
            counter.provider.does(does);
            assert_eq!(counter.paid(&number, &number).await, state);
            assert_eq!(unclear(&counter, state.name()).await, [Value::Null]);
            let refused = counter.settle(&number, "FAILED").await;
            assert_eq!(refused["errors"][0]["code"], "CONFLICT", "it is well under way");
            numbers.push((number, state));
        }
        let keys = [&numbers[0], &numbers[1]].map(|(number, _)| number.clone());
        let mut gateway_keys = Vec::new();
        for number in &keys {
            gateway_keys.push(counter.payments(number).await[0].gateway_key.clone());
        }
        for key in &gateway_keys {
            counter.provider.forgets(key);
        }
        counter.wait(TimeDelta::minutes(2)).await;
        let since = counter.shop.clock.now();
        let since = since.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        for (number, state) in &numbers {
            assert_eq!(counter.states(number).await, [*state], "it may still be paid");
            assert_eq!(unclear(&counter, state.name()).await, [json!(since)]);
        }
        let asked = "{ yes: payments(unclear: true) { edges { order { number } } } \
             no: payments(unclear: false) { edges { order { number } } } \
             refunds(unclear: true) { edges { state } } }";
        let found = counter.shop.data(&counter.shop.marco, asked, json!({})).await;
        let both = keys.each_ref().map(|number| json!({ "order": { "number": number } }));
        assert_eq!(found["yes"]["edges"], json!(both));
        assert_eq!((&found["no"]["edges"], &found["refunds"]["edges"]), (&json!([]), &json!([])));
        assert_eq!(violations(&counter.shop).await, [""; 0], "not for long yet");
        counter.wait(TimeDelta::minutes(11)).await;
        let found = violations(&counter.shop).await;
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|it| it.contains("is unclear since")), "{found:?}");

        // The one is found again, and says how it stands; the other is settled by hand.
        counter.provider.becomes(&gateway_keys[0], Standing::Pending);
        counter.wait(TimeDelta::minutes(6)).await;
        assert_eq!(unclear(&counter, "PENDING").await, [Value::Null]);
        let settled = counter.settle(&keys[1], "FAILED").await;
        assert_eq!(settled["errors"], json!([]));
        assert_eq!(counter.states(&keys[1]).await, [PaymentState::Failed]);
        counter.cancel(&keys[1]).await.expect("nothing is on its way");
        assert_eq!(counter.status(&keys[1]).await, OrderStatus::Cancelled);
        counter.jobs().await;
        assert_eq!(counter.payments(&keys[1]).await[0].next_check_at, None, "no more questions");
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn what_is_said_to_have_come_of_it_is_held_against_records_that_know_nothing() {
    for counter in Counter::both().await {
        let (number, key) = pending(&counter).await;
        counter.provider.forgets(&key);
        counter.wait(TimeDelta::minutes(2)).await;
        assert_eq!(counter.settle(&number, "SUCCEEDED").await["errors"], json!([]));
        counter.jobs().await;
        let [payment] = &counter.payments(&number).await[..] else { panic!("one payment") };
        let found = payment.contradiction.as_deref();
        assert_eq!(found, Some("The provider took nothing: not_known."));
        assert_eq!((payment.state, payment.next_check_at), (PaymentState::Succeeded, None));
        assert_eq!(counter.status(&number).await, OrderStatus::Checking);
    }
}

#[tokio::test]
async fn somebody_is_told_once_for_each_time_that_it_becomes_unclear() {
    for counter in Counter::both().await {
        let (number, key) = pending(&counter).await;
        let mut before = None;
        for round in 0..2 {
            counter.provider.forgets(&key);
            counter.wait(TimeDelta::minutes(2)).await;
            assert_eq!(alarmed_at(&counter, &number).await, None, "not for long yet: {round}");
            // The jobs that tell of it run before the provider is asked again.
            counter.wait(TimeDelta::minutes(15)).await;
            let told = alarmed_at(&counter, &number).await;
            assert!(told.is_some() && told != before, "{round}: {told:?}");
            for _ in 0..3 {
                counter.wait(TimeDelta::minutes(15)).await;
                assert_eq!(alarmed_at(&counter, &number).await, told, "once: {round}");
            }
            before = told;
            counter.provider.becomes(&key, Standing::Pending);
            counter.wait(TimeDelta::minutes(15)).await;
            assert_eq!(alarmed_at(&counter, &number).await, None, "it is clear: {round}");
        }
    }
}

#[tokio::test]
async fn a_refund_that_no_job_has_sent_is_unclear_too() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.pay(&number, &number).await.expect("it is paid");
        counter.withdraw(&number, None).await;
        counter.shop.clock.advance(TimeDelta::minutes(11));
        let unsent = format!(
            "order {number}: its refund of 12.18 EUR is unclear since 2026-11-09 10:00:01 UTC"
        );
        assert_eq!(violations(&counter.shop).await, [unsent]);
        counter.jobs().await;
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

/// An order whose payment is under way at the provider, and the key of that there.
async fn pending(counter: &Counter) -> (String, String) {
    let number = counter.place().await;
    counter.provider.does(Does::Pends);
    assert_eq!(counter.paid(&number, &number).await, PaymentState::Pending);
    let key = counter.payments(&number).await[0].gateway_key.clone();
    (number, key)
}

/// When somebody was told that the payment of this order is unclear.
async fn alarmed_at(counter: &Counter, number: &str) -> Option<chrono::DateTime<chrono::Utc>> {
    let id = counter.payments(number).await[0].id;
    let db = counter.shop.till.changes.store.read();
    let row = entity::payment::Entity::find_by_id(id.0).one(db).await.expect("it is read");
    row.expect("it is there").alarmed_at
}
