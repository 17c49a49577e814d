//! `buono verify` and the money: each thing that cannot be is seen, and named.

use buono::domain::payment::PaymentState;
use buono::verify::Journal;
use chrono::TimeDelta;

use super::counter::Counter;
use super::provider::Does;
use crate::binary::Buono;
use crate::verify::{contradictions, damage, violations};

/// An order that was paid with 12.18 EUR, half of which has gone back, an hour ago.
async fn half_returned(counter: &Counter) -> String {
    let number = counter.place().await;
    counter.pay(&number, &number).await.expect("it is paid");
    let line = counter.order(&number).await.lines[0].id;
    counter.withdraw(&number, Some(vec![line])).await;
    counter.jobs().await;
    counter.shop.clock.advance(TimeDelta::hours(1));
    number
}

/// What is done to the database, and what is then said.
const DAMAGE: &[(&str, &[&str])] = &[
    (
        "DELETE FROM ledger_entry WHERE kind = 'CAPTURE'",
        &["order {n}: its payment of 12.18 EUR is SUCCEEDED, and is not booked"],
    ),
    (
        "DELETE FROM ledger_entry WHERE kind = 'REFUND'",
        &["order {n}: its refund of 6.09 EUR is SUCCEEDED, and is not booked"],
    ),
    (
        "DELETE FROM ledger_entry WHERE kind = 'REFUND' AND side = 'DEBIT'",
        &[
            "order {n}: its refund of 6.09 EUR is booked as PROVIDER credit REFUND 609 EUR",
            "ledger in EUR: its debits are 1218 and its credits 1827, in minor units",
        ],
    ),
    (
        "UPDATE ledger_entry SET amount = amount + 1 WHERE kind = 'CAPTURE'",
        &["order {n}: its payment of 12.18 EUR is booked as PROVIDER debit CAPTURE 1219 EUR, \
           CUSTOMER credit CAPTURE 1219 EUR"],
    ),
    (
        "UPDATE ledger_entry SET currency = 'USD' WHERE kind = 'CAPTURE' AND side = 'DEBIT'",
        &[
            "order {n}: its payment of 12.18 EUR is booked as PROVIDER debit CAPTURE 1218 USD, \
             CUSTOMER credit CAPTURE 1218 EUR",
            "ledger in EUR: its debits are 609 and its credits 1827, in minor units",
            "ledger in USD: its debits are 1218 and its credits 0, in minor units",
        ],
    ),
    (
        "INSERT INTO ledger_entry \
         (id, source_type, source_id, kind, account, customer_id, side, amount, currency, at) \
         SELECT id + 100, source_type, (SELECT customer_id FROM orders), kind, account, \
         customer_id, side, amount, currency, at FROM ledger_entry WHERE kind = 'CAPTURE' AND side = 'DEBIT'",
        &[
            "ledger row 101: it books a payment, a refund, a credit or a transfer that is not there",
            "ledger in EUR: its debits are 3045 and its credits 1827, in minor units",
        ],
    ),
    (
        "UPDATE refund SET state = 'SENT'",
        &["order {n}: its refund of 6.09 EUR is SENT, and is booked"],
    ),
    (
        "UPDATE payment SET refund_reserved = 0",
        &["order {n}: of its payment of 12.18 EUR, 0 minor units are set aside for refunds that \
           take 609"],
    ),
    (
        "UPDATE refund SET amount = 1300",
        &[
            "order {n}: of its payment of 12.18 EUR, 609 minor units are set aside for refunds \
             that take 1300",
            "order {n}: refunds of its payment of 12.18 EUR take 1300 minor units",
            "order {n}: its refund of 13.00 EUR is booked as PROVIDER credit REFUND 609 EUR, \
             CUSTOMER debit REFUND 609 EUR",
        ],
    ),
    (
        "UPDATE refund SET currency = 'USD'",
        &[
            "order {n}: its refund of 6.09 USD is of a payment of 12.18 EUR",
            "order {n}: its refund of 6.09 USD is booked as PROVIDER credit REFUND 609 EUR, \
             CUSTOMER debit REFUND 609 EUR",
        ],
    ),
    (
        "UPDATE payment SET state = 'UNKNOWN'",
        &[
            "order {n}: it is paid, and no payment for it has succeeded",
            "order {n}: its refund of 6.09 EUR is of a payment that is UNKNOWN",
            "order {n}: its payment of 12.18 EUR is unclear since 2026-11-09 10:00:00 UTC",
            "order {n}: its payment of 12.18 EUR is UNKNOWN, and is booked",
        ],
    ),
    (
        "UPDATE refund SET state = 'UNKNOWN'",
        &[
            "order {n}: its refund of 6.09 EUR is unclear since 2026-11-09 10:00:01 UTC",
            "order {n}: its refund of 6.09 EUR is UNKNOWN, and is booked",
        ],
    ),
    (
        "UPDATE payment SET surplus = true",
        &[
            "order {n}: it is paid, and no payment for it has succeeded",
            "order {n}: of its payment of 12.18 EUR, for which it has no use, 609 minor units go \
             back",
        ],
    ),
    (
        "UPDATE orders SET refused_at = created_at",
        &[
            "order {n}: it was refused at another time than its history says",
            "order {n}: of its payment of 12.18 EUR, for which it has no use, 609 minor units go \
             back",
        ],
    ),
    (
        "UPDATE orders SET status = 'EXPIRED', expired_at = created_at",
        &[
            "order {n}: it was expired at another time than its history says",
            "order {n}: it stands at EXPIRED, and its history leads to CHECKING or CANCELLING",
            "order {n}: it is EXPIRED, and its payment of 12.18 EUR is SUCCEEDED",
        ],
    ),
];

async fn is_seen(counter: &Counter, statement: &str, expected: &[&str]) {
    let number = half_returned(counter).await;
    assert_eq!(violations(&counter.shop).await, [""; 0]);
    damage(&counter.shop.till.changes.store, &[statement]).await;
    let mut expected: Vec<String> = expected.iter().map(|it| it.replace("{n}", &number)).collect();
    let mut found = violations(&counter.shop).await;
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "{statement}");
}

#[tokio::test]
async fn each_kind_of_damage_to_the_money_is_seen_and_named() {
    for (statement, expected) in DAMAGE {
        is_seen(&Counter::open().await, statement, expected).await;
    }
}

#[tokio::test]
async fn damage_to_the_money_is_seen_on_postgres_too() {
    for at in [2, 5, 8, 12] {
        let (statement, expected) = DAMAGE[at];
        let [_, on_postgres] = Counter::both().await;
        is_seen(&on_postgres, statement, expected).await;
    }
}

#[tokio::test]
async fn a_refund_of_another_orders_payment_is_seen() {
    let counter = Counter::open().await;
    let number = half_returned(&counter).await;
    let other = counter.place().await;
    counter.pay(&other, "other").await.expect("it is paid");
    let of = format!(
        "UPDATE refund SET payment_id = (SELECT id FROM payment WHERE order_id = \
         (SELECT id FROM orders WHERE number = '{other}'))"
    );
    damage(&counter.shop.till.changes.store, &[&of]).await;
    let expected = [
        format!(
            "order {number}: of its payment of 12.18 EUR, 609 minor units are set aside for \
             refunds that take 0"
        ),
        format!("order {number}: its refund of 6.09 EUR is of another order's payment"),
    ];
    assert_eq!(violations(&counter.shop).await, expected);
}

#[tokio::test]
async fn several_live_payments_of_an_order_are_seen() {
    let counter = Counter::open().await;
    let number = counter.place().await;
    counter.provider.does(Does::Declines);
    assert_eq!(counter.paid(&number, "first").await, PaymentState::Failed);
    counter.provider.does(Does::Pends);
    counter.paid(&number, "second").await;
    let statements = ["DROP INDEX payment_live", "UPDATE payment SET state = 'PENDING'"];
    damage(&counter.shop.till.changes.store, &statements).await;
    let expected = format!("order {number}: several payments for it are live");
    assert_eq!(violations(&counter.shop).await, [expected]);
}

/// What a line of the journal becomes.
type Forge = fn(&str) -> String;

/// The journal, with each line changed, and what is then said.
const FORGED: &[(Forge, &str)] = &[
    (
        |line| if line.contains("refund") { String::new() } else { line.to_owned() },
        "order {n}: its refund of 6.09 EUR is SUCCEEDED, and the provider has moved nothing",
    ),
    (
        |line| line.replace("1218", "1219"),
        "order {n}: its payment is of 12.18 EUR, and the provider has moved 12.19 EUR",
    ),
    (
        |line| line.replace("EUR", "USD").replace("1218", "609"),
        "order {n}: its payment is of 12.18 EUR, and the provider has moved 6.09 USD",
    ),
    (
        |line| if line.contains("charge") { format!("{line}\n{line}") } else { line.to_owned() },
        "order {n}: the provider has moved its payment of 12.18 EUR 2 times",
    ),
    (
        |line| {
            let key =
                "{\"kind\":\"charge\",\"key\":\"stranger\",\"amount\":1,\"currency\":\"EUR\"}";
            format!("{line}\n{key}")
        },
        "key stranger: the provider has moved money under it, and it is not ours",
    ),
];

#[tokio::test]
async fn what_the_provider_has_moved_is_held_against_the_database() {
    for counter in Counter::both().await {
        let number = half_returned(&counter).await;
        let now = counter.shop.clock.now();
        let read = |text: &str| Journal::parse(text, now).expect("it is a journal");
        let whole = counter.provider.lines();
        assert_eq!(contradictions(&counter.shop, &read(&whole)).await, [""; 0]);
        for (forge, expected) in FORGED {
            let forged: Vec<String> = whole.lines().map(forge).collect();
            let found = contradictions(&counter.shop, &read(&forged.join("\n"))).await;
            let expected = expected.replace("{n}", &number);
            assert!(found.contains(&expected), "{expected}: {found:?}");
        }
        // What was settled after the journal was read may not be in it.
        let early = Journal::parse("", now - TimeDelta::days(1)).expect("it is empty");
        assert_eq!(contradictions(&counter.shop, &early).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_charge_for_a_payment_that_failed_is_money_that_is_not_counted() {
    let counter = Counter::open().await;
    let number = counter.place().await;
    counter.provider.does(Does::Declines);
    counter.paid(&number, "first").await;
    counter.provider.does(Does::Takes);
    counter.paid(&number, "second").await;
    let failed = counter.payments(&number).await.remove(0);
    let taken = super::provider::Standing::Taken(failed.amount);
    counter.provider.becomes(&failed.gateway_key, taken);
    let lines = counter.provider.lines();
    let journal = Journal::parse(&lines, counter.shop.clock.now()).expect("it is a journal");
    let expected = [
        format!(
            "order {number}: its payment of 12.18 EUR is FAILED, and the provider has moved it"
        ),
        format!("order {number}: the provider has taken money for several payments of it"),
    ];
    assert_eq!(contradictions(&counter.shop, &journal).await, expected);
}

#[tokio::test]
async fn the_command_reads_a_journal() {
    let buono = Buono::new();
    buono.done(&["migrate", "up"]).await;
    let path = buono.folder().join("journal.jsonl");
    let line = "{\"kind\":\"charge\",\"key\":\"stranger\",\"amount\":1,\"currency\":\"EUR\"}\n";
    std::fs::write(&path, line).expect("the journal is written");
    let arguments = ["verify", "--journal", path.to_str().expect("UTF-8")];
    let ended = buono.run(&arguments).await;
    let expected = "key stranger: the provider has moved money under it, and it is not ours; a \
         payment or a refund was removed, or another shop uses the account.";
    assert_eq!((ended.code, ended.stdout.lines().next()), (1, Some(expected)), "{}", ended.stderr);
    std::fs::write(&path, "nonsense").expect("the journal is written");
    buono.fails(&arguments, 1).await;
}
