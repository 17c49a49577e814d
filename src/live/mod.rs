//! TELLS. Who follows an order is woken when it has changed, and reads what is new from the database.
//!
//! A wake-up carries no data and may be lost, doubled or late: it can cause a read and nothing else.

mod claims;
pub mod follow;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use tokio::sync::Notify;

use crate::domain::ids::{CustomerId, OrderId};

/// Parts of the table of listeners, so that few wait for the same lock.
const SHARDS: usize = 32;
/// The safety net under the wake-ups: how long a follower may wait without looking for itself.
pub const POLL_EVERY: Duration = Duration::from_secs(5);

/// What can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    Order(OrderId),
    Customer(CustomerId),
    /// Every order: operators, and Buono's own jobs.
    Everything,
    /// Buono's own jobs: something waits for them that is no change of an order.
    Jobs,
}

/// Who listens to what, of one part of the table.
type Listeners = HashMap<Topic, Vec<Weak<Notify>>>;

/// Wakes those who follow, in this process.
#[derive(Clone)]
pub struct Hub {
    shards: Arc<[Mutex<Listeners>; SHARDS]>,
    poll_every: Duration,
}

impl Default for Hub {
    fn default() -> Self {
        Self::polling_every(POLL_EVERY)
    }
}

/// One who follows. Wake-ups that come while it does not listen become one.
pub struct Listener {
    notify: Arc<Notify>,
    hub: Hub,
    topic: Topic,
}

impl Hub {
    /// A hub whose followers look for themselves so often.
    pub fn polling_every(poll_every: Duration) -> Self {
        Self { shards: Arc::default(), poll_every }
    }

    pub fn listen(&self, topic: Topic) -> Listener {
        let notify = Arc::new(Notify::new());
        let mut shard = self.shard(topic);
        shard.entry(topic).or_default().push(Arc::downgrade(&notify));
        drop(shard);
        Listener { notify, hub: self.clone(), topic }
    }

    /// Something has happened to an order of this customer.
    pub fn wake(&self, order: OrderId, customer: CustomerId) {
        for topic in [Topic::Order(order), Topic::Customer(customer), Topic::Everything] {
            self.notify(topic);
        }
    }

    /// Something waits for the jobs.
    pub fn wake_jobs(&self) {
        self.notify(Topic::Jobs);
    }

    fn notify(&self, topic: Topic) {
        let shard = self.shard(topic);
        for listener in shard.get(&topic).into_iter().flatten() {
            if let Some(notify) = listener.upgrade() {
                notify.notify_one();
            }
        }
    }

    /// How many listen, to whatever.
    pub fn listeners(&self) -> usize {
        let count = |shard: &Mutex<Listeners>| {
            shard
                .lock()
                .expect("no holder of this lock can panic")
                .values()
                .map(Vec::len)
                .sum::<usize>()
        };
        self.shards.iter().map(count).sum::<usize>()
    }

    fn shard(&self, topic: Topic) -> std::sync::MutexGuard<'_, Listeners> {
        let id = match topic {
            Topic::Order(OrderId(id)) | Topic::Customer(CustomerId(id)) => id,
            Topic::Everything | Topic::Jobs => uuid::Uuid::nil(),
        };
        // The last byte of an id is random.
        let at = usize::from(id.as_bytes()[15]) % SHARDS;
        self.shards[at].lock().expect("no holder of this lock can panic")
    }
}

impl Listener {
    /// Waits until something has happened since the last call.
    pub async fn changed(&self) {
        self.notify.notified().await;
    }

    /// Waits until something may have happened: a wake-up that was lost costs one poll.
    pub async fn changed_or_due(&self, soon: Option<Duration>) {
        let due = soon.unwrap_or(self.hub.poll_every).min(self.hub.poll_every);
        // What the wait ended by makes no difference: the database is asked either way.
        let _ = tokio::time::timeout(due, self.changed()).await;
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut shard = self.hub.shard(self.topic);
        if let Some(listeners) = shard.get_mut(&self.topic) {
            listeners.retain(|it| !std::ptr::eq(it.as_ptr(), Arc::as_ptr(&self.notify)));
            if listeners.is_empty() {
                shard.remove(&self.topic);
            }
        }
    }
}
