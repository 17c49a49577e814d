//! Spanish.

use super::{Words, years_or_months};
use crate::domain::order::LineKind;

pub const WORDS: Words = Words {
    title: "Orden de pedido",
    number: "Número",
    created: "Fecha",
    expires: "Caducidad",
    status: "Estado",

    billing: "Datos de facturación",
    vat_number: "NIF-IVA",
    email: "Correo electrónico",

    lines: "Servicios pedidos",
    description: "Descripción",
    period: "Periodo",
    quantity: "Cant.",
    unit_price: "Precio unitario",
    reduction: "Descuento",
    amount: "Importe",
    months: |months| match years_or_months(months) {
        (1, true) => "1 año".to_owned(),
        (years, true) => format!("{years} años"),
        (1, false) => "1 mes".to_owned(),
        (months, false) => format!("{months} meses"),
    },
    one_off: "una sola vez",
    kind: |kind| match kind {
        LineKind::Creation => None,
        LineKind::Renewal => Some("Renovación"),
        LineKind::Upgrade => Some("Ampliación"),
        LineKind::Installation => Some("Instalación"),
        LineKind::Licence => Some("Licencia"),
        LineKind::Transfer => Some("Traslado"),
        LineKind::Voucher => Some("Vale"),
        LineKind::Gift => Some("Regalo"),
    },
    withdrawn: |day| format!("Desistimiento del {day}"),
    subtotal: "Subtotal",
    reductions: "Descuentos",
    net: "Total sin IVA",
    vat: |rate| format!("IVA {rate}"),
    total: "Total con IVA",

    payment: "Pago",
    paid: |day| format!("Pagado el {day}"),
    free: "Este pedido es gratuito: no hay nada que pagar.",
    under_way: |method| {
        format!(
            "Hay un pago en curso ({method}). No pagues otra vez: en tu área de cliente verás cómo \
             acaba."
        )
    },
    deferred: |day| format!("Pagas más tarde, según lo acordado: la factura vence el {day}."),
    transfer_awaited: "Has elegido la transferencia: esperamos a que llegue.",
    pay_by: |moment| {
        format!(
            "Hay que pagarlo antes del {moment}. Después el pedido caduca y hay que volver a \
             hacerlo, a los precios de ese día."
        )
    },
    registered: "Medios registrados",
    default: "predeterminado",
    methods: "Formas posibles",
    payee: "Beneficiario",
    reference: "Concepto",
    qr: "Código QR para la transferencia: la aplicación de tu banco lo lee y rellena los datos.",

    withdrawal: "Derecho de desistimiento",
    may_withdraw: |day| {
        format!(
            "Como consumidor puedes desistir de este contrato en 14 días, sin decir por qué. El \
             último día es el {day}."
        )
    },
    withdrawal_ended: |day| format!("El plazo de desistimiento acabó el {day}."),
    no_withdrawal: "Este pedido no da derecho de desistimiento.",
    how_to_withdraw: |label, email| {
        format!(
            "Usa «{label}» en tu área de cliente, o escribe una declaración inequívoca a {email}: \
             basta con enviarla antes de que acabe el plazo."
        )
    },
    refund: |days| {
        format!(
            "Te devolvemos el dinero en {days} días desde que nos lo digas, por el mismo medio de \
             pago."
        )
    },
    proportionate: "Has pedido que el servicio empiece enseguida: si desistes, pagas en proporción \
                    los días usados.",
    excluded: "La ley excluye del desistimiento (Directiva 2011/83/UE, art. 16):",
    not_new: "Continúan un contrato que ya tenías, sin un nuevo derecho de desistimiento:",

    terms_apply: |vendor| {
        format!("Las condiciones generales de {vendor} se aplican a este pedido.")
    },
    not_an_invoice: "Este documento no es una factura.",

    missing_title: "Aquí no hay nada",
    missing: "Este enlace no vale, o ya no vale. Los enlaces a documentos duran cinco minutos: abre \
              uno nuevo desde tus pedidos.",
    later_title: "Demasiadas peticiones",
    later: "Espera un momento y vuelve a cargar la página.",
    broken_title: "Algo ha fallado",
    broken: "El problema es nuestro. Vuelve a intentarlo enseguida.",
};
