//! Transfers of another amount than is due: parts are held until the rest comes, and what is too much
//! goes back. Nothing of either is lost, whatever becomes of the order.

use buono::actions::record_transfer::{RecordRefusal, RecordTransfer};
use buono::domain::payment::PaymentState;
use buono::domain::status::OrderStatus;
use chrono::TimeDelta;
use futures_util::FutureExt;
use serde_json::{Value, json};

use super::counter::Counter;
use super::payouts::{pay_out, record, refunds};
use super::races::at_once;
use crate::verify::{damage, violations};

/// What is due, what is held, and what each payment stands at.
async fn stands(counter: &Counter, number: &str) -> Value {
    let document = "query($number: String!) { order(number: $number) { status \
         amountDue { amount } amountReceived { amount } \
         payments { method status amount { amount } } } }";
    let shop = &counter.shop;
    shop.data(&shop.anna, document, json!({ "number": number })).await["order"].clone()
}

fn standing(status: &str, due: &str, received: &str, payments: &[(&str, &str)]) -> Value {
    let payment = |(status, amount): &(&str, &str)| {
        json!({ "method": "BANK_TRANSFER",
        "status": status, "amount": { "amount": amount } })
    };
    json!({ "status": status, "amountDue": { "amount": due },
        "amountReceived": { "amount": received },
        "payments": payments.iter().map(payment).collect::<Vec<_>>() })
}

async fn announce(counter: &Counter, number: &str) {
    let shop = &counter.shop;
    let paid = shop.pay_with(&shop.anna, number, "BANK_TRANSFER", number).await;
    assert_eq!(paid["payment"]["status"], "PENDING", "{paid}");
    moves_on(counter);
}

/// What happens next happens later, so that it is listed after this.
fn moves_on(counter: &Counter) {
    counter.shop.clock.advance(TimeDelta::seconds(1));
}

#[tokio::test]
async fn parts_are_held_until_they_are_all_that_is_due() {
    for counter in Counter::both().await {
        for announced in [true, false] {
            let number = counter.place().await;
            if announced {
                announce(&counter, &number).await;
            }
            let (first, second) = (format!("{number} a"), format!("{number} b"));
            let part = record(&counter, &number, "5.00", &first).await;
            let expected = json!({ "order": { "status": "NOT_PAID",
                "amountDue": { "amount": "7.18" } }, "payment": { "status": "PENDING" },
                "errors": [] });
            assert_eq!(part, expected);
            let waits = standing("NOT_PAID", "7.18", "5.00", &[("PENDING", "12.18")]);
            assert_eq!(stands(&counter, &number).await, waits);
            assert_eq!(record(&counter, &number, "5.00", &first).await, part, "once for each key");
            assert_eq!(violations(&counter.shop).await, [""; 0]);

            // What waits for the rest is not paid in another way, and does not expire.
            let asked = "query($number: String!) { order(number: $number) { actions { kind \
                 available } } }";
            let shop = &counter.shop;
            let can = shop.data(&shop.anna, asked, json!({ "number": number })).await;
            let actions = &can["order"]["actions"];
            for expected in [("PAY", false), ("CANCEL", true)] {
                let expected = json!({ "kind": expected.0, "available": expected.1 });
                assert!(actions.as_array().expect("a list").contains(&expected), "{actions}");
            }
            let card = counter.shop.pay_with(&counter.shop.anna, &number, "CARD", "card").await;
            assert_eq!(card["errors"][0]["code"], "PAYMENT_IN_PROGRESS");
            counter.wait(TimeDelta::days(60)).await;
            assert_eq!(stands(&counter, &number).await, waits);

            let rest = record(&counter, &number, "7.18", &second).await;
            assert_eq!(rest["payment"]["status"], "SUCCEEDED", "{rest}");
            let asked = "query($number: String!) { order(number: $number) { transfers { \
                 reference amount { amount } receivedAt } } }";
            for reader in [&shop.anna, &shop.marco] {
                let listed = shop.data(reader, asked, json!({ "number": number })).await;
                let expected = [(&first, "5.00"), (&second, "7.18")].map(|(reference, amount)| {
                    json!({ "reference": reference, "amount": { "amount": amount },
                        "receivedAt": "2026-11-09T09:00:00.000Z" })
                });
                assert_eq!(listed["order"]["transfers"], json!(expected));
            }
            let paid = standing("CHECKING", "0.00", "0.00", &[("SUCCEEDED", "12.18")]);
            assert_eq!(stands(&counter, &number).await, paid);
            let (_, story) = counter.shop.story(&number).await;
            let told = ["PAYMENT_PART_RECEIVED", "PAYMENT_RECEIVED", "VALIDATION_STARTED"];
            assert_eq!(story[story.len() - 3..], told);
            assert_eq!(violations(&counter.shop).await, [""; 0]);
        }
    }
}

#[tokio::test]
async fn what_is_too_much_goes_back_and_the_order_goes_on() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        announce(&counter, &number).await;
        record(&counter, &number, "0.18", "part").await;
        let done = record(&counter, &number, "20.00", "more").await;
        assert_eq!(done["payment"]["status"], "SUCCEEDED", "{done}");
        let both = [("SUCCEEDED", "12.18"), ("SUCCEEDED", "8.00")];
        let paid = standing("CHECKING", "0.00", "0.00", &both);
        assert_eq!(stands(&counter, &number).await, paid);
        let back = refunds(&counter, &number).await["refunds"][0].clone();
        assert_eq!(
            (&back["route"], &back["amount"]["amount"]),
            (&json!("TRANSFER"), &json!("8.00"))
        );
        assert_eq!(violations(&counter.shop).await, [""; 0]);
        assert_eq!(pay_out(&counter, &back["id"], json!({})).await["errors"], json!([]));
        assert_eq!(counter.status(&number).await, OrderStatus::Checking);

        moves_on(&counter);
        // All that was paid can still be withdrawn from, and no more.
        counter.withdraw(&number, None).await;
        let rest = refunds(&counter, &number).await["refunds"][1].clone();
        assert_eq!(rest["amount"]["amount"], "12.18");
        let more = json!({ "idempotencyKey": "rest", "reference": "SCT-OUT-2" });
        assert_eq!(pay_out(&counter, &rest["id"], more).await["errors"], json!([]));
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_part_goes_back_when_the_order_is_cancelled_and_so_does_what_comes_after() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        announce(&counter, &number).await;
        record(&counter, &number, "5.00", "part").await;
        counter.cancel(&number).await.expect("it is not paid");
        let over =
            standing("CANCELLED", "0.00", "0.00", &[("CANCELLED", "12.18"), ("SUCCEEDED", "5.00")]);
        assert_eq!(stands(&counter, &number).await, over);
        moves_on(&counter);
        let late = record(&counter, &number, "7.18", "late").await;
        assert_eq!(late["errors"], json!([]), "{late}");
        assert_eq!(record(&counter, &number, "7.18", "late").await, late, "once for each key");
        let back = refunds(&counter, &number).await;
        let amounts: Vec<&Value> = back["refunds"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|it| &it["amount"]["amount"])
            .collect();
        assert_eq!(amounts, ["5.00", "7.18"]);
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn another_transfer_for_what_is_paid_goes_back_if_it_is_said_to_be_another() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.pay(&number, &number).await.expect("it is paid");
        let refused = record(&counter, &number, "12.18", "SCT-1").await;
        assert_eq!(refused["errors"][0]["code"], "ALREADY_PAID");
        let document = "mutation($input: PaymentRecordInput!) { paymentRecord(input: $input) { \
             order { status } payment { status method } errors { __typename } } }";
        let input = json!({ "number": number, "reference": "SCT-1", "amount": "20.00",
            "receivedAt": "2026-11-09T09:00:00Z", "idempotencyKey": "SCT-1", "surplus": true });
        let shop = &counter.shop;
        let done = shop.data(&shop.marco, document, json!({ "input": input })).await;
        let expected = json!({ "order": { "status": "CHECKING" }, "errors": [],
            "payment": { "status": "SUCCEEDED", "method": "BANK_TRANSFER" } });
        assert_eq!(done["paymentRecord"], expected);
        let back = refunds(&counter, &number).await["refunds"].clone();
        assert_eq!(
            (&back[0]["route"], &back[0]["amount"]["amount"]),
            (&json!("TRANSFER"), &json!("20.00"))
        );
        counter.withdraw(&number, None).await;
        counter.jobs().await;
        assert_eq!(
            counter.status(&number).await,
            OrderStatus::Cancelled,
            "it does not wait for that"
        );
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_part_that_comes_while_the_order_is_cancelled_is_held_by_nobody() {
    for counter in Counter::both().await {
        for round in 0..20 {
            let number = counter.place().await;
            announce(&counter, &number).await;
            let (till, shop) = (counter.shop.till.clone(), &counter.shop);
            let part = RecordTransfer {
                actor: shop.marco.clone(),
                number: number.clone(),
                reference: format!("part {number}"),
                amount: rust_decimal::Decimal::new(500, 2),
                received_at: shop.clock.now(),
                surplus: false,
                key: format!("part {number}"),
            };
            let cancel = buono::actions::cancel::Cancel { actor: shop.anna.clone(), number };
            let number = part.number.clone();
            let other = till.clone();
            let calls = vec![
                async move { till.changes.make(&part).await.is_ok() }.boxed(),
                async move { other.changes.make(&cancel).await.is_ok() }.boxed(),
            ];
            let done = at_once(&counter.shop.till.tracker, calls).await;
            assert_eq!(done, [true, true], "round {round}");
            assert_eq!(counter.order(&number).await.received, 0);
            let [back] = &counter.refunds(&number).await[..] else { panic!("one refund") };
            assert_eq!(back.amount.minor, 500);
        }
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_part_of_what_is_paid_later_goes_back_when_the_order_is_refused() {
    for counter in Counter::both().await {
        let shop = &counter.shop;
        let acme = super::deferred::acme(shop).await;
        let (number, _) = super::deferred::deferred(shop, &acme, "later").await;
        moves_on(&counter);
        assert_eq!(record(&counter, &number, "1.00", "part").await["errors"], json!([]));
        assert_eq!(counter.states(&number).await, [PaymentState::Pending]);
        assert_eq!(violations(shop).await, [""; 0]);
        let refuse = "mutation($number: String!) { orderRefuse(input: { number: $number, \
             reason: \"No.\" }) { order { status } } }";
        shop.data(&shop.marco, refuse, json!({ "number": number })).await;
        let states = [PaymentState::Cancelled, PaymentState::Succeeded];
        assert_eq!(counter.states(&number).await, states);
        let [back] = &counter.refunds(&number).await[..] else { panic!("one refund") };
        assert_eq!(back.amount.minor, 100);
        assert_eq!(violations(shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_transfer_is_recorded_once_by_its_reference_and_never_for_nothing() {
    let counter = Counter::open().await;
    let (one, other) = (counter.place().await, counter.place().await);
    for wrong in ["0", "-1.00", "0.001", "1000000000.01"] {
        let errors = record(&counter, &one, wrong, "SCT-1").await["errors"].clone();
        assert_eq!(errors[0]["path"], json!(["amount"]), "{wrong}: {errors}");
        let most = "Say what has arrived: from 0.01 EUR to 1000000000.00 EUR.";
        assert_eq!(errors[0]["message"], most);
    }
    record(&counter, &one, "5.00", "SCT-1").await;
    for (number, which) in [(&one, "this order"), (&other, "another order")] {
        let document = "mutation($input: PaymentRecordInput!) { paymentRecord(input: $input) { \
             errors { ... on UserError { code message path } } } }";
        let input = json!({ "number": number, "reference": "SCT-1", "amount": "5.00",
            "receivedAt": "2026-11-09T09:00:00Z", "idempotencyKey": format!("again {number}") });
        let shop = &counter.shop;
        let answer = shop.data(&shop.marco, document, json!({ "input": input })).await;
        let message = format!(
            "A transfer with this reference was recorded for {which} already. Check the reference."
        );
        let expected = json!([{ "code": "INVALID_INPUT", "message": message,
            "path": ["reference"] }]);
        assert_eq!(answer["paymentRecord"]["errors"], expected);
    }
    assert_eq!(counter.order(&one).await.received, 500);
    assert_eq!(violations(&counter.shop).await, [""; 0]);
}

#[tokio::test]
async fn of_two_operators_who_record_one_transfer_at_once_one_does() {
    for counter in Counter::both().await {
        for round in 0..10 {
            let (one, other) = (counter.place().await, counter.place().await);
            let reference = format!("SCT-{round}");
            // The same order twice, or two orders.
            let numbers = if round % 2 == 0 { [one.clone(), one.clone()] } else { [one, other] };
            let calls = numbers.clone().into_iter().enumerate().map(|(at, number)| {
                let till = counter.shop.till.clone();
                let action = RecordTransfer {
                    actor: counter.shop.marco.clone(),
                    number,
                    reference: reference.clone(),
                    amount: rust_decimal::Decimal::new(500, 2),
                    received_at: counter.shop.clock.now(),
                    surplus: false,
                    key: format!("{reference} {at}"),
                };
                async move { till.changes.make(&action).await }.boxed()
            });
            let done = at_once(&counter.shop.till.tracker, calls.collect()).await;
            let refused = done.iter().filter(|it| {
                matches!(it, Err(buono::actions::Stop::Refused(RecordRefusal::Invalid(_))))
            });
            assert_eq!(refused.count(), 1, "round {round}");
            let mut held = 0;
            for number in std::collections::BTreeSet::from(numbers) {
                held += counter.order(&number).await.received;
            }
            assert_eq!(held, 500, "round {round}");
        }
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn transfers_that_are_lost_or_counted_twice_are_seen() {
    let counter = Counter::open().await;
    let number = counter.place().await;
    record(&counter, &number, "5.00", "part").await;
    let store = &counter.shop.till.changes.store;
    damage(store, &["UPDATE orders SET received = 600 WHERE received = 500"]).await;
    let twice = format!(
        "order {number}: transfers brought 500 minor units, of which 0 are payments and 600 are held"
    );
    assert_eq!(violations(&counter.shop).await, [twice]);
    damage(store, &["UPDATE orders SET received = 1218 WHERE received = 600"]).await;
    let found = violations(&counter.shop).await;
    assert!(found.contains(&format!("order {number}: it holds 12.18 EUR, and waits to be paid")));
    damage(store, &["UPDATE orders SET received = 500 WHERE received = 1218"]).await;
    damage(store, &["UPDATE transfer SET amount = 400"]).await;
    let found = violations(&counter.shop).await;
    assert_eq!(found.len(), 2, "the order's sum, and the booking: {found:?}");
    damage(store, &["UPDATE transfer SET amount = 500", "UPDATE payment SET state = 'CANCELLED'"])
        .await;
    let unawaited = format!("order {number}: it holds 5.00 EUR, and no payment waits for it");
    assert_eq!(violations(&counter.shop).await, [unawaited]);
    // Even so it does not keep the money when it expires.
    counter.wait(TimeDelta::days(60)).await;
    assert_eq!(counter.status(&number).await, OrderStatus::Expired);
    assert_eq!(counter.refunds(&number).await.len(), 1);
    damage(store, &["UPDATE orders SET received = 7"]).await;
    let found = violations(&counter.shop).await;
    let kept = format!("order {number}: it holds 0.07 EUR, and awaits no money");
    assert!(found.contains(&kept), "{found:?}");
}

#[tokio::test]
async fn a_transfer_that_is_booked_from_elsewhere_than_it_was_held_is_seen() {
    let counter = Counter::open().await;
    let number = counter.place().await;
    record(&counter, &number, "12.18", "all").await;
    assert_eq!(violations(&counter.shop).await, [""; 0]);
    let store = &counter.shop.till.changes.store;
    let elsewhere = "UPDATE ledger_entry SET account = 'PROVIDER' WHERE kind = 'CAPTURE' AND \
         account = 'DEPOSIT'";
    damage(store, &[elsewhere]).await;
    let booked = format!(
        "order {number}: its payment of 12.18 EUR is booked as PROVIDER debit CAPTURE 1218 EUR, \
         CUSTOMER credit CAPTURE 1218 EUR"
    );
    assert_eq!(violations(&counter.shop).await, [booked]);
}
