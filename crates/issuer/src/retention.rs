//! How long what is no longer needed is kept.
//!
//! **Threat.** Data that nobody needs, and that somebody finds. Each kind has its time, a setting;
//! the service forgets once a day, `hmskort issuer forget` at once.

use std::num::NonZeroU16;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::audit::{CUT, Hash, Look, Whom, cut_words, log};
use crate::error::IssuerError;
use crate::role::Role;
use crate::{Issuer, act, application, batch, report, write};

/// How many days each kind of data is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// Customers' tips, from when they came. A year.
    pub tips_days: NonZeroU16,
    /// Typed codes that were wrong; they count for five minutes. A day.
    pub typed_codes_days: NonZeroU16,
    /// Activation codes, used or not, from when they expire. 30 days.
    pub enrolments_days: NonZeroU16,
    /// E-mails that were sent. 30 days.
    pub mails_days: NonZeroU16,
    /// What happened to employments. Five years.
    pub history_days: NonZeroU16,
    /// Inspectors' reports, from when they came. Ten years: as long as a case may be taken up again.
    pub reports_days: NonZeroU16,
    /// Inspectors' acts, from when they were done, unless they still keep a card from being valid.
    /// Ten years, as their reports.
    pub acts_days: NonZeroU16,
    /// Employers' tables, and what was written in their rows. 30 days.
    pub tables_days: NonZeroU16,
    /// Applications that nothing came of, and applicants of whom there is nothing else. A year.
    pub applications_days: NonZeroU16,
    /// Who looked at whom. Five years.
    pub audit_days: NonZeroU16,
}

impl Default for Retention {
    fn default() -> Self {
        const fn days(days: u16) -> NonZeroU16 {
            NonZeroU16::MIN.saturating_add(days - 1)
        }
        Self {
            tips_days: days(365),
            typed_codes_days: days(1),
            enrolments_days: days(30),
            mails_days: days(30),
            history_days: days(1_826),
            reports_days: days(3_652),
            acts_days: days(3_652),
            tables_days: days(30),
            applications_days: days(365),
            audit_days: days(1_826),
        }
    }
}

/// How much was forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Forgotten {
    /// Tips.
    pub tips: usize,
    /// Typed codes that were wrong.
    pub typed_codes: usize,
    /// Activation codes.
    pub enrolments: usize,
    /// E-mails.
    pub mails: usize,
    /// Changes of how an employment stands.
    pub history: usize,
    /// Inspectors' reports.
    pub reports: usize,
    /// Inspectors' acts.
    pub acts: usize,
    /// Employers' tables.
    pub tables: usize,
    /// Applications.
    pub applications: usize,
    /// Entries of the auditor's log.
    pub audit: usize,
}

impl Issuer {
    /// Forgets what is older than it may be. The auditor's log tells that it was cut.
    ///
    /// # Errors
    /// Database; then nothing is forgotten.
    pub fn forget(
        &self,
        retention: &Retention,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<Forgotten, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let delete = |sql, days| transaction.execute(sql, [before(days, now)]);
        let mut forgotten = Forgotten {
            tips: delete("DELETE FROM tip WHERE at < ?1", retention.tips_days)?,
            typed_codes: delete(
                "DELETE FROM typed_wrong WHERE at < ?1",
                retention.typed_codes_days,
            )?,
            enrolments: delete(
                "DELETE FROM enrolment WHERE expires < ?1",
                retention.enrolments_days,
            )?,
            mails: delete("DELETE FROM outbox WHERE sent < ?1", retention.mails_days)?,
            history: delete("DELETE FROM status_change WHERE at < ?1", retention.history_days)?,
            reports: report::forget(&transaction, before(retention.reports_days, now))?,
            acts: act::forget(&transaction, before(retention.acts_days, now), now)?,
            tables: batch::forget(&transaction, before(retention.tables_days, now))?,
            applications: application::forget(
                &transaction,
                before(retention.applications_days, now),
                now,
            )?,
            audit: 0,
        };
        forgotten.audit = cut(&transaction, before(retention.audit_days, now), by, now)?;
        transaction.commit()?;
        Ok(forgotten)
    }
}

fn before(days: NonZeroU16, now: DateTime<Utc>) -> i64 {
    (now - TimeDelta::days(days.get().into())).timestamp()
}

/// Cuts the log's old end off, and says so at its new end.
fn cut(
    database: &Connection,
    before: i64,
    by: &str,
    now: DateTime<Utc>,
) -> Result<usize, IssuerError> {
    // Entries stand in the order of their writing: the first young one ends what is cut, also
    // where a clock was wrong.
    let sql = "SELECT id, hash FROM audit WHERE at < ?1
               AND id < (SELECT coalesce(min(id), 9223372036854775807) FROM audit WHERE at >= ?1)
               ORDER BY id DESC LIMIT 1";
    let last: Option<(i64, Hash)> =
        database.query_row(sql, [before], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((through, hash)) = last else { return Ok(0) };
    let why = cut_words(through.cast_unsigned(), &hash);
    log(database, &Look { role: Role::Office, by, what: CUT, whom: Whom::Nobody, why: &why }, now)?;
    database.execute("INSERT INTO audit_cut VALUES (?1, ?2)", params![through, hash])?;
    Ok(database.execute("DELETE FROM audit WHERE id <= ?1", [through])?)
}
