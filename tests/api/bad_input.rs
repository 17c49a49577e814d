//! Whatever is sent into whichever input: an answer that says what is wrong and where, and no
//! change. The inputs come from the schema, so that a new one is tried without being named here.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::HashMap;

use buono::domain::actor::Actor;
use buono::domain::ids::PlanId;
use buono::graphql::ids::NodeId;
use serde_json::{Value, json};

use crate::dump::dump;
use crate::shop::Shop;
use crate::who_calls::{Thing, Things, input, mutation};

/// Far more than any text may have.
const VERY_LONG: usize = 10_000;
/// The longest sentence that we answer with, in characters.
const SENTENCE_MAX: usize = 400;

/// What a refusal says: a code, and the way to the field where there is one.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    pub code: String,
    pub path: String,
}

/// Sends a mutation that has to be refused without a trace.
pub async fn refused(shop: &Shop, actor: &Actor, name: &str, input: &Value) -> Refusal {
    let before = dump(&shop.till.changes.store).await;
    let answer = shop.ask(Some(actor), &mutation(name), json!({ "input": input })).await;
    let after = dump(&shop.till.changes.store).await;
    assert_eq!(after, before, "{name} has changed something: {input:.300}");
    let errors = match answer["data"][name]["errors"].as_array() {
        Some(typed) => typed,
        None => answer["errors"].as_array().unwrap_or_else(|| panic!("{name}: {answer}")),
    };
    assert!(!errors.is_empty(), "{name} was accepted: {input:.300}");
    for error in errors {
        assert_is_a_sentence(error["message"].as_str().unwrap());
    }
    refusal(&errors[0])
}

fn refusal(error: &Value) -> Refusal {
    let path = |parts: &Value| {
        let parts = parts.as_array().into_iter().flatten();
        parts.map(|part| part.as_str().unwrap()).collect::<Vec<_>>().join(".")
    };
    if let Some(code) = error["code"].as_str() {
        return Refusal { code: code.into(), path: path(&error["path"]) };
    }
    let code = error["extensions"]["code"].as_str();
    let code = code.unwrap_or_else(|| panic!("an error has a code: {error}"));
    Refusal { code: code.into(), path: String::new() }
}

/// What a person can read: a sentence, and nothing of what the program is made of.
pub fn assert_is_a_sentence(message: &str) {
    assert!(message.ends_with('.'), "no full stop: {message}");
    assert!(message.chars().count() <= SENTENCE_MAX, "too long: {message}");
    assert!(!message.chars().any(char::is_control), "control characters: {message:?}");
    let first = message.chars().next().unwrap();
    assert!(first.is_uppercase() || "`«".contains(first), "no capital: {message}");
    for inside in ["Some(", "None", "Err(", "::", "{ ", "sql", "panick", "unwrap", "Error"] {
        assert!(!message.contains(inside), "«{inside}» in: {message}");
    }
}

/// Who may send a mutation about what is anna's.
pub fn sender<'a>(shop: &'a Shop, name: &str) -> &'a Actor {
    let operators = [
        "Upsert",
        "Approve",
        "Refuse",
        "Documents",
        "Line",
        "Note",
        "Record",
        "Settle",
        "Credit",
        "refundRetry",
        "orderClaim",
        "documentReview",
    ];
    let by_operator = operators.iter().any(|part| name.contains(part));
    if by_operator { &shop.marco } else { &shop.anna }
}

/// Puts a value into an input: `lines.0.quantity`.
pub fn put(input: &mut Value, path: &str, value: Value) {
    let mut place = input;
    for part in path.split('.') {
        place = match part.parse::<usize>() {
            Ok(at) => {
                if !place.is_array() {
                    *place = json!([]);
                }
                let list = place.as_array_mut().unwrap();
                if list.len() == at {
                    list.push(json!({}));
                }
                &mut list[at]
            }
            Err(_) => &mut place[part],
        };
    }
    *place = value;
}

/// Every leaf of every mutation's input: the mutation, the path, and the type's name and kind.
async fn leaves() -> Vec<(String, String, String, String)> {
    let of_type = "name kind ofType { name kind ofType { name kind ofType { name kind } } }";
    let document = format!(
        "{{ __schema {{ mutationType {{ fields {{ name args {{ type {{ {of_type} }} }} }} }} \
         types {{ name kind inputFields {{ name type {{ {of_type} }} }} }} }} }}"
    );
    let answer = buono::graphql::bare().execute(document).await;
    let schema = serde_json::to_value(answer.data).unwrap()["__schema"].clone();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let fields: HashMap<String, Vec<Value>> = list(&schema["types"])
        .iter()
        .map(|it| (it["name"].as_str().unwrap().to_owned(), list(&it["inputFields"])))
        .collect();
    let mut found = Vec::new();
    for field in list(&schema["mutationType"]["fields"]) {
        let name = field["name"].as_str().unwrap();
        let mut waiting = vec![(String::new(), field["args"][0]["type"].clone())];
        while let Some((path, mut of)) = waiting.pop() {
            let mut path = path;
            while !of["ofType"].is_null() {
                if of["kind"] == "LIST" {
                    path += ".0";
                }
                of = of["ofType"].clone();
            }
            let (kind, of) = (of["kind"].as_str().unwrap(), of["name"].as_str().unwrap());
            if kind == "INPUT_OBJECT" {
                for inner in &fields[of] {
                    let inner_path = format!("{path}.{}", inner["name"].as_str().unwrap());
                    waiting.push((inner_path, inner["type"].clone()));
                }
            } else {
                let path = path.trim_start_matches('.').to_owned();
                found.push((name.to_owned(), path, of.to_owned(), kind.to_owned()));
            }
        }
    }
    assert!(60 < found.len(), "the walk goes through the whole schema: {found:?}");
    found
}

#[tokio::test]
async fn no_text_input_takes_characters_that_cannot_be_kept_or_more_than_its_limit() {
    let long = "x".repeat(VERY_LONG);
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        shop.register(&shop.anna, "CARD", "tok_ok").await;
        let mut things = Things::default();
        for (name, path, of, _) in leaves().await {
            if of != "String" {
                continue;
            }
            let thing = things.of_anna(&shop, &name).await;
            let mut bad = input(&name, thing);
            let accepted = bad.pointer(&format!("/{}", path.replace('.', "/")));
            let accepted = accepted.and_then(Value::as_str).unwrap_or("a text").to_owned();
            for text in
                ["\0".into(), format!("{accepted}\0"), format!("\u{1b}{accepted}"), long.clone()]
            {
                put(&mut bad, &path, json!(text));
                let refusal = refused(&shop, sender(&shop, &name), &name, &bad).await;
                let typed = ["INVALID_INPUT", "NOT_FOUND"].contains(&refusal.code.as_str());
                assert!(typed && refusal.path == path, "{name} {path} {text:.20?}: {refusal:?}");
            }
        }
    }
}

#[tokio::test]
async fn ids_of_nothing_and_of_other_things_are_refused() {
    let shop = Shop::open().await;
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    let other_type = NodeId::Plan(PlanId::new(shop.clock.now())).encode().to_string();
    let mut things = Things::default();
    for (name, path, of, _) in leaves().await {
        if of != "ID" {
            continue;
        }
        let thing = things.of_anna(&shop, &name).await;
        let mut bad = input(&name, thing);
        let actor = if name == "orderPlace" { &shop.service } else { sender(&shop, &name) };
        for id in ["", "nonsense", "42", "\0", &"x".repeat(VERY_LONG), &other_type] {
            put(&mut bad, &path, json!(id));
            let refusal = refused(&shop, actor, &name, &bad).await;
            assert_eq!(refusal.code, "BAD_ID", "{name} {path} {id:.20}");
        }
    }
}

#[tokio::test]
async fn values_of_a_wrong_kind_are_refused_with_a_code() {
    let shop = Shop::open().await;
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    let wrong = |of: &str, kind: &str| match (of, kind) {
        ("DateTime", _) => vec![
            json!("yesterday"),
            json!("2026-13-09T10:00:00Z"),
            json!("2026-02-30T10:00:00Z"),
            json!("2026-11-09"),
            json!("9999-12-31T23:59:59-12:00"),
            json!("+262142-01-01T00:00:00Z"),
            json!(1_794_218_400),
        ],
        ("Decimal", _) => vec![
            json!(6.09),
            json!(6),
            json!(""),
            json!("6,09"),
            json!("NaN"),
            json!("1e3"),
            json!("0x6"),
            json!("6.0900000000000000000000000000000000001"),
            json!("99999999999999999999999999999999"),
        ],
        ("Int", _) => {
            vec![json!(3_000_000_000_i64), json!(-3_000_000_000_i64), json!(1.5), json!("1")]
        }
        ("Boolean", _) => vec![json!("yes"), json!(1)],
        (_, "ENUM") => vec![json!("NOTHING_LIKE_IT"), json!(""), json!(1)],
        _ => vec![json!(1), json!(true), json!({ "a": 1 })],
    };
    let mut things = Things::default();
    for (name, path, of, kind) in leaves().await {
        let thing = things.of_anna(&shop, &name).await;
        for value in wrong(&of, &kind) {
            // An id may be written as a whole number.
            if of == "ID" && value.is_number() {
                continue;
            }
            let mut bad = input(&name, thing);
            put(&mut bad, &path, value.clone());
            let refusal = refused(&shop, sender(&shop, &name), &name, &bad).await;
            let codes = ["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"];
            assert!(codes.contains(&refusal.code.as_str()), "{name} {path} {value}: {refusal:?}");
        }
    }
}

#[tokio::test]
async fn letters_of_every_script_come_back_as_they_were_written() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        shop.register(&shop.anna, "CARD", "tok_ok").await;
        let text = "Zoë Müller-O’Neill «東京» שלום 👩🏽‍🚀 \u{10ffff} <b>&amp;</b>";
        let name = "orderPlace";
        let mut good = input(name, &Thing::of_anna(&shop, "").await);
        put(&mut good, "lines.0.serviceName", json!(format!("  {text} ")));
        put(&mut good, "idempotencyKey", json!(text));
        let document =
            mutation(name).replace("order { id }", "order { number lines { serviceName } }");
        let placed = shop.data(&shop.anna, &document, json!({ "input": good })).await;
        let order = &placed[name]["order"];
        assert_eq!(order["lines"][0]["serviceName"], text, "{placed}");
        let again = shop.data(&shop.anna, &document, json!({ "input": good })).await;
        assert_eq!(again, placed, "the same key is found again");
        let note = json!({ "number": order["number"], "visibleToCustomer": true,
            "text": format!("{text}\r\n\t{text}") });
        shop.data(&shop.marco, &mutation("orderNote"), json!({ "input": note })).await;
        let document = "query($number: String!) { order(number: $number) { \
             events(first: 1) { nodes { detail } } } }";
        let seen = shop.data(&shop.anna, document, json!({ "number": order["number"] })).await;
        assert_eq!(seen["order"]["events"]["nodes"][0]["detail"], note["text"]);
    }
}
