//! The examples, run as their readers would: against the demo, over a line that breaks on the way.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;
use std::process::Stdio;

use serde_json::{Value, json};
use tokio::io::{BufReader, Lines};
use tokio::process::{ChildStdout, Command};
use tokio::time::timeout;

use super::bridge::Bridge;
use super::demo::{Demo, PATIENCE, lines};

/// Compilers take longer than anything else here.
const COMPILERS_PATIENCE: std::time::Duration = PATIENCE.saturating_mul(10);

#[tokio::test]
async fn the_shell_example_works() {
    works(|| Command::new(example("shell/order.sh"))).await;
}

#[tokio::test]
async fn the_typescript_example_works() {
    let folder = example("typescript");
    assert!(
        folder.join("node_modules").exists(),
        "The packages of examples/typescript are missing. Run `make tools`."
    );
    // This is the check of its types as well.
    let mut compiler = Command::new("node");
    compiler.arg("node_modules/typescript/bin/tsc").current_dir(&folder);
    done(&mut compiler).await;
    works(|| {
        let mut node = Command::new("node");
        node.arg(folder.join("build/order.js"));
        node
    })
    .await;
}

#[tokio::test]
async fn the_python_example_works() {
    let folder = example("python");
    let python = folder.join(".venv/bin/python");
    assert!(python.exists(), "The packages of examples/python are missing. Run `make tools`.");
    works(|| {
        let mut command = Command::new(&python);
        // Printed at once, although no terminal reads it.
        command.arg("-u").arg(folder.join("order.py"));
        command
    })
    .await;
}

#[tokio::test]
async fn the_rust_example_works() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(&cargo);
    build.args(["build", "--quiet", "--example", "rust", "--message-format", "json"]);
    build.current_dir(env!("CARGO_MANIFEST_DIR"));
    // Cargo says where it has put the program.
    let said = done(&mut build).await;
    let program = said
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|it| it["executable"].as_str().map(PathBuf::from))
        .expect("cargo names the example");
    works(|| Command::new(&program)).await;
}

fn example(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples").join(path)
}

/// What a program that has to succeed prints.
async fn done(command: &mut Command) -> String {
    let output = timeout(COMPILERS_PATIENCE, command.kill_on_drop(true).output()).await;
    let output = output.expect("it ends in time").unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What an example says, line by line.
struct Told {
    lines: Lines<BufReader<ChildStdout>>,
    said: Vec<String>,
}

impl Told {
    /// The next line that fits; `None` when it has said everything.
    async fn next(&mut self, fits: impl Fn(&str) -> bool) -> Option<String> {
        let found = async {
            while let Some(line) = self.lines.next_line().await.unwrap() {
                self.said.push(line.clone());
                if fits(&line) {
                    return Some(line);
                }
            }
            None
        };
        let found = timeout(PATIENCE, found).await;
        found.unwrap_or_else(|_| panic!("it stands still after {:?}", self.said))
    }

    async fn until(&mut self, fits: impl Fn(&str) -> bool) -> String {
        let found = self.next(fits).await;
        found.unwrap_or_else(|| panic!("it has ended after {:?}", self.said))
    }
}

/// What every example has to do.
async fn works(example: impl Fn() -> Command) {
    let demo = Demo::start(&["--speed", "0"]).await;
    let server = demo.facts.url.strip_prefix("http://").unwrap().parse().unwrap();
    let bridge = Bridge::to(server).await;
    let run = |token: &str, plan: &str| {
        let mut command = example();
        command.env("BUONO_URL", format!("http://{}", bridge.address));
        command.env("BUONO_TOKEN", token).env("BUONO_PLAN", plan);
        command.stdout(Stdio::piped()).kill_on_drop(true);
        command
    };
    let anna = &demo.facts.tokens["anna"];
    it_tells_errors(run("nobody", "vps-starter"), "UNAUTHENTICATED: The token is malformed.").await;
    it_tells_errors(run(anna, "no-such-plan"), "NOT_FOUND: There is no plan «no-such-plan»").await;

    let newest = demo.ask("anna", "{ orders(first: 3) { nodes { number total { text } } } }").await;
    let mut process = run(anna, "server-rise").spawn().unwrap();
    let mut told = Told { lines: lines(&mut process), said: Vec::new() };
    let placed = told.until(|line| line.starts_with("Placed ")).await;
    for order in newest["data"]["orders"]["nodes"].as_array().unwrap() {
        let (number, total) = (&order["number"], &order["total"]["text"]);
        let (number, total) = (number.as_str().unwrap(), total.as_str().unwrap());
        let is_listed = told.said.iter().any(|it| it.contains(number) && it.contains(total));
        assert!(is_listed, "{number} {total}: {:?}", told.said);
    }
    let number = placed.split(' ').nth(1).unwrap().to_owned();
    assert_eq!(placed, format!("Placed {number} for 139,06\u{a0}€."));

    told.until(|line| line == "Paid 139,06\u{a0}€: SUCCEEDED.").await;
    let (status, checking) = stands(&demo, &number).await;
    assert_eq!(status, "CHECKING");
    if !told.said.iter().any(|line| is_update(line, checking)) {
        told.until(|line| is_update(line, checking)).await;
    }
    bridge.cut();
    told.until(|line| line.starts_with("The connection is lost.")).await;
    the_shop_delivers(&demo, &number).await;
    bridge.mend();
    assert_eq!(told.next(|_| false).await, None);
    let ended = timeout(PATIENCE, process.wait()).await.expect("it ends in time").unwrap();
    assert!(ended.success(), "{:?}", told.said);
    assert_eq!(told.said.last().unwrap(), "This order is complete.");

    let (status, newest) = stands(&demo, &number).await;
    assert_eq!(status, "DELIVERED");
    let updates: Vec<&String> = told.said.iter().filter(|it| it.starts_with('#')).collect();
    let first = updates[0][1..].split(' ').next().unwrap().parse::<u64>().unwrap();
    let expected: Vec<u64> = (first..=newest).collect();
    assert_eq!(updates.len(), expected.len(), "each entry once: {updates:#?}");
    for (line, sequence) in updates.iter().zip(expected) {
        assert!(is_update(line, sequence), "without a gap: {updates:#?}");
        let begins = line.contains(" as it stands: ");
        assert_eq!(begins, sequence == first, "it goes on where it was: {updates:#?}");
    }
    assert_eq!(states(updates[0]), ["DOING", "TODO", "TODO", "TODO"], "{updates:#?}");
    assert_eq!(states(updates.last().unwrap()), ["DONE"; 4], "{updates:#?}");
}

async fn it_tells_errors(mut command: Command, what: &str) {
    let output = timeout(PATIENCE, command.stderr(Stdio::piped()).output()).await;
    let output = output.expect("it ends in time").unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with(what), "{said}");
}

fn is_update(line: &str, sequence: u64) -> bool {
    line.starts_with(&format!("#{sequence} "))
}

/// The states of the four steps that stand at the end of an update.
fn states(line: &str) -> Vec<&str> {
    line.rsplit(": ").next().unwrap().split(' ').collect()
}

/// Where the order stands, and the number of the newest entry of its history.
async fn stands(demo: &Demo, number: &str) -> (String, u64) {
    let query =
        "query($number: String!) { order(number: $number) { status tracking { sequence } } }";
    let answer = demo.ask_with("anna", query, json!({ "number": number })).await;
    let order = &answer["data"]["order"];
    let status = order["status"].as_str().unwrap().to_owned();
    (status, order["tracking"]["sequence"].as_u64().unwrap())
}

/// This is an example as well.
async fn the_shop_delivers(demo: &Demo, number: &str) {
    let mut shop = Command::new(example("shell/shop.sh"));
    shop.arg(number).env("BUONO_URL", &demo.facts.url);
    shop.env("BUONO_TOKEN", &demo.facts.tokens["marco"]);
    let said = done(&mut shop).await;
    assert_eq!(said.matches("A line is delivered.").count(), 2, "{said}");
}
