//! Taking an order to work on it, and letting it go. Nobody is kept from anything by it: it tells.

use super::{Action, Policy, StepRefusal, Stop, refuse};
use crate::domain::actor::{Actor, Reach};
use crate::domain::audit::{Deed, Verb};
use crate::domain::claim::Claim;
use crate::domain::number::OrderNumber;
use crate::domain::order::Order;
use crate::storage::store::Announcement;
use crate::storage::{Tx, claims, orders};

pub struct ClaimOrder {
    pub actor: Actor,
    pub number: String,
    /// Lets it go instead.
    pub release: bool,
    /// Whoever else has it.
    pub force: bool,
}

impl Action for ClaimOrder {
    type Done = Order;
    type Refusal = StepRefusal;

    async fn run(&self, tx: &Tx, policy: &Policy) -> Result<Order, Stop<StepRefusal>> {
        let number = OrderNumber::parse(&self.number).filter(|_| self.actor.works_on_orders());
        let Some(number) = number else { return refuse(StepRefusal::NotFound) };
        let Some(order) = orders::lock_by_number(tx, Reach::All, &number).await? else {
            return refuse(StepRefusal::NotFound);
        };
        let last = claims::of_orders(tx.db(), &[order.id]).await?.pop();
        let live = last.filter(|claim| claim.is_live(order.status, tx.now));
        let own = live.as_ref().filter(|claim| claim.operator == self.actor.name());
        if let Some(other) = live.as_ref().filter(|_| own.is_none() && !self.force) {
            let (operator, minutes) = (&other.operator, (other.until - tx.now).num_minutes() + 1);
            return refuse(StepRefusal::Conflict(format!(
                "{operator} works on this order, for {minutes} minutes or less. Ask, or use `force`."
            )));
        }
        if self.release {
            claims::remove(tx, order.id).await?;
        } else {
            let claim = Claim {
                order_id: order.id,
                operator: self.actor.name().to_owned(),
                since: own.map_or(tx.now, |claim| claim.since),
                until: tx.now + policy.claim_life(),
                status: order.status,
            };
            claims::put(tx, &claim).await?;
        }
        // No entry of the history: operators who follow compare what is claimed.
        tx.announce(Announcement {
            order_id: order.id,
            customer_id: order.customer_id,
            sequence: order.sequence,
        });
        Ok(order)
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        let deed = Deed::of(&self.actor, Verb::OrderClaim, done.number.as_str())?;
        let what = if self.release { "released" } else { "taken" };
        let how = if self.force { ", by force" } else { "" };
        Some(deed.with(format!("{what}{how}")))
    }
}
