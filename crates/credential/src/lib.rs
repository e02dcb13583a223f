//! The credential: what the issuer says of one worker at one employer, signed.
//!
//! A credential is a CWT (RFC 8392) in a `COSE_Sign1` (RFC 9052 § 4.2), bound to the key of the
//! holder's device by `cnf` (RFC 8747 § 3.1). Any COSE library can read and verify it.
//!
//! **Threat.** Everything that arrives here was read off a stranger's screen. So an
//! [`UnverifiedCredential`] shows nothing but which key is said to have signed it; the claims can
//! be read from a [`VerifiedCredential`] only, and the one way to get there is
//! [`UnverifiedCredential::verify`] with a key that the *verifier* trusts. The algorithm follows
//! from that key, never from a header that an attacker writes.
//!
//! ```
//! use credential::{Claims, KeyId, SigningKey, UnverifiedCredential};
//! # fn claims(holder: credential::PublicKey) -> Claims {
//! #     use chrono::{TimeZone, Utc};
//! #     Claims {
//! #         holder,
//! #         validity: card::Validity::new(
//! #             Utc.timestamp_opt(1_790_000_000, 0).unwrap(),
//! #             Utc.timestamp_opt(1_850_000_000, 0).unwrap(),
//! #         )
//! #         .unwrap(),
//! #         card_number: "0123456".parse().unwrap(),
//! #         name: "Ola Nordmann".parse().unwrap(),
//! #         company: "Rent Hus AS".parse().unwrap(),
//! #         organisation_number: "974760673".parse().unwrap(),
//! #         sub_unit: "974760673".parse().unwrap(),
//! #         industry: card::Industry::Cleaning,
//! #         status_index: 7,
//! #         photo: None,
//! #     }
//! # }
//! let issuer = SigningKey::generate().unwrap();
//! let phone = SigningKey::generate().unwrap();
//! let signed = claims(phone.public_key()).sign(KeyId::of(&issuer.public_key()), &issuer);
//!
//! let received = UnverifiedCredential::from_cose(&signed.to_cose()).unwrap();
//! let verified = received.verify(&issuer.public_key()).unwrap();
//! assert_eq!(verified.claims().name.as_str(), "Ola Nordmann");
//! ```

mod cbor;
mod claims;
mod cose;
mod cwt;
mod inspector;
mod key;
mod photo;

pub use cbor::MalformedCbor;
pub use claims::Claims;
pub use cose::{
    Forged, MalformedCredential, Unverified, UnverifiedCredential, UnverifiedInspector, Verified,
    VerifiedCredential, VerifiedInspector,
};
pub use cwt::{CwtClaims, MAX_CLAIMS_BYTES};
pub use inspector::InspectorClaims;
pub use key::{
    BadSignature, KeyId, MalformedKey, NoRandomness, PublicKey, SIGNATURE_BYTES, Signature, Signer,
    SigningKey,
};
pub use photo::PhotoDigest;
