//! Payment providers. An open set, so a trait; each provider's code lives in a file of its own.

pub mod sandbox;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;

use crate::domain::money::Money;
use crate::domain::payment::MethodKind;

/// What a provider is asked to take. The same key always means the same charge: asking again is
/// how one finds out what became of it.
#[derive(Clone, Debug)]
pub struct Charge {
    pub key: String,
    pub method: MethodKind,
    pub token: String,
    pub amount: Money,
    pub asked_at: DateTime<Utc>,
    /// 0 for the first call, then one more for each repetition.
    pub attempt: i32,
}

/// What a provider is asked to give back.
#[derive(Clone, Debug)]
pub struct GiveBack {
    pub key: String,
    pub charge_key: String,
    pub token: Option<String>,
    pub amount: Money,
}

/// What became of a charge, as far as the provider says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Succeeded {
        reference: String,
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
}

/// What became of a refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundOutcome {
    Succeeded,
    Failed,
}

/// No answer, or none that says anything: what happened is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the payment provider gave no answer: {0}")]
pub struct NoAnswer(pub String);

/// A means of payment as the provider knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeanDetails {
    /// "Visa •••• 4242".
    pub label: String,
}

pub trait Gateway: Send + Sync {
    fn charge<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Outcome, NoAnswer>>;

    fn refund<'a>(&'a self, it: &'a GiveBack) -> BoxFuture<'a, Result<RefundOutcome, NoAnswer>>;

    /// Looks a token up. `None` when the provider does not know it.
    fn mean<'a>(
        &'a self,
        kind: MethodKind,
        token: &'a str,
    ) -> BoxFuture<'a, Result<Option<MeanDetails>, NoAnswer>>;
}
