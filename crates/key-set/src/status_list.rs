//! The status list: IETF Token Status List, in its CWT form.
//!
//! draft-ietf-oauth-status-list: § 4.1 (packing, least significant bits first, zlib), § 4.3
//! (CBOR), § 5.2 (Status List Token in CWT). The list is in the file's claim 65533.

use std::io::Read;

use chrono::{DateTime, Utc};
use ciborium::Value;
use flate2::Compression;
use flate2::read::{ZlibDecoder, ZlibEncoder};

/// Most bytes that a list may unpack to: 16 million entries of two bits. A zlib bomb stops here.
const MAX_UNPACKED_BYTES: usize = 4 * 1024 * 1024;

/// CWT claim `status_list`.
const STATUS_LIST_CLAIM: i64 = 65533;
/// CWT claim `sub`: the list's own address.
const SUB_CLAIM: i64 = 2;
/// CWT claim `iat`.
const IAT_CLAIM: i64 = 6;

/// A list of small numbers, 1, 2, 4 or 8 bits each.
#[derive(Clone, PartialEq, Eq)]
pub struct StatusList {
    bits: u8,
    packed: Vec<u8>,
}

/// Bytes that are no status list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedStatusList {
    /// Entries of a width other than 1, 2, 4 or 8 bits.
    #[error("entries of {0} bits")]
    Bits(u8),
    /// It would unpack to more than any list of ours.
    #[error("it unpacks to more than {MAX_UNPACKED_BYTES} bytes")]
    TooLong,
    /// The compressed bytes are damaged.
    #[error("its compressed bytes are damaged")]
    Zlib,
    /// Not the CBOR of a status list.
    #[error("it has no {0}")]
    Cbor(&'static str),
}

impl StatusList {
    /// Unpacks the `lst` member.
    ///
    /// # Errors
    /// [`MalformedStatusList`]; unpacking stops at the limit, before memory is taken.
    pub fn unpack(bits: u8, compressed: &[u8]) -> Result<Self, MalformedStatusList> {
        if ![1, 2, 4, 8].contains(&bits) {
            return Err(MalformedStatusList::Bits(bits));
        }
        let mut packed = Vec::new();
        ZlibDecoder::new(compressed)
            .take(MAX_UNPACKED_BYTES as u64 + 1)
            .read_to_end(&mut packed)
            .map_err(|_| MalformedStatusList::Zlib)?;
        if packed.len() > MAX_UNPACKED_BYTES {
            return Err(MalformedStatusList::TooLong);
        }
        Ok(Self { bits, packed })
    }

    /// The `lst` member: the packed entries, compressed as well as zlib can.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut compressed = Vec::new();
        // Reading from and writing to memory can't fail.
        let _ = ZlibEncoder::new(self.packed.as_slice(), Compression::best())
            .read_to_end(&mut compressed);
        compressed
    }

    /// The entry at `index`; `None` beyond the list's end.
    #[must_use]
    pub fn get(&self, index: u32) -> Option<u8> {
        let bit = u64::from(index) * u64::from(self.bits);
        let byte = self.packed.get(usize::try_from(bit / 8).ok()?)?;
        let mask = u8::try_from((1u16 << self.bits) - 1).unwrap_or(u8::MAX);
        Some(byte >> (bit % 8) & mask)
    }

    /// How many entries it has room for.
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.packed.len() * 8 / usize::from(self.bits)
    }

    /// The claims of a Status List Token for this list.
    pub(crate) fn to_claims(&self, address: &str, issued: DateTime<Utc>) -> Vec<u8> {
        let list = Value::Map(vec![
            (Value::from("bits"), Value::from(self.bits)),
            (Value::from("lst"), Value::Bytes(self.pack())),
        ]);
        crate::signed::encode(&Value::Map(vec![
            (Value::from(SUB_CLAIM), Value::from(address)),
            (Value::from(IAT_CLAIM), Value::from(issued.timestamp())),
            (Value::from(STATUS_LIST_CLAIM), list),
        ]))
    }

    /// Reads the claims of a Status List Token, other members ignored.
    pub(crate) fn from_claims(claims: &Value) -> Result<Self, MalformedStatusList> {
        let list = member(claims, &Value::from(STATUS_LIST_CLAIM))
            .ok_or(MalformedStatusList::Cbor("status_list claim"))?;
        Self::from_cbor(list)
    }

    /// Reads the CBOR form of a status list (§ 4.3).
    ///
    /// # Errors
    /// [`MalformedStatusList`].
    pub fn from_cbor(list: &Value) -> Result<Self, MalformedStatusList> {
        let bits = member(list, &Value::from("bits"))
            .and_then(Value::as_integer)
            .and_then(|bits| u8::try_from(bits).ok())
            .ok_or(MalformedStatusList::Cbor("bits"))?;
        let lst = member(list, &Value::from("lst"))
            .and_then(Value::as_bytes)
            .ok_or(MalformedStatusList::Cbor("lst"))?;
        Self::unpack(bits, lst)
    }
}

fn member<'v>(map: &'v Value, key: &Value) -> Option<&'v Value> {
    map.as_map()?.iter().find(|(k, _)| k == key).map(|(_, value)| value)
}

impl std::fmt::Debug for StatusList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StatusList({} × {} bits)", self.capacity(), self.bits)
    }
}

/// Fills a list of two-bit entries, one [`card::Status`] each.
#[derive(Debug, Default)]
pub struct StatusListBuilder {
    packed: Vec<u8>,
}

impl StatusListBuilder {
    /// Sets the status at `index`. Indexes in between are *valid* until they are set.
    pub fn set(&mut self, index: u32, status: card::Status) {
        let Ok(at) = usize::try_from(index / 4) else { return };
        if at >= self.packed.len() {
            self.packed.resize(at + 1, 0);
        }
        if let Some(byte) = self.packed.get_mut(at) {
            let shift = index % 4 * 2;
            *byte = *byte & !(0b11 << shift) | status.to_bits() << shift;
        }
    }

    /// The list.
    #[must_use]
    pub fn build(self) -> StatusList {
        StatusList { bits: 2, packed: self.packed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hex(text: &str) -> Vec<u8> {
        data_encoding::HEXLOWER.decode(text.as_bytes()).unwrap()
    }

    /// draft-ietf-oauth-status-list § 4.1: sixteen 1-bit and twelve 2-bit entries.
    #[test]
    fn packing_is_that_of_the_drafts_examples() {
        let list = StatusList { bits: 1, packed: vec![0xb9, 0xa3] };
        let expected = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1];
        assert_eq!((0..16).map(|i| list.get(i).unwrap()).collect::<Vec<_>>(), expected);

        let list = StatusList { bits: 2, packed: vec![0xc9, 0x44, 0xf9] };
        let expected = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3];
        assert_eq!((0..12).map(|i| list.get(i).unwrap()).collect::<Vec<_>>(), expected);
        assert_eq!(list.get(12), None);
    }

    /// § 4.2 and § 4.3: the same lists, compressed, as the draft prints them.
    #[test]
    fn unpacking_gives_the_drafts_lists() {
        let one = hex("78dadbb918000217015d");
        assert_eq!(StatusList::unpack(1, &one).unwrap().packed, [0xb9, 0xa3]);
        let two = data_encoding::BASE64URL_NOPAD.decode(b"eNo76fITAAPfAgc").unwrap();
        assert_eq!(StatusList::unpack(2, &two).unwrap().packed, [0xc9, 0x44, 0xf9]);
    }

    #[test]
    fn our_compression_gives_the_drafts_very_bytes() {
        let list = StatusList { bits: 1, packed: vec![0xb9, 0xa3] };
        assert_eq!(StatusList::unpack(1, &list.pack()).unwrap(), list);
        assert_eq!(list.pack(), hex("78dadbb918000217015d"));
    }

    /// Appendix C.2: these entries in a list of 2^20, and the bytes that the draft prints.
    #[test]
    fn the_drafts_two_bit_test_vector_is_read_and_written() {
        let entries = [
            (0, 1),
            (1993, 2),
            (25460, 1),
            (159_495, 3),
            (495_669, 1),
            (554_353, 1),
            (645_645, 2),
            (723_232, 1),
            (854_545, 1),
            (934_534, 2),
            (1_000_345, 3),
        ];
        let mut builder = StatusListBuilder::default();
        builder.set((1 << 20) - 1, card::Status::Valid);
        for (index, bits) in entries {
            builder.set(index, card::Status::from_bits(bits).unwrap());
        }
        let printed = hex("\
            78daeddb310d00211000412ea1a04004fe5520ed\
            357c28c81d3312b6df68bc65480000000000406e2101000000000000000000000000\
            0000000000000000000000000000000000000040795b020000000000000000000000\
            00000000000000000000000000000000000000000000000000000000000000000000\
            00000000000000000000000000000000000000000000000000000000000000000000\
            0080f4ba0400000000000000000000000000406d764a000000000000000000000000\
            000000000000000000e0922101000000000000000000000000000000000000fc1312\
            00000000000000000000000000000000000000000000000000000000000000c0912e\
            01000000000000000000000000000000000000c07d4b020000000000000000000000\
            00000000a8614a0000000000000000000000406a1fcd60010c");
        let drafts = StatusList::unpack(2, &printed).unwrap();
        assert_eq!(drafts, builder.build());
        assert_eq!(drafts.capacity(), 1 << 20);
        for (index, bits) in entries {
            assert_eq!(drafts.get(index), Some(bits), "at {index}");
        }
    }

    #[test]
    fn a_zlib_bomb_stops_at_the_limit() {
        let bomb = StatusList { bits: 8, packed: vec![0; MAX_UNPACKED_BYTES + 1] }.pack();
        assert!(bomb.len() < 10_000);
        assert_eq!(StatusList::unpack(2, &bomb), Err(MalformedStatusList::TooLong));
    }

    #[test]
    fn other_widths_are_refused() {
        for bits in [0, 3, 5, 16, 255] {
            assert_eq!(StatusList::unpack(bits, &[]), Err(MalformedStatusList::Bits(bits)));
        }
    }

    proptest! {
        #[test]
        fn each_entry_reads_back(statuses in proptest::collection::vec(0u8..4, 1..300)) {
            let mut builder = StatusListBuilder::default();
            for (index, bits) in statuses.iter().enumerate() {
                builder.set(u32::try_from(index).unwrap(), card::Status::from_bits(*bits).unwrap());
            }
            let list = StatusList::unpack(2, &builder.build().pack()).unwrap();
            for (index, bits) in statuses.iter().enumerate() {
                prop_assert_eq!(list.get(u32::try_from(index).unwrap()), Some(*bits));
            }
        }
    }
}
