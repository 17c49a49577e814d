//! Spanish.

use super::super::actions::ActionRefusal;
use super::super::history::EventKind;
use super::super::payment::{Ineligible, MethodKind};
use super::super::status::OrderStatus;
use super::super::tracking::{Situation, StepName};
use super::super::withdrawal::BlockerCode;
use super::{Language, money};

pub fn status(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::NotPaid => "Pago no recibido",
        OrderStatus::Checking => "Validación",
        OrderStatus::DocumentsRequested => "A la espera de documentos",
        OrderStatus::Delivering => "Entrega en curso",
        OrderStatus::Delivered => "Completado",
        OrderStatus::Cancelling => "Anulación en curso",
        OrderStatus::Cancelled => "Anulado",
        OrderStatus::Expired => "Caducado",
    }
}

pub fn step(name: StepName) -> &'static str {
    match name {
        StepName::Validating => "Pedido recibido",
        StepName::Validated => "Pedido confirmado",
        StepName::Delivering => "Entrega en curso",
        StepName::Available => "Producto disponible",
    }
}

pub fn hint(situation: Situation) -> &'static str {
    match situation {
        Situation::AwaitingPayment => {
            "Hemos recibido tu pedido. Págalo antes de que caduque y empezaremos enseguida."
        }
        Situation::Checking => {
            "Estamos revisando tu pedido. No tienes que hacer nada: te avisaremos cuando esté \
             confirmado."
        }
        Situation::AwaitingDocuments => {
            "Para terminar la revisión necesitamos documentos tuyos. Súbelos en este pedido."
        }
        Situation::Refused => {
            "No hemos podido aceptar este pedido. El motivo está en el historial de abajo y te \
             devolvemos lo que hayas pagado."
        }
        Situation::NotYet => "Este paso viene después de los anteriores.",
        Situation::Accepted => "Tu pedido está confirmado. No tienes que hacer nada.",
        Situation::Preparing => {
            "Estamos preparando tus servicios. Hacen falta minutos u horas, según el servicio."
        }
        Situation::DeliveryTrouble => {
            "Algo ha fallado al preparar un servicio. Nos estamos ocupando; el historial de abajo \
             dice cuál es."
        }
        Situation::Delivered => {
            "Tus servicios están listos. Si hacen falta datos de acceso, te los hemos enviado por \
             correo electrónico."
        }
        Situation::Expired => {
            "El pedido no se pagó a tiempo. Puedes volver a pedirlo, a los precios de hoy."
        }
        Situation::CancelledUnpaid => {
            "El pedido se anuló antes de pagarse: no debes nada. Puedes volver a pedirlo cuando \
             quieras."
        }
        Situation::Cancelled => {
            "El pedido se ha anulado. Lo que te corresponda vuelve por el mismo medio con el que \
             pagaste."
        }
    }
}

pub fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::OrderCreated => "Pedido realizado",
        EventKind::PaymentAwaited => "Esperamos tu pago",
        EventKind::PaymentInitiated => "Pago iniciado",
        EventKind::PaymentActionRequired => "Tu pago necesita que lo confirmes",
        EventKind::PaymentFailed => "El pago no se ha completado; puedes intentarlo de nuevo",
        EventKind::PaymentCancelled => "El pago se ha abandonado",
        EventKind::PaymentPartReceived => "Hemos recibido una parte del pago; falta el resto",
        EventKind::PaymentReceived => "Pago recibido",
        EventKind::ValidationStarted => "Hemos empezado a revisar tu pedido",
        EventKind::ManualReview => "Una persona de nuestro equipo está revisando tu pedido",
        EventKind::DocumentsRequested => "Te hemos pedido documentos",
        EventKind::DocumentReceived => "Has enviado un documento",
        EventKind::DocumentAccepted => "Se ha aceptado un documento",
        EventKind::DocumentsReceived => "Hemos recibido tus documentos",
        EventKind::OrderRefused => "No hemos podido aceptar el pedido",
        EventKind::OrderAccepted => "Pedido confirmado",
        EventKind::DeliveryStarted => "Entrega iniciada",
        EventKind::LineDelivered => "Servicio listo",
        EventKind::DeliveryDelayed => "Un servicio se retrasa; lo intentaremos de nuevo",
        EventKind::DeliveryFailed => {
            "No se ha podido entregar un servicio; nos estamos ocupando de ello"
        }
        EventKind::OrderDelivered => "Todo está entregado",
        EventKind::WithdrawalReceived => "Hemos recibido tu desistimiento",
        EventKind::RefundInitiated => "Reembolso iniciado",
        EventKind::RefundFailed => "El reembolso no se ha completado; nos estamos ocupando de ello",
        EventKind::RefundCompleted => "Reembolso enviado",
        EventKind::OrderCancelled => "Pedido anulado",
        EventKind::OrderExpired => "El pedido ha caducado sin pagarse",
        EventKind::Note => "Un mensaje para ti",
    }
}

pub fn blocker(code: BlockerCode) -> &'static str {
    match code {
        BlockerCode::NotAConsumer => {
            "El derecho de desistimiento es de los particulares, y esta cuenta no lo es. Si algo \
             va mal con el pedido, escríbenos."
        }
        BlockerCode::NotANewContract => {
            "Este pedido renueva o amplía un contrato que ya tenías y no da un nuevo derecho de \
             desistimiento. Puedes terminar el contrato al final de su periodo."
        }
        BlockerCode::NotPaid => {
            "El pedido no está pagado: no hay de qué desistir. Si sigue abierto, puedes anularlo \
             sin más."
        }
        BlockerCode::PeriodEnded => {
            "El plazo de desistimiento ha terminado. Aún puedes terminar el contrato al final de \
             su periodo."
        }
        BlockerCode::AlreadyExercised => {
            "Ya has desistido. No tienes que hacer nada más: el historial dice cómo va el \
             reembolso."
        }
        BlockerCode::OrderCancelled => {
            "Este pedido ya está anulado o caducado. No tienes que hacer nada más."
        }
        BlockerCode::EveryLineExcluded => {
            "No se puede desistir de nada de este pedido, porque la ley excluye estos productos. \
             El pedido lo indica en cada línea."
        }
    }
}

pub fn method(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::Card => "Tarjeta",
        MethodKind::SepaDirectDebit => "Adeudo directo SEPA",
        MethodKind::Paypal => "PayPal",
        MethodKind::BankTransfer => "Transferencia bancaria",
        MethodKind::PrepaidAccount => "Cuenta de prepago",
        MethodKind::Deferred => "Pago aplazado",
    }
}

pub fn ineligible(reason: &Ineligible) -> String {
    let amount = |limit| money(limit, Language::Es);
    match reason {
        Ineligible::Country(country) => {
            format!("Este método no está disponible en tu país ({country}). Elige otro.")
        }
        Ineligible::Account => "Este método no es para tu tipo de cuenta. Elige otro.".to_owned(),
        Ineligible::Currency(currency) => {
            format!("Este método no acepta {currency}. Elige otro para este pedido.")
        }
        Ineligible::BelowMinimum(limit) => format!(
            "Este método vale para pedidos desde {}. Elige otro para este pedido.",
            amount(*limit)
        ),
        Ineligible::AboveMaximum(limit) => format!(
            "Este método vale para pedidos de hasta {}. Elige otro para este pedido.",
            amount(*limit)
        ),
        Ineligible::NotOffered => "No ofrecemos este método. Elige otro.".to_owned(),
        Ineligible::NoAgreement => {
            "Para pagar más tarde hace falta un acuerdo con nosotros. Escríbenos para acordarlo o \
             elige otro método."
                .to_owned()
        }
        Ineligible::BalanceTooLow { balance, missing } => format!(
            "Tu cuenta de prepago tiene {}: para este pedido faltan {}. Recárgala o elige otro \
             método.",
            amount(*balance),
            amount(*missing)
        ),
    }
}

pub fn refusal(reason: ActionRefusal) -> &'static str {
    match reason {
        ActionRefusal::AlreadyPaid => "Este pedido está pagado. No tienes que pagar nada más.",
        ActionRefusal::Expired => {
            "Este pedido ha caducado. Puedes volver a pedirlo, a los precios de hoy."
        }
        ActionRefusal::Cancelled => {
            "Este pedido está anulado o se está anulando. Puedes volver a pedirlo cuando quieras."
        }
        ActionRefusal::NothingToPay => "Este pedido es gratuito. No tienes que pagar nada.",
        ActionRefusal::PaymentInProgress => {
            "Hay un pago en camino para este pedido. Espera a que sepamos cómo ha ido."
        }
        ActionRefusal::PaidSoWithdraw => {
            "Un pedido pagado no se puede anular sin más. Mira si puedes desistir de él."
        }
        ActionRefusal::NothingRequested => {
            "No te estamos pidiendo documentos. Te avisaremos si hacen falta."
        }
        ActionRefusal::Withdrawal(code) => blocker(code),
    }
}
