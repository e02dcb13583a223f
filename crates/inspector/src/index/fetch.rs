//! Fetching what is new in the index, and taking it in. What has come is kept until it is applied.

use key_set::{FileName, KeySet, ListedPart, Rejected, Source, Volume};
use rusqlite::{OptionalExtension, params};

use super::{Index, apply, database};
use crate::InspectorError;

/// What fetching the index led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// It is up to date now.
    Updated,
    /// It was before.
    Unmodified,
    /// The issuer gives none out.
    None,
}

/// What was under way when something went wrong.
#[derive(Debug, thiserror::Error)]
pub enum FetchError<E> {
    /// The source didn't answer. What has come stays.
    #[error("the index could not be fetched: {0}")]
    Source(E),
    /// The source answered with something that must not be taken.
    #[error(transparent)]
    Rejected(#[from] Rejected),
    /// The device could not store it.
    #[error(transparent)]
    Device(#[from] InspectorError),
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Bytes that have come, of all.
    Fetching(u64, u64),
    /// Cards that are taken in, of all.
    Applying(u64, u64),
}

impl Index {
    /// Brings the index to what `set` names. `tell` hears of each part.
    ///
    /// # Errors
    /// [`FetchError`]; what is held stays, and so do the parts that have come.
    pub fn fetch<S: Source>(
        &mut self,
        set: &KeySet,
        source: &mut S,
        tell: &mut dyn FnMut(Step),
    ) -> Result<Fetched, FetchError<S::Error>> {
        let Some((version, file, length)) = set.index_file() else { return Ok(Fetched::None) };
        let held = self.held.map(|held| held.version);
        match held {
            Some(held) if held == version => return Ok(Fetched::Unmodified),
            Some(held) if held > version => {
                return Err(Rejected::RolledBack { file, held, offered: version }.into());
            }
            _ => {}
        }
        let bytes = get(source, file, length)?;
        let list = set.open_index(&bytes)?;
        let needed = list.needed(held);
        self.download(&needed, source, tell)?;
        self.held = Some(apply::apply(self.database.connection(), &list, &needed, tell)?);
        // What was written is in the log first; give its room back. If somebody reads, later.
        let truncate = "PRAGMA wal_checkpoint(TRUNCATE)";
        let _ = self.database.reading().query_row(truncate, [], |_| Ok(()));
        Ok(Fetched::Updated)
    }

    /// Fetches the parts that haven't come yet, and stores each as soon as it has.
    fn download<S: Source>(
        &mut self,
        needed: &[&Volume],
        source: &mut S,
        tell: &mut dyn FnMut(Step),
    ) -> Result<(), FetchError<S::Error>> {
        let parts: Vec<_> = needed.iter().flat_map(|volume| &volume.parts).collect();
        let total = parts.iter().map(|part| part.listed.length).sum();
        let mut done = 0;
        for part in parts {
            if !self.has(part)? {
                let bytes = get(source, part.file(), part.listed.length)?;
                part.check(&bytes)?;
                self.database
                    .reading()
                    .execute(
                        "INSERT INTO download VALUES (?1, ?2)",
                        params![part.listed.sha256, bytes],
                    )
                    .map_err(database)?;
            }
            done += part.listed.length;
            tell(Step::Fetching(done, total));
        }
        Ok(())
    }

    fn has(&self, part: &ListedPart) -> Result<bool, InspectorError> {
        let sql = "SELECT 1 FROM download WHERE sha256 = ?1";
        let found: Option<i64> = self
            .database
            .reading()
            .query_row(sql, [part.listed.sha256], |row| row.get(0))
            .optional()
            .map_err(database)?;
        Ok(found.is_some())
    }
}

/// Fetches a file of a length that is known, within the limit of its kind.
pub(crate) fn get<S: Source>(
    source: &mut S,
    file: FileName,
    length: u64,
) -> Result<Vec<u8>, FetchError<S::Error>> {
    let (bytes, limit) = (length, file.limit());
    if bytes > limit {
        return Err(Rejected::TooLong { file, bytes, limit }.into());
    }
    let fetched = source.fetch(file, length).map_err(FetchError::Source)?;
    Ok(fetched.ok_or(Rejected::Missing { file })?)
}
