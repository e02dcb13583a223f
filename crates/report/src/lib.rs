//! The report of an inspection: what was found, as an authority's document (PDF), as a table (CSV),
//! and whole (JSON); and the site's crew list laid beside those who were met.
//!
//! **Threats.** A crew list is anybody's file: limits, and each row on its own. Names and notes are
//! strangers': they break no page and start no formula. A report is a function of what is in it:
//! no clock, no I/O, and the same bytes again.
//!
//! Its words are the app's, which the app's tests write to `words/` (decision 15).

mod compare;
mod crew;
mod csv;
mod kept;
mod pdf;
mod say;
mod totals;
mod words;

use card::{Line, PersonName};
use chrono::{DateTime, Utc};
use inspection::{Inspection, ReportId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use compare::{By, Comparison, Pair};
pub use crew::{CrewFault, CrewList, Listed, MOST_BYTES, MOST_ROWS, NoCrewList, Unread};
pub use kept::{KeptReport, OfficeReport};
pub use page::Unwritable;
pub use pdf::Pictures;
pub use totals::{CompanyTotal, FindingTotal, IndustryTotal, Tally, Totals};

/// The version of the JSON that this crate writes, and the newest one that it reads.
pub const SCHEMA: u16 = 1;

/// Longest report in JSON, in bytes: 2,000 people with the longest notes there are.
pub const LONGEST: usize = 24 * 1024 * 1024;

/// A report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Report {
    /// The version of this form. A reader refuses a newer one.
    pub schema: u16,
    /// Its number, chosen by the device: sent twice it is the same one.
    #[schema(value_type = String, pattern = "^[0-9a-f]{32}$")]
    pub id: ReportId,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Who made it.
    pub by: Maker,
    /// What was inspected, and found.
    pub inspection: Inspection,
    /// The site's crew list, where the inspector got one.
    pub crew: Option<CrewList>,
}

/// Who made a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Maker {
    /// The inspector.
    pub name: PersonName,
    /// The authority, as the office wrote it when it enrolled the device.
    #[schema(value_type = String, min_length = 1, max_length = 120)]
    pub authority: Line<120>,
}

/// Not a report.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoReport {
    /// More bytes than any report has.
    #[error("a report has {LONGEST} bytes at most")]
    TooLong,
    /// Of a newer version.
    #[error("this report has version {0}, which this program does not know; update it")]
    Newer(u16),
    /// Something else, or damaged. It never says what stood there.
    #[error("this is no report, or a damaged one, at {0}")]
    Unreadable(String),
    /// Of an inspection that still goes on.
    #[error("the inspection has not ended")]
    GoesOn,
}

impl Report {
    /// Reads a report, as it was sent or saved.
    ///
    /// # Errors
    /// [`NoReport`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, NoReport> {
        #[derive(Deserialize)]
        struct Version {
            schema: u16,
        }
        if bytes.len() > LONGEST {
            return Err(NoReport::TooLong);
        }
        let at = |error: serde_json::Error| {
            NoReport::Unreadable(format!("line {}, column {}", error.line(), error.column()))
        };
        let version: Version = serde_json::from_slice(bytes).map_err(at)?;
        if version.schema > SCHEMA {
            return Err(NoReport::Newer(version.schema));
        }
        let report: Self = serde_json::from_slice(bytes).map_err(at)?;
        report.inspection.ended.map_or(Err(NoReport::GoesOn), |_| Ok(report))
    }

    /// The report as it is sent: all of it, and no more.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The report as it is saved for others: all of it, with totals and comparison beside it, which
    /// [`from_json`](Self::from_json) passes over.
    #[must_use]
    pub fn to_file(&self) -> Vec<u8> {
        #[derive(Serialize)]
        struct File<'r> {
            #[serde(flatten)]
            report: &'r Report,
            totals: Totals,
            comparison: Option<Comparison>,
        }
        let file = File { report: self, totals: self.totals(), comparison: self.comparison() };
        serde_json::to_vec_pretty(&file).unwrap_or_default()
    }
}
