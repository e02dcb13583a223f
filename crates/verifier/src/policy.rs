//! What a verifier asks for.

use card::Industry;
use chrono::TimeDelta;
use presentation::Challenge;

/// What this verifier asks for in this check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// How far the code's moment may lie from the verifier's clock, in both directions: age and
    /// the difference of two clocks together. 30 seconds by default; a code is on screen for ten.
    pub tolerance: TimeDelta,
    /// The industry of the work that is being checked, when the verifier has said so.
    pub site: Option<Industry>,
    /// The four digits that the verifier has asked for.
    pub challenge: Option<Challenge>,
}

impl Default for Policy {
    fn default() -> Self {
        Self { tolerance: TimeDelta::seconds(30), site: None, challenge: None }
    }
}
