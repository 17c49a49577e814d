//! Orders as other programs get them.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use buono::export::{self, COLUMNS, Csv, Jsonl};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::binary::Buono;
use super::shop::Shop;

/// Takes what is written, and can be looked into afterwards.
#[derive(Clone, Default)]
struct Paper(Rc<RefCell<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Paper {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).expect("UTF-8")
    }
}

async fn csv(shop: &Shop, page: u64) -> String {
    let paper = Paper::default();
    let store = &shop.till.changes.store;
    export::orders(store, page, Csv::new(paper.clone()), |_| ()).await.expect("it is exported");
    paper.text()
}

/// The cells, by column.
fn rows(text: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().expect("a first line").clone();
    assert_eq!(names.iter().collect::<Vec<_>>(), COLUMNS.map(|(name, _)| name));
    let of = |row: csv::StringRecord| {
        names.iter().zip(row.iter()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
    };
    reader.records().map(|row| of(row.expect("as many cells as columns"))).collect()
}

fn cell<'a>(row: &'a [(String, String)], name: &str) -> &'a str {
    &row.iter().find(|(column, _)| column == name).expect("a column").1
}

#[tokio::test]
async fn every_order_is_exported_once_whatever_a_page_holds() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let mut placed = Vec::new();
        // Several at the very same moment, across the end of a page.
        for at in 0..7 {
            if at == 5 {
                shop.clock.advance(TimeDelta::seconds(1));
            }
            let order = shop.place(&shop.anna, "vps-starter", &at.to_string()).await;
            placed.push(order["order"]["number"].as_str().expect("a number").to_owned());
        }
        placed.sort();
        for page in [1, 2, 3, 7, 8] {
            let text = csv(&shop, page).await;
            let rows = rows(&text);
            let mut found: Vec<&str> = rows.iter().map(|row| cell(row, "number")).collect();
            let times: Vec<&str> = rows.iter().map(|row| cell(row, "createdAt")).collect();
            assert!(times.is_sorted(), "the oldest first: {times:?}");
            found.sort_unstable();
            assert_eq!(found, placed, "{page} orders a page");
        }
    }
}

#[tokio::test]
async fn it_is_read_a_page_at_a_time() {
    let shop = Shop::open().await;
    for at in 0..5 {
        shop.place(&shop.anna, "vps-starter", &at.to_string()).await;
    }
    let paper = Paper::default();
    let seen = RefCell::new(Vec::new());
    // What has been read is written and let go before the next page is read.
    let told = |orders| seen.borrow_mut().push((orders, paper.text().lines().count()));
    let store = &shop.till.changes.store;
    let count = export::orders(store, 2, Jsonl::new(paper.clone()), told).await;
    assert_eq!(count.expect("it is exported"), 5);
    assert_eq!(*seen.borrow(), [(2, 2), (2, 4), (1, 5)]);
}

#[tokio::test]
async fn amounts_times_and_lines_are_as_in_the_api() {
    let shop = Shop::open().await;
    let number = shop.place(&shop.anna, "server-rise", "only").await["order"]["number"].clone();
    let number = number.as_str().expect("a number");
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    shop.pay(&shop.anna, number, "pay").await;
    let text = csv(&shop, 100).await;
    assert!(text.ends_with("\r\n") && text.matches("\r\n").count() == 2, "{text}");
    let rows = rows(&text);
    for (name, value) in [
        ("number", number),
        ("status", "CHECKING"),
        ("createdAt", "2026-11-09T10:00:00.000Z"),
        ("customer", "anna"),
        ("accountKind", "INDIVIDUAL"),
        ("currency", "EUR"),
        ("net", "113.98"),
        ("tax", "25.08"),
        ("total", "139.06"),
        ("taxRate", "22"),
        ("lines", "2"),
        ("paidAt", "2026-11-09T10:00:00.000Z"),
        ("deliveredAt", ""),
    ] {
        assert_eq!(cell(&rows[0], name), value, "{name}");
    }

    let paper = Paper::default();
    let store = &shop.till.changes.store;
    export::orders(store, 100, Jsonl::new(paper.clone()), |_| ()).await.expect("it is exported");
    let order: Value = serde_json::from_str(&paper.text()).expect("a line of JSON");
    let names: Vec<&str> =
        order.as_object().expect("an object").keys().map(String::as_str).collect();
    let mut columns = COLUMNS.map(|(name, _)| name);
    columns.sort_unstable();
    assert_eq!(names, columns);
    assert_eq!(order["total"], "139.06");
    assert_eq!(order["deliveredAt"], Value::Null);
    let line = json!({ "position": 1, "kind": "CREATION", "planCode": "server-rise",
        "description": "server-rise", "serviceName": null, "period": "P1M", "quantity": 1,
        "unitPrice": "56.99", "reduction": "0", "net": "56.99", "total": "69.53",
        "deliveredAt": null, "withdrawnAt": null });
    assert_eq!(order["lines"][0], line);
}

#[tokio::test]
async fn hostile_names_are_texts_and_no_formulas() {
    let shop = Shop::open().await;
    let name = "=cmd|' /C calc'!A0;=1+1  @SUM(1)\",\"x";
    let document = "mutation($input: CustomerUpsertInput!) { customerUpsert(input: $input) { \
         customer { id } errors { __typename } } }";
    let input = json!({ "reference": "-anna", "kind": "INDIVIDUAL", "name": "Anna",
        "email": "anna@example.org", "country": "IT", "billing": { "name": name, "address": [],
        "country": "IT", "vatNumber": "+1", "email": "anna@example.org" } });
    let written = shop.data(&shop.service, document, json!({ "input": input })).await;
    let customer = &written["customerUpsert"]["customer"]["id"];
    let place = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { \
         order { number } errors { __typename } } }";
    let input = json!({ "lines": [{ "planCode": "vps-starter", "period": "P1M" }],
        "customer": customer, "startAtOnce": true, "idempotencyKey": "only" });
    let placed = shop.data(&shop.service, place, json!({ "input": input })).await;
    assert_eq!(placed["orderPlace"]["errors"], json!([]));

    let text = csv(&shop, 100).await;
    assert_eq!(text.lines().count(), 2, "a row is a line: {text}");
    let rows = rows(&text);
    let safe = "'=cmd|' /C calc'!A0;'=1+1  @SUM(1)\",\"x";
    assert_eq!(cell(&rows[0], "billingName"), safe);
    assert_eq!(cell(&rows[0], "customer"), "'-anna");
    assert_eq!(cell(&rows[0], "vatNumber"), "'+1");
    let paper = Paper::default();
    let store = &shop.till.changes.store;
    export::orders(store, 100, Jsonl::new(paper.clone()), |_| ()).await.expect("it is exported");
    let order: Value = serde_json::from_str(&paper.text()).expect("a line of JSON");
    assert_eq!(order["billingName"], name, "JSON has it as it is");
}

#[tokio::test]
async fn the_command_writes_data_to_stdout_and_nothing_else() {
    let buono = Buono::new();
    buono.fails(&["export", "orders"], 1).await;
    buono.done(&["migrate", "up"]).await;
    let ended = buono.run(&["export", "orders"]).await;
    assert_eq!((ended.code, ended.stderr.as_str()), (0, "Orders: 0.\n"));
    assert_eq!(rows(&ended.stdout), Vec::<Vec<_>>::new());
    let ended = buono.run(&["export", "orders", "--format", "jsonl"]).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""));
    assert_eq!(buono.run(&["export", "orders", "--format", "xml"]).await.code, 2);
}

#[test]
fn the_documentation_names_every_column() {
    let text = include_str!("../../docs/export.md");
    for (name, help) in COLUMNS {
        assert!(text.contains(&format!("| `{name}` | {help} |")), "{name}: {help}");
    }
}
