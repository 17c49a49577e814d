//! French.

use super::super::actions::ActionRefusal;
use super::super::history::EventKind;
use super::super::payment::{Ineligible, MethodKind};
use super::super::status::OrderStatus;
use super::super::tracking::{Situation, StepName};
use super::super::withdrawal::BlockerCode;
use super::{Language, money};

pub fn status(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::NotPaid => "Paiement non reçu",
        OrderStatus::Checking => "Validation",
        OrderStatus::DocumentsRequested => "En attente de documents",
        OrderStatus::Delivering => "Livraison en cours",
        OrderStatus::Delivered => "Terminée",
        OrderStatus::Cancelling => "Annulation en cours",
        OrderStatus::Cancelled => "Annulée",
        OrderStatus::Expired => "Expirée",
    }
}

pub fn step(name: StepName) -> &'static str {
    match name {
        StepName::Validating => "Commande prise en charge",
        StepName::Validated => "Commande confirmée",
        StepName::Delivering => "Livraison en cours",
        StepName::Available => "Produit disponible",
    }
}

pub fn hint(situation: Situation) -> &'static str {
    match situation {
        Situation::AwaitingPayment => {
            "Nous avons bien votre commande. Réglez-la avant son expiration et nous commençons \
             aussitôt."
        }
        Situation::Checking => {
            "Nous vérifions votre commande. Vous n'avez rien à faire : nous vous prévenons dès \
             qu'elle est confirmée."
        }
        Situation::AwaitingDocuments => {
            "Il nous faut des documents pour terminer la vérification. Déposez-les dans cette \
             commande."
        }
        Situation::Refused => {
            "Nous n'avons pas pu accepter cette commande. Le motif figure dans l'historique \
             ci-dessous et ce que vous avez payé vous est rendu."
        }
        Situation::NotYet => "Cette étape vient après les précédentes.",
        Situation::Accepted => "Votre commande est confirmée. Vous n'avez rien à faire.",
        Situation::Preparing => {
            "Nous préparons vos services. Il faut des minutes ou des heures, selon le service."
        }
        Situation::DeliveryTrouble => {
            "Un problème est survenu pendant la préparation d'un service. Nous nous en occupons ; \
             l'historique ci-dessous indique lequel."
        }
        Situation::Delivered => {
            "Vos services sont prêts. S'il faut des identifiants, nous vous les avons envoyés par \
             e-mail."
        }
        Situation::Expired => {
            "La commande n'a pas été payée à temps. Vous pouvez commander à nouveau, aux prix \
             d'aujourd'hui."
        }
        Situation::CancelledUnpaid => {
            "La commande a été annulée avant d'être payée : vous ne devez rien. Vous pouvez \
             commander à nouveau quand vous voulez."
        }
        Situation::Cancelled => {
            "La commande a été annulée. Ce qui vous est dû revient par le moyen de paiement \
             utilisé."
        }
    }
}

pub fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::OrderCreated => "Commande passée",
        EventKind::PaymentAwaited => "Nous attendons votre paiement",
        EventKind::PaymentInitiated => "Paiement lancé",
        EventKind::PaymentActionRequired => "Votre paiement demande une confirmation de votre part",
        EventKind::PaymentFailed => "Le paiement n'a pas abouti ; vous pouvez réessayer",
        EventKind::PaymentCancelled => "Le paiement a été abandonné",
        EventKind::PaymentPartReceived => {
            "Une partie du paiement est arrivée ; le reste est encore dû"
        }
        EventKind::PaymentReceived => "Paiement reçu",
        EventKind::ValidationStarted => "Nous avons commencé à vérifier votre commande",
        EventKind::ManualReview => "Une personne de notre équipe vérifie votre commande",
        EventKind::DocumentsRequested => "Nous vous avons demandé des documents",
        EventKind::DocumentReceived => "Vous avez envoyé un document",
        EventKind::DocumentAccepted => "Un document a été accepté",
        EventKind::DocumentsReceived => "Nous avons reçu vos documents",
        EventKind::OrderRefused => "Nous n'avons pas pu accepter la commande",
        EventKind::OrderAccepted => "Commande confirmée",
        EventKind::DeliveryStarted => "Livraison commencée",
        EventKind::LineDelivered => "Service prêt",
        EventKind::DeliveryDelayed => "Un service est en retard ; nous allons réessayer",
        EventKind::DeliveryFailed => "Un service n'a pas pu être livré ; nous nous en occupons",
        EventKind::OrderDelivered => "Tout est livré",
        EventKind::WithdrawalReceived => "Nous avons reçu votre rétractation",
        EventKind::RefundInitiated => "Remboursement lancé",
        EventKind::RefundFailed => "Le remboursement n'a pas abouti ; nous nous en occupons",
        EventKind::RefundCompleted => "Remboursement envoyé",
        EventKind::OrderCancelled => "Commande annulée",
        EventKind::OrderExpired => "La commande a expiré sans être payée",
        EventKind::Note => "Un message pour vous",
    }
}

pub fn blocker(code: BlockerCode) -> &'static str {
    match code {
        BlockerCode::NotAConsumer => {
            "Le droit de rétractation revient aux particuliers, et ce compte n'en est pas un. Si \
             quelque chose ne va pas dans la commande, contactez-nous."
        }
        BlockerCode::NotANewContract => {
            "Cette commande renouvelle ou étend un contrat que vous aviez déjà et n'ouvre pas de \
             nouveau droit de rétractation. Vous pouvez arrêter le contrat à la fin de sa période."
        }
        BlockerCode::NotPaid => {
            "La commande n'est pas payée : il n'y a pas à se rétracter. Si elle est encore \
             ouverte, vous pouvez simplement l'annuler."
        }
        BlockerCode::PeriodEnded => {
            "Le délai de rétractation est passé. Vous pouvez toujours arrêter le contrat à la fin \
             de sa période."
        }
        BlockerCode::AlreadyExercised => {
            "Vous vous êtes déjà rétracté. Vous n'avez plus rien à faire : l'historique indique où \
             en est le remboursement."
        }
        BlockerCode::OrderCancelled => {
            "Cette commande est déjà annulée ou expirée. Vous n'avez plus rien à faire."
        }
        BlockerCode::EveryLineExcluded => {
            "Rien dans cette commande n'ouvre droit à rétractation, car la loi exclut ces \
             produits. La commande l'indique pour chaque ligne."
        }
    }
}

pub fn method(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::Card => "Carte bancaire",
        MethodKind::SepaDirectDebit => "Prélèvement SEPA",
        MethodKind::Paypal => "PayPal",
        MethodKind::BankTransfer => "Virement bancaire",
        MethodKind::PrepaidAccount => "Compte prépayé",
        MethodKind::Deferred => "Paiement différé",
    }
}

pub fn ineligible(reason: &Ineligible) -> String {
    let amount = |limit| money(limit, Language::Fr);
    match reason {
        Ineligible::Country(country) => format!(
            "Ce moyen n'est pas disponible dans votre pays ({country}). Choisissez-en un autre."
        ),
        Ineligible::Account => {
            "Ce moyen n'est pas prévu pour votre type de compte. Choisissez-en un autre.".to_owned()
        }
        Ineligible::Currency(currency) => format!(
            "Ce moyen n'accepte pas {currency}. Choisissez-en un autre pour cette commande."
        ),
        Ineligible::BelowMinimum(limit) => format!(
            "Ce moyen vaut pour les commandes à partir de {}. Choisissez-en un autre pour \
             celle-ci.",
            amount(*limit)
        ),
        Ineligible::AboveMaximum(limit) => format!(
            "Ce moyen vaut pour les commandes jusqu'à {}. Choisissez-en un autre pour celle-ci.",
            amount(*limit)
        ),
        Ineligible::NotOffered => {
            "Nous ne proposons pas ce moyen. Choisissez-en un autre.".to_owned()
        }
        Ineligible::NoAgreement => {
            "Payer plus tard demande un accord avec nous. Contactez-nous pour en conclure un, ou \
             choisissez un autre moyen."
                .to_owned()
        }
        Ineligible::BalanceTooLow { balance, missing } => format!(
            "Votre compte prépayé contient {} : il manque {} pour cette commande. Rechargez-le ou \
             choisissez un autre moyen.",
            amount(*balance),
            amount(*missing)
        ),
    }
}

pub fn refusal(reason: ActionRefusal) -> &'static str {
    match reason {
        ActionRefusal::AlreadyPaid => "Cette commande est payée. Vous n'avez rien de plus à payer.",
        ActionRefusal::Expired => {
            "Cette commande a expiré. Vous pouvez commander à nouveau, aux prix d'aujourd'hui."
        }
        ActionRefusal::Cancelled => {
            "Cette commande est annulée ou en cours d'annulation. Vous pouvez commander à nouveau \
             quand vous voulez."
        }
        ActionRefusal::NothingToPay => "Cette commande est gratuite. Vous n'avez rien à payer.",
        ActionRefusal::PaymentInProgress => {
            "Un paiement est en cours pour cette commande. Attendez d'en connaître le résultat."
        }
        ActionRefusal::PaidSoWithdraw => {
            "Une commande payée ne peut pas être simplement annulée. Voyez si vous pouvez vous \
             rétracter."
        }
        ActionRefusal::NothingRequested => {
            "Nous ne vous demandons aucun document. Nous vous préviendrons s'il en faut."
        }
        ActionRefusal::Withdrawal(code) => blocker(code),
    }
}
