//! The tour of the API, `docs/api.md`, taken as it is written: every block in its order, against the
//! demo with a clock that stands still. The end of the page says how it is written.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod page;
mod tables;
mod wire;

use std::process::Stdio;

use buono::actions::charge::Till;
use buono::clock::Clock;
use buono::config::Sources;
use buono::demo::{self, Opened};
use buono::jobs;
use buono::storage::Store;
use chrono::TimeDelta;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::time::timeout;
use tokio_util::sync::DropGuard;
use tokio_util::task::TaskTracker;

use super::demo::{PATIENCE, lines};
use page::{Block, Names, blocks};
use wire::{Events, Socket};

/// Where the demo of the page's readers is.
const THEIR_URL: &str = "http://127.0.0.1:8080";
/// When the tour is taken: on a Tuesday.
const NOW: &str = "2026-11-24T10:00:00Z";

struct Tour {
    url: String,
    people: Vec<(String, String)>,
    till: Till,
    names: Names,
    /// What was answered, and not looked at yet.
    answer: Option<Value>,
    /// The subscription that was begun last.
    live: Option<Events>,
    _end: DropGuard,
    _folder: tempfile::TempDir,
}

#[tokio::test]
async fn the_tour_of_the_api_is_as_it_is_written() {
    let mut tour = Tour::start().await;
    let mut blocks = blocks().into_iter();
    while let Some(block) = blocks.next() {
        // Readers take their time, and things of one moment would be in no order.
        tour.till.changes.clock.advance(TimeDelta::milliseconds(100));
        // What the jobs of a demo do within the second.
        while 0 < jobs::run_due(&tour.till).await.unwrap() {}
        match block.language.as_str() {
            "graphql" => {
                let variables = if block.takes_variables() { blocks.next() } else { None };
                tour.ask(&block, variables.as_ref()).await;
                let said = blocks.next().expect("an answer follows");
                tour.hold(&said).await;
            }
            // What the subscription has told meanwhile.
            "json" => tour.hold(&block).await,
            "sh" => {
                let said = blocks.next().expect("what it prints follows");
                tour.run(&block, &said).await;
            }
            "text" => tour.talk(&block).await,
            other => panic!("line {}: nobody knows what to do with {other}", block.line),
        }
    }
}

impl Tour {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite://{}", folder.path().join("tour.db").display());
        let store = Store::connect(&database).await.unwrap();
        let settings = Sources::default().settle().unwrap().settings;
        let clock = Clock::manual(NOW.parse().unwrap());
        let opened = demo::open(&settings, store, clock, THEIR_URL.into()).await;
        let Opened { shop, people, .. } = opened.unwrap();
        let shop = shop.with_files_in(&folder.path().join("documents")).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (till, end) = (shop.till.clone(), shop.app.shutdown.clone().drop_guard());
        TaskTracker::new().spawn(async move { shop.serve(listener).await });
        let (names, answer, live) = (Names::default(), None, None);
        Self { url, people, till, names, answer, live, _end: end, _folder: folder }
    }

    /// Asks what a document asks. What comes of it is kept for the block that says so.
    async fn ask(&mut self, document: &Block, variables: Option<&Block>) {
        let who = document.who();
        let token = self.people.iter().find(|(name, _)| name == who).map(|(_, token)| token);
        assert!(token.is_some() || who == "nobody", "line {}: who is {who}?", document.line);
        let variables = variables.map_or_else(|| "{}".into(), |block| self.here(&block.text));
        let variables: Value = serde_json::from_str(&variables).unwrap();
        let body = json!({ "query": self.here(&document.text), "variables": variables });
        let stream = if document.is_subscription() { "/stream" } else { "" };
        let url = format!("{}/graphql{stream}", self.url);
        let request = wire::request(&url, token.map(String::as_str), &body);
        if document.is_subscription() {
            self.live = Some(Events::open(request).await);
        } else {
            self.answer = Some(request.send().await.unwrap().json().await.unwrap());
        }
    }

    /// Holds the page to what has come: an answer, or what the open subscription tells next.
    async fn hold(&mut self, block: &Block) {
        for said in block.values() {
            let found = match self.answer.take() {
                Some(answer) => answer,
                None => self.live.as_mut().expect("a subscription is open").next().await,
            };
            self.compare(block, &said, &found);
        }
        assert!(self.answer.is_none(), "line {}: the block is empty", block.line);
    }

    fn compare(&mut self, block: &Block, said: &Value, found: &Value) {
        if let Err(why) = self.names.hold(said, found) {
            panic!("docs/api.md, line {}: {why}\nWhat came:\n{found:#}", block.line);
        }
    }

    /// Runs a command, and reads as many lines as the next block has; a block of JSON is all.
    async fn run(&mut self, script: &Block, said: &Block) {
        let mut command = Command::new("bash");
        command.args(["-euo", "pipefail", "-c", &self.here(&script.text)]);
        command.envs(self.people.iter().map(|(name, token)| (name.to_uppercase(), token)));
        let mut process = command.stdout(Stdio::piped()).kill_on_drop(true).spawn().unwrap();
        let mut lines = lines(&mut process);
        let mut next = async || timeout(PATIENCE, lines.next_line()).await.expect("it prints");
        if said.language == "json" {
            let mut all = String::new();
            while let Some(line) = next().await.unwrap() {
                all.push_str(&line);
            }
            let found = serde_json::from_str(&all).unwrap();
            return self.compare(said, &said.values()[0], &found);
        }
        for said_line in said.text.lines() {
            let found = next().await.unwrap().expect("it goes on");
            let of = |line: &str| match line.split_once(" {") {
                Some((head, rest)) => json!([head, parsed(&format!("{{{rest}"))]),
                None => json!(line),
            };
            self.compare(said, &of(said_line), &of(&found));
        }
    }

    /// Talks over a WebSocket: what goes out begins with →, what comes back with ←.
    async fn talk(&mut self, block: &Block) {
        let url = format!("{}/graphql", self.url.replacen("http", "ws", 1));
        let mut socket = Socket::open(&url).await;
        for line in block.text.lines() {
            match line.split_once(' ') {
                Some(("→", message)) => socket.say(&self.here(message)).await,
                Some(("←", said)) => {
                    let found = socket.hear().await;
                    self.compare(block, &parsed(said), &found);
                }
                _ => panic!("line {}: {line:?} is neither → nor ←", block.line),
            }
        }
    }

    /// The text with what its names stand for, the tokens, and the address of this test.
    fn here(&self, text: &str) -> String {
        let text = self.names.resolve(text).replace(THEIR_URL, &self.url);
        // The shell knows the tokens as well.
        self.people.iter().fold(text, |text, (name, token)| {
            text.replace(&format!("${}", name.to_uppercase()), token)
        })
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|err| panic!("{err}: {text}"))
}
