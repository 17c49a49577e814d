//! Money, in whole minor units of its currency, and exact prices, in 10⁻⁸ of the major unit.
//!
//! A price may carry more digits than its currency can pay; it is rounded once, half away from
//! zero, when an amount to pay is made of it.

use std::fmt;

use rust_decimal::Decimal;

/// How many exact units make one major unit: prices carry eight decimals.
pub const EXACT_PER_MAJOR: i128 = 100_000_000;

/// An ISO 4217 code that we know the minor unit of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    pub const EUR: Self = Self(*b"EUR");

    /// `None` for what is not the code of a currency in use in the trade.
    pub fn parse(code: &str) -> Option<Self> {
        decimals_of(code)?;
        Some(Self(code.as_bytes().try_into().ok()?))
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("made from a code in ASCII only")
    }

    /// Digits after the point: two for EUR, none for JPY, three for TND.
    pub fn decimals(self) -> u32 {
        decimals_of(self.code()).expect("`parse` looked it up")
    }

    fn minor_per_major(self) -> i128 {
        10_i128.pow(self.decimals())
    }
}

fn decimals_of(code: &str) -> Option<u32> {
    match code {
        "JPY" | "KRW" | "XOF" | "XAF" | "CLP" | "ISK" | "VND" => Some(0),
        "TND" | "KWD" | "BHD" | "JOD" | "OMR" => Some(3),
        "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "NOK" | "DKK" | "PLN" | "CZK" | "HUF" | "RON"
        | "BGN" | "CAD" | "AUD" | "NZD" | "SGD" | "INR" | "MAD" | "BRL" | "MXN" | "ZAR" | "TRY" => {
            Some(2)
        }
        _ => None,
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount that can be paid: whole minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    pub fn decimal(self) -> Decimal {
        Decimal::new(self.minor, self.currency.decimals())
    }

    /// Reads an amount that a person wrote. `None` when it has more digits than the currency.
    pub fn from_decimal(amount: Decimal, currency: Currency) -> Option<Self> {
        let places = currency.decimals();
        let amount = amount.normalize();
        if amount.scale() > places {
            return None;
        }
        let mut scaled = amount;
        scaled.rescale(places);
        Some(Self { minor: i64::try_from(scaled.mantissa()).ok()?, currency })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.decimal(), self.currency)
    }
}

/// An exact price: whole 10⁻⁸ parts of the major unit, never yet rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Exact(pub i64);

impl Exact {
    pub const ZERO: Self = Self(0);
    pub const DECIMALS: u32 = 8;

    /// Reads a price in major units. `None` beyond eight decimals or out of range.
    pub fn from_decimal(price: Decimal) -> Option<Self> {
        let mut scaled = price.normalize();
        if scaled.scale() > 8 {
            return None;
        }
        scaled.rescale(8);
        i64::try_from(scaled.mantissa()).ok().map(Self)
    }

    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, 8).normalize()
    }

    /// The one rounding: half away from zero, to the minor unit.
    pub fn round(self, currency: Currency) -> Money {
        round_exact(i128::from(self.0), 1, currency)
    }
}

/// `exact / divisor`, rounded half away from zero to the currency's minor unit.
pub fn round_exact(exact: i128, divisor: i128, currency: Currency) -> Money {
    let minor = divide_half_up(exact * currency.minor_per_major(), EXACT_PER_MAJOR * divisor);
    Money { minor: i64::try_from(minor).expect("orders are capped far below 2⁶³"), currency }
}

/// Divides, rounding half away from zero. The divisor is positive.
pub fn divide_half_up(dividend: i128, divisor: i128) -> i128 {
    let half = if dividend < 0 { -divisor } else { divisor };
    (2 * dividend + half) / (2 * divisor)
}

/// Splits `total` in proportion to `weights`: the shares always add up to `total`. The odd units
/// go to the largest remainders, the earliest first. Without any weight the first share takes all.
pub fn share(total: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i128 = weights.iter().map(|&weight| i128::from(weight)).sum();
    if sum <= 0 {
        return weights.iter().enumerate().map(|(at, _)| if at == 0 { total } else { 0 }).collect();
    }
    let exact = |weight: i64| i128::from(total) * i128::from(weight);
    let mut shares: Vec<i64> = weights
        .iter()
        .map(|&weight| i64::try_from(exact(weight).div_euclid(sum)).expect("below the total"))
        .collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(exact(weights[at]).rem_euclid(sum)));
    let missing = usize::try_from(total - shares.iter().sum::<i64>()).expect("floors never exceed");
    for &at in order.iter().take(missing) {
        shares[at] += 1;
    }
    shares
}

#[cfg(test)]
mod tests;
