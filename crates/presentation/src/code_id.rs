//! The name of one code: what a receipt is about.

use data_encoding::HEXLOWER_PERMISSIVE;
use ring::digest::{SHA256, digest};

use crate::challenge::Challenge;
use crate::moment::Moment;

/// What tells one code from all others: when it was made, what it answers, and the first 16 bytes
/// of SHA-256 over what the holder signed and the signature. It says nothing of the holder, and
/// only the phone that made the code can make it again and see that this is its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeId {
    moment: Moment,
    challenge: Option<Challenge>,
    digest: [u8; Self::DIGEST_BYTES],
}

/// Not the name of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the name of a code is 44 hexadecimal digits")]
pub struct MalformedCodeId;

/// Written where there is no challenge.
const NO_CHALLENGE: [u8; 2] = [0xff; 2];

impl CodeId {
    const DIGEST_BYTES: usize = 16;

    /// Length in bytes.
    pub(crate) const BYTES: usize = 4 + 2 + Self::DIGEST_BYTES;

    pub(crate) fn of(moment: Moment, challenge: Option<Challenge>, code: &[&[u8]]) -> Self {
        let hash = digest(&SHA256, &code.concat());
        let mut digest = [0; Self::DIGEST_BYTES];
        for (to, from) in digest.iter_mut().zip(hash.as_ref()) {
            *to = *from;
        }
        Self { moment, challenge, digest }
    }

    /// The moment the code was made for.
    #[must_use]
    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// The challenge that the code answers.
    #[must_use]
    pub fn challenge(&self) -> Option<Challenge> {
        self.challenge
    }

    pub(crate) fn to_bytes(self) -> Vec<u8> {
        let challenge = self.challenge.map_or(NO_CHALLENGE, Challenge::to_bytes);
        [&self.moment.to_bytes()[..], &challenge, &self.digest].concat()
    }

    /// Reads it; `None` for an impossible challenge.
    pub(crate) fn from_bytes(bytes: [u8; Self::BYTES]) -> Option<Self> {
        let (moment, rest) = bytes.split_first_chunk()?;
        let (challenge, digest) = rest.split_first_chunk()?;
        Some(Self {
            moment: Moment::from_bytes(*moment),
            challenge: match *challenge {
                NO_CHALLENGE => None,
                digits => Some(Challenge::from_bytes(digits).ok()?),
            },
            digest: *digest.first_chunk()?,
        })
    }
}

/// Hexadecimal, for those who pass it on.
impl std::fmt::Display for CodeId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&HEXLOWER_PERMISSIVE.encode(&self.to_bytes()))
    }
}

impl std::str::FromStr for CodeId {
    type Err = MalformedCodeId;

    fn from_str(text: &str) -> Result<Self, MalformedCodeId> {
        if text.len() != 2 * Self::BYTES {
            return Err(MalformedCodeId);
        }
        HEXLOWER_PERMISSIVE
            .decode(text.as_bytes())
            .ok()
            .and_then(|bytes| Self::from_bytes(bytes.try_into().ok()?))
            .ok_or(MalformedCodeId)
    }
}
