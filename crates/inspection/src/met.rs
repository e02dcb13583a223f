//! One person who was met in an inspection.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use card::Outcome;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use verifier::Finding;

use crate::{FindingKind, MetId, Note, Who, limit};

/// Most reasons that a check has.
const MOST_REASONS: usize = 40;

/// A person who was met, once in an inspection however often the card was scanned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Met {
    /// Its number, chosen by the device.
    #[schema(value_type = String, pattern = "^[0-9a-f]{32}$")]
    pub id: MetId,
    /// When they met first.
    pub at: DateTime<Utc>,
    /// How the inspector knows who it is.
    pub how: How,
    /// Who it is.
    pub who: Who,
    /// What the check said; nothing where nothing was checked.
    pub check: Option<Check>,
    /// What the inspector found.
    #[serde(default)]
    pub findings: BTreeSet<FindingKind>,
    /// What there is to say.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub note: Option<Note>,
    /// Whether the pay slips of this person will be asked for.
    #[serde(default)]
    pub pay_slip_check: bool,
    /// What the check comes to with what became known later; only where that is another verdict.
    pub judged_again: Option<JudgedAgain>,
}

impl Met {
    /// What is known of the card now: judged again, or else as it was checked.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let again = self.judged_again.as_ref().map(|again| again.outcome);
        again.or(self.check.as_ref().map(|check| check.outcome))
    }

    /// And why.
    #[must_use]
    pub fn reasons(&self) -> &[Because] {
        match (&self.judged_again, &self.check) {
            (Some(again), _) => &again.reasons,
            (None, Some(check)) => &check.reasons,
            (None, None) => &[],
        }
    }
}

/// How an inspector knows who somebody is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The code was scanned.
    Scanned,
    /// The card's number and six digits were typed.
    Typed,
    /// Found in the index.
    LookedUp,
    /// Nothing was shown: what the person told.
    NothingShown,
}

impl How {
    /// A stable name, in snake case, as in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scanned => "scanned",
            Self::Typed => "typed",
            Self::LookedUp => "looked_up",
            Self::NothingShown => "nothing_shown",
        }
    }
}

/// What was known when the card was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Check {
    /// When: at a later meeting than the first, where that said more.
    pub at: DateTime<Utc>,
    /// The answer.
    pub outcome: Outcome,
    /// Why, what decided it first.
    #[serde(deserialize_with = "limit::at_most::<_, _, MOST_REASONS>")]
    pub reasons: Vec<Because>,
    /// When the data was signed that this is from; nothing when the service was asked.
    pub data_issued: Option<DateTime<Utc>>,
}

impl Check {
    /// How old the data was when it was used, in seconds.
    #[must_use]
    pub fn data_age_seconds(&self) -> Option<i64> {
        self.data_issued.map(|issued| (self.at - issued).num_seconds())
    }
}

/// What a check comes to with newer data, as of the time of the check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct JudgedAgain {
    /// When it was judged again.
    pub at: DateTime<Utc>,
    /// The answer.
    pub outcome: Outcome,
    /// Why, what decided it first. A reason may have come after the check: see its time.
    #[serde(deserialize_with = "limit::at_most::<_, _, MOST_REASONS>")]
    pub reasons: Vec<Because>,
    /// When the newer data was signed.
    pub data_issued: Option<DateTime<Utc>>,
}

impl JudgedAgain {
    /// Whether all that is held against the card now came after the check: it was in order then.
    #[must_use]
    pub fn came_later(&self, checked: DateTime<Utc>) -> bool {
        let later = |because: &Because| because.since.is_some_and(|since| since > checked);
        !self.reasons.is_empty() && self.reasons.iter().all(later)
    }
}

/// A reason, and since when it holds, where that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Because {
    /// Which: the key to sentences in every language.
    #[schema(value_type = String, pattern = "^[a-z0-9_]{1,40}$")]
    pub code: ReasonCode,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
}

impl Because {
    /// The reasons of a verdict.
    #[must_use]
    pub fn all(findings: &[Finding]) -> Vec<Self> {
        let of = |finding: &Finding| Self {
            code: ReasonCode(finding.code().to_owned()),
            since: finding.since(),
        };
        findings.iter().take(MOST_REASONS).map(of).collect()
    }
}

/// The name of a reason ([`Finding::code`]): text and no enum, because another version may know
/// more of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReasonCode(String);

/// Not the name of a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a reason is named by 1 to 40 small letters, digits and low lines")]
pub struct MalformedReasonCode;

impl ReasonCode {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ReasonCode {
    type Err = MalformedReasonCode;

    fn from_str(text: &str) -> Result<Self, MalformedReasonCode> {
        let small = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        let right = (1..=40).contains(&text.len()) && text.bytes().all(small);
        if right { Ok(Self(text.to_owned())) } else { Err(MalformedReasonCode) }
    }
}

impl TryFrom<String> for ReasonCode {
    type Error = MalformedReasonCode;

    fn try_from(text: String) -> Result<Self, MalformedReasonCode> {
        text.parse()
    }
}

impl From<ReasonCode> for String {
    fn from(code: ReasonCode) -> Self {
        code.0
    }
}

impl fmt::Display for ReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
