//! What a provider tells of its own accord: written down first, then looked up at the provider. An
//! event says only where to look; it may be late, doubled, or earlier than the answer to our own call.

use chrono::TimeDelta;

use super::charge::{Till, broken, charge};
use super::refund::SettleRefund;
use super::settle::backoff;
use super::{Action, Policy, Stop};
use crate::domain::audit::Deed;
use crate::domain::payment::PaymentState;
use crate::payments::{About, Charge};
use crate::storage::events::{self, Waiting};
use crate::storage::{StorageError, Tx, payments, refunds};

/// An event that is not processed after this time is an error: somebody has to look.
pub const PROCESSED_WITHIN: TimeDelta = TimeDelta::minutes(15);

/// Writes an event down, once: whether it is new is what comes of it.
pub struct StoreEvent {
    pub provider: &'static str,
    pub id: String,
    pub raw: String,
}

impl Action for StoreEvent {
    type Done = bool;
    type Refusal = std::convert::Infallible;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<bool, Stop<Self::Refusal>> {
        if events::is_known(tx.db(), self.provider, &self.id).await? {
            return Ok(false);
        }
        events::insert(tx, self.provider, &self.id, &self.raw).await?;
        Ok(true)
    }

    fn deed(&self, _: &Self::Done) -> Option<Deed> {
        None
    }
}

/// What has come of processing an event.
struct CloseEvent<'a> {
    event: &'a Waiting,
    is_processed: bool,
}

impl Action for CloseEvent<'_> {
    type Done = ();
    type Refusal = std::convert::Infallible;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<(), Stop<Self::Refusal>> {
        if self.is_processed {
            return Ok(events::finish(tx, self.event).await?);
        }
        let until = tx.now + backoff(self.event.attempts + 1);
        Ok(events::put_off(tx, self.event, until).await?)
    }

    fn deed(&self, (): &()) -> Option<Deed> {
        None
    }
}

impl Till {
    /// Processes an event.
    pub async fn learn(&self, event: &Waiting) -> Result<(), StorageError> {
        let about = (event.provider == self.gateway.name())
            .then(|| self.gateway.about(&event.raw))
            .flatten();
        let is_processed = match about {
            Some(About::Charge { reference, key }) => self.learn_of_charge(reference, &key).await?,
            Some(About::Refund { key }) => self.learn_of_refund(&key).await?,
            None => true,
        };
        let age = self.changes.clock.now() - event.received_at;
        if !is_processed && PROCESSED_WITHIN <= age {
            let (id, minutes) = (&event.id, age.num_minutes());
            tracing::error!(
                event.id = id,
                "An event of the payment provider waits since {minutes} minutes"
            );
        }
        broken(self.changes.make(&CloseEvent { event, is_processed }).await)
    }

    /// Whether there is nothing more to learn of it.
    async fn learn_of_charge(&self, reference: String, key: &str) -> Result<bool, StorageError> {
        let db = self.changes.store.read();
        let Some(payment) = payments::by_gateway_key(db, key).await? else { return Ok(true) };
        if payment.gateway_reference.as_ref().is_some_and(|it| *it != reference) {
            tracing::error!(
                payment.id = %payment.id,
                reference,
                "The payment provider has another charge of a payment. Give it back there."
            );
            return Ok(true);
        }
        // What an operator settled is compared with what the provider says.
        if payment.state == PaymentState::Succeeded && payment.settled_by.is_none() {
            return Ok(true);
        }
        // By its reference: our own call may still be on its way.
        let charge = Charge { reference: Some(reference), ..charge(&payment) };
        let found = self.answer(payment.id, self.gateway.find(&charge)).await;
        match found {
            None => Ok(false),
            Some(None) => Ok(true),
            Some(outcome) => self.settle(payment.id, outcome).await.map(|_| true),
        }
    }

    async fn learn_of_refund(&self, key: &str) -> Result<bool, StorageError> {
        let db = self.changes.store.read();
        let Some(refund) = refunds::by_gateway_key(db, key).await? else { return Ok(true) };
        let give_back = self.give_back(&refund).await?;
        let asking = self.gateway.find_refund(&give_back);
        let outcome = match self.answer(refund.payment_id, asking).await {
            None => return Ok(false),
            Some(None) => return Ok(true),
            Some(Some(outcome)) => outcome,
        };
        let settle = SettleRefund { refund: refund.id, outcome: Some(outcome) };
        broken(self.changes.make(&settle).await).map(|()| true)
    }
}
