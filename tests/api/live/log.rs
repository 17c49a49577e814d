//! What was written, as the database has it, and whether what a reader was told is all of it.

use std::collections::HashMap;

use buono::domain::history::FeedPosition;
use buono::domain::ids::{CustomerId, OrderId};
use buono::graphql::ids::place_cursor;
use buono::live::follow::{Place, REPLAY_MAX_ENTRIES};
use buono::storage::Store;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;

/// What is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Feed {
    Order(OrderId),
    Customer(CustomerId),
    Everything,
}

/// A row of the log.
#[derive(Clone, Debug)]
pub struct Row {
    pub order: OrderId,
    pub number: String,
    pub sequence: i64,
    pub kind: String,
    pub customer: CustomerId,
    pub customer_sequence: i64,
    pub feed: FeedPosition,
}

/// The whole log, by a statement of the test's own: what is tested must not read it for us.
pub async fn read(store: &Store) -> Vec<Row> {
    let db = store.read();
    let sql = "SELECT e.id, e.transaction_id, e.order_id, o.number, e.sequence, e.kind, \
         e.customer_id, e.customer_sequence FROM order_event e JOIN orders o ON o.id = e.order_id \
         ORDER BY e.transaction_id, e.id";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.expect("the log can be read");
    let row = |row: sea_orm::QueryResult| -> Result<Row, sea_orm::DbErr> {
        let transaction = row.try_get("", "transaction_id")?;
        Ok(Row {
            order: OrderId(row.try_get("", "order_id")?),
            number: row.try_get("", "number")?,
            sequence: row.try_get("", "sequence")?,
            kind: row.try_get("", "kind")?,
            customer: CustomerId(row.try_get("", "customer_id")?),
            customer_sequence: row.try_get("", "customer_sequence")?,
            feed: FeedPosition { transaction, row: row.try_get("", "id")? },
        })
    };
    rows.into_iter().map(row).collect::<Result<_, _>>().expect("the log's columns are as we know")
}

/// What one feed has to tell from its beginning to its end: each entry's cursor, and the entry.
pub fn of(feed: Feed, log: &[Row]) -> Vec<(String, Row)> {
    let belongs = |row: &&Row| match feed {
        Feed::Order(id) => row.order == id,
        Feed::Customer(id) => row.customer == id,
        Feed::Everything => true,
    };
    let place = |row: &Row| match feed {
        Feed::Order(order) => Place::Order { order, sequence: row.sequence },
        Feed::Customer(customer) => Place::Customer { customer, sequence: row.customer_sequence },
        Feed::Everything => Place::All(row.feed),
    };
    let mut rows: Vec<Row> = log.iter().filter(belongs).cloned().collect();
    match feed {
        Feed::Order(_) => rows.sort_by_key(|row| row.sequence),
        Feed::Customer(_) => rows.sort_by_key(|row| row.customer_sequence),
        Feed::Everything => {}
    }
    rows.into_iter().map(|row| (place_cursor(place(&row)), row)).collect()
}

/// The log's own promises: no number is missing, and the feed over all orders tells no order's and no
/// customer's story out of order.
pub fn is_sound(log: &[Row]) -> Result<(), String> {
    let mut last: HashMap<Feed, i64> = HashMap::new();
    for row in log {
        let numbers = [
            (Feed::Order(row.order), row.sequence),
            (Feed::Customer(row.customer), row.customer_sequence),
        ];
        for (feed, number) in numbers {
            let before = last.insert(feed, number).unwrap_or_default();
            if number != before + 1 {
                return Err(format!("{number} comes after {before} in {feed:?}"));
            }
        }
    }
    Ok(())
}

/// An update as it was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub kind: Kind,
    pub cursor: String,
    pub sequence: i64,
    /// The order's number, and the number of its newest entry.
    pub order: Option<(String, i64)>,
    /// The entry's number and kind.
    pub event: Option<(i64, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Snapshot,
    Event,
    Resync,
}

impl Told {
    pub fn read(update: &Value) -> Option<Self> {
        let order = &update["order"];
        let event = &update["event"];
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Some(Self {
            kind: match update["kind"].as_str()? {
                "SNAPSHOT" => Kind::Snapshot,
                "EVENT" => Kind::Event,
                "RESYNC" => Kind::Resync,
                _ => return None,
            },
            cursor: text(&update["cursor"])?,
            sequence: update["sequence"].as_i64()?,
            order: text(&order["number"]).zip(order["tracking"]["sequence"].as_i64()),
            event: event["sequence"].as_i64().zip(text(&event["kind"])),
        })
    }
}

/// How often a reader was told what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub events: usize,
    pub resyncs: usize,
}

/// Whether a reader was told every entry of a feed after the place it began from, once, in order and
/// without a gap; after a resync, from the resync's place on.
pub fn check(feed: &[(String, Row)], told: &[Told]) -> Result<Tally, String> {
    // The place before the first entry has a cursor, too, but nobody here begins there.
    let places: HashMap<&str, usize> =
        feed.iter().zip(1..).map(|((cursor, _), after)| (cursor.as_str(), after)).collect();
    let place =
        |it: &Told| places.get(it.cursor.as_str()).copied().ok_or(format!("no such place: {it:?}"));
    let Some((first, rest)) = told.split_first() else { return Err("nothing was told".into()) };
    if first.kind != Kind::Snapshot || first.event.is_some() {
        return Err(format!("it does not begin with a snapshot: {first:?}"));
    }
    let mut at = place(first)?;
    state_fits(feed, at, first)?;
    let mut tally = Tally::default();
    for it in rest {
        match it.kind {
            Kind::Snapshot => return Err(format!("a second snapshot: {it:?}")),
            Kind::Resync => {
                let to = place(it)?;
                let most = usize::try_from(REPLAY_MAX_ENTRIES).expect("64 bits");
                if to <= at + most || it.event.is_some() {
                    return Err(format!("a resync to {to}, though the reader was at {at}: {it:?}"));
                }
                state_fits(feed, to, it)?;
                at = to;
                tally.resyncs += 1;
            }
            Kind::Event => {
                let Some((cursor, row)) = feed.get(at) else {
                    return Err(format!("more than the log has: {it:?}"));
                };
                let event = Some((row.sequence, row.kind.clone()));
                let fits = it.cursor == *cursor
                    && it.event == event
                    && it.sequence == row.sequence
                    // The order is told as it stands, so at least as it stood after the entry.
                    && it.order.as_ref().is_some_and(|(number, newest)| {
                        *number == row.number && row.sequence <= *newest
                    });
                if !fits {
                    return Err(format!("{it:?} was told where {at} is {row:?}"));
                }
                at += 1;
                tally.events += 1;
            }
        }
    }
    if at == feed.len() {
        Ok(tally)
    } else {
        Err(format!("it ends at {at}; the log has {}", feed.len()))
    }
}

/// A snapshot or a resync of one order has the order as it stands there; one of many has none.
fn state_fits(feed: &[(String, Row)], at: usize, it: &Told) -> Result<(), String> {
    let row = &feed[at - 1].1;
    let fits = match &it.order {
        None => it.sequence == 0,
        Some(order) => it.sequence == row.sequence && *order == (row.number.clone(), row.sequence),
    };
    if fits { Ok(()) } else { Err(format!("the state does not fit {row:?}: {it:?}")) }
}

#[test]
fn the_comparison_finds_what_is_dropped_doubled_or_swapped() {
    let (order, customer) = (OrderId(uuid::Uuid::nil()), CustomerId(uuid::Uuid::nil()));
    let most = i64::try_from(REPLAY_MAX_ENTRIES).expect("63 bits");
    let row = |sequence| Row {
        order,
        number: "BO26".into(),
        sequence,
        kind: "NOTE".into(),
        customer,
        customer_sequence: sequence,
        feed: FeedPosition { transaction: 0, row: sequence },
    };
    let log: Vec<Row> = (1..=most + 20).map(row).collect();
    is_sound(&log).unwrap();
    let feed = of(Feed::Order(order), &log);
    let tell = |kind, sequence: i64| Told {
        kind,
        cursor: place_cursor(Place::Order { order, sequence }),
        sequence,
        order: Some(("BO26".into(), sequence)),
        event: (kind == Kind::Event).then(|| (sequence, "NOTE".into())),
    };
    let events = |from, to| (from..=to).map(|sequence| tell(Kind::Event, sequence));
    let mut told = vec![tell(Kind::Snapshot, 2)];
    told.extend(events(3, 8));
    told.push(tell(Kind::Resync, most + 9));
    told.extend(events(most + 10, most + 20));
    assert_eq!(check(&feed, &told), Ok(Tally { events: 17, resyncs: 1 }));
    for at in 0..told.len() {
        let mut doubled = told.clone();
        doubled.insert(at, told[at].clone());
        assert!(check(&feed, &doubled).is_err(), "{at} was doubled");
        // An entry that is missing before a resync is one more of those that it skips.
        if told.get(at + 1).is_none_or(|next| next.kind == Kind::Event) {
            let mut dropped = told.clone();
            dropped.remove(at);
            assert!(check(&feed, &dropped).is_err(), "{at} was dropped");
        }
        if at + 1 < told.len() {
            let mut swapped = told.clone();
            swapped.swap(at, at + 1);
            assert!(check(&feed, &swapped).is_err(), "{at} was swapped with the next");
        }
    }
    told[7] = tell(Kind::Resync, most + 8);
    assert!(check(&feed, &told).is_err(), "500 entries are told one by one");
    assert!(is_sound(&[row(1), row(3), row(2)]).is_err());
    assert!(is_sound(&[row(1), row(3)]).is_err());
}
