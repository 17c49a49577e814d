//! Our own catalog format, described in `docs/catalog-format.md`. A key that we do not know is an
//! error: a misspelt one must not be lost.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;

use super::checks::{self, Places};
use super::{Catalog, NoCatalog};
use crate::domain::catalog::{Period, Plan, PlanPrice, Promotion, Reduction, Voucher};
use crate::domain::ids::PlanId;
use crate::domain::money::{Currency, Exact};

const FILE_KEYS: &[&str] = &["country", "currency", "taxRate", "plans", "vouchers"];
const PLAN_KEYS: &[&str] = &[
    "code",
    "name",
    "description",
    "prices",
    "setupFee",
    "setupSeparatelyPriced",
    "withdrawalExcluded",
];
const PRICE_KEYS: &[&str] = &["period", "net", "promotions", "setupPromotions"];
const PROMOTION_KEYS: &[&str] = &["name", "percentage", "amount", "startsAt", "endsAt"];
const VOUCHER_KEYS: &[&str] = &["code", "percentage", "amount", "endsAt"];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PlanRecord {
    code: String,
    name: String,
    description: Option<String>,
    prices: Vec<Value>,
    setup_fee: Option<Value>,
    #[serde(default)]
    setup_separately_priced: bool,
    #[serde(default)]
    withdrawal_excluded: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PriceRecord {
    period: String,
    net: Value,
    #[serde(default)]
    promotions: Vec<Value>,
    #[serde(default)]
    setup_promotions: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PromotionRecord {
    name: String,
    percentage: Option<Value>,
    amount: Option<Value>,
    starts_at: Option<String>,
    ends_at: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct VoucherRecord {
    code: String,
    percentage: Option<Value>,
    amount: Option<Value>,
    ends_at: Option<String>,
}

struct Head {
    country: String,
    currency: Currency,
    tax_rate: i64,
    now: DateTime<Utc>,
}

pub(super) fn parse(file: &Value, now: DateTime<Utc>) -> Result<Catalog, NoCatalog> {
    let keys = file.as_object().ok_or(NoCatalog::Unknown)?;
    checks::only(keys, FILE_KEYS).map_err(NoCatalog::Head)?;
    let (country, currency, tax_rate) = checks::head(
        ("country", file.get("country")),
        ("currency", file.get("currency")),
        ("taxRate", file.get("taxRate")),
    )?;
    let head = Head { country, currency, tax_rate, now };
    let records = checks::list(file, "plans")?;
    let plans = Places::new().each("plans", "code", records, |record| plan(record, &head));
    let records = checks::list(file, "vouchers")?;
    let vouchers =
        Places::new().each("vouchers", "code", records, |record| voucher(record, currency));
    let Head { country, currency, tax_rate, .. } = head;
    Ok(Catalog { country, currency, tax_rate, plans, vouchers })
}

fn plan(record: &Value, head: &Head) -> Result<Plan, String> {
    let record: PlanRecord = read(record, PLAN_KEYS)?;
    let prices = each("prices", &record.prices, price)?;
    if prices.is_empty() {
        return Err("It has no price. Give it at least one in `prices`.".into());
    }
    if let Some(twice) = twice(&prices) {
        return Err(format!("It has two prices for the period {twice}."));
    }
    Ok(Plan {
        id: PlanId::new(head.now),
        code: checks::code(&record.code)?,
        country: head.country.clone(),
        name: checks::name(&record.name)?,
        description: checks::description(record.description.as_deref())?,
        currency: head.currency,
        tax_rate: head.tax_rate,
        setup_fee: record.setup_fee.as_ref().map_or(Ok(Exact::ZERO), amount)?,
        setup_separately_priced: record.setup_separately_priced,
        withdrawal_excluded: record.withdrawal_excluded,
        prices,
    })
}

fn price(record: &Value) -> Result<PlanPrice, String> {
    let record: PriceRecord = read(record, PRICE_KEYS)?;
    let period = Period::parse(&record.period).ok_or_else(|| {
        format!("«{}» is no period of whole months or years, like P1M or P1Y.", record.period)
    })?;
    Ok(PlanPrice {
        period,
        net: amount(&record.net)?,
        promotions: each("promotions", &record.promotions, promotion)?,
        setup_promotions: each("setupPromotions", &record.setup_promotions, promotion)?,
    })
}

fn twice(prices: &[PlanPrice]) -> Option<Period> {
    let mut periods: Vec<Period> = prices.iter().map(|price| price.period).collect();
    periods.sort_unstable();
    periods.windows(2).find(|two| two[0] == two[1]).map(|two| two[0])
}

fn promotion(record: &Value) -> Result<Promotion, String> {
    let record: PromotionRecord = read(record, PROMOTION_KEYS)?;
    let starts_at = checks::time(record.starts_at.as_deref())?;
    let ends_at = checks::time(record.ends_at.as_deref())?;
    checks::ordered(starts_at, ends_at)?;
    let reduction = reduction(record.percentage.as_ref(), record.amount.as_ref())?;
    Ok(Promotion { name: checks::name(&record.name)?, reduction, starts_at, ends_at })
}

fn voucher(record: &Value, currency: Currency) -> Result<Voucher, String> {
    let record: VoucherRecord = read(record, VOUCHER_KEYS)?;
    let reduction = reduction(record.percentage.as_ref(), record.amount.as_ref())?;
    Ok(Voucher {
        code: checks::code(&record.code)?,
        reduction,
        currency: matches!(reduction, Reduction::Fixed(_)).then_some(currency),
        ends_at: checks::time(record.ends_at.as_deref())?,
    })
}

fn reduction(percentage: Option<&Value>, off: Option<&Value>) -> Result<Reduction, String> {
    match (percentage, off) {
        (Some(percentage), None) => checks::percentage(percentage).map(Reduction::Percentage),
        (None, Some(off)) => amount(off).map(Reduction::Fixed),
        _ => Err("A reduction has either a `percentage` or an `amount`.".into()),
    }
}

fn amount(value: &Value) -> Result<Exact, String> {
    checks::amount(checks::decimal(value).and_then(Exact::from_decimal))
}

fn read<'a, T: Deserialize<'a>>(record: &'a Value, known: &[&str]) -> Result<T, String> {
    let keys = record.as_object().ok_or("It has to be an object.")?;
    checks::only(keys, known)?;
    T::deserialize(record).map_err(|error| format!("{error}."))
}

/// Reads a list inside a record; the error says which of its items it is about.
fn each<T>(
    list: &str,
    records: &[Value],
    read: impl Fn(&Value) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    let items = records.iter().enumerate();
    items.map(|(at, it)| read(it).map_err(|why| format!("{list}[{at}]: {why}"))).collect()
}
