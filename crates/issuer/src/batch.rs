//! Tables of workers: kept as they came, then put in step by step.
//!
//! Nothing is lost and nothing is done twice: the sender chooses the table's number, each row knows
//! whether it is done, and a step is one transaction. Whoever is cut off goes on where it stopped.

use card::OrganisationNumber;
use chrono::{DateTime, Utc};
use ring::digest::{SHA256, digest};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use wire::{Batch, RefusedRow, RefusedRows, Terms};

use crate::application::{Accepted, put};
use crate::authority::{Acting, parsed};
use crate::error::IssuerError;
use crate::table::{self, Applicant};
use crate::{Issuer, write};

/// Rows that are put in at a time, so that others get their turn in between.
const STEP: u32 = 1_000;

/// Rows that are told at a time.
const PAGE: u32 = 5_000;

/// An applicant as a row keeps it until it is done.
#[derive(Serialize, Deserialize)]
struct Held {
    national_id: String,
    name: String,
    birth_date: String,
    sub_unit: Option<OrganisationNumber>,
}

impl Issuer {
    /// Takes a table in and judges each row. The same table again gives how far it has come.
    ///
    /// # Errors
    /// [`IssuerError::Refused`] for what is no table, and keeps nothing; [`IssuerError::Conflict`]
    /// when the number was used for another table.
    pub fn take_table(
        &self,
        acting: &Acting,
        id: &str,
        file: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Batch, IssuerError> {
        let hash = digest(&SHA256, file);
        // Read before anything is locked: a long table takes a moment.
        let read = table::read(file);
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let held: Option<(Vec<u8>, u32)> = transaction
            .query_row("SELECT digest, company FROM batch WHERE id = ?1", [id], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        match held {
            Some(held) if held == (hash.as_ref().to_vec(), acting.company.get()) => {}
            Some(_) => return Err(IssuerError::Conflict("table")),
            None => {
                let table = read?;
                transaction.execute(
                    "INSERT INTO batch (id, company, authority, at, digest, columns)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    params![
                        id,
                        acting.company.get(),
                        acting.authority,
                        now.timestamp(),
                        hash.as_ref(),
                        json(&table.columns)
                    ],
                )?;
                keep(&transaction, id, &table)?;
            }
        }
        let batch = state(&transaction, acting, id)?;
        transaction.commit()?;
        Ok(batch)
    }

    /// How far a table has come.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`], also for another company's.
    pub fn table_state(&self, acting: &Acting, id: &str) -> Result<Batch, IssuerError> {
        state(&self.database(), acting, id)
    }

    /// The company's tables that are kept, the newest first.
    ///
    /// # Errors
    /// The database.
    pub fn tables(&self, acting: &Acting) -> Result<Vec<Batch>, IssuerError> {
        let database = self.database();
        let mut statement = database.prepare_cached(
            "SELECT id FROM batch WHERE company = ?1 ORDER BY at DESC, id LIMIT 100",
        )?;
        let ids = statement.query_map([acting.company.get()], |row| row.get::<_, String>(0))?;
        ids.map(|id| state(&database, acting, &id?)).collect()
    }

    /// Puts the next rows of a table in, and says how far it has come: done when none are ready.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`]; [`IssuerError::Refused`] says what is wrong with the terms;
    /// [`IssuerError::Conflict`] when they are others than those of the first step.
    pub fn apply_table(
        &self,
        acting: &Acting,
        id: &str,
        terms: &Terms,
        now: DateTime<Utc>,
    ) -> Result<Batch, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let before = state(&transaction, acting, id)?;
        if before.terms.as_ref().is_some_and(|said| said != terms) {
            return Err(IssuerError::Conflict("declaration for this table"));
        }
        let declared = "SELECT declaration FROM batch WHERE id = ?1";
        let declared = transaction.query_row(declared, [id], |row| row.get(0))?;
        let accepted = Accepted::of(&transaction, acting, terms, declared, now)?;
        transaction.execute(
            "UPDATE batch SET terms = ?2, declaration = ?3 WHERE id = ?1",
            params![id, json(terms), accepted.declaration()],
        )?;
        step(&transaction, &accepted, id, now)?;
        let batch = state(&transaction, acting, id)?;
        transaction.commit()?;
        Ok(batch)
    }

    /// Rows that can't go in, from a line on.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn refused_rows(
        &self,
        acting: &Acting,
        id: &str,
        after: u32,
    ) -> Result<RefusedRows, IssuerError> {
        let database = self.database();
        let columns: String = database
            .query_row(
                "SELECT columns FROM batch WHERE id = ?1 AND company = ?2",
                params![id, acting.company.get()],
                |row| row.get(0),
            )
            .optional()?
            .ok_or(IssuerError::NotFound("table"))?;
        let mut statement = database.prepare_cached(
            "SELECT line, fault, other_line, fields FROM batch_row
             WHERE batch = ?1 AND line > ?2 AND fault NOT NULL ORDER BY line LIMIT ?3",
        )?;
        let rows = statement.query_map(params![id, after, PAGE], |row| {
            Ok(RefusedRow {
                line: row.get(0)?,
                fault: parsed(row.get::<_, String>(1)?.parse())?,
                other_line: row.get(2)?,
                fields: parsed(serde_json::from_str(&row.get::<_, String>(3)?))?,
            })
        })?;
        let rows: Vec<_> = rows.collect::<Result<_, _>>()?;
        let full = rows.len() == PAGE as usize;
        let more_after = rows.last().filter(|_| full).map(|row| row.line);
        Ok(RefusedRows { columns: parsed(serde_json::from_str(&columns))?, rows, more_after })
    }

    /// Forgets a table, and what was written in it. What has gone in stays.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn forget_table(&self, acting: &Acting, id: &str) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        state(&transaction, acting, id)?;
        transaction.execute("DELETE FROM batch_row WHERE batch = ?1", [id])?;
        transaction.execute("DELETE FROM batch WHERE id = ?1", [id])?;
        Ok(transaction.commit()?)
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Forgets tables that were sent in before a time, and gives how many.
pub(crate) fn forget(database: &Connection, before: i64) -> Result<usize, IssuerError> {
    database.execute(
        "DELETE FROM batch_row WHERE batch IN (SELECT id FROM batch WHERE at < ?1)",
        [before],
    )?;
    Ok(database.execute("DELETE FROM batch WHERE at < ?1", [before])?)
}

fn keep(database: &Connection, id: &str, table: &table::Table) -> Result<(), IssuerError> {
    let mut insert = database.prepare_cached(
        "INSERT INTO batch_row (batch, line, fields, worker, fault, other_line)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for row in &table.rows {
        let held = row.read.as_ref().ok().map(|one| {
            json(&Held {
                national_id: one.national_id.expose().to_owned(),
                name: one.name.as_str().to_owned(),
                birth_date: one.birth_date.to_string(),
                sub_unit: one.sub_unit,
            })
        });
        let fault = row.read.as_ref().err();
        insert.execute(params![
            id,
            row.line,
            json(&row.fields),
            held,
            fault.map(|(fault, _)| fault.as_str()),
            fault.and_then(|(_, other)| *other)
        ])?;
    }
    Ok(())
}

fn state(database: &Connection, acting: &Acting, id: &str) -> Result<Batch, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT b.at, b.terms, count(r.line), ifnull(sum(r.fault IS NULL AND NOT r.done), 0),
                ifnull(sum(r.done), 0), count(r.fault)
         FROM batch b LEFT JOIN batch_row r ON r.batch = b.id
         WHERE b.id = ?1 AND b.company = ?2 GROUP BY b.id",
    )?;
    let batch = statement
        .query_row(params![id, acting.company.get()], |row| {
            let terms = row.get::<_, Option<String>>(1)?;
            Ok(Batch {
                id: id.to_owned(),
                at: DateTime::from_timestamp(row.get(0)?, 0).unwrap_or_default(),
                terms: terms.map(|terms| parsed(serde_json::from_str(&terms))).transpose()?,
                rows: row.get(2)?,
                ready: row.get(3)?,
                applied: row.get(4)?,
                refused: row.get(5)?,
            })
        })
        .optional()?;
    batch.ok_or(IssuerError::NotFound("table"))
}

/// Puts the next rows in. What the database refuses is a fault of the row.
fn step(
    database: &Connection,
    accepted: &Accepted,
    id: &str,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let mut next = database.prepare_cached(
        "SELECT line, worker FROM batch_row
         WHERE batch = ?1 AND fault IS NULL AND NOT done ORDER BY line LIMIT ?2",
    )?;
    let rows = next
        .query_map(params![id, STEP], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, String>(1)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    let mut done = database.prepare_cached(
        "UPDATE batch_row SET done = 1, worker = NULL, fields = '[]' WHERE batch = ?1 AND line = ?2",
    )?;
    let mut refused = database.prepare_cached(
        "UPDATE batch_row SET fault = ?3, worker = NULL WHERE batch = ?1 AND line = ?2",
    )?;
    for (line, held) in rows {
        match put(database, accepted, &number(id, line), &applicant(&held)?, now) {
            Ok(_) => done.execute(params![id, line])?,
            Err(IssuerError::Refused(fault)) => {
                refused.execute(params![id, line, fault.as_str()])?
            }
            Err(other) => return Err(other),
        };
    }
    Ok(())
}

fn applicant(held: &str) -> Result<Applicant, rusqlite::Error> {
    let held: Held = parsed(serde_json::from_str(held))?;
    Ok(Applicant {
        national_id: parsed(held.national_id.parse())?,
        name: parsed(held.name.parse())?,
        birth_date: parsed(held.birth_date.parse())?,
        sub_unit: held.sub_unit,
    })
}

/// The number of the application that a row makes.
fn number(batch: &str, line: u32) -> String {
    let hash = digest(&SHA256, format!("{batch} {line}").as_bytes());
    data_encoding::HEXLOWER.encode(hash.as_ref().get(..16).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_row_of_each_table_has_a_number_of_its_own() {
        let number = super::number;
        assert_eq!(number("a", 1), number("a", 1));
        assert_ne!(number("a", 1), number("a", 2));
        assert_ne!(number("a", 11), number("a1", 1));
        assert_eq!(number("a", 1).len(), 32);
    }
}
