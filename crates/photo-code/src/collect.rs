//! The tablet's side: frames in, and at the end a photo that is the right one.

use std::collections::BTreeSet;

use credential::PhotoDigest;
use raptorq::{EncodingPacket, PayloadId, SourceBlockDecoder};

use crate::frame::{Frame, start_of};
use crate::{symbols, transfer};

/// Symbols beyond those needed after which a stream is given up. Honest ones need none in 99 of 100
/// cases and never five (RFC 6330 § 5.8 and `tests/any_frames.rs`).
const SPARE: usize = 16;

/// How far a photo has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Different symbols that have come.
    pub have: usize,
    /// How many are needed; a few more in rare cases. `None` before the first frame.
    pub need: Option<u16>,
}

/// What a frame led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// More are needed.
    Collecting(Progress),
    /// The photo file. It has the digest.
    Complete(Vec<u8>),
}

/// Why a frame was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not a frame of a photo. Nothing is lost.
    #[error("this is not the code of a photo: ask for the photo on the worker's phone")]
    NotAPhotoCode,
    /// A frame of another photo than the card's. Nothing is lost.
    #[error("this is the photo of another card")]
    AnotherPhoto,
    /// The frames don't make the photo that the issuer signed. They are thrown away.
    #[error("what the phone shows is not the photo that the issuer signed")]
    DoesNotFit,
}

impl Refused {
    /// A stable name for it, in snake case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAPhotoCode => "not_a_photo_code",
            Self::AnotherPhoto => "another_photo",
            Self::DoesNotFit => "photo_does_not_fit",
        }
    }
}

/// Takes frames until they make the photo with one digest.
pub struct Collector {
    digest: PhotoDigest,
    stream: Option<Stream>,
}

struct Stream {
    length: u16,
    decoder: SourceBlockDecoder,
    numbers: BTreeSet<u32>,
}

impl Collector {
    /// For the photo that a credential names.
    #[must_use]
    pub fn for_photo(digest: PhotoDigest) -> Self {
        Self { digest, stream: None }
    }

    /// The digest that the photo must have.
    #[must_use]
    pub fn digest(&self) -> PhotoDigest {
        self.digest
    }

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.stream.as_ref().map_or(Progress { have: 0, need: None }, |stream| Progress {
            have: stream.numbers.len(),
            need: Some(symbols(stream.length)),
        })
    }

    /// Takes the text of one code. After [`Step::Complete`], and after [`Refused::DoesNotFit`], it
    /// begins anew.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn take(&mut self, text: &str) -> Result<Step, Refused> {
        let frame = Frame::read(text.trim()).map_err(|_| Refused::NotAPhotoCode)?;
        if frame.start != start_of(&self.digest) {
            return Err(Refused::AnotherPhoto);
        }
        let stream = self.stream.get_or_insert_with(|| Stream::of(frame.length));
        if stream.length != frame.length {
            self.stream = None;
            return Err(Refused::DoesNotFit);
        }
        match stream.take(frame) {
            Some(file) => {
                self.stream = None;
                if self.digest.fits(&file) {
                    Ok(Step::Complete(file))
                } else {
                    Err(Refused::DoesNotFit)
                }
            }
            None if stream.is_beyond_hope() => {
                self.stream = None;
                Err(Refused::DoesNotFit)
            }
            None => Ok(Step::Collecting(self.progress())),
        }
    }
}

impl Stream {
    fn of(length: u16) -> Self {
        let padded = u64::from(symbols(length)) * u64::from(crate::SYMBOL);
        let decoder = SourceBlockDecoder::new(0, &transfer(length), padded);
        Self { length, decoder, numbers: BTreeSet::new() }
    }

    fn take(&mut self, frame: Frame) -> Option<Vec<u8>> {
        if !self.numbers.insert(frame.number) {
            return None;
        }
        let packet = EncodingPacket::new(PayloadId::new(0, frame.number), frame.symbol);
        let mut file = self.decoder.decode([packet])?;
        file.truncate(usize::from(self.length));
        Some(file)
    }

    fn is_beyond_hope(&self) -> bool {
        self.numbers.len() >= usize::from(symbols(self.length)) + SPARE
    }
}

impl std::fmt::Debug for Collector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Collector").field("progress", &self.progress()).finish_non_exhaustive()
    }
}
