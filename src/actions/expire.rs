//! Expiring an unpaid order. Money on its way keeps it alive.

use super::deposit::give_back_held;
use super::{Action, Policy, Stop};
use crate::domain::actor::{ActorKind, Reach};
use crate::domain::audit::Deed;
use crate::domain::ids::OrderId;
use crate::domain::order::By;
use crate::domain::payment::Payment;
use crate::domain::status::OrderStatus;
use crate::storage::{Tx, orders, payments};

pub struct Expire {
    pub order: OrderId,
}

impl Action for Expire {
    /// Whether it has expired.
    type Done = bool;
    type Refusal = std::convert::Infallible;

    async fn run(&self, tx: &Tx, policy: &Policy) -> Result<bool, Stop<Self::Refusal>> {
        let Some(mut order) = orders::lock(tx, Reach::All, self.order).await? else {
            return Ok(false);
        };
        if order.status != OrderStatus::NotPaid || tx.now < order.expires_at {
            return Ok(false);
        }
        // Looked at under the order's lock: a payment may have begun since the job chose.
        let all = payments::of_orders(tx.db(), &[order.id]).await?;
        if all.iter().any(Payment::is_live) {
            return Ok(false);
        }
        let system = By { actor: ActorKind::System, at: tx.now };
        order.expire(system).expect("an order that is not paid can expire");
        orders::save(tx, &mut order).await?;
        give_back_held((tx, policy), &mut order, system).await?;
        Ok(true)
    }

    fn deed(&self, _: &Self::Done) -> Option<Deed> {
        None
    }
}
