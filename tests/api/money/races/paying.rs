//! Races of payments: with each other, with news, and with the end of their order.

use buono::actions::Stop;
use buono::actions::cancel::Cancel;
use buono::actions::charge::{Till, broken};
use buono::actions::expire::Expire;
use buono::actions::pay::{PayRefusal, StartPayment};
use buono::actions::place::Reorder;
use buono::domain::order::Order;
use buono::domain::payment::Payment;
use buono::domain::status::OrderStatus;
use chrono::TimeDelta;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use super::judge::judge;
use super::{Sabotage, at_once, run, turned};
use crate::money::counter::{Counter, fetch};
use crate::money::provider::{Does, Standing};

const FIFTY: usize = 50;

type Answer = Result<(Order, Payment), Stop<PayRefusal>>;
type Verdict = Result<(), String>;

fn pay(counter: &Counter, start: StartPayment) -> BoxFuture<'static, Answer> {
    let till = counter.shop.till.clone();
    async move { till.pay(&start).await }.boxed()
}

/// Nobody is told that something is broken.
fn none_broken(answers: &[Answer]) -> Verdict {
    let broken = answers.iter().find(|it| matches!(it, Err(Stop::Broken(_))));
    broken.map_or(Ok(()), |it| Err(format!("{:?}", it.as_ref().err())))
}

pub async fn same_key(counter: &Counter, _: Sabotage, _: usize) -> Verdict {
    let number = counter.place().await;
    let all = (0..FIFTY).map(|_| pay(counter, counter.start(&number, &number))).collect();
    let answers = at_once(&counter.shop.till.tracker, all).await;
    none_broken(&answers)?;
    let mut ids: Vec<_> = answers.iter().flatten().map(|(_, payment)| payment.id).collect();
    ids.dedup();
    if answers.iter().any(Result::is_err) || ids.len() != 1 {
        return Err(format!("the same key has {} answers", ids.len()));
    }
    judge(counter, &number).await
}

pub async fn different_keys(counter: &Counter, _: Sabotage, _: usize) -> Verdict {
    let number = counter.place().await;
    let start = |at| counter.start(&number, &format!("{number}-{at}"));
    let all = (0..FIFTY).map(|at| pay(counter, start(at))).collect();
    let answers = at_once(&counter.shop.till.tracker, all).await;
    none_broken(&answers)?;
    let begun = answers.iter().filter(|it| it.is_ok()).count();
    if begun != 1 {
        return Err(format!("{begun} payments were begun"));
    }
    judge(counter, &number).await
}

fn webhook(counter: &Counter, payment: &Payment) -> BoxFuture<'static, ()> {
    let (till, payment) = (counter.shop.till.clone(), payment.clone());
    async move { fetch(&till, &payment).await }.boxed()
}

/// What a reply and a job do.
fn ask(till: &Till, payment: &Payment) -> BoxFuture<'static, ()> {
    let (till, payment) = (till.clone(), payment.clone());
    async move {
        till.ask(&payment).await.expect("the answer can be written down");
    }
    .boxed()
}

pub async fn reply_against_webhook(counter: &Counter, _: Sabotage, round: usize) -> Verdict {
    let number = counter.place().await;
    let silent = round % 3 == 2;
    counter.provider.does(if silent { Does::TakesSilently } else { Does::Takes });
    let started = counter.shop.till.changes.make(&counter.start(&number, &number)).await;
    let payment = started.expect("a payment is begun").payment;
    let till = &counter.shop.till;
    let all = vec![ask(till, &payment), ask(till, &payment), webhook(counter, &payment)];
    at_once(&till.tracker, turned(all, round)).await;
    judge(counter, &number).await?;
    match counter.status(&number).await {
        OrderStatus::Checking => Ok(()),
        other => Err(format!("it was paid, and is {}", other.name())),
    }
}

async fn end_blindly(counter: &Counter, number: &str, status: &str, at: &str) {
    let set = format!("status = '{status}', {at} = created_at, cancelled_from = 'NOT_PAID'");
    let end = format!("UPDATE orders SET {set} WHERE number = '{number}'");
    run(&counter.shop.till.changes.store, &end).await;
}

/// The order's last second, and the one after.
pub async fn against_expiry(counter: &Counter, sabotage: Sabotage, round: usize) -> Verdict {
    let number = counter.place().await;
    let order = counter.order(&number).await;
    let clock = counter.shop.clock.clone();
    clock.advance(order.expires_at - clock.now() - TimeDelta::seconds(1));
    counter.provider.does(if round % 3 == 2 { Does::TakesSilently } else { Does::Takes });
    let (till, id) = (counter.shop.till.clone(), order.id);
    let start = counter.start(&number, &number);
    let paying = pay(counter, start).map(|_| ()).boxed();
    let expiring = async move {
        clock.advance(TimeDelta::seconds(1));
        broken(till.changes.make(&Expire { order: id }).await).expect("it can be tried");
    };
    at_once(&counter.shop.till.tracker, turned(vec![paying, expiring.boxed()], round)).await;
    if sabotage == Sabotage::EndedBlindly {
        end_blindly(counter, &number, "EXPIRED", "expired_at").await;
    }
    judge(counter, &number).await?;
    match counter.status(&number).await {
        OrderStatus::Checking | OrderStatus::Expired => Ok(()),
        other => Err(format!("it is {}", other.name())),
    }
}

fn cancel(counter: &Counter, number: &str) -> BoxFuture<'static, ()> {
    let till = counter.shop.till.clone();
    let cancel = Cancel { actor: counter.shop.anna.clone(), number: number.to_owned() };
    async move {
        let done = till.changes.make(&cancel).await;
        assert!(!matches!(done, Err(Stop::Broken(_))), "it is cancelled or refused");
    }
    .boxed()
}

pub async fn against_cancelling(counter: &Counter, sabotage: Sabotage, round: usize) -> Verdict {
    let number = counter.place().await;
    counter.provider.does(if round % 3 == 2 { Does::TakesSilently } else { Does::Takes });
    let paying = pay(counter, counter.start(&number, &number)).map(|_| ()).boxed();
    let all = vec![paying, cancel(counter, &number)];
    at_once(&counter.shop.till.tracker, turned(all, round)).await;
    if sabotage == Sabotage::EndedBlindly {
        end_blindly(counter, &number, "CANCELLED", "cancelled_at").await;
    }
    judge(counter, &number).await
}

/// The customer confirms at the provider, who tells us, while the order is cancelled here.
pub async fn confirmation_against_cancelling(
    counter: &Counter,
    sabotage: Sabotage,
    round: usize,
) -> Verdict {
    let number = counter.place().await;
    counter.provider.does(Does::Waits);
    counter.pay(&number, &number).await.expect("a payment is begun");
    let payment = counter.payments(&number).await.remove(0);
    let provider = counter.provider.clone();
    let (key, amount, telling) =
        (payment.gateway_key.clone(), payment.amount, webhook(counter, &payment));
    let confirming = async move {
        provider.becomes(&key, Standing::Taken(amount));
        telling.await;
    };
    let all = vec![confirming.boxed(), cancel(counter, &number)];
    at_once(&counter.shop.till.tracker, turned(all, round)).await;
    if sabotage == Sabotage::EndedBlindly {
        end_blindly(counter, &number, "CANCELLED", "cancelled_at").await;
    }
    judge(counter, &number).await
}

pub async fn against_reordering(counter: &Counter, sabotage: Sabotage, round: usize) -> Verdict {
    let number = counter.place().await;
    counter.provider.does(Does::Takes);
    let reorder = |at: usize| {
        let till = counter.shop.till.clone();
        let again = if sabotage == Sabotage::NewKeys { at } else { 0 };
        let reorder = Reorder {
            actor: counter.shop.anna.clone(),
            customer: counter.anna(),
            number: number.clone(),
            key: format!("again-{number}-{again}"),
        };
        async move { till.changes.make(&reorder).await.ok().map(|order| order.number) }.boxed()
    };
    let paying = pay(counter, counter.start(&number, &number)).map(|_| None).boxed();
    let all = turned(vec![paying, reorder(1), reorder(2)], round);
    let answers = at_once(&counter.shop.till.tracker, all).await;
    let mut placed: Vec<String> =
        answers.into_iter().flatten().map(|it| it.as_str().to_owned()).collect();
    if placed.len() != 2 {
        return Err("reordering was refused".into());
    }
    placed.dedup();
    if placed.len() != 1 {
        return Err("the same key has placed two orders".into());
    }
    judge(counter, &number).await?;
    judge(counter, &placed[0]).await?;
    match (counter.status(&number).await, counter.status(&placed[0]).await) {
        (OrderStatus::Checking, OrderStatus::NotPaid) => Ok(()),
        (old, new) => Err(format!("the old one is {}, the new one {}", old.name(), new.name())),
    }
}
