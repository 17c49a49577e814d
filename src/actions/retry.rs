//! Sending a refund again that has failed: another attempt, with a key of its own, once it is sure
//! that the first came to nothing.

use super::by_hand::{HandRefusal, conflict};
use super::charge::{Till, broken};
use super::refund::SettleRefund;
use super::{Action, Policy, Stop, by, locked_refund, refuse};
use crate::domain::actor::{Actor, Scope};
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
        // This one, or an earlier attempt at the same.
        let all = refunds::of_orders(tx.db(), &[before.order_id]).await?;
        let of_payment = all.iter().filter(|it| it.payment_id == before.payment_id);
        if of_payment.into_iter().any(Refund::came_after_all) {
            return conflict(
                "The provider says that a refund of this payment went back although it was taken for \
                 failed. Look at `contradiction` in `refunds`: nothing is sent again.",
            );
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
            let give_back = self.give_back(&before).await?;
            let asking = self.gateway.find_refund(&give_back);
            match self.answer(before.payment_id, asking).await {
                Some(None | Some(RefundOutcome::Failed)) => {}
                Some(outcome @ Some(RefundOutcome::Succeeded { .. })) => {
                    let settle = SettleRefund { refund: before.id, outcome };
                    broken(self.changes.make(&settle).await)?;
                    return conflict(
                        "The provider says that it has given this back. Look at it again.",
                    );
                }
                Some(Some(RefundOutcome::Pending)) => {
                    return conflict(
                        "The provider says that this refund is under way. Wait for it.",
                    );
                }
                None => {
                    return conflict(
                        "The provider does not say whether this refund has failed for good. Try \
                         again later.",
                    );
                }
            }
        }
        self.changes.make(retry).await
    }
}
