//! Known-answer vectors: one file each, named by its fault, with the answer that it must get.
//!
//! They are for implementations in other languages, and for ours: `tests/replay.rs` gives each
//! file to our parsers and expects the answer that stands in it; and makes them all anew, so that
//! a changed byte of a format can't go unnoticed. `cargo run -p vectors` writes them.
//!
//! Bytes are hexadecimal, times RFC 3339. The keys are public and protect nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod codes;
mod credentials;
mod key_sets;
mod photo_frames;

use std::collections::BTreeMap;
use std::path::PathBuf;

use data_encoding::HEXLOWER;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use codes::Code;
pub use credentials::Credential;
pub use key_sets::{Files, KeySetOffer};
pub use photo_frames::PhotoFrames;

/// Vectors of one kind, by name.
pub type Vectors<T> = BTreeMap<&'static str, T>;

/// One kind of vectors: which folder, how they are made, and how ours answers.
pub trait Vector: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug {
    /// The folder.
    const FOLDER: &'static str;

    /// All of them.
    fn all() -> Vectors<Self>;

    /// The answer that stands in it.
    fn expected(&self) -> &Answer;

    /// The answer of this implementation.
    fn answer(&self) -> Answer;
}

/// What a vector must lead to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The word for it.
    pub is: String,
    /// Why, in the order of their weight.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<String>,
}

impl Answer {
    fn plain(is: &str) -> Self {
        Self { is: is.into(), because: Vec::new() }
    }

    fn because(is: &str, why: &[&str]) -> Self {
        Self { is: is.into(), because: why.iter().map(|&why| why.into()).collect() }
    }
}

/// The folder of one kind.
#[must_use]
pub fn folder<T: Vector>() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(T::FOLDER)
}

/// Bytes, in JSON as hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hex(pub Vec<u8>);

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&HEXLOWER.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        HEXLOWER.decode(text.as_bytes()).map(Self).map_err(serde::de::Error::custom)
    }
}

/// A change to some bytes.
fn changed(bytes: &[u8], change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    change(&mut bytes);
    bytes
}
