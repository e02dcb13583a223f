//! The fingerprint of a root: what a device is told to trust when it is enrolled.

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE32_NOPAD;

/// The first 16 bytes of SHA-256 over a root file, written as 26 characters of base32
/// (RFC 4648 § 6, no padding). 128 bits: the attacker must hit a given one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 16]);

/// Not 26 characters of base32.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a root's fingerprint is 26 letters A–Z and digits 2–7")]
pub struct MalformedFingerprint;

impl Fingerprint {
    /// The fingerprint of a root file.
    #[must_use]
    pub fn of(root: &[u8]) -> Self {
        let digest = ring::digest::digest(&ring::digest::SHA256, root);
        let mut short = [0; 16];
        for (to, from) in short.iter_mut().zip(digest.as_ref()) {
            *to = *from;
        }
        Self(short)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE32_NOPAD.encode(&self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = MalformedFingerprint;

    fn from_str(text: &str) -> Result<Self, MalformedFingerprint> {
        if text.len() != 26 {
            return Err(MalformedFingerprint);
        }
        BASE32_NOPAD
            .decode(text.to_ascii_uppercase().as_bytes())
            .ok()
            .and_then(|bytes| bytes.try_into().ok())
            .map(Self)
            .ok_or(MalformedFingerprint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_in_either_case() {
        let print = Fingerprint::of(b"root");
        assert_eq!(print.to_string().parse(), Ok(print));
        assert_eq!(print.to_string().to_lowercase().parse(), Ok(print));
        assert_eq!("A".repeat(25).parse::<Fingerprint>(), Err(MalformedFingerprint));
        assert_eq!("1".repeat(26).parse::<Fingerprint>(), Err(MalformedFingerprint));
    }
}
