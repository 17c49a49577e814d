//! Everything that lives as long as the process: built once, started, and stopped without leaving
//! anything half done.

mod limits;
mod start;

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use secrecy::{ExposeSecret, SecretString};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use crate::actions::charge::Till;
use crate::actions::{Changes, Policy};
use crate::auth::links::Links;
use crate::auth::{MAX_LIFE, Tokens, issuer::Issuer};
use crate::clock::Clock;
use crate::config::{PaymentProvider, Settings, documents_folder};
use crate::domain::vendor::Vendor;
use crate::files::{Files, is_open_to_others};
use crate::http::cors::LOCAL;
use crate::http::{Limits, Provider, Proxies, router, serve::serve as listen_on};
use crate::live::Hub;
use crate::payments::sandbox::Sandbox;
use crate::payments::stripe::{API_BASE, Account, Stripe};
use crate::storage::Store;
use crate::{graphql, jobs};

pub use start::{StartError, bind, connect, connect_with, migration_failed, stop_on_signal};

/// How long tokens may live in development.
const DEVELOPMENT_LIFE_MAX: TimeDelta = TimeDelta::days(366);

pub struct App {
    pub clock: Clock,
    pub tokens: Tokens,
    pub links: Links,
    /// Who sells, for documents.
    pub vendor: Vendor,
    pub store: Store,
    /// Where customers' documents are kept; without it none are taken.
    pub files: Option<Files>,
    /// Tasks that are finished before the process ends.
    pub tracker: TaskTracker,
    pub shutdown: CancellationToken,
    pub limits: Limits,
    /// Whether `/metrics` is served.
    pub metrics: bool,
    /// Whose word we take for who calls.
    pub proxies: Proxies,
    /// Origins of web pages that may open a WebSocket, besides our own.
    pub origins: Vec<String>,
    /// Whether GraphiQL is served.
    pub graphiql: bool,
    /// Names and tokens that GraphiQL offers to whoever opens it: for a demo, and empty elsewhere.
    pub people: Vec<(String, String)>,
    /// Where people sign in on the pages, if that is with an identity provider.
    pub provider: Option<Provider>,
}

/// A shop that is built and not yet listening.
pub struct Shop {
    pub app: Arc<App>,
    pub till: Till,
}

/// What signs and reads our own tokens.
pub fn tokens(settings: &Settings, secret: SecretString) -> Tokens {
    let (issuer, audience) = (settings.jwt_issuer.clone(), settings.jwt_audience.clone());
    Tokens::new(secret, issuer, audience).with_max_life(max_life(settings))
}

/// In development people copy tokens into tools by hand, so that they may live longer there.
fn max_life(settings: &Settings) -> TimeDelta {
    if settings.is_production() { MAX_LIFE } else { DEVELOPMENT_LIFE_MAX }
}

/// The issuer at this address. Its keys are not fetched yet.
pub fn issuer(url: &str, tracker: &TaskTracker) -> Result<Issuer, StartError> {
    Issuer::new(url, tracker.clone()).map_err(|error| {
        StartError::Configuration(format!(
            "Keys of the issuer cannot be fetched over TLS: {error}. Install the package \
             ca-certificates, or name a file of trusted certificates with SSL_CERT_FILE."
        ))
    })
}

impl From<&Settings> for Policy {
    fn from(settings: &Settings) -> Self {
        Self {
            expire_after_days: settings.order_expiry_days,
            action_minutes: settings.payment_action_minutes,
            lease_seconds: settings.payment_lease_seconds,
            claim_minutes: settings.order_claim_minutes,
            approve_below: settings.auto_approve_below,
            refund_within_days: settings.withdrawal_refund_within_days,
        }
    }
}

/// Pages that may use the API: our own first, then those of the setting, and where one develops,
/// whatever runs on this machine.
fn origins(settings: &Settings, public_url: &str) -> Vec<String> {
    let mut origins = vec![public_url.to_owned()];
    origins.extend(settings.allowed_origins.0.iter().cloned());
    if !settings.is_production() {
        origins.push(LOCAL.to_owned());
    }
    origins
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
        let tracker = TaskTracker::new();
        let app = App {
            clock: clock.clone(),
            links: Links::new(&secret, &public_url),
            vendor: settings.vendor(),
            tokens: tokens(settings, secret),
            store: store.clone(),
            files: None,
            tracker: tracker.clone(),
            shutdown: CancellationToken::new(),
            limits: settings.into(),
            metrics: settings.metrics,
            proxies: settings.trusted_proxies.clone(),
            origins: origins(settings, &public_url),
            graphiql: settings.serves_graphiql(),
            people: Vec::new(),
            provider: Provider::of(settings),
        };
        let slow = TimeDelta::seconds(i64::from(settings.sandbox_slow_seconds));
        let till = Till {
            changes: Changes {
                store,
                clock: clock.clone(),
                hub: Hub::default(),
                policy: Arc::new(settings.into()),
            },
            gateway: Arc::new(Sandbox { clock, public_url, slow }),
            tracker,
            patience: Duration::from_secs(u64::from(settings.provider_timeout_seconds)),
        };
        Self { app: Arc::new(app), till }
    }

    /// Takes the tokens of the external issuer that the settings name, and no others.
    fn with_issuer(mut self, settings: &Settings) -> Result<Self, StartError> {
        let Some(url) = &settings.jwks_url else { return Ok(self) };
        let keys = issuer(url, &self.app.tracker)?;
        let (name, audience) = (settings.jwt_issuer.clone(), settings.jwt_audience.clone());
        let tokens = Tokens::of_issuer(keys, name, audience).with_max_life(max_life(settings));
        let app = Arc::get_mut(&mut self.app).expect("nothing of this shop runs yet");
        app.tokens = tokens;
        Ok(self)
    }

    /// Takes payments through Stripe, if the settings say so.
    fn with_provider(
        mut self,
        settings: &Settings,
        return_url: String,
    ) -> Result<Self, StartError> {
        if settings.payments == PaymentProvider::Stripe {
            let account = stripe_account(settings, return_url)?;
            let stripe = Stripe::new(account, self.till.changes.clock.clone());
            self.till.gateway = Arc::new(stripe.map_err(|error| {
                StartError::Configuration(format!("Stripe cannot be reached: {error}."))
            })?);
        }
        Ok(self)
    }

    /// Offers these names and tokens in GraphiQL, to everybody who can reach it: for a demo only.
    #[must_use]
    pub fn with_people(mut self, people: Vec<(String, String)>) -> Self {
        let app = Arc::get_mut(&mut self.app).expect("nothing of this shop runs yet");
        app.people = people;
        self
    }

    /// Takes documents, and keeps them there.
    #[must_use]
    pub fn with_files(mut self, files: Files) -> Self {
        let app = Arc::get_mut(&mut self.app).expect("nothing of this shop runs yet");
        app.files = Some(files);
        self
    }

    /// Keeps documents in this folder, or says in a sentence why that cannot be.
    pub fn with_files_in(self, folder: &Path) -> Result<Self, StartError> {
        let files = Files::open(folder).map_err(|error| {
            let folder = folder.display();
            StartError::CannotReach(format!(
                "Documents cannot be kept in {folder}: {error}. Make it a folder that this user can \
                 write to, or name another with BUONO_STORAGE_URL."
            ))
        })?;
        if is_open_to_others(folder) {
            let folder = folder.display();
            tracing::warn!(
                "Other users of this machine can look into {folder}, where documents are"
            );
        }
        Ok(self.with_files(files))
    }

    /// Starts the jobs in this process: they end when the shop is told to stop.
    pub fn start_jobs(&self) {
        self.app.tracker.spawn(jobs::run(self.till.clone(), self.app.shutdown.clone()));
        if let Some(files) = self.app.files.clone() {
            let (store, clock) = (self.app.store.clone(), self.app.clock.clone());
            let sweeping = jobs::sweep::run(store, clock, files, self.app.shutdown.clone());
            self.app.tracker.spawn(sweeping);
        }
    }

    /// Serves until the shop is told to stop, and until what runs then has ended.
    pub async fn serve(&self, listener: TcpListener) -> io::Result<()> {
        let complexity = self.app.limits.document.complexity;
        let (till, links) = (self.till.clone(), self.app.links.clone());
        let vendor = self.app.vendor.clone();
        let schema = graphql::schema_within(till, links, vendor, complexity);
        let routes = router(Arc::clone(&self.app), self.till.clone(), schema);
        listen_on(listener, routes, Arc::clone(&self.app)).await
    }
}

fn stripe_account(settings: &Settings, return_url: String) -> Result<Account, StartError> {
    let missing = || StartError::Configuration("Stripe's secret key has to be set.".into());
    Ok(Account {
        key: settings.stripe_secret_key.clone().ok_or_else(missing)?,
        webhook_secrets: settings.stripe_webhook_secrets(),
        api_base: settings.stripe_api_base.clone().unwrap_or_else(|| API_BASE.into()),
        time: Duration::from_secs(u64::from(settings.provider_timeout_seconds)),
        return_url,
    })
}

/// `buono serve`: listens, migrates, and runs the jobs if it is to.
pub async fn serve(settings: Settings, with_jobs: bool) -> Result<(), StartError> {
    let secret = usable_secret(&settings)?;
    // The address first: whoever cannot have it must not have changed the database.
    let listener = bind(settings.listen).await?;
    let address = listener.local_addr().map_err(|error| StartError::Failure(error.to_string()))?;
    let public_url = settings.public_url_on(address);
    let api = format!("{public_url}/graphql");
    let shop = open(&settings, secret, public_url).await?.with_issuer(&settings)?;
    // The first to ask has the issuer's keys fetched. An issuer that is away stops no start: until
    // its keys are here we say that we are not ready.
    shop.app.tokens.is_ready(shop.app.clock.now());
    if with_jobs {
        shop.start_jobs();
    }
    stop_on_signal(&shop);
    let database = shop.app.store.kind();
    tracing::info!(%address, database, api, "Listening on {address} with {database}: {api}");
    shop.serve(listener)
        .await
        .map_err(|error| StartError::Failure(format!("The server has failed: {error}.")))
}

/// `buono work`: the jobs alone.
pub async fn work(settings: Settings) -> Result<(), StartError> {
    let secret = usable_secret(&settings)?;
    let shop = open(&settings, secret, settings.public_url()).await?;
    shop.start_jobs();
    stop_on_signal(&shop);
    let database = shop.app.store.kind();
    tracing::info!(database, "Working with {database}");
    shop.app.shutdown.cancelled().await;
    shop.app.tracker.close();
    shop.app.tracker.wait().await;
    Ok(())
}

/// The secret that signs our tokens and links, once the settings are such that we can start with
/// them. With an external issuer one is needed for links only, which live for minutes: where several
/// servers stand side by side they have to share it, and else any will do.
pub fn usable_secret(settings: &Settings) -> Result<SecretString, StartError> {
    let missing = missing_features(settings);
    if !missing.is_empty() {
        return Err(StartError::Configuration(missing.join("\n")));
    }
    if settings.jwks_url.is_some() {
        let drawn = || format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple()).into();
        return Ok(settings.jwt_secret.clone().unwrap_or_else(drawn));
    }
    let secret = settings.signing_secret();
    Ok(secret.map_err(|error| StartError::Configuration(error.to_string()))?.clone())
}

async fn open(
    settings: &Settings,
    secret: SecretString,
    public_url: String,
) -> Result<Shop, StartError> {
    let url = settings.database_url.expose_secret();
    // Migrations may take longer than requests: they have connections of their own.
    let store = connect(url).await?;
    store.migrate_up().await.map_err(|error| StartError::Failure(migration_failed(&error)))?;
    let closed = store.close().await;
    closed.map_err(|error| StartError::Failure(error.to_string()))?;
    let store = connect_with(url, settings.into()).await?;
    let shop = Shop::new(settings, secret, store, Clock::System, public_url.clone());
    let shop = if let Some(folder) =
        documents_folder(settings).map_err(StartError::Configuration)?
    {
        shop.with_files_in(&folder)?
    } else {
        tracing::warn!(
            "No documents are taken from customers: set BUONO_STORAGE_URL to file:// and a folder"
        );
        shop
    };
    shop.with_provider(settings, public_url)
}

/// Settings whose feature this version does not have, each in a sentence: better no start than one
/// that ignores them.
pub fn missing_features(settings: &Settings) -> Vec<String> {
    let given = [
        ("BUONO_NATS_URL", settings.nats_url.is_some(), "several processes over NATS"),
        ("BUONO_SMTP_URL", settings.smtp_url.is_some(), "mail"),
    ];
    given
        .iter()
        .filter(|(_, given, _)| *given)
        .map(|(name, _, what)| format!("This version has no support for {what} yet: unset {name}."))
        .collect()
}
