//! A token whose signature nobody has checked yet.

use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::{JwtError, MAX_TOKEN, PublicKey};

/// A token that somebody sent. Its claims can be had by [`verify`](Self::verify) only.
#[derive(Debug)]
pub struct Token<'t> {
    key_id: Option<String>,
    signed: &'t str,
    claims: &'t str,
    signature: Vec<u8>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
}

impl<'t> Token<'t> {
    /// Takes a token apart.
    ///
    /// # Errors
    /// [`JwtError::Malformed`], [`JwtError::Algorithm`].
    pub fn read(text: &'t str) -> Result<Self, JwtError> {
        if text.len() > MAX_TOKEN {
            return Err(JwtError::Malformed);
        }
        let (signed, signature) = text.rsplit_once('.').ok_or(JwtError::Malformed)?;
        let (header, claims) = signed.split_once('.').ok_or(JwtError::Malformed)?;
        let header: Header = json(header)?;
        if header.alg != "RS256" {
            return Err(JwtError::Algorithm);
        }
        Ok(Self { key_id: header.kid, signed, claims, signature: bytes(signature)? })
    }

    /// Which key it says it is signed with.
    #[must_use]
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    /// Its claims, if this key signed them.
    ///
    /// # Errors
    /// [`JwtError::Signature`]; [`JwtError::Malformed`] for claims of another shape.
    pub fn verify<T: DeserializeOwned>(&self, key: &PublicKey) -> Result<T, JwtError> {
        key.verify(self.signed.as_bytes(), &self.signature)?;
        json(self.claims)
    }
}

fn bytes(part: &str) -> Result<Vec<u8>, JwtError> {
    BASE64URL_NOPAD.decode(part.as_bytes()).map_err(|_| JwtError::Malformed)
}

fn json<T: DeserializeOwned>(part: &str) -> Result<T, JwtError> {
    serde_json::from_slice(&bytes(part)?).map_err(|_| JwtError::Malformed)
}
