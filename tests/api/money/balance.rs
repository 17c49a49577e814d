//! Balances of customers: what is put there pays orders, never more than that, and comes back there.

use buono::domain::status::OrderStatus;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::counter::Counter;
use crate::verify::{damage, violations};

/// Puts an amount on anna's balance.
pub async fn credit(counter: &Counter, amount: &str, key: &str) -> Value {
    credit_with(counter, json!({ "amount": amount, "idempotencyKey": key })).await
}

async fn credit_with(counter: &Counter, more: Value) -> Value {
    let customer = buono::graphql::ids::NodeId::Customer(counter.anna()).encode();
    let mut input = json!({ "customer": customer, "amount": "10.00", "currency": "EUR",
        "reason": "Transfer of 9 November", "idempotencyKey": "credit" });
    for (key, value) in more.as_object().expect("an object") {
        input[key] = value.clone();
    }
    let document = "mutation($input: CustomerCreditInput!) { customerCredit(input: $input) { \
         credited { amount currency } customer { balances { amount { amount currency } } } \
         errors { __typename ... on UserError { code path } } } }";
    let shop = &counter.shop;
    shop.data(&shop.marco, document, json!({ "input": input })).await["customerCredit"].clone()
}

/// What anna sees of her balance: the amount, and what has moved it.
async fn balance(counter: &Counter) -> (Value, Vec<Value>) {
    let document = "{ viewer { ... on Customer { balances { amount { amount } \
         movements { kind amount { amount } reason orderNumber } } } } }";
    let data = counter.shop.data(&counter.shop.anna, document, json!({})).await;
    let euros = &data["viewer"]["balances"][0];
    let movements = euros["movements"].as_array().cloned().unwrap_or_default();
    (euros["amount"]["amount"].clone(), movements)
}

/// What is said about paying an order from the balance.
async fn method(counter: &Counter, number: &str) -> Value {
    let document = "query($number: String!) { order(number: $number) { paymentMethods { kind \
         eligible reason(language: \"en\") balance { amount } } } }";
    let shop = &counter.shop;
    let data = shop.data(&shop.anna, document, json!({ "number": number })).await;
    let methods = data["order"]["paymentMethods"].as_array().expect("a list").clone();
    methods.into_iter().find(|it| it["kind"] == "PREPAID_ACCOUNT").expect("every method is there")
}

async fn withdraw(counter: &Counter, number: &str, more: Value) -> Value {
    let document = "mutation($input: OrderWithdrawInput!) { orderWithdraw(input: $input) { \
         order { status refunds { route status } } withdrawal { refundConsentAt } \
         errors { __typename ... on UserError { code message } } } }";
    let mut input = json!({ "number": number, "name": "Anna Rossi", "email": "anna@example.org",
        "confirm": true, "idempotencyKey": number });
    for (key, value) in more.as_object().expect("an object") {
        input[key] = value.clone();
    }
    let shop = &counter.shop;
    shop.data(&shop.anna, document, json!({ "input": input })).await["orderWithdraw"].clone()
}

#[tokio::test]
async fn an_order_is_paid_from_the_balance_and_its_money_comes_back_there() {
    for counter in Counter::both().await {
        let shop = &counter.shop;
        assert_eq!(balance(&counter).await, (Value::Null, vec![]));
        let credited = credit(&counter, "20.00", "credit").await;
        assert_eq!(credited["credited"], json!({ "amount": "20.00", "currency": "EUR" }));
        assert_eq!(credited["customer"]["balances"][0]["amount"]["amount"], "20.00");
        let number = counter.place().await;
        let expected = json!({ "kind": "PREPAID_ACCOUNT", "eligible": true, "reason": null,
            "balance": { "amount": "20.00" } });
        assert_eq!(method(&counter, &number).await, expected);

        let paid = shop.pay_with(&shop.anna, &number, "PREPAID_ACCOUNT", "pay").await;
        assert_eq!(paid["order"]["status"], "CHECKING", "{paid}");
        assert_eq!(paid["payment"]["status"], "SUCCEEDED");
        let again = shop.pay_with(&shop.anna, &number, "PREPAID_ACCOUNT", "pay").await;
        assert_eq!(again, paid, "the same key gives the same answer");
        assert_eq!(balance(&counter).await.0, "7.82");
        assert_eq!(violations(shop).await, [""; 0]);

        let back = withdraw(&counter, &number, json!({})).await;
        assert_eq!(back["order"]["status"], "CANCELLED", "{back}");
        let refund = json!([{ "route": "BALANCE", "status": "SUCCEEDED" }]);
        assert_eq!(back["order"]["refunds"], refund);
        assert_eq!(back["withdrawal"]["refundConsentAt"], Value::Null, "it is the same means");
        let (left, movements) = balance(&counter).await;
        assert_eq!(left, "20.00");
        let movement = |kind: &str, amount: &str, reason: Value, order: Value| {
            json!({ "kind": kind, "amount": { "amount": amount }, "reason": reason,
                "orderNumber": order })
        };
        let expected = [
            movement("REFUND", "12.18", Value::Null, json!(number)),
            movement("PAYMENT", "-12.18", Value::Null, json!(number)),
            movement("CREDIT", "20.00", json!("Transfer of 9 November"), Value::Null),
        ];
        assert_eq!(movements, expected);
        let (_, story) = shop.story(&number).await;
        let told = [
            "PAYMENT_INITIATED",
            "PAYMENT_RECEIVED",
            "VALIDATION_STARTED",
            "WITHDRAWAL_RECEIVED",
            "REFUND_INITIATED",
            "REFUND_COMPLETED",
            "ORDER_CANCELLED",
        ];
        assert_eq!(story[2..], told);
        counter.jobs().await;
        assert!(counter.provider.journal().is_empty(), "no provider has a part in it");
        assert_eq!(violations(shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_balance_that_is_too_low_says_how_much_is_missing_and_pays_nothing() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        let expected = json!({ "kind": "PREPAID_ACCOUNT", "eligible": false,
            "reason": "Your prepaid account holds €0.00, and €12.18 are missing for this order. \
                       Please top it up or choose another method.",
            "balance": { "amount": "0.00" } });
        assert_eq!(method(&counter, &number).await, expected);
        credit(&counter, "12.17", "credit").await;
        let shop = &counter.shop;
        let paid = shop.pay_with(&shop.anna, &number, "PREPAID_ACCOUNT", "pay").await;
        let error = &paid["errors"][0];
        assert_eq!(error["code"], "PAYMENT_METHOD_NOT_ELIGIBLE");
        assert_eq!(
            error["message"],
            "Your prepaid account holds €12.17, and €0.01 are missing for this order. Please top it \
             up or choose another method."
        );
        assert_eq!(counter.payments(&number).await.len(), 0);
        // A balance in another currency is no money for this order.
        let other = json!({ "currency": "USD", "idempotencyKey": "dollars", "amount": "99.00" });
        assert_eq!(credit_with(&counter, other).await["errors"], json!([]));
        assert_eq!(method(&counter, &number).await["eligible"], false);
        credit(&counter, "0.01", "cent").await;
        let paid = shop.pay_with(&shop.anna, &number, "PREPAID_ACCOUNT", "pay").await;
        assert_eq!(paid["order"]["status"], "CHECKING", "{paid}");
        assert_eq!(balance(&counter).await.0, "0.00");
        assert_eq!(violations(shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_credit_is_put_there_once_for_each_key_and_what_is_wrong_with_it_is_said() {
    for counter in Counter::both().await {
        for _ in 0..2 {
            assert_eq!(credit(&counter, "5.00", "once").await["credited"]["amount"], "5.00");
        }
        assert_eq!(balance(&counter).await.0, "5.00");
        let audited = "SELECT 1 FROM audit WHERE action = 'CUSTOMER_CREDIT' AND subject = 'anna' \
             AND detail = '5.00 EUR'";
        let db = counter.shop.till.changes.store.read();
        let statement = sea_orm::Statement::from_string(db.get_database_backend(), audited);
        assert_eq!(db.query_all_raw(statement).await.expect("it is read").len(), 1);
        let reused = credit(&counter, "6.00", "once").await;
        assert_eq!(reused["errors"][0]["code"], "IDEMPOTENCY_CONFLICT");
        for (wrong, path) in [
            (json!({ "amount": "0.00" }), "amount"),
            (json!({ "amount": "-1000000.01" }), "amount"),
            (json!({ "amount": "0.001" }), "amount"),
            (json!({ "amount": "1000000.01" }), "amount"),
            (json!({ "currency": "XXX" }), "currency"),
            (json!({ "reason": " " }), "reason"),
            (json!({ "idempotencyKey": "" }), "idempotencyKey"),
        ] {
            let answer = credit_with(&counter, wrong).await;
            let expected = json!([{ "__typename": "InvalidInputError", "code": "INVALID_INPUT",
                "path": [path] }]);
            assert_eq!(answer["errors"], expected);
        }
        assert_eq!(balance(&counter).await.0, "5.00");
    }
}

#[tokio::test]
async fn a_refund_of_a_card_goes_to_the_balance_only_with_the_customers_consent() {
    for counter in Counter::both().await {
        let number = counter.place().await;
        counter.pay(&number, &number).await.expect("it is paid");
        let order = counter.order(&number).await;
        let line = |at: usize| {
            let id = order.lines[at].id;
            buono::graphql::ids::NodeId::OrderLine(order.id, id).encode().to_string()
        };
        let first = json!({ "lines": [line(0)], "refundTo": "PREPAID_ACCOUNT" });
        let first = withdraw(&counter, &number, first).await;
        assert_eq!(
            first["order"]["refunds"],
            json!([{ "route": "BALANCE", "status": "SUCCEEDED" }])
        );
        let now = counter.shop.clock.now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        assert_eq!(first["withdrawal"]["refundConsentAt"], json!(now), "kept with its time");
        assert_eq!(balance(&counter).await.0, "6.09");
        // The same key with another wish is another statement.
        let other = json!({ "lines": [line(0)] });
        let conflict = withdraw(&counter, &number, other).await;
        assert_eq!(conflict["errors"][0]["code"], "IDEMPOTENCY_CONFLICT");
        let second = json!({ "lines": [line(1)], "idempotencyKey": "second" });
        let second = withdraw(&counter, &number, second).await;
        assert_eq!(second["withdrawal"]["refundConsentAt"], Value::Null);
        counter.jobs().await;
        assert_eq!(counter.status(&number).await, OrderStatus::Cancelled);
        let moved: Vec<_> = counter.provider.journal().iter().map(|it| it.kind).collect();
        assert_eq!(moved, ["charge", "refund"], "half of it went back to the card");
        assert_eq!(balance(&counter).await.0, "6.09");
        assert_eq!(violations(&counter.shop).await, [""; 0]);
        let lines = counter.provider.lines();
        let journal = buono::verify::Journal::parse(&lines, counter.shop.clock.now());
        let journal = journal.expect("it is a journal");
        assert_eq!(crate::verify::contradictions(&counter.shop, &journal).await, [""; 0]);
    }
}

#[tokio::test]
async fn what_was_put_there_by_mistake_is_taken_off_and_never_more_than_is_there() {
    for counter in Counter::both().await {
        credit(&counter, "20.00", "credit").await;
        let number = counter.place().await;
        let shop = &counter.shop;
        shop.pay_with(&shop.anna, &number, "PREPAID_ACCOUNT", "pay").await;
        let mistake =
            json!({ "amount": "-7.82", "reason": "It was Bruno's", "idempotencyKey": "off" });
        for key in ["more", "off", "off"] {
            let amount = if key == "more" { "-7.83" } else { "-7.82" };
            let mut input = mistake.clone();
            input["amount"] = json!(amount);
            input["idempotencyKey"] = json!(key);
            let answer = credit_with(&counter, input).await;
            if key == "more" {
                let expected = json!([{ "__typename": "InvalidInputError", "code": "INVALID_INPUT",
                    "path": ["amount"] }]);
                assert_eq!(answer["errors"], expected, "{answer}");
                continue;
            }
            assert_eq!(answer["credited"], json!({ "amount": "-7.82", "currency": "EUR" }));
            assert_eq!(answer["customer"]["balances"][0]["amount"]["amount"], "0.00");
        }
        let (left, movements) = balance(&counter).await;
        assert_eq!((left, movements.len()), (json!("0.00"), 3));
        let expected = json!({ "kind": "CREDIT", "amount": { "amount": "-7.82" },
            "reason": "It was Bruno's", "orderNumber": null });
        assert_eq!(movements[0], expected);
        // The order that was paid with the rest still gets its own back.
        withdraw(&counter, &number, json!({})).await;
        assert_eq!(balance(&counter).await.0, "12.18");
        assert_eq!(violations(shop).await, [""; 0]);
        damage(&shop.till.changes.store, &["UPDATE credit SET amount = 782 WHERE amount < 0"])
            .await;
        let unbooked = "customer anna: a credit of 782 EUR, in minor units, is not booked so";
        assert_eq!(violations(shop).await, [unbooked]);
    }
}

#[tokio::test]
async fn the_database_lets_no_balance_fall_below_zero() {
    for counter in Counter::both().await {
        credit(&counter, "5.00", "credit").await;
        let db = counter.shop.till.changes.store.read();
        let less = db.execute_unprepared("UPDATE balance SET amount = amount - 501").await;
        assert!(less.is_err(), "a constraint forbids it");
    }
}

#[tokio::test]
async fn a_balance_that_is_not_what_the_ledger_says_is_seen() {
    for (statement, expected) in [
        (
            "UPDATE balance SET amount = 2001",
            vec![
                "customer anna: their balance in EUR is 2001, and the ledger has 782, in minor units",
            ],
        ),
        (
            "DELETE FROM balance",
            vec![
                "customer anna: their balance in EUR is 0, and the ledger has 782, in minor units",
            ],
        ),
        (
            "DELETE FROM ledger_entry WHERE kind = 'CREDIT'",
            vec![
                "customer anna: a credit of 2000 EUR, in minor units, is not booked so",
                "customer anna: their balance in EUR is 782, and the ledger has -1218, in minor units",
            ],
        ),
        (
            "DELETE FROM credit",
            vec![
                "ledger row 1: it books a payment, a refund, a credit or a transfer that is not there",
                "ledger row 2: it books a payment, a refund, a credit or a transfer that is not there",
            ],
        ),
        (
            "UPDATE ledger_entry SET customer_id = (SELECT id FROM customer WHERE reference = 'bruno') \
             WHERE kind = 'CAPTURE' AND account = 'BALANCE'",
            vec![
                "customer anna: their balance in EUR is 782, and the ledger has 2000, in minor units",
                "customer bruno: their balance in EUR is 0, and the ledger has -1218, in minor units",
                "order {n}: its payment of 12.18 EUR is booked as BALANCE debit CAPTURE 1218 EUR, \
                 CUSTOMER credit CAPTURE 1218 EUR",
            ],
        ),
    ] {
        for counter in Counter::both().await {
            credit(&counter, "20.00", "credit").await;
            let number = counter.place().await;
            let shop = &counter.shop;
            shop.pay_with(&shop.anna, &number, "PREPAID_ACCOUNT", "pay").await;
            damage(&shop.till.changes.store, &[statement]).await;
            let mut found = violations(shop).await;
            found.sort();
            let expected: Vec<_> = expected.iter().map(|it| it.replace("{n}", &number)).collect();
            assert_eq!(found, expected, "{statement}");
        }
    }
}
