//! Industry codes of Enhetsregisteret.

use std::fmt;
use std::str::FromStr;

use card::Industry;
use serde::{Deserialize, Serialize};

/// An industry code, *næringskode*: `81.210`. Statistics Norway's SN 2007 or SN 2025, both of the
/// EU's NACE; two digits, a point and three digits. `00.000` means that none is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Nace(u32);

/// Not an industry code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an industry code has two digits, a point and three digits, such as 81.210")]
pub struct MalformedNace;

impl Nace {
    /// Whether a company with this code may be expected to do this industry's work (8.3): 81.2 in
    /// cleaning; 41, 42, 43 in construction. Car care is spread over trade and repair of motor
    /// vehicles (6.3): 45 in SN 2007, 46.7, 47.8 and 95.3 in SN 2025.
    #[must_use]
    pub fn fits(self, industry: Industry) -> bool {
        let (division, group) = (self.0 / 1_000, self.0 / 100);
        match industry {
            Industry::Construction => matches!(division, 41..=43),
            Industry::Cleaning => group == 812,
            Industry::CarCare => division == 45 || matches!(group, 467 | 478 | 953),
        }
    }

    /// Whether it is that of those who hire out labour: 78.2.
    #[must_use]
    pub fn hires_out(self) -> bool {
        self.0 / 100 == 782
    }
}

impl FromStr for Nace {
    type Err = MalformedNace;

    /// Zeros at the end may be left out: `81.2` is `81.200`.
    fn from_str(text: &str) -> Result<Self, MalformedNace> {
        let (division, class) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{division}{class:0<3}");
        if division.len() != 2 || digits.len() != 5 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(MalformedNace);
        }
        digits.parse().map(Self).map_err(|_| MalformedNace)
    }
}

impl TryFrom<String> for Nace {
    type Error = MalformedNace;

    fn try_from(text: String) -> Result<Self, MalformedNace> {
        text.parse()
    }
}

impl From<Nace> for String {
    fn from(code: Nace) -> Self {
        code.to_string()
    }
}

impl fmt::Display for Nace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}.{:03}", self.0 / 1_000, self.0 % 1_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fits(code: &str, industry: Industry) -> bool {
        code.parse::<Nace>().unwrap().fits(industry)
    }

    #[test]
    fn the_codes_of_the_report_fit_their_industry_and_no_other() {
        for (code, industry) in [
            ("81.210", Industry::Cleaning),
            ("81.299", Industry::Cleaning),
            ("41.200", Industry::Construction),
            ("42.110", Industry::Construction),
            ("43.990", Industry::Construction),
            ("45.200", Industry::CarCare),
            ("95.310", Industry::CarCare),
        ] {
            for other in Industry::ALL {
                assert_eq!(fits(code, other), other == industry, "{code} for {other}");
            }
        }
        for other in ["81.100", "81.300", "44.000", "00.000", "78.200"] {
            assert!(!Industry::ALL.iter().any(|industry| fits(other, *industry)), "{other}");
        }
        assert!("78.200".parse::<Nace>().unwrap().hires_out());
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for wrong in ["", "8", "81.2100", "812.10", "8a.210", "81,210", "å1.21", ".", "81.21é"] {
            assert_eq!(wrong.parse::<Nace>(), Err(MalformedNace), "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn a_code_reads_back(division in 0..100_u32, class in 0..1_000_u32) {
            let text = format!("{division:02}.{class:03}");
            prop_assert_eq!(text.parse::<Nace>().unwrap().to_string(), text);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,12}") {
            let _ = text.parse::<Nace>();
        }
    }
}
