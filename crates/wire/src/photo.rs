//! A photo that is handed in, and what becomes of it.

use card::{CardNumber, PhotoFault};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What became of a photo that was handed in and not refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum HandedInPhoto {
    /// It is on the card.
    Accepted {
        /// The digest, by which the service gives it.
        digest: String,
    },
    /// A person has to look at it.
    Waiting {
        /// Its number.
        photo: i64,
        /// What the machine isn't sure of.
        doubts: Vec<PhotoFault>,
    },
}

/// A photo that waits for a person, or waited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WaitingPhoto {
    /// Its number.
    pub photo: i64,
    /// The card.
    pub card_number: CardNumber,
    /// What the machine isn't sure of.
    pub doubts: Vec<PhotoFault>,
    /// When it was handed in.
    pub at: DateTime<Utc>,
    /// Whether it still waits.
    pub waits: bool,
    /// Why a person rejected it.
    #[serde(default)]
    pub rejected: Option<PhotoFault>,
}

/// How a photo stands that a person has to look at; told to the worker and to the employers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PhotoNotice {
    /// Nobody has looked at it yet.
    Waiting {
        /// When it was handed in.
        since: DateTime<Utc>,
    },
    /// A person has rejected it; another one has to be handed in.
    Rejected {
        /// Why.
        reason: PhotoFault,
        /// When.
        at: DateTime<Utc>,
    },
}

/// Says why a photo is rejected.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
pub struct RejectPhoto {
    /// Why.
    pub reason: PhotoFault,
}
