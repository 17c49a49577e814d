//! The QR code from which a banking app fills in a SEPA credit transfer (EPC069-12, version 2).

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode, Version};

use crate::domain::money::{Currency, Money};
use crate::domain::vendor::Vendor;

/// The longest name of a payee, in characters.
const PAYEE_MAX: usize = 70;
/// The highest amount, in cents.
const AMOUNT_MAX: i64 = 99_999_999_999;
/// The largest code that the guideline allows.
const VERSION_MAX: i16 = 13;
/// White modules that a code has to have around it.
const QUIET_ZONE: usize = 4;

/// A code as it is drawn: dark squares of one unit, as the path of an SVG.
#[derive(Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Its width and height, the quiet zone included.
    pub size: usize,
    pub path: String,
}

/// The code to pay an amount with. `None` where the guideline has none: it is for euro only.
pub fn code(vendor: &Vendor, amount: Money, reference: &str) -> Option<Drawing> {
    let text = text(vendor, amount, reference)?;
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    match code.version() {
        Version::Normal(version) if version <= VERSION_MAX => Some(draw(&code)),
        _ => None,
    }
}

/// One element a line, in the guideline's order. BIC, purpose and structured reference are left out.
fn text(vendor: &Vendor, amount: Money, reference: &str) -> Option<String> {
    let iban = vendor.iban.as_ref()?.as_str();
    if amount.currency != Currency::EUR || !(1..=AMOUNT_MAX).contains(&amount.minor) {
        return None;
    }
    let payee: String = vendor.name.chars().filter(|it| !it.is_control()).take(PAYEE_MAX).collect();
    let amount = amount.decimal();
    Some(format!("BCD\n002\n1\nSCT\n\n{payee}\n{iban}\nEUR{amount}\n\n\n{reference}"))
}

fn draw(code: &QrCode) -> Drawing {
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        // Squares that touch are drawn as one, so that no hairline shows between them.
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let (left, top, length) = (x + QUIET_ZONE, y + QUIET_ZONE, run.len());
                write!(path, "M{left} {top}h{length}v1h-{length}z").expect("a string has room");
            }
            x += run.len();
        }
    }
    Drawing { size: width + 2 * QUIET_ZONE, path }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::vendor::Iban;

    fn vendor(name: &str) -> Vendor {
        Vendor {
            name: name.to_owned(),
            address: Vec::new(),
            vat_number: None,
            email: "orders@vendor.example".to_owned(),
            iban: Iban::parse("IT60X0542811101000000123456"),
            terms_url: None,
        }
    }

    fn euro(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn the_elements_are_in_the_order_of_the_guideline() {
        let text = text(&vendor("Società Esempio"), euro(6953), "BO26-7K4Q9-MT2XA");
        assert_eq!(
            text.as_deref(),
            Some(
                "BCD\n002\n1\nSCT\n\nSocietà Esempio\nIT60X0542811101000000123456\nEUR69.53\n\n\n\
                 BO26-7K4Q9-MT2XA"
            )
        );
    }

    #[test]
    fn a_name_can_neither_add_an_element_nor_be_too_long() {
        let name = format!("Evil\nDE89370400440532013000{}", "x".repeat(100));
        let text = text(&vendor(&name), euro(1), "BO26").expect("a transfer in euro");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[6], "IT60X0542811101000000123456");
        assert_eq!(lines[5].chars().count(), PAYEE_MAX);
    }

    #[test]
    fn there_is_no_code_for_what_the_guideline_leaves_out() {
        let dollar = Money::new(100, Currency::parse("USD").expect("in use"));
        let without = Vendor { iban: None, ..vendor("Shop") };
        assert_eq!(code(&vendor("Shop"), dollar, "BO26"), None);
        assert_eq!(code(&vendor("Shop"), euro(0), "BO26"), None);
        assert_eq!(code(&vendor("Shop"), euro(AMOUNT_MAX + 1), "BO26"), None);
        assert_eq!(code(&without, euro(100), "BO26"), None);
    }

    #[test]
    fn the_drawing_has_every_dark_square_and_no_other() {
        let text = text(&vendor("Shop"), euro(6953), "BO26").expect("a transfer in euro");
        let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("it fits");
        let drawing = draw(&code);
        let dark = code.to_colors().iter().filter(|it| **it == Color::Dark).count();
        let lengths = drawing.path.split('h').skip(1).step_by(2);
        let drawn: usize = lengths
            .map(|it| it.split('v').next().and_then(|it| it.parse::<usize>().ok()).unwrap())
            .sum();
        assert_eq!(drawn, dark);
        assert_eq!(drawing.size, code.width() + 8);
    }
}
