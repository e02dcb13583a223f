//! Reading a code: from a text that anybody may have made to claims that two keys stand for.

use card::Validity;
use credential::{
    Claims, Forged, KeyId, MalformedCredential, PublicKey, SIGNATURE_BYTES, Signature,
    UnverifiedCredential, VerifiedCredential,
};

use crate::challenge::Challenge;
use crate::code_id::CodeId;
use crate::frame::{self, Format};
use crate::moment::Moment;
use crate::text::{self, Host, Kind, NotACode};

/// A code as it was scanned: well-formed, and nothing more is known of it.
#[derive(Debug)]
pub struct UnverifiedPresentation {
    host: Host,
    credential: UnverifiedCredential,
    medium: Medium,
    moment: Moment,
    challenge: Option<Challenge>,
    signed: Vec<u8>,
    proof: Signature,
}

/// A code whose credential is the issuer's and whose proof is the holder's. When it was made, and
/// whether it fits here and now, is the verifier's to judge.
#[derive(Debug)]
pub struct VerifiedPresentation {
    credential: VerifiedCredential,
    medium: Medium,
    moment: Moment,
    challenge: Option<Challenge>,
    id: CodeId,
}

/// What a code is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A screen: the code of one step.
    Screen,
    /// Paper, for when the phone's battery is flat. It says nothing of who holds it.
    Paper,
}

/// A text that can't be read as a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// Not a card's code at all, or its digits are damaged.
    #[error(transparent)]
    NotACode(#[from] NotACode),
    /// A format that this version does not know: the app may be too old.
    #[error("a code of format {0}, which this version does not know")]
    UnknownFormat(u8),
    /// Too short to hold the parts.
    #[error("the code is cut off: {bytes} bytes")]
    CutOff {
        /// How many there were.
        bytes: usize,
    },
    /// The credential in it is malformed.
    #[error(transparent)]
    Credential(#[from] MalformedCredential),
    /// A challenge of more than four digits.
    #[error("the challenge in the code is out of range")]
    Challenge,
}

/// The proof was not made by the key that the credential is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the code was not made by the phone that the card belongs to")]
pub struct ProofForged;

impl UnverifiedPresentation {
    /// Reads the text of a code.
    ///
    /// # Errors
    /// [`Unread`] tells what it is instead, or what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Unread> {
        let (host, bytes) = text::split(text, Kind::Card)?;
        let cut_off = || Unread::CutOff { bytes: bytes.len() };
        let format = *bytes.first().ok_or_else(cut_off)?;
        let format = Format::from_byte(format).ok_or(Unread::UnknownFormat(format))?;

        let (signed, proof) = split_last::<SIGNATURE_BYTES>(&bytes).ok_or_else(cut_off)?;
        let (rest, challenge) = match format {
            Format::Plain | Format::Paper => (signed, None),
            Format::Challenged => {
                let (rest, digits) = split_last(signed).ok_or_else(cut_off)?;
                (rest, Some(Challenge::from_bytes(digits).map_err(|_| Unread::Challenge)?))
            }
        };
        let (rest, moment) = split_last(rest).ok_or_else(cut_off)?;
        let (rest, signature) = split_last::<SIGNATURE_BYTES>(rest).ok_or_else(cut_off)?;
        let (&[_format, first, second], claims) = rest.split_first_chunk().ok_or_else(cut_off)?;
        let key_id = KeyId::from([first, second]);
        Ok(Self {
            host,
            credential: UnverifiedCredential::from_parts(key_id, claims, signature)?,
            medium: if format == Format::Paper { Medium::Paper } else { Medium::Screen },
            moment: Moment::from_bytes(moment),
            challenge,
            signed: frame::to_be_signed(signed),
            proof,
        })
    }

    /// The host that the code's address names.
    #[must_use]
    pub fn host(&self) -> &Host {
        &self.host
    }

    /// Which of the issuer's keys to look for.
    #[must_use]
    pub fn key_id(&self) -> KeyId {
        self.credential.key_id()
    }

    /// What tells this code from all others.
    #[must_use]
    pub fn id(&self) -> CodeId {
        CodeId::of(self.moment, self.challenge, &[&self.signed, &self.proof])
    }

    /// Checks the issuer's signature, which makes the holder's key known.
    ///
    /// # Errors
    /// [`Forged`], when `issuer` did not sign the credential.
    pub fn verify_credential(self, issuer: &PublicKey) -> Result<IssuedPresentation, Forged> {
        let Self { credential, medium, moment, challenge, signed, proof, .. } = self;
        let credential = credential.verify(issuer)?;
        Ok(IssuedPresentation { credential, medium, moment, challenge, signed, proof })
    }
}

/// A code whose credential is the issuer's; who shows it is still open.
#[derive(Debug)]
pub struct IssuedPresentation {
    credential: VerifiedCredential,
    medium: Medium,
    moment: Moment,
    challenge: Option<Challenge>,
    signed: Vec<u8>,
    proof: Signature,
}

impl IssuedPresentation {
    /// Checks the holder's proof with the key in the credential.
    ///
    /// # Errors
    /// [`ProofForged`].
    pub fn verify_proof(self) -> Result<VerifiedPresentation, ProofForged> {
        let Self { credential, medium, moment, challenge, signed, proof } = self;
        credential.claims().holder.verify(&signed, &proof).map_err(|_| ProofForged)?;
        let id = CodeId::of(moment, challenge, &[&signed, &proof]);
        Ok(VerifiedPresentation { credential, medium, moment, challenge, id })
    }
}

impl VerifiedPresentation {
    /// What the issuer says of the holder.
    #[must_use]
    pub fn claims(&self) -> &Claims {
        self.credential.claims()
    }

    /// From when until when the issuer says so.
    #[must_use]
    pub fn validity(&self) -> Validity {
        self.claims().validity
    }

    /// The credential.
    #[must_use]
    pub fn credential(&self) -> &VerifiedCredential {
        &self.credential
    }

    /// What it was made for.
    #[must_use]
    pub fn medium(&self) -> Medium {
        self.medium
    }

    /// The moment that the holder's phone signed.
    #[must_use]
    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// The challenge that the holder's phone signed, if any.
    #[must_use]
    pub fn challenge(&self) -> Option<Challenge> {
        self.challenge
    }

    /// What tells this code from all others.
    #[must_use]
    pub fn id(&self) -> CodeId {
        self.id
    }
}

/// The last `N` bytes, and those before them.
pub(crate) fn split_last<const N: usize>(bytes: &[u8]) -> Option<(&[u8], [u8; N])> {
    bytes.split_last_chunk().map(|(rest, last)| (rest, *last))
}
