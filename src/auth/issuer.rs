//! The keys of an external issuer, fetched from where it publishes them, and kept for a while.
//!
//! Whoever reads a token takes the keys that are here, and waits only where they are too old or do
//! not have the key that is named. A fetch is a task of its own: one at a time, however many wait.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::Algorithm;
use reqwest::{Client, StatusCode, Url};
use tokio::sync::watch;
use tokio_util::task::TaskTracker;

use super::keys::{KeyId, KeySet, NotAKeySet};
use crate::outgoing::{self, NoBody};
use crate::telemetry::metrics;

/// Keys are used for this long before they are fetched again.
pub const FRESH_FOR: TimeDelta = TimeDelta::minutes(10);
/// Keys that cannot be fetched again are used for this long in all.
pub const KEPT_FOR: TimeDelta = TimeDelta::hours(24);
/// A fetch is tried at most once in this time, whoever asks for it.
pub const FETCH_EVERY: TimeDelta = TimeDelta::seconds(30);
/// The same, while there are no keys that could be used.
pub const FIRST_FETCH_EVERY: TimeDelta = TimeDelta::seconds(5);
/// How long a fetch may take in all.
pub const FETCH_TIME: Duration = Duration::from_secs(5);
/// A larger set of keys is refused.
pub const SET_BYTES_MAX: usize = 256 * 1024;

/// There are no keys to read tokens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Tokens cannot be checked at the moment. Try again in a few seconds.")]
pub struct Unavailable;

/// Why the keys could not be fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    #[error("the issuer cannot be reached: {0}")]
    Unreachable(String),
    #[error("it answers with {0}, and the keys have to be at the address itself")]
    Status(StatusCode),
    #[error(transparent)]
    NoBody(#[from] NoBody),
    #[error(transparent)]
    NotAKeySet(#[from] NotAKeySet),
}

/// An external issuer, by its keys.
pub struct Issuer {
    url: Url,
    client: Client,
    tracker: TaskTracker,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    keys: Arc<KeySet>,
    /// When the fetch began that brought the keys.
    fetched_at: Option<DateTime<Utc>>,
    tried_at: Option<DateTime<Utc>>,
    has_failed: bool,
    /// Closed when the fetch that runs has ended.
    running: Option<watch::Receiver<()>>,
}

impl Issuer {
    /// Nothing is fetched yet. The tracker holds the fetches.
    pub fn new(url: &str, tracker: TaskTracker) -> Result<Self, String> {
        let url = Url::parse(url).map_err(|error| error.to_string())?;
        let client = outgoing::client(&url, FETCH_TIME).build().map_err(outgoing::words)?;
        Ok(Self { url, client, tracker, state: Arc::default() })
    }

    /// The keys as they are here.
    pub fn keys(&self) -> Arc<KeySet> {
        Arc::clone(&self.state().keys)
    }

    /// Whether there are keys, and none is too old. Asks for new ones without waiting for them.
    pub fn is_ready(&self, now: DateTime<Utc>) -> bool {
        let mut state = self.state();
        if FRESH_FOR <= state.age(now) {
            self.start(&mut state, now);
        }
        state.age(now) < KEPT_FOR && !state.keys.is_empty()
    }

    /// Makes sure that there are keys to read a token with that names this one, as far as can be.
    pub async fn refresh(
        &self,
        kid: Option<&str>,
        algorithm: Algorithm,
        now: DateTime<Utc>,
    ) -> Result<(), Unavailable> {
        self.wait(|state| state.keys.find(kid, algorithm).is_some(), now).await
    }

    /// Whether the issuer still publishes the key, as far as we know.
    pub async fn holds(&self, key: KeyId, now: DateTime<Utc>) -> Result<bool, Unavailable> {
        self.wait(|_| true, now).await?;
        Ok(self.keys().holds(key))
    }

    /// Waits for the fetch that runs, or starts one, where the keys are not good enough.
    async fn wait(
        &self,
        is_enough: impl Fn(&State) -> bool,
        now: DateTime<Utc>,
    ) -> Result<(), Unavailable> {
        let running = {
            let mut state = self.state();
            let age = state.age(now);
            if age < FRESH_FOR && is_enough(&state) {
                return Ok(());
            }
            let running = self.start(&mut state, now);
            // An issuer that is away for a while must not hold up those whose key is known.
            let is_kept = age < KEPT_FOR && state.has_failed && is_enough(&state);
            running.filter(|_| !is_kept)
        };
        if let Some(mut running) = running {
            // It only ever closes: that is the end of the fetch.
            let _ = running.changed().await;
        }
        if self.state().age(now) < KEPT_FOR { Ok(()) } else { Err(Unavailable) }
    }

    /// The fetch that runs, or a new one unless the last was just tried.
    fn start(&self, state: &mut State, now: DateTime<Utc>) -> Option<watch::Receiver<()>> {
        if let Some(running) = state.running.as_ref().filter(|it| it.has_changed().is_ok()) {
            return Some(running.clone());
        }
        let pause = if state.age(now) < KEPT_FOR { FETCH_EVERY } else { FIRST_FETCH_EVERY };
        if state.tried_at.is_some_and(|at| now < at + pause) {
            return None;
        }
        state.tried_at = Some(now);
        let (end, running) = watch::channel(());
        state.running = Some(running.clone());
        let (client, url, shared) = (self.client.clone(), self.url.clone(), self.state.clone());
        self.tracker.spawn(async move {
            let fetched = fetch(&client, url).await;
            shared.lock().expect("no holder of this lock can panic").settle(fetched, now);
            drop(end);
        });
        Some(running)
    }

    /// Fetches the keys, without keeping them: to see whether that can be done.
    pub async fn try_fetch(&self) -> Result<KeySet, FetchError> {
        fetch(&self.client, self.url.clone()).await
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no holder of this lock can panic")
    }
}

impl State {
    /// Of the keys; those that never came are older than any limit.
    fn age(&self, now: DateTime<Utc>) -> TimeDelta {
        self.fetched_at.map_or(TimeDelta::MAX, |at| now - at)
    }

    fn settle(&mut self, fetched: Result<KeySet, FetchError>, began_at: DateTime<Utc>) {
        self.has_failed = fetched.is_err();
        metrics::keys_fetched(fetched.is_ok());
        match fetched {
            Ok(keys) => {
                if self.fetched_at.is_none() || !self.keys.is_like(&keys) {
                    let (usable, skipped) = (keys.len(), keys.skipped.join("; "));
                    tracing::info!(usable, skipped, "The issuer's keys: {usable} can be used");
                }
                self.keys = Arc::new(keys);
                self.fetched_at = Some(began_at);
            }
            Err(error) => {
                let kept_until = self.fetched_at.map(|at| at + KEPT_FOR);
                tracing::warn!(%error, ?kept_until, "The issuer's keys cannot be fetched: {error}");
            }
        }
    }
}

async fn fetch(client: &Client, url: Url) -> Result<KeySet, FetchError> {
    let unreachable = |error| FetchError::Unreachable(outgoing::words(error));
    let answer = client.get(url).send().await.map_err(unreachable)?;
    if answer.status() != StatusCode::OK {
        return Err(FetchError::Status(answer.status()));
    }
    let text = outgoing::body(answer, SET_BYTES_MAX).await?;
    Ok(KeySet::parse(&text)?)
}
