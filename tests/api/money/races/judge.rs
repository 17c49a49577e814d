//! What has to be true of an order's money, whoever has won.

use buono::domain::payment::PaymentState;
use buono::domain::status::OrderStatus;
use buono::storage::ledger;
use chrono::TimeDelta;

use crate::money::counter::Counter;
use crate::money::provider::Moved;

/// Lets the jobs finish what is unclear, and looks at what has come of it.
pub async fn judge(counter: &Counter, number: &str) -> Result<(), String> {
    // Twice, because what was asked for in the first look may come to light in the second only.
    for _ in 0..2 {
        counter.wait(TimeDelta::minutes(10)).await;
    }
    let order = counter.order(number).await;
    let payments = counter.payments(number).await;
    let refunds = counter.refunds(number).await;
    let payment_keys: Vec<&str> = payments.iter().map(|it| it.gateway_key.as_str()).collect();
    let refund_keys: Vec<&str> = refunds.iter().map(|it| it.gateway_key.as_str()).collect();
    let charged = counter.provider.moved(&payment_keys);
    let returned = counter.provider.moved(&refund_keys);
    let sum = |of: &[Moved]| -> i64 { of.iter().map(|moved| moved.amount.minor).sum() };
    let (taken, back) = (sum(&charged), sum(&returned));
    if 1 < charged.len() {
        return Err(format!("{} charges of one order", charged.len()));
    }
    if taken < back {
        return Err(format!("{taken} came, and {back} went back"));
    }
    let over = matches!(order.status, OrderStatus::Expired | OrderStatus::Cancelled);
    if over && back != taken {
        return Err(format!("it is {}, {taken} came, and {back} went back", order.status.name()));
    }
    let succeeded = payments.iter().filter(|it| it.state == PaymentState::Succeeded).count();
    if succeeded != charged.len() {
        return Err(format!("{} charges, and {succeeded} payments succeeded", charged.len()));
    }
    let open = payments.iter().find(|it| !it.state.is_settled());
    if let Some(open) = open {
        return Err(format!("a payment is {} after all", open.state.name()));
    }
    let sources = payments.iter().map(|it| it.id.0).chain(refunds.iter().map(|it| it.id.0));
    let db = counter.shop.till.changes.store.read();
    let booked = ledger::of_sources(db, sources).await.expect("the ledger can be read");
    let expected = 2 * (charged.len() + returned.len());
    if booked.len() != expected {
        return Err(format!("{} entries in the ledger, {expected} expected", booked.len()));
    }
    Ok(())
}
