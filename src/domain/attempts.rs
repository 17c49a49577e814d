//! Refunds that are attempts at one and the same: each but the first was sent again for one that had
//! failed. Whichever of them succeeds, what was owed has gone back.

use super::ids::{PaymentId, RefundId};
use super::payment::{Refund, RefundState};

/// The first of the attempts that this one belongs to. `all`: the refunds of the order.
fn first(all: &[Refund], it: &Refund) -> RefundId {
    let before = |it: &Refund| it.retry_of.and_then(|id| all.iter().find(|one| one.id == id));
    let mut it = it;
    while let Some(earlier) = before(it) {
        it = earlier;
    }
    it.id
}

/// All attempts at the same, this one among them.
pub fn attempts_at<'a>(all: &'a [Refund], it: &Refund) -> impl Iterator<Item = &'a Refund> {
    let first_of_it = first(all, it);
    all.iter().filter(move |one| first(all, one) == first_of_it)
}

/// Whether what this one is an attempt at has gone back.
pub fn has_gone_back(all: &[Refund], it: &Refund) -> bool {
    attempts_at(all, it).any(|one| one.state == RefundState::Succeeded)
}

/// Whether a refund of this payment has gone back that is not booked: until it is, nobody knows whether
/// there is room for another.
pub fn one_came_after_all(all: &[Refund], payment: PaymentId) -> bool {
    all.iter().any(|one| one.payment_id == payment && one.came_after_all())
}
