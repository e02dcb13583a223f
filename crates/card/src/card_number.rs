//! The card's number.

use std::fmt;
use std::str::FromStr;

use crate::text::{digits, number, serde_as_text};

/// The number of an HMS card, seven digits (2.1). It names a card; it is not a secret and not
/// identification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, utoipa::ToSchema)]
#[schema(value_type = String, pattern = "^[0-9]{7}$", examples("1234567"))]
pub struct CardNumber(u32);

/// Not seven digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a card number has seven digits")]
pub struct MalformedCardNumber;

impl CardNumber {
    /// The largest there is.
    pub const MAX: u32 = 9_999_999;

    /// The number as a number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for CardNumber {
    type Error = MalformedCardNumber;

    fn try_from(number: u32) -> Result<Self, MalformedCardNumber> {
        if number <= Self::MAX { Ok(Self(number)) } else { Err(MalformedCardNumber) }
    }
}

impl FromStr for CardNumber {
    type Err = MalformedCardNumber;

    fn from_str(text: &str) -> Result<Self, MalformedCardNumber> {
        digits::<7>(text).map(|digits| Self(number(&digits))).ok_or(MalformedCardNumber)
    }
}

impl fmt::Display for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:07}", self.0)
    }
}

serde_as_text!(CardNumber);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_zeros_are_kept() {
        assert_eq!("0000042".parse::<CardNumber>().unwrap().to_string(), "0000042");
        assert_eq!("12 34 567".parse::<CardNumber>().unwrap().get(), 1_234_567);
    }

    #[test]
    fn anything_but_seven_digits_is_refused() {
        for wrong in ["", "123456", "12345678", "12345a7", "-123456", "٠١٢٣٤٥٦"] {
            assert_eq!(wrong.parse::<CardNumber>(), Err(MalformedCardNumber), "{wrong:?}");
        }
        assert_eq!(CardNumber::try_from(10_000_000), Err(MalformedCardNumber));
        assert!(serde_json::from_str::<CardNumber>("\"123\"").is_err());
    }
}
