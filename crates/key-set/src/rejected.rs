//! Why something offered as a key set was not taken.

use chrono::{DateTime, Utc};

use crate::file::FileName;
use crate::status_list::MalformedStatusList;

/// Something offered as a key set was refused. What was held before stays.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// Longer than such a file may be.
    #[error("{file} has {bytes} bytes, more than the {limit} it may have")]
    TooLong {
        /// Which file.
        file: FileName,
        /// Its length.
        bytes: u64,
        /// What it may have.
        limit: u64,
    },
    /// Cut off, or not of the format.
    #[error("{file} is damaged or cut off: {what}")]
    Malformed {
        /// Which file.
        file: FileName,
        /// What is missing or wrong.
        what: &'static str,
    },
    /// The signature is missing or not by a trusted key.
    #[error("{file} is not signed by this issuer")]
    BadSignature {
        /// Which file.
        file: FileName,
    },
    /// Fewer root keys have signed than must.
    #[error("{have} root keys have signed root {version}, {need} must")]
    TooFewSignatures {
        /// Which root.
        version: u32,
        /// How many valid signatures it has.
        have: usize,
        /// How many it needs.
        need: usize,
    },
    /// The root is not the one whose fingerprint the device was told.
    #[error("the root is not the one this device was enrolled with")]
    WrongFingerprint,
    /// Roots come one by one.
    #[error("root {expected} was to come, this is root {found}")]
    RootOutOfOrder {
        /// The version that had to come.
        expected: u32,
        /// The version that came.
        found: u32,
    },
    /// The newest root has expired.
    #[error("the newest root expired at {at}")]
    RootExpired {
        /// When.
        at: DateTime<Utc>,
    },
    /// An older version than one seen before (*rollback*).
    #[error("{file} is version {offered}, older than {held} that is already here")]
    RolledBack {
        /// Which file.
        file: FileName,
        /// The version held.
        held: u64,
        /// The version offered.
        offered: u64,
    },
    /// The same version number with different content: the publisher or someone with its key
    /// tells different things to different devices.
    #[error("two different heads carry version {version}")]
    Equivocation {
        /// The version.
        version: u64,
    },
    /// The head has expired (*freeze*), or this device's clock is ahead.
    #[error("the newest key set on offer expired at {at}")]
    Frozen {
        /// When.
        at: DateTime<Utc>,
    },
    /// Signed at a time that this device has not reached: its clock is behind, or the
    /// publisher's ahead.
    #[error("the key set was signed at {signed_at}, which is still to come by this device's clock")]
    FromTheFuture {
        /// When it says it was signed.
        signed_at: DateTime<Utc>,
    },
    /// The head names a file that isn't there.
    #[error("{file} is missing")]
    Missing {
        /// Which file.
        file: FileName,
    },
    /// Not the file that the head names: another length or digest (*mix and match*).
    #[error("{file} is not the file that the head names")]
    OtherFile {
        /// Which file.
        file: FileName,
    },
    /// The status list is wrong inside.
    #[error("the status list can't be read: {0}")]
    StatusList(#[from] MalformedStatusList),
}
