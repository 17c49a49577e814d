//! Settling by hand what the provider leaves unclear. An operator's word finishes a payment or a
//! refund in the same way as the provider's; what the provider says later is compared with it.

use super::refund::{failed, given};
use super::settle::{backoff, follow_up};
use super::texts::prose;
use super::{Action, Policy, Problem, Stop, by, locked_payment, locked_refund, refuse};
use crate::domain::actor::{Actor, Scope};
use crate::domain::audit::{Deed, Verb};
use crate::domain::ids::{PaymentId, RefundId};
use crate::domain::order::{By, Order};
use crate::domain::payment::{
    Payment, PaymentState, Refund, RefundRoute, RefundState, SETTLED_BY_HAND,
};
use crate::payments::{Outcome, RefundOutcome};
use crate::storage::{StorageError, Tx, payments, refunds};

/// What is on its way to the provider can still come true, whatever an operator has seen there.
const BEING_ASKED: &str =
    "The provider is being asked about this right now. Try again in a minute.";

/// As long as it is not booked, nobody knows whether there is room for anything else.
pub(super) const CAME_AFTER_ALL: &str = "The provider says that a refund of this payment went back although it was taken for failed. Look \
     at `contradiction` in `refunds`: nothing is sent or paid out again. `refundSettle` with `FAILED` \
     on the attempt that waits to be paid out lets it be booked.";

/// What an operator says that became of something, and why.
#[derive(Clone, Debug)]
pub struct Verdict {
    pub actor: Actor,
    pub succeeded: bool,
    pub reason: String,
}

#[derive(Debug)]
pub enum HandRefusal {
    NotFound,
    Invalid(Problem),
    /// It is not unclear, or what is asked for is not possible: a sentence that says so.
    Conflict(String),
}

impl From<Problem> for Stop<HandRefusal> {
    fn from(problem: Problem) -> Self {
        Self::Refused(HandRefusal::Invalid(problem))
    }
}

pub(super) fn conflict<T>(message: impl Into<String>) -> Result<T, Stop<HandRefusal>> {
    refuse(HandRefusal::Conflict(message.into()))
}

impl Verdict {
    fn deed(&self, verb: Verb, order: &Order) -> Option<Deed> {
        let outcome = if self.succeeded { "SUCCEEDED" } else { "FAILED" };
        let deed = Deed::of(&self.actor, verb, order.number.as_str())?;
        Some(deed.with(format!("{outcome}: {}", self.reason.trim())))
    }

    /// Whether this very operator has said the same before.
    fn repeats(&self, settled_by: Option<&str>, succeeded: bool) -> bool {
        settled_by == Some(self.actor.name()) && succeeded == self.succeeded
    }
}

/// Says what became of a payment that is unclear.
pub struct SettlePayment {
    pub payment: PaymentId,
    pub verdict: Verdict,
}

impl Action for SettlePayment {
    type Done = (Order, Payment);
    type Refusal = HandRefusal;

    async fn run(&self, tx: &Tx, policy: &Policy) -> Result<(Order, Payment), Stop<HandRefusal>> {
        let Verdict { actor, succeeded, reason } = &self.verdict;
        let reason = prose(&["reason"], reason)?;
        let reach = actor.reach(Scope::PaymentsWrite);
        let Some((mut order, mut payment)) = locked_payment(tx, reach, self.payment).await? else {
            return refuse(HandRefusal::NotFound);
        };
        if payment.unclear_since.is_none() {
            let has_succeeded = payment.state == PaymentState::Succeeded;
            if self.verdict.repeats(payment.settled_by.as_deref(), has_succeeded) {
                tx.repeats();
                return Ok((order, payment));
            }
            return conflict(format!(
                "This payment is not unclear: it is {}. Look at it again.",
                payment.state.name()
            ));
        }
        // The first call is made by whoever pays, and those after it by jobs.
        let first_call =
            payment.state == PaymentState::Sent && tx.now < payment.created_at + policy.lease();
        if first_call || payments::is_leased(tx, payment.id).await? {
            return conflict(BEING_ASKED);
        }
        payment.settled_by = Some(actor.name().to_owned());
        // The provider is asked on, and what it says is compared.
        payment.next_check_at = Some(tx.now);
        payment.state = if *succeeded {
            PaymentState::Succeeded
        } else {
            payment.failure_code = Some(SETTLED_BY_HAND.to_owned());
            PaymentState::Failed
        };
        let by = by(actor, tx);
        follow_up((tx, policy), &mut order, &mut payment, by, Some(&reason)).await?;
        Ok((order, payment))
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        self.verdict.deed(Verb::PaymentSettle, &done.0)
    }
}

/// Says what became of a refund that is unclear.
pub struct SettleRefundByHand {
    pub refund: RefundId,
    pub verdict: Verdict,
}

impl Action for SettleRefundByHand {
    type Done = (Order, Refund);
    type Refusal = HandRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<(Order, Refund), Stop<HandRefusal>> {
        let Verdict { actor, succeeded, reason } = &self.verdict;
        let reason = prose(&["reason"], reason)?;
        let reach = actor.reach(Scope::RefundsWrite);
        let Some((mut order, mut refund)) = locked_refund(tx, reach, self.refund).await? else {
            return refuse(HandRefusal::NotFound);
        };
        let waits_for_payout =
            refund.state == RefundState::Sent && refund.route == RefundRoute::Transfer;
        let can_be_settled = refund.unclear_since.is_some() || (waits_for_payout && !*succeeded);
        if refund.state.is_settled() || !can_be_settled {
            let has_succeeded = refund.state == RefundState::Succeeded;
            if self.verdict.repeats(refund.settled_by.as_deref(), has_succeeded) {
                tx.repeats();
                return Ok((order, refund));
            }
            return conflict(match refund.state {
                _ if waits_for_payout => {
                    "This refund waits to be paid out. Record that with `refundRecord`.".to_owned()
                }
                RefundState::Sent | RefundState::Unknown => {
                    "The provider says that this refund is under way. Wait for it.".to_owned()
                }
                state => {
                    format!("This refund is not unclear: it is {}. Look at it again.", state.name())
                }
            });
        }
        if refunds::is_leased(tx, refund.id).await? {
            return conflict(BEING_ASKED);
        }
        refund.settled_by = Some(actor.name().to_owned());
        let by = by(actor, tx);
        if *succeeded {
            given(tx, &mut order, &mut refund, by, Some(&reason)).await?;
        } else {
            failed(tx, &mut order, &mut refund, by, Some(&reason)).await?;
        }
        Ok((order, refund))
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        self.verdict.deed(Verb::RefundSettle, &done.0)
    }
}

/// A detail of the history, with an operator's reason behind it.
pub(super) fn explained(detail: String, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => format!("{detail} · {reason}"),
        None => detail,
    }
}

/// Holds what the provider says of a payment that was settled by hand against what the operator said.
/// What cannot be is kept, and told to those who watch; the provider's reference is taken over.
pub(super) fn compare(payment: &mut Payment, outcome: Option<&Outcome>) {
    let Some(outcome) = outcome.filter(|_| payment.settled_by.is_some()) else { return };
    if let Outcome::Succeeded { reference, amount } = outcome
        && *amount == payment.amount
    {
        payment.gateway_reference.get_or_insert_with(|| reference.clone());
    }
    let found = match (payment.state, outcome) {
        (PaymentState::Succeeded, Outcome::Succeeded { amount, .. })
            if *amount == payment.amount =>
        {
            return;
        }
        (_, Outcome::Succeeded { amount, .. }) => format!("The provider took {amount}."),
        (PaymentState::Succeeded, Outcome::Declined { code }) => {
            format!("The provider took nothing: {code}.")
        }
        (PaymentState::Succeeded, Outcome::Cancelled) => {
            "The provider took nothing: cancelled.".to_owned()
        }
        _ => return,
    };
    if payment.contradiction.as_ref() != Some(&found) {
        let (id, state) = (payment.id, payment.state.name());
        tracing::error!(payment.id = %id, "A payment was settled by hand as {state}. {found}");
        payment.contradiction = Some(found);
    }
}

/// Whether the provider has not come to an end with what an operator has settled.
pub(super) fn is_open(payment: &Payment, outcome: &Outcome) -> bool {
    let open = matches!(outcome, Outcome::Pending { .. } | Outcome::RequiresAction { .. });
    open && payment.settled_by.is_some()
}

/// The same of a refund that is settled, by whomever. One that has failed and was given all the same
/// is booked, if there is still room for it.
pub(super) async fn compare_refund(
    tx: &Tx,
    order: &mut Order,
    refund: &mut Refund,
    outcome: Option<RefundOutcome>,
    by: By,
) -> Result<(), StorageError> {
    let found = match (refund.state, outcome) {
        (_, None | Some(RefundOutcome::Pending)) => {
            // Somebody still waits for an answer only if an operator has settled it.
            refund.next_check_at = refund.next_check_at.map(|_| tx.now + backoff(refund.attempts));
            return refunds::save(tx, refund).await;
        }
        (RefundState::Succeeded, Some(RefundOutcome::Failed)) => {
            "The provider did not give it back. Pay it out in another way.".to_owned()
        }
        (RefundState::Failed, Some(RefundOutcome::Succeeded { amount })) => {
            format!("The provider gave {amount} back.")
        }
        _ => {
            refund.next_check_at = None;
            return refunds::save(tx, refund).await;
        }
    };
    let (id, state) = (refund.id, refund.state.name());
    if refund.contradiction.as_ref() != Some(&found) {
        tracing::error!(refund.id = %id, "A refund has {state}. {found}");
        refund.contradiction = Some(found);
    }
    refund.next_check_at = None;
    // Whoever has taken the room since gives back more than came: that has to be looked at.
    if refund.state == RefundState::Failed
        && payments::reserve(tx, refund.payment_id, refund.amount.minor).await?
    {
        return given(tx, order, refund, by, None).await;
    }
    refunds::save(tx, refund).await
}
