//! Customers: accounts with a kind, a country and a language.

use chrono_tz::Tz;

use super::ids::CustomerId;

named! {
    /// The kind of an account. Only `INDIVIDUAL` is a consumer.
    pub enum AccountKind {
        Individual = "INDIVIDUAL",
        Corporation = "CORPORATION",
        SoleTrader = "SOLE_TRADER",
        Association = "ASSOCIATION",
        Administration = "ADMINISTRATION",
        Other = "OTHER",
    }
}

impl AccountKind {
    /// Public administrations and companies can agree on paying later.
    pub fn may_defer(self) -> bool {
        matches!(self, Self::Administration | Self::Corporation)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    pub id: CustomerId,
    /// The vendor's own name for the account: the `sub` of its tokens.
    pub reference: String,
    pub kind: AccountKind,
    pub name: String,
    pub email: String,
    /// ISO 3166-1 alpha-2, in capitals.
    pub country: String,
    /// BCP 47.
    pub language: String,
    pub time_zone: Tz,
    pub billing: Billing,
    /// Within how many days invoices are paid: the agreement on paying later, if there is one.
    pub deferred_days: Option<i32>,
}

/// The periods that an agreement on paying later can have.
pub const DEFERRED_DAYS: [i32; 3] = [30, 45, 60];

/// Who is billed. An order keeps a copy of the day it was placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Billing {
    pub name: String,
    pub address: Vec<String>,
    pub country: String,
    pub vat_number: Option<String>,
    pub email: String,
}
