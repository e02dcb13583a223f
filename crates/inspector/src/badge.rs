//! The inspector's own code: the badge, and receipts of checks.
//!
//! **Threat.** A receipt says that this inspector checked this code, so the key that signs it
//! never leaves the device's store. A receipt is made when someone asks for one, and not kept.

use card::Outcome;
use chrono::{DateTime, Utc};
use credential::{Signer, SigningKey, UnverifiedInspector, VerifiedInspector};
use key_set::Root;
use presentation::{Badge, CodeId, Frame, Receipt};
use rusqlite::{OptionalExtension, params};
use transport::Service;
use wire::{AskBadge, Bytes, GivenBadge, route};

use crate::{Inspector, InspectorError, query};

/// The device's key and its credential.
#[derive(Debug)]
pub(crate) struct Own {
    key: SigningKey,
    credential: VerifiedInspector,
}

impl Inspector {
    /// The badge for now and the next step.
    ///
    /// # Errors
    /// [`InspectorError::NoBadge`] before the first sync.
    pub fn badge(&self, now: DateTime<Utc>) -> Result<[Frame; 2], InspectorError> {
        self.with_badge(|badge| badge.frames(now))
    }

    /// The receipt of a check of `code`, made at `now`.
    ///
    /// # Errors
    /// [`InspectorError::NoBadge`] before the first sync.
    pub fn receipt(
        &self,
        outcome: Outcome,
        code: CodeId,
        now: DateTime<Utc>,
    ) -> Result<Frame, InspectorError> {
        self.with_badge(|badge| badge.receipt(Receipt { outcome, code }, now))
    }

    fn with_badge<T>(
        &self,
        show: impl FnOnce(Badge<'_, SigningKey>) -> T,
    ) -> Result<T, InspectorError> {
        let (Some(Own { key, credential }), Some(set)) = (&self.own, self.key_set()) else {
            return Err(InspectorError::NoBadge);
        };
        Ok(show(Badge { credential, key, host: set.host() }))
    }

    /// Gets a credential that lives from now. One that doesn't come is asked for again at the next
    /// sync, and the old one stays in use.
    pub(crate) fn renew_badge(
        &mut self,
        service: &Service,
        now: DateTime<Utc>,
    ) -> Result<(), InspectorError> {
        let key = self.own_key()?;
        let at = now.timestamp();
        let request = AskBadge {
            device_key: Bytes(key.public_key().to_bytes()),
            at,
            proof: Bytes(key.sign(&wire::badge_message(at)).to_vec()),
        };
        let given: GivenBadge = service.post(route::INSPECTOR_BADGE, &request)?;
        let root = self.key_set().ok_or(InspectorError::NoBadge)?.root();
        let credential =
            verified(&given.credential.0, root, &key).ok_or(InspectorError::NotTrusted)?;
        query(&mut self.store, |connection| {
            connection.execute("UPDATE badge SET credential = ?1", [&given.credential.0])
        })?;
        self.own = Some(Own { key, credential });
        Ok(())
    }

    /// The device's key, made and stored first where there is none yet.
    fn own_key(&mut self) -> Result<SigningKey, InspectorError> {
        let stored: Option<Vec<u8>> = query(&mut self.store, |connection| {
            connection.query_row("SELECT seed FROM badge", [], |row| row.get(0)).optional()
        })?;
        if let Some(key) = stored.and_then(|seed| SigningKey::from_seed(&seed).ok()) {
            return Ok(key);
        }
        let key = SigningKey::generate().map_err(|_| InspectorError::NoRandomness)?;
        query(&mut self.store, |connection| {
            let sql = "INSERT OR REPLACE INTO badge VALUES (1, ?1, NULL)";
            connection.execute(sql, params![key.expose_seed().as_ref()])
        })?;
        Ok(key)
    }
}

/// What an earlier sync left, if it still fits.
pub(crate) fn load(
    store: &mut store::Store,
    root: Option<&Root>,
) -> Result<Option<Own>, InspectorError> {
    let stored: Option<(Vec<u8>, Option<Vec<u8>>)> = query(store, |connection| {
        let sql = "SELECT seed, credential FROM badge";
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()
    })?;
    Ok(stored.and_then(|(seed, credential)| {
        let key = SigningKey::from_seed(&seed).ok()?;
        let credential = verified(&credential?, root?, &key)?;
        Some(Own { key, credential })
    }))
}

/// A credential of the issuer's, for this device's key.
fn verified(bytes: &[u8], root: &Root, key: &SigningKey) -> Option<VerifiedInspector> {
    let credential = UnverifiedInspector::from_cose(bytes).ok()?;
    let issuer = root.issuer_key(credential.key_id())?;
    let credential = credential.verify(&issuer.key).ok()?;
    (credential.claims().holder == key.public_key()).then_some(credential)
}
