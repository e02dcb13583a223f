//! What is held on a person, erased.

use std::collections::BTreeMap;

use card::{CardNumber, EmploymentStatus, Status};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use serde::Serialize;

use super::tables::tables;
use super::{PersonNumber, find};
use crate::audit::{Look, Whom, log};
use crate::employment::{causes, random};
use crate::error::IssuerError;
use crate::role::Role;
use crate::wallet::employments;
use crate::{Issuer, write};

/// What stays, without name and number: that a card with this number existed, for which companies
/// and when it was valid and why not. Codes that are out must stay invalid (their places in the
/// status list are never given to others); and what inspectors decided, which archives keep. The
/// inspectors' index tells of a card that is gone by its number. Reports stay as they were sent,
/// names and all, until their own time is over (decision 16).
const KEPT: [&str; 13] = [
    "worker",
    "employment",
    "binding",
    "cause",
    "status_change",
    "device",
    "act",
    "act_employment",
    "act_event",
    "index_change",
    "report",
    "report_picture",
    "report_person",
];

/// What was erased, and what stays, in rows of each table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Erased {
    /// Gone.
    pub erased: BTreeMap<String, usize>,
    /// Kept, without name, number, birth date, keys and secrets.
    pub kept: BTreeMap<String, usize>,
}

impl Issuer {
    /// Erases a person, and publishes that the card's codes are dead. The auditor's log keeps the
    /// card's number until its own time is over; backups keep what they have until theirs.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`]; [`IssuerError::CardInUse`] while an employment on the card is
    /// not invalid: working in these industries takes a card.
    pub fn erase(
        &self,
        person: &PersonNumber,
        by: &str,
        why: &str,
        now: DateTime<Utc>,
    ) -> Result<Erased, IssuerError> {
        let mut database = self.database();
        // What is freed is overwritten.
        database.pragma_update(None, "secure_delete", true)?;
        let transaction = write(&mut database)?;
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let (worker, card) = find(&transaction, person)?;
        if in_use(&transaction, worker, now)? {
            return Err(IssuerError::CardInUse);
        }
        let look = Look { role: Role::Office, by, what: "erase", whom: Whom::Card(card), why };
        log(&transaction, &look, now)?;
        let done = erase_rows(&transaction, (worker, card), now)?;
        transaction.commit()?;
        // The log of changes that SQLite keeps beside the database has the old pages.
        database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        drop(database);
        self.publish(now)?;
        Ok(done)
    }
}

/// Erases what all tables have on a person. Foreign keys are looked at when all is done.
pub(crate) fn erase_rows(
    database: &Connection,
    (worker, card): (i64, CardNumber),
    now: DateTime<Utc>,
) -> Result<Erased, IssuerError> {
    let mut done = Erased { erased: BTreeMap::new(), kept: BTreeMap::new() };
    // Those that point to others first: which rows are a person's is told by where they point.
    for table in tables(database)?.into_iter().rev() {
        let (name, rows) = (&table.name, table.of_person());
        let of = params![worker, card.get()];
        if KEPT.contains(&name.as_str()) {
            let sql = format!("SELECT count(*) FROM \"{name}\" WHERE {rows}");
            let count: i64 = database.query_row(&sql, of, |row| row.get(0))?;
            done.kept.insert(table.name, usize::try_from(count).unwrap_or_default());
        } else {
            let sql = format!("DELETE FROM \"{name}\" WHERE {rows}");
            let count = database.execute(&sql, of)?;
            done.erased.insert(table.name, count);
        }
    }
    blank(database, worker, now)?;
    Ok(done)
}

fn in_use(database: &Connection, worker: i64, now: DateTime<Utc>) -> Result<bool, IssuerError> {
    for row in employments(database, worker)? {
        let causes = causes(database, row.id(), row.validity()?, now)?;
        if EmploymentStatus::of(causes).status() != Status::Invalid {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Takes from what stays all that tells who it was.
fn blank(database: &Connection, worker: i64, now: DateTime<Utc>) -> Result<(), IssuerError> {
    let named = "SELECT name FROM worker WHERE id = ?1";
    database.execute(&format!("DELETE FROM outbox WHERE instr(body, ({named})) > 0"), [worker])?;
    // Of a report the document stays (decision 16); what was taken out of it for the person goes.
    database.execute("UPDATE report_person SET part = '' WHERE worker = ?1", [worker])?;
    // No night asks about it any more.
    database.execute(
        "UPDATE employment SET valid_from = min(valid_from, ?2 - 1), valid_until = min(valid_until, ?2)
         WHERE worker = ?1",
        params![worker, now.timestamp()],
    )?;
    database.execute(
        "UPDATE worker SET name = 'erased', national_id = 'erased ' || id, birth_date = '',
           erased = ?2 WHERE id = ?1",
        params![worker, now.timestamp()],
    )?;
    let devices: Vec<i64> = database
        .prepare("SELECT id FROM device WHERE worker = ?1")?
        .query_map([worker], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for device in devices {
        database.execute(
            "UPDATE device SET key = ?2, typed_code_secret = zeroblob(20),
               replaced = coalesce(replaced, ?3) WHERE id = ?1",
            params![device, random::<32>()?, now.timestamp()],
        )?;
    }
    Ok(())
}
