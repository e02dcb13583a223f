//! What the pack of small photos consists of: parts that never change, and come and go whole.
//!
//! As with the index, the head names the signed list, and the list names each part by length and
//! digest. A device fetches the parts that it lacks, and drops those that are no longer listed.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::file::FileName;
use crate::head::Listed;
use crate::rejected::Rejected;
use crate::signed::{self, malformed};

/// Most parts of a pack; of two megabytes each.
const MOST_PARTS: usize = 4_096;

/// What the pack consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackList {
    /// The publication at which the pack last changed.
    pub version: u64,
    /// When that was.
    pub issued: DateTime<Utc>,
    /// Its files.
    pub parts: Vec<PackPart>,
}

/// A file of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackPart {
    /// Which of those made for the publication that it names.
    pub number: u32,
    /// That publication, length and digest.
    pub listed: Listed,
}

impl PackPart {
    /// Describes a file.
    #[must_use]
    pub fn of(version: u64, number: u32, bytes: &[u8]) -> Self {
        Self { number, listed: Listed::of(version, bytes) }
    }

    /// Its name.
    #[must_use]
    pub fn file(&self) -> FileName {
        FileName::PackPart { version: self.listed.version, number: self.number }
    }

    /// Whether these bytes are that file.
    ///
    /// # Errors
    /// [`Rejected`].
    pub fn check(&self, bytes: &[u8]) -> Result<(), Rejected> {
        self.listed.check(self.file(), bytes)
    }
}

impl PackList {
    pub(crate) fn to_cbor(&self) -> Vec<u8> {
        let part = |part: &PackPart| {
            let Listed { version, length, sha256 } = part.listed;
            Part(version, part.number, length, ByteBuf::from(sha256.to_vec()))
        };
        let parts = self.parts.iter().map(part).collect();
        signed::encode(&ListCbor { issued: self.issued.timestamp(), parts })
    }

    pub(crate) fn from_cbor(version: u64, bytes: &[u8]) -> Result<Self, Rejected> {
        let file = FileName::Pack(version);
        let cbor: ListCbor = signed::decode(file, bytes, "list of parts")?;
        if cbor.parts.len() > MOST_PARTS {
            return Err(malformed(file, "number of parts"));
        }
        let mut names = HashSet::new();
        let part = |Part(version, number, length, sha256): Part| {
            let sha256 = sha256.as_slice().try_into().map_err(|_| malformed(file, "digest"))?;
            let part = PackPart { number, listed: Listed { version, length, sha256 } };
            let limit = part.file().limit();
            if length > limit {
                return Err(Rejected::TooLong { file: part.file(), bytes: length, limit });
            }
            if names.insert(sha256) { Ok(part) } else { Err(malformed(file, "part only once")) }
        };
        Ok(Self {
            version,
            issued: DateTime::from_timestamp(cbor.issued, 0).ok_or(malformed(file, "time"))?,
            parts: cbor.parts.into_iter().map(part).collect::<Result<_, _>>()?,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct ListCbor {
    issued: i64,
    parts: Vec<Part>,
}

/// Publication, number, length, digest.
#[derive(Serialize, Deserialize)]
struct Part(u64, u32, u64, ByteBuf);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_list_reads_back_and_one_with_a_part_twice_or_too_long_does_not() {
        let part = |n: u32| PackPart::of(3, n, &n.to_be_bytes());
        let issued = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let list = PackList { version: 3, issued, parts: vec![part(0), part(1)] };
        assert_eq!(PackList::from_cbor(3, &list.to_cbor()).unwrap(), list);
        let empty = PackList { parts: Vec::new(), ..list.clone() };
        assert_eq!(PackList::from_cbor(3, &empty.to_cbor()).unwrap(), empty);
        let twice = PackList { parts: vec![part(0), part(0)], ..list.clone() };
        let refused = PackList::from_cbor(3, &twice.to_cbor());
        assert!(matches!(refused, Err(Rejected::Malformed { .. })), "{refused:?}");
        let mut long = list;
        long.parts.first_mut().unwrap().listed.length = 1 << 40;
        let refused = PackList::from_cbor(3, &long.to_cbor());
        assert!(matches!(refused, Err(Rejected::TooLong { .. })), "{refused:?}");
    }
}
