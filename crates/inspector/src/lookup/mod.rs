//! Look-up without a code: by national number, card number, name, birth date or company.
//!
//! **Threat.** A look-up is a look at a person. It goes to the index on this device and nowhere
//! else, and nothing of it is kept: not what was typed, not what was found.

mod asked;
mod names;
mod person;

use ::index::Record;
use card::{CardNumber, CompanyName, OrganisationNumber, PersonName, words};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::Serialize;

use crate::{Inspector, InspectorError};

use asked::Asked;
pub(crate) use person::status;
pub use person::{About, EmploymentView, HistoryView, PersonView, Presented};

/// Most results of one search.
pub const MOST_FOUND: usize = 50;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Hit {
    /// A card's holder.
    Person {
        /// The card's number.
        card: CardNumber,
        /// The name.
        name: PersonName,
        /// The birth date.
        birth_date: NaiveDate,
        /// The companies on the card.
        companies: Vec<String>,
    },
    /// A company, or a sub-unit of one.
    Company {
        /// Its number.
        number: OrganisationNumber,
        /// Its name; a sub-unit's isn't known.
        name: Option<CompanyName>,
        /// How many cards name it.
        workers: u32,
    },
}

/// What a search came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The best first.
    pub hits: Vec<Hit>,
    /// Whether there are more than these.
    pub more: bool,
}

impl Inspector {
    /// Searches for whatever was typed: digits of a national number, a card number or an
    /// organisation number, or words of a name with or without a birth date.
    ///
    /// # Errors
    /// [`InspectorError::NoIndex`] before the first one is here; [`InspectorError::Locked`].
    pub fn find(&self, asked: &str, now: DateTime<Utc>) -> Result<Found, InspectorError> {
        let (database, _) = self.look_up(now)?;
        let database = &at_once(database)?;
        match Asked::parse(asked) {
            Asked::Nothing => Ok(Found::default()),
            Asked::Digits(digits) => by_digits(database, &digits),
            Asked::Names { words, born } if born.is_empty() => names::find(database, &words),
            Asked::Names { words, born } => self::born(database, &born, &words),
        }
    }

    /// The people whose card names a company or sub-unit, in order of card number; `skip`
    /// of them left out.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    pub fn workers(
        &self,
        unit: OrganisationNumber,
        skip: u32,
        now: DateTime<Utc>,
    ) -> Result<Found, InspectorError> {
        let (database, _) = self.look_up(now)?;
        let database = &at_once(database)?;
        let sql = "SELECT p.record FROM works_at w JOIN person p ON p.card = w.card
                   WHERE w.unit = ?1 ORDER BY w.card LIMIT ?2 OFFSET ?3";
        let mut hits =
            people(database, sql, params![unit.get(), (MOST_FOUND + 1).cast_signed(), skip])?;
        let more = hits.len() > MOST_FOUND;
        hits.truncate(MOST_FOUND);
        Ok(Found { hits, more })
    }
}

/// Numbers that begin with these digits: those of the kind that has so many first.
fn by_digits(database: &Connection, digits: &str) -> Result<Found, InspectorError> {
    let share = if [7, 9, 11].contains(&digits.len()) { MOST_FOUND } else { MOST_FOUND / 3 };
    let limit = share + 1;
    let mut kinds = [(7, Kind::Card), (9, Kind::Unit), (11, Kind::NationalId)];
    kinds.sort_by_key(|(length, _)| *length != digits.len());
    let mut found = Found::default();
    for (length, kind) in kinds {
        let Some((from, to)) = range(digits, length) else { continue };
        let mut hits = match kind {
            Kind::Card => people(
                database,
                "SELECT record FROM person WHERE card BETWEEN ?1 AND ?2 ORDER BY card LIMIT ?3",
                params![from, to, limit.cast_signed()],
            ),
            Kind::Unit => units(database, from, to, limit),
            Kind::NationalId => people(
                database,
                "SELECT record FROM person WHERE national_id BETWEEN ?1 AND ?2
                 ORDER BY national_id LIMIT ?3",
                params![from, to, limit.cast_signed()],
            ),
        }?;
        found.more |= hits.len() > share;
        hits.truncate(share);
        found.hits.extend(hits);
    }
    found.more |= found.hits.len() > MOST_FOUND;
    found.hits.truncate(MOST_FOUND);
    Ok(found)
}

/// What a number can be of.
#[derive(Clone, Copy)]
enum Kind {
    Card,
    Unit,
    NationalId,
}

/// The numbers of `length` digits that begin with these; `None` if they are too many.
fn range(digits: &str, length: usize) -> Option<(i64, i64)> {
    let missing = u32::try_from(length.checked_sub(digits.len())?).ok()?;
    let (start, span) = (digits.parse::<i64>().ok()?, 10_i64.checked_pow(missing)?);
    Some((start * span, start * span + span - 1))
}

/// The units whose number is in a range, and how many work there.
fn units(
    database: &Connection,
    from: i64,
    to: i64,
    limit: usize,
) -> Result<Vec<Hit>, InspectorError> {
    let sql = "SELECT w.unit, c.name, count(*) FROM works_at w
               LEFT JOIN company c ON c.number = w.unit
               WHERE w.unit BETWEEN ?1 AND ?2 GROUP BY w.unit ORDER BY w.unit LIMIT ?3";
    rows(database, sql, params![from, to, limit.cast_signed()], company)
}

/// A company from its number, name and number of workers.
fn company(row: &rusqlite::Row<'_>) -> rusqlite::Result<Option<Hit>> {
    let (number, name): (u32, Option<String>) = (row.get(0)?, row.get(1)?);
    let workers = row.get(2)?;
    Ok(OrganisationNumber::try_from(number).ok().map(|number| {
        let name = name.and_then(|name| name.parse().ok());
        Hit::Company { number, name, workers }
    }))
}

/// All that one look reads is of one index, though a sync may be under way beside it; and the file
/// is locked once for it.
fn at_once(database: &Connection) -> Result<Transaction<'_>, InspectorError> {
    database.unchecked_transaction().map_err(unreadable)
}

/// The people whose records a query gives.
fn people(
    database: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<Hit>, InspectorError> {
    let records = rows(database, sql, params, |row| {
        let bytes: Vec<u8> = row.get(0)?;
        Ok(Record::from_bytes(&bytes).ok())
    })?;
    records.iter().map(|record| hit(database, record)).collect()
}

/// The people born on one of these days, those first whose name is nearest to the words.
fn born(
    database: &Connection,
    dates: &[NaiveDate],
    asked: &[String],
) -> Result<Found, InspectorError> {
    let mut near = Vec::new();
    for date in dates {
        let day = (*date - NaiveDate::default()).num_days();
        let sql = "SELECT record FROM person WHERE born = ?1 ORDER BY card";
        let records = rows(database, sql, [day], |row| {
            let bytes: Vec<u8> = row.get(0)?;
            Ok(Record::from_bytes(&bytes).ok())
        })?;
        near.extend(records.into_iter().filter_map(|record| {
            Some((::names::distance(asked, &words(record.name.as_str()))?, record))
        }));
    }
    near.sort_by_key(|(distance, record)| (*distance, record.card));
    let more = near.len() > MOST_FOUND;
    near.truncate(MOST_FOUND);
    let hits = near.iter().map(|(_, record)| hit(database, record)).collect::<Result<_, _>>()?;
    Ok(Found { hits, more })
}

/// A card's holder as a result.
fn hit(database: &Connection, record: &Record) -> Result<Hit, InspectorError> {
    let mut companies: Vec<String> = Vec::new();
    for job in &record.employments {
        let name = company_name(database, job.company)?;
        let name = name.map_or_else(|| job.company.to_string(), |name| name.to_string());
        if !companies.contains(&name) {
            companies.push(name);
        }
    }
    let (card, name) = (record.card, record.name.clone());
    Ok(Hit::Person { card, name, birth_date: record.birth_date, companies })
}

pub(crate) fn company_name(
    database: &Connection,
    number: OrganisationNumber,
) -> Result<Option<CompanyName>, InspectorError> {
    let name: Option<String> = database
        .prepare_cached("SELECT name FROM company WHERE number = ?1")
        .and_then(|mut sql| sql.query_row([number.get()], |row| row.get(0)).optional())
        .map_err(unreadable)?;
    Ok(name.and_then(|name| name.parse().ok()))
}

/// The record of a card.
pub(crate) fn record(
    database: &Connection,
    card: CardNumber,
) -> Result<Option<Record>, InspectorError> {
    let bytes: Option<Vec<u8>> = database
        .prepare_cached("SELECT record FROM person WHERE card = ?1")
        .and_then(|mut sql| sql.query_row([card.get()], |row| row.get(0)).optional())
        .map_err(unreadable)?;
    Ok(bytes.and_then(|bytes| Record::from_bytes(&bytes).ok()))
}

/// The rows of a query that can be read.
fn rows<T>(
    database: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    read: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<Option<T>>,
) -> Result<Vec<T>, InspectorError> {
    let ask = || {
        let mut statement = database.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?;
        rows.filter_map(Result::transpose).collect::<Result<Vec<_>, _>>()
    };
    ask().map_err(unreadable)
}

fn unreadable(error: rusqlite::Error) -> InspectorError {
    InspectorError::Store(error.into())
}
