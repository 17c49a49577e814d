//! German.

use super::{Words, years_or_months};
use crate::domain::order::LineKind;

pub const WORDS: Words = Words {
    title: "Bestellschein",
    number: "Nummer",
    created: "Datum",
    expires: "Gültig bis",
    status: "Status",

    billing: "Rechnungsdaten",
    vat_number: "USt-IdNr.",
    email: "E-Mail",

    lines: "Bestellte Dienste",
    description: "Beschreibung",
    period: "Laufzeit",
    quantity: "Menge",
    unit_price: "Einzelpreis",
    reduction: "Nachlass",
    amount: "Betrag",
    months: |months| match years_or_months(months) {
        (1, true) => "1 Jahr".to_owned(),
        (years, true) => format!("{years} Jahre"),
        (1, false) => "1 Monat".to_owned(),
        (months, false) => format!("{months} Monate"),
    },
    one_off: "einmalig",
    kind: |kind| match kind {
        LineKind::Creation => None,
        LineKind::Renewal => Some("Verlängerung"),
        LineKind::Upgrade => Some("Erweiterung"),
        LineKind::Installation => Some("Einrichtung"),
        LineKind::Licence => Some("Lizenz"),
        LineKind::Transfer => Some("Umzug"),
        LineKind::Voucher => Some("Gutschein"),
        LineKind::Gift => Some("Geschenk"),
    },
    withdrawn: |day| format!("Widerrufen am {day}"),
    subtotal: "Zwischensumme",
    reductions: "Nachlässe",
    net: "Gesamt ohne MwSt.",
    vat: |rate| format!("MwSt. {rate}"),
    total: "Gesamt inkl. MwSt.",

    payment: "Zahlung",
    paid: |day| format!("Bezahlt am {day}"),
    free: "Diese Bestellung ist kostenlos; es ist nichts zu bezahlen.",
    under_way: |method| {
        format!(
            "Eine Zahlung ist unterwegs ({method}). Bitte zahlen Sie nicht noch einmal; wie sie \
             ausgeht, steht in Ihrem Kundenbereich."
        )
    },
    deferred: |day| format!("Sie zahlen später, wie vereinbart: die Rechnung ist am {day} fällig."),
    transfer_awaited: "Sie haben die Überweisung gewählt; wir warten auf ihren Eingang.",
    pay_by: |moment| {
        format!(
            "Zu bezahlen bis {moment}. Danach läuft die Bestellung ab und muss neu aufgegeben \
             werden, zu den Preisen jenes Tages."
        )
    },
    registered: "Hinterlegt",
    default: "Standard",
    methods: "Zahlungsarten",
    payee: "Empfänger",
    reference: "Verwendungszweck",
    qr: "QR-Code für die Überweisung: Die App Ihrer Bank liest ihn und füllt alles aus.",

    withdrawal: "Widerrufsrecht",
    may_withdraw: |day| {
        format!(
            "Als Verbraucher können Sie diesen Vertrag binnen 14 Tagen ohne Angabe von Gründen \
             widerrufen. Der letzte Tag ist der {day}."
        )
    },
    withdrawal_ended: |day| format!("Die Widerrufsfrist endete am {day}."),
    no_withdrawal: "Für diese Bestellung besteht kein Widerrufsrecht.",
    how_to_withdraw: |label, email| {
        format!(
            "Nutzen Sie „{label}“ in Ihrem Kundenbereich, oder schreiben Sie eine eindeutige \
             Erklärung an {email}; es genügt, sie vor Ablauf der Frist abzusenden."
        )
    },
    refund: |days| {
        format!(
            "Wir erstatten binnen {days} Tagen, nachdem Sie es uns gesagt haben, auf dem Weg Ihrer \
             Zahlung."
        )
    },
    proportionate: "Sie haben verlangt, dass der Dienst sofort beginnt: Wenn Sie widerrufen, zahlen \
                    Sie die genutzten Tage anteilig.",
    excluded: "Das Gesetz nimmt vom Widerruf aus (Richtlinie 2011/83/EU, Art. 16):",
    not_new: "Setzen einen laufenden Vertrag fort, ohne neues Widerrufsrecht:",

    terms_apply: |vendor| {
        format!("Die Geschäftsbedingungen von {vendor} gelten für diese Bestellung.")
    },
    not_an_invoice: "Dieses Dokument ist keine Rechnung.",

    missing_title: "Hier ist nichts",
    missing: "Dieser Link gilt nicht oder nicht mehr. Links zu Dokumenten gelten fünf Minuten: \
              Öffnen Sie einen neuen über Ihre Bestellungen.",
    later_title: "Zu viele Anfragen",
    later: "Bitte warten Sie einen Moment, und laden Sie die Seite dann neu.",
    broken_title: "Etwas ist schiefgegangen",
    broken: "Das Problem liegt bei uns. Bitte versuchen Sie es gleich noch einmal.",
};
