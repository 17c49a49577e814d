//! Files of both formats, good and bad.

use chrono::TimeZone;
use serde_json::json;

use super::*;
use crate::domain::catalog::{Period, Promotion, Reduction};
use crate::domain::money::Exact;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 15, 12, 0, 0).unwrap()
}

fn read(file: &Value) -> Catalog {
    parse(file.to_string().as_bytes(), now()).expect("this is a catalog")
}

fn whys(catalog: &Catalog) -> Vec<String> {
    let plans = catalog.plans.iter().filter_map(|it| it.as_ref().err());
    plans
        .chain(catalog.vouchers.iter().filter_map(|it| it.as_ref().err()))
        .map(ToString::to_string)
        .collect()
}

fn net(plan: &Plan, period: &str) -> Option<String> {
    let period = Period::parse(period).unwrap();
    plan.prices.iter().find(|it| it.period == period).map(|it| it.net.decimal().to_string())
}

fn own(plans: &Value, vouchers: &Value) -> Value {
    json!({"country": "IT", "currency": "EUR", "taxRate": "22", "plans": plans, "vouchers": vouchers})
}

fn hosting(plans: &Value) -> Value {
    let locale = json!({"currencyCode": "EUR", "subsidiary": "FR", "taxRate": 5.5});
    json!({"catalogId": 1, "locale": locale, "plans": plans})
}

fn pricing(capacity: &str, mode: &str, interval: u32, price: i64) -> Value {
    let unit = if interval == 0 { "none" } else { "month" };
    json!({"capacities": [capacity], "mode": mode, "interval": interval, "intervalUnit": unit, "price": price})
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let text = include_str!("../../docs/catalog-format.md");
    let example = text.split("```json").nth(1).and_then(|it| it.split("```").next()).unwrap();
    let catalog = parse(example.as_bytes(), now()).unwrap();
    assert_eq!(whys(&catalog), [""; 0]);
    assert_eq!((catalog.country.as_str(), catalog.tax_rate), ("IT", 2_200));
    let plan = catalog.plans[0].as_ref().unwrap();
    assert_eq!(net(plan, "P12M").as_deref(), Some("649.69"));
    assert_eq!(plan.setup_fee.decimal().to_string(), "56.99");
    assert_eq!(plan.prices[0].setup_promotions[0].reduction, Reduction::Percentage(10_000));
    let vouchers: Vec<_> = catalog.vouchers.iter().map(|it| it.as_ref().unwrap()).collect();
    assert_eq!(vouchers[0].reduction, Reduction::Percentage(1_000));
    assert_eq!((vouchers[0].currency, vouchers[1].currency), (None, Some(Currency::EUR)));
}

#[test]
fn a_bad_record_is_named_with_its_place_and_does_not_stop_the_others() {
    let price = json!([{"period": "P1M", "net": "4.99"}]);
    let plans = json!([
        {"code": "good", "name": "Good", "prices": price},
        {"code": "misspelt", "name": "x", "prize": price},
        {"code": "no-price", "name": "x", "prices": []},
        {"code": "weekly", "name": "x", "prices": [{"period": "P7D", "net": "1"}]},
        {"code": "cheap", "name": "x", "prices": [{"period": "P1M", "net": "-1"}]},
        {"code": "fine", "name": "x", "prices": [{"period": "P1M", "net": "0.000000001"}]},
        {"code": "good", "name": "Again", "prices": price},
        {"name": "nameless", "prices": price},
        {"code": "two", "name": "x", "prices": [{"period": "P12M", "net": 1}, {"period": "P1Y", "net": 2}]},
        {"code": "last", "name": "Last", "prices": price},
        7
    ]);
    let vouchers = json!([{"code": "BOTH", "percentage": "1", "amount": "1"}, {"code": "OK", "percentage": 0.5}]);
    let catalog = read(&own(&plans, &vouchers));
    let amounts = "An amount goes from 0 to 100000000, with eight decimals at most.";
    assert_eq!(
        whys(&catalog),
        [
            "plans[1] «misspelt»: There is no key `prize` here. Did you mean `prices`?",
            "plans[2] «no-price»: It has no price. Give it at least one in `prices`.",
            "plans[3] «weekly»: prices[0]: «P7D» is no period of whole months or years, like P1M or P1Y.",
            &format!("plans[4] «cheap»: prices[0]: {amounts}"),
            &format!("plans[5] «fine»: prices[0]: {amounts}"),
            "plans[6] «good»: The code stands at plans[0] already.",
            "plans[7]: missing field `code`.",
            "plans[8] «two»: It has two prices for the period P1Y.",
            "plans[10]: It has to be an object.",
            "vouchers[0] «BOTH»: A reduction has either a `percentage` or an `amount`.",
        ]
    );
    assert_eq!(catalog.plans.iter().filter(|it| it.is_ok()).count(), 2);
    assert_eq!(catalog.vouchers[1].as_ref().unwrap().reduction, Reduction::Percentage(50));
}

#[test]
fn a_file_that_is_no_catalog_says_what_is_missing() {
    let said = |bytes: &[u8]| parse(bytes, now()).unwrap_err().to_string();
    assert!(said(b"{").starts_with("This is not JSON: "));
    assert!(said(b"[]").starts_with("This is neither our catalog format"));
    assert_eq!(
        said(br#"{"country": "it", "plans": []}"#),
        "`country` has to be a country in two capital letters: IT."
    );
    assert_eq!(
        said(br#"{"country": "IT", "currency": "XXX", "plans": []}"#),
        "`currency` has to be a currency that we know: EUR."
    );
    assert_eq!(
        said(br#"{"country": "IT", "currency": "EUR", "taxRate": "-1", "plans": []}"#),
        "`taxRate` has to be a percentage from 0 to 100: 22."
    );
    assert_eq!(
        said(br#"{"country": "IT", "planz": []}"#),
        "There is no key `planz` here. Did you mean `plans`?"
    );
}

#[test]
fn hosting_pricings_become_one_price_for_each_period() {
    let pricings = json!([
        pricing("installation", "default", 0, 1_000),
        pricing("installation", "upfront12", 0, 0),
        pricing("renew", "degressivity12", 1, 80),
        pricing("renew", "default", 1, 100),
        pricing("renew", "upfront12", 12, 900),
        pricing("renew", "other12", 12, 950),
        pricing("consumption", "default", 1, 1),
        {"capacities": ["renew"], "mode": "default", "interval": 1, "intervalUnit": "day", "price": 3},
    ]);
    let plans = json!([
        {"planCode": "a", "invoiceName": "A", "pricings": pricings},
        {"planCode": "b", "pricings": [pricing("installation", "default", 0, 1)]},
        {"planCode": "c", "pricings": [pricing("renew", "default", 1, -5)]},
    ]);
    let catalog = read(&hosting(&plans));
    assert_eq!((catalog.country.as_str(), catalog.tax_rate), ("FR", 550));
    let plan = catalog.plans[0].as_ref().unwrap();
    let prices: Vec<_> = plan.prices.iter().map(|it| (it.period.months(), it.net.0)).collect();
    assert_eq!(prices, [(1, 100), (12, 900)]);
    assert_eq!(plan.setup_fee, Exact(1_000));
    assert_eq!(plan.prices[0].setup_promotions, []);
    let free = Promotion {
        name: "upfront12".into(),
        reduction: Reduction::Fixed(Exact(1_000)),
        starts_at: None,
        ends_at: None,
    };
    assert_eq!(plan.prices[1].setup_promotions, [free]);
    assert_eq!(
        whys(&catalog),
        [
            "plans[1] «b»: It has no price that renews in whole months.",
            "plans[2] «c»: An amount goes from 0 to 100000000, with eight decimals at most.",
        ]
    );
}

#[test]
fn hosting_promotions_keep_their_times() {
    let mut renew = pricing("renew", "default", 1, 500);
    renew["promotions"] = json!([
        {"name": "Ten", "type": "percentage", "value": 10, "endDate": "2026-01-31T00:00:00+01:00"},
        {"description": "Off", "type": "fixed_amount", "value": 50, "startDate": null},
        {"name": "Forced", "type": "forced_amount", "value": 400, "discount": {"tax": 0, "value": 100}},
    ]);
    let mut odd = pricing("renew", "default", 1, 500);
    odd["promotions"] = json!([{"name": "?", "type": "gift", "value": 1}]);
    let plans =
        json!([{"planCode": "a", "pricings": [renew]}, {"planCode": "b", "pricings": [odd]}]);
    let catalog = read(&hosting(&plans));
    let promotions = &catalog.plans[0].as_ref().unwrap().prices[0].promotions;
    let reductions: Vec<_> = promotions.iter().map(|it| (it.name.as_str(), it.reduction)).collect();
    assert_eq!(
        reductions,
        [
            ("Ten", Reduction::Percentage(1_000)),
            ("Off", Reduction::Fixed(Exact(50))),
            ("Forced", Reduction::Fixed(Exact(100))),
        ]
    );
    assert_eq!(promotions[0].ends_at, Utc.with_ymd_and_hms(2026, 1, 30, 23, 0, 0).single());
    assert_eq!(whys(&catalog), ["plans[1] «b»: We do not know what a promotion «gift» takes off."]);
}

/// The catalogs of the public archive lie beside the repository where it is developed.
#[test]
fn the_public_catalogs_are_read_whole() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data");
    let folder = std::env::var("BUONO_TEST_CATALOGS").unwrap_or_else(|_| beside.into());
    let file = |country| std::fs::read(format!("{folder}/ovh_eco_{country}_sample.json"));
    let (Ok(italy), Ok(ireland)) = (file("IT"), file("IE")) else {
        eprintln!("skipped: there are no public catalogs in {folder}");
        return;
    };
    let italy = parse(&italy, now()).unwrap();
    assert_eq!(whys(&italy), [""; 0]);
    assert_eq!((italy.country.as_str(), italy.tax_rate, italy.plans.len()), ("IT", 2_200, 2));
    let rise = italy.plans[0].as_ref().unwrap();
    assert_eq!(rise.code, "24rise012");
    assert_eq!(net(rise, "P1M").as_deref(), Some("56.99"));
    assert_eq!(net(rise, "P1Y").as_deref(), Some("649.69"));
    assert_eq!(rise.setup_fee.decimal().to_string(), "56.99");
    let free = &rise.prices[0].setup_promotions[0];
    assert_eq!(free.reduction, Reduction::Percentage(10_000));
    assert_eq!(free.starts_at, Utc.with_ymd_and_hms(2025, 12, 16, 23, 0, 0).single());
    assert_eq!(free.ends_at, Utc.with_ymd_and_hms(2026, 1, 30, 23, 0, 0).single());

    let ireland = parse(&ireland, now()).unwrap();
    assert_eq!(whys(&ireland), [""; 0]);
    assert_eq!((ireland.tax_rate, ireland.plans.len()), (2_300, 61));
    let addons = ireland.plans[21..].iter().map(|it| it.as_ref().unwrap());
    assert!(addons.into_iter().all(|it| it.prices.len() == 1 && it.prices[0].period.months() == 1));
}
