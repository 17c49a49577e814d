//! The history of an order.

use async_graphql::{ComplexObject, Context, ID, Object, Result, SimpleObject};

use super::context::{language, store};
use super::enums::{ActorKind, OrderEventKind, TrackingStepName};
use super::error::broken;
use super::ids::{NodeId, bad_cursor, open, seal};
use super::order::Order;
use super::paging::{PageInfo, Paging};
use super::scalars::DateTime;
use crate::domain::history::Event;
use crate::domain::ids::OrderId;
use crate::domain::text;
use crate::storage::history;

/// An entry of an order's history: written once, never changed.
#[derive(Clone)]
pub struct OrderEvent(pub Event);

/// An entry of an order's history: written once, never changed.
#[Object]
impl OrderEvent {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::OrderEvent(self.0.order_id, self.0.entry.sequence).encode()
    }

    /// 1, 2, 3 … within the order, without a gap.
    async fn sequence(&self) -> i64 {
        self.0.entry.sequence
    }

    /// What happened.
    async fn kind(&self) -> OrderEventKind {
        self.0.entry.kind.into()
    }

    /// When it happened.
    async fn at(&self) -> DateTime {
        DateTime(self.0.entry.at)
    }

    /// The step that it belongs to.
    async fn step(&self) -> TrackingStepName {
        self.0.entry.step.into()
    }

    /// Who did it.
    async fn actor(&self) -> ActorKind {
        self.0.entry.actor.into()
    }

    /// What happened, in words.
    async fn label(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A language, as BCP 47 names it. Default: the asking customer's, else en."
        )]
        language: Option<String>,
    ) -> Result<&str> {
        let language = self::language(ctx, language.as_deref()).await?;
        Ok(text::event(self.0.entry.kind, language))
    }

    /// More about it: an operator's words, a service's name, an amount. The kind says which.
    async fn detail(
        &self,
        #[graphql(desc = "A language, as BCP 47 names it. Details are as they were written.")]
        language: Option<String>,
    ) -> Option<&str> {
        let _ = language;
        self.0.entry.detail.as_deref()
    }
}

/// A page of an order's history, the newest entry first.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct OrderEventConnection {
    /// The entries with their cursors.
    edges: Vec<OrderEventEdge>,
    /// Where this page stands in the history.
    page_info: PageInfo,
}

/// A page of an order's history, the newest entry first.
#[ComplexObject]
impl OrderEventConnection {
    /// The entries without their cursors.
    async fn nodes(&self) -> Vec<OrderEvent> {
        self.edges.iter().map(|edge| edge.node.clone()).collect()
    }
}

/// An entry in a page of the history.
#[derive(SimpleObject)]
pub struct OrderEventEdge {
    /// The entry's place in this list.
    cursor: String,
    /// The entry.
    node: OrderEvent,
}

pub async fn event_page(
    ctx: &Context<'_>,
    order: &Order,
    first: Option<i32>,
    after: Option<String>,
    last: Option<i32>,
    before: Option<String>,
) -> Result<OrderEventConnection> {
    let paging = Paging::new(first, after, last, before)?;
    let page = read_page(ctx, order, &paging).await?;
    let id = order.0.id;
    let cursor = |event: &Event| seal(&format!("events:{id}:{}", event.entry.sequence));
    let (page, page_info) = paging.cut(page, cursor);
    let edges = page
        .into_iter()
        .map(|event| OrderEventEdge { cursor: cursor(&event), node: OrderEvent(event) });
    Ok(OrderEventConnection { edges: edges.collect(), page_info })
}

/// The entries of a page, the newest first, one more than asked for where there is more.
async fn read_page(ctx: &Context<'_>, order: &Order, paging: &Paging) -> Result<Vec<Event>> {
    let id = order.0.id;
    let sequence =
        |cursor: &Option<String>| cursor.as_deref().map(|text| read_cursor(id, text)).transpose();
    let (older_than, newer_than) = (sequence(&paging.after)?, sequence(&paging.before)?);
    let count = paging.limit + 1;
    if older_than.is_none() && newer_than.is_none() && !paging.from_end {
        return order.1.newest_events(ctx, id, count).await;
    }
    let db = store(ctx).read();
    let within = |event: &Event| {
        newer_than.is_none_or(|it| it < event.entry.sequence)
            && older_than.is_none_or(|it| event.entry.sequence < it)
    };
    let mut found = if paging.from_end {
        history::after_sequence(db, id, newer_than.unwrap_or(0), count).await
    } else {
        history::before_sequence(db, id, older_than.unwrap_or(i64::MAX), count).await
    }
    .map_err(|error| broken(&error))?;
    found.retain(within);
    if paging.from_end {
        found.reverse();
    }
    Ok(found)
}

fn read_cursor(order: OrderId, cursor: &str) -> Result<i64> {
    let text = open(cursor).ok_or_else(bad_cursor)?;
    let rest = text.strip_prefix(&format!("events:{order}:")).ok_or_else(bad_cursor)?;
    rest.parse().map_err(|_| bad_cursor())
}
