//! The issuer: the office's side of the card, and the service that devices talk to.
//!
//! **Threats.** A code guessed (named, hashed, few tries, short life); a database read by a
//! stranger (no signing key in it, codes and tokens only as hashes); two office workers at once
//! (one writer, immediate transactions); a kill in the middle of publishing (files first, the
//! head last, each by rename). Time is an argument everywhere; only [`serve`] has a clock.
//!
//! Register checks, the employer's side and notifications build on the table `cause`: whoever
//! finds something puts a cause there, and all the rest follows from it.

mod act;
mod activation;
mod application;
mod approval;
mod audit;
mod authority;
mod backup;
mod badge;
mod batch;
mod company;
mod declaration;
mod employer;
mod employment;
mod error;
mod files;
mod http;
mod index;
mod inspector;
mod keys;
mod login;
mod lost;
mod mail;
mod metrics;
mod mirror;
mod night;
mod notice;
mod pack;
mod pass;
mod person;
mod photo;
mod publish;
mod reader;
mod ready;
mod report;
mod retention;
mod role;
mod root;
mod session;
mod signing;
mod small_photo;
mod table;
mod terms;
mod tip;
mod typed;
mod waiting;
mod wallet;
mod warning;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use credential::{KeyId, PublicKey, SigningKey};
use key_set::{Fingerprint, Root};
use presentation::Host;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

pub use act::new_act_id;
pub use audit::{Look, Whom};
pub use authority::Acting;
pub use backup::Restored;
pub use employment::{NewCompany, NewEmployment, NewWorker};
pub use error::IssuerError;
pub use http::{
    Clock, Outside, employers_page, openapi, operations, page, router, router_with, serve,
};
pub use index::Snapshot;
pub use inspector::InspectorName;
pub use key_set::IssuerKey;
pub use login::{Login, LoginSettings};
pub use mail::{Delivered, Post};
pub use mirror::{PublishTo, S3};
pub use night::{Asked, Changed, Changes, Order, Progress, Report, next_night};
pub use notice::{Kind as NoticeKind, Notice};
pub use pass::MAX_ACCOUNT;
pub use person::{Erased, MalformedPersonNumber, PersonNumber};
pub use ready::Readiness;
pub use report::WholeReport;
pub use retention::{Forgotten, Retention};
pub use role::{Identity, Role, UnknownRole};
pub use root::{NewPublisher, RootChanges, RootKeys, new_root_key, sign_root};
pub use session::csrf_token;
pub use terms::{Term, Terms};
pub use warning::{Kind as WarningKind, Warning};

use keys::Signs;
use metrics::Metrics;
use mirror::Mirror;
use reader::Readers;
use signing::AtHand;

/// Each step of the schema; a store says how many it has.
const MIGRATIONS: &[&str] = &[
    include_str!("schema.sql"),
    include_str!("approval.sql"),
    include_str!("pass.sql"),
    include_str!("access.sql"),
    include_str!("act.sql"),
    include_str!("index.sql"),
    include_str!("night.sql"),
    include_str!("person.sql"),
    include_str!("lost_place.sql"),
    include_str!("unkept.sql"),
    include_str!("identity.sql"),
    include_str!("employer.sql"),
    include_str!("waiting.sql"),
    include_str!("report.sql"),
    include_str!("signer.sql"),
    include_str!("judged_by_worker.sql"),
    include_str!("pack.sql"),
    include_str!("pack_zst.sql"),
];

/// How this issuer is set up.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where devices reach the service, `http(s)://…` without a slash at the end.
    pub service: String,
    /// The host that codes name.
    pub host: Host,
    /// How old a key set may be before verifiers no longer say *valid*.
    pub max_age: TimeDelta,
}

/// An issuer's folder, open.
#[derive(Debug)]
pub struct Issuer {
    folder: PathBuf,
    database: Mutex<Connection>,
    readers: Readers,
    issuer_key: AtHand,
    mirror: Option<Mirror>,
    metrics: Metrics,
}

impl Issuer {
    /// Sets up an issuer in an empty folder: keys, the first root, an empty key set.
    ///
    /// # Errors
    /// [`IssuerError::Exists`] where there is one already.
    pub fn init(
        folder: &Path,
        settings: &Settings,
        now: DateTime<Utc>,
    ) -> Result<Self, IssuerError> {
        let issuer = Self::lay_out(folder, settings, |publisher, issuer_key| {
            let root_key = keys::generate_root(folder)?;
            let by = RootKeys { keys: vec![root_key.public_key()], threshold: 1 };
            let draft = root::first(settings, by, publisher, issuer_key, now);
            files::write_root(folder, 1, &draft.sign(&[&root_key]))
        })?;
        issuer.publish(now)?;
        Ok(issuer)
    }

    /// Sets up all but what is published. `root` gets the public keys that the first root names.
    fn lay_out(
        folder: &Path,
        settings: &Settings,
        root: impl FnOnce(PublicKey, PublicKey) -> Result<(), IssuerError>,
    ) -> Result<Self, IssuerError> {
        if folder.join("issuer.db").exists() {
            return Err(IssuerError::Exists);
        }
        std::fs::create_dir_all(folder)?;
        let (publisher, issuer_key) = keys::generate(folder)?;
        root(publisher.public_key(), issuer_key.public_key())?;
        let mut connection = connect(&folder.join("issuer.db.new"))?;
        migrate(&mut connection)?;
        connection.execute("INSERT INTO setting VALUES ('service', ?1)", [&settings.service])?;
        connection.pragma_update(None, "journal_mode", "DELETE")?;
        connection.close().map_err(|(_, error)| error)?;
        std::fs::rename(folder.join("issuer.db.new"), folder.join("issuer.db"))?;
        Self::open(folder)
    }

    /// Opens the issuer in a folder.
    ///
    /// # Errors
    /// [`IssuerError::Missing`] where there is none.
    pub fn open(folder: &Path) -> Result<Self, IssuerError> {
        if !folder.join("issuer.db").exists() {
            return Err(IssuerError::Missing);
        }
        let mut connection = connect(&folder.join("issuer.db"))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        migrate(&mut connection)?;
        keys::key(folder, Signs::KeySet)?;
        Ok(Self {
            folder: folder.to_owned(),
            database: Mutex::new(connection),
            readers: Readers::default(),
            issuer_key: AtHand::default(),
            mirror: None,
            metrics: Metrics::default(),
        })
    }

    /// The same, publishing a copy of the public key set to somewhere else too.
    ///
    /// # Errors
    /// [`IssuerError::Copy`] for a place that can't be one.
    pub fn publish_to(self, to: &PublishTo) -> Result<Self, IssuerError> {
        Ok(Self { mirror: Some(Mirror::open(to)?), ..self })
    }

    /// The folder with the published key set.
    #[must_use]
    pub fn key_set_folder(&self) -> PathBuf {
        files::folder(&self.folder)
    }

    /// The newest root.
    ///
    /// # Errors
    /// Files that can't be read.
    pub fn root(&self) -> Result<Root, IssuerError> {
        Ok(Root::held(&self.root_file()?)?)
    }

    /// The short name of the key that signs credentials now.
    ///
    /// # Errors
    /// [`IssuerError::KeyFile`].
    pub fn issuer_key_id(&self) -> Result<KeyId, IssuerError> {
        Ok(KeyId::of(&self.issuer_key()?.public_key()))
    }

    fn publisher(&self) -> Result<SigningKey, IssuerError> {
        keys::key(&self.folder, Signs::KeySet)
    }

    fn root_file(&self) -> Result<Vec<u8>, IssuerError> {
        files::newest_root(&self.folder)
    }

    /// The root file with this fingerprint, however old.
    fn root_with(&self, fingerprint: &str) -> Result<Vec<u8>, IssuerError> {
        let wanted: Fingerprint = fingerprint.parse().map_err(|_| IssuerError::RootUnknown)?;
        let mut roots = files::roots(&self.folder)?;
        roots.find(|bytes| Fingerprint::of(bytes) == wanted).ok_or(IssuerError::RootUnknown)
    }

    fn service(&self, database: &Connection) -> Result<String, IssuerError> {
        let sql = "SELECT value FROM setting WHERE name = 'service'";
        Ok(database.query_row(sql, [], |row| row.get(0))?)
    }

    /// Where devices and browsers reach the service.
    ///
    /// # Errors
    /// The database.
    pub fn address(&self) -> Result<String, IssuerError> {
        self.service(&self.database())
    }

    /// Whether browsers reach the service over TLS.
    pub(crate) fn is_secure(&self) -> Result<bool, IssuerError> {
        Ok(self.address()?.starts_with("https:"))
    }

    /// Where devices reach the service from now on; links given out before keep the old address.
    ///
    /// # Errors
    /// The database.
    pub fn set_service(&self, service: &str) -> Result<(), IssuerError> {
        self.database()
            .execute("UPDATE setting SET value = ?1 WHERE name = 'service'", [service])?;
        Ok(())
    }

    fn database(&self) -> MutexGuard<'_, Connection> {
        // A panic elsewhere left at most an open transaction, which its drop rolled back.
        self.database.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// SQLite's cache a connection, in KiB as it wants them, negative. Its own choice of 2 MiB makes
/// a walk through all cards read the file again and again.
const CACHE_KIB: i32 = -32_768;

/// A write transaction: immediate, so that two processes wait instead of failing half way.
fn write(connection: &mut Connection) -> Result<Transaction<'_>, rusqlite::Error> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate)
}

fn connect(path: &Path) -> Result<Connection, IssuerError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "cache_size", CACHE_KIB)?;
    // Otherwise a statement is prepared anew for each number that a range begins with.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

/// Brings the schema up to date, in one transaction.
fn migrate(connection: &mut Connection) -> Result<(), IssuerError> {
    let transaction = write(connection)?;
    let version = |sql| transaction.query_row(sql, [], |row| row.get::<_, u32>(0));
    // The first stores did not say which step they have: the first one.
    let done = version("SELECT user_version FROM pragma_user_version")?
        .max(version("SELECT count(*) FROM sqlite_master WHERE name = 'setting'")?);
    let steps = (1..).zip(MIGRATIONS);
    let last = steps.clone().last().map_or(0, |(number, _)| number);
    if done > last {
        return Err(IssuerError::Newer);
    }
    for (_, step) in steps.filter(|(number, _)| *number > done) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", last)?;
    Ok(transaction.commit()?)
}

/// The worker with this card.
fn worker_of(database: &Connection, card: card::CardNumber) -> Result<i64, IssuerError> {
    let sql = "SELECT id FROM worker WHERE card_number = ?1 AND erased IS NULL";
    database
        .query_row(sql, params![card.get()], |row| row.get(0))
        .optional()?
        .ok_or(IssuerError::NotFound("card"))
}

/// An issuer in a new folder, for tests of what nobody else sees.
#[cfg(test)]
#[allow(clippy::unwrap_used)]
fn set_up(folder: &Path, now: DateTime<Utc>) -> Issuer {
    let settings = Settings {
        service: "http://127.0.0.1:1".into(),
        host: "HMSKORT.EXAMPLE".parse().unwrap(),
        max_age: TimeDelta::days(7),
    };
    Issuer::init(folder, &settings, now).unwrap()
}
