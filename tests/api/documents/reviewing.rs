//! An operator's word on what has come, and what the customer learns of it.

use buono::domain::actor::{Actor, Scope};
use chrono::TimeDelta;
use serde_json::json;

use super::{Counter, JPEG, PDF, PNG};

#[tokio::test]
async fn what_will_not_do_is_asked_for_again_and_the_customer_reads_why() {
    for counter in [Counter::open().await, Counter::open_on_postgres().await] {
        let shop = counter.shop();
        let (number, requests) = counter.asked(&["IDENTITY"]).await;
        counter.sent(&requests[0], PNG).await;
        let why = "It is blurred. Both sides, please.";
        shop.clock.advance(TimeDelta::minutes(5));
        let input = json!({ "request": requests[0], "accepted": false, "message": why });
        let answer = counter.review(&shop.marco, input).await;
        let done = &answer["data"]["documentReview"];
        assert_eq!(done["errors"], json!([]), "{answer}");
        assert_eq!(done["order"]["status"], "DOCUMENTS_REQUESTED");

        let seen = counter.seen(&shop.anna, &number).await;
        let [first, second] = [0, 1].map(|at| seen["documentRequests"][at].clone());
        assert_eq!((&first["status"], &first["message"]), (&json!("REJECTED"), &json!(why)));
        assert_eq!((&second["status"], &second["message"]), (&json!("OPEN"), &json!(why)));
        assert_eq!((&second["kind"], &second["documents"]), (&first["kind"], &json!([])));
        let entry = json!({ "kind": "DOCUMENTS_REQUESTED", "detail": format!("IDENTITY: {why}") });
        assert_eq!(seen["events"]["nodes"][0], entry);

        let again = second["id"].as_str().expect("an id");
        counter.sent(again, JPEG).await;
        let input = json!({ "request": again, "accepted": true });
        let answer = counter.review(&shop.marco, input).await;
        assert_eq!(answer["data"]["documentReview"]["order"]["status"], "CHECKING", "{answer}");
        let seen = counter.seen(&shop.anna, &number).await;
        assert_eq!(seen["documentRequests"][1]["status"], "ACCEPTED");
        let entry = json!({ "kind": "DOCUMENT_ACCEPTED", "detail": "IDENTITY" });
        assert_eq!(seen["events"]["nodes"][0], entry);
        assert_eq!(shop.approve(&number).await["order"]["status"], "DELIVERING");
        counter.close().await;
    }
}

#[tokio::test]
async fn one_is_rejected_while_another_is_still_waited_for() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (number, requests) = counter.asked(&["IDENTITY", "OTHER"]).await;
    counter.sent(&requests[0], PNG).await;
    shop.clock.advance(TimeDelta::minutes(5));
    let input = json!({ "request": requests[0], "accepted": false, "message": "Not you." });
    let answer = counter.review(&shop.marco, input).await;
    assert_eq!(answer["data"]["documentReview"]["order"]["status"], "DOCUMENTS_REQUESTED");
    let seen = counter.seen(&shop.anna, &number).await;
    let asked = seen["documentRequests"].as_array().expect("a list").clone();
    assert_eq!((asked.len(), &asked[2]["status"]), (3, &json!("OPEN")));
    let rejected = counter.request(&number, &requests[0]).await;
    assert_eq!(rejected["status"], "REJECTED");
    counter.sent(&requests[1], PDF).await;
    assert_eq!(shop.story(&number).await.0, "DOCUMENTS_REQUESTED");
    counter.sent(asked[2]["id"].as_str().expect("an id"), JPEG).await;
    let (status, kinds) = shop.story(&number).await;
    assert_eq!(status, "CHECKING");
    let end = [
        "DOCUMENTS_REQUESTED",
        "DOCUMENT_RECEIVED",
        "DOCUMENTS_REQUESTED",
        "DOCUMENT_RECEIVED",
        "DOCUMENT_RECEIVED",
        "DOCUMENTS_RECEIVED",
    ];
    assert_eq!(kinds[kinds.len() - 6..], end);
    counter.close().await;
}

#[tokio::test]
async fn a_word_that_cannot_be_given_is_refused_and_changes_nothing() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    let before = crate::dump::dump(&shop.till.changes.store).await;
    let request = &requests[0];
    let long = "x".repeat(2_001);
    let nowhere = crate::who_nodes::nowhere(shop, request);
    for (input, kind, field) in [
        (json!({ "request": request, "accepted": true }), "InvalidInputError", "request"),
        (
            json!({ "request": request, "accepted": true, "message": long }),
            "InvalidInputError",
            "message",
        ),
        (json!({ "request": nowhere, "accepted": true }), "NotFoundError", "request"),
    ] {
        let answer = counter.review(&shop.marco, input).await;
        let error = &answer["data"]["documentReview"]["errors"][0];
        assert_eq!(
            (&error["__typename"], &error["path"]),
            (&json!(kind), &json!([field])),
            "{answer}"
        );
    }
    let answer =
        counter.review(&shop.marco, json!({ "request": "nonsense", "accepted": true })).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_ID");
    assert_eq!(crate::dump::dump(&shop.till.changes.store).await, before);

    counter.sent(request, PNG).await;
    let answer =
        counter.review(&shop.marco, json!({ "request": request, "accepted": false })).await;
    let error = &answer["data"]["documentReview"]["errors"][0];
    assert_eq!(
        (&error["__typename"], &error["path"]),
        (&json!("InvalidInputError"), &json!(["message"]))
    );
    counter.review(&shop.marco, json!({ "request": request, "accepted": true })).await;
    let answer = counter.review(&shop.marco, json!({ "request": request, "accepted": true })).await;
    let error = &answer["data"]["documentReview"]["errors"][0];
    assert_eq!(
        (&error["__typename"], &error["path"]),
        (&json!("InvalidInputError"), &json!(["request"]))
    );
    shop.approve(&number).await;
    let input = json!({ "request": request, "accepted": false, "message": "Too late." });
    let answer = counter.review(&shop.marco, input).await;
    let error = &answer["data"]["documentReview"]["errors"][0];
    assert_eq!(error["__typename"], "WrongStatusError", "{answer}");
    counter.close().await;
}

#[tokio::test]
async fn it_takes_both_scopes_to_decide() {
    let counter = Counter::open().await;
    let (_, requests) = counter.asked(&["IDENTITY"]).await;
    counter.sent(&requests[0], PNG).await;
    for scopes in [vec![Scope::OrdersValidate], vec![Scope::DocumentsRead], vec![]] {
        let half = Actor::Operator { name: "ugo".into(), scopes };
        let input = json!({ "request": requests[0], "accepted": true });
        let answer = counter.review(&half, input).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{half:?}");
    }
    counter.close().await;
}
