//! What an employer sees of its own cards, and does with them: ends, takes that back, renews, adds a
//! photo. Never another employer's: each question names the company.

use card::{
    CardNumber, EmploymentId, EmploymentStatus, Industry, OrganisationNumber, PersonName, Reason,
    Validity,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use wire::{EmployersCard, Fault, HandedInPhoto, Renewed};

use crate::act::notices;
use crate::application::{employs, is_identified};
use crate::authority::{Acting, parsed};
use crate::declaration::declare;
use crate::employment::{Change, causes, put_cause};
use crate::error::IssuerError;
use crate::terms::{Term, Terms};
use crate::waiting::photo_notice;
use crate::wallet::warnings;
use crate::{Issuer, worker_of, write};

/// How long an employer can take back that an employment ended: a slip is noticed within a day.
const REGRET: TimeDelta = TimeDelta::hours(24);

/// How long before its end an employment can be renewed.
const RENEWABLE: TimeDelta = TimeDelta::days(90);

/// Reasons that a renewal doesn't mend.
const FINAL: [Reason; 4] = [
    Reason::EmploymentEnded,
    Reason::EmploymentRemoved,
    Reason::CardSeized,
    Reason::BlockedByOffice,
];

impl Issuer {
    /// The company's cards: employments, the newest first, and applications that wait.
    ///
    /// # Errors
    /// The database.
    pub fn employers_cards(
        &self,
        acting: &Acting,
        now: DateTime<Utc>,
    ) -> Result<Vec<EmployersCard>, IssuerError> {
        let database = self.database();
        let mut statement = database.prepare_cached(
            "SELECT w.card_number, w.name, w.birth_date, j.sub_unit, j.industry,
                    EXISTS (SELECT 1 FROM photo WHERE worker = w.id),
                    EXISTS (SELECT 1 FROM device WHERE worker = w.id AND replaced IS NULL),
                    j.employment, j.application, j.valid_from, j.valid_until, j.term, w.id
             FROM (SELECT worker, sub_unit, industry, id AS employment, NULL AS application,
                          valid_from, valid_until, term
                   FROM employment WHERE company = ?1
                   UNION ALL
                   SELECT worker, sub_unit, industry, NULL, id, at, NULL, NULL FROM application
                   WHERE company = ?1 AND employment IS NULL AND withdrawn IS NULL) j
             JOIN worker w ON w.id = j.worker
             ORDER BY j.valid_from DESC, w.name",
        )?;
        let mut rows = statement.query([acting.company.get()])?;
        let mut cards = Vec::new();
        while let Some(row) = rows.next()? {
            cards.push(card(&database, row, now)?);
        }
        Ok(cards)
    }

    /// Ends an employment. Publish it.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`], also for another company's.
    pub fn end_employment(
        &self,
        acting: &Acting,
        employment: &EmploymentId,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        own(&transaction, acting, employment)?;
        set_ended(&transaction, acting, employment, true, now)?;
        Ok(transaction.commit()?)
    }

    /// Takes the end of an employment back, within a day. Publish it.
    ///
    /// # Errors
    /// [`Fault::NotEnded`] where no employer ended it, or too long ago.
    pub fn resume_employment(
        &self,
        acting: &Acting,
        employment: &EmploymentId,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        own(&transaction, acting, employment)?;
        if resumable_until(&transaction, employment.as_ref())?.is_none_or(|until| until <= now) {
            return Err(Fault::NotEnded.into());
        }
        set_ended(&transaction, acting, employment, false, now)?;
        Ok(transaction.commit()?)
    }

    /// Renews an employment for as long as a new one is valid. Publish it.
    ///
    /// # Errors
    /// [`Fault::NotRenewable`] when it is too early, or something else keeps it from being valid;
    /// [`Fault::DeclarationOld`].
    pub fn renew_employment(
        &self,
        acting: &Acting,
        employment: &EmploymentId,
        declaration: &str,
        now: DateTime<Utc>,
    ) -> Result<Renewed, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let (validity, term) = own(&transaction, acting, employment)?;
        let job = employment.as_ref();
        let causes = causes(&transaction, job, validity, now)?;
        if !renewable(validity, &term, &causes, now) {
            return Err(Fault::NotRenewable.into());
        }
        let declaration = declare(&transaction, acting, declaration, now)?;
        let until = Terms::read(&transaction)?.end(Term::Full, now);
        transaction.execute(
            "UPDATE employment SET valid_until = ?2 WHERE id = ?1",
            params![job, until.timestamp()],
        )?;
        transaction.execute(
            "INSERT INTO renewal VALUES (?1, ?2, ?3, ?4, ?5)",
            params![job, declaration, acting.authority, now.timestamp(), until.timestamp()],
        )?;
        transaction.commit()?;
        Ok(Renewed { valid_until: until })
    }

    /// Judges the photo that comes with an application. Once the worker has been checked with it, it
    /// is the office's: no employer puts another face on a card that others rely on.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for a card that isn't the company's, [`Fault::PhotoHeld`], and
    /// what [`hand_in_photo`](Self::hand_in_photo) finds wrong with the photo.
    pub fn set_photo_of_applicant(
        &self,
        acting: &Acting,
        card: CardNumber,
        file: &[u8],
        now: DateTime<Utc>,
    ) -> Result<HandedInPhoto, IssuerError> {
        {
            let database = self.database();
            let worker = worker_of(&database, card)?;
            if !employs(&database, acting.company, worker)? {
                return Err(IssuerError::NotFound("card"));
            }
            let has = "SELECT EXISTS (SELECT 1 FROM photo WHERE worker = ?1)";
            let has: bool = database.query_row(has, [worker], |row| row.get(0))?;
            if has && is_identified(&database, worker)? {
                return Err(Fault::PhotoHeld.into());
            }
        }
        self.hand_in_photo(card, file, &acting.by(), now)
    }
}

fn card(
    database: &Connection,
    row: &Row,
    now: DateTime<Utc>,
) -> Result<EmployersCard, IssuerError> {
    let industry = Industry::from_code(row.get(4)?).ok_or(rusqlite::Error::InvalidQuery)?;
    let mut card = EmployersCard {
        employment: None,
        application: row.get(8)?,
        card_number: parsed(row.get::<_, u32>(0)?.try_into())?,
        holder: parsed::<PersonName, _>(row.get::<_, String>(1)?.parse())?,
        birth_date: parsed::<NaiveDate, _>(row.get::<_, String>(2)?.parse())?,
        sub_unit: parsed::<OrganisationNumber, _>(row.get::<_, u32>(3)?.try_into())?,
        industry,
        status: None,
        causes: Vec::new(),
        warnings: Vec::new(),
        valid_until: None,
        photo: row.get(5)?,
        photo_notice: photo_notice(database, row.get(12)?)?,
        acts: Vec::new(),
        on_phone: row.get(6)?,
        resumable_until: None,
        renewable: false,
        temporary: false,
    };
    let Some(job) = row.get::<_, Option<String>>(7)? else { return Ok(card) };
    let validity = validity(row.get(9)?, row.get(10)?)?;
    let status = EmploymentStatus::of(causes(database, &job, validity, now)?);
    card.status = Some(status.status());
    card.causes = status.causes().to_vec();
    let term: String = row.get(11)?;
    card.temporary = term == Term::Temporary.as_str();
    card.renewable = renewable(validity, &term, &card.causes, now);
    if card.causes.iter().any(|cause| cause.reason == Reason::EmploymentEnded) {
        card.resumable_until = resumable_until(database, &job)?.filter(|until| *until > now);
    } else {
        card.warnings = warnings(database, &job, validity, now)?;
    }
    card.valid_until = Some(validity.until());
    card.acts = notices(database, &job)?;
    card.employment = Some(parsed(job.parse())?);
    Ok(card)
}

/// Notes that an employer has ended an employment, or takes that back.
fn set_ended(
    database: &Connection,
    acting: &Acting,
    employment: &EmploymentId,
    set: bool,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let change = Change {
        employment: employment.as_ref(),
        reason: Reason::EmploymentEnded,
        set,
        since: now,
        source: "employer",
        by: &acting.by(),
        at: now,
    };
    put_cause(database, &change).map(drop)
}

/// The company's own employment: its validity, and on which terms.
fn own(
    database: &Connection,
    acting: &Acting,
    employment: &EmploymentId,
) -> Result<(Validity, String), IssuerError> {
    let found = database
        .query_row(
            "SELECT valid_from, valid_until, term FROM employment WHERE id = ?1 AND company = ?2",
            params![employment.as_ref(), acting.company.get()],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()?;
    let (from, until, term) = found.ok_or(IssuerError::NotFound("employment"))?;
    Ok((validity(from, until)?, term))
}

fn validity(from: i64, until: i64) -> Result<Validity, rusqlite::Error> {
    let time = |at| DateTime::from_timestamp(at, 0).unwrap_or_default();
    parsed(Validity::new(time(from), time(until)))
}

/// Whether it is time, and nothing keeps it back. A temporary or a loan card has its own way.
fn renewable(validity: Validity, term: &str, causes: &[card::Cause], now: DateTime<Utc>) -> bool {
    let last = causes.iter().any(|cause| FINAL.contains(&cause.reason));
    term == Term::Full.as_str() && validity.until() - now <= RENEWABLE && !last
}

/// Until when an employer can take back that it ended this employment.
fn resumable_until(
    database: &Connection,
    employment: &str,
) -> Result<Option<DateTime<Utc>>, IssuerError> {
    let ended = database
        .prepare_cached(
            "SELECT set_on, at, source FROM status_change WHERE employment = ?1 AND reason = ?2
             ORDER BY id DESC LIMIT 1",
        )?
        .query_row(params![employment, Reason::EmploymentEnded.code()], |row| {
            Ok((row.get::<_, bool>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
        })
        .optional()?;
    Ok(ended
        .filter(|(set, _, source)| *set && source == "employer")
        .and_then(|(_, at, _)| Some(DateTime::from_timestamp(at, 0)? + REGRET)))
}
