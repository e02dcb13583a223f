//! The reasons: why a card isn't valid and since when. Only enrolled inspectors have them.

use card::{Cause, Reason};
use chrono::DateTime;

use crate::file::FileName;
use crate::rejected::Rejected;
use crate::signed::{self, malformed};

/// Status index, [`Reason::code`], since when (Unix seconds).
type Entry = (u32, u8, Option<i64>);

/// The causes of all cards that aren't valid, found by status index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    entries: Vec<Entry>,
}

impl Reasons {
    /// Collects causes; the order of one card's causes is kept.
    #[must_use]
    pub fn new(causes: impl IntoIterator<Item = (u32, Cause)>) -> Self {
        let mut entries: Vec<Entry> = causes
            .into_iter()
            .map(|(index, cause)| {
                (index, cause.reason.code(), cause.since.map(|since| since.timestamp()))
            })
            .collect();
        entries.sort_by_key(|(index, ..)| *index);
        Self { entries }
    }

    /// The causes of one card's status. A reason that this version doesn't know is left out; the
    /// status stands all the same.
    pub fn of(&self, index: u32) -> impl Iterator<Item = Cause> {
        let start = self.entries.partition_point(|(i, ..)| *i < index);
        self.entries
            .get(start..)
            .unwrap_or_default()
            .iter()
            .take_while(move |(i, ..)| *i == index)
            .filter_map(|(_, code, since)| {
                let since = since.and_then(|since| DateTime::from_timestamp(since, 0));
                Some(Cause { reason: Reason::from_code(*code)?, since })
            })
    }

    pub(crate) fn to_cbor(&self) -> Vec<u8> {
        signed::encode(&self.entries)
    }

    pub(crate) fn from_cbor(file: FileName, bytes: &[u8]) -> Result<Self, Rejected> {
        let entries: Vec<Entry> = signed::decode(file, bytes, "list of reasons")?;
        if entries.is_sorted_by_key(|(index, ..)| *index) {
            Ok(Self { entries })
        } else {
            Err(malformed(file, "order"))
        }
    }
}
