//! An order's totals: the sums of its lines.

use super::Violation;
use super::orders::Whole;

pub(super) fn check(it: &Whole) -> Vec<Violation> {
    let order = &it.order;
    // Wider than the amounts, lest what was damaged overflow.
    let net: i128 = order.lines.iter().map(|line| i128::from(line.net)).sum();
    let total: i128 = order.lines.iter().map(|line| i128::from(line.total)).sum();
    let sums = [("net", order.net, net), ("total", order.total, total)];
    let wrong = sums.into_iter().filter(|&(_, order, lines)| i128::from(order) != lines);
    let violation = |(name, order, lines)| {
        let what = format!("its {name} is {order}, and its lines add up to {lines}");
        it.violation("totals", what, "the customer is asked for another amount than was agreed")
    };
    wrong.map(violation).collect()
}
