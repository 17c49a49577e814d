//! A database that does not answer is not waited for without end.

use std::time::Duration;

use buono::storage::{Patience, StorageError, Store};
use chrono::DateTime;
use sea_orm::ConnectionTrait;

/// Much shorter than what the tests make it wait for.
const SHORT: Duration = Duration::from_millis(200);
/// Much longer than any test.
const LONG: Duration = Duration::from_hours(1);

fn patience() -> Patience {
    Patience { statement: Some(LONG), lock: LONG, pool: LONG }
}

async fn ended(store: &Store, statement: &str) -> StorageError {
    store.read().execute_unprepared(statement).await.expect_err("it takes too long").into()
}

#[tokio::test]
async fn a_statement_of_postgresql_has_its_time() {
    let url = crate::postgres::database().await;
    let patience = Patience { statement: Some(SHORT), ..patience() };
    let store = Store::connect_with(&url, patience).await.expect("it opens");
    let error = ended(&store, "SELECT pg_sleep(3600)").await;
    assert!(error.is_overload() && !error.is_race(), "{error}");
}

#[tokio::test]
async fn a_lock_of_postgresql_is_not_waited_for_without_end() {
    let url = crate::postgres::database().await;
    let patience = Patience { lock: SHORT, ..patience() };
    let store = Store::connect_with(&url, patience).await.expect("it opens");
    store.read().execute_unprepared("CREATE TABLE held (it INTEGER)").await.expect("it is made");
    let holder = store.begin(DateTime::UNIX_EPOCH).await.expect("it begins");
    holder.db().execute_unprepared("LOCK TABLE held").await.expect("it is free");
    let error = ended(&store, "SELECT * FROM held").await;
    assert!(error.is_overload() && !error.is_race(), "{error}");
}

#[tokio::test]
async fn a_connection_is_not_waited_for_without_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}", folder.path().join("buono.db").display());
    let patience = Patience { pool: SHORT, ..patience() };
    let store = Store::connect_with(&url, patience).await.expect("it opens");
    let _writer = store.begin(DateTime::UNIX_EPOCH).await.expect("it begins");
    let error = store.begin(DateTime::UNIX_EPOCH).await.err().expect("there is one writer");
    assert!(error.is_overload() && !error.is_race(), "{error}");
}
