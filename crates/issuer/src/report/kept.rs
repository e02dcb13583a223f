//! Reports as they are kept, and who gets to see them.

use ::report::{KeptReport, OfficeReport, Report};
use card::CardNumber;
use chrono::{DateTime, Utc};
use inspection::{PictureDigest, Place, ReportId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use crate::audit::{Look, Whom, log};
use crate::error::IssuerError;
use crate::role::Role;
use crate::{InspectorName, Issuer, write};

/// Reports in one answer.
const MOST: u32 = 1_000;

const COLUMNS: &str =
    "SELECT r.id, r.inspection, r.digest, r.inspector, r.authority, r.line, r.at FROM report r";

/// What lists show of a report.
#[derive(Serialize, Deserialize)]
struct Line {
    place: Place,
    began: DateTime<Utc>,
    ended: DateTime<Utc>,
    met: u32,
    with_findings: u32,
}

pub(super) fn line(report: &Report) -> Result<String, IssuerError> {
    let (inspection, met) = (&report.inspection, report.totals().met);
    let count = |people| u32::try_from(people).unwrap_or(u32::MAX);
    let line = Line {
        place: inspection.place.clone(),
        began: inspection.began,
        ended: inspection.ended.unwrap_or(inspection.began),
        met: count(met.people),
        with_findings: count(met.with_findings),
    };
    serde_json::to_string(&line).map_err(|_| IssuerError::Malformed("no report"))
}

/// A report as it was sent, with the pictures that have come.
#[derive(Clone, Debug)]
pub struct WholeReport {
    /// As the service has it.
    pub office: OfficeReport,
    /// The bytes that were sent.
    pub body: Vec<u8>,
    /// The pictures.
    pub pictures: ::report::Pictures,
}

impl Issuer {
    /// An inspector's reports, newest first; 1,000 at most.
    ///
    /// # Errors
    /// The database.
    pub fn reports_of(&self, inspector: &InspectorName) -> Result<Vec<KeptReport>, IssuerError> {
        let sql = format!(
            "{COLUMNS} WHERE r.inspector = ?1 AND r.authority = ?2 ORDER BY r.at DESC, r.id LIMIT ?3"
        );
        self.read(|database| {
            let all = list(database, &sql, params![inspector.name, inspector.authority, MOST])?;
            Ok(all.into_iter().map(|all| all.kept).collect())
        })
    }

    /// All reports, newest first; 1,000 at most.
    ///
    /// # Errors
    /// The database.
    pub fn reports(&self) -> Result<Vec<OfficeReport>, IssuerError> {
        let sql = format!("{COLUMNS} ORDER BY r.at DESC, r.id LIMIT ?1");
        self.read(|database| list(database, &sql, [MOST]))
    }

    /// A report, whole. The auditor's log gets an entry for each person in it first.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn report(
        &self,
        id: &ReportId,
        role: Role,
        by: &str,
        what: &str,
        now: DateTime<Utc>,
    ) -> Result<WholeReport, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let office = read(&transaction, id)?.ok_or(IssuerError::NotFound("report"))?;
        let why = format!("report {id}");
        let people = people(&transaction, id)?;
        let nobody = people.is_empty().then_some(Whom::Reports);
        for whom in people.into_iter().map(Whom::Card).chain(nobody) {
            log(&transaction, &Look { role, by, what, whom, why: &why }, now)?;
        }
        let body = "SELECT body FROM report WHERE id = ?1";
        let body = transaction.query_row(body, [id.as_str()], |row| row.get(0))?;
        let pictures = pictures(&transaction, id)?;
        transaction.commit()?;
        Ok(WholeReport { office, body, pictures })
    }
}

/// The cards of those in a report.
fn people(database: &Connection, id: &ReportId) -> Result<Vec<CardNumber>, IssuerError> {
    let sql = "SELECT w.card_number FROM report_person p JOIN worker w ON w.id = p.worker
               WHERE p.report = ?1 ORDER BY w.card_number";
    let mut statement = database.prepare_cached(sql)?;
    let cards = statement.query_map([id.as_str()], |row| row.get::<_, u32>(0))?;
    cards.map(|card| CardNumber::try_from(card?).map_err(|_| damaged())).collect()
}

fn pictures(database: &Connection, id: &ReportId) -> Result<::report::Pictures, IssuerError> {
    let sql = "SELECT digest, file FROM report_picture WHERE report = ?1 AND file IS NOT NULL";
    let mut statement = database.prepare_cached(sql)?;
    let mut rows = statement.query([id.as_str()])?;
    let mut all = ::report::Pictures::new();
    while let Some(row) = rows.next()? {
        all.insert(picture(&row.get::<_, String>(0)?)?, row.get(1)?);
    }
    Ok(all)
}

pub(super) fn read(
    database: &Connection,
    id: &ReportId,
) -> Result<Option<OfficeReport>, IssuerError> {
    let sql = format!("{COLUMNS} WHERE r.id = ?1");
    Ok(list(database, &sql, [id.as_str()])?.pop())
}

fn list(
    database: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<OfficeReport>, IssuerError> {
    let mut statement = database.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(office_report(database, row)?);
    }
    Ok(all)
}

fn office_report(database: &Connection, row: &Row<'_>) -> Result<OfficeReport, IssuerError> {
    let (id, inspection): (String, String) = (row.get(0)?, row.get(1)?);
    let line: Line = serde_json::from_str(&row.get::<_, String>(5)?).map_err(|_| damaged())?;
    let Line { place, began, ended, met, with_findings } = line;
    let sql = "SELECT digest FROM report_picture WHERE report = ?1 AND file IS NULL ORDER BY rowid";
    let mut missing = database.prepare_cached(sql)?;
    let missing = missing.query_map([&id], |row| row.get::<_, String>(0))?;
    let missing = missing.map(|name| picture(&name?)).collect::<Result<_, _>>()?;
    Ok(OfficeReport {
        kept: KeptReport {
            id: id.parse().map_err(|_| damaged())?,
            inspection: inspection.parse().map_err(|_| damaged())?,
            digest: row.get(2)?,
            at: DateTime::from_timestamp(row.get(6)?, 0).ok_or_else(damaged)?,
            missing,
        },
        inspector: row.get(3)?,
        authority: row.get(4)?,
        place,
        began,
        ended,
        met,
        with_findings,
    })
}

/// Whose part of which report is kept beside it.
pub(super) fn worker(
    database: &Connection,
    column: &str,
    number: impl rusqlite::ToSql,
) -> Result<Option<i64>, IssuerError> {
    let sql = format!("SELECT id FROM worker WHERE {column} = ?1");
    Ok(database.query_row(&sql, [number], |row| row.get(0)).optional()?)
}

fn picture(name: &str) -> Result<PictureDigest, IssuerError> {
    name.parse().map_err(|_| damaged())
}

/// What stands in the database was parsed on its way in.
fn damaged() -> IssuerError {
    crate::wallet::damaged()
}
