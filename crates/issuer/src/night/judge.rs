//! Judging all cards: what each register last said → what is about to change.
//!
//! Nothing changes yet. What would is written down, so that a register that suddenly drops half
//! of Norway can be stopped before it does.

use std::collections::HashMap;

use card::{Industry, Reason};
use chrono::{DateTime, Utc};
use registers::{Period, Register};
use rusqlite::{Connection, Transaction, params};

use super::fact::{Approved, Company, Employed, Known, Person, WorkPermit, known};
use super::rules::{Asked, Coming, Facts, Finding, Job, Judged, approvals_of, judge};
use super::subjects::{job_at, workers_until};
use super::{Night, Progress};
use crate::error::IssuerError;
use crate::terms::Term;
use crate::wallet::damaged;
use crate::{warning, write};

/// What the registers say of a company; there are far fewer of them than cards.
#[derive(Clone, Default)]
struct OfCompany {
    entry: Known<Company>,
    staffing: Known<Approved>,
    approvals: Vec<(Register, Known<Approved>)>,
}

/// An employment with all that it is judged by.
struct Row {
    id: String,
    job: Job,
    facts: Facts,
    term: String,
    /// Photo and phone are there.
    complete: bool,
}

/// What stands in the database about an employment, beside what the registers say.
#[derive(Default)]
struct Stands {
    /// Reason, and who found it.
    causes: Vec<(u8, String)>,
    /// Reason, register, since when it is held back.
    held_back: Vec<(u8, Register, DateTime<Utc>)>,
    /// What has been warned of and still stands.
    warned: Vec<(u8, i64)>,
}

/// Judges all cards that last, from where this night has come to. Worker by worker: what registers
/// said lies in that order, and the cost of a card is the same however many there are.
pub(super) fn judge_all(night: &Night<'_>, database: &mut Connection) -> Result<(), IssuerError> {
    let asked = asked(database)?;
    let companies = companies(database)?;
    let (mut cursor, mut judged): (i64, u32) = database.query_row(
        "SELECT CAST(cursor AS INTEGER), judged FROM night WHERE id = ?1",
        [night.id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    while let Some(end) = workers_until(database, cursor)? {
        let rows = rows(database, (cursor, end), night.at, &companies)?;
        let mut stands = stands(database, (cursor, end))?;
        let transaction = write(database)?;
        let (mut completed, mut say) = (0, HashMap::<Register, u32>::new());
        for row in &rows {
            let stands = stands.remove(&row.id).unwrap_or_default();
            let judged = judge(row.job, &row.facts, &asked, &night.terms, night.at);
            for register in &judged.registers {
                *say.entry(*register).or_default() += 1;
            }
            let mut coming = judged.coming.clone();
            if complete(night, &transaction, row, &judged, &stands)? {
                completed += 1;
                coming.retain(|coming| coming.reason != Reason::CardExpired);
            }
            warn(night, &transaction, row, &coming, &stands)?;
            note(night, &transaction, row, judged.findings, &stands)?;
        }
        for (register, cards) in say {
            transaction.execute(
                "UPDATE asking SET cards = cards + ?3 WHERE night = ?1 AND register = ?2",
                params![night.id, register.as_str(), cards],
            )?;
        }
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        transaction.execute(
            "UPDATE night SET cursor = ?2, judged = judged + ?3, completed = completed + ?4
             WHERE id = ?1",
            params![night.id, end, count, completed],
        )?;
        transaction.commit()?;
        judged += count;
        (night.progress)(Progress::Judged { cards: judged });
        cursor = end;
    }
    Ok(())
}

/// A temporary card becomes a full one when phone, photo and all registers are there.
fn complete(
    night: &Night<'_>,
    transaction: &Transaction<'_>,
    row: &Row,
    judged: &Judged,
    stands: &Stands,
) -> Result<bool, IssuerError> {
    let ready = row.complete && judged.confirmed && stands.causes.is_empty();
    if row.term != Term::Temporary.as_str() || !ready {
        return Ok(false);
    }
    let until = night.terms.end(Term::Full, row.job.from);
    transaction.execute(
        "UPDATE employment SET term = ?2, valid_until = ?3 WHERE id = ?1",
        params![row.id, Term::Full.as_str(), until.timestamp()],
    )?;
    Ok(true)
}

/// Warns of what is coming, and takes back what no longer is.
fn warn(
    night: &Night<'_>,
    transaction: &Transaction<'_>,
    row: &Row,
    coming: &[Coming],
    stands: &Stands,
) -> Result<(), IssuerError> {
    let is = |(reason, due): &(u8, i64), coming: &Coming| {
        (*reason, *due) == (coming.reason.code(), coming.due.timestamp())
    };
    for new in coming.iter().filter(|new| !stands.warned.iter().any(|old| is(old, new))) {
        let kind = warning::Kind::Coming;
        warning::record(transaction, &row.id, kind, new.reason, new.due, night.at)?;
    }
    for old in stands.warned.iter().filter(|old| !coming.iter().any(|new| is(old, new))) {
        warning::mended(transaction, &row.id, *old, night.at)?;
    }
    Ok(())
}

/// Writes down what is about to change.
fn note(
    night: &Night<'_>,
    transaction: &Transaction<'_>,
    row: &Row,
    mut findings: Vec<Finding>,
    stands: &Stands,
) -> Result<(), IssuerError> {
    // What is held back for longer than a silent register is trusted counts as silence.
    let doubted = findings.iter().filter_map(|finding| {
        let same = |(reason, register, _): &&(u8, Register, _)| {
            *reason == finding.reason.code() && *register == finding.register
        };
        let (_, register, since) = stands.held_back.iter().find(same)?;
        let long = night.at - *since > night.terms.silence();
        (long && !night.accepted.contains(register)).then_some(Finding {
            register: *register,
            reason: Reason::RegisterSilent,
            since: Some(*since),
        })
    });
    let doubted = doubted.min_by_key(|finding| finding.since);
    let silent = findings.iter().any(|finding| finding.reason == Reason::RegisterSilent);
    findings.extend(doubted.filter(|_| !silent));

    let mut insert = transaction.prepare_cached(
        "INSERT OR IGNORE INTO finding (employment, reason, register, set_on, since)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for finding in &findings {
        if !stands.causes.iter().any(|(reason, _)| *reason == finding.reason.code()) {
            let since = finding.since.map(|since| since.timestamp());
            let register = finding.register.as_str();
            insert.execute(params![row.id, finding.reason.code(), register, true, since])?;
        }
    }
    for (reason, source) in &stands.causes {
        let found = findings.iter().any(|finding| finding.reason.code() == *reason);
        if !found && source.parse::<Register>().is_ok() {
            insert.execute(params![row.id, reason, source, false, None::<i64>])?;
        }
    }
    Ok(())
}

fn asked(database: &Connection) -> Result<Asked, IssuerError> {
    let mut statement = database.prepare("SELECT name, asked FROM register")?;
    let mut rows = statement.query([])?;
    let mut asked = Vec::new();
    while let Some(row) = rows.next()? {
        let register = row.get_ref(0)?.as_str().map_err(|_| damaged())?;
        let since = DateTime::from_timestamp(row.get(1)?, 0).ok_or_else(damaged)?;
        asked.push((register.parse().map_err(|_| damaged())?, since));
    }
    Ok(Asked(asked))
}

fn companies(database: &Connection) -> Result<HashMap<u32, OfCompany>, IssuerError> {
    let mut companies: HashMap<u32, OfCompany> = HashMap::new();
    let mut statement = database.prepare(
        "SELECT subject, answered, fact FROM answer WHERE register = ?1 AND company = 0",
    )?;
    let mut rows = statement.query([Register::Entities.as_str()])?;
    while let Some(row) = rows.next()? {
        companies.entry(row.get(0)?).or_default().entry = known(row, 1)?;
    }
    drop(rows);
    for register in [Register::Staffing, Register::Cleaning, Register::CarCare] {
        let mut rows = statement.query([register.as_str()])?;
        while let Some(row) = rows.next()? {
            let company = companies.entry(row.get(0)?).or_default();
            match register {
                Register::Staffing => company.staffing = known(row, 1)?,
                _ => company.approvals.push((register, known(row, 1)?)),
            }
        }
    }
    Ok(companies)
}

fn rows(
    database: &Connection,
    (after, end): (i64, i64),
    now: DateTime<Utc>,
    companies: &HashMap<u32, OfCompany>,
) -> Result<Vec<Row>, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT e.id, e.term, e.company, e.industry, e.valid_from, e.valid_until,
                aa.answered, aa.fact, oar.answered, oar.fact,
                person.answered, person.fact, permit.answered, permit.fact,
                EXISTS (SELECT 1 FROM device d WHERE d.worker = e.worker AND d.replaced IS NULL)
                AND EXISTS (SELECT 1 FROM photo p WHERE p.worker = e.worker)
         FROM employment e
              LEFT JOIN answer aa
                ON aa.register = 'employments' AND aa.subject = e.worker AND aa.company = 0
              LEFT JOIN answer oar
                ON oar.register = 'assignments' AND oar.subject = e.worker
                   AND oar.company = e.company
              LEFT JOIN answer person
                ON person.register = 'population' AND person.subject = e.worker
                   AND person.company = 0
              LEFT JOIN answer permit
                ON permit.register = 'permits' AND permit.subject = e.worker
                   AND permit.company = 0
         WHERE e.worker > ?1 AND e.worker <= ?2 AND e.valid_until > ?3 ORDER BY e.worker",
    )?;
    let mut found = statement.query(params![after, end, now.timestamp()])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let job = job_at(row, 2)?;
        let company = companies.get(&job.company.get()).cloned().unwrap_or_default();
        let approval = approval(company.approvals, job.industry);
        rows.push(Row {
            id: row.get(0)?,
            term: row.get(1)?,
            job,
            facts: Facts {
                company: company.entry,
                staffing: company.staffing,
                approval,
                employed: known::<Vec<Employed>>(row, 6)?,
                assignments: known::<Vec<Period>>(row, 8)?,
                person: known::<Person>(row, 10)?,
                permit: known::<WorkPermit>(row, 12)?,
            },
            complete: row.get(14)?,
        });
    }
    Ok(rows)
}

fn approval(all: Vec<(Register, Known<Approved>)>, industry: Industry) -> Known<Approved> {
    let register = approvals_of(industry)?;
    all.into_iter().find(|(of, _)| *of == register).and_then(|(_, known)| known)
}

/// What stands about the employments of the workers after `after`, up to `end`. The order of the
/// tables is said: the planner knows nothing of how few there are.
fn stands(
    database: &Connection,
    (after, end): (i64, i64),
) -> Result<HashMap<String, Stands>, IssuerError> {
    let mut stands: HashMap<String, Stands> = HashMap::new();
    let mut statement = database.prepare_cached(
        "SELECT c.employment, c.reason, c.source
         FROM employment e CROSS JOIN cause c ON c.employment = e.id
         WHERE e.worker > ?1 AND e.worker <= ?2",
    )?;
    let mut rows = statement.query([after, end])?;
    while let Some(row) = rows.next()? {
        stands.entry(row.get(0)?).or_default().causes.push((row.get(1)?, row.get(2)?));
    }
    let mut statement = database.prepare_cached(
        "SELECT h.employment, h.reason, h.register, h.since
         FROM employment e CROSS JOIN held_back h ON h.employment = e.id
         WHERE e.worker > ?1 AND e.worker <= ?2",
    )?;
    let mut rows = statement.query([after, end])?;
    while let Some(row) = rows.next()? {
        let register = row.get_ref(2)?.as_str().map_err(|_| damaged())?;
        let register = register.parse().map_err(|_| damaged())?;
        let since = DateTime::from_timestamp(row.get(3)?, 0).ok_or_else(damaged)?;
        stands.entry(row.get(0)?).or_default().held_back.push((row.get(1)?, register, since));
    }
    let mut statement = database.prepare_cached(
        "SELECT w.employment, w.reason, w.due
         FROM employment e CROSS JOIN warning w ON w.employment = e.id
         WHERE e.worker > ?1 AND e.worker <= ?2 AND w.kind = 'coming' AND w.over IS NULL",
    )?;
    let mut rows = statement.query([after, end])?;
    while let Some(row) = rows.next()? {
        stands.entry(row.get(0)?).or_default().warned.push((row.get(1)?, row.get(2)?));
    }
    Ok(stands)
}
