//! Clients that are not ours: the npm package `graphql-ws`, as anybody's page would use it.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use chrono::TimeDelta;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::served::Served;
use crate::shop::Shop;
use crate::toy;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/clients");
/// Longer than the next line takes, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(30);

/// A script of the folder, ready to be started. What it prints is for the test to read.
pub fn node(script: &str) -> Command {
    let modules = Path::new(FOLDER).join("node_modules");
    assert!(
        modules.is_dir(),
        "tests/clients/node_modules is missing: run `make tools`, which installs it"
    );
    let mut command = Command::new("node");
    command.arg(script).current_dir(FOLDER);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true);
    command
}

/// `track.mjs` at work: it prints a line for each update.
struct Tracker {
    /// Ended when it is dropped.
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
    printed: Vec<Value>,
}

impl Tracker {
    fn start(served: &Served, number: &str) -> Self {
        let mut process = node("track.mjs")
            .env("BUONO_WS", served.socket_url())
            .env("BUONO_TOKEN", served.token(&served.shop.anna))
            .env("ORDER", number)
            .env_remove("UNTIL_STATUS")
            .spawn()
            .expect("`node` starts: Node.js 20 or newer has to be installed");
        let stdout = process.stdout.take().expect("it was piped");
        Self { process, lines: BufReader::new(stdout).lines(), printed: Vec::new() }
    }

    /// Reads on until it has printed the update that the order stands at, with this status.
    async fn read_to(&mut self, status: &str) {
        loop {
            let line = timeout(PATIENCE, self.lines.next_line()).await;
            let line = line.expect("it goes on").expect("it can be read");
            let line = line.unwrap_or_else(|| panic!("it ended before {status}"));
            let update: Value = serde_json::from_str(&line).expect("a line is JSON");
            self.printed.push(update);
            let update = self.printed.last().expect("just printed");
            let is_newest = update["sequence"] == update["order"]["tracking"]["sequence"];
            if is_newest && update["order"]["status"] == *status {
                break;
            }
        }
    }

    /// The steps' states as they were printed last.
    fn steps(&self) -> Vec<String> {
        let update = self.printed.last().expect("something was printed");
        let steps = update["order"]["tracking"]["steps"].as_array().expect("steps");
        let step = |it: &Value| {
            let text = |key: &str| it[key].as_str().expect("a text").to_owned();
            format!("{} {}", text("name"), text("state"))
        };
        steps.iter().map(step).collect()
    }

    /// Waits until it has ended, and says whether it had seen what it waited for.
    async fn end(mut self) -> Vec<Value> {
        let more = timeout(PATIENCE, self.lines.next_line()).await.expect("it ends");
        assert_eq!(more.expect("it can be read"), None, "nothing follows the end");
        let status = timeout(PATIENCE, self.process.wait()).await.expect("it ends");
        assert!(status.expect("it can be waited for").success());
        self.printed
    }
}

/// Sends a change over HTTP that has to be made.
async fn change(served: &Served, actor: &buono::domain::actor::Actor, mutation: &str) -> Value {
    let document = format!("mutation {{ done: {mutation} }}");
    let mut done = served.data(actor, &document, json!({})).await["done"].take();
    assert_eq!(done["errors"], json!([]), "{mutation}");
    done["order"].take()
}

const ERRORS: &str = "errors { __typename ... on UserError { message } }";

#[tokio::test]
async fn an_order_is_watched_to_its_refund_by_graphql_ws() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let served = Served::over(shop).await;
        served.start_jobs();
        let (anna, marco) = (&served.shop.anna, &served.shop.marco);
        let place = format!(
            "orderPlace(input: {{ lines: [{{ planCode: \"server-rise\", period: \"P1M\" }}], \
             startAtOnce: true, idempotencyKey: \"place\" }}) \
             {{ order {{ number lines {{ id }} }} {ERRORS} }}"
        );
        let placed = change(&served, anna, &place).await;
        let number = placed["number"].as_str().expect("a number");

        let mut tracker = Tracker::start(&served, number);
        tracker.read_to("NOT_PAID").await;
        assert_eq!(tracker.steps(), steps(["DOING", "TODO", "TODO", "TODO"]));

        let mean =
            "paymentMeanRegister(input: { kind: CARD, token: \"tok_ok\", setDefault: true })";
        change(&served, anna, &format!("{mean} {{ {ERRORS} }}")).await;
        let of = format!("number: \"{number}\"");
        let pay = format!("orderPay(input: {{ {of}, method: CARD, idempotencyKey: \"pay\" }})");
        change(&served, anna, &format!("{pay} {{ {ERRORS} }}")).await;
        tracker.read_to("CHECKING").await;
        assert_eq!(tracker.steps(), steps(["DOING", "TODO", "TODO", "TODO"]));

        let approve = format!("orderApprove(input: {{ {of} }}) {{ {ERRORS} }}");
        change(&served, marco, &approve).await;
        tracker.read_to("DELIVERING").await;
        assert_eq!(tracker.steps(), steps(["DONE", "DONE", "DOING", "TODO"]));

        for line in placed["lines"].as_array().expect("lines") {
            let deliver = format!("orderLineDeliver(input: {{ {of}, line: {} }})", line["id"]);
            change(&served, &served.shop.service, &format!("{deliver} {{ {ERRORS} }}")).await;
        }
        tracker.read_to("DELIVERED").await;
        assert_eq!(tracker.steps(), steps(["DONE"; 4]));

        let withdraw = format!(
            "orderWithdraw(input: {{ {of}, name: \"Anna Rossi\", email: \"anna@example.org\", \
             confirm: true, idempotencyKey: \"withdraw\" }}) {{ {ERRORS} }}"
        );
        change(&served, anna, &withdraw).await;
        // The refund is a job's.
        tracker.read_to("CANCELLED").await;
        assert_eq!(tracker.steps(), steps(["DONE"; 4]));

        let printed = tracker.end().await;
        assert_is_the_whole_story(&served, number, &printed).await;
        served.stop().await;
    }
}

#[tokio::test]
async fn a_subscription_of_graphql_ws_outlives_its_token_by_a_renewal() {
    let server = toy::start().await;
    let five_minutes = TimeDelta::minutes(5);
    let mut process = Command::new("node")
        .arg("renew.mjs")
        .current_dir(FOLDER)
        .env("BUONO_WS", format!("ws://{}/graphql", server.address))
        .env("BUONO_TOKEN", server.token_for("anna", five_minutes))
        .env("NEW_TOKEN", server.token_for("anna", five_minutes * 12))
        .env("QUERY", toy::ENDLESS)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("`node` starts: Node.js 20 or newer has to be installed");
    let stdout = process.stdout.take().expect("it was piped");
    let mut lines = BufReader::new(stdout).lines();
    let (mut ticks, mut said) = (0, Vec::new());
    let mut ends_at = None;
    // Long enough after the end of the first token, the subscription still goes on.
    while ends_at.is_none_or(|at| ticks < at + 20) {
        let line = timeout(PATIENCE, lines.next_line()).await.expect("it goes on");
        let line = line.expect("it can be read").expect("the subscription goes on");
        let heard: Value = serde_json::from_str(&line).expect("a line is JSON");
        if heard["ticks"].is_null() {
            said.push(heard);
            if said.len() == 2 {
                server.app.clock.advance(TimeDelta::seconds(60));
                ends_at = Some(ticks);
            }
            continue;
        }
        assert_eq!(heard["ticks"], json!(ticks), "no answer is lost, and none comes twice");
        ticks += 1;
        if ticks == 3 {
            server.app.clock.advance(five_minutes - TimeDelta::seconds(30));
        }
    }
    assert_eq!(said, [json!({ "warned": true }), json!({ "renewed": true })]);
}

fn steps(states: [&str; 4]) -> Vec<String> {
    let names = ["VALIDATING", "VALIDATED", "DELIVERING", "AVAILABLE"];
    names.iter().zip(states).map(|(name, state)| format!("{name} {state}")).collect()
}

/// A snapshot, and then every entry of the history after it, once and in order.
async fn assert_is_the_whole_story(served: &Served, number: &str, printed: &[Value]) {
    let (status, story) = served.shop.story(number).await;
    assert_eq!(status, "CANCELLED");
    assert_eq!(story.last().map(String::as_str), Some("ORDER_CANCELLED"));
    let (snapshot, events) = printed.split_first().expect("lines");
    assert_eq!(snapshot["kind"], "SNAPSHOT");
    assert_eq!(snapshot["event"], Value::Null);
    let seen = snapshot["sequence"].as_u64().and_then(|it| usize::try_from(it).ok());
    let seen = seen.expect("a number");
    let told: Vec<(u64, &str)> = events
        .iter()
        .map(|update| {
            assert_eq!(update["kind"], "EVENT");
            assert_eq!(update["sequence"], update["event"]["sequence"]);
            let sequence = update["sequence"].as_u64().expect("a number");
            (sequence, update["event"]["kind"].as_str().expect("a kind"))
        })
        .collect();
    let all = (1..).zip(story.iter().map(String::as_str));
    assert_eq!(told, all.skip(seen).collect::<Vec<_>>());
}
