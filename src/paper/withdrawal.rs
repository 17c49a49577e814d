//! The notice on the right of withdrawal (Directive 2011/83/EU, articles 6(1)(h) to (k)), for
//! consumers only.

use super::Sheet;
use super::text::words;
use crate::domain::customer::AccountKind;
use crate::domain::order::{Line, LineKind};
use crate::domain::text::{date, withdraw_label};
use crate::domain::withdrawal::right;

#[derive(Default)]
pub struct WithdrawalNotice<'a> {
    pub sentences: Vec<String>,
    /// Lines that the law excludes, and those that carry on a running contract.
    pub excluded: Vec<&'a str>,
    pub not_new: Vec<&'a str>,
}

impl<'a> WithdrawalNotice<'a> {
    /// `None` for whoever has no such right by law, and for an order that nothing is left of.
    pub fn of(sheet: &Sheet<'a>) -> Option<Self> {
        let order = sheet.order;
        if sheet.customer.kind != AccountKind::Individual || sheet.is_over() {
            return None;
        }
        let carries_on = |line: &Line| matches!(line.kind, LineKind::Renewal | LineKind::Upgrade);
        let named = |wanted: &dyn Fn(&Line) -> bool| -> Vec<&'a str> {
            let lines = order.lines.iter().filter(|line| wanted(line));
            lines.map(|it| it.service_name.as_deref().unwrap_or(&it.description)).collect()
        };
        Some(Self {
            sentences: sentences(sheet),
            excluded: named(&|line| line.withdrawal_excluded && !carries_on(line)),
            not_new: named(&carries_on),
        })
    }
}

fn sentences(sheet: &Sheet<'_>) -> Vec<String> {
    let (order, customer, language) = (sheet.order, sheet.customer, sheet.language);
    let words = words(language);
    let right = right(order, customer.kind, customer.time_zone, sheet.now);
    let Some(ends_at) = right.ends_at else { return vec![words.no_withdrawal.to_owned()] };
    let last_day = ends_at.with_timezone(&customer.time_zone).date_naive();
    let last_day = date(last_day, language);
    if ends_at < sheet.now {
        return vec![(words.withdrawal_ended)(&last_day)];
    }
    let mut sentences = vec![
        (words.may_withdraw)(&last_day),
        (words.how_to_withdraw)(withdraw_label(language), &sheet.vendor.email),
        (words.refund)(sheet.refund_within_days),
    ];
    if order.start_at_once_at.is_some() {
        sentences.push(words.proportionate.to_owned());
    }
    sentences
}
