//! Companies, workers and employments, and what keeps an employment from being valid.

use card::{
    CardNumber, Cause, CompanyName, EmploymentId, Industry, NationalId, OrganisationNumber,
    PersonName, Reason, Validity,
};
use chrono::{DateTime, NaiveDate, Utc};
use ring::rand::{SecureRandom, SystemRandom};
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::IssuerError;
use crate::terms::{Term, Terms};
use crate::{Issuer, worker_of, write};

/// A company, as Enhetsregisteret has it.
#[derive(Clone, Debug)]
pub struct NewCompany {
    /// The main unit's number.
    pub organisation_number: OrganisationNumber,
    /// The main unit's name.
    pub name: CompanyName,
}

/// A worker who has no card yet.
#[derive(Clone, Debug)]
pub struct NewWorker {
    /// The name.
    pub name: PersonName,
    /// Fødselsnummer or D-number.
    pub national_id: NationalId,
    /// The birth date; from 2032 the number no longer tells it.
    pub birth_date: NaiveDate,
}

/// An employment to be put on a card.
#[derive(Clone, Debug)]
pub struct NewEmployment {
    /// The card.
    pub card: CardNumber,
    /// The main unit.
    pub company: OrganisationNumber,
    /// The sub-unit that the employment hangs on.
    pub sub_unit: OrganisationNumber,
    /// Which industry.
    pub industry: Industry,
}

impl Issuer {
    /// Registers a company, or its new name.
    ///
    /// # Errors
    /// The database.
    pub fn add_company(&self, company: &NewCompany) -> Result<(), IssuerError> {
        self.database().execute(
            "INSERT INTO company VALUES (?1, ?2)
             ON CONFLICT (organisation_number) DO UPDATE SET name = excluded.name",
            params![company.organisation_number.get(), company.name.as_str()],
        )?;
        Ok(())
    }

    /// Registers a worker and gives the card's number.
    ///
    /// # Errors
    /// [`IssuerError::Conflict`] when the person has a card: one card per worker (8.3).
    pub fn add_worker(&self, worker: &NewWorker) -> Result<CardNumber, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let known: bool = transaction.query_row(
            "SELECT EXISTS (SELECT 1 FROM worker WHERE national_id = ?1)",
            [worker.national_id.expose()],
            |row| row.get(0),
        )?;
        if known {
            return Err(IssuerError::Conflict("worker"));
        }
        let (_, card) = insert_worker(&transaction, worker)?;
        transaction.commit()?;
        Ok(card)
    }

    /// Puts an employment on a card, valid from now for the whole time.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for a card or company that isn't registered.
    pub fn add_employment(
        &self,
        employment: &NewEmployment,
        now: DateTime<Utc>,
    ) -> Result<EmploymentId, IssuerError> {
        self.add_employment_on(employment, Term::Full, now)
    }

    /// Puts an employment on a card, valid from now on these terms: a temporary one, which the
    /// night makes full when all is complete, or a loan card.
    ///
    /// # Errors
    /// As [`add_employment`](Self::add_employment).
    pub fn add_employment_on(
        &self,
        employment: &NewEmployment,
        term: Term,
        from: DateTime<Utc>,
    ) -> Result<EmploymentId, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let worker = worker_of(&transaction, employment.card)?;
        let known: bool = transaction.query_row(
            "SELECT EXISTS (SELECT 1 FROM company WHERE organisation_number = ?1)",
            params![employment.company.get()],
            |row| row.get(0),
        )?;
        if !known {
            return Err(IssuerError::NotFound("company"));
        }
        let job = (employment.company.get(), employment.sub_unit.get(), employment.industry.code());
        let id = insert(&transaction, worker, job, term, from)?;
        transaction.commit()?;
        Ok(id)
    }

    /// Makes an employment not valid, for a reason. Doing it twice changes nothing.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn block(
        &self,
        employment: &EmploymentId,
        reason: Reason,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        self.change(employment, reason, by, now, true)
    }

    /// Takes a reason back. Doing it twice changes nothing.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn unblock(
        &self,
        employment: &EmploymentId,
        reason: Reason,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        self.change(employment, reason, by, now, false)
    }

    fn change(
        &self,
        employment: &EmploymentId,
        reason: Reason,
        by: &str,
        now: DateTime<Utc>,
        set: bool,
    ) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let known: bool = transaction.query_row(
            "SELECT EXISTS (SELECT 1 FROM employment WHERE id = ?1)",
            [employment.as_ref()],
            |row| row.get(0),
        )?;
        if !known {
            return Err(IssuerError::NotFound("employment"));
        }
        set_cause(&transaction, employment.as_ref(), reason, set, by, now)?;
        Ok(transaction.commit()?)
    }
}

/// A change in how an employment stands.
pub(crate) struct Change<'a> {
    pub(crate) employment: &'a str,
    pub(crate) reason: Reason,
    /// Whether the cause comes, or goes.
    pub(crate) set: bool,
    /// Since when it holds; a register may tell an earlier day.
    pub(crate) since: DateTime<Utc>,
    /// The part of the house, or the register, that has it.
    pub(crate) source: &'a str,
    pub(crate) by: &'a str,
    pub(crate) at: DateTime<Utc>,
}

/// A worker who has no card yet, and the number of the card.
pub(crate) fn insert_worker(
    database: &Connection,
    worker: &NewWorker,
) -> Result<(i64, CardNumber), IssuerError> {
    let card = free_card_number(database)?;
    database
        .prepare_cached(
            "INSERT INTO worker (card_number, name, national_id, birth_date)
             VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            card.get(),
            worker.name.as_str(),
            worker.national_id.expose(),
            worker.birth_date.to_string()
        ])?;
    Ok((database.last_insert_rowid(), card))
}

/// An employment at a company, in a sub-unit, in an industry.
pub(crate) fn insert(
    database: &Connection,
    worker: i64,
    (company, sub_unit, industry): (u32, u32, u8),
    term: Term,
    from: DateTime<Utc>,
) -> Result<EmploymentId, IssuerError> {
    let until = Terms::read(database)?.end(term, from);
    let id: EmploymentId = format!("e{:016x}", random::<8>().map(u64::from_be_bytes)?)
        .parse()
        .map_err(|_| IssuerError::NoRandomness)?;
    let (from, until) = (from.timestamp(), until.timestamp());
    database
        .prepare_cached(
            "INSERT INTO employment
               (id, worker, company, sub_unit, industry, valid_from, valid_until, term)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            id.as_ref(),
            worker,
            company,
            sub_unit,
            industry,
            from,
            until,
            term.as_str()
        ])?;
    Ok(id)
}

/// Puts a cause to an employment or takes it away, and notes that if it changed anything.
pub(crate) fn set_cause(
    database: &Connection,
    employment: &str,
    reason: Reason,
    set: bool,
    by: &str,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let change = Change { employment, reason, set, since: now, source: "office", by, at: now };
    put_cause(database, &change).map(drop)
}

/// The same, from any source. Says whether it changed anything.
pub(crate) fn put_cause(database: &Connection, change: &Change<'_>) -> Result<bool, IssuerError> {
    let Change { employment, reason, set, since, source, by, at } = change;
    let changed = if *set {
        database
            .prepare_cached(
                "INSERT OR IGNORE INTO cause (employment, reason, since, source)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![employment, reason.code(), since.timestamp(), source])?
    } else {
        database
            .prepare_cached("DELETE FROM cause WHERE employment = ?1 AND reason = ?2")?
            .execute(params![employment, reason.code()])?
    };
    if changed > 0 {
        database
            .prepare_cached(
                "INSERT INTO status_change (employment, reason, set_on, at, by, source)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![employment, reason.code(), set, at.timestamp(), by, source])?;
    }
    Ok(changed > 0)
}

/// Why an employment isn't valid at `now`.
pub(crate) fn causes(
    database: &Connection,
    employment: &str,
    validity: Validity,
    now: DateTime<Utc>,
) -> Result<Vec<Cause>, IssuerError> {
    let mut statement = database
        .prepare_cached("SELECT reason, since FROM cause WHERE employment = ?1 ORDER BY since")?;
    let mut causes = statement
        .query_map([employment], |row| Ok((row.get::<_, u8>(0)?, row.get::<_, i64>(1)?)))?
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .filter_map(|(code, since)| {
            Some(Cause {
                reason: Reason::from_code(code)?,
                since: DateTime::from_timestamp(since, 0),
            })
        })
        .collect::<Vec<_>>();
    if now >= validity.until() {
        causes.push(Cause { reason: Reason::CardExpired, since: Some(validity.until()) });
    }
    Ok(causes)
}

fn free_card_number(database: &Connection) -> Result<CardNumber, IssuerError> {
    for _ in 0..1_000 {
        let number = u32::from_be_bytes(random()?) % (CardNumber::MAX + 1);
        let sql = "SELECT 1 FROM worker WHERE card_number = ?1";
        let taken: Option<i64> = database.query_row(sql, [number], |row| row.get(0)).optional()?;
        if let (None, Ok(card)) = (taken, CardNumber::try_from(number)) {
            return Ok(card);
        }
    }
    Err(IssuerError::Conflict("card number"))
}

pub(crate) fn random<const N: usize>() -> Result<[u8; N], IssuerError> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).map_err(|_| IssuerError::NoRandomness)?;
    Ok(bytes)
}
