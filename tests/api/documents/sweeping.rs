//! What a crash between a file and its row leaves, and what removes it.

use buono::domain::document::UNNAMED_FILE_LIFE;
use buono::domain::ids::DocumentId;
use buono::jobs::sweep::{self, sweep};
use chrono::TimeDelta;
use futures_util::stream::{self, StreamExt};
use sea_orm::ConnectionTrait;

use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::{Counter, PNG};
use crate::raw_client::PATIENCE;
use crate::shop::Shop;

async fn leave(shop: &Shop, name: &str) {
    let mut writing = shop.files.write(name).await.expect("it begins");
    writing.put(PNG.into()).await.expect("there is room");
    writing.finish().await.expect("it is written");
}

/// A file that is a document's, and one that no row names: its name.
async fn one_and_another() -> (Counter, String) {
    let counter = Counter::open().await;
    let (_, requests) = counter.asked(&["IDENTITY"]).await;
    counter.sent(&requests[0], PNG).await;
    let lost = DocumentId::new(counter.shop().clock.now()).to_string();
    leave(counter.shop(), &lost).await;
    (counter, lost)
}

async fn swept(shop: &Shop) -> usize {
    let store = &shop.till.changes.store;
    sweep(store, &shop.files, None, shop.clock.now()).await.expect("it sweeps")
}

#[tokio::test]
async fn a_file_without_a_row_is_set_aside_when_it_is_old_enough() {
    let (counter, lost) = one_and_another().await;
    let shop = counter.shop();
    // What a crash in the middle of writing leaves, and what is not ours.
    let half = format!("{}#1", DocumentId::new(shop.clock.now()));
    for name in [half.as_str(), "lost+found", "0193-not-ours"] {
        std::fs::write(shop.files.folder().join(name), PNG).expect("the folder is ours");
    }
    shop.clock.advance(UNNAMED_FILE_LIFE - TimeDelta::milliseconds(1));
    assert_eq!((swept(shop).await, counter.kept().await.0.len()), (0, 5));
    shop.clock.advance(TimeDelta::milliseconds(1));
    assert_eq!(swept(shop).await, 2);
    let (names, rows) = counter.kept().await;
    assert!(!names.contains(&lost) && !names.contains(&half), "{names:?}");
    assert_eq!((names.len(), rows), (3, 1), "what is named or not ours stays");
    counter.close().await;
}

#[tokio::test]
async fn what_was_set_aside_is_put_back_if_a_row_names_it_and_else_removed_a_fortnight_later() {
    let (counter, lost) = one_and_another().await;
    let shop = counter.shop();
    // As if yesterday's database had been restored, and then today's.
    let store = shop.till.changes.store.clone();
    let run = async |statement: &str| {
        store.read().execute_unprepared(statement).await.expect("it is written");
    };
    run("CREATE TABLE later AS SELECT * FROM document").await;
    run("DELETE FROM document").await;
    shop.clock.advance(UNNAMED_FILE_LIFE);
    assert_eq!(swept(shop).await, 2);
    assert_eq!(counter.kept().await, (Vec::new(), 0));
    run("INSERT INTO document SELECT * FROM later").await;
    assert_eq!(swept(shop).await, 0);
    let (names, rows) = counter.kept().await;
    assert_eq!((names.len(), rows), (1, 1), "it is a document's");
    assert!(!names.contains(&lost));

    let aside = async || -> usize {
        shop.files.aside().await.expect("they are listed").iter().map(|it| it.1.len()).sum()
    };
    shop.clock.advance(TimeDelta::days(13));
    assert_eq!((swept(shop).await, aside().await), (0, 1));
    shop.clock.advance(TimeDelta::days(1));
    assert_eq!((swept(shop).await, aside().await), (0, 0));
    assert_eq!(counter.kept().await.0.len(), 1);
    counter.close().await;
}

#[tokio::test]
async fn what_was_looked_at_once_is_not_asked_about_again() {
    let shop = Shop::open().await;
    leave(&shop, &DocumentId::new(shop.clock.now()).to_string()).await;
    shop.clock.advance(UNNAMED_FILE_LIFE);
    let (store, now) = (&shop.till.changes.store, shop.clock.now());
    let again = sweep(store, &shop.files, Some(now), now).await.expect("it sweeps");
    assert_eq!(again, 0, "as of that moment it was decided on");
    assert_eq!(swept(&shop).await, 1);
}

#[tokio::test]
async fn a_server_sweeps_by_itself() {
    let shop = Shop::open().await;
    leave(&shop, &DocumentId::new(shop.clock.now()).to_string()).await;
    shop.clock.advance(UNNAMED_FILE_LIFE);
    let (store, clock) = (shop.till.changes.store.clone(), shop.clock.clone());
    let shutdown = CancellationToken::new();
    let sweeping = sweep::run(store, clock, shop.files.clone(), shutdown.clone());
    let sweeping = TaskTracker::new().spawn(sweeping);
    let swept = async {
        while !shop.files.names().await.expect("they are listed").is_empty() {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, swept).await.expect("it sweeps");
    shutdown.cancel();
    timeout(PATIENCE, sweeping).await.expect("it ends").expect("it does not panic");
}

#[tokio::test]
async fn many_files_are_swept_at_once() {
    let shop = Shop::open().await;
    let names = (0..120).map(|_| DocumentId::new(shop.clock.now()).to_string());
    stream::iter(names)
        .for_each_concurrent(8, |name| async { leave(&shop, &{ name }).await })
        .await;
    shop.clock.advance(UNNAMED_FILE_LIFE);
    assert_eq!(swept(&shop).await, 120);
    assert_eq!(shop.files.names().await.expect("they are listed"), [""; 0]);
}

/// A file so old could be swept at that very moment.
#[tokio::test]
async fn a_file_that_was_long_on_its_way_gets_no_row() {
    let shop = Shop::open().await;
    let (_, requests) = super::asked(&shop, &["IDENTITY"]).await;
    let early = shop.clock.now();
    shop.clock.advance(TimeDelta::minutes(31));
    let receive = |file| super::receive(&shop, &shop.anna, &requests[0], file);
    let refused = receive((DocumentId::new(early), "old.png")).await;
    assert!(refused.is_err(), "{refused:?}");
    let taken = receive((DocumentId::new(shop.clock.now()), "new.png")).await;
    assert!(taken.is_ok(), "{taken:?}");
}
