//! Refunds whose provider lies, goes silent, or refuses.

use buono::actions::approve::Refuse;
use buono::domain::payment::RefundState as State;
use buono::domain::status::OrderStatus;
use buono::payments::RefundOutcome;
use chrono::TimeDelta;

use super::counter::Counter;
use super::provider::{Does, DoesBack, Line};
use crate::verify::violations;

/// An order that was paid.
async fn paid(counter: &Counter) -> String {
    let number = counter.place().await;
    counter.provider.does(Does::Takes);
    counter.pay(&number, &number).await.expect("it is paid");
    number
}

async fn refuse(counter: &Counter, number: &str) {
    let (actor, number) = (counter.shop.marco.clone(), number.to_owned());
    let refuse = Refuse { actor, number, reason: "Not today.".into() };
    counter.shop.till.changes.make(&refuse).await.expect("it can be refused");
}

#[tokio::test]
async fn another_amount_than_was_to_go_back_settles_nothing() {
    for counter in Counter::both().await {
        let number = paid(&counter).await;
        counter.provider.does_back(DoesBack::GivesTooMuch);
        counter.withdraw(&number, None).await;
        counter.jobs().await;
        for _ in 0..3 {
            assert_eq!(counter.refund_states(&number).await, [State::Unknown]);
            counter.wait(TimeDelta::minutes(6)).await;
        }
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelling);
        let payment = &counter.payments(&number).await[0];
        assert_eq!(payment.refund_reserved, payment.amount.minor, "the room stays taken");
        assert_eq!(counter.provider.journal().len(), 2, "one charge and one refund");
        let found = violations(&counter.shop).await;
        let unclear = "its refund of 12.18 EUR is unclear since 2026-11-09 10:00:01 UTC";
        assert_eq!(found, [format!("order {number}: {unclear}")]);
    }
}

#[tokio::test]
async fn a_refund_that_pends_is_asked_about_until_it_is_done() {
    for counter in Counter::both().await {
        let number = paid(&counter).await;
        counter.provider.does_back(DoesBack::Pends);
        counter.withdraw(&number, None).await;
        counter.provider.line(Line::Cut);
        counter.jobs().await;
        assert_eq!(counter.refund_states(&number).await, [State::Unknown]);
        counter.provider.line(Line::Open);
        for _ in 0..3 {
            counter.wait(TimeDelta::hours(10)).await;
            assert_eq!(counter.refund_states(&number).await, [State::Sent], "it is under way");
            assert_eq!(violations(&counter.shop).await, [""; 0]);
        }
        let refund = counter.refunds(&number).await.remove(0);
        let amount = refund.amount;
        counter.provider.returned(&refund.gateway_key, RefundOutcome::Succeeded { amount });
        counter.wait(TimeDelta::minutes(10)).await;
        assert_eq!(counter.refund_states(&number).await, [State::Succeeded]);
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_refund_whose_answer_was_lost_is_given_once() {
    for hours in [1, 23] {
        let counter = Counter::open().await;
        let number = paid(&counter).await;
        counter.provider.does_back(DoesBack::GivesSilently);
        counter.withdraw(&number, None).await;
        counter.jobs().await;
        assert_eq!(counter.refund_states(&number).await, [State::Unknown]);
        counter.wait(TimeDelta::hours(hours)).await;
        assert_eq!(counter.refund_states(&number).await, [State::Succeeded]);
        let key = &counter.refunds(&number).await[0].gateway_key;
        let second = if hours < 23 { "refund" } else { "find_refund" };
        assert_eq!(counter.provider.asked(key), ["refund", second]);
        assert_eq!(counter.provider.journal().len(), 2, "one charge and one refund");
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_refund_that_never_arrived_is_sent_even_after_23_hours() {
    let counter = Counter::open().await;
    let number = paid(&counter).await;
    counter.provider.line(Line::Hangs);
    counter.withdraw(&number, None).await;
    counter.jobs().await;
    counter.provider.line(Line::Open);
    counter.wait(TimeDelta::hours(24)).await;
    let key = &counter.refunds(&number).await[0].gateway_key;
    assert_eq!(counter.provider.asked(key), ["refund", "find_refund", "refund"]);
    assert_eq!(counter.refund_states(&number).await, [State::Succeeded]);
}

#[tokio::test]
async fn a_refund_that_fails_gives_its_room_back_and_another_can_take_it() {
    for counter in Counter::both().await {
        let number = paid(&counter).await;
        counter.provider.does_back(DoesBack::Fails);
        let line = counter.order(&number).await.lines[0].id;
        counter.withdraw(&number, Some(vec![line])).await;
        let reserved = async || counter.payments(&number).await[0].refund_reserved;
        assert_eq!(reserved().await, 609);
        counter.jobs().await;
        assert_eq!(counter.refund_states(&number).await, [State::Failed]);
        assert_eq!(reserved().await, 0);
        assert_eq!(violations(&counter.shop).await, [""; 0]);

        counter.provider.does_back(DoesBack::Gives);
        refuse(&counter, &number).await;
        assert_eq!(reserved().await, 1218);
        counter.jobs().await;
        assert_eq!(counter.refund_states(&number).await, [State::Failed, State::Succeeded]);
        // All of it went back, so that nothing is left to wait for.
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn an_order_whose_refund_has_failed_is_not_over() {
    let counter = Counter::open().await;
    let number = paid(&counter).await;
    counter.provider.does_back(DoesBack::Fails);
    counter.withdraw(&number, None).await;
    counter.jobs().await;
    assert_eq!(counter.refund_states(&number).await, [State::Failed]);
    assert_eq!(counter.status(&number).await, OrderStatus::Cancelling);
    assert_eq!(violations(&counter.shop).await, [""; 0]);
}
