//! A provider that moves no money. What it answers is a function of the token and the time alone,
//! so it forgets nothing when it is started again.

use chrono::TimeDelta;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, pending, ready};

use super::{Charge, Gateway, GiveBack, MeanDetails, NoAnswer, Outcome, Owner, RefundOutcome};
use crate::clock::Clock;
use crate::domain::payment::MethodKind;

pub const NAME: &str = "sandbox";

pub struct Sandbox {
    pub clock: Clock,
    /// Where the page lies on which a charge that needs an action is confirmed.
    pub public_url: String,
    /// How long `tok_slow` and direct debits stay pending.
    pub slow: TimeDelta,
}

/// The tokens it takes, and the label each gets.
const TOKENS: [(&str, &str); 9] = [
    ("tok_ok", "4242"),
    ("tok_declined", "0002"),
    ("tok_insufficient_funds", "9995"),
    ("tok_action", "3155"),
    ("tok_slow", "0077"),
    ("tok_timeout", "0119"),
    ("tok_timeout_not_charged", "0127"),
    ("tok_silent", "0135"),
    ("tok_refund_fails", "5126"),
];

impl Sandbox {
    /// `None`: the answer never comes.
    fn outcome(&self, charge: &Charge) -> Option<Outcome> {
        let reference = format!("sandbox_{}", charge.key);
        let debit = charge.method == MethodKind::SepaDirectDebit;
        let redirect = charge.method == MethodKind::Paypal;
        Some(match charge.token.as_str() {
            "tok_declined" => Outcome::Declined { code: "card_declined".into() },
            "tok_insufficient_funds" => Outcome::Declined { code: "insufficient_funds".into() },
            // The first call hangs; whoever asks again with the same key learns the outcome.
            "tok_timeout" | "tok_timeout_not_charged" if charge.attempt == 0 => return None,
            "tok_action" => self.action(charge, reference),
            "tok_ok" if redirect => self.action(charge, reference),
            "tok_slow" => self.slowly(charge, reference),
            "tok_ok" if debit => self.slowly(charge, reference),
            _ => Outcome::Succeeded { reference, amount: charge.amount },
        })
    }

    fn action(&self, charge: &Charge, reference: String) -> Outcome {
        let url = format!("{}/sandbox/payments/{}", self.public_url, charge.key);
        Outcome::RequiresAction { reference, url }
    }

    fn slowly(&self, charge: &Charge, reference: String) -> Outcome {
        let done_at = charge.asked_at + self.slow;
        if done_at <= self.clock.now() {
            Outcome::Succeeded { reference, amount: charge.amount }
        } else {
            Outcome::Pending { reference, ask_again_at: done_at }
        }
    }
}

/// Nothing is ever heard of what is done with it: somebody has to settle that by hand.
const SILENT: &str = "tok_silent";

fn heard(token: Option<&str>) -> Result<(), NoAnswer> {
    if token == Some(SILENT) { Err(NoAnswer("the sandbox is silent".into())) } else { Ok(()) }
}

/// What becomes of a refund.
fn returned(it: &GiveBack) -> Result<RefundOutcome, NoAnswer> {
    heard(it.token.as_deref())?;
    Ok(match it.token.as_deref() {
        Some("tok_refund_fails") => RefundOutcome::Failed,
        _ => RefundOutcome::Succeeded { amount: it.amount },
    })
}

impl Gateway for Sandbox {
    fn name(&self) -> &'static str {
        NAME
    }

    fn charge<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Outcome, NoAnswer>> {
        if let Err(silence) = heard(Some(&charge.token)) {
            return ready(Err(silence)).boxed();
        }
        match self.outcome(charge) {
            Some(outcome) => ready(Ok(outcome)).boxed(),
            None => pending().boxed(),
        }
    }

    fn find<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Option<Outcome>, NoAnswer>> {
        // Whoever asks has sent it before, whether or not the answer came.
        let sent = Charge { attempt: charge.attempt.max(1), ..charge.clone() };
        let uncharged = charge.reference.is_none() && charge.token == "tok_timeout_not_charged";
        let found = if uncharged { None } else { self.outcome(&sent) };
        ready(heard(Some(&charge.token)).map(|()| found)).boxed()
    }

    fn cancel<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Outcome, NoAnswer>> {
        // What is confirmed here is written down at once: what is still open was not.
        ready(heard(Some(&charge.token)).map(|()| Outcome::Cancelled)).boxed()
    }

    fn refund<'a>(&'a self, it: &'a GiveBack) -> BoxFuture<'a, Result<RefundOutcome, NoAnswer>> {
        ready(returned(it)).boxed()
    }

    fn find_refund<'a>(
        &'a self,
        it: &'a GiveBack,
    ) -> BoxFuture<'a, Result<Option<RefundOutcome>, NoAnswer>> {
        ready(returned(it).map(Some)).boxed()
    }

    fn mean<'a>(
        &'a self,
        kind: MethodKind,
        token: &'a str,
        _: &'a Owner,
    ) -> BoxFuture<'a, Result<Option<MeanDetails>, NoAnswer>> {
        let last = TOKENS.iter().find(|(known, _)| *known == token).map(|(_, last)| *last);
        let label = last.map(|last| match kind {
            MethodKind::SepaDirectDebit => format!("IBAN •••• {last}"),
            MethodKind::Paypal => format!("PayPal •••• {last}"),
            _ => format!("Visa •••• {last}"),
        });
        let details = |label| MeanDetails { token: token.to_owned(), label, expires_on: None };
        ready(Ok(label.map(details))).boxed()
    }
}
