//! The inspectors' index: every card with its holder, all employments, and what happened to them.
//!
//! It travels in parts of about a megabyte: cards in CBOR, compressed with zstd (RFC 8878). A part
//! is part of a snapshot or of what changed since; its cards replace those of the same number
//! whole, so that a part may be applied twice and changes may overlap.
//!
//! **Threats.** A part that was tampered with, cut off or swapped: its length and digest stand in
//! a signed list ([`key_set::IndexList`](../key_set/struct.IndexList.html)), which is checked
//! before anything here is asked. A bomb: unpacking stops at a limit, [`MAX_UNPACKED`] bytes for a
//! part of the index.
//!
//! Beside it travels the pack, in files of the same shape: small photos by the digest of the photo
//! they were made from ([`unpack`]), for devices that want them.
//!
//! ```
//! use index::{MalformedPart, Part};
//!
//! let bytes = Part::default().pack(3);
//! assert_eq!(Part::unpack(&bytes), Ok(Part::default()));
//! assert_eq!(Part::unpack(b"not a part"), Err(MalformedPart::Zstd));
//! ```

mod file;
mod pack;
mod part;
mod record;

pub use pack::{
    FULL_PACK_PART, MAX_SMALL_PHOTO, MalformedPack, SmallPhoto, is_small_photo, pack, unpack,
};
pub use part::{MAX_UNPACKED, MalformedPart, Part, Parts};
pub use record::{Change, Company, Employment, MalformedRecord, Qualification, Record};
