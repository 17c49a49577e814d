//! English.

use super::{Words, years_or_months};
use crate::domain::order::LineKind;

pub const WORDS: Words = Words {
    title: "Purchase order",
    number: "Number",
    created: "Date",
    expires: "Expires",
    status: "Status",

    billing: "Billing details",
    vat_number: "VAT number",
    email: "E-mail",

    lines: "What is ordered",
    description: "Description",
    period: "Period",
    quantity: "Qty",
    unit_price: "Unit price",
    reduction: "Reduction",
    amount: "Amount",
    months: |months| match years_or_months(months) {
        (1, true) => "1 year".to_owned(),
        (years, true) => format!("{years} years"),
        (1, false) => "1 month".to_owned(),
        (months, false) => format!("{months} months"),
    },
    one_off: "one-off",
    kind: |kind| match kind {
        LineKind::Creation => None,
        LineKind::Renewal => Some("Renewal"),
        LineKind::Upgrade => Some("Upgrade"),
        LineKind::Installation => Some("Set-up"),
        LineKind::Licence => Some("Licence"),
        LineKind::Transfer => Some("Transfer"),
        LineKind::Voucher => Some("Voucher"),
        LineKind::Gift => Some("Gift"),
    },
    withdrawn: |day| format!("Withdrawn on {day}"),
    subtotal: "Subtotal",
    reductions: "Reductions",
    net: "Total without VAT",
    vat: |rate| format!("VAT {rate}"),
    total: "Total including VAT",

    payment: "Payment",
    paid: |day| format!("Paid on {day}"),
    free: "This order is free: there is nothing to pay.",
    under_way: |method| {
        format!(
            "A payment is under way ({method}). Please do not pay again; your customer area tells \
             how it ends."
        )
    },
    deferred: |day| format!("You pay later, by agreement: the invoice is due on {day}."),
    transfer_awaited: "You chose to pay by bank transfer: we are waiting for it to arrive.",
    pay_by: |moment| {
        format!(
            "To be paid by {moment}. After that the order expires and has to be placed again, at \
             the prices of that day."
        )
    },
    registered: "Registered means",
    default: "default",
    methods: "Ways to pay",
    payee: "Payee",
    reference: "Reference",
    qr: "QR code for the transfer: your bank's app reads it and fills in the details.",

    withdrawal: "Right of withdrawal",
    may_withdraw: |day| {
        format!(
            "As a consumer you may withdraw from this contract within 14 days, without giving a \
             reason. The last day is {day}."
        )
    },
    withdrawal_ended: |day| format!("The withdrawal period ended on {day}."),
    no_withdrawal: "There is no right of withdrawal for this order.",
    how_to_withdraw: |label, email| {
        format!(
            "Use “{label}” in your customer area, or write an unequivocal statement to {email}; it \
             is in time when you send it before the period ends."
        )
    },
    refund: |days| {
        format!(
            "We refund you within {days} days of the day you tell us, by the means you paid with."
        )
    },
    proportionate: "You asked that the service start at once: if you withdraw, you pay for the days \
                    used, in proportion.",
    excluded: "The law excludes from withdrawal (Directive 2011/83/EU, article 16):",
    not_new: "These carry on a contract that you had, without a new right of withdrawal:",

    terms_apply: |vendor| format!("The terms of sale of {vendor} apply to this order."),
    not_an_invoice: "This document is not an invoice.",

    missing_title: "There is nothing here",
    missing: "This link is not good, or not good any more. Links to documents last five minutes: \
              open a new one from your orders.",
    later_title: "Too many requests",
    later: "Please wait a moment, then load the page again.",
    broken_title: "Something went wrong",
    broken: "The problem is on our side. Please try again in a moment.",
};
