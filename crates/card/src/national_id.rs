//! National identity numbers: fødselsnummer and D-number, real and synthetic.
//!
//! Eleven digits: day, month, year of birth, three individual digits, two check digits
//! (Forskrift til folkeregisterloven § 2-2-1). A D-number has 40 added to the day. Synthetic
//! numbers have 80 (Tenor), 40 (Dolly) or 65 (NHN) added to the month.
//!
//! From 2032 (Skatteetaten, "Nytt fødselsnummer fra 2032") the first check digit may leave the
//! remainders 0 to 3, and the individual digits no longer tell the century. So a birth date is
//! stored beside the number and never derived from it where it matters.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use zeroize::Zeroize;

use crate::text::{digits, mod_11, number};

/// Weights of the first check digit, itself included.
const FIRST: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
/// Weights of the second check digit, itself included.
const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/// The largest remainder that the first check digit may leave from 2032.
const LARGEST_REMAINDER: u32 = 3;

/// A national identity number.
///
/// Personal: no `Display`, no `Serialize`, a `Debug` without digits, zeroized when dropped. Who
/// must have the digits calls [`expose`](Self::expose).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct NationalId {
    text: String,
}

/// Which kind of person number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NationalIdKind {
    /// Fødselsnummer: for those who live in Norway.
    BirthNumber,
    /// D-number: for those who work here for a time. Inactive after five years.
    DNumber,
}

/// Who gives numbers of this series out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberSeries {
    /// Folkeregisteret: a person's number.
    Real,
    /// Skatteetaten's test data Tenor: month + 80.
    Tenor,
    /// NAV's test data Dolly: month + 40.
    Dolly,
    /// Norsk Helsenett's test data: month + 65.
    Nhn,
}

/// Not a national identity number. Never holds the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedNationalId {
    /// Not eleven digits.
    #[error("a national identity number has eleven digits")]
    Length,
    /// The first six digits are no day.
    #[error("the first six digits of the national identity number are no date")]
    Date,
    /// A check digit is wrong: a digit is mistyped.
    #[error("the national identity number's check digits are wrong: a digit is mistyped")]
    CheckDigits,
}

impl NationalId {
    /// The digits. For look-ups and encrypted stores; not for logs.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// Birth number or D-number.
    #[must_use]
    pub fn kind(&self) -> NationalIdKind {
        if self.part(0) > 40 { NationalIdKind::DNumber } else { NationalIdKind::BirthNumber }
    }

    /// Who gave it out.
    #[must_use]
    pub fn series(&self) -> NumberSeries {
        series(self.part(2)).0
    }

    /// The birth date as numbers given out *before 2032* tell it.
    ///
    /// `None` for a number of the new kind, and for individual digits that no century used. Since
    /// a number of the new kind may look like an old one, this is a help for filling in a form,
    /// never a fact: store the date beside the number.
    #[must_use]
    pub fn birth_date_before_2032(&self) -> Option<NaiveDate> {
        if mod_11(&self.digits(), &FIRST) != 0 {
            return None;
        }
        let (year, individual) = (self.part(4), number(self.digits().get(6..9)?));
        let century = match (individual, year) {
            (0..=499, _) => 1900,
            (500..=749, 54..=99) => 1800,
            (500..=999, 0..=39) => 2000,
            (900..=999, 40..=99) => 1900,
            _ => return None,
        };
        let (day, month) = self.day_and_month();
        NaiveDate::from_ymd_opt(i32::try_from(century + year).ok()?, month, day)
    }

    fn digits(&self) -> Vec<u8> {
        self.text.bytes().map(|b| b.wrapping_sub(b'0')).collect()
    }

    /// The two digits at `at`.
    fn part(&self, at: usize) -> u32 {
        self.digits().get(at..at + 2).map(number).unwrap_or_default()
    }

    fn day_and_month(&self) -> (u32, u32) {
        (self.part(0) % 40, series(self.part(2)).1)
    }
}

/// The series of a written month, and the month itself.
fn series(written: u32) -> (NumberSeries, u32) {
    match written {
        81..=92 => (NumberSeries::Tenor, written - 80),
        66..=77 => (NumberSeries::Nhn, written - 65),
        41..=52 => (NumberSeries::Dolly, written - 40),
        _ => (NumberSeries::Real, written),
    }
}

impl FromStr for NationalId {
    type Err = MalformedNationalId;

    /// Spaces are let through: people write six and five digits.
    fn from_str(text: &str) -> Result<Self, MalformedNationalId> {
        let digits = digits::<11>(text).ok_or(MalformedNationalId::Length)?;
        let id = Self { text: digits.iter().map(|d| char::from(b'0' + d)).collect() };
        let (day, month) = id.day_and_month();
        // Year 2000 of the last two digits decides 29 February; 1900 was no leap year, but 00
        // there and 00 in 2000 can't be told apart any more.
        let year = 2000 + i32::try_from(id.part(4)).unwrap_or_default();
        if id.part(0) > 71 || NaiveDate::from_ymd_opt(year, month, day).is_none() {
            return Err(MalformedNationalId::Date);
        }
        if mod_11(&digits, &FIRST) > LARGEST_REMAINDER || mod_11(&digits, &SECOND) != 0 {
            return Err(MalformedNationalId::CheckDigits);
        }
        Ok(id)
    }
}

impl fmt::Debug for NationalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NationalId(…)")
    }
}

impl Drop for NationalId {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All numbers that start with these nine digits, by trying all check digits; `remainders` is
    /// what the first may leave. Computed apart from the code above.
    fn numbers(nine: &str, remainders: &[u32]) -> Vec<String> {
        let value = |text: &str, weights: &[u32]| {
            text.bytes().zip(weights).map(|(b, w)| u32::from(b - b'0') * w).sum::<u32>() % 11
        };
        (0..100)
            .map(|checks| format!("{nine}{checks:02}"))
            .filter(|text| {
                remainders.contains(&value(&text[..10], &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]))
            })
            .filter(|text| value(text, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) == 0)
            .collect()
    }

    /// The first number that starts with these eight digits.
    fn number_of(eight: &str) -> NationalId {
        let text = (0..10).flat_map(|ninth| numbers(&format!("{eight}{ninth}"), &[0])).next();
        text.expect("one in ten suffices").parse().unwrap()
    }

    #[test]
    fn each_kind_and_series_is_recognised() {
        use NationalIdKind::{BirthNumber, DNumber};
        use NumberSeries::{Dolly, Nhn, Real, Tenor};
        for (eight, kind, expected) in [
            ("15889012", BirthNumber, Tenor),
            ("15489012", BirthNumber, Dolly),
            ("15739012", BirthNumber, Nhn),
            ("55889012", DNumber, Tenor),
            ("55489012", DNumber, Dolly),
        ] {
            let id = number_of(eight);
            assert_eq!((id.kind(), id.series()), (kind, expected), "{eight}");
            let date = NaiveDate::from_ymd_opt(1990, 8, 15);
            assert_eq!(id.birth_date_before_2032(), date, "{eight}");
        }
        // No real number stands in this project; the month alone tells.
        assert_eq!(series(8), (Real, 8));
    }

    #[test]
    fn the_century_follows_from_the_individual_digits() {
        for (eight, year) in
            [("01819012", 1990), ("01810560", 2005), ("01816060", 1860), ("01814595", 1945)]
        {
            let date = number_of(eight).birth_date_before_2032();
            assert_eq!(date, NaiveDate::from_ymd_opt(year, 1, 1), "{eight}");
        }
    }

    #[test]
    fn from_2032_the_first_check_digit_may_leave_one_to_three() {
        let mut tried = 0;
        for nine in ["158890123", "158890124", "158890125", "018105601"] {
            for text in numbers(nine, &[1, 2, 3]) {
                let id: NationalId = text.parse().unwrap();
                assert_eq!(id.birth_date_before_2032(), None, "its century can't be known");
                tried += 1;
            }
            for text in numbers(nine, &[4, 5, 6, 7, 8, 9, 10]) {
                assert_eq!(text.parse::<NationalId>(), Err(MalformedNationalId::CheckDigits));
            }
        }
        assert!(tried >= 8, "only {tried} numbers of the new kind were tried");
    }

    #[test]
    fn a_mistyped_second_check_digit_is_caught() {
        let right = number_of("15889012").expose().to_owned();
        for last in b'0'..=b'9' {
            let text = format!("{}{}", &right[..10], char::from(last));
            assert_eq!(text.parse::<NationalId>().is_ok(), text == right, "{last}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["32889012345", "00889012345", "15939012345", "15009012345", "72889012345"] {
            assert_eq!(text.parse::<NationalId>(), Err(MalformedNationalId::Date), "{text}");
        }
        for text in ["", "1588901234", "158890123456", "15889o12345"] {
            assert_eq!(text.parse::<NationalId>(), Err(MalformedNationalId::Length), "{text}");
        }
    }

    #[test]
    fn typed_spaces_do_not_matter() {
        let id = number_of("15889012");
        let (six, five) = id.expose().split_at(6);
        assert_eq!(format!(" {six} {five} ").parse(), Ok(id.clone()));
    }

    #[test]
    fn debug_shows_no_digit() {
        let shown = format!("{:?}", number_of("15889012"));
        assert_eq!(shown, "NationalId(…)");
    }
}
