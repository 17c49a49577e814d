//! Everything that lives as long as the process, built once.

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::auth::Tokens;
use crate::clock::Clock;
use crate::http::Limits;
use crate::storage::Store;

pub struct App {
    pub clock: Clock,
    pub tokens: Tokens,
    pub store: Store,
    /// Tasks that are finished before the process ends.
    pub tracker: TaskTracker,
    pub shutdown: CancellationToken,
    pub limits: Limits,
    /// Origins of web pages that may open a WebSocket, besides our own.
    pub origins: Vec<String>,
}
