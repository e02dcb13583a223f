//! From what was found to how cards stand: the brake first, then change by change.
//!
//! **Threat.** A register that is half empty one night, and a hundred thousand people locked out
//! the next morning. What a register drops beyond a set share of its cards is held back until it
//! mends, or the office says that it is right.

use std::collections::BTreeMap;

use card::Reason;
use chrono::DateTime;
use registers::Register;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::{Night, Progress};
use crate::employment::{Change, put_cause};
use crate::error::IssuerError;
use crate::wallet::damaged;
use crate::{mail, notice, warning, write};

/// Changes in one transaction.
const BATCH: u32 = 500;

/// How often a reason came and went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// So many employments have it now that hadn't.
    pub set: u32,
    /// So many had it that haven't now.
    pub lifted: u32,
}

/// What the night changes, and what it doesn't believe.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// By the reason's name.
    pub changed: BTreeMap<String, Changed>,
    /// By the register's name: how many cards it suddenly dropped, held back.
    pub held_back: BTreeMap<String, u32>,
}

/// Weighs what was found, holds back what is not believed, and counts the rest. One transaction.
pub(super) fn weigh(night: &Night<'_>, database: &mut Connection) -> Result<Changes, IssuerError> {
    let transaction = write(database)?;
    let mut changes = Changes::default();
    for register in Register::ALL {
        let name = register.as_str();
        let silent = Reason::RegisterSilent.code();
        let dropped: u32 = transaction.query_row(
            "SELECT count(DISTINCT employment) FROM finding
             WHERE register = ?1 AND set_on AND reason != ?2",
            params![name, silent],
            |row| row.get(0),
        )?;
        let cards: u32 = transaction.query_row(
            "SELECT coalesce(sum(cards), 0) FROM asking WHERE night = ?1 AND register = ?2",
            params![night.id, name],
            |row| row.get(0),
        )?;
        let many = dropped >= night.terms.brake_least.max(1)
            && u64::from(dropped) * 100 > u64::from(cards) * u64::from(night.terms.brake_percent);
        if !many || night.accepted.contains(&register) {
            transaction.execute("DELETE FROM held_back WHERE register = ?1", [name])?;
            notice::over(&transaction, notice::Kind::HeldBack, register, night.at)?;
            continue;
        }
        let these = "register = ?1 AND set_on AND reason != ?2";
        transaction.execute(
            "DELETE FROM held_back WHERE register = ?1 AND NOT EXISTS
               (SELECT 1 FROM finding f WHERE f.employment = held_back.employment
                AND f.reason = held_back.reason AND f.set_on)",
            [name],
        )?;
        transaction.execute(
            &format!(
                "INSERT OR IGNORE INTO held_back (employment, reason, register, since)
                 SELECT employment, reason, register, ?3 FROM finding WHERE {these}"
            ),
            params![name, silent, night.at.timestamp()],
        )?;
        transaction
            .execute(&format!("DELETE FROM finding WHERE {these}"), params![name, silent])?;
        changes.held_back.insert(name.to_owned(), dropped);
        let kind = notice::Kind::HeldBack;
        if notice::raise(&transaction, kind, register, night.at, dropped)? {
            mail::tell_office(&transaction, &night.terms, kind, register, dropped, night.at)?;
        }
    }
    let mut statement =
        transaction.prepare("SELECT reason, set_on, count(*) FROM finding GROUP BY 1, 2")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let reason = Reason::from_code(row.get(0)?).ok_or_else(damaged)?;
        let changed = changes.changed.entry(reason.as_str().to_owned()).or_default();
        let place = if row.get(1)? { &mut changed.set } else { &mut changed.lifted };
        *place = row.get(2)?;
    }
    drop(rows);
    drop(statement);
    night.reach(&transaction, super::Stage::Apply, &changes)?;
    transaction.commit()?;
    Ok(changes)
}

/// Makes the changes. Each is struck off in the transaction that makes it.
pub(super) fn apply(night: &Night<'_>, database: &mut Connection) -> Result<(), IssuerError> {
    let mut made: u32 = 0;
    loop {
        let transaction = write(database)?;
        let mut statement = transaction.prepare_cached(
            "SELECT employment, reason, register, set_on, since FROM finding LIMIT ?1",
        )?;
        let found = statement
            .query_map([BATCH], |row| {
                let change: (String, u8, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok((change, row.get::<_, bool>(3)?, row.get::<_, Option<i64>>(4)?))
            })?
            .collect::<Result<Vec<_>, _>>()?;
        drop(statement);
        if found.is_empty() {
            return Ok(());
        }
        let mut strike = transaction.prepare_cached(
            "DELETE FROM finding WHERE employment = ?1 AND reason = ?2 AND set_on = ?3",
        )?;
        for ((employment, code, register), set, since) in &found {
            strike.execute(params![employment, code, set])?;
            let reason = Reason::from_code(*code).ok_or_else(damaged)?;
            let since = since.and_then(|since| DateTime::from_timestamp(since, 0));
            let change = Change {
                employment,
                reason,
                set: *set,
                since: since.unwrap_or(night.at),
                source: register,
                by: &night.by,
                at: night.at,
            };
            // A silent register is nobody's to mend, so nobody but the office is told.
            if put_cause(&transaction, &change)? && *set && reason != Reason::RegisterSilent {
                let kind = warning::Kind::Fallen;
                warning::record(&transaction, employment, kind, reason, night.at, night.at)?;
            }
        }
        drop(strike);
        transaction.commit()?;
        made += u32::try_from(found.len()).unwrap_or(BATCH);
        (night.progress)(Progress::Changed { changes: made });
    }
}

/// Carries the approvals that the registers have over to the list that goes out to customers.
pub(super) fn approvals(night: &Night<'_>, database: &mut Connection) -> Result<(), IssuerError> {
    let transaction = write(database)?;
    for industry in card::Industry::ALL {
        let Some(register) = super::rules::approvals_of(industry) else { continue };
        let key = params![register.as_str(), industry.code()];
        let held = "SELECT 1 FROM held_back WHERE register = ?1 LIMIT 1";
        if transaction.prepare_cached(held)?.exists([register.as_str()])? {
            continue;
        }
        transaction.execute(
            "DELETE FROM approval WHERE industry = ?2 AND company IN
               (SELECT subject FROM answer WHERE register = ?1 AND company = 0
                AND NOT coalesce(fact ->> '$.approved', 0))",
            key,
        )?;
        transaction.execute(
            "INSERT OR IGNORE INTO approval (company, industry, since, by)
             SELECT subject, ?2, ?3, ?1 FROM answer
             WHERE register = ?1 AND company = 0 AND fact ->> '$.approved'",
            params![register.as_str(), industry.code(), night.at.timestamp()],
        )?;
    }
    Ok(transaction.commit()?)
}
