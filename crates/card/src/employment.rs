//! One worker's link to one employer.

use std::fmt;
use std::str::FromStr;

use crate::text::serde_as_text;
use crate::{CompanyName, EmploymentStatus, Industry, OrganisationNumber};

/// The name of an employment at the issuer. Opaque; says nothing about the person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, utoipa::ToSchema)]
#[schema(value_type = String, min_length = 1)]
pub struct EmploymentId(String);

/// Not the name of an employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an employment is named by 1 to 40 small letters, digits and hyphens")]
pub struct MalformedEmploymentId;

impl FromStr for EmploymentId {
    type Err = MalformedEmploymentId;

    fn from_str(text: &str) -> Result<Self, MalformedEmploymentId> {
        let fits = (1..=40).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits { Ok(Self(text.to_owned())) } else { Err(MalformedEmploymentId) }
    }
}

impl fmt::Display for EmploymentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for EmploymentId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

serde_as_text!(EmploymentId);

/// One worker's link to one employer, with a status of its own: a worker with three employers
/// has one card with three of these (8.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employment {
    /// Its name at the issuer.
    pub id: EmploymentId,
    /// The main unit's name, which the card prints.
    pub company: CompanyName,
    /// The main unit's number.
    pub organisation_number: OrganisationNumber,
    /// The sub-unit's number, on which the employment hangs.
    pub sub_unit: OrganisationNumber,
    /// Which industry the card is for.
    pub industry: Industry,
    /// How it stands.
    pub status: EmploymentStatus,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_small_letters_digits_and_hyphens_name_an_employment() {
        assert!("e-0123".parse::<EmploymentId>().is_ok());
        for wrong in ["", "E1", "a/b", "../x", "a b", &"a".repeat(41)] {
            assert_eq!(wrong.parse::<EmploymentId>(), Err(MalformedEmploymentId), "{wrong:?}");
        }
    }
}
