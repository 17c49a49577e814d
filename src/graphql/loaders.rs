//! Adapters from storage's batch functions to loaders: whatever hangs under a list is loaded by list.
//! Keys are ids that their parents were allowed to see.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;

use crate::domain::actor::Reach;
use crate::domain::customer::Customer;
use crate::domain::document::DocumentRequest;
use crate::domain::history::Event;
use crate::domain::ids::{CustomerId, OrderId};
use crate::domain::payment::{Payment, PaymentMean, Refund};
use crate::domain::withdrawal::Withdrawal;
use crate::storage::{
    StorageError, Store, customers, documents, history, means, payments, refunds, withdrawals,
};

pub struct Loaders(pub Store);

/// What is loaded for an order: one key type for each kind, since a loader goes by its key.
macro_rules! keys {
    ($($(#[$doc:meta])* $key:ident => $value:ty, $of:path, $order:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $key(pub OrderId);

        impl Loader<$key> for Loaders {
            type Value = Vec<$value>;
            type Error = Arc<StorageError>;

            async fn load(
                &self,
                keys: &[$key],
            ) -> Result<HashMap<$key, Self::Value>, Self::Error> {
                let ids: Vec<OrderId> = keys.iter().map(|key| key.0).collect();
                let mut by_order: HashMap<$key, Self::Value> = HashMap::new();
                for it in $of(self.0.read(), &ids).await.map_err(Arc::new)? {
                    by_order.entry($key(it.$order)).or_default().push(it);
                }
                Ok(by_order)
            }
        }
    )*};
}

keys! {
    PaymentsOf => Payment, payments::of_orders, order_id;
    RefundsOf => Refund, refunds::of_orders, order_id;
    WithdrawalsOf => Withdrawal, withdrawals::of_orders, order_id;
    DocumentRequestsOf => DocumentRequest, documents::of_orders, order_id;
}

impl Loader<CustomerId> for Loaders {
    type Value = Arc<Customer>;
    type Error = Arc<StorageError>;

    async fn load(
        &self,
        ids: &[CustomerId],
    ) -> Result<HashMap<CustomerId, Self::Value>, Self::Error> {
        let all = customers::many(self.0.read(), Reach::All, ids).await.map_err(Arc::new)?;
        Ok(all.into_iter().map(|it| (it.id, Arc::new(it))).collect())
    }
}

/// The means of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MeansOf(pub CustomerId);

impl Loader<MeansOf> for Loaders {
    type Value = Vec<PaymentMean>;
    type Error = Arc<StorageError>;

    async fn load(&self, keys: &[MeansOf]) -> Result<HashMap<MeansOf, Self::Value>, Self::Error> {
        let ids: Vec<CustomerId> = keys.iter().map(|key| key.0).collect();
        let mut by_customer: HashMap<MeansOf, Self::Value> = HashMap::new();
        for it in means::of_customers(self.0.read(), &ids).await.map_err(Arc::new)? {
            by_customer.entry(MeansOf(it.customer_id)).or_default().push(it);
        }
        Ok(by_customer)
    }
}

/// The newest entries of an order's history, so many of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NewestEvents {
    pub order: OrderId,
    pub count: u64,
}

impl Loader<NewestEvents> for Loaders {
    type Value = Vec<Event>;
    type Error = Arc<StorageError>;

    async fn load(
        &self,
        keys: &[NewestEvents],
    ) -> Result<HashMap<NewestEvents, Self::Value>, Self::Error> {
        let ids: Vec<OrderId> = keys.iter().map(|key| key.order).collect();
        let most = keys.iter().map(|key| key.count).max().unwrap_or(0);
        let all = history::newest_of_many(self.0.read(), &ids, most).await.map_err(Arc::new)?;
        let of = |key: &NewestEvents| {
            let own = all.iter().filter(|event| event.order_id == key.order);
            own.take(usize::try_from(key.count).unwrap_or(usize::MAX)).cloned().collect()
        };
        Ok(keys.iter().map(|key| (*key, of(key))).collect())
    }
}
