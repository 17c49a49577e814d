//! `GET /metrics`: how the process and the database stand, as Prometheus reads it.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, TimeDelta, Utc};

use super::{Http, failure::Failure};
use crate::storage::{StorageError, desk, events, orders, outbox};
use crate::telemetry::metrics;

/// Orders are counted no more often than this, however many scrapers there are.
const COUNT_EVERY: Duration = Duration::from_secs(15);

/// When the database was last asked.
#[derive(Default)]
pub struct LastCount(Mutex<Option<Instant>>);

impl LastCount {
    /// Whether it is time to ask again; if so, this counts as the last time.
    fn is_due(&self) -> bool {
        let mut last = self.0.lock().expect("no holder of this lock can panic");
        let due = last.is_none_or(|at| COUNT_EVERY <= at.elapsed());
        if due {
            *last = Some(Instant::now());
        }
        due
    }
}

pub async fn show(State(http): State<Arc<Http>>) -> Response {
    if !http.app.metrics {
        return Failure::not_found().into_response();
    }
    if http.last_count.is_due()
        && let Err(error) = count(&http).await
    {
        // The other numbers are worth showing all the more.
        tracing::warn!(%error, "The database could not be counted");
    }
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    (kind, metrics::text()).into_response()
}

async fn count(http: &Http) -> Result<(), StorageError> {
    let db = http.app.store.read();
    let by_status = orders::count_by_status(db).await?;
    let now = http.app.clock.now();
    let oldest = outbox::next_due(db).await?.map(|due| now - (due - outbox::RELAY_AFTER));
    let event = events::oldest(db).await?.map(|since| now - since);
    let [oldest, event] =
        [oldest, event].map(|age| age.unwrap_or(TimeDelta::zero()).to_std().unwrap_or_default());
    metrics::standing(oldest, event, &by_status);
    let payments = desk::standing_of_payments(db).await?;
    let refunds = desk::standing_of_refunds(db).await?;
    for (kind, standing) in [("payment", payments), ("refund", refunds)] {
        let age = |since: &DateTime<Utc>| (now - *since).to_std().unwrap_or_default();
        let ages: Vec<Duration> = standing.unclear_since.iter().map(age).collect();
        metrics::unclear(kind, &ages, standing.contradicted);
    }
    let refunds = desk::overdue_refunds(db, now.date_naive()).await?;
    metrics::overdue(refunds, desk::parts_overdue(db, now).await?);
    Ok(())
}
