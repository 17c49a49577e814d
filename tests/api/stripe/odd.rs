//! Answers that Stripe should not give, and those that it gives on bad days: none of them may be taken
//! for a word on the money that it is not.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use buono::clock::Clock;
use buono::domain::money::{Currency, Money};
use buono::domain::payment::MethodKind;
use buono::payments::stripe::{ANSWER_BYTES_MAX, Stripe};
use buono::payments::{Charge, Gateway, GiveBack, Outcome, RefundOutcome};

use super::scripted::{Say, Scripted};
use super::{KEY, gateway};

/// Short, for those who wait for nothing.
const TIME: Duration = Duration::from_millis(500);

fn charge() -> Charge {
    Charge {
        key: "key-1".into(),
        reference: None,
        method: MethodKind::Card,
        token: "cus_1/pm_1".into(),
        amount: Money::new(609, Currency::EUR),
        asked_at: "2026-11-09T10:00:00Z".parse().unwrap(),
        attempt: 0,
    }
}

fn clock() -> Clock {
    Clock::manual("2026-11-09T10:00:01Z".parse().unwrap())
}

async fn stripe() -> (Stripe, Scripted) {
    let scripted = Scripted::start().await;
    (gateway(&scripted.address, clock(), TIME), scripted)
}

fn intent(status: &str, more: &str) -> String {
    format!(
        r#"{{"id": "pi_1", "status": "{status}", "currency": "eur",
            "metadata": {{"buono_key": "key-1"}}{more}}}"#
    )
}

fn refusal(kind: &str, code: &str) -> String {
    format!(r#"{{"error": {{"type": "{kind}", "code": "{code}"}}}}"#)
}

#[tokio::test]
async fn what_is_no_word_on_the_money_is_not_taken_for_one() {
    let (stripe, scripted) = stripe().await;
    let received = r#", "amount_received": 609"#;
    let no_key = intent("succeeded", received).replace("key-1", "key-2");
    let huge = "9".repeat(30);
    for say in [
        Say::Text(500, refusal("api_error", "card_declined")),
        Say::Text(503, "<html>Service Unavailable</html>".into()),
        Say::Text(429, refusal("invalid_request_error", "rate_limit")),
        Say::Text(409, refusal("invalid_request_error", "idempotency_key_in_use")),
        Say::Text(400, refusal("idempotency_error", "")),
        Say::Text(401, refusal("invalid_request_error", "")),
        Say::Text(403, refusal("invalid_request_error", "")),
        Say::Text(402, "<html>Payment Required</html>".into()),
        Say::Text(200, "<html>Welcome</html>".into()),
        Say::Text(200, String::new()),
        Say::Text(200, "{}".into()),
        Say::Text(200, "[]".into()),
        Say::Text(200, no_key),
        Say::Text(200, intent("succeeded", "")),
        Say::Text(200, intent("succeeded", &format!(r#", "amount_received": {huge}"#))),
        Say::Text(200, intent("succeeded", received).replace("eur", "zzz")),
        Say::Text(200, intent("requires_capture", received)),
        Say::Text(200, intent("frozen", received)),
        Say::Text(201, intent("succeeded", received)),
        Say::Elsewhere(format!("{}/v1/elsewhere", scripted.address)),
        Say::Cut,
        Say::Nothing,
        Say::Much(ANSWER_BYTES_MAX + 1),
    ] {
        scripted.will_say([say.clone()]);
        let outcome = stripe.charge(&charge()).await;
        let Err(error) = outcome else { panic!("{say:?}: {outcome:?}") };
        assert!(!error.to_string().contains(KEY), "{error}");
        assert_eq!(scripted.asked().len(), 1, "{say:?}");
    }
}

#[tokio::test]
async fn every_word_on_the_money_is_understood() {
    let (stripe, scripted) = stripe().await;
    let reference = || "pi_1".to_owned();
    let declined = |code: &str| Outcome::Declined { code: code.into() };
    let action = r#", "next_action": {"redirect_to_url": {"url": "https://bank.example"}}"#;
    let error = r#", "last_payment_error": {"code": "card_declined", "decline_code": "lost_card"}"#;
    let other = Money::new(100, Currency::parse("USD").unwrap());
    for (status, text, expected) in [
        (
            200,
            intent("succeeded", r#", "amount_received": 609"#),
            Outcome::Succeeded { reference: reference(), amount: charge().amount },
        ),
        (
            // What was taken is what Stripe says, not what was asked for.
            200,
            intent("succeeded", r#", "amount_received": 100"#).replace("eur", "usd"),
            Outcome::Succeeded { reference: reference(), amount: other },
        ),
        (
            200,
            intent("processing", ""),
            Outcome::Pending {
                reference: reference(),
                ask_again_at: "2026-11-09T10:00:06Z".parse().unwrap(),
            },
        ),
        (
            200,
            intent("requires_action", action),
            Outcome::RequiresAction { reference: reference(), url: "https://bank.example".into() },
        ),
        (200, intent("canceled", ""), Outcome::Cancelled),
        (200, intent("requires_payment_method", error), declined("lost_card")),
        (402, refusal("card_error", "expired_card"), declined("expired_card")),
        (400, refusal("invalid_request_error", "amount_too_small"), declined("amount_too_small")),
    ] {
        scripted.will_say([Say::Text(status, text)]);
        assert_eq!(stripe.charge(&charge()).await, Ok(expected));
    }
    let asked = scripted.asked();
    let (what, form) = &asked[0];
    assert_eq!(what, "POST /v1/payment_intents");
    assert_eq!(
        form,
        "amount=609&currency=eur&payment_method_types%5B%5D=card&payment_method=pm_1&confirm=true\
         &return_url=http%3A%2F%2Fshop.test&metadata%5Bbuono_key%5D=key-1&customer=cus_1"
    );
}

#[tokio::test]
async fn what_cannot_go_on_is_ended_before_it_counts_as_declined() {
    let (stripe, scripted) = stripe().await;
    let stuck = intent("requires_action", r#", "next_action": {"type": "use_stripe_sdk"}"#);
    scripted.will_say([Say::Text(200, stuck.clone()), Say::Text(200, intent("canceled", ""))]);
    let declined = Outcome::Declined { code: "action_not_supported".into() };
    assert_eq!(stripe.charge(&charge()).await, Ok(declined));
    assert_eq!(scripted.asked()[1].0, "POST /v1/payment_intents/pi_1/cancel");

    // It has succeeded just before.
    let succeeded = intent("succeeded", r#", "amount_received": 609"#);
    let refused = refusal("invalid_request_error", "payment_intent_unexpected_state");
    scripted.will_say([Say::Text(200, stuck), Say::Text(400, refused), Say::Text(200, succeeded)]);
    let outcome = stripe.charge(&charge()).await;
    assert!(matches!(outcome, Ok(Outcome::Succeeded { .. })), "{outcome:?}");
}

#[tokio::test]
async fn a_charge_that_is_not_there_any_more_cannot_be_taken() {
    let (stripe, scripted) = stripe().await;
    let known = Charge { reference: Some("pi_1".into()), ..charge() };
    let missing = || Say::Text(404, refusal("invalid_request_error", "resource_missing"));
    scripted.will_say([missing(), missing()]);
    assert_eq!(stripe.cancel(&known).await, Ok(Outcome::Cancelled));
    assert_eq!(stripe.find(&known).await, Ok(None));
    let asked: Vec<String> = scripted.asked().into_iter().map(|(what, _)| what).collect();
    assert_eq!(asked, ["POST /v1/payment_intents/pi_1/cancel", "GET /v1/payment_intents/pi_1"]);
    // Whoever else answers so knows nothing of it.
    scripted.will_say([Say::Text(404, "<html>Not Found</html>".into())]);
    assert!(stripe.cancel(&known).await.is_err());
}

#[tokio::test]
async fn a_charge_that_may_have_been_sent_is_looked_for_first() {
    let (stripe, scripted) = stripe().await;
    let again = Charge { attempt: 1, ..charge() };
    let found = intent("succeeded", r#", "amount_received": 609"#);
    let others = found.replace("key-1", "key-2").replace("pi_1", "pi_2");
    scripted.will_say([
        Say::Text(200, format!(r#"{{"data": [{others}], "has_more": true}}"#)),
        Say::Text(200, format!(r#"{{"data": [{found}], "has_more": false}}"#)),
    ]);
    let outcome = stripe.charge(&again).await;
    assert!(matches!(outcome, Ok(Outcome::Succeeded { .. })), "{outcome:?}");
    let asked: Vec<String> = scripted.asked().into_iter().map(|(what, _)| what).collect();
    // Clocks may differ.
    let since = charge().asked_at.timestamp() - 300;
    let list = format!("GET /v1/payment_intents?created%5Bgte%5D={since}&customer=cus_1&limit=100");
    assert_eq!(asked, [list.clone(), format!("{list}&starting_after=pi_2")]);

    // A list that breaks off is no proof that there is none.
    scripted.will_say([Say::Text(200, format!(r#"{{"data": [{others}], "has_more": true}}"#))]);
    assert!(stripe.find(&charge()).await.is_err());
    scripted.will_say([Say::Text(200, r#"{"data": [], "has_more": false}"#.into())]);
    assert_eq!(stripe.find(&charge()).await, Ok(None));
}

#[tokio::test]
async fn refunds_are_what_stripe_says_of_them() {
    let (stripe, scripted) = stripe().await;
    let it = GiveBack {
        key: "key-1".into(),
        charge_key: "key-0".into(),
        charge_reference: Some("pi_1".into()),
        token: None,
        amount: Money::new(609, Currency::EUR),
    };
    let none = || Say::Text(200, r#"{"data": [], "has_more": false}"#.into());
    let refund = |status: &str| intent(status, r#", "amount": 609"#);
    let succeeded = RefundOutcome::Succeeded { amount: it.amount };
    for (status, text, expected) in [
        (200, refund("succeeded"), Ok(succeeded)),
        (200, refund("pending"), Ok(RefundOutcome::Pending)),
        (200, refund("requires_action"), Ok(RefundOutcome::Pending)),
        (200, refund("failed"), Ok(RefundOutcome::Failed)),
        (200, refund("canceled"), Ok(RefundOutcome::Failed)),
        (
            400,
            refusal("invalid_request_error", "charge_already_refunded"),
            Ok(RefundOutcome::Failed),
        ),
        (200, refund("succeeded").replace("key-1", "key-2"), Err(())),
        (200, refund("lost"), Err(())),
        (500, String::new(), Err(())),
        (401, String::new(), Err(())),
    ] {
        scripted.will_say([none(), Say::Text(status, text.clone())]);
        assert_eq!(stripe.refund(&it).await.map_err(|_| ()), expected, "{status} {text}");
    }
    // One that was made is not made again.
    scripted.asked();
    scripted.will_say([Say::Text(
        200,
        format!(r#"{{"data": [{}], "has_more": false}}"#, refund("succeeded")),
    )]);
    assert_eq!(stripe.refund(&it).await, Ok(succeeded));
    assert_eq!(scripted.asked().len(), 1);
}

#[tokio::test]
async fn nothing_secret_is_in_the_log() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer({
            let log = log.clone();
            move || log.clone()
        })
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let (stripe, scripted) = stripe().await;
    let told = format!(r#"{{"error": {{"type": "invalid_request_error", "message": "{KEY}"}}}}"#);
    for status in [200, 400, 401, 402, 404, 500] {
        scripted.will_say([Say::Text(status, told.clone())]);
        let outcome = stripe.charge(&charge()).await;
        assert!(!format!("{outcome:?}").contains(KEY), "{outcome:?}");
    }
    drop(guard);
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("BUONO_STRIPE_SECRET_KEY"), "it says what to set: {log}");
    assert!(!log.contains(KEY), "{log}");
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
