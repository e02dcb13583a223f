//! The inspectors' index: what is published of it, and when it is made anew.
//!
//! Each publication brings one file of changes that is begun anew each day and grows until then, so
//! that a device fetches a file a day it was away, and no more. Now and then all is published at
//! once, for new devices and for those that were away for too long.

mod records;

use card::{CardNumber, CompanyName, OrganisationNumber};
use chrono::{DateTime, TimeDelta, Utc};
use credential::{KeyId, SigningKey};
use index::{Company, Parts, Record};
use key_set::{FileName, IndexList, Listed, ListedPart, PartOf, Volume, sign_index};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::error::IssuerError;
use crate::{Issuer, files};

use records::{Cards, each_record};

/// How long changes are added to one file.
const DAY: TimeDelta = TimeDelta::days(1);

/// How long changes are kept: a device that was away for longer takes the snapshot.
const CHANGES_KEPT: TimeDelta = TimeDelta::days(15);

/// When a publication makes a new snapshot, although that takes its time.
const SNAPSHOT_LATEST: TimeDelta = TimeDelta::days(14);

/// When a nightly publication makes one.
const SNAPSHOT_NIGHTLY: TimeDelta = TimeDelta::days(6);

/// Changes that are a matter for a snapshot: more than these, and than a quarter of all cards.
const MANY: u32 = 1_000;

/// zstd's levels for a snapshot, made once a week, and for changes, made at each publication.
const SNAPSHOT_LEVEL: i32 = 12;
const CHANGES_LEVEL: i32 = 6;

/// How long a device without contact may keep the index, unless the office has set it.
const KEEP: TimeDelta = TimeDelta::days(30);

/// The kinds in `index_change`.
const CARD: u8 = 0;
const COMPANY: u8 = 1;

/// How eagerly a new snapshot is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Snapshot {
    /// Only when it can't wait any longer: for publications that somebody waits for.
    WhenItMust,
    /// When there hasn't been one for six days: for those at night.
    WhenItIsTime,
}

impl Issuer {
    /// Publishes what is new in the index. The list that is current is named by the head; what it
    /// no longer names is given back, to be removed when the head is out.
    pub(crate) fn publish_index(
        &self,
        database: &Transaction<'_>,
        (version, snapshot, publisher): (u64, Snapshot, &SigningKey),
        now: DateTime<Utc>,
    ) -> Result<(Listed, Vec<FileName>), IssuerError> {
        let signer = KeyId::of(&publisher.public_key()).to_string();
        let changed = take_in(database, version)?;
        let keep = self.index_keep(database)?;
        let held = current(database)?;
        match held {
            Some((held, kept, by)) if !changed && kept == keep.num_days() && by == signer => {
                return Ok((held, forget(database, now)?));
            }
            _ => {}
        }
        let mut publication = Publication { issuer: self, database, version, now, number: 0 };
        publication.changes(held.map(|(held, ..)| held.version))?;
        publication.snapshot(snapshot)?;
        let old = (now - CHANGES_KEPT).timestamp();
        database.execute(
            "UPDATE index_volume SET dropped = ?1
             WHERE dropped IS NULL AND since IS NOT NULL AND begun < ?2",
            params![now.timestamp(), old],
        )?;
        let list = IndexList { version, issued: now, keep, volumes: volumes(database)? };
        let bytes = sign_index(&list, publisher);
        files::write(&self.folder, FileName::Index(version), &bytes)?;
        let listed = Listed::of(version, &bytes);
        database.execute(
            "UPDATE index_list SET dropped = ?1 WHERE dropped IS NULL",
            [now.timestamp()],
        )?;
        database.execute(
            "INSERT INTO index_list (version, issued, length, sha256, keep_days, signer)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                version.cast_signed(),
                now.timestamp(),
                listed.length.cast_signed(),
                listed.sha256,
                keep.num_days(),
                signer
            ],
        )?;
        Ok((listed, forget(database, now)?))
    }

    /// How long an inspector's device that has no contact may keep the index, from the next
    /// publication on.
    ///
    /// # Errors
    /// [`IssuerError::Malformed`] when it is not 1 to 365 days.
    pub fn set_index_keep(&self, days: u16) -> Result<(), IssuerError> {
        if !(1..=365).contains(&days) {
            return Err(IssuerError::Malformed("the days that an index is kept are 1 to 365"));
        }
        let sql = "INSERT OR REPLACE INTO setting VALUES ('index_keep_days', ?1)";
        self.database().execute(sql, [days.to_string()])?;
        Ok(())
    }

    fn index_keep(&self, database: &Connection) -> Result<TimeDelta, IssuerError> {
        let sql = "SELECT value FROM setting WHERE name = 'index_keep_days'";
        let days: Option<String> = database.query_row(sql, [], |row| row.get(0)).optional()?;
        let days = days.and_then(|days| days.parse::<u16>().ok());
        Ok(days.map_or(KEEP, |days| TimeDelta::days(days.into())))
    }
}

/// One publication of the index.
struct Publication<'p> {
    issuer: &'p Issuer,
    database: &'p Connection,
    version: u64,
    now: DateTime<Utc>,
    /// The next part's number.
    number: u32,
}

impl Publication<'_> {
    /// What has changed since the day's first publication, or since the last one before today.
    fn changes(&mut self, held: Option<u64>) -> Result<(), IssuerError> {
        let Some(held) = held else { return Ok(()) };
        let sql = "SELECT since, begun FROM index_volume
                   WHERE dropped IS NULL AND since IS NOT NULL AND begun > ?1
                   ORDER BY version DESC LIMIT 1";
        let today = (self.now - DAY).timestamp();
        let open: Option<(u64, i64)> = self
            .database
            .query_row(sql, [today], |row| Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get(1)?)))
            .optional()?;
        let (since, begun) = open.unwrap_or((held, self.now.timestamp()));
        self.database.execute(
            "UPDATE index_volume SET dropped = ?1 WHERE dropped IS NULL AND since = ?2",
            params![self.now.timestamp(), since.cast_signed()],
        )?;
        self.volume(Some(since), begun)
    }

    /// All cards, if it is time for that.
    fn snapshot(&mut self, snapshot: Snapshot) -> Result<(), IssuerError> {
        let last = "SELECT max(begun) FROM index_volume WHERE dropped IS NULL AND since IS NULL";
        let last: Option<i64> = self.database.query_row(last, [], |row| row.get(0))?;
        let age = last.map(|last| self.now.timestamp() - last);
        let limit = match snapshot {
            Snapshot::WhenItMust => SNAPSHOT_LATEST,
            Snapshot::WhenItIsTime => SNAPSHOT_NIGHTLY,
        };
        let many: bool = self.database.query_row(
            "SELECT EXISTS (SELECT 1 FROM index_volume v WHERE dropped IS NULL AND version = ?1
             AND since IS NOT NULL AND cards > ?2 AND cards > (SELECT count(*) FROM worker) / 4)",
            params![self.version.cast_signed(), MANY],
            |row| row.get(0),
        )?;
        if age.is_some_and(|age| age < limit.num_seconds()) && !many {
            return Ok(());
        }
        let drop = if many {
            "UPDATE index_volume SET dropped = ?1 WHERE dropped IS NULL"
        } else {
            "UPDATE index_volume SET dropped = ?1 WHERE dropped IS NULL AND since IS NULL"
        };
        self.database.execute(drop, [self.now.timestamp()])?;
        self.volume(None, self.now.timestamp())
    }

    fn volume(&mut self, since: Option<u64>, begun: i64) -> Result<(), IssuerError> {
        let database = self.database;
        database.execute(
            "INSERT INTO index_volume (since, version, begun, cards) VALUES (?1, ?2, ?3, 0)",
            params![since.map(u64::cast_signed), self.version.cast_signed(), begun],
        )?;
        let volume = database.last_insert_rowid();
        let level = if since.is_none() { SNAPSHOT_LEVEL } else { CHANGES_LEVEL };
        let mut parts = Parts::new(level, |bytes| self.write(volume, &bytes));
        let mut cards = 0_u32;
        for company in companies(database, since)? {
            parts.company(company)?;
        }
        if let Some(since) = since {
            for card in gone(database, since)? {
                parts.gone(card)?;
            }
        }
        let which = since.map_or(Cards::All, Cards::ChangedAfter);
        each_record(database, which, |record, _| {
            cards += 1;
            parts.card(record.to_bytes())
        })?;
        parts.finish()?;
        let sql = "UPDATE index_volume SET cards = ?2 WHERE id = ?1";
        database.execute(sql, params![volume, cards])?;
        Ok(())
    }

    fn write(&mut self, volume: i64, bytes: &[u8]) -> Result<(), IssuerError> {
        let part = ListedPart::new(PartOf::Index, self.version, self.number, bytes);
        files::write(&self.issuer.folder, part.file(), bytes)?;
        self.database.execute(
            "INSERT INTO index_part VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                volume,
                self.version.cast_signed(),
                self.number,
                part.listed.length.cast_signed(),
                part.listed.sha256
            ],
        )?;
        self.number += 1;
        Ok(())
    }
}

/// Looks at what was touched, notes what has changed, and says whether anything has.
fn take_in(database: &Connection, version: u64) -> Result<bool, IssuerError> {
    let mut changed = Vec::new();
    each_record(database, Cards::Touched, |record, before| {
        let digest = Record::digest(&record.to_bytes());
        if before != Some(digest) {
            changed.push((CARD, record.card.get(), Some(digest)));
        }
        Ok(())
    })?;
    let mut names = database.prepare(
        "SELECT c.organisation_number, c.name, i.digest FROM index_change i
         JOIN company c ON c.organisation_number = i.number WHERE i.kind = 1 AND i.touched = 1",
    )?;
    let mut rows = names.query([])?;
    while let Some(row) = rows.next()? {
        let (number, name): (u32, String) = (row.get(0)?, row.get(1)?);
        let (digest, before) = (Record::digest(name.as_bytes()), row.get::<_, Option<Vec<u8>>>(2)?);
        if before.as_deref() != Some(&digest) {
            changed.push((COMPANY, number, Some(digest)));
        }
    }
    let mut left = database.prepare(
        "SELECT number FROM index_change WHERE kind = 0 AND touched = 1 AND digest IS NOT NULL
         AND number NOT IN (SELECT card_number FROM worker WHERE erased IS NULL)",
    )?;
    for number in left.query_map([], |row| row.get(0))? {
        changed.push((CARD, number?, None));
    }
    let mut note = database.prepare(
        "UPDATE index_change SET digest = ?3, version = ?4 WHERE kind = ?1 AND number = ?2",
    )?;
    for (kind, number, digest) in &changed {
        note.execute(params![kind, number, digest, version.cast_signed()])?;
    }
    database.execute("UPDATE index_change SET touched = 0 WHERE touched = 1", [])?;
    Ok(!changed.is_empty())
}

/// The list that is current, and how many days it lets devices keep the index.
fn current(database: &Connection) -> Result<Option<(Listed, i64, String)>, IssuerError> {
    let sql = "SELECT version, length, sha256, keep_days, signer FROM index_list
               WHERE dropped IS NULL";
    let listed = |row: &rusqlite::Row<'_>| {
        let version = row.get::<_, i64>(0)?.unsigned_abs();
        let length = row.get::<_, i64>(1)?.unsigned_abs();
        Ok((Listed { version, length, sha256: row.get(2)? }, row.get(3)?, row.get(4)?))
    };
    Ok(database.query_row(sql, [], listed).optional()?)
}

fn volumes(database: &Connection) -> Result<Vec<Volume>, IssuerError> {
    let mut of_volume = database.prepare(
        "SELECT version, number, length, sha256 FROM index_part WHERE volume = ?1 ORDER BY number",
    )?;
    let mut volumes = database.prepare(
        "SELECT id, since, version, cards FROM index_volume WHERE dropped IS NULL ORDER BY version, id",
    )?;
    let mut rows = volumes.query([])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        let parts = of_volume.query_map([row.get::<_, i64>(0)?], |part| {
            let version = part.get::<_, i64>(0)?.unsigned_abs();
            let length = part.get::<_, i64>(2)?.unsigned_abs();
            let listed = Listed { version, length, sha256: part.get(3)? };
            Ok(ListedPart { of: PartOf::Index, number: part.get(1)?, listed })
        })?;
        list.push(Volume {
            since: row.get::<_, Option<i64>>(1)?.map(i64::unsigned_abs),
            version: row.get::<_, i64>(2)?.unsigned_abs(),
            cards: row.get(3)?,
            parts: parts.collect::<Result<_, _>>()?,
        });
    }
    Ok(list)
}

/// Forgets what no list has named for a day, and gives the files.
fn forget(database: &Connection, now: DateTime<Utc>) -> Result<Vec<FileName>, IssuerError> {
    let old = (now - DAY).timestamp();
    let mut parts = database.prepare(
        "DELETE FROM index_part WHERE volume IN (SELECT id FROM index_volume WHERE dropped < ?1)
         RETURNING version, number",
    )?;
    let part = |row: &rusqlite::Row<'_>| {
        let version = row.get::<_, i64>(0)?.unsigned_abs();
        Ok(PartOf::Index.file(version, row.get(1)?))
    };
    let mut files = parts.query_map([old], part)?.collect::<Result<Vec<_>, _>>()?;
    database.execute("DELETE FROM index_volume WHERE dropped < ?1", [old])?;
    let mut lists =
        database.prepare("DELETE FROM index_list WHERE dropped < ?1 RETURNING version")?;
    for version in lists.query_map([old], |row| row.get::<_, i64>(0))? {
        files.push(FileName::Index(version?.unsigned_abs()));
    }
    Ok(files)
}

/// The companies whose name has changed after a publication, or all.
fn companies(database: &Connection, since: Option<u64>) -> Result<Vec<Company>, IssuerError> {
    let mut statement = database.prepare(
        "SELECT c.organisation_number, c.name FROM company c
         JOIN index_change i ON i.kind = 1 AND i.number = c.organisation_number
         WHERE i.version > ?1 ORDER BY 1",
    )?;
    let mut rows = statement.query([since.map_or(-1, u64::cast_signed)])?;
    let mut companies = Vec::new();
    while let Some(row) = rows.next()? {
        let (number, name): (u32, String) = (row.get(0)?, row.get(1)?);
        let number = OrganisationNumber::try_from(number).map_err(|_| crate::wallet::damaged())?;
        let name: CompanyName = name.parse().map_err(|_| crate::wallet::damaged())?;
        companies.push(Company { number, name });
    }
    Ok(companies)
}

/// The cards that are no more, after a publication.
fn gone(database: &Connection, since: u64) -> Result<Vec<CardNumber>, IssuerError> {
    let mut statement = database.prepare(
        "SELECT number FROM index_change WHERE kind = 0 AND version > ?1 AND digest IS NULL",
    )?;
    let numbers = statement.query_map([since.cast_signed()], |row| row.get::<_, u32>(0))?;
    numbers
        .map(|number| CardNumber::try_from(number?).map_err(|_| crate::wallet::damaged()))
        .collect()
}
