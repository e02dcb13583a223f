//! A customer's tip to the authority, and what becomes of it.

use std::str::FromStr;

use card::{MalformedText, Text};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A tip. The sender chooses its number, so that one sent twice is kept once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Tip {
    /// 32 hexadecimal digits, chosen at random.
    #[schema(value_type = String, pattern = "^[0-9a-f]{32}$")]
    pub id: TipId,
    /// The company, as the customer knows it.
    #[schema(value_type = String, min_length = 1, max_length = 120)]
    pub company: Text<120>,
    /// Where it was.
    #[schema(value_type = String, min_length = 1, max_length = 200)]
    pub place: Text<200>,
    /// What was seen.
    #[schema(value_type = String, min_length = 1, max_length = 2000)]
    pub seen: Text<2_000>,
    /// How to reach the customer; nobody has to say.
    #[schema(value_type = Option<String>, max_length = 200)]
    pub contact: Option<Text<200>>,
}

/// The name of a tip.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TipId(String);

impl TipId {
    /// 32 hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for TipId {
    type Error = MalformedText;

    fn try_from(text: String) -> Result<Self, MalformedText> {
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let right = text.len() == 32 && text.bytes().all(hex);
        if right { Ok(Self(text)) } else { Err(MalformedText) }
    }
}

impl From<TipId> for String {
    fn from(id: TipId) -> Self {
        id.0
    }
}

/// What the office has done with a tip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TipStatus {
    /// Nobody has read it.
    New,
    /// Somebody is at it.
    Open,
    /// Done.
    Closed,
    /// No tip at all.
    Spam,
}

impl TipStatus {
    const ALL: [Self; 4] = [Self::New, Self::Open, Self::Closed, Self::Spam];

    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Spam => "spam",
        }
    }
}

impl FromStr for TipStatus {
    type Err = UnknownTipStatus;

    fn from_str(text: &str) -> Result<Self, UnknownTipStatus> {
        Self::ALL.into_iter().find(|status| status.as_str() == text).ok_or(UnknownTipStatus)
    }
}

/// Not the name of a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one of new, open, closed, spam")]
pub struct UnknownTipStatus;

/// A tip that the service keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptTip {
    /// The tip.
    #[serde(flatten)]
    pub tip: Tip,
    /// When it came.
    pub at: DateTime<Utc>,
    /// What was done with it.
    pub status: TipStatus,
}

/// Sets what was done with a tip.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
pub struct SetTipStatus {
    /// What was done.
    pub status: TipStatus,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_text_and_no_longer_than_it_may_be() {
        let text = |text: &str| Text::<5>::try_from(text.to_owned());
        assert_eq!(text(" øæå\nx ").map(|text| text.as_str().to_owned()), Ok("øæå\nx".into()));
        for wrong in ["", "  ", "123456", "a\u{0}", "a\u{202e}b", "\u{1b}[31m"] {
            assert_eq!(text(wrong), Err(MalformedText), "{wrong:?}");
        }
    }
}
