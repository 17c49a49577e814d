//! Orders for tests, as they are after what happened to them.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::actor::ActorKind;
use super::catalog::Period;
use super::customer::Billing;
use super::ids::{CustomerId, LineId, OrderId};
use super::money::{Currency, Exact};
use super::number::OrderNumber;
use super::order::{By, Line, LineFailure, LineKind, Order};
use super::status::OrderStatus;

/// So many minutes after the order was placed, on 9 November 2026.
pub fn at(minutes: i64) -> DateTime<Utc> {
    let placed: DateTime<Utc> = "2026-11-09T11:00:00Z".parse().expect("a time");
    placed + TimeDelta::minutes(minutes)
}

pub fn by(minutes: i64) -> By {
    By { actor: ActorKind::System, at: at(minutes) }
}

pub fn line_id(position: i32) -> LineId {
    LineId(Uuid::from_u128(u128::from(position.unsigned_abs())))
}

pub fn line(position: i32) -> Line {
    Line {
        id: line_id(position),
        position,
        kind: LineKind::Creation,
        description: format!("Hosting {position}"),
        service_name: None,
        plan_code: Some(format!("plan-{position}")),
        period: Period::of_months(1),
        quantity: 1,
        unit_price: Exact(5_699_000_000),
        reduction: Exact::ZERO,
        net: 5699,
        total: 6953,
        withdrawal_excluded: false,
        separately_priced: false,
        delivered_at: None,
        withdrawn_at: None,
        failure: None,
    }
}

/// An order of two services, just placed: not paid, and with its first entries of the history.
pub fn order() -> Order {
    let mut order = unopened();
    order.open(by(0));
    order
}

/// The same order for nothing.
pub fn free_order() -> Order {
    let mut order = unopened();
    (order.net, order.tax, order.total) = (0, 0, 0);
    for line in &mut order.lines {
        line.unit_price = Exact::ZERO;
        (line.net, line.total) = (0, 0);
    }
    order.open(by(0));
    order
}

fn unopened() -> Order {
    Order {
        id: OrderId(Uuid::from_u128(7)),
        number: OrderNumber::new(at(0), 7),
        customer_id: CustomerId(Uuid::from_u128(8)),
        status: OrderStatus::NotPaid,
        version: 0,
        sequence: 0,
        currency: Currency::EUR,
        net: 11_398,
        tax: 2508,
        total: 13_906,
        reduction: 0,
        tax_rate: 2200,
        billing: Billing {
            name: "Ada Bianchi".to_owned(),
            address: vec!["Via Roma 1".to_owned(), "10121 Torino".to_owned()],
            country: "IT".to_owned(),
            vat_number: None,
            email: "ada@example.org".to_owned(),
        },
        start_at_once_at: None,
        withdrawal_informed_at: Some(at(0)),
        created_at: at(0),
        expires_at: at(14 * 24 * 60),
        received: 0,
        due_on: None,
        paid_at: None,
        accepted_at: None,
        refused_at: None,
        delivered_at: None,
        cancelled_at: None,
        expired_at: None,
        cancelled_from: None,
        lines: vec![line(1), line(2)],
        news: Vec::new(),
    }
}

/// An order that came to this status in the shortest way. What is cancelled was delivered first.
pub fn order_in(status: OrderStatus) -> Order {
    let before = |status| order_in(status);
    let mut order;
    match status {
        OrderStatus::NotPaid => order = self::order(),
        OrderStatus::Checking => {
            order = before(OrderStatus::NotPaid);
            order.pay(by(10), "CARD · 139.06 EUR".to_owned()).expect("not paid");
        }
        OrderStatus::DocumentsRequested => {
            order = before(OrderStatus::Checking);
            order.request_documents(by(20), None).expect("in the check");
        }
        OrderStatus::Delivering => {
            order = before(OrderStatus::Checking);
            order.approve(by(30)).expect("in the check");
        }
        OrderStatus::Delivered => {
            order = before(OrderStatus::Delivering);
            order.deliver_line(by(40), line_id(1), None).expect("to be delivered");
            order.deliver_line(by(50), line_id(2), None).expect("to be delivered");
        }
        OrderStatus::Cancelling => order = withdrawn(before(OrderStatus::Delivered)),
        OrderStatus::Cancelled => order = refunded(before(OrderStatus::Cancelling)),
        OrderStatus::Expired => {
            order = before(OrderStatus::NotPaid);
            order.expire(by(14 * 24 * 60)).expect("not paid");
        }
    }
    order
}

/// Withdrawn from as a whole.
pub fn withdrawn(mut order: Order) -> Order {
    order.withdraw(by(60), &[line_id(1), line_id(2)]).expect("it is paid");
    order
}

pub fn refused(mut order: Order) -> Order {
    order.refuse(by(60), "The address does not exist".to_owned()).expect("in the check");
    order
}

/// Cancelling is over.
pub fn refunded(mut order: Order) -> Order {
    order.finish_cancelling(by(70)).expect("it is cancelling");
    order
}

/// A line that could not be delivered, and will be tried again if a time is given.
pub fn failed(mut order: Order, position: i32, retry_at: Option<DateTime<Utc>>) -> Order {
    let failure = LineFailure { message: "No room in the data centre".to_owned(), retry_at };
    order.fail_line(by(45), line_id(position), failure).expect("it is being delivered");
    order
}
