//! What a register answered, or why it didn't.

use std::fmt;
use std::str::FromStr;

/// What a register answered. There is no way from [`Silent`](Self::Silent) to yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Answer<T> {
    /// It has this.
    Found(T),
    /// It answered, and has no such thing.
    NotFound,
    /// It gave no answer.
    Silent(Silence),
}

impl<T> Answer<T> {
    /// What was found, if anything; an error where nobody knows.
    ///
    /// # Errors
    /// Why there was no answer.
    pub fn found(self) -> Result<Option<T>, Silence> {
        match self {
            Self::Found(found) => Ok(Some(found)),
            Self::NotFound => Ok(None),
            Self::Silent(silence) => Err(silence),
        }
    }

    /// The same answer about something else.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Found(found) => Answer::Found(to(found)),
            Self::NotFound => Answer::NotFound,
            Self::Silent(silence) => Answer::Silent(silence),
        }
    }

    /// What was found, or not.
    pub fn of(found: Option<T>) -> Self {
        found.map_or(Self::NotFound, Self::Found)
    }
}

/// Why a register gave no answer. Holds nothing of what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Silence {
    /// No network, no such host, TLS, a broken connection.
    #[error("it can't be reached")]
    Unreachable,
    /// It took longer than the settings let it.
    #[error("it did not answer in time")]
    Timeout,
    /// It asks for fewer requests (429), and did so until we gave up.
    #[error("it takes no more requests now")]
    Busy,
    /// It failed (5xx).
    #[error("it failed, with status {0}")]
    Failed(u16),
    /// It let us not in, or did not understand us (other 4xx): settings, scopes, agreements.
    #[error("it refused the request, with status {0}; check its settings")]
    Refused(u16),
    /// Maskinporten gave no token.
    #[error("Maskinporten gave no token for it; check client, key and scopes")]
    NoToken,
    /// The answer is longer than it may be.
    #[error("its answer is longer than it may be")]
    TooLarge,
    /// The answer is not in its format.
    #[error("its answer can't be read")]
    Malformed,
    /// It answered that it can't tell either; a person there must look at it.
    #[error("it says that it can't tell")]
    Unclear,
}

impl Silence {
    /// A stable name in snake case, without the status.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Timeout => "timeout",
            Self::Busy => "busy",
            Self::Failed(_) => "failed",
            Self::Refused(_) => "refused",
            Self::NoToken => "no_token",
            Self::TooLarge => "too_large",
            Self::Malformed => "malformed",
            Self::Unclear => "unclear",
        }
    }

    /// Whether the same question may well be answered in a moment.
    #[must_use]
    pub fn may_pass(self) -> bool {
        matches!(self, Self::Unreachable | Self::Timeout | Self::Busy | Self::Failed(_))
    }

    /// The silence of an HTTP status that is no answer.
    #[must_use]
    pub fn of_status(status: u16) -> Self {
        match status {
            429 => Self::Busy,
            500.. => Self::Failed(status),
            _ => Self::Refused(status),
        }
    }
}

/// Not the code of a silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no silence of that name")]
pub struct UnknownSilence;

impl Silence {
    /// The code for tables and logs: the name, and the status where there is one (`failed_503`).
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Failed(status) | Self::Refused(status) => format!("{}_{status}", self.as_str()),
            _ => self.as_str().to_owned(),
        }
    }
}

impl FromStr for Silence {
    type Err = UnknownSilence;

    /// From its [`code`](Self::code).
    fn from_str(code: &str) -> Result<Self, UnknownSilence> {
        let plain = [
            Self::Unreachable,
            Self::Timeout,
            Self::Busy,
            Self::NoToken,
            Self::TooLarge,
            Self::Malformed,
            Self::Unclear,
        ];
        if let Some(found) = plain.into_iter().find(|silence| silence.as_str() == code) {
            return Ok(found);
        }
        let (name, status) = code.rsplit_once('_').ok_or(UnknownSilence)?;
        let status = status.parse().map_err(|_| UnknownSilence)?;
        [Self::Failed(status), Self::Refused(status)]
            .into_iter()
            .find(|silence| silence.as_str() == name)
            .ok_or(UnknownSilence)
    }
}

impl<T: fmt::Display> fmt::Display for Answer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Found(found) => found.fmt(f),
            Self::NotFound => f.write_str("not found"),
            Self::Silent(silence) => write!(f, "no answer: {silence}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        for silence in [
            Silence::Unreachable,
            Silence::Timeout,
            Silence::Busy,
            Silence::Failed(503),
            Silence::Refused(403),
            Silence::NoToken,
            Silence::TooLarge,
            Silence::Malformed,
            Silence::Unclear,
        ] {
            assert_eq!(silence.code().parse(), Ok(silence), "{silence}");
        }
        for wrong in ["", "failed", "failed_x", "busy_1", "found"] {
            assert_eq!(wrong.parse::<Silence>(), Err(UnknownSilence), "{wrong}");
        }
    }

    #[test]
    fn a_silence_is_neither_found_nor_not_found() {
        let silent = Answer::<u8>::Silent(Silence::Failed(500));
        assert_eq!(silent.map(u16::from).found(), Err(Silence::Failed(500)));
        assert_eq!(Answer::Found(1).found(), Ok(Some(1)));
        assert_eq!(Answer::<u8>::NotFound.found(), Ok(None));
    }
}
