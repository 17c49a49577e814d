//! Means of payment past their last day.

use buono::domain::payment::PaymentMean;
use buono::storage::means;
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::counter::Counter;

async fn means_of_anna(counter: &Counter) -> Value {
    let document = "{ viewer { ... on Customer { paymentMeans { label status isDefault } } } }";
    let data = counter.shop.data(&counter.shop.anna, document, json!({})).await;
    data["viewer"]["paymentMeans"].clone()
}

/// Gives anna's card a last day: tomorrow.
async fn expiring(counter: &Counter) -> PaymentMean {
    let changes = &counter.shop.till.changes;
    let db = changes.store.read();
    let mut all = means::of_customers(db, &[counter.anna()]).await.expect("they can be read");
    let mean = all.remove(0);
    let last = (counter.shop.clock.now() + TimeDelta::days(1)).date_naive();
    let statement = format!("UPDATE payment_mean SET expires_on = '{last}'");
    sea_orm::ConnectionTrait::execute_unprepared(db, &statement).await.expect("it is written");
    mean
}

#[tokio::test]
async fn past_its_last_day_a_mean_is_expired_cannot_be_used_and_is_no_default() {
    for counter in Counter::both().await {
        let mean = expiring(&counter).await;
        let (shop, label) = (&counter.shop, &mean.label);
        shop.clock.advance(TimeDelta::days(1));
        let valid = json!([{ "label": label, "status": "VALID", "isDefault": true }]);
        assert_eq!(means_of_anna(&counter).await, valid, "good on its last day");
        shop.clock.advance(TimeDelta::days(1));
        let expired = json!([{ "label": label, "status": "EXPIRED", "isDefault": false }]);
        assert_eq!(means_of_anna(&counter).await, expired);

        let number = counter.place().await;
        let paid = shop.pay(&shop.anna, &number, "pay").await;
        assert_eq!(paid["errors"][0]["code"], "INVALID_INPUT", "{paid}");
        assert!(counter.provider.journal().is_empty());
        let id = buono::graphql::ids::NodeId::PaymentMean(mean.id).encode();
        let document = "mutation($id: ID!) { paymentMeanSetDefault(input: { id: $id }) { \
             errors { ... on UserError { code path } } } }";
        let set = shop.data(&shop.anna, document, json!({ "id": id })).await;
        let errors = json!([{ "code": "INVALID_INPUT", "path": ["id"] }]);
        assert_eq!(set["paymentMeanSetDefault"]["errors"], errors);
        let document = "query($id: ID!) { node(id: $id) { ... on PaymentMean { status } } }";
        let node = shop.data(&shop.anna, document, json!({ "id": id })).await;
        assert_eq!(node["node"]["status"], "EXPIRED");

        // The next one of its kind takes its place without being told to.
        let document = "mutation { paymentMeanRegister(input: { kind: CARD, token: \"tok_ok\" }) { \
             paymentMean { isDefault } errors { __typename } } }";
        let next = shop.data(&shop.anna, document, json!({})).await;
        assert_eq!(next["paymentMeanRegister"]["paymentMean"]["isDefault"], true, "{next}");
        let paid = shop.pay(&shop.anna, &number, "again").await;
        assert_eq!(paid["order"]["status"], "CHECKING", "{paid}");
    }
}
