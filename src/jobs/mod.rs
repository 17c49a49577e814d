//! What happens without anybody asking: unpaid orders expire, unclear payments are asked about
//! again, refunds are sent, changes are told of again. All of it through the same actions as
//! everything else.

pub mod sweep;

use std::time::{Duration, Instant};

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::actions::charge::{Till, broken};
use crate::actions::expire::Expire;
use crate::domain::payment::UNCLEAR_ALARM;
use crate::fault::{Fault, Sabotage, is_sabotaged, point};
use crate::live::Topic;
use crate::storage::{StorageError, desk, events, orders, outbox, payments, refunds};
use crate::telemetry::metrics;

/// How often the jobs look, when nothing wakes them before.
pub const EVERY: Duration = Duration::from_secs(1);
/// How much of each kind one look takes on.
pub const BATCH: u64 = 50;
/// How many changes one look tells of again.
pub const RELAY_BATCH: u64 = 500;

/// Looks for what is due until told to stop.
pub async fn run(till: Till, shutdown: CancellationToken) {
    let changes = till.changes.hub.listen(Topic::Everything);
    let errands = till.changes.hub.listen(Topic::Jobs);
    while !shutdown.is_cancelled() {
        match start_due(&till).await {
            // There may be more than one batch.
            Ok(started) if 0 < started.done => continue,
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "a job has failed; it is tried again"),
        }
        tokio::select! {
            () = shutdown.cancelled() => {}
            () = changes.changed() => {}
            () = errands.changed() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Does what is due now, to its end, and says how many things that were.
pub async fn run_due(till: &Till) -> Result<usize, StorageError> {
    let Started { done, calls } = start_due(till).await?;
    let sent = calls.len();
    for call in calls {
        call.await.unwrap_or_else(|error| tracing::error!(%error, "a job's call did not end well"));
    }
    Ok(done + sent)
}

/// What has been done, and the calls to the provider that are on their way. Nobody has to wait for
/// them: one that hangs must hold up neither the others nor the shop.
struct Started {
    done: usize,
    calls: Vec<JoinHandle<()>>,
}

async fn start_due(till: &Till) -> Result<Started, StorageError> {
    let mut calls = Vec::new();
    // Before anybody is asked again: what has been unclear for so long is told of in any case.
    let told = look("alarm", alarm(till)).await?;
    look("events", process_events(till, &mut calls)).await?;
    look("payments", ask_about_payments(till, &mut calls)).await?;
    look("refunds", send_refunds(till, &mut calls)).await?;
    let done =
        told + look("expiry", expire_orders(till)).await? + look("relay", relay(till)).await?;
    Ok(Started { done, calls })
}

/// A call to the provider, in a task of its own.
fn start(
    till: &Till,
    what: &'static str,
    id: String,
    call: impl Future<Output = Result<(), StorageError>> + Send + 'static,
) -> JoinHandle<()> {
    till.tracker.spawn(async move {
        if let Err(error) = call.await {
            tracing::error!(id, %error, "{what} failed");
        }
    })
}

/// One look of one job, counted.
async fn look<E>(
    name: &'static str,
    job: impl Future<Output = Result<usize, E>>,
) -> Result<usize, E> {
    let begun = Instant::now();
    let done = job.await;
    metrics::job(name, done.as_ref().ok().copied(), begun.elapsed());
    done
}

/// Wakes those who follow what was changed a while ago: somebody may have crashed between the
/// commit and the wake-up.
async fn relay(till: &Till) -> Result<usize, StorageError> {
    let changes = &till.changes;
    let now = changes.clock.now();
    if outbox::next_due(changes.store.read()).await?.is_none_or(|due| now < due) {
        return Ok(0);
    }
    let tx = changes.store.begin(now).await?;
    let due = outbox::take_due(&tx, RELAY_BATCH).await?;
    tx.commit().await?;
    point(Fault::BeforeWaking).await;
    for it in &due {
        changes.hub.wake(it.order_id, it.customer_id);
    }
    Ok(due.len())
}

/// Looks up what the provider has told of. The first events of a batch bring the first news.
async fn process_events(
    till: &Till,
    calls: &mut Vec<JoinHandle<()>>,
) -> Result<usize, StorageError> {
    let changes = &till.changes;
    let now = changes.clock.now();
    if events::next_due(changes.store.read()).await?.is_none_or(|due| now < due) {
        return Ok(0);
    }
    let tx = changes.store.begin(now).await?;
    events::forget(&tx).await?;
    let due = events::lease_due(&tx, changes.policy.lease(), BATCH).await?;
    tx.commit().await?;
    let leased = due.len();
    for event in due {
        let (learning, id) = (till.clone(), event.id.clone());
        calls.push(start(
            till,
            "processing an event",
            id,
            async move { learning.learn(&event).await },
        ));
    }
    Ok(leased)
}

async fn ask_about_payments(
    till: &Till,
    calls: &mut Vec<JoinHandle<()>>,
) -> Result<usize, StorageError> {
    let changes = &till.changes;
    let now = changes.clock.now();
    let is_due = payments::next_due(changes.store.read()).await?.is_some_and(|due| due <= now);
    if !is_due || is_sabotaged(Sabotage::NoReconciler) {
        return Ok(0);
    }
    let tx = changes.store.begin(now).await?;
    let due = payments::lease_due(&tx, changes.policy.lease(), BATCH).await?;
    tx.commit().await?;
    let leased = due.len();
    for payment in due {
        let (asking, id) = (till.clone(), payment.id.to_string());
        calls.push(start(till, "asking about a payment", id, async move {
            point(Fault::WithLease).await;
            asking.ask(&payment).await.map(|_| ())
        }));
    }
    Ok(leased)
}

async fn send_refunds(till: &Till, calls: &mut Vec<JoinHandle<()>>) -> Result<usize, StorageError> {
    let changes = &till.changes;
    let now = changes.clock.now();
    if refunds::next_due(changes.store.read()).await?.is_none_or(|due| now < due) {
        return Ok(0);
    }
    let tx = changes.store.begin(now).await?;
    let due = refunds::lease_due(&tx, changes.policy.lease(), BATCH).await?;
    tx.commit().await?;
    let leased = due.len();
    for refund in due {
        let (sending, id) = (till.clone(), refund.id.to_string());
        calls.push(start(
            till,
            "sending a refund",
            id,
            async move { sending.refund(&refund).await },
        ));
    }
    Ok(leased)
}

async fn expire_orders(till: &Till) -> Result<usize, StorageError> {
    let changes = &till.changes;
    let due = orders::to_expire(changes.store.read(), changes.clock.now(), BATCH).await?;
    if !due.is_empty() {
        point(Fault::BeforeExpiry).await;
    }
    let mut expired = 0;
    for &order in &due {
        if broken(changes.make(&Expire { order }).await)? {
            expired += 1;
        }
    }
    Ok(expired)
}

/// Tells whoever reads the log, once for each, of what has been unclear for too long.
async fn alarm(till: &Till) -> Result<usize, StorageError> {
    let changes = &till.changes;
    let now = changes.clock.now();
    let found = desk::alarming(changes.store.read(), now - UNCLEAR_ALARM, BATCH).await?;
    if found.count() == 0 {
        return Ok(0);
    }
    let tx = changes.store.begin(now).await?;
    let told = desk::alarm(&tx, &found).await?;
    tx.commit().await?;
    let minutes = UNCLEAR_ALARM.num_minutes();
    for id in &told.payments {
        tracing::warn!(payment.id = %id, "A payment is unclear since {minutes} minutes or more");
    }
    for id in &told.refunds {
        tracing::warn!(refund.id = %id, "A refund is unclear since {minutes} minutes or more");
    }
    Ok(told.count())
}
