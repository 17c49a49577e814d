//! Tests of the rules in the file beside this.

use chrono_tz::Tz;

use super::super::customer::AccountKind;
use super::super::samples::{at, free_order, order_in, refused};
use super::super::withdrawal;
use super::*;

fn of(order: &Order, payment_in_progress: bool, documents_open: bool, minutes: i64) -> Vec<Action> {
    let now = at(minutes);
    let right = withdrawal::right(order, AccountKind::Individual, Tz::Europe__Rome, now);
    actions(order, &right, payment_in_progress, documents_open, now)
}

fn one(all: &[Action], kind: ActionKind) -> Action {
    *all.iter().find(|action| action.kind == kind).expect("all seven are there")
}

#[test]
fn all_seven_are_there_and_in_order() {
    for &status in OrderStatus::ALL {
        let kinds: Vec<_> =
            of(&order_in(status), false, false, 80).into_iter().map(|it| it.kind).collect();
        assert_eq!(kinds, ActionKind::ALL, "{status:?}");
    }
}

/// Refusals to pay, cancel, withdraw and upload, status by status.
#[test]
fn what_is_possible_follows_the_status() {
    use ActionRefusal as R;
    use BlockerCode as B;
    let rows = [
        (OrderStatus::NotPaid, None, None, Some(R::Withdrawal(B::NotPaid))),
        (OrderStatus::Checking, Some(R::AlreadyPaid), Some(R::PaidSoWithdraw), None),
        (OrderStatus::DocumentsRequested, Some(R::AlreadyPaid), Some(R::PaidSoWithdraw), None),
        (OrderStatus::Delivering, Some(R::AlreadyPaid), Some(R::PaidSoWithdraw), None),
        (OrderStatus::Delivered, Some(R::AlreadyPaid), Some(R::PaidSoWithdraw), None),
        (
            OrderStatus::Cancelling,
            Some(R::Cancelled),
            Some(R::Cancelled),
            Some(R::Withdrawal(B::AlreadyExercised)),
        ),
        (
            OrderStatus::Cancelled,
            Some(R::Cancelled),
            Some(R::Cancelled),
            Some(R::Withdrawal(B::AlreadyExercised)),
        ),
        (OrderStatus::Expired, Some(R::Expired), Some(R::Expired), Some(R::Withdrawal(B::NotPaid))),
    ];
    for (status, pay, cancel, withdraw) in rows {
        let all = of(&order_in(status), false, false, 80);
        let refusal = |kind| one(&all, kind).refusal;
        assert_eq!(refusal(ActionKind::Pay), pay, "{status:?}");
        assert_eq!(refusal(ActionKind::Cancel), cancel, "{status:?}");
        assert_eq!(refusal(ActionKind::Withdraw), withdraw, "{status:?}");
        for always in [ActionKind::ViewHtml, ActionKind::Track, ActionKind::Reorder] {
            assert_eq!(refusal(always), None, "{status:?}");
        }
    }
}

#[test]
fn paying_ends_when_the_order_expires() {
    let order = order_in(OrderStatus::NotPaid);
    let pay = |minutes| one(&of(&order, false, false, minutes), ActionKind::Pay);
    let last = 14 * 24 * 60;
    assert_eq!(pay(last - 1).refusal, None);
    assert_eq!(pay(last - 1).until, Some(order.expires_at));
    // Past that moment it cannot be paid, even before the job has written that down.
    assert_eq!(pay(last).refusal, Some(ActionRefusal::Expired));
    assert_eq!(pay(last).until, None);
}

#[test]
fn money_on_its_way_stands_before_paying_again_and_cancelling() {
    let all = of(&order_in(OrderStatus::NotPaid), true, false, 80);
    for kind in [ActionKind::Pay, ActionKind::Cancel] {
        assert_eq!(one(&all, kind).refusal, Some(ActionRefusal::PaymentInProgress), "{kind:?}");
    }
}

#[test]
fn a_free_order_has_nothing_to_pay() {
    let all = of(&free_order(), false, false, 80);
    assert_eq!(one(&all, ActionKind::Pay).refusal, Some(ActionRefusal::NothingToPay));
}

#[test]
fn withdrawing_is_possible_until_the_right_ends() {
    let order = order_in(OrderStatus::Delivered);
    let withdraw = |minutes| one(&of(&order, false, false, minutes), ActionKind::Withdraw);
    let end = "2026-11-23T22:59:59.999Z".parse().ok();
    assert_eq!((withdraw(80).refusal, withdraw(80).until), (None, end));
    let late = withdraw(15 * 24 * 60);
    let ended = ActionRefusal::Withdrawal(BlockerCode::PeriodEnded);
    assert_eq!((late.refusal, late.until), (Some(ended), None));
}

#[test]
fn documents_are_uploaded_when_they_are_asked_for() {
    let upload = |order: &Order, open| one(&of(order, false, open, 80), ActionKind::UploadDocument);
    let order = order_in(OrderStatus::DocumentsRequested);
    assert_eq!(upload(&order, true).refusal, None);
    assert_eq!(upload(&order, false).refusal, Some(ActionRefusal::NothingRequested));
    assert_eq!(upload(&refused(order), true).refusal, Some(ActionRefusal::Cancelled));
}
