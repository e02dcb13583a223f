//! Office tokens: how the office's own systems reach the service.

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use ring::digest::{SHA256, digest};
use rusqlite::{OptionalExtension, params};

use crate::Issuer;
use crate::employment::random;
use crate::error::IssuerError;

impl Issuer {
    /// Makes a token of 256 bits, kept as a hash. Its name stands in the history as who did it.
    ///
    /// # Errors
    /// [`IssuerError::Conflict`] when a token in use has this name.
    pub fn new_office_token(&self, name: &str, now: DateTime<Utc>) -> Result<String, IssuerError> {
        let token = BASE64URL_NOPAD.encode(&random::<32>()?);
        let inserted = self.database().execute(
            "INSERT INTO office_token SELECT ?1, ?2, ?3, NULL WHERE NOT EXISTS
             (SELECT 1 FROM office_token WHERE name = ?2 AND revoked IS NULL)",
            params![digest(&SHA256, token.as_bytes()).as_ref(), name, now.timestamp()],
        )?;
        if inserted == 0 { Err(IssuerError::Conflict("token")) } else { Ok(token) }
    }

    /// The name of an office token.
    ///
    /// # Errors
    /// [`IssuerError::TokenWrong`], also for a revoked one and an inspector's.
    pub fn check_office_token(&self, token: &str) -> Result<String, IssuerError> {
        // Looking up a hash tells a guesser nothing about how close a guess was.
        let hash = digest(&SHA256, token.as_bytes());
        let sql = "SELECT name FROM office_token WHERE token_hash = ?1 AND revoked IS NULL";
        let name = self.database().query_row(sql, [hash.as_ref()], |row| row.get(0)).optional()?;
        name.ok_or(IssuerError::TokenWrong)
    }

    /// Revokes the token with this name.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn revoke_office_token(&self, name: &str, now: DateTime<Utc>) -> Result<(), IssuerError> {
        let changed = self.database().execute(
            "UPDATE office_token SET revoked = ?2 WHERE name = ?1 AND revoked IS NULL",
            params![name, now.timestamp()],
        )?;
        if changed == 0 { Err(IssuerError::NotFound("token")) } else { Ok(()) }
    }
}
