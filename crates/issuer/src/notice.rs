//! What the office is told about the registers themselves: one that is silent, one that isn't
//! believed. Each trouble once.

use chrono::{DateTime, Utc};
use registers::Register;
use rusqlite::{Connection, params};
use serde::Serialize;

use crate::Issuer;
use crate::error::IssuerError;
use crate::wallet::damaged;

/// What is the trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The register gives no answers.
    Silent,
    /// It suddenly dropped so many cards that it isn't believed.
    HeldBack,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::HeldBack => "held_back",
        }
    }
}

/// A trouble with a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Which trouble.
    pub kind: Kind,
    /// Which register.
    pub register: Register,
    /// Since when.
    pub since: DateTime<Utc>,
    /// How many cards are held back.
    pub cards: u32,
    /// When it was over.
    pub over: Option<DateTime<Utc>>,
}

/// Raises a notice, unless the same trouble has one already. Says whether it is a new one.
pub(crate) fn raise(
    database: &Connection,
    kind: Kind,
    register: Register,
    since: DateTime<Utc>,
    cards: u32,
) -> Result<bool, IssuerError> {
    let key = params![kind.as_str(), register.as_str(), cards];
    let known = database.execute(
        "UPDATE notice SET cards = ?3 WHERE kind = ?1 AND register = ?2 AND over IS NULL",
        key,
    )?;
    if known > 0 {
        return Ok(false);
    }
    database.execute(
        "INSERT OR IGNORE INTO notice (kind, register, since, cards, at)
         VALUES (?1, ?2, ?4, ?3, ?4)",
        params![kind.as_str(), register.as_str(), cards, since.timestamp()],
    )?;
    Ok(true)
}

/// The trouble is over.
pub(crate) fn over(
    database: &Connection,
    kind: Kind,
    register: Register,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    database.execute(
        "UPDATE notice SET over = ?3 WHERE kind = ?1 AND register = ?2 AND over IS NULL",
        params![kind.as_str(), register.as_str(), now.timestamp()],
    )?;
    Ok(())
}

impl Issuer {
    /// The newest notices, 100 at most; those that aren't over first.
    ///
    /// # Errors
    /// The database.
    pub fn notices(&self) -> Result<Vec<Notice>, IssuerError> {
        let database = self.database();
        let mut statement = database.prepare_cached(
            "SELECT kind, register, since, cards, over FROM notice
             ORDER BY over IS NOT NULL, id DESC LIMIT 100",
        )?;
        let mut rows = statement.query([])?;
        let mut notices = Vec::new();
        let time = |seconds| DateTime::from_timestamp(seconds, 0).ok_or_else(damaged);
        while let Some(row) = rows.next()? {
            let kind: String = row.get(0)?;
            let kinds = [Kind::Silent, Kind::HeldBack];
            let register: String = row.get(1)?;
            notices.push(Notice {
                kind: kinds.into_iter().find(|k| k.as_str() == kind).ok_or_else(damaged)?,
                register: register.parse().map_err(|_| damaged())?,
                since: time(row.get(2)?)?,
                cards: row.get(3)?,
                over: row.get::<_, Option<i64>>(4)?.map(time).transpose()?,
            });
        }
        Ok(notices)
    }
}
