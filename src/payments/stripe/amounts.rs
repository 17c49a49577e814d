//! Amounts as Stripe counts them: in minor units, but not always the same as ours.

use crate::domain::money::{Currency, Money};

/// Króna have no minor unit any more, and Stripe still counts them in hundredths.
const ISK_IN_HUNDREDTHS: i64 = 100;

fn factor(currency: Currency) -> i64 {
    if currency.code() == "ISK" { ISK_IN_HUNDREDTHS } else { 1 }
}

/// `None` for what no number of Stripe's can say.
pub fn to_stripe(amount: Money) -> Option<i64> {
    amount.minor.checked_mul(factor(amount.currency))
}

/// `None` for what is no whole minor unit of a currency that we know.
pub fn from_stripe(amount: i64, currency: &str) -> Option<Money> {
    let currency = Currency::parse(&currency.to_ascii_uppercase())?;
    let factor = factor(currency);
    (amount % factor == 0).then(|| Money::new(amount / factor, currency))
}

/// As Stripe writes it.
pub fn currency_code(amount: Money) -> String {
    amount.currency.code().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_the_same_there_and_back() {
        for (code, minor, stripe) in [
            ("EUR", 4_999, 4_999),
            ("JPY", 500, 500),
            ("KWD", 5_120, 5_120),
            ("ISK", 5, 500),
            ("HUF", 1_045, 1_045),
        ] {
            let amount = Money::new(minor, Currency::parse(code).unwrap());
            assert_eq!(to_stripe(amount), Some(stripe), "{code}");
            assert_eq!(from_stripe(stripe, &currency_code(amount)), Some(amount), "{code}");
        }
    }

    #[test]
    fn what_is_not_exact_is_no_amount() {
        assert_eq!(from_stripe(550, "isk"), None);
        assert_eq!(from_stripe(100, "zzz"), None);
        assert_eq!(to_stripe(Money::new(i64::MAX, Currency::parse("ISK").unwrap())), None);
    }
}
