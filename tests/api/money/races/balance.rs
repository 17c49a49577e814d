//! Two orders, and money in advance for one of them.

use buono::actions::Stop;
use buono::actions::credit::CreditCustomer;
use buono::actions::pay::{PayRefusal, StartPayment};
use buono::domain::money::Currency;
use buono::domain::payment::{Ineligible, MethodKind};
use buono::domain::status::OrderStatus;
use buono::storage::balances;
use futures_util::FutureExt;
use rust_decimal::Decimal;

use super::{Sabotage, at_once, count, done, turned};
use crate::money::balance::credit;
use crate::money::counter::Counter;

pub async fn two_orders(counter: &Counter, _: Sabotage, round: usize) -> Result<(), String> {
    let numbers = [counter.place().await, counter.place().await];
    credit(counter, "12.18", &numbers[0]).await;
    let pay = |number: &String| {
        let till = counter.shop.till.clone();
        let start = counter.start(number, number);
        let start = StartPayment { method: MethodKind::PrepaidAccount, ..start };
        async move { till.pay(&start).await }.boxed()
    };
    let all = turned(numbers.iter().map(pay).collect(), round);
    let answers = at_once(&counter.shop.till.tracker, all).await;
    let mut paid = 0;
    for answer in answers {
        match answer {
            Ok(_) => paid += 1,
            Err(Stop::Refused(PayRefusal::NotEligible {
                why: Ineligible::BalanceTooLow { missing, .. },
                ..
            })) if missing.minor == 1218 => {}
            Err(other) => return Err(format!("{other:?}")),
        }
    }
    let mut checking = 0;
    for number in &numbers {
        checking += usize::from(counter.status(number).await == OrderStatus::Checking);
    }
    let db = counter.shop.till.changes.store.read();
    let left = balances::find(db, counter.anna(), Currency::EUR).await.expect("it is read").minor;
    if (paid, checking, left) != (1, 1, 0) {
        return Err(format!("{paid} payments, {checking} orders are paid, and {left} are left"));
    }
    Ok(())
}

/// All of the balance is taken off while an order is paid with it.
pub async fn take_off_against_paying(
    counter: &Counter,
    _: Sabotage,
    round: usize,
) -> Result<(), String> {
    let number = counter.place().await;
    credit(counter, "12.18", &number).await;
    let start = counter.start(&number, &number);
    let start = StartPayment { method: MethodKind::PrepaidAccount, ..start };
    let take_off = CreditCustomer {
        actor: counter.shop.marco.clone(),
        customer: counter.anna(),
        amount: Decimal::new(-1218, 2),
        currency: "EUR".into(),
        reason: "Paid out".into(),
        key: format!("{number} off"),
    };
    let (paying, taking) = (counter.shop.till.clone(), counter.shop.till.clone());
    let calls = vec![
        async move { done(paying.pay(&start).await) }.boxed(),
        async move { done(taking.changes.make(&take_off).await) }.boxed(),
    ];
    let made = count(at_once(&counter.shop.till.tracker, turned(calls, round)).await)?;
    let db = counter.shop.till.changes.store.read();
    let left = balances::find(db, counter.anna(), Currency::EUR).await.expect("it is read").minor;
    if (made, left) != (1, 0) {
        return Err(format!("{made} of both were done, and {left} are left"));
    }
    Ok(())
}
