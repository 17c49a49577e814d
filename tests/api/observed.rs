//! Metrics, traces and logs, as those who run the program see them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::routing::post;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::time::timeout;
use tokio_util::task::TaskTracker;

use super::demo::Demo;

const DASHBOARD: &str = include_str!("../../deploy/grafana/buono.json");
/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(30);

async fn metrics(demo: &Demo) -> String {
    let url = format!("{}/metrics", demo.facts.url);
    reqwest::get(url).await.unwrap().text().await.unwrap()
}

/// The value of the series whose line starts so.
fn value<'a>(text: &'a str, series: &str) -> &'a str {
    let line = text.lines().find_map(|line| line.strip_prefix(series));
    line.unwrap_or_else(|| panic!("{series} is not in:\n{text}")).trim()
}

fn number(text: &str, series: &str) -> f64 {
    value(text, series).parse().unwrap()
}

#[tokio::test]
async fn metrics_count_what_happens() {
    let demo = Demo::start(&["--speed", "0"]).await;
    let query = "query Mine { orders { nodes { number } } }";
    assert!(demo.ask("anna", query).await.get("errors").is_none());
    demo.ask("anna", "{ nothingLikeThis }").await;
    let text = metrics(&demo).await;
    let mine = "buono_graphql_operations_total{operation=\"Mine\",kind=\"query\",outcome=\"ok\"}";
    assert_eq!(value(&text, mine), "1");
    let refused = "buono_graphql_errors_total{code=\"GRAPHQL_VALIDATION_FAILED\"}";
    assert_eq!(value(&text, refused), "1");
    let posted = "buono_http_requests_total{route=\"/graphql\",method=\"POST\",status=\"200\"}";
    assert_eq!(value(&text, posted), "2");
    assert!(1.0 <= number(&text, "buono_orders{status=\"DELIVERED\"}"));
    assert!(0.0 <= number(&text, "buono_outbox_oldest_seconds"));
    assert!(1.0 <= number(&text, "buono_job_runs_total{job=\"expiry\",outcome=\"ok\"}"));
}

/// A dashboard of names that nobody writes would stay empty.
#[tokio::test]
async fn the_dashboard_shows_metrics_that_there_are() {
    let demo = Demo::start(&["--speed", "20"]).await;
    let following = demo.follow("anna", "subscription { orderUpdates { event { kind } } }").await;
    let dashboard: Value = serde_json::from_str(DASHBOARD).unwrap();
    let mut names = BTreeSet::new();
    for panel in dashboard["panels"].as_array().unwrap() {
        for target in panel["targets"].as_array().unwrap() {
            let words = target["expr"]
                .as_str()
                .unwrap()
                .split(|it: char| !it.is_alphanumeric() && it != '_');
            names.extend(words.filter(|it| it.starts_with("buono_")).map(str::to_owned));
        }
    }
    assert!(10 <= names.len(), "{names:?}");
    demo.ask("anna", "{ nothingLikeThis }").await;
    let all_there = async {
        loop {
            let text = metrics(&demo).await;
            let missing: Vec<_> = names.iter().filter(|name| !text.contains(*name)).collect();
            if missing.is_empty() {
                return;
            }
        }
    };
    timeout(PATIENCE, all_there).await.expect("every metric of the dashboard is there");
    drop(following);
}

#[tokio::test]
async fn spans_go_to_the_collector_under_the_callers_trace() {
    let (told, mut heard) = mpsc::channel::<Bytes>(64);
    let collect = post(async move |body: Bytes| {
        let _ = told.send(body).await;
        "{}"
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let collector = format!("http://{}", listener.local_addr().unwrap());
    let routes = Router::new().route("/v1/traces", collect);
    TaskTracker::new().spawn(async move { axum::serve(listener, routes).await });

    let demo = Demo::start_with(&["--speed", "0"], &[("BUONO_OTLP_URL", &collector)]).await;
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    let answer = reqwest::Client::new()
        .post(&demo.facts.graphql)
        .header("traceparent", format!("00-{trace}-00f067aa0ba902b7-01"))
        .bearer_auth(&demo.facts.tokens["anna"])
        .json(&json!({ "query": "{ viewer { __typename } }" }));
    assert!(answer.send().await.unwrap().status().is_success());

    let bytes = (0..32).step_by(2).map(|at| u8::from_str_radix(&trace[at..at + 2], 16).unwrap());
    let wanted: Vec<u8> = bytes.collect();
    let arrived = async {
        while let Some(batch) = heard.recv().await {
            let has = |part: &[u8]| batch.windows(part.len()).any(|it| it == part);
            if has(&wanted) && has(b"request") {
                return;
            }
        }
        panic!("the collector heard nothing of it");
    };
    timeout(PATIENCE, arrived).await.expect("the span arrives");
}
