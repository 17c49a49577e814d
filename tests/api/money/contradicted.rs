//! What the provider gives back after it was taken for failed, what is being asked while an operator
//! settles it, and what no provider can give back.

use buono::actions::charge::broken;
use buono::actions::refund::SettleRefund;
use buono::domain::ids::RefundId;
use buono::domain::payment::{PaymentState, RefundRoute, RefundState};
use buono::domain::status::OrderStatus;
use buono::graphql::ids::NodeId;
use buono::payments::RefundOutcome;
use buono::storage::{payments, refunds};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::counter::Counter;
use super::desk::is_conflict;
use super::payouts::pay_out;
use super::provider::{Does, DoesBack, Line};
use crate::verify::{damage, violations};

impl Counter {
    async fn retry_of(&self, refund: RefundId, more: Value) -> Value {
        self.shop.clock.advance(TimeDelta::seconds(1));
        let mut input = more;
        input["id"] = json!(NodeId::Refund(refund).encode());
        self.desk("refundRetry", input).await
    }

    /// The refund that its withdrawal shows.
    async fn refund_shown(&self, number: &str) -> Value {
        let document = "query($number: String!) { order(number: $number) { withdrawal { withdrawal { \
             refund { id status route } } } } }";
        let asked = json!({ "number": number });
        let data = self.shop.data(&self.shop.anna, document, asked).await;
        data["order"]["withdrawal"]["withdrawal"]["refund"].clone()
    }
}

#[tokio::test]
async fn what_came_back_after_all_is_booked_once_the_second_attempt_has_failed() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.pay(&number, &number).await.expect("it is paid");
        counter.provider.line(Line::Cut);
        counter.withdraw(&number, None).await;
        counter.jobs().await;
        assert_eq!(counter.refund_states(&number).await, [RefundState::Unknown]);
        counter.settle_refund(&number, "FAILED").await;
        counter.provider.line(Line::Open);
        counter.provider.does_back(DoesBack::Pends);
        assert_eq!(counter.retry(&number).await["errors"], json!([]));
        counter.jobs().await;

        // The first comes to life while the second is under way.
        let [first, second] = &counter.refunds(&number).await[..] else { panic!("two attempts") };
        let all = first.amount;
        counter.provider.returned(&first.gateway_key, RefundOutcome::Succeeded { amount: all });
        let outcome = Some(RefundOutcome::Succeeded { amount: all });
        let news = SettleRefund { refund: first.id, outcome };
        broken(counter.shop.till.changes.make(&news).await).expect("it can be written down");
        let late = &counter.refunds(&number).await[0];
        assert_eq!(late.contradiction.as_deref(), Some("The provider gave 12.18 EUR back."));
        assert_eq!(late.state, RefundState::Failed, "there is no room to book it");

        counter.provider.returned(&second.gateway_key, RefundOutcome::Failed);
        let outcome = Some(RefundOutcome::Failed);
        let news = SettleRefund { refund: second.id, outcome };
        broken(counter.shop.till.changes.make(&news).await).expect("it can be written down");
        let third = counter.retry_of(second.id, json!({})).await;
        assert!(is_conflict(&third), "it would go back twice: {third}");
        assert!(is_conflict(&counter.retry_of(second.id, json!({ "payOut": true })).await));

        counter.wait(TimeDelta::minutes(1)).await;
        let states = [RefundState::Succeeded, RefundState::Failed];
        assert_eq!(counter.refund_states(&number).await, states);
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        let back = counter.provider.journal().iter().filter(|it| it.kind == "refund").count();
        assert_eq!(back, 1);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn what_is_being_asked_about_is_not_settled_by_hand() {
    for counter in Counter::both().await {
        let store = &counter.shop.till.changes.store;
        let lease = counter.shop.till.changes.policy.lease();
        let number = counter.withdrawn(DoesBack::GivesSilently).await;
        counter.wait(TimeDelta::days(1)).await;
        let number = match counter.refund_states(&number).await[..] {
            [RefundState::Succeeded] => counter.place().await,
            ref other => panic!("the jobs find what it came to: {other:?}"),
        };
        counter.provider.does_back(DoesBack::Gives);
        counter.pay(&number, &number).await.expect("it is paid");
        counter.provider.line(Line::Cut);
        counter.withdraw(&number, None).await;
        counter.jobs().await;

        // A job takes it up; its call is under way.
        counter.shop.clock.advance(TimeDelta::hours(1));
        let tx = store.begin(counter.shop.clock.now()).await.expect("it begins");
        let taken = refunds::lease_due(&tx, lease, 10).await.expect("they can be leased");
        tx.commit().await.expect("it is kept");
        assert_eq!(taken.len(), 1);
        assert!(is_conflict(&counter.settle_refund(&number, "FAILED").await));
        assert_eq!(counter.refund_states(&number).await, [RefundState::Unknown]);
        counter.shop.clock.advance(lease);
        assert_eq!(counter.settle_refund(&number, "FAILED").await["errors"], json!([]));

        // The same of a payment.
        let number = counter.unclear(Does::Takes, Line::Cut).await;
        counter.shop.clock.advance(TimeDelta::hours(1));
        let tx = store.begin(counter.shop.clock.now()).await.expect("it begins");
        let taken = payments::lease_due(&tx, lease, 10).await.expect("they can be leased");
        tx.commit().await.expect("it is kept");
        assert_eq!(taken.len(), 1);
        assert!(is_conflict(&counter.settle(&number, "FAILED").await));
        counter.shop.clock.advance(lease);
        assert_eq!(counter.settle(&number, "FAILED").await["errors"], json!([]));
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_payment_that_is_being_made_is_not_settled_by_hand() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        // The call has begun, and nobody has come back from it.
        let start = counter.start(&number, "key");
        counter.shop.till.changes.make(&start).await.expect("it is begun");
        assert_eq!(counter.states(&number).await, [PaymentState::Sent]);
        assert!(is_conflict(&counter.settle(&number, "FAILED").await));
        counter.shop.clock.advance(counter.shop.till.changes.policy.lease());
        assert_eq!(counter.settle(&number, "FAILED").await["errors"], json!([]));
        assert_eq!(counter.states(&number).await, [PaymentState::Failed]);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn what_a_means_cannot_take_back_is_paid_out_by_hand() {
    for counter in Counter::both().await {
        let number = counter.withdrawn(DoesBack::Fails).await;
        let failed = counter.refunds(&number).await.remove(0);
        let made = counter.retry_of(failed.id, json!({ "payOut": true })).await;
        assert_eq!(made["errors"], json!([]), "{made}");
        counter.wait(TimeDelta::days(1)).await;
        let [_, waiting] = &counter.refunds(&number).await[..] else { panic!("two attempts") };
        assert_eq!((waiting.route, waiting.state), (RefundRoute::Transfer, RefundState::Sent));
        let verbs = counter.provider.asked(&waiting.gateway_key);
        assert_eq!(verbs, [""; 0], "no job sends it");
        let id = json!(NodeId::Refund(waiting.id).encode());
        let shown = json!({ "id": id, "status": "PENDING", "route": "TRANSFER" });
        assert_eq!(counter.refund_shown(&number).await, shown, "the last attempt");
        assert_eq!(violations(&counter.shop).await, [""; 0]);

        assert_eq!(pay_out(&counter, &id, json!({})).await["errors"], json!([]));
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_statement_is_taken_although_too_much_has_gone_back_before() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.pay(&number, &number).await.expect("it is paid");
        let store = &counter.shop.till.changes.store;
        damage(store, &["UPDATE payment SET refund_reserved = amount - 100"]).await;
        counter.withdraw(&number, None).await;
        let refunds = counter.refunds(&number).await;
        assert_eq!(refunds.iter().map(|it| it.amount.minor).collect::<Vec<_>>(), [100]);
    }
}
