//! What operators do about money that is unclear, or did not go back.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};

use super::context::{till, with_scope};
use super::error::broken;
use super::ids::{NodeId, wrong_type};
use super::order::Order;
use super::payment::{Payment, Refund};
use super::user_error::{ConflictError, MoneyStepError, NotFoundError, invalid};
use crate::actions::Stop;
use crate::actions::by_hand::{HandRefusal, SettlePayment, SettleRefundByHand, Verdict};
use crate::actions::retry::RetryRefund;
use crate::domain::actor::Scope;
use crate::domain::ids::RefundId;
use crate::domain::{order, payment};

#[derive(Default)]
pub struct MoneyMutation;

/// What operators do about money that is unclear, or did not go back.
#[Object]
impl MoneyMutation {
    /// Says what became of a payment that is unclear, as the provider's own pages show it. It ends
    /// as if the provider had answered; the provider is asked on, and money that comes all the same
    /// pays the order, or goes back. The same again by the same operator changes nothing. Scope:
    /// `payments:write`.
    async fn payment_settle(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which payment, what became of it, and why you say so.")]
        input: PaymentSettleInput,
    ) -> Result<PaymentSettlePayload> {
        let actor = with_scope(ctx, Scope::PaymentsWrite)?.clone();
        let NodeId::Payment(payment) = NodeId::decode(&input.id)? else {
            return Err(wrong_type("a payment"));
        };
        let succeeded = input.outcome == SettleOutcome::Succeeded;
        let verdict = Verdict { actor, succeeded, reason: input.reason };
        match till(ctx).changes.make(&SettlePayment { payment, verdict }).await {
            Ok((order, payment)) => Ok(PaymentSettlePayload {
                order: Some(Order::alone(order)),
                payment: Some(Payment::new(payment)),
                errors: Vec::new(),
            }),
            Err(Stop::Refused(refusal)) => Ok(PaymentSettlePayload {
                order: None,
                payment: None,
                errors: vec![refused(&refusal, "payment")],
            }),
            Err(Stop::Broken(error)) => Err(broken(&error)),
        }
    }

    /// Says what became of a refund that is unclear, as the provider's own pages show it. What the
    /// provider says later is compared with it, and what cannot be is kept in `contradiction`. One that
    /// waits to be paid out is given up with `FAILED`. The same again by the same operator changes
    /// nothing. Scope: `refunds:write`.
    async fn refund_settle(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which refund, what became of it, and why you say so.")]
        input: RefundSettleInput,
    ) -> Result<RefundStepPayload> {
        let actor = with_scope(ctx, Scope::RefundsWrite)?.clone();
        let refund = refund_id(&input.id)?;
        let succeeded = input.outcome == SettleOutcome::Succeeded;
        let verdict = Verdict { actor, succeeded, reason: input.reason };
        stepped(till(ctx).changes.make(&SettleRefundByHand { refund, verdict }).await)
    }

    /// Sends a refund again that has failed: another attempt, once the provider has said that
    /// nothing came of the first. Of each refund there is one such attempt, whoever asks and how
    /// often; it can itself be sent again when it has failed. Scope: `refunds:write`.
    async fn refund_retry(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which refund.")] input: RefundRetryInput,
    ) -> Result<RefundStepPayload> {
        let actor = with_scope(ctx, Scope::RefundsWrite)?.clone();
        let refund = refund_id(&input.id)?;
        stepped(till(ctx).retry(&RetryRefund { actor, refund, pay_out: input.pay_out }).await)
    }
}

fn refund_id(id: &ID) -> Result<RefundId> {
    match NodeId::decode(id)? {
        NodeId::Refund(id) => Ok(id),
        _ => Err(wrong_type("a refund")),
    }
}

fn stepped(
    result: Result<(order::Order, payment::Refund), Stop<HandRefusal>>,
) -> Result<RefundStepPayload> {
    match result {
        Ok((order, refund)) => Ok(RefundStepPayload {
            order: Some(Order::alone(order)),
            refund: Some(Refund(refund)),
            errors: Vec::new(),
        }),
        Err(Stop::Refused(refusal)) => Ok(RefundStepPayload {
            order: None,
            refund: None,
            errors: vec![refused(&refusal, "refund")],
        }),
        Err(Stop::Broken(error)) => Err(broken(&error)),
    }
}

fn refused(refusal: &HandRefusal, what: &str) -> MoneyStepError {
    match refusal {
        HandRefusal::NotFound => {
            let message = format!("There is no such {what}. Check its id.");
            MoneyStepError::NotFound(NotFoundError::new(message, &["id"]))
        }
        HandRefusal::Invalid(problem) => MoneyStepError::InvalidInput(invalid(problem)),
        HandRefusal::Conflict(message) => {
            MoneyStepError::Conflict(ConflictError::new(message, &["id"]))
        }
    }
}

/// What became of money that was unclear.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettleOutcome {
    /// The provider has moved exactly the amount.
    Succeeded,
    /// The provider has moved nothing, and will not.
    Failed,
}

/// What became of a payment.
#[derive(InputObject)]
pub struct PaymentSettleInput {
    /// The payment's global id.
    id: ID,
    /// What became of it.
    outcome: SettleOutcome,
    /// Why you say so. It is kept in the audit log and in the order's history, where the customer
    /// reads it. At most 2 000 characters.
    reason: String,
}

/// What became of a refund.
#[derive(InputObject)]
pub struct RefundSettleInput {
    /// The refund's global id.
    id: ID,
    /// What became of it.
    outcome: SettleOutcome,
    /// Why you say so. It is kept in the audit log and in the order's history, where the customer
    /// reads it. At most 2 000 characters.
    reason: String,
}

/// A refund to send again.
#[derive(InputObject)]
pub struct RefundRetryInput {
    /// The global id of the refund that failed.
    id: ID,
    /// Whether an operator pays it out this time, because the means cannot take it back: the new refund
    /// has the route `TRANSFER`, and waits for `refundRecord`.
    #[graphql(default)]
    pay_out: bool,
}

/// The payment as it was settled, or why it was not.
#[derive(SimpleObject)]
pub struct PaymentSettlePayload {
    /// The order as it stands now; null with errors.
    order: Option<Order>,
    /// The payment; null with errors.
    payment: Option<Payment>,
    /// What stands in the way.
    errors: Vec<MoneyStepError>,
}

/// The refund after the step, or why it was not taken.
#[derive(SimpleObject)]
pub struct RefundStepPayload {
    /// The order as it stands now; null with errors.
    order: Option<Order>,
    /// The refund, or the other attempt at it; null with errors.
    refund: Option<Refund>,
    /// What stands in the way.
    errors: Vec<MoneyStepError>,
}
