//! One frame: its bytes, its text.

use credential::PhotoDigest;
use presentation::{MalformedDigits, bytes_of_digits, digits_of_bytes};

/// Longest photo, in bytes: what the issuer gives out.
pub const MAX_PHOTO: usize = 32 * 1024;

/// Bytes of a symbol. A frame then makes version 18 at level L. Of pictures that a camera takes, fewer
/// of large codes are read; up to here what more of them holds outweighs that, at 640 × 480 too.
pub const SYMBOL: u16 = 698;

/// How many frames a screen shows in a second: each is there for the time of several pictures that a
/// camera takes, so that most are seen whole.
pub const FRAMES_A_SECOND: u32 = 8;

const FORMAT: u8 = 1;

/// Bytes of the digest that a frame repeats, to be told from another photo's.
const START: usize = 4;

const HEAD: usize = 1 + START + 2 + 3;

/// Bytes of a frame.
const FRAME: usize = HEAD + SYMBOL as usize;

/// A frame's number, in three bytes.
pub(crate) const NUMBERS: u32 = 1 << 24;

/// What a frame says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) start: [u8; START],
    /// Never 0, and at most [`MAX_PHOTO`].
    pub(crate) length: u16,
    /// Below [`NUMBERS`].
    pub(crate) number: u32,
    /// [`SYMBOL`] bytes.
    pub(crate) symbol: Vec<u8>,
}

/// Why a text is no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoFrame;

impl From<MalformedDigits> for NoFrame {
    fn from(_: MalformedDigits) -> Self {
        Self
    }
}

pub(crate) fn start_of(digest: &PhotoDigest) -> [u8; START] {
    let [a, b, c, d, ..] = *digest.as_bytes();
    [a, b, c, d]
}

impl Frame {
    pub(crate) fn to_text(&self) -> String {
        let [_, number @ ..] = self.number.to_be_bytes();
        let parts: [&[u8]; 5] =
            [&[FORMAT], &self.start, &self.length.to_be_bytes(), &number, &self.symbol];
        digits_of_bytes(&parts.concat())
    }

    pub(crate) fn read(text: &str) -> Result<Self, NoFrame> {
        // Before anything is made of it: 12 bytes are 29 digits.
        if text.len() != FRAME / 12 * 29 {
            return Err(NoFrame);
        }
        let bytes = bytes_of_digits(text)?;
        let [FORMAT, a, b, c, d, high, low, n1, n2, n3, symbol @ ..] = bytes.as_slice() else {
            return Err(NoFrame);
        };
        let length = u16::from_be_bytes([*high, *low]);
        if length == 0 || usize::from(length) > MAX_PHOTO || symbol.len() != usize::from(SYMBOL) {
            return Err(NoFrame);
        }
        Ok(Self {
            start: [*a, *b, *c, *d],
            length,
            number: u32::from_be_bytes([0, *n1, *n2, *n3]),
            symbol: symbol.to_vec(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_whole_groups_of_digits() {
        assert_eq!(FRAME % 12, 0);
    }
}
