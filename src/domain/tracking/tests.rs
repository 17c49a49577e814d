//! Tests of the rules in the file beside this.

use super::super::samples::{self, at, by, failed, order_in, refunded, refused, withdrawn};
use super::StepState::{Doing, Done, Error, Todo};
use super::*;

fn states(order: &Order) -> [StepState; 4] {
    steps(order).map(|step| step.state)
}

fn situations(order: &Order) -> [Situation; 4] {
    steps(order).map(|step| step.situation)
}

fn cancelled_unpaid() -> Order {
    let mut order = order_in(OrderStatus::NotPaid);
    order.cancel(by(5)).expect("not paid");
    order
}

#[test]
fn the_steps_follow_the_order() {
    let in_check = [Doing, Todo, Todo, Todo];
    let stopped = [Error, Todo, Todo, Todo];
    let in_delivery = [Done, Done, Doing, Todo];
    let in_trouble = [Done, Done, Error, Todo];
    let delivering = || order_in(OrderStatus::Delivering);
    let checking = || order_in(OrderStatus::Checking);
    let waiting = || order_in(OrderStatus::DocumentsRequested);
    let rows = [
        ("not paid", order_in(OrderStatus::NotPaid), in_check),
        ("checking", checking(), in_check),
        ("free", samples::free_order(), in_check),
        ("documents requested", waiting(), stopped),
        ("refused", refused(checking()), stopped),
        ("refused, awaiting documents", refused(waiting()), stopped),
        ("refused and refunded", refunded(refused(checking())), stopped),
        ("delivering", delivering(), in_delivery),
        ("delivering, a line failed", failed(delivering(), 1, None), in_trouble),
        ("delivering, a line is late", failed(delivering(), 2, Some(at(90))), in_trouble),
        ("delivered", order_in(OrderStatus::Delivered), [Done; 4]),
        ("expired", order_in(OrderStatus::Expired), stopped),
        ("cancelled before payment", cancelled_unpaid(), stopped),
    ];
    for (name, order, expected) in rows {
        assert_eq!(states(&order), expected, "{name}");
    }
}

#[test]
fn steps_stay_as_they_were_when_a_paid_order_is_cancelled() {
    let delivering = || order_in(OrderStatus::Delivering);
    let rows = [
        ("checking", order_in(OrderStatus::Checking)),
        ("free", samples::free_order()),
        ("documents requested", order_in(OrderStatus::DocumentsRequested)),
        ("delivering", delivering()),
        ("delivering, a line failed", failed(delivering(), 1, None)),
        ("delivering, a line is late", failed(delivering(), 2, Some(at(90)))),
        ("delivered", order_in(OrderStatus::Delivered)),
    ];
    for (name, order) in rows {
        let before = states(&order);
        let cancelling = withdrawn(order);
        assert_eq!(cancelling.status, OrderStatus::Cancelling, "{name}");
        assert_eq!(states(&cancelling), before, "{name}, cancelling");
        let cancelled = refunded(cancelling);
        assert_eq!(states(&cancelled), before, "{name}, cancelled");
    }
}

#[test]
fn a_failed_line_troubles_no_more_once_it_is_delivered_or_withdrawn_from() {
    let mut order = failed(order_in(OrderStatus::Delivering), 1, None);
    let mut other = order.clone();
    order.deliver_line(by(50), samples::line_id(1), None).expect("to be delivered");
    assert_eq!(states(&order), [Done, Done, Doing, Todo]);

    other.withdraw(by(50), &[samples::line_id(1)]).expect("paid");
    assert_eq!(states(&other), [Done, Done, Doing, Todo]);
    // And when the other line goes too, that trouble was over already.
    other.withdraw(by(55), &[samples::line_id(2)]).expect("paid");
    assert_eq!(other.status, OrderStatus::Cancelling);
    assert_eq!(states(&other), [Done, Done, Doing, Todo]);
}

#[test]
fn the_hint_says_why_the_step_stands_there() {
    use Situation as S;
    let first = |order: &Order| situations(order)[0];
    let rows = [
        ("not paid", order_in(OrderStatus::NotPaid), S::AwaitingPayment),
        ("checking", order_in(OrderStatus::Checking), S::Checking),
        ("documents", order_in(OrderStatus::DocumentsRequested), S::AwaitingDocuments),
        ("refused", refused(order_in(OrderStatus::Checking)), S::Refused),
        ("refunded", refunded(refused(order_in(OrderStatus::Checking))), S::Refused),
        ("expired", order_in(OrderStatus::Expired), S::Expired),
        ("cancelled unpaid", cancelled_unpaid(), S::CancelledUnpaid),
        ("withdrawn", withdrawn(order_in(OrderStatus::Checking)), S::Cancelled),
        ("delivering", order_in(OrderStatus::Delivering), S::Accepted),
    ];
    for (name, order, expected) in rows {
        assert_eq!(first(&order), expected, "{name}");
        let later = &situations(&order)[1..];
        if steps(&order)[1].state == Todo {
            assert_eq!(later, [S::NotYet; 3], "{name}");
        }
    }
    let delivering = order_in(OrderStatus::Delivering);
    let four = |delivering, available| [S::Accepted, S::Accepted, delivering, available];
    assert_eq!(situations(&delivering), four(S::Preparing, S::NotYet));
    let troubled = failed(delivering.clone(), 1, None);
    assert_eq!(situations(&troubled), four(S::DeliveryTrouble, S::NotYet));
    let delivered = order_in(OrderStatus::Delivered);
    assert_eq!(situations(&delivered), four(S::Delivered, S::Delivered));
    // Nobody is told that something is coming, or ready, when it is being taken back.
    assert_eq!(situations(&withdrawn(delivering)), four(S::Cancelled, S::NotYet));
    assert_eq!(situations(&withdrawn(troubled)), four(S::Cancelled, S::NotYet));
    assert_eq!(situations(&withdrawn(delivered)), four(S::Cancelled, S::Cancelled));
}

#[test]
fn a_step_says_when_it_began_and_ended() {
    let times = |order: &Order| steps(order).map(|step| (step.started_at, step.ended_at));
    let none = (None, None);
    let open = |start| (Some(at(start)), None);
    let closed = |start, end| (Some(at(start)), Some(at(end)));
    let rows = [
        ("checking", order_in(OrderStatus::Checking), [open(0), none, none, none]),
        (
            "delivering",
            order_in(OrderStatus::Delivering),
            [closed(0, 30), closed(30, 30), open(30), none],
        ),
        (
            "delivered",
            order_in(OrderStatus::Delivered),
            [closed(0, 30), closed(30, 30), closed(30, 50), closed(50, 50)],
        ),
        ("refused", refused(order_in(OrderStatus::Checking)), [open(0), none, none, none]),
        (
            "refused and refunded",
            refunded(refused(order_in(OrderStatus::Checking))),
            [closed(0, 70), none, none, none],
        ),
        ("cancelled unpaid", cancelled_unpaid(), [closed(0, 5), none, none, none]),
    ];
    for (name, order, expected) in rows {
        assert_eq!(times(&order), expected, "{name}");
    }
}

#[test]
fn the_four_are_always_there_and_in_order() {
    for &status in OrderStatus::ALL {
        assert_eq!(steps(&order_in(status)).map(|step| step.name), StepName::ALL, "{status:?}");
    }
}
