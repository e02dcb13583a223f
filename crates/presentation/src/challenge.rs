//! The four digits that a verifier asks for.

use std::fmt;
use std::str::FromStr;

/// Four digits, chosen by the verifier, typed by the worker, signed into the next codes.
///
/// It defeats what time alone can't: a picture sent at once by a friend, a phone or a verifier
/// whose clock is wrong. One guess in 10,000 passes; the verifier takes a new one each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Challenge(u16);

/// Not four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a challenge is four digits")]
pub struct MalformedChallenge;

impl Challenge {
    /// How many different challenges there are.
    pub const COUNT: u16 = 10_000;

    /// The challenge for a random number; every challenge is equally likely to within 1.4 % of
    /// 1/10,000 for an even `random`.
    #[must_use]
    pub fn from_random(random: u32) -> Self {
        Self(u16::try_from(random % u32::from(Self::COUNT)).unwrap_or_default())
    }

    pub(crate) fn to_bytes(self) -> [u8; 2] {
        self.0.to_be_bytes()
    }

    pub(crate) fn from_bytes(bytes: [u8; 2]) -> Result<Self, MalformedChallenge> {
        let number = u16::from_be_bytes(bytes);
        if number < Self::COUNT { Ok(Self(number)) } else { Err(MalformedChallenge) }
    }
}

impl fmt::Display for Challenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl FromStr for Challenge {
    type Err = MalformedChallenge;

    /// Spaces around and between the digits are let through: people type them.
    fn from_str(text: &str) -> Result<Self, MalformedChallenge> {
        if text.len() > 16 {
            return Err(MalformedChallenge);
        }
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(MalformedChallenge);
        }
        digits.parse().map(Self).map_err(|_| MalformedChallenge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_zeros_are_kept() {
        assert_eq!("0042".parse::<Challenge>().unwrap().to_string(), "0042");
        assert_eq!(" 00 42 ".parse::<Challenge>().unwrap().to_string(), "0042");
    }

    #[test]
    fn anything_but_four_digits_is_refused() {
        for wrong in ["", "123", "12345", "12a4", "-123", "+123", "١٢٣٤", "1 2 3 4 5"] {
            assert_eq!(wrong.parse::<Challenge>(), Err(MalformedChallenge), "{wrong:?}");
        }
        assert_eq!(Challenge::from_bytes(10_000u16.to_be_bytes()), Err(MalformedChallenge));
    }
}
