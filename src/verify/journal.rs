//! The database against the journal of a payment provider: what money it has really moved.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::orders::Whole;
use super::{PAGE, Run, Violation};
use crate::domain::money::{Currency, Money};
use crate::domain::payment::{Payment, PaymentState, Refund, RefundRoute, RefundState};
use crate::storage::{StorageError, ledger};

const CHECK: &str = "journal";
/// Lines of a journal, all of which are held.
pub const JOURNAL_LINES_MAX: usize = 2_000_000;

/// What a provider has moved, by our key.
#[derive(Clone, Debug)]
pub struct Journal {
    charges: HashMap<String, Vec<Money>>,
    refunds: HashMap<String, Vec<Money>>,
    /// What was settled later may not be in it yet.
    read_at: DateTime<Utc>,
}

/// A line of a journal that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct JournalError {
    pub line: usize,
    pub why: String,
}

/// A line of JSON. What else it says is the provider's own matter.
#[derive(Deserialize)]
struct Line {
    kind: Kind,
    key: String,
    /// In minor units.
    amount: i64,
    currency: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Charge,
    Refund,
}

impl Journal {
    /// Reads lines of JSON with `kind` (`charge` or `refund`), `key`, `amount` and `currency`.
    /// `read_at`: when the reading began.
    pub fn parse(text: &str, read_at: DateTime<Utc>) -> Result<Self, JournalError> {
        let mut journal = Self { charges: HashMap::new(), refunds: HashMap::new(), read_at };
        for (at, text) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let wrong = |why: String| JournalError { line: at + 1, why };
            if at == JOURNAL_LINES_MAX {
                return Err(wrong(format!("a journal has {JOURNAL_LINES_MAX} lines at most")));
            }
            let line: Line =
                serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
            let code = line.currency.to_ascii_uppercase();
            let currency =
                Currency::parse(&code).ok_or_else(|| wrong(format!("{code:?} is no currency")))?;
            let all = match line.kind {
                Kind::Charge => &mut journal.charges,
                Kind::Refund => &mut journal.refunds,
            };
            all.entry(line.key).or_default().push(Money::new(line.amount, currency));
        }
        Ok(journal)
    }
}

/// What the provider has moved for an order, and what we say it has.
pub(super) fn check(journal: &Journal, it: &Whole) -> Vec<Violation> {
    // The provider knows nothing of transfers.
    let through: Vec<&Payment> = it.payments.iter().filter(|it| it.token.is_some()).collect();
    let payments = through.iter().map(|payment| Claim {
        name: "payment",
        amount: payment.amount,
        state: payment.state.name(),
        has_moved: payment.state == PaymentState::Succeeded,
        // A job still tells the provider of what was cancelled here, and hears how it stands.
        is_over: matches!(payment.state, PaymentState::Failed | PaymentState::Cancelled)
            && payment.next_check_at.is_none(),
        settled_at: payment.settled_at,
        moved: journal.charges.get(&payment.gateway_key),
    });
    let is_through = |refund: &&Refund| {
        refund.route == RefundRoute::Provider && through.iter().any(|it| it.id == refund.payment_id)
    };
    let refunds = it.refunds.iter().filter(is_through).map(|refund| Claim {
        name: "refund",
        amount: refund.amount,
        state: refund.state.name(),
        has_moved: refund.state == RefundState::Succeeded,
        is_over: refund.state == RefundState::Failed,
        settled_at: refund.settled_at,
        moved: journal.refunds.get(&refund.gateway_key),
    });
    let mut found: Vec<Violation> =
        payments.chain(refunds).filter_map(|claim| claim.wrong(journal, it)).collect();
    let kept = through.iter().filter(|payment| {
        let charged = journal.charges.contains_key(&payment.gateway_key);
        charged && !payment.surplus && payment.state != PaymentState::Cancelled
    });
    if 1 < kept.count() {
        let what = "the provider has taken money for several payments of it";
        found.push(it.violation(CHECK, what, "the customer has paid twice"));
    }
    found
}

/// What we say of a payment or refund.
struct Claim<'a> {
    name: &'static str,
    amount: Money,
    state: &'static str,
    has_moved: bool,
    /// Nothing is to come of it any more.
    is_over: bool,
    settled_at: Option<DateTime<Utc>>,
    moved: Option<&'a Vec<Money>>,
}

impl Claim<'_> {
    fn wrong(&self, journal: &Journal, it: &Whole) -> Option<Violation> {
        let Self { name, amount, state, .. } = self;
        let moved = self.moved.map_or(&[][..], Vec::as_slice);
        let is_in_time = self.settled_at.is_some_and(|at| at < journal.read_at);
        let (what, meaning) = match moved {
            [] if self.has_moved && is_in_time => (
                format!("its {name} of {amount} is {state}, and the provider has moved nothing"),
                "money is counted that was not moved",
            ),
            [] => return None,
            [once] if once == amount && self.is_over => (
                format!("its {name} of {amount} is {state}, and the provider has moved it"),
                "money was moved that is not counted",
            ),
            [once] if once == amount => return None,
            [once] => (
                format!("its {name} is of {amount}, and the provider has moved {once}"),
                "too much or too little was moved",
            ),
            several => (
                format!("the provider has moved its {name} of {amount} {} times", several.len()),
                "it may be moved once",
            ),
        };
        Some(it.violation(CHECK, what, meaning))
    }
}

/// Money that the provider has moved under keys that we do not have.
pub(super) async fn strangers(run: &mut Run<'_>) -> Result<(), StorageError> {
    let Some(journal) = run.journal else { return Ok(()) };
    let mut keys: Vec<&str> =
        journal.charges.keys().chain(journal.refunds.keys()).map(String::as_str).collect();
    keys.sort_unstable();
    for page in keys.chunks(usize::try_from(PAGE).expect("a small number")) {
        let known = ledger::known_keys(&run.db, page).await?;
        for key in page.iter().filter(|key| !known.iter().any(|it| it == *key)) {
            run.tell(&Violation {
                check: CHECK,
                subject: format!("key {key}"),
                what: "the provider has moved money under it, and it is not ours".into(),
                meaning: "a payment or a refund was removed, or another shop uses the account",
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_is_read_line_by_line_and_what_cannot_be_is_named() {
        let at = DateTime::UNIX_EPOCH;
        let good = "{\"kind\":\"charge\",\"key\":\"k\",\"amount\":609,\"currency\":\"eur\",\
                    \"reference\":\"ch_1\"}\n\n";
        let journal = Journal::parse(good, at).expect("it is a journal");
        assert_eq!(journal.charges["k"], [Money::new(609, Currency::EUR)]);
        assert!(journal.refunds.is_empty());
        for bad in ["nonsense", "{\"kind\":\"charge\"}", &good.replace("eur", "abc")] {
            let error = Journal::parse(&format!("\n{bad}"), at).expect_err("it is none");
            assert_eq!(error.line, 2, "{error}");
        }
    }
}
