//! Which register.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A register that cards are checked against (2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    /// Enhetsregisteret: companies, sub-units, bankruptcy; whether they are in Foretaksregisteret
    /// and Merverdiavgiftsregisteret.
    Entities,
    /// Aa-registeret: who is employed where.
    Employments,
    /// OAR: who works for foreign companies on assignments in Norway.
    Assignments,
    /// Folkeregisteret: people, and whether their D-number is active.
    Population,
    /// UDI: residence permits with access to work.
    Permits,
    /// Arbeidstilsynet: staffing agencies.
    Staffing,
    /// Arbeidstilsynet: approvals for cleaning.
    Cleaning,
    /// Arbeidstilsynet: approvals for car care, wheel change and wheel storage.
    CarCare,
}

impl Register {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Entities,
        Self::Employments,
        Self::Assignments,
        Self::Population,
        Self::Permits,
        Self::Staffing,
        Self::Cleaning,
        Self::CarCare,
    ];

    /// A stable name, in snake case, as in JSON and settings.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Entities => "entities",
            Self::Employments => "employments",
            Self::Assignments => "assignments",
            Self::Population => "population",
            Self::Permits => "permits",
            Self::Staffing => "staffing",
            Self::Cleaning => "cleaning",
            Self::CarCare => "car_care",
        }
    }

    /// What it is called in Norway, in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Entities => "Enhetsregisteret",
            Self::Employments => "Aa-registeret",
            Self::Assignments => "OAR",
            Self::Population => "Folkeregisteret",
            Self::Permits => "UDI",
            Self::Staffing => "Bemanningsforetaksregisteret",
            Self::Cleaning => "Renholdsregisteret",
            Self::CarCare => "Bilpleieregisteret",
        }
    }
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Not the name of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a register is one of: entities, employments, assignments, population, permits, staffing, \
     cleaning, car_care"
)]
pub struct UnknownRegister;

impl FromStr for Register {
    type Err = UnknownRegister;

    fn from_str(text: &str) -> Result<Self, UnknownRegister> {
        Self::ALL.into_iter().find(|register| register.as_str() == text).ok_or(UnknownRegister)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_are_those_in_json() {
        for register in Register::ALL {
            assert_eq!(register.as_str().parse(), Ok(register));
            assert_eq!(serde_json::to_string(&register).unwrap(), format!("\"{register}\""));
            assert!(UnknownRegister.to_string().contains(register.as_str()));
        }
        assert_eq!("brreg".parse::<Register>(), Err(UnknownRegister));
    }
}
