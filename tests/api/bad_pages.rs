//! Pages and cursors that cannot be: too many at once, both ends at once, a place in another list.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use buono::auth::Viewer;
use buono::domain::actor::Actor;
use buono::graphql::error::coded_all;
use buono::graphql::ids::seal;
use futures_util::StreamExt;
use serde_json::{Value, json};

use crate::bad_input::assert_is_a_sentence;
use crate::dump::dump;
use crate::shop::Shop;

/// The code of the error that a document ends with.
async fn code(shop: &Shop, actor: &Actor, document: &str) -> String {
    let answer = shop.ask(Some(actor), document, json!({})).await;
    code_of(&answer, document)
}

fn code_of(answer: &Value, document: &str) -> String {
    let errors = answer["errors"].as_array().unwrap_or_else(|| panic!("{document}: {answer}"));
    for error in errors {
        assert_is_a_sentence(error["message"].as_str().unwrap());
        assert_eq!(error["extensions"], errors[0]["extensions"], "{document}");
    }
    errors[0]["extensions"]["code"].as_str().unwrap().to_owned()
}

/// What a subscription that is refused begins with.
async fn first_code(shop: &Shop, actor: &Actor, document: &str) -> String {
    let request = async_graphql::Request::new(document).data(Viewer(Some(actor.clone())));
    let mut stream = Box::pin(shop.schema.execute_stream(request));
    let first = coded_all(stream.next().await.unwrap());
    code_of(&serde_json::to_value(first).unwrap(), document)
}

#[tokio::test]
async fn a_page_has_one_end_and_a_hundred_entries_at_most() {
    let shop = Shop::open().await;
    let placed = shop.place(&shop.anna, "vps-starter", "listed").await;
    let number = placed["order"]["number"].as_str().unwrap();
    let before = dump(&shop.till.changes.store).await;
    for page in [
        "first: 101",
        "first: -1",
        "last: 101",
        "last: -1",
        "first: 1, last: 1",
        "first: 0, last: 0",
        "first: 2147483647",
        "last: -2147483648",
    ] {
        for document in [
            format!("{{ orders({page}) {{ nodes {{ id }} }} }}"),
            format!("{{ order(number: \"{number}\") {{ events({page}) {{ nodes {{ id }} }} }} }}"),
            format!("{{ viewer {{ ... on Customer {{ orders({page}) {{ totalCount }} }} }} }}"),
        ] {
            assert_eq!(code(&shop, &shop.anna, &document).await, "BAD_USER_INPUT", "{document}");
        }
    }
    for page in ["first: 101", "first: -1"] {
        let document = format!("{{ catalog(country: \"IT\", {page}) {{ nodes {{ id }} }} }}");
        assert_eq!(code(&shop, &shop.anna, &document).await, "BAD_USER_INPUT", "{document}");
    }
    for page in ["first: 3000000000", "first: 1.5", "first: \"1\"", "last: true"] {
        let document = format!("{{ orders({page}) {{ nodes {{ id }} }} }}");
        let code = code(&shop, &shop.anna, &document).await;
        assert!(["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"].contains(&code.as_str()), "{code}");
    }
    let ids = vec!["x"; 101];
    let document = format!("{{ nodes(ids: {}) {{ id }} }}", json!(ids));
    assert_eq!(code(&shop, &shop.anna, &document).await, "BAD_USER_INPUT");
    for page in ["first: 0", "last: 0", "first: 100", "last: 100", ""] {
        let document = format!(
            "{{ orders{} {{ nodes {{ id }} }} }}",
            match page {
                "" => String::new(),
                _ => format!("({page})"),
            }
        );
        shop.data(&shop.anna, &document, json!({})).await;
    }
    assert_eq!(dump(&shop.till.changes.store).await, before);
}

#[tokio::test]
async fn filters_have_their_limits() {
    let shop = Shop::open().await;
    for (filter, expected) in [
        (format!("number: \"{}\"", "B".repeat(33)), "BAD_USER_INPUT"),
        (format!("status: [{}]", "CHECKING ".repeat(9)), "BAD_USER_INPUT"),
        ("status: [NOTHING]".to_owned(), "GRAPHQL_VALIDATION_FAILED"),
        ("createdFrom: \"yesterday\"".to_owned(), "BAD_USER_INPUT"),
        ("customer: \"nonsense\"".to_owned(), "BAD_ID"),
    ] {
        let document = format!("{{ orders(filter: {{ {filter} }}) {{ totalCount }} }}");
        assert_eq!(code(&shop, &shop.marco, &document).await, expected, "{document}");
    }
    let document = "{ orders(filter: { status: [], number: \"\\u0000%_'\" }) { totalCount } }";
    let none = shop.data(&shop.marco, document, json!({})).await;
    assert_eq!(none, json!({ "orders": { "totalCount": 0 } }));
}

#[tokio::test]
async fn a_cursor_is_good_in_its_own_list_only() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let placed = shop.place(&shop.anna, "vps-starter", "one").await;
        let other = shop.place(&shop.anna, "vps-starter", "two").await;
        let numbers = [&placed, &other].map(|it| it["order"]["number"].as_str().unwrap());
        let document = "query($one: String!, $two: String!) { \
             created: orders { edges { cursor } } \
             total: orders(orderBy: { field: TOTAL, direction: ASC }) { edges { cursor } } \
             number: orders(orderBy: { field: NUMBER, direction: ASC }) { edges { cursor } } \
             one: order(number: $one) { tracking { cursor } events { edges { cursor } } } \
             two: order(number: $two) { tracking { cursor } events { edges { cursor } } } \
             it: catalog(country: \"IT\") { edges { cursor } } \
             fr: catalog(country: \"FR\") { edges { cursor } } }";
        let variables = json!({ "one": numbers[0], "two": numbers[1] });
        let data = shop.data(&shop.anna, document, variables).await;
        let at = |pointer: &str| data.pointer(pointer).unwrap().as_str().unwrap().to_owned();
        let mut cursors = vec![
            ("created", at("/created/edges/0/cursor")),
            ("total", at("/total/edges/0/cursor")),
            ("number", at("/number/edges/0/cursor")),
            ("events one", at("/one/events/edges/0/cursor")),
            ("events two", at("/two/events/edges/0/cursor")),
            ("it", at("/it/edges/0/cursor")),
            ("fr", at("/fr/edges/0/cursor")),
            ("tracking one", at("/one/tracking/cursor")),
            ("tracking two", at("/two/tracking/cursor")),
            ("empty", String::new()),
            ("nonsense", "nonsense".into()),
            ("long", "x".repeat(10_000)),
        ];
        let uuid = uuid::Uuid::nil();
        for text in [
            format!("orders:created:x:{uuid}"),
            format!("orders:created:{}:{uuid}", i64::MAX),
            format!("orders:created:-200000000000000:{uuid}"),
            format!("orders:total:99999999999999999999:{uuid}"),
            format!("orders:number:\0:{uuid}"),
            format!("orders:created:0:{uuid}x"),
            "plans:IT:\0".into(),
            "plans:IT:".into(),
            format!("follow-mine:{uuid}:0"),
            "follow-all:0:0".into(),
        ] {
            cursors.push(("forged", seal(&text)));
        }
        let number = &numbers[0];
        let lists = [
            ("created", "orders(after: $)".to_owned()),
            ("created", "orders(before: $)".to_owned()),
            ("total", "orders(orderBy: { field: TOTAL, direction: DESC }, after: $)".to_owned()),
            ("number", "orders(orderBy: { field: NUMBER, direction: ASC }, before: $)".to_owned()),
            ("events one", format!("order(number: \"{number}\") {{ events(after: $)")),
            ("events one", format!("order(number: \"{number}\") {{ events(last: 1, before: $)")),
            ("it", "catalog(country: \"IT\", after: $)".to_owned()),
        ];
        for (own, list) in &lists {
            for (name, cursor) in &cursors {
                let end =
                    if list.contains("events") { "{ nodes { id } } }" } else { "{ nodes { id } }" };
                let document =
                    format!("{{ {} {end} }}", list.replace('$', &json!(cursor).to_string()));
                if name == own {
                    shop.data(&shop.anna, &document, json!({})).await;
                } else {
                    let code = code(&shop, &shop.anna, &document).await;
                    assert_eq!(code, "BAD_CURSOR", "{name}: {document:.200}");
                }
            }
        }
        for (name, cursor) in &cursors {
            let cursor = json!(cursor);
            let one = format!(
                "subscription {{ orderTracking(number: \"{number}\", after: {cursor}) {{ kind }} }}"
            );
            let all = format!("subscription {{ orderUpdates(after: {cursor}) {{ kind }} }}");
            if *name != "tracking one" {
                assert_eq!(first_code(&shop, &shop.anna, &one).await, "BAD_CURSOR", "{name}");
            }
            assert_eq!(first_code(&shop, &shop.anna, &all).await, "BAD_CURSOR", "{name}");
        }
    }
}

/// The cursor of anna's feed is worth as much to bruno as nonsense.
#[tokio::test]
async fn a_cursor_of_somebody_else_is_no_cursor() {
    let shop = Shop::open().await;
    shop.place(&shop.anna, "vps-starter", "hers").await;
    let document = "subscription { orderUpdates { cursor } }";
    let request = async_graphql::Request::new(document).data(Viewer(Some(shop.anna.clone())));
    let mut stream = Box::pin(shop.schema.execute_stream(request));
    let first = serde_json::to_value(stream.next().await.unwrap()).unwrap();
    let cursor = &first["data"]["orderUpdates"]["cursor"];
    let document = format!("subscription {{ orderUpdates(after: {cursor}) {{ kind }} }}");
    assert_eq!(first_code(&shop, &shop.bruno, &document).await, "BAD_CURSOR");
    assert_eq!(first_code(&shop, &shop.marco, &document).await, "BAD_CURSOR");
}
