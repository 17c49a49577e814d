//! What can be followed, live.

use async_graphql::{Context, Enum, Result, SimpleObject, Subscription};
use chrono::TimeDelta;
use futures_util::stream::{BoxStream, Stream, StreamExt};

use super::context::{actor, clock, hub, reads, store};
use super::error::{Code, broken, coded};
use super::event::OrderEvent;
use super::ids::{bad_cursor, place, place_cursor};
use super::order::Order;
use super::order_list::OrderFilter;
use super::screen::show;
use crate::actions::read::Shown;
use crate::clock::Clock;
use crate::domain::actor::Actor;
use crate::domain::number::OrderNumber;
use crate::live::follow::{self, FollowRefusal, Place, Update};
use crate::storage::StorageError;
use crate::storage::pages::Filter;
use crate::telemetry::metrics;

/// An entry that is older than this was missed and is replayed: it has not come late.
const REPLAYED_AFTER: TimeDelta = TimeDelta::minutes(1);

/// What a resolver gives. The library holds room beside the stream for what happens to an update, and
/// holds both for as long as the subscription lasts: boxes keep that small.
type Updates = BoxStream<'static, Box<Result<OrderUpdate>>>;

pub struct Subscription;

/// What can be followed, live.
#[Subscription]
impl Subscription {
    /// One order, live. Without `after`: a SNAPSHOT first, with the order as it stands at
    /// `sequence`, then every later entry of its history once and in order. With `after`, a cursor
    /// of an earlier update: every entry missed since, then live. Whoever has missed more than 500
    /// entries gets a RESYNC instead, which is a SNAPSHOT that says so.
    async fn order_tracking(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The order's number.")] number: String,
        #[graphql(desc = "The cursor of the last update that was seen.")] after: Option<String>,
    ) -> Result<Updates> {
        // Boxed: what begins a subscription would be kept as long as it lasts.
        Box::pin(async move {
            let reach = reads(ctx)?;
            let after = after.as_deref().map(place).transpose()?;
            let number = OrderNumber::parse(&number).ok_or_else(no_such_order)?;
            let claims = claims_of(ctx)?;
            let updates = follow::order(store(ctx), hub(ctx), reach, &number, after, claims).await;
            let (id, updates) = updates.map_err(refused)?;
            show(ctx, [Shown::Following(id)]);
            Ok(shown(updates, clock(ctx).clone()))
        })
        .await
    }

    /// Every order the viewer may see, live: the customer's own, or everybody's. The same rules;
    /// the SNAPSHOT or RESYNC that opens it has no order, and marks where the live part starts.
    /// A filter looks at the orders as they stand after the change.
    async fn order_updates(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The cursor of the last update that was seen.")] after: Option<String>,
        #[graphql(desc = "Only orders that fit all of this.")] filter: Option<OrderFilter>,
    ) -> Result<Updates> {
        Box::pin(async move {
            let reach = reads(ctx)?;
            let after = after.as_deref().map(place).transpose()?;
            let filter = filter.unwrap_or_default().read(reach)?;
            let claims = claims_of(ctx)?;
            let updates = follow::all(store(ctx), hub(ctx), reach, after, claims).await;
            let updates = updates.map_err(refused)?;
            show(ctx, [Shown::FollowingAll]);
            let wanted = move |update: &Result<Update, _>| match update {
                Ok(Update::Event { order, .. } | Update::Claim { order, .. }) => {
                    fits(&filter, order)
                }
                _ => true,
            };
            let updates = updates.filter(move |update| futures_util::future::ready(wanted(update)));
            Ok(shown(updates, clock(ctx).clone()))
        })
        .await
    }
}

/// Operators are told who works on what, as of this clock.
fn claims_of(ctx: &Context<'_>) -> Result<Option<Clock>> {
    let is_operator = matches!(actor(ctx)?, Actor::Operator { .. });
    Ok(is_operator.then(|| clock(ctx).clone()))
}

/// Updates as the schema shows them. How long each has taken to come here is measured.
fn shown(
    updates: impl Stream<Item = Result<Update, StorageError>> + Send + 'static,
    clock: Clock,
) -> Updates {
    let shown = move |update: Result<Update, _>| {
        if let Ok(Update::Event { event, .. }) = &update {
            let after = clock.now() - event.entry.at;
            if after <= REPLAYED_AFTER {
                metrics::told(after.to_std().unwrap_or_default());
            }
        }
        Box::new(update.map(OrderUpdate::from).map_err(|error| broken(&error)))
    };
    updates.map(shown).boxed()
}

fn fits(filter: &Filter, order: &crate::domain::order::Order) -> bool {
    filter.statuses.as_ref().is_none_or(|all| all.contains(&order.status))
        && filter.number_prefix.as_ref().is_none_or(|it| order.number.as_str().starts_with(it))
        && filter.created_from.is_none_or(|from| from <= order.created_at)
        && filter.created_to.is_none_or(|to| order.created_at <= to)
        && filter.customer.is_none_or(|customer| customer == order.customer_id)
}

fn no_such_order() -> async_graphql::Error {
    coded(Code::NotFound, "There is no such order. Check its number.")
}

fn refused(refusal: FollowRefusal) -> async_graphql::Error {
    match refusal {
        FollowRefusal::NotFound => no_such_order(),
        FollowRefusal::ForeignCursor => bad_cursor(),
        FollowRefusal::Broken(error) => broken(&error),
    }
}

/// What an update is.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderUpdateKind {
    /// The order as it stands when following begins.
    Snapshot,
    /// A new entry of the history.
    Event,
    /// The order as it stands after too much was missed to tell it one by one.
    Resync,
    /// Somebody has taken the order to work on it, or has let it go: `order.claim` says who has it
    /// now. For operators only. Whoever comes back with `after` is told of all that is claimed; what
    /// was let go meanwhile is not told of.
    Claim,
}

/// Something that happened to an order that is followed.
#[derive(SimpleObject)]
pub struct OrderUpdate {
    /// What this is.
    kind: OrderUpdateKind,
    /// Where `after` goes on from, without a gap.
    cursor: String,
    /// The number of the entry in the order's history, or of the newest one in a SNAPSHOT; 0 where
    /// there is no order.
    sequence: i64,
    /// The order as it stands. Null only for the SNAPSHOT or RESYNC of `orderUpdates`.
    order: Option<Order>,
    /// The entry; null unless this is an EVENT.
    event: Option<OrderEvent>,
}

impl From<Update> for OrderUpdate {
    fn from(update: Update) -> Self {
        let (kind, order, event, place) = match update {
            Update::Snapshot { order, place } => (OrderUpdateKind::Snapshot, order, None, place),
            Update::Event { order, event, place } => {
                (OrderUpdateKind::Event, Some(order), Some(event), place)
            }
            Update::Resync { order, place } => (OrderUpdateKind::Resync, order, None, place),
            Update::Claim { order, place } => (OrderUpdateKind::Claim, Some(order), None, place),
        };
        let sequence = match (&event, place) {
            (Some(event), _) => event.entry.sequence,
            (None, Place::Order { sequence, .. }) => sequence,
            (None, _) => 0,
        };
        Self {
            kind,
            cursor: place_cursor(place),
            sequence,
            order: order.map(Order::alone),
            event: event.map(|it| OrderEvent(*it)),
        }
    }
}
