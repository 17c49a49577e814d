//! Whatever hangs under a list is read for the whole list, once, when it is asked for of the first:
//! a page of fifty orders takes as many statements as one order does.
//!
//! A loader that collects keys for a while would not do: how many statements a page then takes
//! depends on how fast it is resolved. The ids are of what a parent was allowed to see.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::{Arc, Mutex};

use async_graphql::{Context, Result};
use futures_util::future::{BoxFuture, FutureExt, TryFutureExt};
use tokio::sync::OnceCell;

use super::context::{clock, store};
use super::error::{Code, coded, shared};
use crate::domain::actor::Reach;
use crate::domain::balance::{Balance, Movement};
use crate::domain::claim::Claim;
use crate::domain::customer::Customer;
use crate::domain::document::{Document, DocumentRequest};
use crate::domain::history::{Event, InternalNote};
use crate::domain::ids::{CustomerId, DocumentRequestId, OrderId};
use crate::domain::order::Order;
use crate::domain::payment::{Payment, PaymentMean, Refund};
use crate::domain::transfer::Transfer;
use crate::domain::withdrawal::Withdrawal;
use crate::storage::{
    StorageError, balances, claims, customers, documents, history, means, payments, refunds,
    transfers, withdrawals,
};

/// What was read for all, once somebody has asked.
type Once<K, V> = OnceCell<Result<HashMap<K, V>, Arc<StorageError>>>;

/// Movements that are shown of one customer's balances.
const MOVEMENTS_MAX: u64 = 100;

type NewestEvents = Arc<Once<OrderId, Vec<Event>>>;

/// Orders that were read together.
#[derive(Default)]
pub struct Together {
    orders: Vec<OrderId>,
    /// Whose orders they are.
    pub people: Arc<People>,
    payments: Once<OrderId, Vec<Payment>>,
    refunds: Once<OrderId, Vec<Refund>>,
    transfers: Once<OrderId, Vec<Transfer>>,
    withdrawals: Once<OrderId, Vec<Withdrawal>>,
    document_requests: Once<OrderId, Vec<DocumentRequest>>,
    documents: Once<DocumentRequestId, Vec<Document>>,
    internal_notes: Once<OrderId, Vec<InternalNote>>,
    claims: Once<OrderId, Vec<Claim>>,
    /// By how many were asked for.
    newest: Mutex<HashMap<u64, NewestEvents>>,
}

/// Customers whose orders, or who themselves, were read together.
#[derive(Default)]
pub struct People {
    ids: Vec<CustomerId>,
    customers: Once<CustomerId, Arc<Customer>>,
    means: Once<CustomerId, Vec<PaymentMean>>,
    balances: Once<CustomerId, Vec<Balance>>,
    movements: Once<CustomerId, Vec<Movement>>,
}

impl Together {
    pub fn of<'a>(orders: impl IntoIterator<Item = &'a Order>) -> Arc<Self> {
        let (orders, people): (BTreeSet<OrderId>, BTreeSet<CustomerId>) =
            orders.into_iter().map(|order| (order.id, order.customer_id)).unzip();
        let orders = orders.into_iter().collect();
        Arc::new(Self { orders, people: People::of(people), ..Self::default() })
    }

    /// Orders of which something was read, and not they themselves.
    pub fn of_ids(orders: impl IntoIterator<Item = OrderId>) -> Arc<Self> {
        let orders: BTreeSet<OrderId> = orders.into_iter().collect();
        Arc::new(Self { orders: orders.into_iter().collect(), ..Self::default() })
    }

    /// The payments of one of them, the oldest first.
    pub async fn payments(&self, ctx: &Context<'_>, of: OrderId) -> Result<Vec<Payment>> {
        let read = || lists(payments::of_orders(store(ctx).read(), &self.orders), |it| it.order_id);
        Ok(once(&self.payments, of, read).await?.unwrap_or_default())
    }

    /// The refunds, the oldest first.
    pub async fn refunds(&self, ctx: &Context<'_>, of: OrderId) -> Result<Vec<Refund>> {
        let read = || lists(refunds::of_orders(store(ctx).read(), &self.orders), |it| it.order_id);
        Ok(once(&self.refunds, of, read).await?.unwrap_or_default())
    }

    /// The transfers that have arrived, the oldest first.
    pub async fn transfers(&self, ctx: &Context<'_>, of: OrderId) -> Result<Vec<Transfer>> {
        let read =
            || lists(transfers::of_orders(store(ctx).read(), &self.orders), |it| it.order_id);
        Ok(once(&self.transfers, of, read).await?.unwrap_or_default())
    }

    /// The statements of withdrawal, the oldest first.
    pub async fn withdrawals(&self, ctx: &Context<'_>, of: OrderId) -> Result<Vec<Withdrawal>> {
        let read =
            || lists(withdrawals::of_orders(store(ctx).read(), &self.orders), |it| it.order_id);
        Ok(once(&self.withdrawals, of, read).await?.unwrap_or_default())
    }

    /// What documents were asked for, the oldest request first.
    pub async fn document_requests(
        &self,
        ctx: &Context<'_>,
        of: OrderId,
    ) -> Result<Vec<DocumentRequest>> {
        let read =
            || lists(documents::of_orders(store(ctx).read(), &self.orders), |it| it.order_id);
        Ok(once(&self.document_requests, of, read).await?.unwrap_or_default())
    }

    /// What has come for a request of one of them, the oldest first.
    pub async fn documents(
        &self,
        ctx: &Context<'_>,
        of: DocumentRequestId,
    ) -> Result<Vec<Document>> {
        let read = || {
            lists(documents::files_of_orders(store(ctx).read(), &self.orders), |it| it.request_id)
        };
        Ok(once(&self.documents, of, read).await?.unwrap_or_default())
    }

    /// What operators wrote for each other, the oldest first.
    pub async fn internal_notes(
        &self,
        ctx: &Context<'_>,
        of: OrderId,
    ) -> Result<Vec<InternalNote>> {
        let read =
            || lists(history::internal_notes(store(ctx).read(), &self.orders), |it| it.order_id);
        Ok(once(&self.internal_notes, of, read).await?.unwrap_or_default())
    }

    /// The last claim to one of them, live or not.
    pub async fn claims(&self, ctx: &Context<'_>, of: OrderId) -> Result<Vec<Claim>> {
        let read = || lists(claims::of_orders(store(ctx).read(), &self.orders), |it| it.order_id);
        Ok(once(&self.claims, of, read).await?.unwrap_or_default())
    }

    /// So many of the newest entries of the history, the newest first.
    pub async fn newest_events(
        &self,
        ctx: &Context<'_>,
        of: OrderId,
        count: u64,
    ) -> Result<Vec<Event>> {
        let cell = {
            let mut newest = self.newest.lock().expect("no holder of this lock can panic");
            Arc::clone(newest.entry(count).or_default())
        };
        let read = || {
            lists(history::newest_of_many(store(ctx).read(), &self.orders, count), |it| it.order_id)
        };
        Ok(once(&cell, of, read).await?.unwrap_or_default())
    }
}

impl People {
    pub fn of(ids: impl IntoIterator<Item = CustomerId>) -> Arc<Self> {
        Arc::new(Self { ids: ids.into_iter().collect(), ..Self::default() })
    }

    /// One of them: an order or a token says that there is such a customer.
    pub async fn customer(&self, ctx: &Context<'_>, of: CustomerId) -> Result<Arc<Customer>> {
        let read = || {
            let read = customers::many(store(ctx).read(), Reach::All, &self.ids);
            let by_id = |all: Vec<Customer>| all.into_iter().map(|it| (it.id, Arc::new(it)));
            read.map_ok(move |all| by_id(all).collect()).boxed()
        };
        let missing = "Something went wrong on our side. Please try again.";
        once(&self.customers, of, read).await?.ok_or_else(|| coded(Code::Internal, missing))
    }

    /// The means of payment of one of them, as they stand today, the oldest first.
    pub async fn means(&self, ctx: &Context<'_>, of: CustomerId) -> Result<Vec<PaymentMean>> {
        let read = || lists(means::of_customers(store(ctx).read(), &self.ids), |it| it.customer_id);
        let today = clock(ctx).now().date_naive();
        let means = once(&self.means, of, read).await?.unwrap_or_default();
        Ok(means.into_iter().map(|it| it.on(today)).collect())
    }

    /// What one of them has in advance, in each currency.
    pub async fn balances(&self, ctx: &Context<'_>, of: CustomerId) -> Result<Vec<Balance>> {
        let read =
            || lists(balances::of_customers(store(ctx).read(), &self.ids), |it| it.customer_id);
        Ok(once(&self.balances, of, read).await?.unwrap_or_default())
    }

    /// What has moved that, the newest first.
    pub async fn movements(&self, ctx: &Context<'_>, of: CustomerId) -> Result<Vec<Movement>> {
        let read = || {
            let read = balances::movements(store(ctx).read(), &self.ids, MOVEMENTS_MAX);
            lists(read, |it| it.customer_id)
        };
        Ok(once(&self.movements, of, read).await?.unwrap_or_default())
    }
}

/// What is read, as a list for each key, in the order it comes in. Boxed, because only the first of
/// many asks for it, and a statement's future is large.
fn lists<'a, K: Eq + Hash + 'a, V: 'a>(
    read: impl Future<Output = Result<Vec<V>, StorageError>> + Send + 'a,
    key: fn(&V) -> K,
) -> BoxFuture<'a, Result<HashMap<K, Vec<V>>, StorageError>> {
    let by_key = move |all: Vec<V>| {
        let mut lists: HashMap<K, Vec<V>> = HashMap::new();
        for it in all {
            lists.entry(key(&it)).or_default().push(it);
        }
        lists
    };
    read.map_ok(by_key).boxed()
}

/// Reads for all unless somebody has, and answers with what there is of one.
async fn once<'a, K: Eq + Hash, V: Clone>(
    cell: &Once<K, V>,
    of: K,
    read: impl FnOnce() -> BoxFuture<'a, Result<HashMap<K, V>, StorageError>>,
) -> Result<Option<V>> {
    let all = cell.get_or_init(async || read().await.map_err(Arc::new)).await;
    all.as_ref().map(|all| all.get(&of).cloned()).map_err(shared)
}
