//! Customers' tips to the authority.
//!
//! **Threats.** Anybody may send one, so there are few an hour from one address and a limit to all
//! of them; a tip sent twice is kept once. Who sent one is told only if they say so: of the address
//! there is a keyed hash, for an hour, and the key is gone when the service stops.

use std::net::IpAddr;
use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta, Utc};
use ring::hmac;
use rusqlite::{Connection, params};
use wire::{KeptTip, Tip, TipStatus};

use crate::error::IssuerError;
use crate::{Issuer, write};

/// Tips from one address in [`WINDOW`].
const MOST_OF_ONE: u32 = 5;

/// Tips in [`WINDOW`], whoever sends them.
const MOST: u32 = 500;

/// How long a tip counts against the limits.
const WINDOW: TimeDelta = TimeDelta::hours(1);

static KEY: LazyLock<Option<hmac::Key>> =
    LazyLock::new(|| hmac::Key::generate(hmac::HMAC_SHA256, &ring::rand::SystemRandom::new()).ok());

impl Issuer {
    /// Keeps a tip; one that is here already stays as it is.
    ///
    /// # Errors
    /// [`IssuerError::RateLimited`].
    pub fn keep_tip(&self, tip: &Tip, from: IpAddr, now: DateTime<Utc>) -> Result<(), IssuerError> {
        let key = KEY.as_ref().ok_or(IssuerError::NoRandomness)?;
        let source = hmac::sign(key, from.to_string().as_bytes());
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let here = "SELECT EXISTS (SELECT 1 FROM tip WHERE id = ?1)";
        if transaction.query_row(here, [tip.id.as_str()], |row| row.get(0))? {
            return Ok(());
        }
        limit(&transaction, source.as_ref(), now)?;
        transaction.execute(
            "INSERT INTO tip VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'new', ?7)",
            params![
                tip.id.as_str(),
                tip.company.as_str(),
                tip.place.as_str(),
                tip.seen.as_str(),
                tip.contact.as_ref().map(wire::Text::as_str),
                now.timestamp(),
                source.as_ref(),
            ],
        )?;
        Ok(transaction.commit()?)
    }

    /// The tips with a status, or all of them, newest first; 1,000 at most.
    ///
    /// # Errors
    /// Database.
    pub fn tips(&self, status: Option<TipStatus>) -> Result<Vec<KeptTip>, IssuerError> {
        let database = self.database();
        let mut statement = database.prepare_cached(
            "SELECT id, company, place, seen, contact, at, status FROM tip
             WHERE ?1 IS NULL OR status = ?1 ORDER BY at DESC, id LIMIT 1000",
        )?;
        let mut rows = statement.query([status.map(TipStatus::as_str)])?;
        let mut tips = Vec::new();
        while let Some(row) = rows.next()? {
            let damaged = |_| IssuerError::Database(rusqlite::Error::InvalidQuery);
            let text = |at| row.get::<_, String>(at);
            let contact: Option<String> = row.get(4)?;
            let status: String = row.get(6)?;
            tips.push(KeptTip {
                tip: Tip {
                    id: text(0)?.try_into().map_err(damaged)?,
                    company: text(1)?.try_into().map_err(damaged)?,
                    place: text(2)?.try_into().map_err(damaged)?,
                    seen: text(3)?.try_into().map_err(damaged)?,
                    contact: contact.map(TryInto::try_into).transpose().map_err(damaged)?,
                },
                at: DateTime::from_timestamp(row.get(5)?, 0).unwrap_or_default(),
                status: status.parse().unwrap_or(TipStatus::New),
            });
        }
        Ok(tips)
    }

    /// Says what was done with a tip.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn set_tip_status(&self, id: &str, status: TipStatus) -> Result<(), IssuerError> {
        let sql = "UPDATE tip SET status = ?2 WHERE id = ?1";
        let changed = self.database().execute(sql, params![id, status.as_str()])?;
        if changed == 0 { Err(IssuerError::NotFound("tip")) } else { Ok(()) }
    }
}

/// Forgets where old tips came from, and refuses when there are too many new ones.
fn limit(database: &Connection, source: &[u8], now: DateTime<Utc>) -> Result<(), IssuerError> {
    let from = (now - WINDOW).timestamp();
    database.execute("UPDATE tip SET source = NULL WHERE source NOT NULL AND at <= ?1", [from])?;
    let (all, own): (u32, u32) = database.query_row(
        "SELECT count(*), count(*) FILTER (WHERE source = ?1) FROM tip WHERE source NOT NULL",
        [source],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if all < MOST && own < MOST_OF_ONE {
        return Ok(());
    }
    Err(IssuerError::RateLimited { retry_after: WINDOW.num_seconds().unsigned_abs() })
}
