//! The history of an order: an append-only log, numbered 1, 2, 3 … without a gap.

use chrono::{DateTime, Utc};

use super::actor::ActorKind;
use super::ids::{CustomerId, OrderId};
use super::tracking::StepName;

named! {
    /// What an entry of the history says happened.
    pub enum EventKind {
        OrderCreated = "ORDER_CREATED",
        PaymentAwaited = "PAYMENT_AWAITED",
        PaymentInitiated = "PAYMENT_INITIATED",
        PaymentActionRequired = "PAYMENT_ACTION_REQUIRED",
        PaymentFailed = "PAYMENT_FAILED",
        PaymentCancelled = "PAYMENT_CANCELLED",
        PaymentPartReceived = "PAYMENT_PART_RECEIVED",
        PaymentReceived = "PAYMENT_RECEIVED",
        ValidationStarted = "VALIDATION_STARTED",
        ManualReview = "MANUAL_REVIEW",
        DocumentsRequested = "DOCUMENTS_REQUESTED",
        DocumentReceived = "DOCUMENT_RECEIVED",
        DocumentAccepted = "DOCUMENT_ACCEPTED",
        DocumentsReceived = "DOCUMENTS_RECEIVED",
        OrderRefused = "ORDER_REFUSED",
        OrderAccepted = "ORDER_ACCEPTED",
        DeliveryStarted = "DELIVERY_STARTED",
        LineDelivered = "LINE_DELIVERED",
        DeliveryDelayed = "DELIVERY_DELAYED",
        DeliveryFailed = "DELIVERY_FAILED",
        OrderDelivered = "ORDER_DELIVERED",
        WithdrawalReceived = "WITHDRAWAL_RECEIVED",
        RefundInitiated = "REFUND_INITIATED",
        RefundFailed = "REFUND_FAILED",
        RefundCompleted = "REFUND_COMPLETED",
        OrderCancelled = "ORDER_CANCELLED",
        OrderExpired = "ORDER_EXPIRED",
        Note = "NOTE",
    }
}

/// An entry of the history that is still to be written, and has its number already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub sequence: i64,
    pub kind: EventKind,
    pub at: DateTime<Utc>,
    pub step: StepName,
    pub actor: ActorKind,
    /// What a person wrote, or a name or an amount: text that needs no translation.
    pub detail: Option<String>,
}

/// An entry as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub order_id: OrderId,
    pub customer_id: CustomerId,
    pub entry: Entry,
    /// Its place among the entries of all of the customer's orders: 1, 2, 3 … without a gap.
    pub customer_sequence: i64,
    /// Its place in the operators' feed.
    pub feed: FeedPosition,
}

/// A place in the operators' feed over all orders: the number of the writing transaction, or of its
/// predecessor in the customer's feed if that is higher (0 on SQLite), then the row. Not an order of
/// commits on PostgreSQL, where it may be read only below the oldest transaction that still runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct FeedPosition {
    pub transaction: i64,
    pub row: i64,
}

/// What an operator wrote for the other operators. Not in the history: a customer never sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InternalNote {
    pub order_id: OrderId,
    pub at: DateTime<Utc>,
    pub operator: String,
    pub text: String,
}
