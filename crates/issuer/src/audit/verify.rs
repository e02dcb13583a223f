//! Whether the log is whole.

use rusqlite::{OptionalExtension, params};
use wire::AuditHead;

use super::entry::{Hash, START, hash, hex, read};
use super::{CUT, PAGE};
use crate::Issuer;
use crate::error::IssuerError;

/// What the database must refuse; whoever took one of these away has been at the log.
const TRIGGERS: [&str; 5] =
    ["audit_goes_on", "audit_stays", "audit_is_kept", "audit_cut_stays", "audit_cut_is_kept"];

impl Issuer {
    /// Goes through the whole log and gives its head. With `noted`, a head from before: that it
    /// is in the log still.
    ///
    /// # Errors
    /// [`IssuerError::AuditBroken`] names the first entry that doesn't fit.
    pub fn verify_audit(&self, noted: Option<&AuditHead>) -> Result<AuditHead, IssuerError> {
        let database = self.reader()?;
        let broken = |entry, what| Err(IssuerError::AuditBroken { entry, what });
        for trigger in TRIGGERS {
            let sql = "SELECT EXISTS
                       (SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = ?1)";
            if !database.query_row(sql, [trigger], |row| row.get::<_, bool>(0))? {
                return broken(0, "the database no longer refuses changes");
            }
        }
        let cut: Option<(i64, Hash)> = database
            .query_row(
                "SELECT through, hash FROM audit_cut ORDER BY through DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let mut noted = noted;
        let mut told = cut.is_none();
        let (mut last, mut before) =
            cut.map_or((0, START), |(through, hash)| (through.cast_unsigned(), hash));
        if noted.is_some_and(|noted| {
            noted.id < last || (noted.id == last && noted.hash == hex(&before))
        }) {
            // Older than the log: nothing to hold it against.
            noted = None;
        }
        let cut_words = cut_words(last, &before);
        loop {
            let page = read(
                &database,
                "WHERE id > ?1 ORDER BY id LIMIT ?2",
                params![last.cast_signed(), PAGE],
            )?;
            if page.is_empty() {
                break;
            }
            for entry in page {
                if entry.id != last + 1 {
                    return broken(last + 1, "it is missing");
                }
                let right = hash(&before, &entry);
                if hex(&right) != entry.hash {
                    return broken(entry.id, "it, or one before it, was changed");
                }
                if noted.is_some_and(|noted| noted.id == entry.id) {
                    if noted.is_some_and(|noted| noted.hash != entry.hash) {
                        return broken(entry.id, "it is another than was noted");
                    }
                    noted = None;
                }
                told |= entry.what == CUT && entry.why == cut_words;
                (last, before) = (entry.id, right);
            }
        }
        match noted {
            Some(noted) => broken(noted.id, "it was noted and is missing"),
            None if !told => broken(last, "the log was cut and does not tell of it"),
            None => Ok(AuditHead { id: last, hash: hex(&before) }),
        }
    }
}

/// How the log tells of its cut.
pub(crate) fn cut_words(through: u64, hash: &Hash) -> String {
    format!("through {through} {}", hex(hash))
}
