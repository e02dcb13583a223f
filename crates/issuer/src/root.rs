//! The root, when its key is kept elsewhere.
//!
//! **Threat.** Whoever takes the service over could sign a root with keys of their own, and every
//! device would follow. So the key that signs roots may stay on a machine without network: a draft
//! goes there, what it says is shown and signed, and the signed root comes back. It is published
//! only if it says what was asked for, word for word, and if devices would follow it.

use std::fs;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use credential::{KeyId, PublicKey, SigningKey};
use key_set::{IssuerKey, Root, RootDraft};

use crate::error::IssuerError;
use crate::keys;
use crate::publish::unlike;
use crate::{Issuer, Settings, files};

/// How long a root is good. The next one comes long before.
const LASTS: TimeDelta = TimeDelta::days(3_650);

/// The draft that was given out last, among the keys.
const DRAFT: &str = "root.draft";

/// What the next root is to change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RootChanges {
    /// A new key for credentials; the old one stays trusted.
    pub new_issuer_key: bool,
    /// A key for credentials that is withdrawn.
    pub withdraw: Option<KeyId>,
}

impl Issuer {
    /// Sets up an issuer whose root key is elsewhere. Nothing is published until the first root
    /// comes back signed: [`draft_root`](Self::draft_root) gives it.
    ///
    /// # Errors
    /// [`IssuerError::Exists`] where there is an issuer already.
    pub fn init_offline(
        folder: &Path,
        settings: &Settings,
        root_key: PublicKey,
        now: DateTime<Utc>,
    ) -> Result<Self, IssuerError> {
        Self::lay_out(folder, settings, |publisher, issuer_key| {
            let draft = first(settings, root_key, publisher, issuer_key, now);
            keys::write_secret(folder, DRAFT, &draft.sign(&[]))
        })
    }

    /// Drafts the next root, to be signed where the root key is. One drafted before and not
    /// accepted is forgotten. Before the first root is accepted, gives that one again.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] for a key to withdraw that isn't there.
    pub fn draft_root(
        &self,
        changes: &RootChanges,
        now: DateTime<Utc>,
    ) -> Result<Vec<u8>, IssuerError> {
        let root = match self.root() {
            Err(IssuerError::RootUnsigned) => return drafted(&self.folder),
            root => root?,
        };
        let mut draft = root.draft();
        draft.version += 1;
        draft.issued = now;
        draft.expires = now + LASTS;
        keys::forget_next(&self.folder)?;
        let replaces = changes.withdraw == Some(self.issuer_key_id()?);
        if changes.new_issuer_key || replaces {
            let next = unlike(&draft.issuer_keys)?;
            keys::write_next(&self.folder, &next)?;
            draft.issuer_keys.push(IssuerKey { key: next.public_key(), withdrawn: None });
        }
        if let Some(id) = changes.withdraw {
            let key = draft.issuer_keys.iter_mut().find(|key| key.id() == id);
            let key = key.ok_or(IssuerError::NotFound("key"))?;
            if key.withdrawn.replace(now).is_some() {
                return Err(IssuerError::Conflict("withdrawal"));
            }
        }
        let draft = draft.sign(&[]);
        keys::write_secret(&self.folder, DRAFT, &draft)?;
        Ok(draft)
    }

    /// Takes the signed root back, publishes it, and signs with its new key from now on.
    ///
    /// # Errors
    /// [`IssuerError::RootUnlikeDraft`] when it says something else than the last draft;
    /// [`IssuerError::KeySet`] when devices would refuse it. Then nothing changes.
    pub fn accept_root(&self, signed: &[u8], now: DateTime<Utc>) -> Result<Root, IssuerError> {
        let said = RootDraft::read(signed)?;
        if said.sign(&[]) != drafted(&self.folder)? {
            return Err(IssuerError::RootUnlikeDraft);
        }
        let root = match self.root() {
            Err(IssuerError::RootUnsigned) => Root::held(signed)?,
            before => before?.rotate(signed)?,
        };
        files::write_root(&self.folder, root.version(), signed)?;
        // The root is out before anything is signed with the new key; a kill in between costs one
        // unused key.
        keys::take_next(&self.folder, root.issuer_keys())?;
        keys::forget(&self.folder, DRAFT)?;
        self.publish(now)?;
        Ok(root)
    }
}

/// The first root.
pub(crate) fn first(
    settings: &Settings,
    root_key: PublicKey,
    publisher: PublicKey,
    issuer_key: PublicKey,
    now: DateTime<Utc>,
) -> RootDraft {
    RootDraft {
        version: 1,
        issued: now,
        expires: now + LASTS,
        host: settings.host.clone(),
        max_age: settings.max_age,
        threshold: 1,
        root_keys: vec![root_key],
        publisher_keys: vec![publisher],
        issuer_keys: vec![IssuerKey { key: issuer_key, withdrawn: None }],
    }
}

fn drafted(folder: &Path) -> Result<Vec<u8>, IssuerError> {
    fs::read(folder.join("keys").join(DRAFT)).map_err(|_| IssuerError::NotFound("draft of a root"))
}

/// Makes a root key where there is no issuer, in a new file.
///
/// # Errors
/// A file that is there already.
pub fn new_root_key(file: &Path) -> Result<PublicKey, IssuerError> {
    let key = SigningKey::generate().map_err(|_| IssuerError::NoRandomness)?;
    keys::write_new(file, key.expose_seed().as_ref())?;
    Ok(key.public_key())
}

/// Signs a draft with a key from a file. Look at what it says first: [`RootDraft::read`].
///
/// # Errors
/// [`IssuerError::KeyFile`]; [`IssuerError::NotARootKey`] when the draft doesn't name the key.
pub fn sign_root(draft: &RootDraft, key_file: &Path) -> Result<Vec<u8>, IssuerError> {
    let seed = fs::read(key_file).map_err(|_| IssuerError::KeyFile("of the root"))?;
    let key = SigningKey::from_seed(&seed).map_err(|_| IssuerError::KeyFile("of the root"))?;
    if !draft.root_keys.contains(&key.public_key()) {
        return Err(IssuerError::NotARootKey);
    }
    Ok(draft.sign(&[&key]))
}
