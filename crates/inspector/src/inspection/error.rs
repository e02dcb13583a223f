//! What can go wrong with an inspection. Nothing of one is ever lost by it.

use card::MalformedText;
use store::StoreError;

use crate::InspectorError;

/// It could not be done; what is kept is as it was.
#[derive(Debug, thiserror::Error)]
pub enum InspectionError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is none to put anything into.
    #[error("no inspection is open; begin one, or go on with one that is paused")]
    NoneOpen,
    /// One at a time.
    #[error("another inspection is open; pause it or end it first")]
    AnotherOpen,
    /// Not on this device.
    #[error("there is no such inspection on this device")]
    Unknown,
    /// Not in the inspection.
    #[error("there is no such entry in the inspection")]
    NoEntry,
    /// What has been sent stays as it was sent.
    #[error("the report of this inspection has been sent; it can't be changed any more")]
    Sent,
    /// The limits of [`inspection`].
    #[error("the inspection is full: 2000 people and 50 pictures are the most; begin another one")]
    Full,
    /// The device may not show what it knows.
    #[error(
        "inspections are locked: this device has had no contact for too long, or its clock is behind. Set the clock, and sync; nothing is lost"
    )]
    Locked,
    /// A note, name or place that can't be one.
    #[error(transparent)]
    Text(#[from] MalformedText),
    /// What is stored is damaged.
    #[error("an inspection in this device's store can't be read")]
    Unreadable,
    /// The operating system gave no random numbers.
    #[error("the operating system gave no random numbers")]
    NoRandomness,
    /// The device: a picture that is none, the index.
    #[error(transparent)]
    Device(Box<InspectorError>),
}

impl InspectionError {
    /// A stable name, in snake case; `None` for what has a name elsewhere.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Self::NoneOpen => Some("inspection_none_open"),
            Self::AnotherOpen => Some("inspection_another_open"),
            Self::Unknown => Some("inspection_unknown"),
            Self::NoEntry => Some("inspection_no_entry"),
            Self::Sent => Some("inspection_sent"),
            Self::Full => Some("inspection_full"),
            Self::Locked => Some("inspection_locked"),
            Self::Text(_) => Some("inspection_text"),
            Self::Unreadable => Some("store_damaged"),
            Self::NoRandomness => Some("internal"),
            Self::Store(_) | Self::Device(_) => None,
        }
    }
}

impl From<rusqlite::Error> for InspectionError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<InspectorError> for InspectionError {
    fn from(error: InspectorError) -> Self {
        match error {
            InspectorError::Inspection(error) => error,
            other => Self::Device(Box::new(other)),
        }
    }
}
