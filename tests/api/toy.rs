//! Starts a server for the tests of the transport, and names the documents that they send to it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{net::SocketAddr, sync::Arc, time::Duration};

use buono::{
    app::App,
    auth::{Subject, Tokens, links::Links},
    clock::Clock,
    config::Sources,
    domain::actor::Scope,
    http::{self, Answers, Limits, Proxies, RateLimits},
};
use chrono::{DateTime, TimeDelta};
use tokio::{net::TcpListener, task::JoinHandle};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::shop::{SECRET, Shop};

pub const QUERY: &str = "{ viewer }";
pub const UNSORTED: &str = "{ zebra: viewer ape: viewer mole: viewer }";
pub const INVALID: &str = "{ nothingLikeThis }";
pub const FAILS: &str = "{ viewer fails }";
pub const PANICS: &str = "{ divides(by: 0) }";
pub const COUNTER: &str = "{ bumps }";
pub const MUTATION: &str = "mutation { bump(afterMs: 0) }";
pub const SLOW_MUTATION: &str = "mutation { bump(afterMs: 300) }";
pub const THREE: &str = "subscription { count(to: 3) }";
pub const ENDLESS: &str = "subscription { ticks(everyMs: 20) }";
pub const FLOOD: &str = "subscription { flood }";
pub const REFUSED: &str = "subscription { refuses }";

/// A server that listens, and what a test may do to it.
pub struct Server {
    pub address: SocketAddr,
    pub app: Arc<App>,
    running: JoinHandle<std::io::Result<()>>,
    /// Kept until the server stops: the database is in it.
    _shop: Shop,
}

/// Starts with the usual limits.
pub async fn start() -> Server {
    start_with(Limits::default()).await
}

pub async fn start_with(limits: Limits) -> Server {
    // The shop is there for its customers only: what answers is the toy.
    serve(Shop::open().await, super::toy_schema::schema(), new_year(), unrated(limits)).await
}

/// Starts with the shop's own schema.
pub async fn start_shop(limits: Limits) -> Server {
    let shop = Shop::open().await;
    let schema = shop.schema.clone();
    serve(shop, schema, new_year(), unrated(limits)).await
}

/// Starts a shop that counts what its callers do, behind a proxy on this machine.
pub async fn start_rated(rates: RateLimits) -> Server {
    let (shop, limits) = (Shop::open().await, Limits { rates, ..Limits::default() });
    let schema = shop.schema.clone();
    serve(shop, schema, new_year(), limits).await
}

/// Tests ask as fast as they can.
pub fn unrated(limits: Limits) -> Limits {
    Limits { rates: RateLimits { on: false, ..limits.rates }, ..limits }
}

/// Serves a shop that is open already, by its own clock.
pub async fn serve_shop(shop: Shop) -> Server {
    let (schema, clock) = (shop.schema.clone(), shop.clock.clone());
    serve(shop, schema, clock, unrated(Limits::default())).await
}

/// A time of the server's own, lest it agree with the shop's by chance.
fn new_year() -> Clock {
    Clock::manual(DateTime::from_timestamp(1_800_000_000, 0).expect("it is in range"))
}

async fn serve(shop: Shop, schema: impl Answers + 'static, clock: Clock, limits: Limits) -> Server {
    let tokens = Tokens::new(SECRET.into(), "buono".into(), "buono".into());
    serve_tokens(shop, schema, clock, limits, tokens).await
}

/// Serves a shop by the new year's clock, to those who have these tokens.
pub async fn serve_to(shop: Shop, tokens: Tokens) -> Server {
    let schema = shop.schema.clone();
    serve_tokens(shop, schema, new_year(), unrated(Limits::default()), tokens).await
}

async fn serve_tokens(
    shop: Shop,
    schema: impl Answers + 'static,
    clock: Clock,
    limits: Limits,
    tokens: Tokens,
) -> Server {
    let secret = SECRET.into();
    let settings = Sources::default().settle().unwrap().settings;
    let app = Arc::new(App {
        files: None,
        links: Links::new(&secret, "http://shop.test"),
        vendor: settings.vendor(),
        clock,
        tokens,
        store: shop.till.changes.store.clone(),
        tracker: TaskTracker::new(),
        shutdown: CancellationToken::new(),
        limits,
        metrics: true,
        proxies: Proxies::parse("127.0.0.1").unwrap(),
        origins: vec!["https://shop.test".into()],
        graphiql: false,
        people: Vec::new(),
        provider: None,
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = http::router(Arc::clone(&app), shop.till.clone(), schema);
    let serving = http::serve::serve(listener, router, Arc::clone(&app));
    let running = TaskTracker::new().spawn(serving);
    Server { address, app, running, _shop: shop }
}

impl Server {
    pub fn url(&self) -> String {
        format!("http://{}/graphql", self.address)
    }

    pub fn token(&self, reference: &str) -> String {
        self.token_for(reference, TimeDelta::hours(1))
    }

    pub fn token_for(&self, reference: &str, ttl: TimeDelta) -> String {
        let subject = Subject::Customer { reference: reference.into() };
        self.app.tokens.sign(&subject, ttl, self.app.clock.now()).unwrap()
    }

    pub fn operator_token(&self, scopes: &[Scope]) -> String {
        let subject = Subject::Operator { name: "ugo".into(), scopes: scopes.into() };
        self.app.tokens.sign(&subject, TimeDelta::hours(1), self.app.clock.now()).unwrap()
    }

    /// Stops the server, and waits until it has.
    pub async fn stop(self) {
        self.app.shutdown.cancel();
        let stopped = tokio::time::timeout(Duration::from_secs(10), self.running).await;
        stopped.expect("it stops in time").unwrap().unwrap();
    }
}
