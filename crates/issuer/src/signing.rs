//! The key that signs credentials, at hand.
//!
//! Another process may have put a new one in its place, and one that is withdrawn must not sign. So
//! the file is looked at before each use, and read when it is not the one that was read last.

use std::fs::{self, Metadata};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use credential::SigningKey;

use crate::Issuer;
use crate::error::IssuerError;
use crate::keys::{self, Signs};

/// The key that was read last, and from which file.
#[derive(Debug, Default)]
pub(crate) struct AtHand(Mutex<Option<(Stamp, Arc<SigningKey>)>>);

/// Tells a file from the one that is renamed into its place: both are there at that moment, so
/// they have different numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    number: u64,
    modified: SystemTime,
}

impl Stamp {
    fn of(file: &Path) -> Result<Self, IssuerError> {
        let metadata = fs::metadata(file)?;
        Ok(Self { number: number(&metadata), modified: metadata.modified()? })
    }
}

#[cfg(unix)]
fn number(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number(metadata: &Metadata) -> u64 {
    metadata.len()
}

impl Issuer {
    /// The key that signs credentials now.
    pub(crate) fn issuer_key(&self) -> Result<Arc<SigningKey>, IssuerError> {
        // The stamp first: a key that comes in between has another one and is read the next time.
        let stamp = Stamp::of(&keys::file(&self.folder, Signs::Credentials))?;
        let mut at_hand = self.issuer_key.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*at_hand {
            Some((held, key)) if *held == stamp => Ok(Arc::clone(key)),
            _ => {
                let key = Arc::new(keys::key(&self.folder, Signs::Credentials)?);
                *at_hand = Some((stamp, Arc::clone(&key)));
                Ok(key)
            }
        }
    }
}
