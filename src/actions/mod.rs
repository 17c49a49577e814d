//! CHANGES. One verb a file: load, decide, save, announce, in one transaction, without a network in it.
//!
//! Every change passes [`Changes::make`]: it opens the transaction, tries again after a lost race,
//! writes down what an operator or a service did, and wakes those who follow once all of it is committed.

pub mod approve;
pub mod by_hand;
pub mod cancel;
pub mod charge;
pub mod claim;
pub mod credit;
pub mod deliver;
mod deposit;
pub mod expire;
pub mod learn;
pub mod means;
pub mod pay;
pub mod place;
pub mod price;
pub mod read;
pub mod receive_document;
pub mod record_refund;
pub mod record_transfer;
pub mod refund;
pub mod request_documents;
pub mod retry;
pub mod review_document;
pub mod revoke;
pub mod settle;
pub mod texts;
pub mod upsert;
pub mod withdraw;

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use chrono::TimeDelta;
use sha2::{Digest, Sha256};
use tokio_util::task::TaskTracker;
use tracing::Instrument;

use crate::clock::Clock;
use crate::domain::actor::{Actor, Reach, Scope};
use crate::domain::audit::Deed;
use crate::domain::ids::{PaymentId, RefundId};
use crate::domain::number::OrderNumber;
use crate::domain::order::{By, Order};
use crate::domain::payment::{Payment, Refund};
use crate::domain::status::NotAllowed;
use crate::fault::{Sabotage, is_sabotaged};
use crate::live::Hub;
use crate::storage::{StorageError, Store, Tx, audit, orders, payments, refunds};

/// How often a change that lost a race is tried in all.
pub const ATTEMPTS_MAX: u32 = 10;

/// What makes changes: the database, the time, who is woken, and what the vendor has decided.
#[derive(Clone)]
pub struct Changes {
    pub store: Store,
    pub clock: Clock,
    pub hub: Hub,
    pub policy: Arc<Policy>,
}

/// What a vendor decides once, in the settings.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Days after which an unpaid order expires.
    pub expire_after_days: u32,
    /// Paid orders below this total, in minor units, are approved at once. 0: all by hand.
    pub approve_below: i64,
    /// Minutes after which a payment ends that waits for something its customer has not done.
    pub action_minutes: u32,
    /// Seconds that a payment or refund is left to whoever asks the provider about it.
    pub lease_seconds: u32,
    /// Minutes after which an operator's claim to an order ends.
    pub claim_minutes: u32,
    /// Days within which a refund is due after a withdrawal.
    pub refund_within_days: u32,
}

impl Policy {
    pub fn action_life(&self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.action_minutes))
    }

    pub fn claim_life(&self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.claim_minutes))
    }

    /// After this time another may ask: whoever had it has crashed.
    pub fn lease(&self) -> TimeDelta {
        TimeDelta::seconds(i64::from(self.lease_seconds))
    }
}

/// A verb: what it decides on, and what comes of it.
pub trait Action: Send + Sync {
    type Done: Send;
    type Refusal: Send;

    fn run(
        &self,
        tx: &Tx,
        policy: &Policy,
    ) -> impl Future<Output = Result<Self::Done, Stop<Self::Refusal>>> + Send;

    /// What the audit log says of it. Every verb has to answer, lest one be forgotten: `None` where
    /// no operator and no service can do it.
    fn deed(&self, done: &Self::Done) -> Option<Deed>;
}

/// Why a change did not happen. Nothing of it is left in the database.
#[derive(Debug)]
pub enum Stop<R> {
    /// A "no" that the caller can act on.
    Refused(R),
    /// Something is broken.
    Broken(StorageError),
}

impl<R> From<StorageError> for Stop<R> {
    fn from(error: StorageError) -> Self {
        Self::Broken(error)
    }
}

impl<R> Stop<R> {
    pub fn map<S>(self, other: impl FnOnce(R) -> S) -> Stop<S> {
        match self {
            Self::Refused(refusal) => Stop::Refused(other(refusal)),
            Self::Broken(error) => Stop::Broken(error),
        }
    }
}

pub fn refuse<T, R>(refusal: R) -> Result<T, Stop<R>> {
    Err(Stop::Refused(refusal))
}

impl Changes {
    /// Makes one change, in one transaction.
    pub async fn make<A: Action>(&self, action: &A) -> Result<A::Done, Stop<A::Refusal>> {
        let verb = std::any::type_name::<A>().rsplit("::").next().unwrap_or_default();
        self.tried(action).instrument(tracing::info_span!("action", verb)).await
    }

    async fn tried<A: Action>(&self, action: &A) -> Result<A::Done, Stop<A::Refusal>> {
        for _ in 1..ATTEMPTS_MAX {
            match self.attempt(action).await {
                Err(Stop::Broken(error)) if error.is_race() || error.is_duplicate() => {}
                other => return other,
            }
        }
        self.attempt(action).await
    }

    async fn attempt<A: Action>(&self, action: &A) -> Result<A::Done, Stop<A::Refusal>> {
        let tx = self.store.begin(self.clock.now()).await?;
        match self.recorded(action, &tx).await {
            Ok(done) => {
                if is_sabotaged(Sabotage::AnswerBeforeCommit) {
                    commit_later(tx);
                    return Ok(done);
                }
                for it in tx.commit().await? {
                    self.hub.wake(it.order_id, it.customer_id);
                }
                Ok(done)
            }
            Err(stop) => {
                tx.rollback().await?;
                Err(stop)
            }
        }
    }

    /// What is done and who did it are committed together, or not at all.
    async fn recorded<A: Action>(&self, action: &A, tx: &Tx) -> Result<A::Done, Stop<A::Refusal>> {
        let done = action.run(tx, &self.policy).await?;
        if !tx.is_repeat() {
            audit::append(tx, action.deed(&done).into_iter().collect()).await?;
        }
        Ok(done)
    }
}

/// The mistake of telling a caller what a crash can still take back.
fn commit_later(tx: Tx) {
    const LATER: Duration = Duration::from_secs(1);
    TaskTracker::new().spawn(async move {
        tokio::time::sleep(LATER).await;
        tx.commit().await
    });
}

/// Why an operator's or a delivery's step did not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepRefusal {
    NotFound,
    NotAllowed(NotAllowed),
    Invalid(Problem),
    /// Somebody else is at it: a sentence that says who.
    Conflict(String),
}

impl From<Problem> for Stop<StepRefusal> {
    fn from(problem: Problem) -> Self {
        Self::Refused(StepRefusal::Invalid(problem))
    }
}

/// Something wrong with the input, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub kind: ProblemKind,
    pub message: String,
    /// The way to the field in the input: `lines`, `0`, `period`.
    pub path: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    Invalid,
    NotFound,
}

impl Problem {
    pub fn invalid(path: &[&str], message: impl Into<String>) -> Self {
        let path = path.iter().map(|&part| part.to_owned()).collect();
        Self { kind: ProblemKind::Invalid, message: message.into(), path }
    }

    pub fn not_found(path: &[&str], message: impl Into<String>) -> Self {
        Self { kind: ProblemKind::NotFound, ..Self::invalid(path, message) }
    }
}

/// The order to change, if the actor may: locked until the transaction ends.
async fn locked(
    tx: &Tx,
    actor: &Actor,
    scope: Scope,
    number: &str,
) -> Result<Option<Order>, StorageError> {
    let Some(number) = OrderNumber::parse(number) else { return Ok(None) };
    match actor.reach(scope) {
        Reach::Nothing => Ok(None),
        reach => orders::lock_by_number(tx, reach, &number).await,
    }
}

/// A payment with its order, locked until the transaction ends. It is read again under the lock:
/// somebody may have brought news of it meanwhile.
async fn locked_payment(
    tx: &Tx,
    reach: Reach,
    id: PaymentId,
) -> Result<Option<(Order, Payment)>, StorageError> {
    let Some(found) = payments::find(tx.db(), reach, id).await? else { return Ok(None) };
    let order = orders::lock(tx, Reach::All, found.order_id).await?;
    let again = payments::find(tx.db(), reach, id).await?;
    order.zip(again).ok_or(StorageError::Stale).map(Some)
}

/// The same of a refund.
async fn locked_refund(
    tx: &Tx,
    reach: Reach,
    id: RefundId,
) -> Result<Option<(Order, Refund)>, StorageError> {
    let Some(found) = refunds::find(tx.db(), reach, id).await? else { return Ok(None) };
    let order = orders::lock(tx, Reach::All, found.order_id).await?;
    let again = refunds::find(tx.db(), reach, id).await?;
    order.zip(again).ok_or(StorageError::Stale).map(Some)
}

fn by(actor: &Actor, tx: &Tx) -> By {
    By { actor: actor.kind(), at: tx.now }
}

/// Of an input that came with an idempotency key, to tell a repeat from a misuse.
pub fn request_hash(parts: &impl serde::Serialize) -> String {
    let json = serde_json::to_vec(parts).expect("inputs are always JSON");
    base64::engine::general_purpose::STANDARD.encode(Sha256::digest(json))
}
