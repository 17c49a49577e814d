//! Finishing a payment: the only way, whoever brings the news — the provider's answer, a job that
//! asked again, or an operator who saw a transfer arrive.

use chrono::{DateTime, TimeDelta, Utc};

use super::charge::Till;
use super::refund::give_back;
use super::{Action, Policy, Stop, by_hand, locked_payment};
use crate::domain::actor::{ActorKind, Reach};
use crate::domain::audit::Deed;
use crate::domain::history::EventKind;
use crate::domain::ids::PaymentId;
use crate::domain::order::{By, Order};
use crate::domain::payment::{MethodKind, Payment, PaymentState};
use crate::domain::status::OrderStatus;
use crate::fault::{Fault, point};
use crate::payments::Outcome;
use crate::storage::refunds::{Booking, Holder};
use crate::storage::{StorageError, Tx, orders, payments, refunds};

/// How long to wait before what is unclear is asked about again: twice as long each time.
const ASK_AGAIN: TimeDelta = TimeDelta::seconds(2);
/// And at most this long, so that what a crash has left is settled within a minute once the provider
/// answers again.
const ASK_AGAIN_MAX_SECONDS: i64 = 30;
/// What is unclear after so many questions, some ten minutes, is asked about less often.
const QUESTIONS_AT_FIRST: i32 = 20;
const ASK_LATER_MAX_SECONDS: i64 = 300;

/// What is now known of a payment. `None`: the provider gave no answer.
pub struct Settle {
    pub payment: PaymentId,
    pub outcome: Option<Outcome>,
}

impl Action for Settle {
    type Done = (Order, Payment);
    type Refusal = std::convert::Infallible;

    async fn run(&self, tx: &Tx, policy: &Policy) -> Result<(Order, Payment), Stop<Self::Refusal>> {
        let found = locked_payment(tx, Reach::All, self.payment).await?;
        let (mut order, mut payment) = found.ok_or(StorageError::Stale)?;
        let by = By { actor: ActorKind::System, at: tx.now };
        apply(tx, policy, &mut order, &mut payment, self.outcome.as_ref(), by).await?;
        point(Fault::BeforeCommit).await;
        Ok((order, payment))
    }

    fn deed(&self, _: &Self::Done) -> Option<Deed> {
        None
    }
}

pub(super) async fn apply(
    tx: &Tx,
    policy: &Policy,
    order: &mut Order,
    payment: &mut Payment,
    outcome: Option<&Outcome>,
    by: By,
) -> Result<(), StorageError> {
    let next = state_after(payment, outcome);
    let before = payment.state;
    payment.attempts += 1;
    payment.unclear_since = match next {
        // Nothing was said, or what cannot be: whatever was known before may have changed since.
        PaymentState::Unknown if !before.is_settled() => payment.unclear_since.or(Some(tx.now)),
        _ => None,
    };
    by_hand::compare(payment, outcome);
    if before == next || !before.may_become(next) {
        // No news; but what is still open has to be looked at again, or not any more.
        payment.next_check_at = match outcome {
            None if before.is_settled() && payment.next_check_at.is_none() => None,
            Some(outcome) if by_hand::is_open(payment, outcome) => {
                Some(tx.now + backoff(payment.attempts))
            }
            Some(_) if before.is_settled() => None,
            _ => ask_again_at(tx, policy, payment, outcome),
        };
        return payments::save(tx, payment).await;
    }
    payment.state = next;
    payment.next_check_at = ask_again_at(tx, policy, payment, outcome);
    match outcome {
        Some(Outcome::Succeeded { reference, .. } | Outcome::Pending { reference, .. }) => {
            payment.gateway_reference = Some(reference.clone());
        }
        Some(Outcome::RequiresAction { reference, url }) => {
            payment.gateway_reference = Some(reference.clone());
            payment.action_url = Some(url.clone());
        }
        Some(Outcome::Declined { code }) => payment.failure_code = Some(code.clone()),
        Some(Outcome::Cancelled) | None => {}
    }
    follow_up((tx, policy), order, payment, by, None).await
}

/// Writes a payment that has just come to its state, and what follows from it. `reason`: an
/// operator's, who settled it by hand.
pub(super) async fn follow_up(
    (tx, policy): (&Tx, &Policy),
    order: &mut Order,
    payment: &mut Payment,
    by: By,
    reason: Option<&str>,
) -> Result<(), StorageError> {
    let state = payment.state;
    if state.is_settled() {
        payment.settled_at = Some(tx.now);
        payment.unclear_since = None;
    }
    if state == PaymentState::Succeeded {
        payment.surplus = !order.awaits_money() || is_replaced(tx, payment).await?;
    }
    payments::save(tx, payment).await?;
    match state {
        PaymentState::Succeeded => arrived((tx, policy), order, payment, by, reason).await?,
        PaymentState::RequiresAction => order.record(by, EventKind::PaymentActionRequired, None),
        PaymentState::Failed => {
            let code = payment.failure_code.as_deref();
            order.record(by, EventKind::PaymentFailed, reason.or(code).map(str::to_owned));
        }
        PaymentState::Cancelled => given_up(order, payment, by),
        _ => return Ok(()),
    }
    orders::save(tx, order).await
}

/// The history says that a payment was given up. The caller saves the order.
pub(super) fn given_up(order: &mut Order, payment: &Payment, by: By) {
    let detail = format!("{} · {}", payment.method.name(), payment.amount);
    order.record(by, EventKind::PaymentCancelled, Some(detail));
}

/// What the news make of a payment. Another amount than what was asked for is not believed: somebody
/// has to look.
fn state_after(payment: &Payment, outcome: Option<&Outcome>) -> PaymentState {
    match outcome {
        None => PaymentState::Unknown,
        Some(Outcome::Succeeded { amount, .. }) if *amount != payment.amount => {
            let (id, asked) = (payment.id, payment.amount);
            tracing::error!(payment.id = %id, "The provider took {amount} instead of {asked}");
            PaymentState::Unknown
        }
        Some(Outcome::Succeeded { .. }) => PaymentState::Succeeded,
        Some(Outcome::Pending { .. }) => PaymentState::Pending,
        Some(Outcome::RequiresAction { .. }) => PaymentState::RequiresAction,
        Some(Outcome::Declined { .. }) => PaymentState::Failed,
        Some(Outcome::Cancelled) => PaymentState::Cancelled,
    }
}

/// When to ask about it again. What goes by no provider is not asked about: it is recorded.
fn ask_again_at(
    tx: &Tx,
    policy: &Policy,
    payment: &Payment,
    outcome: Option<&Outcome>,
) -> Option<DateTime<Utc>> {
    let later = tx.now + backoff(payment.attempts);
    match outcome {
        _ if !Till::takes_tokens(payment.method) => None,
        Some(Outcome::Pending { ask_again_at, .. }) => Some((*ask_again_at).max(tx.now)),
        // Whoever comes back from the provider's page should not wait for a webhook that was lost.
        Some(Outcome::RequiresAction { .. }) => {
            Some(later.min(payment.created_at + policy.action_life()).max(tx.now))
        }
        Some(Outcome::Succeeded { .. }) if payment.state.is_settled() => None,
        Some(Outcome::Declined { .. } | Outcome::Cancelled) => None,
        Some(Outcome::Succeeded { .. }) | None => Some(later),
    }
}

/// Whether the order is paid, or about to be, by another payment.
async fn is_replaced(tx: &Tx, payment: &Payment) -> Result<bool, StorageError> {
    let all = payments::of_orders(tx.db(), &[payment.order_id]).await?;
    Ok(all.iter().any(|it| it.id != payment.id && it.is_live()))
}

pub(super) fn backoff(attempts: i32) -> TimeDelta {
    let times = 1_i64 << attempts.clamp(0, 10);
    let most =
        if attempts < QUESTIONS_AT_FIRST { ASK_AGAIN_MAX_SECONDS } else { ASK_LATER_MAX_SECONDS };
    (ASK_AGAIN * i32::try_from(times).expect("at most 1024")).min(TimeDelta::seconds(most))
}

/// The money is there. If the order does not want it any more, it goes back in the same commit.
async fn arrived(
    (tx, policy): (&Tx, &Policy),
    order: &mut Order,
    payment: &Payment,
    by: By,
    reason: Option<&str>,
) -> Result<(), StorageError> {
    let holder = match payment.method {
        MethodKind::PrepaidAccount => Holder::Balance(payment.customer_id),
        method if method.comes_by_transfer() => {
            order.use_held(payment.amount);
            Holder::Deposit
        }
        _ => Holder::Provider,
    };
    refunds::book(tx, Booking::Capture(payment.id, holder), payment.amount).await?;
    let detail = format!("{} · {}", payment.method.name(), payment.amount);
    let detail = by_hand::explained(detail, reason);
    if payment.surplus {
        order.record(by, EventKind::PaymentReceived, Some(detail));
        return give_back(tx, policy, order, payment, payment.amount.minor, None, by).await;
    }
    order.pay(by, detail).expect("an order that is not paid can be paid");
    // One whose customer pays later may be beyond that.
    if order.status == OrderStatus::Checking {
        super::approve::by_policy(policy, order, tx.now);
    }
    Ok(())
}
