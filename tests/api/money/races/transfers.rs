//! Races of transfers that operators see, and of payouts that they make.

use buono::actions::by_hand::{SettleRefundByHand, Verdict};
use buono::actions::expire::Expire;
use buono::actions::record_refund::RecordRefund;
use buono::actions::record_transfer::RecordTransfer;
use buono::domain::payment::{MethodKind, Payment, PaymentState, Refund};
use buono::domain::status::OrderStatus;
use buono::storage::{ledger, transfers};
use chrono::TimeDelta;
use futures_util::FutureExt;
use rust_decimal::Decimal;

use super::{Sabotage, at_once, count, done, turned};
use crate::money::counter::Counter;
use crate::money::provider::Does;

fn transfer(counter: &Counter, number: &str, minor: i64, reference: &str) -> RecordTransfer {
    RecordTransfer {
        actor: counter.shop.marco.clone(),
        number: number.to_owned(),
        reference: reference.to_owned(),
        amount: Decimal::new(minor, 2),
        received_at: counter.shop.clock.now(),
        surplus: false,
        key: reference.to_owned(),
    }
}

/// All that came by transfer is a payment or held, and all that goes back of it is due to.
async fn kept(counter: &Counter, number: &str) -> Result<i64, String> {
    let order = counter.order(number).await;
    let db = counter.shop.till.changes.store.read();
    let came = transfers::of_orders(db, &[order.id]).await.expect("they can be read");
    let came: i64 = came.iter().map(|it| it.amount.minor).sum();
    let by_transfer = |it: &&Payment| {
        it.method == MethodKind::BankTransfer && it.state == PaymentState::Succeeded
    };
    let payments = counter.payments(number).await;
    let used: i64 = payments.iter().filter(by_transfer).map(|it| it.amount.minor).sum();
    if came != used + order.received {
        return Err(format!("{came} came, {used} were used and {} are held", order.received));
    }
    let over = matches!(order.status, OrderStatus::Expired | OrderStatus::Cancelled);
    if over && order.received != 0 {
        return Err(format!("it is {}, and holds {}", order.status.name(), order.received));
    }
    Ok(came)
}

/// A part of an announced transfer comes while the customer pays by card after all: either the part
/// stands in the card's way, or the card has paid and the part is refused.
pub async fn part_against_card(counter: &Counter, _: Sabotage, round: usize) -> Result<(), String> {
    let number = counter.place().await;
    counter.provider.does(Does::Takes);
    let announced = format!("{number} announced");
    let by_transfer = counter.start(&number, &announced);
    let by_transfer =
        buono::actions::pay::StartPayment { method: MethodKind::BankTransfer, ..by_transfer };
    counter.shop.till.pay(&by_transfer).await.expect("it is announced");
    let part = transfer(counter, &number, 500, &number);
    let by_card = counter.start(&number, &number);
    let (recording, paying) = (counter.shop.till.clone(), counter.shop.till.clone());
    let calls = vec![
        async move { done(recording.changes.make(&part).await) }.boxed(),
        async move { done(paying.pay(&by_card).await) }.boxed(),
    ];
    let done = count(at_once(&counter.shop.till.tracker, turned(calls, round)).await)?;
    if done != 1 {
        return Err(format!("{done} of both were done"));
    }
    let came = kept(counter, &number).await?;
    let status = counter.status(&number).await;
    let expected = if came == 0 { OrderStatus::Checking } else { OrderStatus::NotPaid };
    if status != expected {
        return Err(format!("{came} came, and it is {}", status.name()));
    }
    Ok(())
}

/// All of it comes, unannounced, at the moment when the order expires: it is paid, or the money goes back.
pub async fn transfer_against_expiry(
    counter: &Counter,
    _: Sabotage,
    round: usize,
) -> Result<(), String> {
    let number = counter.place().await;
    let order = counter.order(&number).await;
    counter.shop.clock.advance(order.expires_at - counter.shop.clock.now());
    let amount = if round % 4 < 2 { order.total } else { 500 };
    let record = transfer(counter, &number, amount, &number);
    let expire = Expire { order: order.id };
    let (recording, expiring) = (counter.shop.till.clone(), counter.shop.till.clone());
    let calls = vec![
        async move { done(recording.changes.make(&record).await) }.boxed(),
        async move { done(expiring.changes.make(&expire).await) }.boxed(),
    ];
    let made = count(at_once(&counter.shop.till.tracker, turned(calls, round)).await)?;
    if made != 2 {
        return Err("one was refused".into());
    }
    let came = kept(counter, &number).await?;
    let (status, refunds) = (counter.status(&number).await, counter.refunds(&number).await);
    let back: i64 = refunds.iter().map(|it| it.amount.minor).sum();
    let expected = match status {
        OrderStatus::Expired => amount,
        OrderStatus::Checking if amount == order.total => 0,
        OrderStatus::NotPaid if amount < order.total => 0,
        other => return Err(format!("it is {}", other.name())),
    };
    if (came, back) != (amount, expected) {
        return Err(format!("it is {}: {came} came, {back} goes back", status.name()));
    }
    Ok(())
}

/// A refund that waits to be paid out, and its order.
async fn waiting(counter: &Counter) -> (String, Refund) {
    let number = counter.place().await;
    let record = transfer(counter, &number, 1218, &number);
    counter.shop.till.changes.make(&record).await.expect("it is paid");
    counter.shop.clock.advance(TimeDelta::seconds(1));
    counter.withdraw(&number, None).await;
    let refund = counter.refunds(&number).await.remove(0);
    (number, refund)
}

fn payout(counter: &Counter, refund: &Refund, key: String) -> RecordRefund {
    RecordRefund {
        actor: counter.shop.marco.clone(),
        refund: refund.id,
        reference: format!("SCT-OUT {}", refund.id),
        paid_on: counter.shop.clock.now().date_naive(),
        key,
    }
}

/// How a refund stands, with what is booked of it, and its order.
async fn stands(counter: &Counter, number: &str, refund: &Refund) -> String {
    let db = counter.shop.till.changes.store.read();
    let booked = ledger::of_sources(db, [refund.id.0]).await.expect("it is read").len();
    let back = counter.refund_states(number).await;
    format!("{booked} entries, {back:?}, {}", counter.status(number).await.name())
}

/// Two operators record one payout, each with a key of their own: it is booked once.
pub async fn two_payouts(counter: &Counter, _: Sabotage, _: usize) -> Result<(), String> {
    let (number, refund) = waiting(counter).await;
    let calls = (0..2).map(|at| {
        let record = payout(counter, &refund, format!("{number} {at}"));
        let till = counter.shop.till.clone();
        async move { done(till.changes.make(&record).await) }.boxed()
    });
    let recorded = count(at_once(&counter.shop.till.tracker, calls.collect()).await)?;
    match (recorded, &*stands(counter, &number, &refund).await) {
        (1, "2 entries, [Succeeded], CANCELLED") => Ok(()),
        (recorded, stands) => Err(format!("{recorded} payouts were recorded: {stands}")),
    }
}

/// One operator records a payout while another gives it up: what was given up is not booked, since its
/// room is free for another attempt.
pub async fn payout_against_giving_up(
    counter: &Counter,
    _: Sabotage,
    round: usize,
) -> Result<(), String> {
    let (number, refund) = waiting(counter).await;
    let record = payout(counter, &refund, number.clone());
    let give_up = SettleRefundByHand {
        refund: refund.id,
        verdict: Verdict {
            actor: counter.shop.marco.clone(),
            succeeded: false,
            reason: "The account is closed.".into(),
        },
    };
    let (recording, giving_up) = (counter.shop.till.clone(), counter.shop.till.clone());
    let calls = vec![
        async move { done(recording.changes.make(&record).await) }.boxed(),
        async move { done(giving_up.changes.make(&give_up).await) }.boxed(),
    ];
    let made = count(at_once(&counter.shop.till.tracker, turned(calls, round)).await)?;
    match (made, &*stands(counter, &number, &refund).await) {
        (1, "2 entries, [Succeeded], CANCELLED" | "0 entries, [Failed], CANCELLING") => Ok(()),
        (made, stands) => Err(format!("{made} of both were done: {stands}")),
    }
}
