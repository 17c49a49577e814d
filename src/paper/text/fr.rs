//! French.

use super::{Words, years_or_months};
use crate::domain::order::LineKind;

pub const WORDS: Words = Words {
    title: "Bon de commande",
    number: "Numéro",
    created: "Date",
    expires: "Expiration",
    status: "Statut",

    billing: "Données de facturation",
    vat_number: "N° de TVA",
    email: "E-mail",

    lines: "Services commandés",
    description: "Description",
    period: "Durée",
    quantity: "Qté",
    unit_price: "Prix unitaire",
    reduction: "Réduction",
    amount: "Montant",
    months: |months| match years_or_months(months) {
        (1, true) => "1 an".to_owned(),
        (years, true) => format!("{years} ans"),
        (months, false) => format!("{months} mois"),
    },
    one_off: "une fois",
    kind: |kind| match kind {
        LineKind::Creation => None,
        LineKind::Renewal => Some("Renouvellement"),
        LineKind::Upgrade => Some("Évolution"),
        LineKind::Installation => Some("Mise en service"),
        LineKind::Licence => Some("Licence"),
        LineKind::Transfer => Some("Transfert"),
        LineKind::Voucher => Some("Bon d'achat"),
        LineKind::Gift => Some("Cadeau"),
    },
    withdrawn: |day| format!("Rétractation du {day}"),
    subtotal: "Sous-total",
    reductions: "Réductions",
    net: "Total hors TVA",
    vat: |rate| format!("TVA {rate}"),
    total: "Total TVA comprise",

    payment: "Paiement",
    paid: |day| format!("Payé le {day}"),
    free: "Cette commande est gratuite : il n'y a rien à payer.",
    under_way: |method| {
        format!(
            "Un paiement est en cours ({method}). Ne payez pas une seconde fois : votre espace \
             client en indique l'issue."
        )
    },
    deferred: |day| format!("Vous payez plus tard, comme convenu : la facture est due le {day}."),
    transfer_awaited: "Vous avez choisi le virement : nous attendons qu'il arrive.",
    pay_by: |moment| {
        format!(
            "À payer avant le {moment}. Ensuite la commande expire et doit être passée à nouveau, \
             aux prix de ce jour-là."
        )
    },
    registered: "Moyens enregistrés",
    default: "par défaut",
    methods: "Modes possibles",
    payee: "Bénéficiaire",
    reference: "Motif",
    qr: "Code QR pour le virement : l'application de votre banque le lit et remplit les données.",

    withdrawal: "Droit de rétractation",
    may_withdraw: |day| {
        format!(
            "En tant que consommateur, vous pouvez renoncer à ce contrat sous 14 jours, sans dire \
             pourquoi. Le dernier jour est le {day}."
        )
    },
    withdrawal_ended: |day| format!("Le délai de rétractation s'est terminé le {day}."),
    no_withdrawal: "Cette commande n'ouvre pas de droit de rétractation.",
    how_to_withdraw: |label, email| {
        format!(
            "Utilisez « {label} » dans votre espace client, ou écrivez une déclaration dénuée \
             d'ambiguïté à {email} : il suffit de l'envoyer avant la fin du délai."
        )
    },
    refund: |days| {
        format!(
            "Nous vous remboursons sous {days} jours après votre déclaration, par le moyen de \
             paiement utilisé."
        )
    },
    proportionate: "Vous avez demandé que le service commence aussitôt : si vous y renoncez, vous \
                    payez les jours utilisés, au prorata.",
    excluded: "La loi exclut de la rétractation (directive 2011/83/UE, art. 16) :",
    not_new: "Prolongent un contrat en cours, sans nouveau droit de rétractation :",

    terms_apply: |vendor| {
        format!("Les conditions générales de {vendor} s'appliquent à cette commande.")
    },
    not_an_invoice: "Ce document n'est pas une facture.",

    missing_title: "Il n'y a rien ici",
    missing: "Ce lien n'est pas valable, ou ne l'est plus. Les liens vers les documents durent cinq \
              minutes : ouvrez-en un nouveau depuis vos commandes.",
    later_title: "Trop de demandes",
    later: "Patientez un instant, puis rechargez la page.",
    broken_title: "Quelque chose n'a pas marché",
    broken: "Le problème vient de chez nous. Réessayez dans un instant.",
};
