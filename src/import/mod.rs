//! READS catalogs: bytes in, domain values out, without IO or a clock.
//!
//! Two formats are known: the public catalogs of a hosting company, and our own. One record that
//! cannot be read is named with its place, and the others are read all the same.

mod fields;
mod hosting;
mod own;

use std::collections::HashSet;
use std::fmt;

use rust_decimal::Decimal;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Builder;

use crate::domain::catalog::{Plan, Voucher};
use crate::domain::ids::PlanId;
use crate::domain::money::Currency;
use fields::Fields;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    pub country: String,
    pub currency: Currency,
    /// In hundredths of a percent.
    pub tax_rate: i64,
    /// In the file's order. What was rejected is among them, a voucher too: whoever counts the
    /// plans cannot overlook it.
    pub plans: Vec<Result<Plan, Rejected>>,
    pub vouchers: Vec<Voucher>,
}

/// A record that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Where it stands, such as `plans[3].prices[0].net`.
    pub place: String,
    pub why: String,
}

impl Rejected {
    fn new(place: impl Into<String>, why: impl Into<String>) -> Self {
        Self { place: place.into(), why: why.into() }
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            return f.write_str(&self.why);
        }
        write!(f, "{}: {}", self.place, self.why)
    }
}

impl std::error::Error for Rejected {}

/// What all plans of a catalog share.
struct Header {
    country: String,
    currency: Currency,
    tax_rate: i64,
}

impl Header {
    /// The rate comes in percent.
    fn new(fields: &Fields, country: &str, code: &str, rate: Decimal) -> Result<Self, Rejected> {
        if country.len() != 2 || !country.bytes().all(|it| it.is_ascii_uppercase()) {
            let why = format!("{country:?} is not a country of two capital letters");
            return Err(fields.reject(why));
        }
        let Some(currency) = Currency::parse(code) else {
            return Err(fields.reject(format!("{code:?} is not a currency that we know")));
        };
        let Some(tax_rate) = hundredths(rate).filter(|rate| (0..=10_000).contains(rate)) else {
            let why =
                format!("a tax rate of {rate} is not from 0 to 100 with two decimals at most");
            return Err(fields.reject(why));
        };
        Ok(Self { country: country.to_owned(), currency, tax_rate })
    }

    fn catalog(self, mut plans: Vec<Result<Plan, Rejected>>, vouchers: Vec<Voucher>) -> Catalog {
        let mut seen = HashSet::new();
        for (at, entry) in plans.iter_mut().enumerate() {
            if let Ok(plan) = entry
                && !seen.insert(plan.code.clone())
            {
                let why = format!("the code {:?} is taken by a plan before it", plan.code);
                *entry = Err(Rejected::new(format!("plans[{at}]"), why));
            }
        }
        let Self { country, currency, tax_rate } = self;
        Catalog { country, currency, tax_rate, plans, vouchers }
    }
}

/// Reads a catalog in either format. Only what makes all of it unreadable is an error.
pub fn parse(bytes: &[u8]) -> Result<Catalog, Rejected> {
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|error| Rejected::new("", format!("this is not JSON: {error}")))?;
    let fields = Fields::of(&value, "")?;
    if fields.has("locale") { hosting::parse(&fields) } else { own::parse(&fields) }
}

/// Percent, in hundredths of a percent. `None` beyond two decimals.
fn hundredths(percent: Decimal) -> Option<i64> {
    let scaled = percent.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
    if scaled.scale() == 0 { i64::try_from(scaled.mantissa()).ok() } else { None }
}

/// A plan's id is made of what names it, so that reading a file twice gives the same plans.
fn plan_id(country: &str, code: &str) -> PlanId {
    let digest = Sha256::digest(format!("{country}/{code}"));
    let mut half = [0; 16];
    half.copy_from_slice(&digest[..16]);
    PlanId(Builder::from_custom_bytes(half).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_catalog_is_refused_as_a_whole() {
        for (text, why) in [
            ("", "not JSON"),
            ("[]", "an object"),
            ("{}", "missing"),
            (r#"{"locale": 1}"#, "an object"),
            (r#"{"country":"it","currency":"EUR","taxRate":"22","plans":[]}"#, "capital"),
            (r#"{"country":"IT","currency":"EURO","taxRate":"22","plans":[]}"#, "currency"),
            (r#"{"country":"IT","currency":"EUR","taxRate":"101","plans":[]}"#, "tax rate"),
            (r#"{"country":"IT","currency":"EUR","taxRate":"2.123","plans":[]}"#, "tax rate"),
        ] {
            let rejected = parse(text.as_bytes()).unwrap_err();
            assert!(rejected.to_string().contains(why), "{text}: {rejected}");
        }
    }

    #[test]
    fn percents_have_two_decimals() {
        for (text, rate) in [("22", Some(2200)), ("8.10", Some(810)), ("0.001", None)] {
            assert_eq!(hundredths(text.parse().unwrap()), rate, "{text}");
        }
        assert_eq!(hundredths(Decimal::MAX), None);
    }

    #[test]
    fn the_samples_are_read_in_full() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data");
        for (file, country, rate, plans) in
            [("ovh_eco_IE_sample.json", "IE", 2300, 61), ("ovh_eco_IT_sample.json", "IT", 2200, 2)]
        {
            let Ok(bytes) = std::fs::read(format!("{folder}/{file}")) else {
                eprintln!("skipped: {folder}/{file} is not there");
                continue;
            };
            let catalog = parse(&bytes).unwrap();
            assert_eq!((catalog.country.as_str(), catalog.tax_rate), (country, rate));
            let bad: Vec<_> = catalog.plans.iter().filter_map(|it| it.as_ref().err()).collect();
            assert!(bad.is_empty(), "{bad:?}");
            assert_eq!(catalog.plans.len(), plans, "{file}");
        }
    }
}
