//! Races of refunds.

use buono::actions::approve::Refuse;
use buono::actions::retry::RetryRefund;
use buono::actions::{Action, Policy, Stop};
use buono::domain::actor::Reach;
use buono::domain::audit::Deed;
use buono::domain::ids::{PaymentId, RefundId};
use buono::domain::money::Money;
use buono::domain::payment::{Refund, RefundRoute, RefundState};
use buono::domain::status::OrderStatus;
use buono::storage::{StorageError, Tx, payments, refunds};
use futures_util::FutureExt;

use super::judge::judge;
use super::{Sabotage, at_once, paid, turned};
use crate::money::counter::Counter;
use crate::money::provider::DoesBack;

/// A refund of some amount: the room for it is all that stands between it and the money.
struct TakeBack {
    payment: PaymentId,
    amount: i64,
    reserves: bool,
}

impl Action for TakeBack {
    type Done = bool;
    type Refusal = std::convert::Infallible;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<bool, Stop<Self::Refusal>> {
        if self.reserves && !payments::reserve(tx, self.payment, self.amount).await? {
            return Ok(false);
        }
        let payment = payments::find(tx.db(), Reach::All, self.payment).await?;
        let payment = payment.ok_or(StorageError::Stale)?;
        let refund = Refund {
            id: RefundId::new(tx.now),
            order_id: payment.order_id,
            customer_id: payment.customer_id,
            payment_id: payment.id,
            withdrawal_id: None,
            amount: Money::new(self.amount, payment.amount.currency),
            state: RefundState::Sent,
            gateway_key: uuid::Uuid::new_v4().to_string(),
            retry_of: None,
            settled_by: None,
            contradiction: None,
            unclear_since: Some(tx.now),
            due_by: tx.now.date_naive(),
            route: RefundRoute::Provider,
            payout: None,
            attempts: 0,
            next_check_at: Some(tx.now),
            created_at: tx.now,
            settled_at: None,
            version: 1,
        };
        refunds::insert(tx, &refund).await?;
        Ok(true)
    }

    fn deed(&self, _: &bool) -> Option<Deed> {
        None
    }
}

pub async fn sixty_per_cent_twice(
    counter: &Counter,
    sabotage: Sabotage,
    _: usize,
) -> Result<(), String> {
    let number = paid(counter).await;
    let payment = counter.payments(&number).await.remove(0);
    let take_back = || {
        let till = counter.shop.till.clone();
        let reserves = sabotage != Sabotage::NothingReserved;
        let amount = payment.amount.minor * 6 / 10;
        let take_back = TakeBack { payment: payment.id, amount, reserves };
        async move { till.changes.make(&take_back).await.expect("it can be tried") }.boxed()
    };
    let all = vec![take_back(), take_back()];
    let done = at_once(&counter.shop.till.tracker, all).await;
    judge(counter, &number).await?;
    match done.into_iter().filter(|&it| it).count() {
        1 => Ok(()),
        made => Err(format!("{made} refunds of 60 % were made")),
    }
}

/// An operator refuses what the customer withdraws from; then two jobs send what came of it.
pub async fn refusal_against_withdrawal(
    counter: &Counter,
    _: Sabotage,
    round: usize,
) -> Result<(), String> {
    let number = paid(counter).await;
    let (till, withdrawal) = (counter.shop.till.clone(), counter.withdrawal(&number, None));
    let withdrawing = async move { till.changes.make(&withdrawal).await.is_ok() }.boxed();
    let (actor, refused) = (counter.shop.marco.clone(), number.clone());
    let refuse = Refuse { actor, number: refused, reason: "Not today.".into() };
    let till = counter.shop.till.clone();
    let refusing = async move { till.changes.make(&refuse).await.is_ok() }.boxed();
    let all = turned(vec![withdrawing, refusing], round);
    let done = at_once(&counter.shop.till.tracker, all).await;
    if done.into_iter().filter(|&it| it).count() != 1 {
        return Err("both were done, or none".into());
    }
    let job = || {
        let till = counter.shop.till.clone();
        async move {
            buono::jobs::run_due(&till).await.expect("the jobs run");
        }
        .boxed()
    };
    at_once(&counter.shop.till.tracker, vec![job(), job()]).await;
    judge(counter, &number).await?;
    match counter.status(&number).await {
        OrderStatus::Cancelled => Ok(()),
        other => Err(format!("all should have gone back, and it is {}", other.name())),
    }
}

/// Two operators send a refund of one line again: there is room for both.
pub async fn sent_again_twice(counter: &Counter, _: Sabotage, _: usize) -> Result<(), String> {
    let number = paid(counter).await;
    counter.provider.does_back(DoesBack::Fails);
    let line = counter.order(&number).await.lines[0].id;
    counter.withdraw(&number, Some(vec![line])).await;
    counter.jobs().await;
    counter.provider.does_back(DoesBack::Gives);
    let refund = counter.refunds(&number).await.remove(0).id;
    let retry = || {
        let (till, actor) = (counter.shop.till.clone(), counter.shop.marco.clone());
        async move { till.retry(&RetryRefund { actor, refund, pay_out: false }).await }.boxed()
    };
    let made = at_once(&counter.shop.till.tracker, vec![retry(), retry()]).await;
    let mut ids: Vec<_> = made.into_iter().map(|it| it.expect("it is sent again").1.id).collect();
    judge(counter, &number).await?;
    ids.dedup();
    match counter.refunds(&number).await.len() - 1 {
        1 if ids.len() == 1 => Ok(()),
        attempts => Err(format!("{attempts} attempts were made")),
    }
}
