//! The public hosting-catalog format: plans with a list of pricings, in 10⁻⁸ of the currency.
//!
//! A pricing that renews in whole months is a price; one that installs is a set-up fee. Other
//! pricings, and keys that we do not know, are left alone: the format is not ours.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;

use super::checks::{self, Places};
use super::{Catalog, NoCatalog};
use crate::domain::catalog::{Period, Plan, PlanPrice, Promotion, Reduction};
use crate::domain::ids::PlanId;
use crate::domain::money::{Currency, Exact, divide_half_up};
use crate::domain::pricing::WHOLE;

/// The mode that holds without a commitment.
const DEFAULT_MODE: &str = "default";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Record {
    plan_code: String,
    invoice_name: Option<String>,
    product_description: Option<String>,
    #[serde(default)]
    pricings: Vec<Pricing>,
    /// The short form of an add-on: one price for a month.
    monthly_micro_cents: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pricing {
    #[serde(default)]
    capacities: Vec<String>,
    mode: String,
    #[serde(default)]
    interval: u32,
    #[serde(default)]
    interval_unit: String,
    #[serde(alias = "priceMicroCents")]
    price: i64,
    #[serde(default)]
    promotions: Vec<Offer>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Offer {
    name: Option<String>,
    description: Option<String>,
    start_date: Option<String>,
    end_date: Option<String>,
    #[serde(rename = "type")]
    kind: String,
    value: Option<Value>,
    discount: Option<Discount>,
}

#[derive(Deserialize)]
struct Discount {
    value: i64,
}

struct Head {
    country: String,
    currency: Currency,
    tax_rate: i64,
    now: DateTime<Utc>,
}

pub(super) fn parse(file: &Value, now: DateTime<Utc>) -> Result<Catalog, NoCatalog> {
    let locale = |key| file.get("locale").and_then(|locale| locale.get(key));
    let (country, currency, tax_rate) = checks::head(
        ("locale.subsidiary", locale("subsidiary")),
        ("locale.currencyCode", locale("currencyCode")),
        ("locale.taxRate", locale("taxRate")),
    )?;
    let head = Head { country, currency, tax_rate, now };
    let mut places = Places::new();
    let mut plans = Vec::new();
    for list in ["plans", "addons"] {
        let records = checks::list(file, list)?;
        plans.extend(places.each(list, "planCode", records, |record| plan(record, &head)));
    }
    let Head { country, currency, tax_rate, .. } = head;
    Ok(Catalog { country, currency, tax_rate, plans, vouchers: Vec::new() })
}

fn plan(record: &Value, head: &Head) -> Result<Plan, String> {
    let record = Record::deserialize(record).map_err(|error| format!("{error}."))?;
    let fee = installation(&record.pricings, DEFAULT_MODE);
    let setup_fee = fee.map_or(Ok(Exact::ZERO), |fee| amount(fee.price))?;
    let mut prices = Vec::new();
    for pricing in renewals(&record.pricings) {
        let period = Period::of_months(pricing.interval).expect("`renewals` looked");
        let setup = installation(&record.pricings, &pricing.mode).or(fee);
        prices.push(PlanPrice {
            period,
            net: amount(pricing.price)?,
            promotions: promotions(pricing)?,
            setup_promotions: setup.map_or(Ok(Vec::new()), |it| setup_promotions(it, setup_fee))?,
        });
    }
    if let (true, Some(price)) = (prices.is_empty(), record.monthly_micro_cents) {
        let period = Period::of_months(1).expect("one month is a period");
        let (promotions, setup_promotions) = (Vec::new(), Vec::new());
        prices.push(PlanPrice { period, net: amount(price)?, promotions, setup_promotions });
    }
    if prices.is_empty() {
        return Err("It has no price that renews in whole months.".into());
    }
    let code = checks::code(&record.plan_code)?;
    Ok(Plan {
        id: PlanId::new(head.now),
        name: checks::name(record.invoice_name.as_deref().unwrap_or(&code))?,
        code,
        country: head.country.clone(),
        description: checks::description(record.product_description.as_deref())?,
        currency: head.currency,
        tax_rate: head.tax_rate,
        setup_fee,
        setup_separately_priced: false,
        withdrawal_excluded: false,
        prices,
    })
}

/// One pricing for each period, the shortest first: the one without a commitment, else the first.
fn renewals(pricings: &[Pricing]) -> Vec<&Pricing> {
    let mut chosen: Vec<&Pricing> = Vec::new();
    for pricing in pricings.iter().filter(|it| it.renews()) {
        match chosen.iter_mut().find(|it| it.interval == pricing.interval) {
            None => chosen.push(pricing),
            Some(known) if known.mode != DEFAULT_MODE && pricing.mode == DEFAULT_MODE => {
                *known = pricing;
            }
            Some(_) => {}
        }
    }
    chosen.sort_by_key(|it| it.interval);
    chosen
}

impl Pricing {
    fn renews(&self) -> bool {
        self.capacities.iter().any(|it| it == "renew")
            && self.interval_unit == "month"
            && Period::of_months(self.interval).is_some()
    }
}

fn installation<'a>(pricings: &'a [Pricing], mode: &str) -> Option<&'a Pricing> {
    pricings
        .iter()
        .find(|it| it.mode == mode && it.capacities.iter().any(|name| name == "installation"))
}

/// What is taken off the plan's set-up fee when a price of this mode is ordered. A mode with a
/// lower fee of its own is a promotion without an end, since a plan has one fee.
fn setup_promotions(setup: &Pricing, plan_fee: Exact) -> Result<Vec<Promotion>, String> {
    let own = amount(setup.price)?;
    let less = plan_fee.0 - own.0;
    if less <= 0 {
        return promotions(setup);
    }
    let off = |off| Reduction::Fixed(Exact(off));
    let mut found = vec![Promotion {
        name: setup.mode.clone(),
        reduction: off(less),
        starts_at: None,
        ends_at: None,
    }];
    for promotion in promotions(setup)? {
        let more = match promotion.reduction {
            Reduction::Fixed(more) => more.0,
            Reduction::Percentage(rate) => {
                let more = divide_half_up(i128::from(own.0) * i128::from(rate), WHOLE);
                i64::try_from(more).expect("a part of an amount is an amount")
            }
        };
        found.push(Promotion { reduction: off(plan_fee.0.min(less + more)), ..promotion });
    }
    Ok(found)
}

fn promotions(pricing: &Pricing) -> Result<Vec<Promotion>, String> {
    pricing.promotions.iter().map(promotion).collect()
}

fn promotion(offer: &Offer) -> Result<Promotion, String> {
    let named = [&offer.name, &offer.description].into_iter().flatten().find(|it| !it.is_empty());
    let name = named.map_or("Promotion", String::as_str);
    let reduction = match (offer.kind.as_str(), &offer.discount, &offer.value) {
        ("percentage", _, Some(value)) => Reduction::Percentage(checks::percentage(value)?),
        // Whatever the kind is: this is what it takes off.
        (_, Some(discount), _) => Reduction::Fixed(amount(discount.value)?),
        ("fixed" | "fixed_amount", None, Some(value)) => {
            let off = value.as_i64().ok_or("The value of a promotion has to be a whole number.")?;
            Reduction::Fixed(amount(off)?)
        }
        (kind, _, _) => return Err(format!("We do not know what a promotion «{kind}» takes off.")),
    };
    let starts_at = checks::time(offer.start_date.as_deref())?;
    let ends_at = checks::time(offer.end_date.as_deref())?;
    checks::ordered(starts_at, ends_at)?;
    Ok(Promotion { name: checks::name(name)?, reduction, starts_at, ends_at })
}

fn amount(micro: i64) -> Result<Exact, String> {
    checks::amount(Some(Exact(micro)))
}
