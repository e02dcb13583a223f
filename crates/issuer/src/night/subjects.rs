//! Who is asked about, register by register: only those with a card that lasts, and only where
//! the register applies (2.2).

use card::{Industry, NationalId, OrganisationNumber};
use chrono::{DateTime, Utc};
use registers::Register;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::fact::known;
use super::rules::{Job, lasts_without_oar};
use crate::error::IssuerError;
use crate::wallet::damaged;

/// How many companies or workers are looked at in one go.
const STEP: u32 = 1_000;

/// One question to a register.
pub(crate) enum Question {
    Company(OrganisationNumber),
    Person { worker: i64, number: NationalId, companies: Vec<OrganisationNumber> },
    Assignment { worker: i64, number: NationalId, company: OrganisationNumber },
}

impl Question {
    /// Subject and company in the table `answer`.
    pub(crate) fn key(&self) -> (i64, u32) {
        match self {
            Self::Company(number) => (number.get().into(), 0),
            Self::Person { worker, .. } => (*worker, 0),
            Self::Assignment { worker, company, .. } => (*worker, company.get()),
        }
    }
}

/// The next questions after `cursor`, and the cursor after them; `None` at the end.
pub(crate) fn next(
    database: &Connection,
    register: Register,
    cursor: i64,
    now: DateTime<Utc>,
) -> Result<Option<(Vec<Question>, i64)>, IssuerError> {
    let (table, id) = match register {
        Register::Entities | Register::Staffing | Register::Cleaning | Register::CarCare => {
            ("company", "organisation_number")
        }
        _ => ("worker", "id"),
    };
    let Some(end) = end_of_step(database, table, id, cursor)? else { return Ok(None) };
    let questions = match register {
        Register::Entities => companies(database, "", (cursor, end), now),
        Register::Cleaning | Register::CarCare => {
            let industry = Industry::ALL
                .into_iter()
                .find(|industry| super::rules::approvals_of(*industry) == Some(register))
                .map_or(0, Industry::code);
            let those = format!("AND e.industry = {industry}");
            companies(database, &those, (cursor, end), now)
        }
        Register::Staffing => {
            let those = "AND EXISTS (SELECT 1 FROM answer a WHERE a.register = 'entities'
                 AND a.subject = c.organisation_number AND a.company = 0
                 AND a.fact ->> '$.active.hires_out')";
            companies(database, those, (cursor, end), now)
        }
        Register::Employments | Register::Population => people(database, "", (cursor, end), now),
        Register::Permits => {
            let those = "AND EXISTS (SELECT 1 FROM answer a WHERE a.register = 'population'
                 AND a.subject = w.id AND a.company = 0 AND a.fact ->> '$.needs_permit')";
            people(database, those, (cursor, end), now)
        }
        Register::Assignments => assignments(database, (cursor, end), now),
    }?;
    Ok(Some((questions, end)))
}

/// The last of the next workers that are looked at in one go; `None` at the end.
pub(super) fn workers_until(database: &Connection, after: i64) -> Result<Option<i64>, IssuerError> {
    end_of_step(database, "worker", "id", after)
}

fn end_of_step(
    database: &Connection,
    table: &str,
    id: &str,
    after: i64,
) -> Result<Option<i64>, IssuerError> {
    let sql = format!(
        "SELECT max({id}) FROM (SELECT {id} FROM {table} WHERE {id} > ?1 ORDER BY {id} LIMIT ?2)"
    );
    let end = database
        .prepare_cached(&sql)?
        .query_row(params![after, STEP], |row| row.get::<_, Option<i64>>(0))
        .optional()?;
    Ok(end.flatten())
}

fn companies(
    database: &Connection,
    those: &str,
    (after, end): (i64, i64),
    now: DateTime<Utc>,
) -> Result<Vec<Question>, IssuerError> {
    let sql = format!(
        "SELECT DISTINCT c.organisation_number
         FROM company c JOIN employment e ON e.company = c.organisation_number
         WHERE c.organisation_number > ?1 AND c.organisation_number <= ?2
           AND e.valid_until > ?3 {those}
         ORDER BY c.organisation_number"
    );
    let mut statement = database.prepare_cached(&sql)?;
    let mut rows = statement.query(params![after, end, now.timestamp()])?;
    let mut questions = Vec::new();
    while let Some(row) = rows.next()? {
        questions.push(Question::Company(company_at(row, 0)?));
    }
    Ok(questions)
}

fn people(
    database: &Connection,
    those: &str,
    (after, end): (i64, i64),
    now: DateTime<Utc>,
) -> Result<Vec<Question>, IssuerError> {
    let sql = format!(
        "SELECT w.id, w.national_id, e.company FROM worker w JOIN employment e ON e.worker = w.id
         WHERE w.id > ?1 AND w.id <= ?2 AND e.valid_until > ?3 {those} ORDER BY w.id"
    );
    let mut statement = database.prepare_cached(&sql)?;
    let mut rows = statement.query(params![after, end, now.timestamp()])?;
    let mut questions: Vec<Question> = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, company) = (row.get(0)?, company_at(row, 2)?);
        match questions.last_mut() {
            Some(Question::Person { worker, companies, .. }) if *worker == id => {
                companies.push(company);
            }
            _ => questions.push(Question::Person {
                worker: id,
                number: number_at(row, 1)?,
                companies: vec![company],
            }),
        }
    }
    Ok(questions)
}

/// OAR is asked where Aa-registeret doesn't say yes.
fn assignments(
    database: &Connection,
    (after, end): (i64, i64),
    now: DateTime<Utc>,
) -> Result<Vec<Question>, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT w.id, w.national_id, e.company, e.industry, e.valid_from, e.valid_until,
                a.answered, a.fact
         FROM worker w JOIN employment e ON e.worker = w.id
              LEFT JOIN answer a
                ON a.register = 'employments' AND a.subject = w.id AND a.company = 0
         WHERE w.id > ?1 AND w.id <= ?2 AND e.valid_until > ?3 ORDER BY w.id, e.company",
    )?;
    let mut rows = statement.query(params![after, end, now.timestamp()])?;
    let mut questions: Vec<Question> = Vec::new();
    while let Some(row) = rows.next()? {
        let job = job_at(row, 2)?;
        let question = Question::Assignment {
            worker: row.get(0)?,
            number: number_at(row, 1)?,
            company: job.company,
        };
        let asked = questions.last().is_some_and(|last| last.key() == question.key());
        if !asked && !lasts_without_oar(&known(row, 6)?, job, now) {
            questions.push(question);
        }
    }
    Ok(questions)
}

/// Company, industry, start and end from a column on.
pub(crate) fn job_at(row: &Row<'_>, at: usize) -> Result<Job, IssuerError> {
    let time = |at| -> Result<_, IssuerError> {
        DateTime::from_timestamp(row.get(at)?, 0).ok_or_else(damaged)
    };
    Ok(Job {
        company: company_at(row, at)?,
        industry: Industry::from_code(row.get(at + 1)?).ok_or_else(damaged)?,
        from: time(at + 2)?,
        until: time(at + 3)?,
    })
}

fn company_at(row: &Row<'_>, at: usize) -> Result<OrganisationNumber, IssuerError> {
    OrganisationNumber::try_from(row.get::<_, u32>(at)?).map_err(|_| damaged())
}

fn number_at(row: &Row<'_>, at: usize) -> Result<NationalId, IssuerError> {
    row.get_ref(at)?.as_str().map_err(|_| damaged())?.parse().map_err(|_| damaged())
}
