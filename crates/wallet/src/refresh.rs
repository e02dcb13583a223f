//! Refreshing: how the card stands now, and what else the service gives its holder.

use chrono::{DateTime, Utc};
use key_set::Root;
use rusqlite::params;
use transport::{Service, TransportError};
use wire::{AskPass, Bytes, PassLink, RefreshWallet, WalletState, route};

use crate::{Wallet, WalletError, photo, query, sign, to_json, verified};

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

impl Wallet {
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
    pub(crate) fn follow_photo(&mut self, service: &Service) -> Result<bool, WalletError> {
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
}
