//! The door of the wallet: behind it the card, before it perhaps a PIN.
//!
//! **Threat.** The phone lies on a table, or is handed round. While the door is locked no key and
//! no credential is in memory, and nothing of the card can be asked for.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use store::Store;

use crate::pin::{self, Pin};
use crate::{MIGRATIONS, Wallet, WalletError};

/// How long the app may be out of sight before the PIN is asked for again.
const ABSENCE: TimeDelta = TimeDelta::seconds(60);

/// A wallet, or the locked door to it.
#[derive(Debug)]
pub enum Door {
    /// The PIN is asked for.
    Locked(Store),
    /// The card.
    Open {
        /// What is behind the door.
        wallet: Box<Wallet>,
        /// Since when it has been out of sight.
        left: Option<DateTime<Utc>>,
    },
}

impl From<Wallet> for Door {
    fn from(wallet: Wallet) -> Self {
        Self::Open { wallet: Box::new(wallet), left: None }
    }
}

impl Door {
    /// Comes to the wallet in a folder.
    ///
    /// # Errors
    /// [`WalletError::NotEnrolled`] where there is none; the store's own errors.
    pub fn open(folder: &Path) -> Result<Self, WalletError> {
        if !Store::exists(folder) {
            return Err(WalletError::NotEnrolled);
        }
        let mut store = Store::open(folder, MIGRATIONS)?;
        if pin::is_set(&mut store)? {
            return Ok(Self::Locked(store));
        }
        Ok(Wallet::load(store)?.into())
    }

    /// What is behind it.
    ///
    /// # Errors
    /// [`WalletError::Locked`].
    pub fn wallet(&mut self) -> Result<&mut Wallet, WalletError> {
        match self {
            Self::Locked(_) => Err(WalletError::Locked),
            Self::Open { wallet, .. } => Ok(wallet),
        }
    }

    /// Opens it with the PIN.
    ///
    /// # Errors
    /// [`WalletError::PinWrong`], [`WalletError::PinWait`], [`WalletError::PinSpent`].
    pub fn unlock(&mut self, pin: &Pin, now: DateTime<Utc>) -> Result<(), WalletError> {
        if let Self::Locked(store) = self {
            pin::try_out(store, pin, now)?;
            *self = Wallet::load(Store::open(store.folder(), MIGRATIONS)?)?.into();
        }
        Ok(())
    }

    /// Nobody looks at the card any more.
    pub fn leave(&mut self, now: DateTime<Utc>) {
        if let Self::Open { left, .. } = self {
            left.get_or_insert(now);
        }
    }

    /// Somebody looks again. After more than a minute, or if the clock went back meanwhile, the
    /// PIN is asked for.
    ///
    /// # Errors
    /// The store.
    pub fn come_back(&mut self, now: DateTime<Utc>) -> Result<(), WalletError> {
        let Self::Open { wallet, left } = self else { return Ok(()) };
        let Some(left) = left.take() else { return Ok(()) };
        if wallet.has_pin() && !(TimeDelta::zero()..ABSENCE).contains(&(now - left)) {
            *self = Self::Locked(Store::open(wallet.store.folder(), MIGRATIONS)?);
        }
        Ok(())
    }

    /// Takes the card from this device: its key, its credentials and all that was kept with them.
    /// It needs no PIN, because whoever forgot it needs this, and a thief gains nothing by it.
    ///
    /// # Errors
    /// The store.
    pub fn remove(&mut self) -> Result<(), WalletError> {
        let store = match self {
            Self::Locked(store) => store,
            Self::Open { wallet, .. } => &mut wallet.store,
        };
        crate::query(store, |connection| {
            connection.execute_batch(
                "BEGIN IMMEDIATE;
                 DELETE FROM enrolment; DELETE FROM wallet; DELETE FROM photo; DELETE FROM pin;
                 DELETE FROM bundle; DELETE FROM place; DELETE FROM choice;
                 DELETE FROM receipt;
                 COMMIT; VACUUM;",
            )
        })
    }
}
