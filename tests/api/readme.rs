//! The README, tried as it is written: against the demo that it starts.

use serde_json::Value;
use tokio::process::Command;

use super::demo::{Demo, json, line_with};

const README: &str = include_str!("../../README.md");

/// The block of the README of that language that holds the mark.
fn block(language: &str, mark: &str) -> &'static str {
    super::demo::block(README, language, mark)
}

#[tokio::test]
async fn the_examples_of_the_readme_work() {
    let demo = Demo::start(&["--speed", "20"]).await;

    let orders = json(demo.shell(block("sh", "orders(first: 3)"))).await;
    let nodes = orders["data"]["orders"]["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), 3, "{orders}");
    assert!(nodes[0]["total"]["text"].as_str().unwrap().ends_with('€'), "{orders}");

    let mut following = demo.shell(block("sh", "subscription")).spawn().unwrap();
    let line = line_with(&mut following, &["\"DONE\"", "\"Consegna"]).await;
    let update: Value = serde_json::from_str(line.strip_prefix("data: ").unwrap()).unwrap();
    let steps = &update["data"]["orderUpdates"]["order"]["tracking"]["steps"];
    assert_eq!(steps.as_array().unwrap().len(), 4, "{line}");
    following.kill().await.unwrap();

    let mut node = Command::new("node");
    node.args(["--input-type=module", "-e", &demo.here(block("js", "graphql-ws"))]);
    node.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/clients"));
    demo.with_tokens(&mut node);
    let mut following = node.spawn().unwrap();
    line_with(&mut following, &["BO", "DONE DONE DOING"]).await;
    following.kill().await.unwrap();

    let placed = json(demo.shell(block("sh", "OrderPlaceInput"))).await;
    let placed = &placed["data"]["orderPlace"];
    assert_eq!(placed["errors"], serde_json::json!([]));
    assert_eq!(placed["order"]["total"]["text"], "139,06\u{a0}€");
}

/// Facts that other people's tests rely on.
#[tokio::test]
async fn the_demo_is_what_it_says() {
    let demo = Demo::start(&["--speed", "0"]).await;
    let names: Vec<&str> = demo.facts.tokens.keys().map(String::as_str).collect();
    assert_eq!(names, ["acme", "anna", "bruno", "chiara", "marco", "shop"]);
    assert_eq!(demo.facts.graphiql, format!("{}/graphiql", demo.facts.url));
    for (name, kind, country, language) in [
        ("anna", "INDIVIDUAL", "IT", "it"),
        ("bruno", "INDIVIDUAL", "FR", "fr"),
        ("acme", "CORPORATION", "IT", "it"),
        ("chiara", "INDIVIDUAL", "DE", "de"),
    ] {
        let answer =
            demo.ask(name, "{ viewer { ... on Customer { kind country language } } }").await;
        let expected =
            serde_json::json!({ "kind": kind, "country": country, "language": language });
        assert_eq!(answer["data"]["viewer"], expected, "{name}");
    }
    let marco = demo.ask("marco", "{ viewer { ... on Operator { name scopes } } }").await;
    assert_eq!(marco["data"]["viewer"]["scopes"].as_array().unwrap().len(), 8);
    let shop = demo.ask("shop", "{ viewer { ... on Service { scopes } } }").await;
    let scopes = serde_json::json!(["orders:place", "orders:deliver", "customers:write"]);
    assert_eq!(shop["data"]["viewer"]["scopes"], scopes);

    let plans = "{ catalog(country: \"IT\") { nodes { code setupFee { amount } withdrawalExcluded \
         prices { period net { amount } tax { amount } } } } }";
    let plans = demo.ask("anna", plans).await;
    let plans = plans["data"]["catalog"]["nodes"].as_array().unwrap().clone();
    for (code, period, net) in [
        ("vps-starter", "P1M", "4.99"),
        ("vps-starter", "P1Y", "49.90"),
        ("vps-pro", "P1M", "12.99"),
        ("domain-it", "P1Y", "9.98"),
        ("mail-10", "P1M", "3.50"),
        ("server-rise", "P1M", "56.99"),
    ] {
        let plan = plans.iter().find(|plan| plan["code"] == code).expect("the plan is sold");
        let prices = plan["prices"].as_array().unwrap();
        let price = prices.iter().find(|price| price["period"] == period).expect("its period");
        assert_eq!(price["net"]["amount"], net, "{code}");
        assert_eq!(plan["withdrawalExcluded"], code == "domain-it");
        let setup = if code == "server-rise" { "56.99" } else { "" };
        assert_eq!(plan["setupFee"]["amount"].as_str().unwrap_or_default(), setup, "{code}");
    }

    let orders = demo.ask("marco", "{ orders(first: 100) { nodes { status } } }").await;
    let orders = orders["data"]["orders"]["nodes"].as_array().unwrap().clone();
    for status in ["NOT_PAID", "CHECKING", "DOCUMENTS_REQUESTED", "DELIVERING", "DELIVERED"] {
        assert!(orders.iter().any(|order| order["status"] == status), "{status}");
    }
    for status in ["CANCELLED", "EXPIRED"] {
        assert!(orders.iter().any(|order| order["status"] == status), "{status}");
    }
}

#[tokio::test]
async fn a_demo_that_is_kept_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let keep = folder.path().join("demo").display().to_string();
    let newest = async || {
        let demo = Demo::start(&["--speed", "0", "--keep", &keep]).await;
        let answer = demo.ask("anna", "{ orders { totalCount nodes { number } } }").await;
        answer["data"]["orders"].clone()
    };
    let before = newest().await;
    assert!(3 < before["totalCount"].as_i64().unwrap());
    assert_eq!(newest().await, before);
}

#[test]
fn the_readme_names_every_setting_and_command() {
    use clap::CommandFactory;
    for setting in buono::config::Settings::TABLE {
        assert!(README.contains(&setting.variable()), "{} is missing", setting.variable());
        if let Some(default) = setting.default {
            assert!(README.contains(&format!("`{default}`")), "{}: {default}", setting.name);
        }
    }
    for command in buono::cli::Cli::command().get_subcommands() {
        let name = format!("`buono {}", command.get_name());
        assert!(README.contains(&name), "{name}` is missing");
    }
}
