//! Customers, as the vendor's shop writes them.

use serde_json::{Value, json};

use super::shop::Shop;

async fn upsert(shop: &Shop, country: &str, more: Value) -> Value {
    let document = "mutation($input: CustomerUpsertInput!) { customerUpsert(input: $input) { \
         customer { language timeZone } \
         errors { __typename ... on UserError { code message path } } } }";
    let mut input = json!({ "reference": "olga", "kind": "INDIVIDUAL", "name": "Olga",
        "email": "olga@example.org", "country": country });
    for (key, value) in more.as_object().expect("an object") {
        input[key] = value.clone();
    }
    let answer = shop.data(&shop.service, document, json!({ "input": input })).await;
    answer["customerUpsert"].clone()
}

#[tokio::test]
async fn who_gives_no_language_and_time_zone_has_those_of_the_country_until_they_say_otherwise() {
    let shop = Shop::open().await;
    for (country, more, language, zone) in [
        ("LI", json!({}), "de", "Europe/Vaduz"),
        ("IS", json!({}), "en", "Atlantic/Reykjavik"),
        ("US", json!({}), "en", "UTC"),
        ("FR", json!({}), "fr", "Europe/Paris"),
        ("FR", json!({ "language": "it", "timeZone": "Indian/Reunion" }), "it", "Indian/Reunion"),
        ("FR", json!({}), "it", "Indian/Reunion"),
        ("FR", json!({ "language": null, "timeZone": null }), "it", "Indian/Reunion"),
        ("IT", json!({}), "it", "Europe/Rome"),
    ] {
        let answer = upsert(&shop, country, more).await;
        let expected = json!({ "language": language, "timeZone": zone });
        assert_eq!(answer, json!({ "customer": expected, "errors": [] }), "{country}");
    }
}

#[tokio::test]
async fn a_language_that_is_none_is_refused() {
    let shop = Shop::open().await;
    for language in ["", "i", "italiano!", "it_IT", "🍕", &"x-".repeat(30)] {
        let answer = upsert(&shop, "IT", json!({ "language": language })).await;
        assert_eq!(answer["customer"], Value::Null, "{language}");
        assert_eq!(answer["errors"][0]["path"], json!(["language"]), "{answer}");
    }
    assert_eq!(upsert(&shop, "IT", json!({ "language": "de-AT" })).await["errors"], json!([]));
}
