//! A real shop to test in: real actions over a database of its own, a clock that stands still, and
//! the sandbox for a payment provider.

use std::sync::Arc;
use std::time::Duration;

use async_graphql::{Request, Variables};
use buono::actions::Changes;
use buono::actions::charge::Till;
use buono::actions::upsert::{UpsertCustomer, UpsertPlan};
use buono::auth::Viewer;
use buono::auth::links::Links;
use buono::clock::Clock;
use buono::config::Sources;
use buono::domain::actor::{Actor, Scope};
use buono::domain::catalog::{Period, Plan, PlanPrice};
use buono::domain::customer::{AccountKind, Billing, Customer};
use buono::domain::ids::{CustomerId, PlanId};
use buono::domain::money::{Currency, Exact};
use buono::files::Files;
use buono::graphql::context::Memory;
use buono::graphql::error::coded_all;
use buono::graphql::{Schema, schema};
use buono::live::Hub;
use buono::payments::sandbox::Sandbox;
use buono::storage::Store;
use chrono::TimeDelta;
use serde_json::{Value, json};
use tokio_util::task::TaskTracker;

pub struct Shop {
    pub till: Till,
    pub schema: Schema,
    pub clock: Clock,
    pub anna: Actor,
    pub bruno: Actor,
    pub marco: Actor,
    pub service: Actor,
    /// Where documents are kept.
    pub files: Files,
    /// Kept until the shop closes: the database is in it.
    _folder: tempfile::TempDir,
}

/// What tokens and links are signed with.
pub const SECRET: &str = "a secret of thirty-two bytes, or more";
const PUBLIC_URL: &str = "http://shop.test";

pub fn links() -> Links {
    Links::new(&SECRET.into(), PUBLIC_URL)
}

/// The schema over a till: the shop's own, or a test's.
pub fn schema_over(till: Till) -> Schema {
    let account = [("BUONO_VENDOR_IBAN".into(), "IT60X0542811101000000123456".into())];
    let sources = Sources { environment: account.into(), ..Sources::default() };
    schema(till, links(), sources.settle().expect("it fits").settings.vendor())
}

impl Shop {
    /// A shop on SQLite.
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite://{}", folder.path().join("shop.db").display());
        Self::on(&url, folder).await
    }

    /// A shop on a database of its own in PostgreSQL.
    pub async fn open_on_postgres() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self::on(&super::postgres::database().await, folder).await
    }

    /// A shop on this database, which it migrates and fills.
    pub async fn on(url: &str, folder: tempfile::TempDir) -> Self {
        let store = Store::connect(url).await.expect("the database opens");
        store.migrate_up().await.expect("the migrations run");
        let clock = Clock::manual("2026-11-09T10:00:00Z".parse().expect("a time"));
        let settings = Sources::default().settle().expect("the defaults are valid").settings;
        let changes = Changes {
            store,
            clock: clock.clone(),
            hub: Hub::default(),
            policy: Arc::new((&settings).into()),
        };
        let sandbox = Sandbox {
            clock: clock.clone(),
            public_url: PUBLIC_URL.into(),
            slow: TimeDelta::seconds(3),
        };
        let till = Till {
            changes,
            gateway: Arc::new(sandbox),
            tracker: TaskTracker::new(),
            patience: Duration::from_millis(50),
        };
        let anna = customer(&till, "anna", "IT", "it").await;
        let bruno = customer(&till, "bruno", "FR", "fr").await;
        for country in ["IT", "FR"] {
            for (code, net, setup, excluded) in [
                ("vps-starter", 499_000_000, 0, false),
                ("server-rise", 5_699_000_000, 5_699_000_000, false),
                ("domain-it", 998_000_000, 0, true),
            ] {
                plan(&till, country, code, net, setup, excluded).await;
            }
        }
        plan(&till, "FR", "only-fr", 499_000_000, 0, false).await;
        let marco = Actor::Operator { name: "marco".into(), scopes: Scope::ALL.to_vec() };
        let service = Actor::Service {
            name: "shop".into(),
            scopes: vec![Scope::OrdersPlace, Scope::OrdersDeliver, Scope::CustomersWrite],
        };
        let schema = schema_over(till.clone());
        let files = Files::open(&folder.path().join("documents")).expect("the folder is ours");
        Self { till, schema, clock, anna, bruno, marco, service, files, _folder: folder }
    }

    /// The same shop, whose followers are woken by another hub.
    pub fn with_hub(mut self, hub: Hub) -> Self {
        self.till.changes.hub = hub;
        self.schema = schema_over(self.till.clone());
        self
    }

    /// Executes a document, and answers with the whole response.
    pub async fn ask(&self, actor: Option<&Actor>, document: &str, variables: Value) -> Value {
        let request = Request::new(document)
            .variables(Variables::from_json(variables))
            .data(Viewer(actor.cloned()))
            .data(Memory::default());
        // As over HTTP: every error with a code.
        let response = coded_all(self.schema.execute(request).await);
        serde_json::to_value(response).expect("a response is JSON")
    }

    /// Executes a document that has to answer without top-level errors.
    pub async fn data(&self, actor: &Actor, document: &str, variables: Value) -> Value {
        let answer = self.ask(Some(actor), document, variables).await;
        assert_eq!(answer.get("errors"), None, "{document}");
        answer["data"].clone()
    }

    pub async fn place(&self, actor: &Actor, plan: &str, key: &str) -> Value {
        let document = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { \
             order { id number status total { amount } lines { id } } \
             errors { __typename ... on UserError { code message path } } } }";
        let input = json!({ "lines": [{ "planCode": plan, "period": "P1M" }],
            "startAtOnce": true, "idempotencyKey": key });
        self.data(actor, document, json!({ "input": input })).await["orderPlace"].clone()
    }

    pub async fn register(&self, actor: &Actor, kind: &str, token: &str) -> Value {
        let document = "mutation($input: PaymentMeanRegisterInput!) { \
             paymentMeanRegister(input: $input) { paymentMean { id label isDefault } \
             errors { __typename ... on UserError { code message } } } }";
        let input = json!({ "kind": kind, "token": token, "setDefault": true });
        self.data(actor, document, json!({ "input": input })).await["paymentMeanRegister"].clone()
    }

    pub async fn pay(&self, actor: &Actor, number: &str, key: &str) -> Value {
        self.pay_with(actor, number, "CARD", key).await
    }

    pub async fn pay_with(&self, actor: &Actor, number: &str, method: &str, key: &str) -> Value {
        let document = "mutation($input: OrderPayInput!) { orderPay(input: $input) { \
             order { status } payment { id status actionUrl } \
             errors { __typename ... on UserError { code message } } } }";
        let input = json!({ "number": number, "method": method, "idempotencyKey": key });
        self.data(actor, document, json!({ "input": input })).await["orderPay"].clone()
    }

    /// A step of an operator that takes a number and nothing else.
    pub async fn approve(&self, number: &str) -> Value {
        let document = "mutation($number: String!) { orderApprove(input: { number: $number }) { \
             order { status } errors { __typename ... on UserError { code message } } } }";
        let answer = self.data(&self.marco, document, json!({ "number": number })).await;
        answer["orderApprove"].clone()
    }

    pub async fn deliver(&self, number: &str, line: &Value) -> Value {
        let document = "mutation($number: String!, $line: ID!) { \
             orderLineDeliver(input: { number: $number, line: $line }) { \
             order { status } errors { __typename ... on UserError { code message } } } }";
        let variables = json!({ "number": number, "line": line });
        self.data(&self.service, document, variables).await["orderLineDeliver"].clone()
    }

    pub async fn withdraw(&self, actor: &Actor, number: &str, key: &str) -> Value {
        let document = "mutation($input: OrderWithdrawInput!) { orderWithdraw(input: $input) { \
             order { status } withdrawal { name refund { amount { amount } dueBy } } \
             errors { __typename ... on UserError { code message } } } }";
        let input = json!({ "number": number, "name": "Anna Rossi", "email": "anna@example.org",
            "confirm": true, "idempotencyKey": key });
        self.data(actor, document, json!({ "input": input })).await["orderWithdraw"].clone()
    }

    /// Status, and the kinds of the history from the first entry on.
    pub async fn story(&self, number: &str) -> (String, Vec<String>) {
        let document = "query($number: String!) { order(number: $number) { status \
             events(first: 100) { nodes { sequence kind } } } }";
        let data = self.data(&self.marco, document, json!({ "number": number })).await;
        let order = &data["order"];
        let entries = order["events"]["nodes"].as_array().expect("a list");
        let kinds: Vec<String> = entries
            .iter()
            .rev()
            .zip(1..)
            .map(|(entry, sequence)| {
                assert_eq!(entry["sequence"], json!(sequence), "numbered without a gap");
                entry["kind"].as_str().expect("a kind").to_owned()
            })
            .collect();
        (order["status"].as_str().expect("a status").to_owned(), kinds)
    }

    /// Runs the jobs until nothing is left to do.
    pub async fn run_jobs(&self) {
        while 0 < buono::jobs::run_due(&self.till).await.expect("the jobs run") {}
    }
}

async fn customer(till: &Till, reference: &str, country: &str, language: &str) -> Actor {
    let email = format!("{reference}@example.org");
    let billing = Billing {
        name: reference.to_owned(),
        address: vec!["Via Roma 12".into()],
        country: country.to_owned(),
        vat_number: None,
        email: email.clone(),
    };
    let customer = Customer {
        id: CustomerId::new(till.changes.clock.now()),
        reference: reference.to_owned(),
        kind: AccountKind::Individual,
        name: reference.to_owned(),
        email,
        country: country.to_owned(),
        language: language.to_owned(),
        time_zone: "Europe/Rome".parse().expect("a time zone"),
        billing,
        deferred_days: None,
    };
    let written = till
        .changes
        .make(&UpsertCustomer { actor: Actor::System, customer })
        .await
        .expect("it is written");
    Actor::Customer { id: written.id, reference: reference.to_owned() }
}

async fn plan(till: &Till, country: &str, code: &str, net: i64, setup: i64, excluded: bool) {
    let period = Period::of_months(1).expect("a month");
    let price =
        PlanPrice { period, net: Exact(net), promotions: Vec::new(), setup_promotions: Vec::new() };
    let plan = Plan {
        id: PlanId::new(till.changes.clock.now()),
        code: code.to_owned(),
        country: country.to_owned(),
        name: code.to_owned(),
        description: None,
        currency: Currency::EUR,
        tax_rate: if country == "IT" { 2200 } else { 2000 },
        setup_fee: Exact(setup),
        setup_separately_priced: false,
        withdrawal_excluded: excluded,
        prices: vec![price],
    };
    till.changes.make(&UpsertPlan { plan }).await.expect("it is written");
}
