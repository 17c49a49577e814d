//! An order as other programs get it: named and written as in the API.

use chrono::{DateTime, SecondsFormat, Utc};
use rust_decimal::Decimal;
use serde::Serialize;

use crate::domain::customer::Customer;
use crate::domain::document::{Document, DocumentRequest};
use crate::domain::order::{Line, Order};

/// What CSV has of each order.
pub const COLUMNS: [(&str, &str); 22] = [
    ("number", "the order's number"),
    ("status", "as in the API: NOT_PAID, DELIVERED …"),
    ("createdAt", "when it was placed; every time is in UTC, by RFC 3339"),
    ("customer", "the customer's reference"),
    ("accountKind", "INDIVIDUAL, CORPORATION …, as it is now"),
    ("billingName", "who is billed"),
    ("billingCountry", "in two letters"),
    ("vatNumber", "of who is billed"),
    ("currency", "of all amounts"),
    ("net", "the total without tax"),
    ("tax", "the tax"),
    ("total", "the total with tax"),
    ("reduction", "all reductions together, without tax"),
    ("taxRate", "in percent"),
    ("lines", "how many lines it has"),
    ("expiresAt", "when it expires, if it is not paid"),
    ("paidAt", "when it was paid"),
    ("acceptedAt", "when it was approved"),
    ("deliveredAt", "when the last line was delivered"),
    ("cancelledAt", "when it was cancelled"),
    ("expiredAt", "when it expired"),
    ("documents", "how many documents its customer has sent in"),
];

/// Digits of a tax rate after the point.
const RATE_DECIMALS: u32 = 2;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderRecord {
    pub number: String,
    pub status: &'static str,
    pub created_at: String,
    pub customer: Option<String>,
    pub account_kind: Option<&'static str>,
    pub billing_name: String,
    pub billing_country: String,
    pub vat_number: Option<String>,
    pub currency: String,
    pub net: Decimal,
    pub tax: Decimal,
    pub total: Decimal,
    pub reduction: Decimal,
    pub tax_rate: Decimal,
    pub lines: Vec<LineRecord>,
    pub expires_at: String,
    pub paid_at: Option<String>,
    pub accepted_at: Option<String>,
    pub delivered_at: Option<String>,
    pub cancelled_at: Option<String>,
    pub expired_at: Option<String>,
    pub documents: Vec<DocumentRecord>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LineRecord {
    pub position: i32,
    pub kind: &'static str,
    pub plan_code: Option<String>,
    pub description: String,
    pub service_name: Option<String>,
    pub period: Option<String>,
    pub quantity: i32,
    pub unit_price: Decimal,
    pub reduction: Decimal,
    pub net: Decimal,
    pub total: Decimal,
    pub delivered_at: Option<String>,
    pub withdrawn_at: Option<String>,
}

/// A document that was sent in. Its bytes are the file of this name, where documents are kept.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRecord {
    pub kind: &'static str,
    /// How far its request has come.
    pub status: &'static str,
    pub file_name: String,
    pub content_type: &'static str,
    pub size: i64,
    pub sha256: String,
    pub stored_as: String,
    pub uploaded_at: String,
}

impl DocumentRecord {
    pub fn of(request: &DocumentRequest, document: &Document) -> Self {
        Self {
            kind: request.kind.name(),
            status: request.status.name(),
            file_name: document.file_name.clone(),
            content_type: document.file_type.name(),
            size: document.size,
            sha256: document.sha256.clone(),
            stored_as: document.stored_as.clone(),
            uploaded_at: time(document.uploaded_at),
        }
    }
}

impl OrderRecord {
    pub fn of(order: &Order, customer: Option<&Customer>, documents: Vec<DocumentRecord>) -> Self {
        let amount = |minor| order.money(minor).decimal();
        Self {
            number: order.number.to_string(),
            status: order.status.name(),
            created_at: time(order.created_at),
            customer: customer.map(|it| it.reference.clone()),
            account_kind: customer.map(|it| it.kind.name()),
            billing_name: order.billing.name.clone(),
            billing_country: order.billing.country.clone(),
            vat_number: order.billing.vat_number.clone(),
            currency: order.currency.to_string(),
            net: amount(order.net),
            tax: amount(order.tax),
            total: amount(order.total),
            reduction: amount(order.reduction),
            tax_rate: Decimal::new(order.tax_rate, RATE_DECIMALS).normalize(),
            lines: order.lines.iter().map(|line| LineRecord::of(line, order)).collect(),
            expires_at: time(order.expires_at),
            paid_at: order.paid_at.map(time),
            accepted_at: order.accepted_at.map(time),
            delivered_at: order.delivered_at.map(time),
            cancelled_at: order.cancelled_at.map(time),
            expired_at: order.expired_at.map(time),
            documents,
        }
    }

    /// In the order of [`COLUMNS`].
    pub fn cells(&self) -> [String; COLUMNS.len()] {
        let text = |it: &Option<String>| it.as_deref().map(harmless).unwrap_or_default();
        let at = |it: &Option<String>| it.clone().unwrap_or_default();
        [
            self.number.clone(),
            self.status.into(),
            self.created_at.clone(),
            text(&self.customer),
            self.account_kind.unwrap_or_default().into(),
            harmless(&self.billing_name),
            harmless(&self.billing_country),
            text(&self.vat_number),
            self.currency.clone(),
            self.net.to_string(),
            self.tax.to_string(),
            self.total.to_string(),
            self.reduction.to_string(),
            self.tax_rate.to_string(),
            self.lines.len().to_string(),
            self.expires_at.clone(),
            at(&self.paid_at),
            at(&self.accepted_at),
            at(&self.delivered_at),
            at(&self.cancelled_at),
            at(&self.expired_at),
            self.documents.len().to_string(),
        ]
    }
}

impl LineRecord {
    fn of(line: &Line, order: &Order) -> Self {
        Self {
            position: line.position,
            kind: line.kind.name(),
            plan_code: line.plan_code.clone(),
            description: line.description.clone(),
            service_name: line.service_name.clone(),
            period: line.period.map(|it| it.to_string()),
            quantity: line.quantity,
            unit_price: line.unit_price.decimal(),
            reduction: line.reduction.decimal(),
            net: order.money(line.net).decimal(),
            total: order.money(line.total).decimal(),
            delivered_at: line.delivered_at.map(time),
            withdrawn_at: line.withdrawn_at.map(time),
        }
    }
}

fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A text in which no spreadsheet finds a formula. One that separates cells by semicolons, as in
/// much of Europe, cuts a text at each of its own, whatever quotation marks stand around it: so a
/// sign that begins a formula gets an apostrophe wherever a cell could begin.
pub fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut may_begin = true;
    for sign in text.chars() {
        let sign = if sign.is_control() { ' ' } else { sign };
        if may_begin && "=+-@＝＋－＠".contains(sign) {
            safe.push('\'');
        }
        safe.push(sign);
        may_begin = ";,|\"".contains(sign) || (may_begin && sign.is_whitespace());
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_begins_a_formula_where_a_cell_could_begin() {
        for (text, safe) in [
            ("Anna Rossi", "Anna Rossi"),
            ("Rossi-Bianchi & C. = amici", "Rossi-Bianchi & C. = amici"),
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+39 06", "'+39 06"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "  '=1"),
            ("\t=1", " '=1"),
            ("a\r\n=1", "a  =1"),
            ("a;=1", "a;'=1"),
            ("a, +1", "a, '+1"),
            ("a\"=1", "a\"'=1"),
            ("＝1", "'＝1"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), safe, "{text:?}");
        }
    }
}
