//! The only place that reads the time. Everything else is told what time it is.
//!
//! Times are cut to whole milliseconds, so that what is stored, sent and compared is the same value.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// How often a clock that is moved by hand is looked at by those who wait for a time.
pub const MANUAL_LOOK_EVERY: Duration = Duration::from_millis(50);

/// Where "now" comes from. A closed set, so an enum.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    /// Stands still until it is moved: for tests.
    Manual(Arc<Mutex<DateTime<Utc>>>),
}

impl Clock {
    /// A clock that stands at `now` until [`Clock::advance`] moves it.
    pub fn manual(now: DateTime<Utc>) -> Self {
        Self::Manual(Arc::new(Mutex::new(now.trunc_subsecs(3))))
    }

    pub fn now(&self) -> DateTime<Utc> {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the one place that may")]
            Self::System => Utc::now().trunc_subsecs(3),
            Self::Manual(at) => *at.lock().expect("no holder of this lock can panic"),
        }
    }

    /// Moves a manual clock; the system's cannot be moved, and is left alone.
    pub fn advance(&self, by: TimeDelta) {
        if let Self::Manual(at) = self {
            *at.lock().expect("no holder of this lock can panic") += by;
        }
    }

    /// Waits until it is `at`. A clock that is moved by hand is looked at again and again.
    pub async fn reaches(&self, at: DateTime<Utc>) {
        loop {
            let left = at - self.now();
            if left <= TimeDelta::zero() {
                return;
            }
            let wait = match self {
                Self::System => left.to_std().unwrap_or_default(),
                Self::Manual(_) => MANUAL_LOOK_EVERY,
            };
            tokio::time::sleep(wait).await;
        }
    }
}
