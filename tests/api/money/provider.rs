//! A payment provider in memory that does what a test tells it. It honours keys, unless it is told
//! to forget them, and its journal holds the money it has moved.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use buono::clock::Clock;
use buono::domain::money::Money;
use buono::domain::payment::MethodKind;
use buono::payments::{
    Charge, Gateway, GiveBack, MeanDetails, NoAnswer, Outcome, Owner, RefundOutcome,
};
use chrono::TimeDelta;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, pending, ready};

/// What becomes of a charge whose key is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    Takes,
    /// The money is taken, and the answer gets lost.
    TakesSilently,
    TakesTooMuch,
    Declines,
    Waits,
    Pends,
}

/// What becomes of a refund whose key is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoesBack {
    Gives,
    GivesSilently,
    GivesTooMuch,
    Fails,
    Pends,
}

/// Whether anything reaches it, whatever it would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Open,
    /// Calls fail, and nothing of them arrives.
    Cut,
    /// Calls never end, and nothing of them arrives.
    Hangs,
}

/// How a charge stands at the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Taken(Money),
    Waiting,
    Pending,
    Declined,
    Cancelled,
}

/// Money that was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub kind: &'static str,
    pub key: String,
    pub amount: Money,
}

struct Told {
    does: Does,
    does_back: DoesBack,
    line: Line,
    honours_keys: bool,
    charges: BTreeMap<String, Standing>,
    refunds: BTreeMap<String, RefundOutcome>,
    journal: Vec<Moved>,
    /// What was asked: the verb and the key.
    asked: Vec<(&'static str, String)>,
}

#[derive(Clone)]
pub struct Provider {
    clock: Clock,
    told: Arc<Mutex<Told>>,
}

/// How long a charge that pends is not to be asked about.
pub const PENDS: TimeDelta = TimeDelta::minutes(1);

impl Provider {
    pub fn new(clock: Clock) -> Self {
        let told = Told {
            does: Does::Takes,
            does_back: DoesBack::Gives,
            line: Line::Open,
            honours_keys: true,
            charges: BTreeMap::new(),
            refunds: BTreeMap::new(),
            journal: Vec::new(),
            asked: Vec::new(),
        };
        Self { clock, told: Arc::new(Mutex::new(told)) }
    }

    fn with<T>(&self, change: impl FnOnce(&mut Told) -> T) -> T {
        change(&mut self.told.lock().expect("no holder of this lock can panic"))
    }

    pub fn does(&self, does: Does) {
        self.with(|told| told.does = does);
    }

    pub fn does_back(&self, does: DoesBack) {
        self.with(|told| told.does_back = does);
    }

    pub fn line(&self, line: Line) {
        self.with(|told| told.line = line);
    }

    /// Sabotage: each call is a new charge, whatever its key.
    pub fn forgets_keys(&self) {
        self.with(|told| told.honours_keys = false);
    }

    /// The customer, or the bank, does something there.
    pub fn becomes(&self, key: &str, standing: Standing) {
        self.with(|told| {
            if let Standing::Taken(amount) = standing {
                told.journal.push(Moved { kind: "charge", key: key.to_owned(), amount });
            }
            told.charges.insert(key.to_owned(), standing);
        });
    }

    /// Its records of a charge are lost.
    pub fn forgets(&self, key: &str) {
        self.with(|told| told.charges.remove(key));
    }

    /// A refund that pends comes to this.
    pub fn returned(&self, key: &str, outcome: RefundOutcome) {
        self.with(|told| {
            if let RefundOutcome::Succeeded { amount } = outcome {
                told.journal.push(Moved { kind: "refund", key: key.to_owned(), amount });
            }
            told.refunds.insert(key.to_owned(), outcome);
        });
    }

    pub fn standing(&self, key: &str) -> Option<Standing> {
        self.with(|told| told.charges.get(key).copied())
    }

    pub fn returning(&self, key: &str) -> Option<RefundOutcome> {
        self.with(|told| told.refunds.get(key).copied())
    }

    pub fn journal(&self) -> Vec<Moved> {
        self.with(|told| told.journal.clone())
    }

    /// The money that was moved under these keys.
    pub fn moved(&self, keys: &[&str]) -> Vec<Moved> {
        let of_them = |it: &&Moved| keys.contains(&it.key.as_str());
        self.with(|told| told.journal.iter().filter(of_them).cloned().collect())
    }

    /// The journal as lines of JSON: what `buono verify --journal` reads.
    pub fn lines(&self) -> String {
        let line = |it: &Moved| {
            let (minor, currency) = (it.amount.minor, it.amount.currency.code());
            let reference = format!("at_{}", it.key);
            let line = serde_json::json!({ "kind": it.kind, "key": it.key, "amount": minor,
                "currency": currency, "reference": reference });
            format!("{line}\n")
        };
        self.with(|told| told.journal.iter().map(line).collect())
    }

    /// The verbs it was asked with for a key, in their order.
    pub fn asked(&self, key: &str) -> Vec<&'static str> {
        let all = self.with(|told| told.asked.clone());
        all.into_iter().filter(|(_, asked)| asked == key).map(|(verb, _)| verb).collect()
    }

    /// Whether the call arrives at all, and what comes of it.
    fn call<'a, T: Send + 'a>(
        &self,
        verb: &'static str,
        key: &str,
        does: impl FnOnce(&mut Told) -> Result<T, NoAnswer>,
    ) -> BoxFuture<'a, Result<T, NoAnswer>> {
        self.with(|told| {
            told.asked.push((verb, key.to_owned()));
            match told.line {
                Line::Open => ready(does(told)).boxed(),
                Line::Cut => ready(Err(NoAnswer("the line is cut".into()))).boxed(),
                Line::Hangs => pending().boxed(),
            }
        })
    }

    fn outcome(&self, key: &str, standing: Standing) -> Outcome {
        let reference = format!("at_{key}");
        match standing {
            Standing::Taken(amount) => Outcome::Succeeded { reference, amount },
            Standing::Waiting => {
                Outcome::RequiresAction { reference, url: format!("https://pay.test/{key}") }
            }
            Standing::Pending => {
                Outcome::Pending { reference, ask_again_at: self.clock.now() + PENDS }
            }
            Standing::Declined => Outcome::Declined { code: "card_declined".into() },
            Standing::Cancelled => Outcome::Cancelled,
        }
    }
}

fn more(amount: Money) -> Money {
    Money::new(amount.minor + 1, amount.currency)
}

fn lost<T>() -> Result<T, NoAnswer> {
    Err(NoAnswer("the answer is lost".into()))
}

impl Gateway for Provider {
    fn name(&self) -> &'static str {
        "provider"
    }

    fn charge<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Outcome, NoAnswer>> {
        self.call("charge", &charge.key, |told| {
            let known = told.charges.get(&charge.key).copied();
            if let Some(standing) = known.filter(|_| told.honours_keys) {
                return Ok(self.outcome(&charge.key, standing));
            }
            let standing = match told.does {
                Does::Takes | Does::TakesSilently => Standing::Taken(charge.amount),
                Does::TakesTooMuch => Standing::Taken(more(charge.amount)),
                Does::Declines => Standing::Declined,
                Does::Waits => Standing::Waiting,
                Does::Pends => Standing::Pending,
            };
            told.charges.insert(charge.key.clone(), standing);
            if let Standing::Taken(amount) = standing {
                told.journal.push(Moved { kind: "charge", key: charge.key.clone(), amount });
            }
            let is_lost = told.does == Does::TakesSilently && known.is_none();
            if is_lost { lost() } else { Ok(self.outcome(&charge.key, standing)) }
        })
    }

    fn find<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Option<Outcome>, NoAnswer>> {
        self.call("find", &charge.key, |told| {
            let standing = told.charges.get(&charge.key).copied();
            Ok(standing.map(|standing| self.outcome(&charge.key, standing)))
        })
    }

    fn cancel<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Outcome, NoAnswer>> {
        self.call("cancel", &charge.key, |told| {
            let standing = told.charges.entry(charge.key.clone()).or_insert(Standing::Cancelled);
            if *standing == Standing::Waiting {
                *standing = Standing::Cancelled;
            }
            Ok(self.outcome(&charge.key, *standing))
        })
    }

    fn refund<'a>(&'a self, it: &'a GiveBack) -> BoxFuture<'a, Result<RefundOutcome, NoAnswer>> {
        self.call("refund", &it.key, |told| {
            if let Some(&outcome) = told.refunds.get(&it.key).filter(|_| told.honours_keys) {
                return Ok(outcome);
            }
            let outcome = match told.does_back {
                DoesBack::Gives | DoesBack::GivesSilently => {
                    RefundOutcome::Succeeded { amount: it.amount }
                }
                DoesBack::GivesTooMuch => RefundOutcome::Succeeded { amount: more(it.amount) },
                DoesBack::Fails => RefundOutcome::Failed,
                DoesBack::Pends => RefundOutcome::Pending,
            };
            told.refunds.insert(it.key.clone(), outcome);
            if let RefundOutcome::Succeeded { amount } = outcome {
                told.journal.push(Moved { kind: "refund", key: it.key.clone(), amount });
            }
            if told.does_back == DoesBack::GivesSilently { lost() } else { Ok(outcome) }
        })
    }

    fn find_refund<'a>(
        &'a self,
        it: &'a GiveBack,
    ) -> BoxFuture<'a, Result<Option<RefundOutcome>, NoAnswer>> {
        self.call("find_refund", &it.key, |told| Ok(told.refunds.get(&it.key).copied()))
    }

    fn mean<'a>(
        &'a self,
        _: MethodKind,
        token: &'a str,
        _: &'a Owner,
    ) -> BoxFuture<'a, Result<Option<MeanDetails>, NoAnswer>> {
        let (token, label) = (token.to_owned(), token.to_owned());
        ready(Ok(Some(MeanDetails { token, label, expires_on: None }))).boxed()
    }
}
