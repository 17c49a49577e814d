//! The payments and refunds of everybody, for those who work the operators' desk.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, Result, SimpleObject};
use uuid::Uuid;

use super::context::{actor, forbidden, store};
use super::enums::{PaymentState, RefundState};
use super::error::broken;
use super::ids::{bad_cursor, open, seal};
use super::order::Order;
use super::paging::{PageInfo, Paging};
use super::payment::{Payment, Refund};
use super::scalars::DateTime;
use super::screen::show;
use crate::actions::read::Shown;
use crate::domain::actor::{Reach, Scope};
use crate::domain::ids::OrderId;
use crate::domain::payment;
use crate::storage::desk::{self, Filter, Span};
use crate::storage::orders;

/// A page of payments, the oldest first. For operators and services only.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct PaymentConnection {
    /// The payments, each with what the desk has to know of it.
    edges: Vec<PaymentEdge>,
    /// Where this page stands in the list.
    page_info: PageInfo,
}

/// A page of payments, the oldest first. For operators and services only.
#[ComplexObject]
impl PaymentConnection {
    /// The payments alone.
    async fn nodes(&self) -> Vec<Payment> {
        self.edges.iter().map(|edge| edge.node.clone()).collect()
    }
}

/// A payment in the list, with what customers do not see of it.
#[derive(SimpleObject)]
pub struct PaymentEdge {
    /// The payment's place in this list.
    cursor: String,
    /// The payment.
    node: Payment,
    /// What it is for.
    order: Order,
    /// How it stands, to the letter: customers see `SENT` and `UNKNOWN` as `PENDING`.
    state: PaymentState,
    /// Since when the provider does not say how it stands; null as long as it does. One that is
    /// `PENDING` there can be forgotten too. An alarm is raised after 15 minutes.
    unclear_since: Option<DateTime>,
    /// How often the provider has been asked.
    attempts: i32,
    /// When the provider is asked next; null when it is not.
    next_check_at: Option<DateTime>,
    /// The operator who settled it by hand, if one did.
    settled_by: Option<String>,
    /// What the provider has said of it that cannot be, after it was settled by hand.
    contradiction: Option<String>,
}

/// A page of refunds, the oldest first. For operators and services only.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct RefundConnection {
    /// The refunds, each with what the desk has to know of it.
    edges: Vec<RefundEdge>,
    /// Where this page stands in the list.
    page_info: PageInfo,
}

/// A page of refunds, the oldest first. For operators and services only.
#[ComplexObject]
impl RefundConnection {
    /// The refunds alone.
    async fn nodes(&self) -> Vec<Refund> {
        self.edges.iter().map(|edge| edge.node.clone()).collect()
    }
}

/// A refund in the list, with what customers do not see of it.
#[derive(SimpleObject)]
pub struct RefundEdge {
    /// The refund's place in this list.
    cursor: String,
    /// The refund.
    node: Refund,
    /// What was paid for.
    order: Order,
    /// How it stands, to the letter: customers see `SENT` and `UNKNOWN` as `PENDING`.
    state: RefundState,
    /// Since when nobody knows what became of it; null when that is known, or when the provider says
    /// that it is under way. An alarm is raised after 15 minutes.
    unclear_since: Option<DateTime>,
    /// How often the provider has been asked.
    attempts: i32,
    /// When the provider is asked next; null when it is not.
    next_check_at: Option<DateTime>,
    /// The operator who settled it by hand, if one did.
    settled_by: Option<String>,
    /// What the provider has said of it that cannot be, after it was settled.
    contradiction: Option<String>,
    /// The other attempt that `refundRetry` made, if there is one.
    retry: Option<Refund>,
}

/// What of a list is asked for.
pub struct Wanted<State> {
    pub states: Option<Vec<State>>,
    pub contradicted: Option<bool>,
    pub unclear: Option<bool>,
}

impl<State> Wanted<State> {
    /// The same, as storage knows the states.
    fn filter<Known: From<State>>(self) -> Filter<Known> {
        let states = self.states.map(|all| all.into_iter().map(Into::into).collect());
        Filter { states, contradicted: self.contradicted, unclear: self.unclear }
    }
}

/// Who may see such a list: whoever reads orders, or has the scope to change what is in it.
fn allow(ctx: &Context<'_>, scope: Scope) -> Result<()> {
    let actor = actor(ctx)?;
    if actor.has(Scope::OrdersRead) || actor.has(scope) { Ok(()) } else { Err(forbidden(scope)) }
}

fn cursor(list: &str, id: Uuid) -> String {
    seal(&format!("{list}:{id}"))
}

fn span(list: &str, paging: &Paging) -> Result<Span> {
    let place = |cursor: &Option<String>| {
        let read = |text: &str| {
            let text = open(text)?;
            Uuid::parse_str(text.strip_prefix(list)?.strip_prefix(':')?).ok()
        };
        cursor.as_deref().map(|text| read(text).ok_or_else(bad_cursor)).transpose()
    };
    Ok(Span {
        after: place(&paging.after)?,
        before: place(&paging.before)?,
        from_end: paging.from_end,
        limit: paging.limit,
    })
}

/// The orders that a page is about, read together.
async fn orders_of(
    ctx: &Context<'_>,
    ids: impl Iterator<Item = OrderId>,
) -> Result<HashMap<OrderId, Order>> {
    let ids: Vec<OrderId> = ids.collect::<std::collections::BTreeSet<_>>().into_iter().collect();
    show(ctx, ids.iter().map(|&id| Shown::Order(id)));
    let found = orders::many(store(ctx).read(), Reach::All, &ids).await;
    let found = Order::list(found.map_err(|error| broken(&error))?);
    Ok(found.into_iter().map(|order| (order.0.id, order)).collect())
}

pub async fn payment_page(
    ctx: &Context<'_>,
    wanted: Wanted<PaymentState>,
    paging: Paging,
) -> Result<PaymentConnection> {
    allow(ctx, Scope::PaymentsWrite)?;
    let span = span("payments", &paging)?;
    let page = desk::payments(store(ctx).read(), &wanted.filter(), &span).await;
    let page = page.map_err(|error| broken(&error))?;
    let (page, page_info) = paging.cut(page, |it| cursor("payments", it.id.0));
    let orders = orders_of(ctx, page.iter().map(|it| it.order_id)).await?;
    let edge = |it: payment::Payment| {
        Some(PaymentEdge {
            cursor: cursor("payments", it.id.0),
            order: orders.get(&it.order_id)?.clone(),
            state: it.state.into(),
            unclear_since: it.unclear_since.map(DateTime),
            attempts: it.attempts,
            next_check_at: it.next_check_at.map(DateTime),
            settled_by: it.settled_by.clone(),
            contradiction: it.contradiction.clone(),
            node: Payment::new(it),
        })
    };
    Ok(PaymentConnection { edges: page.into_iter().filter_map(edge).collect(), page_info })
}

pub async fn refund_page(
    ctx: &Context<'_>,
    wanted: Wanted<RefundState>,
    paging: Paging,
) -> Result<RefundConnection> {
    allow(ctx, Scope::RefundsWrite)?;
    let span = span("refunds", &paging)?;
    let db = store(ctx).read();
    let page = desk::refunds(db, &wanted.filter(), &span).await;
    let page = page.map_err(|error| broken(&error))?;
    let (page, page_info) = paging.cut(page, |it| cursor("refunds", it.id.0));
    let orders = orders_of(ctx, page.iter().map(|it| it.order_id)).await?;
    let ids: Vec<_> = page.iter().map(|it| it.id).collect();
    let retries = desk::retries(db, &ids).await.map_err(|error| broken(&error))?;
    let retries: HashMap<_, _> = retries.into_iter().map(|it| (it.retry_of, it)).collect();
    let edge = |it: payment::Refund| {
        Some(RefundEdge {
            cursor: cursor("refunds", it.id.0),
            order: orders.get(&it.order_id)?.clone(),
            state: it.state.into(),
            unclear_since: it.unclear_since.map(DateTime),
            attempts: it.attempts,
            next_check_at: it.next_check_at.map(DateTime),
            settled_by: it.settled_by.clone(),
            contradiction: it.contradiction.clone(),
            retry: retries.get(&Some(it.id)).cloned().map(Refund),
            node: Refund(it),
        })
    };
    Ok(RefundConnection { edges: page.into_iter().filter_map(edge).collect(), page_info })
}
