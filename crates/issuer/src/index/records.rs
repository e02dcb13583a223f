//! Cards as the index has them, read from the tables in a few passes whatever their number.

use std::iter::Peekable;

use card::{CardNumber, Cause, Industry, OrganisationNumber, Reason, Validity};
use chrono::{DateTime, Utc};
use credential::PhotoDigest;
use index::{Change, Employment, Record};
use rusqlite::{Connection, Row};

use crate::error::IssuerError;
use crate::wallet::damaged;

/// Changes that the index tells of, for each employment.
const HISTORY: usize = 20;

/// Which cards.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cards {
    /// All of them.
    All,
    /// Those that somebody has touched since the last publication.
    Touched,
    /// Those that have changed after a publication.
    ChangedAfter(u64),
}

impl Cards {
    fn filter(self) -> String {
        let of_changes = |which: &str| {
            format!(
                "WHERE w.erased IS NULL AND w.card_number IN
                   (SELECT number FROM index_change WHERE kind = 0 AND {which})"
            )
        };
        match self {
            Self::All => "WHERE w.erased IS NULL".into(),
            Self::Touched => of_changes("touched = 1"),
            Self::ChangedAfter(version) => of_changes(&format!("version > {version}")),
        }
    }
}

/// Gives each card's record to `take`, in order of the card's number, with the digest of what was
/// published of it last.
///
/// Four queries run side by side, each in the same order, so that each row is read once.
pub(super) fn each_record(
    database: &Connection,
    cards: Cards,
    mut take: impl FnMut(Record, Option<[u8; 16]>) -> Result<(), IssuerError>,
) -> Result<(), IssuerError> {
    let filter = cards.filter();
    let prepare = |columns_and_tables: &str, order: &str| {
        database.prepare(&format!("{columns_and_tables} {filter} ORDER BY w.card_number{order}"))
    };
    let mut holders = prepare(
        "SELECT w.card_number, w.name, w.national_id, w.birth_date, p.digest, d.enrolled, i.digest
         FROM worker w LEFT JOIN index_change i ON i.kind = 0 AND i.number = w.card_number
         LEFT JOIN photo p ON p.worker = w.id
         LEFT JOIN device d ON d.worker = w.id AND d.replaced IS NULL",
        "",
    )?;
    let mut employments = prepare(
        "SELECT w.card_number, e.id, e.company, e.sub_unit, e.industry, e.valid_from, e.valid_until,
                b.status_index
         FROM worker w JOIN employment e ON e.worker = w.id
         LEFT JOIN device d ON d.worker = w.id AND d.replaced IS NULL
         LEFT JOIN binding b ON b.employment = e.id AND b.device = d.id",
        ", e.valid_from, e.id",
    )?;
    let mut causes = prepare(
        "SELECT e.id, c.reason, c.since
         FROM worker w JOIN employment e ON e.worker = w.id JOIN cause c ON c.employment = e.id",
        ", e.valid_from, e.id, c.since, c.reason",
    )?;
    let mut history = prepare(
        "SELECT e.id, h.reason, h.set_on, h.at
         FROM worker w JOIN employment e ON e.worker = w.id
         JOIN status_change h ON h.employment = e.id",
        ", e.valid_from, e.id, h.id DESC",
    )?;
    let mut employments = employments.query_map([], employment)?.peekable();
    let mut causes = causes.query_map([], cause)?.peekable();
    let mut history = history.query_map([], change)?.peekable();
    for holder in holders.query_map([], holder)? {
        let (record, before) = holder?;
        let mut record = record?;
        for job in of(&mut employments, &record.card)? {
            let mut job = job?;
            job.causes = of(&mut causes, job.id.as_ref())?;
            job.history = of(&mut history, job.id.as_ref())?.into_iter().flatten().collect();
            job.history.truncate(HISTORY);
            record.employments.push(job);
        }
        take(record, before)?;
    }
    Ok(())
}

/// The rows at the front that belong to `key`. Both run in the same order.
fn of<K: ?Sized, O: PartialEq<K>, T>(
    rows: &mut Peekable<impl Iterator<Item = rusqlite::Result<(O, T)>>>,
    key: &K,
) -> Result<Vec<T>, IssuerError> {
    let mut found = Vec::new();
    while let Some(row) = rows.next_if(|row| row.as_ref().map_or(true, |(owner, _)| owner == key)) {
        found.push(row?.1);
    }
    Ok(found)
}

type Parsed<T> = Result<T, IssuerError>;

fn holder(row: &Row<'_>) -> rusqlite::Result<(Parsed<Record>, Option<[u8; 16]>)> {
    let (card, name, number): (u32, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (born, photo): (String, Option<[u8; PhotoDigest::BYTES]>) = (row.get(3)?, row.get(4)?);
    let phone: Option<i64> = row.get(5)?;
    let parse = || {
        Some(Record {
            card: CardNumber::try_from(card).ok()?,
            name: name.parse().ok()?,
            national_id: number.parse().ok()?,
            birth_date: born.parse().ok()?,
            photo: photo.map(PhotoDigest::from),
            phone_since: phone.and_then(time),
            employments: Vec::new(),
            qualifications: Vec::new(),
        })
    };
    Ok((parse().ok_or_else(damaged), row.get(6)?))
}

fn employment(row: &Row<'_>) -> rusqlite::Result<(CardNumber, Parsed<Employment>)> {
    let card =
        CardNumber::try_from(row.get::<_, u32>(0)?).map_err(|_| rusqlite::Error::InvalidQuery)?;
    let (id, company, sub_unit): (String, u32, u32) = (row.get(1)?, row.get(2)?, row.get(3)?);
    let (industry, from, until) = (row.get(4)?, row.get(5)?, row.get(6)?);
    let status_index = row.get(7)?;
    let parse = || {
        Some(Employment {
            id: id.parse().ok()?,
            company: OrganisationNumber::try_from(company).ok()?,
            sub_unit: OrganisationNumber::try_from(sub_unit).ok()?,
            industry: Industry::from_code(industry)?,
            validity: Validity::new(time(from)?, time(until)?).ok()?,
            status_index,
            causes: Vec::new(),
            history: Vec::new(),
        })
    };
    Ok((card, parse().ok_or_else(damaged)))
}

fn cause(row: &Row<'_>) -> rusqlite::Result<(String, Cause)> {
    let reason = Reason::from_code(row.get(1)?).ok_or(rusqlite::Error::InvalidQuery)?;
    Ok((row.get(0)?, Cause { reason, since: time(row.get(2)?) }))
}

/// A change; one of a reason that this version doesn't know, or of no time, is left out.
fn change(row: &Row<'_>) -> rusqlite::Result<(String, Option<Change>)> {
    let (reason, set, at) = (Reason::from_code(row.get(1)?), row.get(2)?, time(row.get(3)?));
    Ok((row.get(0)?, reason.zip(at).map(|(reason, at)| Change { reason, set, at })))
}

fn time(seconds: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0)
}
