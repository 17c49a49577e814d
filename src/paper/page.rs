//! The page as its template sees it: texts that are only to be set, and escaped, where they belong.

use askama::Template;
use chrono::{DateTime, SecondsFormat, Utc};

use super::lines::{LineRow, TotalRow, line_rows, total_rows};
use super::payment::PaymentSection;
use super::text::{Words, words};
use super::withdrawal::WithdrawalNotice;
use super::{STYLE, Sheet};
use crate::domain::money::Exact;
use crate::domain::order::Order;
use crate::domain::status::OrderStatus;
use crate::domain::text::{self, money};
use crate::domain::tracking::Situation;
use crate::domain::vendor::Vendor;

#[derive(Template)]
#[template(path = "purchase_order.html")]
pub struct Page<'a> {
    language: &'static str,
    style: &'static str,
    words: &'static Words,
    vendor: &'a Vendor,
    order: &'a Order,
    status: &'static str,
    created: Moment,
    expires: Moment,
    /// What became of an order that is over, and what the customer can do now.
    over: Option<&'static str>,
    /// The status stands across the page.
    stamped: bool,
    lines: Vec<LineRow<'a>>,
    /// Some line is reduced: there is a column for it.
    reduced: bool,
    totals: Vec<TotalRow>,
    total: String,
    payment: Option<PaymentSection<'a>>,
    withdrawal: Option<WithdrawalNotice<'a>>,
    terms_apply: String,
}

/// A moment for people, and for machines.
struct Moment {
    text: String,
    machine: String,
}

impl<'a> Page<'a> {
    pub fn of(sheet: &Sheet<'a>) -> Self {
        let (order, language, vendor) = (sheet.order, sheet.language, sheet.vendor);
        let words = words(language);
        let moment = |at: DateTime<Utc>| Moment {
            text: text::moment(at, sheet.customer.time_zone, language),
            machine: at.to_rfc3339_opts(SecondsFormat::Millis, true),
        };
        let status = sheet.status();
        Self {
            language: language.code(),
            style: STYLE,
            words,
            vendor,
            order,
            status: text::status(status, language),
            created: moment(order.created_at),
            expires: moment(order.expires_at),
            over: over(sheet).map(|situation| text::hint(situation, language)),
            stamped: status.is_final(),
            lines: line_rows(sheet),
            reduced: order.lines.iter().any(|line| line.reduction != Exact::ZERO),
            totals: total_rows(order, language),
            total: money(order.money(order.total), language),
            payment: PaymentSection::of(sheet),
            withdrawal: WithdrawalNotice::of(sheet),
            terms_apply: (words.terms_apply)(&vendor.name),
        }
    }
}

fn over(sheet: &Sheet<'_>) -> Option<Situation> {
    match sheet.status() {
        OrderStatus::Expired => Some(Situation::Expired),
        OrderStatus::Cancelled if sheet.order.paid_at.is_none() => Some(Situation::CancelledUnpaid),
        OrderStatus::Cancelling | OrderStatus::Cancelled => Some(Situation::Cancelled),
        _ => None,
    }
}
