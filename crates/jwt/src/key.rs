//! RSA keys, in the two shapes that people are given them.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::rsa::{KeyPair, KeyPairComponents, PublicKeyComponents};
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject;
use serde::{Deserialize, Serialize};

use crate::JwtError;

/// A private key. Its `Debug` hides it.
pub struct RsaKey(KeyPair);

impl RsaKey {
    /// The key in a file: PEM (PKCS#8 or PKCS#1), or a private JWK (RFC 7518 § 6.3.2).
    ///
    /// # Errors
    /// [`JwtError::Key`].
    pub fn from_file(bytes: &[u8]) -> Result<Self, JwtError> {
        if bytes.trim_ascii_start().starts_with(b"{") {
            return Self::from_jwk(bytes);
        }
        let pair = match PrivateKeyDer::from_pem_slice(bytes) {
            Ok(PrivateKeyDer::Pkcs8(der)) => KeyPair::from_pkcs8(der.secret_pkcs8_der()),
            Ok(PrivateKeyDer::Pkcs1(der)) => KeyPair::from_der(der.secret_pkcs1_der()),
            _ => return Err(JwtError::Key),
        };
        pair.map(Self).map_err(|_| JwtError::Key)
    }

    fn from_jwk(json: &[u8]) -> Result<Self, JwtError> {
        let jwk: PrivateJwk = serde_json::from_slice(json).map_err(|_| JwtError::Key)?;
        let part = |text: &str| number(text);
        let components = KeyPairComponents {
            public_key: PublicKeyComponents { n: part(&jwk.n)?, e: part(&jwk.e)? },
            d: part(&jwk.d)?,
            p: part(&jwk.p)?,
            q: part(&jwk.q)?,
            dP: part(&jwk.dp)?,
            dQ: part(&jwk.dq)?,
            qInv: part(&jwk.qi)?,
        };
        KeyPair::from_components(&components).map(Self).map_err(|_| JwtError::Key)
    }

    /// Claims as a signed token. `key_id` tells the other side which of its keys to check with.
    ///
    /// # Errors
    /// [`JwtError::NoRandomness`]; claims that are no JSON object.
    pub fn sign(&self, key_id: Option<&str>, claims: &impl Serialize) -> Result<String, JwtError> {
        let header = Header { alg: "RS256", typ: "JWT", kid: key_id };
        let signed = format!("{}.{}", part(&header)?, part(claims)?);
        let mut signature = vec![0; self.0.public().modulus_len()];
        self.0
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature)
            .map_err(|_| JwtError::NoRandomness)?;
        Ok(format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature)))
    }

    /// The public half.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        let public = PublicKeyComponents::<Vec<u8>>::from(self.0.public());
        PublicKey { n: public.n, e: public.e }
    }
}

impl fmt::Debug for RsaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RsaKey(…)")
    }
}

#[derive(Serialize)]
struct Header<'h> {
    alg: &'static str,
    typ: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kid: Option<&'h str>,
}

#[derive(Deserialize)]
struct PrivateJwk {
    n: String,
    e: String,
    d: String,
    p: String,
    q: String,
    dp: String,
    dq: String,
    qi: String,
}

fn part(value: &impl Serialize) -> Result<String, JwtError> {
    let json = serde_json::to_vec(value).map_err(|_| JwtError::Malformed)?;
    Ok(BASE64URL_NOPAD.encode(&json))
}

/// A number without the zeros before it, which `ring` refuses and some tools write.
fn number(text: &str) -> Result<Vec<u8>, JwtError> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| JwtError::Key)?;
    Ok(bytes.into_iter().skip_while(|byte| *byte == 0).collect())
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    n: Vec<u8>,
    e: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct PublicJwk {
    kty: String,
    n: String,
    e: String,
}

impl PublicKey {
    /// The key in a public JWK (RFC 7518 § 6.3.1).
    ///
    /// # Errors
    /// [`JwtError::Key`].
    pub fn from_jwk(json: &[u8]) -> Result<Self, JwtError> {
        let jwk: PublicJwk = serde_json::from_slice(json).map_err(|_| JwtError::Key)?;
        if jwk.kty != "RSA" {
            return Err(JwtError::Key);
        }
        Ok(Self { n: number(&jwk.n)?, e: number(&jwk.e)? })
    }

    /// As a public JWK.
    #[must_use]
    pub fn to_jwk(&self) -> impl Serialize + use<> {
        let text = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
        PublicJwk { kty: "RSA".to_owned(), n: text(&self.n), e: text(&self.e) }
    }

    pub(crate) fn verify(&self, signed: &[u8], signature: &[u8]) -> Result<(), JwtError> {
        PublicKeyComponents { n: &self.n, e: &self.e }
            .verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature)
            .map_err(|_| JwtError::Signature)
    }
}
