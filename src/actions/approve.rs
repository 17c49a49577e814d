//! Approving and refusing: what an operator's check of a paid order ends with.

use chrono::{DateTime, Utc};

use super::refund::give_all_back;
use super::texts::prose;
use super::{Action, Policy, StepRefusal, Stop, by, locked, refuse};
use crate::domain::actor::{Actor, ActorKind, Scope};
use crate::domain::audit::{Deed, Verb};
use crate::domain::order::{By, Order};
use crate::storage::{Tx, documents, orders};

pub struct Approve {
    pub actor: Actor,
    pub number: String,
}

impl Action for Approve {
    type Done = Order;
    type Refusal = StepRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Order, Stop<StepRefusal>> {
        let Some(mut order) = locked(tx, &self.actor, Scope::OrdersValidate, &self.number).await?
        else {
            return refuse(StepRefusal::NotFound);
        };
        order
            .approve(by(&self.actor, tx))
            .map_err(|no| Stop::Refused(StepRefusal::NotAllowed(no)))?;
        orders::save(tx, &mut order).await?;
        Ok(order)
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::OrderApprove, done.number.as_str())
    }
}

/// The vendor's policy may approve by itself; by default nobody's order is.
pub(super) fn by_policy(policy: &Policy, order: &mut Order, now: DateTime<Utc>) {
    if order.total < policy.approve_below {
        let system = By { actor: ActorKind::System, at: now };
        order.approve(system).expect("an order that is being checked can be approved");
    }
}

/// Ends the order, and gives everything back.
pub struct Refuse {
    pub actor: Actor,
    pub number: String,
    pub reason: String,
}

impl Action for Refuse {
    type Done = Order;
    type Refusal = StepRefusal;

    async fn run(&self, tx: &Tx, policy: &Policy) -> Result<Order, Stop<StepRefusal>> {
        let reason = prose(&["reason"], &self.reason)?;
        let Some(mut order) = locked(tx, &self.actor, Scope::OrdersValidate, &self.number).await?
        else {
            return refuse(StepRefusal::NotFound);
        };
        let by = by(&self.actor, tx);
        order.refuse(by, reason).map_err(|no| Stop::Refused(StepRefusal::NotAllowed(no)))?;
        documents::reject_open(tx, order.id).await?;
        give_all_back(tx, policy, &mut order, by).await?;
        orders::save(tx, &mut order).await?;
        Ok(order)
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::OrderRefuse, done.number.as_str())
    }
}
