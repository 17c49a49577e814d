//! Money on its way back: room is reserved first, the provider is asked by a job, and the outcome
//! is written here.

use super::deposit::give_back_held;
use super::settle::{backoff, given_up};
use super::{Action, Policy, Stop, by_hand, locked_refund};
use crate::domain::actor::{ActorKind, Reach};
use crate::domain::attempts::has_gone_back;
use crate::domain::audit::Deed;
use crate::domain::history::EventKind;
use crate::domain::ids::RefundId;
use crate::domain::order::{By, Order};
use crate::domain::payment::{
    MethodKind, Payment, Refund, RefundRoute, RefundState, refund_due_by,
};
use crate::domain::status::OrderStatus;
use crate::domain::withdrawal::Withdrawal;
use crate::payments::RefundOutcome;
use crate::storage::refunds::{Booking, Holder};
use crate::storage::{StorageError, Tx, balances, customers, orders, payments, refunds};

/// Starts a refund of a payment, in the transaction of whatever is the reason for it; to a balance it
/// is done with that. The caller saves the order.
pub(super) async fn give_back(
    tx: &Tx,
    policy: &Policy,
    order: &mut Order,
    payment: &Payment,
    amount: i64,
    withdrawal: Option<&Withdrawal>,
    by: By,
) -> Result<(), StorageError> {
    // No room means that somebody else has taken it since this payment was read.
    if !payments::reserve(tx, payment.id, amount).await? {
        return Err(StorageError::Stale);
    }
    // The day is the customer's own, as it is in the quote.
    let customer =
        customers::find(tx.db(), Reach::Own(order.customer_id), order.customer_id).await?;
    let zone = customer.ok_or(StorageError::Stale)?.time_zone;
    let today = tx.now.with_timezone(&zone).date_naive();
    let agreed_at = withdrawal.and_then(|it| it.refund_to_balance_at);
    let mut refund = Refund {
        id: RefundId::new(tx.now),
        order_id: order.id,
        customer_id: order.customer_id,
        payment_id: payment.id,
        withdrawal_id: withdrawal.map(|it| it.id),
        amount: order.money(amount),
        state: RefundState::Sent,
        gateway_key: uuid::Uuid::new_v4().to_string(),
        retry_of: None,
        settled_by: None,
        contradiction: None,
        unclear_since: None,
        due_by: refund_due_by(today, policy.refund_within_days),
        route: RefundRoute::of(payment, agreed_at),
        payout: None,
        attempts: 0,
        next_check_at: Some(tx.now),
        created_at: tx.now,
        settled_at: None,
        version: 1,
    };
    order.record(by, EventKind::RefundInitiated, Some(refund.amount.to_string()));
    match refund.route {
        RefundRoute::Balance => return give_to_balance(tx, order, &mut refund, by).await,
        // No job can send it: it waits for an operator.
        RefundRoute::Transfer => refund.next_check_at = None,
        RefundRoute::Provider => refund.unclear_since = Some(tx.now),
    }
    refunds::insert(tx, &refund).await
}

/// Nobody has to be asked for it: the refund is over as soon as it is begun.
async fn give_to_balance(
    tx: &Tx,
    order: &mut Order,
    refund: &mut Refund,
    by: By,
) -> Result<(), StorageError> {
    refund.state = RefundState::Succeeded;
    refund.settled_at = Some(tx.now);
    refund.next_check_at = None;
    refunds::insert(tx, refund).await?;
    balances::put(tx, refund.customer_id, refund.amount).await?;
    let holder = Holder::Balance(refund.customer_id);
    refunds::book(tx, Booking::Refund(refund.id, holder), refund.amount).await?;
    order.record(by, EventKind::RefundCompleted, Some(refund.amount.to_string()));
    finish_if_over(tx, order, by).await
}

/// Gives back all that an order's payment still holds; with nothing to give back, what was
/// cancelling is over at once. The caller saves the order.
pub(super) async fn give_all_back(
    tx: &Tx,
    policy: &Policy,
    order: &mut Order,
    by: By,
) -> Result<(), StorageError> {
    let all = payments::of_orders(tx.db(), &[order.id]).await?;
    let paid = all.into_iter().find(Payment::pays);
    match paid {
        Some(payment) if 0 < payment.room() => {
            give_back(tx, policy, order, &payment, payment.room(), None, by).await
        }
        _ => end_unpaid((tx, policy), order, by).await,
    }
}

/// Ends an order of which nothing is to be paid back. The caller saves it.
pub(super) async fn end_unpaid(
    (tx, policy): (&Tx, &Policy),
    order: &mut Order,
    by: By,
) -> Result<(), StorageError> {
    waive(tx, order, by).await?;
    give_back_held((tx, policy), order, by).await?;
    finish_if_over(tx, order, by).await
}

/// What the customer was to pay later is not owed any more, once the order is ending.
async fn waive(tx: &Tx, order: &mut Order, by: By) -> Result<(), StorageError> {
    if order.status != OrderStatus::Cancelling {
        return Ok(());
    }
    let all = payments::of_orders(tx.db(), &[order.id]).await?;
    let owed = |it: &Payment| it.method == MethodKind::Deferred && !it.state.is_settled();
    if let Some(mut owed) = all.into_iter().find(owed) {
        owed.give_up(tx.now);
        payments::save(tx, &mut owed).await?;
        given_up(order, &owed, by);
    }
    Ok(())
}

/// Ends what is cancelling, once no refund is under way any more. One that has failed keeps it open,
/// unless others have given back all there was.
pub(super) async fn finish_if_over(tx: &Tx, order: &mut Order, by: By) -> Result<(), StorageError> {
    if order.status != OrderStatus::Cancelling {
        return Ok(());
    }
    let all = payments::of_orders(tx.db(), &[order.id]).await?;
    let paid = all.iter().find(|payment| payment.pays());
    let mut refunds = refunds::of_orders(tx.db(), &[order.id]).await?;
    // What goes back of money that the order never wanted is another matter.
    refunds.retain(|refund| paid.is_some_and(|payment| payment.id == refund.payment_id));
    let done = |refund: &&Refund| refund.state == RefundState::Succeeded;
    let back: i64 = refunds.iter().filter(done).map(|refund| refund.amount.minor).sum();
    // Nor does it matter that an attempt has failed, if another has not.
    let is_over = refunds.iter().all(|refund| has_gone_back(&refunds, refund))
        || paid.is_some_and(|payment| payment.amount.minor <= back);
    if is_over {
        let by = By { actor: ActorKind::System, ..by };
        order.finish_cancelling(by).expect("it is cancelling");
    }
    Ok(())
}

/// What is now known of a refund. `None`: the provider gave no answer.
pub struct SettleRefund {
    pub refund: RefundId,
    pub outcome: Option<RefundOutcome>,
}

impl Action for SettleRefund {
    type Done = ();
    type Refusal = std::convert::Infallible;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<(), Stop<Self::Refusal>> {
        let found = locked_refund(tx, Reach::All, self.refund).await?;
        let (mut order, mut refund) = found.ok_or(StorageError::Stale)?;
        let by = By { actor: ActorKind::System, at: tx.now };
        refund.attempts += 1;
        let outcome = self.outcome.filter(|outcome| is_as_asked(*outcome, &refund));
        if refund.state.is_settled() {
            return Ok(by_hand::compare_refund(tx, &mut order, &mut refund, outcome, by).await?);
        }
        match outcome {
            None | Some(RefundOutcome::Pending) => {
                // Whoever says that it is under way has heard of it.
                (refund.state, refund.unclear_since) = match outcome {
                    None => (RefundState::Unknown, refund.unclear_since.or(Some(tx.now))),
                    Some(_) => (RefundState::Sent, None),
                };
                refund.next_check_at = Some(tx.now + backoff(refund.attempts));
                refunds::save(tx, &mut refund).await?;
            }
            Some(RefundOutcome::Succeeded { .. }) => {
                given(tx, &mut order, &mut refund, by, None).await?;
            }
            Some(RefundOutcome::Failed) => {
                failed(tx, &mut order, &mut refund, by, None).await?;
            }
        }
        Ok(())
    }

    fn deed(&self, (): &()) -> Option<Deed> {
        None
    }
}

/// The money has gone back, by whichever way. `reason`: an operator's, who settled it by hand.
pub(super) async fn given(
    tx: &Tx,
    order: &mut Order,
    refund: &mut Refund,
    by: By,
    reason: Option<&str>,
) -> Result<(), StorageError> {
    close(tx, refund, RefundState::Succeeded).await?;
    refunds::book(tx, Booking::Refund(refund.id, Holder::Provider), refund.amount).await?;
    let detail = by_hand::explained(refund.amount.to_string(), reason);
    order.record(by, EventKind::RefundCompleted, Some(detail));
    finish_if_over(tx, order, by).await?;
    orders::save(tx, order).await
}

/// Another amount than what was to go back is not believed: somebody has to look.
fn is_as_asked(outcome: RefundOutcome, refund: &Refund) -> bool {
    let RefundOutcome::Succeeded { amount } = outcome else { return true };
    if amount != refund.amount {
        let (id, asked) = (refund.id, refund.amount);
        tracing::error!(refund.id = %id, "The provider gave back {amount} instead of {asked}");
    }
    amount == refund.amount
}

/// It surely has not, and will not: the room is free again, and an operator may try once more.
pub(super) async fn failed(
    tx: &Tx,
    order: &mut Order,
    refund: &mut Refund,
    by: By,
    reason: Option<&str>,
) -> Result<(), StorageError> {
    close(tx, refund, RefundState::Failed).await?;
    payments::reserve(tx, refund.payment_id, -refund.amount.minor).await?;
    look_again_at_contradicted(tx, refund).await?;
    let detail = by_hand::explained(refund.amount.to_string(), reason);
    order.record(by, EventKind::RefundFailed, Some(detail));
    orders::save(tx, order).await
}

/// There may be room now for what the provider gave back although it was taken for failed: a job asks
/// about it once more, and books it.
async fn look_again_at_contradicted(tx: &Tx, refund: &Refund) -> Result<(), StorageError> {
    let all = refunds::of_orders(tx.db(), &[refund.order_id]).await?;
    let freed = all.into_iter().filter(|it| it.payment_id == refund.payment_id);
    for mut other in freed.filter(|it| it.id != refund.id && it.came_after_all()) {
        other.next_check_at = Some(tx.now);
        refunds::save(tx, &mut other).await?;
    }
    Ok(())
}

async fn close(tx: &Tx, refund: &mut Refund, state: RefundState) -> Result<(), StorageError> {
    refund.state = state;
    refund.settled_at = Some(tx.now);
    refund.unclear_since = None;
    // What an operator settled is compared with what the provider comes to say.
    let by_hand = refund.settled_by.is_some()
        && refund.contradiction.is_none()
        && refund.route == RefundRoute::Provider;
    refund.next_check_at = by_hand.then_some(tx.now);
    refunds::save(tx, refund).await
}
