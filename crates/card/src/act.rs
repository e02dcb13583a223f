//! What an inspector may do to a card in the field (8.3), and on which grounds.
//!
//! **Threat.** An act takes a worker's right to work on a site. So who may do it follows from the
//! authority that the device is enrolled for, never from what a request says of itself.

use serde::{Deserialize, Serialize};

use crate::reason::Reason;

/// What is done.
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
pub enum ActKind {
    /// One employment is removed from the card.
    RemoveEmployment,
    /// The card is seized: all its employments fall.
    SeizeCard,
}

impl ActKind {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::RemoveEmployment, Self::SeizeCard];

    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RemoveEmployment => "remove_employment",
            Self::SeizeCard => "seize_card",
        }
    }

    /// Why the employments are not valid from then on.
    #[must_use]
    pub fn reason(self) -> Reason {
        match self {
            Self::RemoveEmployment => Reason::EmploymentRemoved,
            Self::SeizeCard => Reason::CardSeized,
        }
    }
}

/// An authority whose inspectors check cards.
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
pub enum Authority {
    /// The Labour Inspection Authority.
    Arbeidstilsynet,
    /// The offshore authority, Petroleumstilsynet until 2024.
    Havindustritilsynet,
    /// The Tax Administration.
    Skatteetaten,
    /// The police.
    Politiet,
}

impl Authority {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Arbeidstilsynet, Self::Havindustritilsynet, Self::Skatteetaten, Self::Politiet];

    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Arbeidstilsynet => "arbeidstilsynet",
            Self::Havindustritilsynet => "havindustritilsynet",
            Self::Skatteetaten => "skatteetaten",
            Self::Politiet => "politiet",
        }
    }

    /// The authority of a name, as the office wrote it when it enrolled a device; a district or
    /// an office may follow it. `None` for others, whose devices check and do nothing.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let first = name.split(|c: char| !c.is_alphabetic()).next()?;
        match first {
            "petroleumstilsynet" | "havtil" => Some(Self::Havindustritilsynet),
            "police" | "politi" => Some(Self::Politiet),
            _ => Self::ALL.into_iter().find(|authority| authority.as_str() == first),
        }
    }

    /// Whether its inspectors may do this: all may remove an employment, only Skatteetaten's may
    /// seize a card (2.3).
    #[must_use]
    pub fn may(self, kind: ActKind) -> bool {
        kind == ActKind::RemoveEmployment || self == Self::Skatteetaten
    }
}

macro_rules! grounds {
    ($($(#[$doc:meta])* $name:ident = $text:literal, [$($kind:ident),+], $what:literal;)*) => {
        /// The ground for an act.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
            utoipa::ToSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Ground {
            $($(#[$doc])* $name,)*
        }

        impl Ground {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// A stable name, in snake case, as in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// What it is, in a sentence for the terminal.
            #[must_use]
            pub fn what(self) -> &'static str {
                match self { $(Self::$name => $what,)* }
            }

            /// Whether it is one for this act.
            #[must_use]
            pub fn fits(self, kind: ActKind) -> bool {
                match self { $(Self::$name => [$(ActKind::$kind),+].contains(&kind),)* }
            }
        }
    };
}

grounds! {
    /// The worker does not work for the employer on the card (6.3).
    NotEmployed = "not_employed", [RemoveEmployment],
        "The worker does not work for this employer.";
    /// No written contract (arbeidsmiljøloven § 14-5), whatever the self-declaration said.
    NoContract = "no_contract", [RemoveEmployment],
        "There is no written contract of employment.";
    /// A card of another industry than the work (6.3).
    WrongIndustry = "wrong_industry", [RemoveEmployment],
        "The card is for another industry than the work.";
    /// The work is not reported: wages, taxes, VAT.
    UndeclaredWork = "undeclared_work", [RemoveEmployment, SeizeCard],
        "The work has not been reported to the authorities.";
    /// No right to work in Norway (utlendingsloven § 55).
    NoRightToWork = "no_right_to_work", [RemoveEmployment, SeizeCard],
        "The worker has no right to do this work.";
    /// What the employer or the worker said to get the card is not so.
    FalseInformation = "false_information", [RemoveEmployment, SeizeCard],
        "The card was given on false information.";
    /// Somebody else showed it.
    UsedByAnother = "used_by_another", [SeizeCard],
        "Another person has used the card.";
    /// The note says which.
    Other = "other", [RemoveEmployment, SeizeCard],
        "Another ground, which the note tells.";
}

impl Ground {
    /// Whether it says nothing without a note.
    #[must_use]
    pub fn needs_note(self) -> bool {
        self == Self::Other
    }
}

/// Not the name of an act, or of a ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no act or ground of that name")]
pub struct UnknownAct;

impl std::str::FromStr for ActKind {
    type Err = UnknownAct;

    fn from_str(text: &str) -> Result<Self, UnknownAct> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(UnknownAct)
    }
}

impl std::str::FromStr for Ground {
    type Err = UnknownAct;

    fn from_str(text: &str) -> Result<Self, UnknownAct> {
        Self::ALL.iter().copied().find(|ground| ground.as_str() == text).ok_or(UnknownAct)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_json_and_read_back() {
        for kind in ActKind::ALL {
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.as_str()));
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
        for ground in Ground::ALL {
            assert_eq!(serde_json::to_string(ground).unwrap(), format!("\"{}\"", ground.as_str()));
            assert_eq!(ground.as_str().parse(), Ok(*ground));
        }
        for authority in Authority::ALL {
            let json = serde_json::to_string(&authority).unwrap();
            assert_eq!(json, format!("\"{}\"", authority.as_str()));
        }
    }

    #[test]
    fn only_skatteetaten_seizes_and_a_stranger_does_nothing() {
        let may = |name, kind| Authority::named(name).is_some_and(|authority| authority.may(kind));
        for name in ["Arbeidstilsynet", "Petroleumstilsynet", "Havtil", "Politiet, Oslo"] {
            assert!(may(name, ActKind::RemoveEmployment), "{name}");
            assert!(!may(name, ActKind::SeizeCard), "{name}");
        }
        assert!(ActKind::ALL.into_iter().all(|kind| may(" Skatteetaten ", kind)));
        for name in ["", "Kommunen", "Ikke Skatteetaten", "skatteetatenx"] {
            assert!(!ActKind::ALL.into_iter().any(|kind| may(name, kind)), "{name:?}");
        }
    }

    #[test]
    fn each_act_has_grounds_and_each_ground_an_act() {
        for kind in ActKind::ALL {
            assert!(Ground::ALL.iter().any(|ground| ground.fits(kind)), "{kind:?}");
        }
        assert!(Ground::ALL.iter().all(|g| ActKind::ALL.into_iter().any(|kind| g.fits(kind))));
    }
}
