//! What the employer's page and the service say to each other.

use card::{
    CardNumber, Cause, CompanyName, EmploymentId, Industry, NationalId, OrganisationNumber,
    PersonName, Status, Text,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::act::ActNotice;
use crate::fault::Fault;
use crate::office::national_id;
use crate::photo::PhotoNotice;

/// Longest table of workers, in bytes.
pub const MAX_TABLE: usize = 16 * 1024 * 1024;

/// Who is logged in.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EmployerSession {
    /// To be sent as `X-CSRF-Token` with every change.
    pub csrf: String,
    /// When it ends at the latest.
    pub ends: DateTime<Utc>,
    /// The companies that this person may act for.
    pub companies: Vec<MayActFor>,
}

/// A company that somebody may act for.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct MayActFor {
    /// The main unit.
    pub organisation_number: OrganisationNumber,
    /// Its name.
    pub name: CompanyName,
    /// What the person is called there.
    pub person: PersonName,
    /// Until when, if it ends.
    pub until: Option<DateTime<Utc>>,
    /// The colleague who delegated it; nobody when it is the person's own.
    pub delegated_by: Option<PersonName>,
}

/// A company as its people see it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EmployersCompany {
    /// The main unit.
    pub organisation_number: OrganisationNumber,
    /// Its name.
    pub name: CompanyName,
    /// Its NACE codes; empty where the register has not answered yet.
    pub industries: Vec<String>,
    /// The industries that those fit.
    pub fitting: Vec<Industry>,
    /// The industries that Arbeidstilsynet has approved it for.
    pub approved: Vec<Industry>,
    /// Its sub-units.
    pub sub_units: Vec<SubUnit>,
    /// When Enhetsregisteret said so last.
    pub asked: Option<DateTime<Utc>>,
    /// What whoever applies declares, in Norwegian; the words that count.
    pub declaration: Declaration,
}

/// A sub-unit.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SubUnit {
    /// Its number.
    pub organisation_number: OrganisationNumber,
    /// Its name.
    pub name: CompanyName,
}

/// The words of a self-declaration.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Declaration {
    /// Which words these are.
    pub version: String,
    /// The words.
    pub words: String,
}

/// An employment of the company's, or one that it has applied for.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EmployersCard {
    /// The employment; nothing while the application waits.
    pub employment: Option<EmploymentId>,
    /// The application that waits for the worker to be identified.
    pub application: Option<String>,
    /// The card.
    pub card_number: CardNumber,
    /// The worker.
    pub holder: PersonName,
    /// The birth date, to tell people of one name apart.
    pub birth_date: NaiveDate,
    /// The sub-unit.
    pub sub_unit: OrganisationNumber,
    /// Which industry.
    pub industry: Industry,
    /// How it stands; nothing while the application waits.
    pub status: Option<Status>,
    /// What keeps it from being valid.
    pub causes: Vec<Cause>,
    /// What will make it invalid before long.
    pub warnings: Vec<Cause>,
    /// Until when it is valid.
    pub valid_until: Option<DateTime<Utc>>,
    /// Whether that is only until photo, phone and registers are there.
    pub temporary: bool,
    /// Whether the card has a photo.
    pub photo: bool,
    /// What became of a photo that a person had to look at, while that is news.
    pub photo_notice: Option<PhotoNotice>,
    /// What inspectors did to the employment, newest first.
    pub acts: Vec<ActNotice>,
    /// Whether a phone has the card.
    pub on_phone: bool,
    /// Until when the employer can take back that it ended.
    pub resumable_until: Option<DateTime<Utc>>,
    /// Whether it can be renewed now.
    pub renewable: bool,
}

/// What holds for all workers of an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Terms {
    /// Which industry.
    pub industry: Industry,
    /// Why this industry, where the company's codes don't fit it.
    #[schema(value_type = Option<String>, max_length = 500)]
    pub industry_reason: Option<Text<500>>,
    /// The sub-unit, where a row says nothing else; the main unit when left out.
    pub sub_unit: Option<OrganisationNumber>,
    /// The version of the words that are declared.
    pub declaration: String,
}

/// Applies for one worker. Read only, never written: nobody sends a national number back.
#[derive(Clone, Debug, Deserialize, ToSchema)]
pub struct Apply {
    /// Fødselsnummer or D-number.
    #[serde(deserialize_with = "national_id")]
    #[schema(value_type = String, pattern = "^[0-9]{11}$")]
    pub national_id: NationalId,
    /// The name.
    pub name: PersonName,
    /// The birth date, where the number no longer tells it.
    pub birth_date: Option<NaiveDate>,
    /// What holds for the employment.
    pub terms: Terms,
}

/// An application that was taken in.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Applied {
    /// The card that the employment is put on.
    pub card_number: CardNumber,
    /// The employment; nothing while the worker has not been identified.
    pub employment: Option<EmploymentId>,
}

/// A table that was sent in: how far it has come.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Batch {
    /// The number that its sender chose.
    pub id: String,
    /// When it was sent in.
    pub at: DateTime<Utc>,
    /// How many workers it names.
    pub rows: u32,
    /// Rows that can go in.
    pub ready: u32,
    /// Rows that have gone in.
    pub applied: u32,
    /// Rows that can't.
    pub refused: u32,
    /// What holds for its workers, once it was said.
    pub terms: Option<Terms>,
}

/// The rows that can't go in, with all that was written in them.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RefusedRows {
    /// The columns' names.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<RefusedRow>,
    /// The line to ask on from, where there are more.
    pub more_after: Option<u32>,
}

/// A row that can't go in.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RefusedRow {
    /// Its line in the file.
    pub line: u32,
    /// What is wrong.
    pub fault: Fault,
    /// The line that it repeats.
    pub other_line: Option<u32>,
    /// What was written.
    pub fields: Vec<String>,
}

/// Renews an employment.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Renew {
    /// The version of the words that are declared.
    pub declaration: String,
}

/// An employment that was renewed.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Renewed {
    /// Until when it is valid.
    pub valid_until: DateTime<Utc>,
}

/// Lets a colleague act for the company, for a time.
#[derive(Clone, Debug, Deserialize, ToSchema)]
pub struct Delegate {
    /// The colleague's fødselsnummer or D-number.
    #[serde(deserialize_with = "national_id")]
    #[schema(value_type = String, pattern = "^[0-9]{11}$")]
    pub national_id: NationalId,
    /// The colleague's name.
    pub name: PersonName,
    /// The last day; a year from now at most.
    pub until: NaiveDate,
}

/// Somebody who may act for the company.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Colleague {
    /// The number of the permission.
    pub id: i64,
    /// Who.
    pub name: PersonName,
    /// Until when, if it ends.
    pub until: Option<DateTime<Utc>>,
    /// Who delegated it; nobody when the office said so.
    pub delegated_by: Option<PersonName>,
    /// Whether it is whoever asks.
    pub yourself: bool,
}

/// Where to go after logging out, to log out there too.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct LoggedOut {
    /// The address, where there is one.
    pub then: Option<String>,
}
