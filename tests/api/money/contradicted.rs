//! What the provider gives back after it was taken for failed, what is being asked while an operator
//! settles it, and what no provider can give back.

use buono::actions::charge::broken;
use buono::actions::refund::SettleRefund;
use buono::domain::ids::{LineId, RefundId};
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
async fn the_desk_lists_what_the_provider_contradicts() {
    for counter in Counter::both().await {
        let listed = async |field: &str| {
            let document = format!(
                "{{ yes: {field}(contradicted: true) {{ edges {{ contradiction }} }} \
                 no: {field}(contradicted: false, state: [SUCCEEDED]) {{ edges {{ contradiction }} }} \
                 neither: {field}(contradicted: true, state: [FAILED]) {{ edges {{ contradiction }} }} }}"
            );
            let data = counter.shop.data(&counter.shop.marco, &document, json!({})).await;
            ["yes", "no", "neither"].map(|name| data[name]["edges"].clone())
        };
        let right = counter.unclear(Does::TakesSilently, Line::Open).await;
        counter.settle(&right, "SUCCEEDED").await;
        let wrong = counter.unclear(Does::Takes, Line::Cut).await;
        counter.settle(&wrong, "SUCCEEDED").await;
        counter.provider.line(Line::Open);
        counter.wait(TimeDelta::minutes(6)).await;
        let found = json!([{ "contradiction": "The provider took nothing: never_sent." }]);
        let none = json!([{ "contradiction": null }]);
        assert_eq!(listed("payments").await, [found, none.clone(), json!([])]);

        let right = counter.withdrawn(DoesBack::GivesSilently).await;
        counter.settle_refund(&right, "SUCCEEDED").await;
        let wrong = counter.withdrawn(DoesBack::GivesSilently).await;
        let key = counter.refunds(&wrong).await[0].gateway_key.clone();
        counter.settle_refund(&wrong, "SUCCEEDED").await;
        counter.provider.returned(&key, RefundOutcome::Failed);
        counter.jobs().await;
        let said = "The provider did not give it back. Pay it out in another way.";
        assert_eq!(listed("refunds").await, [json!([{ "contradiction": said }]), none, json!([])]);
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

impl Counter {
    /// The first refund of an order of which this was withdrawn from: it never arrived, an operator has
    /// settled it as failed, and it is sent again.
    async fn sent_twice(&self, number: &str, lines: Option<Vec<LineId>>, more: Value) {
        self.provider.line(Line::Cut);
        self.withdraw(number, lines).await;
        self.jobs().await;
        self.settle_refund(number, "FAILED").await;
        self.provider.line(Line::Open);
        self.provider.does_back(DoesBack::Pends);
        let first = self.refunds(number).await.remove(0);
        assert_eq!(self.retry_of(first.id, more).await["errors"], json!([]));
        self.jobs().await;
    }

    async fn hears(&self, number: &str, at: usize, outcome: RefundOutcome) {
        let refund = self.refunds(number).await.remove(at);
        self.provider.returned(&refund.gateway_key, outcome);
        let news = SettleRefund { refund: refund.id, outcome: Some(outcome) };
        broken(self.shop.till.changes.make(&news).await).expect("it can be written down");
    }

    fn given_back(&self) -> Vec<i64> {
        let journal = self.provider.journal();
        let back = journal.iter().filter(|it| it.kind == "refund");
        back.map(|it| it.amount.minor).collect()
    }
}

#[tokio::test]
async fn of_two_attempts_the_first_is_enough_for_the_order_to_be_over() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.pay(&number, &number).await.expect("it is paid");
        // Some days were used: less goes back than was paid, so that there is room left.
        counter.shop.approve(&number).await;
        let order = counter.order(&number).await;
        for line in &order.lines {
            let line = json!(NodeId::OrderLine(order.id, line.id).encode());
            counter.shop.deliver(&number, &line).await;
        }
        counter.shop.clock.advance(TimeDelta::days(3));
        counter.sent_twice(&number, None, json!({})).await;
        let owed = counter.refunds(&number).await[0].amount;
        assert!(owed.minor < 1218, "{owed}");
        counter.hears(&number, 0, RefundOutcome::Succeeded { amount: owed }).await;
        counter.hears(&number, 1, RefundOutcome::Failed).await;
        counter.jobs().await;
        let states = [RefundState::Succeeded, RefundState::Failed];
        assert_eq!(counter.refund_states(&number).await, states);
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        assert_eq!(counter.given_back(), [owed.minor]);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn nothing_is_sent_a_third_time_where_the_first_has_gone_back() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.pay(&number, &number).await.expect("it is paid");
        let one = counter.order(&number).await.lines[0].id;
        counter.sent_twice(&number, Some(vec![one]), json!({})).await;
        let owed = counter.refunds(&number).await[0].amount;
        // The other line's money is room for it: it is booked at once.
        counter.hears(&number, 0, RefundOutcome::Succeeded { amount: owed }).await;
        assert_eq!(counter.refund_states(&number).await[0], RefundState::Succeeded);
        counter.hears(&number, 1, RefundOutcome::Failed).await;
        let second = counter.refunds(&number).await.remove(1);
        for more in [json!({}), json!({ "payOut": true })] {
            assert!(is_conflict(&counter.retry_of(second.id, more).await));
        }
        assert_eq!(counter.refunds(&number).await.len(), 2);
        assert_eq!(counter.given_back(), [owed.minor]);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_payout_that_came_back_by_itself_is_given_up_and_not_paid() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.pay(&number, &number).await.expect("it is paid");
        counter.sent_twice(&number, None, json!({ "payOut": true })).await;
        let [first, waiting] = &counter.refunds(&number).await[..] else { panic!("two attempts") };
        let amount = first.amount;
        counter.hears(&number, 0, RefundOutcome::Succeeded { amount }).await;
        let id = json!(NodeId::Refund(waiting.id).encode());
        let refused = pay_out(&counter, &id, json!({})).await;
        assert_eq!(refused["errors"], json!([{ "code": "INVALID_INPUT", "path": ["refund"] }]));
        assert_eq!(counter.settle_refund(&number, "FAILED").await["errors"], json!([]));
        counter.jobs().await;
        // Somebody's window is still open.
        let refused = pay_out(&counter, &id, json!({})).await;
        assert_eq!(refused["errors"], json!([{ "code": "INVALID_INPUT", "path": ["refund"] }]));
        let states = [RefundState::Succeeded, RefundState::Failed];
        assert_eq!(counter.refund_states(&number).await, states);
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        assert_eq!(
            counter.provider.asked(&waiting.gateway_key),
            [""; 0],
            "it is not the provider's"
        );
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}
