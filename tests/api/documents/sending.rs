//! What comes of sending a document: a row with its file, and an order that goes on.

use buono::app::App;
use buono::domain::actor::{Actor, Scope};
use serde_json::{Value, json};

use super::{Counter, JPEG, PDF, PNG, code, path, told};
use crate::served::Served;
use crate::shop::Shop;

#[tokio::test]
async fn with_the_last_document_that_was_asked_for_the_check_goes_on() {
    let shops = [Counter::open().await, Counter::open_on_postgres().await];
    for counter in shops {
        let shop = counter.shop();
        let (number, requests) = counter.asked(&["IDENTITY", "PROOF_OF_ADDRESS"]).await;
        let name = "attachment; filename*=UTF-8''carta%20d%27identit%C3%A0.png";
        let first = counter.put(&shop.anna, &requests[0]).header("content-disposition", name);
        let (status, body) = told(first.header("content-type", "image/png").body(PNG)).await;
        let expected = json!({ "id": body["id"], "fileName": "carta d'identità.png",
            "contentType": "image/png", "size": PNG.len(),
            "uploadedAt": "2026-11-09T10:00:00.000Z" });
        assert_eq!((status, &body), (201, &expected));

        let seen = counter.seen(&shop.anna, &number).await;
        assert_eq!(seen["status"], "DOCUMENTS_REQUESTED", "one is missing");
        let one = counter.request(&number, &requests[0]).await;
        let other = counter.request(&number, &requests[1]).await;
        assert_eq!((&one["status"], &other["status"]), (&json!("RECEIVED"), &json!("OPEN")));
        let mut shown = expected;
        shown["downloadUrl"] = one["documents"][0]["downloadUrl"].clone();
        assert_eq!(one["documents"], json!([shown]));
        assert_eq!(path(&other["uploadUrl"]), format!("/documents/{}", requests[1]));
        assert_eq!(other["documents"], json!([]));

        counter.sent(&requests[1], PDF).await;
        let seen = counter.seen(&shop.marco, &number).await;
        assert_eq!(seen["status"], "CHECKING");
        assert_eq!(seen["events"]["nodes"][0]["kind"], "DOCUMENTS_RECEIVED");
        let other = counter.request(&number, &requests[1]).await;
        assert_eq!(other["documents"][0]["fileName"], "proof-of-address.pdf", "none was given");
        let (names, rows) = counter.kept().await;
        assert_eq!((names.len(), rows), (2, 2));
        counter.close().await;
    }
}

#[tokio::test]
async fn another_page_may_follow_until_an_operator_has_decided() {
    let counter = Counter::open().await;
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    counter.sent(&requests[0], PNG).await;
    counter.sent(&requests[0], JPEG).await;
    let (status, kinds) = counter.shop().story(&number).await;
    assert_eq!(status, "CHECKING");
    let times = kinds.iter().filter(|kind| *kind == "DOCUMENTS_RECEIVED").count();
    assert_eq!(times, 1, "the check goes on once: {kinds:?}");
    let accepted = json!({ "request": requests[0], "accepted": true });
    counter.review(&counter.shop().marco, accepted).await;
    let (status, body) = counter.send(&requests[0], PDF).await;
    assert_eq!((status, code(&body)), (409, "ALREADY_REVIEWED"));
    counter.close().await;
}

#[tokio::test]
async fn the_same_bytes_once_more_are_the_same_document() {
    let counter = Counter::open().await;
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    let (status, first) = counter.send(&requests[0], PNG).await;
    assert_eq!(status, 201);
    // Also when the order has gone on, and when it is over: an answer that got lost is given again.
    assert_eq!(counter.send(&requests[0], PNG).await, (200, first.clone()));
    let shop = counter.shop();
    let refuse = "mutation($number: String!) { orderRefuse(input: { number: $number, \
         reason: \"No.\" }) { errors { __typename } } }";
    shop.data(&shop.marco, refuse, json!({ "number": number })).await;
    assert_eq!(counter.send(&requests[0], PNG).await, (200, first));
    let (names, rows) = counter.kept().await;
    assert_eq!((names.len(), rows), (1, 1), "nothing of the others is left");
    counter.close().await;
}

#[tokio::test]
async fn only_the_customer_who_was_asked_may_send() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    let order = shop.data(
        &shop.anna,
        "query($n: String!) { order(number: $n) { id } }",
        json!({ "n": number }),
    );
    let order = order.await["order"]["id"].as_str().expect("an id").to_owned();

    let url = format!("http://{}/documents/{}", counter.server.address, requests[0]);
    let (status, body) = told(reqwest::Client::new().put(&url).body(PNG)).await;
    assert_eq!((status, code(&body)), (401, "UNAUTHENTICATED"));
    let (status, body) =
        told(reqwest::Client::new().put(&url).bearer_auth("x.y.z").body(PNG)).await;
    assert_eq!((status, code(&body)), (401, "UNAUTHENTICATED"));
    for other in [&shop.marco, &shop.service] {
        let (status, body) = told(counter.put(other, &requests[0]).body(PNG)).await;
        assert_eq!((status, code(&body)), (403, "FORBIDDEN"));
    }
    let nowhere = crate::who_nodes::nowhere(shop, &requests[0]);
    let missing = told(counter.put(&shop.bruno, &nowhere).body(PNG)).await;
    assert_eq!((missing.0, code(&missing.1)), (404, "NOT_FOUND"));
    for (who, id) in [
        (&shop.bruno, requests[0].as_str()),
        (&shop.anna, &nowhere),
        (&shop.anna, &order),
        (&shop.anna, "nonsense"),
    ] {
        assert_eq!(told(counter.put(who, id).body(PNG)).await, missing, "{id}");
    }
    assert_eq!(counter.kept().await, (Vec::new(), 0));
    counter.close().await;
}

#[tokio::test]
async fn an_order_that_is_over_takes_none() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    shop.withdraw(&shop.anna, &number, "withdraw").await;
    let (status, body) = counter.send(&requests[0], PNG).await;
    assert_eq!((status, code(&body)), (409, "WRONG_STATUS"));
    assert_eq!(counter.kept().await, (Vec::new(), 0));
    let document =
        "query($number: String!) { order(number: $number) { documentRequests { status } } }";
    let found = shop.data(&shop.anna, document, json!({ "number": number })).await;
    let wanted = json!([{ "status": "REJECTED" }]);
    assert_eq!(found["order"]["documentRequests"], wanted, "nobody waits for it");
    counter.close().await;
}

#[tokio::test]
async fn a_follower_is_told_at_once_over_a_websocket() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (number, requests) = counter.asked(&["IDENTITY", "OTHER"]).await;
    let at = counter.server.address;
    let client = crate::raw_client::Client::at(at, Some("graphql-transport-ws"), None).await;
    let mut client = client
        .expect("the upgrade is accepted")
        .introduced(&counter.server.token(&shop.anna))
        .await;
    let query = format!(
        "subscription {{ orderTracking(number: \"{number}\") {{ kind event {{ kind }} order {{ status }} }} }}"
    );
    client.subscribe("follow", &query).await;
    let first = client.hear().await;
    assert_eq!(first["payload"]["data"]["orderTracking"]["kind"], "SNAPSHOT", "{first}");
    let told = async |client: &mut crate::raw_client::Client| {
        let told = client.hear().await;
        let update = &told["payload"]["data"]["orderTracking"];
        let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
        (text(&update["event"]["kind"]), text(&update["order"]["status"]))
    };
    let expected = |kind: &str, status: &str| (kind.to_owned(), status.to_owned());
    counter.sent(&requests[0], PNG).await;
    let first = expected("DOCUMENT_RECEIVED", "DOCUMENTS_REQUESTED");
    assert_eq!(told(&mut client).await, first);
    counter.sent(&requests[1], PDF).await;
    for kind in ["DOCUMENT_RECEIVED", "DOCUMENTS_RECEIVED"] {
        assert_eq!(told(&mut client).await, expected(kind, "CHECKING"));
    }
    counter.close().await;
}

#[tokio::test]
async fn uploading_is_offered_while_something_is_asked_for() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    let offered = |seen: &Value| {
        let all = seen["actions"].as_array().expect("a list").clone();
        all.into_iter().find(|it| it["kind"] == "UPLOAD_DOCUMENT").expect("it is one of them")
    };
    let seen = counter.seen(&shop.anna, &number).await;
    assert_eq!(offered(&seen)["available"], true);
    counter.sent(&requests[0], PNG).await;
    let seen = counter.seen(&shop.anna, &number).await;
    assert_eq!(offered(&seen)["available"], true, "another page can be added");
    let accepted = json!({ "request": requests[0], "accepted": true });
    counter.review(&shop.marco, accepted).await;
    let seen = counter.seen(&shop.anna, &number).await;
    assert_eq!(offered(&seen)["available"], false);
    counter.close().await;
}

#[tokio::test]
async fn where_there_is_no_place_for_documents_one_is_told_what_to_set() {
    let shop = Shop::open().await;
    let (_, requests) = super::asked(&shop, &["IDENTITY"]).await;
    let server = Served::built(shop, |app| app.files = None).await;
    let counter = Counter::over(server);
    let (status, body) = counter.send(&requests[0], PNG).await;
    assert_eq!((status, code(&body)), (503, "STORAGE_NOT_CONFIGURED"));
    let message = body["errors"][0]["message"].as_str().expect("a message");
    assert!(message.contains("BUONO_STORAGE_URL"), "{message}");
    counter.close().await;
}

#[tokio::test]
async fn a_page_of_a_known_origin_may_send_and_no_other() {
    let known = |app: &mut App| app.origins = vec!["https://shop.example".into()];
    let counter = Counter::over(Served::built(Shop::open().await, known).await);
    let url = format!("http://{}/documents/any", counter.server.address);
    let asked = |origin: &'static str| {
        let request = reqwest::Client::new().request(reqwest::Method::OPTIONS, &url);
        let request =
            request.header("origin", origin).header("access-control-request-method", "PUT");
        let headers = "authorization,content-disposition,content-type";
        request.header("access-control-request-headers", headers).send()
    };
    let answer = asked("https://shop.example").await.expect("it answers");
    let header = |name: &str| answer.headers().get(name).and_then(|it| it.to_str().ok());
    assert_eq!(header("access-control-allow-origin"), Some("https://shop.example"));
    assert_eq!(header("access-control-allow-methods"), Some("GET,PUT"));
    let allowed = header("access-control-allow-headers").expect("they are named");
    assert!(allowed.contains("content-disposition"), "{allowed}");
    let answer = asked("https://evil.example").await.expect("it answers");
    assert_eq!(answer.headers().get("access-control-allow-origin"), None);

    let wrong = reqwest::Client::new().post(&url).send().await.expect("it answers");
    assert_eq!(wrong.status(), 405);
    assert_eq!(wrong.headers()["allow"], "GET, HEAD, PUT");
    counter.close().await;
}

#[tokio::test]
async fn an_operators_reading_of_files_is_written_down() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    let id = counter.sent(&requests[0], PNG).await;
    let reader = Actor::Operator { name: "ugo".into(), scopes: vec![Scope::DocumentsRead] };
    let answer = counter.get(Some(&reader), &format!("/documents/{id}")).await;
    assert_eq!(answer.status(), 200);
    let mut log = Vec::new();
    buono::export::audit_log(&shop.till.changes.store, &mut log, |_| ()).await.expect("it is read");
    let log = String::from_utf8(log).expect("it is text");
    let rows: Vec<&str> = log.lines().filter(|it| it.contains("DOCUMENT_READ")).collect();
    assert_eq!(rows.len(), 1, "{log}");
    let row: Value = serde_json::from_str(rows[0]).expect("a line is JSON");
    assert_eq!((&row["actor"], &row["subject"]), (&json!("ugo"), &json!(number)), "{row}");
    assert!(row["detail"].as_str().is_some_and(|it| it.starts_with("document ")), "{row}");
    counter.close().await;
}
