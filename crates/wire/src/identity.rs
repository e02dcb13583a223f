//! What a worker showed when the office checked who it was.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A document with a photo that proves who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdDocument {
    /// A passport.
    Passport,
    /// A national identity card, Norwegian or of another EEA state.
    NationalIdCard,
    /// A Norwegian residence card.
    ResidenceCard,
    /// A Norwegian driving licence.
    DrivingLicence,
}

impl IdDocument {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Passport, Self::NationalIdCard, Self::ResidenceCard, Self::DrivingLicence];

    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::NationalIdCard => "national_id_card",
            Self::ResidenceCard => "residence_card",
            Self::DrivingLicence => "driving_licence",
        }
    }
}

impl fmt::Display for IdDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Not the name of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one of passport, national_id_card, residence_card, driving_licence")]
pub struct UnknownIdDocument;

impl FromStr for IdDocument {
    type Err = UnknownIdDocument;

    fn from_str(text: &str) -> Result<Self, UnknownIdDocument> {
        Self::ALL.into_iter().find(|one| one.as_str() == text).ok_or(UnknownIdDocument)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_are_those_of_json() {
        for one in IdDocument::ALL {
            assert_eq!(one.as_str().parse(), Ok(one));
            assert_eq!(serde_json::to_string(&one).unwrap(), format!("\"{one}\""));
        }
        assert_eq!("library_card".parse::<IdDocument>(), Err(UnknownIdDocument));
    }
}
