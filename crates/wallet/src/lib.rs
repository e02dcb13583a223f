//! The worker's wallet: enrol, refresh, present.
//!
//! **Threat.** A phone is lost, killed in the middle, offline for weeks, or told lies by whatever
//! network it is on. Keys and credentials are in an encrypted store; a credential is kept only
//! when the issuer's pinned root stands for it and it is bound to this phone's key; and each
//! change is one transaction.

mod check;
mod door;
mod error;
mod photo;
mod pin;
mod place;
mod view;

use std::path::Path;

use card::EmploymentId;
use chrono::{DateTime, Utc};
use credential::{SigningKey, UnverifiedCredential, VerifiedCredential};
use key_set::{KeySet, Root};
use presentation::{Challenge, Frame, Holder, TypedCode, TypedCodeSecret};
use rusqlite::{OptionalExtension, params};
use store::{KeyKeeper, Store};
use transport::{Service, TransportError};
use wire::{
    ActivationLink, AskPass, Bytes, EnrolWallet, EnrolledWallet, Enrolment, PassLink,
    RefreshWallet, StatusChange, WalletState, route,
};

pub use door::Door;
pub use error::WalletError;
pub use pin::{MOST_WRONG, MalformedPin, Pin};
pub use place::Place;
pub use view::{CauseView, ChangeView, EmploymentView, Overview};

use photo::Photo;

const MIGRATIONS: &[&str] =
    &[include_str!("schema.sql"), include_str!("photo.sql"), include_str!("own.sql")];

/// What a refresh led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refreshed {
    /// Something is new.
    Updated,
    /// All is as it was.
    Unmodified,
    /// No contact with the service; what is shown is as old as the last one.
    Cached,
}

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
}

impl Wallet {
    /// Trades the text of an activation link for a card, in a folder that has none.
    ///
    /// # Errors
    /// [`WalletError`]. Asking again with the same link goes on where it stopped.
    pub fn enrol(
        folder: &Path,
        keeper: KeyKeeper,
        link: &str,
        now: DateTime<Utc>,
    ) -> Result<Self, WalletError> {
        let link: ActivationLink = link.parse()?;
        if link.enrolment != Enrolment::Wallet {
            return Err(WalletError::OtherRole);
        }
        let mut store = if Store::exists(folder) {
            Store::open(folder, MIGRATIONS)?
        } else {
            Store::create(folder, keeper, MIGRATIONS)?
        };
        let enrolled = "SELECT EXISTS (SELECT 1 FROM wallet)";
        if query(&mut store, |c| c.query_row(enrolled, [], |row| row.get(0)))? {
            return Err(WalletError::AlreadyEnrolled);
        }
        let key = key_for(&mut store, &link)?;
        let device_key = key.public_key().to_bytes();
        let request = EnrolWallet {
            code: link.code.expose().to_owned(),
            root: link.root.to_string(),
            proof: Bytes(sign(&key, &wire::enrol_message(&link.code, &device_key))),
            device_key: Bytes(device_key),
        };
        let answer: EnrolledWallet =
            Service::at(&link.service)?.post(route::WALLET_ENROL, &request)?;
        let root = Root::pinned(&answer.root.0, &link.root).map_err(|_| WalletError::NotTrusted)?;
        verified(&answer.state, &root, &key)?;
        let state = to_json(&answer.state)?;
        let seed = key.expose_seed();
        query(&mut store, |connection| {
            let transaction = connection.transaction()?;
            transaction.execute("DELETE FROM enrolment", [])?;
            transaction.execute(
                "INSERT INTO wallet VALUES (1, ?1, ?2, ?3, ?4, ?5)",
                params![link.service, seed.as_ref(), answer.root.0, state, now.timestamp()],
            )?;
            transaction.commit()
        })?;
        let mut wallet = Self::load(store)?;
        let service = Service::at(&link.service)?;
        wallet.follow_photo(&service)?;
        wallet.follow_key_set(service, now);
        Ok(wallet)
    }

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

    /// Asks the service how the card stands.
    ///
    /// # Errors
    /// What the service refuses, and what must not be believed. No contact is no error but
    /// [`Refreshed::Cached`]. Whatever happens, the card stays.
    pub fn refresh(&mut self, now: DateTime<Utc>) -> Result<Refreshed, WalletError> {
        let at = now.timestamp();
        let request = RefreshWallet {
            device_key: Bytes(self.key.public_key().to_bytes()),
            at,
            proof: Bytes(sign(&self.key, &wire::refresh_message(at))),
        };
        let service = Service::at(&self.service)?;
        let state: WalletState = match service.post(route::WALLET_REFRESH, &request) {
            Err(TransportError::Unreachable(_)) => return Ok(Refreshed::Cached),
            other => other?,
        };
        let (root, root_bytes) = self.newest_root(&service)?;
        let employments = verified(&state, &root, &self.key)?;
        let json = to_json(&state)?;
        let unmodified = json == to_json(&self.state)?;
        query(&mut self.store, |connection| {
            connection.execute(
                "UPDATE wallet SET root = coalesce(?1, root), state = ?2, refreshed = ?3",
                params![root_bytes, json, at],
            )
        })?;
        (self.root, self.state, self.employments, self.refreshed) = (root, state, employments, now);
        let same_photo = !self.follow_photo(&service)?;
        self.follow_key_set(service, now);
        Ok(if unmodified && same_photo { Refreshed::Unmodified } else { Refreshed::Updated })
    }

    /// A link that saves the card as a pass in Google Wallet, of lower assurance than this app: its
    /// secret lies with Google.
    ///
    /// # Errors
    /// The service, which has to be reached and to have switched it on.
    pub fn google_pass(&self, now: DateTime<Utc>) -> Result<String, WalletError> {
        let at = now.timestamp();
        let request = AskPass {
            device_key: Bytes(self.key.public_key().to_bytes()),
            at,
            proof: Bytes(sign(&self.key, &wire::pass_message(at))),
        };
        let answer: PassLink =
            Service::at(&self.service)?.post(route::WALLET_GOOGLE_PASS, &request)?;
        // What is opened is Google's, whatever the service says.
        if !answer.link.starts_with("https://pay.google.com/gp/v/save/") {
            return Err(TransportError::Unreadable("not a link of Google Wallet").into());
        }
        Ok(answer.link)
    }

    /// Gets the photo that the credentials name, and tells whether there is another one now. A
    /// photo that doesn't come is asked for again at the next refresh.
    fn follow_photo(&mut self, service: &Service) -> Result<bool, WalletError> {
        let named = photo::named(&self.employments);
        if named == self.photo.as_ref().map(|photo| photo.digest) {
            return Ok(false);
        }
        let (had, photo) =
            (self.photo.is_some(), named.and_then(|name| photo::fetch(service, name)));
        photo::keep(&mut self.store, photo.as_ref())?;
        self.photo = photo;
        Ok(had || self.photo.is_some())
    }

    /// The photo on the card, a JPEG file with the digest that the issuer signed.
    #[must_use]
    pub fn photo(&self) -> Option<&[u8]> {
        self.photo.as_ref().map(|photo| photo.file.as_slice())
    }

    /// Follows the issuer's roots, whose keys may have signed the newest credentials.
    fn newest_root(&self, service: &Service) -> Result<(Root, Option<Vec<u8>>), WalletError> {
        let (mut root, mut bytes) = (self.root.clone(), None);
        for _ in 0..64 {
            let file = key_set::FileName::Root(root.version().saturating_add(1));
            let path = format!("{}/{file}", route::KEY_SET);
            let Some(next) = service.get(&path, file.limit(), |_| ())? else { break };
            root = root.rotate(&next).map_err(|_| WalletError::NotTrusted)?;
            bytes = Some(next);
        }
        Ok((root, bytes))
    }

    /// The code for now and the next one, for one employment.
    ///
    /// # Errors
    /// [`WalletError::NoSuchEmployment`].
    pub fn frames(
        &self,
        employment: &EmploymentId,
        now: DateTime<Utc>,
        challenge: Option<Challenge>,
    ) -> Result<[Frame; 2], WalletError> {
        Ok(self.holder(employment)?.frames(now, challenge))
    }

    /// The code for a sheet of paper.
    ///
    /// # Errors
    /// [`WalletError::NoSuchEmployment`].
    pub fn paper(
        &self,
        employment: &EmploymentId,
        now: DateTime<Utc>,
    ) -> Result<Frame, WalletError> {
        Ok(self.holder(employment)?.paper(now))
    }

    fn holder(&self, employment: &EmploymentId) -> Result<Holder<'_, SigningKey>, WalletError> {
        let credential = self.credential(employment)?;
        Ok(Holder { credential, key: &self.key, host: self.root.host() })
    }

    /// The typed code at `now` and the one after it, so that a screen changes at the boundary by
    /// itself.
    ///
    /// # Errors
    /// [`WalletError::Damaged`].
    pub fn typed_codes(&self, now: DateTime<Utc>) -> Result<[TypedCode; 2], WalletError> {
        let secret = self.state.typed_code_secret.0.as_slice();
        let secret: [u8; TypedCodeSecret::BYTES] =
            secret.try_into().map_err(|_| WalletError::Damaged("its secret"))?;
        let secret = TypedCodeSecret::from(secret);
        let first = secret.code(now);
        let second = secret.code(first.until);
        Ok([first, second])
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
            })
        })
        .collect()
}

/// The key for this enrolment: the one kept when it was started, or a new one, kept first.
fn key_for(store: &mut Store, link: &ActivationLink) -> Result<SigningKey, WalletError> {
    let text = link.to_string();
    let kept: Option<Vec<u8>> = query(store, |connection| {
        connection
            .query_row("SELECT seed FROM enrolment WHERE link = ?1", [&text], |row| row.get(0))
            .optional()
    })?;
    if let Some(seed) = kept {
        return SigningKey::from_seed(&seed).map_err(|_| WalletError::Damaged("its key"));
    }
    let key = SigningKey::generate().map_err(|_| WalletError::NoRandomness)?;
    query(store, |connection| {
        connection.execute(
            "INSERT INTO enrolment VALUES (?1, ?2)",
            params![text, key.expose_seed().as_ref()],
        )
    })?;
    Ok(key)
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
