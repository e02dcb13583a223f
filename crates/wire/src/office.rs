//! What the office's own systems ask of the service, each with an office token.

use card::{
    CardNumber, CompanyName, EmploymentId, Industry, NationalId, OrganisationNumber, PersonName,
    Reason,
};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use crate::identity::IdDocument;

/// Registers a company, or its new name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RegisterCompany {
    /// The main unit's number.
    pub organisation_number: OrganisationNumber,
    /// The name.
    pub name: CompanyName,
}

/// Approves a company for an industry, or withdraws that.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
pub struct SetApproval {
    /// Which industry: cleaning or car care.
    pub industry: Industry,
    /// Whether it is approved.
    pub approved: bool,
}

/// Registers a worker. Read only, never written: nobody sends a national number back.
#[derive(Clone, Debug, Deserialize, ToSchema)]
pub struct RegisterWorker {
    /// The name.
    pub name: PersonName,
    /// Fødselsnummer or D-number.
    #[serde(deserialize_with = "national_id")]
    #[schema(value_type = String, pattern = "^[0-9]{11}$")]
    pub national_id: NationalId,
    /// The birth date.
    pub birth_date: NaiveDate,
}

/// The card that a worker got.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RegisteredWorker {
    /// Its number.
    pub card_number: CardNumber,
}

/// Puts an employment on a card.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RegisterEmployment {
    /// The card.
    pub card_number: CardNumber,
    /// The main unit.
    pub organisation_number: OrganisationNumber,
    /// The sub-unit; the main unit when left out.
    pub sub_unit: Option<OrganisationNumber>,
    /// Which industry.
    pub industry: Industry,
}

/// The employment that was put on a card.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RegisteredEmployment {
    /// Its name.
    pub employment: EmploymentId,
}

/// Why an employment is not valid, or no longer so.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct BlockEmployment {
    /// Why.
    pub reason: Reason,
}

/// Names an inspector.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct InviteInspector {
    /// The inspector's name.
    pub name: PersonName,
    /// The authority.
    pub authority: String,
}

/// Names the inspector whose devices are revoked.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RevokeInspector {
    /// The inspector's name.
    pub name: PersonName,
}

/// A worker stood before the office and showed who it is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
pub struct CheckedIdentity {
    /// What the worker showed.
    pub document: IdDocument,
}

/// A link for a phone or a device; whoever has it can use it once.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Link {
    /// The link.
    pub link: String,
    /// The link as a QR code: an SVG document.
    pub qr: String,
}

/// The key set that was published.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Published {
    /// Its version.
    pub version: u64,
}

pub(crate) fn national_id<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<NationalId, D::Error> {
    let text = zeroize::Zeroizing::new(String::deserialize(deserializer)?);
    text.parse().map_err(serde::de::Error::custom)
}
