//! What stands on paper, in five languages. Each is one value of one struct, so that no text can be
//! missing.

use crate::domain::order::LineKind;
use crate::domain::text::Language;

mod de;
mod en;
mod es;
mod fr;
mod it;

/// The words of one language. Functions take what they name in the language already.
pub struct Words {
    pub title: &'static str,
    pub number: &'static str,
    pub created: &'static str,
    pub expires: &'static str,
    pub status: &'static str,

    pub billing: &'static str,
    pub vat_number: &'static str,
    pub email: &'static str,

    pub lines: &'static str,
    pub description: &'static str,
    pub period: &'static str,
    pub quantity: &'static str,
    pub unit_price: &'static str,
    pub reduction: &'static str,
    pub amount: &'static str,
    pub months: fn(u32) -> String,
    /// Instead of a period: paid once.
    pub one_off: &'static str,
    /// What a line is for, unless it is simply a new service.
    pub kind: fn(LineKind) -> Option<&'static str>,
    pub withdrawn: fn(&str) -> String,
    pub subtotal: &'static str,
    pub reductions: &'static str,
    pub net: &'static str,
    pub vat: fn(&str) -> String,
    pub total: &'static str,

    pub payment: &'static str,
    pub paid: fn(&str) -> String,
    pub free: &'static str,
    pub under_way: fn(&str) -> String,
    /// The day on which the invoice is due.
    pub deferred: fn(&str) -> String,
    pub transfer_awaited: &'static str,
    pub pay_by: fn(&str) -> String,
    pub registered: &'static str,
    pub default: &'static str,
    pub methods: &'static str,
    pub payee: &'static str,
    pub reference: &'static str,
    pub qr: &'static str,

    pub withdrawal: &'static str,
    /// The last day.
    pub may_withdraw: fn(&str) -> String,
    /// The last day, which is over.
    pub withdrawal_ended: fn(&str) -> String,
    pub no_withdrawal: &'static str,
    /// The function's label, in the words of the law, and the vendor's address for statements.
    pub how_to_withdraw: fn(&str, &str) -> String,
    /// The days within which the money goes back.
    pub refund: fn(u32) -> String,
    pub proportionate: &'static str,
    /// Before the names of lines that the law excludes.
    pub excluded: &'static str,
    /// Before the names of lines that carry on a running contract.
    pub not_new: &'static str,

    /// The vendor's name.
    pub terms_apply: fn(&str) -> String,
    pub not_an_invoice: &'static str,

    pub missing_title: &'static str,
    pub missing: &'static str,
    pub later_title: &'static str,
    pub later: &'static str,
    pub broken_title: &'static str,
    pub broken: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::En => &en::WORDS,
        Language::It => &it::WORDS,
        Language::Fr => &fr::WORDS,
        Language::De => &de::WORDS,
        Language::Es => &es::WORDS,
    }
}

/// Years where they come out even, else months.
fn years_or_months(months: u32) -> (u32, bool) {
    if months.is_multiple_of(12) { (months / 12, true) } else { (months, false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_said_in_words() {
        let said = |language, months| (words(language).months)(months);
        for (language, months, text) in [
            (Language::It, 1, "1 mese"),
            (Language::It, 3, "3 mesi"),
            (Language::It, 12, "1 anno"),
            (Language::En, 18, "18 months"),
            (Language::En, 24, "2 years"),
            (Language::Fr, 1, "1 mois"),
            (Language::Fr, 24, "2 ans"),
            (Language::De, 1, "1 Monat"),
            (Language::De, 36, "3 Jahre"),
            (Language::Es, 12, "1 año"),
            (Language::Es, 6, "6 meses"),
        ] {
            assert_eq!(said(language, months), text);
        }
    }

    #[test]
    fn the_label_of_the_law_is_quoted_as_it_is() {
        for language in Language::ALL {
            let label = crate::domain::text::withdraw_label(language);
            let text = (words(language).how_to_withdraw)(label, "orders@vendor.example");
            assert!(text.contains(label) && text.contains("orders@vendor.example"), "{text}");
        }
    }
}
