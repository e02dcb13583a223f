//! Inspectors' acts: an employment is removed from a card, a card is seized (8.3).
//!
//! **Threats.** An act sent twice by a tablet that lost the answer (its number is the tablet's, and
//! it is done once); two inspectors offline with the same card (the second is told who was first,
//! and changes nothing); an act decided before the employer applied anew (what came on the card
//! later stays); an inspector of the wrong authority, or a request that says it is another's (the
//! authority is the enrolled device's). What was done is never written over: complaint and undoing
//! are noted beside it.

mod kept;
mod later;

use card::{Authority, Reason};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use wire::{Act, ActId, ActOn, ActOutcome, KeptAct};

use crate::employment::{Change, put_cause, random};
use crate::error::IssuerError;
use crate::{InspectorName, Issuer, warning, worker_of, write};

pub(crate) use kept::notices;
pub(crate) use later::forget;

/// How long worker and employer can complain, unless the office says otherwise: three weeks from
/// when they are told (forvaltningsloven § 29).
const COMPLAINT_DAYS: i64 = 21;

/// How far a tablet's clock may be behind when it says that an employment was there.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(5);

impl Issuer {
    /// Does what an inspector has decided, and publishes it. Sent again, it gives the same answer
    /// and does nothing.
    ///
    /// # Errors
    /// [`IssuerError::ActNotAllowed`] when it is not for this authority;
    /// [`IssuerError::Malformed`] when its parts don't fit; [`IssuerError::Conflict`] when another
    /// act has its number. That there was nothing left to do is no error but an outcome.
    pub fn act(
        &self,
        inspector: &InspectorName,
        act: &Act,
        now: DateTime<Utc>,
    ) -> Result<KeptAct, IssuerError> {
        act.fits().map_err(|unfit| IssuerError::Malformed(unfit.words()))?;
        let authority = Authority::named(&inspector.authority)
            .filter(|authority| authority.may(act.kind))
            .ok_or(IssuerError::ActNotAllowed)?;
        let body = to_json(act)?;
        let mut database = self.database();
        let transaction = write(&mut database)?;
        if let Some(before) = kept::read(&transaction, &act.id)? {
            let same = kept::is_of(&before, inspector) && to_json(&before.kept.act)? == body;
            return if same { Ok(before.kept) } else { Err(IssuerError::Conflict("act")) };
        }
        let (outcome, fall) = decide(&transaction, act, now)?;
        transaction.execute(
            "INSERT INTO act VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                act.id.as_str(),
                body,
                act.card_number.get(),
                inspector.name,
                inspector.authority,
                now.timestamp(),
                to_json(&outcome)?,
            ],
        )?;
        let (reason, by) =
            (act.kind.reason(), format!("{}: {}", authority.as_str(), inspector.name));
        for employment in &fall {
            transaction.execute(
                "INSERT INTO act_employment (act, employment, reason) VALUES (?1, ?2, ?3)",
                params![act.id.as_str(), employment, reason.code()],
            )?;
            let source = authority.as_str();
            let change =
                Change { employment, reason, set: true, since: now, source, by: &by, at: now };
            put_cause(&transaction, &change)?;
            warning::record(&transaction, employment, warning::Kind::Act, reason, now, now)?;
        }
        let kept = kept::read(&transaction, &act.id)?.ok_or(IssuerError::NotFound("act"))?.kept;
        transaction.commit()?;
        drop(database);
        if !fall.is_empty() {
            self.publish(now)?;
            self.tell_employers(now)?;
        }
        Ok(kept)
    }
}

/// A number for an act that is done at the office.
///
/// # Errors
/// [`IssuerError::NoRandomness`].
pub fn new_act_id() -> Result<ActId, IssuerError> {
    Ok(ActId::of(random()?))
}

/// What becomes of an act, and which employments fall by it.
fn decide(
    database: &Connection,
    act: &Act,
    now: DateTime<Utc>,
) -> Result<(ActOutcome, Vec<String>), IssuerError> {
    let nothing = |outcome| Ok((outcome, Vec::new()));
    let worker = match worker_of(database, act.card_number) {
        Ok(worker) => worker,
        Err(IssuerError::NotFound(_)) => return nothing(ActOutcome::CardUnknown),
        Err(error) => return Err(error),
    };
    let reason = act.kind.reason();
    let there = act.decided.min(now) + CLOCK_TOLERANCE;
    let all = match &act.employment {
        Some(on) => named(database, worker, on, reason, there)?.into_iter().collect(),
        None => all_of(database, worker, there)?,
    };
    let Some(first) = all.first() else { return nothing(ActOutcome::EmploymentUnknown) };
    let mut standing = Vec::new();
    for employment in &all {
        if since(database, employment, reason)?.is_none() {
            standing.push(employment.clone());
        }
    }
    if standing.is_empty() {
        let first_at = since(database, first, reason)?.unwrap_or(now);
        let first_authority = kept::who(database, first, reason)?;
        return nothing(ActOutcome::Already { first_authority, first_at });
    }
    let complain_until = now + TimeDelta::days(complaint_days(database)?);
    Ok((ActOutcome::Done { complain_until }, standing))
}

/// The employment that an act names, as it was at `there`: of several that fit, one that is not
/// removed yet, the newest.
fn named(
    database: &Connection,
    worker: i64,
    on: &ActOn,
    reason: Reason,
    there: DateTime<Utc>,
) -> Result<Option<String>, IssuerError> {
    let found = database.query_row(
        "SELECT e.id FROM employment e
         WHERE e.worker = ?1 AND e.company = ?2 AND e.valid_from <= ?6
           AND (?3 IS NULL OR e.sub_unit = ?3) AND (?4 IS NULL OR e.industry = ?4)
           AND (?5 IS NULL OR e.id = (SELECT employment FROM binding WHERE status_index = ?5))
         ORDER BY EXISTS (SELECT 1 FROM cause WHERE employment = e.id AND reason = ?7),
                  e.valid_from DESC, e.id",
        params![
            worker,
            on.organisation_number.get(),
            on.sub_unit.map(card::OrganisationNumber::get),
            on.industry.map(card::Industry::code),
            on.status_index,
            there.timestamp(),
            reason.code(),
        ],
        |row| row.get(0),
    );
    Ok(found.optional()?)
}

/// All employments that were on the card at `there`.
fn all_of(
    database: &Connection,
    worker: i64,
    there: DateTime<Utc>,
) -> Result<Vec<String>, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT id FROM employment WHERE worker = ?1 AND valid_from <= ?2 ORDER BY valid_from, id",
    )?;
    let rows = statement.query_map(params![worker, there.timestamp()], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Since when an employment has a cause; nothing when it hasn't.
fn since(
    database: &Connection,
    employment: &str,
    reason: Reason,
) -> Result<Option<DateTime<Utc>>, IssuerError> {
    let sql = "SELECT since FROM cause WHERE employment = ?1 AND reason = ?2";
    let found: Option<i64> =
        database.query_row(sql, params![employment, reason.code()], |row| row.get(0)).optional()?;
    Ok(found.and_then(|seconds| DateTime::from_timestamp(seconds, 0)))
}

fn complaint_days(database: &Connection) -> Result<i64, IssuerError> {
    let sql = "SELECT value FROM setting WHERE name = 'complaint_days'";
    let set: Option<String> = database.query_row(sql, [], |row| row.get(0)).optional()?;
    Ok(set.and_then(|days| days.parse().ok()).unwrap_or(COMPLAINT_DAYS))
}

fn to_json(value: &impl serde::Serialize) -> Result<String, IssuerError> {
    serde_json::to_string(value).map_err(|_| IssuerError::Malformed("an act"))
}
