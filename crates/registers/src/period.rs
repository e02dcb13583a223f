//! From which day to which.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// From a day to a day, both in it; without an end where none is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Whether `day` is in it.
    #[must_use]
    pub fn covers(self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether it is over on `day`.
    #[must_use]
    pub fn is_over(self, day: NaiveDate) -> bool {
        self.to.is_some_and(|to| to < day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    #[test]
    fn both_ends_are_in_it() {
        let period = Period { from: day(2), to: Some(day(4)) };
        assert_eq!([1, 2, 4, 5].map(|d| period.covers(day(d))), [false, true, true, false]);
        assert_eq!([4, 5].map(|d| period.is_over(day(d))), [false, true]);
        assert!(Period { from: day(2), to: None }.covers(NaiveDate::MAX));
    }
}
