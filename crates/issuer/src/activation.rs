//! One-time codes: given out, tried, used.

use std::num::NonZeroU32;

use card::CardNumber;
use chrono::{DateTime, TimeDelta, Utc};
use key_set::Fingerprint;
use ring::pbkdf2;
use rusqlite::{Connection, OptionalExtension, params};
use wire::{ActivationCode, ActivationLink, Enrolment, IdDocument};

use crate::employment::random;
use crate::error::IssuerError;
use crate::{Issuer, application, worker_of, write};

/// How long a code can be used.
const LASTS: TimeDelta = TimeDelta::days(14);

/// Wrong tries after which a code is locked: of 2⁴⁰ secrets, five guesses find none.
const MAX_WRONG_TRIES: u32 = 5;

/// Rounds of PBKDF2. The secret has 40 bits, so a stolen database must cost time for each guess.
const ROUNDS: NonZeroU32 = NonZeroU32::MIN.saturating_add(99_999);

/// A code that was found and whose secret fits.
pub(crate) struct Tried {
    pub(crate) worker: Option<i64>,
    pub(crate) inspector: Option<(String, String)>,
    pub(crate) used_by: Option<Vec<u8>>,
}

impl Issuer {
    /// Gives a worker an activation code, after somebody has seen the worker and a document: who
    /// checked what, and when, is kept. Codes given to this worker before, and not used, stop
    /// working. Applications that waited for the check are complete with it.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for a card that doesn't exist.
    pub fn issue_activation(
        &self,
        card: CardNumber,
        document: IdDocument,
        checked_by: &str,
        now: DateTime<Utc>,
    ) -> Result<ActivationLink, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let worker = worker_of(&transaction, card)?;
        transaction.execute(
            "INSERT INTO identity_check (worker, document, checked_by, at) VALUES (?1, ?2, ?3, ?4)",
            params![worker, document.as_str(), checked_by, now.timestamp()],
        )?;
        application::complete(&transaction, worker, now)?;
        transaction
            .execute("DELETE FROM enrolment WHERE worker = ?1 AND used_by IS NULL", [worker])?;
        let code = insert(&transaction, Enrolment::Wallet, checked_by, now)?;
        transaction.execute(
            "UPDATE enrolment SET worker = ?2 WHERE name = ?1",
            params![code.name(), worker],
        )?;
        let service = self.service(&transaction)?;
        transaction.commit()?;
        self.link(service, code, Enrolment::Wallet)
    }

    /// Gives an inspector's device an enrolment code.
    ///
    /// # Errors
    /// The database.
    pub fn enrol_inspector(
        &self,
        name: &str,
        authority: &str,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<ActivationLink, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let code = insert(&transaction, Enrolment::Inspector, by, now)?;
        transaction.execute(
            "UPDATE enrolment SET inspector_name = ?2, authority = ?3 WHERE name = ?1",
            params![code.name(), name, authority],
        )?;
        let service = self.service(&transaction)?;
        transaction.commit()?;
        self.link(service, code, Enrolment::Inspector)
    }

    fn link(
        &self,
        service: String,
        code: ActivationCode,
        enrolment: Enrolment,
    ) -> Result<ActivationLink, IssuerError> {
        let root = Fingerprint::of(&self.root_file()?);
        Ok(ActivationLink { service, code, root, enrolment })
    }
}

fn insert(
    database: &Connection,
    kind: Enrolment,
    by: &str,
    now: DateTime<Utc>,
) -> Result<ActivationCode, IssuerError> {
    let code = ActivationCode::from_random(u64::from_be_bytes(random()?));
    let salt: [u8; 16] = random()?;
    let mut hash = [0; 32];
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, ROUNDS, &salt, code.secret().as_bytes(), &mut hash);
    let inserted = database.execute(
        "INSERT OR IGNORE INTO enrolment (name, kind, salt, hash, expires, checked_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![code.name(), kind_name(kind), salt, hash, (now + LASTS).timestamp(), by],
    )?;
    // A name of 20 bits may be taken; a second draw isn't, but for a full table.
    if inserted == 0 { insert(database, kind, by, now) } else { Ok(code) }
}

fn kind_name(kind: Enrolment) -> &'static str {
    match kind {
        Enrolment::Wallet => "wallet",
        Enrolment::Inspector => "inspector",
    }
}

/// Looks a code up. A wrong secret is counted *before* the answer, in its own transaction, so
/// that no failure later on gives a try back.
pub(crate) fn try_code(
    database: &mut Connection,
    code: &str,
    kind: Enrolment,
    now: DateTime<Utc>,
) -> Result<(ActivationCode, Tried), IssuerError> {
    let code: ActivationCode = code.parse().map_err(|_| IssuerError::ActivationMalformed)?;
    let found = database
        .query_row(
            "SELECT salt, hash, expires, wrong_tries, worker, inspector_name, authority, used_by
             FROM enrolment WHERE name = ?1 AND kind = ?2",
            [code.name(), kind_name(kind)],
            |row| {
                let inspector = row.get::<_, Option<String>>(5)?.zip(row.get(6)?);
                let tried = Tried { worker: row.get(4)?, inspector, used_by: row.get(7)? };
                let secret: (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?);
                Ok((secret, row.get::<_, i64>(2)?, row.get::<_, u32>(3)?, tried))
            },
        )
        .optional()?;
    let Some(((salt, hash), expires, wrong_tries, tried)) = found else {
        return Err(IssuerError::ActivationUnknown);
    };
    if wrong_tries >= MAX_WRONG_TRIES {
        return Err(IssuerError::ActivationLocked);
    }
    let secret = code.secret().as_bytes();
    if pbkdf2::verify(pbkdf2::PBKDF2_HMAC_SHA256, ROUNDS, &salt, secret, &hash).is_err() {
        database.execute(
            "UPDATE enrolment SET wrong_tries = wrong_tries + 1 WHERE name = ?1",
            [code.name()],
        )?;
        return Err(IssuerError::ActivationUnknown);
    }
    if now.timestamp() >= expires {
        return Err(IssuerError::ActivationExpired);
    }
    Ok((code, tried))
}

/// Marks a code as used by this key or token.
pub(crate) fn use_up(
    database: &Connection,
    code: &ActivationCode,
    by: &[u8],
) -> Result<(), IssuerError> {
    database
        .execute("UPDATE enrolment SET used_by = ?2 WHERE name = ?1", params![code.name(), by])?;
    Ok(())
}
