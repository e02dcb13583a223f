//! Acts as they are kept, and who is told what of them.

use card::{Authority, CardNumber, Reason};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::de::DeserializeOwned;
use wire::{Act, ActEvent, ActEventKind, ActId, ActNotice, ActOutcome, KeptAct, OfficeAct};

use crate::error::IssuerError;
use crate::{InspectorName, Issuer};

/// Acts in one answer.
const MOST: u32 = 1_000;

/// Acts on one employment that its worker is told of.
const MOST_NOTICES: u32 = 10;

const COLUMNS: &str = "SELECT a.id, a.body, a.inspector, a.authority, a.at, a.outcome FROM act a";

impl Issuer {
    /// An inspector's acts and what became of them, newest first; 1,000 at most. They are the
    /// inspector's, whichever device sent them.
    ///
    /// # Errors
    /// The database.
    pub fn acts_of(&self, inspector: &InspectorName) -> Result<Vec<KeptAct>, IssuerError> {
        let database = self.database();
        let sql = format!(
            "{COLUMNS} WHERE a.inspector = ?1 AND a.authority = ?2 ORDER BY a.at DESC, a.id LIMIT ?3"
        );
        let all = list(&database, &sql, params![inspector.name, inspector.authority, MOST])?;
        Ok(all.into_iter().map(|all| all.kept).collect())
    }

    /// All acts, or those on one card, newest first; 1,000 at most.
    ///
    /// # Errors
    /// The database.
    pub fn acts(&self, card: Option<CardNumber>) -> Result<Vec<OfficeAct>, IssuerError> {
        let database = self.database();
        let sql = format!(
            "{COLUMNS} WHERE ?1 IS NULL OR a.card_number = ?1 ORDER BY a.at DESC, a.id LIMIT ?2"
        );
        list(&database, &sql, params![card.map(CardNumber::get), MOST])
    }
}

/// What the worker, and the employer, are told of acts on an employment, newest first.
pub(crate) fn notices(
    database: &Connection,
    employment: &str,
) -> Result<Vec<ActNotice>, IssuerError> {
    let sql = format!(
        "{COLUMNS} JOIN act_employment f ON f.act = a.id WHERE f.employment = ?1
         ORDER BY f.id DESC LIMIT ?2"
    );
    let all = list(database, &sql, params![employment, MOST_NOTICES])?;
    Ok(all.into_iter().filter_map(|all| notice(all.kept)).collect())
}

/// What those it is about are told of an act that was done.
fn notice(kept: KeptAct) -> Option<ActNotice> {
    let KeptAct { act, authority, at, outcome, complained, undone, .. } = kept;
    let ActOutcome::Done { complain_until } = outcome else { return None };
    let Act { id, kind, ground, note, .. } = act;
    Some(ActNotice { id, kind, ground, note, authority, at, complain_until, complained, undone })
}

/// An act by its number.
pub(super) fn read(database: &Connection, id: &ActId) -> Result<Option<OfficeAct>, IssuerError> {
    let sql = format!("{COLUMNS} WHERE a.id = ?1");
    Ok(list(database, &sql, [id.as_str()])?.pop())
}

/// Whose act it was by which an employment fell last.
pub(super) fn who(
    database: &Connection,
    employment: &str,
    reason: Reason,
) -> Result<Option<Authority>, IssuerError> {
    let sql = "SELECT a.authority FROM act a JOIN act_employment f ON f.act = a.id
               WHERE f.employment = ?1 AND f.reason = ?2 ORDER BY f.id DESC";
    let name: Option<String> =
        database.query_row(sql, params![employment, reason.code()], |row| row.get(0)).optional()?;
    Ok(name.and_then(|name| Authority::named(&name)))
}

/// Whether an act is this inspector's.
pub(super) fn is_of(act: &OfficeAct, inspector: &InspectorName) -> bool {
    act.inspector == inspector.name
        && Authority::named(&inspector.authority) == Some(act.kept.authority)
}

fn list(
    database: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<OfficeAct>, IssuerError> {
    let mut statement = database.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(office_act(database, row)?);
    }
    Ok(all)
}

fn office_act(database: &Connection, row: &Row<'_>) -> Result<OfficeAct, IssuerError> {
    let (id, authority): (String, String) = (row.get(0)?, row.get(3)?);
    let at: i64 = row.get(4)?;
    let events = events(database, &id)?;
    let first = |kind| events.iter().find(|event| event.kind == kind).map(|event| event.at);
    Ok(OfficeAct {
        kept: KeptAct {
            act: parsed(&row.get::<_, String>(1)?)?,
            authority: Authority::named(&authority).ok_or_else(damaged)?,
            at: time(at)?,
            outcome: parsed(&row.get::<_, String>(5)?)?,
            complained: first(ActEventKind::Complaint),
            undone: first(ActEventKind::Undone),
            restored: restored(database, &id, at)?,
        },
        inspector: row.get(2)?,
        employments: employments(database, &id)?,
        events,
    })
}

fn events(database: &Connection, act: &str) -> Result<Vec<ActEvent>, IssuerError> {
    let mut statement = database
        .prepare_cached("SELECT kind, at, by, note FROM act_event WHERE act = ?1 ORDER BY id")?;
    let mut rows = statement.query([act])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get(0)?;
        let undone = kind == ActEventKind::Undone.as_str();
        events.push(ActEvent {
            kind: if undone { ActEventKind::Undone } else { ActEventKind::Complaint },
            at: time(row.get(1)?)?,
            by: row.get(2)?,
            note: row.get::<_, String>(3)?.try_into().map_err(|_| damaged())?,
        });
    }
    Ok(events)
}

fn employments(database: &Connection, act: &str) -> Result<Vec<card::EmploymentId>, IssuerError> {
    let mut statement = database
        .prepare_cached("SELECT employment FROM act_employment WHERE act = ?1 ORDER BY id")?;
    let rows = statement.query_map([act], |row| row.get::<_, String>(0))?;
    rows.map(|id| id?.parse().map_err(|_| damaged())).collect()
}

/// When an employer whose employment fell had put a new one on the card.
fn restored(
    database: &Connection,
    act: &str,
    at: i64,
) -> Result<Option<DateTime<Utc>>, IssuerError> {
    let sql = "SELECT min(new.valid_from) FROM act_employment f
               JOIN employment old ON old.id = f.employment
               JOIN employment new ON new.worker = old.worker AND new.company = old.company
               WHERE f.act = ?1 AND new.id <> old.id AND new.valid_from >= ?2
                 AND new.id NOT IN (SELECT employment FROM act_employment WHERE act = ?1)";
    let new: Option<i64> = database.query_row(sql, params![act, at], |row| row.get(0))?;
    new.map(time).transpose()
}

fn parsed<T: DeserializeOwned>(json: &str) -> Result<T, IssuerError> {
    serde_json::from_str(json).map_err(|_| damaged())
}

fn time(seconds: i64) -> Result<DateTime<Utc>, IssuerError> {
    DateTime::from_timestamp(seconds, 0).ok_or_else(damaged)
}

/// What stands in the database was parsed on its way in.
fn damaged() -> IssuerError {
    IssuerError::Database(rusqlite::Error::InvalidQuery)
}
