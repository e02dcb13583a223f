//! The root: all keys, and how the next root is recognised.

use chrono::{DateTime, TimeDelta, Utc};
use credential::{KeyId, PublicKey, SigningKey};
use presentation::Host;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::file::FileName;
use crate::fingerprint::Fingerprint;
use crate::rejected::Rejected;
use crate::signed::{self, ManySigned, malformed};

/// Most keys of one kind in a root.
const MAX_KEYS: usize = 64;

/// A key that signs credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuerKey {
    /// The key.
    pub key: PublicKey,
    /// When it was withdrawn because it may be in wrong hands. Nothing that it signed counts any
    /// more. A key that merely isn't used for new cards stays without.
    pub withdrawn: Option<DateTime<Utc>>,
}

impl IssuerKey {
    /// Its short name in credentials.
    #[must_use]
    pub fn id(&self) -> KeyId {
        KeyId::of(&self.key)
    }
}

/// What a root says, before it is signed.
#[derive(Clone, Debug)]
pub struct RootDraft {
    /// Counts up by one.
    pub version: u32,
    /// When it was made.
    pub issued: DateTime<Utc>,
    /// When it stops being good for anything; a new root comes long before.
    pub expires: DateTime<Utc>,
    /// The host that this issuer's codes name.
    pub host: Host,
    /// How old a key set may be before verifiers no longer say *valid*.
    pub max_age: TimeDelta,
    /// How many root keys sign the next root.
    pub threshold: usize,
    /// The keys that sign roots, kept offline.
    pub root_keys: Vec<PublicKey>,
    /// The keys that sign heads, status lists and reasons, online at the service.
    pub publisher_keys: Vec<PublicKey>,
    /// The keys that sign credentials.
    pub issuer_keys: Vec<IssuerKey>,
}

/// A root that is trusted: pinned by its fingerprint, or signed by a root that was.
#[derive(Clone, Debug)]
pub struct Root {
    said: RootDraft,
}

/// The CBOR of a root, `root` in `docs/PROTOCOL.md`.
#[derive(Serialize, Deserialize)]
struct RootCbor {
    version: u32,
    issued: i64,
    expires: i64,
    host: String,
    max_age: i64,
    threshold: usize,
    root_keys: Vec<ByteBuf>,
    publisher_keys: Vec<ByteBuf>,
    issuer_keys: Vec<IssuerKeyCbor>,
}

#[derive(Serialize, Deserialize)]
struct IssuerKeyCbor {
    key: ByteBuf,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    withdrawn: Option<i64>,
}

impl RootDraft {
    /// What a root says, whoever signed it, if anybody did: to be looked at before it is signed.
    /// Never trust it.
    ///
    /// # Errors
    /// [`Rejected::Malformed`].
    pub fn read(bytes: &[u8]) -> Result<Self, Rejected> {
        Ok(Root::parse(bytes)?.0.said)
    }

    /// Signs the root. For a rotation, keys of the old **and** of the new root sign.
    #[must_use]
    pub fn sign(&self, keys: &[&SigningKey]) -> Vec<u8> {
        let bufs = |keys: &[PublicKey]| {
            keys.iter().map(|key| ByteBuf::from(key.to_bytes())).collect::<Vec<_>>()
        };
        let cbor = RootCbor {
            version: self.version,
            issued: self.issued.timestamp(),
            expires: self.expires.timestamp(),
            host: self.host.to_string(),
            max_age: self.max_age.num_seconds(),
            threshold: self.threshold,
            root_keys: bufs(&self.root_keys),
            publisher_keys: bufs(&self.publisher_keys),
            issuer_keys: self
                .issuer_keys
                .iter()
                .map(|issuer| IssuerKeyCbor {
                    key: ByteBuf::from(issuer.key.to_bytes()),
                    withdrawn: issuer.withdrawn.map(|at| at.timestamp()),
                })
                .collect(),
        };
        signed::seal_many(FileName::Root(self.version), signed::encode(&cbor), keys)
    }
}

/// Adds a signature to a root or a draft of one, whoever else has signed it: with a threshold above
/// one it goes from one key to the next. A key that has signed it already adds nothing.
///
/// # Errors
/// [`Rejected::Malformed`], [`Rejected::TooLong`].
pub fn sign_too(bytes: &[u8], key: &SigningKey) -> Result<Vec<u8>, Rejected> {
    let (root, envelope) = Root::parse(bytes)?;
    if envelope.signers(&[key.public_key()]) == 1 {
        return Ok(bytes.to_vec());
    }
    signed::seal_too(FileName::Root(root.version()), bytes, key)
}

/// How many of a root's own keys have signed it, and of those of the root `before` it; to be shown.
///
/// # Errors
/// [`Rejected::Malformed`], [`Rejected::TooLong`].
pub fn signers(bytes: &[u8], before: Option<&Root>) -> Result<(usize, usize), Rejected> {
    let (root, envelope) = Root::parse(bytes)?;
    let by = |root: &Root| envelope.signers(&root.said.root_keys);
    Ok((by(&root), before.map_or(0, by)))
}

impl Root {
    /// Takes the root that the device was told to trust, by its fingerprint.
    ///
    /// # Errors
    /// [`Rejected`], when it is another, damaged, or not signed by its own keys.
    pub fn pinned(bytes: &[u8], fingerprint: &Fingerprint) -> Result<Self, Rejected> {
        if Fingerprint::of(bytes) != *fingerprint {
            return Err(Rejected::WrongFingerprint);
        }
        Self::held(bytes)
    }

    /// Takes a root that was trusted when it was stored. The store is encrypted and
    /// authenticated, but a damaged root must not be used: its own signatures are checked.
    ///
    /// # Errors
    /// [`Rejected`].
    pub fn held(bytes: &[u8]) -> Result<Self, Rejected> {
        let (root, envelope) = Self::parse(bytes)?;
        root.check_threshold(&envelope, &root)?;
        Ok(root)
    }

    /// The keys of which [`threshold`](RootDraft::threshold) sign the next root.
    #[must_use]
    pub fn root_keys(&self) -> &[PublicKey] {
        &self.said.root_keys
    }

    /// Takes the next root, if enough keys of this one and of its own have signed it.
    ///
    /// # Errors
    /// [`Rejected`].
    pub fn rotate(&self, bytes: &[u8]) -> Result<Self, Rejected> {
        let (next, envelope) = Self::parse(bytes)?;
        let expected = self.version().saturating_add(1);
        if next.version() != expected {
            return Err(Rejected::RootOutOfOrder { expected, found: next.version() });
        }
        next.check_threshold(&envelope, self)?;
        next.check_threshold(&envelope, &next)?;
        Ok(next)
    }

    fn check_threshold(&self, envelope: &ManySigned, keys_of: &Self) -> Result<(), Rejected> {
        let (have, need) = (envelope.signers(&keys_of.said.root_keys), keys_of.said.threshold);
        if have < need {
            return Err(Rejected::TooFewSignatures { version: self.version(), have, need });
        }
        Ok(())
    }

    fn parse(bytes: &[u8]) -> Result<(Self, ManySigned), Rejected> {
        // The version is inside; until it is read the file has no better name.
        let file = FileName::Root(0);
        signed::check_length(file, bytes)?;
        let envelope = ManySigned::parse(file, bytes)?;
        let cbor: RootCbor = signed::decode(file, envelope.payload(file)?, "root")?;
        let said = cbor.try_into()?;
        Ok((Self { said }, envelope))
    }

    /// Counts up by one with each root.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.said.version
    }

    /// When it stops being good for anything.
    #[must_use]
    pub fn expires(&self) -> DateTime<Utc> {
        self.said.expires
    }

    /// The host that this issuer's codes name.
    #[must_use]
    pub fn host(&self) -> &Host {
        &self.said.host
    }

    /// How old a key set may be before verifiers no longer say *valid*.
    #[must_use]
    pub fn max_age(&self) -> TimeDelta {
        self.said.max_age
    }

    /// All keys that sign or have signed credentials.
    #[must_use]
    pub fn issuer_keys(&self) -> &[IssuerKey] {
        &self.said.issuer_keys
    }

    /// The issuer's key of this short name.
    #[must_use]
    pub fn issuer_key(&self, id: KeyId) -> Option<&IssuerKey> {
        self.said.issuer_keys.iter().find(|issuer| issuer.id() == id)
    }

    /// The root as it would be signed again: where a rotation starts.
    #[must_use]
    pub fn draft(&self) -> RootDraft {
        self.said.clone()
    }

    /// The keys that sign heads and what they name.
    #[must_use]
    pub fn publisher_keys(&self) -> &[PublicKey] {
        &self.said.publisher_keys
    }
}

impl TryFrom<RootCbor> for RootDraft {
    type Error = Rejected;

    fn try_from(cbor: RootCbor) -> Result<Self, Rejected> {
        let file = FileName::Root(cbor.version);
        let wrong = |what| malformed(file, what);
        let time = |seconds, what| DateTime::from_timestamp(seconds, 0).ok_or(wrong(what));
        let key = |bytes: &ByteBuf| PublicKey::from_bytes(bytes).map_err(|_| wrong("key"));
        let keys = |list: &[ByteBuf]| list.iter().map(key).collect::<Result<Vec<_>, _>>();
        let lists = [cbor.root_keys.len(), cbor.publisher_keys.len(), cbor.issuer_keys.len()];
        if lists.iter().any(|length| !(1..=MAX_KEYS).contains(length)) {
            return Err(wrong("number of keys"));
        }
        let root_keys = keys(&cbor.root_keys)?;
        let distinct: std::collections::HashSet<_> = root_keys.iter().collect();
        if !(1..=distinct.len()).contains(&cbor.threshold) || distinct.len() != root_keys.len() {
            return Err(wrong("threshold"));
        }
        let issuer_keys = cbor
            .issuer_keys
            .iter()
            .map(|issuer| {
                let withdrawn = issuer.withdrawn.map(|at| time(at, "time")).transpose()?;
                Ok(IssuerKey { key: key(&issuer.key)?, withdrawn })
            })
            .collect::<Result<Vec<_>, Rejected>>()?;
        // Credentials are Ed25519 only, and a short name must find one key.
        let names: std::collections::HashSet<_> = issuer_keys.iter().map(IssuerKey::id).collect();
        let ed25519 = issuer_keys.iter().all(|i| matches!(i.key, PublicKey::Ed25519(_)));
        if names.len() != issuer_keys.len() || !ed25519 {
            return Err(wrong("set of issuer keys"));
        }
        // A year of stale data is a mistake, and larger numbers must not overflow a date.
        if !(60..=366 * 86_400).contains(&cbor.max_age) {
            return Err(wrong("maximum age"));
        }
        Ok(Self {
            version: cbor.version,
            issued: time(cbor.issued, "time")?,
            expires: time(cbor.expires, "time")?,
            host: cbor.host.parse().map_err(|_| wrong("host"))?,
            max_age: TimeDelta::seconds(cbor.max_age),
            threshold: cbor.threshold,
            root_keys,
            publisher_keys: keys(&cbor.publisher_keys)?,
            issuer_keys,
        })
    }
}
