//! An order against the payments for it, as far as that takes no other table.

use super::Violation;
use super::orders::Whole;
use crate::domain::payment::{Payment, PaymentState};
use crate::domain::status::OrderStatus;

pub(super) fn check(it: &Whole) -> Vec<Violation> {
    let order = &it.order;
    let due = order.money(order.total);
    let came: Vec<&Payment> =
        it.payments.iter().filter(|payment| payment.state == PaymentState::Succeeded).collect();
    let mut found = Vec::new();
    if order.paid_at.is_some() && order.total != 0 && came.is_empty() {
        let what = "it is paid, and no payment for it has succeeded";
        found.push(it.violation("payments", what, "it may be delivered for nothing"));
    }
    if order.status == OrderStatus::NotPaid && !came.is_empty() {
        let what = "a payment for it has succeeded, and it waits to be paid";
        found.push(it.violation("payments", what, "the customer may be asked to pay twice"));
    }
    for payment in came.iter().filter(|payment| payment.amount != due) {
        let what = format!("it is {due}, and was paid with {}", payment.amount);
        found.push(it.violation("payments", what, "too much or too little was taken"));
    }
    found
}
