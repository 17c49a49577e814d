//! `buono verify`: silent about what Buono wrote, and a line for whatever else happened to it.

use buono::storage::Store;
use buono::verify::{Evidence, Journal, Listener, Report, Violation, verify};
use sea_orm::{ConnectionTrait, DbBackend};
use serde_json::{Value, json};

use crate::binary::Buono;
use crate::demo::Demo;
use crate::shop::Shop;

#[derive(Default)]
struct Heard(Vec<String>);

impl Listener for Heard {
    fn violation(&mut self, it: &Violation) {
        self.0.push(format!("{}: {}", it.subject, it.what));
    }

    fn looked_at(&mut self, _: u64) {}
}

async fn verified(shop: &Shop, anchor: Option<&str>) -> (Report, Vec<String>) {
    verified_with(shop, Evidence { anchor, ..Evidence::default() }).await
}

/// What is wrong with a shop's database, and with what is held against it.
pub async fn contradictions(shop: &Shop, journal: &Journal) -> Vec<String> {
    verified_with(shop, Evidence { journal: Some(journal), ..Evidence::default() }).await.1
}

async fn verified_with(shop: &Shop, evidence: Evidence<'_>) -> (Report, Vec<String>) {
    let mut heard = Heard::default();
    let store = &shop.till.changes.store;
    let report = verify(store, &shop.clock, evidence, &mut heard).await.expect("it can be read");
    assert_eq!(report.violations, heard.0.len() as u64);
    (report, heard.0)
}

/// What is wrong with a shop's database: where, and what.
pub async fn violations(shop: &Shop) -> Vec<String> {
    verified(shop, None).await.1
}

/// An order that was delivered, and six rows of the audit log.
async fn delivered(shop: &Shop) -> String {
    let placed = shop.place(&shop.anna, "vps-starter", "delivered").await;
    let number = placed["order"]["number"].as_str().expect("a number").to_owned();
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    shop.pay(&shop.anna, &number, "pay").await;
    shop.approve(&number).await;
    shop.deliver(&number, &placed["order"]["lines"][0]["id"]).await;
    for _ in 0..4 {
        note(shop, &number).await;
    }
    number
}

async fn note(shop: &Shop, number: &str) {
    let document = "mutation($input: OrderNoteInput!) { orderNote(input: $input) { \
         errors { __typename } } }";
    let input = json!({ "number": number, "text": "Seen.", "visibleToCustomer": false });
    shop.data(&shop.marco, document, json!({ "input": input })).await;
}

/// Takes the guards of the append-only tables away, and runs statements.
pub async fn damage(store: &Store, statements: &[&str]) {
    let db = store.read();
    let guards: &[&str] = match db.get_database_backend() {
        DbBackend::Postgres => &[
            "DROP TRIGGER IF EXISTS audit_append_only ON audit",
            "DROP TRIGGER IF EXISTS order_event_append_only ON order_event",
            "DROP TRIGGER IF EXISTS ledger_entry_append_only ON ledger_entry",
        ],
        _ => &[
            "DROP TRIGGER IF EXISTS audit_no_UPDATE",
            "DROP TRIGGER IF EXISTS audit_no_DELETE",
            "DROP TRIGGER IF EXISTS order_event_no_UPDATE",
            "DROP TRIGGER IF EXISTS order_event_no_DELETE",
            "DROP TRIGGER IF EXISTS ledger_entry_no_UPDATE",
            "DROP TRIGGER IF EXISTS ledger_entry_no_DELETE",
        ],
    };
    for statement in guards.iter().chain(statements) {
        db.execute_unprepared(statement)
            .await
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
}

/// What is done to the database, and what is then said. `{n}` is the order's number.
const DAMAGE: &[(&[&str], &[&str])] = &[
    (
        &["UPDATE audit SET actor = 'paolo' WHERE id = 2"],
        &["audit row 2: its hash is not that of what it says"],
    ),
    (&["DELETE FROM audit WHERE id = 2"], &["audit row 3: it does not follow the row before it"]),
    (
        &[
            "UPDATE audit SET id = 100 WHERE id = 2",
            "UPDATE audit SET id = 2 WHERE id = 3",
            "UPDATE audit SET id = 3 WHERE id = 100",
        ],
        &[
            "audit row 2: it does not follow the row before it",
            "audit row 3: it does not follow the row before it",
            "audit row 4: it does not follow the row before it",
        ],
    ),
    (
        &["INSERT INTO audit (id, at, actor_kind, actor, action, subject, previous_hash, hash) \
           SELECT 100, at, actor_kind, actor, action, subject, hash, 'x' FROM audit WHERE id = 6"],
        &["audit row 100: its hash is not that of what it says"],
    ),
    (
        &["DELETE FROM order_event WHERE sequence = 2"],
        &[
            "order {n}: its history has entry 3 where 2 should be",
            "customer anna: entry 2 of their feed is missing, doubled or out of order",
        ],
    ),
    (
        &["DELETE FROM order_event WHERE kind = 'ORDER_DELIVERED'"],
        &[
            "order {n}: it counts 9 entries of its history, and there are 8",
            "customer anna: their feed counts 9 entries, and there are 8",
        ],
    ),
    (
        &["UPDATE order_event SET kind = 'ORDER_ACCEPTED' WHERE sequence = 2"],
        &["order {n}: entry 2 of its history, ORDER_ACCEPTED, cannot follow those before it"],
    ),
    (
        &["UPDATE orders SET status = 'DELIVERING'"],
        &["order {n}: it stands at DELIVERING, and its history leads to DELIVERED"],
    ),
    (
        &["UPDATE orders SET accepted_at = '2026-01-01T00:00:00Z'"],
        &["order {n}: it was accepted at another time than its history says"],
    ),
    (&["DELETE FROM outbox"], &["order {n}: the outbox has nothing of entry 9 of its history"]),
    (
        &["UPDATE order_line SET net = net + 1"],
        &["order {n}: its net is 499, and its lines add up to 500"],
    ),
    (
        &["UPDATE payment SET state = 'FAILED'"],
        &[
            "order {n}: it is paid, and no payment for it has succeeded",
            "order {n}: its payment of 6.09 EUR is FAILED, and is booked",
        ],
    ),
    (
        &["UPDATE payment SET amount = amount + 1"],
        &[
            "order {n}: it is 6.09 EUR, and was paid with 6.10 EUR",
            "order {n}: its payment of 6.10 EUR is booked as PROVIDER debit CAPTURE 609 EUR, \
             CUSTOMER credit CAPTURE 609 EUR",
        ],
    ),
    (
        &["UPDATE customer SET feed_sequence = feed_sequence + 1 WHERE reference = 'anna'"],
        &["customer anna: their feed counts 10 entries, and there are 9"],
    ),
];

#[tokio::test]
async fn each_kind_of_damage_is_seen_and_named() {
    for &(statements, expected) in DAMAGE {
        let shop = Shop::open().await;
        let number = delivered(&shop).await;
        assert_eq!(violations(&shop).await, [""; 0]);
        damage(&shop.till.changes.store, statements).await;
        let expected: Vec<String> = expected.iter().map(|it| it.replace("{n}", &number)).collect();
        assert_eq!(violations(&shop).await, expected, "{statements:?}");
    }
}

#[tokio::test]
async fn damage_is_seen_on_postgres_too() {
    let shop = Shop::open_on_postgres().await;
    let number = delivered(&shop).await;
    assert_eq!(violations(&shop).await, [""; 0]);
    // Those that have nothing to do with each other.
    let chosen = [0, 7, 9, 10, 12, 13].map(|at| DAMAGE[at]);
    let mut expected = Vec::new();
    for (statements, said) in chosen {
        damage(&shop.till.changes.store, statements).await;
        expected.extend(said.iter().map(|it| it.replace("{n}", &number)));
    }
    let mut found = violations(&shop).await;
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[tokio::test]
async fn an_anchor_shows_that_the_end_of_the_log_is_missing() {
    let shop = Shop::open().await;
    delivered(&shop).await;
    let (report, _) = verified(&shop, None).await;
    assert_eq!(report.audit_rows, 6);
    let anchor = report.audit_head;
    let number = shop.place(&shop.anna, "vps-starter", "later").await;
    note(&shop, number["order"]["number"].as_str().expect("a number")).await;
    assert_eq!(verified(&shop, Some(&anchor)).await.1, [""; 0]);
    damage(&shop.till.changes.store, &["DELETE FROM audit WHERE 6 <= id"]).await;
    assert_eq!(violations(&shop).await, [""; 0], "what is left is a chain as well");
    let expected = format!("audit log: no row has the hash {anchor}");
    assert_eq!(verified(&shop, Some(&anchor)).await.1, [expected]);
}

#[tokio::test]
async fn writers_at_the_same_time_are_no_false_alarm() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        shop.register(&shop.anna, "CARD", "tok_ok").await;
        let write = async {
            for at in 0..12 {
                let placed = shop.place(&shop.anna, "vps-starter", &format!("place-{at}")).await;
                let number = placed["order"]["number"].as_str().expect("a number");
                shop.pay(&shop.anna, number, &format!("pay-{at}")).await;
                shop.approve(number).await;
                shop.withdraw(&shop.anna, number, &format!("withdraw-{at}")).await;
                shop.run_jobs().await;
            }
        };
        let look = async {
            let mut orders = Vec::new();
            while orders.last() != Some(&12) {
                let (report, found) = verified(&shop, None).await;
                assert_eq!(found, [""; 0]);
                orders.push(report.orders);
            }
            orders
        };
        let (orders, ()) = tokio::join!(look, write);
        assert!(1 < orders.len() && orders.is_sorted(), "it looked while they wrote: {orders:?}");
    }
}

#[tokio::test]
async fn the_command_says_what_it_looked_at_and_what_is_wrong() {
    let buono = Buono::new();
    buono.fails(&["verify"], 1).await;
    buono.done(&["migrate", "up"]).await;
    let head = "0".repeat(64);
    let said = buono.done(&["verify"]).await;
    let clean = format!(
        "Orders: 0. Entries: 0. Customers: 0. Audit rows: 0. Ledger rows: 0. \
         Documents: 0. Violations: 0. Anchor: {head}\n"
    );
    assert_eq!(said, clean);
    assert_eq!(buono.run(&["verify", "--anchor", "nonsense"]).await.code, 2);

    let other = "1".repeat(64);
    let ended = buono.run(&["verify", "--anchor", &other]).await;
    let lines: Vec<&str> = ended.stdout.lines().collect();
    let missing = format!(
        "audit log: no row has the hash {other}; rows were removed from its end, or all of it was \
         written anew."
    );
    assert_eq!((ended.code, lines[0], lines.len()), (1, &*missing, 2), "{}", ended.stderr);
    let ended = buono.run(&["verify", "--anchor", &other, "--json"]).await;
    let said: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    assert_eq!((ended.code, &said["ok"], &said["violationCount"]), (1, &json!(false), &json!(1)));
    assert_eq!(said["violations"][0]["check"], "audit");
    let nowhere = ["verify", "--database-url", "postgres://nobody@127.0.0.1:1/none"];
    buono.fails(&nowhere, 4).await;
}

#[tokio::test]
async fn a_demo_that_ran_verifies_clean_while_it_runs() {
    let buono = Buono::new();
    let folder = buono.folder().join("kept");
    let folder = folder.to_str().expect("UTF-8");
    let demo = Demo::start(&["--speed", "50", "--keep", folder]).await;
    let query = "{ orders(first: 100) { nodes { number customer { reference } } } }";
    let seen = demo.ask("marco", query).await;
    assert_eq!(seen.get("errors"), None, "{seen}");
    let file = std::fs::read_dir(folder).expect("a folder").flatten().map(|it| it.path());
    let file = file.into_iter().find(|it| it.extension().is_some_and(|it| it == "db"));
    let url = format!("sqlite://{}", file.expect("the database").display());
    let said = buono.done(&["verify", "--database-url", &url]).await;
    assert!(said.contains("Violations: 0."), "{said}");
    assert!(!said.contains("Audit rows: 0.") && !said.contains("Orders: 0."), "{said}");
    let buono = buono.with("DATABASE_URL", &url);
    let log = buono.done(&["export", "audit"]).await;
    let first: Value = serde_json::from_str(log.lines().next().expect("a row")).expect("JSON");
    assert_eq!(first["previousHash"], "0".repeat(64));
    assert!(log.contains("\"CUSTOMER_READ\""));
}
