//! A company as its own people see it: what Enhetsregisteret says of it, and whether its codes fit.

use card::{CompanyName, Industry, OrganisationNumber};
use chrono::{DateTime, TimeDelta, Utc};
use registers::{Nace, Unit};
use rusqlite::{Connection, OptionalExtension, params};
use wire::{EmployersCompany, SubUnit};

use crate::authority::{Acting, parsed};
use crate::declaration::current;
use crate::error::IssuerError;
use crate::{Issuer, write};

/// After how long a register's word is asked for again.
const FRESH: TimeDelta = TimeDelta::hours(12);

/// What the register said of a company's industry, when it was asked.
pub(crate) struct Codes(Vec<Nace>);

impl Codes {
    /// What is held; nothing where the register has never answered.
    pub(crate) fn of(
        database: &Connection,
        company: OrganisationNumber,
    ) -> Result<Option<Self>, IssuerError> {
        let sql = "SELECT industries FROM unit WHERE organisation_number = ?1";
        let held = database.query_row(sql, [company.get()], |row| row.get::<_, String>(0));
        Ok(held
            .optional()?
            .map(|codes| Self(codes.split(',').filter_map(|c| c.parse().ok()).collect())))
    }

    pub(crate) fn fit(&self, industry: Industry) -> bool {
        self.0.iter().any(|code| code.fits(industry))
    }

    pub(crate) fn words(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }
}

impl Issuer {
    /// Whether Enhetsregisteret should be asked about a company again.
    ///
    /// # Errors
    /// The database.
    pub fn company_is_stale(
        &self,
        company: OrganisationNumber,
        now: DateTime<Utc>,
    ) -> Result<bool, IssuerError> {
        let asked = asked(&self.database(), company)?;
        Ok(asked.is_none_or(|asked| now - asked > FRESH))
    }

    /// Notes what Enhetsregisteret says of a company and its sub-units, in place of what it said
    /// before. The company's name follows it.
    ///
    /// # Errors
    /// The database.
    pub fn note_units(
        &self,
        company: &Unit,
        sub_units: &[Unit],
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let main = company.number.get();
        transaction.execute("DELETE FROM unit WHERE main_unit = ?1", [main])?;
        for unit in std::iter::once(company).chain(sub_units) {
            let codes: Vec<_> = unit.industries.iter().map(ToString::to_string).collect();
            transaction.execute(
                "INSERT OR REPLACE INTO unit VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    unit.number.get(),
                    main,
                    unit.name.as_str(),
                    codes.join(","),
                    now.timestamp()
                ],
            )?;
        }
        transaction.execute(
            "UPDATE company SET name = ?2 WHERE organisation_number = ?1",
            params![main, company.name.as_str()],
        )?;
        Ok(transaction.commit()?)
    }

    /// The company, for those who act for it.
    ///
    /// # Errors
    /// The database.
    pub fn employers_company(&self, acting: &Acting) -> Result<EmployersCompany, IssuerError> {
        let database = self.database();
        let number = acting.company;
        let codes = Codes::of(&database, number)?;
        let fitting = |codes: &Codes| {
            Industry::ALL.into_iter().filter(|industry| codes.fit(*industry)).collect()
        };
        let sql = "SELECT name FROM company WHERE organisation_number = ?1";
        Ok(EmployersCompany {
            organisation_number: number,
            name: database
                .query_row(sql, [number.get()], |row| parsed(row.get::<_, String>(0)?.parse()))?,
            industries: codes.as_ref().map(Codes::words).unwrap_or_default(),
            fitting: codes.as_ref().map(fitting).unwrap_or_default(),
            approved: approved(&database, number)?,
            sub_units: sub_units(&database, number)?,
            asked: asked(&database, number)?,
            declaration: current(),
        })
    }
}

fn asked(
    database: &Connection,
    company: OrganisationNumber,
) -> Result<Option<DateTime<Utc>>, IssuerError> {
    let sql = "SELECT asked FROM unit WHERE organisation_number = ?1";
    let asked = database.query_row(sql, [company.get()], |row| row.get(0)).optional()?;
    Ok(asked.and_then(|seconds| DateTime::from_timestamp(seconds, 0)))
}

fn approved(
    database: &Connection,
    company: OrganisationNumber,
) -> Result<Vec<Industry>, IssuerError> {
    let mut statement =
        database.prepare_cached("SELECT industry FROM approval WHERE company = ?1 ORDER BY 1")?;
    let codes = statement.query_map([company.get()], |row| row.get(0))?;
    Ok(codes.filter_map(|code| code.ok().and_then(Industry::from_code)).collect())
}

fn sub_units(
    database: &Connection,
    company: OrganisationNumber,
) -> Result<Vec<SubUnit>, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT organisation_number, name FROM unit
         WHERE main_unit = ?1 AND organisation_number <> ?1 ORDER BY name",
    )?;
    let rows = statement.query_map([company.get()], |row| {
        Ok(SubUnit {
            organisation_number: parsed(row.get::<_, u32>(0)?.try_into())?,
            name: parsed::<CompanyName, _>(row.get::<_, String>(1)?.parse())?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
