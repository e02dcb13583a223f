//! The auditor's log.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One look at somebody's data (`docs/PROTOCOL.md` says how it is hashed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditEntry {
    /// 1, 2, 3…
    pub id: u64,
    /// When, in Unix seconds.
    pub at: i64,
    /// What the one who looked was.
    pub role: String,
    /// Who looked.
    pub by: String,
    /// What they asked for: a route or a command.
    pub what: String,
    /// Whose data: `card 0123456`, `company 974760673`, `everybody`, `nobody`.
    pub whom: String,
    /// Why, in their own words.
    pub why: String,
    /// SHA-256 over this entry and the hash before it, in hexadecimal.
    pub hash: String,
}

/// The end of the log at some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditHead {
    /// The last entry.
    pub id: u64,
    /// Its hash, in hexadecimal.
    pub hash: String,
}

/// A part of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditPage {
    /// The oldest first; 1,000 at most.
    pub entries: Vec<AuditEntry>,
    /// The end of the log.
    pub head: AuditHead,
}

/// Not `NUMBER:HASH`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a head of the log is its number, a colon and 64 hexadecimal digits")]
pub struct MalformedHead;

/// As [`Display`](std::fmt::Display) writes it.
impl FromStr for AuditHead {
    type Err = MalformedHead;

    fn from_str(text: &str) -> Result<Self, MalformedHead> {
        let (id, hash) = text.split_once(':').ok_or(MalformedHead)?;
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if hash.len() != 64 || !hash.bytes().all(hex) {
            return Err(MalformedHead);
        }
        Ok(Self { id: id.parse().map_err(|_| MalformedHead)?, hash: hash.into() })
    }
}

impl std::fmt::Display for AuditHead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.id, self.hash)
    }
}
