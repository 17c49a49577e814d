//! How many messages a client may send.

use tokio::time::Instant;

use crate::http::SocketLimits;

/// Messages that a client may still send: filled by time, emptied by messages.
pub(super) struct Budget {
    left: f64,
    filled_at: Instant,
}

impl Budget {
    pub(super) fn new(limits: &SocketLimits, now: Instant) -> Self {
        Self { left: f64::from(limits.messages_burst), filled_at: now }
    }

    pub(super) fn spend(&mut self, limits: &SocketLimits, now: Instant) -> bool {
        let per_second = f64::from(limits.messages_per_second);
        let gained = (now - self.filled_at).as_secs_f64() * per_second;
        self.left = f64::from(limits.messages_burst).min(self.left + gained);
        self.filled_at = now;
        if self.left < 1.0 {
            return false;
        }
        self.left -= 1.0;
        true
    }
}
