//! A Stripe on this machine: localstripe, in a process of its own, and a go-between in front of it.
//!
//! The go-between knows what localstripe does not: it takes out what localstripe refuses
//! (`return_url`, filters of lists), and puts in what Stripe would say (`amount_received`, where an
//! action is done, and that a debit is under way until it is booked). It also sees that each change carries a key, and can cut an answer off.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::net::TcpListener as Port;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::process::{Child, Command};
use tokio_util::task::TaskTracker;

use super::{KEY, PATIENCE};

const BODY_BYTES_MAX: usize = 1024 * 1024;

pub struct LocalStripe {
    /// Where the shop reaches it.
    pub address: String,
    direct: String,
    shared: Arc<Shared>,
    /// Ends with the test.
    _process: Child,
}

struct Shared {
    direct: String,
    http: reqwest::Client,
    cuts: AtomicBool,
}

impl LocalStripe {
    pub async fn start() -> Self {
        let program =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stripe/.venv/bin/localstripe");
        assert!(program.exists(), "The packages of tests/stripe are missing. Run `make tools`.");
        let port = Port::bind("[::]:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new(program);
        command.args(["--from-scratch", "--port", &port.to_string()]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        let process = command.spawn().unwrap();
        let direct = format!("http://127.0.0.1:{port}");
        let http = reqwest::Client::new();
        let awake = async {
            while http.get(&direct).send().await.is_err() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, awake).await.expect("localstripe starts");
        let shared =
            Arc::new(Shared { direct: direct.clone(), http, cuts: AtomicBool::new(false) });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let routes = Router::new().fallback(pass).with_state(Arc::clone(&shared));
        TaskTracker::new().spawn(async move { axum::serve(listener, routes).await });
        Self { address, direct, shared, _process: process }
    }

    /// The next charge is made, and its answer never comes.
    pub fn cut_next_charge(&self) {
        self.shared.cuts.store(true, Ordering::SeqCst);
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Value {
        let request = self.shared.http.post(format!("{}{path}", self.direct)).bearer_auth(KEY);
        let answer = request.form(form).send().await.unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        assert!(status.is_success(), "{path}: {text}");
        serde_json::from_str(&text).unwrap_or_default()
    }

    pub async fn list(&self, path: &str) -> Vec<Value> {
        let request = self.shared.http.get(format!("{}{path}?limit=100", self.direct));
        let answer = request.bearer_auth(KEY).send().await.unwrap();
        let answer: Value = answer.json().await.unwrap();
        answer["data"].as_array().unwrap().clone()
    }

    /// A card as a page would make one.
    pub async fn card(&self, number: &str) -> String {
        let form = [
            ("type", "card"),
            ("card[number]", number),
            ("card[exp_month]", "2"),
            ("card[exp_year]", "2040"),
            ("card[cvc]", "123"),
        ];
        self.id(&form).await
    }

    /// A bank account.
    pub async fn account(&self, iban: &str) -> String {
        self.id(&[("type", "sepa_debit"), ("sepa_debit[iban]", iban)]).await
    }

    async fn id(&self, form: &[(&str, &str)]) -> String {
        let method = self.post("/v1/payment_methods", form).await;
        method["id"].as_str().unwrap().to_owned()
    }

    /// What Stripe's script does on a page with the secret of a setup intent.
    pub async fn confirm_setup(&self, client_secret: &str, method: &str) -> String {
        let (id, _) = client_secret.split_once("_secret_").unwrap();
        let path = format!("/v1/setup_intents/{id}/confirm");
        let form = [("client_secret", client_secret), ("payment_method", method)];
        assert_eq!(self.post(&path, &form).await["status"], "succeeded");
        id.to_owned()
    }

    /// Sends webhooks to this address.
    pub async fn send_webhooks_to(&self, url: &str, secret: &str) {
        let body = json!({ "url": url, "secret": secret });
        let request = self.shared.http.post(format!("{}/_config/webhooks/shop", self.direct));
        assert!(request.json(&body).send().await.unwrap().status().is_success());
    }

    /// The customer proves to their bank who they are, at the address that the shop sent them to.
    pub async fn authenticate(&self, url: &str) {
        let (_, secret) = url.split_once('#').unwrap();
        let (id, _) = secret.split_once("_secret_").unwrap();
        let path = format!("/v1/payment_intents/{id}/_authenticate");
        self.post(&path, &[("client_secret", secret), ("success", "true")]).await;
    }
}

async fn pass(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, BODY_BYTES_MAX).await.unwrap();
    let form = String::from_utf8(body.into()).unwrap();
    let path = parts.uri.path();
    let is_charge = path == "/v1/payment_intents" && parts.method == "POST";
    if is_charge {
        assert!(parts.headers.contains_key("idempotency-key"), "{form}");
        assert!(form.contains("return_url="), "{form}");
    }
    assert_eq!(parts.headers["stripe-version"], "2024-06-20");
    let query = without(parts.uri.query().unwrap_or_default(), &["created", "customer"]);
    let to = shared
        .http
        .request(parts.method.clone(), format!("{}{path}?{query}", shared.direct))
        .header(header::AUTHORIZATION, &parts.headers[header::AUTHORIZATION])
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(without(&form, &["return_url"]));
    let answer = to.send().await.unwrap();
    let status = StatusCode::from_u16(answer.status().as_u16()).unwrap();
    let bytes = answer.bytes().await.unwrap();
    if is_charge && shared.cuts.swap(false, Ordering::SeqCst) {
        let cut: [Result<Bytes, _>; 1] = [Err(std::io::Error::other("cut, as the test wants it"))];
        return Body::from_stream(futures_util::stream::iter(cut)).into_response();
    }
    (status, as_stripe(&bytes)).into_response()
}

/// The pairs of a form whose names begin otherwise.
fn without(form: &str, names: &[&str]) -> String {
    let kept = form.split('&').filter(|pair| !names.iter().any(|name| pair.starts_with(name)));
    kept.collect::<Vec<_>>().join("&")
}

fn as_stripe(bytes: &Bytes) -> Vec<u8> {
    let Ok(mut answer) = serde_json::from_slice::<Value>(bytes) else { return bytes.to_vec() };
    if answer["object"] == "payment_intent" {
        complete(&mut answer);
    }
    if answer["object"] == "list" {
        for it in answer["data"].as_array_mut().unwrap() {
            if it["object"] == "payment_intent" {
                complete(it);
            }
        }
    }
    answer.to_string().into_bytes()
}

fn complete(intent: &mut Value) {
    let is_booked = intent["latest_charge"]["balance_transaction"].is_string();
    if intent["status"] == "succeeded" && !is_booked {
        intent["status"] = json!("processing");
    }
    if intent["status"] == "succeeded" {
        intent["amount_received"] = intent["latest_charge"]["amount"].clone();
    }
    if intent["next_action"].is_object() {
        let secret = intent["client_secret"].as_str().unwrap();
        let url = format!("https://hooks.stripe.example/#{secret}");
        intent["next_action"] =
            json!({ "type": "redirect_to_url", "redirect_to_url": { "url": url } });
    }
}
