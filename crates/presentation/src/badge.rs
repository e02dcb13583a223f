//! The inspector's badge: a code by which a worker sees that this is an inspector, and the receipt
//! of a check.
//!
//! **Threat.** Somebody in a yellow vest says that they are an inspector; or an inspector's check is
//! denied afterwards, by either side. The badge is an inspector's credential with a fresh proof,
//! like a card's code; a receipt also names the code that was checked ([`CodeId`]) and what came of
//! it. A receipt says nothing of the holder to others: only the phone that made the code can tell
//! that it is its own.
//!
//! ```text
//! format 1 ‖ key id 2 ‖ claims n ‖ issuer's signature 64 ‖ moment 4 ‖ proof 64
//! format 2 ‖ key id 2 ‖ claims n ‖ issuer's signature 64 ‖ moment 4 ‖ outcome 1 ‖ code 22 ‖ proof 64
//! ```

use card::Outcome;
use chrono::{DateTime, Utc};
use credential::{
    Forged, InspectorClaims, KeyId, MalformedCredential, PublicKey, SIGNATURE_BYTES, Signature,
    Signer, UnverifiedInspector, VerifiedInspector,
};

use crate::code_id::CodeId;
use crate::frame::Frame;
use crate::moment::Moment;
use crate::read::split_last;
use crate::text::{self, Host, Kind, NotACode};

/// Keeps it apart from all else that the device's key may sign.
const DOMAIN: &[u8] = b"hmskort inspector 1\0";

/// The first byte of a badge that only says who it is.
const PLAIN: u8 = 1;

/// The first byte of a receipt.
const RECEIPT: u8 = 2;

/// What an inspector's device needs to show a badge.
#[derive(Debug)]
pub struct Badge<'a, S> {
    /// The credential, bound to `key`.
    pub credential: &'a VerifiedInspector,
    /// The device's key.
    pub key: &'a S,
    /// The host in the code's address.
    pub host: &'a Host,
}

/// What came of a check of one code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What the inspector was told.
    pub outcome: Outcome,
    /// The code that was checked.
    pub code: CodeId,
}

impl<S: Signer> Badge<'_, S> {
    /// The badge for now and the next step.
    #[must_use]
    pub fn frames(&self, now: DateTime<Utc>) -> [Frame; 2] {
        let moment = Moment::of(now);
        [self.code(moment, None), self.code(moment.next(), None)]
    }

    /// The receipt of a check that was made at `now`.
    #[must_use]
    pub fn receipt(&self, receipt: Receipt, now: DateTime<Utc>) -> Frame {
        self.code(Moment::of(now), Some(receipt))
    }

    fn code(&self, moment: Moment, receipt: Option<Receipt>) -> Frame {
        let mut code = vec![if receipt.is_some() { RECEIPT } else { PLAIN }];
        code.extend_from_slice(self.credential.key_id().as_bytes());
        code.extend_from_slice(self.credential.payload());
        code.extend_from_slice(self.credential.signature());
        code.extend_from_slice(&moment.to_bytes());
        if let Some(Receipt { outcome, code: id }) = receipt {
            code.push(outcome.code());
            code.extend_from_slice(&id.to_bytes());
        }
        let proof = self.key.sign(&[DOMAIN, &code].concat());
        code.extend_from_slice(&proof);
        Frame::of(moment, self.host, Kind::Inspector, &code)
    }
}

/// A badge as it was scanned: well-formed, and nothing more is known of it.
#[derive(Debug)]
pub struct UnverifiedBadge {
    host: Host,
    credential: UnverifiedInspector,
    moment: Moment,
    receipt: Option<Receipt>,
    signed: Vec<u8>,
    proof: Signature,
}

/// A badge whose credential is the issuer's and whose proof is the device's.
#[derive(Clone, Debug)]
pub struct VerifiedBadge {
    /// Who it is.
    pub inspector: InspectorClaims,
    /// When it was made.
    pub moment: Moment,
    /// What check it is a receipt of, if it is one.
    pub receipt: Option<Receipt>,
}

/// A text that can't be read as a badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnreadBadge {
    /// Something else, or damaged digits.
    #[error(transparent)]
    NotABadge(#[from] NotACode),
    /// A format that this version does not know: the app may be too old.
    #[error("an inspector's code of format {0}, which this version does not know")]
    UnknownFormat(u8),
    /// Too short to hold the parts, or with an impossible one.
    #[error("the inspector's code is cut off or damaged")]
    Damaged,
    /// The credential in it is malformed.
    #[error(transparent)]
    Credential(#[from] MalformedCredential),
}

impl UnverifiedBadge {
    /// Reads the text of an inspector's code.
    ///
    /// # Errors
    /// [`UnreadBadge`].
    pub fn parse(text: &str) -> Result<Self, UnreadBadge> {
        let (host, bytes) = text::split(text, Kind::Inspector)?;
        let damaged = || UnreadBadge::Damaged;
        let format = *bytes.first().ok_or_else(damaged)?;
        let (signed, proof) = split_last::<SIGNATURE_BYTES>(&bytes).ok_or_else(damaged)?;
        let (rest, receipt) = match format {
            PLAIN => (signed, None),
            RECEIPT => {
                let (rest, id) = split_last(signed).ok_or_else(damaged)?;
                let (rest, [outcome]) = split_last(rest).ok_or_else(damaged)?;
                let outcome = Outcome::from_code(outcome).ok_or_else(damaged)?;
                let code = CodeId::from_bytes(id).ok_or_else(damaged)?;
                (rest, Some(Receipt { outcome, code }))
            }
            other => return Err(UnreadBadge::UnknownFormat(other)),
        };
        let (rest, moment) = split_last(rest).ok_or_else(damaged)?;
        let (rest, signature) = split_last::<SIGNATURE_BYTES>(rest).ok_or_else(damaged)?;
        let (&[_format, first, second], claims) = rest.split_first_chunk().ok_or_else(damaged)?;
        let key_id = KeyId::from([first, second]);
        Ok(Self {
            host,
            credential: UnverifiedInspector::from_parts(key_id, claims, signature)?,
            moment: Moment::from_bytes(moment),
            receipt,
            signed: [DOMAIN, signed].concat(),
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

    /// Checks the issuer's signature and the device's proof.
    ///
    /// # Errors
    /// [`Forged`], when either doesn't fit.
    pub fn verify(self, issuer: &PublicKey) -> Result<VerifiedBadge, Forged> {
        let Self { credential, moment, receipt, signed, proof, .. } = self;
        let credential = credential.verify(issuer)?;
        let inspector = credential.claims().clone();
        inspector.holder.verify(&signed, &proof).map_err(|_| Forged)?;
        Ok(VerifiedBadge { inspector, moment, receipt })
    }
}
