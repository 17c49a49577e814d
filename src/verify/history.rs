//! An order's history: numbered without a hole, possible, and leading to where the order stands.

use super::Violation;
use super::orders::Whole;
use crate::domain::retold::{Contradiction, contradictions};

pub(super) fn check(it: &Whole) -> Vec<Violation> {
    let found = contradictions(&it.order, &it.history);
    found.into_iter().map(|contradiction| violation(it, contradiction)).collect()
}

fn violation(it: &Whole, contradiction: Contradiction) -> Violation {
    let (what, meaning) = match contradiction {
        Contradiction::Hole { expected, found } => (
            format!("its history has entry {found} where {expected} should be"),
            "an entry was removed, and who follows the order has missed it",
        ),
        Contradiction::Count { order, entries } => (
            format!("it counts {order} entries of its history, and there are {entries}"),
            "an entry was removed or put in behind its back",
        ),
        Contradiction::Impossible { sequence, kind } => (
            format!(
                "entry {sequence} of its history, {}, cannot follow those before it",
                kind.name()
            ),
            "an entry was removed, changed or put in",
        ),
        Contradiction::Status { order, told } => {
            let told: Vec<_> = told.iter().map(|status| status.name()).collect();
            (
                format!(
                    "it stands at {}, and its history leads to {}",
                    order.name(),
                    told.join(" or ")
                ),
                "the order was changed without its history, or the other way round",
            )
        }
        Contradiction::Time { what } => (
            format!("it was {what} at another time than its history says"),
            "the order was changed without its history, or the other way round",
        ),
    };
    it.violation("history", what, meaning)
}
