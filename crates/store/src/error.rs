//! What can go wrong with a store. No variant holds personal data.

/// A store could not be made, opened or used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no store in this folder.
    #[error("there is no store in this folder; enrol first")]
    Missing,
    /// There is one already.
    #[error("there is a store in this folder already")]
    Exists,
    /// No key store runs on this device.
    #[error(
        "no key store runs on this device: {0}. Start one (on Linux a Secret Service such as GNOME Keyring or KWallet), or choose a key file for rehearsal"
    )]
    NoKeyStore(String),
    /// The key store is there, but doesn't give the key now: locked, or the user refused.
    #[error(
        "the key store did not give the store's key: {0}. Unlock it and try again; nothing is lost"
    )]
    KeyStoreLocked(String),
    /// The key store answers, and has no key for this store.
    #[error(
        "the key of this store is gone from the key store. The data can't be read without it; enrol this device again in another folder"
    )]
    KeyMissing,
    /// Not readable with its key: damaged, or another store's file.
    #[error("the store is damaged: {0}")]
    Damaged(String),
    /// Made by a newer version of the app.
    #[error("the store was made by a newer version; update the app")]
    Newer,
    /// Another process holds it.
    #[error("the store is in use by another program; close it and try again")]
    Busy,
    /// The device's disk is full. What was being written is as it was before.
    #[error("there is no room left on this device; free some and try again. Nothing is lost")]
    Full,
    /// The operating system gave no random numbers.
    #[error("the operating system gave no random numbers")]
    NoRandomness,
    /// A file could not be read or written: no room, no right.
    #[error("a file of the store could not be read or written: {0}")]
    Io(#[from] std::io::Error),
    /// Anything else that SQLite says.
    #[error("the store's database says: {0}")]
    Database(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, NotADatabase,
        };
        match error.sqlite_error_code() {
            Some(NotADatabase | DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(DiskFull) => Self::Full,
            Some(DatabaseBusy | DatabaseLocked) => Self::Busy,
            _ => Self::Database(error),
        }
    }
}
