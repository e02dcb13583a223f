//! The industries that must have the card, and which card counts where.

use serde::{Deserialize, Serialize};

/// An industry with HMS cards (2.1).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Industry {
    /// Bygg og anlegg, since 2008 (byggherreforskriften).
    Construction,
    /// Renhold, since 2012; the company must be approved.
    Cleaning,
    /// Bilpleie, hjulskift og hjullagring, since 2022; the company must be approved.
    CarCare,
}

impl Industry {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Construction, Self::Cleaning, Self::CarCare];

    /// The number it has in credentials.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Construction => 1,
            Self::Cleaning => 2,
            Self::CarCare => 3,
        }
    }

    /// The industry of a number; `None` for one that is not in use.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|industry| industry.code() == code)
    }

    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Construction => "construction",
            Self::Cleaning => "cleaning",
            Self::CarCare => "car_care",
        }
    }

    /// Whether companies need Arbeidstilsynet's approval for it (2.2): cleaning and car care do.
    #[must_use]
    pub fn needs_approval(self) -> bool {
        self != Self::Construction
    }

    /// Whether a card of this industry is accepted for work in `site` (6.3): a cleaning or car
    /// care card is accepted in construction, whose requirements are laxer; otherwise only the
    /// industry's own.
    #[must_use]
    pub fn is_accepted_at(self, site: Self) -> bool {
        self == site || site == Self::Construction
    }
}

impl std::fmt::Display for Industry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Not one of the three names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an industry is one of: construction, cleaning, car_care")]
pub struct UnknownIndustry;

impl std::str::FromStr for Industry {
    type Err = UnknownIndustry;

    fn from_str(text: &str) -> Result<Self, UnknownIndustry> {
        Self::ALL.into_iter().find(|industry| industry.as_str() == text).ok_or(UnknownIndustry)
    }
}

#[cfg(test)]
mod tests {
    use super::Industry::{self, CarCare, Cleaning, Construction};

    #[test]
    fn a_card_counts_in_its_own_industry_and_in_construction() {
        for (card, site, accepted) in [
            (Construction, Construction, true),
            (Construction, Cleaning, false),
            (Construction, CarCare, false),
            (Cleaning, Construction, true),
            (Cleaning, Cleaning, true),
            (Cleaning, CarCare, false),
            (CarCare, Construction, true),
            (CarCare, Cleaning, false),
            (CarCare, CarCare, true),
        ] {
            assert_eq!(card.is_accepted_at(site), accepted, "{card} card, {site} site");
        }
    }

    #[test]
    fn codes_and_names_read_back() {
        for industry in Industry::ALL {
            assert_eq!(Industry::from_code(industry.code()), Some(industry));
            assert_eq!(industry.as_str().parse(), Ok(industry));
            let json = serde_json::to_string(&industry).unwrap();
            assert_eq!(json, format!("\"{industry}\""));
        }
        assert_eq!(Industry::from_code(0), None);
        assert_eq!(Industry::from_code(4), None);
    }
}
