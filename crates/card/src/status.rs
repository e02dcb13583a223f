//! The status of an employment on a card, and what caused it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::reason::Reason;

/// How an employment on a card stands. "Don't know" has a value of its own and never becomes yes
/// or no.
///
/// The numbers are those of the IETF Token Status List (draft-ietf-oauth-status-list § 7.1) in
/// two bits; 3 is its application-specific one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// All that must be in order is.
    Valid,
    /// Something that must be in order isn't.
    Invalid,
    /// Held back for a time; may come back as it was.
    Suspended,
    /// A register did not answer for so long that nobody can say.
    Unconfirmed,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Valid, Self::Invalid, Self::Suspended, Self::Unconfirmed];

    /// Its number in the status list.
    #[must_use]
    pub fn to_bits(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::Invalid => 1,
            Self::Suspended => 2,
            Self::Unconfirmed => 3,
        }
    }

    /// The status of a number in the status list.
    #[must_use]
    pub fn from_bits(bits: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.to_bits() == bits)
    }

    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Suspended => "suspended",
            Self::Unconfirmed => "unconfirmed",
        }
    }

    /// How bad it is: the worst of several causes decides.
    fn gravity(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::Unconfirmed => 1,
            Self::Suspended => 2,
            Self::Invalid => 3,
        }
    }
}

/// One thing that keeps an employment from being valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Cause {
    /// Which.
    pub reason: Reason,
    /// Since when, if it is known.
    pub since: Option<DateTime<Utc>>,
}

/// A status together with its causes, which can't disagree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmploymentStatus {
    causes: Vec<Cause>,
}

impl EmploymentStatus {
    /// The status that these causes make; none make it valid.
    #[must_use]
    pub fn of(mut causes: Vec<Cause>) -> Self {
        causes.sort_by_key(|cause| std::cmp::Reverse(cause.reason.status().gravity()));
        Self { causes }
    }

    /// The status: that of the worst cause.
    #[must_use]
    pub fn status(&self) -> Status {
        self.causes.first().map_or(Status::Valid, |cause| cause.reason.status())
    }

    /// What keeps it from being valid, the worst first.
    #[must_use]
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cause(reason: Reason) -> Cause {
        Cause { reason, since: None }
    }

    #[test]
    fn the_worst_cause_decides_whatever_the_order() {
        let (silent, lost, ended) = (
            cause(Reason::RegisterSilent),
            cause(Reason::PhoneLost),
            cause(Reason::EmploymentEnded),
        );
        for (causes, status) in [
            (vec![], Status::Valid),
            (vec![silent], Status::Unconfirmed),
            (vec![silent, lost], Status::Suspended),
            (vec![silent, ended, lost], Status::Invalid),
            (vec![ended, silent], Status::Invalid),
        ] {
            assert_eq!(EmploymentStatus::of(causes.clone()).status(), status, "{causes:?}");
        }
    }

    #[test]
    fn bits_are_those_of_the_token_status_list() {
        assert_eq!(Status::ALL.map(Status::to_bits), [0, 1, 2, 3]);
        assert!(Status::ALL.iter().all(|s| Status::from_bits(s.to_bits()) == Some(*s)));
        assert_eq!(Status::from_bits(4), None);
    }
}
