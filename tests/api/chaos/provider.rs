//! The provider of `tests/provider`, as a process that can be told what to do, and killed.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::binary::PATIENCE;

pub struct Provider {
    child: Child,
    journal: PathBuf,
    ports: (u16, u16),
}

/// Money that the journal says was moved, and under which of our keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub key: String,
    pub amount: i64,
}

#[derive(Default, Debug)]
pub struct Journal {
    pub charges: Vec<Moved>,
    pub refunds: Vec<Moved>,
}

impl Provider {
    /// Its journal lies in this folder.
    pub async fn start(folder: &Path) -> Self {
        let journal = folder.join("provider.jsonl");
        let (child, ports) = spawn(&journal, None).await;
        Self { child, journal, ports }
    }

    /// Ends it as a power cut would, and starts it again where it was.
    pub async fn crash(&mut self) {
        self.child.kill().await.expect("it is ours");
        (self.child, _) = spawn(&self.journal, Some(self.ports)).await;
    }

    /// Where its API begins.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.ports.0)
    }

    pub async fn told(&self, command: &str, how: Value) {
        let url = format!("http://127.0.0.1:{}/{command}", self.ports.1);
        let answer = reqwest::Client::new().post(url).json(&how).send().await;
        assert_eq!(answer.expect("it listens").status(), 200, "{command} {how}");
    }

    /// What the next calls of a kind come to.
    pub async fn plans(&self, call: &str, does: &[&str]) {
        self.told("plan", json!({ "call": call, "does": does })).await;
    }

    pub fn journal(&self) -> Journal {
        read(&fs::read_to_string(&self.journal).unwrap_or_default())
    }
}

async fn spawn(journal: &Path, ports: Option<(u16, u16)>) -> (Child, (u16, u16)) {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/provider/provider.py");
    let mut command = Command::new("python3");
    command.arg("-I").arg(program).arg(journal);
    command.args(ports.iter().flat_map(|(api, control)| [api.to_string(), control.to_string()]));
    // It ends when nobody holds its stdin any more.
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
    let mut child = command.spawn().expect("there is a `python3`");
    let mut lines = BufReader::new(child.stdout.take().expect("it is a pipe")).lines();
    let line = timeout(PATIENCE, lines.next_line()).await.expect("it starts in time");
    let line = line.expect("UTF-8").expect("it says where it listens");
    let said: Value = serde_json::from_str(&line).expect("JSON");
    let port = |name: &str| said[name].as_u64().and_then(|it| it.try_into().ok()).expect("a port");
    (child, (port("api"), port("control")))
}

/// The last word on each charge and each refund.
fn read(text: &str) -> Journal {
    let mut last: HashMap<String, (bool, Value)> = HashMap::new();
    let mut order = Vec::new();
    // A line without an end was never told to anybody.
    for line in text.split_inclusive('\n').filter(|line| line.ends_with('\n')) {
        let mut line: Value = serde_json::from_str(line).expect("JSON");
        let is_charge = line["what"] == "intent";
        if !is_charge && line["what"] != "refund" {
            continue;
        }
        let it = line[if is_charge { "intent" } else { "refund" }].take();
        let id = it["id"].as_str().expect("an id").to_owned();
        if last.insert(id.clone(), (is_charge, it)).is_none() {
            order.push(id);
        }
    }
    let mut journal = Journal::default();
    for (is_charge, it) in order.iter().map(|id| &last[id]) {
        if it["status"] != "succeeded" {
            continue;
        }
        let amount = if *is_charge { &it["amount_received"] } else { &it["amount"] };
        let moved = Moved {
            key: it["metadata"]["buono_key"].as_str().unwrap_or_default().to_owned(),
            amount: amount.as_i64().expect("a whole number"),
        };
        if *is_charge { &mut journal.charges } else { &mut journal.refunds }.push(moved);
    }
    journal
}

#[tokio::test]
async fn a_provider_that_crashes_remembers_what_it_has_told() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut provider = Provider::start(folder.path()).await;
    let http = reqwest::Client::new();
    let charge = |url: String| {
        let form = [("amount", "499"), ("currency", "eur"), ("metadata[buono_key]", "one")];
        http.post(url + "/v1/payment_intents").header("Idempotency-Key", "one").form(&form).send()
    };
    provider.plans("charge", &["cut-after", "ok", "500-after"]).await;
    charge(provider.url()).await.expect_err("the connection is cut");
    let first = provider.journal();
    assert_eq!(first.charges, [Moved { key: "one".into(), amount: 499 }]);
    provider.crash().await;
    let again: Value = charge(provider.url()).await.unwrap().json().await.unwrap();
    assert_eq!((&again["status"], &again["amount"]), (&json!("succeeded"), &json!(499)));
    assert_eq!(provider.journal().charges, first.charges, "the key is honoured");
    provider.told("forget", json!({})).await;
    charge(provider.url()).await.unwrap();
    assert_eq!(provider.journal().charges.len(), 2, "the key is forgotten");
}
