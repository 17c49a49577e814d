//! The promise: the order as it stands, then every later entry of its history once, in order, with
//! no gap. Random changes by several writers, readers of every habit, and the log to compare with.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use buono::live::Hub;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::log::{self, Feed, Kind, Row, Told, check};
use super::random::{Rng, Seed};
use super::readers::{Ends, Habit, Reader};
use super::writers::Work;
use crate::shop::Shop;

/// Polls would hide a wake-up that is lost: for as long as these tests run there is none.
pub const NEVER: Duration = Duration::from_hours(1);

struct Size {
    changes: usize,
    writers: u64,
    /// For each feed and habit.
    readers: usize,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_reader_is_told_every_entry_once_in_order_without_a_gap() {
    let shop = Shop::open().await;
    promise_holds(shop, &Size { changes: 2_000, writers: 4, readers: 1 }).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_reader_is_told_every_entry_on_postgres_where_commits_overtake_each_other() {
    let shop = Shop::open_on_postgres().await;
    promise_holds(shop, &Size { changes: 1_400, writers: 8, readers: 1 }).await;
}

async fn promise_holds(shop: Shop, size: &Size) {
    let seed = Seed::new();
    let shop = shop.with_hub(Hub::polling_every(NEVER));
    let work = Work::of(&shop).await;
    let ends: watch::Sender<Ends> = watch::Sender::default();

    let mut readers = JoinSet::new();
    for reader in readers_of(&shop, &work, &seed, &ends, size.readers) {
        readers.spawn(reader.read());
    }
    let mut writers = JoinSet::new();
    for at in 0..size.writers {
        let (work, rng, until) = (Arc::clone(&work), seed.rng(at), size.changes);
        writers.spawn(async move { work.write(rng, until).await });
    }
    let (keeper, rng, until) = (Arc::clone(&work), seed.rng(100), size.changes);
    writers.spawn(async move { keeper.keep_time(rng, until).await });
    writers.join_all().await;

    let log = settled_log(&shop).await;
    log::is_sound(&log).expect("the log is sound");
    ends.send_replace(Some(Arc::new(last_cursors(&log))));
    let mut rng = seed.rng(200);
    let mut resynced = HashMap::new();
    for read in readers.join_all().await {
        let reader = read.expect("every reader comes to its end");
        let feed = log::of(reader.feed, &log);
        let name = format!("{:?} of {:?}", reader.habit, reader.feed);
        let tally = check(&feed, &reader.told).unwrap_or_else(|why| panic!("{name}: {why}"));
        // The others may fall far behind as well, on a busy machine.
        assert!(!reader.habit.misses_too_much() || 0 < tally.resyncs, "{name}: {tally:?}");
        assert!(0 < tally.events, "{name}: {tally:?}");
        *resynced.entry(std::mem::discriminant(&reader.feed)).or_default() += tally.resyncs;
        falsified(&mut rng, &feed, &reader.told);
    }
    // An order, a customer, everything.
    assert!(resynced.len() == 3 && resynced.values().all(|&count: &usize| 0 < count));
}

/// Readers of every habit, of every kind of feed.
fn readers_of(
    shop: &Shop,
    work: &Work,
    seed: &Seed,
    ends: &watch::Sender<Ends>,
    times: usize,
) -> Vec<Reader> {
    let orders = work.orders();
    let (busy, other) = (&orders[0], &orders[1]);
    let anna = &work.buyers[0];
    let number = |order: &buono::domain::order::Order| Some(order.number.to_string());
    let feeds = [
        (Feed::Order(busy.id), &anna.actor, number(busy)),
        (Feed::Customer(anna.id), &anna.actor, None),
        (Feed::Everything, &shop.marco, None),
    ];
    let mut readers = Vec::new();
    let mut add = |feed, habit, actor: &buono::domain::actor::Actor, number| {
        let at = 1_000 + readers.len() as u64;
        readers.push(Reader {
            feed,
            habit,
            told: Vec::new(),
            schema: shop.schema.clone(),
            actor: actor.clone(),
            number,
            rng: seed.rng(at),
            progress: work.progress(),
            ends: ends.subscribe(),
        });
    };
    for _ in 0..times {
        for habit in Habit::ALL {
            for (feed, actor, number) in &feeds {
                add(*feed, habit, actor, number.clone());
            }
        }
        for habit in [Habit::AtOnce, Habit::Drops] {
            let bruno = &work.buyers[1];
            add(Feed::Customer(bruno.id), habit, &bruno.actor, None);
            add(Feed::Order(other.id), habit, &bruno.actor, number(other));
            add(Feed::Order(other.id), habit, &shop.marco, number(other));
        }
    }
    readers
}

/// The log, once the jobs have nothing left to do and no task of theirs runs.
async fn settled_log(shop: &Shop) -> Vec<Row> {
    let mut before = 0;
    loop {
        shop.run_jobs().await;
        shop.till.tracker.close();
        shop.till.tracker.wait().await;
        shop.till.tracker.reopen();
        let log = log::read(&shop.till.changes.store).await;
        if log.len() == before {
            return log;
        }
        before = log.len();
    }
}

fn last_cursors(log: &[Row]) -> HashMap<Feed, String> {
    let feeds = log.iter().flat_map(|row| [Feed::Order(row.order), Feed::Customer(row.customer)]);
    let feeds: std::collections::HashSet<Feed> = feeds.chain([Feed::Everything]).collect();
    let last = |feed| log::of(feed, log).pop().map(|(cursor, _)| (feed, cursor));
    feeds.into_iter().filter_map(last).collect()
}

/// What was told, with one thing wrong: the comparison has to find it.
fn falsified(rng: &mut Rng, feed: &[(String, Row)], told: &[Told]) {
    let is_event = |at: &usize| told[*at].kind == Kind::Event;
    let events: Vec<usize> = (0..told.len()).filter(is_event).collect();
    for _ in 0..5 {
        let at = *rng.pick(&events);
        let mut doubled = told.to_vec();
        doubled.insert(at, told[at].clone());
        assert!(check(feed, &doubled).is_err(), "{at} was doubled");

        let followed_by_event = told.get(at + 1).is_none_or(|next| next.kind == Kind::Event);
        if followed_by_event {
            // Before a resync nobody can tell: what it skips may be one more.
            let mut dropped = told.to_vec();
            dropped.remove(at);
            assert!(check(feed, &dropped).is_err(), "{at} was dropped");
        }
        if followed_by_event && at + 1 < told.len() {
            let mut swapped = told.to_vec();
            swapped.swap(at, at + 1);
            assert!(check(feed, &swapped).is_err(), "{at} was swapped with the next");
        }
    }
    if let Some(at) = told.iter().position(|it| it.kind == Kind::Resync) {
        let mut hidden = told.to_vec();
        hidden.remove(at);
        assert!(check(feed, &hidden).is_err(), "the resync was dropped");
    }
}
