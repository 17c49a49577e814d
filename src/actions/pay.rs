//! Paying an order: write the payment down, ask the provider, and let [`settle`](super::settle)
//! finish it. Between the two transactions lies the only network call.

use chrono::{DateTime, Utc};

use super::charge::Till;
use super::settle::{apply, given_up};
use super::{Action, Policy, Problem, Stop, by, locked, refuse, request_hash, texts};
use crate::domain::actor::{Actor, Reach, Scope};
use crate::domain::audit::{Deed, Verb};
use crate::domain::balance::Balance;
use crate::domain::customer::Customer;
use crate::domain::history::EventKind;
use crate::domain::ids::{PaymentId, PaymentMeanId};
use crate::domain::order::Order;
use crate::domain::payment::{
    Ineligible, MeanStatus, MethodKind, Payment, PaymentMean, PaymentState, Purchase, eligibility,
    invoice_due_on,
};
use crate::domain::status::OrderStatus;
use crate::payments::Outcome;
use crate::storage::{StorageError, Tx, balances, customers, means, orders, payments};

/// The first transaction of a payment.
pub struct StartPayment {
    pub actor: Actor,
    pub number: String,
    pub method: MethodKind,
    pub mean: Option<PaymentMeanId>,
    pub key: String,
}

#[derive(Debug)]
pub struct Started {
    pub order: Order,
    pub payment: Payment,
    /// Written just now: the provider is still to be asked.
    pub is_new: bool,
}

#[derive(Debug)]
pub enum PayRefusal {
    NotFound,
    Invalid(Problem),
    WrongStatus(OrderStatus),
    Expired(DateTime<Utc>),
    AlreadyPaid(Option<Box<Payment>>),
    InProgress(Box<Payment>),
    /// Another payment waits for the customer: it has to be ended at the provider first.
    Waits(Box<Payment>),
    NotEligible {
        why: Ineligible,
        eligible: Vec<MethodKind>,
    },
    KeyReused,
}

impl From<Problem> for Stop<PayRefusal> {
    fn from(problem: Problem) -> Self {
        Self::Refused(PayRefusal::Invalid(problem))
    }
}

impl Action for StartPayment {
    type Done = Started;
    type Refusal = PayRefusal;

    async fn run(&self, tx: &Tx, policy: &Policy) -> Result<Started, Stop<PayRefusal>> {
        texts::key(&self.key)?;
        let Some(mut order) = locked(tx, &self.actor, Scope::OrdersPlace, &self.number).await?
        else {
            return refuse(PayRefusal::NotFound);
        };
        let mean = self.mean.map(|id| id.to_string());
        let hash = request_hash(&("pay", order.number.as_str(), self.method.name(), mean));
        let known = payments::by_client_key(tx.db(), order.customer_id, &self.key).await?;
        if let Some(payment) = known {
            if payment.request_hash != hash {
                return refuse(PayRefusal::KeyReused);
            }
            tx.repeats();
            return Ok(Started { order, payment, is_new: false });
        }
        let live = payments::of_orders(tx.db(), &[order.id]).await?;
        let live = live.into_iter().find(Payment::is_live);
        check_status(&order, live.as_ref(), tx.now)?;
        if let Some(ended) = make_room(tx, &order, live).await? {
            given_up(&mut order, &ended, by(&self.actor, tx));
        }
        let reach = Reach::Own(order.customer_id);
        let customer = customers::find(tx.db(), reach, order.customer_id).await?;
        let customer = customer.ok_or(StorageError::Stale)?;
        let purse = balances::of_customers(tx.db(), &[customer.id]).await?;
        check_method(&order, &customer, &purse, self.method)?;
        let token = self.token(tx, &order).await?;
        let mut payment = self.write((tx, policy), &order, token, hash).await?;
        let detail = format!("{} · {}", self.method.name(), payment.amount);
        order.record(by(&self.actor, tx), EventKind::PaymentInitiated, Some(detail));
        match self.method {
            MethodKind::PrepaidAccount => {
                self.take_from_balance((tx, policy), &mut order, &customer, &mut payment).await?;
            }
            MethodKind::Deferred => {
                let today = tx.now.with_timezone(&customer.time_zone).date_naive();
                let days = customer.deferred_days.expect("without an agreement it is refused");
                let due_on = invoice_due_on(today, days);
                order.defer(by(&self.actor, tx), due_on).expect("it is not paid");
                orders::save(tx, &mut order).await?;
            }
            _ => orders::save(tx, &mut order).await?,
        }
        Ok(Started { order, payment, is_new: true })
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::OrderPay, done.order.number.as_str())
    }
}

fn check_status(
    order: &Order,
    live: Option<&Payment>,
    now: DateTime<Utc>,
) -> Result<(), Stop<PayRefusal>> {
    match order.status {
        // What is held for it keeps it from expiring: the rest is still to come.
        OrderStatus::NotPaid if order.expires_at <= now && order.received == 0 => {
            refuse(PayRefusal::Expired(order.expires_at))
        }
        OrderStatus::NotPaid => Ok(()),
        OrderStatus::Expired => refuse(PayRefusal::Expired(order.expires_at)),
        OrderStatus::Cancelling | OrderStatus::Cancelled => {
            refuse(PayRefusal::WrongStatus(order.status))
        }
        _ => match live {
            Some(live) if order.awaits_money() => {
                refuse(PayRefusal::InProgress(Box::new(live.clone())))
            }
            _ => refuse(PayRefusal::AlreadyPaid(live.cloned().map(Box::new))),
        },
    }
}

/// A payment that only waits for the customer gives way, and comes back as it has ended; any other stands in the way.
async fn make_room(
    tx: &Tx,
    order: &Order,
    live: Option<Payment>,
) -> Result<Option<Payment>, Stop<PayRefusal>> {
    let Some(mut live) = live else { return Ok(None) };
    match live.state {
        PaymentState::Succeeded => return refuse(PayRefusal::AlreadyPaid(Some(Box::new(live)))),
        // Both could be paid, if the provider did not know that this one has ended.
        PaymentState::RequiresAction => return refuse(PayRefusal::Waits(Box::new(live))),
        // Nor does one of which a part has come: the rest is still to come.
        _ if !live.gives_way() || order.received != 0 => {
            return refuse(PayRefusal::InProgress(Box::new(live)));
        }
        _ => {}
    }
    live.give_up(tx.now);
    payments::save(tx, &mut live).await?;
    Ok(Some(live))
}

fn check_method(
    order: &Order,
    customer: &Customer,
    purse: &[Balance],
    method: MethodKind,
) -> Result<(), Stop<PayRefusal>> {
    let purchase = Purchase::of(order, customer, purse);
    let Err(why) = eligibility(method, purchase) else { return Ok(()) };
    let fits = |&&kind: &&MethodKind| eligibility(kind, purchase).is_ok();
    let eligible = MethodKind::ALL.iter().filter(fits).copied().collect();
    refuse(PayRefusal::NotEligible { why, eligible })
}

impl StartPayment {
    /// Nobody has to be asked: the money is the vendor's already, and is taken in the same commit.
    async fn take_from_balance(
        &self,
        (tx, policy): (&Tx, &Policy),
        order: &mut Order,
        customer: &Customer,
        payment: &mut Payment,
    ) -> Result<(), Stop<PayRefusal>> {
        if !balances::take(tx, customer.id, payment.amount).await? {
            // Another order has taken it since it was looked at.
            let purse = balances::of_customers(tx.db(), &[customer.id]).await?;
            check_method(order, customer, &purse, self.method)?;
            return Err(Stop::Broken(StorageError::Stale));
        }
        let reference = format!("balance_{}", payment.id);
        let outcome = Outcome::Succeeded { reference, amount: payment.amount };
        Ok(apply(tx, policy, order, payment, Some(&outcome), by(&self.actor, tx)).await?)
    }

    /// The token of the mean to pay with; what goes by no provider has none.
    async fn token(&self, tx: &Tx, order: &Order) -> Result<Option<String>, Stop<PayRefusal>> {
        if !Till::takes_tokens(self.method) {
            return Ok(None);
        }
        let all = means::of_customers(tx.db(), &[order.customer_id]).await?;
        let today = tx.now.date_naive();
        let all: Vec<_> = all.into_iter().map(|it| it.on(today)).collect();
        let usable = |it: &&PaymentMean| it.kind == self.method && it.status == MeanStatus::Valid;
        let chosen = match self.mean {
            Some(id) => all.iter().filter(usable).find(|it| it.id == id),
            None => all.iter().filter(usable).find(|it| it.is_default),
        };
        match (chosen, self.mean) {
            (Some(mean), _) => Ok(Some(mean.token.clone())),
            (None, Some(_)) => Err(Problem::not_found(
                &["mean"],
                "This is not a valid means of payment of this kind. `viewer` lists those there are.",
            )
            .into()),
            (None, None) => Err(Problem::invalid(
                &["method"],
                "No means of payment of this kind is registered. Register one first.",
            )
            .into()),
        }
    }

    async fn write(
        &self,
        (tx, policy): (&Tx, &Policy),
        order: &Order,
        token: Option<String>,
        request_hash: String,
    ) -> Result<Payment, Stop<PayRefusal>> {
        let announced = self.method.comes_by_transfer();
        let (id, key) = (PaymentId::new(tx.now), uuid::Uuid::new_v4().to_string());
        let due = order.money(order.total);
        let payment = Payment {
            token,
            // It is only announced: an operator records it when it has arrived.
            state: if announced { PaymentState::Pending } else { PaymentState::Sent },
            client_key: self.key.clone(),
            request_hash,
            // Should the process end before the answer is written, a job asks again.
            next_check_at: (!announced).then(|| tx.now + policy.lease()),
            unclear_since: (!announced).then_some(tx.now),
            ..Payment::begun(id, order, self.method, due, key, tx.now)
        };
        match payments::insert(tx, &payment).await {
            // The database allows one live payment for each order, and each key once.
            Err(error) if error.is_duplicate() => Err(Stop::Broken(StorageError::Stale)),
            other => Ok(other.map(|()| payment)?),
        }
    }
}
