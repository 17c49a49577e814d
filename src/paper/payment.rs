//! How an order is paid, or has been. Nothing invites to pay what is paid, on its way, or over.

use super::Sheet;
use super::epc::{Drawing, code};
use super::text::{Words, words};
use crate::domain::payment::{MeanStatus, MethodKind, Payment, Purchase, eligibility};
use crate::domain::text::{date, method, moment, money};

/// The section of the page; empty parts are not printed.
#[derive(Default)]
pub struct PaymentSection<'a> {
    /// How it stands, where there is nothing to pay now.
    pub settled: Option<Settled<'a>>,
    pub pay_by: Option<String>,
    pub means: Vec<MeanRow<'a>>,
    pub methods: Vec<&'static str>,
    pub transfer: Option<Transfer<'a>>,
}

pub struct Settled<'a> {
    pub sentence: String,
    pub method: Option<&'static str>,
    /// The mean it was paid with, as its owner knows it.
    pub mean: Option<&'a str>,
}

pub struct MeanRow<'a> {
    pub method: &'static str,
    pub label: &'a str,
    pub is_default: bool,
}

pub struct Transfer<'a> {
    pub title: &'static str,
    pub payee: &'a str,
    pub iban: String,
    pub amount: String,
    pub reference: &'a str,
    pub drawing: Option<Drawing>,
}

impl<'a> PaymentSection<'a> {
    /// `None` for an order that is over without ever having been paid.
    pub fn of(sheet: &Sheet<'a>) -> Option<Self> {
        let words = words(sheet.language);
        if sheet.order.paid_at.is_some() {
            return Some(Self { settled: Some(paid(sheet, words)), ..Self::default() });
        }
        if sheet.is_over() {
            return None;
        }
        if let Some(due_on) = sheet.order.due_on {
            let sentence = (words.deferred)(&date(due_on, sheet.language));
            let settled = Some(Settled::plainly(sentence));
            return Some(Self { settled, transfer: transfer(sheet), ..Self::default() });
        }
        let live = sheet.payments.iter().find(|payment| payment.is_live());
        let section = match live {
            Some(payment) if !payment.gives_way() => {
                let sentence = (words.under_way)(method(payment.method, sheet.language));
                Self { settled: Some(Settled::plainly(sentence)), ..Self::default() }
            }
            Some(payment) if payment.method == MethodKind::BankTransfer => Self {
                settled: Some(Settled::plainly(words.transfer_awaited.to_owned())),
                transfer: transfer(sheet),
                ..Self::default()
            },
            // A payment that waits for the customer is no reason not to pay in another way.
            _ => open(sheet, words),
        };
        Some(section)
    }
}

impl Settled<'_> {
    fn plainly(sentence: String) -> Self {
        Self { sentence, method: None, mean: None }
    }
}

fn paid<'a>(sheet: &Sheet<'a>, words: &Words) -> Settled<'a> {
    let (order, language) = (sheet.order, sheet.language);
    if order.total == 0 {
        return Settled::plainly(words.free.to_owned());
    }
    let at = order.paid_at.unwrap_or(order.created_at);
    let day = at.with_timezone(&sheet.customer.time_zone).date_naive();
    let succeeded = |payment: &&Payment| payment.pays();
    // A later one was one too many, and has gone back.
    let payment = sheet.payments.iter().filter(succeeded).min_by_key(|it| it.settled_at);
    let token = payment.and_then(|payment| payment.token.as_ref());
    let mean = sheet.means.iter().find(|mean| Some(&mean.token) == token);
    Settled {
        sentence: (words.paid)(&date(day, language)),
        method: payment.map(|payment| method(payment.method, language)),
        mean: mean.map(|mean| mean.label.as_str()),
    }
}

fn open<'a>(sheet: &Sheet<'a>, words: &Words) -> PaymentSection<'a> {
    let (order, language) = (sheet.order, sheet.language);
    let purchase = Purchase::of(order, sheet.customer, sheet.balances);
    let eligible = |kind: MethodKind| eligibility(kind, purchase).is_ok();
    let usable =
        sheet.means.iter().filter(|it| it.status == MeanStatus::Valid && eligible(it.kind));
    let means = usable.map(|mean| MeanRow {
        method: method(mean.kind, language),
        label: &mean.label,
        is_default: mean.is_default,
    });
    let methods = MethodKind::ALL.iter().copied().filter(|&kind| eligible(kind));
    let by = moment(order.expires_at, sheet.customer.time_zone, language);
    PaymentSection {
        settled: None,
        pay_by: Some((words.pay_by)(&by)),
        means: means.collect(),
        methods: methods.map(|kind| method(kind, language)).collect(),
        transfer: eligible(MethodKind::BankTransfer).then(|| transfer(sheet)).flatten(),
    }
}

/// Where to transfer the money to, once the vendor has an account for it.
fn transfer<'a>(sheet: &Sheet<'a>) -> Option<Transfer<'a>> {
    let iban = sheet.vendor.iban.as_ref()?.to_string();
    let amount = sheet.order.amount_due();
    let reference = sheet.order.number.as_str();
    Some(Transfer {
        title: method(MethodKind::BankTransfer, sheet.language),
        payee: &sheet.vendor.name,
        iban,
        amount: money(amount, sheet.language),
        reference,
        drawing: code(sheet.vendor, amount, reference),
    })
}
