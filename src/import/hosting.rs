//! The public catalogs of a hosting company. They have many more keys than we sell by.

use super::fields::Fields;
use super::{Catalog, Header, Rejected, plan_id};
use crate::domain::catalog::{Period, Plan, PlanPrice, Promotion, Reduction};
use crate::domain::money::{Exact, divide_half_up};
use crate::domain::pricing::WHOLE;

/// The mode without a commitment: it goes before all others.
const DEFAULT_MODE: &str = "default";

/// One of a plan's prices: for a period, or, without one, for its installation.
struct Pricing {
    mode: String,
    period: Option<Period>,
    price: Exact,
    promotions: Vec<Promotion>,
}

pub(super) fn parse(fields: &Fields) -> Result<Catalog, Rejected> {
    let locale = fields.object("locale")?;
    let (country, currency) = (locale.text("subsidiary")?, locale.text("currencyCode")?);
    let header = Header::new(&locale, country, currency, locale.number("taxRate")?)?;
    fields.need("plans")?;
    let mut plans = Vec::new();
    for key in ["plans", "addons"] {
        for (place, value) in fields.list(key)? {
            plans.push(Fields::of(value, place).and_then(|it| plan(&header, &it)));
        }
    }
    Ok(header.catalog(plans, Vec::new()))
}

fn plan(header: &Header, fields: &Fields) -> Result<Plan, Rejected> {
    let code = fields.text("planCode")?;
    let (setup_fee, prices) = if fields.get("pricings").is_none()
        && fields.get("monthlyMicroCents").is_some()
    {
        let net = fields.units("monthlyMicroCents")?;
        let period = Period::of_months(1).expect("a month is a period");
        let price = PlanPrice { period, net, promotions: Vec::new(), setup_promotions: Vec::new() };
        (Exact::ZERO, vec![price])
    } else {
        prices(fields)?
    };
    let name = if fields.get("invoiceName").is_some() { fields.text("invoiceName")? } else { code };
    Ok(Plan {
        id: plan_id(&header.country, code),
        code: code.to_owned(),
        country: header.country.clone(),
        name: name.to_owned(),
        description: fields.description("productDescription")?,
        currency: header.currency,
        tax_rate: header.tax_rate,
        setup_fee,
        setup_separately_priced: false,
        withdrawal_excluded: false,
        prices,
    })
}

/// The installation fee, and a price for each period.
fn prices(fields: &Fields) -> Result<(Exact, Vec<PlanPrice>), Rejected> {
    fields.need("pricings")?;
    let all: Vec<Pricing> = fields.each("pricings", pricing)?.into_iter().flatten().collect();
    let mut renewals: Vec<&Pricing> = Vec::new();
    for it in all.iter().filter(|it| it.period.is_some()) {
        match renewals.iter_mut().find(|other| other.period == it.period) {
            None => renewals.push(it),
            Some(other) if other.mode != DEFAULT_MODE && it.mode == DEFAULT_MODE => *other = it,
            Some(_) => {}
        }
    }
    if renewals.is_empty() {
        let why = "no price is for a period of months, so that nothing can be ordered";
        return Err(Rejected::new(fields.at("pricings"), why));
    }
    renewals.sort_by_key(|it| it.period);

    // A mode has an installation fee of its own; without one, the default one is meant.
    let installation = |mode: &str| {
        let of = |mode: &str| all.iter().find(|it| it.period.is_none() && it.mode == mode);
        of(mode).or_else(|| of(DEFAULT_MODE))
    };
    let fee_of = |mode: &str| installation(mode).map_or(Exact::ZERO, |it| it.price);
    let fee = renewals.iter().map(|it| fee_of(&it.mode)).max().unwrap_or_default();
    let prices = renewals
        .iter()
        .filter_map(|it| {
            Some(PlanPrice {
                period: it.period?,
                net: it.price,
                promotions: it.promotions.clone(),
                setup_promotions: setup_promotions(fee, installation(&it.mode), &it.mode),
            })
        })
        .collect();
    Ok((fee, prices))
}

/// A plan has one installation fee with us. Where a period's own is lower, the rest is taken off,
/// and what was promised of the lower one comes off as well.
fn setup_promotions(fee: Exact, own: Option<&Pricing>, mode: &str) -> Vec<Promotion> {
    let (price, promotions) = own.map_or((Exact::ZERO, &[][..]), |it| (it.price, &it.promotions));
    let gap = fee.0 - price.0;
    if gap == 0 {
        return promotions.to_vec();
    }
    let reduction = if price == Exact::ZERO {
        Reduction::Percentage(10_000)
    } else {
        Reduction::Fixed(Exact(gap))
    };
    let lower = Promotion { name: mode.to_owned(), reduction, starts_at: None, ends_at: None };
    let promised = promotions.iter().cloned().map(|promotion| {
        let off = match promotion.reduction {
            Reduction::Percentage(rate) => {
                let part = divide_half_up(i128::from(price.0) * i128::from(rate), WHOLE);
                i64::try_from(part).expect("a part is not more than the whole")
            }
            Reduction::Fixed(off) => off.0.min(price.0),
        };
        Promotion { reduction: Reduction::Fixed(Exact(gap + off)), ..promotion }
    });
    std::iter::once(lower).chain(promised).collect()
}

/// `None` for a price of something else than an installation or a renewal by months.
fn pricing(fields: &Fields) -> Result<Option<Pricing>, Rejected> {
    let capacities = fields.list("capacities")?;
    let can = |wanted: &str| capacities.iter().any(|(_, it)| it.as_str() == Some(wanted));
    let unit = fields.text("intervalUnit")?;
    let period = match unit {
        "none" if can("installation") => None,
        "month" if can("renew") => {
            let count = fields.number("interval")?;
            let months = u32::try_from(count).ok().filter(|_| count.is_integer());
            Some(months.and_then(Period::of_months).ok_or_else(|| {
                let why = format!("{count} months are not a period that we sell");
                Rejected::new(fields.at("interval"), why)
            })?)
        }
        _ => return Ok(None),
    };
    let key = if fields.get("price").is_some() { "price" } else { "priceMicroCents" };
    Ok(Some(Pricing {
        mode: fields.text("mode")?.to_owned(),
        period,
        price: fields.units(key)?,
        promotions: fields.each("promotions", promotion)?,
    }))
}

fn promotion(fields: &Fields) -> Result<Promotion, Rejected> {
    let reduction = match fields.text("type")? {
        "percentage" => Reduction::Percentage(fields.rate("value", fields.number("value")?)?),
        // What comes off is given in units of a price; `value` is the same where that is missing.
        "fixed" | "fixed_amount" => Reduction::Fixed(if fields.get("discount").is_some() {
            fields.object("discount")?.units("value")?
        } else {
            fields.units("value")?
        }),
        other => {
            let why = format!("{other:?} is neither \"percentage\" nor \"fixed\"");
            return Err(Rejected::new(fields.at("type"), why));
        }
    };
    let (starts_at, ends_at) = (fields.time("startDate")?, fields.time("endDate")?);
    Ok(Promotion { name: fields.text("name")?.to_owned(), reduction, starts_at, ends_at })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(plans: &Value, addons: &Value) -> Catalog {
        let catalog = json!({
            "catalogId": 1,
            "locale": {"currencyCode": "EUR", "subsidiary": "IT", "taxRate": 22.5},
            "plans": plans, "addons": addons,
        });
        super::super::parse(catalog.to_string().as_bytes()).unwrap()
    }

    fn price(capacity: &str, mode: &str, months: u32, price: i64) -> Value {
        let unit = if months == 0 { "none" } else { "month" };
        json!({
            "capacities": [capacity], "mode": mode, "interval": months, "intervalUnit": unit,
            "price": price, "tax": 0,
        })
    }

    fn server(pricings: &[Value]) -> Value {
        json!({"planCode": "s1", "invoiceName": "Server 1", "pricings": pricings})
    }

    #[test]
    fn the_default_mode_goes_before_others_and_installation_becomes_the_fee() {
        let mut setup = price("installation", "default", 0, 6_000_000_000);
        setup["promotions"] = json!([{
            "name": "Free", "type": "percentage", "value": 100,
            "startDate": "2025-12-17T00:00:00+01:00", "endDate": "2026-01-31T00:00:00+01:00",
        }]);
        let mut month = price("renew", "default", 1, 5_000_000_000);
        month["promotions"] = json!([{
            "name": "Off", "type": "fixed_amount", "value": 3.5, "endDate": null,
            "discount": {"tax": 0, "value": 350_000_000},
        }]);
        let mut daily = price("renew", "default", 1, 1);
        daily["intervalUnit"] = json!("day");
        let catalog = read(
            &json!([server(&[
                price("renew", "degressivity12", 1, 4_000_000_000),
                price("renew", "upfront12", 12, 50_000_000_000),
                price("installation", "upfront12", 0, 0),
                daily,
                setup,
                month,
            ])]),
            &json!([]),
        );
        assert_eq!(catalog.tax_rate, 2250);
        let plan = catalog.plans[0].clone().unwrap();
        assert_eq!(plan.setup_fee, Exact(6_000_000_000));
        let [monthly, yearly] = &plan.prices[..] else { panic!("{:?}", plan.prices) };
        assert_eq!((monthly.period.months(), monthly.net), (1, Exact(5_000_000_000)));
        assert_eq!(monthly.promotions[0].reduction, Reduction::Fixed(Exact(350_000_000)));
        assert_eq!(monthly.setup_promotions[0].name, "Free");
        let start = monthly.setup_promotions[0].starts_at.unwrap();
        assert_eq!(start.to_rfc3339(), "2025-12-16T23:00:00+00:00");
        assert_eq!((yearly.period.months(), yearly.net), (12, Exact(50_000_000_000)));
        assert_eq!(yearly.setup_promotions[0].reduction, Reduction::Percentage(10_000));
    }

    #[test]
    fn a_lower_fee_of_a_period_keeps_its_own_promotions() {
        let mut low = price("installation", "upfront12", 0, 400);
        low["promotions"] = json!([{"name": "Half", "type": "percentage", "value": 50}]);
        let plan = server(&[
            price("installation", "default", 0, 1_000),
            low,
            price("renew", "default", 1, 10),
            price("renew", "upfront12", 12, 100),
        ]);
        let plan = read(&json!([plan]), &json!([])).plans[0].clone().unwrap();
        let offs: Vec<_> = plan.prices[1].setup_promotions.iter().map(|it| it.reduction).collect();
        assert_eq!(offs, [Reduction::Fixed(Exact(600)), Reduction::Fixed(Exact(800))]);
        assert!(plan.prices[0].setup_promotions.is_empty());
    }

    #[test]
    fn addons_by_the_month_are_plans_too() {
        let addons = json!([{"planCode": "a1", "invoiceName": "A", "monthlyMicroCents": 699, "taxMicroCents": 1}]);
        let plan = read(&json!([]), &addons).plans[0].clone().unwrap();
        assert_eq!((plan.prices[0].period.months(), plan.prices[0].net), (1, Exact(699)));
        assert_eq!(plan.setup_fee, Exact::ZERO);
    }

    #[test]
    fn a_bad_plan_is_named_and_the_others_are_read() {
        let monthly = price("renew", "default", 1, 10);
        let mut odd = monthly.clone();
        odd["promotions"] = json!([{"name": "x", "type": "gift", "value": 1}]);
        for (bad, place, why) in [
            (json!({"pricings": []}), "plans[0].planCode", "missing"),
            (json!({"planCode": "x"}), "plans[0].pricings", "missing"),
            (server(&[]), "plans[0].pricings", "nothing can be ordered"),
            (
                server(&[price("renew", "default", 1, -1)]),
                "plans[0].pricings[0].price",
                "not a price",
            ),
            (
                server(&[monthly.clone(), price("renew", "x", 121, 1)]),
                "plans[0].pricings[1].interval",
                "121 months",
            ),
            (server(&[odd]), "plans[0].pricings[0].promotions[0].type", "gift"),
        ] {
            let catalog = read(&json!([bad, server(std::slice::from_ref(&monthly))]), &json!([]));
            let rejected = catalog.plans[0].clone().unwrap_err();
            assert_eq!(rejected.place, place, "{rejected}");
            assert!(rejected.why.contains(why), "{rejected}");
            assert!(catalog.plans[1].is_ok());
        }
    }
}
