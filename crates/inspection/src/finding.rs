//! What an inspector finds at a person: the report's kinds.

use std::collections::BTreeSet;

use card::{Outcome, Reason};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use verifier::Finding;

/// A kind of finding, as the report counts them (6.2, 6.3 of the evaluation).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// The person has no card.
    NoCard,
    /// The card's time has run out.
    Expired,
    /// The card is not valid for another cause.
    Invalid,
    /// The card is for another employer than the one that the person works for here.
    WrongEmployer,
    /// The card's industry does not count for this work.
    WrongIndustry,
    /// The card belongs to somebody else.
    AnotherPersonsCard,
    /// The person has a card and did not show it.
    NotShown,
    /// Anything else; the note says what.
    Other,
}

impl FindingKind {
    /// All of them, in the report's order.
    pub const ALL: [Self; 8] = [
        Self::NoCard,
        Self::Expired,
        Self::Invalid,
        Self::WrongEmployer,
        Self::WrongIndustry,
        Self::AnotherPersonsCard,
        Self::NotShown,
        Self::Other,
    ];

    /// A stable name, in snake case, as in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoCard => "no_card",
            Self::Expired => "expired",
            Self::Invalid => "invalid",
            Self::WrongEmployer => "wrong_employer",
            Self::WrongIndustry => "wrong_industry",
            Self::AnotherPersonsCard => "another_persons_card",
            Self::NotShown => "not_shown",
            Self::Other => "other",
        }
    }

    /// What it is, for the terminal.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Self::NoCard => "no card",
            Self::Expired => "expired card",
            Self::Invalid => "invalid card",
            Self::WrongEmployer => "card from another employer",
            Self::WrongIndustry => "card for another industry",
            Self::AnotherPersonsCard => "another person's card",
            Self::NotShown => "card not shown",
            Self::Other => "other",
        }
    }
}

/// Not the name of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a finding is one of: no_card, expired, invalid, wrong_employer, wrong_industry, another_persons_card, not_shown, other"
)]
pub struct UnknownFindingKind;

impl std::str::FromStr for FindingKind {
    type Err = UnknownFindingKind;

    fn from_str(text: &str) -> Result<Self, UnknownFindingKind> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(UnknownFindingKind)
    }
}

/// What a verdict finds by itself. Only an invalid card is held against anybody: what could not be
/// confirmed suggests nothing. Whose card it is, and for whom the person works here, is for the
/// inspector to see.
#[must_use]
pub fn suggested(outcome: Outcome, reasons: &[Finding]) -> BTreeSet<FindingKind> {
    if outcome != Outcome::Invalid {
        return BTreeSet::new();
    }
    let invalid = reasons.iter().filter(|reason| reason.outcome() == Outcome::Invalid);
    invalid
        .map(|reason| match reason {
            Finding::Status(cause) if cause.reason == Reason::CardExpired => FindingKind::Expired,
            Finding::IndustryNotAccepted { .. } => FindingKind::WrongIndustry,
            _ => FindingKind::Invalid,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use FindingKind::{Expired, Invalid, WrongIndustry};
    use card::{Cause, Industry};

    #[test]
    fn names_read_back() {
        for kind in FindingKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.as_str()));
        }
        assert_eq!("".parse::<FindingKind>(), Err(UnknownFindingKind));
    }

    #[test]
    fn each_cause_of_an_invalid_verdict_suggests_its_kind_and_a_doubt_suggests_none() {
        let status = |reason| Finding::Status(Cause { reason, since: None });
        let (card, site) = (Industry::Construction, Industry::Cleaning);
        let elsewhere = Finding::IndustryNotAccepted { card, site };
        for (outcome, reasons, kinds) in [
            (Outcome::Valid, vec![], vec![]),
            (Outcome::Invalid, vec![status(Reason::CardExpired)], vec![Expired]),
            (Outcome::Invalid, vec![status(Reason::BlockedByOffice)], vec![Invalid]),
            (Outcome::Invalid, vec![Finding::ProofForged], vec![Invalid]),
            (
                Outcome::Invalid,
                vec![elsewhere.clone(), status(Reason::CardExpired), status(Reason::PhoneLost)],
                vec![Expired, Invalid, WrongIndustry],
            ),
            (
                Outcome::Invalid,
                vec![elsewhere.clone(), status(Reason::RegisterSilent)],
                vec![WrongIndustry],
            ),
            // The ground is gone from under it.
            (
                Outcome::Unconfirmed,
                vec![Finding::ClockBehind { behind_seconds: 9 }, elsewhere],
                vec![],
            ),
        ] {
            assert_eq!(suggested(outcome, &reasons), kinds.into_iter().collect(), "{reasons:?}");
        }
    }
}
