//! Fetching what is new in the pack: a part a transaction, so that nothing comes twice.

use std::collections::{HashMap, HashSet};

use index::unpack;
use key_set::{KeySet, ListedPart, Rejected, Source};
use rusqlite::{Connection, params};
use store::Store;

use super::Held;
use crate::InspectorError;
use crate::index::{FetchError, Fetched, database, get};

/// What the device has of the pack.
#[derive(Debug)]
pub struct Pack {
    pub(super) database: Store,
}

impl Pack {
    /// Brings the pack to what `set` names. `tell` hears of bytes that have come, of all.
    ///
    /// What is no longer listed goes first, before anything can go wrong: somebody in it may have
    /// been erased.
    ///
    /// # Errors
    /// [`FetchError`]; parts that have come stay.
    pub fn fetch<S: Source>(
        &mut self,
        set: &KeySet,
        source: &mut S,
        tell: &mut dyn FnMut(u64, u64),
    ) -> Result<Fetched, FetchError<S::Error>> {
        let Some((version, file, length)) = set.pack_file() else {
            return match self.drop_unlisted(&[])? {
                0 => Ok(Fetched::None),
                _ => Ok(Fetched::Updated),
            };
        };
        match self.held().map_err(InspectorError::from)? {
            Some(Held { version: held, whole: true, .. }) if held == version => {
                return Ok(Fetched::Unmodified);
            }
            Some(Held { version: held, .. }) if held > version => {
                return Err(Rejected::RolledBack { file, held, offered: version }.into());
            }
            _ => {}
        }
        let list = set.open_pack(&get(source, file, length)?)?;
        self.drop_unlisted(&list.parts)?;
        let here: HashSet<[u8; 32]> = self.parts()?.into_keys().collect();
        let total = list.parts.iter().map(|part| part.listed.length).sum();
        let mut done = 0;
        for part in &list.parts {
            if !here.contains(&part.listed.sha256) {
                let bytes = get(source, part.file(), part.listed.length)?;
                self.take(part, &bytes)?;
            }
            done += part.listed.length;
            tell(done, total);
        }
        let now_held = "INSERT OR REPLACE INTO held (one, version, issued) VALUES (1, ?1, ?2)";
        let of = params![version.cast_signed(), list.issued.timestamp()];
        self.database.connection().execute(now_held, of).map_err(database)?;
        self.give_back();
        Ok(Fetched::Updated)
    }

    /// Takes a part in, whole or not at all.
    fn take<E>(&mut self, part: &ListedPart, bytes: &[u8]) -> Result<(), FetchError<E>> {
        part.check(bytes)?;
        let what = |_| Rejected::Malformed { file: part.file(), what: "small picture" };
        let photos = unpack(bytes).map_err(what)?;
        let transaction = self.database.connection().transaction().map_err(database)?;
        let stored = || -> rusqlite::Result<()> {
            transaction.execute(
                "INSERT INTO part (sha256, pictures) VALUES (?1, ?2)",
                params![part.listed.sha256, photos.len().cast_signed()],
            )?;
            let id = transaction.last_insert_rowid();
            let mut picture = transaction
                .prepare_cached("INSERT INTO picture (part, digest, file) VALUES (?1, ?2, ?3)")?;
            for photo in photos {
                picture.execute(params![id, photo.of.as_bytes(), photo.file])?;
            }
            Ok(())
        };
        stored().map_err(database)?;
        Ok(transaction.commit().map_err(database)?)
    }

    /// Drops the parts that are not among these, and says how many. What is held is then no longer
    /// whole, until the rest has come.
    fn drop_unlisted(&mut self, listed: &[ListedPart]) -> Result<usize, InspectorError> {
        let listed: HashSet<_> = listed.iter().map(|part| part.listed.sha256).collect();
        let mut gone = self.parts()?;
        gone.retain(|sha256, _| !listed.contains(sha256));
        if gone.is_empty() {
            return Ok(0);
        }
        let transaction = self.database.connection().transaction().map_err(database)?;
        let dropped = || -> rusqlite::Result<()> {
            transaction.execute("UPDATE held SET whole = 0", [])?;
            for part in gone.values() {
                transaction.execute("DELETE FROM picture WHERE part = ?1", [part])?;
                transaction.execute("DELETE FROM part WHERE id = ?1", [part])?;
            }
            Ok(())
        };
        dropped().map_err(database)?;
        transaction.commit().map_err(database)?;
        self.give_back();
        Ok(gone.len())
    }

    /// The parts that are here, each with its row.
    fn parts(&self) -> Result<HashMap<[u8; 32], i64>, InspectorError> {
        let read = |connection: &Connection| -> rusqlite::Result<_> {
            let mut statement = connection.prepare("SELECT sha256, id FROM part")?;
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        };
        read(self.database.reading()).map_err(database)
    }

    /// What was written, or overwritten, is in the log first; gives its room back. If somebody
    /// reads, later.
    fn give_back(&self) {
        let truncate = "PRAGMA wal_checkpoint(TRUNCATE)";
        let _ = self.database.reading().query_row(truncate, [], |_| Ok(()));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use credential::PhotoDigest;
    use index::{SmallPhoto, pack};
    use key_set::Tier;
    use store::{KeyKeeper, StoreError};
    use test_support::{World, at};

    fn part(photos: impl Iterator<Item = u32>) -> Vec<u8> {
        let photo = |n: u32| SmallPhoto {
            of: PhotoDigest::of(&n.to_be_bytes()),
            file: [&[0xff, 0xd8, 0xff][..], &[7; 2_000], &[0xff, 0xd9]].concat(),
        };
        pack(photos.map(photo).collect())
    }

    #[test]
    fn a_full_disk_is_told_and_loses_nothing_but_what_is_no_longer_published() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(folder.path(), KeyKeeper::File, &[]).unwrap();
        let mut held = Pack::open(&store).unwrap();
        let mut offer = |version: u64, pack: Vec<u8>, room: i64| {
            let pragma = "max_page_count";
            held.database.connection().pragma_update(None, pragma, room).unwrap();
            let world = World { version, pack: Some(pack), ..World::default() };
            let set = world.synced(at(0), Tier::Inspector).0;
            let fetched = held.fetch(&set, &mut world.publish(at(0)), &mut |_, _| ());
            (fetched, held.pictures().unwrap(), held.held().unwrap().map(|held| held.whole))
        };
        let (fetched, pictures, whole) = offer(1, part(0..10), 1 << 30);
        assert!(matches!(fetched, Ok(Fetched::Updated)));
        assert_eq!((pictures, whole), (10, Some(true)));
        let (full, pictures, whole) = offer(2, part(0..500), 60);
        assert!(
            matches!(full, Err(FetchError::Device(InspectorError::Store(StoreError::Full)))),
            "{full:?}"
        );
        assert_eq!((pictures, whole), (0, Some(false)));
        let (fetched, pictures, whole) = offer(2, part(0..500), 1 << 30);
        assert!(matches!(fetched, Ok(Fetched::Updated)));
        assert_eq!((pictures, whole), (500, Some(true)));
    }
}
