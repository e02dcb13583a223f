//! Who asks: the roles, and how a token tells one.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use ring::digest::{SHA256, digest};
use rusqlite::{OptionalExtension, params};

use crate::Issuer;
use crate::employment::random;
use crate::error::IssuerError;

/// What somebody may be to the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Anybody. A worker's phone is this too: what it may do follows from its signature.
    Public,
    /// Somebody who acts for a company.
    Employer,
    /// A building site and its gates.
    Site,
    /// An inspector's device.
    Inspector,
    /// The office that issues cards, and its systems.
    Office,
    /// Who looks after those who look.
    Auditor,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Public, Self::Employer, Self::Site, Self::Inspector, Self::Office, Self::Auditor];

    /// Those whose tokens `hmskort issuer token` makes. Employers log in, inspectors' devices enrol.
    pub const WITH_TOKEN: [Self; 3] = [Self::Office, Self::Auditor, Self::Site];

    /// A stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Employer => "employer",
            Self::Site => "site",
            Self::Inspector => "inspector",
            Self::Office => "office",
            Self::Auditor => "auditor",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Not the name of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one of public, employer, site, inspector, office, auditor")]
pub struct UnknownRole;

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(UnknownRole)
    }
}

/// Somebody who is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// What they are.
    pub role: Role,
    /// Their name in histories and in the audit log.
    pub by: String,
    /// An inspector's authority.
    pub authority: Option<String>,
}

impl Issuer {
    /// Makes a token of 256 bits for a role, kept as a hash. Its name stands in the history as
    /// who did it.
    ///
    /// # Errors
    /// [`IssuerError::Conflict`] when a token of this role in use has this name;
    /// [`IssuerError::Malformed`] for a role without tokens.
    pub fn new_token(
        &self,
        role: Role,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<String, IssuerError> {
        if !Role::WITH_TOKEN.contains(&role) {
            return Err(IssuerError::Malformed("this role has no tokens"));
        }
        let token = BASE64URL_NOPAD.encode(&random::<32>()?);
        let inserted = self.database().execute(
            "INSERT INTO token (token_hash, role, name, made) SELECT ?1, ?2, ?3, ?4
             WHERE NOT EXISTS
             (SELECT 1 FROM token WHERE role = ?2 AND name = ?3 AND revoked IS NULL)",
            params![hash(token.as_bytes()).as_ref(), role.as_str(), name, now.timestamp()],
        )?;
        if inserted == 0 { Err(IssuerError::Conflict("token")) } else { Ok(token) }
    }

    /// Revokes the token of a role with this name.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn revoke_token(
        &self,
        role: Role,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let changed = self.database().execute(
            "UPDATE token SET revoked = ?3 WHERE role = ?1 AND name = ?2 AND revoked IS NULL",
            params![role.as_str(), name, now.timestamp()],
        )?;
        if changed == 0 { Err(IssuerError::NotFound("token")) } else { Ok(()) }
    }

    /// Whose token this is.
    ///
    /// # Errors
    /// [`IssuerError::TokenWrong`], also for a revoked one.
    pub fn identify(&self, token: &str) -> Result<Identity, IssuerError> {
        // Looking up a hash tells a guesser nothing about how close a guess was.
        let sql = "SELECT role, name, NULL FROM token
                   WHERE token_hash = ?1 AND revoked IS NULL
                   UNION ALL SELECT 'inspector', name, authority FROM inspector
                   WHERE token_hash = ?1 AND revoked IS NULL";
        let found: Option<(String, String, Option<String>)> = self.read(|database| {
            let mut statement = database.prepare_cached(sql)?;
            let hash = hash(token.as_bytes());
            let found = statement
                .query_row([hash.as_ref()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
            Ok(found.optional()?)
        })?;
        let (role, by, authority) = found.ok_or(IssuerError::TokenWrong)?;
        let role = role.parse().map_err(|_| IssuerError::TokenWrong)?;
        Ok(Identity { role, by, authority })
    }
}

fn hash(token: &[u8]) -> ring::digest::Digest {
    digest(&SHA256, token)
}
