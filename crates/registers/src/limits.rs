//! What a register can take.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

/// What a register can take. Its client keeps to it, whoever asks; it is told so that nobody
/// lines up more questions than can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Requests under way at once.
    pub at_once: NonZeroU32,
    /// Requests a second.
    pub per_second: NonZeroU32,
    /// Questions in one request; 1 where the register takes one at a time.
    pub batch: NonZeroU32,
}

impl Limits {
    /// The largest that there are: for registers in memory.
    pub const NONE: Self =
        Self { at_once: NonZeroU32::MAX, per_second: NonZeroU32::MAX, batch: NonZeroU32::MAX };

    /// Limits; a zero counts as one.
    #[must_use]
    pub const fn new(at_once: u32, per_second: u32, batch: u32) -> Self {
        Self {
            at_once: at_least_one(at_once),
            per_second: at_least_one(per_second),
            batch: at_least_one(batch),
        }
    }
}

const fn at_least_one(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}
