//! What some lines would cost a customer: for the preview, and for placing the order.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use serde::Serialize;

use super::texts::{self, SERVICE_NAME_MAX, shown};
use super::{Problem, Stop, refuse};
use crate::domain::catalog::{LINES_MAX, Period, Plan, QUANTITY_MAX};
use crate::domain::money::Currency;
use crate::domain::order::LineKind;
use crate::domain::pricing::{
    PriceRefusal, PricedLine, Totals, apply_voucher, lines_of_plan, totals,
};
use crate::domain::writing::is_country;
use crate::storage::catalog;

/// Vouchers of one order at most.
pub const VOUCHERS_MAX: usize = 10;

/// A line as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WantedLine {
    pub plan_code: String,
    pub period: String,
    pub quantity: i32,
    pub service_name: Option<String>,
    #[serde(skip)]
    pub kind: LineKind,
}

/// What an order of these lines comes to.
#[derive(Clone, Debug)]
pub struct Priced {
    pub lines: Vec<PricedLine>,
    pub totals: Totals,
    pub currency: Currency,
    pub tax_rate: i64,
}

pub async fn price(
    db: &impl ConnectionTrait,
    country: &str,
    wanted: &[WantedLine],
    vouchers: &[String],
    now: DateTime<Utc>,
) -> Result<Priced, Stop<Vec<Problem>>> {
    if wanted.is_empty() || LINES_MAX < wanted.len() {
        return refuse(vec![Problem::invalid(
            &["lines"],
            format!("An order has 1 to {LINES_MAX} lines; this one has {}.", wanted.len()),
        )]);
    }
    if !is_country(country) {
        let message = "A country is two capital letters, as ISO 3166-1 has them: IT.";
        return refuse(vec![Problem::invalid(&["country"], message)]);
    }
    let codes = wanted.iter().filter_map(|line| texts::code(&line.plan_code));
    let codes: Vec<String> = codes.map(str::to_owned).collect();
    let plans = catalog::plans_by_code(db, country, &codes).await?;
    let mut problems = Vec::new();
    let mut lines = Vec::new();
    for (at, line) in wanted.iter().enumerate() {
        match priced_line(at, line, country, &plans, now) {
            Ok(priced) => lines.extend(priced),
            Err(problem) => problems.push(problem),
        }
    }
    let first = plans.first().map(|plan| (plan.currency, plan.tax_rate));
    if plans.iter().any(|plan| Some((plan.currency, plan.tax_rate)) != first) {
        problems.push(Problem::invalid(
            &["lines"],
            "These plans are priced in different currencies or tax rates. Order them apart.",
        ));
    }
    let Some((currency, tax_rate)) = first.filter(|_| problems.is_empty()) else {
        return refuse(problems);
    };
    reduce(db, &mut lines, vouchers, currency, now).await?;
    let totals = totals(&lines, currency, tax_rate)
        .map_err(|refusal| Stop::Refused(vec![price_problem("0", refusal, "")]))?;
    Ok(Priced { lines, totals, currency, tax_rate })
}

fn priced_line(
    at: usize,
    wanted: &WantedLine,
    country: &str,
    plans: &[Plan],
    now: DateTime<Utc>,
) -> Result<Vec<PricedLine>, Problem> {
    let at = at.to_string();
    let plan = plans.iter().find(|plan| plan.code == wanted.plan_code).ok_or_else(|| {
        Problem::not_found(
            &["lines", &at, "planCode"],
            format!(
                "There is no plan «{}» on sale in {country}. `catalog(country: \"{country}\")` \
                 lists those there are.",
                shown(&wanted.plan_code)
            ),
        )
    })?;
    if wanted.kind == LineKind::Installation {
        let message = "A set-up fee comes by itself with its plan. Order the plan.";
        return Err(Problem::invalid(&["lines", &at, "kind"], message));
    }
    let name = wanted.service_name.as_deref();
    let path = ["lines", &at, "serviceName"];
    let name = name
        .map(|name| texts::line(&path, "A service name", name, SERVICE_NAME_MAX))
        .transpose()?;
    let period = Period::parse(&wanted.period)
        .ok_or_else(|| price_problem(&at, PriceRefusal::UnknownPeriod, &periods(plan)))?;
    lines_of_plan(plan, wanted.kind, period, wanted.quantity, name.as_deref(), now)
        .map_err(|refusal| price_problem(&at, refusal, &periods(plan)))
}

fn periods(plan: &Plan) -> String {
    let all: Vec<String> = plan.prices.iter().map(|price| price.period.to_string()).collect();
    all.join(", ")
}

fn price_problem(at: &str, refusal: PriceRefusal, periods: &str) -> Problem {
    match refusal {
        PriceRefusal::Quantity => Problem::invalid(
            &["lines", at, "quantity"],
            format!("A quantity is a whole number from 1 to {QUANTITY_MAX}."),
        ),
        PriceRefusal::UnknownPeriod => Problem::invalid(
            &["lines", at, "period"],
            format!("This plan is not sold for that period. Its periods are: {periods}."),
        ),
        PriceRefusal::TooMuch => Problem::invalid(
            &["lines"],
            "The order is worth more than one order may be. Split it into several.",
        ),
    }
}

async fn reduce(
    db: &impl ConnectionTrait,
    lines: &mut [PricedLine],
    vouchers: &[String],
    currency: Currency,
    now: DateTime<Utc>,
) -> Result<(), Stop<Vec<Problem>>> {
    if VOUCHERS_MAX < vouchers.len() {
        let message = format!("At most {VOUCHERS_MAX} vouchers may be used for one order.");
        return refuse(vec![Problem::invalid(&["vouchers"], message)]);
    }
    for (at, code) in vouchers.iter().enumerate() {
        let path = at.to_string();
        let path = ["vouchers", path.as_str()];
        let name = shown(code);
        if vouchers[..at].contains(code) {
            let message = format!("The voucher «{name}» is named twice. Name it once.");
            return refuse(vec![Problem::invalid(&path, message)]);
        }
        let found = match texts::code(code) {
            Some(code) => catalog::voucher(db, code).await?,
            None => None,
        };
        let Some(voucher) = found else {
            let message = format!("There is no voucher «{name}». Check how it is spelled.");
            return refuse(vec![Problem::not_found(&path, message)]);
        };
        if voucher.ends_at.is_some_and(|end| end < now) {
            let message = format!("The voucher «{name}» is no longer good. Leave it out.");
            return refuse(vec![Problem::invalid(&path, message)]);
        }
        if let Some(other) = voucher.currency.filter(|it| *it != currency) {
            let message = format!(
                "The voucher «{name}» is in {other}, the order in {currency}. Leave it out."
            );
            return refuse(vec![Problem::invalid(&path, message)]);
        }
        apply_voucher(lines, &voucher)
            .map_err(|refusal| Stop::Refused(vec![price_problem("0", refusal, "")]))?;
    }
    Ok(())
}
