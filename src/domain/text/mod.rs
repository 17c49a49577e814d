//! What people read, in their own language: one file for each, and no text can be missing, because
//! every file matches every member.

use super::actions::ActionRefusal;
use super::history::EventKind;
use super::payment::{Ineligible, MethodKind};
use super::status::OrderStatus;
use super::tracking::{Situation, StepName};
use super::withdrawal::BlockerCode;

mod amount;
mod date;

mod de;
mod en;
mod es;
mod fr;
mod it;

#[cfg(test)]
mod tests;

pub use self::amount::{exact, money, percent};
pub use self::date::{date, moment};

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
        Self::known(tag).unwrap_or(Self::En)
    }

    /// The language of a tag, if we write it.
    pub fn known(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
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

/// When a delivery that failed is tried again, after the hint. `at` is a moment in words.
pub fn next_try(at: &str, language: Language) -> String {
    match language {
        Language::En => format!("We try again on {at}."),
        Language::It => format!("Riproviamo il {at}."),
        Language::Fr => format!("Nous réessayons le {at}."),
        Language::De => format!("Der nächste Versuch: {at}."),
        Language::Es => format!("Lo intentamos de nuevo el {at}."),
    }
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
