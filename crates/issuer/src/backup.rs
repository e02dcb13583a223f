//! The database, saved while the service runs, and put back.
//!
//! **Threats.** A copy of a file that is being written is no database: `SQLite` itself copies, in one
//! step, so that it is the state of one moment. A kill in between: what isn't whole never has the
//! name. And what was done after the backup is gone, but others know of it: devices have newer key
//! sets, phones have places in the status list. So a restored issuer goes on behind the newest
//! version that was published, and the places that it doesn't know are invalid and nobody's.
//!
//! Keys are not in it: they are saved apart, so that no backup can issue cards.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use key_set::{FileName, Root, Source, Synced, Tier};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};

use crate::audit::{Look, Whom, log};
use crate::error::IssuerError;
use crate::keys::{self, Signs};
use crate::role::Role;
use crate::{Issuer, connect, files, migrate, write};

/// What a backup has besides the database: the roots, which no issuer can do without.
const ROOTS: &str =
    "CREATE TABLE backup_root (version INTEGER PRIMARY KEY, file BLOB NOT NULL) STRICT;
                     CREATE TABLE backup (made INTEGER NOT NULL) STRICT";

/// How much further a restored issuer starts when nobody knows what was published last: more
/// publications and cards than there are between two backups.
const LEAP: u64 = 100_000;

/// What became of a restore.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Restored {
    /// When the backup was made.
    pub made: DateTime<Utc>,
    /// Places in the status list that are invalid now, because the backup doesn't know whose they
    /// are. Those phones must be activated again.
    pub lost_places: u64,
    /// The database that was there before, kept beside.
    pub replaced: Option<PathBuf>,
}

impl Issuer {
    /// Saves the database to a new file. Others read and write meanwhile.
    ///
    /// # Errors
    /// A file of this name, a full disk, the database.
    pub fn backup(&self, to: &Path, by: &str, now: DateTime<Utc>) -> Result<(), IssuerError> {
        if to.exists() {
            return Err(IssuerError::Conflict("file"));
        }
        let whom = Whom::Everybody;
        self.log_look(&Look { role: Role::Office, by, what: "backup", whom, why: "" }, now)?;
        let beside = beside(to, "new");
        remove(&beside)?;
        crate::keys::write_new(&beside, b"")?;
        let mut copy = connect(&beside)?;
        copy_whole(&self.reader()?, &mut copy)?;
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        let transaction = write(&mut copy)?;
        transaction.execute_batch(ROOTS)?;
        transaction.execute("INSERT INTO backup VALUES (?1)", [now.timestamp()])?;
        for (version, file) in (1_i64..).zip(files::roots(&self.folder)?) {
            transaction
                .execute("INSERT INTO backup_root VALUES (?1, ?2)", params![version, file])?;
        }
        transaction.commit()?;
        finish(copy, &beside, to)
    }

    /// Puts a backup back into an issuer's folder, whose keys must be there already. A database
    /// that is there is kept beside it. Publishes.
    ///
    /// Tokens and inspectors that were revoked since the backup are back: revoke them again.
    ///
    /// # Errors
    /// [`IssuerError::BackupDamaged`] for what is no whole backup; [`IssuerError::InUse`] while
    /// another process has the database open; [`IssuerError::KeyFile`] when the keys are not those
    /// of the backup's issuer. Then nothing changes.
    pub fn restore(
        folder: &Path,
        from: &Path,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(Self, Restored), IssuerError> {
        let backup = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let made = check(&backup)?;
        let roots = saved_roots(&backup)?;
        fits_keys(folder, &roots)?;
        let place = folder.join("issuer.db");
        if place.exists() {
            alone(&place)?;
        }
        let known = known_outside(folder, now);
        let beside = folder.join("issuer.db.restored");
        remove(&beside)?;
        crate::keys::write_new(&beside, b"")?;
        let mut copy = connect(&beside)?;
        copy_whole(&backup, &mut copy)?;
        copy.execute_batch("DROP TABLE backup; DROP TABLE backup_root")?;
        migrate(&mut copy)?;
        let transaction = write(&mut copy)?;
        let lost_places = go_on_behind(&transaction, known, now)?;
        let why = format!("a backup of {}", made.format("%Y-%m-%d %H:%M:%S UTC"));
        let look =
            Look { role: Role::Office, by, what: "restore", whom: Whom::Everybody, why: &why };
        log(&transaction, &look, now)?;
        transaction.commit()?;
        for (version, file) in &roots {
            // What devices may have followed already stays.
            let named = FileName::Root(*version);
            if !files::folder(folder).join(named.to_string()).exists() {
                files::write_root(folder, *version, file)?;
            }
        }
        let replaced = if place.exists() { Some(put_aside(folder, &place)?) } else { None };
        finish(copy, &beside, &place)?;
        let issuer = Self::open(folder)?;
        issuer.publish(now)?;
        Ok((issuer, Restored { made, lost_places, replaced }))
    }
}

/// One step: a backup in several starts anew whenever somebody writes in between.
fn copy_whole(from: &Connection, to: &mut Connection) -> Result<(), IssuerError> {
    let backup = Backup::new(from, to)?;
    loop {
        match backup.step(-1)? {
            StepResult::Done => return Ok(()),
            StepResult::Busy | StepResult::Locked => std::thread::sleep(Duration::from_millis(20)),
            _ => {}
        }
    }
}

/// Gives a whole database its name.
fn finish(database: Connection, beside: &Path, place: &Path) -> Result<(), IssuerError> {
    database.pragma_update(None, "journal_mode", "DELETE")?;
    database.close().map_err(|(_, error)| error)?;
    fs::File::open(beside)?.sync_all()?;
    fs::rename(beside, place)?;
    let parent = place.parent().filter(|parent| !parent.as_os_str().is_empty());
    Ok(fs::File::open(parent.unwrap_or(Path::new(".")))?.sync_all()?)
}

fn check(backup: &Connection) -> Result<DateTime<Utc>, IssuerError> {
    let damaged = |_| IssuerError::BackupDamaged;
    let whole: String =
        backup.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(damaged)?;
    let made: Option<i64> = backup
        .query_row("SELECT made FROM backup", [], |row| row.get(0))
        .optional()
        .map_err(damaged)?;
    match made.and_then(|made| DateTime::from_timestamp(made, 0)) {
        Some(made) if whole == "ok" => Ok(made),
        _ => Err(IssuerError::BackupDamaged),
    }
}

fn saved_roots(backup: &Connection) -> Result<Vec<(u32, Vec<u8>)>, IssuerError> {
    let mut roots = backup.prepare("SELECT version, file FROM backup_root ORDER BY version")?;
    let roots = roots.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(roots.collect::<Result<_, _>>()?)
}

/// Whether the keys in the folder are the issuer's whose database this is.
fn fits_keys(folder: &Path, roots: &[(u32, Vec<u8>)]) -> Result<(), IssuerError> {
    let (_, newest) = roots.last().ok_or(IssuerError::BackupDamaged)?;
    let backups = Root::held(newest).map_err(|_| IssuerError::BackupDamaged)?;
    // The folder's own root may be newer.
    let root = match files::newest_root(folder) {
        Ok(file) => Root::held(&file)?,
        Err(_) => backups,
    };
    let publisher = keys::key(folder, Signs::KeySet)?.public_key();
    if !root.publisher_keys().contains(&publisher) {
        return Err(IssuerError::KeyFile("publisher.key"));
    }
    let issuer_key = keys::key(folder, Signs::Credentials)?.public_key();
    if !root.issuer_keys().iter().any(|one| one.key == issuer_key) {
        return Err(IssuerError::KeyFile("issuer.key"));
    }
    Ok(())
}

/// Whether nobody else has the database open.
fn alone(database: &Path) -> Result<(), IssuerError> {
    let connection = Connection::open(database)?;
    connection.busy_timeout(Duration::ZERO)?;
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    match connection.execute_batch("BEGIN EXCLUSIVE; COMMIT") {
        Ok(()) => Ok(()),
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
            Err(IssuerError::InUse)
        }
        // One that is damaged is what restoring is for.
        Err(_) => Ok(()),
    }
}

/// The version of the key set, and the length of its status list, that are out as far as the
/// folder tells.
fn known_outside(folder: &Path, now: DateTime<Utc>) -> Option<(u64, u64)> {
    let first = files::roots(folder).ok()?.next()?;
    let mut files = Published(files::folder(folder));
    match key_set::sync(&first, None, Tier::Public, &mut files, now) {
        Ok(Synced::Updated(synced)) => Some((synced.0.version(), synced.0.entries() as u64)),
        _ => None,
    }
}

/// The key set as it lies in the folder.
struct Published(PathBuf);

impl Source for Published {
    type Error = std::io::Error;

    fn fetch(&mut self, file: FileName, _limit: u64) -> Result<Option<Vec<u8>>, Self::Error> {
        match fs::read(self.0.join(file.to_string())) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        }
    }
}

/// Draws numbers behind all that are out, and gives the number of places that nobody knows.
fn go_on_behind(
    database: &Connection,
    known: Option<(u64, u64)>,
    now: DateTime<Utc>,
) -> Result<u64, IssuerError> {
    let (version, places): (u64, u64) = database.query_row(
        "SELECT (SELECT coalesce(max(version), 0) FROM publication),
                (SELECT coalesce(max(status_index), 0) FROM binding)",
        [],
        |row| Ok((row.get::<_, i64>(0)?.cast_unsigned(), row.get::<_, i64>(1)?.cast_unsigned())),
    )?;
    let (out, length) = known.unwrap_or((version + LEAP, places + 1 + LEAP / 10));
    // A publication may have drawn a number and been killed.
    database.execute(
        "INSERT INTO publication VALUES (?1, ?2)",
        params![(out.max(version) + 2).cast_signed(), now.timestamp()],
    )?;
    let last = length.saturating_sub(1);
    if last > places {
        database.execute(
            "INSERT INTO lost_place VALUES (?1, ?2)",
            params![(places + 1).cast_signed(), last.cast_signed()],
        )?;
    }
    Ok(last.saturating_sub(places))
}

/// Moves the old database out of the way, with what SQLite keeps beside it.
fn put_aside(folder: &Path, place: &Path) -> Result<PathBuf, IssuerError> {
    let free = |n: &u32| !folder.join(format!("issuer.db.before-{n}")).exists();
    let number = (1..).find(free).unwrap_or_default();
    let aside = folder.join(format!("issuer.db.before-{number}"));
    for suffix in ["-wal", "-shm"] {
        let from = folder.join(format!("issuer.db{suffix}"));
        if from.exists() {
            fs::rename(from, folder.join(format!("issuer.db.before-{number}{suffix}")))?;
        }
    }
    fs::rename(place, &aside)?;
    Ok(aside)
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    name.into()
}

fn remove(file: &Path) -> Result<(), IssuerError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
