//! Sending a refund again that has failed: another attempt, with a key of its own, once it is sure
//! that the first came to nothing.

use super::by_hand::{CAME_AFTER_ALL, HandRefusal, conflict};
use super::charge::{Till, broken};
use super::refund::SettleRefund;
use super::{Action, Policy, Stop, by, locked_refund, refuse};
use crate::domain::actor::{Actor, Scope};
use crate::domain::attempts::{attempts_at, has_gone_back, one_came_after_all};
use crate::domain::audit::{Deed, Verb};
use crate::domain::history::EventKind;
use crate::domain::ids::RefundId;
use crate::domain::order::Order;
use crate::domain::payment::{Refund, RefundRoute, RefundState};
use crate::payments::RefundOutcome;
use crate::storage::{Tx, orders, payments, refunds};

pub struct RetryRefund {
    pub actor: Actor,
    pub refund: RefundId,
    /// The means cannot take it back: an operator pays it out this time.
    pub pay_out: bool,
}

impl Action for RetryRefund {
    type Done = (Order, Refund);
    type Refusal = HandRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<(Order, Refund), Stop<HandRefusal>> {
        let reach = self.actor.reach(Scope::RefundsWrite);
        let Some((mut order, before)) = locked_refund(tx, reach, self.refund).await? else {
            return refuse(HandRefusal::NotFound);
        };
        if let Some(made) = refunds::retry_of(tx.db(), self.refund).await? {
            tx.repeats();
            return Ok((order, made));
        }
        if before.state != RefundState::Failed {
            return conflict(format!(
                "This refund is {}. Only one that has failed can be sent again.",
                before.state.name()
            ));
        }
        let all = refunds::of_orders(tx.db(), &[before.order_id]).await?;
        if has_gone_back(&all, &before) {
            return conflict(
                "Another attempt at this refund has gone back. Nothing is sent again.",
            );
        }
        if one_came_after_all(&all, before.payment_id) {
            return conflict(CAME_AFTER_ALL);
        }
        if !payments::reserve(tx, before.payment_id, before.amount.minor).await? {
            return conflict(
                "Other refunds have taken the room: so much is not left of this payment.",
            );
        }
        let again = Refund {
            id: RefundId::new(tx.now),
            state: RefundState::Sent,
            gateway_key: uuid::Uuid::new_v4().to_string(),
            retry_of: Some(before.id),
            route: if self.pay_out { RefundRoute::Transfer } else { before.route },
            settled_by: None,
            unclear_since: (!self.pay_out).then_some(tx.now),
            attempts: 0,
            // No job sends what an operator pays out.
            next_check_at: (!self.pay_out).then_some(tx.now),
            created_at: tx.now,
            settled_at: None,
            version: 1,
            ..before
        };
        refunds::insert(tx, &again).await?;
        let amount = again.amount.to_string();
        order.record(by(&self.actor, tx), EventKind::RefundInitiated, Some(amount));
        orders::save(tx, &mut order).await?;
        Ok((order, again))
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::RefundRetry, done.0.number.as_str())
    }
}

impl Till {
    /// Sends a refund again, once the provider has said that nothing has come of the first.
    pub async fn retry(&self, retry: &RetryRefund) -> Result<(Order, Refund), Stop<HandRefusal>> {
        let db = self.changes.store.read();
        let reach = retry.actor.reach(Scope::RefundsWrite);
        let Some(before) = refunds::find(db, reach, retry.refund).await? else {
            return refuse(HandRefusal::NotFound);
        };
        let made = refunds::retry_of(db, before.id).await?;
        if before.state == RefundState::Failed && made.is_none() {
            let all = refunds::of_orders(db, &[before.order_id]).await?;
            let by_provider = |it: &&Refund| it.route == RefundRoute::Provider;
            // An earlier attempt can have come to life as well.
            for attempt in attempts_at(&all, &before).filter(by_provider) {
                self.rule_out(attempt).await?;
            }
        }
        self.changes.make(retry).await
    }

    /// Goes on only if the provider says that nothing has come of this attempt.
    async fn rule_out(&self, attempt: &Refund) -> Result<(), Stop<HandRefusal>> {
        let give_back = self.give_back(attempt).await?;
        let asking = self.gateway.find_refund(&give_back);
        match self.answer(attempt.payment_id, asking).await {
            Some(None | Some(RefundOutcome::Failed)) => Ok(()),
            Some(outcome @ Some(RefundOutcome::Succeeded { .. })) => {
                let settle = SettleRefund { refund: attempt.id, outcome };
                broken(self.changes.make(&settle).await)?;
                conflict("The provider says that it has given this back. Look at it again.")
            }
            Some(Some(RefundOutcome::Pending)) => {
                conflict("The provider says that this refund is under way. Wait for it.")
            }
            None => conflict(
                "The provider does not say whether this refund has failed for good. Try again later.",
            ),
        }
    }
}
