//! A payment that the provider has told of, and does not tell of any more: it waits for weeks, or was
//! lost there. Nobody may take it for one that is well under way.

use buono::domain::payment::PaymentState;
use buono::domain::status::OrderStatus;
use chrono::TimeDelta;
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
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}
