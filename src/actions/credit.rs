//! Putting money on a customer's balance, as an operator or a service has seen it come; or taking it off
//! again, because it was put there by mistake or is paid out.

use rust_decimal::Decimal;

use super::texts::{self, NAME_MAX, line};
use super::{Action, Policy, Problem, Stop, refuse, request_hash};
use crate::domain::actor::{Actor, Reach};
use crate::domain::audit::{Deed, Verb};
use crate::domain::balance::{CREDIT_MINOR_MAX, Credit};
use crate::domain::customer::Customer;
use crate::domain::ids::{CreditId, CustomerId};
use crate::domain::money::{Currency, Money};
use crate::storage::refunds::Booking;
use crate::storage::{Tx, balances, customers, refunds};

pub struct CreditCustomer {
    pub actor: Actor,
    pub customer: CustomerId,
    pub amount: Decimal,
    pub currency: String,
    pub reason: String,
    pub key: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreditRefusal {
    Problems(Vec<Problem>),
    NotFound,
    KeyReused,
}

impl Action for CreditCustomer {
    type Done = (Customer, Credit);
    type Refusal = CreditRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Self::Done, Stop<CreditRefusal>> {
        let (amount, reason) =
            self.checked().map_err(CreditRefusal::Problems).map_err(Stop::Refused)?;
        let found = customers::find(tx.db(), Reach::Own(self.customer), self.customer).await?;
        let Some(customer) = found else { return refuse(CreditRefusal::NotFound) };
        let (id, sum) = (self.customer.to_string(), amount.to_string());
        let request_hash = request_hash(&("credit", id, sum, &reason));
        if let Some(known) = balances::credit_by_key(tx.db(), &self.key).await? {
            return if known.request_hash == request_hash {
                tx.repeats();
                Ok((customer, known))
            } else {
                refuse(CreditRefusal::KeyReused)
            };
        }
        let credit = Credit {
            id: CreditId::new(tx.now),
            customer_id: customer.id,
            amount,
            reason,
            client_key: self.key.clone(),
            request_hash,
        };
        balances::insert_credit(tx, &credit).await?;
        if 0 < amount.minor {
            balances::put(tx, customer.id, amount).await?;
        } else {
            take_off(tx, &customer, amount).await?;
        }
        refunds::book(tx, Booking::Credit(credit.id, customer.id), amount).await?;
        Ok((customer, credit))
    }

    fn deed(&self, (customer, credit): &Self::Done) -> Option<Deed> {
        let deed = Deed::of(&self.actor, Verb::CustomerCredit, customer.reference.as_str());
        deed.map(|it| it.with(credit.amount.to_string()))
    }
}

impl CreditCustomer {
    /// The amount and the reason as they are kept, or all that is wrong with the input.
    fn checked(&self) -> Result<(Money, String), Vec<Problem>> {
        let mut problems = Vec::new();
        problems.extend(texts::key(&self.key).err());
        let reason = line(&["reason"], "A reason", &self.reason, NAME_MAX);
        problems.extend(reason.as_ref().err().cloned());
        let currency = Currency::parse(&self.currency);
        if currency.is_none() {
            let message = "This is not a currency that we know. Write it like EUR.";
            problems.push(Problem::invalid(&["currency"], message));
        }
        let amount = currency.and_then(|it| Money::from_decimal(self.amount, it));
        let amount =
            amount.filter(|it| (1..=CREDIT_MINOR_MAX).contains(&it.minor.saturating_abs()));
        if let (Some(currency), None) = (currency, amount) {
            let most = Money::new(CREDIT_MINOR_MAX, currency);
            let message = format!(
                "Give an amount up to {most}, or below zero to take it off, with no more digits than \
                 {currency} has."
            );
            problems.push(Problem::invalid(&["amount"], message));
        }
        match (amount, reason) {
            (Some(amount), Ok(reason)) if problems.is_empty() => Ok((amount, reason)),
            _ => Err(problems),
        }
    }
}

/// Nobody is left with less than nothing: what was paid with is gone.
async fn take_off(tx: &Tx, customer: &Customer, amount: Money) -> Result<(), Stop<CreditRefusal>> {
    let off = Money::new(-amount.minor, amount.currency);
    if balances::take(tx, customer.id, off).await? {
        return Ok(());
    }
    let left = balances::find(tx.db(), customer.id, amount.currency).await?;
    let message = match left.minor {
        0 => format!("There is nothing on this balance in {}.", left.currency),
        _ => format!("No more than {left} is on this balance. Take off that or less."),
    };
    refuse(CreditRefusal::Problems(vec![Problem::invalid(&["amount"], message)]))
}
