//! Names of things, one type each, so that an order's id can never stand where a line's is meant.

use std::fmt;

use chrono::{DateTime, Utc};
use uuid::{NoContext, Timestamp, Uuid};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id. Its first part is the time, so that rows written together lie together.
            pub fn new(now: DateTime<Utc>) -> Self {
                Self(time_ordered(now))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    CustomerId
    CreditId
    OrderId
    LineId
    PaymentId
    PaymentMeanId
    RefundId
    TransferId
    WithdrawalId
    DocumentRequestId
    DocumentId
    PlanId
}

/// A UUID of version 7 (RFC 9562, section 5.7) for the given time, with 74 random bits.
pub fn time_ordered(now: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
}

/// When an id of version 7 was made, to the millisecond; `None` for any other.
pub fn made_at(id: Uuid) -> Option<DateTime<Utc>> {
    if id.get_version_num() != 7 {
        return None;
    }
    let (seconds, nanos) = id.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos)
}
