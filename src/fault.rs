//! Places at which the fault tests stop a process, or let it hang. The crash that hurts comes between
//! two steps, so each of these names such a gap.
//!
//! "Test build" means one with debug assertions, as `cargo test` and `cargo run` make it. A release
//! build has none of this: [`point`] is ready at once, and no variable is read.

/// A gap between two steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// P1: the payment is written down, and nothing else has been done.
    AfterFirstTransaction,
    /// P2: the provider is about to be called.
    BeforeCall,
    /// P3: the provider has been called, and what it says has not been read.
    BeforeAnswer,
    /// P4: the provider has answered, and nothing of it is written down.
    BeforeOutcome,
    /// P5: the outcome is written, and not committed.
    BeforeCommit,
    /// P6: the outcome is committed, and the client does not know.
    BeforeReply,
    /// P7: a webhook is stored, and nothing has been made of it.
    WebhookStored,
    /// P8: the provider does not know yet that its webhook has arrived.
    BeforeWebhookReply,
    /// P9: a job holds a payment, and has not asked about it.
    WithLease,
    /// P10: a change is marked as told of, and nobody has been woken.
    BeforeWaking,
    /// P11: an uploaded file is where it is kept, and no row names it.
    AfterFile,
    /// P12: a job has chosen an order to expire, and not touched it.
    BeforeExpiry,
}

/// How a test makes the product wrong, to see that its harness notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sabotage {
    /// What is asked again goes to the provider under another key.
    NewKeyOnRetry,
    /// Callers are told of a change before it is committed.
    AnswerBeforeCommit,
    /// Nobody asks about a payment again.
    NoReconciler,
}

#[cfg(debug_assertions)]
pub use armed::{is_sabotaged, point};
#[cfg(not(debug_assertions))]
pub use disarmed::{is_sabotaged, point};

#[cfg(not(debug_assertions))]
mod disarmed {
    use std::future::{Ready, ready};

    use super::{Fault, Sabotage};

    pub fn point(_: Fault) -> Ready<()> {
        ready(())
    }

    pub fn is_sabotaged(_: Sabotage) -> bool {
        false
    }
}

#[cfg(debug_assertions)]
mod armed {
    use std::sync::LazyLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::{Fault, Sabotage};

    /// `P3:abort`, `P3:hang`, or `P3:abort:2` for the second time that somebody comes by.
    const FAULT: &str = "BUONO_FAULT";
    /// `new-key-on-retry`, `answer-before-commit` or `no-reconciler`.
    const SABOTAGE: &str = "BUONO_SABOTAGE";

    #[derive(Debug, PartialEq, Eq)]
    pub(super) enum Way {
        Abort,
        Hang,
    }

    #[derive(Debug, PartialEq, Eq)]
    pub(super) struct Armed {
        pub fault: Fault,
        pub way: Way,
        /// Which time that somebody comes by, from 1.
        pub at: u32,
    }

    /// Of the process, because a crash is one.
    static ARMED: LazyLock<Option<Armed>> = LazyLock::new(|| {
        let text = std::env::var(FAULT).ok()?;
        Some(parse(&text).unwrap_or_else(|| panic!("{FAULT}={text} names no fault")))
    });
    static PASSED: AtomicU32 = AtomicU32::new(0);
    static SABOTAGED: LazyLock<Option<Sabotage>> = LazyLock::new(|| {
        let text = std::env::var(SABOTAGE).ok()?;
        Some(sabotage(&text).unwrap_or_else(|| panic!("{SABOTAGE}={text} names no sabotage")))
    });

    /// Comes through, unless this is the place and the time that a test has chosen.
    pub async fn point(here: Fault) {
        let Some(armed) = ARMED.as_ref().filter(|armed| armed.fault == here) else { return };
        if PASSED.fetch_add(1, Ordering::SeqCst) + 1 != armed.at {
            return;
        }
        eprintln!("the fault {} has fired: {:?}", name(here), armed.way);
        match armed.way {
            Way::Abort => std::process::abort(),
            Way::Hang => std::future::pending().await,
        }
    }

    pub fn is_sabotaged(how: Sabotage) -> bool {
        *SABOTAGED == Some(how)
    }

    pub(super) fn parse(text: &str) -> Option<Armed> {
        let mut parts = text.split(':');
        let fault = parts.next().and_then(|name| ALL.into_iter().find(|it| it.0 == name))?.1;
        let way = match parts.next()? {
            "abort" => Way::Abort,
            "hang" => Way::Hang,
            _ => return None,
        };
        let at = parts.next().map_or(Some(1), |at| at.parse().ok()).filter(|at| 0 < *at)?;
        parts.next().is_none().then_some(Armed { fault, way, at })
    }

    pub(super) fn sabotage(text: &str) -> Option<Sabotage> {
        Some(match text {
            "new-key-on-retry" => Sabotage::NewKeyOnRetry,
            "answer-before-commit" => Sabotage::AnswerBeforeCommit,
            "no-reconciler" => Sabotage::NoReconciler,
            _ => return None,
        })
    }

    const ALL: [(&str, Fault); 12] = [
        ("P1", Fault::AfterFirstTransaction),
        ("P2", Fault::BeforeCall),
        ("P3", Fault::BeforeAnswer),
        ("P4", Fault::BeforeOutcome),
        ("P5", Fault::BeforeCommit),
        ("P6", Fault::BeforeReply),
        ("P7", Fault::WebhookStored),
        ("P8", Fault::BeforeWebhookReply),
        ("P9", Fault::WithLease),
        ("P10", Fault::BeforeWaking),
        ("P11", Fault::AfterFile),
        ("P12", Fault::BeforeExpiry),
    ];

    fn name(fault: Fault) -> &'static str {
        ALL.into_iter().find(|it| it.1 == fault).expect("the table has all of them").0
    }
}

#[cfg(all(test, debug_assertions))]
mod tests {
    use super::armed::{Armed, Way, parse, sabotage};
    use super::*;

    #[test]
    fn a_fault_is_a_place_a_way_and_a_time() {
        let armed = |fault, way, at| Some(Armed { fault, way, at });
        assert_eq!(parse("P3:abort"), armed(Fault::BeforeAnswer, Way::Abort, 1));
        assert_eq!(parse("P12:hang:4"), armed(Fault::BeforeExpiry, Way::Hang, 4));
        for wrong in ["", "P3", "P13:abort", "P3:pause", "P3:abort:0", "P3:abort:x", "P3:abort:1:1"]
        {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_sabotage_is_known_by_name() {
        assert_eq!(sabotage("no-reconciler"), Some(Sabotage::NoReconciler));
        assert_eq!(sabotage("no-such-thing"), None);
    }
}
