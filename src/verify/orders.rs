//! Orders, a page at a time, each with all that belongs to it.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::{
    PAGE, Run, Violation, books, history, journal, money, outbox, payments, totals, transfers,
};
use crate::domain::history::Entry;
use crate::domain::ids::OrderId;
use crate::domain::order::Order;
use crate::domain::payment::{Payment, Refund};
use crate::domain::transfer::Transfer;
use crate::storage::ledger::Booked;
use crate::storage::{StorageError, ledger, snapshot};

/// An order, and what the other tables say of it.
pub(super) struct Whole {
    pub order: Order,
    /// The oldest first.
    pub history: Vec<Entry>,
    pub payments: Vec<Payment>,
    pub refunds: Vec<Refund>,
    pub transfers: Vec<Transfer>,
    /// What the ledger has of them.
    pub booked: Vec<Booked>,
    /// Whether the outbox still has its newest entry.
    pub is_in_outbox: bool,
    pub now: DateTime<Utc>,
}

/// Payments and refunds that one statement names: an order may have any number.
const SOURCES_MAX: usize = 1_000;

/// What can be said of an order without reading any more.
const CHECKS: [fn(&Whole) -> Vec<Violation>; 7] = [
    history::check,
    outbox::check,
    payments::check,
    totals::check,
    money::check,
    transfers::check,
    books::check,
];

pub(super) async fn check(run: &mut Run<'_>) -> Result<(), StorageError> {
    let mut last = None;
    let journal = run.journal;
    loop {
        let orders = snapshot::orders_after(&run.db, last, PAGE).await?;
        let Some(newest) = orders.last() else { return Ok(()) };
        last = Some(newest.id);
        let count = orders.len() as u64;
        for whole in wholes(run, orders).await? {
            run.report.entries += whole.history.len() as u64;
            let found = CHECKS.iter().flat_map(|check| check(&whole));
            for violation in found.chain(journal.iter().flat_map(|it| journal::check(it, &whole))) {
                run.tell(&violation);
            }
        }
        run.report.orders += count;
        run.listener.looked_at(count);
    }
}

async fn wholes(run: &Run<'_>, orders: Vec<Order>) -> Result<Vec<Whole>, StorageError> {
    let ids: Vec<OrderId> = orders.iter().map(|order| order.id).collect();
    let mut histories: HashMap<OrderId, Vec<Entry>> = HashMap::new();
    for event in snapshot::histories(&run.db, &ids).await? {
        histories.entry(event.order_id).or_default().push(event.entry);
    }
    let mut payments: HashMap<OrderId, Vec<Payment>> = HashMap::new();
    for payment in crate::storage::payments::of_orders(&run.db, &ids).await? {
        payments.entry(payment.order_id).or_default().push(payment);
    }
    let mut sources: HashMap<uuid::Uuid, OrderId> =
        payments.values().flatten().map(|it| (it.id.0, it.order_id)).collect();
    let mut refunds: HashMap<OrderId, Vec<Refund>> = HashMap::new();
    for refund in crate::storage::refunds::of_orders(&run.db, &ids).await? {
        sources.insert(refund.id.0, refund.order_id);
        refunds.entry(refund.order_id).or_default().push(refund);
    }
    let mut transfers: HashMap<OrderId, Vec<Transfer>> = HashMap::new();
    for transfer in crate::storage::transfers::of_orders(&run.db, &ids).await? {
        sources.insert(transfer.id.0, transfer.order_id);
        transfers.entry(transfer.order_id).or_default().push(transfer);
    }
    let mut booked: HashMap<OrderId, Vec<Booked>> = HashMap::new();
    let ids_of_sources: Vec<_> = sources.keys().copied().collect();
    for some in ids_of_sources.chunks(SOURCES_MAX) {
        for it in ledger::of_sources(&run.db, some.iter().copied()).await? {
            booked.entry(sources[&it.source]).or_default().push(it);
        }
    }
    let newest: Vec<_> = orders.iter().map(|order| (order.id, order.sequence)).collect();
    let told: HashSet<OrderId> = crate::storage::outbox::kept(&run.db, &newest).await?;
    let whole = |order: Order| Whole {
        history: histories.remove(&order.id).unwrap_or_default(),
        payments: payments.remove(&order.id).unwrap_or_default(),
        transfers: transfers.remove(&order.id).unwrap_or_default(),
        refunds: refunds.remove(&order.id).unwrap_or_default(),
        booked: booked.remove(&order.id).unwrap_or_default(),
        is_in_outbox: told.contains(&order.id),
        now: run.now,
        order,
    };
    Ok(orders.into_iter().map(whole).collect())
}

impl Whole {
    pub fn violation(
        &self,
        check: &'static str,
        what: impl Into<String>,
        meaning: &'static str,
    ) -> Violation {
        Violation {
            check,
            subject: format!("order {}", self.order.number),
            what: what.into(),
            meaning,
        }
    }
}
