//! Payments whose provider waits, lies, goes silent, or brings its money late.

use buono::actions::Stop;
use buono::actions::charge::broken;
use buono::actions::pay::PayRefusal;
use buono::actions::settle::Settle;
use buono::domain::payment::{Payment, PaymentState as State, RefundState};
use buono::domain::status::OrderStatus;
use buono::payments::Outcome;
use chrono::TimeDelta;

use super::counter::Counter;
use super::provider::{Does, Line, Standing};
use crate::verify::violations;

/// Somebody brings news of a payment: a webhook does, and an operator.
async fn news(counter: &Counter, payment: &Payment, outcome: Outcome) {
    let settle = Settle { payment: payment.id, outcome: Some(outcome) };
    broken(counter.shop.till.changes.make(&settle).await).expect("it is written down");
}

fn success(payment: &Payment) -> Outcome {
    let reference = format!("at_{}", payment.gateway_key);
    Outcome::Succeeded { reference, amount: payment.amount }
}

#[tokio::test]
async fn paying_again_ends_the_payment_that_waits_for_its_customer() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.provider.does(Does::Waits);
        assert_eq!(counter.paid(&number, "first").await, State::RequiresAction);
        counter.provider.does(Does::Takes);
        assert_eq!(counter.paid(&number, "second").await, State::Succeeded);
        assert_eq!(counter.states(&number).await, [State::Cancelled, State::Succeeded]);
        let first = &counter.payments(&number).await[0];
        assert_eq!(counter.provider.standing(&first.gateway_key), Some(Standing::Cancelled));
        assert_eq!(counter.provider.journal().len(), 1, "only the second has taken money");
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn paying_again_finds_out_that_the_first_has_just_succeeded() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.provider.does(Does::Waits);
        counter.paid(&number, "first").await;
        let first = &counter.payments(&number).await[0];
        counter.provider.becomes(&first.gateway_key, Standing::Taken(first.amount));
        let again = counter.pay(&number, "second").await;
        assert!(matches!(again, Err(Stop::Refused(PayRefusal::AlreadyPaid(Some(_))))), "{again:?}");
        assert_eq!(counter.states(&number).await, [State::Succeeded]);
        assert_eq!(counter.status(&number).await, OrderStatus::Checking);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn paying_again_waits_while_the_provider_does_not_say_that_the_first_has_ended() {
    for line in [Line::Cut, Line::Hangs] {
        let counter = Counter::open().await;
        let number = counter.place().await;
        counter.provider.does(Does::Waits);
        counter.paid(&number, "first").await;
        counter.provider.line(line);
        let again = counter.pay(&number, "second").await;
        assert!(matches!(again, Err(Stop::Refused(PayRefusal::Waits(_)))), "{again:?}");
        assert_eq!(counter.states(&number).await, [State::RequiresAction]);
        counter.provider.line(Line::Open);
        counter.provider.does(Does::Takes);
        assert_eq!(counter.paid(&number, "second").await, State::Succeeded);
        assert_eq!(counter.provider.journal().len(), 1);
    }
}

#[tokio::test]
async fn cancelling_an_order_whose_action_is_open_tells_the_provider_until_it_hears() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.provider.does(Does::Waits);
        counter.paid(&number, "pay").await;
        let key = counter.payments(&number).await[0].gateway_key.clone();
        counter.cancel(&number).await.expect("what only waits gives way");
        counter.provider.line(Line::Cut);
        counter.jobs().await;
        assert_eq!(counter.provider.standing(&key), Some(Standing::Waiting));
        counter.provider.line(Line::Open);
        counter.wait(TimeDelta::minutes(10)).await;
        assert_eq!(counter.provider.standing(&key), Some(Standing::Cancelled));
        let asked = counter.provider.asked(&key);
        assert_eq!(asked, ["charge", "cancel", "cancel"]);
        counter.wait(TimeDelta::days(1)).await;
        assert_eq!(counter.provider.asked(&key), asked, "it has said so, and is left alone");
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn money_for_a_cancelled_order_is_booked_and_sent_back_in_the_same_commit() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.provider.does(Does::Waits);
        counter.paid(&number, "pay").await;
        let waiting = counter.payments(&number).await.remove(0);
        counter.cancel(&number).await.expect("what only waits gives way");
        counter.provider.becomes(&waiting.gateway_key, Standing::Taken(waiting.amount));
        news(&counter, &waiting, success(&waiting)).await;

        let late = counter.payments(&number).await.remove(0);
        assert_eq!((late.state, late.surplus), (State::Succeeded, true));
        assert_eq!(late.refund_reserved, late.amount.minor);
        let refunds = counter.refunds(&number).await;
        assert_eq!(refunds.len(), 1, "no job has run yet");
        assert_eq!((refunds[0].amount, refunds[0].state), (late.amount, RefundState::Sent));
        assert_eq!(violations(&counter.shop).await, [""; 0]);
        counter.jobs().await;
        assert_eq!(counter.refund_states(&number).await, [RefundState::Succeeded]);
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        let moved: Vec<_> = counter.provider.journal().iter().map(|it| it.kind).collect();
        assert_eq!(moved, ["charge", "refund"]);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
        // The same news a second time are no news.
        news(&counter, &late, success(&late)).await;
        assert_eq!(counter.refunds(&number).await.len(), 1);
    }
}

#[tokio::test]
async fn late_money_goes_back_also_while_another_payment_is_under_way_and_no_job_gets_stuck() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.provider.does(Does::Declines);
        assert_eq!(counter.paid(&number, "first").await, State::Failed);
        counter.provider.does(Does::Pends);
        assert_eq!(counter.paid(&number, "second").await, State::Pending);
        let [first, second]: [Payment; 2] =
            counter.payments(&number).await.try_into().expect("two payments");
        counter.provider.becomes(&first.gateway_key, Standing::Taken(first.amount));
        news(&counter, &first, success(&first)).await;
        counter.jobs().await;
        assert_eq!(counter.refund_states(&number).await, [RefundState::Succeeded]);
        assert_eq!(counter.states(&number).await, [State::Succeeded, State::Pending]);
        assert_eq!(counter.status(&number).await, OrderStatus::NotPaid);
        assert_eq!(violations(&counter.shop).await, [""; 0]);

        counter.provider.becomes(&second.gateway_key, Standing::Taken(second.amount));
        counter.wait(TimeDelta::minutes(10)).await;
        assert_eq!(counter.states(&number).await, [State::Succeeded; 2]);
        assert_eq!(counter.status(&number).await, OrderStatus::Checking);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn late_money_pays_an_order_that_still_waits_for_it() {
    let counter = Counter::open().await;
    let number = counter.place().await;
    counter.provider.does(Does::Declines);
    counter.paid(&number, "pay").await;
    let failed = counter.payments(&number).await.remove(0);
    counter.provider.becomes(&failed.gateway_key, Standing::Taken(failed.amount));
    news(&counter, &failed, success(&failed)).await;
    assert_eq!(counter.status(&number).await, OrderStatus::Checking);
    assert_eq!(counter.refunds(&number).await, []);
    assert_eq!(violations(&counter.shop).await, [""; 0]);
}

#[tokio::test]
async fn another_amount_than_was_asked_for_settles_nothing() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.provider.does(Does::TakesTooMuch);
        assert_eq!(counter.paid(&number, "pay").await, State::Unknown);
        for _ in 0..3 {
            counter.wait(TimeDelta::minutes(6)).await;
            assert_eq!(counter.states(&number).await, [State::Unknown]);
        }
        assert_eq!(counter.status(&number).await, OrderStatus::NotPaid);
        let again = counter.pay(&number, "again").await;
        assert!(matches!(again, Err(Stop::Refused(PayRefusal::InProgress(_)))), "{again:?}");
        assert_eq!(counter.provider.journal().len(), 1);
        let found = violations(&counter.shop).await;
        let unclear = "its payment of 12.18 EUR is unclear since 2026-11-09 10:00:00 UTC";
        assert_eq!(found, [format!("order {number}: {unclear}")]);
    }
}

#[tokio::test]
async fn an_action_that_is_forgotten_ends_after_its_minutes_and_the_order_can_expire() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.shop.clock.advance(TimeDelta::days(14) - TimeDelta::minutes(1));
        counter.provider.does(Does::Waits);
        counter.paid(&number, "pay").await;
        let key = counter.payments(&number).await[0].gateway_key.clone();
        counter.wait(TimeDelta::minutes(59)).await;
        assert_eq!(counter.states(&number).await, [State::RequiresAction]);
        assert_eq!(counter.status(&number).await, OrderStatus::NotPaid, "it holds the order open");
        counter.wait(TimeDelta::minutes(1)).await;
        assert_eq!(counter.states(&number).await, [State::Cancelled]);
        assert_eq!(counter.provider.standing(&key), Some(Standing::Cancelled));
        assert_eq!(counter.status(&number).await, OrderStatus::Expired);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn an_answer_that_was_lost_is_asked_for_with_the_same_key() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.provider.does(Does::TakesSilently);
        assert_eq!(counter.paid(&number, "pay").await, State::Unknown);
        counter.wait(TimeDelta::minutes(1)).await;
        assert_eq!(counter.states(&number).await, [State::Succeeded]);
        let key = &counter.payments(&number).await[0].gateway_key;
        assert_eq!(counter.provider.asked(key), ["charge", "charge"]);
        assert_eq!(counter.provider.journal().len(), 1);
    }
}

#[tokio::test]
async fn after_23_hours_a_key_is_looked_for_and_not_sent_again() {
    for (does, line, expected, charges) in [
        (Does::TakesSilently, Line::Open, State::Succeeded, 1),
        (Does::Takes, Line::Cut, State::Failed, 0),
    ] {
        let counter = Counter::open().await;
        let number = counter.place().await;
        counter.provider.does(does);
        counter.provider.line(line);
        assert_eq!(counter.paid(&number, "pay").await, State::Unknown);
        counter.provider.line(Line::Open);
        counter.wait(TimeDelta::hours(23)).await;
        assert_eq!(counter.states(&number).await, [expected]);
        let payment = &counter.payments(&number).await[0];
        assert_eq!(counter.provider.asked(&payment.gateway_key), ["charge", "find"]);
        assert_eq!(counter.provider.journal().len(), charges);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}
