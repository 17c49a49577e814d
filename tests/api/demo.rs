//! The demo as a program of its own, for tests that do what its visitors do.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

/// Longer than anything here takes.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// What `--json` prints.
#[derive(Deserialize)]
pub struct Facts {
    pub url: String,
    pub graphql: String,
    pub websocket: String,
    pub graphiql: String,
    pub tokens: BTreeMap<String, String>,
}

pub struct Demo {
    pub facts: Facts,
    /// Ended when it is dropped.
    _process: Child,
    /// Where it keeps its data: ended so, it cannot remove that itself.
    _folder: tempfile::TempDir,
}

impl Demo {
    pub async fn start(flags: &[&str]) -> Self {
        Self::start_with(flags, &[]).await
    }

    pub async fn start_with(flags: &[&str], variables: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_buono"))
            .env("TMPDIR", folder.path())
            .args(["demo", "--json", "--listen", "127.0.0.1:0"])
            .args(flags)
            .env("BUONO_RATE_LIMITS", "off")
            .envs(variables.iter().copied())
            .env_remove("BUONO_PUBLIC_URL")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = lines(&mut process);
        let first = timeout(PATIENCE, lines.next_line()).await.expect("it starts in time");
        let facts = serde_json::from_str(&first.unwrap().unwrap()).unwrap();
        Self { facts, _process: process, _folder: folder }
    }

    /// A command of a page, as whoever has copied the tokens would run it.
    pub fn shell(&self, script: &str) -> Command {
        let mut command = Command::new("bash");
        command.args(["-euo", "pipefail", "-c", &self.here(script)]);
        self.with_tokens(&mut command);
        command
    }

    /// The demo of the test does not listen where the pages' does.
    pub fn here(&self, text: &str) -> String {
        text.replace("http://127.0.0.1:8080", &self.facts.url)
            .replace("ws://127.0.0.1:8080/graphql", &self.facts.websocket)
    }

    pub fn with_tokens(&self, command: &mut Command) {
        for (name, token) in &self.facts.tokens {
            command.env(name.to_uppercase(), token);
        }
        command.stdout(Stdio::piped()).stderr(Stdio::inherit()).kill_on_drop(true);
    }

    pub async fn ask(&self, name: &str, query: &str) -> Value {
        self.ask_with(name, query, json!({})).await
    }

    /// Follows over server-sent events, for as long as the answer is kept.
    pub async fn follow(&self, name: &str, query: &str) -> reqwest::Response {
        let request = reqwest::Client::new()
            .post(format!("{}/stream", self.facts.graphql))
            .bearer_auth(&self.facts.tokens[name])
            .json(&json!({ "query": query }));
        request.send().await.unwrap().error_for_status().unwrap()
    }

    pub async fn ask_with(&self, name: &str, query: &str, variables: Value) -> Value {
        let request = reqwest::Client::new()
            .post(&self.facts.graphql)
            .bearer_auth(&self.facts.tokens[name])
            .json(&json!({ "query": query, "variables": variables }));
        request.send().await.unwrap().json().await.unwrap()
    }
}

pub fn lines(process: &mut Child) -> Lines<BufReader<ChildStdout>> {
    BufReader::new(process.stdout.take().unwrap()).lines()
}

/// The first line that has all of the words.
pub async fn line_with(process: &mut Child, words: &[&str]) -> String {
    let mut lines = lines(process);
    let found = async {
        while let Some(line) = lines.next_line().await.unwrap() {
            if words.iter().all(|word| line.contains(word)) {
                return line;
            }
        }
        panic!("it has ended without {words:?}");
    };
    timeout(PATIENCE, found).await.expect("it comes in time")
}

/// What a command prints, which has to succeed and to print JSON.
pub async fn json(mut command: Command) -> Value {
    let output = timeout(PATIENCE, command.output()).await.expect("it ends in time").unwrap();
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The block of that language that holds the mark.
pub fn block<'a>(page: &'a str, language: &str, mark: &str) -> &'a str {
    let start = format!("```{language}\n");
    let blocks = page.split(start.as_str()).skip(1).map(|it| it.split("```").next().unwrap());
    blocks.into_iter().find(|it| it.contains(mark)).expect("the page has this example")
}
