//! What worker and employer are warned of: before something ends, when something fell, when an
//! inspector has acted. Each once, for each employment, kind, reason and day.

use card::{CardNumber, Cause, EmploymentId, OrganisationNumber, PersonName, Reason};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};
use serde::Serialize;

use crate::error::IssuerError;
use crate::wallet::damaged;
use crate::{Issuer, write};

/// Most warnings that a page of them has.
const PAGE: u32 = 1_000;

/// What is warned of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It will keep the employment from being valid, from the day that is due.
    Coming,
    /// A register no longer finds something.
    Fallen,
    /// An inspector or the office has done something.
    Act,
}

impl Kind {
    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Fallen => "fallen",
            Self::Act => "act",
        }
    }
}

/// A warning, as an employer sees it.
#[derive(Clone, Debug, Serialize)]
pub struct Warning {
    /// The employment.
    pub employment: EmploymentId,
    /// The worker.
    pub holder: PersonName,
    /// The card.
    pub card_number: CardNumber,
    /// What is warned of.
    pub kind: Kind,
    /// Why the employment will not be, or is not, valid.
    pub reason: Reason,
    /// From when.
    pub due: DateTime<Utc>,
    /// When the warning was given.
    pub at: DateTime<Utc>,
}

/// Records a warning. The same one again changes nothing, and nobody is told twice.
pub(crate) fn record(
    database: &Connection,
    employment: &str,
    kind: Kind,
    reason: Reason,
    due: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let mut statement = database.prepare_cached(
        "INSERT INTO warning (employment, kind, reason, due, at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET over = NULL",
    )?;
    let (due, at) = (due.timestamp(), now.timestamp());
    statement.execute(params![employment, kind.as_str(), reason.code(), due, at])?;
    Ok(())
}

/// What was coming, by reason and day, no longer is.
pub(crate) fn mended(
    database: &Connection,
    employment: &str,
    (reason, due): (u8, i64),
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let mut statement = database.prepare_cached(
        "UPDATE warning SET over = ?4
         WHERE employment = ?1 AND kind = 'coming' AND reason = ?2 AND due = ?3",
    )?;
    statement.execute(params![employment, reason, due, now.timestamp()])?;
    Ok(())
}

/// What the registers say is coming for an employment, the soonest first.
pub(crate) fn coming(
    database: &Connection,
    employment: &str,
    now: DateTime<Utc>,
) -> Result<Vec<Cause>, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT reason, due FROM warning
         WHERE employment = ?1 AND kind = 'coming' AND over IS NULL AND due > ?2 AND reason != ?3
         ORDER BY due",
    )?;
    let expired = Reason::CardExpired.code();
    let mut rows = statement.query(params![employment, now.timestamp(), expired])?;
    let mut coming = Vec::new();
    while let Some(row) = rows.next()? {
        coming.push(Cause {
            reason: Reason::from_code(row.get(0)?).ok_or_else(damaged)?,
            since: DateTime::from_timestamp(row.get(1)?, 0),
        });
    }
    Ok(coming)
}

impl Issuer {
    /// Records that an inspector or the office has done something to an employment: the employer
    /// finds it on the page and in a mail. Doing it twice for the same `due` changes nothing.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for an employment that isn't there.
    pub fn warn(
        &self,
        employment: &EmploymentId,
        kind: Kind,
        reason: Reason,
        due: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let sql = "SELECT 1 FROM employment WHERE id = ?1";
        if !transaction.prepare_cached(sql)?.exists([employment.as_ref()])? {
            return Err(IssuerError::NotFound("employment"));
        }
        record(&transaction, employment.as_ref(), kind, reason, due, now)?;
        Ok(transaction.commit()?)
    }

    /// What a company has been warned of and still stands, newest first; 1,000 at most.
    ///
    /// # Errors
    /// The database.
    pub fn warnings_of(
        &self,
        company: OrganisationNumber,
        now: DateTime<Utc>,
    ) -> Result<Vec<Warning>, IssuerError> {
        let database = self.database();
        let mut statement = database.prepare_cached(&format!(
            "{SELECT} WHERE e.company = ?1 AND x.over IS NULL
               AND (x.kind != 'coming' OR x.due > ?2)
               AND (x.kind = 'coming' OR EXISTS (SELECT 1 FROM cause c
                    WHERE c.employment = x.employment AND c.reason = x.reason))
             ORDER BY x.id DESC LIMIT {PAGE}"
        ))?;
        let mut rows = statement.query(params![company.get(), now.timestamp()])?;
        let mut warnings = Vec::new();
        while let Some(row) = rows.next()? {
            warnings.push(Warning::read(row)?);
        }
        Ok(warnings)
    }
}

/// What [`Warning::read`] reads.
pub(crate) const SELECT: &str =
    "SELECT x.employment, w.name, w.card_number, x.kind, x.reason, x.due, x.at, x.id
     FROM warning x JOIN employment e ON e.id = x.employment JOIN worker w ON w.id = e.worker";

impl Warning {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, IssuerError> {
        let text = |at| -> Result<String, rusqlite::Error> { row.get(at) };
        let time = |at| -> Result<_, IssuerError> {
            DateTime::from_timestamp(row.get(at)?, 0).ok_or_else(damaged)
        };
        let kind = text(3)?;
        let kinds = [Kind::Coming, Kind::Fallen, Kind::Act];
        Ok(Self {
            employment: text(0)?.parse().map_err(|_| damaged())?,
            holder: text(1)?.parse().map_err(|_| damaged())?,
            card_number: CardNumber::try_from(row.get::<_, u32>(2)?).map_err(|_| damaged())?,
            kind: kinds.into_iter().find(|k| k.as_str() == kind).ok_or_else(damaged)?,
            reason: Reason::from_code(row.get(4)?).ok_or_else(damaged)?,
            due: time(5)?,
            at: time(6)?,
        })
    }
}
