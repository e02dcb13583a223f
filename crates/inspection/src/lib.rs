//! An inspection: where it was, who took part, everybody who was met, and what was found.
//!
//! **Threat.** It comes from a database, a file or another device, and it names people. So every
//! text and every list has a limit that holds while it is read, and no name, number or note shows
//! in `Debug`. What it says of a card is what was known at that time; what was learnt later
//! stands beside it ([`JudgedAgain`]) and never in its place.
//!
//! No I/O, no clock: a report is a function of an [`Inspection`].
//!
//! ```
//! use card::Outcome;
//! use inspection::{FindingKind, suggested};
//! use verifier::Finding;
//!
//! let reasons = [Finding::InvalidWithoutReason];
//! assert!(suggested(Outcome::Invalid, &reasons).contains(&FindingKind::Invalid));
//! assert!(suggested(Outcome::Unconfirmed, &reasons).is_empty(), "nothing is held against a doubt");
//! ```

mod finding;
mod id;
mod limit;
mod met;
mod who;

use card::{Industry, Line, PersonName, Text};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use finding::{FindingKind, UnknownFindingKind, suggested};
pub use id::{InspectionId, MalformedId, MetId, PictureDigest, ReportId};
pub use limit::at_most;
pub use met::{Because, Check, How, JudgedAgain, MalformedReasonCode, Met, ReasonCode};
pub use who::Who;

/// Most people that one inspection meets.
pub const MOST_MET: usize = 2_000;

/// Most pictures of a site.
pub const MOST_PICTURES: usize = 50;

/// Most people who inspect together.
pub const MOST_PARTICIPANTS: usize = 20;

/// A note: what an inspector writes in own words.
pub type Note = Text<2_000>;

/// One inspection of one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Inspection {
    /// Its number, chosen by the device: sent twice it is the same one.
    #[schema(value_type = String, pattern = "^[0-9a-f]{32}$")]
    pub id: InspectionId,
    /// Where.
    pub place: Place,
    /// The industry of the work that is inspected, when the inspector has said so.
    pub industry: Option<Industry>,
    /// The authority, as the office wrote it when it enrolled the device.
    #[schema(value_type = String, min_length = 1, max_length = 120)]
    pub authority: Line<120>,
    /// Who inspects; the device's own inspector first.
    #[serde(deserialize_with = "limit::at_most::<_, _, MOST_PARTICIPANTS>")]
    pub participants: Vec<Participant>,
    /// When it began.
    pub began: DateTime<Utc>,
    /// When it ended; nothing while it goes on.
    pub ended: Option<DateTime<Utc>>,
    /// What there is to say of the whole.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub note: Option<Note>,
    /// Everybody who was met, in that order; one person once.
    #[serde(default, deserialize_with = "limit::at_most::<_, _, MOST_MET>")]
    pub met: Vec<Met>,
    /// Pictures of the site.
    #[serde(default, deserialize_with = "limit::at_most::<_, _, MOST_PICTURES>")]
    pub pictures: Vec<Picture>,
}

/// A place of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Place {
    /// What it is called.
    #[schema(value_type = String, min_length = 1, max_length = 120)]
    pub name: Line<120>,
    /// Its address, where there is one.
    #[schema(value_type = Option<String>, max_length = 200)]
    pub address: Option<Line<200>>,
}

/// Somebody who inspects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Participant {
    /// The name.
    pub name: PersonName,
    /// The authority or the role, where it is told.
    #[schema(value_type = Option<String>, max_length = 120)]
    pub role: Option<Line<120>>,
}

/// A picture of the site: a JPEG file without anything but its pixels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Picture {
    /// SHA-256 of the file.
    #[schema(value_type = String, pattern = "^[0-9a-f]{64}$")]
    pub digest: PictureDigest,
    /// What it shows.
    #[schema(value_type = Option<String>, max_length = 200)]
    pub caption: Option<Line<200>>,
    /// When it was taken.
    pub taken: DateTime<Utc>,
}
