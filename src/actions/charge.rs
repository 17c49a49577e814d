//! Between two transactions: the calls to the payment provider, each in a task of its own that a
//! client who hangs up does not cancel.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio_util::task::TaskTracker;
use tracing::Instrument;

use super::pay::{PayRefusal, StartPayment};
use super::refund::SettleRefund;
use super::settle::Settle;
use super::{Changes, Stop};
use crate::domain::actor::Reach;
use crate::domain::ids::PaymentId;
use crate::domain::order::Order;
use crate::domain::payment::{MethodKind, Payment, PaymentState, Refund};
use crate::fault::{Fault, Sabotage, is_sabotaged, point};
use crate::payments::{
    Charge, Gateway, GiveBack, KEYS_REMEMBERED, NoAnswer, Outcome, RefundOutcome,
};
use crate::storage::{StorageError, orders, payments};

/// How long `orderPay` waits for the provider before it answers that the payment is pending.
pub const ANSWER_WITHIN: Duration = Duration::from_secs(5);

/// Where money changes hands.
#[derive(Clone)]
pub struct Till {
    pub changes: Changes,
    pub gateway: Arc<dyn Gateway>,
    pub tracker: TaskTracker,
    /// How long the provider may take before its answer counts as missing.
    pub patience: Duration,
}

impl Till {
    /// Pays an order: answers with what is known within [`ANSWER_WITHIN`].
    pub async fn pay(&self, start: &StartPayment) -> Result<(Order, Payment), Stop<PayRefusal>> {
        let started = match self.changes.make(start).await {
            Err(Stop::Refused(PayRefusal::Waits(waiting))) => {
                self.end(*waiting).await?;
                self.changes.make(start).await?
            }
            other => other?,
        };
        let settled = started.payment.state != PaymentState::Sent;
        if settled || !started.is_new {
            return Ok((started.order, started.payment));
        }
        point(Fault::AfterFirstTransaction).await;
        let till = self.clone();
        let payment = started.payment.clone();
        let asking = self.tracker.spawn(async move { till.ask(&payment).await }.in_current_span());
        let settled = tokio::time::timeout(ANSWER_WITHIN, asking).await;
        point(Fault::BeforeReply).await;
        match settled {
            Ok(Ok(settled)) => Ok(settled?),
            // Not known yet, or the task has failed and a job will ask again: say what is stored.
            _ => Ok(self.as_stored(started.order, started.payment).await?),
        }
    }

    async fn as_stored(
        &self,
        order: Order,
        payment: Payment,
    ) -> Result<(Order, Payment), StorageError> {
        let db = self.changes.store.read();
        let reach = Reach::Own(order.customer_id);
        let stored = payments::find(db, reach, payment.id).await?.unwrap_or(payment);
        let order = orders::find(db, reach, &order.number).await?.unwrap_or(order);
        Ok((order, stored))
    }

    /// Ends a payment that waits for its customer, so that another can begin. If that cannot be made
    /// certain in time, it stays.
    async fn end(&self, waiting: Payment) -> Result<(), StorageError> {
        let till = self.clone();
        let ending = async move {
            let charge = charge(&waiting);
            let outcome = till.answer(waiting.id, till.gateway.cancel(&charge)).await;
            till.settle(waiting.id, outcome).await
        };
        let ending = self.tracker.spawn(ending.in_current_span());
        match tokio::time::timeout(ANSWER_WITHIN, ending).await {
            Ok(Ok(ended)) => ended.map(|_| ()),
            _ => Ok(()),
        }
    }

    /// Asks the provider about a payment, and writes down what it says. The same key each time.
    pub async fn ask(&self, payment: &Payment) -> Result<(Order, Payment), StorageError> {
        let now = self.changes.clock.now();
        let forgotten = payment.state == PaymentState::RequiresAction
            && payment.created_at + self.changes.policy.action_life() <= now;
        let charge = charge(payment);
        point(Fault::BeforeCall).await;
        let asking = async {
            // What an operator took for failed must not be taken later either.
            if forgotten || matches!(payment.state, PaymentState::Cancelled | PaymentState::Failed)
            {
                return self.gateway.cancel(&charge).await;
            }
            if payment.state.is_settled() {
                return self.look_up(&charge, true).await;
            }
            self.inquire(&charge, now).await
        };
        let outcome = self.answer(payment.id, asking).await;
        point(Fault::BeforeOutcome).await;
        self.settle(payment.id, outcome).await
    }

    /// What became of a charge. As long as the provider surely knows the key, sending it again cannot
    /// charge twice; after that, its records say whether it was ever sent.
    async fn inquire(&self, charge: &Charge, now: DateTime<Utc>) -> Result<Outcome, NoAnswer> {
        if charge.reference.is_none() && now < charge.asked_at + KEYS_REMEMBERED {
            return self.gateway.charge(charge).await;
        }
        self.look_up(charge, false).await
    }

    /// What the provider's records say of a charge, without sending it. One that is settled is compared
    /// with it: what is not known there was not taken.
    async fn look_up(&self, charge: &Charge, is_settled: bool) -> Result<Outcome, NoAnswer> {
        let declined = |code: &str| Ok(Outcome::Declined { code: code.into() });
        match self.gateway.find(charge).await? {
            Some(outcome) => Ok(outcome),
            None if charge.reference.is_none() => declined("never_sent"),
            None if is_settled => declined("not_known"),
            None => Err(NoAnswer("the provider does not know its own charge".into())),
        }
    }

    /// An answer that came in time.
    pub(super) async fn answer<T>(
        &self,
        payment: PaymentId,
        asking: impl Future<Output = Result<T, NoAnswer>>,
    ) -> Option<T> {
        match tokio::time::timeout(self.patience, asking).await {
            Ok(Ok(answer)) => return Some(answer),
            Ok(Err(error)) => tracing::warn!(payment.id = %payment, %error, "a payment is unclear"),
            Err(_) => {
                tracing::warn!(payment.id = %payment, "the payment provider did not answer");
            }
        }
        None
    }

    pub(super) async fn settle(
        &self,
        payment: PaymentId,
        outcome: Option<Outcome>,
    ) -> Result<(Order, Payment), StorageError> {
        broken(self.changes.make(&Settle { payment, outcome }).await)
    }

    /// Sends a refund, and writes down what became of it.
    pub async fn refund(&self, refund: &Refund) -> Result<(), StorageError> {
        let give_back = self.give_back(refund).await?;
        let is_fresh = self.changes.clock.now() < refund.created_at + KEYS_REMEMBERED;
        let is_settled = refund.state.is_settled();
        let asking = async {
            // After that the same key might pay twice: what was sent is looked for first.
            let looks = !is_fresh || is_settled;
            let found = if looks { self.gateway.find_refund(&give_back).await? } else { None };
            match found {
                Some(outcome) => Ok(outcome),
                // An operator has settled it: nothing more is sent.
                None if is_settled => Ok(RefundOutcome::Failed),
                None => self.gateway.refund(&give_back).await,
            }
        };
        let outcome = self.answer(refund.payment_id, asking).await;
        broken(self.changes.make(&SettleRefund { refund: refund.id, outcome }).await)
    }

    /// A refund in the provider's words.
    pub(super) async fn give_back(&self, refund: &Refund) -> Result<GiveBack, StorageError> {
        let db = self.changes.store.read();
        let payment = payments::find(db, Reach::All, refund.payment_id).await?;
        let payment = payment.ok_or(StorageError::Stale)?;
        Ok(GiveBack {
            key: refund.gateway_key.clone(),
            charge_key: payment.gateway_key,
            charge_reference: payment.gateway_reference,
            token: payment.token,
            amount: refund.amount,
        })
    }

    /// Whether a kind of paying goes through the provider at all.
    pub fn takes_tokens(kind: MethodKind) -> bool {
        matches!(kind, MethodKind::Card | MethodKind::SepaDirectDebit | MethodKind::Paypal)
    }
}

pub(super) fn charge(payment: &Payment) -> Charge {
    let mut charge = Charge::of(payment);
    if 0 < payment.attempts && is_sabotaged(Sabotage::NewKeyOnRetry) {
        charge.key = renamed(payment);
    }
    charge
}

/// The mistake that idempotency keys are there to prevent.
fn renamed(payment: &Payment) -> String {
    format!("{}-{}", payment.gateway_key, payment.attempts)
}

/// What an action that cannot be refused has come to.
pub fn broken<T>(result: Result<T, Stop<std::convert::Infallible>>) -> Result<T, StorageError> {
    result.map_err(|stop| match stop {
        Stop::Refused(never) => match never {},
        Stop::Broken(error) => error,
    })
}
