//! How much goes back, line by line, to the cent.
//!
//! A deduction needs the customer's express request that the service start at once, and that the
//! customer was told of the right (Directive 2011/83/EU, articles 14(3) and 14(4)(a)). It is in
//! proportion to the total price (CJEU C-641/19), rounded half up, once for each line.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::ids::LineId;
use super::money::divide_half_up;
use super::order::{Line, Order};

/// What a withdrawal from some lines gives back. Amounts in minor units of the order's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    pub lines: Vec<QuoteLine>,
    pub paid: i64,
    pub deduction: i64,
    pub refund: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteLine {
    pub line_id: LineId,
    pub paid: i64,
    pub period_days: i64,
    pub used_days: i64,
    pub deduction: i64,
    pub refund: i64,
}

impl QuoteLine {
    fn of_nothing(self) -> Self {
        Self { paid: 0, deduction: 0, refund: 0, ..self }
    }
}

pub fn quote(order: &Order, lines: &[LineId], zone: Tz, now: DateTime<Utc>) -> Quote {
    let deductible = order.start_at_once_at.is_some() && order.withdrawal_informed_at.is_some();
    // What is to be paid later is not owed any more, and nothing goes back.
    let is_paid = order.paid_at.is_some();
    let lines: Vec<QuoteLine> = order
        .lines
        .iter()
        .filter(|line| lines.contains(&line.id))
        .map(|line| quote_line(line, deductible, zone, now))
        .map(|it| if is_paid { it } else { it.of_nothing() })
        .collect();
    let sum = |part: fn(&QuoteLine) -> i64| lines.iter().map(part).sum();
    Quote {
        paid: sum(|line| line.paid),
        deduction: sum(|line| line.deduction),
        refund: sum(|line| line.refund),
        lines,
    }
}

fn quote_line(line: &Line, deductible: bool, zone: Tz, now: DateTime<Utc>) -> QuoteLine {
    let today = now.with_timezone(&zone).date_naive();
    let started = line.delivered_at.map(|at| at.with_timezone(&zone).date_naive());
    let period_days = match (line.period, started) {
        (Some(period), start) => period.days_from(start.unwrap_or(today)),
        (None, _) => 1,
    };
    let used_days = started.map_or(0, |start| (today - start).num_days().clamp(0, period_days));
    let deduction = if !deductible || started.is_none() {
        0
    } else if line.separately_priced {
        // Agreed as a price of its own, and fully performed with the delivery.
        line.total
    } else {
        proportion(line.total, used_days, period_days)
    };
    QuoteLine {
        line_id: line.id,
        paid: line.total,
        period_days,
        used_days,
        deduction,
        refund: line.total - deduction,
    }
}

fn proportion(paid: i64, used_days: i64, period_days: i64) -> i64 {
    let exact = i128::from(paid) * i128::from(used_days);
    i64::try_from(divide_half_up(exact, i128::from(period_days))).expect("at most what was paid")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn five_of_thirty_days_are_kept() {
        let deduction = proportion(6953, 5, 30);
        assert_eq!((deduction, 6953 - deduction), (1159, 5794));
    }

    proptest! {
        #[test]
        fn never_less_than_nothing_never_more_than_was_paid(
            paid in 0_i64..1_000_000_000,
            days in 1_i64..3_700,
            used in 0_i64..3_700,
        ) {
            let used = used.min(days);
            let deduction = proportion(paid, used, days);
            prop_assert!((0..=paid).contains(&deduction));
            prop_assert!(used == 0 || proportion(paid, used - 1, days) <= deduction);
        }
    }
}
