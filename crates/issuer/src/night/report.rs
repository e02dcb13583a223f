//! What came of a night, as the office reads it.

use chrono::{DateTime, Utc};
use registers::Register;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::{Changes, Night};
use crate::error::IssuerError;
use crate::wallet::damaged;

/// What came of a night.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Report {
    /// When it began.
    pub at: DateTime<Utc>,
    /// Cards that were judged.
    pub cards: u32,
    /// Temporary cards that were made full ones.
    pub completed: u32,
    /// What changed, and what was held back.
    #[serde(flatten)]
    pub changes: Changes,
    /// How each register answered.
    pub registers: Vec<Asked>,
    /// Warnings given.
    pub warnings: u32,
    /// Mails put into the outbox.
    pub mails: u32,
    /// The key set that tells it.
    pub version: u64,
}

/// How a register answered in a night.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Which.
    pub register: Register,
    /// Questions.
    pub asked: u32,
    /// Answers.
    pub answered: u32,
    /// Whether everybody was asked about; else it was left alone after too many silences.
    pub done: bool,
    /// The last silence.
    pub silence: Option<String>,
    /// Since when it is silent.
    pub silent_since: Option<DateTime<Utc>>,
}

impl Night<'_> {
    /// How each register answered in this night.
    pub(super) fn asked(&self, database: &Connection) -> Result<Vec<Asked>, IssuerError> {
        let mut statement = database.prepare(
            "SELECT a.register, a.asked, a.answered, a.done, a.silence, r.silent_since
             FROM asking a JOIN register r ON r.name = a.register WHERE a.night = ?1",
        )?;
        let mut rows = statement.query([self.id])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let register: String = row.get(0)?;
            let since: Option<i64> = row.get(5)?;
            all.push(Asked {
                register: register.parse().map_err(|_| damaged())?,
                asked: row.get(1)?,
                answered: row.get(2)?,
                done: row.get(3)?,
                silence: row.get(4)?,
                silent_since: since.and_then(|since| DateTime::from_timestamp(since, 0)),
            });
        }
        all.sort_by_key(|asked| asked.register);
        Ok(all)
    }

    pub(super) fn report(
        &self,
        database: &Connection,
        version: u64,
    ) -> Result<Report, IssuerError> {
        let sql = "SELECT judged, completed, report FROM night WHERE id = ?1";
        let (cards, completed, changes): (u32, u32, String) =
            database
                .query_row(sql, [self.id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let count = |sql| database.query_row(sql, [self.at.timestamp()], |row| row.get(0));
        Ok(Report {
            at: self.at,
            cards,
            completed,
            changes: serde_json::from_str(&changes).map_err(|_| damaged())?,
            registers: self.asked(database)?,
            warnings: count("SELECT count(*) FROM warning WHERE at = ?1")?,
            mails: count("SELECT count(*) FROM outbox WHERE made = ?1")?,
            version,
        })
    }
}
