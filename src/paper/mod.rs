//! PRINTS. The purchase order as a page of HTML: A4 on paper, and any width on a screen.
//!
//! It is given facts and makes text of them: it asks no database and no clock, and knows the domain
//! only. Whatever it is given goes through the template's escaping. There is no script, and nothing
//! is loaded from anywhere: the style sheet is in the page, and [`style_source`] names it for the
//! page's Content-Security-Policy.

mod epc;
mod lines;
mod page;
mod payment;
mod text;
mod withdrawal;

#[cfg(test)]
mod tests;

pub use self::epc::{Drawing, code as transfer_code};

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::domain::balance::Balance;
use crate::domain::customer::Customer;
use crate::domain::order::Order;
use crate::domain::payment::{Payment, PaymentMean};
use crate::domain::status::OrderStatus;
use crate::domain::text::Language;
use crate::domain::vendor::Vendor;

/// The one style sheet of all pages here.
const STYLE: &str = include_str!("../../templates/paper.css");

/// All that a purchase order is made of.
pub struct Sheet<'a> {
    pub order: &'a Order,
    pub customer: &'a Customer,
    /// The customer's registered means of payment, the oldest first.
    pub means: &'a [PaymentMean],
    /// What the customer has in advance.
    pub balances: &'a [Balance],
    /// The order's payments, the oldest first.
    pub payments: &'a [Payment],
    pub vendor: &'a Vendor,
    pub refund_within_days: u32,
    pub language: Language,
    pub now: DateTime<Utc>,
}

impl Sheet<'_> {
    /// The order's status, as it has to be read now: past its time an unpaid order is expired, even
    /// while the job that writes this down has not come to it.
    fn status(&self) -> OrderStatus {
        let lapsed = self.order.status == OrderStatus::NotPaid
            && self.order.expires_at <= self.now
            && !self.payments.iter().any(Payment::is_live);
        if lapsed { OrderStatus::Expired } else { self.order.status }
    }

    /// Nothing more comes of the order: no payment, no service.
    fn is_over(&self) -> bool {
        matches!(
            self.status(),
            OrderStatus::Cancelling | OrderStatus::Cancelled | OrderStatus::Expired
        )
    }
}

/// The purchase order.
pub fn purchase_order(sheet: &Sheet<'_>) -> String {
    let page = page::Page::of(sheet).render().expect("strings can be written into a string");
    without_overrides(page)
}

/// Takes away what forces a direction of writing: with it `exe.gpj` reads `jpg.exe`. Names in Arabic
/// or Hebrew need none of it, since each stands in a `bdi`.
fn without_overrides(mut page: String) -> String {
    page.retain(|it| !matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
    page
}

/// Why there is no document to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// There is none, or not for this reader: the page is the same.
    Missing,
    /// This reader asks too often.
    Later,
    /// Something on our side is broken.
    Broken,
}

/// The page that stands for a document that cannot be shown.
pub fn absent(absence: Absence, language: Language) -> String {
    let words = text::words(language);
    let (title, sentence) = match absence {
        Absence::Missing => (words.missing_title, words.missing),
        Absence::Later => (words.later_title, words.later),
        Absence::Broken => (words.broken_title, words.broken),
    };
    let page = AbsentPage { language: language.code(), style: STYLE, title, sentence };
    page.render().expect("strings can be written into a string")
}

#[derive(Template)]
#[template(path = "absent.html")]
struct AbsentPage {
    language: &'static str,
    style: &'static str,
    title: &'static str,
    sentence: &'static str,
}

/// The style sheet as a source of a Content-Security-Policy: no other style is applied.
pub fn style_source() -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(STYLE)))
}
