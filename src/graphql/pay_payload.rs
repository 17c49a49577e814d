//! What paying, or recording a payment, comes to.

use async_graphql::SimpleObject;

use super::order::Order;
use super::payment::{Payment, decline_message};
use super::user_error::{
    AlreadyPaidError, OrderExpiredError, OrderPayError, PaymentDeclinedError,
    PaymentInProgressError, PaymentMethodNotEligibleError, WrongStatusError, invalid, key_reused,
    no_such_order, not_found, what_is_possible,
};
use crate::actions::pay::PayRefusal;
use crate::actions::record_transfer::RecordRefusal;
use crate::actions::{Problem, ProblemKind};
use crate::domain::order;
use crate::domain::payment::{self, PaymentState};
use crate::domain::status::OrderStatus;
use crate::domain::text::{self, Language};

/// The payment that was made, or why none was. A payment that is `PENDING` is not an error.
#[derive(SimpleObject)]
pub struct OrderPayPayload {
    /// The order as it stands now; null when nothing was begun.
    order: Option<Order>,
    /// The payment; null when nothing was begun.
    payment: Option<Payment>,
    /// Why nothing was begun, or why it was declined.
    errors: Vec<OrderPayError>,
}

impl OrderPayPayload {
    pub fn paid(order: order::Order, payment: payment::Payment) -> Self {
        let declined = (payment.state == PaymentState::Failed).then(|| {
            let code = payment.failure_code.clone().unwrap_or_default();
            let message = decline_message(&code);
            OrderPayError::PaymentDeclined(PaymentDeclinedError::new(message, &["mean"], code))
        });
        Self {
            order: Some(Order::alone(order)),
            payment: Some(Payment::new(payment)),
            errors: declined.into_iter().collect(),
        }
    }

    pub fn refused(error: OrderPayError) -> Self {
        Self { order: None, payment: None, errors: vec![error] }
    }
}

pub fn pay_error(refusal: PayRefusal) -> OrderPayError {
    match refusal {
        PayRefusal::NotFound => OrderPayError::NotFound(no_such_order()),
        PayRefusal::Invalid(problem) => problem_error(&problem),
        PayRefusal::WrongStatus(status) => wrong_status(status),
        PayRefusal::Expired(at) => {
            let message = "This order was not paid in time. Place it again with `orderReorder`.";
            let at = super::scalars::DateTime(at);
            OrderPayError::OrderExpired(OrderExpiredError::new(message, &["number"], at))
        }
        PayRefusal::AlreadyPaid(payment) => {
            already_paid(payment, "This order is paid. There is nothing left to pay.")
        }
        PayRefusal::InProgress(payment) | PayRefusal::Waits(payment) => in_progress(*payment),
        PayRefusal::NotEligible { why, eligible } => {
            let message = text::ineligible(&why, Language::En);
            let eligible = eligible.into_iter().map(Into::into).collect();
            let error = PaymentMethodNotEligibleError::new(message, &["method"], eligible);
            OrderPayError::PaymentMethodNotEligible(error)
        }
        PayRefusal::KeyReused => OrderPayError::IdempotencyConflict(key_reused()),
    }
}

pub fn record_error(refusal: RecordRefusal) -> OrderPayError {
    match refusal {
        RecordRefusal::NotFound => OrderPayError::NotFound(no_such_order()),
        RecordRefusal::Invalid(problem) => problem_error(&problem),
        RecordRefusal::WrongStatus(status) => wrong_status(status),
        RecordRefusal::AlreadyPaid(payment) => already_paid(payment, ALREADY_RECORDED),
        RecordRefusal::InProgress(payment) => in_progress(*payment),
        RecordRefusal::KeyReused => OrderPayError::IdempotencyConflict(key_reused()),
    }
}

fn problem_error(problem: &Problem) -> OrderPayError {
    match problem.kind {
        ProblemKind::Invalid => OrderPayError::InvalidInput(invalid(problem)),
        ProblemKind::NotFound => OrderPayError::NotFound(not_found(problem)),
    }
}

fn wrong_status(status: OrderStatus) -> OrderPayError {
    let message = format!("This order cannot be paid. {}", what_is_possible(status));
    OrderPayError::WrongStatus(WrongStatusError::new(message, &["number"], status.into()))
}

const ALREADY_RECORDED: &str =
    "This order is paid. If this is another transfer, record it with `surplus`: it goes back.";

fn already_paid(payment: Option<Box<payment::Payment>>, message: &str) -> OrderPayError {
    let payment = payment.map(|it| Payment::new(*it));
    OrderPayError::AlreadyPaid(AlreadyPaidError::new(message, &["number"], payment))
}

fn in_progress(payment: payment::Payment) -> OrderPayError {
    let message = "A payment of this order is under way. Wait for its outcome.";
    let payment = Payment::new(payment);
    OrderPayError::PaymentInProgress(PaymentInProgressError::new(message, &["number"], payment))
}
