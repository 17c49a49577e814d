//! Amounts, prices and rates, as each language writes them.

use super::super::money::{Currency, Exact, Money};
use super::Language;

const NO_BREAK_SPACE: char = '\u{a0}';
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

/// How a language writes an amount.
struct Notation {
    decimal_mark: char,
    group_mark: char,
    /// Whole parts shorter than this are not grouped.
    grouped_from: usize,
    sign_first: bool,
}

fn notation(language: Language) -> Notation {
    let (decimal_mark, group_mark, grouped_from, sign_first) = match language {
        Language::En => ('.', ',', 4, true),
        Language::It | Language::De => (',', '.', 4, false),
        Language::Fr => (',', NARROW_NO_BREAK_SPACE, 4, false),
        // Spanish groups from five digits on, and leaves 1234 as it is.
        Language::Es => (',', '.', 5, false),
    };
    Notation { decimal_mark, group_mark, grouped_from, sign_first }
}

/// The sign of a currency, or its code where the sign could be read as another currency's.
fn sign(code: &str) -> &str {
    match code {
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "USD" => "$",
        code => code,
    }
}

/// An amount as the language writes it: "69,53 €", "€69.53".
pub fn money(amount: Money, language: Language) -> String {
    with_sign(amount.minor, amount.currency.decimals(), amount.currency, language)
}

/// A price with every digit that it has, and at least those of its currency: "0,0125 €", "4,99 €".
pub fn exact(price: Exact, currency: Currency, language: Language) -> String {
    let (mut value, mut decimals) = (price.0, Exact::DECIMALS);
    while currency.decimals() < decimals && value % 10 == 0 {
        (value, decimals) = (value / 10, decimals - 1);
    }
    with_sign(value, decimals, currency, language)
}

/// A rate in hundredths of a percent: "22 %", "5,5 %".
pub fn percent(rate: i64, language: Language) -> String {
    let (mut value, mut decimals) = (rate, 2);
    while 0 < decimals && value % 10 == 0 {
        (value, decimals) = (value / 10, decimals - 1);
    }
    let minus = if value < 0 { "-" } else { "" };
    let number = number(value.unsigned_abs(), decimals, language);
    match language {
        Language::En => format!("{minus}{number}%"),
        _ => format!("{minus}{number}{NO_BREAK_SPACE}%"),
    }
}

fn with_sign(value: i64, decimals: u32, currency: Currency, language: Language) -> String {
    let number = number(value.unsigned_abs(), decimals, language);
    let minus = if value < 0 { "-" } else { "" };
    let sign = sign(currency.code());
    match notation(language).sign_first {
        true if sign.len() == 3 && sign.is_ascii() => {
            format!("{minus}{sign}{NO_BREAK_SPACE}{number}")
        }
        true => format!("{minus}{sign}{number}"),
        false => format!("{minus}{number}{NO_BREAK_SPACE}{sign}"),
    }
}

fn number(value: u64, decimals: u32, language: Language) -> String {
    let Notation { decimal_mark, group_mark, grouped_from, .. } = notation(language);
    let decimals = usize::try_from(decimals).expect("eight at most");
    let digits = format!("{value:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);

    let mut number = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && grouped_from <= whole.len() && (whole.len() - at).is_multiple_of(3) {
            number.push(group_mark);
        }
        number.push(digit);
    }
    if !fraction.is_empty() {
        number.push(decimal_mark);
        number.push_str(fraction);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_shows_every_digit_it_has_and_no_fewer_than_its_currency() {
        let yen = Currency::parse("JPY").expect("in use");
        for (price, currency, language, written) in [
            (Exact(499_000_000), Currency::EUR, Language::It, "4,99\u{a0}€"),
            (Exact(1_250_000), Currency::EUR, Language::It, "0,0125\u{a0}€"),
            (Exact(1), Currency::EUR, Language::En, "€0.00000001"),
            (Exact(0), Currency::EUR, Language::De, "0,00\u{a0}€"),
            (Exact(-49_900_000), Currency::EUR, Language::Fr, "-0,499\u{a0}€"),
            (Exact(123_400_000_000), Currency::EUR, Language::En, "€1,234.00"),
            (Exact(700_000_000_000), yen, Language::It, "7.000\u{a0}¥"),
            (Exact(50_000_000), yen, Language::It, "0,5\u{a0}¥"),
        ] {
            assert_eq!(exact(price, currency, language), written, "{price:?} {language:?}");
        }
    }

    #[test]
    fn a_rate_is_written_without_idle_zeros() {
        for (rate, language, written) in [
            (2200, Language::It, "22\u{a0}%"),
            (2000, Language::En, "20%"),
            (550, Language::Fr, "5,5\u{a0}%"),
            (1925, Language::En, "19.25%"),
            (0, Language::De, "0\u{a0}%"),
        ] {
            assert_eq!(percent(rate, language), written, "{rate} {language:?}");
        }
    }
}
