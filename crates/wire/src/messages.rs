//! The messages.

use card::{
    CardNumber, Cause, CompanyName, EmploymentId, Industry, OrganisationNumber, PersonName, Reason,
    Status,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::act::ActNotice;
use crate::activation::ActivationCode;
use crate::bytes::Bytes;
use crate::photo::PhotoNotice;

/// A wallet trades its activation code for credentials. The same code with the same key gives
/// the same answer again, so a phone that was killed in between just asks once more.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EnrolWallet {
    /// The code, twelve characters.
    pub code: String,
    /// The fingerprint of the root that the link told the wallet to trust.
    pub root: String,
    /// The device's public key, a `COSE_Key`.
    pub device_key: Bytes,
    /// The device key's signature over [`enrol_message`].
    pub proof: Bytes,
}

/// What a wallet gets when it is enrolled.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EnrolledWallet {
    /// The root with the fingerprint that was asked for.
    pub root: Bytes,
    /// The card.
    pub state: WalletState,
}

/// A wallet asks how its card stands.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RefreshWallet {
    /// The device's public key, a `COSE_Key`.
    pub device_key: Bytes,
    /// Now, in Unix seconds; a few minutes from the service's clock at most.
    pub at: i64,
    /// The device key's signature over [`refresh_message`].
    pub proof: Bytes,
}

/// The card, as the issuer has it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct WalletState {
    /// The worker's name.
    pub holder: PersonName,
    /// The card's number.
    pub card_number: CardNumber,
    /// The secret of the typed code, 20 bytes.
    pub typed_code_secret: Bytes,
    /// The employments on the card.
    pub employments: Vec<HeldEmployment>,
    /// What became of a photo that a person had to look at, while that is news.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo_notice: Option<PhotoNotice>,
}

/// One employment on the card.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct HeldEmployment {
    /// Its name at the issuer.
    pub id: EmploymentId,
    /// The credential, a tagged `COSE_Sign1`.
    pub credential: Bytes,
    /// Why it isn't valid; empty when it is.
    pub causes: Vec<Cause>,
    /// What will make it invalid before long unless somebody mends it, and from when.
    #[serde(default)]
    pub warnings: Vec<Cause>,
    /// What changed in its status, newest first.
    #[serde(default)]
    pub history: Vec<StatusChange>,
    /// What inspectors did to it, newest first.
    #[serde(default)]
    pub acts: Vec<ActNotice>,
}

/// A change in how an employment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StatusChange {
    /// Which cause.
    pub reason: Reason,
    /// Whether it came, or went.
    pub set: bool,
    /// When.
    pub at: DateTime<Utc>,
}

/// An inspector's device trades its code for a token.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EnrolInspector {
    /// The code, twelve characters.
    pub code: String,
    /// The fingerprint of the root that the link told the device to trust.
    pub root: String,
}

/// What an inspector's device gets when it is enrolled.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EnrolledInspector {
    /// The root with the fingerprint that was asked for.
    pub root: Bytes,
    /// The bearer token (RFC 6750) for the inspector's tier.
    pub token: String,
    /// The inspector's name.
    pub name: String,
    /// The authority.
    pub authority: String,
}

/// An inspector's device asks for a credential of its own, by which workers know it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AskBadge {
    /// The device's public key, a `COSE_Key`.
    pub device_key: Bytes,
    /// Now, in Unix seconds; a few minutes from the service's clock at most.
    pub at: i64,
    /// The device key's signature over [`badge_message`].
    pub proof: Bytes,
}

/// The credential.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct GivenBadge {
    /// A tagged `COSE_Sign1`, good for a little longer than a key set.
    pub credential: Bytes,
}

/// Anybody has a typed code checked.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CheckTyped {
    /// The card's number, seven digits.
    pub card_number: CardNumber,
    /// The six digits on the worker's screen, or the eight of a pass in Google Wallet.
    pub code: String,
}

/// A wallet asks for a link that saves its card as a pass in Google Wallet.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AskPass {
    /// The device's public key, a `COSE_Key`.
    pub device_key: Bytes,
    /// Now, in Unix seconds; a few minutes from the service's clock at most.
    pub at: i64,
    /// The device key's signature over [`pass_message`].
    pub proof: Bytes,
}

/// The link.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PassLink {
    /// An address of Google's; whoever opens it gets the pass.
    pub link: String,
}

/// What stands behind a code that the service has checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Assurance {
    /// The secret is in the holder's app.
    #[default]
    App,
    /// The secret lies with Google and in every copy of a pass: lower.
    WalletPass,
}

/// What a customer may see of a card whose typed code was right.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CheckedTyped {
    /// Valid when at least one employment is; unconfirmed when a register keeps the best of them
    /// from being valid; else invalid. Never suspended, and never a reason.
    pub verdict: Status,
    /// The card's number.
    pub card_number: CardNumber,
    /// The worker's name.
    pub holder: PersonName,
    /// The photo's digest, by which the service gives it.
    pub photo: Option<String>,
    /// What stands behind the code.
    #[serde(default)]
    pub assurance: Assurance,
    /// The employments that the verdict is about.
    pub employments: Vec<CheckedEmployment>,
}

/// An employment, as it stands on the card.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CheckedEmployment {
    /// The company's name.
    pub company: CompanyName,
    /// The main unit's number.
    pub organisation_number: OrganisationNumber,
    /// The sub-unit's number.
    pub sub_unit: OrganisationNumber,
    /// Which industry.
    pub industry: Industry,
    /// When it ends.
    pub valid_until: DateTime<Utc>,
}

/// What a device signs to be enrolled.
#[must_use]
pub fn enrol_message(code: &ActivationCode, device_key: &[u8]) -> Vec<u8> {
    [b"hmskort enrol 1\0", code.expose().as_bytes(), device_key].concat()
}

/// What a device signs to be told how its card stands.
#[must_use]
pub fn refresh_message(at: i64) -> Vec<u8> {
    [b"hmskort refresh 1\0".as_slice(), &at.to_be_bytes()].concat()
}

/// What a device signs to get a pass.
#[must_use]
pub fn pass_message(at: i64) -> Vec<u8> {
    [b"hmskort pass 1\0".as_slice(), &at.to_be_bytes()].concat()
}

/// What an inspector's device signs to get its credential.
#[must_use]
pub fn badge_message(at: i64) -> Vec<u8> {
    [b"hmskort badge 1\0".as_slice(), &at.to_be_bytes()].concat()
}
