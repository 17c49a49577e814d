//! An order as its history tells it: whether each entry may follow the one before, and where the
//! order stands after the last.
//!
//! One thing the history does not tell: whether a withdrawal was from the last line. Both is then
//! held to be possible, until a later entry, or the order's lines, say which it was.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::document::is_being_checked;
use super::history::{Entry, EventKind};
use super::order::Order;
use super::status::{Move, OrderStatus};

/// What a history comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Where the order can stand; more than one only after a withdrawal.
    pub statuses: BTreeSet<OrderStatus>,
    pub created_at: Option<DateTime<Utc>>,
    pub paid_at: Option<DateTime<Utc>>,
    pub accepted_at: Option<DateTime<Utc>>,
    pub refused_at: Option<DateTime<Utc>>,
    pub delivered_at: Option<DateTime<Utc>>,
    pub cancelled_at: Option<DateTime<Utc>>,
    pub expired_at: Option<DateTime<Utc>>,
    /// It went on without the money, which is to come later.
    pub is_deferred: bool,
    last: Option<EventKind>,
}

/// What is wrong with a history, or with its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// The entry at this place should have this number.
    Hole { expected: i64, found: i64 },
    /// This entry cannot follow those before it.
    Impossible { sequence: i64, kind: EventKind },
    /// The order counts another number of entries.
    Count { order: i64, entries: i64 },
    /// The order stands where its history does not lead.
    Status { order: OrderStatus, told: BTreeSet<OrderStatus> },
    /// The order has another time of this than its history.
    Time { what: &'static str },
}

/// Holds an order against its history, the oldest entry first.
pub fn contradictions(order: &Order, history: &[Entry]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for (entry, expected) in history.iter().zip(1..) {
        if entry.sequence != expected {
            found.push(Contradiction::Hole { expected, found: entry.sequence });
            break;
        }
    }
    let entries = i64::try_from(history.len()).expect("it is in memory");
    if order.sequence != entries && found.is_empty() {
        found.push(Contradiction::Count { order: order.sequence, entries });
    }
    match told(history) {
        // Of a history that is not whole the rest follows from that.
        _ if !found.is_empty() => {}
        Err(impossible) => found.push(impossible),
        Ok(told) => found.extend(disagreements(order, &told)),
    }
    found
}

/// Reads a history from its first entry to its last.
pub fn told(history: &[Entry]) -> Result<Told, Contradiction> {
    let mut told = Told::default();
    for entry in history {
        let (sequence, kind) = (entry.sequence, entry.kind);
        told.take(entry).ok_or(Contradiction::Impossible { sequence, kind })?;
    }
    Ok(told)
}

impl Told {
    fn take(&mut self, entry: &Entry) -> Option<()> {
        use EventKind as E;
        let at = Some(entry.at);
        if (entry.kind == E::OrderCreated) != self.statuses.is_empty() {
            return None;
        }
        match entry.kind {
            E::OrderCreated => {
                self.statuses.insert(OrderStatus::NotPaid);
                self.created_at = at;
            }
            E::PaymentAwaited | E::PaymentInitiated => self.stands(OrderStatus::NotPaid)?,
            // Orders that cost nothing are paid when they are made; others go on with the money, or
            // by agreement without it.
            E::ValidationStarted => {
                self.goes(&[Move::Pay])?;
                if matches!(self.last, Some(E::PaymentReceived | E::OrderCreated)) {
                    self.paid_at = at;
                } else {
                    self.is_deferred = true;
                }
            }
            // What comes after the end is not for the order any more.
            E::PaymentReceived if self.is_deferred && self.paid_at.is_none() && !self.is_over() => {
                self.paid_at = at;
            }
            // One that will not do is asked for again, also while others are waited for.
            E::DocumentsRequested if self.waits_for_documents() => {
                self.stands(OrderStatus::DocumentsRequested)?;
            }
            E::DocumentsRequested => self.goes(&[Move::RequestDocuments])?,
            // More may come, and is looked at, until the check is over.
            E::DocumentReceived | E::DocumentAccepted => self.is_checked()?,
            E::DocumentsReceived => self.goes(&[Move::ReceiveDocuments])?,
            E::OrderRefused => {
                self.goes(&[Move::Refuse])?;
                self.refused_at = at;
            }
            E::OrderAccepted => {
                self.goes(&[Move::Approve])?;
                self.accepted_at = at;
            }
            E::DeliveryStarted => self.stands(OrderStatus::Delivering)?,
            E::LineDelivered | E::DeliveryDelayed | E::DeliveryFailed => {
                self.goes(&[Move::DeliverLine])?;
            }
            E::OrderDelivered => {
                self.goes(&[Move::DeliverLastLine])?;
                self.delivered_at = at;
            }
            E::WithdrawalReceived => {
                let before = self.statuses.clone();
                self.goes(&[Move::Withdraw])?;
                let partly = |it: &OrderStatus| it.after(Move::Withdraw).is_ok();
                self.statuses.extend(before.into_iter().filter(partly));
            }
            E::OrderCancelled => {
                self.goes(&[Move::Cancel, Move::FinishRefund])?;
                self.cancelled_at = at;
            }
            E::OrderExpired => {
                self.goes(&[Move::Expire])?;
                self.expired_at = at;
            }
            // Money and words come whenever they come.
            E::PaymentActionRequired
            | E::PaymentFailed
            | E::PaymentCancelled
            | E::PaymentPartReceived
            | E::PaymentReceived
            | E::ManualReview
            | E::RefundInitiated
            | E::RefundFailed
            | E::RefundCompleted
            | E::Note => {}
        }
        self.last = Some(entry.kind);
        Some(())
    }

    /// Whether it surely is.
    fn is_over(&self) -> bool {
        let over =
            |it: &OrderStatus| matches!(it, OrderStatus::Cancelling | OrderStatus::Cancelled);
        self.statuses.iter().all(over)
    }

    /// What is only so during the check.
    fn is_checked(&mut self) -> Option<()> {
        self.statuses.retain(|&status| is_being_checked(status));
        (!self.statuses.is_empty()).then_some(())
    }

    fn waits_for_documents(&self) -> bool {
        self.statuses.contains(&OrderStatus::DocumentsRequested)
    }

    /// Only where one of the moves is allowed can the order have been.
    fn goes(&mut self, moves: &[Move]) -> Option<()> {
        let next = |status: &OrderStatus| -> Vec<OrderStatus> {
            moves.iter().filter_map(|&it| status.after(it).ok()).collect()
        };
        self.statuses = self.statuses.iter().flat_map(next).collect();
        (!self.statuses.is_empty()).then_some(())
    }

    fn stands(&mut self, status: OrderStatus) -> Option<()> {
        self.statuses.retain(|it| *it == status);
        (!self.statuses.is_empty()).then_some(())
    }
}

fn disagreements(order: &Order, told: &Told) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let over = matches!(order.status, OrderStatus::Cancelling | OrderStatus::Cancelled);
    let whole = order.lines.iter().all(|line| line.withdrawn_at.is_some());
    if !told.statuses.contains(&order.status) || (whole && !order.lines.is_empty() && !over) {
        let told = told.statuses.clone();
        found.push(Contradiction::Status { order: order.status, told });
    }
    if told.is_deferred != order.due_on.is_some() {
        found.push(Contradiction::Time { what: "put off to be paid" });
    }
    let times = [
        ("created", Some(order.created_at), told.created_at),
        ("paid", order.paid_at, told.paid_at),
        ("accepted", order.accepted_at, told.accepted_at),
        ("refused", order.refused_at, told.refused_at),
        ("delivered", order.delivered_at, told.delivered_at),
        ("cancelled", order.cancelled_at, told.cancelled_at),
        ("expired", order.expired_at, told.expired_at),
    ];
    let differing = times.iter().filter(|(_, order, told)| order != told);
    found.extend(differing.map(|&(what, ..)| Contradiction::Time { what }));
    found
}

#[cfg(test)]
mod tests {
    use super::super::actor::ActorKind;
    use super::super::tracking::StepName;
    use super::*;

    fn history(kinds: &[EventKind]) -> Vec<Entry> {
        let entry = |(sequence, &kind)| Entry {
            sequence,
            kind,
            at: DateTime::UNIX_EPOCH,
            step: StepName::Validating,
            actor: ActorKind::System,
            detail: None,
        };
        (1..).zip(kinds).map(entry).collect()
    }

    fn statuses(kinds: &[EventKind]) -> Vec<OrderStatus> {
        told(&history(kinds)).expect("it is possible").statuses.into_iter().collect()
    }

    #[test]
    fn a_history_leads_to_one_status_unless_something_was_withdrawn_from() {
        use EventKind as E;
        let mut kinds = vec![E::OrderCreated, E::PaymentAwaited];
        assert_eq!(statuses(&kinds), [OrderStatus::NotPaid]);
        kinds.extend([E::PaymentInitiated, E::PaymentReceived, E::ValidationStarted]);
        assert_eq!(statuses(&kinds), [OrderStatus::Checking]);
        kinds.extend([E::OrderAccepted, E::DeliveryStarted, E::LineDelivered]);
        assert_eq!(statuses(&kinds), [OrderStatus::Delivering]);
        kinds.push(E::WithdrawalReceived);
        assert_eq!(statuses(&kinds), [OrderStatus::Delivering, OrderStatus::Cancelling]);
        kinds.push(E::OrderDelivered);
        assert_eq!(statuses(&kinds), [OrderStatus::Delivered]);
        kinds.extend([E::WithdrawalReceived, E::RefundInitiated, E::OrderCancelled]);
        assert_eq!(statuses(&kinds), [OrderStatus::Cancelled]);
    }

    #[test]
    fn documents_are_asked_for_again_whether_others_are_waited_for_or_not() {
        use EventKind as E;
        let mut kinds = vec![E::OrderCreated, E::ValidationStarted];
        kinds.extend([E::DocumentsRequested, E::DocumentsRequested]);
        assert_eq!(statuses(&kinds), [OrderStatus::DocumentsRequested]);
        kinds.extend([E::DocumentReceived, E::DocumentsReceived, E::DocumentsRequested]);
        kinds.extend([E::DocumentReceived, E::DocumentsReceived, E::DocumentAccepted]);
        assert_eq!(statuses(&kinds), [OrderStatus::Checking]);
        kinds.extend([E::OrderAccepted, E::DeliveryStarted, E::DocumentReceived]);
        assert!(told(&history(&kinds)).is_err(), "the check is over");
    }

    #[test]
    fn an_order_that_is_paid_later_is_paid_when_its_money_comes() {
        use EventKind as E;
        let mut kinds = vec![E::OrderCreated, E::PaymentAwaited, E::PaymentInitiated];
        kinds.extend([E::ValidationStarted, E::OrderAccepted, E::DeliveryStarted]);
        let unpaid = told(&history(&kinds)).expect("it is possible");
        assert!(unpaid.is_deferred && unpaid.paid_at.is_none());
        kinds.push(E::PaymentReceived);
        assert!(told(&history(&kinds)).expect("it is possible").paid_at.is_some());
    }

    #[test]
    fn what_the_life_cycle_does_not_allow_is_named() {
        use EventKind as E;
        for (kinds, sequence) in [
            (&[E::PaymentAwaited][..], 1),
            (&[E::OrderCreated, E::OrderCreated], 2),
            (&[E::OrderCreated, E::OrderAccepted], 2),
            (&[E::OrderCreated, E::OrderExpired, E::ValidationStarted], 3),
            (&[E::OrderCreated, E::ValidationStarted, E::OrderDelivered], 3),
            (&[E::OrderCreated, E::WithdrawalReceived], 2),
        ] {
            let kind = *kinds.last().expect("one");
            let impossible = Contradiction::Impossible { sequence, kind };
            assert_eq!(told(&history(kinds)), Err(impossible));
        }
    }
}
