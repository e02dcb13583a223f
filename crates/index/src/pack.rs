//! A file of the pack: small photos, each by the digest of the photo that it was made from.

use credential::PhotoDigest;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::file::{self, Malformed};

/// Most bytes of a small photo; one of 90 × 120 pixels has about 2 kB.
pub const MAX_SMALL_PHOTO: usize = 4 * 1024;

/// Bytes of pictures after which a part is full. Compressed it has some three fifths of them, and
/// keeps to the 2 MiB that a file of the pack may have whatever the pictures are.
pub const FULL_PACK_PART: usize = 2 * 1024 * 1024 - 64 * 1024;

/// Most bytes that a part unpacks to.
const MAX_UNPACKED: usize = 2 * 1024 * 1024;

/// zstd's level: lower ones miss what JPEGs share, higher ones find little more (decision 18).
const LEVEL: i32 = 9;

/// A small photo, as it stands in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmallPhoto {
    /// The photo that it was made from: what credential and index name.
    pub of: PhotoDigest,
    /// A JPEG.
    pub file: Vec<u8>,
}

/// Bytes that are no part of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedPack {
    /// The compressed bytes are damaged, or unpack to more than a part may have.
    #[error("its compressed bytes are damaged, or unpack to more than {MAX_UNPACKED} bytes")]
    Zstd,
    /// Not the CBOR of a part.
    #[error("it is no list of small photos")]
    Cbor,
    /// The same photo twice, or not in order.
    #[error("a photo in it is there twice, or out of order")]
    Twice,
    /// Not a JPEG, or a large one.
    #[error("a picture in it is no JPEG, or has more than {MAX_SMALL_PHOTO} bytes")]
    Picture,
}

/// Whether a file may be a small photo: short, and a JPEG by its first and last marker (ITU-T T.81
/// § B.1.1.3). What it shows is for the screen to decode.
#[must_use]
pub fn is_small_photo(file: &[u8]) -> bool {
    file.len() <= MAX_SMALL_PHOTO
        && file.starts_with(&[0xff, 0xd8, 0xff])
        && file.ends_with(&[0xff, 0xd9])
}

#[derive(Serialize, Deserialize)]
struct One(ByteBuf, ByteBuf);

/// Writes a part, in order of the digests.
#[must_use]
pub fn pack(mut photos: Vec<SmallPhoto>) -> Vec<u8> {
    photos.sort_unstable_by_key(|photo| *photo.of.as_bytes());
    let one = |photo: SmallPhoto| {
        One(ByteBuf::from(photo.of.as_bytes().to_vec()), ByteBuf::from(photo.file))
    };
    file::write(&photos.into_iter().map(one).collect::<Vec<_>>(), LEVEL)
}

/// Reads a part. Unpacking stops at the limit, before memory is taken.
///
/// # Errors
/// [`MalformedPack`].
pub fn unpack(bytes: &[u8]) -> Result<Vec<SmallPhoto>, MalformedPack> {
    let list: Vec<One> = file::read(bytes, MAX_UNPACKED).map_err(|malformed| match malformed {
        Malformed::Zstd => MalformedPack::Zstd,
        Malformed::Cbor => MalformedPack::Cbor,
    })?;
    let mut photos: Vec<SmallPhoto> = Vec::with_capacity(list.len());
    for One(of, file) in list {
        let of: [u8; PhotoDigest::BYTES] =
            of.as_slice().try_into().map_err(|_| MalformedPack::Cbor)?;
        let of = PhotoDigest::from(of);
        if photos.last().is_some_and(|last| last.of.as_bytes() >= of.as_bytes()) {
            return Err(MalformedPack::Twice);
        }
        if !is_small_photo(&file) {
            return Err(MalformedPack::Picture);
        }
        photos.push(SmallPhoto { of, file: file.into_vec() });
    }
    Ok(photos)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn small(n: u8) -> SmallPhoto {
        let file = [&[0xff, 0xd8, 0xff, 0xe0][..], &[n; 40], &[0xff, 0xd9]].concat();
        SmallPhoto { of: PhotoDigest::from([n; PhotoDigest::BYTES]), file }
    }

    #[test]
    fn a_part_reads_back_in_order_and_one_cut_anywhere_does_not() {
        let bytes = pack(vec![small(3), small(1), small(2)]);
        assert_eq!(unpack(&bytes), Ok(vec![small(1), small(2), small(3)]));
        for length in 0..bytes.len() {
            assert!(unpack(bytes.get(..length).unwrap()).is_err(), "cut to {length}");
        }
        assert_eq!(unpack(&[bytes.as_slice(), &[0]].concat()), Err(MalformedPack::Zstd));
        assert_eq!(unpack(&bytes.repeat(2)), Err(MalformedPack::Cbor), "two frames, two lists");
        assert_eq!(unpack(&pack(Vec::new())), Ok(Vec::new()));
    }

    #[test]
    fn a_photo_twice_a_large_one_and_one_that_is_no_jpeg_are_refused() {
        assert_eq!(unpack(&pack(vec![small(1), small(1)])), Err(MalformedPack::Twice));
        let png = SmallPhoto { file: b"\x89PNG\r\n\x1a\n".to_vec(), ..small(1) };
        assert_eq!(unpack(&pack(vec![png])), Err(MalformedPack::Picture));
        let mut large = small(1);
        large.file.splice(4..4, vec![0; MAX_SMALL_PHOTO]);
        assert_eq!(unpack(&pack(vec![large])), Err(MalformedPack::Picture));
    }

    #[test]
    fn a_bomb_stops_at_the_limit_and_a_full_part_of_any_pictures_keeps_to_it() {
        let bomb = zstd::bulk::compress(&vec![0; MAX_UNPACKED + 1], 19).unwrap();
        assert!(bomb.len() < 10_000);
        assert_eq!(unpack(&bomb), Err(MalformedPack::Zstd));
        // Noise, which zstd takes nothing off.
        let mut state = 1_u32;
        let mut noise = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let mut photos: Vec<SmallPhoto> = Vec::new();
        while photos.len() * MAX_SMALL_PHOTO < FULL_PACK_PART {
            let mut large = small(1);
            large.of = PhotoDigest::from([(); PhotoDigest::BYTES].map(|()| noise()));
            large.file.splice(4.., (0..MAX_SMALL_PHOTO - 6).map(|_| noise()));
            large.file.extend([0xff, 0xd9]);
            photos.push(large);
        }
        let bytes = pack(photos.clone());
        assert!((FULL_PACK_PART..MAX_UNPACKED).contains(&bytes.len()), "{}", bytes.len());
        assert_eq!(unpack(&bytes).unwrap().len(), photos.len());
    }

    #[test]
    fn a_list_that_claims_more_than_it_has_is_refused_before_memory_is_taken() {
        let list = &[0x9b, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0][..];
        let blob = &[0x81, 0x82, 0x5b, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff];
        for claim in [list, blob] {
            let bytes = zstd::bulk::compress(claim, 3).unwrap();
            assert_eq!(unpack(&bytes), Err(MalformedPack::Cbor));
        }
    }
}
