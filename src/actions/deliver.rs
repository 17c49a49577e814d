//! Delivering a line, saying that one failed, and writing a note.

use chrono::{DateTime, Utc};

use super::texts::{SERVICE_NAME_MAX, line, prose};
use super::{Action, Policy, Problem, StepRefusal, Stop, by, locked, refuse};
use crate::domain::actor::{Actor, Scope};
use crate::domain::audit::{Deed, Verb};
use crate::domain::history::EventKind;
use crate::domain::ids::LineId;
use crate::domain::order::{LineFailure, LineRefusal, Order};
use crate::storage::{Tx, history, orders};

pub struct DeliverLine {
    pub actor: Actor,
    pub number: String,
    pub line: LineId,
    pub service_name: Option<String>,
}

impl Action for DeliverLine {
    type Done = Order;
    type Refusal = StepRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Order, Stop<StepRefusal>> {
        let name = self.service_name.as_deref();
        let name = name
            .map(|name| line(&["serviceName"], "A service name", name, SERVICE_NAME_MAX))
            .transpose()?;
        let Some(mut order) = locked(tx, &self.actor, Scope::OrdersDeliver, &self.number).await?
        else {
            return refuse(StepRefusal::NotFound);
        };
        order.deliver_line(by(&self.actor, tx), self.line, name).map_err(step_refusal)?;
        save(tx, &mut order, self.line).await
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        let deed = Deed::of(&self.actor, Verb::OrderLineDeliver, done.number.as_str())?;
        Some(deed.with(format!("line {}", self.line)))
    }
}

pub struct FailLine {
    pub actor: Actor,
    pub number: String,
    pub line: LineId,
    pub message: String,
    pub retry_at: Option<DateTime<Utc>>,
}

impl Action for FailLine {
    type Done = Order;
    type Refusal = StepRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Order, Stop<StepRefusal>> {
        let message = prose(&["message"], &self.message)?;
        if self.retry_at.is_some_and(|at| at <= tx.now) {
            let message = "This moment is over. Name one that is to come, or none.";
            return Err(Problem::invalid(&["retryAt"], message).into());
        }
        let Some(mut order) = locked(tx, &self.actor, Scope::OrdersDeliver, &self.number).await?
        else {
            return refuse(StepRefusal::NotFound);
        };
        let failure = LineFailure { message, retry_at: self.retry_at };
        order.fail_line(by(&self.actor, tx), self.line, failure).map_err(step_refusal)?;
        save(tx, &mut order, self.line).await
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        let deed = Deed::of(&self.actor, Verb::OrderLineFail, done.number.as_str())?;
        Some(deed.with(format!("line {}", self.line)))
    }
}

async fn save(tx: &Tx, order: &mut Order, line: LineId) -> Result<Order, Stop<StepRefusal>> {
    if let Some(line) = order.line(line) {
        orders::save_line(tx, line).await?;
    }
    orders::save(tx, order).await?;
    Ok(order.clone())
}

fn step_refusal(refusal: LineRefusal) -> Stop<StepRefusal> {
    Stop::Refused(match refusal {
        LineRefusal::Status(no) => StepRefusal::NotAllowed(no),
        LineRefusal::NoSuchLine => StepRefusal::Invalid(Problem::not_found(
            &["line"],
            "There is no such line in this order. Take the `id` of one of its lines.",
        )),
        LineRefusal::AlreadyDelivered => StepRefusal::Invalid(Problem::invalid(
            &["line"],
            "This line has been delivered already. Nothing is left to do for it.",
        )),
        LineRefusal::Withdrawn => StepRefusal::Invalid(Problem::invalid(
            &["line"],
            "The customer has withdrawn from this line. Do not deliver it.",
        )),
    })
}

/// A message to the customer, or to the other operators.
pub struct WriteNote {
    pub actor: Actor,
    pub number: String,
    pub text: String,
    pub visible_to_customer: bool,
}

impl Action for WriteNote {
    type Done = Order;
    type Refusal = StepRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Order, Stop<StepRefusal>> {
        let text = prose(&["text"], &self.text)?;
        let Some(mut order) = locked(tx, &self.actor, Scope::OrdersValidate, &self.number).await?
        else {
            return refuse(StepRefusal::NotFound);
        };
        if self.visible_to_customer {
            order.record(by(&self.actor, tx), EventKind::Note, Some(text));
            orders::save(tx, &mut order).await?;
        } else {
            // Not in the history: its numbers have no gap that a customer could see.
            history::add_internal_note(tx, order.id, self.actor.name(), &text).await?;
        }
        Ok(order)
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        let seen = if self.visible_to_customer { "to the customer" } else { "internal" };
        Some(Deed::of(&self.actor, Verb::OrderNote, done.number.as_str())?.with(seen))
    }
}
