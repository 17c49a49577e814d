//! What a customer can do with an order now, and if not, why.

use chrono::{DateTime, Utc};

use super::order::Order;
use super::status::OrderStatus;
use super::withdrawal::{BlockerCode, Right};

#[cfg(test)]
mod tests;

named! {
    /// What can be offered for an order, in the order of the menu.
    pub enum ActionKind {
        ViewHtml = "VIEW_HTML",
        Track = "TRACK",
        Pay = "PAY",
        Cancel = "CANCEL",
        Withdraw = "WITHDRAW",
        Reorder = "REORDER",
        UploadDocument = "UPLOAD_DOCUMENT",
    }
}

/// Why an action is not possible now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionRefusal {
    AlreadyPaid,
    Expired,
    /// Cancelled, or on the way there.
    Cancelled,
    NothingToPay,
    PaymentInProgress,
    /// A paid order is withdrawn from, not cancelled.
    PaidSoWithdraw,
    /// No document is asked for.
    NothingRequested,
    /// The first of the blockers of the right of withdrawal.
    Withdrawal(BlockerCode),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Action {
    pub kind: ActionKind,
    /// `None` when it is possible.
    pub refusal: Option<ActionRefusal>,
    /// The last moment it is possible, where there is one and it is possible.
    pub until: Option<DateTime<Utc>>,
}

/// All seven, always in the same order. `payment_in_progress` is for money that may still come by
/// itself: a payment that only waits for the customer is not in the way. `documents_open` is for a
/// request for documents that is not answered yet.
pub fn actions(
    order: &Order,
    right: &Right,
    payment_in_progress: bool,
    documents_open: bool,
    now: DateTime<Utc>,
) -> Vec<Action> {
    let action = |&kind: &ActionKind| {
        let refusal = match kind {
            // An order may be seen at any time, whatever became of it.
            ActionKind::ViewHtml | ActionKind::Track | ActionKind::Reorder => None,
            ActionKind::Pay => pay(order, payment_in_progress, now),
            ActionKind::Cancel => cancel(order, payment_in_progress),
            ActionKind::Withdraw => right.blockers.first().copied().map(ActionRefusal::Withdrawal),
            ActionKind::UploadDocument => upload(order, documents_open),
        };
        let until = match (kind, refusal) {
            (ActionKind::Pay, None) => Some(order.expires_at),
            (ActionKind::Withdraw, None) => right.ends_at,
            _ => None,
        };
        Action { kind, refusal, until }
    };
    ActionKind::ALL.iter().map(action).collect()
}

fn pay(order: &Order, in_progress: bool, now: DateTime<Utc>) -> Option<ActionRefusal> {
    over(order).or(if order.total == 0 {
        Some(ActionRefusal::NothingToPay)
    } else if order.status != OrderStatus::NotPaid && !order.awaits_money() {
        Some(ActionRefusal::AlreadyPaid)
    } else if in_progress || order.received != 0 {
        Some(ActionRefusal::PaymentInProgress)
    } else if order.expires_at <= now {
        Some(ActionRefusal::Expired)
    } else {
        None
    })
}

fn cancel(order: &Order, payment_in_progress: bool) -> Option<ActionRefusal> {
    over(order).or(if order.status != OrderStatus::NotPaid {
        Some(ActionRefusal::PaidSoWithdraw)
    } else if payment_in_progress {
        Some(ActionRefusal::PaymentInProgress)
    } else {
        None
    })
}

fn upload(order: &Order, documents_open: bool) -> Option<ActionRefusal> {
    over(order).or((!documents_open).then_some(ActionRefusal::NothingRequested))
}

fn over(order: &Order) -> Option<ActionRefusal> {
    match order.status {
        OrderStatus::Cancelling | OrderStatus::Cancelled => Some(ActionRefusal::Cancelled),
        OrderStatus::Expired => Some(ActionRefusal::Expired),
        _ => None,
    }
}
