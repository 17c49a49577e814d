//! A crash or a hang between a document's file and its row: the customer sends it again, and there is one.

use std::path::{Path, PathBuf};
use std::time::Duration;

use buono::auth::Subject;
use buono::clock::Clock;
use buono::domain::actor::Scope;
use buono::domain::document::UNNAMED_FILE_LIFE;
use buono::files::Files;
use buono::jobs::sweep::sweep;
use buono::storage::documents;
use futures_util::future::join_all;
use serde_json::json;
use tokio::time::timeout;

use super::stand::{Caller, HEALED_WITHIN, On, Stand};
use crate::documents::PNG;

/// Longer than sending a small file takes; where something hangs, no answer comes at all.
const ANSWER_MAX: Duration = Duration::from_secs(3);

#[tokio::test]
async fn an_upload_that_is_stopped_before_its_row_is_one_document_in_the_end() {
    let all = [
        (On::Sqlite, "P11:abort"),
        (On::Sqlite, "P11:hang"),
        (On::Postgres, "P11:abort"),
        (On::Postgres, "P11:hang"),
    ];
    join_all(all.map(|(on, fault)| arrives_once(on, fault))).await;
}

/// Where documents are kept: beside the SQLite file, or where the setting says.
fn place(stand: Stand, on: On) -> (Stand, PathBuf) {
    let folder = stand.buono.folder().to_owned();
    match on {
        On::Sqlite => (stand, folder.join("shop.db-documents")),
        On::Postgres => {
            let documents = folder.join("documents");
            let url = format!("file://{}", documents.display());
            let Stand { buono, provider, store } = stand;
            (Stand { buono: buono.with("STORAGE_URL", &url), provider, store }, documents)
        }
    }
}

/// An order of anna's that waits for a document, and where that is sent to.
async fn asked(stand: &Stand, url: &str, anna: &Caller) -> (String, String) {
    let number = anna.placed(url).await;
    stand.provider.plans("charge", &["ok"]).await;
    anna.pay(url, &number, "payment").await.expect("it is answered").expect("it is paid");
    anna.sees(url, &number, HEALED_WITHIN, |it| it.status == "CHECKING").await.expect("it is paid");
    let marco = Subject::Operator { name: "marco".into(), scopes: Scope::ALL.to_vec() };
    let query = "mutation($number: String!) { orderRequestDocuments(input: { number: $number, \
         documents: [{ kind: IDENTITY }] }) { order { documentRequests { id } } } }";
    let data = Caller::of(&marco).ask(url, query, json!({ "number": number })).await;
    let data = data.expect("it is answered");
    let request = &data["orderRequestDocuments"]["order"]["documentRequests"][0]["id"];
    (number, request.as_str().expect("an id").to_owned())
}

async fn rows(stand: &Stand) -> usize {
    documents::files_after(stand.store.read(), None, 10).await.expect("they are read").len()
}

async fn names(folder: &Path) -> Vec<String> {
    let files = Files::open(folder).expect("it is there");
    files.names().await.expect("they are listed")
}

async fn arrives_once(on: On, fault: &str) {
    let (stand, folder) = place(Stand::open(on).await, on);
    let server = stand.serve(&[("BUONO_FAULT", fault)]).await;
    let anna = Caller::new("anna");
    let (number, request) = asked(&stand, &server.url("/graphql"), &anna).await;
    let path = format!("/documents/{request}");
    let lost = timeout(ANSWER_MAX, anna.send(&server.url(&path), PNG)).await.ok().flatten();
    assert_eq!(lost, None, "{fault} {on:?}");
    server.log.wait_for(|line| line.contains("the fault P11 has fired")).await;
    assert_eq!((names(&folder).await.len(), rows(&stand).await), (1, 0), "{fault} {on:?}");
    // Where one task hangs, the server itself takes it the second time.
    let mut first = None;
    if fault.ends_with("hang") {
        first = anna.send(&server.url(&path), PNG).await;
        assert_eq!(first.as_ref().map(|it| it.0), Some(201), "{fault} {on:?}");
    }
    server.kill().await;

    let server = stand.serve(&[]).await;
    let again = anna.send(&server.url(&path), PNG).await.expect("it is answered");
    match first {
        Some((_, id)) => assert_eq!(again, (200, id), "{fault} {on:?}"),
        None => assert_eq!(again.0, 201, "{fault} {on:?}"),
    }
    let repeated = anna.send(&server.url(&path), PNG).await;
    assert_eq!(repeated, Some((200, again.1)), "{fault} {on:?}");
    let seen = anna.see(&server.url("/graphql"), &number).await.expect("it is answered");
    let times = seen.events.iter().filter(|kind| *kind == "DOCUMENTS_RECEIVED").count();
    assert_eq!((seen.status.as_str(), times), ("CHECKING", 1), "{fault} {on:?}");
    assert_eq!((names(&folder).await.len(), rows(&stand).await), (2, 1), "{fault} {on:?}");

    // An hour later a job removes what no row names.
    let files = Files::open(&folder).expect("it is there");
    let later = Clock::System.now() + UNNAMED_FILE_LIFE;
    let swept = sweep(&stand.store, &files, None, later).await.expect("it sweeps");
    assert_eq!((swept, names(&folder).await.len()), (1, 1), "{fault} {on:?}");
    assert_eq!(stand.verify().await, Vec::<String>::new(), "{fault} {on:?}");
    server.kill().await;
}
