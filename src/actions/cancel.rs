//! Cancelling an order that was not paid. A paid one is withdrawn from.

use super::deposit::give_back_held;
use super::settle::given_up;
use super::{Action, Policy, Stop, by, locked, refuse};
use crate::domain::actor::{Actor, Scope};
use crate::domain::audit::{Deed, Verb};
use crate::domain::order::Order;
use crate::domain::payment::Payment;
use crate::domain::status::OrderStatus;
use crate::storage::{Tx, orders, payments};

pub struct Cancel {
    pub actor: Actor,
    pub number: String,
}

#[derive(Debug)]
pub enum CancelRefusal {
    NotFound,
    WrongStatus(OrderStatus),
    PaymentInProgress(Box<Payment>),
}

impl Action for Cancel {
    type Done = Order;
    type Refusal = CancelRefusal;

    async fn run(&self, tx: &Tx, policy: &Policy) -> Result<Order, Stop<CancelRefusal>> {
        let Some(mut order) = locked(tx, &self.actor, Scope::OrdersPlace, &self.number).await?
        else {
            return refuse(CancelRefusal::NotFound);
        };
        let from = order.status;
        order
            .cancel(by(&self.actor, tx))
            .map_err(|_| Stop::Refused(CancelRefusal::WrongStatus(from)))?;
        let all = payments::of_orders(tx.db(), &[order.id]).await?;
        if let Some(mut live) = all.into_iter().find(Payment::is_live) {
            if !live.gives_way() {
                return refuse(CancelRefusal::PaymentInProgress(Box::new(live)));
            }
            live.give_up(tx.now);
            // The provider is told by a job, unless it never knew.
            live.next_check_at = live.gateway_reference.as_ref().map(|_| tx.now);
            payments::save(tx, &mut live).await?;
            given_up(&mut order, &live, by(&self.actor, tx));
        }
        orders::save(tx, &mut order).await?;
        give_back_held((tx, policy), &mut order, by(&self.actor, tx)).await?;
        Ok(order)
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::OrderCancel, done.number.as_str())
    }
}
