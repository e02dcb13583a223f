//! Mails: to employers about their cards, to the office about registers. No mail has a national
//! number in it.
//!
//! A mail is written into the outbox in the transaction that marks its warnings as told: a kill
//! loses none and makes none twice. See [`outbox`] for how they leave.

mod outbox;
mod words;

use card::{CardNumber, Language, OrganisationNumber, Reason};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::HEXLOWER;
use registers::Register;
use rusqlite::{Connection, Transaction, params};

pub(crate) use outbox::address;
pub use outbox::{Delivered, Post};

use crate::error::IssuerError;
use crate::terms::Terms;
use crate::wallet::damaged;
use crate::warning::{self, Kind, Warning};
use crate::{Issuer, employment, notice, write};
use words::Words;

/// Most people that a mail names.
const MOST: usize = 200;

/// Companies that are told in one transaction: the disk is waited for once, and others that write
/// don't wait long.
const AT_ONCE: usize = 100;

/// What fell so long ago is no news to a contact who is added today.
const NEWS: TimeDelta = TimeDelta::days(7);

/// Reasons that are the worker's own business, or nobody's.
const NOT_TOLD: [Reason; 3] = [Reason::DeviceReplaced, Reason::PhoneLost, Reason::RegisterSilent];

impl Issuer {
    /// Adds a company's contact, or changes the language that it is written to in.
    ///
    /// # Errors
    /// [`IssuerError::Malformed`] for what is no address; [`IssuerError::NotFound`] for a company
    /// that isn't registered.
    pub fn set_contact(
        &self,
        company: OrganisationNumber,
        email: &str,
        language: Language,
    ) -> Result<(), IssuerError> {
        let email = address(email)?;
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let sql = "SELECT 1 FROM company WHERE organisation_number = ?1";
        if !transaction.prepare_cached(sql)?.exists([company.get()])? {
            return Err(IssuerError::NotFound("company"));
        }
        transaction.execute(
            "INSERT INTO contact (company, email, language) VALUES (?1, ?2, ?3)
             ON CONFLICT (company, email) DO UPDATE SET language = excluded.language",
            params![company.get(), email.to_string(), language.as_str()],
        )?;
        Ok(transaction.commit()?)
    }

    /// Takes a contact away.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn remove_contact(
        &self,
        company: OrganisationNumber,
        email: &str,
    ) -> Result<(), IssuerError> {
        let sql = "DELETE FROM contact WHERE company = ?1 AND email = ?2";
        match self.database().execute(sql, params![company.get(), email])? {
            0 => Err(IssuerError::NotFound("contact")),
            _ => Ok(()),
        }
    }

    /// A company's contacts.
    ///
    /// # Errors
    /// The database.
    pub fn contacts(
        &self,
        company: OrganisationNumber,
    ) -> Result<Vec<(String, Language)>, IssuerError> {
        contacts(&self.database(), company.get())
    }

    /// Writes the mails about all warnings that have none yet.
    ///
    /// # Errors
    /// The database.
    pub fn tell_employers(&self, now: DateTime<Utc>) -> Result<(), IssuerError> {
        tell_employers(&mut self.connect()?, now)
    }
}

fn contacts(database: &Connection, company: u32) -> Result<Vec<(String, Language)>, IssuerError> {
    let mut statement =
        database.prepare_cached("SELECT email, language FROM contact WHERE company = ?1")?;
    let mut rows = statement.query([company])?;
    let mut contacts = Vec::new();
    while let Some(row) = rows.next()? {
        let language = row.get_ref(1)?.as_str().map_err(|_| damaged())?;
        contacts.push((row.get(0)?, language.parse().map_err(|_| damaged())?));
    }
    Ok(contacts)
}

/// Writes to each company that has been warned and not told, a few companies in a transaction.
pub(crate) fn tell_employers(
    database: &mut Connection,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let companies = database
        .prepare(
            "SELECT DISTINCT e.company FROM warning x JOIN employment e ON e.id = x.employment
             WHERE x.mailed = 0",
        )?
        .query_map([], |row| row.get(0))?
        .collect::<Result<Vec<u32>, _>>()?;
    for some in companies.chunks(AT_ONCE) {
        let transaction = write(database)?;
        for company in some {
            tell_company(&transaction, *company, now)?;
        }
        transaction.commit()?;
    }
    Ok(())
}

/// What a company is to be told. The plus keeps SQLite from going, for each company, through what is
/// to be mailed to all others.
fn to_tell() -> String {
    format!(
        "{} WHERE e.company = ?1 AND +x.mailed = 0 ORDER BY x.kind, x.reason, x.due, w.name",
        warning::SELECT
    )
}

fn tell_company(
    transaction: &Transaction<'_>,
    company: u32,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let (mut ids, mut warnings) = (Vec::<i64>::new(), Vec::new());
    let mut statement = transaction.prepare_cached(&to_tell())?;
    let mut rows = statement.query([company])?;
    while let Some(row) = rows.next()? {
        ids.push(row.get(7)?);
        let warning = Warning::read(row)?;
        let news = match warning.kind {
            Kind::Coming => warning.due > now,
            Kind::Fallen | Kind::Act => warning.at + NEWS > now,
        };
        if news && !NOT_TOLD.contains(&warning.reason) {
            warnings.push(warning);
        }
    }
    let number = OrganisationNumber::try_from(company).map_err(|_| damaged())?;
    let sql = "SELECT name FROM company WHERE organisation_number = ?1";
    let name: String = transaction.query_row(sql, [company], |row| row.get(0))?;
    for (email, language) in contacts(transaction, company)? {
        if !warnings.is_empty() {
            let words = Words::of(language);
            let subject = words.subject.replace("{company}", &name);
            put(transaction, &email, &subject, &body(words, &name, number, &warnings), now)?;
        }
    }
    let mut told = transaction.prepare_cached("UPDATE warning SET mailed = 1 WHERE id = ?1")?;
    for id in ids {
        told.execute([id])?;
    }
    Ok(())
}

/// The mail about a company's warnings, which are in order of kind and reason.
fn body(words: &Words, company: &str, number: OrganisationNumber, warnings: &[Warning]) -> String {
    let greeting = words.greeting.replace("{company}", company);
    let mut text = greeting.replace("{number}", &number.grouped());
    let (mut kind, mut reason) = (None, None);
    for warning in warnings.iter().take(MOST) {
        if kind.replace(warning.kind) != Some(warning.kind) {
            reason = None;
            text.push_str("\n\n");
            text.push_str(match warning.kind {
                Kind::Coming => words.coming,
                Kind::Fallen => words.fallen,
                Kind::Act => words.act,
            });
        }
        if reason.replace(warning.reason) != Some(warning.reason) {
            let (what, how) = words.reason(warning.reason).unwrap_or_default();
            let (because, todo) = (words.because, words.todo);
            text.push_str(&format!("\n\n{because}: {what}\n{todo}: {how}"));
        }
        let (holder, card) = (warning.holder.as_str(), warning.card_number);
        let day = warning.due.format(words.date);
        text.push_str(&format!("\n- {holder}, {} {card}: {day}", words.card));
    }
    let more = warnings.len().saturating_sub(MOST);
    if more > 0 {
        text.push_str("\n\n");
        text.push_str(&words.more.replace("{count}", &more.to_string()));
    }
    text.push_str("\n\n");
    text.push_str(words.closing);
    text.push('\n');
    text
}

/// Writes to the companies on whose behalf a worker has a card, or will have one, that a person has
/// rejected the photo.
pub(crate) fn tell_photo_rejected(
    transaction: &Transaction<'_>,
    worker: i64,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let mut statement = transaction.prepare_cached(
        "SELECT c.organisation_number, c.name, w.name, w.card_number
         FROM worker w JOIN company c ON c.organisation_number IN
           (SELECT company FROM employment e WHERE e.worker = w.id AND e.valid_until > ?2
              AND NOT EXISTS (SELECT 1 FROM cause WHERE employment = e.id AND reason = ?3)
            UNION SELECT company FROM application
            WHERE worker = w.id AND employment IS NULL AND withdrawn IS NULL)
         WHERE w.id = ?1",
    )?;
    let ended = Reason::EmploymentEnded.code();
    let mut rows = statement.query(params![worker, now.timestamp(), ended])?;
    while let Some(row) = rows.next()? {
        let (company, name): (u32, String) = (row.get(0)?, row.get(1)?);
        let (holder, card): (String, u32) = (row.get(2)?, row.get(3)?);
        let card = CardNumber::try_from(card).map_err(|_| damaged())?.to_string();
        let number = OrganisationNumber::try_from(company).map_err(|_| damaged())?.grouped();
        for (email, language) in contacts(transaction, company)? {
            let words = Words::of(language);
            let greeting = words.greeting.replace("{company}", &name).replace("{number}", &number);
            let news = words.photo.replace("{holder}", &holder).replace("{card}", &card);
            let body = format!("{greeting}\n\n{news}\n\n{}\n", words.closing);
            put(transaction, &email, &words.subject.replace("{company}", &name), &body, now)?;
        }
    }
    Ok(())
}

/// Writes to the office about a register, where an address is set.
pub(crate) fn tell_office(
    database: &Connection,
    terms: &Terms,
    kind: notice::Kind,
    register: Register,
    cards: u32,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let Some(email) = &terms.office_email else { return Ok(()) };
    let (subject, body) = words::office::about(kind, register, cards, terms);
    put(database, email, &subject, &body, now)
}

/// Puts a mail into the outbox.
fn put(
    database: &Connection,
    recipient: &str,
    subject: &str,
    body: &str,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let name = HEXLOWER.encode(&employment::random::<16>()?);
    database
        .prepare_cached(
            "INSERT INTO outbox (name, recipient, subject, body, made, next_try)
             VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        )?
        .execute(params![name, recipient, subject, body, now.timestamp()])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::set_up;

    #[test]
    fn telling_a_company_does_not_go_through_what_all_others_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let issuer = set_up(folder.path(), DateTime::UNIX_EPOCH);
        let database = issuer.database();
        let mut plan = database.prepare(&format!("EXPLAIN QUERY PLAN {}", to_tell())).unwrap();
        let steps = plan.query_map([1], |row| row.get::<_, String>(3)).unwrap();
        let steps: Vec<_> = steps.map(Result::unwrap).collect();
        let first = steps.first().unwrap();
        assert!(first.contains("USING INDEX employment_of_company (company=?)"), "{steps:?}");
        assert!(!steps.iter().any(|step| step.starts_with("SCAN")), "{steps:?}");
    }
}
