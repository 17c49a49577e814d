//! Input that would be fine at another time, or once: orders that are over, keys that are taken.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::bad_input::{put, refused, sender};
use crate::dump::dump;
use crate::shop::Shop;
use crate::who_calls::{Thing, input, mutation};

async fn is_refused(shop: &Shop, name: &str, bad: &Value, code: &str, path: &str) {
    let refusal = refused(shop, sender(shop, name), name, bad).await;
    assert_eq!((refusal.code.as_str(), refusal.path.as_str()), (code, path), "{name} {bad}");
}

async fn is_done(shop: &Shop, name: &str, input: &Value) -> Value {
    let answer = shop.data(sender(shop, name), &mutation(name), json!({ "input": input })).await;
    assert_eq!(answer[name]["errors"], json!([]), "{name} {input}");
    answer
}

/// The same again: the same answer, and nothing new. Then with something else under the same key.
async fn holds_its_key(shop: &Shop, name: &str, good: &Value, path: &str, other: Value) {
    let first = is_done(shop, name, good).await;
    let before = dump(&shop.till.changes.store).await;
    assert_eq!(is_done(shop, name, good).await, first, "{name}");
    assert_eq!(dump(&shop.till.changes.store).await, before, "{name}");
    let mut bad = good.clone();
    put(&mut bad, path, other);
    is_refused(shop, name, &bad, "IDEMPOTENCY_CONFLICT", "idempotencyKey").await;
}

#[tokio::test]
async fn a_key_is_good_for_one_thing_only() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        shop.register(&shop.anna, "CARD", "tok_ok").await;
        let other = Thing::of_anna(&shop, "").await;
        let of = async |field: &str| Thing::of_anna(&shop, field).await;

        let place = input("orderPlace", &of("").await);
        holds_its_key(&shop, "orderPlace", &place, "lines.0.quantity", json!(2)).await;
        let mut reorder = input("orderReorder", &of("").await);
        holds_its_key(&shop, "orderReorder", &reorder, "number", json!(other.number)).await;
        put(&mut reorder, "idempotencyKey", place["idempotencyKey"].clone());
        let (code, path) = ("IDEMPOTENCY_CONFLICT", "idempotencyKey");
        is_refused(&shop, "orderReorder", &reorder, code, path).await;

        let pay = input("orderPay", &of("").await);
        holds_its_key(&shop, "orderPay", &pay, "number", json!(other.number)).await;
        let mut pay_otherwise = pay.clone();
        put(&mut pay_otherwise, "method", json!("BANK_TRANSFER"));
        is_refused(&shop, "orderPay", &pay_otherwise, code, path).await;

        let withdraw = input("orderWithdraw", &of("Mutation.orderWithdraw").await);
        holds_its_key(&shop, "orderWithdraw", &withdraw, "comment", json!("Another.")).await;

        let record = input("paymentRecord", &of("").await);
        holds_its_key(&shop, "paymentRecord", &record, "reference", json!("another")).await;
        // The same with a transfer that the customer has announced.
        let announced = of("").await;
        shop.pay_with(&shop.anna, &announced.number, "BANK_TRANSFER", "announced").await;
        let mut record = input("paymentRecord", &announced);
        holds_its_key(&shop, "paymentRecord", &record, "number", json!(other.number)).await;
        let again =
            shop.pay_with(&shop.anna, &announced.number, "BANK_TRANSFER", "announced").await;
        assert_eq!(again["payment"]["status"], "SUCCEEDED", "the customer's own key still holds");
        // One transfer cannot pay two orders.
        put(&mut record, "number", json!(other.number));
        put(&mut record, "idempotencyKey", json!("a new one"));
        is_refused(&shop, "paymentRecord", &record, "INVALID_INPUT", "reference").await;
    }
}

#[tokio::test]
async fn keys_of_operators_and_of_customers_do_not_meet() {
    let shop = Shop::open().await;
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    let record = input("paymentRecord", &Thing::of_anna(&shop, "").await);
    let key = record["idempotencyKey"].as_str().unwrap();
    for key in [key.to_owned(), format!("operator:{key}")] {
        let number = Thing::of_anna(&shop, "").await.number;
        assert_eq!(shop.pay(&shop.anna, &number, &key).await["errors"], json!([]));
    }
    is_done(&shop, "paymentRecord", &record).await;
}

#[tokio::test]
async fn every_transfer_for_an_order_that_is_over_comes_back_once() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let over = Thing::of_anna(&shop, "").await;
        is_done(&shop, "orderCancel", &json!({ "number": over.number })).await;
        let mut transfer = input("paymentRecord", &over);
        is_done(&shop, "paymentRecord", &transfer).await;
        put(&mut transfer, "idempotencyKey", json!("seen once more"));
        is_refused(&shop, "paymentRecord", &transfer, "ALREADY_PAID", "number").await;
        // The customer has sent the money twice.
        put(&mut transfer, "reference", json!("another transfer"));
        is_done(&shop, "paymentRecord", &transfer).await;
        let (_, story) = shop.story(&over.number).await;
        for kind in ["PAYMENT_RECEIVED", "REFUND_INITIATED"] {
            let times = story.iter().filter(|it| it.as_str() == kind).count();
            assert_eq!(times, 2, "{kind} in {story:?}");
        }
    }
}

#[tokio::test]
async fn what_is_paid_is_not_paid_or_cancelled_again() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        shop.register(&shop.anna, "CARD", "tok_ok").await;
        // This one is paid.
        let paid = Thing::of_anna(&shop, "Mutation.orderApprove").await;
        let pay = input("orderPay", &paid);
        is_refused(&shop, "orderPay", &pay, "ALREADY_PAID", "number").await;
        let document = "mutation($input: OrderPayInput!) { orderPay(input: $input) { errors { \
             ... on AlreadyPaidError { payment { status amount { amount } } } } } }";
        let answer = shop.data(&shop.anna, document, json!({ "input": pay })).await;
        let payment = json!({ "status": "SUCCEEDED", "amount": { "amount": "6.09" } });
        assert_eq!(answer["orderPay"]["errors"], json!([{ "payment": payment }]));
        let record = input("paymentRecord", &paid);
        is_refused(&shop, "paymentRecord", &record, "ALREADY_PAID", "number").await;
        let cancel = json!({ "number": paid.number });
        is_refused(&shop, "orderCancel", &cancel, "WRONG_STATUS", "number").await;

        // Withdrawn from, and over.
        is_done(&shop, "orderWithdraw", &input("orderWithdraw", &paid)).await;
        let withdraw = input("orderWithdraw", &paid);
        is_refused(&shop, "orderWithdraw", &withdraw, "WITHDRAWAL_NOT_AVAILABLE", "number").await;
        shop.run_jobs().await;
        for name in [
            "orderPay",
            "orderCancel",
            "orderApprove",
            "orderRefuse",
            "orderRequestDocuments",
            "orderLineDeliver",
            "orderLineFail",
        ] {
            is_refused(&shop, name, &input(name, &paid), "WRONG_STATUS", "number").await;
        }
        // Operators may still write about it, to the customer or to each other.
        for visible in [true, false] {
            let mut note = input("orderNote", &paid);
            put(&mut note, "visibleToCustomer", json!(visible));
            is_done(&shop, "orderNote", &note).await;
        }
        let (status, history) = shop.story(&paid.number).await;
        assert_eq!((status.as_str(), history.last().unwrap().as_str()), ("CANCELLED", "NOTE"));
    }
}

#[tokio::test]
async fn what_is_under_way_is_waited_for() {
    let shop = Shop::open().await;
    shop.register(&shop.anna, "CARD", "tok_slow").await;
    let thing = Thing::of_anna(&shop, "").await;
    shop.pay(&shop.anna, &thing.number, "slow").await;
    for name in ["orderPay", "orderCancel", "paymentRecord"] {
        is_refused(&shop, name, &input(name, &thing), "PAYMENT_IN_PROGRESS", "number").await;
    }
    let withdraw = input("orderWithdraw", &thing);
    is_refused(&shop, "orderWithdraw", &withdraw, "WITHDRAWAL_NOT_AVAILABLE", "number").await;
}

#[tokio::test]
async fn what_is_too_late_is_said_to_be() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        shop.register(&shop.anna, "CARD", "tok_ok").await;
        let (unpaid, paid) = (
            Thing::of_anna(&shop, "").await,
            Thing::of_anna(&shop, "Mutation.orderWithdraw").await,
        );
        shop.clock.advance(TimeDelta::days(15));
        // Before and after the job that expires it.
        is_refused(&shop, "orderPay", &input("orderPay", &unpaid), "ORDER_EXPIRED", "number").await;
        shop.run_jobs().await;
        is_refused(&shop, "orderPay", &input("orderPay", &unpaid), "ORDER_EXPIRED", "number").await;
        let cancel = json!({ "number": unpaid.number });
        is_refused(&shop, "orderCancel", &cancel, "WRONG_STATUS", "number").await;
        let withdraw = input("orderWithdraw", &paid);
        is_refused(&shop, "orderWithdraw", &withdraw, "WITHDRAWAL_NOT_AVAILABLE", "number").await;
    }
}

#[tokio::test]
async fn a_line_is_delivered_once_and_in_its_own_order_only() {
    let shop = Shop::open().await;
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    let field = "Mutation.orderLineDeliver";
    let (mine, other) = (Thing::of_anna(&shop, field).await, Thing::of_anna(&shop, field).await);
    for name in ["orderLineDeliver", "orderLineFail"] {
        let mut bad = input(name, &mine);
        put(&mut bad, "line", json!(other.line));
        is_refused(&shop, name, &bad, "NOT_FOUND", "line").await;
    }
    let mut withdraw = input("orderWithdraw", &mine);
    put(&mut withdraw, "lines.0", json!(other.line));
    is_refused(&shop, "orderWithdraw", &withdraw, "NOT_FOUND", "lines").await;
    let mut deliver = input("orderLineDeliver", &mine);
    put(&mut deliver, "serviceName", json!("  vps-1.example.org "));
    is_done(&shop, "orderLineDeliver", &deliver).await;
    let document = "query($number: String!) { order(number: $number) { lines { serviceName } } }";
    let seen = shop.data(&shop.anna, document, json!({ "number": mine.number })).await;
    assert_eq!(seen["order"]["lines"][0]["serviceName"], "vps-1.example.org");
    let again = input("orderLineDeliver", &mine);
    is_refused(&shop, "orderLineDeliver", &again, "WRONG_STATUS", "number").await;
}

#[tokio::test]
async fn the_day_that_a_refund_is_due_by_is_the_customers_own() {
    let shop = Shop::open().await;
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    // Half past eleven in the evening of the 9th in UTC, and the 10th in Rome.
    shop.clock.advance(TimeDelta::hours(13) + TimeDelta::minutes(30));
    let paid = Thing::of_anna(&shop, "Mutation.orderWithdraw").await;
    let document = "query($number: String!) { order(number: $number) { \
         withdrawal { quote { dueBy } } refunds { dueBy } } }";
    let number = json!({ "number": paid.number });
    let quoted = shop.data(&shop.anna, document, number.clone()).await;
    assert_eq!(quoted["order"]["withdrawal"]["quote"]["dueBy"], "2026-11-24");
    is_done(&shop, "orderWithdraw", &input("orderWithdraw", &paid)).await;
    let refunded = shop.data(&shop.anna, document, number).await;
    assert_eq!(refunded["order"]["refunds"], json!([{ "dueBy": "2026-11-24" }]));
}
