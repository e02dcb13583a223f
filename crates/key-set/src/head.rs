//! The head: which files are current, and until when that can be believed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::file::FileName;
use crate::rejected::Rejected;
use crate::root::Root;
use crate::signed::{self, malformed};

/// A file that the head names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its version.
    pub version: u64,
    /// Its length in bytes.
    pub length: u64,
    /// Its SHA-256.
    pub sha256: [u8; 32],
}

impl Listed {
    /// Describes a file.
    #[must_use]
    pub fn of(version: u64, bytes: &[u8]) -> Self {
        Self { version, length: bytes.len() as u64, sha256: signed::digest(bytes) }
    }

    pub(crate) fn check(&self, file: FileName, bytes: &[u8]) -> Result<(), Rejected> {
        signed::check_length(file, bytes)?;
        if *self == Self::of(self.version, bytes) {
            Ok(())
        } else {
            Err(Rejected::OtherFile { file })
        }
    }
}

/// A head that a publisher's key has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Counts up with each publication.
    pub version: u64,
    /// When it was signed.
    pub issued: DateTime<Utc>,
    /// Until when it counts as current.
    pub expires: DateTime<Utc>,
    /// The status list.
    pub status: Listed,
    /// The reasons, for inspectors.
    pub reasons: Listed,
    /// The approved companies; older heads name none.
    pub approved: Option<Listed>,
    /// What the index consists of, for inspectors; older heads name none.
    pub index: Option<Listed>,
    /// What the pack of small photos consists of, for inspectors; older heads name none.
    pub pack: Option<Listed>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct HeadCbor {
    version: u64,
    issued: i64,
    expires: i64,
    status: ListedCbor,
    reasons: ListedCbor,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    approved: Option<ListedCbor>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    index: Option<ListedCbor>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pack: Option<ListedCbor>,
}

#[derive(Serialize, Deserialize)]
struct ListedCbor {
    version: u64,
    length: u64,
    sha256: ByteBuf,
}

impl Head {
    pub(crate) fn open(bytes: &[u8], root: &Root) -> Result<Self, Rejected> {
        let file = FileName::Head;
        signed::check_length(file, bytes)?;
        let payload = signed::open(file, bytes, root.publisher_keys())?;
        let cbor: HeadCbor = signed::decode(file, &payload, "head")?;
        let time = |at| DateTime::from_timestamp(at, 0).ok_or(malformed(file, "time"));
        let listed = |l: &ListedCbor| {
            let sha256 = l.sha256.as_slice().try_into().map_err(|_| malformed(file, "digest"))?;
            Ok::<_, Rejected>(Listed { version: l.version, length: l.length, sha256 })
        };
        Ok(Self {
            version: cbor.version,
            issued: time(cbor.issued)?,
            expires: time(cbor.expires)?,
            status: listed(&cbor.status)?,
            reasons: listed(&cbor.reasons)?,
            approved: cbor.approved.as_ref().map(listed).transpose()?,
            index: cbor.index.as_ref().map(listed).transpose()?,
            pack: cbor.pack.as_ref().map(listed).transpose()?,
        })
    }

    pub(crate) fn to_cbor(&self) -> Vec<u8> {
        let listed = |l: &Listed| ListedCbor {
            version: l.version,
            length: l.length,
            sha256: ByteBuf::from(l.sha256.to_vec()),
        };
        signed::encode(&HeadCbor {
            version: self.version,
            issued: self.issued.timestamp(),
            expires: self.expires.timestamp(),
            status: listed(&self.status),
            reasons: listed(&self.reasons),
            approved: self.approved.as_ref().map(listed),
            index: self.index.as_ref().map(listed),
            pack: self.pack.as_ref().map(listed),
        })
    }
}
