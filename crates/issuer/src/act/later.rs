//! What happens to an act after it was done: a complaint comes, the office undoes it.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use wire::{ActEventKind, ActId, ActOutcome, Note, OfficeAct};

use super::kept;
use crate::employment::set_cause;
use crate::error::IssuerError;
use crate::{Issuer, write};

impl Issuer {
    /// Undoes an act, for a reason, and publishes it: the employments that fell by it, and by no
    /// later one, stand as they stood before.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for an act that isn't there or did nothing;
    /// [`IssuerError::Conflict`] when it is undone.
    pub fn undo_act(
        &self,
        id: &ActId,
        why: &Note,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<OfficeAct, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let act = done(&transaction, id)?;
        if act.kept.undone.is_some() {
            return Err(IssuerError::Conflict("undoing"));
        }
        note(&transaction, id, ActEventKind::Undone, why, by, now)?;
        let reason = act.kept.act.kind.reason();
        for employment in &act.employments {
            if last(&transaction, employment.as_ref(), reason)? == id.as_str() {
                set_cause(&transaction, employment.as_ref(), reason, false, by, now)?;
            }
        }
        let act = done(&transaction, id)?;
        transaction.commit()?;
        drop(database);
        self.publish(now)?;
        Ok(act)
    }

    /// Notes that a worker or an employer complains. The act stands until the office undoes it; a
    /// complaint that is late is noted too, for the office to judge (forvaltningsloven § 31).
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for an act that isn't there or did nothing.
    pub fn note_complaint(
        &self,
        id: &ActId,
        says: &Note,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<OfficeAct, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        done(&transaction, id)?;
        note(&transaction, id, ActEventKind::Complaint, says, by, now)?;
        let act = done(&transaction, id)?;
        transaction.commit()?;
        Ok(act)
    }

    /// Sets for how many days there can be a complaint against acts from now on.
    ///
    /// # Errors
    /// [`IssuerError::Malformed`] when it is not 1 to 365 days.
    pub fn set_complaint_days(&self, days: u16) -> Result<(), IssuerError> {
        if !(1..=365).contains(&days) {
            return Err(IssuerError::Malformed("the days for a complaint are 1 to 365"));
        }
        self.database().execute(
            "INSERT OR REPLACE INTO setting VALUES ('complaint_days', ?1)",
            [days.to_string()],
        )?;
        Ok(())
    }
}

/// Forgets acts from before a time, and gives how many. One that still keeps a card that would be
/// valid from being so stays: those it is about may ask why.
pub(crate) fn forget(
    database: &Connection,
    before: i64,
    now: DateTime<Utc>,
) -> Result<usize, IssuerError> {
    let mut old = database.prepare(
        "SELECT a.id FROM act a WHERE a.at < ?1 AND NOT EXISTS
           (SELECT 1 FROM act_employment f
            JOIN cause c ON c.employment = f.employment AND c.reason = f.reason
            JOIN employment e ON e.id = f.employment
            WHERE f.act = a.id AND e.valid_until > ?2)",
    )?;
    let old = old.query_map([before, now.timestamp()], |row| row.get(0))?;
    let old = old.collect::<Result<Vec<String>, _>>()?;
    for act in &old {
        database.execute("DELETE FROM act_event WHERE act = ?1", [act])?;
        database.execute("DELETE FROM act_employment WHERE act = ?1", [act])?;
        database.execute("DELETE FROM act WHERE id = ?1", [act])?;
    }
    Ok(old.len())
}

/// An act that changed something.
fn done(database: &Connection, id: &ActId) -> Result<OfficeAct, IssuerError> {
    kept::read(database, id)?
        .filter(|act| matches!(act.kept.outcome, ActOutcome::Done { .. }))
        .ok_or(IssuerError::NotFound("act that was done"))
}

fn note(
    database: &Connection,
    id: &ActId,
    kind: ActEventKind,
    note: &Note,
    by: &str,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    database.execute(
        "INSERT INTO act_event (act, kind, at, by, note) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id.as_str(), kind.as_str(), now.timestamp(), by, note.as_str()],
    )?;
    Ok(())
}

/// The act by which an employment fell last.
fn last(
    database: &Connection,
    employment: &str,
    reason: card::Reason,
) -> Result<String, IssuerError> {
    let sql = "SELECT act FROM act_employment WHERE employment = ?1 AND reason = ?2
               ORDER BY id DESC LIMIT 1";
    Ok(database.query_row(sql, params![employment, reason.code()], |row| row.get(0))?)
}
