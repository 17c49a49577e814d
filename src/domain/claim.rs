//! Who works on an order just now, so that two operators do not do the same: for a while, and for
//! the step that the order stands at.

use chrono::{DateTime, Utc};

use super::ids::OrderId;
use super::status::OrderStatus;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub order_id: OrderId,
    pub operator: String,
    pub since: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// Where the order stood: what is done there ends the claim.
    pub status: OrderStatus,
}

impl Claim {
    pub fn is_live(&self, status: OrderStatus, now: DateTime<Utc>) -> bool {
        self.status == status && now < self.until
    }
}
