//! The outbox: the newest change of each order is in it, for as long as it is kept.

use chrono::TimeDelta;

use super::Violation;
use super::orders::Whole;
use crate::storage::outbox::KEPT;

/// Clocks of several machines may differ by so much.
const CLOCKS_DIFFER_MAX: TimeDelta = TimeDelta::days(1);

pub(super) fn check(it: &Whole) -> Vec<Violation> {
    let Some(newest) = it.history.last() else { return Vec::new() };
    // What is older may have been told and forgotten.
    let is_recent = it.now - KEPT + CLOCKS_DIFFER_MAX < newest.at;
    if it.is_in_outbox || !is_recent {
        return Vec::new();
    }
    let what = format!("the outbox has nothing of entry {} of its history", newest.sequence);
    vec![it.violation("outbox", what, "whoever waits for this change may never be told of it")]
}
