//! An order against the payments for it, as far as that takes no other table.

use super::Violation;
use super::orders::Whole;
use crate::domain::payment::{MethodKind, Payment, PaymentState};
use crate::domain::status::OrderStatus;

pub(super) fn check(it: &Whole) -> Vec<Violation> {
    let order = &it.order;
    let due = order.money(order.total);
    let pay = it.payments.iter().filter(|payment| payment.pays()).count();
    let mut found = Vec::new();
    if order.paid_at.is_some() && order.total != 0 && pay == 0 {
        let what = "it is paid, and no payment for it has succeeded";
        found.push(it.violation("payments", what, "it may be delivered for nothing"));
    }
    let goes_on = order.paid_at.is_none() && order.status != OrderStatus::NotPaid;
    let owed = it.payments.iter().any(|it| it.method == MethodKind::Deferred && it.is_live());
    if goes_on && order.awaits_money() && !owed {
        let what = "its customer pays later, and no payment for it is awaited";
        found.push(it.violation("payments", what, "it may be delivered for nothing"));
    }
    if order.status == OrderStatus::NotPaid && pay != 0 {
        let what = "a payment for it has succeeded, and it waits to be paid";
        found.push(it.violation("payments", what, "the customer may be asked to pay twice"));
    }
    if 1 < it.payments.iter().filter(|payment| payment.is_live()).count() {
        let what = "several payments for it are live";
        found.push(it.violation("payments", what, "the customer may pay twice"));
    }
    // What goes back of transfers is whatever was too much, or came too late.
    let wanted = |payment: &&Payment| {
        payment.state == PaymentState::Succeeded
            && !(payment.surplus && payment.method == MethodKind::BankTransfer)
    };
    for payment in it.payments.iter().filter(wanted).filter(|payment| payment.amount != due) {
        let what = format!("it is {due}, and was paid with {}", payment.amount);
        found.push(it.violation("payments", what, "too much or too little was taken"));
    }
    found
}
