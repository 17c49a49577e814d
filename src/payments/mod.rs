//! Payment providers. An open set, so a trait; each provider's code lives in a file of its own.

pub mod sandbox;
pub mod stripe;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};

use crate::domain::ids::CustomerId;
use crate::domain::money::Money;
use crate::domain::payment::{MethodKind, Payment};

/// For how long a provider surely remembers our keys, so that the same one cannot charge twice. They
/// promise a day; our clock and theirs may differ.
pub const KEYS_REMEMBERED: TimeDelta = TimeDelta::hours(23);

/// What a provider is asked to take. The same key always means the same charge: asking again is
/// how one finds out what became of it.
#[derive(Clone, Debug)]
pub struct Charge {
    pub key: String,
    /// What the provider called it, once it has answered.
    pub reference: Option<String>,
    pub method: MethodKind,
    pub token: String,
    pub amount: Money,
    pub asked_at: DateTime<Utc>,
    /// 0 for the first call, then one more for each repetition.
    pub attempt: i32,
}

impl Charge {
    /// A payment in the provider's words.
    pub fn of(payment: &Payment) -> Self {
        Self {
            key: payment.gateway_key.clone(),
            reference: payment.gateway_reference.clone(),
            method: payment.method,
            token: payment.token.clone().unwrap_or_default(),
            amount: payment.amount,
            asked_at: payment.created_at,
            attempt: payment.attempts,
        }
    }
}

/// What a provider is asked to give back.
#[derive(Clone, Debug)]
pub struct GiveBack {
    pub key: String,
    pub charge_key: String,
    /// What the provider calls the charge.
    pub charge_reference: Option<String>,
    pub token: Option<String>,
    pub amount: Money,
}

/// What became of a charge, as far as the provider says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The provider has taken this amount.
    Succeeded {
        reference: String,
        amount: Money,
    },
    /// Under way: ask again at this time.
    Pending {
        reference: String,
        ask_again_at: DateTime<Utc>,
    },
    /// The customer has to do something there.
    RequiresAction {
        reference: String,
        url: String,
    },
    Declined {
        code: String,
    },
    /// It was ended before anything was taken, and nothing can come of it any more.
    Cancelled,
}

/// What became of a refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundOutcome {
    /// The provider has given this amount back.
    Succeeded {
        amount: Money,
    },
    /// Under way: ask again.
    Pending,
    Failed,
}

/// No answer, or none that says anything: what happened is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the payment provider gave no answer: {0}")]
pub struct NoAnswer(pub String);

/// Whose a means of payment is.
#[derive(Clone, Debug)]
pub struct Owner {
    pub customer: CustomerId,
    /// What the provider called their other means.
    pub tokens: Vec<String>,
}

/// A means of payment as the provider knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeanDetails {
    /// What to pay with it by: the provider may call it otherwise than whoever registers it.
    pub token: String,
    /// "Visa •••• 4242".
    pub label: String,
    /// The last day on which it can be used.
    pub expires_on: Option<NaiveDate>,
}

/// What a page needs in order to save a means of payment at the provider.
pub struct Preparation {
    /// For the provider's own script: it never comes back to us.
    pub client_secret: String,
}

/// What an event of the provider is about: a name only, since its word is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Charge { reference: String, key: String },
    Refund { key: String },
}

/// Why what came is no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnEvent {
    /// This provider sends none.
    NotTaken,
    /// It is not the provider who has signed it, or not just now.
    Signature,
    /// It is signed, and still makes no sense.
    Shape,
}

pub trait Gateway: Send + Sync {
    /// As events are stored under.
    fn name(&self) -> &'static str;

    /// Takes the money, once for each key.
    fn charge<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Outcome, NoAnswer>>;

    /// What became of a charge, by its reference or, without one, by its key in the provider's records.
    /// `None` when there surely is no such charge.
    fn find<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Option<Outcome>, NoAnswer>>;

    /// Ends a charge that nothing was taken for yet, and says how it stands then: it may have
    /// succeeded just before.
    fn cancel<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Outcome, NoAnswer>>;

    /// Gives money back, once for each key.
    fn refund<'a>(&'a self, it: &'a GiveBack) -> BoxFuture<'a, Result<RefundOutcome, NoAnswer>>;

    /// What became of a refund, by its key in the provider's records. `None` when there surely is none.
    fn find_refund<'a>(
        &'a self,
        it: &'a GiveBack,
    ) -> BoxFuture<'a, Result<Option<RefundOutcome>, NoAnswer>>;

    /// Looks a token up, and keeps it for this customer. `None` when the provider does not know it.
    fn mean<'a>(
        &'a self,
        kind: MethodKind,
        token: &'a str,
        owner: &'a Owner,
    ) -> BoxFuture<'a, Result<Option<MeanDetails>, NoAnswer>>;

    /// Prepares the saving of a mean of this kind. `None` when that needs no preparation.
    fn prepare<'a>(
        &'a self,
        _kind: MethodKind,
        _owner: &'a Owner,
    ) -> BoxFuture<'a, Result<Option<Preparation>, NoAnswer>> {
        ready(Ok(None)).boxed()
    }

    /// The id of an event that the provider sends, once its signature is checked.
    fn event(&self, _signature: &str, _body: &[u8]) -> Result<String, NotAnEvent> {
        Err(NotAnEvent::NotTaken)
    }

    /// What a stored event is about. `None` for what is nothing of ours.
    fn about(&self, _event: &str) -> Option<About> {
        None
    }
}
