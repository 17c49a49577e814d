//! The tables can be made, taken away and made again.

use buono::storage::{StorageError, Store};

use crate::postgres;

async fn up_down_and_up(url: &str) -> Result<(), StorageError> {
    let store = Store::connect(url).await?;
    let before = store.migrations().await?;
    assert!(!before.is_empty());
    assert!(before.iter().all(|(_, applied)| !applied), "{before:?}");

    store.migrate_up().await?;
    let up = store.migrations().await?;
    assert_eq!(up.len(), before.len());
    assert!(up.iter().all(|(_, applied)| *applied), "{up:?}");
    assert!(store.ready().await?);

    store.migrate_down(None).await?;
    let down = store.migrations().await?;
    assert!(down.iter().all(|(_, applied)| !applied), "{down:?}");

    store.migrate_up().await?;
    assert!(store.ready().await?);
    store.close().await
}

#[tokio::test]
async fn migrations_go_both_ways_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    up_down_and_up(&format!("sqlite://{}/buono.db", folder.path().display())).await.unwrap();
}

#[tokio::test]
async fn migrations_go_both_ways_on_postgresql() {
    up_down_and_up(&postgres::database().await).await.unwrap();
}

#[tokio::test]
async fn each_database_of_the_tests_is_a_fresh_one() {
    let (one, other) = tokio::join!(postgres::database(), postgres::database());
    assert_ne!(one, other);
    let store = Store::connect(&one).await.unwrap();
    store.migrate_up().await.unwrap();
    let untouched = Store::connect(&other).await.unwrap();
    assert!(untouched.migrations().await.unwrap().iter().all(|(_, applied)| !applied));
}
