//! A file that comes in parts: each part is named by length and digest in a signed list, and never
//! changes.

use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::file::FileName;
use crate::head::Listed;
use crate::rejected::Rejected;
use crate::signed::malformed;

/// Most parts in one list; of two megabytes each.
pub(crate) const MOST_PARTS: usize = 4_096;

/// What a part is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOf {
    /// The inspectors' index.
    Index,
    /// The pack of small photos.
    Pack,
}

impl PartOf {
    /// The name of a part made for a publication.
    #[must_use]
    pub fn file(self, version: u64, number: u32) -> FileName {
        match self {
            Self::Index => FileName::IndexPart { version, number },
            Self::Pack => FileName::PackPart { version, number },
        }
    }
}

/// A part, as a list names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedPart {
    /// What it is of.
    pub of: PartOf,
    /// Which of those made for the publication that it names.
    pub number: u32,
    /// That publication, length and digest.
    pub listed: Listed,
}

impl ListedPart {
    /// Describes a file.
    #[must_use]
    pub fn new(of: PartOf, version: u64, number: u32, bytes: &[u8]) -> Self {
        Self { of, number, listed: Listed::of(version, bytes) }
    }

    /// Its name.
    #[must_use]
    pub fn file(&self) -> FileName {
        self.of.file(self.listed.version, self.number)
    }

    /// Whether these bytes are that file.
    ///
    /// # Errors
    /// [`Rejected`].
    pub fn check(&self, bytes: &[u8]) -> Result<(), Rejected> {
        self.listed.check(self.file(), bytes)
    }

    pub(crate) fn to_cbor(self) -> PartCbor {
        let Listed { version, length, sha256 } = self.listed;
        PartCbor(version, self.number, length, ByteBuf::from(sha256.to_vec()))
    }
}

/// Publication, number, length, digest.
#[derive(Serialize, Deserialize)]
pub(crate) struct PartCbor(u64, u32, u64, ByteBuf);

impl PartCbor {
    /// A part of what `list` lists.
    pub(crate) fn parse(self, of: PartOf, list: FileName) -> Result<ListedPart, Rejected> {
        let Self(version, number, length, sha256) = self;
        let sha256 = sha256.as_slice().try_into().map_err(|_| malformed(list, "digest"))?;
        let part = ListedPart { of, number, listed: Listed { version, length, sha256 } };
        let (file, limit) = (part.file(), part.file().limit());
        if length > limit {
            return Err(Rejected::TooLong { file, bytes: length, limit });
        }
        Ok(part)
    }
}
