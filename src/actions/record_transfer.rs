//! A bank transfer that arrived, as an operator saw it on the account: all that is due, a part of it, or
//! more.

use chrono::{DateTime, Utc};

use super::deposit::{give_back_held, pay_with, unannounced};
use super::{Action, Policy, Problem, Stop, by, locked, refuse, texts};
use crate::domain::actor::{Actor, Reach, Scope};
use crate::domain::audit::{Deed, Verb};
use crate::domain::history::EventKind;
use crate::domain::ids::TransferId;
use crate::domain::money::Money;
use crate::domain::order::Order;
use crate::domain::payment::{Payment, PaymentState};
use crate::domain::status::OrderStatus;
use crate::domain::transfer::{REFERENCE_MAX, TRANSFER_MINOR_MAX, Transfer};
use crate::storage::refunds::{Booking, book};
use crate::storage::{StorageError, Tx, orders, payments, transfers};

pub struct RecordTransfer {
    pub actor: Actor,
    pub number: String,
    pub reference: String,
    pub amount: rust_decimal::Decimal,
    pub received_at: DateTime<Utc>,
    /// The order is known to be paid, or not to want this: it goes back.
    pub surplus: bool,
    pub key: String,
}

#[derive(Debug)]
pub enum RecordRefusal {
    NotFound,
    Invalid(Problem),
    WrongStatus(OrderStatus),
    AlreadyPaid(Option<Box<Payment>>),
    InProgress(Box<Payment>),
    KeyReused,
}

impl From<Problem> for Stop<RecordRefusal> {
    fn from(problem: Problem) -> Self {
        Self::Refused(RecordRefusal::Invalid(problem))
    }
}

impl Action for RecordTransfer {
    type Done = (Order, Payment);
    type Refusal = RecordRefusal;

    async fn run(&self, tx: &Tx, policy: &Policy) -> Result<(Order, Payment), Stop<RecordRefusal>> {
        texts::key(&self.key)?;
        let what = "The reference of a transfer";
        let reference = texts::line(&["reference"], what, &self.reference, REFERENCE_MAX)?;
        let Some(mut order) = locked(tx, &self.actor, Scope::PaymentsWrite, &self.number).await?
        else {
            return refuse(RecordRefusal::NotFound);
        };
        let request_hash = self.request_hash(&order, &reference);
        if let Some(known) = transfers::by_client_key(tx.db(), &self.key).await? {
            if known.request_hash != request_hash {
                return refuse(RecordRefusal::KeyReused);
            }
            tx.repeats();
            return Ok((order, became(tx, &known).await?));
        }
        let amount = self.checked(tx, &order)?;
        if let Some(known) = transfers::by_reference(tx.db(), &reference).await? {
            return known_already(tx, &order, &known).await;
        }
        let announced = self.announced(tx, &order).await?;
        let id = TransferId::new(tx.now);
        order.hold(amount);
        book(tx, Booking::Arrival(id), amount).await?;
        let payment = self.take((tx, policy), &mut order, announced, amount).await?;
        let transfer = Transfer {
            id,
            order_id: order.id,
            payment_id: payment.id,
            reference,
            amount,
            received_at: self.received_at,
            client_key: self.key.clone(),
            request_hash,
            recorded_by: self.actor.name().to_owned(),
            created_at: tx.now,
        };
        match transfers::insert(tx, &transfer).await {
            // Recorded for another order at the same moment.
            Err(error) if error.is_duplicate() => Err(Stop::Broken(StorageError::Stale)),
            other => Ok(other.map(|()| (order, payment))?),
        }
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::PaymentRecord, done.0.number.as_str())
    }
}

impl RecordTransfer {
    /// Of what came with the key, to tell a repeat from a misuse.
    fn request_hash(&self, order: &Order, reference: &str) -> String {
        let (number, amount) = (order.number.as_str(), self.amount.normalize().to_string());
        let received_at = self.received_at.timestamp_millis();
        let input = ("record", number, reference, amount, received_at, self.surplus);
        super::request_hash(&input)
    }

    fn checked(&self, tx: &Tx, order: &Order) -> Result<Money, Problem> {
        if tx.now < self.received_at {
            let message = "This moment is still to come. Say when the transfer arrived.";
            return Err(Problem::invalid(&["receivedAt"], message));
        }
        let amount = Money::from_decimal(self.amount, order.currency);
        amount.filter(|it| (1..=TRANSFER_MINOR_MAX).contains(&it.minor)).ok_or_else(|| {
            let most = order.money(TRANSFER_MINOR_MAX);
            let least = order.money(1);
            let message = format!("Say what has arrived: from {least} to {most}.");
            Problem::invalid(&["amount"], message)
        })
    }

    /// What the customer has announced, or owes by agreement, if anything.
    async fn announced(
        &self,
        tx: &Tx,
        order: &Order,
    ) -> Result<Option<Payment>, Stop<RecordRefusal>> {
        if order.total == 0 && !self.surplus {
            return refuse(RecordRefusal::WrongStatus(order.status));
        }
        let all = payments::of_orders(tx.db(), &[order.id]).await?;
        let Some(live) = all.into_iter().find(Payment::is_live) else { return Ok(None) };
        match live.state {
            PaymentState::Succeeded if self.surplus => Ok(None),
            PaymentState::Succeeded => refuse(RecordRefusal::AlreadyPaid(Some(Box::new(live)))),
            _ if live.method.comes_by_transfer() => Ok(Some(live)),
            _ => refuse(RecordRefusal::InProgress(Box::new(live))),
        }
    }

    /// Pays with what is held now, if that is enough, and gives back what is too much. The order is
    /// saved.
    async fn take(
        &self,
        (tx, policy): (&Tx, &Policy),
        order: &mut Order,
        announced: Option<Payment>,
        came: Money,
    ) -> Result<Payment, StorageError> {
        let by = by(&self.actor, tx);
        if !order.awaits_money() {
            let late = give_back_held((tx, policy), order, by).await?;
            return Ok(late.expect("money has come just now"));
        }
        let mut payment = match announced {
            Some(payment) => payment,
            None => unannounced(tx, order, order.total, false).await?,
        };
        if !order.is_covered() {
            let detail = format!("{came} · {}", order.amount_due());
            order.record(by, EventKind::PaymentPartReceived, Some(detail));
            orders::save(tx, order).await?;
            return Ok(payment);
        }
        pay_with((tx, policy), order, &mut payment, by).await?;
        give_back_held((tx, policy), order, by).await?;
        Ok(payment)
    }
}

/// The payment that it was recorded for, as it is now.
async fn became(tx: &Tx, transfer: &Transfer) -> Result<Payment, StorageError> {
    let found = payments::find(tx.db(), Reach::All, transfer.payment_id).await?;
    found.ok_or(StorageError::Stale)
}

/// A transfer is recorded once, whoever has seen it.
async fn known_already<T>(
    tx: &Tx,
    order: &Order,
    known: &Transfer,
) -> Result<T, Stop<RecordRefusal>> {
    let payment = became(tx, known).await?;
    if known.order_id == order.id && payment.state == PaymentState::Succeeded {
        return refuse(RecordRefusal::AlreadyPaid(Some(Box::new(payment))));
    }
    let which = if known.order_id == order.id { "this order" } else { "another order" };
    let message = format!(
        "A transfer with this reference was recorded for {which} already. Check the reference."
    );
    Err(Problem::invalid(&["reference"], message).into())
}
