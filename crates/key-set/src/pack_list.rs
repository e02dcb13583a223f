//! What the pack of small photos consists of: parts that never change, and come and go whole.
//!
//! As with the index, the head names the signed list, and the list names each part by length and
//! digest. A device fetches the parts that it lacks, and drops those that are no longer listed.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::file::FileName;
use crate::part::{ListedPart, MOST_PARTS, PartCbor, PartOf};
use crate::rejected::Rejected;
use crate::signed::{self, malformed};

/// What the pack consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackList {
    /// The publication at which the pack last changed.
    pub version: u64,
    /// When that was.
    pub issued: DateTime<Utc>,
    /// Its files.
    pub parts: Vec<ListedPart>,
}

impl PackList {
    pub(crate) fn to_cbor(&self) -> Vec<u8> {
        let parts = self.parts.iter().map(|part| part.to_cbor()).collect();
        signed::encode(&ListCbor { issued: self.issued.timestamp(), parts })
    }

    pub(crate) fn from_cbor(version: u64, bytes: &[u8]) -> Result<Self, Rejected> {
        let file = FileName::Pack(version);
        let cbor: ListCbor = signed::decode(file, bytes, "list of parts")?;
        if cbor.parts.len() > MOST_PARTS {
            return Err(malformed(file, "number of parts"));
        }
        let mut names = HashSet::new();
        let part = |part: PartCbor| {
            let part = part.parse(PartOf::Pack, file)?;
            if names.insert(part.listed.sha256) {
                Ok(part)
            } else {
                Err(malformed(file, "part only once"))
            }
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
    parts: Vec<PartCbor>,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_list_reads_back_and_one_with_a_part_twice_or_too_long_does_not() {
        let part = |n: u32| ListedPart::new(PartOf::Pack, 3, n, &n.to_be_bytes());
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
