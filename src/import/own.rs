//! Our own format, as docs/catalog-format.md describes it. Unknown keys are mistakes here.

use serde_json::Value;

use super::fields::Fields;
use super::{Catalog, Header, Rejected, plan_id};
use crate::domain::catalog::{Period, Plan, PlanPrice, Promotion, Reduction, Voucher};
use crate::domain::money::{Currency, Exact};

const CATALOG: [&str; 5] = ["country", "currency", "taxRate", "plans", "vouchers"];
const PLAN: [&str; 7] = [
    "code",
    "name",
    "description",
    "prices",
    "setupFee",
    "setupSeparatelyPriced",
    "withdrawalExcluded",
];
const PRICE: [&str; 4] = ["period", "net", "promotions", "setupPromotions"];
const PROMOTION: [&str; 5] = ["name", "percentage", "amount", "startsAt", "endsAt"];
const VOUCHER: [&str; 5] = ["code", "percentage", "amount", "currency", "endsAt"];

pub(super) fn parse(fields: &Fields) -> Result<Catalog, Rejected> {
    fields.only(&CATALOG)?;
    let (country, currency) = (fields.text("country")?, fields.text("currency")?);
    let header = Header::new(fields, country, currency, fields.decimal("taxRate")?)?;
    fields.need("plans")?;
    let mut plans: Vec<_> = fields
        .list("plans")?
        .into_iter()
        .map(|(place, value)| plan(&header, &Fields::of(value, place)?))
        .collect();
    let mut vouchers: Vec<Voucher> = Vec::new();
    for (place, value) in fields.list("vouchers")? {
        match voucher(&place, value) {
            Ok(it) if vouchers.iter().any(|other| other.code == it.code) => {
                let why = format!("the code {:?} is taken by a voucher before it", it.code);
                plans.push(Err(Rejected::new(place, why)));
            }
            Ok(it) => vouchers.push(it),
            Err(rejected) => plans.push(Err(rejected)),
        }
    }
    Ok(header.catalog(plans, vouchers))
}

fn plan(header: &Header, fields: &Fields) -> Result<Plan, Rejected> {
    fields.only(&PLAN)?;
    let code = fields.text("code")?;
    let prices = fields.each("prices", price)?;
    if prices.is_empty() {
        return Err(Rejected::new(fields.at("prices"), "a plan has one price at least"));
    }
    for (at, price) in prices.iter().enumerate() {
        if prices[..at].iter().any(|other| other.period == price.period) {
            let why = format!("the period {} has a price before it", price.period);
            return Err(Rejected::new(format!("{}[{at}]", fields.at("prices")), why));
        }
    }
    let setup_fee =
        if fields.get("setupFee").is_some() { fields.price("setupFee")? } else { Exact::ZERO };
    Ok(Plan {
        id: plan_id(&header.country, code),
        code: code.to_owned(),
        country: header.country.clone(),
        name: fields.text("name")?.to_owned(),
        description: fields.description("description")?,
        currency: header.currency,
        tax_rate: header.tax_rate,
        setup_fee,
        setup_separately_priced: fields.flag("setupSeparatelyPriced")?,
        withdrawal_excluded: fields.flag("withdrawalExcluded")?,
        prices,
    })
}

fn price(fields: &Fields) -> Result<PlanPrice, Rejected> {
    fields.only(&PRICE)?;
    let period = fields.text("period")?;
    let Some(period) = Period::parse(period) else {
        let why = format!("{period:?} is not a period of months or years, such as \"P1M\"");
        return Err(Rejected::new(fields.at("period"), why));
    };
    Ok(PlanPrice {
        period,
        net: fields.price("net")?,
        promotions: fields.each("promotions", promotion)?,
        setup_promotions: fields.each("setupPromotions", promotion)?,
    })
}

fn promotion(fields: &Fields) -> Result<Promotion, Rejected> {
    fields.only(&PROMOTION)?;
    let (starts_at, ends_at) = (fields.time("startsAt")?, fields.time("endsAt")?);
    if let (Some(start), Some(end)) = (starts_at, ends_at)
        && end < start
    {
        return Err(Rejected::new(fields.at("endsAt"), "this is before its beginning"));
    }
    let name = fields.text("name")?.to_owned();
    Ok(Promotion { name, reduction: reduction(fields)?, starts_at, ends_at })
}

/// Either a percentage or an amount.
fn reduction(fields: &Fields) -> Result<Reduction, Rejected> {
    match (fields.get("percentage"), fields.get("amount")) {
        (Some(_), None) => {
            let percent = fields.decimal("percentage")?;
            Ok(Reduction::Percentage(fields.rate("percentage", percent)?))
        }
        (None, Some(_)) => match fields.price("amount")? {
            Exact::ZERO => Err(Rejected::new(fields.at("amount"), "nothing is taken off")),
            off => Ok(Reduction::Fixed(off)),
        },
        _ => Err(fields.reject("give either a percentage or an amount")),
    }
}

fn voucher(place: &str, value: &Value) -> Result<Voucher, Rejected> {
    let fields = &Fields::of(value, place)?;
    fields.only(&VOUCHER)?;
    let reduction = reduction(fields)?;
    let currency = match (reduction, fields.get("currency")) {
        (Reduction::Percentage(_), None) => None,
        (Reduction::Percentage(_), Some(_)) => {
            let why = "a percentage fits every currency: leave this out";
            return Err(Rejected::new(fields.at("currency"), why));
        }
        (Reduction::Fixed(_), _) => {
            let code = fields.text("currency")?;
            let known = Currency::parse(code).ok_or_else(|| {
                let why = format!("{code:?} is not a currency that we know");
                Rejected::new(fields.at("currency"), why)
            })?;
            Some(known)
        }
    };
    let code = fields.text("code")?.to_owned();
    Ok(Voucher { code, reduction, currency, ends_at: fields.time("endsAt")? })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(plans: &Value, vouchers: &Value) -> Catalog {
        let catalog = json!({
            "country": "IT", "currency": "EUR", "taxRate": "22", "plans": plans, "vouchers": vouchers,
        });
        super::super::parse(catalog.to_string().as_bytes()).unwrap()
    }

    fn full() -> Value {
        json!({
            "code": "vps-1", "name": "VPS 1", "description": "Small.", "setupFee": "10",
            "setupSeparatelyPriced": true, "withdrawalExcluded": false,
            "prices": [{
                "period": "P1Y", "net": "47.99000001",
                "promotions": [{"name": "Spring", "percentage": "12.5", "endsAt": "2026-05-01T00:00:00+02:00"}],
                "setupPromotions": [{"name": "Half", "amount": "5"}],
            }],
        })
    }

    #[test]
    fn a_plan_is_read_with_all_it_has() {
        let catalog = read(&json!([full()]), &json!([]));
        let plan = catalog.plans[0].clone().unwrap();
        assert_eq!((plan.code.as_str(), plan.tax_rate), ("vps-1", 2200));
        assert_eq!(plan.setup_fee, Exact(1_000_000_000));
        assert!(plan.setup_separately_priced && !plan.withdrawal_excluded);
        let price = &plan.prices[0];
        assert_eq!((price.period.months(), price.net), (12, Exact(4_799_000_001)));
        assert_eq!(price.promotions[0].reduction, Reduction::Percentage(1250));
        let end = price.promotions[0].ends_at.unwrap();
        assert_eq!(end.to_rfc3339(), "2026-04-30T22:00:00+00:00");
        assert_eq!(price.setup_promotions[0].reduction, Reduction::Fixed(Exact(500_000_000)));
        assert_eq!(read(&json!([full()]), &json!([])), catalog, "the ids too");
    }

    #[test]
    fn a_bad_plan_is_named_and_the_others_are_read() {
        let change = |pointer: &str, value: Value| {
            let mut plan = full();
            *plan.pointer_mut(pointer).unwrap() = value;
            plan
        };
        let mut misspelt = full();
        misspelt["setupfee"] = json!("1");
        let promotion = "/prices/0/promotions/0";
        for (plan, place, why) in [
            (misspelt, "plans[1].setupfee", "\"setupFee\"?"),
            (json!(7), "plans[1]", "object"),
            (change("/code", json!("")), "plans[1].code", "empty"),
            (change("/name", json!(null)), "plans[1].name", "missing"),
            (change("/name", json!("a\u{0}b")), "plans[1].name", "control"),
            (change("/prices", json!([])), "plans[1].prices", "one price"),
            (change("/prices/0/net", json!(47.99)), "plans[1].prices[0].net", "as text"),
            (change("/prices/0/net", json!("-1")), "plans[1].prices[0].net", "below 0"),
            (change("/prices/0/net", json!("1.123456789")), "plans[1].prices[0].net", "eight"),
            (change("/prices/0/period", json!("P1D")), "plans[1].prices[0].period", "months"),
            (change(promotion, json!({"name": "x"})), "plans[1].prices[0].promotions[0]", "either"),
            (
                change("/prices/0/promotions/0/percentage", json!("100.01")),
                "plans[1].prices[0].promotions[0].percentage",
                "at most 100",
            ),
            (
                change("/prices/0/promotions/0/endsAt", json!("tomorrow")),
                "plans[1].prices[0].promotions[0].endsAt",
                "not a time",
            ),
            (full(), "plans[1]", "taken"),
        ] {
            let mut last = full();
            last["code"] = json!("vps-2");
            let catalog = read(&json!([full(), plan, last]), &json!([]));
            let rejected = catalog.plans[1].clone().unwrap_err();
            assert_eq!(rejected.place, place, "{rejected}");
            assert!(rejected.why.contains(why), "{rejected}");
            assert!(catalog.plans[0].is_ok() && catalog.plans[2].is_ok());
        }
    }

    #[test]
    fn vouchers_are_read_and_bad_ones_named() {
        let vouchers = json!([
            {"code": "TEN", "percentage": "10"},
            {"code": "FIVE", "amount": "5", "currency": "EUR", "endsAt": "2027-01-01T00:00:00Z"},
            {"code": "NO", "amount": "5"},
            {"code": "NO", "percentage": "5", "currency": "EUR"},
            {"code": "NO", "amount": "0", "currency": "EUR"},
            {"code": "TEN", "percentage": "20"},
        ]);
        let catalog = read(&json!([full()]), &vouchers);
        assert_eq!(catalog.vouchers.len(), 2);
        assert_eq!(catalog.vouchers[0].reduction, Reduction::Percentage(1000));
        assert_eq!(catalog.vouchers[1].currency, Some(Currency::EUR));
        let places: Vec<String> =
            catalog.plans.into_iter().filter_map(|it| Some(it.err()?.place)).collect();
        let expected =
            ["vouchers[2].currency", "vouchers[3].currency", "vouchers[4].amount", "vouchers[5]"];
        assert_eq!(places, expected);
    }
}
