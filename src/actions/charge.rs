//! Between two transactions: the calls to the payment provider, each in a task of its own that a
//! client who hangs up does not cancel.

use std::sync::Arc;
use std::time::Duration;

use tokio_util::task::TaskTracker;
use tracing::Instrument;

use super::pay::{PayRefusal, StartPayment};
use super::refund::SettleRefund;
use super::settle::Settle;
use super::{Changes, Stop};
use crate::domain::actor::Reach;
use crate::domain::order::Order;
use crate::domain::payment::{MethodKind, Payment, PaymentState, Refund};
use crate::payments::{Charge, Gateway, GiveBack};
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
        let started = self.changes.make(start).await?;
        let settled = started.payment.state != PaymentState::Sent;
        if settled || !started.is_new {
            return Ok((started.order, started.payment));
        }
        let till = self.clone();
        let payment = started.payment.clone();
        let asking = self.tracker.spawn(async move { till.ask(&payment).await }.in_current_span());
        match tokio::time::timeout(ANSWER_WITHIN, asking).await {
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

    /// Asks the provider about a payment, and writes down what it says. The same key each time.
    pub async fn ask(&self, payment: &Payment) -> Result<(Order, Payment), StorageError> {
        let charge = Charge {
            key: payment.gateway_key.clone(),
            method: payment.method,
            token: payment.token.clone().unwrap_or_default(),
            amount: payment.amount,
            asked_at: payment.created_at,
            attempt: payment.attempts,
        };
        let answer = tokio::time::timeout(self.patience, self.gateway.charge(&charge)).await;
        let outcome = match answer {
            Ok(Ok(outcome)) => Some(outcome),
            Ok(Err(error)) => {
                tracing::warn!(payment.id = %payment.id, %error, "a payment is unclear");
                None
            }
            Err(_) => {
                tracing::warn!(payment.id = %payment.id, "the payment provider did not answer");
                None
            }
        };
        broken(self.changes.make(&Settle { payment: payment.id, outcome }).await)
    }

    /// Sends a refund, and writes down what became of it.
    pub async fn refund(&self, refund: &Refund) -> Result<(), StorageError> {
        let db = self.changes.store.read();
        let payment = payments::find(db, Reach::All, refund.payment_id).await?;
        let payment = payment.ok_or(StorageError::Stale)?;
        let give_back = GiveBack {
            key: refund.gateway_key.clone(),
            charge_key: payment.gateway_key,
            token: payment.token,
            amount: refund.amount,
        };
        let asking = self.gateway.refund(&give_back);
        let answer = tokio::time::timeout(self.patience, asking).await;
        let outcome = answer.ok().and_then(Result::ok);
        if outcome.is_none() {
            tracing::warn!(refund.id = %refund.id, "a refund is unclear");
        }
        broken(self.changes.make(&SettleRefund { refund: refund.id, outcome }).await)
    }

    /// Whether a kind of paying goes through the provider at all.
    pub fn takes_tokens(kind: MethodKind) -> bool {
        matches!(kind, MethodKind::Card | MethodKind::SepaDirectDebit | MethodKind::Paypal)
    }
}

/// What an action that cannot be refused has come to.
pub fn broken<T>(result: Result<T, Stop<std::convert::Infallible>>) -> Result<T, StorageError> {
    result.map_err(|stop| match stop {
        Stop::Refused(never) => match never {},
        Stop::Broken(error) => error,
    })
}
