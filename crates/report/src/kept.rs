//! What the service says of reports that it keeps.

use chrono::{DateTime, Utc};
use inspection::{InspectionId, PictureDigest, Place, ReportId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A report as the service has it, to the inspector who sent it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptReport {
    /// The report's number.
    #[schema(value_type = String, pattern = "^[0-9a-f]{32}$")]
    pub id: ReportId,
    /// The inspection's number.
    #[schema(value_type = String, pattern = "^[0-9a-f]{32}$")]
    pub inspection: InspectionId,
    /// SHA-256 over the bytes that were sent, in hexadecimal.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub digest: String,
    /// When it came.
    pub at: DateTime<Utc>,
    /// The pictures that it names and that have not come yet. None: it is whole.
    #[schema(value_type = Vec<String>)]
    pub missing: Vec<PictureDigest>,
}

/// A report in the office's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OfficeReport {
    /// The report.
    #[serde(flatten)]
    pub kept: KeptReport,
    /// Who sent it: the inspector, as the office enrolled the device.
    pub inspector: String,
    /// Whose inspector, likewise.
    pub authority: String,
    /// Where it was.
    pub place: Place,
    /// When it began.
    pub began: DateTime<Utc>,
    /// When it ended.
    pub ended: DateTime<Utc>,
    /// How many people were met.
    pub met: u32,
    /// At how many something was found.
    pub with_findings: u32,
}
