//! The verdict.

use card::{CardNumber, Industry, Outcome};
use chrono::{DateTime, Utc};
use credential::Claims;
use presentation::CodeId;
use serde::{Serialize, Serializer};

use crate::clocks::Clocks;
use crate::finding::Finding;

/// The answer to one check, with all that a person needs to understand it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The answer.
    #[serde(rename = "verdict")]
    pub outcome: Outcome,
    /// Why, what decided it first. Empty when valid.
    pub reasons: Vec<Finding>,
    /// What stands on the card; only when both signatures fit.
    pub card: Option<CardFace>,
    /// What tells the code from all others, for a receipt; only when both signatures fit.
    #[serde(serialize_with = "name")]
    pub code: Option<CodeId>,
    /// How old the code is in seconds, negative when it comes from the future; only when both
    /// signatures fit.
    pub code_age_seconds: Option<i64>,
    /// That the phone's clock and this one are apart; only when four digits have proved that the
    /// code was made now.
    pub clocks: Option<Clocks>,
    /// The key set that was used.
    pub data: Option<DataUsed>,
    /// When the check was made.
    #[serde(serialize_with = "unix_ms")]
    pub checked_at: DateTime<Utc>,
}

/// What stands on the card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CardFace {
    /// The card's number.
    pub number: CardNumber,
    /// The worker's name.
    pub holder: card::PersonName,
    /// The company's name.
    pub company: card::CompanyName,
    /// The main unit's number.
    pub organisation_number: card::OrganisationNumber,
    /// The sub-unit's number.
    pub sub_unit: card::OrganisationNumber,
    /// Which industry the card is for.
    pub industry: Industry,
    /// When it ends.
    #[serde(serialize_with = "unix_ms")]
    pub valid_until: DateTime<Utc>,
    /// Its place in the status list; a typed code doesn't tell it.
    pub status_index: Option<u32>,
    /// The photo's digest in hexadecimal. A picture with another digest is not of this card.
    pub photo_digest: Option<String>,
}

/// Which key set was used, and how old it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DataUsed {
    /// Its version.
    pub version: u64,
    /// When it was signed.
    #[serde(serialize_with = "unix_ms")]
    pub issued_at: DateTime<Utc>,
    /// Its age in seconds.
    pub age_seconds: i64,
}

impl From<&Claims> for CardFace {
    fn from(claims: &Claims) -> Self {
        Self {
            number: claims.card_number,
            holder: claims.name.clone(),
            company: claims.company.clone(),
            organisation_number: claims.organisation_number,
            sub_unit: claims.sub_unit,
            industry: claims.industry,
            valid_until: claims.validity.until(),
            status_index: Some(claims.status_index),
            photo_digest: claims.photo.map(|digest| digest.to_string()),
        }
    }
}

fn name<S: Serializer>(code: &Option<CodeId>, serializer: S) -> Result<S::Ok, S::Error> {
    code.map(|code| code.to_string()).serialize(serializer)
}

/// Times go to the screen as Unix milliseconds.
fn unix_ms<S: Serializer>(time: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(time.timestamp_millis())
}
