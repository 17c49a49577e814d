//! The audit log: what operators read, and what operators and services did, as a chain of rows in
//! which each carries the hash of the one before. It names orders and customers by their references,
//! and holds no other personal data.
//!
//! Whoever can write to the database can write the whole chain anew. What shows even that is a hash
//! that was kept elsewhere: the chain has to go through it for ever.

use std::fmt::Write;

use chrono::{DateTime, SubsecRound, Utc};
use sha2::{Digest, Sha256};

use super::actor::{Actor, ActorKind};

/// What stands for the hash before the first row.
pub const BEFORE_THE_FIRST: &str =
    "0000000000000000000000000000000000000000000000000000000000000000";
/// The subject of what is about every order.
pub const EVERYTHING: &str = "*";

/// Keeps these hashes apart from all others: of another encoding, or another purpose.
const PURPOSE: &[u8] = b"Buono, a row of the audit log, version 1";
/// Both databases keep so many digits of a second.
const DIGITS_OF_A_SECOND: u16 = 6;

named! {
    /// What somebody did, or read.
    pub enum Verb {
        OrderPlace = "ORDER_PLACE",
        OrderReorder = "ORDER_REORDER",
        OrderPay = "ORDER_PAY",
        OrderCancel = "ORDER_CANCEL",
        OrderWithdraw = "ORDER_WITHDRAW",
        OrderApprove = "ORDER_APPROVE",
        OrderRefuse = "ORDER_REFUSE",
        OrderRequestDocuments = "ORDER_REQUEST_DOCUMENTS",
        DocumentReview = "DOCUMENT_REVIEW",
        OrderLineDeliver = "ORDER_LINE_DELIVER",
        OrderLineFail = "ORDER_LINE_FAIL",
        OrderNote = "ORDER_NOTE",
        OrderClaim = "ORDER_CLAIM",
        PaymentRecord = "PAYMENT_RECORD",
        PaymentSettle = "PAYMENT_SETTLE",
        RefundSettle = "REFUND_SETTLE",
        RefundRetry = "REFUND_RETRY",
        RefundRecord = "REFUND_RECORD",
        CustomerUpsert = "CUSTOMER_UPSERT",
        CustomerCredit = "CUSTOMER_CREDIT",
        OrderRead = "ORDER_READ",
        CustomerRead = "CUSTOMER_READ",
        PurchaseOrderRead = "PURCHASE_ORDER_READ",
        DocumentRead = "DOCUMENT_READ",
        /// One order, from now on.
        OrderFollow = "ORDER_FOLLOW",
        /// Every order that changes from now on, with its customer.
        OrdersFollow = "ORDERS_FOLLOW",
    }
}

/// What is to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    pub actor_kind: ActorKind,
    pub actor: String,
    pub verb: Verb,
    /// The number of an order or the reference of a customer, as the verb has it.
    pub subject: String,
    /// A line, how a note was meant, or why an operator settled money by hand: nothing else that a
    /// person wrote.
    pub detail: Option<String>,
}

impl Deed {
    /// `None` for customers, whose own deeds are in the history of their orders, and for Buono's own
    /// jobs.
    pub fn of(actor: &Actor, verb: Verb, subject: impl Into<String>) -> Option<Self> {
        let actor_kind = actor.kind();
        matches!(actor_kind, ActorKind::Operator | ActorKind::Service).then(|| Self {
            actor_kind,
            actor: actor.name().to_owned(),
            verb,
            subject: subject.into(),
            detail: None,
        })
    }

    #[must_use]
    pub fn with(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }
}

/// A row of the log. Its words are as they are stored: a row that was changed may hold any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub at: DateTime<Utc>,
    pub actor_kind: String,
    pub actor: String,
    pub action: String,
    pub subject: String,
    pub detail: Option<String>,
    pub previous_hash: String,
    pub hash: String,
}

impl Row {
    /// The next row after one with this hash.
    pub fn after(previous_hash: &str, at: DateTime<Utc>, deed: Deed) -> Self {
        let mut row = Self {
            at: at.trunc_subsecs(DIGITS_OF_A_SECOND),
            actor_kind: deed.actor_kind.name().to_owned(),
            actor: deed.actor,
            action: deed.verb.name().to_owned(),
            subject: deed.subject,
            detail: deed.detail,
            previous_hash: previous_hash.to_owned(),
            hash: String::new(),
        };
        row.hash = row.computed();
        row
    }

    /// What its hash has to be. Every field comes with its length before it, so that no two rows
    /// have the same bytes, however their fields are cut.
    fn computed(&self) -> String {
        let at = self.at.timestamp_micros().to_be_bytes();
        let is_detailed = [u8::from(self.detail.is_some())];
        let fields: [&[u8]; 9] = [
            PURPOSE,
            self.previous_hash.as_bytes(),
            &at,
            self.actor_kind.as_bytes(),
            self.actor.as_bytes(),
            self.action.as_bytes(),
            self.subject.as_bytes(),
            &is_detailed,
            self.detail.as_deref().unwrap_or_default().as_bytes(),
        ];
        let mut digest = Sha256::new();
        for field in fields {
            digest.update(u64::try_from(field.len()).expect("it is in memory").to_be_bytes());
            digest.update(field);
        }
        digest.finalize().iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a String takes everything");
            text
        })
    }
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Its hash is not that of its fields.
    Changed,
    /// It does not follow the row before it.
    Unlinked,
}

/// Walks along the log, the oldest row first.
#[derive(Debug)]
pub struct Chain {
    /// The hash of the newest row so far.
    pub head: String,
    anchor: Option<String>,
    pub passed_anchor: bool,
}

impl Chain {
    /// `anchor`: a hash that was kept elsewhere.
    pub fn new(anchor: Option<&str>) -> Self {
        let passed_anchor = anchor.is_none_or(|it| it == BEFORE_THE_FIRST);
        Self { head: BEFORE_THE_FIRST.into(), anchor: anchor.map(str::to_owned), passed_anchor }
    }

    /// Goes on with the row as it stands, so that each damage is told once.
    pub fn next(&mut self, row: &Row) -> Vec<Damage> {
        let mut damage = Vec::new();
        if row.previous_hash != self.head {
            damage.push(Damage::Unlinked);
        }
        if row.computed() != row.hash {
            damage.push(Damage::Changed);
        }
        self.passed_anchor |= damage.is_empty() && self.anchor.as_ref() == Some(&row.hash);
        self.head.clone_from(&row.hash);
        damage
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        let marco = Actor::Operator { name: "marco".into(), scopes: Vec::new() };
        let mut head = BEFORE_THE_FIRST.to_owned();
        let verbs = [Verb::OrderRead, Verb::OrderApprove, Verb::OrderNote, Verb::CustomerRead];
        let row = |verb| {
            let deed = Deed::of(&marco, verb, "BO26-00000-00000").expect("an operator's");
            let row = Row::after(&head, DateTime::UNIX_EPOCH, deed);
            head.clone_from(&row.hash);
            row
        };
        verbs.map(row).into()
    }

    fn damage(rows: &[Row]) -> Vec<(usize, Damage)> {
        let mut chain = Chain::new(None);
        let told = |(at, row)| chain.next(row).into_iter().map(move |it| (at, it)).collect();
        rows.iter().enumerate().flat_map::<Vec<_>, _>(told).collect()
    }

    #[test]
    fn a_chain_that_nobody_touched_is_whole() {
        assert_eq!(damage(&rows()), []);
    }

    #[test]
    fn the_hash_is_the_same_in_every_version() {
        let hash = "f6c4bb3635a147baf688624fe677a0acc037ced009efdbaf263a93a2211e4d44";
        assert_eq!(rows()[0].hash, hash, "a new version could not check what an old one wrote");
    }

    #[test]
    fn every_field_is_in_the_hash() {
        let changes: [fn(&mut Row); 6] = [
            |row| row.at += chrono::TimeDelta::microseconds(1),
            |row| row.actor_kind = "SERVICE".into(),
            |row| row.actor.push('x'),
            |row| row.action = "ORDER_REFUSE".into(),
            |row| row.subject.push('x'),
            |row| row.detail = Some(String::new()),
        ];
        for change in changes {
            let mut rows = rows();
            change(&mut rows[1]);
            assert_eq!(damage(&rows), [(1, Damage::Changed)]);
        }
    }

    #[test]
    fn fields_that_are_cut_elsewhere_have_another_hash() {
        let mut row = rows().remove(0);
        (row.actor, row.action) = ("ab".into(), "c".into());
        let before = row.computed();
        (row.actor, row.action) = ("a".into(), "bc".into());
        assert_ne!(row.computed(), before);
    }

    #[test]
    fn rows_that_are_removed_put_in_or_moved_are_seen() {
        let mut removed = rows();
        removed.remove(1);
        assert_eq!(damage(&removed), [(1, Damage::Unlinked)]);
        let mut from_the_start = rows();
        from_the_start.remove(0);
        assert_eq!(damage(&from_the_start), [(0, Damage::Unlinked)]);
        let mut put_in = rows();
        put_in.insert(1, put_in[2].clone());
        assert_eq!(damage(&put_in).len(), 2);
        let mut moved = rows();
        moved.swap(1, 2);
        assert_eq!(damage(&moved).len(), 3);
        // A row that was changed together with its hash.
        let mut forged = rows();
        forged[1].actor.push('x');
        forged[1].hash = forged[1].computed();
        assert_eq!(damage(&forged), [(2, Damage::Unlinked)]);
    }

    #[test]
    fn only_an_anchor_shows_that_the_end_is_missing_or_that_all_was_written_anew() {
        let whole = rows();
        let anchored = |rows: &[Row]| {
            let mut chain = Chain::new(Some(&whole[2].hash));
            for row in rows {
                assert_eq!(chain.next(row), []);
            }
            chain.passed_anchor
        };
        assert!(anchored(&whole) && anchored(&whole[..3]) && !anchored(&whole[..2]));
    }

    #[test]
    fn customers_and_jobs_leave_no_row() {
        assert_eq!(Deed::of(&Actor::System, Verb::OrderCancel, "x"), None);
    }
}
