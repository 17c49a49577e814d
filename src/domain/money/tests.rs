//! Tests of the rules in the file beside this.

use proptest::prelude::*;

use super::*;

fn currency(code: &str) -> Currency {
    Currency::parse(code).expect("in use")
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn exact(text: &str) -> Exact {
    Exact::from_decimal(decimal(text)).expect("a price")
}

#[test]
fn a_price_is_rounded_half_away_from_zero_to_the_minor_unit() {
    let cases = [
        ("69.5278", "EUR", 6953),
        ("0.005", "EUR", 1),
        ("0.00499999", "EUR", 0),
        ("-0.005", "EUR", -1),
        ("-0.00499999", "EUR", 0),
        ("1000.5", "JPY", 1001),
        ("1000.49999999", "JPY", 1000),
        ("69.5278", "TND", 69_528),
        ("0.0005", "TND", 1),
    ];
    for (price, code, minor) in cases {
        let rounded = exact(price).round(currency(code));
        assert_eq!(rounded, Money::new(minor, currency(code)), "{price} {code}");
    }
}

#[test]
fn an_amount_has_the_decimals_of_its_currency() {
    let cases = [("EUR", 6953, "69.53"), ("JPY", 7000, "7000"), ("TND", 69_528, "69.528")];
    for (code, minor, text) in cases {
        let money = Money::new(minor, currency(code));
        assert_eq!(money.to_string(), format!("{text} {code}"));
        assert_eq!(Money::from_decimal(decimal(text), money.currency), Some(money));
    }
    assert_eq!(
        Money::from_decimal(decimal("69.530"), Currency::EUR).map(|it| it.minor),
        Some(6953)
    );
    for (text, code) in [("69.531", "EUR"), ("0.5", "JPY"), ("0.0001", "TND")] {
        assert_eq!(Money::from_decimal(decimal(text), currency(code)), None, "{text} {code}");
    }
}

#[test]
fn only_codes_in_capitals_that_we_know_are_currencies() {
    for code in ["eur", "EU", "EURO", "XXX", "", "€"] {
        assert_eq!(Currency::parse(code), None, "{code}");
    }
}

#[test]
fn a_price_has_eight_decimals_at_most() {
    assert_eq!(exact("0.00000001"), Exact(1));
    assert_eq!(Exact::from_decimal(decimal("0.000000001")), None);
    assert_eq!(Exact::from_decimal(decimal("92233720368.54775807")), Some(Exact(i64::MAX)));
    assert_eq!(Exact::from_decimal(decimal("92233720368.54775808")), None);
}

#[test]
fn odd_units_go_to_the_largest_remainders_and_the_earliest_first() {
    assert_eq!(share(100, &[1, 1, 1]), [34, 33, 33]);
    assert_eq!(share(10, &[1, 2, 3]), [2, 3, 5]);
    assert_eq!(share(1, &[1, 3]), [0, 1]);
    assert_eq!(share(7, &[0, 0]), [7, 0]);
    assert_eq!(share(7, &[0, 5]), [0, 7]);
    assert!(share(0, &[]).is_empty());
}

proptest! {
    #[test]
    fn shares_add_up_and_are_fair(
        total in 0_i64..=10_000_000_000,
        weights in prop::collection::vec(0_i64..=1_000_000_000_000, 1..40),
    ) {
        let shares = share(total, &weights);
        prop_assert_eq!(shares.len(), weights.len());
        prop_assert_eq!(shares.iter().sum::<i64>(), total);
        let sum: i128 = weights.iter().map(|&weight| i128::from(weight)).sum();
        if sum > 0 {
            for (&share, &weight) in shares.iter().zip(&weights) {
                let off = i128::from(share) * sum - i128::from(total) * i128::from(weight);
                prop_assert!(off.abs() < sum, "more than one unit off: {share} for {weight}");
            }
        }
    }

    #[test]
    fn shares_of_what_is_owed_add_up_too(
        total in -1_000_000_i64..0,
        weights in prop::collection::vec(0_i64..=1_000_000, 1..10),
    ) {
        prop_assert_eq!(share(total, &weights).iter().sum::<i64>(), total);
    }

    #[test]
    fn division_rounds_half_away_from_zero(dividend in -1_000_000_i128..=1_000_000, divisor in 1_i128..=1000) {
        let quotient = divide_half_up(dividend, divisor);
        prop_assert!(2 * (quotient * divisor - dividend).abs() <= divisor);
        prop_assert_eq!(divide_half_up(-dividend, divisor), -quotient);
    }

    #[test]
    fn amounts_and_prices_are_read_as_they_are_written(minor: i64, price: i64) {
        for code in ["EUR", "JPY", "TND"] {
            let money = Money::new(minor, currency(code));
            prop_assert_eq!(Money::from_decimal(money.decimal(), money.currency), Some(money));
        }
        prop_assert_eq!(Exact::from_decimal(Exact(price).decimal()), Some(Exact(price)));
    }
}
