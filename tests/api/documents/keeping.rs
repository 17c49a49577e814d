//! Where documents are kept, what is exported of them, and what `verify` finds of their files.

use buono::export::{self, Csv, Jsonl};
use buono::verify::{Evidence, Kept, Listener, Violation, verify};
use serde_json::{Value, json};

use super::{Counter, JPEG, PNG};
use crate::binary::Buono;
use crate::serving::{self, ask};

#[derive(Default)]
struct Heard(Vec<String>);

impl Listener for Heard {
    fn violation(&mut self, it: &Violation) {
        self.0.push(it.what.clone());
    }

    fn looked_at(&mut self, _: u64) {}
}

/// How many documents were looked at, and what is wrong with them.
async fn verified(counter: &Counter, kept: Kept<'_>) -> (u64, Vec<String>) {
    let shop = counter.shop();
    let mut heard = Heard::default();
    let evidence = Evidence { kept, ..Evidence::default() };
    let store = &shop.till.changes.store;
    let report = verify(store, &shop.clock, evidence, &mut heard).await.expect("it can be read");
    (report.documents, heard.0)
}

#[tokio::test]
async fn a_file_that_is_missing_or_another_is_found() {
    let counter = Counter::open().await;
    let files = &counter.shop().files;
    let (_, requests) = counter.asked(&["IDENTITY"]).await;
    counter.sent(&requests[0], PNG).await;
    assert_eq!(verified(&counter, Kept::In(files)).await, (1, Vec::new()));
    assert_eq!(verified(&counter, Kept::Unasked).await, (1, Vec::new()));

    let (names, _) = counter.kept().await;
    let (name, path) = (&names[0], files.folder().join(&names[0]));
    let found = verified(&counter, Kept::Nowhere).await;
    assert_eq!(found, (1, vec![format!("its file {name} is not there: there is no folder")]));
    let mut other = PNG.to_vec();
    other[PNG.len() - 1] ^= 1;
    for (bytes, wrong) in [
        (&other[..], "has other bytes than those that came".to_owned()),
        (JPEG, format!("has {} bytes instead of {}", JPEG.len(), PNG.len())),
    ] {
        std::fs::write(&path, bytes).expect("the folder is ours");
        let found = verified(&counter, Kept::In(files)).await;
        assert_eq!(found, (1, vec![format!("its file {name} {wrong}")]));
    }
    files.remove(name).await.expect("it is removed");
    let found = verified(&counter, Kept::In(files)).await;
    assert_eq!(found, (1, vec![format!("its file {name} is not there")]));
    counter.close().await;
}

#[tokio::test]
async fn documents_are_exported_with_their_order() {
    let counter = Counter::open().await;
    let store = &counter.shop().till.changes.store;
    let (_, requests) = counter.asked(&["IDENTITY"]).await;
    counter.sent(&requests[0], PNG).await;
    let (names, _) = counter.kept().await;
    let mut text = Vec::new();
    export::orders(store, 10, Jsonl::new(&mut text), |_| ()).await.expect("it is exported");
    let order: Value = serde_json::from_slice(&text).expect("a line of JSON");
    let document = &order["documents"][0];
    let expected = json!({ "kind": "IDENTITY", "status": "RECEIVED", "fileName": "identity.png",
        "contentType": "image/png", "size": PNG.len(), "sha256": document["sha256"],
        "storedAs": names[0], "uploadedAt": "2026-11-09T10:00:00.000Z" });
    assert_eq!(order["documents"], json!([expected]));
    assert_eq!(document["sha256"].as_str().map(str::len), Some(64));
    let mut text = Vec::new();
    export::orders(store, 10, Csv::new(&mut text), |_| ()).await.expect("it is exported");
    assert!(String::from_utf8_lossy(&text).ends_with(",1\r\n"));
    counter.close().await;
}

#[tokio::test]
async fn the_program_keeps_them_beside_the_database_and_names_none_in_its_log() {
    let (buono, token) = serving::shop().await;
    let buono = buono.with("LOG", "trace,sqlx=info,h2=info,hyper=info");
    let scopes = ["token", "--operator", "marco", "--scopes", "orders:validate"];
    let marco = buono.done(&scopes).await;
    let server = buono.serve(&[]).await;
    let number = serving::place(&server, &token).await;
    for (who, query, input) in [
        (
            token.as_str(),
            "mutation($input: PaymentMeanRegisterInput!) { paymentMeanRegister(input: $input) { \
             errors { __typename } } }",
            json!({ "kind": "CARD", "token": "tok_ok", "setDefault": true }),
        ),
        (
            &token,
            "mutation($input: OrderPayInput!) { orderPay(input: $input) { errors { __typename } } }",
            json!({ "number": number, "method": "CARD", "idempotencyKey": "pay" }),
        ),
        (
            marco.trim(),
            "mutation($input: OrderRequestDocumentsInput!) { orderRequestDocuments(input: $input) { \
             errors { __typename } } }",
            json!({ "number": number, "documents": [{ "kind": "IDENTITY" }] }),
        ),
    ] {
        let answer = ask(&server, who, query, input).await;
        assert!(answer.to_string().contains("\"errors\":[]"), "{answer}");
    }
    let query = "{ orders { nodes { documentRequests { uploadUrl } } } }";
    let data = ask(&server, &token, query, Value::Null).await;
    let url = data["orders"]["nodes"][0]["documentRequests"][0]["uploadUrl"].as_str();
    let request = reqwest::Client::new().put(url.expect("an address")).bearer_auth(&token);
    let name = "attachment; filename=\"passport of somebody.png\"";
    let sent = request.header("content-disposition", name).body(PNG).send().await;
    let sent: Value = sent.expect("it answers").json().await.expect("it is JSON");
    assert_eq!(sent["fileName"], "passport of somebody.png");
    server.terminate().await;
    let (_, _, log) = server.ended().await;
    assert!(log.iter().any(|line| line.contains("/documents/")), "it logs the request");
    assert_eq!(log.iter().find(|line| line.contains("passport")), None);

    let said = buono.done(&["verify"]).await;
    assert!(said.contains(" Documents: 1. Violations: 0."), "{said}");
    std::fs::remove_dir_all(buono.folder().join("buono.db-documents")).expect("it is there");
    let ended = buono.run(&["verify"]).await;
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stdout.contains("is not there: there is no folder"), "{ended:?}");
}

#[tokio::test]
async fn a_place_that_cannot_be_used_stops_the_start() {
    let s3 = Buono::new().with("STORAGE_URL", "s3://bucket");
    let said = s3.fails(&["serve"], 3).await;
    assert!(said.contains("not in S3 yet. Set BUONO_STORAGE_URL to file://"), "{said}");
    let nowhere = Buono::new().with("STORAGE_URL", "file:///dev/null/documents");
    let said = nowhere.fails(&["serve"], 4).await;
    assert!(said.contains("Documents cannot be kept in /dev/null/documents: "), "{said}");
}
