//! The inspectors' pack: a small photo of everybody, for tablets that want it without network.
//!
//! Parts never change. What is new goes into a new one, together with what is still true of parts
//! that have become small, or are mostly of photos that were replaced. So a tablet fetches little,
//! and there are never many parts.
//!
//! **Threat.** Somebody who was erased stays in a part: the database notes whose pictures a part
//! has, replaced ones too, and when one of those people goes, so does the part, at once.

use std::collections::HashSet;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use credential::{KeyId, PhotoDigest, SigningKey};
use index::{FULL_PACK_PART, SmallPhoto};
use key_set::{FileName, Listed, ListedPart, PackList, PartOf, sign_pack};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use crate::error::IssuerError;
use crate::{Issuer, files};

/// The folder of the parts.
const PARTS: &str = "pack-part";

/// How long what no list names any more can still be fetched.
const DAY: TimeDelta = TimeDelta::days(1);

/// What the setting says.
const GIVEN: &str = "given";
const WITHHELD: &str = "withheld";

impl Issuer {
    /// Whether tablets are given the pack, from the next publication on: unless the office has said
    /// otherwise they are. When it is withdrawn its files go at once, and each tablet removes what
    /// it has at its next sync.
    ///
    /// # Errors
    /// The database.
    pub fn give_pack(&self, given: bool) -> Result<(), IssuerError> {
        let sql = "INSERT OR REPLACE INTO setting VALUES ('pack', ?1)";
        self.database().execute(sql, [if given { GIVEN } else { WITHHELD }])?;
        Ok(())
    }

    /// Publishes what is new in the pack. The list that is current, if the office lets tablets have
    /// one, is named by the head; files that nothing names any more are given back by their paths,
    /// to be removed when the head is out.
    pub(crate) fn publish_pack(
        &self,
        database: &Transaction<'_>,
        (version, publisher): (u64, &SigningKey),
        now: DateTime<Utc>,
    ) -> Result<(Option<Listed>, Vec<String>), IssuerError> {
        let folder = files::folder(&self.folder);
        if !is_given(database)? {
            withdraw(database, now)?;
            return Ok((None, forget(database, &folder, now)?));
        }
        let signer = KeyId::of(&publisher.public_key()).to_string();
        let changed = self.renew_parts(database, version, now)?;
        let held = database
            .query_row(
                "SELECT version, length, sha256, signer FROM pack_list WHERE dropped IS NULL",
                [],
                |row| Ok((listed(row)?, row.get::<_, String>(3)?)),
            )
            .optional()?;
        if let Some((held, by)) = held
            && !changed
            && by == signer
        {
            return Ok((Some(held), forget(database, &folder, now)?));
        }
        let parts = database
            .prepare(
                "SELECT version, length, sha256, number FROM pack_part WHERE dropped IS NULL
                 ORDER BY id",
            )?
            .query_map([], part)?
            .collect::<Result<_, _>>()?;
        let bytes = sign_pack(&PackList { version, issued: now, parts }, publisher);
        files::write(&self.folder, FileName::Pack(version), &bytes)?;
        let listed = Listed::of(version, &bytes);
        database.execute(
            "UPDATE pack_list SET dropped = ?1 WHERE dropped IS NULL",
            [now.timestamp()],
        )?;
        database.execute(
            "INSERT INTO pack_list VALUES (?1, ?2, ?3, ?4, NULL)",
            params![version.cast_signed(), listed.length.cast_signed(), listed.sha256, signer],
        )?;
        Ok((Some(listed), forget(database, &folder, now)?))
    }

    /// Drops the parts that must not stay, writes new ones, and says whether anything changed.
    fn renew_parts(
        &self,
        database: &Connection,
        version: u64,
        now: DateTime<Utc>,
    ) -> Result<bool, IssuerError> {
        let new = "SELECT EXISTS (SELECT 1 FROM small_photo WHERE part IS NULL)";
        let new: bool = database.query_row(new, [], |row| row.get(0))?;
        let parts = parts(database, &files::folder(&self.folder))?;
        if !new && !parts.iter().any(|held| held.goes) {
            return Ok(false);
        }
        for held in &parts {
            // What is less than half full, of pictures that are still somebody's, goes together with
            // what is new. Where one was replaced there is always something new.
            if held.goes || held.full(database)? < FULL_PACK_PART as u64 / 2 {
                let sql = "UPDATE pack_part SET dropped = ?2 WHERE id = ?1";
                database.execute(sql, params![held.id, now.timestamp()])?;
                database
                    .execute("UPDATE small_photo SET part = NULL WHERE part = ?1", [held.id])?;
            }
        }
        self.write_parts(database, version)?;
        Ok(true)
    }

    /// Writes parts of all that is in none.
    fn write_parts(&self, database: &Connection, version: u64) -> Result<(), IssuerError> {
        let mut loose = database.prepare(
            "SELECT worker, digest, file FROM small_photo WHERE part IS NULL AND worker > ?1
             ORDER BY worker",
        )?;
        let (mut number, mut last) = (0, -1);
        loop {
            let (mut photos, mut whose, mut bytes) = (Vec::new(), Vec::new(), 0);
            let mut rows = loose.query([last])?;
            while bytes < FULL_PACK_PART
                && let Some(row) = rows.next()?
            {
                last = row.get(0)?;
                let of = PhotoDigest::from(row.get::<_, [u8; PhotoDigest::BYTES]>(1)?);
                let file: Vec<u8> = row.get(2)?;
                // With the bytes that CBOR needs around them.
                bytes += file.len() + PhotoDigest::BYTES + 5;
                whose.push(last);
                photos.push(SmallPhoto { of, file });
            }
            drop(rows);
            if photos.is_empty() {
                return Ok(());
            }
            let file = index::pack(photos);
            let part = ListedPart::new(PartOf::Pack, version, number, &file);
            number += 1;
            files::write(&self.folder, part.file(), &file)?;
            note(database, &part, bytes, &whose)?;
        }
    }
}

fn is_given(database: &Connection) -> Result<bool, IssuerError> {
    let sql = "SELECT value FROM setting WHERE name = 'pack'";
    let set: Option<String> = database.query_row(sql, [], |row| row.get(0)).optional()?;
    Ok(set.is_none_or(|set| set != WITHHELD))
}

/// Takes the list away, and all parts at once. The small photos stay here, for when there is a pack
/// again.
fn withdraw(database: &Connection, now: DateTime<Utc>) -> Result<(), IssuerError> {
    let at = [now.timestamp()];
    database.execute("UPDATE pack_list SET dropped = ?1 WHERE dropped IS NULL", at)?;
    let sql = "UPDATE pack_part SET dropped = coalesce(dropped, ?1), forgets = 1";
    database.execute(sql, at)?;
    database.execute("UPDATE small_photo SET part = NULL WHERE part IS NOT NULL", [])?;
    Ok(())
}

/// A part that the newest list names.
struct Held {
    id: i64,
    /// Pictures in it, and their bytes before they were compressed.
    photos: i64,
    bytes: i64,
    /// Whether somebody in it is to be forgotten, or its file is lost.
    goes: bool,
}

impl Held {
    /// Bytes of the pictures in it that are still somebody's.
    fn full(&self, database: &Connection) -> Result<u64, IssuerError> {
        let sql = "SELECT count(*) FROM small_photo WHERE part = ?1";
        let live: i64 = database.prepare_cached(sql)?.query_row([self.id], |row| row.get(0))?;
        Ok((self.bytes * live / self.photos.max(1)).unsigned_abs())
    }
}

fn parts(database: &Connection, folder: &Path) -> Result<Vec<Held>, IssuerError> {
    let mut statement = database.prepare(
        "SELECT version, length, sha256, number, id, photos, bytes, forgets FROM pack_part
         WHERE dropped IS NULL ORDER BY id",
    )?;
    let held = |row: &Row<'_>| {
        let there = folder.join(part(row)?.file().to_string()).exists();
        Ok(Held {
            id: row.get(4)?,
            photos: row.get(5)?,
            bytes: row.get(6)?,
            goes: row.get::<_, bool>(7)? || !there,
        })
    };
    Ok(statement.query_map([], held)?.collect::<Result<_, _>>()?)
}

/// Notes a part that was written, and who is in it.
fn note(
    database: &Connection,
    part: &ListedPart,
    bytes: usize,
    whose: &[i64],
) -> Result<(), IssuerError> {
    let Listed { version, length, sha256 } = part.listed;
    let (version, length) = (version.cast_signed(), length.cast_signed());
    let (photos, bytes) = (whose.len().cast_signed(), bytes.cast_signed());
    database.execute(
        "INSERT INTO pack_part (photos, bytes, version, number, length, sha256)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![photos, bytes, version, part.number, length, sha256],
    )?;
    let id = database.last_insert_rowid();
    let mut is_in = database.prepare_cached("INSERT INTO pack_picture VALUES (?1, ?2)")?;
    let mut of = database.prepare_cached("UPDATE small_photo SET part = ?1 WHERE worker = ?2")?;
    for worker in whose {
        is_in.execute(params![id, worker])?;
        of.execute(params![id, worker])?;
    }
    Ok(())
}

/// Forgets what no list has named for a day, or what holds somebody who is to be forgotten, and
/// gives the files in this folder that nothing names any more.
fn forget(
    database: &Connection,
    folder: &Path,
    now: DateTime<Utc>,
) -> Result<Vec<String>, IssuerError> {
    let old = (now - DAY).timestamp();
    let gone = "(dropped < ?1 OR dropped IS NOT NULL AND forgets = 1)";
    database.execute(
        &format!("DELETE FROM pack_picture WHERE part IN (SELECT id FROM pack_part WHERE {gone})"),
        [old],
    )?;
    database.execute(&format!("DELETE FROM pack_part WHERE {gone}"), [old])?;
    let mut files = strays(database, folder)?;
    let mut lists =
        database.prepare("DELETE FROM pack_list WHERE dropped < ?1 RETURNING version")?;
    for version in lists.query_map([old], |row| row.get::<_, i64>(0))? {
        files.push(FileName::Pack(version?.unsigned_abs()).to_string());
    }
    Ok(files)
}

/// Files among the parts that the database doesn't know: those that it has just forgotten, what a
/// kill has left, and those from before parts were compressed.
fn strays(database: &Connection, folder: &Path) -> Result<Vec<String>, IssuerError> {
    let mut known = database.prepare("SELECT version, length, sha256, number FROM pack_part")?;
    let known: HashSet<String> =
        known.query_map([], |row| Ok(part(row)?.file().to_string()))?.collect::<Result<_, _>>()?;
    let Ok(entries) = std::fs::read_dir(folder.join(PARTS)) else { return Ok(Vec::new()) };
    let named = |entry: std::io::Result<std::fs::DirEntry>| {
        Some(format!("{PARTS}/{}", entry.ok()?.file_name().to_str()?))
    };
    Ok(entries.filter_map(named).filter(|file| !known.contains(file)).collect())
}

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    let (version, length): (i64, i64) = (row.get(0)?, row.get(1)?);
    let (version, length) = (version.unsigned_abs(), length.unsigned_abs());
    Ok(Listed { version, length, sha256: row.get(2)? })
}

fn part(row: &Row<'_>) -> rusqlite::Result<ListedPart> {
    Ok(ListedPart { of: PartOf::Pack, number: row.get(3)?, listed: listed(row)? })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{MIGRATIONS, connect, set_up};

    /// Steps of the schema before parts were compressed.
    const PLAIN: u32 = 17;

    #[test]
    fn a_store_whose_parts_are_from_before_they_were_compressed_publishes_them_anew() {
        let folder = tempfile::tempdir().unwrap();
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        drop(set_up(folder.path(), now));
        std::fs::remove_file(folder.path().join("issuer.db")).unwrap();
        let database = connect(&folder.path().join("issuer.db")).unwrap();
        for step in MIGRATIONS.iter().take(PLAIN as usize) {
            database.execute_batch(step).unwrap();
        }
        database.pragma_update(None, "user_version", PLAIN).unwrap();
        let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9];
        database
            .execute_batch(
                "INSERT INTO setting VALUES ('service', 'http://127.0.0.1:1');
                 INSERT INTO publication (issued) VALUES (1);
                 INSERT INTO worker (id, card_number, name, national_id, birth_date, erased)
                     VALUES (1, 1, '', '', '', 1);
                 INSERT INTO pack_part (id, photos, version, number, length, sha256)
                     VALUES (1, 1, 1, 0, 30, zeroblob(32));
                 INSERT INTO pack_picture VALUES (1, 1);
                 INSERT INTO pack_list VALUES (1, 90, zeroblob(32), 'somebody', NULL);",
            )
            .unwrap();
        let sql = "INSERT INTO small_photo VALUES (1, zeroblob(16), 1, ?1)";
        database.execute(sql, [jpeg]).unwrap();
        drop(database);
        let key_set = files::folder(folder.path());
        let old = key_set.join("pack-part/1-0.cbor");
        std::fs::create_dir_all(key_set.join(PARTS)).unwrap();
        std::fs::write(&old, b"plain CBOR").unwrap();

        let issuer = Issuer::open(folder.path()).unwrap();
        issuer.publish(now).unwrap();
        let sql = "SELECT version, length, sha256, number FROM pack_part WHERE dropped IS NULL";
        let new = issuer.connect().unwrap().query_row(sql, [], part).unwrap();
        let bytes = std::fs::read(key_set.join(new.file().to_string())).unwrap();
        new.check(&bytes).unwrap();
        let of = PhotoDigest::from([0; PhotoDigest::BYTES]);
        assert_eq!(index::unpack(&bytes), Ok(vec![SmallPhoto { of, file: jpeg.to_vec() }]));
        assert!(!old.exists());
    }
}
