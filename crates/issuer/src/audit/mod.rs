//! The auditor's log: who looked at whom, why, and when.
//!
//! **Threat.** One who looked and would rather not have: an entry is written before what it tells
//! of is shown; the database refuses to change or remove one; and each entry's hash covers the
//! entry before it, so that whoever gets round the database shows too (`verify`). Cutting the log's
//! end off leaves a log that is whole: the auditor notes its head, and asks whether that is still
//! in it.

mod entry;
mod verify;

use card::{CardNumber, OrganisationNumber};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use wire::{AuditEntry, AuditHead};

use crate::error::IssuerError;
use crate::role::Role;
use crate::{Issuer, write};

pub(crate) use entry::Hash;
pub(crate) use verify::cut_words;

use entry::{START, read};

/// What was done when the log was cut.
pub(crate) const CUT: &str = "cut the audit log";

/// Most entries in one answer.
const PAGE: u32 = 1_000;

/// Longest reason that is kept, in characters.
const LONGEST_WHY: usize = 200;

/// Whose data was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// One person's.
    Card(CardNumber),
    /// That of all who work, or worked, for a company.
    Company(OrganisationNumber),
    /// Of all cards.
    Everybody,
    /// Of those who sent tips.
    Tips,
    /// Of those in inspectors' reports whose numbers aren't known here; of the others, each by name.
    Reports,
    /// The person looked for isn't here.
    Nobody,
}

impl std::fmt::Display for Whom {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Card(card) => write!(f, "card {card}"),
            Self::Company(company) => write!(f, "company {company}"),
            Self::Everybody => f.write_str("everybody"),
            Self::Tips => f.write_str("tips"),
            Self::Reports => f.write_str("reports"),
            Self::Nobody => f.write_str("nobody"),
        }
    }
}

/// A look at somebody's data.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// What the one who looks is.
    pub role: Role,
    /// Who looks.
    pub by: &'a str,
    /// What they asked for: a route or a command.
    pub what: &'a str,
    /// Whose data it is.
    pub whom: Whom,
    /// Why they look, in their own words; may be empty.
    pub why: &'a str,
}

impl Issuer {
    /// Logs a look. Do it before anything is shown.
    ///
    /// # Errors
    /// The database: then nothing may be shown.
    pub fn log_look(&self, look: &Look<'_>, now: DateTime<Utc>) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        log(&transaction, look, now)?;
        Ok(transaction.commit()?)
    }

    /// Entries behind `after`, the oldest first; 1,000 at most. Of one person: also those about
    /// all, and about the companies that they work for.
    ///
    /// # Errors
    /// Database.
    pub fn audit_entries(
        &self,
        after: u64,
        whom: Option<CardNumber>,
    ) -> Result<Vec<AuditEntry>, IssuerError> {
        let database = self.database();
        match whom {
            Some(card) => about(&database, card, after, PAGE),
            None => read(
                &database,
                "WHERE id > ?1 ORDER BY id LIMIT ?2",
                params![after.cast_signed(), PAGE],
            ),
        }
    }

    /// The last entry's number and hash. Whoever keeps it can tell later that nothing up to it
    /// has changed.
    ///
    /// # Errors
    /// Database.
    pub fn audit_head(&self) -> Result<AuditHead, IssuerError> {
        let (id, hash) = head(&self.database())?;
        Ok(AuditHead { id, hash: entry::hex(&hash) })
    }
}

/// The looks at a person.
pub(crate) fn about(
    database: &Connection,
    card: CardNumber,
    after: u64,
    most: u32,
) -> Result<Vec<AuditEntry>, IssuerError> {
    read(
        database,
        "WHERE id > ?1 AND (whom IN (?2, 'everybody') OR whom IN
           (SELECT printf('company %09d', e.company) FROM employment e
            JOIN worker w ON w.id = e.worker WHERE w.card_number = ?3))
         ORDER BY id LIMIT ?4",
        params![after.cast_signed(), Whom::Card(card).to_string(), card.get(), most],
    )
}

/// Appends an entry; the caller's transaction writes.
pub(crate) fn log(
    database: &Connection,
    look: &Look<'_>,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let (last, before) = head(database)?;
    let why: String = look.why.chars().filter(|c| !c.is_control()).take(LONGEST_WHY).collect();
    let entry = AuditEntry {
        id: last + 1,
        at: now.timestamp(),
        role: look.role.as_str().into(),
        by: look.by.into(),
        what: look.what.into(),
        whom: look.whom.to_string(),
        why,
        hash: String::new(),
    };
    database.prepare_cached("INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?.execute(
        params![
            entry.id.cast_signed(),
            entry.at,
            entry.role,
            entry.by,
            entry.what,
            entry.whom,
            entry.why,
            entry::hash(&before, &entry),
        ],
    )?;
    Ok(())
}

/// Number and hash of the last entry, or of the last cut when there is none behind it.
fn head(database: &Connection) -> Result<(u64, Hash), IssuerError> {
    let sql = "SELECT id, hash FROM (SELECT id, hash FROM audit
               UNION ALL SELECT through, hash FROM audit_cut) ORDER BY id DESC LIMIT 1";
    let last = database
        .prepare_cached(sql)?
        .query_row([], |row| Ok((row.get::<_, i64>(0)?.cast_unsigned(), row.get(1)?)))
        .optional()?;
    Ok(last.unwrap_or((0, START)))
}
