//! Who has done how much of late: one moment a caller, in a table that cannot grow without end.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};

use super::Rate;

/// For each caller the moment at which all that it did is paid off (the generic cell rate algorithm).
pub struct Table<K> {
    rate: Rate,
    callers_max: usize,
    paid_off_at: Mutex<HashMap<K, DateTime<Utc>>>,
}

/// Too much, too soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limited {
    pub rate: Rate,
    /// After this, one more is let through.
    pub wait: TimeDelta,
}

impl<K: Eq + Hash> Table<K> {
    pub fn new(rate: Rate, callers_max: usize) -> Self {
        Self { rate, callers_max: callers_max.max(1), paid_off_at: Mutex::default() }
    }

    /// Counts one more of `caller`, unless that is too much. What is refused is not counted, so that
    /// whoever goes on asking still gets its rate.
    pub fn spend(&self, caller: K, now: DateTime<Utc>) -> Result<(), Limited> {
        let (interval, room) = (self.rate.interval(), self.rate.room());
        let mut all = self.paid_off_at.lock().expect("no holder of this lock can panic");
        let at = all.get(&caller).copied().unwrap_or(now).max(now);
        // The clock may be set back. Nobody is to wait for it to catch up.
        let at = at.min(now + room + interval);
        let wait = at - now - room;
        if TimeDelta::zero() < wait {
            return Err(Limited { rate: self.rate, wait });
        }
        if self.callers_max <= all.len() && !all.contains_key(&caller) {
            Self::forget(&mut all, now);
        }
        all.insert(caller, at + interval);
        Ok(())
    }

    /// Makes room: whoever has paid off is as good as forgotten. If that is nobody, then half of them
    /// go, those who did the least.
    fn forget(all: &mut HashMap<K, DateTime<Utc>>, now: DateTime<Utc>) {
        let before = all.len();
        all.retain(|_, at| now < *at);
        if all.len() < before {
            return;
        }
        let mut moments = all.values().copied().collect::<Vec<_>>();
        let (_, middle, _) = moments.select_nth_unstable(before / 2);
        let middle = *middle;
        all.retain(|_, at| middle < *at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    #[test]
    fn a_burst_then_the_rate() {
        let table = Table::new(Rate::per_second(10, 3), 100);
        let now = start();
        for _ in 0..3 {
            assert_eq!(table.spend("anna", now), Ok(()));
        }
        let limited = table.spend("anna", now).unwrap_err();
        assert_eq!(limited.wait, TimeDelta::milliseconds(100));
        assert_eq!(table.spend("bruno", now), Ok(()), "others are not held back");
        assert_eq!(table.spend("anna", now + limited.wait), Ok(()));
        assert!(table.spend("anna", now + limited.wait).is_err());
    }

    #[test]
    fn in_the_long_run_no_more_than_the_rate() {
        let table = Table::new(Rate::per_minute(5), 100);
        let passed = (0..600)
            .filter(|second| table.spend("anna", start() + TimeDelta::seconds(*second)).is_ok());
        assert_eq!(passed.count(), 5 + 49);
    }

    #[test]
    fn a_clock_that_is_set_back_locks_nobody_out() {
        let table = Table::new(Rate::per_minute(2), 100);
        let later = start() + TimeDelta::hours(5);
        assert!(table.spend("anna", later).is_ok() && table.spend("anna", later).is_ok());
        let limited = table.spend("anna", start()).unwrap_err();
        assert_eq!(limited.wait, TimeDelta::seconds(30));
    }

    #[test]
    fn the_table_stays_within_its_bound() {
        let table = Table::new(Rate::per_minute(1), 100);
        assert!(table.spend(u32::MAX, start() + TimeDelta::seconds(1)).is_ok());
        for caller in 0..10_000 {
            assert_eq!(table.spend(caller, start()), Ok(()));
            assert!(table.paid_off_at.lock().unwrap().len() <= 100);
        }
        assert!(table.spend(u32::MAX, start()).is_err(), "who did the most is remembered");
    }
}
