//! What has come by bank transfers has become payments, or is held for an order that awaits the rest.

use super::Violation;
use super::orders::Whole;
use crate::domain::payment::{Payment, PaymentState};

const CHECK: &str = "transfers";

pub(super) fn check(it: &Whole) -> Vec<Violation> {
    let order = &it.order;
    let mut found = Vec::new();
    let by_transfer = |payment: &&Payment| {
        payment.state == PaymentState::Succeeded && payment.method.comes_by_transfer()
    };
    let became = it.payments.iter().filter(by_transfer).map(|payment| payment.amount.minor);
    // Wider than the amounts, lest what was damaged overflow.
    let became: i128 = became.map(i128::from).sum();
    let came: i128 = it.transfers.iter().map(|it| i128::from(it.amount.minor)).sum();
    let held = i128::from(order.received);
    if came != became + held {
        let what = format!(
            "transfers brought {came} minor units, of which {became} are payments and {held} are held"
        );
        found.push(it.violation(CHECK, what, "money was lost, or counted twice"));
    }
    if order.received != 0 && !order.awaits_money() {
        let what = format!("it holds {}, and awaits no money", order.money(order.received));
        found.push(it.violation(CHECK, what, "the customer has paid for nothing"));
    }
    if order.awaits_money() && order.is_covered() {
        let what = format!("it holds {}, and waits to be paid", order.money(order.received));
        found.push(it.violation(CHECK, what, "the customer may be asked to pay twice"));
    }
    let awaited = it.payments.iter().any(|it| it.is_live() && it.method.comes_by_transfer());
    if order.received != 0 && order.awaits_money() && !awaited {
        let what = format!("it holds {}, and no payment waits for it", order.money(order.received));
        found.push(it.violation(CHECK, what, "it may expire, or be paid in another way"));
    }
    for transfer in &it.transfers {
        if !it.payments.iter().any(|payment| payment.id == transfer.payment_id) {
            let what =
                format!("its transfer of {} is for another order's payment", transfer.amount);
            found.push(it.violation(CHECK, what, "money was counted for the wrong order"));
        }
    }
    found
}
