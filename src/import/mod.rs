//! Catalogs from files: bytes in, plans out. Pure: nothing is stored here, and the time is given.
//!
//! A record that cannot be used is named with its place, and never stops the others.

mod checks;
mod hosting;
mod own;

use std::fmt;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::domain::catalog::{Plan, Voucher};
use crate::domain::money::Currency;

/// Plans, or vouchers, of one file at most.
pub const RECORDS_MAX: usize = 100_000;

/// What a file holds.
#[derive(Debug)]
pub struct Catalog {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub currency: Currency,
    /// In hundredths of a percent.
    pub tax_rate: i64,
    pub plans: Vec<Result<Plan, Rejected>>,
    pub vouchers: Vec<Result<Voucher, Rejected>>,
}

/// A record that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// `plans[3] «24rise012»`
    pub place: String,
    /// A sentence.
    pub why: String,
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.why)
    }
}

/// A file that is no catalog at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCatalog {
    #[error("This is not JSON: {0}.")]
    NotJson(String),
    #[error(
        "This is neither our catalog format, which has a `country` and `plans`, nor the public \
         hosting-catalog format, which has a `locale` and `plans`."
    )]
    Unknown,
    #[error("{0}")]
    Head(String),
    #[error("The catalog holds more than {RECORDS_MAX} records. Split it.")]
    TooLarge,
}

/// Reads a catalog of either format. Plans get new ids of the time `now`: storage knows a plan by
/// its code and country, and keeps the id that it has.
pub fn parse(bytes: &[u8], now: DateTime<Utc>) -> Result<Catalog, NoCatalog> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let file: Value =
        serde_json::from_slice(bytes).map_err(|error| NoCatalog::NotJson(error.to_string()))?;
    let has = |key| file.get(key).is_some();
    match (has("locale"), has("country")) {
        (true, false) => hosting::parse(&file, now),
        (false, true) => own::parse(&file, now),
        _ => Err(NoCatalog::Unknown),
    }
}

#[cfg(test)]
mod tests;
