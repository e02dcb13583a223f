//! The worker's wallet: enrol, refresh, present.
//!
//! **Threat.** A phone is lost, killed in the middle, offline for weeks, or told lies by whatever
//! network it is on. Keys and credentials are in an encrypted store; a credential is kept only
//! when the issuer's pinned root stands for it and it is bound to this phone's key; and each
//! change is one transaction.

mod check;
mod door;
mod enrol;
mod error;
mod photo;
mod pin;
mod place;
mod present;
mod receipt;
mod refresh;
mod view;

use std::path::Path;

use card::EmploymentId;
use chrono::{DateTime, Utc};
use credential::{SigningKey, UnverifiedCredential, VerifiedCredential};
use key_set::{KeySet, Root};
use rusqlite::OptionalExtension;
use store::Store;
use wire::{ActNotice, StatusChange, WalletState};

pub use door::Door;
pub use error::WalletError;
pub use pin::{MOST_WRONG, MalformedPin, Pin};
pub use place::Place;
pub use receipt::{Met, Receipt};
pub use refresh::Refreshed;
pub use view::{CauseView, ChangeView, EmploymentView, NoticeView, Overview};

use photo::Photo;

const MIGRATIONS: &[&str] = &[
    include_str!("schema.sql"),
    include_str!("photo.sql"),
    include_str!("own.sql"),
    include_str!("receipt.sql"),
];

/// A wallet with a card in it.
#[derive(Debug)]
pub struct Wallet {
    store: Store,
    service: String,
    key: SigningKey,
    root: Root,
    state: WalletState,
    employments: Vec<Held>,
    photo: Option<Photo>,
    key_set: Option<KeySet>,
    chosen: Option<EmploymentId>,
    has_pin: bool,
    places: u32,
    refreshed: DateTime<Utc>,
}

#[derive(Debug)]
struct Held {
    id: EmploymentId,
    credential: VerifiedCredential,
    causes: Vec<card::Cause>,
    warnings: Vec<card::Cause>,
    history: Vec<StatusChange>,
    acts: Vec<ActNotice>,
}

impl Wallet {
    /// Opens the wallet in a folder, when no PIN stands before it.
    ///
    /// # Errors
    /// [`WalletError::NotEnrolled`] where there is none, [`WalletError::Locked`] behind a PIN;
    /// the store's own errors.
    pub fn open(folder: &Path) -> Result<Self, WalletError> {
        match Door::open(folder)? {
            Door::Locked(_) => Err(WalletError::Locked),
            Door::Open { wallet, .. } => Ok(*wallet),
        }
    }

    fn load(mut store: Store) -> Result<Self, WalletError> {
        type Row = (String, Vec<u8>, Vec<u8>, String, i64);
        let row: Option<Row> = query(&mut store, |connection| {
            connection
                .query_row("SELECT service, seed, root, state, refreshed FROM wallet", [], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
                })
                .optional()
        })?;
        let (service, seed, root, state, refreshed) = row.ok_or(WalletError::NotEnrolled)?;
        let key = SigningKey::from_seed(&seed).map_err(|_| WalletError::Damaged("its key"))?;
        let root = Root::held(&root).map_err(|_| WalletError::Damaged("its root"))?;
        let state = serde_json::from_str(&state).map_err(|_| WalletError::Damaged("its card"))?;
        let employments = verified(&state, &root, &key)?;
        let refreshed = DateTime::from_timestamp(refreshed, 0).unwrap_or_default();
        let photo = photo::load(&mut store)?;
        let key_set = check::load(&mut store)?;
        let has_pin = pin::is_set(&mut store)?;
        let places = Self::count_places(&mut store)?;
        let chosen: Option<String> = query(&mut store, |connection| {
            connection.query_row("SELECT employment FROM choice", [], |row| row.get(0)).optional()
        })?;
        let chosen = chosen.and_then(|id| id.parse().ok());
        Ok(Self {
            store,
            service,
            key,
            root,
            state,
            employments,
            photo,
            key_set,
            chosen,
            has_pin,
            places,
            refreshed,
        })
    }

    /// Sets a PIN, another PIN, or none.
    ///
    /// # Errors
    /// When there is one already, `current` has to be it: [`WalletError::PinWrong`] and its like.
    pub fn set_pin(
        &mut self,
        current: Option<&Pin>,
        new: Option<&Pin>,
        now: DateTime<Utc>,
    ) -> Result<(), WalletError> {
        if self.has_pin {
            pin::try_out(&mut self.store, current.ok_or(WalletError::Locked)?, now)?;
        }
        match new {
            Some(pin) => pin::set(&mut self.store, pin)?,
            None => pin::clear(&mut self.store)?,
        }
        self.has_pin = new.is_some();
        Ok(())
    }

    /// Whether a PIN stands before it.
    #[must_use]
    pub fn has_pin(&self) -> bool {
        self.has_pin
    }

    /// The photo as a code that moves, for a tablet that hasn't got it; `None` without a photo.
    #[must_use]
    pub fn photo_code(&self) -> Option<photo_code::Fountain> {
        photo_code::Fountain::of(self.photo()?).ok()
    }

    /// The photo on the card, a JPEG file with the digest that the issuer signed.
    #[must_use]
    pub fn photo(&self) -> Option<&[u8]> {
        self.photo.as_ref().map(|photo| photo.file.as_slice())
    }

    /// The credential of one employment.
    ///
    /// # Errors
    /// [`WalletError::NoSuchEmployment`].
    pub fn credential(
        &self,
        employment: &EmploymentId,
    ) -> Result<&VerifiedCredential, WalletError> {
        self.held(employment).map(|held| &held.credential)
    }

    fn held(&self, employment: &EmploymentId) -> Result<&Held, WalletError> {
        let mut all = self.employments.iter();
        all.find(|held| held.id == *employment).ok_or(WalletError::NoSuchEmployment)
    }

    /// Chooses who one works for, until another is chosen.
    ///
    /// # Errors
    /// [`WalletError::NoSuchEmployment`]; the store.
    pub fn choose(&mut self, employment: &EmploymentId) -> Result<(), WalletError> {
        self.credential(employment)?;
        query(&mut self.store, |connection| {
            let sql = "INSERT OR REPLACE INTO choice VALUES (1, ?1)";
            connection.execute(sql, [employment.as_ref()])
        })?;
        self.chosen = Some(employment.clone());
        Ok(())
    }

    /// The employment that is shown first: the one chosen last, or the first valid one, or the
    /// first.
    ///
    /// # Errors
    /// [`WalletError::NoSuchEmployment`] on a card without employments.
    pub fn first_employment(&self) -> Result<EmploymentId, WalletError> {
        let chosen = |held: &&Held| self.chosen.as_ref() == Some(&held.id);
        let mut all = self.employments.iter();
        all.clone()
            .find(chosen)
            .or_else(|| all.clone().find(|held| held.causes.is_empty()))
            .or_else(|| all.next())
            .map(|held| held.id.clone())
            .ok_or(WalletError::NoSuchEmployment)
    }

    /// What the worker sees.
    #[must_use]
    pub fn overview(&self, now: DateTime<Utc>) -> Overview {
        Overview {
            enrolled: true,
            holder: self.state.holder.clone(),
            card_number: self.state.card_number,
            issuer: self.service.clone(),
            employments: self
                .employments
                .iter()
                .map(|held| EmploymentView::of(held, self.photo.as_ref(), now))
                .collect(),
            last_refresh: Some(self.refreshed.timestamp_millis()),
            first: self.first_employment().ok(),
            has_pin: self.has_pin,
            places: self.places,
            photo_notice: self.state.photo_notice,
        }
    }
}

/// Takes an answer apart; each credential must be the issuer's and bound to this phone's key.
fn verified(state: &WalletState, root: &Root, key: &SigningKey) -> Result<Vec<Held>, WalletError> {
    let holder = key.public_key();
    state
        .employments
        .iter()
        .map(|employment| {
            let credential = UnverifiedCredential::from_cose(&employment.credential.0)
                .map_err(|_| WalletError::NotTrusted)?;
            let issuer = root.issuer_key(credential.key_id()).ok_or(WalletError::NotTrusted)?;
            let credential = credential.verify(&issuer.key).map_err(|_| WalletError::NotTrusted)?;
            if credential.claims().holder != holder {
                return Err(WalletError::NotTrusted);
            }
            Ok(Held {
                id: employment.id.clone(),
                credential,
                causes: employment.causes.clone(),
                warnings: employment.warnings.clone(),
                history: employment.history.clone(),
                acts: employment.acts.clone(),
            })
        })
        .collect()
}

fn sign(key: &SigningKey, message: &[u8]) -> Vec<u8> {
    credential::Signer::sign(key, message).to_vec()
}

fn to_json(state: &WalletState) -> Result<String, WalletError> {
    serde_json::to_string(state).map_err(|_| WalletError::Damaged("the answer"))
}

fn query<T>(
    store: &mut Store,
    ask: impl FnOnce(&mut rusqlite::Connection) -> Result<T, rusqlite::Error>,
) -> Result<T, WalletError> {
    ask(store.connection()).map_err(|error| WalletError::Store(error.into()))
}
