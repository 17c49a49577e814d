//! When a delivery that failed is tried again: the customer reads it where the next step is told.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::shop::Shop;
use crate::who_calls::mutation;

async fn hint(shop: &Shop, number: &str, language: Option<&str>) -> String {
    let document = "query($number: String!, $language: String) { order(number: $number) { \
         lines { failure retryAt } \
         tracking { estimatedDelivery steps { name hint(language: $language) } } } }";
    let variables = json!({ "number": number, "language": language });
    let data = shop.data(&shop.anna, document, variables).await;
    let steps = data["order"]["tracking"]["steps"].as_array().expect("a list").clone();
    let delivering = steps.iter().find(|step| step["name"] == "DELIVERING").expect("a step");
    delivering["hint"].as_str().unwrap_or_default().to_owned()
}

async fn fail(shop: &Shop, number: &str, line: &Value, retry_at: Option<&str>) {
    let input = json!({ "number": number, "line": line, "message": "No room in the rack.",
        "retryAt": retry_at });
    let failed =
        shop.data(&shop.marco, &mutation("orderLineFail"), json!({ "input": input })).await;
    assert_eq!(failed["orderLineFail"]["errors"], json!([]));
}

#[tokio::test]
async fn the_customer_reads_when_a_delivery_is_tried_again_by_their_own_clock() {
    let shop = Shop::open().await;
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    let placed = shop.place(&shop.anna, "server-rise", "late").await;
    let number = placed["order"]["number"].as_str().expect("a number").to_owned();
    shop.pay(&shop.anna, &number, "late").await;
    shop.approve(&number).await;
    let lines = &placed["order"]["lines"];

    fail(&shop, &number, &lines[0]["id"], None).await;
    let without = hint(&shop, &number, None).await;
    assert!(without.ends_with("trovi quale."), "{without}");
    fail(&shop, &number, &lines[0]["id"], Some("2026-11-12T12:00:00Z")).await;
    fail(&shop, &number, &lines[1]["id"], Some("2026-11-10T12:30:00Z")).await;
    // Rome is an hour ahead; of two tries the next one counts.
    for (language, next) in [
        (None, "Riproviamo il 10 novembre 2026, 13:30."),
        (Some("en"), "We try again on 10 November 2026, 13:30."),
        (Some("fr"), "Nous réessayons le 10 novembre 2026 à 13:30."),
        (Some("de"), "Der nächste Versuch: 10. November 2026, 13:30 Uhr."),
        (Some("es"), "Lo intentamos de nuevo el 10 de noviembre de 2026, 13:30."),
    ] {
        let hint = hint(&shop, &number, language).await;
        assert!(hint.ends_with(next), "{hint}");
    }
    // What is over is not announced any more.
    shop.clock.advance(TimeDelta::days(1) + TimeDelta::hours(3));
    let later = hint(&shop, &number, None).await;
    assert!(later.ends_with("Riproviamo il 12 novembre 2026, 13:00."), "{later}");
    shop.clock.advance(TimeDelta::days(2));
    assert_eq!(hint(&shop, &number, None).await, without);
}
