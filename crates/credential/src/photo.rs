//! The digest that ties a picture to a credential.

use ring::digest;
use std::fmt;
use std::str::FromStr;

/// The first 16 bytes of SHA-256 over the photo file as the issuer made it.
///
/// 128 bits keep a stranger from finding a second picture for a given digest. They would not keep
/// a worker from preparing *two* pictures with one digest (2⁶⁴ tries), so the issuer re-encodes
/// each photo and puts 16 random bytes into the file **after** the worker has handed it in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhotoDigest([u8; Self::BYTES]);

impl PhotoDigest {
    /// Length in bytes.
    pub const BYTES: usize = 16;

    /// The digest of a photo file.
    #[must_use]
    pub fn of(file: &[u8]) -> Self {
        let mut short = [0; Self::BYTES];
        let full = digest::digest(&digest::SHA256, file);
        for (to, from) in short.iter_mut().zip(full.as_ref()) {
            *to = *from;
        }
        Self(short)
    }

    /// Whether `file` is the picture that was signed.
    #[must_use]
    pub fn fits(&self, file: &[u8]) -> bool {
        Self::of(file) == *self
    }

    /// The digest's bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }
}

impl From<[u8; Self::BYTES]> for PhotoDigest {
    fn from(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }
}

/// Lower-case hexadecimal, as in the photo's address at the issuer.
impl fmt::Display for PhotoDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Not a photo's digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a photo is named by 32 hexadecimal digits")]
pub struct MalformedPhotoDigest;

impl FromStr for PhotoDigest {
    type Err = MalformedPhotoDigest;

    /// Exactly what `Display` writes.
    fn from_str(text: &str) -> Result<Self, MalformedPhotoDigest> {
        let mut bytes = [0; Self::BYTES];
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != Self::BYTES || !rest.is_empty() {
            return Err(MalformedPhotoDigest);
        }
        for (to, [high, low]) in bytes.iter_mut().zip(pairs) {
            *to = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Self(bytes))
    }
}

fn digit(byte: u8) -> Result<u8, MalformedPhotoDigest> {
    match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        _ => Err(MalformedPhotoDigest),
    }
}

impl fmt::Debug for PhotoDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhotoDigest({self})")
    }
}
