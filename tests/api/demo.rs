//! A demo of one's own, as a user would start it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

/// Longer than anything takes that is waited for.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// What it prints for programs.
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
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_buono"))
            .env("TMPDIR", folder.path())
            .args(["demo", "--json", "--listen", "127.0.0.1:0"])
            .args(flags)
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

    pub async fn ask(&self, name: &str, query: &str) -> Value {
        let request = reqwest::Client::new()
            .post(&self.facts.graphql)
            .bearer_auth(&self.facts.tokens[name])
            .json(&serde_json::json!({ "query": query }));
        request.send().await.unwrap().json().await.unwrap()
    }
}

pub fn lines(process: &mut Child) -> Lines<BufReader<ChildStdout>> {
    BufReader::new(process.stdout.take().unwrap()).lines()
}
