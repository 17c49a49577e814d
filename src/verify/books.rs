//! Payments and refunds against the ledger: what has moved is booked once, on both sides, and nothing
//! else is.

use uuid::Uuid;

use super::Violation;
use super::orders::Whole;
use crate::domain::money::Money;
use crate::domain::payment::{MethodKind, PaymentState, RefundRoute, RefundState};
use crate::storage::ledger::Booked;

/// What the books should have of a payment or refund.
struct Movement {
    name: &'static str,
    source: Uuid,
    kind: &'static str,
    amount: Money,
    state: &'static str,
    has_moved: bool,
    /// Money that comes is a debit of who held it; money that goes is a credit.
    comes: bool,
    /// The account of who holds it: of whom, if each customer has one.
    held: (&'static str, Option<Uuid>),
    /// Where it comes from, or goes to.
    other: &'static str,
}

pub(super) fn check(it: &Whole) -> Vec<Violation> {
    let payments = it.payments.iter().map(|payment| Movement {
        name: "payment",
        source: payment.id.0,
        kind: "CAPTURE",
        amount: payment.amount,
        state: payment.state.name(),
        has_moved: payment.state == PaymentState::Succeeded,
        comes: true,
        held: match payment.method {
            MethodKind::PrepaidAccount => ("BALANCE", Some(payment.customer_id.0)),
            method if method.comes_by_transfer() => ("DEPOSIT", None),
            _ => ("PROVIDER", None),
        },
        other: "CUSTOMER",
    });
    let refunds = it.refunds.iter().map(|refund| Movement {
        name: "refund",
        source: refund.id.0,
        kind: "REFUND",
        amount: refund.amount,
        state: refund.state.name(),
        has_moved: refund.state == RefundState::Succeeded,
        comes: false,
        held: match refund.route {
            RefundRoute::Balance => ("BALANCE", Some(refund.customer_id.0)),
            RefundRoute::Provider | RefundRoute::Transfer => ("PROVIDER", None),
        },
        other: "CUSTOMER",
    });
    let transfers = it.transfers.iter().map(|transfer| Movement {
        name: "transfer",
        source: transfer.id.0,
        kind: "ARRIVAL",
        amount: transfer.amount,
        state: "recorded",
        has_moved: true,
        comes: true,
        held: ("PROVIDER", None),
        other: "DEPOSIT",
    });
    payments.chain(refunds).chain(transfers).filter_map(|movement| movement.wrong(it)).collect()
}

impl Movement {
    fn wrong(&self, it: &Whole) -> Option<Violation> {
        let rows: Vec<&Booked> = it.booked.iter().filter(|row| row.source == self.source).collect();
        let Self { name, amount, state, .. } = self;
        let what = match (self.has_moved, rows.is_empty()) {
            (false, true) => return None,
            (true, true) => format!("its {name} of {amount} is {state}, and is not booked"),
            (false, false) => format!("its {name} of {amount} is {state}, and is booked"),
            (true, false) if self.is_booked_by(&rows) => return None,
            (true, false) => {
                let rows: Vec<String> = rows.iter().map(|row| told(row)).collect();
                let rows = rows.join(", ");
                format!("its {name} of {amount} is booked as {rows}")
            }
        };
        Some(it.violation("ledger", what, "the books are not what has happened to the money"))
    }

    fn is_booked_by(&self, rows: &[&Booked]) -> bool {
        let side = |account: &str, customer: Option<Uuid>, is_debit: bool| {
            rows.iter().any(|row| {
                row.account == account
                    && row.customer == customer
                    && row.is_debit == is_debit
                    && row.kind == self.kind
                    && row.amount == self.amount.minor
                    && row.currency == self.amount.currency.code()
            })
        };
        let (holder, owner) = self.held;
        rows.len() == 2 && side(holder, owner, self.comes) && side(self.other, None, !self.comes)
    }
}

fn told(row: &Booked) -> String {
    let side = if row.is_debit { "debit" } else { "credit" };
    format!("{} {side} {} {} {}", row.account, row.kind, row.amount, row.currency)
}
