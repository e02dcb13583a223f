//! JSON Web Tokens (RFC 7519) signed with RSA: RS256 (RFC 7518 § 3.3) and nothing else.
//!
//! **Threat.** A token's header is written by whoever sends it. So it names a key and never an
//! algorithm: whatever isn't RS256 is refused (RFC 8725 § 3.1), and claims can be had only after
//! the signature was checked. What time and audience must be is for the caller to ask.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let key = jwt::RsaKey::from_file(&std::fs::read("client.pem")?)?;
//! let token = key.sign(Some("key-1"), &serde_json::json!({ "iss": "client" }))?;
//! let claims: serde_json::Value = jwt::Token::read(&token)?.verify(&key.public_key())?;
//! # Ok(()) }
//! ```

mod key;
mod token;

pub use key::{PublicKey, RsaKey};
pub use token::Token;

/// Longest token that is looked at, in bytes.
pub const MAX_TOKEN: usize = 16 * 1024;

/// A key or a token that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JwtError {
    /// Not an RSA key of 2,048 to 8,192 bits, as PEM (PKCS#8 or PKCS#1) or as a JWK.
    #[error("the key is not an RSA key of 2048 to 8192 bits in PEM or as a JWK")]
    Key,
    /// The operating system gave no random numbers.
    #[error("the operating system gave no random numbers")]
    NoRandomness,
    /// Not a token.
    #[error("the token can't be read")]
    Malformed,
    /// Signed with something else than RS256, or not at all.
    #[error("the token is not signed RS256")]
    Algorithm,
    /// Another key signed it, or it was changed.
    #[error("the token's signature is wrong")]
    Signature,
}
