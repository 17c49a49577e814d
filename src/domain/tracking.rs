//! The four steps that a customer follows, as a function of an order's facts.

use chrono::{DateTime, Utc};

use super::order::Order;
use super::status::OrderStatus;

named! {
    /// The four steps, always in this order.
    pub enum StepName {
        Validating = "VALIDATING",
        Validated = "VALIDATED",
        Delivering = "DELIVERING",
        Available = "AVAILABLE",
    }
}

named! {
    pub enum StepState {
        Todo = "TODO",
        Doing = "DOING",
        Done = "DONE",
        Error = "ERROR",
    }
}

/// Why a step stands as it stands: what the hint to the customer is chosen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Situation {
    AwaitingPayment,
    Checking,
    AwaitingDocuments,
    Refused,
    NotYet,
    Accepted,
    Preparing,
    DeliveryTrouble,
    Delivered,
    Expired,
    CancelledUnpaid,
    Cancelled,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub name: StepName,
    pub state: StepState,
    pub situation: Situation,
    pub started_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
}

/// The four steps of an order as it stands.
pub fn steps(order: &Order) -> [Step; 4] {
    use StepState::{Doing, Done, Error, Todo};
    // What was cancelled stays as it was when it was cancelled: look at the status before that.
    let over = matches!(order.status, OrderStatus::Cancelling | OrderStatus::Cancelled);
    let status = if over { order.cancelled_from.unwrap_or(order.status) } else { order.status };
    let refused = order.refused_at.is_some();
    let unpaid_end = order.status == OrderStatus::Expired
        || (over && status == OrderStatus::NotPaid && order.paid_at.is_none());

    let four_states = match status {
        _ if unpaid_end || refused => [Error, Todo, Todo, Todo],
        OrderStatus::NotPaid | OrderStatus::Checking => [Doing, Todo, Todo, Todo],
        OrderStatus::DocumentsRequested => [Error, Todo, Todo, Todo],
        OrderStatus::Delivering if order.delivery_in_trouble() => [Done, Done, Error, Todo],
        OrderStatus::Delivering => [Done, Done, Doing, Todo],
        OrderStatus::Delivered => [Done; 4],
        OrderStatus::Expired | OrderStatus::Cancelling | OrderStatus::Cancelled => {
            [Error, Todo, Todo, Todo]
        }
    };
    let mut four = StepName::ALL.iter().zip(four_states).map(|(&name, state)| Step {
        name,
        state,
        situation: situation(order, status, name, state),
        started_at: started_at(order, name, state),
        ended_at: ended_at(order, name, state),
    });
    std::array::from_fn(|_| four.next().expect("there are four names and four states"))
}

/// The step that an entry of the history belongs to: the one the order stands at.
pub fn current_step(status: OrderStatus, accepted: bool) -> StepName {
    match status {
        OrderStatus::Delivering => StepName::Delivering,
        OrderStatus::Delivered => StepName::Available,
        OrderStatus::Cancelling | OrderStatus::Cancelled if accepted => StepName::Delivering,
        _ => StepName::Validating,
    }
}

fn situation(order: &Order, status: OrderStatus, name: StepName, state: StepState) -> Situation {
    match (name, state) {
        (_, StepState::Todo) => Situation::NotYet,
        // Nobody is told that something is coming, or ready, when it is being taken back.
        (StepName::Delivering | StepName::Available, _) if order.status != status => {
            Situation::Cancelled
        }
        (StepName::Validating | StepName::Validated, StepState::Done) => Situation::Accepted,
        (_, StepState::Done) => Situation::Delivered,
        (StepName::Delivering, StepState::Error) => Situation::DeliveryTrouble,
        (StepName::Delivering, _) => Situation::Preparing,
        _ if order.refused_at.is_some() => Situation::Refused,
        _ if order.status == OrderStatus::Expired => Situation::Expired,
        _ if order.status == OrderStatus::Cancelled && order.paid_at.is_none() => {
            Situation::CancelledUnpaid
        }
        _ if order.status != status => Situation::Cancelled,
        _ if status == OrderStatus::DocumentsRequested => Situation::AwaitingDocuments,
        _ if status == OrderStatus::NotPaid => Situation::AwaitingPayment,
        _ => Situation::Checking,
    }
}

fn started_at(order: &Order, name: StepName, state: StepState) -> Option<DateTime<Utc>> {
    if state == StepState::Todo {
        return None;
    }
    match name {
        StepName::Validating => Some(order.created_at),
        StepName::Validated | StepName::Delivering => order.accepted_at,
        StepName::Available => order.delivered_at,
    }
}

fn ended_at(order: &Order, name: StepName, state: StepState) -> Option<DateTime<Utc>> {
    match (name, state) {
        (StepName::Validating | StepName::Validated, StepState::Done) => order.accepted_at,
        (StepName::Delivering | StepName::Available, StepState::Done) => order.delivered_at,
        // A step in trouble is not over, unless the order is.
        (_, StepState::Error) if order.status.is_final() => order.ended_at(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
