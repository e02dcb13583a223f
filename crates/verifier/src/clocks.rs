//! Two clocks, and which of them is wrong.
//!
//! A code says to ten seconds when its phone believes to have made it. Only digits that this verifier
//! has just chosen prove that it was made now; then the difference is the clocks' and nothing else.
//! Whose fault it is follows from the one time that somebody has signed: that of the key set. A clock
//! that stands before it is wrong. If neither does, either may be, and nothing here can tell.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

/// Whose clock is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WrongClock {
    /// This device's: it is behind a time that has been signed.
    Here,
    /// The phone's: it is behind a time that has been signed.
    Phone,
    /// This device's or the phone's.
    Either,
}

/// The phone's clock and this device's are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Clocks {
    /// By how many seconds the phone's is behind; negative when it is ahead. To ten seconds, and to
    /// the time that passed between the code and the check.
    pub phone_behind_seconds: i64,
    /// Whose is wrong.
    pub wrong: WrongClock,
}

impl Clocks {
    /// Of a code that was made now, this `age` by the two clocks; `signed` is the newest signed time.
    /// `None` while they agree as well as codes need.
    #[must_use]
    pub fn apart(
        age: TimeDelta,
        tolerance: TimeDelta,
        now: DateTime<Utc>,
        signed: Option<DateTime<Utc>>,
    ) -> Option<Self> {
        if age.abs() <= tolerance {
            return None;
        }
        let is_before = |clock| signed.is_some_and(|signed| clock + tolerance < signed);
        let wrong = match (is_before(now), is_before(now - age)) {
            (true, false) => WrongClock::Here,
            (false, true) => WrongClock::Phone,
            _ => WrongClock::Either,
        };
        Some(Self { phone_behind_seconds: age.num_seconds(), wrong })
    }
}
