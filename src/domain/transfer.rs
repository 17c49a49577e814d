//! What moves on the vendor's bank account, as operators see it there: transfers that arrive, and refunds
//! that are paid out.

use chrono::{DateTime, NaiveDate, Utc};

use super::ids::{OrderId, PaymentId, TransferId};
use super::money::Money;

/// A bank transfer that has arrived. Its idempotency key is an operator's: such keys are of their own,
/// and never meet those of customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    pub id: TransferId,
    pub order_id: OrderId,
    /// The payment that it became, or becomes a part of.
    pub payment_id: PaymentId,
    /// What the bank calls it.
    pub reference: String,
    pub amount: Money,
    pub received_at: DateTime<Utc>,
    pub client_key: String,
    pub request_hash: String,
    /// The operator or service who has seen it.
    pub recorded_by: String,
    pub created_at: DateTime<Utc>,
}

/// A refund that an operator paid out, with the idempotency key that it was recorded with, and the
/// hash of the input that came with that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payout {
    /// The bank's.
    pub reference: String,
    pub paid_on: NaiveDate,
    pub key: String,
    pub request_hash: String,
}
