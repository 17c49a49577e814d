//! Refunds of transfers: no provider can send them back, so that they wait for an operator.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::counter::Counter;
use crate::verify::violations;

pub async fn record(counter: &Counter, number: &str, amount: &str, reference: &str) -> Value {
    let document = "mutation($input: PaymentRecordInput!) { paymentRecord(input: $input) { \
         order { status amountDue { amount } } payment { status } \
         errors { ... on UserError { code message path } } } }";
    let shop = &counter.shop;
    let input = json!({ "number": number, "reference": reference, "amount": amount,
        "receivedAt": "2026-11-09T09:00:00Z", "idempotencyKey": reference });
    shop.data(&shop.marco, document, json!({ "input": input })).await["paymentRecord"].clone()
}

pub async fn refunds(counter: &Counter, number: &str) -> Value {
    let document = "query($number: String!) { order(number: $number) { status refunds { id route \
         status dueBy amount { amount } payoutReference payoutOn } } }";
    let shop = &counter.shop;
    shop.data(&shop.anna, document, json!({ "number": number })).await["order"].clone()
}

pub async fn pay_out(counter: &Counter, refund: &Value, more: Value) -> Value {
    let document = "mutation($input: RefundRecordInput!) { refundRecord(input: $input) { \
         refund { status payoutReference payoutOn } order { status } \
         errors { ... on UserError { code path } } } }";
    let mut input = json!({ "refund": refund, "reference": "SCT-OUT-1", "paidOn": "2026-11-10",
        "idempotencyKey": "out" });
    for (key, value) in more.as_object().expect("an object") {
        input[key] = value.clone();
    }
    let shop = &counter.shop;
    shop.data(&shop.marco, document, json!({ "input": input })).await["refundRecord"].clone()
}

#[tokio::test]
async fn a_refund_of_a_transfer_waits_for_an_operator_who_pays_it_out_once() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        assert_eq!(record(&counter, &number, "12.18", "SCT-1").await["errors"], json!([]));
        counter.withdraw(&number, None).await;
        // Days go by, and no job takes it for its own.
        counter.wait(TimeDelta::days(1)).await;
        let waiting = refunds(&counter, &number).await;
        assert_eq!(waiting["status"], "CANCELLING");
        let refund = &waiting["refunds"][0];
        let id = &refund["id"];
        let expected = json!({ "id": id, "route": "TRANSFER", "status": "PENDING",
            "dueBy": "2026-11-23", "amount": { "amount": "12.18" }, "payoutReference": null,
            "payoutOn": null });
        assert_eq!(*refund, expected);
        assert!(counter.provider.journal().is_empty(), "the provider is not asked");
        assert_eq!(violations(&counter.shop).await, [""; 0]);

        for (wrong, path) in [
            (json!({ "paidOn": "2026-11-12" }), "paidOn"),
            (json!({ "reference": "" }), "reference"),
            (json!({ "idempotencyKey": "" }), "idempotencyKey"),
        ] {
            let errors = pay_out(&counter, id, wrong).await["errors"].clone();
            assert_eq!(errors, json!([{ "code": "INVALID_INPUT", "path": [path] }]));
        }
        let done = json!({ "order": { "status": "CANCELLED" }, "errors": [],
            "refund": { "status": "SUCCEEDED", "payoutReference": "SCT-OUT-1",
            "payoutOn": "2026-11-10" } });
        for _ in 0..2 {
            assert_eq!(pay_out(&counter, id, json!({})).await, done, "once for each key");
        }
        let reused = pay_out(&counter, id, json!({ "reference": "SCT-OUT-2" })).await;
        assert_eq!(reused["errors"][0]["code"], "IDEMPOTENCY_CONFLICT");
        let twice = pay_out(&counter, id, json!({ "idempotencyKey": "twice" })).await;
        assert_eq!(twice["errors"], json!([{ "code": "INVALID_INPUT", "path": ["refund"] }]));
        let (_, story) = counter.shop.story(&number).await;
        let told =
            ["WITHDRAWAL_RECEIVED", "REFUND_INITIATED", "REFUND_COMPLETED", "ORDER_CANCELLED"];
        assert_eq!(story[story.len() - 4..], told);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn what_a_provider_sends_back_is_not_paid_out_by_hand() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.pay(&number, &number).await.expect("it is paid");
        counter.withdraw(&number, None).await;
        let id = refunds(&counter, &number).await["refunds"][0]["id"].clone();
        let refused = pay_out(&counter, &id, json!({})).await;
        assert_eq!(refused["errors"], json!([{ "code": "INVALID_INPUT", "path": ["refund"] }]));
        counter.jobs().await;
        assert_eq!(refunds(&counter, &number).await["refunds"][0]["route"], "PROVIDER");
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_refund_of_a_transfer_goes_to_the_balance_with_consent() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        record(&counter, &number, "12.18", "SCT-1").await;
        let withdrawal = buono::actions::withdraw::Withdraw {
            refund_to: buono::actions::withdraw::RefundTo::PrepaidAccount,
            ..counter.withdrawal(&number, None)
        };
        let done = counter.shop.till.changes.make(&withdrawal).await;
        assert_eq!(done.expect("it can be withdrawn from").0.status.name(), "CANCELLED");
        assert_eq!(refunds(&counter, &number).await["refunds"][0]["route"], "BALANCE");
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}
