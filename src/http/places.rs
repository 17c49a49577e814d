//! How much is done at once. A place is held while an operation runs, from when its request has arrived
//! in full: also when nobody waits for the answer any more, and not by those who only listen.
//!
//! WebSockets and streams of events hold none while they are open; each query and mutation on them does
//! while it runs. Probes, metrics and pages that need no database never do.

use std::sync::Arc;

use async_graphql::ServerError;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::failure::{Failure, error};
use crate::graphql::error::{BUSY, BUSY_MESSAGE, RETRY_AFTER_SECONDS};

#[derive(Clone, Debug)]
pub struct Places(Arc<Semaphore>);

/// A place that is given back when it is dropped.
pub struct Place(OwnedSemaphorePermit);

/// Every place is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy;

impl Places {
    pub fn new(count: usize) -> Self {
        Self(Arc::new(Semaphore::new(count.min(Semaphore::MAX_PERMITS))))
    }

    pub fn take(&self) -> Result<Place, Busy> {
        Arc::clone(&self.0).try_acquire_owned().map(Place).map_err(|_| Busy)
    }
}

impl Place {
    /// Gives it back, and says so where a reader looks for the end of it.
    pub fn give_back(self) {
        drop(self.0);
    }
}

impl From<Busy> for ServerError {
    fn from(_: Busy) -> Self {
        let mut busy = error(BUSY, BUSY_MESSAGE);
        let extensions = busy.extensions.get_or_insert_default();
        extensions.set("retryAfter", RETRY_AFTER_SECONDS);
        busy
    }
}

impl From<Busy> for Failure {
    fn from(busy: Busy) -> Self {
        let status = axum::http::StatusCode::SERVICE_UNAVAILABLE;
        Self { status, errors: vec![busy.into()] }
    }
}
