//! What operators do about money that is unclear or did not go back, and what becomes of it when the
//! provider says otherwise.

use buono::domain::audit::Row;
use buono::domain::payment::{PaymentState, RefundState};
use buono::domain::status::OrderStatus;
use buono::graphql::ids::NodeId;
use buono::payments::RefundOutcome;
use buono::storage::audit;
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::counter::{Counter, fetch};
use super::provider::{Does, DoesBack, Line, Standing};
use crate::verify::violations;
use crate::who_calls::mutation;

const WHY: &str = "Seen on the provider's own page.";

impl Counter {
    /// What a mutation of the desk answers.
    pub async fn desk(&self, name: &str, input: Value) -> Value {
        let document = mutation(name);
        let data = self.shop.data(&self.shop.marco, &document, json!({ "input": input })).await;
        data[name].clone()
    }

    pub async fn settle(&self, number: &str, outcome: &str) -> Value {
        let payment = self.payments(number).await.pop().expect("a payment");
        let id = NodeId::Payment(payment.id).encode();
        let input = json!({ "id": id, "outcome": outcome, "reason": WHY });
        self.desk("paymentSettle", input).await
    }

    pub async fn settle_refund(&self, number: &str, outcome: &str) -> Value {
        let refund = self.refunds(number).await.pop().expect("a refund");
        let id = NodeId::Refund(refund.id).encode();
        self.desk("refundSettle", json!({ "id": id, "outcome": outcome, "reason": WHY })).await
    }

    /// Sends the oldest refund again.
    pub async fn retry(&self, number: &str) -> Value {
        self.shop.clock.advance(TimeDelta::seconds(1));
        let refund = self.refunds(number).await.remove(0);
        let id = NodeId::Refund(refund.id).encode();
        self.desk("refundRetry", json!({ "id": id })).await
    }

    /// An order whose payment is unclear, as it ended for the provider.
    pub async fn unclear(&self, does: Does, line: Line) -> String {
        let number = self.place().await;
        self.provider.does(does);
        self.provider.line(line);
        assert_eq!(self.paid(&number, &number).await, PaymentState::Unknown);
        number
    }

    /// An order that was withdrawn from, and the money has not come back: this is what the provider
    /// did with the refund.
    pub async fn withdrawn(&self, does: DoesBack) -> String {
        let number = self.place().await;
        self.pay(&number, &number).await.expect("it is paid");
        self.provider.does_back(does);
        self.withdraw(&number, None).await;
        self.jobs().await;
        number
    }

    /// What the history says of the money, the oldest first.
    pub async fn told(&self, number: &str) -> Vec<String> {
        let document = "query($number: String!) { order(number: $number) { \
             events(first: 100) { nodes { kind actor detail } } } }";
        let variables = json!({ "number": number });
        let data = self.shop.data(&self.shop.anna, document, variables).await;
        let nodes = data["order"]["events"]["nodes"].as_array().expect("a list");
        let text = |it: &Value| it.as_str().unwrap_or("-").to_owned();
        let line = |it: &Value| {
            format!("{} {} {}", text(&it["kind"]), text(&it["actor"]), text(&it["detail"]))
        };
        let all = nodes.iter().rev().map(line);
        all.filter(|it| it.starts_with("PAYMENT_") || it.starts_with("REFUND_")).collect()
    }

    async fn audited(&self, verb: &str) -> Vec<Row> {
        let store = &self.shop.till.changes.store;
        let rows = audit::after(store.read(), 0, 1_000).await.expect("it can be read");
        rows.into_iter().map(|(_, row)| row).filter(|row| row.action == verb).collect()
    }
}

pub fn is_conflict(answer: &Value) -> bool {
    answer["errors"][0]["code"] == "CONFLICT" && answer["order"].is_null()
}

#[tokio::test]
async fn a_payment_that_failed_by_hand_pays_when_the_provider_took_it_after_all() {
    for counter in Counter::both().await {
        let number = counter.unclear(Does::TakesSilently, Line::Open).await;
        let settled = counter.settle(&number, "FAILED").await;
        assert_eq!(settled["errors"], json!([]));
        assert_eq!(counter.states(&number).await, [PaymentState::Failed]);
        assert_eq!(counter.status(&number).await, OrderStatus::NotPaid);
        assert_eq!(
            counter.told(&number).await.last(),
            Some(&format!("PAYMENT_FAILED OPERATOR {WHY}"))
        );
        let [row] = &counter.audited("PAYMENT_SETTLE").await[..] else { panic!("one row") };
        assert_eq!(row.detail.as_deref(), Some(&*format!("FAILED: {WHY}")));
        assert_eq!((row.actor.as_str(), row.subject.as_str()), ("marco", &*number));

        // The same again is the same answer, and another is none.
        assert_eq!(counter.settle(&number, "FAILED").await, settled);
        assert!(is_conflict(&counter.settle(&number, "SUCCEEDED").await));
        assert_eq!(counter.audited("PAYMENT_SETTLE").await.len(), 1);

        // A webhook brings the news.
        fetch(&counter.shop.till, &counter.payments(&number).await[0]).await;
        assert_eq!(counter.status(&number).await, OrderStatus::Checking);
        let payment = &counter.payments(&number).await[0];
        assert_eq!(payment.state, PaymentState::Succeeded);
        assert_eq!(payment.contradiction.as_deref(), Some("The provider took 12.18 EUR."));
        counter.jobs().await;
        assert_eq!(counter.provider.journal().len(), 1);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn money_that_an_order_has_no_use_for_goes_back_after_it_failed_by_hand() {
    for counter in Counter::both().await {
        let number = counter.unclear(Does::TakesSilently, Line::Open).await;
        counter.settle(&number, "FAILED").await;
        counter.cancel(&number).await.expect("nothing is under way");
        // No webhook comes: the jobs ask on.
        counter.jobs().await;
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        assert_eq!(counter.states(&number).await, [PaymentState::Succeeded]);
        assert!(counter.payments(&number).await[0].surplus);
        assert_eq!(counter.refund_states(&number).await, [RefundState::Succeeded]);
        assert_eq!(counter.provider.journal().len(), 2, "what came has gone back");
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_payment_that_failed_by_hand_is_ended_at_the_provider() {
    let counter = Counter::open().await;
    let number = counter.unclear(Does::Takes, Line::Cut).await;
    counter.settle(&number, "FAILED").await;
    counter.wait(TimeDelta::minutes(6)).await;
    let payment = counter.payments(&number).await.remove(0);
    assert!(payment.next_check_at.is_some(), "it is not known to have ended");
    counter.provider.line(Line::Open);
    counter.wait(TimeDelta::minutes(6)).await;
    assert_eq!(counter.provider.standing(&payment.gateway_key), Some(Standing::Cancelled));
    let payment = counter.payments(&number).await.remove(0);
    assert_eq!((payment.next_check_at, payment.contradiction), (None, None));
    // The customer can pay anew.
    assert_eq!(counter.paid(&number, "again").await, PaymentState::Succeeded);
    assert_eq!(counter.provider.journal().len(), 1);
    assert_eq!(violations(&counter.shop).await, [""; 0]);
}

#[tokio::test]
async fn a_payment_that_succeeded_by_hand_is_compared_with_what_the_provider_says() {
    for counter in Counter::both().await {
        let confirmed = counter.unclear(Does::TakesSilently, Line::Open).await;
        counter.settle(&confirmed, "SUCCEEDED").await;
        assert_eq!(counter.status(&confirmed).await, OrderStatus::Checking);
        let told = format!("PAYMENT_RECEIVED OPERATOR CARD · 12.18 EUR · {WHY}");
        assert_eq!(counter.told(&confirmed).await.last(), Some(&told));
        counter.jobs().await;
        let payment = &counter.payments(&confirmed).await[0];
        assert_eq!((&payment.contradiction, payment.next_check_at), (&None, None));
        assert!(payment.gateway_reference.is_some(), "refunds go by what the provider calls it");

        let wrong = counter.unclear(Does::Takes, Line::Cut).await;
        counter.settle(&wrong, "SUCCEEDED").await;
        counter.provider.line(Line::Open);
        counter.wait(TimeDelta::minutes(6)).await;
        let payment = &counter.payments(&wrong).await[0];
        assert_eq!(payment.state, PaymentState::Succeeded, "an operator has to see to it");
        let found = Some("The provider took nothing: never_sent.");
        assert_eq!(payment.contradiction.as_deref(), found);
        assert_eq!(counter.provider.asked(&payment.gateway_key), ["charge", "find"]);
        let asked = "{ payments(state: [SUCCEEDED]) { edges { contradiction settledBy } } }";
        let listed = counter.shop.data(&counter.shop.marco, asked, json!({})).await;
        let expected = json!([{ "contradiction": null, "settledBy": "marco" },
            { "contradiction": found, "settledBy": "marco" }]);
        assert_eq!(listed["payments"]["edges"], expected);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn only_what_is_unclear_is_settled_by_hand_and_only_with_a_reason() {
    let counter = Counter::open().await;
    let number = counter.place().await;
    counter.pay(&number, &number).await.expect("it is paid");
    for outcome in ["SUCCEEDED", "FAILED"] {
        assert!(is_conflict(&counter.settle(&number, outcome).await));
    }
    let waiting = counter.place().await;
    counter.provider.does(Does::Waits);
    counter.pay(&waiting, &waiting).await.expect("it is begun");
    assert!(is_conflict(&counter.settle(&waiting, "FAILED").await));

    let unclear = counter.unclear(Does::Takes, Line::Cut).await;
    let id = NodeId::Payment(counter.payments(&unclear).await[0].id).encode();
    for reason in ["", "  ", &"x".repeat(2_001)] {
        let input = json!({ "id": id, "outcome": "FAILED", "reason": reason });
        let answer = counter.desk("paymentSettle", input).await;
        assert_eq!(answer["errors"][0]["path"], json!(["reason"]), "{answer}");
    }
    assert_eq!(counter.states(&unclear).await, [PaymentState::Unknown]);

    counter.provider.line(Line::Open);
    let under_way = counter.place().await;
    counter.provider.does(Does::Takes);
    counter.pay(&under_way, &under_way).await.expect("it is paid");
    counter.provider.does_back(DoesBack::Pends);
    counter.withdraw(&under_way, None).await;
    counter.jobs().await;
    assert!(is_conflict(&counter.settle_refund(&under_way, "FAILED").await));
    assert_eq!(counter.refund_states(&under_way).await, [RefundState::Sent]);
}

#[tokio::test]
async fn a_refund_that_is_settled_by_hand_is_compared_with_what_the_provider_says() {
    for counter in Counter::both().await {
        // It did go back.
        let number = counter.withdrawn(DoesBack::GivesSilently).await;
        assert_eq!(counter.refund_states(&number).await, [RefundState::Unknown]);
        assert_eq!(counter.settle_refund(&number, "SUCCEEDED").await["errors"], json!([]));
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        let told = format!("REFUND_COMPLETED OPERATOR 12.18 EUR · {WHY}");
        assert_eq!(counter.told(&number).await.last(), Some(&told));
        counter.jobs().await;
        let refund = &counter.refunds(&number).await[0];
        assert_eq!((&refund.contradiction, refund.next_check_at), (&None, None));

        // It went back, and an operator thought that it had not.
        let number = counter.withdrawn(DoesBack::GivesSilently).await;
        counter.settle_refund(&number, "FAILED").await;
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelling);
        assert!(is_conflict(&counter.retry(&number).await), "it would go back twice");
        assert_eq!(counter.refund_states(&number).await, [RefundState::Succeeded]);
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        let refund = &counter.refunds(&number).await[0];
        assert_eq!(refund.contradiction.as_deref(), Some("The provider gave 12.18 EUR back."));

        // It did not, and an operator thought that it had.
        let number = counter.withdrawn(DoesBack::GivesSilently).await;
        let key = counter.refunds(&number).await[0].gateway_key.clone();
        counter.settle_refund(&number, "SUCCEEDED").await;
        counter.provider.returned(&key, RefundOutcome::Failed);
        counter.jobs().await;
        let refund = &counter.refunds(&number).await[0];
        assert_eq!(refund.state, RefundState::Succeeded);
        let found = "The provider did not give it back. Pay it out in another way.";
        assert_eq!(refund.contradiction.as_deref(), Some(found));
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_refund_that_failed_is_sent_again_with_a_key_of_its_own() {
    for counter in Counter::both().await {
        let number = counter.withdrawn(DoesBack::Fails).await;
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelling);
        assert_eq!(counter.payments(&number).await[0].refund_reserved, 0);
        let made = counter.retry(&number).await;
        assert_eq!(made["errors"], json!([]));
        assert_eq!(counter.payments(&number).await[0].refund_reserved, 1218, "taken again");
        counter.jobs().await;
        // That one has failed too, and is itself sent again.
        assert_eq!(counter.refund_states(&number).await, [RefundState::Failed; 2]);
        let second = counter.refunds(&number).await.remove(1);
        counter.provider.does_back(DoesBack::Gives);
        let id = NodeId::Refund(second.id).encode();
        counter.shop.clock.advance(TimeDelta::seconds(1));
        assert_eq!(counter.desk("refundRetry", json!({ "id": id })).await["errors"], json!([]));
        // The first again is the attempt that was made of it.
        assert_eq!(counter.retry(&number).await["errors"], json!([]));
        counter.jobs().await;
        let states = [RefundState::Failed, RefundState::Failed, RefundState::Succeeded];
        assert_eq!(counter.refund_states(&number).await, states);
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        let refunds = counter.refunds(&number).await;
        assert_eq!(refunds[2].due_by, refunds[0].due_by, "the law's day does not move");
        let keys: std::collections::BTreeSet<_> =
            refunds.iter().map(|it| it.gateway_key.as_str()).collect();
        assert_eq!(keys.len(), 3);
        let list = "{ refunds(state: [FAILED]) { edges { state node { id } retry { id } } } }";
        let listed = counter.shop.data(&counter.shop.marco, list, json!({})).await;
        let retries: Vec<&Value> = listed["refunds"]["edges"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|it| &it["retry"]["id"])
            .collect();
        let ids = refunds[1..].iter().map(|it| json!(NodeId::Refund(it.id).encode()));
        assert_eq!(retries, ids.collect::<Vec<_>>().iter().collect::<Vec<_>>());
        assert_eq!(counter.audited("REFUND_RETRY").await.len(), 2);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
        assert!(is_conflict(
            &counter
                .desk(
                    "refundRetry",
                    json!({
            "id": NodeId::Refund(refunds[2].id).encode() })
                )
                .await
        ));
    }
}

#[tokio::test]
async fn part_of_an_order_whose_refund_was_sent_again_can_still_be_over() {
    let counter = Counter::open().await;
    let number = counter.place().await;
    counter.pay(&number, &number).await.expect("it is paid");
    let lines: Vec<_> = counter.order(&number).await.lines.iter().map(|it| it.id).collect();
    counter.provider.does_back(DoesBack::Fails);
    counter.withdraw(&number, Some(vec![lines[0]])).await;
    counter.jobs().await;
    counter.provider.does_back(DoesBack::Gives);
    counter.withdraw(&number, Some(vec![lines[1]])).await;
    counter.jobs().await;
    assert_eq!(counter.status(&number).await, OrderStatus::Cancelling, "half is not back");
    counter.retry(&number).await;
    counter.jobs().await;
    assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
    assert_eq!(violations(&counter.shop).await, [""; 0]);
}

#[tokio::test]
async fn a_refund_is_not_sent_again_while_the_provider_does_not_say_what_became_of_it() {
    let counter = Counter::open().await;
    let number = counter.withdrawn(DoesBack::Fails).await;
    counter.provider.line(Line::Cut);
    assert!(is_conflict(&counter.retry(&number).await));
    counter.provider.line(Line::Open);
    let key = counter.refunds(&number).await[0].gateway_key.clone();
    counter.provider.returned(&key, RefundOutcome::Pending);
    assert!(is_conflict(&counter.retry(&number).await));
    assert_eq!(counter.refunds(&number).await.len(), 1);
}
