//! Withdrawing from an order, or from some of its lines (Directive 2011/83/EU, articles 9 to 14).

use super::refund::{end_unpaid, give_back};
use super::texts::{self, NAME_MAX, prose};
use super::{Action, Policy, Problem, Stop, by, locked, refuse, request_hash};
use crate::domain::actor::{Actor, Reach, Scope};
use crate::domain::audit::{Deed, Verb};
use crate::domain::customer::Customer;
use crate::domain::ids::{LineId, WithdrawalId};
use crate::domain::order::Order;
use crate::domain::payment::Payment;
use crate::domain::refund::quote;
use crate::domain::status::OrderStatus;
use crate::domain::withdrawal::{
    BlockerCode, LineRefusal, Withdrawal, WithdrawalReason, choose, right,
};
use crate::domain::writing::is_email;
use crate::storage::{StorageError, Tx, customers, documents, orders, payments, withdrawals};

pub struct Withdraw {
    pub actor: Actor,
    pub number: String,
    /// `None`: all that can be withdrawn from.
    pub lines: Option<Vec<LineId>>,
    pub name: String,
    pub email: String,
    pub confirmed: bool,
    pub reason: Option<WithdrawalReason>,
    pub comment: Option<String>,
    pub refund_to: RefundTo,
    pub key: String,
}

/// Where the refund goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundTo {
    /// By the means that the money came by.
    Original,
    /// To the customer's balance, by their express consent (article 13(1)).
    PrepaidAccount,
}

#[derive(Debug, PartialEq, Eq)]
pub enum WithdrawRefusal {
    NotFound,
    Problems(Vec<Problem>),
    NotAvailable(Vec<BlockerCode>),
    NotConfirmed,
    KeyReused,
}

impl Action for Withdraw {
    type Done = (Order, Withdrawal);
    type Refusal = WithdrawRefusal;

    async fn run(
        &self,
        tx: &Tx,
        policy: &Policy,
    ) -> Result<(Order, Withdrawal), Stop<WithdrawRefusal>> {
        self.check()?;
        let Some(mut order) = locked(tx, &self.actor, Scope::RefundsWrite, &self.number).await?
        else {
            return refuse(WithdrawRefusal::NotFound);
        };
        let hash = self.hash(&order);
        let known = withdrawals::by_client_key(tx.db(), order.customer_id, &self.key).await?;
        if let Some((withdrawal, known)) = known {
            return if known == hash {
                tx.repeats();
                Ok((order, withdrawal))
            } else {
                refuse(WithdrawRefusal::KeyReused)
            };
        }
        let reach = Reach::Own(order.customer_id);
        let customer = customers::find(tx.db(), reach, order.customer_id).await?;
        let customer = customer.ok_or(StorageError::Stale)?;
        let right = right(&order, customer.kind, customer.time_zone, tx.now);
        if !right.blockers.is_empty() {
            return refuse(WithdrawRefusal::NotAvailable(right.blockers));
        }
        let lines = choose(&order, self.lines.as_deref())
            .map_err(|why| Stop::Refused(WithdrawRefusal::Problems(vec![line_problem(why)])))?;
        let withdrawal = self.statement(tx, &order, lines);
        withdrawals::insert(tx, order.customer_id, &withdrawal, &self.key, &hash).await?;
        self.apply(tx, policy, &mut order, &customer, &withdrawal).await?;
        Ok((order, withdrawal))
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::OrderWithdraw, done.0.number.as_str())
    }
}

impl Withdraw {
    fn check(&self) -> Result<(), Stop<WithdrawRefusal>> {
        if !self.confirmed {
            return refuse(WithdrawRefusal::NotConfirmed);
        }
        let mut problems = Vec::new();
        problems.extend(texts::line(&["name"], "Your name", &self.name, NAME_MAX).err());
        if !is_email(&self.email) {
            let message = "Give an e-mail address to send the confirmation to.";
            problems.push(Problem::invalid(&["email"], message));
        }
        problems.extend(self.comment().and_then(|text| prose(&["comment"], text).err()));
        problems.extend(texts::key(&self.key).err());
        if problems.is_empty() { Ok(()) } else { refuse(WithdrawRefusal::Problems(problems)) }
    }

    /// What else was written; a field that was left blank says nothing.
    fn comment(&self) -> Option<&str> {
        self.comment.as_deref().map(str::trim).filter(|text| !text.is_empty())
    }

    fn hash(&self, order: &Order) -> String {
        let lines =
            self.lines.as_ref().map(|ids| ids.iter().map(ToString::to_string).collect::<Vec<_>>());
        let reason = self.reason.map(WithdrawalReason::name);
        let number = order.number.as_str();
        let to_balance = self.refund_to == RefundTo::PrepaidAccount;
        let person = (&self.name, &self.email);
        request_hash(&("withdraw", number, lines, person, reason, &self.comment, to_balance))
    }

    fn statement(&self, tx: &Tx, order: &Order, line_ids: Vec<LineId>) -> Withdrawal {
        Withdrawal {
            id: WithdrawalId::new(tx.now),
            order_id: order.id,
            received_at: tx.now,
            name: self.name.trim().to_owned(),
            email: self.email.trim().to_owned(),
            line_ids,
            reason: self.reason,
            comment: self.comment().map(str::to_owned),
            refund_to_balance_at: (self.refund_to == RefundTo::PrepaidAccount).then_some(tx.now),
        }
    }

    async fn apply(
        &self,
        tx: &Tx,
        policy: &Policy,
        order: &mut Order,
        customer: &Customer,
        withdrawal: &Withdrawal,
    ) -> Result<(), StorageError> {
        let by = by(&self.actor, tx);
        let owed = quote(order, &withdrawal.line_ids, customer.time_zone, tx.now).refund;
        order.withdraw(by, &withdrawal.line_ids).expect("the right is there, so the status is");
        if order.status == OrderStatus::Cancelling {
            documents::reject_open(tx, order.id).await?;
        }
        for line in order.lines.iter().filter(|line| withdrawal.line_ids.contains(&line.id)) {
            orders::save_line(tx, line).await?;
        }
        let all = payments::of_orders(tx.db(), &[order.id]).await?;
        let paid = all.into_iter().find(Payment::pays);
        // Should too much have gone back before, that is no reason not to take a statement.
        let amount = paid.as_ref().map_or(0, |payment| owed.min(payment.room()));
        if paid.is_some() && amount < owed {
            let (number, owed, left) = (&order.number, order.money(owed), order.money(amount));
            tracing::error!(order = %number, "{owed} is to go back, and only {left} is left");
        }
        match paid {
            Some(payment) if 0 < amount => {
                give_back(tx, policy, order, &payment, amount, Some(withdrawal), by).await?;
            }
            _ => end_unpaid((tx, policy), order, by).await?,
        }
        orders::save(tx, order).await
    }
}

fn line_problem(why: LineRefusal) -> Problem {
    match why {
        LineRefusal::NoneChosen => Problem::invalid(
            &["lines"],
            "Name at least one line, or leave `lines` out to withdraw from the whole order.",
        ),
        LineRefusal::NoSuchLine => {
            Problem::not_found(&["lines"], "There is no such line in this order.")
        }
        LineRefusal::Excluded => Problem::invalid(
            &["lines"],
            "One of these lines cannot be withdrawn from: its plan is excluded, or it carries on \
             a running contract.",
        ),
        LineRefusal::OnlyWhole => Problem::invalid(
            &["lines"],
            "This order is not paid yet: withdraw from all of it, or wait until it is paid.",
        ),
        LineRefusal::AlreadyWithdrawn => {
            Problem::invalid(&["lines"], "You have withdrawn from this already.")
        }
    }
}
