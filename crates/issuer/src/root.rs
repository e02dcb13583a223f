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
use key_set::{IssuerKey, Root, RootDraft, sign_too};

use crate::error::IssuerError;
use crate::keys::{self, Signs};
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
    /// A new key for the key set.
    pub publisher: Option<NewPublisher>,
    /// Keys that sign roots from the next one on. It is signed by keys of the root before it too.
    pub add_root_keys: Vec<PublicKey>,
    /// Keys that sign roots no longer.
    pub remove_root_keys: Vec<KeyId>,
    /// How many root keys must sign, from the next root on.
    pub threshold: Option<usize>,
}

/// What becomes of the key that signed the key set before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewPublisher {
    /// It counts until the next change, so that no device falls between two files.
    Beside,
    /// It counts no more: it may be in wrong hands. Devices forget what they hold by its word.
    Instead,
}

/// Who signs roots, and how many of them must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootKeys {
    /// The keys.
    pub keys: Vec<PublicKey>,
    /// How many of them sign a root.
    pub threshold: usize,
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
        root: RootKeys,
        now: DateTime<Utc>,
    ) -> Result<Self, IssuerError> {
        Self::lay_out(folder, settings, |publisher, issuer_key| {
            let draft = first(settings, root, publisher, issuer_key, now).sign(&[]);
            // What no device could ever take is told before anything is laid out.
            RootDraft::read(&draft)?;
            keys::write_secret(folder, DRAFT, &draft)
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
            keys::write_next(&self.folder, Signs::Credentials, &next)?;
            draft.issuer_keys.push(IssuerKey { key: next.public_key(), withdrawn: None });
        }
        if let Some(id) = changes.withdraw {
            let key = draft.issuer_keys.iter_mut().find(|key| key.id() == id);
            let key = key.ok_or(IssuerError::NotFound("key"))?;
            if key.withdrawn.replace(now).is_some() {
                return Err(IssuerError::Conflict("withdrawal"));
            }
        }
        if let Some(new) = changes.publisher {
            let next = SigningKey::generate().map_err(|_| IssuerError::NoRandomness)?;
            keys::write_next(&self.folder, Signs::KeySet, &next)?;
            let before = self.publisher()?.public_key();
            draft.publisher_keys = match new {
                NewPublisher::Beside => vec![next.public_key(), before],
                NewPublisher::Instead => vec![next.public_key()],
            };
        }
        for id in &changes.remove_root_keys {
            let at = draft.root_keys.iter().position(|key| KeyId::of(key) == *id);
            draft.root_keys.remove(at.ok_or(IssuerError::NotFound("root key"))?);
        }
        draft.root_keys.extend(changes.add_root_keys.iter().cloned());
        draft.threshold = changes.threshold.unwrap_or(draft.threshold);
        let draft = draft.sign(&[]);
        // A threshold that no keys reach, or a key twice: told here, not where the keys are.
        RootDraft::read(&draft)?;
        keys::write_secret(&self.folder, DRAFT, &draft)?;
        Ok(draft)
    }

    /// Takes the signed root back, publishes it, and signs with its new key from now on.
    ///
    /// # Errors
    /// [`IssuerError::RootUnlikeDraft`] when it says something else than the last draft;
    /// [`IssuerError::KeySet`] when devices would refuse it. Then nothing changes.
    pub fn accept_root(&self, signed: &[u8], now: DateTime<Utc>) -> Result<Root, IssuerError> {
        let root = self.take_root(signed)?;
        self.publish(now)?;
        Ok(root)
    }

    /// Takes a root that says what the last draft said, and the keys that it names.
    pub(crate) fn take_root(&self, signed: &[u8]) -> Result<Root, IssuerError> {
        let said = RootDraft::read(signed)?;
        if said.sign(&[]) != drafted(&self.folder)? {
            return Err(IssuerError::RootUnlikeDraft);
        }
        let root = match self.root() {
            Err(IssuerError::RootUnsigned) => Root::held(signed)?,
            before => before?.rotate(signed)?,
        };
        files::write_root(&self.folder, root.version(), signed)?;
        // The root is out before anything is signed with new keys. After a kill in between, the next
        // publication takes them.
        keys::take_next(&self.folder, &root)?;
        keys::forget(&self.folder, DRAFT)?;
        Ok(root)
    }
}

/// The first root.
pub(crate) fn first(
    settings: &Settings,
    root: RootKeys,
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
        threshold: root.threshold,
        root_keys: root.keys,
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

/// Signs a draft with a key from a file, whoever has signed it before: with a threshold above one it
/// goes from one key to the next. Look at what it says first: [`RootDraft::read`]. `before` is the
/// newest root that is out, for a key that the draft takes away.
///
/// # Errors
/// [`IssuerError::KeyFile`]; [`IssuerError::NotARootKey`] when neither names the key.
pub fn sign_root(
    draft: &[u8],
    key_file: &Path,
    before: Option<&Root>,
) -> Result<Vec<u8>, IssuerError> {
    let seed = fs::read(key_file).map_err(|_| IssuerError::KeyFile("of the root"))?;
    let key = SigningKey::from_seed(&seed).map_err(|_| IssuerError::KeyFile("of the root"))?;
    let named = RootDraft::read(draft)?.root_keys;
    let mut named = named.iter().chain(before.map_or(&[][..], Root::root_keys));
    if !named.any(|one| *one == key.public_key()) {
        return Err(IssuerError::NotARootKey);
    }
    Ok(sign_too(draft, &key)?)
}
