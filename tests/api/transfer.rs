//! Where a bank transfer goes, as a page shows it; and the way back from the sandbox's own page.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use reqwest::redirect::Policy;
use serde_json::{Value, json};

use super::demo::Demo;

const METHODS: &str = "query($number: String!) { order(number: $number) { paymentMethods { kind \
                       transfer { payee iban reference amount { amount } qrCode { size path } } } } }";
const PAY: &str = "mutation($input: OrderPayInput!) { orderPay(input: $input) { \
                   payment { status actionUrl } errors { __typename } } }";
const PLACE: &str = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { order { \
                     number total { amount } } } }";

async fn placed(demo: &Demo) -> Value {
    let lines = json!([{ "planCode": "server-rise", "period": "P1M" }]);
    let input = json!({ "input": { "lines": lines, "idempotencyKey": "one" } });
    demo.ask_with("anna", PLACE, input).await["data"]["orderPlace"]["order"].clone()
}

/// The transfers that the methods of the order name, by the kind of the method.
async fn transfers(demo: &Demo, number: &Value) -> Vec<(Value, Value)> {
    let answer = demo.ask_with("anna", METHODS, json!({ "number": number })).await;
    let methods = answer["data"]["order"]["paymentMethods"].as_array().unwrap().clone();
    let named = methods.into_iter().filter(|method| !method["transfer"].is_null());
    named.map(|method| (method["kind"].clone(), method["transfer"].clone())).collect()
}

#[tokio::test]
async fn a_transfer_is_of_the_amount_due_to_the_vendors_account_until_the_order_is_paid() {
    let demo = Demo::start(&["--speed", "0"]).await;
    let order = placed(&demo).await;
    let found = transfers(&demo, &order["number"]).await;
    let [(kind, transfer)] = found.as_slice() else { panic!("one transfer: {found:?}") };
    assert_eq!(kind, "BANK_TRANSFER");
    assert_eq!(transfer["payee"], "Buono Hosting");
    assert_eq!(transfer["iban"], "IT60 X054 2811 1010 0000 0123 456");
    assert_eq!(transfer["reference"], order["number"]);
    assert_eq!(transfer["amount"], order["total"]);
    let size = transfer["qrCode"]["size"].as_u64().unwrap();
    assert!((29..=77).contains(&size), "a code of version 1 to 13, with its border: {size}");
    assert!(transfer["qrCode"]["path"].as_str().unwrap().starts_with("M4 4h7"));

    let input = json!({ "number": order["number"], "method": "CARD", "idempotencyKey": "two" });
    demo.ask_with("anna", PAY, json!({ "input": input })).await;
    assert_eq!(transfers(&demo, &order["number"]).await, []);
}

#[tokio::test]
async fn whoever_has_confirmed_at_the_sandbox_is_sent_back_to_the_order() {
    let demo = Demo::start(&["--speed", "0"]).await;
    let order = placed(&demo).await;
    let means = "{ viewer { ... on Customer { paymentMeans { id label } } } }";
    let means = demo.ask("anna", means).await["data"]["viewer"]["paymentMeans"].clone();
    let asks = |mean: &&Value| mean["label"].as_str().unwrap().ends_with("3155");
    let mean = means.as_array().unwrap().iter().find(asks).unwrap()["id"].clone();
    let input = json!({
        "number": order["number"], "method": "CARD", "mean": mean, "idempotencyKey": "three"
    });
    let paid = demo.ask_with("anna", PAY, json!({ "input": input })).await;
    let payment = &paid["data"]["orderPay"]["payment"];
    assert_eq!(payment["status"], "REQUIRES_ACTION", "{paid}");

    let url = payment["actionUrl"].as_str().unwrap();
    let client = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
    let page = client.get(url).send().await.unwrap();
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("form-action 'self'"));
    let confirmed = client.post(url).send().await.unwrap();
    assert_eq!(confirmed.status(), 303);
    let place = format!("/orders/{}", order["number"].as_str().unwrap());
    assert_eq!(confirmed.headers()["location"].to_str().unwrap(), place);
    assert_eq!(client.post(url).send().await.unwrap().status(), 404, "only once");
}
