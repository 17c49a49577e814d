//! Who works on what, for operators who follow. A claim is no entry of the history, which customers
//! read: what is claimed is compared with what was told last. One that has run out is noticed at the
//! next look.

use std::collections::BTreeMap;

use crate::clock::Clock;
use crate::domain::claim::Claim;
use crate::domain::ids::OrderId;
use crate::storage::{StorageError, Store, claims};

/// What a follower was told of claims.
pub(super) struct Watch {
    clock: Clock,
    /// The order that is followed, or all of them.
    order: Option<OrderId>,
    told: BTreeMap<OrderId, Claim>,
}

impl Watch {
    /// Begins with what there is, which a new follower reads itself; whoever comes back is told of it.
    pub async fn new(
        store: &Store,
        clock: Clock,
        order: Option<OrderId>,
        comes_back: bool,
    ) -> Result<Self, StorageError> {
        let mut watch = Self { clock, order, told: BTreeMap::new() };
        if !comes_back {
            watch.changes(store).await?;
        }
        Ok(watch)
    }

    /// The orders whose claim is another than was told last.
    pub async fn changes(&mut self, store: &Store) -> Result<Vec<OrderId>, StorageError> {
        let live = claims::live(store.read(), self.order, self.clock.now()).await?;
        let live: BTreeMap<OrderId, Claim> =
            live.into_iter().map(|claim| (claim.order_id, claim)).collect();
        let both = self.told.keys().chain(live.keys());
        let mut changed: Vec<OrderId> =
            both.filter(|id| self.told.get(id) != live.get(id)).copied().collect();
        changed.sort_unstable();
        changed.dedup();
        self.told = live;
        Ok(changed)
    }
}
