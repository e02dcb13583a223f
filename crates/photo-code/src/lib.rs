//! The photo on a worker's phone, as a code that moves: a fountain (RaptorQ, RFC 6330) whose frames
//! a tablet may read in any order, with any of them missing, until it has enough.
//!
//! **Threat.** A screen may show anything for as long as it likes. A [`Collector`] is made for one
//! digest, which the issuer has signed; it takes no frame of another photo, keeps no more than
//! [`MAX_PHOTO`] and a few symbols, and gives nothing but a file that has that digest. Whoever mixes
//! frames of their own into the stream makes it start over, and that is told.
//!
//! ```
//! use photo_code::{Collector, Fountain, Step};
//! let photo = vec![7; 5_000];
//! let fountain = Fountain::of(&photo)?;
//! let mut collector = Collector::for_photo(fountain.digest());
//! // Every other frame is missed.
//! let file = fountain.frames(0, 60).iter().step_by(2).find_map(|frame| {
//!     match collector.take(frame).ok()? {
//!         Step::Complete(file) => Some(file),
//!         Step::Collecting(_) => None,
//!     }
//! });
//! assert_eq!(file, Some(photo));
//! # Ok::<(), photo_code::NoPhotoCode>(())
//! ```
//!
//! The bytes of a frame, in full in `docs/PROTOCOL.md`; as text they are digits and nothing else:
//!
//! ```text
//! format 1 ‖ digest's start 4 ‖ length of the photo 2 ‖ symbol's number 3 ‖ symbol 698
//! ```

mod collect;
mod fountain;
mod frame;

pub use collect::{Collector, Progress, Refused, Step};
pub use fountain::{Fountain, NoPhotoCode};
pub use frame::{FRAMES_A_SECOND, MAX_PHOTO, SYMBOL};

use raptorq::ObjectTransmissionInformation;

/// One block without sub-blocks, for a photo of this many bytes (RFC 6330 § 4.4.1.2).
fn transfer(length: u16) -> ObjectTransmissionInformation {
    ObjectTransmissionInformation::new(u64::from(length), SYMBOL, 1, 1, 1)
}

/// How many symbols a photo of this many bytes has.
fn symbols(length: u16) -> u16 {
    length.div_ceil(SYMBOL)
}
