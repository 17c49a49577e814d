//! Everything that lives as long as the process: built once, started, and stopped without leaving
//! anything half done.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use secrecy::{ExposeSecret, SecretString};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::actions::charge::Till;
use crate::actions::{Changes, Policy};
use crate::auth::{MAX_LIFE, Tokens};
use crate::clock::Clock;
use crate::config::{PaymentProvider, Settings};
use crate::http::{Limits, router, serve::serve as listen_on};
use crate::live::Hub;
use crate::payments::sandbox::Sandbox;
use crate::storage::{StorageError, Store};
use crate::{graphql, jobs};

/// How long tokens may live in development, where people copy them into tools by hand.
pub const DEVELOPMENT_LIFE_MAX: TimeDelta = TimeDelta::days(366);

pub struct App {
    pub clock: Clock,
    pub tokens: Tokens,
    pub store: Store,
    /// Tasks that are finished before the process ends.
    pub tracker: TaskTracker,
    pub shutdown: CancellationToken,
    pub limits: Limits,
    /// Origins of web pages that may open a WebSocket, besides our own.
    pub origins: Vec<String>,
}

/// Why the server did not start, or did not end well: a sentence with what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("{0}")]
    Configuration(String),
    #[error("{0}")]
    CannotReach(String),
    #[error("{0}")]
    Failure(String),
}

/// A shop that is built and not yet listening.
pub struct Shop {
    pub app: Arc<App>,
    pub till: Till,
}

impl Shop {
    /// Builds a shop over a database. `public_url` is where its own pages are reached.
    pub fn new(
        settings: &Settings,
        secret: SecretString,
        store: Store,
        clock: Clock,
        public_url: String,
    ) -> Self {
        let max_life = if settings.is_production() { MAX_LIFE } else { DEVELOPMENT_LIFE_MAX };
        let (issuer, audience) = (settings.jwt_issuer.clone(), settings.jwt_audience.clone());
        let tracker = TaskTracker::new();
        let app = App {
            clock: clock.clone(),
            tokens: Tokens::new(secret, issuer, audience).with_max_life(max_life),
            store: store.clone(),
            tracker: tracker.clone(),
            shutdown: CancellationToken::new(),
            limits: Limits::default(),
            origins: vec![public_url.clone()],
        };
        let policy = Policy {
            expire_after_days: settings.order_expiry_days,
            approve_below: settings.auto_approve_below,
            refund_within_days: settings.withdrawal_refund_within_days,
        };
        let slow = TimeDelta::seconds(i64::from(settings.sandbox_slow_seconds));
        let till = Till {
            changes: Changes {
                store,
                clock: clock.clone(),
                hub: Hub::default(),
                policy: Arc::new(policy),
            },
            gateway: Arc::new(Sandbox { clock, public_url, slow }),
            tracker,
            patience: Duration::from_secs(u64::from(settings.provider_timeout_seconds)),
        };
        Self { app: Arc::new(app), till }
    }

    /// Starts the jobs in this process: they end when the shop is told to stop.
    pub fn start_jobs(&self) {
        self.app.tracker.spawn(jobs::run(self.till.clone(), self.app.shutdown.clone()));
    }

    /// Serves until the shop is told to stop, and until what runs then has ended.
    pub async fn serve(&self, listener: TcpListener) -> io::Result<()> {
        let schema = graphql::schema(self.till.clone());
        let routes = router(Arc::clone(&self.app), self.till.clone(), schema);
        listen_on(listener, routes, Arc::clone(&self.app)).await
    }
}

/// `buono serve`: migrates, listens, and runs the jobs if it is to.
pub async fn serve(settings: Settings, with_jobs: bool) -> Result<(), StartError> {
    let shop = open(&settings).await?;
    let listener = bind(settings.listen).await?;
    if with_jobs {
        shop.start_jobs();
    }
    stop_on_signal(&shop);
    tracing::info!(address = %settings.listen, "Listening");
    shop.serve(listener)
        .await
        .map_err(|error| StartError::Failure(format!("The server has failed: {error}.")))
}

/// `buono work`: the jobs alone.
pub async fn work(settings: Settings) -> Result<(), StartError> {
    let shop = open(&settings).await?;
    shop.start_jobs();
    stop_on_signal(&shop);
    shop.app.shutdown.cancelled().await;
    shop.app.tracker.close();
    shop.app.tracker.wait().await;
    Ok(())
}

async fn open(settings: &Settings) -> Result<Shop, StartError> {
    refuse_what_is_missing(settings)?;
    let secret = settings.signing_secret();
    let secret = secret.map_err(|error| StartError::Configuration(error.to_string()))?.clone();
    let store = connect(settings.database_url.expose_secret()).await?;
    store.migrate_up().await.map_err(|error| StartError::Failure(migration_failed(&error)))?;
    Ok(Shop::new(settings, secret, store, Clock::System, settings.public_url()))
}

/// Settings whose feature this version does not have: better no start than one that ignores them.
fn refuse_what_is_missing(settings: &Settings) -> Result<(), StartError> {
    let given = [
        ("BUONO_JWKS_URL", settings.jwks_url.is_some(), "tokens of an external issuer"),
        ("BUONO_NATS_URL", settings.nats_url.is_some(), "several processes over NATS"),
        ("BUONO_SMTP_URL", settings.smtp_url.is_some(), "mail"),
        ("BUONO_STORAGE_URL", settings.storage_url.is_some(), "documents"),
        ("BUONO_PAYMENTS=stripe", settings.payments == PaymentProvider::Stripe, "Stripe"),
    ];
    let missing: Vec<String> = given
        .iter()
        .filter(|(_, given, _)| *given)
        .map(|(name, _, what)| format!("This version has no support for {what} yet: unset {name}."))
        .collect();
    if missing.is_empty() { Ok(()) } else { Err(StartError::Configuration(missing.join("\n"))) }
}

/// Opens a database, or says in a sentence why that cannot be.
pub async fn connect(url: &str) -> Result<Store, StartError> {
    Store::connect(url).await.map_err(|error| {
        StartError::CannotReach(format!(
            "The database cannot be opened: {error}. Check BUONO_DATABASE_URL, that the server runs, \
             and that the folder of a SQLite file can be written to."
        ))
    })
}

pub fn migration_failed(error: &StorageError) -> String {
    format!("The database could not be migrated: {error}. Look at `buono migrate status`.")
}

/// Takes the address, or says in a sentence why that cannot be.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(address).await.map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::AddrInUse => "another program listens there".to_owned(),
            io::ErrorKind::PermissionDenied => "that needs more rights".to_owned(),
            _ => error.to_string(),
        };
        StartError::CannotReach(format!(
            "Cannot listen on {address}: {why}. Choose another address with --listen or BUONO_LISTEN."
        ))
    })
}

/// Tells the shop to stop at the first SIGINT or SIGTERM.
pub fn stop_on_signal(shop: &Shop) {
    let shutdown = shop.app.shutdown.clone();
    shop.app.tracker.spawn(async move {
        tokio::select! {
            () = signalled() => tracing::info!("Stopping"),
            () = shutdown.cancelled() => {}
        }
        shutdown.cancel();
    });
}

async fn signalled() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).expect("signals can be listened for");
    let mut interrupt = signal(SignalKind::interrupt()).expect("signals can be listened for");
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
