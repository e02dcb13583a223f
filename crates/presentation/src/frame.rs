//! Showing: the holder's phone makes the code of this step, and the next one's ahead of time.

use chrono::{DateTime, Utc};
use credential::{Signer, VerifiedCredential};

use crate::challenge::Challenge;
use crate::moment::Moment;
use crate::qr::{NoQr, QrMatrix};
use crate::text::{self, Host, Kind};

/// Keeps a proof apart from everything else that a holder's key may ever sign. It is no CBOR, so
/// no COSE message can be taken for a proof, nor the other way round.
const DOMAIN: &[u8] = b"hmskort proof 1\0";

/// The first byte of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// No challenge.
    Plain = 1,
    /// With a challenge.
    Challenged = 2,
    /// Not for a step, but for paper.
    Paper = 3,
}

impl Format {
    pub(crate) fn from_byte(byte: u8) -> Option<Self> {
        [Self::Plain, Self::Challenged, Self::Paper]
            .into_iter()
            .find(|format| *format as u8 == byte)
    }
}

/// How long a code on paper is looked at: over a weekend.
pub const PAPER_SECONDS: i64 = 72 * 3600;

/// The bytes that the holder signs: the domain, and all of the code before the proof.
pub(crate) fn to_be_signed(code: &[u8]) -> Vec<u8> {
    [DOMAIN, code].concat()
}

/// What a phone needs to show one employment: the credential, the device's key, the issuer's host.
#[derive(Debug)]
pub struct Holder<'a, S> {
    /// The credential, bound to `key`.
    pub credential: &'a VerifiedCredential,
    /// The device's key.
    pub key: &'a S,
    /// The host in the code's address.
    pub host: &'a Host,
}

/// One code, and the time it is to be shown: from [`Moment::starts_at`] to [`Moment::ends_at`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    moment: Moment,
    text: String,
}

impl<S: Signer> Holder<'_, S> {
    /// The code for one step.
    #[must_use]
    pub fn frame(&self, moment: Moment, challenge: Option<Challenge>) -> Frame {
        let format = if challenge.is_some() { Format::Challenged } else { Format::Plain };
        self.code(format, moment, challenge)
    }

    /// The code for a sheet of paper: made at `now`, and never changing. Whoever copies the paper
    /// has it too, so verifiers say *unconfirmed* of it at best, and that only for
    /// [`PAPER_SECONDS`].
    #[must_use]
    pub fn paper(&self, now: DateTime<Utc>) -> Frame {
        self.code(Format::Paper, Moment::of(now), None)
    }

    fn code(&self, format: Format, moment: Moment, challenge: Option<Challenge>) -> Frame {
        let mut code = vec![format as u8];
        code.extend_from_slice(self.credential.key_id().as_bytes());
        code.extend_from_slice(self.credential.payload());
        code.extend_from_slice(self.credential.signature());
        code.extend_from_slice(&moment.to_bytes());
        if let Some(challenge) = challenge {
            code.extend_from_slice(&challenge.to_bytes());
        }
        let proof = self.key.sign(&to_be_signed(&code));
        code.extend_from_slice(&proof);
        Frame::of(moment, self.host, Kind::Card, &code)
    }

    /// The code for now and the one after it, so that a screen can change at the very moment and
    /// never shows one that is about to end.
    #[must_use]
    pub fn frames(&self, now: DateTime<Utc>, challenge: Option<Challenge>) -> [Frame; 2] {
        let moment = Moment::of(now);
        [self.frame(moment, challenge), self.frame(moment.next(), challenge)]
    }
}

impl Frame {
    pub(crate) fn of(moment: Moment, host: &Host, kind: Kind, code: &[u8]) -> Self {
        Self { moment, text: text::join(host, kind, code) }
    }

    /// The step the code is for.
    #[must_use]
    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// The text in the QR code.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The QR code.
    ///
    /// # Errors
    /// [`NoQr`], when the text is longer than a QR code holds; the limits on names rule it out.
    pub fn qr(&self) -> Result<QrMatrix, NoQr> {
        QrMatrix::of(&self.text)
    }
}
