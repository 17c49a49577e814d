//! Tests of the rules in the file beside this.

use super::super::money::{Currency, Money};
use super::*;

const SITUATIONS: [Situation; 12] = [
    Situation::AwaitingPayment,
    Situation::Checking,
    Situation::AwaitingDocuments,
    Situation::Refused,
    Situation::NotYet,
    Situation::Accepted,
    Situation::Preparing,
    Situation::DeliveryTrouble,
    Situation::Delivered,
    Situation::Expired,
    Situation::CancelledUnpaid,
    Situation::Cancelled,
];

fn yen() -> Currency {
    Currency::parse("JPY").expect("in use")
}

fn reasons() -> Vec<Ineligible> {
    let limit = Money::new(300_000, Currency::EUR);
    vec![
        Ineligible::Country("CH".to_owned()),
        Ineligible::Account,
        Ineligible::Currency(yen()),
        Ineligible::BelowMinimum(limit),
        Ineligible::AboveMaximum(limit),
        Ineligible::NotOffered,
        Ineligible::NoAgreement,
        Ineligible::BalanceTooLow {
            balance: Money::new(100, Currency::EUR),
            missing: Money::new(509, Currency::EUR),
        },
    ]
}

fn refusals() -> Vec<ActionRefusal> {
    let withdrawal = BlockerCode::ALL.iter().map(|&code| ActionRefusal::Withdrawal(code));
    [
        ActionRefusal::AlreadyPaid,
        ActionRefusal::Expired,
        ActionRefusal::Cancelled,
        ActionRefusal::NothingToPay,
        ActionRefusal::PaymentInProgress,
        ActionRefusal::PaidSoWithdraw,
        ActionRefusal::NothingRequested,
    ]
    .into_iter()
    .chain(withdrawal)
    .collect()
}

/// Everything that a language says, kind by kind.
fn said(language: Language) -> Vec<Vec<String>> {
    fn each<T: Copy>(
        members: &[T],
        text: fn(T, Language) -> &'static str,
        language: Language,
    ) -> Vec<String> {
        members.iter().map(|&member| text(member, language).to_owned()).collect()
    }
    vec![
        each(OrderStatus::ALL, status, language),
        each(StepName::ALL, step, language),
        each(&SITUATIONS, hint, language),
        each(EventKind::ALL, event, language),
        each(BlockerCode::ALL, blocker, language),
        each(MethodKind::ALL, method, language),
        reasons().iter().map(|reason| ineligible(reason, language)).collect(),
        each(&refusals(), refusal, language),
        vec![withdraw_label(language).to_owned(), confirm_withdrawal_label(language).to_owned()],
    ]
}

#[test]
fn every_member_has_a_text_of_its_own_in_every_language() {
    for language in Language::ALL {
        for texts in said(language) {
            let mut different = texts.clone();
            different.sort();
            different.dedup();
            assert_eq!(different.len(), texts.len(), "{language:?}: {texts:?}");
            for text in texts {
                assert!(!text.is_empty(), "{language:?}");
                assert_eq!(text.trim(), text, "{language:?}");
                assert!(!text.contains("  "), "{language:?}: {text}");
            }
        }
    }
}

#[test]
fn reasons_are_whole_sentences() {
    for language in Language::ALL {
        let hints = SITUATIONS.iter().map(|&it| hint(it, language).to_owned());
        let blockers = BlockerCode::ALL.iter().map(|&it| blocker(it, language).to_owned());
        let refusals = refusals().into_iter().map(|it| refusal(it, language).to_owned());
        let reasons = reasons();
        let reasons = reasons.iter().map(|it| ineligible(it, language));
        for text in hints.chain(blockers).chain(refusals).chain(reasons) {
            assert!(text.ends_with('.'), "{language:?}: {text}");
        }
    }
}

#[test]
fn the_best_language_is_found_by_its_tag() {
    let cases = [
        ("it", Language::It),
        ("it-IT", Language::It),
        ("FR-ca", Language::Fr),
        ("de_AT", Language::De),
        (" es ", Language::Es),
        ("en-GB", Language::En),
        ("pl-PL", Language::En),
        ("est", Language::En),
        ("", Language::En),
    ];
    for (tag, language) in cases {
        assert_eq!(Language::best(tag), language, "{tag}");
    }
    for language in Language::ALL {
        assert_eq!(Language::best(language.code()), language);
    }
}

#[test]
fn the_names_that_are_fixed_are_as_they_must_be() {
    let statuses = |language| OrderStatus::ALL.iter().map(move |&it| status(it, language));
    let italian: Vec<_> = statuses(Language::It).collect();
    assert_eq!(
        italian,
        [
            "Pagamento non ricevuto",
            "Convalida",
            "In attesa dei documenti",
            "Consegna in corso",
            "Completato",
            "Annullamento in corso",
            "Annullato",
            "Scaduto",
        ]
    );
    let english: Vec<_> = statuses(Language::En).collect();
    assert_eq!(
        english,
        [
            "Payment not received",
            "Validation",
            "Awaiting documents",
            "Delivery in progress",
            "Complete",
            "Cancelling",
            "Cancelled",
            "Expired",
        ]
    );
    let steps = |language| StepName::ALL.iter().map(move |&it| step(it, language));
    let italian: Vec<_> = steps(Language::It).collect();
    assert_eq!(
        italian,
        [
            "Ordine preso in carico",
            "Ordine confermato",
            "Consegna in corso",
            "Prodotto disponibile"
        ]
    );
    let english: Vec<_> = steps(Language::En).collect();
    assert_eq!(english, ["Order received", "Order confirmed", "Being delivered", "Available"]);
}

#[test]
fn amounts_are_written_as_the_language_writes_them() {
    let euro = |minor| Money::new(minor, Currency::EUR);
    let dinar = |minor| Money::new(minor, Currency::parse("TND").expect("in use"));
    let yen = |minor| Money::new(minor, yen());
    let cases = [
        (euro(6953), Language::It, "69,53\u{a0}€"),
        (euro(6953), Language::Fr, "69,53\u{a0}€"),
        (euro(6953), Language::De, "69,53\u{a0}€"),
        (euro(6953), Language::Es, "69,53\u{a0}€"),
        (euro(6953), Language::En, "€69.53"),
        (euro(0), Language::It, "0,00\u{a0}€"),
        (euro(5), Language::En, "€0.05"),
        (euro(-5794), Language::En, "-€57.94"),
        (euro(-5794), Language::De, "-57,94\u{a0}€"),
        (euro(123_456), Language::En, "€1,234.56"),
        (euro(123_456), Language::It, "1.234,56\u{a0}€"),
        (euro(123_456), Language::De, "1.234,56\u{a0}€"),
        (euro(123_456), Language::Fr, "1\u{202f}234,56\u{a0}€"),
        (euro(123_456), Language::Es, "1234,56\u{a0}€"),
        (euro(1_234_567), Language::Es, "12.345,67\u{a0}€"),
        (euro(123_456_789), Language::It, "1.234.567,89\u{a0}€"),
        (yen(7_000), Language::En, "¥7,000"),
        (yen(0), Language::Fr, "0\u{a0}¥"),
        (dinar(69_528), Language::Fr, "69,528\u{a0}TND"),
        (dinar(69_528), Language::En, "TND\u{a0}69.528"),
        (dinar(7), Language::It, "0,007\u{a0}TND"),
    ];
    for (amount, language, written) in cases {
        assert_eq!(money(amount, language), written, "{amount} {language:?}");
    }
    assert_eq!(money(euro(i64::MIN), Language::En), "-€92,233,720,368,547,758.08");
}
