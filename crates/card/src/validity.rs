//! From when until when.

use chrono::{DateTime, Utc};

/// A span of time: from its start, which is in it, to its end, which isn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Validity {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

/// The end is not after the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the validity ends before it starts")]
pub struct EmptyValidity;

impl Validity {
    /// A span of time.
    ///
    /// # Errors
    /// [`EmptyValidity`].
    pub fn new(from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Self, EmptyValidity> {
        if from < until { Ok(Self { from, until }) } else { Err(EmptyValidity) }
    }

    /// The start.
    #[must_use]
    pub fn from(&self) -> DateTime<Utc> {
        self.from
    }

    /// The end.
    #[must_use]
    pub fn until(&self) -> DateTime<Utc> {
        self.until
    }
}
