//! What a check leads to.

use serde::{Deserialize, Serialize};

/// The three answers. Never folded into two.
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
pub enum Outcome {
    /// All was checked and is in order.
    Valid,
    /// The check could not be made, or not to the end; says nothing against the card.
    Unconfirmed,
    /// The card, or this showing of it, is not in order.
    Invalid,
}

impl Outcome {
    /// All of them, from the best.
    pub const ALL: [Self; 3] = [Self::Valid, Self::Unconfirmed, Self::Invalid];

    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Unconfirmed => "unconfirmed",
            Self::Invalid => "invalid",
        }
    }

    /// Its number in a receipt.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::Invalid => 1,
            Self::Unconfirmed => 2,
        }
    }

    /// The outcome of a number in a receipt.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back() {
        assert!(Outcome::ALL.iter().all(|one| Outcome::from_code(one.code()) == Some(*one)));
        assert_eq!(Outcome::from_code(3), None);
    }
}
