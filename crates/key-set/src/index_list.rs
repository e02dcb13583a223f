//! What the inspectors' index consists of: one snapshot, and what changed after it.
//!
//! The list is signed and named by the head; the list names each part by length and digest. So the
//! checks of a key set reach each byte of an index, and its parts may come one by one, in any
//! order, from anywhere, today or tomorrow.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::file::FileName;
use crate::part::{ListedPart, MOST_PARTS, PartCbor, PartOf};
use crate::rejected::Rejected;
use crate::signed::{self, malformed};

/// What an index consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexList {
    /// The publication at which the index last changed.
    pub version: u64,
    /// When that was.
    pub issued: DateTime<Utc>,
    /// How long a device without contact may keep it.
    pub keep: TimeDelta,
    /// A snapshot and changes, in order of their version.
    pub volumes: Vec<Volume>,
}

/// A snapshot, or what changed between two publications.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volume {
    /// It brings any index of this version or a later one to [`version`](Self::version). `None`
    /// for a snapshot, which needs nothing before it.
    pub since: Option<u64>,
    /// The version that it leads to.
    pub version: u64,
    /// How many cards are in it.
    pub cards: u32,
    /// Its files.
    pub parts: Vec<ListedPart>,
}

impl IndexList {
    /// What a device needs that has version `held`, or nothing: changes only if they reach back
    /// to what it has, else the snapshot and what changed after that. Nothing, if it is current.
    #[must_use]
    pub fn needed(&self, held: Option<u64>) -> Vec<&Volume> {
        let changes = held.and_then(|held| self.changes_from(held));
        changes.or_else(|| self.way_from_snapshot()).unwrap_or_default()
    }

    fn way_from_snapshot(&self) -> Option<Vec<&Volume>> {
        let snapshot = self.volumes.iter().rfind(|volume| volume.since.is_none())?;
        let mut needed = vec![snapshot];
        needed.extend(self.changes_from(snapshot.version)?);
        Some(needed)
    }

    /// The fewest changes that lead from a version to this one.
    fn changes_from(&self, mut at: u64) -> Option<Vec<&Volume>> {
        let mut needed = Vec::new();
        while at < self.version {
            let reaches = |volume: &&Volume| {
                volume.version > at && volume.since.is_some_and(|since| since <= at)
            };
            let next = self.volumes.iter().filter(reaches).max_by_key(|v| v.version)?;
            at = next.version;
            needed.push(next);
        }
        Some(needed)
    }

    pub(crate) fn to_cbor(&self) -> Vec<u8> {
        let volume = |volume: &Volume| VolumeCbor {
            since: volume.since,
            version: volume.version,
            cards: volume.cards,
            parts: volume.parts.iter().map(|part| part.to_cbor()).collect(),
        };
        signed::encode(&ListCbor {
            issued: self.issued.timestamp(),
            keep: self.keep.num_seconds(),
            volumes: self.volumes.iter().map(volume).collect(),
        })
    }

    pub(crate) fn from_cbor(version: u64, bytes: &[u8]) -> Result<Self, Rejected> {
        let file = FileName::Index(version);
        let cbor: ListCbor = signed::decode(file, bytes, "list of parts")?;
        let part = |part: PartCbor| part.parse(PartOf::Index, file);
        let volume = |volume: VolumeCbor| {
            let parts = volume.parts.into_iter().map(part).collect::<Result<_, _>>()?;
            let VolumeCbor { since, version, cards, .. } = volume;
            Ok(Volume { since, version, cards, parts })
        };
        let list = Self {
            version,
            issued: DateTime::from_timestamp(cbor.issued, 0).ok_or(malformed(file, "time"))?,
            keep: TimeDelta::try_seconds(cbor.keep).ok_or(malformed(file, "time to keep it"))?,
            volumes: cbor.volumes.into_iter().map(volume).collect::<Result<_, Rejected>>()?,
        };
        if list.volumes.iter().map(|volume| volume.parts.len()).sum::<usize>() > MOST_PARTS {
            return Err(malformed(file, "number of parts"));
        }
        match list.way_from_snapshot() {
            Some(_) => Ok(list),
            None => Err(malformed(file, "way from a snapshot to its version")),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct ListCbor {
    issued: i64,
    keep: i64,
    volumes: Vec<VolumeCbor>,
}

#[derive(Serialize, Deserialize)]
struct VolumeCbor {
    since: Option<u64>,
    version: u64,
    cards: u32,
    parts: Vec<PartCbor>,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn volume(since: Option<u64>, version: u64) -> Volume {
        Volume {
            since,
            version,
            cards: 1,
            parts: vec![ListedPart::new(PartOf::Index, version, 0, b"part")],
        }
    }

    fn list(volumes: &[(Option<u64>, u64)]) -> IndexList {
        IndexList {
            version: 30,
            issued: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            keep: TimeDelta::days(30),
            volumes: volumes.iter().map(|(since, version)| volume(*since, *version)).collect(),
        }
    }

    #[test]
    fn a_device_takes_the_fewest_changes_that_reach_back_to_what_it_has_or_the_snapshot() {
        let list = list(&[(Some(5), 10), (Some(10), 20), (None, 20), (Some(20), 30)]);
        for (held, expected) in [
            (Some(30), vec![]),
            (Some(31), vec![]),
            (Some(25), vec![(Some(20), 30)]),
            (Some(20), vec![(Some(20), 30)]),
            (Some(7), vec![(Some(5), 10), (Some(10), 20), (Some(20), 30)]),
            (Some(4), vec![(None, 20), (Some(20), 30)]),
            (None, vec![(None, 20), (Some(20), 30)]),
        ] {
            let needed: Vec<_> =
                list.needed(held).into_iter().map(|v| (v.since, v.version)).collect();
            assert_eq!(needed, expected, "{held:?}");
        }
    }

    #[test]
    fn a_list_reads_back_and_one_without_a_way_to_its_version_does_not() {
        let whole = list(&[(None, 20), (Some(20), 30)]);
        assert_eq!(IndexList::from_cbor(30, &whole.to_cbor()).unwrap(), whole);
        for broken in [list(&[]), list(&[(None, 20)]), list(&[(Some(1), 30)])] {
            assert!(IndexList::from_cbor(30, &broken.to_cbor()).is_err(), "{broken:?}");
        }
        let mut long = whole;
        long.volumes.first_mut().unwrap().parts.first_mut().unwrap().listed.length = 1 << 40;
        let refused = IndexList::from_cbor(30, &long.to_cbor());
        assert!(matches!(refused, Err(Rejected::TooLong { .. })), "{refused:?}");
    }
}
