//! Placing an order, and placing the lines of an old one again.

use chrono::Days;
use uuid::Uuid;

use super::price::{Priced, WantedLine, price};
use super::{Action, Policy, Problem, Stop, by, refuse, request_hash, texts};
use crate::domain::actor::{Actor, Reach};
use crate::domain::audit::{Deed, Verb};
use crate::domain::customer::Customer;
use crate::domain::ids::{CustomerId, LineId, OrderId};
use crate::domain::number::OrderNumber;
use crate::domain::order::{Line, LineKind, Order};
use crate::domain::status::OrderStatus;
use crate::storage::{StorageError, Tx, customers, orders};

pub struct Place {
    pub actor: Actor,
    pub customer: CustomerId,
    pub lines: Vec<WantedLine>,
    pub vouchers: Vec<String>,
    pub start_at_once: bool,
    pub key: String,
}

/// The lines of an old order again, at today's prices.
pub struct Reorder {
    pub actor: Actor,
    pub customer: CustomerId,
    pub number: String,
    pub key: String,
}

#[derive(Debug, PartialEq, Eq)]
pub enum PlaceRefusal {
    Problems(Vec<Problem>),
    /// The key came with another input before.
    KeyReused,
}

impl From<Problem> for Stop<PlaceRefusal> {
    fn from(problem: Problem) -> Self {
        Self::Refused(PlaceRefusal::Problems(vec![problem]))
    }
}

impl Action for Place {
    type Done = Order;
    type Refusal = PlaceRefusal;

    async fn run(&self, tx: &Tx, policy: &Policy) -> Result<Order, Stop<PlaceRefusal>> {
        let hash = request_hash(&(
            "place",
            &self.lines,
            self.lines.iter().map(|line| line.kind.name()).collect::<Vec<_>>(),
            &self.vouchers,
            self.start_at_once,
        ));
        if let Some(order) = repeated(tx, self.customer, &self.key, &hash).await? {
            return Ok(order);
        }
        let order = Placing { actor: &self.actor, customer: self.customer, key: &self.key, hash };
        order.write(tx, policy, &self.lines, &self.vouchers, self.start_at_once).await
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::OrderPlace, done.number.as_str())
    }
}

impl Action for Reorder {
    type Done = Order;
    type Refusal = PlaceRefusal;

    async fn run(&self, tx: &Tx, policy: &Policy) -> Result<Order, Stop<PlaceRefusal>> {
        let hash = request_hash(&("reorder", &self.number));
        if let Some(order) = repeated(tx, self.customer, &self.key, &hash).await? {
            return Ok(order);
        }
        let reach = Reach::Own(self.customer);
        let old = match OrderNumber::parse(&self.number) {
            Some(number) => orders::find(tx.db(), reach, &number).await?,
            None => None,
        };
        let Some(old) = old else {
            let message = "There is no such order among yours. Check its number.";
            return Err(Problem::not_found(&["number"], message).into());
        };
        // A set-up fee comes with its plan, if it is charged today.
        let lines: Vec<WantedLine> = old
            .lines
            .iter()
            .filter(|line| line.kind != LineKind::Installation)
            .filter_map(|line| {
                Some(WantedLine {
                    plan_code: line.plan_code.clone()?,
                    period: line.period?.to_string(),
                    quantity: line.quantity,
                    service_name: line.service_name.clone(),
                    kind: line.kind,
                })
            })
            .collect();
        let start_at_once = old.start_at_once_at.is_some();
        let order = Placing { actor: &self.actor, customer: self.customer, key: &self.key, hash };
        order.write(tx, policy, &lines, &[], start_at_once).await
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::OrderReorder, done.number.as_str())
    }
}

/// What the key has made before, if it came with the same input.
async fn repeated(
    tx: &Tx,
    customer: CustomerId,
    key: &str,
    hash: &str,
) -> Result<Option<Order>, Stop<PlaceRefusal>> {
    texts::key(key)?;
    match orders::by_client_key(tx.db(), customer, key).await? {
        None => Ok(None),
        Some((_, known)) if known != hash => refuse(PlaceRefusal::KeyReused),
        Some((id, _)) => {
            tx.repeats();
            Ok(orders::lock(tx, Reach::Own(customer), id).await?)
        }
    }
}

struct Placing<'a> {
    actor: &'a Actor,
    customer: CustomerId,
    key: &'a str,
    hash: String,
}

impl Placing<'_> {
    async fn write(
        &self,
        tx: &Tx,
        policy: &Policy,
        lines: &[WantedLine],
        vouchers: &[String],
        start_at_once: bool,
    ) -> Result<Order, Stop<PlaceRefusal>> {
        let Some(customer) =
            customers::find(tx.db(), Reach::Own(self.customer), self.customer).await?
        else {
            let message = "There is no such customer. Write it first with `customerUpsert`.";
            return Err(Problem::not_found(&["customer"], message).into());
        };
        let priced = price(tx.db(), &customer.country, lines, vouchers, tx.now)
            .await
            .map_err(|stop| stop.map(PlaceRefusal::Problems))?;
        let mut order = new_order(tx, policy, &customer, &priced, start_at_once);
        order.open(by(self.actor, tx));
        match orders::insert(tx, &mut order, self.key, &self.hash).await {
            Err(error) if error.is_duplicate() => Err(Stop::Broken(StorageError::Stale)),
            other => Ok(other.map(|()| order)?),
        }
    }
}

fn new_order(
    tx: &Tx,
    policy: &Policy,
    customer: &Customer,
    priced: &Priced,
    start_at_once: bool,
) -> Order {
    let totals = &priced.totals;
    let lines = priced.lines.iter().enumerate().map(|(at, line)| Line {
        id: LineId::new(tx.now),
        position: i32::try_from(at + 1).expect("an order has a few hundred lines at most"),
        kind: line.kind,
        description: line.description.clone(),
        service_name: line.service_name.clone(),
        plan_code: Some(line.plan_code.clone()),
        period: line.period,
        quantity: line.quantity,
        unit_price: line.unit_price,
        reduction: line.reduction,
        net: totals.line_nets[at],
        total: totals.line_totals[at],
        withdrawal_excluded: line.withdrawal_excluded,
        separately_priced: line.separately_priced,
        delivered_at: None,
        withdrawn_at: None,
        failure: None,
    });
    Order {
        id: OrderId::new(tx.now),
        number: OrderNumber::new(tx.now, Uuid::new_v4().as_u128()),
        customer_id: customer.id,
        status: OrderStatus::NotPaid,
        version: 0,
        sequence: 0,
        currency: priced.currency,
        net: totals.net.minor,
        tax: totals.tax.minor,
        total: totals.total.minor,
        reduction: totals.reduction.minor,
        tax_rate: priced.tax_rate,
        billing: customer.billing.clone(),
        start_at_once_at: start_at_once.then_some(tx.now),
        // The purchase order, which carries the notice on the right, is there from now on.
        withdrawal_informed_at: Some(tx.now),
        created_at: tx.now,
        expires_at: tx.now + Days::new(u64::from(policy.expire_after_days)),
        received: 0,
        due_on: None,
        paid_at: None,
        accepted_at: None,
        refused_at: None,
        delivered_at: None,
        cancelled_at: None,
        expired_at: None,
        cancelled_from: None,
        lines: lines.collect(),
        news: Vec::new(),
    }
}
