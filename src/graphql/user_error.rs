//! "No" is data: what a caller can put right, typed, several at once.
#![expect(
    clippy::duplicated_attributes,
    reason = "two fields of an interface may have the same type"
)]

use async_graphql::Interface;

pub use super::user_error_types::*;
use crate::actions::{Problem, ProblemKind, StepRefusal};
use crate::domain::status::{NotAllowed, OrderStatus};

/// Something that the caller can put right.
#[derive(Interface)]
#[graphql(
    field(name = "message", ty = "&String", desc = "What happened, and what to do about it."),
    field(name = "code", ty = "&String", desc = "A code that never changes."),
    field(name = "path", ty = "&Option<Vec<String>>", desc = "The way to the field in the input.")
)]
pub enum UserError {
    InvalidInput(InvalidInputError),
    NotFound(NotFoundError),
    WrongStatus(WrongStatusError),
    Conflict(ConflictError),
    IdempotencyConflict(IdempotencyConflictError),
    OrderExpired(OrderExpiredError),
    AlreadyPaid(AlreadyPaidError),
    PaymentInProgress(PaymentInProgressError),
    PaymentMethodNotEligible(PaymentMethodNotEligibleError),
    PaymentDeclined(PaymentDeclinedError),
    WithdrawalNotAvailable(WithdrawalNotAvailableError),
    ConfirmationMissing(ConfirmationMissingError),
}

fn parts(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

pub fn invalid(problem: &Problem) -> InvalidInputError {
    InvalidInputError::new(&problem.message, &parts(&problem.path))
}

pub fn not_found(problem: &Problem) -> NotFoundError {
    NotFoundError::new(&problem.message, &parts(&problem.path))
}

/// The same words whether the order does not exist or is somebody else's.
pub fn no_such_order() -> NotFoundError {
    NotFoundError::new("There is no such order. Check its number.", &["number"])
}

pub fn key_reused() -> IdempotencyConflictError {
    IdempotencyConflictError::new(
        "This idempotency key was used for something else. Use a new key for a new request.",
        &["idempotencyKey"],
    )
}

pub fn place_problem(problem: &Problem) -> OrderPlaceError {
    match problem.kind {
        ProblemKind::Invalid => OrderPlaceError::InvalidInput(invalid(problem)),
        ProblemKind::NotFound => OrderPlaceError::NotFound(not_found(problem)),
    }
}

pub fn step_error(refusal: StepRefusal) -> OrderStepError {
    match refusal {
        StepRefusal::NotFound => OrderStepError::NotFound(no_such_order()),
        StepRefusal::NotAllowed(no) => OrderStepError::WrongStatus(wrong_status(no)),
        StepRefusal::Conflict(message) => {
            OrderStepError::Conflict(ConflictError::new(message, &["number"]))
        }
        StepRefusal::Invalid(problem) => match problem.kind {
            ProblemKind::Invalid => OrderStepError::InvalidInput(invalid(&problem)),
            ProblemKind::NotFound => OrderStepError::NotFound(not_found(&problem)),
        },
    }
}

fn wrong_status(no: NotAllowed) -> WrongStatusError {
    let message = format!(
        "This is not possible while the order is {}. {}",
        no.from.name(),
        what_is_possible(no.from)
    );
    WrongStatusError::new(message, &["number"], no.from.into())
}

/// What can be done instead.
pub fn what_is_possible(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::NotPaid => "It waits to be paid; until then it can be paid or cancelled.",
        OrderStatus::Checking => "It can be approved or refused, or documents asked for.",
        OrderStatus::DocumentsRequested => "It waits for documents; it can be refused.",
        OrderStatus::Delivering => "Its lines can be delivered.",
        OrderStatus::Delivered => "It is complete.",
        OrderStatus::Cancelling => "It ends when its refund is done.",
        OrderStatus::Cancelled | OrderStatus::Expired => "It is over; it can be ordered again.",
    }
}
