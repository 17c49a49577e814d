//! What a vendor sells: plans, with a price for each period, a set-up fee and promotions.

use std::fmt;

use chrono::{DateTime, Months, NaiveDate, Utc};

use super::ids::PlanId;
use super::money::{Currency, Exact};

/// Quantity of one line at most.
pub const QUANTITY_MAX: i32 = 10_000;
/// Lines of one order at most.
pub const LINES_MAX: usize = 100;

/// A paid period: whole months or years, as an ISO 8601 duration (`P1M`, `P1Y`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    months: u32,
}

impl Period {
    pub const MONTHS_MAX: u32 = 120;

    pub fn of_months(months: u32) -> Option<Self> {
        (1..=Self::MONTHS_MAX).contains(&months).then_some(Self { months })
    }

    /// Reads `P1M`, `P12M`, `P1Y`: months or years, at most ten years.
    pub fn parse(text: &str) -> Option<Self> {
        let (count, unit) = text.strip_prefix('P')?.split_at_checked(text.len().checked_sub(2)?)?;
        if count.is_empty() || !count.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let count: u32 = count.parse().ok()?;
        match unit {
            "M" => Self::of_months(count),
            "Y" => Self::of_months(count.checked_mul(12)?),
            _ => None,
        }
    }

    pub fn months(self) -> u32 {
        self.months
    }

    /// Calendar days of the period that begins on this day.
    pub fn days_from(self, start: NaiveDate) -> i64 {
        let end = start.checked_add_months(Months::new(self.months)).unwrap_or(NaiveDate::MAX);
        (end - start).num_days().max(1)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.months {
            months if months % 12 == 0 => write!(f, "P{}Y", months / 12),
            months => write!(f, "P{months}M"),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub id: PlanId,
    pub code: String,
    pub country: String,
    pub name: String,
    pub description: Option<String>,
    pub currency: Currency,
    /// In hundredths of a percent.
    pub tax_rate: i64,
    pub setup_fee: Exact,
    /// A set-up fee agreed as separate from the price of the service.
    pub setup_separately_priced: bool,
    pub withdrawal_excluded: bool,
    pub prices: Vec<PlanPrice>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanPrice {
    pub period: Period,
    pub net: Exact,
    pub promotions: Vec<Promotion>,
    /// Promotions on the set-up fee when this period is ordered.
    pub setup_promotions: Vec<Promotion>,
}

/// A reduction with its time. Both ends belong to it where they are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promotion {
    pub name: String,
    pub reduction: Reduction,
    pub starts_at: Option<DateTime<Utc>>,
    pub ends_at: Option<DateTime<Utc>>,
}

impl Promotion {
    pub fn applies(&self, now: DateTime<Utc>) -> bool {
        self.starts_at.is_none_or(|start| start <= now) && self.ends_at.is_none_or(|end| now <= end)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduction {
    /// In hundredths of a percent: 10 000 is all of it.
    Percentage(i64),
    /// An exact amount off each unit (a promotion) or off the order (a voucher).
    Fixed(Exact),
}

/// A code that takes something off an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    pub code: String,
    pub reduction: Reduction,
    /// What a fixed reduction is in; a percentage fits every currency.
    pub currency: Option<Currency>,
    pub ends_at: Option<DateTime<Utc>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_iso_8601_writes_them() {
        for (text, months) in [("P1M", 1), ("P12M", 12), ("P1Y", 12), ("P10Y", 120)] {
            assert_eq!(Period::parse(text).map(Period::months), Some(months), "{text}");
        }
        for text in [
            "",
            "P",
            "PM",
            "P0M",
            "P1D",
            "P-1M",
            "P11Y",
            "1M",
            "P1",
            "P1m",
            "P99999999999M",
            "P+1M",
            "é",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
