//! Customers' feeds: entries of all of a customer's orders, numbered without a hole, in the order in
//! which the feed over all orders has them.

use std::collections::HashMap;

use futures_util::TryStreamExt;

use super::{PAGE, Run, Violation};
use crate::domain::history::FeedPosition;
use crate::domain::ids::CustomerId;
use crate::storage::{StorageError, snapshot};

/// How far a feed has been read.
#[derive(Default)]
struct Read {
    number: i64,
    place: FeedPosition,
    is_broken: bool,
}

pub(super) async fn check(run: &mut Run<'_>) -> Result<(), StorageError> {
    let mut last = None;
    loop {
        let customers = snapshot::feeds_after(&run.db, last, PAGE).await?;
        let Some(newest) = customers.last() else { return Ok(()) };
        last = Some(newest.customer);
        let ids: Vec<CustomerId> = customers.iter().map(|it| it.customer).collect();
        let mut feeds: HashMap<CustomerId, Read> = HashMap::new();
        let mut violations = Vec::new();
        // A large customer's feed is long, and is never held.
        let mut entries = snapshot::feed_entries(&run.db, &ids).await?;
        while let Some((customer, number, place)) = entries.try_next().await? {
            let feed = feeds.entry(customer).or_default();
            if !feed.is_broken && (number != feed.number + 1 || place <= feed.place) {
                feed.is_broken = true;
                violations.push((customer, feed.number + 1));
            }
            (feed.number, feed.place) = (number, place);
        }
        drop(entries);
        let names: HashMap<_, _> =
            customers.iter().map(|it| (it.customer, &it.reference)).collect();
        for (customer, expected) in violations {
            let what =
                format!("entry {expected} of their feed is missing, doubled or out of order");
            run.tell(&violation(names[&customer], what));
        }
        for it in &customers {
            let read = feeds.remove(&it.customer).unwrap_or_default();
            if !read.is_broken && read.number != it.newest {
                let (newest, number) = (it.newest, read.number);
                let what = format!("their feed counts {newest} entries, and there are {number}");
                run.tell(&violation(&it.reference, what));
            }
        }
        let count = customers.len() as u64;
        run.report.customers += count;
        run.listener.looked_at(count);
    }
}

fn violation(reference: &str, what: String) -> Violation {
    Violation {
        check: "feeds",
        subject: format!("customer {reference}"),
        what,
        meaning: "who follows this customer's orders has missed something, or was told it twice",
    }
}
