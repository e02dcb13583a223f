//! What is kept of a register's answer: no more than the rules need, and nothing of a worker's
//! other employers.

use card::OrganisationNumber;
use chrono::{DateTime, NaiveDate, Utc};
use registers::{
    Approval, ApprovalStanding, Employment, Entry, Period, Permit, PersonStatus, Resident,
    Standing, Unit, WorkAccess,
};
use rusqlite::Row;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::IssuerError;
use crate::wallet::damaged;

/// What a register last said, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Last<T> {
    pub(crate) at: DateTime<Utc>,
    /// `None`: it has no such thing.
    pub(crate) said: Option<T>,
}

/// `None`: it has never answered.
pub(crate) type Known<T> = Option<Last<T>>;

/// Reads what stands in the columns `answered` and `fact` from a column on.
pub(crate) fn known<T: DeserializeOwned>(
    row: &Row<'_>,
    at: usize,
) -> Result<Known<T>, IssuerError> {
    let Some(answered) = row.get::<_, Option<i64>>(at)? else { return Ok(None) };
    let fact = row.get_ref(at + 1)?.as_str_or_null().map_err(|_| damaged())?;
    Ok(Some(Last {
        at: DateTime::from_timestamp(answered, 0).ok_or_else(damaged)?,
        said: fact.map(serde_json::from_str).transpose().map_err(|_| damaged())?,
    }))
}

/// A company in Enhetsregisteret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Company {
    Deleted {
        on: Option<NaiveDate>,
    },
    Bankrupt {
        since: Option<NaiveDate>,
    },
    Active {
        /// It is in Foretaksregisteret, or needn't be.
        business_register: bool,
        vat: bool,
        hires_out: bool,
    },
}

/// A person in Folkeregisteret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Person {
    pub(crate) standing: PersonStanding,
    /// Since when they are so; for an active D-number, from when it will be inactive.
    pub(crate) day: Option<NaiveDate>,
    pub(crate) needs_permit: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PersonStanding {
    InOrder,
    Inactive,
    Gone,
    Dead,
}

/// A residence permit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WorkPermit {
    pub(crate) work: bool,
    pub(crate) period: Period,
}

/// How a company stands in one of Arbeidstilsynet's registers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Approved {
    pub(crate) approved: bool,
    pub(crate) since: Option<NaiveDate>,
}

/// An employment in Aa-registeret with one of the companies on the card.
pub(crate) type Employed = (u32, Period);

/// Organisation forms that must be in Foretaksregisteret (foretaksregisterloven § 2-1). A sole
/// proprietor (ENK) must only with more than five employees.
const IN_BUSINESS_REGISTER: &[&str] =
    &["AS", "ASA", "ANS", "DA", "KS", "NUF", "PRE", "SA", "SE", "SF"];

impl From<Entry> for Company {
    fn from(entry: Entry) -> Self {
        match entry {
            Entry::Deleted { on } => Self::Deleted { on },
            Entry::Unit(Unit { standing: Standing::Bankrupt { since }, .. }) => {
                Self::Bankrupt { since }
            }
            Entry::Unit(unit) => {
                let must = IN_BUSINESS_REGISTER.contains(&unit.form.as_str())
                    || unit.form == "ENK" && unit.employees.is_some_and(|employees| employees > 5);
                Self::Active {
                    business_register: unit.in_business_register || !must,
                    vat: unit.vat,
                    hires_out: unit.industries.iter().any(|code| code.hires_out()),
                }
            }
        }
    }
}

impl From<&Resident> for Person {
    fn from(resident: &Resident) -> Self {
        let standing = match resident.status {
            PersonStatus::Inactive => PersonStanding::Inactive,
            PersonStatus::Dead => PersonStanding::Dead,
            PersonStatus::Missing | PersonStatus::Ceased => PersonStanding::Gone,
            // One who has moved abroad may still work here.
            PersonStatus::Resident
            | PersonStatus::Emigrated
            | PersonStatus::Temporary
            | PersonStatus::NotResident
            | PersonStatus::BirthRegistered => PersonStanding::InOrder,
        };
        Self {
            standing,
            day: match standing {
                PersonStanding::InOrder => resident.inactive_from(),
                _ => resident.since,
            },
            // What nobody knows is not a yes.
            needs_permit: resident.needs_permit().unwrap_or(false),
        }
    }
}

impl From<Permit> for WorkPermit {
    fn from(permit: Permit) -> Self {
        Self { work: permit.work != WorkAccess::None, period: permit.period }
    }
}

impl From<Approval> for Approved {
    fn from(approval: Approval) -> Self {
        let approved = approval.standing == ApprovalStanding::Approved;
        Self { approved, since: approval.since }
    }
}

/// Of all a person's employments, those with these companies.
pub(crate) fn employed(all: &[Employment], companies: &[OrganisationNumber]) -> Vec<Employed> {
    all.iter()
        .filter(|employment| companies.contains(&employment.main_unit))
        .map(|employment| (employment.main_unit.get(), employment.period))
        .collect()
}

/// Any of them, to be kept.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Fact {
    Company(Company),
    Person(Person),
    Employed(Vec<Employed>),
    Assignments(Vec<Period>),
    Permit(WorkPermit),
    Approved(Approved),
}

impl Fact {
    pub(crate) fn to_json(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }
}
