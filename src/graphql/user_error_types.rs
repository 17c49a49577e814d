//! The types of what a caller can put right, and the unions of the payloads.

use async_graphql::{SimpleObject, Union};

use super::enums::{OrderStatus, PaymentMethodKind};
use super::payment::Payment;
use super::scalars::DateTime;
use super::withdrawal::WithdrawalBlocker;

/// Something in the input cannot be. Code: `INVALID_INPUT`.
#[derive(SimpleObject, Clone)]
pub struct InvalidInputError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `INVALID_INPUT`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
}

impl InvalidInputError {
    pub fn new(message: impl Into<String>, path: &[&str]) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "INVALID_INPUT".into(), path }
    }
}

/// What the input names does not exist, or is somebody else’s. Code: `NOT_FOUND`.
#[derive(SimpleObject, Clone)]
pub struct NotFoundError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `NOT_FOUND`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
}

impl NotFoundError {
    pub fn new(message: impl Into<String>, path: &[&str]) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "NOT_FOUND".into(), path }
    }
}

/// The order stands where this is not possible. Code: `WRONG_STATUS`.
#[derive(SimpleObject, Clone)]
pub struct WrongStatusError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `WRONG_STATUS`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
    /// Where the order stands.
    status: OrderStatus,
}

impl WrongStatusError {
    pub fn new(message: impl Into<String>, path: &[&str], status: OrderStatus) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "WRONG_STATUS".into(), path, status }
    }
}

/// Somebody else changed it at the same time, or a limit was met. Code: `CONFLICT`.
#[derive(SimpleObject, Clone)]
pub struct ConflictError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `CONFLICT`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
}

impl ConflictError {
    pub fn new(message: impl Into<String>, path: &[&str]) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "CONFLICT".into(), path }
    }
}

/// The idempotency key came with another input before. Code: `IDEMPOTENCY_CONFLICT`.
#[derive(SimpleObject, Clone)]
pub struct IdempotencyConflictError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `IDEMPOTENCY_CONFLICT`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
}

impl IdempotencyConflictError {
    pub fn new(message: impl Into<String>, path: &[&str]) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "IDEMPOTENCY_CONFLICT".into(), path }
    }
}

/// The order was not paid in time and has to be placed again. Code: `ORDER_EXPIRED`.
#[derive(SimpleObject, Clone)]
pub struct OrderExpiredError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `ORDER_EXPIRED`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
    /// When it expired.
    expired_at: DateTime,
}

impl OrderExpiredError {
    pub fn new(message: impl Into<String>, path: &[&str], expired_at: DateTime) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "ORDER_EXPIRED".into(), path, expired_at }
    }
}

/// The order is paid. Code: `ALREADY_PAID`.
#[derive(SimpleObject, Clone)]
pub struct AlreadyPaidError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `ALREADY_PAID`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
    /// The payment it was paid with, if there was one.
    payment: Option<Payment>,
}

impl AlreadyPaidError {
    pub fn new(message: impl Into<String>, path: &[&str], payment: Option<Payment>) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "ALREADY_PAID".into(), path, payment }
    }
}

/// A payment of the order is under way. Code: `PAYMENT_IN_PROGRESS`.
#[derive(SimpleObject, Clone)]
pub struct PaymentInProgressError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `PAYMENT_IN_PROGRESS`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
    /// The payment that is under way.
    payment: Payment,
}

impl PaymentInProgressError {
    pub fn new(message: impl Into<String>, path: &[&str], payment: Payment) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "PAYMENT_IN_PROGRESS".into(), path, payment }
    }
}

/// The order cannot be paid so. Code: `PAYMENT_METHOD_NOT_ELIGIBLE`.
#[derive(SimpleObject, Clone)]
pub struct PaymentMethodNotEligibleError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `PAYMENT_METHOD_NOT_ELIGIBLE`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
    /// How it can be paid.
    eligible: Vec<PaymentMethodKind>,
}

impl PaymentMethodNotEligibleError {
    pub fn new(
        message: impl Into<String>,
        path: &[&str],
        eligible: Vec<PaymentMethodKind>,
    ) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "PAYMENT_METHOD_NOT_ELIGIBLE".into(), path, eligible }
    }
}

/// The provider declined the payment. Code: `PAYMENT_DECLINED`.
#[derive(SimpleObject, Clone)]
pub struct PaymentDeclinedError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `PAYMENT_DECLINED`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
    /// The provider’s code: `card_declined`, `insufficient_funds` and so on.
    decline_code: String,
}

impl PaymentDeclinedError {
    pub fn new(message: impl Into<String>, path: &[&str], decline_code: String) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "PAYMENT_DECLINED".into(), path, decline_code }
    }
}

/// There is no right of withdrawal, or not any more. Code: `WITHDRAWAL_NOT_AVAILABLE`.
#[derive(SimpleObject, Clone)]
pub struct WithdrawalNotAvailableError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `WITHDRAWAL_NOT_AVAILABLE`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
    /// Everything that stands in the way.
    blockers: Vec<WithdrawalBlocker>,
}

impl WithdrawalNotAvailableError {
    pub fn new(
        message: impl Into<String>,
        path: &[&str],
        blockers: Vec<WithdrawalBlocker>,
    ) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "WITHDRAWAL_NOT_AVAILABLE".into(), path, blockers }
    }
}

/// Nothing happens unless `confirm` is true. Code: `CONFIRMATION_MISSING`.
#[derive(SimpleObject, Clone)]
pub struct ConfirmationMissingError {
    /// What happened, and what to do about it.
    pub message: String,
    /// Always `CONFIRMATION_MISSING`.
    pub code: String,
    /// The way to the field in the input: `["lines", "0", "period"]`.
    pub path: Option<Vec<String>>,
}

impl ConfirmationMissingError {
    pub fn new(message: impl Into<String>, path: &[&str]) -> Self {
        let path = path_of(path);
        Self { message: message.into(), code: "CONFIRMATION_MISSING".into(), path }
    }
}

fn path_of(path: &[&str]) -> Option<Vec<String>> {
    (!path.is_empty()).then(|| path.iter().map(|&part| part.to_owned()).collect())
}

/// Why an order was not placed.
#[derive(Union, Clone)]
pub enum OrderPlaceError {
    InvalidInput(InvalidInputError),
    NotFound(NotFoundError),
    IdempotencyConflict(IdempotencyConflictError),
}

/// Why a payment was not begun, or was declined.
#[derive(Union, Clone)]
pub enum OrderPayError {
    InvalidInput(InvalidInputError),
    NotFound(NotFoundError),
    WrongStatus(WrongStatusError),
    OrderExpired(OrderExpiredError),
    AlreadyPaid(AlreadyPaidError),
    PaymentInProgress(PaymentInProgressError),
    PaymentMethodNotEligible(PaymentMethodNotEligibleError),
    PaymentDeclined(PaymentDeclinedError),
    Conflict(ConflictError),
    IdempotencyConflict(IdempotencyConflictError),
}

/// Why an order was not cancelled.
#[derive(Union, Clone)]
pub enum OrderCancelError {
    NotFound(NotFoundError),
    WrongStatus(WrongStatusError),
    PaymentInProgress(PaymentInProgressError),
    Conflict(ConflictError),
}

/// Why a withdrawal was not received.
#[derive(Union, Clone)]
pub enum OrderWithdrawError {
    InvalidInput(InvalidInputError),
    NotFound(NotFoundError),
    WithdrawalNotAvailable(WithdrawalNotAvailableError),
    ConfirmationMissing(ConfirmationMissingError),
    Conflict(ConflictError),
    IdempotencyConflict(IdempotencyConflictError),
}

/// Why a means of payment was not changed.
#[derive(Union, Clone)]
pub enum PaymentMeanError {
    InvalidInput(InvalidInputError),
    NotFound(NotFoundError),
    Conflict(ConflictError),
}

/// Why a customer was not written.
#[derive(Union, Clone)]
pub enum CustomerUpsertError {
    InvalidInput(InvalidInputError),
    Conflict(ConflictError),
}

/// Why a step of an operator with a payment or a refund was not taken.
#[derive(Union, Clone)]
pub enum MoneyStepError {
    InvalidInput(InvalidInputError),
    NotFound(NotFoundError),
    Conflict(ConflictError),
}

/// Why a payout was not recorded.
#[derive(Union, Clone)]
pub enum RefundRecordError {
    InvalidInput(InvalidInputError),
    NotFound(NotFoundError),
    IdempotencyConflict(IdempotencyConflictError),
}

/// Why nothing was put on a customer's balance.
#[derive(Union, Clone)]
pub enum CustomerCreditError {
    InvalidInput(InvalidInputError),
    NotFound(NotFoundError),
    IdempotencyConflict(IdempotencyConflictError),
}

/// Why a step of an operator or of delivery was not taken.
#[derive(Union, Clone)]
pub enum OrderStepError {
    InvalidInput(InvalidInputError),
    NotFound(NotFoundError),
    WrongStatus(WrongStatusError),
    Conflict(ConflictError),
}
