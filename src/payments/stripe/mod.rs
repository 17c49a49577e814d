//! Stripe, over its own HTTP API. What we send carries our key twice: as the key against doing it
//! again, which Stripe forgets after a day, and in the metadata, where it is found for ever.

mod amounts;
mod charges;
mod client;
mod events;
mod means;
mod refunds;

use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use secrecy::SecretString;

use super::{
    About, Charge, Gateway, GiveBack, MeanDetails, NoAnswer, NotAnEvent, Outcome, Owner,
    Preparation, RefundOutcome,
};
use crate::clock::Clock;
use crate::domain::payment::MethodKind;
use client::Client;

pub use client::{ANSWER_BYTES_MAX, API_BASE, PAGE_OBJECTS, PAGES_MAX};
pub use events::{SIGNATURE_BYTES_MAX, SIGNATURES_MAX, TOLERANCE};

/// Metadata of charges and refunds: our key.
const KEY: &str = "buono_key";
const KEY_FIELD: &str = "metadata[buono_key]";
/// Metadata of Stripe's customers: our customer's id.
const CUSTOMER: &str = "buono_customer";
const CUSTOMER_FIELD: &str = "metadata[buono_customer]";

/// How Stripe is reached.
pub struct Account {
    pub key: SecretString,
    /// Each of them may have signed a webhook: while one is replaced there are two.
    pub webhook_secrets: Vec<SecretString>,
    pub api_base: String,
    /// How long an answer may take.
    pub time: Duration,
    /// Where customers come back to after what they had to do at Stripe.
    pub return_url: String,
}

pub struct Stripe {
    client: Client,
    clock: Clock,
    return_url: String,
    webhook_secrets: Vec<SecretString>,
}

impl Stripe {
    /// Nothing is asked yet.
    pub fn new(account: Account, clock: Clock) -> Result<Self, String> {
        Ok(Self {
            client: Client::new(&account.key, &account.api_base, account.time)?,
            clock,
            return_url: account.return_url,
            webhook_secrets: account.webhook_secrets,
        })
    }
}

impl Gateway for Stripe {
    fn name(&self) -> &'static str {
        "stripe"
    }

    fn charge<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Outcome, NoAnswer>> {
        self.take(charge).boxed()
    }

    fn find<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Option<Outcome>, NoAnswer>> {
        self.look_up(charge).boxed()
    }

    fn cancel<'a>(&'a self, charge: &'a Charge) -> BoxFuture<'a, Result<Outcome, NoAnswer>> {
        self.end(charge).boxed()
    }

    fn refund<'a>(&'a self, it: &'a GiveBack) -> BoxFuture<'a, Result<RefundOutcome, NoAnswer>> {
        self.give_back(it).boxed()
    }

    fn find_refund<'a>(
        &'a self,
        it: &'a GiveBack,
    ) -> BoxFuture<'a, Result<Option<RefundOutcome>, NoAnswer>> {
        self.look_up_refund(it).boxed()
    }

    fn mean<'a>(
        &'a self,
        kind: MethodKind,
        token: &'a str,
        owner: &'a Owner,
    ) -> BoxFuture<'a, Result<Option<MeanDetails>, NoAnswer>> {
        self.register(kind, token, owner).boxed()
    }

    fn prepare<'a>(
        &'a self,
        kind: MethodKind,
        owner: &'a Owner,
    ) -> BoxFuture<'a, Result<Option<Preparation>, NoAnswer>> {
        self.set_up(kind, owner).boxed()
    }

    fn event(&self, signature: &str, body: &[u8]) -> Result<String, NotAnEvent> {
        events::check(&self.webhook_secrets, signature, body, self.clock.now())
    }

    fn about(&self, event: &str) -> Option<About> {
        events::about(event)
    }
}
