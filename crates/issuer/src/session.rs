//! Employers' sessions in a browser.
//!
//! **Threats.** A stolen database (tokens only as hashes); a browser left open (half an hour without
//! a request, eight hours at most); another site that makes a browser send something (the cookie is
//! `SameSite`, and each change needs a token that only our page has, made from the session's own).

use card::NationalId;
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use ring::digest::{SHA256, digest};
use ring::hmac;
use rusqlite::{OptionalExtension, params};

use crate::authority::parsed;
use crate::employment::random;
use crate::error::IssuerError;
use crate::login::Begun;
use crate::{Issuer, write};

/// Longest time without a request.
const IDLE: TimeDelta = TimeDelta::minutes(30);

/// Longest session.
const LONGEST: TimeDelta = TimeDelta::hours(8);

/// How long somebody may take to log in.
const LOGIN: TimeDelta = TimeDelta::minutes(15);

/// Most logins under way; older ones give way.
const MOST_LOGINS: u32 = 10_000;

/// A session that goes on.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) person: NationalId,
    pub(crate) ends: DateTime<Utc>,
}

impl Issuer {
    /// Remembers a login that has begun, for the browser with this token.
    pub(crate) fn keep_login(
        &self,
        begun: &Begun,
        now: DateTime<Utc>,
    ) -> Result<String, IssuerError> {
        let token = BASE64URL_NOPAD.encode(&random::<32>()?);
        let mut database = self.database();
        let transaction = write(&mut database)?;
        transaction.execute("DELETE FROM employer_login WHERE expires <= ?1", [now.timestamp()])?;
        transaction.execute(
            "DELETE FROM employer_login WHERE token_hash IN
             (SELECT token_hash FROM employer_login ORDER BY expires DESC LIMIT -1 OFFSET ?1)",
            [MOST_LOGINS],
        )?;
        transaction.execute(
            "INSERT INTO employer_login VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                hash(&token).as_ref(),
                begun.state,
                begun.nonce,
                begun.verifier,
                (now + LOGIN).timestamp()
            ],
        )?;
        transaction.commit()?;
        Ok(token)
    }

    /// What was remembered of a login with this state: nonce and verifier. Once.
    ///
    /// # Errors
    /// [`IssuerError::LoginFailed`].
    pub(crate) fn take_login(
        &self,
        token: &str,
        state: &str,
        now: DateTime<Utc>,
    ) -> Result<(String, String), IssuerError> {
        let sql = "DELETE FROM employer_login WHERE token_hash = ?1
                   RETURNING state, nonce, verifier, expires";
        let found = self
            .database()
            .query_row(sql, [hash(token).as_ref()], |row| {
                Ok((row.get::<_, String>(0)?, (row.get(1)?, row.get(2)?), row.get::<_, i64>(3)?))
            })
            .optional()?;
        match found {
            Some((kept, login, expires)) if kept == state && now.timestamp() < expires => Ok(login),
            _ => Err(IssuerError::LoginFailed("this browser has begun no such login")),
        }
    }

    /// Begins a session of a person who has logged in, and gives its token.
    ///
    /// # Errors
    /// The database.
    pub fn begin_session(
        &self,
        person: &NationalId,
        now: DateTime<Utc>,
    ) -> Result<String, IssuerError> {
        let token = BASE64URL_NOPAD.encode(&random::<32>()?);
        let mut database = self.database();
        let transaction = write(&mut database)?;
        transaction.execute(
            "DELETE FROM employer_session WHERE seen <= ?1 OR began <= ?2",
            params![(now - IDLE).timestamp(), (now - LONGEST).timestamp()],
        )?;
        transaction.execute(
            "INSERT INTO employer_session VALUES (?1, ?2, ?3, ?3)",
            params![hash(&token).as_ref(), person.expose(), now.timestamp()],
        )?;
        transaction.commit()?;
        Ok(token)
    }

    /// The session with this token.
    ///
    /// # Errors
    /// [`IssuerError::LoginNeeded`].
    pub(crate) fn session(&self, token: &str, now: DateTime<Utc>) -> Result<Session, IssuerError> {
        let database = self.database();
        let hash = hash(token);
        let found = database
            .prepare_cached(
                "SELECT national_id, began, seen FROM employer_session WHERE token_hash = ?1",
            )?
            .query_row([hash.as_ref()], |row| {
                let time = |at: i64| DateTime::from_timestamp(at, 0).unwrap_or_default();
                let person = parsed(row.get::<_, String>(0)?.parse::<NationalId>())?;
                Ok((person, time(row.get(1)?), time(row.get(2)?)))
            })
            .optional()?;
        let (person, began, seen) = found.ok_or(IssuerError::LoginNeeded)?;
        let ends = began + LONGEST;
        if now >= ends || now >= seen + IDLE {
            return Err(IssuerError::LoginNeeded);
        }
        database
            .prepare_cached(
                "UPDATE employer_session SET seen = max(seen, ?2) WHERE token_hash = ?1",
            )?
            .execute(params![hash.as_ref(), now.timestamp()])?;
        Ok(Session { person, ends })
    }

    /// Ends a session.
    pub(crate) fn end_session(&self, token: &str) -> Result<(), IssuerError> {
        let sql = "DELETE FROM employer_session WHERE token_hash = ?1";
        self.database().execute(sql, [hash(token).as_ref()])?;
        Ok(())
    }
}

/// What a change needs beside the session's cookie: only our page can read it.
#[must_use]
pub fn csrf_token(session: &str) -> String {
    BASE64URL_NOPAD.encode(csrf(session).as_ref())
}

/// Whether this is the session's token.
pub(crate) fn is_csrf_token(session: &str, offered: &str) -> bool {
    let offered = BASE64URL_NOPAD.decode(offered.as_bytes()).unwrap_or_default();
    // `verify` compares in constant time.
    hmac::verify(&key(session), CSRF, &offered).is_ok()
}

const CSRF: &[u8] = b"hmskort csrf 1";

fn csrf(session: &str) -> hmac::Tag {
    hmac::sign(&key(session), CSRF)
}

fn key(session: &str) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, session.as_bytes())
}

fn hash(token: &str) -> ring::digest::Digest {
    digest(&SHA256, token.as_bytes())
}
