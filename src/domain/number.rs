//! Numbers of orders, such as `BO26-7K4Q9-MT2XA`: made to be read out on the telephone.
//!
//! Two digits of the year, nine random symbols of Crockford's base 32 (no I, L, O, U), one check
//! symbol. They cannot be guessed, and do not tell how many orders a vendor has.

use std::fmt;

use chrono::{DateTime, Datelike, Utc};

use super::writing::is_line;

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrderNumber(String);

impl OrderNumber {
    /// The number for an order placed `now`, out of 45 of the given random bits.
    pub fn new(now: DateTime<Utc>, random: u128) -> Self {
        let body: String = (0..9)
            .map(|at| symbol(usize::try_from((random >> (5 * at)) & 31).expect("5 bits")))
            .collect();
        let year = now.year().rem_euclid(100);
        let check = check_symbol(&format!("{year:02}{body}"));
        Self(format!("BO{year:02}-{}-{}{check}", &body[..5], &body[5..]))
    }

    /// Reads what a person typed: case, spaces and dashes do not matter, O is 0, I and L are 1.
    /// `None` when it cannot be a number of ours, a wrong check symbol included.
    pub fn parse(text: &str) -> Option<Self> {
        if !is_line(text.trim()) {
            return None;
        }
        let plain = plain(text);
        let digits = plain.strip_prefix("B0")?;
        if digits.len() != 12 || !digits.bytes().take(2).all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (rest, check) = digits.split_at(11);
        (check_symbol(rest).to_string() == check)
            .then(|| Self(format!("BO{}-{}-{}", &digits[..2], &digits[2..7], &digits[7..])))
    }

    /// A stored number: written by us, so only its owner, the storage, may skip the check.
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// The start of a number, as stored, out of what a person typed of it.
    pub fn prefix(text: &str) -> String {
        let plain = plain(text);
        let mut out = String::new();
        for (at, letter) in plain.chars().enumerate() {
            if at == 4 || at == 9 {
                out.push('-');
            }
            out.push(if at == 1 && letter == '0' { 'O' } else { letter });
        }
        out
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OrderNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Capital letters and digits only, with the look-alikes made one.
fn plain(text: &str) -> String {
    text.chars()
        .take(64)
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// Weights are odd and differ, so that one wrong symbol is always seen, and most swaps are.
fn check_symbol(text: &str) -> char {
    let sum: usize = text
        .bytes()
        .enumerate()
        .map(|(at, byte)| {
            let value = SYMBOLS.iter().position(|&known| known == byte).unwrap_or(31);
            value * (2 * at + 1)
        })
        .sum();
    symbol(sum % 32)
}

fn symbol(at: usize) -> char {
    char::from(SYMBOLS[at])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_made_is_read_however_it_is_spelled(random: u128) {
            let number = OrderNumber::new(DateTime::UNIX_EPOCH, random);
            let spoken = number.as_str().to_lowercase().replace('-', " ").replace('0', "o");
            prop_assert_eq!(OrderNumber::parse(&spoken), Some(number.clone()));
            prop_assert_eq!(OrderNumber::prefix(number.as_str()), number.as_str());
        }

        #[test]
        fn one_wrong_symbol_is_noticed(random: u128, at in 5_usize..16, other in 0_usize..32) {
            let number = OrderNumber::new(DateTime::UNIX_EPOCH, random);
            let mut text: Vec<char> = number.as_str().chars().collect();
            prop_assume!(text[at] != '-' && text[at] != symbol(other));
            text[at] = symbol(other);
            prop_assert_eq!(OrderNumber::parse(&text.into_iter().collect::<String>()), None);
        }
    }
}
