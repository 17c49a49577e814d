//! Refunds against their payments, what stays unclear for too long, and money that should go back.

use chrono::TimeDelta;

use super::Violation;
use super::orders::Whole;
use crate::domain::payment::{Payment, PaymentState, Refund, RefundState};
use crate::domain::status::OrderStatus;

const CHECK: &str = "money";
/// For how long a payment or a refund may be unclear.
const UNCLEAR_MAX: TimeDelta = TimeDelta::minutes(10);

pub(super) fn check(it: &Whole) -> Vec<Violation> {
    let mut found = Vec::new();
    for payment in &it.payments {
        found.extend(room(it, payment));
    }
    for refund in &it.refunds {
        found.extend(reason(it, refund));
    }
    found.extend(unclear(it));
    found.extend(kept(it));
    found
}

fn refunds_of<'a>(it: &'a Whole, payment: &Payment) -> impl Iterator<Item = &'a Refund> {
    let id = payment.id;
    it.refunds.iter().filter(move |refund| refund.payment_id == id)
}

/// Of this payment, in minor units: wider than the amounts, lest what was damaged overflow.
fn going_back(it: &Whole, payment: &Payment) -> i128 {
    let alive = |refund: &&Refund| refund.state != RefundState::Failed;
    refunds_of(it, payment).filter(alive).map(|refund| i128::from(refund.amount.minor)).sum()
}

/// Refunds take no more than was paid, and the room for them is what they take.
fn room(it: &Whole, payment: &Payment) -> Vec<Violation> {
    let mut found = Vec::new();
    let (amount, reserved, back) =
        (payment.amount, payment.refund_reserved, going_back(it, payment));
    if i128::from(reserved) != back {
        let what = format!(
            "of its payment of {amount}, {reserved} minor units are set aside for refunds that \
             take {back}"
        );
        found.push(it.violation(CHECK, what, "too much or too little may be given back"));
    }
    if i128::from(amount.minor) < back {
        let what = format!("refunds of its payment of {amount} take {back} minor units");
        found.push(it.violation(CHECK, what, "more goes back than was paid"));
    }
    found
}

/// Every refund gives something back that has come.
fn reason(it: &Whole, refund: &Refund) -> Option<Violation> {
    let amount = refund.amount;
    let what = match it.payments.iter().find(|payment| payment.id == refund.payment_id) {
        None => format!("its refund of {amount} is of another order's payment"),
        Some(payment) if payment.amount.currency != amount.currency => {
            format!("its refund of {amount} is of a payment of {}", payment.amount)
        }
        Some(payment) if payment.state != PaymentState::Succeeded => {
            format!("its refund of {amount} is of a payment that is {}", payment.state.name())
        }
        Some(_) => return None,
    };
    Some(it.violation(CHECK, what, "money goes back that has not come"))
}

fn unclear(it: &Whole) -> Vec<Violation> {
    let payments = it.payments.iter().filter_map(|payment| {
        let unsaid = matches!(payment.state, PaymentState::Sent | PaymentState::Unknown);
        let since = payment.unclear_since.or(unsaid.then_some(payment.created_at));
        since.map(|since| ("payment", payment.amount, since))
    });
    let refunds = it.refunds.iter().filter_map(|refund| {
        let unsaid = refund.state == RefundState::Unknown;
        let since = refund.unclear_since.or(unsaid.then_some(refund.created_at));
        since.map(|since| ("refund", refund.amount, since))
    });
    let old = payments.chain(refunds).filter(|(_, _, since)| *since + UNCLEAR_MAX < it.now);
    let violation = |(name, amount, since)| {
        let what = format!("its {name} of {amount} is unclear since {since}");
        let meaning = "the jobs do not run, the payment provider does not answer, or it says what \
                       cannot be: look there";
        it.violation(CHECK, what, meaning)
    };
    old.map(violation).collect()
}

/// Money that the order has no use for is on its way back; if that has failed, it was tried.
fn kept(it: &Whole) -> Vec<Violation> {
    let order = &it.order;
    let unpaid = order.paid_at.is_none();
    let over = order.status == OrderStatus::Expired
        || (unpaid && matches!(order.status, OrderStatus::Cancelling | OrderStatus::Cancelled));
    let mut found = Vec::new();
    for payment in &it.payments {
        let (amount, state) = (payment.amount, payment.state.name());
        if over && payment.is_live() {
            let status = order.status.name();
            let what = format!("it is {status}, and its payment of {amount} is {state}");
            found.push(it.violation(CHECK, what, "the customer may pay for nothing"));
        }
        let unwanted = payment.surplus || (payment.pays() && order.refused_at.is_some());
        let failed = refunds_of(it, payment).any(|refund| refund.state == RefundState::Failed);
        let back = going_back(it, payment);
        if payment.state == PaymentState::Succeeded
            && unwanted
            && !failed
            && back < i128::from(amount.minor)
        {
            let what = format!(
                "of its payment of {amount}, for which it has no use, {back} minor units go back"
            );
            found.push(it.violation(CHECK, what, "the customer has paid for nothing"));
        }
    }
    found
}
