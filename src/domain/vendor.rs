//! The vendor, as a purchase order names it.

use std::fmt;

/// Who sells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vendor {
    pub name: String,
    pub address: Vec<String>,
    pub vat_number: Option<String>,
    pub email: String,
    /// Where bank transfers go.
    pub iban: Option<Iban>,
    /// Where the terms of sale can be read.
    pub terms_url: Option<String>,
}

/// The longest IBAN (ISO 13616), in characters; the shortest in use is Norway's.
const IBAN_LENGTHS: std::ops::RangeInclusive<usize> = 15..=34;

/// The number of a bank account (ISO 13616), whose check digits were looked at.
#[derive(Clone, PartialEq, Eq)]
pub struct Iban(String);

impl Iban {
    /// Reads an IBAN however it is spaced. `None` when its check digits do not fit.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(|it| !it.is_whitespace()).collect();
        let plain = plain.to_ascii_uppercase();
        let bytes = plain.as_bytes();
        if !IBAN_LENGTHS.contains(&bytes.len()) || !bytes.iter().all(u8::is_ascii_alphanumeric) {
            return None;
        }
        let (country, rest) = bytes.split_at(2);
        let (digits, account) = rest.split_at(2);
        if !country.iter().all(u8::is_ascii_uppercase) || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        // ISO 7064: letters count from ten on, country and check digits come last, and one is left.
        let values = account.iter().chain(country).chain(digits).map(|&byte| match byte {
            b'0'..=b'9' => (10, u32::from(byte - b'0')),
            _ => (100, u32::from(byte - b'A') + 10),
        });
        let left = values.fold(0, |left, (shift, value)| (left * shift + value) % 97);
        (left == 1).then_some(Self(plain))
    }

    /// Without spaces, as machines read it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// In groups of four, as people read it.
impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.chars().enumerate() {
            let space = if at > 0 && at % 4 == 0 { " " } else { "" };
            write!(f, "{space}{letter}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iban_is_read_however_it_is_spaced_and_written_in_fours() {
        for text in ["IT60X0542811101000000123456", "it60 x054 2811 1010 0000 0123 456"] {
            let iban = Iban::parse(text).expect("it is one");
            assert_eq!(iban.as_str(), "IT60X0542811101000000123456");
            assert_eq!(iban.to_string(), "IT60 X054 2811 1010 0000 0123 456");
        }
        for text in ["DE89370400440532013000", "NO9386011117947", "FR1420041010050500013M02606"] {
            assert!(Iban::parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn one_wrong_character_is_noticed() {
        let good = "IT60X0542811101000000123456";
        for at in 0..good.len() {
            let other = if good.as_bytes()[at] == b'7' { "8" } else { "7" };
            let wrong = format!("{}{other}{}", &good[..at], &good[at + 1..]);
            assert_eq!(Iban::parse(&wrong), None, "{wrong}");
        }
        for text in ["", "IT60", "IT60-X054", "1260X0542811101000000123456", "ÈÈ60X05428111010000"]
        {
            assert_eq!(Iban::parse(text), None, "{text}");
        }
    }
}
