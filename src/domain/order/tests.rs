//! Tests of the rules in the file beside this.

use proptest::prelude::*;

use super::super::samples::{by, failed, free_order, line_id, order, order_in};
use super::*;

/// Something that is tried on an order.
#[derive(Clone, Copy, Debug)]
enum Try {
    Pay,
    Defer,
    Approve,
    Refuse,
    RequestDocuments,
    RequestDocumentsAgain,
    ReceiveDocuments,
    Deliver(i32),
    Fail(i32),
    Withdraw(i32),
    WithdrawAll,
    FinishCancelling,
    Cancel,
    Expire,
}

fn any_try() -> impl Strategy<Value = Try> {
    prop_oneof![
        3 => Just(Try::Pay),
        1 => Just(Try::Defer),
        3 => Just(Try::Approve),
        1 => Just(Try::Refuse),
        1 => Just(Try::RequestDocuments),
        1 => Just(Try::RequestDocumentsAgain),
        1 => Just(Try::ReceiveDocuments),
        4 => (0_i32..=3).prop_map(Try::Deliver),
        2 => (0_i32..=3).prop_map(Try::Fail),
        2 => (1_i32..=2).prop_map(Try::Withdraw),
        1 => Just(Try::WithdrawAll),
        1 => Just(Try::FinishCancelling),
        1 => Just(Try::Cancel),
        1 => Just(Try::Expire),
    ]
}

/// Whether it was possible.
fn attempt(order: &mut Order, what: Try, at: i64) -> bool {
    let by = by(at);
    match what {
        Try::Pay => order.pay(by, "CARD".to_owned()).is_ok(),
        Try::Defer => order.defer(by, by.at.date_naive()).is_ok(),
        Try::Approve => order.approve(by).is_ok(),
        Try::Refuse => order.refuse(by, "No".to_owned()).is_ok(),
        Try::RequestDocuments => order.request_documents(by, None).is_ok(),
        Try::RequestDocumentsAgain => {
            order.request_documents_again(by, "Blurred".to_owned()).is_ok()
        }
        Try::ReceiveDocuments => order.receive_documents(by).is_ok(),
        Try::Deliver(line) => order.deliver_line(by, line_id(line), None).is_ok(),
        Try::Fail(line) => {
            let failure = LineFailure { message: "No".to_owned(), retry_at: None };
            order.fail_line(by, line_id(line), failure).is_ok()
        }
        Try::Withdraw(line) => order.withdraw(by, &[line_id(line)]).is_ok(),
        Try::WithdrawAll => order.withdraw(by, &[line_id(1), line_id(2)]).is_ok(),
        Try::FinishCancelling => order.finish_cancelling(by).is_ok(),
        Try::Cancel => order.cancel(by).is_ok(),
        Try::Expire => order.expire(by).is_ok(),
    }
}

proptest! {
    #[test]
    fn the_history_is_numbered_without_a_gap_whatever_happens(
        free: bool,
        tries in prop::collection::vec(any_try(), 0..40),
    ) {
        let mut order = if free { free_order() } else { order() };
        for (what, at) in tries.into_iter().zip(1..) {
            let before = order.clone();
            if attempt(&mut order, what, at) {
                prop_assert!(before.sequence < order.sequence, "{what:?} left no entry");
                prop_assert_eq!(&order.news[..before.news.len()], &before.news[..]);
            } else {
                prop_assert_eq!(&order, &before, "{:?} was refused and changed something", what);
            }
            let mut numbers = order.news.iter().map(|entry| entry.sequence);
            prop_assert!((1..=order.sequence).all(|number| numbers.next() == Some(number)));
            prop_assert_eq!(numbers.next(), None);
        }
    }

    #[test]
    fn facts_and_status_agree_whatever_happens(
        tries in prop::collection::vec(any_try(), 0..40),
    ) {
        let mut order = order();
        for (what, at) in tries.into_iter().zip(1..) {
            attempt(&mut order, what, at);
        }
        let status = order.status;
        let over = matches!(status, OrderStatus::Cancelling | OrderStatus::Cancelled);
        let unpaid = matches!(status, OrderStatus::NotPaid | OrderStatus::Expired);
        prop_assert_eq!(order.expired_at.is_some(), status == OrderStatus::Expired);
        prop_assert_eq!(order.cancelled_at.is_some(), status == OrderStatus::Cancelled);
        prop_assert_eq!(order.cancelled_from.is_some(), over);
        prop_assert_eq!(order.ended_at().is_some(), status.is_final());
        prop_assert!(!unpaid || order.paid_at.is_none());
        prop_assert!(unpaid || over || order.paid_at.is_some() || order.due_on.is_some());
        let delivery = matches!(status, OrderStatus::Delivering | OrderStatus::Delivered);
        prop_assert!(!delivery || order.accepted_at.is_some());
        if status == OrderStatus::Delivering {
            prop_assert!(order.outstanding().next().is_some(), "nothing is left to deliver");
        }
    }
}

fn kinds(order: &Order) -> Vec<EventKind> {
    order.news.iter().map(|entry| entry.kind).collect()
}

#[test]
fn a_whole_life_is_told_in_order() {
    use EventKind as E;
    let order = failed(order_in(OrderStatus::Delivering), 1, None);
    let told = [
        E::OrderCreated,
        E::PaymentAwaited,
        E::PaymentReceived,
        E::ValidationStarted,
        E::OrderAccepted,
        E::DeliveryStarted,
        E::DeliveryFailed,
    ];
    assert_eq!(kinds(&order), told);
    let cancelled = order_in(OrderStatus::Cancelled);
    let end = [
        E::LineDelivered,
        E::LineDelivered,
        E::OrderDelivered,
        E::WithdrawalReceived,
        E::OrderCancelled,
    ];
    assert_eq!(kinds(&cancelled)[6..], end);
}

#[test]
fn a_free_order_is_in_the_check_at_once() {
    let order = free_order();
    assert_eq!(order.status, OrderStatus::Checking);
    assert_eq!(kinds(&order), [EventKind::OrderCreated, EventKind::ValidationStarted]);
}

#[test]
fn a_line_is_delivered_once() {
    let mut order = order_in(OrderStatus::Delivering);
    let mut deliver = |line| order.deliver_line(by(50), line_id(line), Some("web-1".to_owned()));
    assert_eq!(deliver(9), Err(LineRefusal::NoSuchLine));
    assert_eq!(deliver(1), Ok(()));
    assert_eq!(deliver(1), Err(LineRefusal::AlreadyDelivered));
    assert_eq!(order.news.last().and_then(|entry| entry.detail.as_deref()), Some("web-1"));
    order.withdraw(by(51), &[line_id(2)]).expect("paid");
    // The line that was left is gone, so nothing is to come.
    assert_eq!(order.status, OrderStatus::Delivered);
}

#[test]
fn a_line_withdrawn_from_is_not_delivered() {
    let mut order = order_in(OrderStatus::Delivering);
    order.withdraw(by(50), &[line_id(1)]).expect("paid");
    assert_eq!(order.status, OrderStatus::Delivering);
    let refused = order.deliver_line(by(51), line_id(1), None);
    assert_eq!(refused, Err(LineRefusal::Withdrawn));
}
