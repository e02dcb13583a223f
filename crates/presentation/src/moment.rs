//! The moment a proof is made for.

use chrono::{DateTime, TimeDelta, Utc};

/// How long one code is shown, in seconds. What a *verifier* accepts is its own, longer, matter.
pub const STEP_SECONDS: u32 = 10;

/// The start of the time step a proof is signed for, in whole Unix seconds. Four bytes last
/// until 2106.
///
/// The proof signs the time itself rather than a step's number, so a verifier knows a code's age
/// without knowing how often the holder's phone changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(u32);

impl Moment {
    /// The start of the step that `now` falls in. Times before 1970 and after 2106 give the
    /// nearest that can be written; no verifier accepts either.
    #[must_use]
    pub fn of(now: DateTime<Utc>) -> Self {
        let seconds = u32::try_from(now.timestamp().max(0)).unwrap_or(u32::MAX);
        Self(seconds - seconds % STEP_SECONDS)
    }

    /// The step after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(STEP_SECONDS))
    }

    /// When the step starts.
    #[must_use]
    pub fn starts_at(self) -> DateTime<Utc> {
        DateTime::from_timestamp(i64::from(self.0), 0).unwrap_or_default()
    }

    /// When the step ends, and its code leaves the screen.
    #[must_use]
    pub fn ends_at(self) -> DateTime<Utc> {
        self.starts_at() + TimeDelta::seconds(i64::from(STEP_SECONDS))
    }

    /// How long ago the step started; negative when it lies ahead.
    #[must_use]
    pub fn age(self, now: DateTime<Utc>) -> TimeDelta {
        now - self.starts_at()
    }

    pub(crate) fn to_bytes(self) -> [u8; 4] {
        self.0.to_be_bytes()
    }

    pub(crate) fn from_bytes(bytes: [u8; 4]) -> Self {
        Self(u32::from_be_bytes(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn every_second_of_a_step_gives_the_same_moment() {
        let moments: Vec<_> = (1_790_000_000..1_790_000_010).map(|s| Moment::of(at(s))).collect();
        assert!(moments.iter().all(|m| *m == moments[0]));
        assert_eq!(Moment::of(at(1_790_000_010)), moments[0].next());
    }

    #[test]
    fn age_is_negative_for_a_moment_ahead() {
        let moment = Moment::of(at(1_790_000_100));
        assert_eq!(moment.age(at(1_790_000_060)), TimeDelta::seconds(-40));
        assert_eq!(moment.age(at(1_790_000_130)), TimeDelta::seconds(30));
    }

    #[test]
    fn times_outside_the_range_do_not_wrap() {
        assert_eq!(Moment::of(at(-5)).starts_at(), at(0));
        assert!(Moment::of(at(i64::from(u32::MAX) + 1_000)).starts_at() <= at(u32::MAX.into()));
    }
}
