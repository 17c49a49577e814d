//! The consumer's right of withdrawal: whether it is there, until when, for which lines, or why not.
//!
//! Directive 2011/83/EU, articles 9 to 16; periods are counted by Regulation 1182/71, article 3.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

use super::customer::AccountKind;
use super::ids::{LineId, OrderId, WithdrawalId};
use super::order::{Line, LineKind, Order};
use super::status::OrderStatus;

/// Days of the period (article 9(1)).
pub const PERIOD_DAYS: u64 = 14;
/// Months more when the customer was not told of the right (article 10(1)).
pub const UNINFORMED_MONTHS: u32 = 12;

named! {
    pub enum WithdrawalStatus {
        Available = "AVAILABLE",
        NotAvailable = "NOT_AVAILABLE",
        Exercised = "EXERCISED",
    }
}

named! {
    /// What stands in the way.
    pub enum BlockerCode {
        NotAConsumer = "NOT_A_CONSUMER",
        NotANewContract = "NOT_A_NEW_CONTRACT",
        NotPaid = "NOT_PAID",
        PeriodEnded = "PERIOD_ENDED",
        AlreadyExercised = "ALREADY_EXERCISED",
        OrderCancelled = "ORDER_CANCELLED",
        EveryLineExcluded = "EVERY_LINE_EXCLUDED",
    }
}

named! {
    /// May be offered, never demanded.
    pub enum WithdrawalReason {
        Competitor = "COMPETITOR",
        Difficulty = "DIFFICULTY",
        Expensive = "EXPENSIVE",
        Performance = "PERFORMANCE",
        Reliability = "RELIABILITY",
        Unused = "UNUSED",
        Other = "OTHER",
    }
}

/// A statement of withdrawal as it was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    pub id: WithdrawalId,
    pub order_id: OrderId,
    pub received_at: DateTime<Utc>,
    pub name: String,
    pub email: String,
    pub line_ids: Vec<LineId>,
    pub reason: Option<WithdrawalReason>,
    pub comment: Option<String>,
    /// When the customer agreed expressly that the refund go to their balance (article 13(1)).
    pub refund_to_balance_at: Option<DateTime<Utc>>,
}

/// The right as it stands for an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    pub status: WithdrawalStatus,
    /// Every one that holds, not only the first.
    pub blockers: Vec<BlockerCode>,
    /// The last instant at which a statement is in time. `None` where there never was a right.
    pub ends_at: Option<DateTime<Utc>>,
}

/// Why a choice of lines cannot be withdrawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRefusal {
    NoneChosen,
    NoSuchLine,
    Excluded,
    AlreadyWithdrawn,
    /// Of an order that is paid later nothing is paid yet that could go back in parts.
    OnlyWhole,
}

pub fn right(order: &Order, account: AccountKind, zone: Tz, now: DateTime<Utc>) -> Right {
    let mut blockers = Vec::new();
    let mut block = |holds: bool, code| {
        if holds {
            blockers.push(code);
        }
    };
    let new_contracts = || order.lines.iter().filter(|line| is_new_contract(line));
    let consumer = account == AccountKind::Individual;
    let ends_at = ends_at(order.created_at, zone, order.withdrawal_informed_at.is_some());
    let exercised = order.lines.iter().any(|line| line.withdrawn_at.is_some());
    let nothing_left = !order.lines.iter().any(is_withdrawable);

    block(!consumer, BlockerCode::NotAConsumer);
    block(new_contracts().next().is_none(), BlockerCode::NotANewContract);
    // What is to be paid later is owed, and a withdrawal ends that.
    block(order.paid_at.is_none() && order.due_on.is_none(), BlockerCode::NotPaid);
    block(ends_at < now, BlockerCode::PeriodEnded);
    block(exercised && nothing_left, BlockerCode::AlreadyExercised);
    let over = matches!(
        order.status,
        OrderStatus::Cancelling | OrderStatus::Cancelled | OrderStatus::Expired
    );
    block(over, BlockerCode::OrderCancelled);
    let excluded =
        new_contracts().next().is_some() && new_contracts().all(|line| line.withdrawal_excluded);
    block(excluded, BlockerCode::EveryLineExcluded);

    let status = match (blockers.is_empty(), exercised) {
        (true, _) => WithdrawalStatus::Available,
        (false, true) if nothing_left => WithdrawalStatus::Exercised,
        _ => WithdrawalStatus::NotAvailable,
    };
    let ever = consumer && new_contracts().next().is_some() && !excluded;
    Right { status, blockers, ends_at: ever.then_some(ends_at) }
}

/// The last instant in time: the end of the fourteenth day after the day of the contract, in the
/// customer's time zone, which is not counted itself; moved to the next working day.
pub fn ends_at(contract_at: DateTime<Utc>, zone: Tz, informed: bool) -> DateTime<Utc> {
    let contract_day = contract_at.with_timezone(&zone).date_naive();
    let period_end = contract_day + Days::new(PERIOD_DAYS);
    let last = if informed { period_end } else { period_end + Months::new(UNINFORMED_MONTHS) };
    let mut day = last;
    while !is_working_day(day) {
        day = day + Days::new(1);
    }
    end_of_day(day, zone)
}

fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The last millisecond of a local day. Where the next midnight is skipped or comes twice, the
/// earliest instant of the next day that exists counts.
fn end_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = (day + Days::new(1)).and_time(NaiveTime::MIN);
    let next = (0..=180)
        .find_map(|minutes| {
            zone.from_local_datetime(&(midnight + chrono::TimeDelta::minutes(minutes))).earliest()
        })
        .map_or_else(|| midnight.and_utc(), |local| local.to_utc());
    next - chrono::TimeDelta::milliseconds(1)
}

/// Renewals and upgrades carry on a contract that runs (CJEU C-565/22).
fn is_new_contract(line: &Line) -> bool {
    !matches!(line.kind, LineKind::Renewal | LineKind::Upgrade)
}

fn is_withdrawable(line: &Line) -> bool {
    is_new_contract(line) && !line.withdrawal_excluded && line.withdrawn_at.is_none()
}

/// The lines of a withdrawal: those wanted, or all that can be. A set-up fee goes with its plan.
pub fn choose(order: &Order, wanted: Option<&[LineId]>) -> Result<Vec<LineId>, LineRefusal> {
    let chosen = chosen(order, wanted)?;
    let left = |line: &&Line| line.withdrawn_at.is_none() && !chosen.contains(&line.id);
    if order.awaits_money() && order.lines.iter().any(|line| left(&line)) {
        return Err(LineRefusal::OnlyWhole);
    }
    Ok(chosen)
}

fn chosen(order: &Order, wanted: Option<&[LineId]>) -> Result<Vec<LineId>, LineRefusal> {
    let Some(wanted) = wanted else {
        let all: Vec<_> = order.lines.iter().filter(|it| is_withdrawable(it)).collect();
        return if all.is_empty() {
            Err(LineRefusal::AlreadyWithdrawn)
        } else {
            Ok(all.into_iter().map(|line| line.id).collect())
        };
    };
    if wanted.is_empty() {
        return Err(LineRefusal::NoneChosen);
    }
    let mut chosen = Vec::new();
    for &id in wanted {
        let line = order.line(id).ok_or(LineRefusal::NoSuchLine)?;
        if line.withdrawn_at.is_some() {
            return Err(LineRefusal::AlreadyWithdrawn);
        }
        if !is_withdrawable(line) {
            return Err(LineRefusal::Excluded);
        }
        let goes_along = |other: &&Line| {
            other.kind == LineKind::Installation
                && line.kind != LineKind::Installation
                && other.position == line.position + 1
                && other.plan_code == line.plan_code
                && is_withdrawable(other)
        };
        let with_it = order.lines.iter().find(goes_along).map(|other| other.id);
        for id in [Some(id), with_it].into_iter().flatten() {
            if !chosen.contains(&id) {
                chosen.push(id);
            }
        }
    }
    Ok(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contract day and last day, in Rome, where no public holiday is in the way.
    #[test]
    fn the_last_day_is_counted_as_the_regulation_says() {
        let cases = [
            ("2026-11-09", "2026-11-23"),
            ("2026-06-19", "2026-07-03"),
            ("2026-06-20", "2026-07-06"),
            ("2026-06-21", "2026-07-06"),
            ("2026-08-01", "2026-08-17"),
            ("2026-12-11", "2026-12-25"),
        ];
        for (contract, last) in cases {
            let noon = format!("{contract}T11:00:00Z").parse().expect("a time");
            let end = ends_at(noon, Tz::Europe__Rome, true).with_timezone(&Tz::Europe__Rome);
            assert_eq!(end.format("%F %T%.3f").to_string(), format!("{last} 23:59:59.999"));
        }
    }

    #[test]
    fn the_day_is_the_customers_own_and_survives_the_change_of_clocks() {
        // 23:30 UTC on 10 October is already the 11th in Rome; summer time ends in between.
        let evening = "2026-10-12T22:30:00Z".parse().expect("a time");
        let end = ends_at(evening, Tz::Europe__Rome, true);
        assert_eq!(end.to_rfc3339(), "2026-10-27T22:59:59.999+00:00");
    }

    #[test]
    fn whoever_was_not_told_has_a_year_more() {
        let noon = "2026-11-09T11:00:00Z".parse().expect("a time");
        let end = ends_at(noon, Tz::Europe__Rome, false);
        assert_eq!(end.to_rfc3339(), "2027-11-23T22:59:59.999+00:00");
    }
}
