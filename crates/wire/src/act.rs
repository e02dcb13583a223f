//! An inspector's act on a card, what became of it, and what the worker and employer are told.

use std::fmt;
use std::str::FromStr;

use card::{
    ActKind, Authority, CardNumber, EmploymentId, Ground, Industry, OrganisationNumber, Text,
    UnknownAct,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why, in words; worker and employer read it (forvaltningsloven § 24).
pub type Note = Text<500>;

/// An act that an inspector has decided on. The device chooses its number, so that one sent twice
/// is done once and gets the same answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Act {
    /// 32 hexadecimal digits, chosen at random.
    #[schema(value_type = String, pattern = "^[0-9a-f]{32}$")]
    pub id: ActId,
    /// What is done.
    pub kind: ActKind,
    /// To which card.
    pub card_number: CardNumber,
    /// Which employment is removed, as it stands in the code; nothing for a whole card.
    #[serde(default)]
    pub employment: Option<ActOn>,
    /// On which ground.
    pub ground: Ground,
    /// What there is to say; needed where the ground alone says nothing.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 500)]
    pub note: Option<Note>,
    /// When the inspector decided, by the device's clock. What came on the card later stays.
    pub decided: DateTime<Utc>,
}

/// The employment that an act is about, as it stands in a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActOn {
    /// The main unit's number.
    pub organisation_number: OrganisationNumber,
    /// The sub-unit's number; any of the main unit's when it is not known.
    #[serde(default)]
    pub sub_unit: Option<OrganisationNumber>,
    /// Which industry; any when it is not known.
    #[serde(default)]
    pub industry: Option<Industry>,
    /// Its place in the status list, which names it beyond doubt, where that is known.
    #[serde(default)]
    pub status_index: Option<u32>,
}

impl Act {
    /// Whether its parts fit together.
    ///
    /// # Errors
    /// [`UnfitAct`] says what doesn't.
    pub fn fits(&self) -> Result<(), UnfitAct> {
        match (self.kind, self.employment) {
            (ActKind::RemoveEmployment, None) => Err(UnfitAct::WhichEmployment),
            (ActKind::SeizeCard, Some(_)) => Err(UnfitAct::WholeCard),
            _ if !self.ground.fits(self.kind) => Err(UnfitAct::Ground),
            _ if self.ground.needs_note() && self.note.is_none() => Err(UnfitAct::NoNote),
            _ => Ok(()),
        }
    }
}

/// Parts of an act that don't fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.words())]
pub enum UnfitAct {
    /// No employment is named.
    WhichEmployment,
    /// An employment is named.
    WholeCard,
    /// The ground is for the other act.
    Ground,
    /// The ground needs a note.
    NoNote,
}

impl UnfitAct {
    /// What doesn't fit, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::WhichEmployment => "say which employment is removed",
            Self::WholeCard => "a card is seized whole, without an employment",
            Self::Ground => "this ground is not one for this act",
            Self::NoNote => "this ground needs a note that says more",
        }
    }
}

/// What became of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum ActOutcome {
    /// It is done.
    Done {
        /// Until when worker and employer can complain.
        complain_until: DateTime<Utc>,
    },
    /// Another one was before it; nothing changed.
    Already {
        /// Whose inspector it was; nothing when the office did it.
        first_authority: Option<Authority>,
        /// When.
        first_at: DateTime<Utc>,
    },
    /// No such card; nothing changed.
    CardUnknown,
    /// The card has no such employment, or had none at that time; nothing changed.
    EmploymentUnknown,
}

/// An act as the service has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptAct {
    /// The act, as it was sent.
    #[serde(flatten)]
    pub act: Act,
    /// Whose act it is.
    pub authority: Authority,
    /// When it came to the service.
    pub at: DateTime<Utc>,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: ActOutcome,
    /// When the first complaint came.
    #[serde(default)]
    pub complained: Option<DateTime<Utc>>,
    /// When the office undid it.
    #[serde(default)]
    pub undone: Option<DateTime<Utc>>,
    /// When the employer had applied again and got a new employment on the card.
    #[serde(default)]
    pub restored: Option<DateTime<Utc>>,
}

/// An act with all that the office may see of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OfficeAct {
    /// The act.
    #[serde(flatten)]
    pub kept: KeptAct,
    /// The inspector's name.
    pub inspector: String,
    /// The employments that fell.
    pub employments: Vec<EmploymentId>,
    /// What happened to it later, oldest first.
    pub events: Vec<ActEvent>,
}

/// Something that happened to an act after it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActEvent {
    /// What.
    pub kind: ActEventKind,
    /// When.
    pub at: DateTime<Utc>,
    /// Who noted it.
    pub by: String,
    /// Why, or what it says.
    #[schema(value_type = String, max_length = 500)]
    pub note: Note,
}

/// What can happen to an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActEventKind {
    /// A complaint came.
    Complaint,
    /// The office undid the act.
    Undone,
}

impl ActEventKind {
    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::Undone => "undone",
        }
    }
}

/// What the worker and the employer are told of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActNotice {
    /// The act's number, for a complaint.
    #[schema(value_type = String)]
    pub id: ActId,
    /// What was done.
    pub kind: ActKind,
    /// On which ground.
    pub ground: Ground,
    /// What the inspector wrote.
    #[schema(value_type = Option<String>)]
    pub note: Option<Note>,
    /// Whose inspector it was; never who.
    pub authority: Authority,
    /// When.
    pub at: DateTime<Utc>,
    /// Until when there can be a complaint (forvaltningsloven § 29).
    pub complain_until: DateTime<Utc>,
    /// When a complaint came.
    pub complained: Option<DateTime<Utc>>,
    /// When the office undid it.
    pub undone: Option<DateTime<Utc>>,
}

/// Says something about an act: why it is undone, what a complaint says.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct NoteOnAct {
    /// The words.
    #[schema(value_type = String, min_length = 1, max_length = 500)]
    pub note: Note,
}

/// The number of an act: 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ActId(String);

impl ActId {
    /// The number of 16 random bytes.
    #[must_use]
    pub fn of(random: [u8; 16]) -> Self {
        Self(random.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ActId {
    type Err = UnknownAct;

    fn from_str(text: &str) -> Result<Self, UnknownAct> {
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let right = text.len() == 32 && text.bytes().all(hex);
        if right { Ok(Self(text.to_owned())) } else { Err(UnknownAct) }
    }
}

impl TryFrom<String> for ActId {
    type Error = UnknownAct;

    fn try_from(text: String) -> Result<Self, UnknownAct> {
        text.parse()
    }
}

impl From<ActId> for String {
    fn from(id: ActId) -> Self {
        id.0
    }
}

impl fmt::Display for ActId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(kind: ActKind, on: bool, ground: Ground, note: Option<&str>) -> Act {
        let organisation_number = "974760673".parse().unwrap();
        Act {
            id: ActId::of([7; 16]),
            kind,
            card_number: "0123456".parse().unwrap(),
            employment: on.then_some(ActOn {
                organisation_number,
                sub_unit: None,
                industry: None,
                status_index: None,
            }),
            ground,
            note: note.map(|note| note.to_owned().try_into().unwrap()),
            decided: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn parts_that_dont_fit_together_are_told_apart() {
        use ActKind::{RemoveEmployment as Remove, SeizeCard as Seize};
        for (act, expected) in [
            (act(Remove, true, Ground::NoContract, None), Ok(())),
            (act(Seize, false, Ground::UsedByAnother, None), Ok(())),
            (act(Remove, false, Ground::NoContract, None), Err(UnfitAct::WhichEmployment)),
            (act(Seize, true, Ground::UsedByAnother, None), Err(UnfitAct::WholeCard)),
            (act(Remove, true, Ground::UsedByAnother, None), Err(UnfitAct::Ground)),
            (act(Remove, true, Ground::Other, None), Err(UnfitAct::NoNote)),
            (act(Remove, true, Ground::Other, Some("because")), Ok(())),
        ] {
            assert_eq!(act.fits(), expected, "{act:?}");
        }
    }

    #[test]
    fn a_number_is_32_hexadecimal_digits_and_nothing_else() {
        let id = ActId::of([0xab; 16]);
        assert_eq!(id.as_str().parse::<ActId>(), Ok(id));
        for wrong in ["", "ab", &"AB".repeat(16), &"a".repeat(33), &"../".repeat(11)] {
            assert_eq!(wrong.parse::<ActId>(), Err(UnknownAct), "{wrong:?}");
        }
    }

    #[test]
    fn an_act_and_what_became_of_it_survive_the_wire() {
        let kept = KeptAct {
            act: act(ActKind::RemoveEmployment, true, Ground::Other, Some("because")),
            authority: Authority::Skatteetaten,
            at: DateTime::UNIX_EPOCH,
            outcome: ActOutcome::Already { first_authority: None, first_at: DateTime::UNIX_EPOCH },
            complained: None,
            undone: Some(DateTime::UNIX_EPOCH),
            restored: None,
        };
        let json = serde_json::to_string(&kept).unwrap();
        assert_eq!(serde_json::from_str::<KeptAct>(&json).unwrap(), kept, "{json}");
    }
}
