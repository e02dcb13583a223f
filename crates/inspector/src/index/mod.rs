//! The index on the device: every card, found by number, name or company, without network.
//!
//! **Threat.** It tells about everybody, so it lies in a database of its own that is removed whole:
//! when the device is revoked, or has had no contact for too long (see `custody`). What a sync brings
//! is checked against a signed list before it is looked at, and applied in one transaction: a kill,
//! a full disk or a dropped connection at any point leaves the index as it was, and what had come
//! need not come again.

mod apply;
mod fetch;
mod rows;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension};
use store::{Store, StoreError};

use crate::InspectorError;

pub(crate) use fetch::get;
pub use fetch::{FetchError, Fetched, Step};

/// The database beside the store's own.
const DATABASE: &str = "index.db";

const MIGRATIONS: &[&str] = &[include_str!("schema.sql")];

/// What the device has of the index.
#[derive(Debug)]
pub struct Index {
    database: Store,
    held: Option<Held>,
}

/// Which index is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its version.
    pub version: u64,
    /// When it was published.
    pub issued: DateTime<Utc>,
    /// How many cards are in it.
    pub cards: u32,
    /// How long it may be kept without contact.
    pub keep: TimeDelta,
}

impl Index {
    /// Opens the index of a store, empty where there is none. One that can't be read is thrown
    /// away: the next sync brings it again.
    ///
    /// # Errors
    /// The store.
    pub fn open(store: &Store) -> Result<Self, StoreError> {
        let database = store.beside_or_anew(DATABASE, MIGRATIONS)?;
        let held = held(database.reading())?;
        Ok(Self { database, held })
    }

    /// Removes the index, whether it is open or not.
    pub(crate) fn remove(store: &Store) -> Result<(), StoreError> {
        store.remove_beside(DATABASE)
    }

    /// Which index is held; `None` before the first one is whole.
    #[must_use]
    pub fn held(&self) -> Option<Held> {
        self.held
    }

    /// Bytes that have come and are not applied yet.
    pub(crate) fn waiting(&self) -> Result<u64, StoreError> {
        let sql = "SELECT coalesce(sum(length(file)), 0) FROM download";
        let bytes: i64 = self.database.reading().query_row(sql, [], |row| row.get(0))?;
        Ok(bytes.unsigned_abs())
    }

    pub(crate) fn reading(&self) -> &Connection {
        self.database.reading()
    }
}

fn held(database: &Connection) -> Result<Option<Held>, StoreError> {
    let sql = "SELECT version, issued, cards, keep FROM held";
    let found = database.query_row(sql, [], |row| {
        Ok(Held {
            version: row.get::<_, i64>(0)?.unsigned_abs(),
            issued: DateTime::from_timestamp(row.get(1)?, 0).unwrap_or_default(),
            cards: row.get(2)?,
            keep: TimeDelta::try_seconds(row.get(3)?).unwrap_or_default(),
        })
    });
    Ok(found.optional()?)
}

pub(crate) fn database(error: rusqlite::Error) -> InspectorError {
    InspectorError::Store(error.into())
}
