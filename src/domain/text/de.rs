//! German.

use super::super::actions::ActionRefusal;
use super::super::history::EventKind;
use super::super::payment::{Ineligible, MethodKind};
use super::super::status::OrderStatus;
use super::super::tracking::{Situation, StepName};
use super::super::withdrawal::BlockerCode;
use super::{Language, money};

pub fn status(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::NotPaid => "Zahlung nicht eingegangen",
        OrderStatus::Checking => "Prüfung",
        OrderStatus::DocumentsRequested => "Warten auf Unterlagen",
        OrderStatus::Delivering => "Wird bereitgestellt",
        OrderStatus::Delivered => "Abgeschlossen",
        OrderStatus::Cancelling => "Wird storniert",
        OrderStatus::Cancelled => "Storniert",
        OrderStatus::Expired => "Abgelaufen",
    }
}

pub fn step(name: StepName) -> &'static str {
    match name {
        StepName::Validating => "Bestellung eingegangen",
        StepName::Validated => "Bestellung bestätigt",
        StepName::Delivering => "Wird bereitgestellt",
        StepName::Available => "Produkt verfügbar",
    }
}

pub fn hint(situation: Situation) -> &'static str {
    match situation {
        Situation::AwaitingPayment => {
            "Ihre Bestellung ist bei uns. Bitte bezahlen Sie sie, bevor sie abläuft; dann beginnen \
             wir sofort."
        }
        Situation::Checking => {
            "Wir prüfen Ihre Bestellung. Sie müssen nichts tun; wir melden uns, sobald sie \
             bestätigt ist."
        }
        Situation::AwaitingDocuments => {
            "Für die Prüfung brauchen wir noch Unterlagen von Ihnen. Bitte laden Sie sie in dieser \
             Bestellung hoch."
        }
        Situation::Refused => {
            "Wir konnten diese Bestellung nicht annehmen. Der Grund steht unten im Verlauf, und \
             was Sie bezahlt haben, bekommen Sie zurück."
        }
        Situation::NotYet => "Das folgt nach den Schritten davor.",
        Situation::Accepted => "Ihre Bestellung ist bestätigt. Sie müssen nichts tun.",
        Situation::Preparing => {
            "Wir richten Ihre Dienste ein. Je nach Dienst dauert das Minuten oder Stunden."
        }
        Situation::DeliveryTrouble => {
            "Beim Einrichten eines Dienstes ist etwas schiefgegangen. Wir kümmern uns darum; unten \
             im Verlauf steht, um welchen es geht."
        }
        Situation::Delivered => {
            "Ihre Dienste sind bereit. Falls Sie Zugangsdaten brauchen, haben wir sie Ihnen per \
             E-Mail geschickt."
        }
        Situation::Expired => {
            "Die Bestellung wurde nicht rechtzeitig bezahlt. Sie können neu bestellen, zu den \
             heutigen Preisen."
        }
        Situation::CancelledUnpaid => {
            "Die Bestellung wurde vor der Zahlung storniert; Sie schulden nichts. Sie können \
             jederzeit neu bestellen."
        }
        Situation::Cancelled => {
            "Die Bestellung wurde storniert. Was Ihnen zusteht, kommt auf dem Weg Ihrer Zahlung \
             zurück."
        }
    }
}

pub fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::OrderCreated => "Bestellung aufgegeben",
        EventKind::PaymentAwaited => "Wir warten auf Ihre Zahlung",
        EventKind::PaymentInitiated => "Zahlung begonnen",
        EventKind::PaymentActionRequired => "Ihre Zahlung braucht eine Bestätigung von Ihnen",
        EventKind::PaymentFailed => {
            "Die Zahlung hat nicht geklappt; Sie können es noch einmal versuchen"
        }
        EventKind::PaymentCancelled => "Die Zahlung wurde abgebrochen",
        EventKind::PaymentPartReceived => "Teil der Zahlung eingegangen; der Rest steht noch aus",
        EventKind::PaymentReceived => "Zahlung eingegangen",
        EventKind::ValidationStarted => "Wir haben begonnen, Ihre Bestellung zu prüfen",
        EventKind::ManualReview => "Jemand aus unserem Team prüft Ihre Bestellung",
        EventKind::DocumentsRequested => "Wir haben Sie um Unterlagen gebeten",
        EventKind::DocumentReceived => "Sie haben eine Unterlage gesendet",
        EventKind::DocumentAccepted => "Eine Unterlage wurde angenommen",
        EventKind::DocumentsReceived => "Wir haben Ihre Unterlagen erhalten",
        EventKind::OrderRefused => "Wir konnten die Bestellung nicht annehmen",
        EventKind::OrderAccepted => "Bestellung bestätigt",
        EventKind::DeliveryStarted => "Bereitstellung begonnen",
        EventKind::LineDelivered => "Dienst bereit",
        EventKind::DeliveryDelayed => "Ein Dienst verspätet sich; wir versuchen es noch einmal",
        EventKind::DeliveryFailed => {
            "Ein Dienst konnte nicht bereitgestellt werden; wir kümmern uns darum"
        }
        EventKind::OrderDelivered => "Alles ist bereitgestellt",
        EventKind::WithdrawalReceived => "Wir haben Ihren Widerruf erhalten",
        EventKind::RefundInitiated => "Erstattung begonnen",
        EventKind::RefundFailed => "Die Erstattung hat nicht geklappt; wir kümmern uns darum",
        EventKind::RefundCompleted => "Erstattung gesendet",
        EventKind::OrderCancelled => "Bestellung storniert",
        EventKind::OrderExpired => "Die Bestellung ist unbezahlt abgelaufen",
        EventKind::Note => "Eine Nachricht für Sie",
    }
}

pub fn blocker(code: BlockerCode) -> &'static str {
    match code {
        BlockerCode::NotAConsumer => {
            "Das Widerrufsrecht gilt für Privatpersonen, und dieses Konto gehört keiner. Wenn mit \
             der Bestellung etwas nicht stimmt, melden Sie sich bitte bei uns."
        }
        BlockerCode::NotANewContract => {
            "Diese Bestellung verlängert oder erweitert einen bestehenden Vertrag; daraus entsteht \
             kein neues Widerrufsrecht. Sie können den Vertrag zum Ende seiner Laufzeit beenden."
        }
        BlockerCode::NotPaid => {
            "Die Bestellung ist nicht bezahlt; es gibt nichts zu widerrufen. Ist sie noch offen, \
             können Sie sie einfach stornieren."
        }
        BlockerCode::PeriodEnded => {
            "Die Widerrufsfrist ist vorbei. Sie können den Vertrag weiterhin zum Ende seiner \
             Laufzeit beenden."
        }
        BlockerCode::AlreadyExercised => {
            "Sie haben schon widerrufen. Sie müssen nichts weiter tun; im Verlauf steht, wie es um \
             die Erstattung steht."
        }
        BlockerCode::OrderCancelled => {
            "Diese Bestellung ist schon storniert oder abgelaufen. Sie müssen nichts weiter tun."
        }
        BlockerCode::EveryLineExcluded => {
            "Nichts in dieser Bestellung lässt sich widerrufen, weil das Gesetz solche Produkte \
             ausnimmt. Die Bestellung sagt es bei jeder Position."
        }
    }
}

pub fn method(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::Card => "Karte",
        MethodKind::SepaDirectDebit => "SEPA-Lastschrift",
        MethodKind::Paypal => "PayPal",
        MethodKind::BankTransfer => "Überweisung",
        MethodKind::PrepaidAccount => "Guthabenkonto",
        MethodKind::Deferred => "Zahlung auf Ziel",
    }
}

pub fn ineligible(reason: &Ineligible) -> String {
    let amount = |limit| money(limit, Language::De);
    match reason {
        Ineligible::Country(country) => format!(
            "Diese Zahlungsart gibt es in Ihrem Land nicht ({country}). Bitte wählen Sie eine \
             andere."
        ),
        Ineligible::Account => {
            "Diese Zahlungsart ist für Ihre Art von Konto nicht vorgesehen. Bitte wählen Sie eine \
             andere."
                .to_owned()
        }
        Ineligible::Currency(currency) => format!(
            "Diese Zahlungsart nimmt {currency} nicht an. Bitte wählen Sie für diese Bestellung \
             eine andere."
        ),
        Ineligible::BelowMinimum(limit) => format!(
            "Diese Zahlungsart gilt für Bestellungen ab {}. Bitte wählen Sie eine andere.",
            amount(*limit)
        ),
        Ineligible::AboveMaximum(limit) => format!(
            "Diese Zahlungsart gilt für Bestellungen bis {}. Bitte wählen Sie eine andere.",
            amount(*limit)
        ),
        Ineligible::NotOffered => {
            "Diese Zahlungsart bieten wir nicht an. Bitte wählen Sie eine andere.".to_owned()
        }
        Ineligible::NoAgreement => {
            "Für spätere Zahlung braucht es eine Vereinbarung mit uns. Bitte melden Sie sich dafür \
             bei uns oder wählen Sie eine andere Zahlungsart."
                .to_owned()
        }
        Ineligible::BalanceTooLow { balance, missing } => format!(
            "Ihr Guthaben beträgt {}: für diese Bestellung fehlen {}. Bitte laden Sie es auf oder \
             wählen Sie eine andere Zahlungsart.",
            amount(*balance),
            amount(*missing)
        ),
    }
}

pub fn refusal(reason: ActionRefusal) -> &'static str {
    match reason {
        ActionRefusal::AlreadyPaid => {
            "Diese Bestellung ist bezahlt. Sie müssen nichts mehr bezahlen."
        }
        ActionRefusal::Expired => {
            "Diese Bestellung ist abgelaufen. Sie können neu bestellen, zu den heutigen Preisen."
        }
        ActionRefusal::Cancelled => {
            "Diese Bestellung ist storniert oder wird gerade storniert. Sie können jederzeit neu \
             bestellen."
        }
        ActionRefusal::NothingToPay => {
            "Diese Bestellung ist kostenlos. Sie müssen nichts bezahlen."
        }
        ActionRefusal::PaymentInProgress => {
            "Eine Zahlung für diese Bestellung ist unterwegs. Bitte warten Sie, bis ihr Ergebnis \
             feststeht."
        }
        ActionRefusal::PaidSoWithdraw => {
            "Eine bezahlte Bestellung lässt sich nicht einfach stornieren. Sehen Sie nach, ob Sie \
             widerrufen können."
        }
        ActionRefusal::NothingRequested => {
            "Wir brauchen gerade keine Unterlagen von Ihnen. Wir melden uns, wenn sich das ändert."
        }
        ActionRefusal::Withdrawal(code) => blocker(code),
    }
}
