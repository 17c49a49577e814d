//! Money that a customer has with the vendor in advance: one balance in each currency, never below
//! zero. What moved it is in the ledger.

use chrono::{DateTime, Utc};

use super::ids::{CreditId, CustomerId};
use super::money::Money;

/// The most that is put on a balance at once, or taken off it, in minor units of its currency.
pub const CREDIT_MINOR_MAX: i64 = 100_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    pub customer_id: CustomerId,
    pub amount: Money,
}

/// Money that was put on a balance, or taken off it if the amount is below zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    pub id: CreditId,
    pub customer_id: CustomerId,
    pub amount: Money,
    /// Why, for the customer to read.
    pub reason: String,
    /// The operator's or service's own key, which never meets those of customers.
    pub client_key: String,
    pub request_hash: String,
}

named! {
    /// What moved a balance: as the ledger calls it.
    pub enum MovementKind {
        Credit = "CREDIT",
        Payment = "CAPTURE",
        Refund = "REFUND",
    }
}

/// One movement of a balance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    pub customer_id: CustomerId,
    pub kind: MovementKind,
    /// Below zero for what was paid with it or taken off it.
    pub amount: Money,
    pub at: DateTime<Utc>,
    /// Of a credit.
    pub reason: Option<String>,
    /// The number of the order that was paid, or paid back.
    pub order: Option<String>,
}
