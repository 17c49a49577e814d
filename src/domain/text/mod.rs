//! What people read, in their own language: one file for each, and no text can be missing, because
//! every file matches every member.

use super::actions::ActionRefusal;
use super::history::EventKind;
use super::money::Money;
use super::payment::{Ineligible, MethodKind};
use super::status::OrderStatus;
use super::tracking::{Situation, StepName};
use super::withdrawal::BlockerCode;

mod de;
mod en;
mod es;
mod fr;
mod it;

#[cfg(test)]
mod tests;

/// A language that we write in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    En,
    It,
    Fr,
    De,
    Es,
}

impl Language {
    pub const ALL: [Self; 5] = [Self::En, Self::It, Self::Fr, Self::De, Self::Es];

    /// The language of a tag such as `it`, `it-IT` or `de_AT`; English for all that we do not write.
    pub fn best(tag: &str) -> Self {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
            .unwrap_or(Self::En)
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::It => "it",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Es => "es",
        }
    }
}

/// The same function of each language's file.
macro_rules! in_each_language {
    ($($(#[$doc:meta])* $name:ident($member:ident: $type:ty) -> $text:ty;)*) => {
        $(
            $(#[$doc])*
            pub fn $name($member: $type, language: Language) -> $text {
                match language {
                    Language::En => en::$name($member),
                    Language::It => it::$name($member),
                    Language::Fr => fr::$name($member),
                    Language::De => de::$name($member),
                    Language::Es => es::$name($member),
                }
            }
        )*
    };
}

in_each_language! {
    /// The short name of a status.
    status(status: OrderStatus) -> &'static str;
    /// The name of a step of the tracking.
    step(name: StepName) -> &'static str;
    /// What happens next, or what the customer can do, at a step.
    hint(situation: Situation) -> &'static str;
    /// What an entry of the history says.
    event(kind: EventKind) -> &'static str;
    /// Why an order cannot be withdrawn from.
    blocker(code: BlockerCode) -> &'static str;
    /// The name of a way to pay.
    method(kind: MethodKind) -> &'static str;
    /// Why an order cannot be paid in some way, and what to do about it.
    ineligible(reason: &Ineligible) -> String;
    /// Why an action is not possible now.
    refusal(reason: ActionRefusal) -> &'static str;
}

/// The label of the withdrawal function, in the words of the law (Directive 2011/83/EU, article 11a).
pub fn withdraw_label(language: Language) -> &'static str {
    match language {
        Language::En => "withdraw from contract here",
        Language::It => "recedere dal contratto qui",
        Language::Fr => "renoncer au contrat ici",
        Language::De => "Vertrag widerrufen",
        Language::Es => "desistir del contrato aquí",
    }
}

/// The label of the control that confirms a withdrawal, in the words of the law (article 11a).
pub fn confirm_withdrawal_label(language: Language) -> &'static str {
    match language {
        Language::En => "confirm withdrawal",
        Language::It => "conferma recesso",
        Language::Fr => "confirmer la rétractation",
        Language::De => "Widerruf bestätigen",
        Language::Es => "confirmar desistimiento",
    }
}

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
    let Notation { decimal_mark, group_mark, grouped_from, sign_first } = notation(language);
    let decimals = usize::try_from(amount.currency.decimals()).expect("three at most");
    let digits = format!("{:0>width$}", amount.minor.unsigned_abs(), width = decimals + 1);
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

    let minus = if amount.minor < 0 { "-" } else { "" };
    let sign = sign(amount.currency.code());
    match sign_first {
        true if sign.len() == 3 && sign.is_ascii() => {
            format!("{minus}{sign}{NO_BREAK_SPACE}{number}")
        }
        true => format!("{minus}{sign}{number}"),
        false => format!("{minus}{number}{NO_BREAK_SPACE}{sign}"),
    }
}
