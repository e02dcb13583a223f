//! A file of the index.

use card::{CardNumber, OrganisationNumber};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::file::{self, Malformed};
use crate::record::Company;

/// Most bytes that a part unpacks to.
pub const MAX_UNPACKED: usize = 8 * 1024 * 1024;

/// Bytes of cards after which a part is full. Larger ones compress a little better; smaller ones
/// lose less when a download is cut off.
const FULL: usize = 2 * 1024 * 1024;

/// Some of the index's contents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Companies, which replace those of the same number.
    pub companies: Vec<Company>,
    /// Cards that are no more.
    pub gone: Vec<CardNumber>,
    /// Cards, each a [`Record`](crate::Record) as it is stored.
    pub cards: Vec<Vec<u8>>,
}

/// Bytes that are no part of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedPart {
    /// The compressed bytes are damaged, or unpack to more than a part may have.
    #[error("its compressed bytes are damaged, or unpack to more than {MAX_UNPACKED} bytes")]
    Zstd,
    /// Not the CBOR of a part.
    #[error("it has no {0}")]
    Cbor(&'static str),
}

#[derive(Serialize, Deserialize)]
struct PartCbor {
    companies: Vec<(u32, String)>,
    gone: Vec<u32>,
    cards: Vec<ByteBuf>,
}

impl Part {
    /// Reads a part. Unpacking stops at the limit, before memory is taken.
    ///
    /// # Errors
    /// [`MalformedPart`].
    pub fn unpack(bytes: &[u8]) -> Result<Self, MalformedPart> {
        let cbor: PartCbor =
            file::read(bytes, MAX_UNPACKED).map_err(|malformed| match malformed {
                Malformed::Zstd => MalformedPart::Zstd,
                Malformed::Cbor => MalformedPart::Cbor("list of cards"),
            })?;
        let company = |(number, name): (u32, String)| {
            Some(Company {
                number: OrganisationNumber::try_from(number).ok()?,
                name: name.parse().ok()?,
            })
        };
        let companies = cbor.companies.into_iter().map(company).collect::<Option<_>>();
        let gone = cbor.gone.into_iter().map(CardNumber::try_from).collect::<Result<_, _>>();
        Ok(Self {
            companies: companies.ok_or(MalformedPart::Cbor("company"))?,
            gone: gone.map_err(|_| MalformedPart::Cbor("card number"))?,
            cards: cbor.cards.into_iter().map(ByteBuf::into_vec).collect(),
        })
    }

    /// The part as a file, compressed at zstd's `level`.
    #[must_use]
    pub fn pack(self, level: i32) -> Vec<u8> {
        let cbor = PartCbor {
            companies: self.companies.iter().map(Company::to_cbor).collect(),
            gone: self.gone.into_iter().map(CardNumber::get).collect(),
            cards: self.cards.into_iter().map(ByteBuf::from).collect(),
        };
        file::write(&cbor, level)
    }
}

/// Fills parts, and gives each to be written as soon as it is full.
#[derive(Debug)]
pub struct Parts<F> {
    level: i32,
    part: Part,
    bytes: usize,
    write: F,
}

impl<E, F: FnMut(Vec<u8>) -> Result<(), E>> Parts<F> {
    /// Parts compressed at zstd's `level`.
    pub fn new(level: i32, write: F) -> Self {
        Self { level, part: Part::default(), bytes: 0, write }
    }

    /// Adds a company.
    ///
    /// # Errors
    /// Writing a full part.
    pub fn company(&mut self, company: Company) -> Result<(), E> {
        let bytes = company.name.as_str().len() + 8;
        self.part.companies.push(company);
        self.grew(bytes)
    }

    /// Adds a card that is no more.
    ///
    /// # Errors
    /// Writing a full part.
    pub fn gone(&mut self, card: CardNumber) -> Result<(), E> {
        self.part.gone.push(card);
        self.grew(5)
    }

    /// Adds a card's record.
    ///
    /// # Errors
    /// Writing a full part.
    pub fn card(&mut self, record: Vec<u8>) -> Result<(), E> {
        let bytes = record.len() + 3;
        self.part.cards.push(record);
        self.grew(bytes)
    }

    fn grew(&mut self, by: usize) -> Result<(), E> {
        self.bytes += by;
        if self.bytes < FULL {
            return Ok(());
        }
        self.bytes = 0;
        (self.write)(std::mem::take(&mut self.part).pack(self.level))
    }

    /// Writes what is left. There is at least one part, so that an empty index is one too.
    ///
    /// # Errors
    /// Writing it.
    pub fn finish(mut self) -> Result<(), E> {
        (self.write)(self.part.pack(self.level))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn part() -> Part {
        Part {
            companies: vec![Company {
                number: "974760673".parse().unwrap(),
                name: "Rent Hus AS".parse().unwrap(),
            }],
            gone: vec!["0000007".parse().unwrap()],
            cards: vec![vec![1, 2, 3]],
        }
    }

    #[test]
    fn a_part_reads_back_and_a_damaged_one_does_not() {
        let bytes = part().pack(9);
        assert_eq!(Part::unpack(&bytes).unwrap(), part());
        for length in 0..bytes.len() {
            assert!(Part::unpack(bytes.get(..length).unwrap()).is_err(), "cut to {length}");
        }
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let bomb = zstd::bulk::compress(&vec![0; MAX_UNPACKED + 1], 19).unwrap();
        assert!(bomb.len() < 10_000);
        assert_eq!(Part::unpack(&bomb), Err(MalformedPart::Zstd));
        // A million empty cards in a few bytes are cards all the same, but no memory beyond them.
        let many = Part { cards: vec![Vec::new(); 1_000_000], ..Part::default() };
        assert_eq!(Part::unpack(&many.pack(3)).unwrap().cards.len(), 1_000_000);
    }

    #[test]
    fn a_list_that_claims_more_than_it_has_is_refused_before_memory_is_taken() {
        let claim = [&[0xa3, 0x65][..], b"cards", &[0x9b, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]];
        let bytes = zstd::bulk::compress(&claim.concat(), 3).unwrap();
        assert_eq!(Part::unpack(&bytes), Err(MalformedPart::Cbor("list of cards")));
    }

    #[test]
    fn parts_are_given_out_when_they_are_full_and_hold_everything_once() {
        let mut files = Vec::new();
        let mut parts = Parts::new(3, |bytes| {
            files.push(bytes);
            Ok::<_, ()>(())
        });
        for n in 0..3_000_u32 {
            parts.card(n.to_be_bytes().repeat(300)).unwrap();
        }
        parts.finish().unwrap();
        assert!(files.len() >= 2);
        let cards: Vec<_> = files.iter().flat_map(|f| Part::unpack(f).unwrap().cards).collect();
        assert_eq!(cards.len(), 3_000);
        assert_eq!(cards.last().unwrap().get(..4), Some(&2_999_u32.to_be_bytes()[..]));
    }
}
