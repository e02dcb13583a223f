//! A role's store on a device: SQLite, encrypted with SQLCipher, its key elsewhere.
//!
//! **Threat.** A phone or tablet is lost or stolen, and what is on it must not be readable. And
//! the opposite: a key store that happens to be locked, or not to run, must never cost a worker
//! the card. So a key is made in exactly one place, [`Store::create`], where nothing is there yet
//! to lose; [`Store::open`] only ever reads, and a failed read changes nothing.
//!
//! The folder of a store:
//!
//! | file | what |
//! |---|---|
//! | `store.json` | where the key is kept: the operating system's key store, or a file |
//! | `store.db` | the data, SQLCipher (AES-256, a raw 256-bit key) |
//! | `store.key` | only for rehearsal: the key itself, mode 0600 |
//! | others | databases of the same store, under the same key ([`Store::beside`]) |

mod error;
mod keeper;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

pub use error::StoreError;
pub use keeper::KeyKeeper;

use keeper::{Record, StoreKey};

const DATABASE: &str = "store.db";

/// How long another process may hold the store before we give up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Memory for pages, in KiB. SQLCipher decrypts each page it reads, so a small cache costs
/// tenfold at 500,000 rows (measured; see `docs/decisions`).
const CACHE_KIB: i32 = 32 * 1024;

/// An open store.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    keeper: KeyKeeper,
    folder: PathBuf,
}

impl Store {
    /// Whether a store is in this folder.
    #[must_use]
    pub fn exists(folder: &Path) -> bool {
        Record::path(folder).exists()
    }

    /// Makes a store in a folder that has none, with a new key kept by `keeper`.
    ///
    /// The key is kept before anything is encrypted with it, and the record of it is written
    /// last: a kill in between leaves no store, and no data behind a lost key.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where there is one already; [`StoreError::NoKeyStore`] where no key
    /// store runs; anything about files.
    pub fn create(
        folder: &Path,
        keeper: KeyKeeper,
        migrations: &[&str],
    ) -> Result<Self, StoreError> {
        if Self::exists(folder) {
            return Err(StoreError::Exists);
        }
        fs::create_dir_all(folder)?;
        restrict(folder, 0o700)?;
        // Without a record, a database can only be what a killed `create` left: unreadable.
        remove_if_there(&folder.join(DATABASE))?;
        let record = Record::new(keeper)?;
        let key = StoreKey::generate()?;
        record.keep(folder, &key)?;
        let path = folder.join(DATABASE);
        let connection = connect(&path, &key, OpenFlags::SQLITE_OPEN_CREATE, migrations)?;
        record.write(folder)?;
        Ok(Self { connection, keeper, folder: folder.to_owned() })
    }

    /// Opens the store in a folder.
    ///
    /// # Errors
    /// [`StoreError::Missing`] where there is none. A key store that is locked, doesn't run or
    /// has lost the key each has an error of its own, and nothing is changed.
    pub fn open(folder: &Path, migrations: &[&str]) -> Result<Self, StoreError> {
        let record = Record::read(folder)?;
        let key = record.fetch(folder)?;
        let connection = connect(&folder.join(DATABASE), &key, OpenFlags::empty(), migrations)?;
        Ok(Self { connection, keeper: record.keeper(), folder: folder.to_owned() })
    }

    /// Opens another database of this store, under the same key, and makes it if it isn't there:
    /// for what can be had again, is written for long, or must go whole.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn beside(&self, name: &str, migrations: &[&str]) -> Result<Self, StoreError> {
        let key = Record::read(&self.folder)?.fetch(&self.folder)?;
        let path = self.folder.join(name);
        let connection = connect(&path, &key, OpenFlags::SQLITE_OPEN_CREATE, migrations)?;
        Ok(Self { connection, keeper: self.keeper, folder: self.folder.clone() })
    }

    /// The same for what can be had again: a database that can't be read is thrown away, and made
    /// anew; and a commit doesn't wait for the disk. A power cut may take the last ones, whole.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn beside_or_anew(&self, name: &str, migrations: &[&str]) -> Result<Self, StoreError> {
        let opened = match self.beside(name, migrations) {
            Err(StoreError::Damaged(_) | StoreError::Newer) => {
                self.remove_beside(name)?;
                self.beside(name, migrations)
            }
            opened => opened,
        }?;
        opened.connection.pragma_update(None, "synchronous", "NORMAL")?;
        Ok(opened)
    }

    /// Removes a database that [`beside`](Self::beside) made, with its log, if it is there. It has
    /// to be closed.
    ///
    /// # Errors
    /// Files.
    pub fn remove_beside(&self, name: &str) -> Result<(), StoreError> {
        ["", "-wal", "-shm", "-journal"]
            .iter()
            .try_for_each(|end| remove_if_there(&self.folder.join(format!("{name}{end}"))))
    }

    /// Where the key is kept.
    #[must_use]
    pub fn keeper(&self) -> KeyKeeper {
        self.keeper
    }

    /// The store's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The connection, for reading.
    #[must_use]
    pub fn reading(&self) -> &Connection {
        &self.connection
    }

    /// The connection.
    pub fn connection(&mut self) -> &mut Connection {
        &mut self.connection
    }
}

fn connect(
    path: &Path,
    key: &StoreKey,
    create: OpenFlags,
    migrations: &[&str],
) -> Result<Connection, StoreError> {
    // SQLCipher now and then refuses the key when two threads open databases at the same moment.
    static OPENING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create;
    let connection = Connection::open_with_flags(path, flags)?;
    // Before anything else: SQLCipher takes the key at the first statement.
    let pragma = Zeroizing::new(format!("x'{}'", key.hex().as_str()));
    connection.pragma_update(None, "key", pragma.as_str())?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Otherwise a statement is prepared anew for each number that a range begins with.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    migrate(connection, migrations)
}

/// Brings the schema up to date, each step in a transaction of its own.
fn migrate(mut connection: Connection, migrations: &[&str]) -> Result<Connection, StoreError> {
    let done: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if usize::try_from(done).is_ok_and(|done| done > migrations.len()) {
        return Err(StoreError::Newer);
    }
    for (number, step) in (1u32..).zip(migrations).filter(|(number, _)| *number > done) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(connection)
}

pub(crate) fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

#[cfg(unix)]
pub(crate) fn restrict(path: &Path, mode: u32) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(mode))?)
}

/// Elsewhere the user's own folders are not readable by others.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "fails on Unix")]
pub(crate) fn restrict(_path: &Path, _mode: u32) -> Result<(), StoreError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEMA: &[&str] = &["CREATE TABLE note (text TEXT NOT NULL) STRICT"];

    fn with_note(folder: &Path) -> Store {
        let mut store = Store::create(folder, KeyKeeper::File, SCHEMA).unwrap();
        store.connection().execute("INSERT INTO note VALUES ('Ola Nordmann')", []).unwrap();
        store
    }

    fn note(store: &mut Store) -> String {
        store.connection().query_row("SELECT text FROM note", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn what_is_stored_reads_back_and_is_not_readable_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        drop(with_note(folder.path()));
        let mut store = Store::open(folder.path(), SCHEMA).unwrap();
        assert_eq!(note(&mut store), "Ola Nordmann");
        drop(store);
        let bytes = fs::read(folder.path().join(DATABASE)).unwrap();
        assert!(!bytes.windows(8).any(|w| w == b"Nordmann" || w == b"SQLite f"));
    }

    #[test]
    fn a_second_store_is_not_made_over_the_first() {
        let folder = tempfile::tempdir().unwrap();
        drop(with_note(folder.path()));
        let again = Store::create(folder.path(), KeyKeeper::File, SCHEMA);
        assert!(matches!(again, Err(StoreError::Exists)));
        assert_eq!(note(&mut Store::open(folder.path(), SCHEMA).unwrap()), "Ola Nordmann");
    }

    #[test]
    fn a_lost_key_is_told_and_nothing_is_wiped() {
        let folder = tempfile::tempdir().unwrap();
        drop(with_note(folder.path()));
        let (key, aside) = (folder.path().join("store.key"), folder.path().join("aside"));
        fs::rename(&key, &aside).unwrap();
        assert!(matches!(Store::open(folder.path(), SCHEMA), Err(StoreError::KeyMissing)));
        fs::rename(&aside, &key).unwrap();
        assert_eq!(note(&mut Store::open(folder.path(), SCHEMA).unwrap()), "Ola Nordmann");
    }

    #[test]
    fn another_key_opens_nothing_and_damages_nothing() {
        let folder = tempfile::tempdir().unwrap();
        drop(with_note(folder.path()));
        let key = folder.path().join("store.key");
        let right = fs::read(&key).unwrap();
        fs::write(&key, "00".repeat(32)).unwrap();
        assert!(matches!(Store::open(folder.path(), SCHEMA), Err(StoreError::Damaged(_))));
        fs::write(&key, right).unwrap();
        assert_eq!(note(&mut Store::open(folder.path(), SCHEMA).unwrap()), "Ola Nordmann");
    }

    #[test]
    fn an_empty_folder_has_no_store() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(Store::open(folder.path(), SCHEMA), Err(StoreError::Missing)));
    }

    #[test]
    fn a_kill_before_the_record_leaves_room_for_a_new_start() {
        let folder = tempfile::tempdir().unwrap();
        drop(with_note(folder.path()));
        fs::remove_file(folder.path().join("store.json")).unwrap();
        let mut store = Store::create(folder.path(), KeyKeeper::File, SCHEMA).unwrap();
        let notes: i64 =
            store.connection().query_row("SELECT count(*) FROM note", [], |r| r.get(0)).unwrap();
        assert_eq!(notes, 0);
    }

    #[test]
    fn a_store_of_a_newer_version_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        drop(with_note(folder.path()));
        assert!(matches!(Store::open(folder.path(), &[]), Err(StoreError::Newer)));
    }

    #[cfg(unix)]
    #[test]
    fn the_key_file_is_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        drop(with_note(folder.path()));
        let mode = fs::metadata(folder.path().join("store.key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
