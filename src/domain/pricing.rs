//! What an order costs: exact line prices, reductions, one rounding, totals that add up.

use chrono::{DateTime, Utc};

use super::catalog::{Period, Plan, QUANTITY_MAX, Reduction, Voucher};
use super::money::{Currency, EXACT_PER_MAJOR, Exact, Money, divide_half_up, round_exact, share};
use super::order::LineKind;

/// A whole order at most, so that no sum comes near the end of 64 bits: 100 million.
pub const ORDER_NET_MAX_MAJOR: i128 = 100_000_000;
/// Hundredths of a percent in the whole.
pub const WHOLE: i128 = 10_000;

/// A line before it has a place in an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedLine {
    pub kind: LineKind,
    pub description: String,
    pub service_name: Option<String>,
    pub plan_code: String,
    pub period: Option<Period>,
    pub quantity: i32,
    pub unit_price: Exact,
    pub reduction: Exact,
    pub withdrawal_excluded: bool,
    pub separately_priced: bool,
}

impl PricedLine {
    fn gross(&self) -> i128 {
        i128::from(self.unit_price.0) * i128::from(self.quantity)
    }

    fn net(&self) -> i128 {
        self.gross() - i128::from(self.reduction.0)
    }
}

/// Totals of an order, and each line's share of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    pub net: Money,
    pub tax: Money,
    pub total: Money,
    pub reduction: Money,
    /// In the lines' order; they add up to `net`.
    pub line_nets: Vec<i64>,
    /// In the lines' order; they add up to `total`.
    pub line_totals: Vec<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceRefusal {
    /// Quantities go from 1 to [`QUANTITY_MAX`].
    Quantity,
    UnknownPeriod,
    /// The order is worth more than [`ORDER_NET_MAX_MAJOR`].
    TooMuch,
}

/// The lines that ordering a plan makes: the plan for its period and, for a new contract, its
/// set-up fee.
pub fn lines_of_plan(
    plan: &Plan,
    kind: LineKind,
    period: Period,
    quantity: i32,
    service_name: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Vec<PricedLine>, PriceRefusal> {
    if !(1..=QUANTITY_MAX).contains(&quantity) {
        return Err(PriceRefusal::Quantity);
    }
    let price = plan
        .prices
        .iter()
        .find(|price| price.period == period)
        .ok_or(PriceRefusal::UnknownPeriod)?;
    let line = |kind, description, period, unit_price, promotions, separately_priced| {
        let mut line = PricedLine {
            kind,
            description,
            service_name: service_name.map(str::to_owned),
            plan_code: plan.code.clone(),
            period,
            quantity,
            unit_price,
            reduction: Exact::ZERO,
            withdrawal_excluded: plan.withdrawal_excluded,
            separately_priced,
        };
        line.reduction = reduction_of(&line, promotions, now)?;
        Ok(line)
    };
    let name = plan.name.clone();
    let mut lines = vec![line(kind, name, Some(period), price.net, &price.promotions, false)?];
    // Whatever a customer may call it, a new contract has its fee.
    let runs_already = matches!(kind, LineKind::Renewal | LineKind::Upgrade | LineKind::Transfer);
    if !runs_already && Exact::ZERO < plan.setup_fee {
        let name = format!("{} — installation", plan.name);
        let separate = plan.setup_separately_priced;
        lines.push(line(
            LineKind::Installation,
            name,
            Some(period),
            plan.setup_fee,
            &price.setup_promotions,
            separate,
        )?);
    }
    Ok(lines)
}

/// The best of the promotions that apply: they do not add up.
fn reduction_of(
    line: &PricedLine,
    promotions: &[super::catalog::Promotion],
    now: DateTime<Utc>,
) -> Result<Exact, PriceRefusal> {
    let best = promotions
        .iter()
        .filter(|promotion| promotion.applies(now))
        .map(|promotion| match promotion.reduction {
            Reduction::Percentage(rate) => part(line.gross(), rate),
            Reduction::Fixed(off) => i128::from(off.0) * i128::from(line.quantity),
        })
        .max()
        .unwrap_or(0);
    exact(best.clamp(0, line.gross()))
}

/// Takes a voucher off the lines: a percentage off each, a fixed amount shared by what they cost.
/// No line falls below zero.
pub fn apply_voucher(lines: &mut [PricedLine], voucher: &Voucher) -> Result<(), PriceRefusal> {
    check_size(lines)?;
    let nets: Vec<i64> =
        lines.iter().map(|line| Ok(exact(line.net())?.0)).collect::<Result<_, _>>()?;
    let offs = match voucher.reduction {
        Reduction::Percentage(rate) => nets
            .iter()
            .map(|&net| exact(part(i128::from(net), rate)).map(|off| off.0))
            .collect::<Result<_, _>>()?,
        Reduction::Fixed(off) => share(off.0.min(nets.iter().sum()), &nets),
    };
    for ((line, off), net) in lines.iter_mut().zip(offs).zip(nets) {
        line.reduction = Exact(line.reduction.0 + off.clamp(0, net));
    }
    Ok(())
}

/// Adds up and rounds, once: the total from the exact sum with tax, the net from the exact sum,
/// and the tax is what lies between, so that the printed order adds up.
pub fn totals(
    lines: &[PricedLine],
    currency: Currency,
    tax_rate: i64,
) -> Result<Totals, PriceRefusal> {
    check_size(lines)?;
    let exact_net: i128 = lines.iter().map(PricedLine::net).sum();
    let exact_reduction: i128 = lines.iter().map(|line| i128::from(line.reduction.0)).sum();
    let net = round_exact(exact_net, 1, currency);
    let total = round_exact(exact_net * (WHOLE + i128::from(tax_rate)), WHOLE, currency);
    let weights: Vec<i64> =
        lines.iter().map(|line| Ok(exact(line.net())?.0)).collect::<Result<_, _>>()?;
    Ok(Totals {
        net,
        tax: Money::new(total.minor - net.minor, currency),
        total,
        reduction: round_exact(exact_reduction, 1, currency),
        line_nets: share(net.minor, &weights),
        line_totals: share(total.minor, &weights),
    })
}

/// A price with its tax, for show in a catalog: net, tax, total.
pub fn with_tax(net: Exact, currency: Currency, tax_rate: i64) -> (Money, Money, Money) {
    let rounded = net.round(currency);
    let total = round_exact(i128::from(net.0) * (WHOLE + i128::from(tax_rate)), WHOLE, currency);
    (rounded, Money::new(total.minor - rounded.minor, currency), total)
}

fn check_size(lines: &[PricedLine]) -> Result<(), PriceRefusal> {
    let gross: i128 = lines.iter().map(PricedLine::gross).sum();
    if gross <= ORDER_NET_MAX_MAJOR * EXACT_PER_MAJOR { Ok(()) } else { Err(PriceRefusal::TooMuch) }
}

fn part(of: i128, rate: i64) -> i128 {
    divide_half_up(of * i128::from(rate), WHOLE)
}

fn exact(value: i128) -> Result<Exact, PriceRefusal> {
    i64::try_from(value).map(Exact).map_err(|_| PriceRefusal::TooMuch)
}

#[cfg(test)]
mod tests;
