//! Following orders: the order as it stands, then every later entry once, in order, without a gap.
//!
//! Listen, then read, then skip what was seen. A stream reads only when its reader asks for more, so
//! a slow reader costs nothing but its place; one that has fallen too far behind gets a resync.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use futures_util::stream::{self, Stream};

use super::claims::Watch;
use super::{Hub, Listener, POLL_EVERY, Topic};
use crate::clock::Clock;
use crate::domain::actor::Reach;
use crate::domain::history::{Event, FeedPosition};
use crate::domain::ids::{CustomerId, OrderId};
use crate::domain::number::OrderNumber;
use crate::domain::order::Order;
use crate::storage::{StorageError, Store, history, orders};

/// Entries that are replayed one by one; a reader further behind gets a resync instead.
pub const REPLAY_MAX_ENTRIES: u64 = 500;
/// How soon a reader looks again when what is there waits for an older transaction to end; twice
/// as long each time, up to the usual poll.
pub const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// What a follower is told. Orders are as they stand when it is read.
#[derive(Clone, Debug)]
pub enum Update {
    Snapshot {
        order: Option<Arc<Order>>,
        place: Place,
    },
    Event {
        order: Arc<Order>,
        event: Box<Event>,
        place: Place,
    },
    Resync {
        order: Option<Arc<Order>>,
        place: Place,
    },
    /// Another operator works on it than was told last, or nobody does any more.
    Claim {
        order: Arc<Order>,
        place: Place,
    },
}

/// How far a follower has come: what its cursor says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Order { order: OrderId, sequence: i64 },
    Customer { customer: CustomerId, sequence: i64 },
    All(FeedPosition),
}

#[derive(Debug)]
pub enum FollowRefusal {
    /// There is no such order within reach.
    NotFound,
    /// The cursor belongs to something else.
    ForeignCursor,
    Broken(StorageError),
}

impl From<StorageError> for FollowRefusal {
    fn from(error: StorageError) -> Self {
        Self::Broken(error)
    }
}

struct Follower {
    store: Store,
    listener: Listener,
    reach: Reach,
    place: Place,
    /// What has been read and not yet told.
    waiting: VecDeque<Update>,
    /// The database may hold something that was not read yet.
    behind: bool,
    /// When to look again, if what is there could not be told yet.
    soon: Option<Duration>,
    /// Who works on what, for operators.
    claims: Option<Watch>,
}

impl Follower {
    fn new(
        store: &Store,
        listener: Listener,
        reach: Reach,
        place: Place,
        first: Option<Update>,
        claims: Option<Watch>,
    ) -> Self {
        let waiting = VecDeque::from_iter(first);
        Self {
            store: store.clone(),
            listener,
            reach,
            place,
            waiting,
            behind: true,
            soon: None,
            claims,
        }
    }
}

/// Follows one order, and says which it is.
pub async fn order(
    store: &Store,
    hub: &Hub,
    reach: Reach,
    number: &OrderNumber,
    after: Option<Place>,
    claims: Option<Clock>,
) -> Result<(OrderId, impl Stream<Item = Result<Update, StorageError>> + Send + use<>), FollowRefusal>
{
    let found = orders::find(store.read(), reach, number).await?;
    let id = found.ok_or(FollowRefusal::NotFound)?.id;
    let listener = hub.listen(Topic::Order(id));
    // Read again, now that nothing can be missed.
    let found = orders::many(store.read(), reach, &[id]).await?.pop();
    let order = found.ok_or(FollowRefusal::NotFound)?;
    let now = Place::Order { order: id, sequence: order.sequence };
    let (place, first) = match after {
        None => (now, Some(Update::Snapshot { order: Some(Arc::new(order)), place: now })),
        Some(Place::Order { order: of, sequence }) if of == id && sequence <= order.sequence => {
            (Place::Order { order: of, sequence }, None)
        }
        Some(_) => return Err(FollowRefusal::ForeignCursor),
    };
    let claims = watch(store, claims, Some(id), after.is_some()).await?;
    Ok((id, stream_of(Follower::new(store, listener, reach, place, first, claims))))
}

/// Follows every order within reach: a customer's own, or everybody's.
pub async fn all(
    store: &Store,
    hub: &Hub,
    reach: Reach,
    after: Option<Place>,
    claims: Option<Clock>,
) -> Result<impl Stream<Item = Result<Update, StorageError>> + Send + use<>, FollowRefusal> {
    let topic = match reach {
        Reach::Own(customer) => Topic::Customer(customer),
        Reach::All => Topic::Everything,
        Reach::Nothing => return Err(FollowRefusal::NotFound),
    };
    let listener = hub.listen(topic);
    let now = end(store, reach).await?;
    let (place, first) = match (after, now) {
        (None, _) => (now, Some(Update::Snapshot { order: None, place: now })),
        (
            Some(Place::Customer { customer: of, sequence }),
            Place::Customer { customer, sequence: newest },
        ) if of == customer && sequence <= newest => (Place::Customer { customer, sequence }, None),
        (Some(Place::All(position)), Place::All(newest)) if position <= newest => {
            (Place::All(position), None)
        }
        _ => return Err(FollowRefusal::ForeignCursor),
    };
    let claims = watch(store, claims, None, after.is_some()).await?;
    Ok(stream_of(Follower::new(store, listener, reach, place, first, claims)))
}

async fn watch(
    store: &Store,
    clock: Option<Clock>,
    order: Option<OrderId>,
    comes_back: bool,
) -> Result<Option<Watch>, StorageError> {
    match clock {
        Some(clock) => Ok(Some(Watch::new(store, clock, order, comes_back).await?)),
        None => Ok(None),
    }
}

async fn end(store: &Store, reach: Reach) -> Result<Place, StorageError> {
    Ok(match reach {
        Reach::Own(customer) => {
            let sequence = history::customer_feed_end(store.read(), customer).await?;
            Place::Customer { customer, sequence }
        }
        _ => Place::All(history::feed_end(store.read()).await?),
    })
}

/// The follower is boxed: a future that takes it and gives it back would hold it twice.
fn stream_of(
    follower: Follower,
) -> impl Stream<Item = Result<Update, StorageError>> + Send + use<> {
    stream::unfold(Some(Box::new(follower)), |follower| async move {
        let mut follower = follower?;
        match follower.next().await {
            Ok(update) => Some((Ok(update), Some(follower))),
            // Whatever is broken is told once; the reader comes back with its cursor.
            Err(error) => Some((Err(error), None)),
        }
    })
}

impl Follower {
    async fn next(&mut self) -> Result<Update, StorageError> {
        loop {
            if let Some(update) = self.waiting.pop_front() {
                return Ok(update);
            }
            if !self.behind {
                self.listener.changed_or_due(self.soon).await;
            }
            // Boxed, since most of the time there is nothing to read: what waits stays small.
            Box::pin(self.read()).await?;
        }
    }

    /// Reads what is new, and queues it.
    async fn read(&mut self) -> Result<(), StorageError> {
        // Before the history: whatever ends a claim is in what is read after it, and told before it.
        let claimed = match &mut self.claims {
            Some(watch) => watch.changes(&self.store).await?,
            None => Vec::new(),
        };
        let events = self.missed().await?;
        self.behind = false;
        if u64::try_from(events.len()).is_ok_and(|count| REPLAY_MAX_ENTRIES < count) {
            self.resync(&events).await?;
            return self.tell_claims(&claimed).await;
        }
        let ids: std::collections::BTreeSet<OrderId> =
            events.iter().map(|event| event.order_id).collect();
        let ids: Vec<OrderId> = ids.into_iter().collect();
        if ids.is_empty() {
            return self.tell_claims(&claimed).await;
        }
        let found = orders::many(self.store.read(), self.reach, &ids).await?;
        let found: HashMap<OrderId, Arc<Order>> =
            found.into_iter().map(|order| (order.id, Arc::new(order))).collect();
        for event in events {
            self.place = self.place.after(&event);
            // Out of reach by now: checked for every entry, not only when the stream began.
            let Some(order) = found.get(&event.order_id) else { continue };
            self.waiting.push_back(Update::Event {
                order: Arc::clone(order),
                event: Box::new(event),
                place: self.place,
            });
        }
        self.tell_claims(&claimed).await
    }

    /// Queues the orders that others work on than was told last: after what has happened.
    async fn tell_claims(&mut self, claimed: &[OrderId]) -> Result<(), StorageError> {
        if claimed.is_empty() {
            return Ok(());
        }
        let place = self.place;
        for order in orders::many(self.store.read(), self.reach, claimed).await? {
            self.waiting.push_back(Update::Claim { order: Arc::new(order), place });
        }
        Ok(())
    }

    /// What was written beyond this place, and one entry more than is told one by one at most.
    async fn missed(&mut self) -> Result<Vec<Event>, StorageError> {
        let db = self.store.read();
        let most = REPLAY_MAX_ENTRIES + 1;
        match self.place {
            Place::Order { order, sequence } => {
                history::after_sequence(db, order, sequence, most).await
            }
            Place::Customer { customer, sequence } => {
                history::after_in_customer_feed(db, customer, sequence, most).await
            }
            Place::All(position) => {
                let stretch = history::after_in_feed(db, position, most).await?;
                let longer = self.soon.map_or(LOOK_AGAIN, |before| POLL_EVERY.min(before * 2));
                let stuck = stretch.is_held_up && stretch.events.is_empty();
                self.soon = stretch.is_held_up.then_some(if stuck { longer } else { LOOK_AGAIN });
                Ok(stretch.events)
            }
        }
    }

    /// Too much was missed to tell it one by one: the state as it is now, and on from there.
    async fn resync(&mut self, missed: &[Event]) -> Result<(), StorageError> {
        // What comes in between the two reads has a higher number.
        self.behind = true;
        let mut order = None;
        if let Place::Order { order: id, .. } = self.place {
            let found = orders::many(self.store.read(), self.reach, &[id]).await?.pop();
            let Some(found) = found else {
                // Out of reach by now: nothing to tell, and nothing to read twice.
                self.place = missed.iter().fold(self.place, Place::after);
                return Ok(());
            };
            self.place = Place::Order { order: id, sequence: found.sequence };
            order = Some(Arc::new(found));
        } else {
            self.place = end(&self.store, self.reach).await?;
        }
        self.waiting.push_back(Update::Resync { order, place: self.place });
        Ok(())
    }
}

impl Place {
    /// The place after an entry, for whoever follows the same.
    fn after(self, event: &Event) -> Self {
        match self {
            Self::Order { order, .. } => Self::Order { order, sequence: event.entry.sequence },
            Self::Customer { customer, .. } => {
                Self::Customer { customer, sequence: event.customer_sequence }
            }
            Self::All(_) => Self::All(event.feed),
        }
    }
}
