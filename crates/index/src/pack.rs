//! A file of the pack: small photos, each by the digest of the photo that it was made from.

use credential::PhotoDigest;
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

/// Most bytes of a small photo; one of 90 × 120 pixels has about 2 kB.
pub const MAX_SMALL_PHOTO: usize = 4 * 1024;

/// Bytes of pictures after which a part is full, so that it keeps to the 2 MiB that a file of the
/// pack may have.
pub const FULL_PACK_PART: usize = 2 * 1024 * 1024 - 64 * 1024;

/// Most bytes of a part.
const MAX_PART: usize = 2 * 1024 * 1024;

/// Nesting that no part reaches.
const MAX_DEPTH: usize = 4;

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
    /// More than a part may have.
    #[error("it has more than {MAX_PART} bytes")]
    TooLong,
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

/// Writes a part, in order of the digests. JPEGs are compressed already.
#[must_use]
pub fn pack(mut photos: Vec<SmallPhoto>) -> Vec<u8> {
    photos.sort_unstable_by_key(|photo| *photo.of.as_bytes());
    let one = |photo: SmallPhoto| {
        One(ByteBuf::from(photo.of.as_bytes().to_vec()), ByteBuf::from(photo.file))
    };
    let list: Vec<_> = photos.into_iter().map(one).collect();
    let mut bytes = Vec::new();
    // Writing our own types to memory can't fail.
    let _ = ciborium::into_writer(&list, &mut bytes);
    bytes
}

/// Reads a part.
///
/// # Errors
/// [`MalformedPack`].
pub fn unpack(bytes: &[u8]) -> Result<Vec<SmallPhoto>, MalformedPack> {
    if bytes.len() > MAX_PART {
        return Err(MalformedPack::TooLong);
    }
    let mut rest = bytes;
    let list: Vec<One> = ciborium::de::from_reader_with_recursion_limit(&mut rest, MAX_DEPTH)
        .map_err(|_| MalformedPack::Cbor)?;
    if !rest.is_empty() {
        return Err(MalformedPack::Cbor);
    }
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
            assert_eq!(unpack(bytes.get(..length).unwrap()), Err(MalformedPack::Cbor), "{length}");
        }
        assert_eq!(unpack(&[bytes, vec![0]].concat()), Err(MalformedPack::Cbor));
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
        let long = vec![0; MAX_PART + 1];
        assert_eq!(unpack(&long), Err(MalformedPack::TooLong));
    }

    #[test]
    fn a_list_that_claims_more_than_it_has_is_refused_before_memory_is_taken() {
        let claim = [0x9b, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];
        assert_eq!(unpack(&claim), Err(MalformedPack::Cbor));
        let blob = [0x81, 0x82, 0x5b, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff];
        assert_eq!(unpack(&blob), Err(MalformedPack::Cbor));
    }
}
