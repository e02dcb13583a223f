//! One entry: how it is read, and how it is hashed.

use data_encoding::HEXLOWER;
use ring::digest::{Context, SHA256};
use rusqlite::{Connection, Params};
use wire::AuditEntry;

use crate::error::IssuerError;

/// SHA-256.
pub(crate) type Hash = [u8; 32];

/// What stands before the first entry.
pub(crate) const START: Hash = [0; 32];

/// Keeps these hashes apart from all others (`docs/PROTOCOL.md`).
const DOMAIN: &[u8] = b"hmskort audit 1\0";

/// The hash of an entry behind the entry with the hash `before`. Each text with its length, so
/// that no two entries make the same bytes.
pub(crate) fn hash(before: &Hash, entry: &AuditEntry) -> Hash {
    let mut context = Context::new(&SHA256);
    context.update(DOMAIN);
    context.update(before);
    context.update(&entry.id.to_be_bytes());
    context.update(&entry.at.to_be_bytes());
    for text in [&entry.role, &entry.by, &entry.what, &entry.whom, &entry.why] {
        context.update(&(text.len() as u64).to_be_bytes());
        context.update(text.as_bytes());
    }
    let mut hash = START;
    hash.copy_from_slice(context.finish().as_ref());
    hash
}

pub(crate) fn hex(hash: &Hash) -> String {
    HEXLOWER.encode(hash)
}

/// The entries that `clauses` name.
pub(crate) fn read(
    database: &Connection,
    clauses: &str,
    params: impl Params,
) -> Result<Vec<AuditEntry>, IssuerError> {
    let sql = format!("SELECT id, at, role, by, what, whom, why, hash FROM audit {clauses}");
    let mut statement = database.prepare_cached(&sql)?;
    let entries = statement.query_map(params, |row| {
        Ok(AuditEntry {
            id: row.get::<_, i64>(0)?.cast_unsigned(),
            at: row.get(1)?,
            role: row.get(2)?,
            by: row.get(3)?,
            what: row.get(4)?,
            whom: row.get(5)?,
            why: row.get(6)?,
            hash: HEXLOWER.encode(&row.get::<_, Vec<u8>>(7)?),
        })
    })?;
    Ok(entries.collect::<Result<_, _>>()?)
}
