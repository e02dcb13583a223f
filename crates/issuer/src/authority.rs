//! Who may act for which company.
//!
//! In reality Altinn says so; here the office fills a table, and one function answers from it, so
//! that Altinn can take its place. Whoever may act can let a colleague act too, for a time and
//! until it is taken back. What was delegated can't be delegated on, and falls with what it hangs on.

use card::{NationalId, OrganisationNumber, PersonName};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use wire::{Colleague, Fault, MayActFor};

use crate::error::IssuerError;
use crate::{Issuer, write};

/// Longest delegation, in days: people change places.
const LONGEST: u64 = 366;

/// An authority `a` counts at `?1`: neither it nor what it was delegated from has ended.
const COUNTS: &str = "a.revoked IS NULL AND (a.until IS NULL OR a.until > ?1)
    AND (a.granter IS NULL OR EXISTS (SELECT 1 FROM authority g WHERE g.id = a.granter
         AND g.revoked IS NULL AND (g.until IS NULL OR g.until > ?1)))";

/// Somebody who acts for a company, and may.
#[derive(Clone, Debug)]
pub struct Acting {
    pub(crate) authority: i64,
    pub(crate) company: OrganisationNumber,
    delegated: bool,
}

impl Acting {
    /// Who did it, for the history: no name stands there.
    pub(crate) fn by(&self) -> String {
        format!("employer {}", self.authority)
    }
}

impl Issuer {
    /// Lets a person act for a company, until a time or until revoked. Doing it twice changes the
    /// time.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for a company that isn't registered.
    pub fn grant_authority(
        &self,
        person: &NationalId,
        name: &PersonName,
        company: OrganisationNumber,
        until: Option<DateTime<Utc>>,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let sql = "SELECT EXISTS (SELECT 1 FROM company WHERE organisation_number = ?1)";
        if !transaction.query_row(sql, [company.get()], |row| row.get::<_, bool>(0))? {
            return Err(IssuerError::NotFound("company"));
        }
        let until = until.map(|until| until.timestamp());
        let changed = transaction.execute(
            "UPDATE authority SET until = ?3, name = ?4
             WHERE company = ?1 AND national_id = ?2 AND granter IS NULL AND revoked IS NULL",
            params![company.get(), person.expose(), until, name.as_str()],
        )?;
        if changed == 0 {
            transaction.execute(
                "INSERT INTO authority (company, national_id, name, granted_by, at, until)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![company.get(), person.expose(), name.as_str(), by, now.timestamp(), until],
            )?;
        }
        Ok(transaction.commit()?)
    }

    /// Takes back what the office has granted, and what was delegated with it.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn revoke_authority(
        &self,
        person: &NationalId,
        company: OrganisationNumber,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let changed = self.database().execute(
            "UPDATE authority SET revoked = ?3, revoked_by = ?4
             WHERE company = ?1 AND national_id = ?2 AND granter IS NULL AND revoked IS NULL",
            params![company.get(), person.expose(), now.timestamp(), by],
        )?;
        if changed == 0 { Err(IssuerError::NotFound("authority")) } else { Ok(()) }
    }

    /// The companies that a person may act for now.
    ///
    /// # Errors
    /// The database.
    pub fn companies_of(
        &self,
        person: &NationalId,
        now: DateTime<Utc>,
    ) -> Result<Vec<MayActFor>, IssuerError> {
        let database = self.database();
        let mut statement = database.prepare_cached(&format!(
            "SELECT c.organisation_number, c.name, a.name, a.until,
                    (SELECT name FROM authority WHERE id = a.granter)
             FROM authority a JOIN company c ON c.organisation_number = a.company
             WHERE a.national_id = ?2 AND {COUNTS}
             GROUP BY a.company HAVING a.granter IS min(a.granter) ORDER BY c.name"
        ))?;
        let rows = statement.query_map(params![now.timestamp(), person.expose()], |row| {
            Ok(MayActFor {
                organisation_number: parsed(row.get::<_, u32>(0)?.try_into())?,
                name: parsed(row.get::<_, String>(1)?.parse())?,
                person: name(row, 2)?.ok_or(rusqlite::Error::InvalidQuery)?,
                until: time(row, 3)?,
                delegated_by: name(row, 4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether a person may act for a company now. The one place that says so.
    ///
    /// # Errors
    /// [`IssuerError::NotAuthorised`].
    pub fn may_act(
        &self,
        person: &NationalId,
        company: OrganisationNumber,
        now: DateTime<Utc>,
    ) -> Result<Acting, IssuerError> {
        let sql = format!(
            "SELECT a.id, a.granter IS NOT NULL FROM authority a
             WHERE a.national_id = ?2 AND a.company = ?3 AND {COUNTS}
             ORDER BY a.granter IS NOT NULL LIMIT 1"
        );
        let values = params![now.timestamp(), person.expose(), company.get()];
        self.database()
            .query_row(&sql, values, |row| {
                Ok(Acting { authority: row.get(0)?, company, delegated: row.get(1)? })
            })
            .optional()?
            .ok_or(IssuerError::NotAuthorised)
    }

    /// Lets a colleague act for the company until the end of a day.
    ///
    /// # Errors
    /// [`IssuerError::Refused`] says what is wrong.
    pub fn delegate(
        &self,
        acting: &Acting,
        (colleague, called): (&NationalId, &PersonName),
        last_day: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        if acting.delegated {
            return Err(Fault::NotYoursToDelegate.into());
        }
        let until = last_day
            .checked_add_days(Days::new(1))
            .map(|day| day.and_time(NaiveTime::MIN).and_utc());
        let latest = now + Days::new(LONGEST);
        let until =
            until.filter(|until| (now..=latest).contains(until)).ok_or(Fault::UntilOutOfRange)?;
        if self.may_act(colleague, acting.company, now).is_ok() {
            return Err(Fault::DelegatedAlready.into());
        }
        self.database().execute(
            "INSERT INTO authority (company, national_id, name, granter, granted_by, at, until)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                acting.company.get(),
                colleague.expose(),
                called.as_str(),
                acting.authority,
                acting.by(),
                now.timestamp(),
                until.timestamp()
            ],
        )?;
        Ok(())
    }

    /// Takes a delegation back: one's own, or, with an authority of one's own, anybody's.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`]; [`IssuerError::Refused`] for those who were delegated to.
    pub fn end_delegation(
        &self,
        acting: &Acting,
        delegation: i64,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        if acting.delegated && acting.authority != delegation {
            return Err(Fault::NotYoursToDelegate.into());
        }
        let changed = self.database().execute(
            "UPDATE authority SET revoked = ?3, revoked_by = ?4 WHERE id = ?1 AND company = ?2
             AND granter IS NOT NULL AND revoked IS NULL",
            params![delegation, acting.company.get(), now.timestamp(), acting.by()],
        )?;
        if changed == 0 { Err(IssuerError::NotFound("delegation")) } else { Ok(()) }
    }

    /// All who may act for the company of one of them now.
    ///
    /// # Errors
    /// The database.
    pub fn colleagues(
        &self,
        acting: &Acting,
        now: DateTime<Utc>,
    ) -> Result<Vec<Colleague>, IssuerError> {
        let mut people = self.who_may_act(acting.company, now)?;
        for one in &mut people {
            one.yourself = one.id == acting.authority;
        }
        Ok(people)
    }

    /// All who may act for a company now.
    ///
    /// # Errors
    /// The database.
    pub fn who_may_act(
        &self,
        company: OrganisationNumber,
        now: DateTime<Utc>,
    ) -> Result<Vec<Colleague>, IssuerError> {
        let database = self.database();
        let mut statement = database.prepare_cached(&format!(
            "SELECT a.id, a.name, a.until, (SELECT name FROM authority WHERE id = a.granter)
             FROM authority a WHERE a.company = ?2 AND {COUNTS} ORDER BY a.granter IS NOT NULL, a.name"
        ))?;
        let rows = statement.query_map(params![now.timestamp(), company.get()], |row| {
            Ok(Colleague {
                id: row.get(0)?,
                name: name(row, 1)?.ok_or(rusqlite::Error::InvalidQuery)?,
                until: time(row, 2)?,
                delegated_by: name(row, 3)?,
                yourself: false,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The sub-units of a company that are known, with their names; itself among them.
pub(crate) fn has_unit(
    database: &Connection,
    company: OrganisationNumber,
    unit: OrganisationNumber,
) -> Result<bool, IssuerError> {
    let sql =
        "SELECT EXISTS (SELECT 1 FROM unit WHERE organisation_number = ?2 AND main_unit = ?1)";
    Ok(unit == company || database.query_row(sql, [company.get(), unit.get()], |row| row.get(0))?)
}

/// What stands in the database was parsed on its way in.
pub(crate) fn parsed<T, E>(read: Result<T, E>) -> Result<T, rusqlite::Error> {
    read.map_err(|_| rusqlite::Error::InvalidQuery)
}

fn name(row: &Row, at: usize) -> Result<Option<PersonName>, rusqlite::Error> {
    row.get::<_, Option<String>>(at)?.map(|name| parsed(name.parse())).transpose()
}

fn time(row: &Row, at: usize) -> Result<Option<DateTime<Utc>>, rusqlite::Error> {
    Ok(row.get::<_, Option<i64>>(at)?.and_then(|seconds| DateTime::from_timestamp(seconds, 0)))
}
