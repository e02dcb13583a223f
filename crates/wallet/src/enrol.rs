//! Enrolling: an activation link becomes a card.

use std::path::Path;

use chrono::{DateTime, Utc};
use credential::SigningKey;
use key_set::Root;
use rusqlite::{OptionalExtension, params};
use store::{KeyKeeper, Store};
use transport::Service;
use wire::{ActivationLink, Bytes, EnrolWallet, EnrolledWallet, Enrolment, route};

use crate::{MIGRATIONS, Wallet, WalletError, query, sign, to_json, verified};

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
