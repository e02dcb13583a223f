//! What can go wrong in a wallet. No variant holds personal data.

use chrono::{DateTime, Utc};
use store::StoreError;
use transport::TransportError;
use wire::MalformedActivation;

/// The wallet could not do it. Nothing stored is lost.
#[derive(Debug, thiserror::Error)]
pub enum WalletError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The service.
    #[error(transparent)]
    Service(#[from] TransportError),
    /// Not an activation link.
    #[error(transparent)]
    Activation(#[from] MalformedActivation),
    /// A link for an inspector's device.
    #[error("this link is for an inspector's device, not for a worker's phone")]
    OtherRole,
    /// No card on this device yet.
    #[error("there is no card on this device yet; enter the activation code from the office")]
    NotEnrolled,
    /// The PIN is asked for.
    #[error("the card is locked; enter the PIN")]
    Locked,
    /// Another PIN.
    #[error("that is not the PIN; {left} tries are left")]
    PinWrong {
        /// Tries left.
        left: u32,
    },
    /// Too many wrong PINs in a row for now.
    #[error("too many wrong PINs; wait until {until}")]
    PinWait {
        /// When the next try is taken.
        until: DateTime<Utc>,
    },
    /// Too many wrong PINs in a row.
    #[error("too many wrong PINs; remove the card from this device and ask for a new activation")]
    PinSpent,
    /// There is a card on this device.
    #[error("there is a card on this device already")]
    AlreadyEnrolled,
    /// The service's root is not the one that the link names, or its answer is not signed by it.
    #[error("the service is not the one that the activation link names; ask the office")]
    NotTrusted,
    /// No such employment on the card.
    #[error("there is no such employment on this card")]
    NoSuchEmployment,
    /// What was scanned is no inspector's code that can be trusted.
    #[error(transparent)]
    Inspector(#[from] verifier::BadgeFault),
    /// The receipt is of another card's code, or of one from before this phone had the card.
    #[error("this receipt is not of a check of your card")]
    ReceiptOfAnother,
    /// What is stored can't be read.
    #[error("what is stored on this device can't be read: {0}")]
    Damaged(&'static str),
    /// The operating system gave no random numbers.
    #[error("the operating system gave no random numbers")]
    NoRandomness,
}
