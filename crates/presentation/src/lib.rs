//! The presentation: the credential, shown, with a fresh proof by the holder's key.
//!
//! **Threat.** A code is on a screen for all to photograph. So each one is signed for a moment
//! ([`Moment`]) and, when the verifier asks, for four digits that the verifier chose
//! ([`Challenge`]); a picture of it is worthless a few seconds later, and somebody else's phone
//! can't answer. Reading one is reading a stranger's bytes: [`UnverifiedPresentation::parse`]
//! says what else the thing may be ([`NotACode`]), bounds everything before it looks inside, and
//! gives no claim before both signatures fit.
//!
//! The bytes, in full in `docs/PROTOCOL.md`:
//!
//! ```text
//! format 1 ‖ key id 2 ‖ claims n ‖ issuer's signature 64 ‖ moment 4 [‖ challenge 2] ‖ proof 64
//! ```
//!
//! Format 1 is a plain code, 2 one with a challenge, 3 one on paper. The proof signs everything
//! before it. As text: `HTTPS://HOST/V#` and decimal digits, which a
//! QR code packs in numeric mode.

mod badge;
mod challenge;
mod code_id;
mod digits;
mod frame;
mod moment;
mod qr;
mod read;
mod text;
mod typed_code;

pub use badge::{Badge, Receipt, UnreadBadge, UnverifiedBadge, VerifiedBadge};
pub use challenge::{Challenge, MalformedChallenge};
pub use code_id::{CodeId, MalformedCodeId};
pub use digits::{MalformedDigits, decode as bytes_of_digits, encode as digits_of_bytes};
pub use frame::{Frame, Holder, PAPER_SECONDS};
pub use moment::{Moment, STEP_SECONDS};
pub use qr::{NoQr, QrMatrix};
pub use read::{
    IssuedPresentation, Medium, ProofForged, Unread, UnverifiedPresentation, VerifiedPresentation,
};
pub use text::{Host, LooksLike, MAX_TEXT_BYTES, MalformedHost, NotACode, pass_of};
pub use typed_code::{TypedCode, TypedCodeSecret};
