//! Chromium without a window, over the protocol of its developer tools: what a page opens, asks for and prints.

use std::process::Stdio;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};

/// Longer than anything here takes, even on a machine with much else to do.
const PATIENCE: Duration = Duration::from_mins(2);

/// Those of the tests that are written in JavaScript, too.
const FLAGS: &str = include_str!("../../web/test/chromium.flags");

pub struct Browser {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    session: String,
    calls: u64,
    seen: Seen,
    /// Ended when it is dropped, and before its profile is removed.
    _process: Child,
    _profile: tempfile::TempDir,
}

/// What a page did until it was loaded.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// What dialogs said: each was dismissed.
    pub dialogs: Vec<String>,
    /// Every address that was asked for, the page's own included.
    pub requests: Vec<String>,
    /// What the console was told of, such as scripts and requests that a policy has stopped.
    pub messages: Vec<String>,
    loads: usize,
}

impl Browser {
    /// Starts with an empty profile.
    pub async fn start() -> Self {
        let profile = tempfile::tempdir().expect("a temporary folder");
        let mut process = Command::new("chromium")
            .args(FLAGS.lines())
            .args(["--headless", "--remote-debugging-port=0"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("chromium is installed: `make tools` does it");
        let mut lines = BufReader::new(process.stderr.take().expect("it is piped")).lines();
        let address = loop {
            let line = timeout(PATIENCE, lines.next_line()).await.expect("it starts in time");
            let line = line.expect("it can be read").expect("it says where it listens");
            if let Some(address) = line.strip_prefix("DevTools listening on ") {
                break address.to_owned();
            }
        };
        // Pages that are printed come in one message.
        let config = WebSocketConfig::default().max_message_size(None).max_frame_size(None);
        let (socket, _) = connect_async_with_config(address, Some(config), false)
            .await
            .expect("it can be steered");
        let mut browser = Self {
            socket,
            session: String::new(),
            calls: 0,
            seen: Seen::default(),
            _process: process,
            _profile: profile,
        };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" })).await;
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = browser.call("Target.attachToTarget", attach).await;
        browser.session = attached["sessionId"].as_str().expect("a session").to_owned();
        for domain in ["Page", "Network", "Runtime", "Log"] {
            browser.call(&format!("{domain}.enable"), json!({})).await;
        }
        browser
    }

    /// Opens a page, and answers when it is loaded and has had time for what it does then.
    pub async fn open(&mut self, address: &str) -> Seen {
        self.seen = Seen::default();
        let opened = self.call("Page.navigate", json!({ "url": address })).await;
        assert_eq!(opened.get("errorText"), None, "{address}");
        while self.seen.loads == 0 {
            let message = self.hear().await;
            self.take(&message).await;
        }
        let frames = "new Promise(done => requestAnimationFrame(() => \
             requestAnimationFrame(() => setTimeout(done))))";
        let wait = json!({ "expression": frames, "awaitPromise": true });
        self.call("Runtime.evaluate", wait).await;
        self.seen.clone()
    }

    /// The value of an expression in the page that is open.
    pub async fn evaluate(&mut self, expression: &str) -> Value {
        let parameters = json!({ "expression": expression, "returnByValue": true });
        self.call("Runtime.evaluate", parameters).await["result"]["value"].clone()
    }

    /// The page that is open as a PDF, on the paper that its style sheet asks for.
    pub async fn print(&mut self) -> Vec<u8> {
        let parameters = json!({ "preferCSSPageSize": true, "printBackground": false });
        let printed = self.call("Page.printToPDF", parameters).await;
        STANDARD.decode(printed["data"].as_str().expect("a document")).expect("it is base64")
    }

    /// Widens or narrows the window, on a screen of light or dark colours.
    pub async fn resize(&mut self, width: u32, colours: &str) {
        let size =
            json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", size).await;
        let feature = json!([{ "name": "prefers-color-scheme", "value": colours }]);
        self.call("Emulation.setEmulatedMedia", json!({ "features": feature })).await;
    }

    async fn call(&mut self, method: &str, parameters: Value) -> Value {
        let id = self.send(method, parameters).await;
        loop {
            let message = self.hear().await;
            if message["id"] == json!(id) {
                assert_eq!(message.get("error"), None, "{method}");
                return message["result"].clone();
            }
            self.take(&message).await;
        }
    }

    async fn send(&mut self, method: &str, parameters: Value) -> u64 {
        self.calls += 1;
        let mut message = json!({ "id": self.calls, "method": method, "params": parameters });
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.socket.send(Message::text(message.to_string())).await.expect("it listens");
        self.calls
    }

    async fn hear(&mut self) -> Value {
        loop {
            let message = timeout(PATIENCE, self.socket.next()).await.expect("it answers in time");
            if let Message::Text(text) = message.expect("it is there").expect("it can be read") {
                return serde_json::from_str(&text).expect("it is JSON");
            }
        }
    }

    /// Keeps what a test may ask about.
    async fn take(&mut self, message: &Value) {
        let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let parameters = &message["params"];
        match message["method"].as_str() {
            Some("Page.javascriptDialogOpening") => {
                self.seen.dialogs.push(said(&parameters["message"]));
                // A dialog holds the page up until it is answered.
                let dismiss = json!({ "accept": false });
                self.send("Page.handleJavaScriptDialog", dismiss).await;
            }
            Some("Network.requestWillBeSent") => {
                self.seen.requests.push(said(&parameters["request"]["url"]));
            }
            Some("Log.entryAdded") => self.seen.messages.push(said(&parameters["entry"]["text"])),
            Some("Page.loadEventFired") => self.seen.loads += 1,
            _ => {}
        }
    }
}
