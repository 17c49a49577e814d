//! How often one caller may ask: a customer by who it is, a visitor by the address that it comes from.

mod rate;
mod table;

use std::net::IpAddr;

use async_graphql::ServerError;
use async_graphql::parser::types::{ExecutableDocument, OperationDefinition, Selection};
use axum::http::StatusCode;
use chrono::{DateTime, Utc};

use super::address::neighbourhood;
use super::failure::{Failure, error};
use crate::domain::actor::Actor;
use crate::graphql::{PAYS, WITHDRAWS};

pub use rate::Rate;
pub use table::Limited;
use table::Table;

/// The rates, as the settings give them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateLimits {
    /// Off for load and fault tests.
    pub on: bool,
    pub customer: Rate,
    /// Operators and services.
    pub staff: Rate,
    /// One address without a token.
    pub anonymous: Rate,
    pub pay: Rate,
    pub withdraw: Rate,
    /// Tokens of one address that are refused.
    pub failed_authentication: Rate,
    /// How many callers each rate remembers.
    pub callers_max: usize,
}

impl Default for RateLimits {
    fn default() -> Self {
        Self {
            on: true,
            customer: Rate::per_second(20, 60),
            staff: Rate::per_second(100, 300),
            anonymous: Rate::per_second(10, 30),
            pay: Rate::per_minute(5),
            withdraw: Rate::per_minute(3),
            failed_authentication: Rate::per_minute(10),
            callers_max: 100_000,
        }
    }
}

/// What an operation is for, as far as rates differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Ask,
    Pay,
    Withdraw,
}

/// Counts what callers do.
pub struct Rates {
    on: bool,
    customers: Table<String>,
    staff: Table<String>,
    visitors: Table<IpAddr>,
    payments: Table<String>,
    withdrawals: Table<String>,
    refused_tokens: Table<IpAddr>,
}

impl Rates {
    pub fn new(limits: &RateLimits) -> Self {
        let most = limits.callers_max;
        Self {
            on: limits.on,
            customers: Table::new(limits.customer, most),
            staff: Table::new(limits.staff, most),
            visitors: Table::new(limits.anonymous, most),
            payments: Table::new(limits.pay, most),
            withdrawals: Table::new(limits.withdraw, most),
            refused_tokens: Table::new(limits.failed_authentication, most),
        }
    }

    /// Counts one request.
    pub fn ask(&self, actor: Option<&Actor>, from: IpAddr, now: DateTime<Utc>) -> Spent {
        self.counted(|| match actor {
            Some(actor @ Actor::Customer { .. }) => self.customers.spend(actor.account(), now),
            Some(actor) => self.staff.spend(actor.account(), now),
            None => self.visitors.spend(neighbourhood(from), now),
        })
    }

    /// Counts what has a rate of its own, besides the request itself.
    pub fn act(&self, purpose: Purpose, actor: Option<&Actor>, now: DateTime<Utc>) -> Spent {
        // Visitors cannot do any of it.
        let Some(actor) = actor else { return Ok(()) };
        self.counted(|| match purpose {
            Purpose::Ask => Ok(()),
            Purpose::Pay => self.payments.spend(actor.account(), now),
            Purpose::Withdraw => self.withdrawals.spend(actor.account(), now),
        })
    }

    /// Counts a token that was refused. Good tokens of the same address are not held back by it: many
    /// people may share one, and a guess that is refused later is worth nothing more.
    pub fn refuse_token(&self, from: IpAddr, now: DateTime<Utc>) -> Spent {
        self.counted(|| self.refused_tokens.spend(neighbourhood(from), now))
    }

    fn counted(&self, spend: impl FnOnce() -> Spent) -> Spent {
        if self.on { spend() } else { Ok(()) }
    }
}

/// Whether it was within the rate.
pub type Spent = Result<(), Limited>;

impl Purpose {
    /// The guard lets one such field pass a document, wherever it stands among the operation's own.
    pub fn of(document: &ExecutableDocument, operation: &OperationDefinition) -> Self {
        let mut waiting = vec![&operation.selection_set.node];
        while let Some(set) = waiting.pop() {
            for selection in &set.items {
                match &selection.node {
                    Selection::Field(field) if field.node.name.node == PAYS => return Self::Pay,
                    Selection::Field(field) if field.node.name.node == WITHDRAWS => {
                        return Self::Withdraw;
                    }
                    Selection::Field(_) => {}
                    Selection::InlineFragment(it) => waiting.push(&it.node.selection_set.node),
                    Selection::FragmentSpread(it) => {
                        let fragment = document.fragments.get(&it.node.fragment_name.node);
                        waiting.extend(fragment.map(|it| &it.node.selection_set.node));
                    }
                }
            }
        }
        Self::Ask
    }
}

impl Limited {
    /// Whole seconds to wait: waiting less would be in vain.
    fn retry_after(self) -> i64 {
        self.wait.num_milliseconds().unsigned_abs().div_ceil(1_000).cast_signed()
    }

    pub fn message(self) -> String {
        let (rate, seconds) = (self.rate, self.retry_after());
        let unit = if seconds == 1 { "second" } else { "seconds" };
        format!("Too many requests: the limit is {rate}. Try again in {seconds} {unit}.")
    }
}

impl From<Limited> for ServerError {
    fn from(limited: Limited) -> Self {
        let mut error = error("RATE_LIMITED", limited.message());
        let extensions = error.extensions.get_or_insert_default();
        extensions.set("retryAfter", limited.retry_after());
        error
    }
}

impl From<Limited> for Failure {
    fn from(limited: Limited) -> Self {
        Self { status: StatusCode::TOO_MANY_REQUESTS, errors: vec![limited.into()] }
    }
}
