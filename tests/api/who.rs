//! Who may do what: every field of the schema's roots, crossed with everybody who may ask.

use std::collections::BTreeSet;

use buono::auth::Viewer;
use buono::domain::actor::{Actor, Scope};
use buono::graphql::error::coded_all;
use futures_util::StreamExt;
use serde_json::{Value, json};

use crate::dump::dump;
use crate::shop::Shop;
use crate::who_calls::{Thing, call};

/// What comes of each call about something of anna's. `data`: it is done. `null`: null, or a list
/// with nothing in it. `missing`: a typed `NotFoundError`. 401, 403 and 404: a top-level error,
/// `UNAUTHENTICATED`, `FORBIDDEN` or `NOT_FOUND`.
///
/// marco is an operator with every scope; idle has none, clerk only one that is of no use here;
/// shop is a service with those of the demo, bare one with none.
const TABLE: &str = "
    field                          nobody anna  bruno   marco idle clerk shop bare
    Query.node                     401    data  null    data  403  403   data 403
    Query.nodes                    401    data  null    data  403  403   data 403
    Query.viewer                   null   data  data    data  data data  data data
    Query.order                    401    data  null    data  403  403   data 403
    Query.orders                   401    data  null    data  403  403   data 403
    Query.catalog                  data   data  data    data  data data  data data
    Query.customer                 401    data  null    data  403  403   data 403
    Query.payments                 401    403   403     data  403  403   403  403
    Query.refunds                  401    403   403     data  403  403   403  403
    Query.orderPreview             data   data  data    data  data data  data data
    Mutation.orderPlace            401    data  403     data  403  403   data 403
    Mutation.orderReorder          401    data  missing 403   403  403   403  403
    Mutation.orderPay              401    data  missing data  403  403   data 403
    Mutation.orderCancel           401    data  missing data  403  403   data 403
    Mutation.orderWithdraw         401    data  missing 403   403  403   403  403
    Mutation.paymentMeanPrepare    401    data  data    403   403  403   403  403
    Mutation.paymentMeanRegister   401    data  data    403   403  403   403  403
    Mutation.paymentMeanSetDefault 401    data  missing 403   403  403   403  403
    Mutation.paymentMeanRemove     401    data  missing 403   403  403   403  403
    Mutation.customerUpsert        401    403   403     data  403  403   data 403
    Mutation.orderApprove          401    403   403     data  403  403   403  403
    Mutation.orderRefuse           401    403   403     data  403  403   403  403
    Mutation.orderRequestDocuments 401    403   403     data  403  403   403  403
    Mutation.documentReview        401    403   403     data  403  403   403  403
    Mutation.orderLineDeliver      401    403   403     data  403  403   data 403
    Mutation.orderLineFail         401    403   403     data  403  403   data 403
    Mutation.orderNote             401    403   403     data  403  403   403  403
    Mutation.orderClaim            401    403   403     data  403  403   403  403
    Mutation.paymentRecord         401    403   403     data  403  403   403  403
    Mutation.paymentSettle         401    403   403     data  403  403   403  403
    Mutation.refundSettle          401    403   403     data  403  403   403  403
    Mutation.refundRetry           401    403   403     data  403  403   403  403
    Mutation.refundRecord          401    403   403     data  403  403   403  403
    Mutation.customerCredit        401    403   403     data  403  403   403  403
    Subscription.orderTracking     401    data  404     data  403  403   data 403
    Subscription.orderUpdates      401    data  data    data  403  403   data 403
";

/// These are not about anything that could be missing, or make it when it is.
const ABOUT_NOTHING: [&str; 10] = [
    "Query.viewer",
    "Query.orders",
    "Query.catalog",
    "Query.payments",
    "Query.refunds",
    "Query.orderPreview",
    "Mutation.paymentMeanPrepare",
    "Mutation.paymentMeanRegister",
    "Mutation.customerUpsert",
    "Subscription.orderUpdates",
];

/// A field, and what is expected for each role, in the order of [`roles`].
fn rows() -> Vec<(&'static str, Vec<&'static str>)> {
    let split = |line: &'static str| line.split_whitespace().collect::<Vec<_>>();
    let lines = TABLE.lines().map(split).filter(|cells| !cells.is_empty());
    lines.skip(1).map(|cells| (cells[0], cells[1..].to_vec())).collect()
}

pub fn roles(shop: &Shop) -> [(&'static str, Option<Actor>); 8] {
    let operator = |scopes: &[Scope]| Actor::Operator { name: "ugo".into(), scopes: scopes.into() };
    let bare = Actor::Service { name: "bare".into(), scopes: Vec::new() };
    [
        ("nobody", None),
        ("anna", Some(shop.anna.clone())),
        ("bruno", Some(shop.bruno.clone())),
        ("marco", Some(shop.marco.clone())),
        ("idle", Some(operator(&[]))),
        ("clerk", Some(operator(&[Scope::DocumentsRead]))),
        ("shop", Some(shop.service.clone())),
        ("bare", Some(bare)),
    ]
}

/// The whole answer; of a subscription its first.
async fn ask(shop: &Shop, actor: Option<&Actor>, field: &str, thing: &Thing) -> Value {
    let (document, variables) = call(field, thing);
    if !field.starts_with("Subscription.") {
        return shop.ask(actor, &document, variables).await;
    }
    let request = async_graphql::Request::new(document).data(Viewer(actor.cloned()));
    let mut stream = Box::pin(shop.schema.execute_stream(request));
    let first = stream.next().await.expect("a subscription says something first");
    serde_json::to_value(coded_all(first)).expect("a response is JSON")
}

/// What an answer comes to, in the words of the table.
fn outcome(field: &str, answer: &Value) -> &'static str {
    match answer["errors"][0]["extensions"]["code"].as_str() {
        Some("UNAUTHENTICATED") => return "401",
        Some("FORBIDDEN") => return "403",
        Some("NOT_FOUND") => return "404",
        _ => assert_eq!(answer.get("errors"), None, "{field}: {answer}"),
    }
    let (_, name) = field.split_once('.').expect("Root.field");
    let value = &answer["data"][name];
    match value["errors"].as_array().map(Vec::as_slice) {
        Some([error]) if error["__typename"] == "NotFoundError" => "missing",
        Some([_, ..]) => panic!("{field}: {answer}"),
        _ if *value == json!(null) || *value == json!([null]) || value["nodes"] == json!([]) => {
            "null"
        }
        _ => "data",
    }
}

#[tokio::test]
async fn the_table_has_every_field_of_the_roots() {
    let document = "{ __schema { queryType { name fields { name } } \
         mutationType { name fields { name } } subscriptionType { name fields { name } } } }";
    let answer = buono::graphql::bare().execute(document).await;
    let schema = &serde_json::to_value(answer.data).expect("data is JSON")["__schema"];
    let mut fields = BTreeSet::new();
    for root in ["queryType", "mutationType", "subscriptionType"] {
        let root = &schema[root];
        for field in root["fields"].as_array().expect("a list") {
            fields.insert(format!("{}.{}", root["name"], field["name"]).replace('"', ""));
        }
    }
    let rows: BTreeSet<String> = rows().iter().map(|(field, _)| (*field).to_owned()).collect();
    assert_eq!(rows, fields);
}

#[tokio::test]
async fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let shop = Shop::open().await;
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    let store = &shop.till.changes.store;
    let mut cells = 0;
    for (field, expected) in rows() {
        let mut thing = Thing::of_anna(&shop, field).await;
        for ((role, actor), expected) in roles(&shop).iter().zip(expected) {
            let cell = format!("{field} for {role}");
            let before = dump(store).await;
            let answer = ask(&shop, actor.as_ref(), field, &thing).await;
            assert_eq!(outcome(field, &answer), expected, "{cell}: {answer}");
            if expected != "data" {
                // The same words, to the byte, for what is somebody else's and what is nowhere.
                let nowhere = Thing::missing(&shop);
                let missing = ask(&shop, actor.as_ref(), field, &nowhere).await;
                assert_eq!(missing.to_string(), answer.to_string(), "{cell}");
            }
            // The sandbox has nothing to prepare.
            let reads = !field.starts_with("Mutation.") || field == "Mutation.paymentMeanPrepare";
            if expected != "data" || reads {
                assert_eq!(dump(store).await, before, "{cell} has changed something");
            } else {
                assert_ne!(dump(store).await, before, "{cell} has changed nothing");
                thing = Thing::of_anna(&shop, field).await;
            }
            cells += 1;
        }
    }
    assert_eq!(cells, 8 * rows().len());
    println!("Who sees what, calls: {cells} cells, 0 leaks");
}

#[tokio::test]
async fn whoever_may_do_everything_is_told_of_what_is_missing() {
    let shop = Shop::open().await;
    let store = &shop.till.changes.store;
    for (field, expected) in rows() {
        if ABOUT_NOTHING.contains(&field) {
            continue;
        }
        for ((role, actor), expected) in roles(&shop).iter().zip(expected) {
            if expected != "data" {
                continue;
            }
            // Anna naming another customer is forbidden whether or not there is one.
            let own = field == "Mutation.orderPlace" && *role == "anna";
            let wanted: &[&str] = if own { &["403"] } else { &["null", "missing", "404"] };
            let before = dump(store).await;
            let answer = ask(&shop, actor.as_ref(), field, &Thing::missing(&shop)).await;
            let told = outcome(field, &answer);
            assert!(wanted.contains(&told), "{field} for {role}: {answer}");
            assert_eq!(dump(store).await, before, "{field} for {role} has changed something");
        }
    }
}
