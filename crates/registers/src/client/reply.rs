//! What came back over HTTP.

use serde::de::DeserializeOwned;

use crate::{Answer, Silence};

/// An answer over HTTP, read to its end.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
}

impl Reply {
    /// Its body as JSON.
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, Silence> {
        serde_json::from_slice(&self.body).map_err(|_| Silence::Malformed)
    }

    /// What its status alone says, which is never that something was found or not.
    pub(super) fn silent<T>(&self) -> Answer<T> {
        match self.status {
            200..=399 => Answer::Silent(Silence::Malformed),
            status => Answer::Silent(Silence::of_status(status)),
        }
    }
}

/// What was parsed, or the silence that came of it.
pub(super) fn answer<T>(parsed: Result<Option<T>, Silence>) -> Answer<T> {
    match parsed {
        Ok(found) => Answer::of(found),
        Err(silence) => Answer::Silent(silence),
    }
}
