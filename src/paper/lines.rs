//! The lines of an order and its totals, as they are printed. What is printed adds up.

use super::Sheet;
use super::text::words;
use crate::domain::money::Exact;
use crate::domain::order::{Line, LineKind, Order};
use crate::domain::text::{Language, date, exact, money, percent};

pub struct LineRow<'a> {
    pub description: &'a str,
    pub service_name: Option<&'a str>,
    pub kind: Option<&'static str>,
    pub withdrawn: Option<String>,
    pub period: String,
    pub quantity: i32,
    pub unit_price: String,
    pub reduction: Option<String>,
    pub net: String,
}

/// A row of the table's foot.
pub struct TotalRow {
    pub label: String,
    pub amount: String,
}

pub fn line_rows<'a>(sheet: &Sheet<'a>) -> Vec<LineRow<'a>> {
    sheet.order.lines.iter().map(|line| line_row(sheet, line)).collect()
}

fn line_row<'a>(sheet: &Sheet<'_>, line: &'a Line) -> LineRow<'a> {
    let (order, language) = (sheet.order, sheet.language);
    let words = words(language);
    let zone = sheet.customer.time_zone;
    let withdrawn = line.withdrawn_at.map(|at| {
        let day = at.with_timezone(&zone).date_naive();
        (words.withdrawn)(&date(day, language))
    });
    let period = match line.period {
        // A set-up fee comes with a period, and is paid once.
        _ if line.kind == LineKind::Installation => words.one_off.to_owned(),
        Some(period) => (words.months)(period.months()),
        None => String::new(),
    };
    LineRow {
        description: &line.description,
        service_name: line.service_name.as_deref().filter(|name| *name != line.description),
        kind: (words.kind)(line.kind),
        withdrawn,
        period,
        quantity: line.quantity,
        unit_price: exact(line.unit_price, order.currency, language),
        reduction: (line.reduction != Exact::ZERO)
            .then(|| exact(Exact(-line.reduction.0), order.currency, language)),
        net: money(order.money(line.net), language),
    }
}

/// What the rows of the foot add up from: amounts in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// Before reductions.
    pub subtotal: i64,
    pub reduction: i64,
    pub net: i64,
    pub tax: i64,
    pub total: i64,
}

/// The subtotal is what the net and the reductions add up to: each is rounded once, so that a sum
/// of unrounded prices could be a cent away.
pub fn sums(order: &Order) -> Sums {
    Sums {
        subtotal: order.net + order.reduction,
        reduction: order.reduction,
        net: order.net,
        tax: order.tax,
        total: order.total,
    }
}

/// The rows above the total.
pub fn total_rows(order: &Order, language: Language) -> Vec<TotalRow> {
    let words = words(language);
    let sums = sums(order);
    let row = |label: &str, minor| TotalRow {
        label: label.to_owned(),
        amount: money(order.money(minor), language),
    };
    let mut rows = vec![row(words.subtotal, sums.subtotal)];
    if sums.reduction != 0 {
        rows.push(row(words.reductions, -sums.reduction));
        rows.push(row(words.net, sums.net));
    }
    rows.push(row(&(words.vat)(&percent(order.tax_rate, language)), sums.tax));
    rows
}
