//! Anything with a global id, within the viewer's reach.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use async_graphql::{Context, ID, Interface, Result};
use chrono::NaiveDate;

use super::catalog::Plan;
use super::context::{actor, clock, reads, reads_customers, store};
use super::customer::Customer;
use super::document::{Document, DocumentRequest};
use super::error::broken;
use super::event::OrderEvent;
use super::ids::NodeId;
use super::order::Order;
use super::order_line::OrderLine;
use super::payment::{Payment, PaymentMean, Refund};
use super::screen::show;
use super::together::Together;
use super::withdrawal::Withdrawal;
use crate::actions::read::Shown;
use crate::domain::actor::Reach;
use crate::domain::ids::{
    CustomerId, DocumentId, DocumentRequestId, OrderId, PaymentId, PaymentMeanId, PlanId, RefundId,
    WithdrawalId,
};
use crate::domain::withdrawal;
use crate::storage::{
    StorageError, Store, catalog, customers, documents, history, means, orders, payments, refunds,
    withdrawals,
};

/// Anything with a global id (Relay's global object identification).
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "The global id: opaque, and good for ever."))]
pub enum Node {
    Customer(Customer),
    Order(Order),
    OrderLine(OrderLine),
    OrderEvent(OrderEvent),
    PaymentMean(PaymentMean),
    Payment(Payment),
    Refund(Refund),
    Withdrawal(Withdrawal),
    DocumentRequest(DocumentRequest),
    Document(Document),
    Plan(Plan),
}

/// The objects of some ids, in their order: null both when there is none and when it is out of
/// reach. However many ids there are, one statement or two for each of their types. Plans are for
/// everybody, as the catalog is.
pub async fn find(ctx: &Context<'_>, ids: &[ID]) -> Result<Vec<Option<Node>>> {
    let decoded: Vec<Result<NodeId>> = ids.iter().map(|id| NodeId::decode(id)).collect();
    if !decoded.iter().all(|id| matches!(id, Ok(NodeId::Plan(_)))) {
        // Who asks comes first: nobody is told even whether an id is one of ours.
        actor(ctx)?;
    }
    let ids: Vec<NodeId> = decoded.into_iter().collect::<Result<_>>()?;
    let wanted = Wanted::of(&ids);
    let people = if wanted.of_people() { reads_customers(ctx)? } else { Reach::Nothing };
    let others = if wanted.of_orders() { reads(ctx)? } else { Reach::Nothing };
    let today = clock(ctx).now().date_naive();
    let found = Found::read(store(ctx), &wanted, people, others, today).await;
    let found = found.map_err(|error| broken(&error))?;
    show(ctx, found.shown());
    Ok(ids.iter().map(|&id| found.node(id)).collect())
}

/// The ids that somebody asked for, by what they name.
#[derive(Default)]
struct Wanted {
    plans: Vec<PlanId>,
    customers: Vec<CustomerId>,
    means: Vec<PaymentMeanId>,
    orders: Vec<OrderId>,
    events: Vec<(OrderId, i64)>,
    payments: Vec<PaymentId>,
    refunds: Vec<RefundId>,
    withdrawals: Vec<WithdrawalId>,
    requests: Vec<DocumentRequestId>,
    documents: Vec<DocumentId>,
}

impl Wanted {
    fn of(ids: &[NodeId]) -> Self {
        let mut wanted = Self::default();
        for &id in ids {
            match id {
                NodeId::Plan(id) => wanted.plans.push(id),
                NodeId::Customer(id) => wanted.customers.push(id),
                NodeId::PaymentMean(id) => wanted.means.push(id),
                NodeId::Order(id) | NodeId::OrderLine(id, _) => wanted.orders.push(id),
                NodeId::OrderEvent(order, sequence) => wanted.events.push((order, sequence)),
                NodeId::Payment(id) => wanted.payments.push(id),
                NodeId::Refund(id) => wanted.refunds.push(id),
                NodeId::Withdrawal(id) => wanted.withdrawals.push(id),
                NodeId::DocumentRequest(id) => wanted.requests.push(id),
                NodeId::Document(id) => wanted.documents.push(id),
            }
        }
        wanted
    }

    /// Whether anything is wanted that is a customer's, but not an order's.
    fn of_people(&self) -> bool {
        !self.customers.is_empty() || !self.means.is_empty()
    }

    fn of_orders(&self) -> bool {
        let money = !self.payments.is_empty() || !self.refunds.is_empty();
        let asked = !self.requests.is_empty() || !self.documents.is_empty();
        let papers = asked || !self.withdrawals.is_empty();
        money || papers || !self.orders.is_empty() || !self.events.is_empty()
    }
}

/// What there is of it, within reach.
struct Found {
    plans: HashMap<PlanId, Plan>,
    customers: HashMap<CustomerId, Customer>,
    means: HashMap<PaymentMeanId, PaymentMean>,
    orders: HashMap<OrderId, Order>,
    events: HashMap<(OrderId, i64), OrderEvent>,
    payments: HashMap<PaymentId, Payment>,
    refunds: HashMap<RefundId, Refund>,
    withdrawals: HashMap<WithdrawalId, withdrawal::Withdrawal>,
    requests: HashMap<DocumentRequestId, DocumentRequest>,
    documents: HashMap<DocumentId, Document>,
}

impl Found {
    async fn read(
        store: &Store,
        wanted: &Wanted,
        people: Reach,
        others: Reach,
        today: NaiveDate,
    ) -> Result<Self, StorageError> {
        let db = store.read();
        let withdrawals =
            unless_none(&wanted.withdrawals, withdrawals::many(db, others, &wanted.withdrawals));
        let withdrawals = withdrawals.await?;
        // A withdrawal is shown with its order.
        let mut orders = wanted.orders.clone();
        orders.extend(withdrawals.iter().map(|it| it.order_id));
        let orders = Order::list(unless_none(&orders, orders::many(db, others, &orders)).await?);
        let customers = customers::many(db, people, &wanted.customers);
        let customers = Customer::list(unless_none(&wanted.customers, customers).await?);
        let plans = unless_none(&wanted.plans, catalog::many(db, &wanted.plans)).await?;
        let means = unless_none(&wanted.means, means::many(db, people, &wanted.means)).await?;
        let means = means.into_iter().map(|it| it.on(today)).collect();
        let events = history::many(db, others, &wanted.events);
        let events = unless_none(&wanted.events, events).await?;
        let payments = payments::many(db, others, &wanted.payments);
        let payments = unless_none(&wanted.payments, payments).await?;
        let refunds = refunds::many(db, others, &wanted.refunds);
        let refunds = unless_none(&wanted.refunds, refunds).await?;
        let requests = documents::many(db, others, &wanted.requests);
        let requests = unless_none(&wanted.requests, requests).await?;
        let together = Together::of_ids(requests.iter().map(|it| it.order_id));
        let files = documents::files(db, others, &wanted.documents);
        let files = unless_none(&wanted.documents, files).await?;
        Ok(Self {
            plans: by(plans, |it| it.id, Plan),
            customers: by(customers, |it| it.0.id, |it| it),
            means: by(means, |it| it.id, PaymentMean),
            orders: by(orders, |it| it.0.id, |it| it),
            events: by(events, |it| (it.order_id, it.entry.sequence), OrderEvent),
            payments: by(payments, |it| it.id, Payment::new),
            refunds: by(refunds, |it| it.id, Refund),
            withdrawals: by(withdrawals, |it| it.id, |it| it),
            requests: by(requests, |it| it.id, |it| DocumentRequest(it, Arc::clone(&together))),
            documents: by(files, |it| it.id, Document),
        })
    }

    /// Whose data all of it is.
    fn shown(&self) -> Vec<Shown> {
        let mut shown: Vec<Shown> = self.orders.keys().map(|&id| Shown::Order(id)).collect();
        let orders = (self.events.keys().map(|&(order, _)| order))
            .chain(self.payments.values().map(|it| it.0.order_id))
            .chain(self.refunds.values().map(|it| it.0.order_id))
            .chain(self.withdrawals.values().map(|it| it.order_id))
            .chain(self.requests.values().map(|it| it.0.order_id))
            .chain(self.documents.values().map(|it| it.0.order_id));
        shown.extend(orders.map(Shown::Order));
        let people = self.customers.keys().copied();
        let people = people.chain(self.means.values().map(|it| it.0.customer_id));
        shown.extend(people.map(Shown::Customer));
        shown
    }

    fn node(&self, id: NodeId) -> Option<Node> {
        Some(match id {
            NodeId::Plan(id) => Node::Plan(self.plans.get(&id)?.clone()),
            NodeId::Customer(id) => Node::Customer(self.customers.get(&id)?.clone()),
            NodeId::PaymentMean(id) => Node::PaymentMean(self.means.get(&id)?.clone()),
            NodeId::Order(id) => Node::Order(self.orders.get(&id)?.clone()),
            NodeId::OrderLine(order, id) => {
                let order = Arc::clone(&self.orders.get(&order)?.0);
                let at = order.lines.iter().position(|line| line.id == id)?;
                Node::OrderLine(OrderLine { order, at })
            }
            NodeId::OrderEvent(order, sequence) => {
                Node::OrderEvent(self.events.get(&(order, sequence))?.clone())
            }
            NodeId::Payment(id) => Node::Payment(self.payments.get(&id)?.clone()),
            NodeId::Refund(id) => Node::Refund(self.refunds.get(&id)?.clone()),
            NodeId::Withdrawal(id) => {
                let withdrawal = self.withdrawals.get(&id)?.clone();
                let order = self.orders.get(&withdrawal.order_id)?.clone();
                Node::Withdrawal(Withdrawal { order, withdrawal })
            }
            NodeId::DocumentRequest(id) => Node::DocumentRequest(self.requests.get(&id)?.clone()),
            NodeId::Document(id) => Node::Document(self.documents.get(&id)?.clone()),
        })
    }
}

/// Reads, but only if there is something to look for.
async fn unless_none<K, V>(
    wanted: &[K],
    read: impl Future<Output = Result<Vec<V>, StorageError>>,
) -> Result<Vec<V>, StorageError> {
    if wanted.is_empty() { Ok(Vec::new()) } else { read.await }
}

fn by<K: Eq + Hash, T, V>(
    all: Vec<T>,
    key: impl Fn(&T) -> K,
    shown: impl Fn(T) -> V,
) -> HashMap<K, V> {
    all.into_iter().map(|it| (key(&it), shown(it))).collect()
}
