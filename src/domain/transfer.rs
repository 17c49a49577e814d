//! What moves on the vendor's bank account, as operators see it there: transfers that arrive, and refunds
//! that are paid out.

use chrono::{DateTime, NaiveDate, Utc};

use super::ids::{OrderId, PaymentId, TransferId};
use super::money::Money;

/// The longest reference of a transfer, in characters: as SEPA has it.
pub const REFERENCE_MAX: usize = 140;
/// The most that one transfer brings, in minor units of its currency.
pub const TRANSFER_MINOR_MAX: i64 = 100_000_000_000;

/// A bank transfer that has arrived. Its idempotency key is an operator's: such keys are of their own,
/// and never meet those of customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    pub id: TransferId,
    pub order_id: OrderId,
    /// The payment that it was recorded for: all of it, a part of it, or what pays it and more.
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
