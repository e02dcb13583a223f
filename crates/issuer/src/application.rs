//! An employer's application: a worker is found by national number, or gets a card's number, and
//! the employment goes on that card. One card per worker, whoever applies.
//!
//! **Threat.** An employer who looks around: it learns of a person only what it wrote itself, and
//! whether its own employment stands. A number that belongs to somebody of another name is refused,
//! so that a slip of the finger puts nothing on a stranger's card. Nothing is done twice: the sender
//! chooses the application's number.

use card::{CardNumber, EmploymentId, Industry, OrganisationNumber, PersonName, Reason};
use chrono::{DateTime, Utc};
use ring::digest::{SHA256, digest};
use rusqlite::{Connection, OptionalExtension, params};
use wire::{Applied, Apply, Fault, Terms};

use crate::authority::{Acting, has_unit, parsed};
use crate::company::Codes;
use crate::declaration::declare;
use crate::employment::{self, NewWorker};
use crate::error::IssuerError;
use crate::table::{Applicant, birth_date};
use crate::terms::Term;
use crate::{Issuer, person, write};

/// What holds for all workers of an application, found right.
pub(crate) struct Accepted {
    acting: Acting,
    industry: Industry,
    industry_reason: Option<String>,
    industries: String,
    sub_unit: OrganisationNumber,
    declaration: i64,
}

impl Accepted {
    /// Checks the terms. The declaration must be kept already, or is kept now.
    pub(crate) fn of(
        database: &Connection,
        acting: &Acting,
        terms: &Terms,
        declaration: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<Self, IssuerError> {
        let sub_unit = terms.sub_unit.unwrap_or(acting.company);
        if !has_unit(database, acting.company, sub_unit)? {
            return Err(Fault::SubUnitUnknown.into());
        }
        let codes = Codes::of(database, acting.company)?;
        // Where the register is silent, nobody is asked for a reason that may not be needed.
        let fits = codes.as_ref().is_none_or(|codes| codes.fit(terms.industry));
        if !fits && terms.industry_reason.is_none() {
            return Err(Fault::IndustryReasonMissing.into());
        }
        let declaration = match declaration {
            Some(kept) => kept,
            None => declare(database, acting, &terms.declaration, now)?,
        };
        Ok(Self {
            acting: acting.clone(),
            industry: terms.industry,
            industry_reason: terms.industry_reason.as_ref().map(|text| text.as_str().to_owned()),
            industries: codes.map(|codes| codes.words().join(",")).unwrap_or_default(),
            sub_unit,
            declaration,
        })
    }

    pub(crate) fn declaration(&self) -> i64 {
        self.declaration
    }
}

impl Issuer {
    /// Applies for one worker. The same application again gives the same answer.
    ///
    /// # Errors
    /// [`IssuerError::Refused`] says what is wrong; [`IssuerError::Conflict`] that the number was
    /// used for another application.
    pub fn apply(
        &self,
        acting: &Acting,
        id: &str,
        apply: &Apply,
        now: DateTime<Utc>,
    ) -> Result<Applied, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let applicant = Applicant {
            national_id: apply.national_id.clone(),
            name: apply.name.clone(),
            birth_date: birth_date(&apply.national_id, apply.birth_date)?,
            sub_unit: None,
        };
        if let Some(before) = earlier(&transaction, acting, id, &applicant, apply.terms.industry)? {
            return Ok(before);
        }
        let accepted = Accepted::of(&transaction, acting, &apply.terms, None, now)?;
        let applied = put(&transaction, &accepted, id, &applicant, now)?;
        transaction.commit()?;
        Ok(applied)
    }

    /// Takes an application back whose worker has not been identified.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`], also for one that is complete: that one is ended.
    pub fn withdraw_application(
        &self,
        acting: &Acting,
        id: &str,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let changed = self.database().execute(
            "UPDATE application SET withdrawn = ?3 WHERE id = ?1 AND company = ?2
             AND employment IS NULL AND withdrawn IS NULL",
            params![id, acting.company.get(), now.timestamp()],
        )?;
        if changed == 0 { Err(IssuerError::NotFound("application")) } else { Ok(()) }
    }
}

/// What was sent, in short: the number and what makes it another application.
fn fingerprint(acting: &Acting, applicant: &Applicant, industry: Industry) -> Vec<u8> {
    let parts = [
        acting.company.to_string(),
        applicant.national_id.expose().to_owned(),
        applicant.name.as_str().to_owned(),
        industry.to_string(),
    ];
    digest(&SHA256, parts.join("\n").as_bytes()).as_ref().to_vec()
}

/// The answer that this application had before.
fn earlier(
    database: &Connection,
    acting: &Acting,
    id: &str,
    applicant: &Applicant,
    industry: Industry,
) -> Result<Option<Applied>, IssuerError> {
    let found: Option<(Vec<u8>, u32, Option<String>)> = database
        .query_row(
            "SELECT a.digest, w.card_number, a.employment
             FROM application a JOIN worker w ON w.id = a.worker WHERE a.id = ?1",
            [id],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()?;
    let Some((digest, card, employment)) = found else { return Ok(None) };
    if digest != fingerprint(acting, applicant, industry) {
        return Err(IssuerError::Conflict("application"));
    }
    Ok(Some(Applied {
        card_number: parsed(CardNumber::try_from(card))?,
        employment: employment.map(|id| parsed(id.parse())).transpose()?,
    }))
}

/// Puts one application in. Applies the rules that need the database.
pub(crate) fn put(
    database: &Connection,
    accepted: &Accepted,
    id: &str,
    applicant: &Applicant,
    now: DateTime<Utc>,
) -> Result<Applied, IssuerError> {
    let company = accepted.acting.company;
    let sub_unit = applicant.sub_unit.unwrap_or(accepted.sub_unit);
    if !has_unit(database, company, sub_unit)? {
        return Err(Fault::SubUnitUnknown.into());
    }
    let (worker, card) = worker(database, applicant)?;
    if has_card(database, worker, company, accepted.industry, now)? {
        return Err(Fault::HasCard.into());
    }
    // The signs keep SQLite from going through all that the company has, for each row of a table.
    let waiting = "SELECT EXISTS (SELECT 1 FROM application WHERE worker = ?1 AND +company = ?2
        AND industry = ?3 AND employment IS NULL AND withdrawn IS NULL)";
    let same = params![worker, company.get(), accepted.industry.code()];
    if database.prepare_cached(waiting)?.query_row(same, |row| row.get(0))? {
        return Err(Fault::AppliedAlready.into());
    }
    database
        .prepare_cached(
            "INSERT INTO application
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, NULL, NULL)",
        )?
        .execute(params![
            id,
            company.get(),
            sub_unit.get(),
            accepted.industry.code(),
            accepted.industry_reason,
            accepted.industries,
            worker,
            accepted.declaration,
            accepted.acting.authority,
            now.timestamp(),
            fingerprint(&accepted.acting, applicant, accepted.industry),
        ])?;
    let identified = is_identified(database, worker)?;
    let employment = if identified { complete(database, worker, now)?.pop() } else { None };
    Ok(Applied { card_number: card, employment })
}

/// Whether somebody has checked who a worker is.
pub(crate) fn is_identified(database: &Connection, worker: i64) -> Result<bool, IssuerError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM identity_check WHERE worker = ?1)
        OR EXISTS (SELECT 1 FROM device WHERE worker = ?1)";
    Ok(database.prepare_cached(sql)?.query_row([worker], |row| row.get(0))?)
}

/// Makes employments of a worker's applications that wait; the worker has been identified. They
/// are temporary ones, so that work can begin; the night makes them full when all is complete.
pub(crate) fn complete(
    database: &Connection,
    worker: i64,
    now: DateTime<Utc>,
) -> Result<Vec<EmploymentId>, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT id, company, sub_unit, industry FROM application
         WHERE worker = ?1 AND employment IS NULL AND withdrawn IS NULL ORDER BY at, id",
    )?;
    let waiting = statement
        .query_map([worker], |row| {
            Ok((row.get::<_, String>(0)?, (row.get(1)?, row.get(2)?, row.get(3)?)))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let mut done = Vec::new();
    for (application, job) in waiting {
        let employment = employment::insert(database, worker, job, Term::Temporary, now)?;
        database
            .prepare_cached("UPDATE application SET employment = ?2 WHERE id = ?1")?
            .execute(params![application, employment.as_ref()])?;
        done.push(employment);
    }
    Ok(done)
}

/// Forgets applications from before a time that were taken back, or whose worker never came, and
/// gives how many. An applicant of whom there is nothing else is erased.
pub(crate) fn forget(
    database: &Connection,
    before: i64,
    now: DateTime<Utc>,
) -> Result<usize, IssuerError> {
    let sql = "DELETE FROM application WHERE at < ?1 AND employment IS NULL RETURNING worker";
    let mut applicants = database
        .prepare(sql)?
        .query_map([before], |row| row.get(0))?
        .collect::<Result<Vec<i64>, _>>()?;
    let forgotten = applicants.len();
    applicants.sort_unstable();
    applicants.dedup();
    let mut nothing_else = database.prepare(
        "SELECT card_number FROM worker w WHERE id = ?1
         AND NOT EXISTS (SELECT 1 FROM application WHERE worker = w.id)
         AND NOT EXISTS (SELECT 1 FROM employment WHERE worker = w.id)
         AND NOT EXISTS (SELECT 1 FROM identity_check WHERE worker = w.id)
         AND NOT EXISTS (SELECT 1 FROM device WHERE worker = w.id)",
    )?;
    for worker in applicants {
        let card = nothing_else.query_row([worker], |row| row.get::<_, u32>(0)).optional()?;
        if let Some(card) = card {
            person::erase_rows(database, (worker, parsed(card.try_into())?), now)?;
        }
    }
    Ok(forgotten)
}

/// The worker with this number, who is new if nobody has it.
fn worker(database: &Connection, applicant: &Applicant) -> Result<(i64, CardNumber), IssuerError> {
    let found = database
        .prepare_cached("SELECT id, card_number, name FROM worker WHERE national_id = ?1")?
        .query_row([applicant.national_id.expose()], |row| {
            let card = parsed(row.get::<_, u32>(1)?.try_into())?;
            Ok((row.get(0)?, card, parsed::<PersonName, _>(row.get::<_, String>(2)?.parse())?))
        })
        .optional()?;
    match found {
        Some((worker, card, name)) if alike(&name, &applicant.name) => Ok((worker, card)),
        Some(_) => Err(Fault::NameDiffers.into()),
        None => employment::insert_worker(
            database,
            &NewWorker {
                name: applicant.name.clone(),
                national_id: applicant.national_id.clone(),
                birth_date: applicant.birth_date,
            },
        ),
    }
}

/// Whether two names can be one person's: any word of them is the same. Marriages, middle names and
/// letters that a keyboard lacks change the others.
fn alike(one: &PersonName, other: &PersonName) -> bool {
    let words = |name: &PersonName| -> Vec<String> {
        let lower = name.as_str().to_lowercase();
        lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 1)
            .map(Into::into)
            .collect()
    };
    let others = words(other);
    words(one).iter().any(|word| others.contains(word))
}

/// Whether a worker has such an employment that can still be mended without applying again.
fn has_card(
    database: &Connection,
    worker: i64,
    company: OrganisationNumber,
    industry: Industry,
    now: DateTime<Utc>,
) -> Result<bool, IssuerError> {
    let [ended, removed, seized] =
        [Reason::EmploymentEnded, Reason::EmploymentRemoved, Reason::CardSeized].map(Reason::code);
    let mut statement = database.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM employment e WHERE e.worker = ?1 AND +e.company = ?2
           AND +e.industry = ?3 AND e.valid_until > ?4
           AND NOT EXISTS (SELECT 1 FROM cause WHERE employment = e.id AND reason IN (?5, ?6, ?7)))",
    )?;
    let values =
        params![worker, company.get(), industry.code(), now.timestamp(), ended, removed, seized];
    Ok(statement.query_row(values, |row| row.get(0))?)
}

/// Whether a company has applied for, or employs, the worker with this card.
pub(crate) fn employs(
    database: &Connection,
    company: OrganisationNumber,
    worker: i64,
) -> Result<bool, IssuerError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM employment WHERE worker = ?1 AND +company = ?2)
        OR EXISTS (SELECT 1 FROM application WHERE worker = ?1 AND +company = ?2 AND withdrawn IS NULL)";
    Ok(database.query_row(sql, params![worker, company.get()], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {

    #[test]
    fn one_word_in_common_makes_names_alike() {
        let alike =
            |one: &str, other: &str| super::alike(&one.parse().unwrap(), &other.parse().unwrap());
        assert!(alike("Ewa Wiśniewska", "EWA WISNIEWSKA"));
        assert!(alike("Kari Lie Hansen", "Kari Berg"));
        assert!(alike("Nordmann, Ola", "Ola Nordmann"));
        assert!(!alike("Ola Nordmann", "Kari Hansen"));
        assert!(!alike("A B", "A C"), "letters are no names");
    }
}
