//! A refund that an operator has paid out, because no provider could send it back.

use chrono::NaiveDate;

use super::by_hand::CAME_AFTER_ALL;
use super::refund::given;
use super::{Action, Policy, Problem, Stop, by, locked_refund, refuse, request_hash, texts};
use crate::domain::actor::{Actor, Reach, Scope};
use crate::domain::attempts::one_came_after_all;
use crate::domain::audit::{Deed, Verb};
use crate::domain::ids::RefundId;
use crate::domain::order::Order;
use crate::domain::payment::{Refund, RefundRoute, RefundState};
use crate::domain::transfer::{Payout, REFERENCE_MAX};
use crate::storage::{Tx, refunds};

pub struct RecordRefund {
    pub actor: Actor,
    pub refund: RefundId,
    pub reference: String,
    /// The day on which it was sent.
    pub paid_on: NaiveDate,
    pub key: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordRefundRefusal {
    NotFound,
    Invalid(Problem),
    KeyReused,
}

impl From<Problem> for Stop<RecordRefundRefusal> {
    fn from(problem: Problem) -> Self {
        Self::Refused(RecordRefundRefusal::Invalid(problem))
    }
}

impl Action for RecordRefund {
    type Done = (Order, Refund);
    type Refusal = RecordRefundRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Self::Done, Stop<RecordRefundRefusal>> {
        texts::key(&self.key)?;
        let what = "The reference of a payout";
        let reference = texts::line(&["reference"], what, &self.reference, REFERENCE_MAX)?;
        let reach = self.actor.reach(Scope::RefundsWrite);
        let found = match reach {
            Reach::All => locked_refund(tx, reach, self.refund).await?,
            // Nobody pays out what is theirs.
            Reach::Own(_) | Reach::Nothing => None,
        };
        let Some((mut order, mut refund)) = found else {
            return refuse(RecordRefundRefusal::NotFound);
        };
        let payout = self.payout(&reference);
        if let Some(known) = refunds::by_payout_key(tx.db(), &self.key).await? {
            return if known.payout.as_ref() == Some(&payout) {
                tx.repeats();
                Ok((order, known))
            } else {
                refuse(RecordRefundRefusal::KeyReused)
            };
        }
        check(&refund)?;
        let all = refunds::of_orders(tx.db(), &[refund.order_id]).await?;
        if one_came_after_all(&all, refund.payment_id) {
            return Err(Problem::invalid(&["refund"], CAME_AFTER_ALL).into());
        }
        // Where the day begins first, it may be a day ahead of UTC.
        if tx.now.date_naive().succ_opt().is_some_and(|tomorrow| tomorrow < self.paid_on) {
            let message = "This day is still to come. Say when the money was sent.";
            return Err(Problem::invalid(&["paidOn"], message).into());
        }
        refund.payout = Some(payout);
        given(tx, &mut order, &mut refund, by(&self.actor, tx), None).await?;
        Ok((order, refund))
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        let deed = Deed::of(&self.actor, Verb::RefundRecord, done.0.number.as_str());
        deed.map(|it| it.with(done.1.amount.to_string()))
    }
}

fn check(refund: &Refund) -> Result<(), Problem> {
    let message = match (refund.route, refund.state) {
        (_, RefundState::Succeeded) => "This refund is done already.",
        // Its room is free again, and another attempt may have taken it.
        (_, RefundState::Failed) => {
            "This refund has failed. Make another with `refundRetry` and `payOut`, and record that."
        }
        (RefundRoute::Transfer, _) => return Ok(()),
        _ => "This refund goes back by itself. Only one whose `route` is `TRANSFER` is paid out.",
    };
    Err(Problem::invalid(&["refund"], message))
}

impl RecordRefund {
    fn payout(&self, reference: &str) -> Payout {
        let input = ("payout", self.refund.to_string(), reference, self.paid_on.to_string());
        Payout {
            reference: reference.to_owned(),
            paid_on: self.paid_on,
            key: self.key.clone(),
            request_hash: request_hash(&input),
        }
    }
}
