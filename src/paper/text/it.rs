//! Italian.

use super::{Words, years_or_months};
use crate::domain::order::LineKind;

pub const WORDS: Words = Words {
    title: "Buono d'ordine",
    number: "Numero",
    created: "Data",
    expires: "Scadenza",
    status: "Stato",

    billing: "Dati di fatturazione",
    vat_number: "Partita IVA",
    email: "E-mail",

    lines: "Servizi ordinati",
    description: "Descrizione",
    period: "Periodo",
    quantity: "Q.tà",
    unit_price: "Prezzo unitario",
    reduction: "Riduzione",
    amount: "Importo",
    months: |months| match years_or_months(months) {
        (1, true) => "1 anno".to_owned(),
        (years, true) => format!("{years} anni"),
        (1, false) => "1 mese".to_owned(),
        (months, false) => format!("{months} mesi"),
    },
    one_off: "una tantum",
    kind: |kind| match kind {
        LineKind::Creation => None,
        LineKind::Renewal => Some("Rinnovo"),
        LineKind::Upgrade => Some("Ampliamento"),
        LineKind::Installation => Some("Attivazione"),
        LineKind::Licence => Some("Licenza"),
        LineKind::Transfer => Some("Trasferimento"),
        LineKind::Voucher => Some("Buono acquisto"),
        LineKind::Gift => Some("Omaggio"),
    },
    withdrawn: |day| format!("Recesso del {day}"),
    subtotal: "Subtotale",
    reductions: "Riduzioni",
    net: "Totale IVA esclusa",
    vat: |rate| format!("IVA {rate}"),
    total: "Totale IVA inclusa",

    payment: "Pagamento",
    paid: |day| format!("Pagato il {day}"),
    free: "Questo ordine è gratuito: non c'è nulla da pagare.",
    under_way: |method| {
        format!(
            "Un pagamento è in corso ({method}). Non pagare di nuovo: l'esito è nella tua area \
             clienti."
        )
    },
    deferred: |day| format!("Paghi più tardi, come concordato: la fattura scade il {day}."),
    transfer_awaited: "Hai scelto il bonifico: aspettiamo che arrivi.",
    pay_by: |moment| {
        format!(
            "Da pagare entro il {moment}. Dopo l'ordine scade e va inoltrato di nuovo, ai prezzi di \
             quel giorno."
        )
    },
    registered: "Mezzi registrati",
    default: "predefinito",
    methods: "Metodi possibili",
    payee: "Beneficiario",
    reference: "Causale",
    qr: "Codice QR per il bonifico: l'app della tua banca lo legge e compila i dati.",

    withdrawal: "Diritto di recesso",
    may_withdraw: |day| {
        format!(
            "Come consumatore puoi recedere da questo contratto entro 14 giorni, senza dire perché. \
             L'ultimo giorno è il {day}."
        )
    },
    withdrawal_ended: |day| format!("Il periodo di recesso è finito il {day}."),
    no_withdrawal: "Per questo ordine non c'è un diritto di recesso.",
    how_to_withdraw: |label, email| {
        format!(
            "Usa «{label}» nella tua area clienti, oppure scrivi una dichiarazione esplicita a \
             {email}: basta inviarla prima che il periodo finisca."
        )
    },
    refund: |days| {
        format!(
            "Ti rimborsiamo entro {days} giorni da quando ce lo dici, con lo stesso mezzo di \
             pagamento."
        )
    },
    proportionate: "Hai chiesto che il servizio cominci subito: se recedi, paghi in proporzione i \
                    giorni usati.",
    excluded: "La legge esclude dal recesso (direttiva 2011/83/UE, art. 16):",
    not_new: "Continuano un contratto che avevi già, senza un nuovo diritto di recesso:",

    terms_apply: |vendor| {
        format!("Le condizioni generali di {vendor} si applicano a questo ordine.")
    },
    not_an_invoice: "Questo documento non è una fattura.",

    missing_title: "Qui non c'è nulla",
    missing: "Questo link non vale, oppure non vale più. I link ai documenti durano cinque minuti: \
              aprine uno nuovo dai tuoi ordini.",
    later_title: "Troppe richieste",
    later: "Aspetta un momento, poi ricarica la pagina.",
    broken_title: "Qualcosa non ha funzionato",
    broken: "Il problema è nostro. Riprova fra poco.",
};
