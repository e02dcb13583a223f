//! What can go wrong on an inspector's device. No variant holds personal data.

use key_set::Rejected;
use store::StoreError;
use transport::TransportError;
use wire::{MalformedActivation, UnfitAct};

use crate::inspection::InspectionError;

/// The device could not do it. Nothing stored is lost.
#[derive(Debug, thiserror::Error)]
pub enum InspectorError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The service.
    #[error(transparent)]
    Service(#[from] TransportError),
    /// A typed code, and no contact with the service.
    #[error("a typed code can only be checked with network: {0}")]
    NeedsNetwork(TransportError),
    /// Not an enrolment link.
    #[error(transparent)]
    Enrolment(#[from] MalformedActivation),
    /// A link for a worker's phone.
    #[error("this link is for a worker's phone, not for an inspector's device")]
    OtherRole,
    /// This device isn't enrolled.
    #[error("this device is not enrolled yet; enter the enrolment link from the office")]
    NotEnrolled,
    /// It is already.
    #[error("this device is enrolled already")]
    AlreadyEnrolled,
    /// The service's root is not the one that the link names.
    #[error("the service is not the one that the enrolment link names; ask the office")]
    NotTrusted,
    /// The office has revoked it.
    #[error(
        "the office has revoked this device, and what it knew is deleted; ask the office for a new link"
    )]
    Revoked,
    /// There is no index yet.
    #[error("this device has no index yet; sync it with network until the index is whole")]
    NoIndex,
    /// The index may not be looked into now.
    #[error(
        "the index is locked: this device has had no contact for too long, or its clock is behind. Set the clock, and sync"
    )]
    Locked,
    /// A part of the index can't be used.
    #[error("the index on offer can't be read: {0}. What this device has stays in use")]
    Index(&'static str),
    /// A part of the pack of small photos can't be used.
    #[error("the small pictures on offer were refused: {0}. What this device has stays in use")]
    Pack(#[source] Rejected),
    /// A sync offered something that must not be taken; the old key set stays.
    #[error("the key set on offer was refused: {0}. What this device has stays in use")]
    KeySet(#[from] Rejected),
    /// No credential of its own yet, so no badge and no receipts.
    #[error("this device has no code of its own yet; sync it with network")]
    NoBadge,
    /// The inspector's authority may not do this.
    #[error("inspectors of this authority may not do this to a card")]
    ActNotAllowed,
    /// Parts of an act that don't fit together.
    #[error(transparent)]
    UnfitAct(#[from] UnfitAct),
    /// The same is decided already.
    #[error("this is decided already and waits to be sent")]
    ActWaiting,
    /// It can't be taken back any more.
    #[error("there is no such act here that has not been sent; ask the office to undo it")]
    ActSent,
    /// What is stored of an act is damaged.
    #[error("an act in this device's store can't be read")]
    ActUnreadable,
    /// An inspection.
    #[error(transparent)]
    Inspection(InspectionError),
    /// The operating system gave no random numbers.
    #[error("the operating system gave no random numbers")]
    NoRandomness,
    /// The picture has no code in it.
    #[error("no code was found in the picture; take it closer, straighter, with more light")]
    NoCode,
    /// More than one.
    #[error(transparent)]
    SeveralCodes(#[from] ::scan::SeveralCodes),
    /// Not a picture that can be read.
    #[error("the picture can't be read; PNG, JPEG and WebP are known")]
    Picture,
    /// A picture of too many pixels or bytes.
    #[error("the picture is too large; 64 megapixels and 32 MB are the most")]
    PictureTooLarge,
}
