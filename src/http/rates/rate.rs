//! So many in a time, and so many at once.

use std::fmt;

use chrono::TimeDelta;

/// How often something may be done. Whoever has been silent may do `burst` at once; after that, `count`
/// in each `per`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    count: u32,
    per: Per,
    burst: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Per {
    Second,
    Minute,
}

impl Rate {
    /// The most that a rate may allow, and the largest burst.
    pub const COUNT_MAX: u32 = 1_000_000;

    pub const fn per_second(count: u32, burst: u32) -> Self {
        Self { count, per: Per::Second, burst }
    }

    pub const fn per_minute(count: u32) -> Self {
        Self { count, per: Per::Minute, burst: count }
    }

    /// Reads `20/s burst 60` or `5/min`. The error is what was expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        let expected = || "a rate, like `20/s burst 60` or `5/min`".to_owned();
        let number = |text: &str| {
            let number = text.parse::<u32>().ok();
            number.filter(|it| (1..=Self::COUNT_MAX).contains(it)).ok_or_else(expected)
        };
        let words = text.split_whitespace().collect::<Vec<_>>();
        let (rate, burst) = match words[..] {
            [rate] => (rate, None),
            [rate, "burst", burst] => (rate, Some(number(burst)?)),
            _ => return Err(expected()),
        };
        let (count, per) = rate.split_once('/').ok_or_else(expected)?;
        let count = number(count)?;
        let per = match per {
            "s" => Per::Second,
            "min" => Per::Minute,
            _ => return Err(expected()),
        };
        Ok(Self { count, per, burst: burst.unwrap_or(count) })
    }

    /// The time in which one more is gained.
    pub(super) fn interval(self) -> TimeDelta {
        let whole = match self.per {
            Per::Second => TimeDelta::seconds(1),
            Per::Minute => TimeDelta::minutes(1),
        };
        whole / i32::try_from(self.count).unwrap_or(i32::MAX)
    }

    /// How far ahead of the time whoever does all at once may be.
    pub(super) fn room(self) -> TimeDelta {
        self.interval() * i32::try_from(self.burst - 1).unwrap_or(i32::MAX)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let per = match self.per {
            Per::Second => "second",
            Per::Minute => "minute",
        };
        write!(f, "{} a {per}", self.count)?;
        if self.burst == self.count { Ok(()) } else { write!(f, ", {} at once", self.burst) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_with_their_unit() {
        assert_eq!(Rate::parse("20/s burst 60"), Ok(Rate::per_second(20, 60)));
        assert_eq!(Rate::parse("5/min"), Ok(Rate::per_minute(5)));
        assert_eq!(Rate::per_minute(5).to_string(), "5 a minute");
        for wrong in
            ["", "5", "0/s", "5/h", "-1/s", "5/s burst", "5/s burst 0", "2000000/s", "5 /s"]
        {
            assert!(Rate::parse(wrong).is_err(), "{wrong}");
        }
    }
}
