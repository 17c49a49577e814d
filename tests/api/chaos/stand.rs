//! A shop and its provider, each as a process, and a customer who buys from outside.

use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use buono::auth::{Subject, Tokens};
use buono::clock::Clock;
use buono::domain::actor::Scope;
use buono::storage::Store;
use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tokio::process::Child;
use tokio::sync::OnceCell;
use tokio::time::timeout;

use super::provider::Provider;
use crate::binary::{Buono, Log, PATIENCE, SECRET, Serving};
use crate::postgres;
use crate::shop::Shop;

/// What signs the provider's webhooks.
pub const WEBHOOK_SECRET: &str = "whsec_of_the_stand";
/// After this a caller hangs up.
const ANSWER_MAX: Duration = Duration::from_secs(10);
/// How long a payment is left to a process that may have crashed.
const LEASE_SECONDS: &str = "2";
/// How long it may take until everything is as it has to be.
pub const HEALED_WITHIN: Duration = Duration::from_mins(1);
/// A caller looks again after this time.
pub const LOOK_AGAIN: Duration = Duration::from_millis(50);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Sqlite,
    Postgres,
}

pub struct Stand {
    pub buono: Buono,
    pub provider: Provider,
    /// A look at the database from outside.
    pub store: Store,
}

/// A database that is migrated and filled: made once, and copied.
static FILLED: OnceCell<tempfile::TempDir> = OnceCell::const_new();
static FILLED_ON_POSTGRES: OnceCell<String> = OnceCell::const_new();

/// With a card that the provider knows.
async fn fill(url: &str) -> Shop {
    let shop = Shop::on(url, tempfile::tempdir().expect("a temporary folder")).await;
    for who in [&shop.anna, &shop.bruno] {
        shop.register(who, "CARD", "tok_ok").await;
    }
    let store = &shop.till.changes.store;
    let known = "UPDATE payment_mean SET token = 'pm_ok'";
    store.read().execute_unprepared(known).await.expect("it is written");
    shop
}

async fn filled() -> &'static Path {
    let made = FILLED.get_or_init(|| async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let shop = fill(&sqlite(&folder.path().join("made.db"))).await;
        let copy = format!("VACUUM INTO '{}'", folder.path().join("filled.db").display());
        let store = &shop.till.changes.store;
        store.read().execute_unprepared(&copy).await.expect("it is copied");
        folder
    });
    made.await.path()
}

fn sqlite(path: &Path) -> String {
    format!("sqlite://{}", path.display())
}

/// Of this machine, as all of 127.0.0.0/8 is. A customer who still asks a server that was killed must
/// not be answered by one of another stand, to which the system has given the same port.
fn address_of_its_own() -> Ipv4Addr {
    static STANDS: AtomicU32 = AtomicU32::new(1);
    Ipv4Addr::from_bits(Ipv4Addr::LOCALHOST.to_bits() + STANDS.fetch_add(1, Ordering::Relaxed))
}

impl Stand {
    pub async fn open(on: On) -> Self {
        let buono = Buono::new();
        let url = match on {
            On::Sqlite => {
                let file = buono.folder().join("shop.db");
                std::fs::copy(filled().await.join("filled.db"), &file).expect("it is copied");
                sqlite(&file)
            }
            On::Postgres => {
                let filled = FILLED_ON_POSTGRES.get_or_init(|| async {
                    let url = postgres::database().await;
                    let store = fill(&url).await.till.changes.store;
                    store.close().await.expect("nobody else uses it");
                    url
                });
                postgres::copy_of(filled.await).await
            }
        };
        let provider = Provider::start(buono.folder()).await;
        let store = Store::connect(&url).await.expect("it is there");
        let buono = buono
            .with("DATABASE_URL", &url)
            .with("PAYMENTS", "stripe")
            .with("STRIPE_SECRET_KEY", "sk_test_of_the_stand")
            .with("STRIPE_WEBHOOK_SECRET", WEBHOOK_SECRET)
            .with("STRIPE_API_BASE", &provider.url())
            .with("PROVIDER_TIMEOUT_SECONDS", "1")
            .with("PAYMENT_LEASE_SECONDS", LEASE_SECONDS)
            .with("STOP_NOTICE_SECONDS", "0")
            .with("RATE_LIMITS", "off")
            .with("LISTEN", &format!("{}:0", address_of_its_own()))
            .with("LOG", "warn,buono::app=info");
        Self { buono, provider, store }
    }

    /// Starts the server, armed with these variables.
    pub async fn serve(&self, armed: &[(&str, &str)]) -> Serving {
        self.buono.serve_with(&[], armed).await
    }

    /// Starts a server that may end before it listens.
    pub fn begin(&self, armed: &[(&str, &str)]) -> (Child, Log) {
        self.buono.begin_with(&[], armed)
    }

    /// Has the provider's webhooks sent there.
    pub async fn webhooks_to(&self, server: &Serving, how: &[&str]) {
        let to = [server.url("/webhooks/stripe")];
        let hooks = json!({ "to": to, "secrets": [WEBHOOK_SECRET], "how": how });
        self.provider.told("webhooks", hooks).await;
    }

    /// Changes the database from outside.
    pub async fn sql(&self, statement: &str) {
        self.store.read().execute_unprepared(statement).await.expect("it is written");
    }

    /// What `buono verify` has to say against the database.
    pub async fn verify(&self) -> Vec<String> {
        let ended = self.buono.run(&["verify"]).await;
        if ended.code == 0 {
            return Vec::new();
        }
        ended.stdout.lines().chain(ended.stderr.lines()).map(str::to_owned).collect()
    }
}

/// A customer with a token, who asks over the network.
#[derive(Clone)]
pub struct Caller {
    http: reqwest::Client,
    token: String,
}

/// An order as its customer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub status: String,
    /// Ids and states, the oldest first.
    pub payments: Vec<(String, String)>,
    pub refunds: Vec<String>,
    pub events: Vec<String>,
}

impl Caller {
    pub fn new(reference: &str) -> Self {
        Self::of(&Subject::Customer { reference: reference.to_owned() })
    }

    /// Who sees transfers come, and pays out refunds.
    pub fn operator() -> Self {
        let scopes = vec![Scope::OrdersRead, Scope::PaymentsWrite, Scope::RefundsWrite];
        Self::of(&Subject::Operator { name: "marco".into(), scopes })
    }

    pub fn of(subject: &Subject) -> Self {
        let tokens = Tokens::new(SECRET.into(), "buono".into(), "buono".into());
        let token = tokens.sign(subject, TimeDelta::hours(1), Clock::System.now());
        let http = reqwest::Client::builder().timeout(ANSWER_MAX).pool_max_idle_per_host(0);
        Self { http: http.build().expect("a client"), token: token.expect("it is signed") }
    }

    /// The data of an answer; `None` when none came, or one that says nothing.
    pub async fn ask(&self, url: &str, query: &str, variables: Value) -> Option<Value> {
        let body = json!({ "query": query, "variables": variables });
        let request = self.http.post(url).bearer_auth(&self.token).json(&body);
        let mut answer: Value = request.send().await.ok()?.json().await.ok()?;
        if answer.get("errors").is_some() {
            return None;
        }
        Some(answer["data"].take())
    }

    /// Sends a file: the status, and the document's id if there is one. `None` when no answer came.
    pub async fn send(&self, url: &str, bytes: &'static [u8]) -> Option<(u16, String)> {
        let request = self.http.put(url).bearer_auth(&self.token).body(bytes);
        let response = request.send().await.ok()?;
        let status = response.status().as_u16();
        let body: Value = response.json().await.ok()?;
        Some((status, body["id"].as_str().unwrap_or_default().to_owned()))
    }

    /// Asks for an order until there is one.
    pub async fn placed(&self, url: &str) -> String {
        let ask = async {
            loop {
                if let Some(number) = self.place(url, "order").await {
                    return number;
                }
            }
        };
        timeout(PATIENCE, ask).await.expect("it is placed")
    }

    pub async fn place(&self, url: &str, key: &str) -> Option<String> {
        let query = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { \
             order { number } errors { __typename } } }";
        let lines = [json!({ "planCode": "vps-starter", "period": "P1M" })];
        let input = json!({ "lines": lines, "startAtOnce": true, "idempotencyKey": key });
        let data = self.ask(url, query, json!({ "input": input })).await?;
        Some(data["orderPlace"]["order"]["number"].as_str().expect("it is placed").to_owned())
    }

    /// The payment's id and state, or the names of the errors.
    pub async fn pay(
        &self,
        url: &str,
        number: &str,
        key: &str,
    ) -> Option<Result<(String, String), String>> {
        self.pay_by(url, number, "CARD", key).await
    }

    pub async fn pay_by(
        &self,
        url: &str,
        number: &str,
        method: &str,
        key: &str,
    ) -> Option<Result<(String, String), String>> {
        let query = "mutation($input: OrderPayInput!) { orderPay(input: $input) { \
             payment { id status } errors { __typename } } }";
        let input = json!({ "number": number, "method": method, "idempotencyKey": key });
        let data = self.ask(url, query, json!({ "input": input })).await?;
        let paid = &data["orderPay"];
        let text = |name: &str| paid["payment"][name].as_str().map(str::to_owned);
        Some(text("id").zip(text("status")).ok_or_else(|| paid["errors"].to_string()))
    }

    /// Whether it was taken, or the names of the errors.
    pub async fn withdraw(&self, url: &str, number: &str, key: &str) -> Option<Result<(), String>> {
        let query = "mutation($input: OrderWithdrawInput!) { orderWithdraw(input: $input) { \
             order { status } errors { __typename } } }";
        let input = json!({ "number": number, "name": "Anna Rossi", "email": "anna@example.org",
            "confirm": true, "idempotencyKey": key });
        let data = self.ask(url, query, json!({ "input": input })).await?;
        let withdrawn = &data["orderWithdraw"];
        let errors = || withdrawn["errors"].to_string();
        Some(if withdrawn["order"].is_null() { Err(errors()) } else { Ok(()) })
    }

    /// Records a transfer: how the payment then stands and what is due, or the names of the errors.
    pub async fn record(
        &self,
        url: &str,
        number: &str,
        amount: &str,
        reference: &str,
    ) -> Option<Result<(String, String), String>> {
        let query = "mutation($input: PaymentRecordInput!) { paymentRecord(input: $input) { \
             order { amountDue { amount } } payment { status } \
             errors { __typename ... on UserError { message } } } }";
        let input = json!({ "number": number, "reference": reference, "amount": amount,
            "receivedAt": "2026-11-09T09:00:00Z", "idempotencyKey": reference });
        let data = self.ask(url, query, json!({ "input": input })).await?;
        let done = &data["paymentRecord"];
        let state = done["payment"]["status"].as_str().map(str::to_owned);
        let due = done["order"]["amountDue"]["amount"].as_str().map(str::to_owned);
        Some(state.zip(due).ok_or_else(|| done["errors"].to_string()))
    }

    /// The ids of the refunds of an order that are still to be paid out.
    pub async fn refunds(&self, url: &str, number: &str) -> Option<Vec<String>> {
        let query = "query($number: String!) { order(number: $number) { refunds { id status } } }";
        let data = self.ask(url, query, json!({ "number": number })).await?;
        let all = data["order"]["refunds"].as_array()?.iter();
        let open = all.filter(|it| it["status"] == "PENDING");
        open.map(|it| it["id"].as_str().map(str::to_owned)).collect()
    }

    /// Says that a refund was paid out.
    pub async fn pay_out(&self, url: &str, refund: &str, key: &str) -> Option<Result<(), String>> {
        let query = "mutation($input: RefundRecordInput!) { refundRecord(input: $input) { \
             refund { status } errors { __typename ... on UserError { message } } } }";
        let input = json!({ "refund": refund, "reference": key, "paidOn": "2026-11-09",
            "idempotencyKey": key });
        let data = self.ask(url, query, json!({ "input": input })).await?;
        let done = &data["refundRecord"];
        let errors = || done["errors"].to_string();
        Some(if done["refund"].is_null() { Err(errors()) } else { Ok(()) })
    }

    pub async fn see(&self, url: &str, number: &str) -> Option<Seen> {
        let query = "query($number: String!) { order(number: $number) { status \
             payments { id status } refunds { status } events(first: 100) { nodes { kind } } } }";
        let data = self.ask(url, query, json!({ "number": number })).await?;
        let order = &data["order"];
        let all = |list: &Value, name: &str| -> Vec<String> {
            let list = list.as_array().expect("a list");
            list.iter().map(|it| it[name].as_str().expect("a text").to_owned()).collect()
        };
        let payments = &order["payments"];
        Some(Seen {
            status: order["status"].as_str().expect("a status").to_owned(),
            payments: all(payments, "id").into_iter().zip(all(payments, "status")).collect(),
            refunds: all(&order["refunds"], "status"),
            events: all(&order["events"]["nodes"], "kind"),
        })
    }

    /// Looks until the order is as wanted; `None` when it does not come to that in time.
    pub async fn sees(
        &self,
        url: &str,
        number: &str,
        within: Duration,
        wanted: impl Fn(&Seen) -> bool,
    ) -> Option<Seen> {
        let look = async {
            loop {
                match self.see(url, number).await {
                    Some(seen) if wanted(&seen) => return seen,
                    _ => tokio::time::sleep(LOOK_AGAIN).await,
                }
            }
        };
        timeout(within, look).await.ok()
    }
}
