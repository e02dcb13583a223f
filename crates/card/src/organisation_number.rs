//! Organisation numbers of Enhetsregisteret.

use std::fmt;
use std::str::FromStr;

use crate::text::{digits, mod_11, number, serde_as_text};

/// Weights of the eight digits before the check digit (Brønnøysundregistrene, "Om
/// organisasjonsnummeret").
const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];

/// The number of a company or of one of its sub-units: nine digits, the first 8 or 9, the last a
/// check digit modulo 11.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, utoipa::ToSchema)]
#[schema(value_type = String, pattern = "^[0-9]{9}$", examples("974760673"))]
pub struct OrganisationNumber(u32);

/// Not an organisation number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedOrganisationNumber {
    /// Not nine digits.
    #[error("an organisation number has nine digits")]
    Length,
    /// Starts with another digit than 8 or 9.
    #[error("an organisation number starts with 8 or 9")]
    FirstDigit,
    /// The check digit is wrong: a digit is mistyped.
    #[error("the organisation number's check digit is wrong: a digit is mistyped")]
    CheckDigit,
}

impl OrganisationNumber {
    /// The number as a number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }

    /// In groups of three, as people read it: "974 760 673".
    #[must_use]
    pub fn grouped(self) -> String {
        let (millions, rest) = (self.0 / 1_000_000, self.0 % 1_000_000);
        format!("{millions:03} {:03} {:03}", rest / 1_000, rest % 1_000)
    }

    fn from_digits(digits: &[u8; 9]) -> Result<Self, MalformedOrganisationNumber> {
        let [first, .., check] = *digits;
        if !matches!(first, 8 | 9) {
            return Err(MalformedOrganisationNumber::FirstDigit);
        }
        let expected = (11 - mod_11(digits, &WEIGHTS)) % 11;
        // An expected check digit of 10 is never given out, and no digit equals it.
        if expected != u32::from(check) {
            return Err(MalformedOrganisationNumber::CheckDigit);
        }
        Ok(Self(number(digits)))
    }
}

impl TryFrom<u32> for OrganisationNumber {
    type Error = MalformedOrganisationNumber;

    fn try_from(number: u32) -> Result<Self, MalformedOrganisationNumber> {
        number.to_string().parse()
    }
}

impl FromStr for OrganisationNumber {
    type Err = MalformedOrganisationNumber;

    fn from_str(text: &str) -> Result<Self, MalformedOrganisationNumber> {
        Self::from_digits(&digits(text).ok_or(MalformedOrganisationNumber::Length)?)
    }
}

impl fmt::Display for OrganisationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:09}", self.0)
    }
}

serde_as_text!(OrganisationNumber);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Brønnøysundregistrene's own number, and Arbeidstilsynet's.
    #[test]
    fn known_numbers_are_read() {
        for known in ["974760673", "974 761 211", "974\u{a0}760\u{a0}673"] {
            assert!(known.parse::<OrganisationNumber>().is_ok(), "{known}");
        }
        assert_eq!("974760673".parse::<OrganisationNumber>().unwrap().grouped(), "974 760 673");
    }

    #[test]
    fn each_fault_has_its_own_error() {
        use MalformedOrganisationNumber::{CheckDigit, FirstDigit, Length};
        for (text, fault) in [
            ("97476067", Length),
            ("9747606733", Length),
            ("97476067x", Length),
            ("774760673", FirstDigit),
            ("974760674", CheckDigit),
        ] {
            assert_eq!(text.parse::<OrganisationNumber>(), Err(fault), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_single_wrong_digit_is_always_caught(place in 0usize..9, other in 0u8..10) {
            let right = *b"974760673";
            prop_assume!(right[place] != b'0' + other);
            let mut wrong = right;
            wrong[place] = b'0' + other;
            let text = std::str::from_utf8(&wrong).unwrap();
            prop_assert!(text.parse::<OrganisationNumber>().is_err());
        }

        #[test]
        fn what_is_printed_reads_back(number in 800_000_000u32..=999_999_999) {
            if let Ok(parsed) = OrganisationNumber::try_from(number) {
                prop_assert_eq!(parsed.to_string().parse(), Ok(parsed));
                prop_assert_eq!(parsed.grouped().parse(), Ok(parsed));
                prop_assert_eq!(parsed.get(), number);
            }
        }
    }
}
