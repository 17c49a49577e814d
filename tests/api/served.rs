//! A shop that listens: its real schema behind the real router, with real tokens.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use buono::app::App;
use buono::auth::{Subject, Tokens};
use buono::config::Sources;
use buono::domain::actor::Actor;
use buono::http::{self, Limits, Proxies};
use buono::jobs;
use chrono::TimeDelta;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::shop::{SECRET, Shop, links};
use crate::toy::unrated;

/// Longer than stopping takes.
const STOP_MAX: Duration = Duration::from_secs(10);

pub struct Served {
    pub address: SocketAddr,
    pub shop: Shop,
    pub app: Arc<App>,
    running: JoinHandle<std::io::Result<()>>,
}

impl Served {
    /// Listens, with the usual limits. The shop's own clock says when a token ends.
    pub async fn over(shop: Shop) -> Self {
        Self::built(shop, |_| ()).await
    }

    /// The same, but for what is changed.
    pub async fn built(shop: Shop, change: impl FnOnce(&mut App)) -> Self {
        let settings = Sources::default().settle().expect("the defaults are valid").settings;
        let mut app = App {
            clock: shop.clock.clone(),
            tokens: Tokens::new(SECRET.into(), "buono".into(), "buono".into()),
            links: links(),
            vendor: settings.vendor(),
            store: shop.till.changes.store.clone(),
            files: Some(shop.files.clone()),
            tracker: shop.till.tracker.clone(),
            shutdown: CancellationToken::new(),
            limits: unrated(Limits::default()),
            metrics: true,
            proxies: Proxies::default(),
            origins: Vec::new(),
            graphiql: false,
            people: Vec::new(),
            provider: None,
        };
        change(&mut app);
        let app = Arc::new(app);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("some port is free");
        let address = listener.local_addr().expect("a bound socket has an address");
        let router = http::router(Arc::clone(&app), shop.till.clone(), shop.schema.clone());
        let serving = http::serve::serve(listener, router, Arc::clone(&app));
        let running = TaskTracker::new().spawn(serving);
        Self { address, shop, app, running }
    }

    /// Runs the jobs as well, until it is stopped.
    pub fn start_jobs(&self) {
        let jobs = jobs::run(self.shop.till.clone(), self.app.shutdown.clone());
        self.app.tracker.spawn(jobs);
    }

    pub fn url(&self) -> String {
        format!("http://{}/graphql", self.address)
    }

    pub fn socket_url(&self) -> String {
        format!("ws://{}/graphql", self.address)
    }

    /// A token for an hour of the shop's clock.
    pub fn token(&self, actor: &Actor) -> String {
        let subject = match actor {
            Actor::Customer { reference, .. } => Subject::Customer { reference: reference.clone() },
            Actor::Operator { name, scopes } => {
                Subject::Operator { name: name.clone(), scopes: scopes.clone() }
            }
            Actor::Service { name, scopes } => {
                Subject::Service { name: name.clone(), scopes: scopes.clone() }
            }
            Actor::System => panic!("the system has no token"),
        };
        let signed = self.app.tokens.sign(&subject, TimeDelta::hours(1), self.app.clock.now());
        signed.expect("it is signed")
    }

    /// Asks by POST, and answers with the data; there may be no errors.
    pub async fn data(&self, actor: &Actor, document: &str, variables: Value) -> Value {
        let request = reqwest::Client::new()
            .post(self.url())
            .bearer_auth(self.token(actor))
            .json(&json!({ "query": document, "variables": variables }));
        let answer = request.send().await.expect("it answers");
        let mut answer: Value = answer.json().await.expect("an answer is JSON");
        assert_eq!(answer.get("errors"), None, "{document}");
        answer["data"].take()
    }

    /// Stops it, and waits until it has.
    pub async fn stop(self) {
        self.app.shutdown.cancel();
        let stopped = tokio::time::timeout(STOP_MAX, self.running).await;
        stopped.expect("it stops in time").expect("it does not panic").expect("it ends well");
    }
}
