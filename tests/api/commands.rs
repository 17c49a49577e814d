//! The commands, run as a person runs them.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::binary::{Buono, Serving};

/// Catalogs as a hosting company publishes them; not everybody has them.
const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data");

const OURS: &str = r#"{"country": "IT", "currency": "EUR", "taxRate": "22",
    "plans": [{"code": "vps", "name": "VPS", "prices": [{"period": "P1M", "net": "4.99"}]},
              {"code": "mail", "name": "Mail", "prices": [{"period": "P1Y", "net": "35.00"}]}],
    "vouchers": [{"code": "WELCOME10", "percentage": "10"}]}"#;

/// The file of that name, unless this machine has none: the test then says so.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(SHARED).join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: there is no {}", path.display());
    None
}

async fn migrated() -> Buono {
    let buono = Buono::new();
    buono.done(&["migrate", "up"]).await;
    buono
}

async fn add_anna(buono: &Buono) {
    let email = ["--email", "anna@example.org", "--country", "IT"];
    let who = ["customer", "add", "--reference", "anna", "--kind", "INDIVIDUAL", "--name", "Anna"];
    assert_eq!(buono.done(&[&who[..], &email].concat()).await, "");
}

#[tokio::test]
async fn migrations_go_up_and_down_and_say_where_they_are() {
    let buono = Buono::new();
    let applied = async || {
        let list: Value = serde_json::from_str(&buono.done(&["migrate", "status", "--json"]).await)
            .expect("it is JSON");
        let list = list.as_array().expect("a list").clone();
        list.iter().map(|it| it["applied"].as_bool().expect("yes or no")).collect::<Vec<_>>()
    };
    let none = applied().await;
    assert!(!none.is_empty() && none.iter().all(|applied| !applied));
    assert_eq!(buono.done(&["migrate", "up"]).await, "");
    assert!(applied().await.iter().all(|applied| *applied));
    assert_eq!(buono.done(&["migrate", "down"]).await, "");
    let mut all_but_one = vec![true; none.len()];
    all_but_one[none.len() - 1] = false;
    assert_eq!(applied().await, all_but_one);
    let lines = buono.done(&["migrate", "status"]).await;
    let states: Vec<&str> =
        lines.lines().filter_map(|line| line.split_once("  m")).map(|it| it.0).collect();
    assert_eq!(states.iter().map(|it| *it == "applied").collect::<Vec<_>>(), all_but_one);
}

#[tokio::test]
async fn a_token_is_all_that_is_printed() {
    let ended = Buono::new().run(&["token", "--customer", "anna"]).await;
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""));
    let token = ended.stdout.strip_suffix('\n').expect("a whole line");
    let plain = |it: char| it.is_ascii_alphanumeric() || "-_.".contains(it);
    assert!(token.chars().all(plain) && token.matches('.').count() == 2, "{token}");
}

#[tokio::test]
async fn importing_our_format_twice_changes_nothing() {
    let buono = migrated().await;
    let file = buono.write("plans.json", OURS);
    let file = file.to_str().expect("UTF-8");
    for plans in ["2 new, 0 changed, 0 as before", "0 new, 0 changed, 2 as before"] {
        let ended = buono.run(&["import", "catalog", file]).await;
        assert_eq!((ended.code, ended.stdout.as_str()), (0, ""), "{}", ended.stderr);
        assert_eq!(ended.stderr, format!("Plans: {plans}. Vouchers: 1. Rejected: 0.\n"));
    }
    buono.write("plans.json", OURS.replace("4.99", "5.99"));
    let ended = buono.run(&["import", "catalog", file]).await;
    let said = "Plans: 0 new, 1 changed, 1 as before. Vouchers: 1. Rejected: 0.\n";
    assert_eq!((ended.code, ended.stderr.as_str()), (0, said));
}

#[tokio::test]
async fn a_bad_record_is_named_and_the_others_are_imported() {
    let buono = migrated().await;
    let file = buono.write("plans.json", OURS.replace("\"35.00\"", "\"a lot\""));
    let ended = buono.run(&["import", "catalog", file.to_str().expect("UTF-8")]).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (5, ""), "{}", ended.stderr);
    let mut said = ended.stderr.lines();
    let rejected = said.next().expect("a line");
    assert!(rejected.starts_with("Rejected: plans[1] «mail»: prices[0]: "), "{rejected}");
    let summary = "Plans: 1 new, 0 changed, 0 as before. Vouchers: 1. Rejected: 1.";
    assert_eq!(said.collect::<Vec<_>>(), [summary]);
}

#[tokio::test]
async fn the_public_catalogs_import_and_importing_them_again_changes_nothing() {
    for name in ["ovh_eco_IT_sample.json", "ovh_eco_IE_sample.json"] {
        let Some(file) = shared(name) else { return };
        let buono = migrated().await;
        let file = file.to_str().expect("UTF-8");
        let first = buono.run(&["import", "catalog", file]).await;
        assert_eq!((first.code, first.stdout.as_str()), (0, ""), "{}", first.stderr);
        let again = buono.run(&["import", "catalog", file]).await;
        assert_eq!(again.code, 0);
        let count = first.stderr.strip_prefix("Plans: ").and_then(|it| it.split_once(" new"));
        let count: u32 = count.expect("a summary").0.parse().expect("a number");
        assert!(0 < count);
        let said =
            format!("Plans: 0 new, 0 changed, {count} as before. Vouchers: 0. Rejected: 0.\n");
        assert_eq!(again.stderr, said);
    }
}

/// What the preview and the placed order of `24rise012` for a month come to: of the month's line
/// and of the whole.
async fn order_rise(buono: &Buono, server: &Serving, key: &str) -> Value {
    let token = buono.done(&["token", "--customer", "anna"]).await;
    let ask = async |query: &str, variables: Value| {
        let request = reqwest::Client::new()
            .post(server.url("/graphql"))
            .bearer_auth(token.trim())
            .json(&json!({ "query": query, "variables": variables }));
        let answer = request.send().await.expect("it answers");
        let answer: Value = answer.json().await.expect("it is JSON");
        assert_eq!(answer.get("errors"), None);
        answer["data"].clone()
    };
    let lines = json!([{ "planCode": "24rise012", "period": "P1M" }]);
    let preview = "query($input: OrderPreviewInput!) { orderPreview(input: $input) { \
         net { amount } tax { amount } total { amount } errors { __typename } } }";
    let preview = ask(preview, json!({ "input": { "lines": lines } })).await;
    let place = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { \
         order { net { amount } tax { amount } total { amount } lines { kind net { amount } } } \
         errors { __typename } } }";
    let input = json!({ "lines": lines, "startAtOnce": true, "idempotencyKey": key });
    let placed = ask(place, json!({ "input": input })).await["orderPlace"].clone();
    assert_eq!(placed["errors"], json!([]));
    let order = &placed["order"];
    for part in ["net", "tax", "total"] {
        assert_eq!(preview["orderPreview"][part], order[part], "the preview says what it will be");
    }
    let month =
        order["lines"].as_array().expect("lines").iter().find(|it| it["kind"] == "CREATION");
    assert_eq!(month.expect("the month")["net"]["amount"], "56.99");
    json!([order["net"]["amount"], order["tax"]["amount"], order["total"]["amount"]])
}

#[tokio::test]
async fn an_order_of_an_imported_plan_costs_what_the_catalog_says() {
    let Some(file) = shared("ovh_eco_IT_sample.json") else { return };
    let buono = migrated().await;
    buono.done(&["import", "catalog", file.to_str().expect("UTF-8")]).await;
    add_anna(&buono).await;
    let server = buono.serve(&[]).await;
    // The set-up fee, as much as the month, is waived until the end of January 2026.
    let waived_until = "2026-01-31T00:00:00+01:00";
    let alone = json!(["56.99", "12.54", "69.53"]);
    let with_fee = json!(["113.98", "25.08", "139.06"]);
    let now = buono::clock::Clock::System.now();
    let is_waived = now <= waived_until.parse::<chrono::DateTime<chrono::Utc>>().expect("a time");
    let expected = if is_waived { &alone } else { &with_fee };
    assert_eq!(order_rise(&buono, &server, "first").await, *expected);
    // As if that promotion still ran: the change holds at once, for the server that runs.
    let text = std::fs::read_to_string(&file).expect("it can be read");
    assert!(text.contains(waived_until));
    let tomorrow = (now + chrono::TimeDelta::days(1)).to_rfc3339();
    let file = buono.write("later.json", text.replace(waived_until, &tomorrow));
    let ended = buono.run(&["import", "catalog", file.to_str().expect("UTF-8")]).await;
    assert_eq!(ended.stderr, "Plans: 0 new, 1 changed, 1 as before. Vouchers: 0. Rejected: 0.\n");
    assert_eq!(order_rise(&buono, &server, "second").await, alone);
    server.terminate().await;
    assert_eq!(server.ended().await.0, 0);
}
