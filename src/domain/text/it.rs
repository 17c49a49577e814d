//! Italian.

use super::super::actions::ActionRefusal;
use super::super::history::EventKind;
use super::super::payment::{Ineligible, MethodKind};
use super::super::status::OrderStatus;
use super::super::tracking::{Situation, StepName};
use super::super::withdrawal::BlockerCode;
use super::{Language, money};

pub fn status(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::NotPaid => "Pagamento non ricevuto",
        OrderStatus::Checking => "Convalida",
        OrderStatus::DocumentsRequested => "In attesa dei documenti",
        OrderStatus::Delivering => "Consegna in corso",
        OrderStatus::Delivered => "Completato",
        OrderStatus::Cancelling => "Annullamento in corso",
        OrderStatus::Cancelled => "Annullato",
        OrderStatus::Expired => "Scaduto",
    }
}

pub fn step(name: StepName) -> &'static str {
    match name {
        StepName::Validating => "Ordine preso in carico",
        StepName::Validated => "Ordine confermato",
        StepName::Delivering => "Consegna in corso",
        StepName::Available => "Prodotto disponibile",
    }
}

pub fn hint(situation: Situation) -> &'static str {
    match situation {
        Situation::AwaitingPayment => {
            "Abbiamo ricevuto il tuo ordine. Pagalo prima della scadenza e cominciamo subito."
        }
        Situation::Checking => {
            "Stiamo controllando il tuo ordine. Non devi fare nulla: ti avvisiamo appena è \
             confermato."
        }
        Situation::AwaitingDocuments => {
            "Per completare il controllo ci servono dei documenti. Caricali in questo ordine."
        }
        Situation::Refused => {
            "Non abbiamo potuto accettare questo ordine. Il motivo è nella cronologia qui sotto e \
             quanto hai pagato ti viene restituito."
        }
        Situation::NotYet => "Questo passo viene dopo i precedenti.",
        Situation::Accepted => "Il tuo ordine è confermato. Non devi fare nulla.",
        Situation::Preparing => {
            "Stiamo preparando i tuoi servizi. Servono minuti oppure ore, secondo il servizio."
        }
        Situation::DeliveryTrouble => {
            "C'è stato un problema nel preparare un servizio. Ce ne stiamo occupando: nella \
             cronologia qui sotto trovi quale."
        }
        Situation::Delivered => {
            "I tuoi servizi sono pronti. Se servono dati di accesso, te li abbiamo mandati per \
             e-mail."
        }
        Situation::Expired => {
            "L'ordine non è stato pagato in tempo. Puoi ordinare di nuovo, ai prezzi di oggi."
        }
        Situation::CancelledUnpaid => {
            "L'ordine è stato annullato prima del pagamento: non devi nulla. Puoi ordinare di \
             nuovo quando vuoi."
        }
        Situation::Cancelled => {
            "L'ordine è stato annullato. Quanto ti spetta torna con lo stesso mezzo con cui hai \
             pagato."
        }
    }
}

pub fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::OrderCreated => "Ordine inserito",
        EventKind::PaymentAwaited => "Aspettiamo il tuo pagamento",
        EventKind::PaymentInitiated => "Pagamento avviato",
        EventKind::PaymentActionRequired => "Il pagamento richiede una tua conferma",
        EventKind::PaymentFailed => "Il pagamento non è riuscito: puoi riprovare",
        EventKind::PaymentCancelled => "Il pagamento è stato annullato",
        EventKind::PaymentPartReceived => "Ricevuta una parte del pagamento; manca il resto",
        EventKind::PaymentReceived => "Pagamento ricevuto",
        EventKind::ValidationStarted => "Abbiamo iniziato a controllare il tuo ordine",
        EventKind::ManualReview => "Una persona del nostro team sta controllando il tuo ordine",
        EventKind::DocumentsRequested => "Ti abbiamo chiesto dei documenti",
        EventKind::DocumentReceived => "Hai inviato un documento",
        EventKind::DocumentAccepted => "Un documento è stato accettato",
        EventKind::DocumentsReceived => "Abbiamo ricevuto i tuoi documenti",
        EventKind::OrderRefused => "Non abbiamo potuto accettare l'ordine",
        EventKind::OrderAccepted => "Ordine confermato",
        EventKind::DeliveryStarted => "Consegna avviata",
        EventKind::LineDelivered => "Servizio pronto",
        EventKind::DeliveryDelayed => "Un servizio è in ritardo: riproveremo",
        EventKind::DeliveryFailed => {
            "Non è stato possibile consegnare un servizio: ce ne stiamo occupando"
        }
        EventKind::OrderDelivered => "Tutto è stato consegnato",
        EventKind::WithdrawalReceived => "Abbiamo ricevuto il tuo recesso",
        EventKind::RefundInitiated => "Rimborso avviato",
        EventKind::RefundFailed => "Il rimborso non è riuscito: ce ne stiamo occupando",
        EventKind::RefundCompleted => "Rimborso inviato",
        EventKind::OrderCancelled => "Ordine annullato",
        EventKind::OrderExpired => "L'ordine è scaduto senza essere pagato",
        EventKind::Note => "Un messaggio per te",
    }
}

pub fn blocker(code: BlockerCode) -> &'static str {
    match code {
        BlockerCode::NotAConsumer => {
            "Il diritto di recesso spetta ai privati e questo account non lo è. Se qualcosa \
             nell'ordine non va, contattaci."
        }
        BlockerCode::NotANewContract => {
            "Questo ordine rinnova o amplia un contratto che avevi già e non dà un nuovo diritto \
             di recesso. Puoi chiudere il contratto alla fine del suo periodo."
        }
        BlockerCode::NotPaid => {
            "L'ordine non è pagato: non c'è nulla da cui recedere. Se è ancora aperto, puoi \
             semplicemente annullarlo."
        }
        BlockerCode::PeriodEnded => {
            "Il periodo di recesso è finito. Puoi comunque chiudere il contratto alla fine del suo \
             periodo."
        }
        BlockerCode::AlreadyExercised => {
            "Hai già esercitato il recesso. Non devi fare altro: la cronologia dice a che punto è \
             il rimborso."
        }
        BlockerCode::OrderCancelled => {
            "Questo ordine è già annullato o scaduto. Non devi fare altro."
        }
        BlockerCode::EveryLineExcluded => {
            "Da nulla di questo ordine si può recedere, perché la legge esclude questi prodotti. \
             L'ordine lo indica per ogni riga."
        }
    }
}

pub fn method(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::Card => "Carta",
        MethodKind::SepaDirectDebit => "Addebito diretto SEPA",
        MethodKind::Paypal => "PayPal",
        MethodKind::BankTransfer => "Bonifico bancario",
        MethodKind::PrepaidAccount => "Conto prepagato",
        MethodKind::Deferred => "Pagamento differito",
    }
}

pub fn ineligible(reason: &Ineligible) -> String {
    let amount = |limit| money(limit, Language::It);
    match reason {
        Ineligible::Country(country) => {
            format!("Questo metodo non è disponibile nel tuo paese ({country}). Scegline un altro.")
        }
        Ineligible::Account => {
            "Questo metodo non è previsto per il tuo tipo di account. Scegline un altro.".to_owned()
        }
        Ineligible::Currency(currency) => {
            format!("Questo metodo non accetta {currency}. Scegline un altro per questo ordine.")
        }
        Ineligible::BelowMinimum(limit) => format!(
            "Questo metodo vale per ordini da {} in su. Scegline un altro per questo ordine.",
            amount(*limit)
        ),
        Ineligible::AboveMaximum(limit) => format!(
            "Questo metodo vale per ordini fino a {}. Scegline un altro per questo ordine.",
            amount(*limit)
        ),
        Ineligible::NotOffered => "Non offriamo questo metodo. Scegline un altro.".to_owned(),
        Ineligible::NoAgreement => {
            "Per pagare più tardi serve un accordo con noi. Contattaci per farlo, oppure scegli un \
             altro metodo."
                .to_owned()
        }
        Ineligible::BalanceTooLow { balance, missing } => format!(
            "Il tuo conto prepagato contiene {}: per questo ordine mancano {}. Ricaricalo oppure \
             scegli un altro metodo.",
            amount(*balance),
            amount(*missing)
        ),
    }
}

pub fn refusal(reason: ActionRefusal) -> &'static str {
    match reason {
        ActionRefusal::AlreadyPaid => "Questo ordine è pagato. Non devi pagare altro.",
        ActionRefusal::Expired => {
            "Questo ordine è scaduto. Puoi ordinare di nuovo, ai prezzi di oggi."
        }
        ActionRefusal::Cancelled => {
            "Questo ordine è annullato o in corso di annullamento. Puoi ordinare di nuovo quando \
             vuoi."
        }
        ActionRefusal::NothingToPay => "Questo ordine è gratuito. Non devi pagare nulla.",
        ActionRefusal::PaymentInProgress => {
            "Un pagamento per questo ordine è in corso. Aspetta che se ne sappia l'esito."
        }
        ActionRefusal::PaidSoWithdraw => {
            "Un ordine pagato non si può semplicemente annullare. Guarda se puoi recedere."
        }
        ActionRefusal::NothingRequested => {
            "Non ti stiamo chiedendo documenti. Ti avvisiamo se ne servono."
        }
        ActionRefusal::Withdrawal(code) => blocker(code),
    }
}
