//! The tables of the page, held to the code: what one has and the other has not is a mistake of either.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use buono::actions::charge::ANSWER_WITHIN;
use buono::actions::means::MEANS_MAX;
use buono::actions::price::VOUCHERS_MAX;
use buono::actions::texts::KEY_BYTES_MAX;
use buono::auth::{MAX_LIFE, links};
use buono::domain::catalog::{LINES_MAX, QUANTITY_MAX};
use buono::domain::document::FILES_PER_REQUEST_MAX;
use buono::graphql::paging::PAGE_MAX;
use buono::http::{EVENT_BYTES_MAX, Limits};
use buono::live::follow::REPLAY_MAX_ENTRIES;
use buono::storage::pages::COUNT_MAX;

use super::page;

/// The cells of the table that has this head, row by row.
fn table(head: &str) -> Vec<Vec<String>> {
    let page = page::text();
    let rows = page.lines().skip_while(|line| *line != head).skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    let cells = |row: &str| row.trim_matches('|').split('|').map(|it| it.trim().into()).collect();
    let rows: Vec<Vec<String>> = rows.map(cells).collect();
    assert!(!rows.is_empty(), "the page has no table {head}");
    rows
}

/// What stands between the backquotes of that column.
fn names(rows: &[Vec<String>], column: usize) -> BTreeSet<String> {
    rows.iter().map(|row| row[column].trim_matches('`').to_owned()).collect()
}

/// The code of our own files below the path, without their tests.
fn sources(path: &str) -> String {
    let mut waiting = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(path)];
    let mut all = String::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let inside = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path());
            waiting.extend(inside.filter(|it| !it.ends_with("tests.rs")));
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            all.push_str(text.split("#[cfg(test)]").next().unwrap());
        }
    }
    all
}

/// Words of capital letters that are no codes: methods of HTTP. The others are too short for one.
const METHODS: [&str; 2] = ["CONNECT", "OPTIONS"];

/// Texts like `"BAD_REQUEST"`: words of capital letters.
fn capitals(code: &str) -> BTreeSet<String> {
    let is_capital = |it: char| it.is_ascii_uppercase() || it == '_';
    let all = code.match_indices('"').filter_map(|(at, _)| {
        let rest = &code[at + 1..];
        let end = rest.find(|it| !is_capital(it))?;
        let word = rest[end..].starts_with('"').then(|| &rest[..end])?;
        let is_long = 7 <= word.len() || (word.contains('_') && 4 < word.len());
        let is_variable = ["BUONO_", "CARGO_"].iter().any(|it| word.starts_with(it));
        (is_long && !is_variable && !METHODS.contains(&word)).then(|| word.to_owned())
    });
    all.collect()
}

#[test]
fn every_code_of_an_error_is_on_the_page() {
    let codes = capitals(&(sources("src/graphql/error.rs") + &sources("src/http")));
    assert!(codes.contains("UNAUTHENTICATED") && codes.contains("NOT_ACCEPTABLE"), "{codes:?}");
    assert_eq!(names(&table("| Code | Means | What to do |"), 0), codes);
}

#[test]
fn every_typed_error_is_on_the_page() {
    let schema = buono::graphql::sdl();
    let mut expected = BTreeSet::new();
    for part in schema.split("type ").skip(1) {
        let Some((name, _)) = part.split_once(" implements UserError") else { continue };
        let code = part.split("Always `").nth(1).and_then(|it| it.split('`').next());
        expected.insert((name.to_owned(), code.unwrap().to_owned()));
    }
    let rows = table("| Type | Code | When | Says more |");
    let cell = |it: &String| it.trim_matches('`').to_owned();
    let found: BTreeSet<_> = rows.iter().map(|row| (cell(&row[0]), cell(&row[1]))).collect();
    assert_eq!(found, expected);
    for row in rows.iter().filter(|row| !row[3].is_empty()) {
        let head = format!("type {} implements", row[0].trim_matches('`'));
        let fields = schema.split(head.as_str()).nth(1).unwrap().split('}').next().unwrap();
        let field = format!("\t{}: ", row[3].trim_matches('`'));
        assert!(fields.contains(&field), "{row:?}");
    }
}

#[test]
fn every_code_of_a_close_is_on_the_page() {
    let code = sources("src/http/websocket/message.rs");
    let numbers = code.split(": u16 = ").skip(1).map(|it| it.split(';').next().unwrap());
    let expected: BTreeSet<String> = numbers.map(str::to_owned).collect();
    assert!(4 < expected.len());
    assert_eq!(names(&table("| Close code | Means | Connect again? |"), 0), expected);
}

#[test]
fn every_limit_on_the_page_is_the_code_s() {
    let limits = Limits::default();
    let (connection, document) = (&limits.connection, &limits.document);
    let (socket, rates) = (&limits.socket, &limits.rates);
    assert_eq!(limits.body_bytes, socket.message_bytes);
    let kib = |bytes: usize| format!("{} KiB", bytes / 1024);
    let seconds = |time: Duration| format!("{} s", time.as_secs());
    let messages =
        format!("{} a second, {} at once", socket.messages_per_second, socket.messages_burst);
    let expected = [
        ("Body of a request, message on a WebSocket", kib(limits.body_bytes)),
        ("Event of the payment provider, at `/webhooks/stripe`", kib(EVENT_BYTES_MAX)),
        ("Document that a customer sends in", kib(limits.upload.bytes)),
        ("Documents for one request", FILES_PER_REQUEST_MAX.to_string()),
        ("Text of a document", kib(document.bytes)),
        ("Variables", kib(document.variables_bytes)),
        (
            "Fields, spreads and inline fragments in a document, with fragments spread",
            document.selections.to_string(),
        ),
        ("Depth of a document", document.depth.to_string()),
        ("Fields of an operation itself", document.root_fields.to_string()),
        ("Of these, such that move money", document.money_fields.to_string()),
        ("Aliases", document.aliases.to_string()),
        (
            "Fields that an answer may come to, with its pages as long as they can be",
            document.complexity.to_string(),
        ),
        ("Items of a list in a document or in its variables", document.list_items.to_string()),
        ("Orders, plans or entries on a page", PAGE_MAX.to_string()),
        ("`totalCount`", COUNT_MAX.to_string()),
        ("First line and headers of a request", kib(connection.head_bytes)),
        ("Headers of a request", connection.headers.to_string()),
        (
            "Time for the head of a request to arrive, and for the first byte of a connection",
            seconds(connection.head_time),
        ),
        ("Time for the body of a request to arrive", seconds(limits.body_time)),
        ("Time for a document that is sent in to arrive", seconds(limits.upload.time)),
        ("Documents that arrive at once, everybody's together", limits.upload.at_once.to_string()),
        ("Documents of one customer that arrive at once", limits.upload.per_customer.to_string()),
        ("Time between two requests on a connection", seconds(connection.idle_time)),
        ("Connections of one address", connection.per_address.to_string()),
        ("Requests at once on a connection of HTTP/2", connection.streams.to_string()),
        ("Operations that run at once, everybody's together", limits.requests.to_string()),
        ("Time for an answer", seconds(limits.request_time)),
        ("Time for `orderPay` before it answers `PENDING`", seconds(ANSWER_WITHIN)),
        (
            "WebSockets and streams of one customer, operator or service",
            socket.sockets_per_actor.to_string(),
        ),
        ("Operations at once on a WebSocket", socket.operations.to_string()),
        ("Requests of one customer, over HTTP and WebSocket together", rates.customer.to_string()),
        ("Requests of one operator or service", rates.staff.to_string()),
        ("Requests without a token of one address", rates.anonymous.to_string()),
        ("`orderPay` of one customer", rates.pay.to_string()),
        ("`orderWithdraw` of one customer", rates.withdraw.to_string()),
        ("Bad tokens of one address", rates.failed_authentication.to_string()),
        ("Messages on a WebSocket", messages),
        ("Entries that are told one by one after an interruption", REPLAY_MAX_ENTRIES.to_string()),
        ("Life of a token", format!("{} h", MAX_LIFE.num_hours())),
        (
            "Life of a link to the purchase order, or to a document",
            format!("{} min", links::LINK_LIFE.num_minutes()),
        ),
        ("Lines of an order that is placed", LINES_MAX.to_string()),
        ("Vouchers of an order", VOUCHERS_MAX.to_string()),
        ("Quantity of a line", QUANTITY_MAX.to_string()),
        ("Registered means of payment", MEANS_MAX.to_string()),
        ("Idempotency key", format!("{KEY_BYTES_MAX} bytes")),
    ];
    let found = table("| What | At most |");
    let found: Vec<_> = found.iter().map(|row| (row[0].as_str(), row[1].clone())).collect();
    assert_eq!(found, expected);
}
