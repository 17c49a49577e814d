//! Input that is well-formed and cannot be: too much, too little, too late, or for something else.

use buono::actions::upsert::UpsertVoucher;
use buono::domain::catalog::{Reduction, Voucher};
use buono::domain::money::{Currency, Exact};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::bad_input::{Refusal, assert_is_a_sentence, put, refused, sender};
use crate::dump::dump;
use crate::shop::Shop;
use crate::who_calls::{Thing, Things, input};

/// A mutation whose input is right but for what is put into it, the code it gets, and where.
struct Case(&'static str, Vec<(&'static str, Value)>, &'static str, &'static str);

fn of_length(characters: usize) -> Value {
    json!("x".repeat(characters))
}

/// What customers send.
fn cases_of_customers() -> Vec<Case> {
    let line = json!({ "planCode": "vps-starter", "period": "P1M" });
    let (place, withdraw, invalid) = ("orderPlace", "orderWithdraw", "INVALID_INPUT");
    let vouchers = |codes: &[&str]| vec![("vouchers", json!(codes))];
    vec![
        Case(place, vec![("lines.0.planCode", json!("vps"))], "NOT_FOUND", "lines.0.planCode"),
        Case(place, vec![("lines.0.planCode", json!("only-fr"))], "NOT_FOUND", "lines.0.planCode"),
        Case(place, vec![("lines.0.period", json!("P1Y"))], invalid, "lines.0.period"),
        Case(place, vec![("lines.0.period", json!("monthly"))], invalid, "lines.0.period"),
        Case(place, vec![("lines.0.quantity", json!(0))], invalid, "lines.0.quantity"),
        Case(place, vec![("lines.0.quantity", json!(-1))], invalid, "lines.0.quantity"),
        Case(place, vec![("lines.0.quantity", json!(10_001))], invalid, "lines.0.quantity"),
        Case(place, vec![("lines.0.quantity", json!(i32::MAX))], invalid, "lines.0.quantity"),
        Case(place, vec![("lines.0.kind", json!("INSTALLATION"))], invalid, "lines.0.kind"),
        Case(place, vec![("lines.0.kind", json!("RENEWAL"))], "FORBIDDEN", ""),
        Case(place, vec![("lines.0.serviceName", of_length(256))], invalid, "lines.0.serviceName"),
        Case(place, vec![("lines.0.serviceName", json!(" "))], invalid, "lines.0.serviceName"),
        Case(
            place,
            vec![("lines.1", json!({ "planCode": "vps", "period": "P1M" }))],
            "NOT_FOUND",
            "lines.1.planCode",
        ),
        Case(place, vec![("lines", json!([]))], invalid, "lines"),
        Case(place, vec![("lines", json!(vec![line; 101]))], invalid, "lines"),
        Case(
            place,
            vec![(
                "lines",
                json!(vec![
                    json!({ "planCode": "server-rise",
            "period": "P1M", "quantity": 10_000 });
                    100
                ]),
            )],
            invalid,
            "lines",
        ),
        Case(place, vouchers(&["NOBODY"]), "NOT_FOUND", "vouchers.0"),
        Case(place, vouchers(&["SPRING", "OLD"]), invalid, "vouchers.1"),
        Case(place, vouchers(&["DOLLARS"]), invalid, "vouchers.0"),
        Case(place, vouchers(&["SPRING", "SPRING"]), invalid, "vouchers.1"),
        Case(place, vouchers(&["SPRING"; 11]), invalid, "vouchers"),
        Case(place, vec![("idempotencyKey", json!(""))], invalid, "idempotencyKey"),
        Case(place, vec![("idempotencyKey", of_length(129))], invalid, "idempotencyKey"),
        Case("orderReorder", vec![("number", json!("BO26"))], "NOT_FOUND", "number"),
        Case("orderReorder", vec![("idempotencyKey", of_length(129))], invalid, "idempotencyKey"),
        Case("orderPay", vec![("number", json!(""))], "NOT_FOUND", "number"),
        Case("orderPay", vec![("method", json!("PAYPAL"))], invalid, "method"),
        Case(
            "orderPay",
            vec![("method", json!("DEFERRED"))],
            "PAYMENT_METHOD_NOT_ELIGIBLE",
            "method",
        ),
        Case("orderPay", vec![("idempotencyKey", of_length(129))], invalid, "idempotencyKey"),
        Case("orderCancel", vec![("number", json!("👩🏽‍🚀"))], "NOT_FOUND", "number"),
        Case(withdraw, vec![("confirm", json!(false))], "CONFIRMATION_MISSING", "confirm"),
        Case(withdraw, vec![("name", json!(""))], invalid, "name"),
        Case(withdraw, vec![("name", json!(" \u{a0} "))], invalid, "name"),
        Case(withdraw, vec![("name", of_length(201))], invalid, "name"),
        Case(withdraw, vec![("email", json!("anna"))], invalid, "email"),
        Case(withdraw, vec![("comment", of_length(2_001))], invalid, "comment"),
        Case(withdraw, vec![("lines", json!([]))], invalid, "lines"),
        Case(withdraw, vec![("idempotencyKey", json!(""))], invalid, "idempotencyKey"),
        Case("paymentMeanRegister", vec![("token", json!("tok_nothing"))], invalid, "token"),
        Case("paymentMeanRegister", vec![("kind", json!("BANK_TRANSFER"))], invalid, "kind"),
    ]
}

/// What operators send.
fn cases_of_operators() -> Vec<Case> {
    let (documents, record) = ("orderRequestDocuments", "paymentRecord");
    let (upsert, invalid) = ("customerUpsert", "INVALID_INPUT");
    vec![
        Case("orderRefuse", vec![("reason", json!("\n"))], invalid, "reason"),
        Case("orderRefuse", vec![("reason", of_length(2_001))], invalid, "reason"),
        Case(documents, vec![("documents", json!([]))], invalid, "documents"),
        Case(
            documents,
            vec![("documents", json!(vec![json!({ "kind": "OTHER" }); 11]))],
            invalid,
            "documents",
        ),
        Case(
            documents,
            vec![(
                "documents.1",
                json!({ "kind": "OTHER",
            "message": "x".repeat(2_001) }),
            )],
            invalid,
            "documents.1.message",
        ),
        Case(documents, vec![("dueAt", json!("2026-11-09T10:00:00Z"))], invalid, "dueAt"),
        Case("orderLineDeliver", vec![("serviceName", of_length(256))], invalid, "serviceName"),
        Case("orderLineDeliver", vec![("serviceName", json!(""))], invalid, "serviceName"),
        Case("orderLineFail", vec![("message", json!(""))], invalid, "message"),
        Case(
            "orderLineFail",
            vec![("retryAt", json!("2026-11-09T09:59:59.999Z"))],
            invalid,
            "retryAt",
        ),
        Case("orderNote", vec![("text", of_length(2_001))], invalid, "text"),
        Case(record, vec![("amount", json!("1000000000.01"))], invalid, "amount"),
        Case(record, vec![("amount", json!("6.0900001"))], invalid, "amount"),
        Case(record, vec![("amount", json!("-6.09"))], invalid, "amount"),
        Case(record, vec![("amount", json!("0"))], invalid, "amount"),
        Case(record, vec![("amount", json!("79228162514264337593543950335"))], invalid, "amount"),
        Case(record, vec![("reference", json!(" "))], invalid, "reference"),
        Case(
            record,
            vec![("receivedAt", json!("2026-11-09T10:00:00.001Z"))],
            invalid,
            "receivedAt",
        ),
        Case(upsert, vec![("reference", of_length(65))], invalid, "reference"),
        Case(upsert, vec![("reference", json!("an na"))], invalid, "reference"),
        Case(upsert, vec![("name", json!("  "))], invalid, "name"),
        Case(upsert, vec![("email", json!("anna@localhost"))], invalid, "email"),
        Case(upsert, vec![("country", json!("it"))], invalid, "country"),
        Case(upsert, vec![("country", json!("ITA"))], invalid, "country"),
        Case(upsert, vec![("timeZone", json!("Mars/Olympus"))], invalid, "timeZone"),
        Case(upsert, vec![("language", json!("it_IT"))], invalid, "language"),
        Case(upsert, vec![("language", json!(""))], invalid, "language"),
        Case(upsert, vec![("billing.vatNumber", of_length(33))], invalid, "billing.vatNumber"),
        Case(upsert, vec![("billing.address", json!(["a", ""]))], invalid, "billing.address.1"),
        Case(upsert, vec![("billing.address", json!(vec!["a"; 7]))], invalid, "billing.address"),
        Case(upsert, vec![("billing.country", json!("I"))], invalid, "billing.country"),
        Case(upsert, vec![("name", json!("")), ("billing", json!(null))], invalid, "name"),
    ]
}

async fn shop_with_vouchers(shop: Shop) -> Shop {
    let now = shop.clock.now();
    let tenth = Reduction::Percentage(1_000);
    let dollars = (Reduction::Fixed(Exact(100_000_000)), Currency::parse("USD"));
    for (code, (reduction, currency), ends_at) in [
        ("SPRING", (tenth, None), None),
        ("OLD", (tenth, None), Some(now - TimeDelta::days(1))),
        ("DOLLARS", dollars, None),
    ] {
        let voucher = Voucher { code: code.into(), reduction, currency, ends_at };
        shop.till.changes.make(&UpsertVoucher { voucher }).await.expect("it is written");
    }
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    shop
}

#[tokio::test]
async fn each_bad_value_is_refused_where_it_stands() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let shop = shop_with_vouchers(shop).await;
        let mut things = Things::default();
        for Case(name, values, code, path) in
            cases_of_customers().into_iter().chain(cases_of_operators())
        {
            let thing = things.of_anna(&shop, name).await;
            let mut bad = input(name, thing);
            for (at, value) in &values {
                put(&mut bad, at, value.clone());
            }
            let refusal = refused(&shop, sender(&shop, name), name, &bad).await;
            let expected = Refusal { code: code.into(), path: path.into() };
            assert_eq!(refusal, expected, "{name} {values:.200?}");
        }
    }
}

#[tokio::test]
async fn several_problems_are_told_at_once() {
    let shop = Shop::open().await;
    let mut bad = input("customerUpsert", &Thing::missing(&shop));
    for (path, value) in [("name", ""), ("timeZone", "Rome"), ("language", "?"), ("email", "@")] {
        put(&mut bad, path, json!(value));
    }
    let document = "mutation($input: CustomerUpsertInput!) { customerUpsert(input: $input) { \
         errors { ... on UserError { path message } } } }";
    let answer = shop.data(&shop.marco, document, json!({ "input": bad })).await;
    let errors = answer["customerUpsert"]["errors"].as_array().unwrap();
    let paths: Vec<&Value> = errors.iter().map(|error| &error["path"][0]).collect();
    assert_eq!(paths, ["name", "email", "language", "timeZone"]);
}

#[tokio::test]
async fn a_preview_refuses_what_placing_would() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let document = "query($input: OrderPreviewInput!) { orderPreview(input: $input) { \
             total { amount } errors { ... on UserError { code message path } } } }";
        let line = json!({ "planCode": "vps-starter", "period": "P1M" });
        let before = dump(&shop.till.changes.store).await;
        for (path, value, code, at) in [
            ("country", json!("it"), "INVALID_INPUT", "country"),
            ("country", json!("I\0"), "INVALID_INPUT", "country"),
            ("country", json!("Italy"), "INVALID_INPUT", "country"),
            ("country", json!("ZZ"), "NOT_FOUND", "lines.0.planCode"),
            ("lines.0.planCode", json!("\0"), "NOT_FOUND", "lines.0.planCode"),
            ("lines.0.quantity", json!(0), "INVALID_INPUT", "lines.0.quantity"),
            ("vouchers.0", json!("\0"), "NOT_FOUND", "vouchers.0"),
        ] {
            let mut bad = json!({ "country": "IT", "lines": [line] });
            put(&mut bad, path, value);
            let answer = shop.ask(None, document, json!({ "input": bad })).await;
            let preview = &answer["data"]["orderPreview"];
            assert_eq!(preview["total"], json!(null), "{bad}");
            let error = &preview["errors"][0];
            let there: Vec<&str> = at.split('.').collect();
            assert_eq!((&error["code"], &error["path"]), (&json!(code), &json!(there)), "{bad}");
            assert_is_a_sentence(error["message"].as_str().unwrap());
        }
        // Nobody has a country of their own.
        let answer = shop.ask(None, document, json!({ "input": { "lines": [line] } })).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_USER_INPUT");
        assert_eq!(dump(&shop.till.changes.store).await, before);
    }
}

#[tokio::test]
async fn a_set_up_fee_comes_with_every_new_contract_whatever_it_is_called() {
    let shop = Shop::open().await;
    for kind in ["CREATION", "LICENCE", "VOUCHER", "GIFT"] {
        let mut order = input("orderPlace", &Thing::of_anna(&shop, "").await);
        put(&mut order, "lines.0.planCode", json!("server-rise"));
        put(&mut order, "lines.0.kind", json!(kind));
        let document = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { \
             order { total { amount } } } }";
        let placed = shop.data(&shop.anna, document, json!({ "input": order })).await;
        assert_eq!(placed["orderPlace"]["order"]["total"]["amount"], "139.06", "{kind}");
    }
}
