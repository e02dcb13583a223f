//! The signed envelope, in its standard form and in the short one that codes carry.

use ciborium::Value;
use coset::{
    CborSerializable, CoseSign1, CoseSign1Builder, Header, HeaderBuilder, ProtectedHeader,
    SignatureContext, TaggedCborSerializable, iana, sig_structure_data,
};

use crate::cbor::MalformedCbor;
use crate::claims::Claims;
use crate::cwt::{CwtClaims, MAX_CLAIMS_BYTES};
use crate::inspector::InspectorClaims;
use crate::key::{BadSignature, KeyId, MalformedKey, PublicKey, Signature, Signer, SigningKey};

/// The COSE header parameter `typ` (RFC 9596 § 2).
const TYP_LABEL: i64 = 16;

/// Envelope and signature around the claims, generously.
const MAX_ENVELOPE_BYTES: usize = 160;

/// Bytes that are no credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedCredential {
    /// Longer than any credential.
    #[error("{bytes} bytes are more than a credential has")]
    TooLong {
        /// How many there were.
        bytes: usize,
    },
    /// The CBOR is wrong.
    #[error("the credential can't be read: {0}")]
    Cbor(#[from] MalformedCbor),
    /// The holder's key is wrong.
    #[error("the holder's key can't be read: {0}")]
    Key(#[from] MalformedKey),
    /// Well-formed, but not possible: an organisation number with a wrong check digit, say.
    #[error("the credential has an impossible {0}")]
    Content(&'static str),
    /// A `COSE_Sign1`, but with other headers than a credential's.
    #[error("a signed message, but not a card's credential")]
    OtherType,
}

/// The signature on the credential was not made by the issuer's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the credential's signature is not the issuer's")]
pub struct Forged;

/// A credential as it arrived. Tells nothing but who is *said* to have signed it.
#[derive(Clone, PartialEq, Eq)]
pub struct Unverified<C> {
    key_id: KeyId,
    payload: Vec<u8>,
    signature: Signature,
    claims: C,
}

/// A credential whose signature fits a key that the caller trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<C> {
    key_id: KeyId,
    payload: Vec<u8>,
    signature: Signature,
    claims: C,
}

/// A worker's credential, as it arrived.
pub type UnverifiedCredential = Unverified<Claims>;

/// A worker's credential, of a key that the caller trusts.
pub type VerifiedCredential = Verified<Claims>;

/// An inspector's credential, as it arrived.
pub type UnverifiedInspector = Unverified<InspectorClaims>;

/// An inspector's credential, of a key that the caller trusts.
pub type VerifiedInspector = Verified<InspectorClaims>;

impl Claims {
    /// Signs the claims as issuer. Issuers sign with Ed25519; only *holders* may bring P-256.
    #[must_use]
    pub fn sign(self, key_id: KeyId, issuer: &SigningKey) -> VerifiedCredential {
        sign(self, key_id, issuer)
    }
}

impl InspectorClaims {
    /// Signs the claims as issuer.
    #[must_use]
    pub fn sign(self, key_id: KeyId, issuer: &SigningKey) -> VerifiedInspector {
        sign(self, key_id, issuer)
    }
}

fn sign<C: CwtClaims>(claims: C, key_id: KeyId, issuer: &SigningKey) -> Verified<C> {
    let payload = claims.to_cbor();
    let signature = issuer.sign(&to_be_signed::<C>(key_id, &payload));
    Verified { key_id, payload, signature, claims }
}

impl<C: CwtClaims> Unverified<C> {
    /// From the parts that a code carries. The rest of the envelope is always the same and is
    /// put back here.
    ///
    /// # Errors
    /// [`MalformedCredential`], when the payload is no claims set.
    pub fn from_parts(
        key_id: KeyId,
        payload: &[u8],
        signature: Signature,
    ) -> Result<Self, MalformedCredential> {
        let claims = C::from_cbor(payload)?;
        Ok(Self { key_id, payload: payload.to_vec(), signature, claims })
    }

    /// From a `COSE_Sign1`, with or without its tag 18 (RFC 9052 § 2).
    ///
    /// # Errors
    /// [`MalformedCredential`]; headers other than a credential's are refused.
    pub fn from_cose(bytes: &[u8]) -> Result<Self, MalformedCredential> {
        if bytes.len() > MAX_CLAIMS_BYTES + MAX_ENVELOPE_BYTES {
            return Err(MalformedCredential::TooLong { bytes: bytes.len() });
        }
        crate::cbor::parse(bytes)?;
        let envelope = CoseSign1::from_tagged_slice(bytes)
            .or_else(|_| CoseSign1::from_slice(bytes))
            .map_err(|_| MalformedCbor::WrongShape("COSE_Sign1"))?;
        let key_id = <[u8; KeyId::BYTES]>::try_from(envelope.protected.header.key_id.as_slice())
            .map(KeyId::from)
            .map_err(|_| MalformedCredential::OtherType)?;
        if envelope.protected.header != header::<C>(key_id) || !envelope.unprotected.is_empty() {
            return Err(MalformedCredential::OtherType);
        }
        let payload = envelope.payload.ok_or(MalformedCbor::WrongShape("payload"))?;
        let signature = Signature::try_from(envelope.signature.as_slice())
            .map_err(|_| MalformedCbor::WrongShape("signature"))?;
        Self::from_parts(key_id, &payload, signature)
    }

    /// Which of the issuer's keys to look for.
    #[must_use]
    pub fn key_id(&self) -> KeyId {
        self.key_id
    }

    /// Checks the issuer's signature with `issuer`, a key that the caller trusts.
    ///
    /// # Errors
    /// [`Forged`].
    pub fn verify(self, issuer: &PublicKey) -> Result<Verified<C>, Forged> {
        issuer
            .verify(&to_be_signed::<C>(self.key_id, &self.payload), &self.signature)
            .map_err(|BadSignature| Forged)?;
        let Self { key_id, payload, signature, claims } = self;
        Ok(Verified { key_id, payload, signature, claims })
    }
}

impl<C> std::fmt::Debug for Unverified<C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "UnverifiedCredential(said to be signed by {})", self.key_id)
    }
}

impl<C: CwtClaims> Verified<C> {
    /// What the issuer says.
    #[must_use]
    pub fn claims(&self) -> &C {
        &self.claims
    }

    /// Which of the issuer's keys signed it.
    #[must_use]
    pub fn key_id(&self) -> KeyId {
        self.key_id
    }

    /// The CWT claims set, exactly as signed.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        &self.payload
    }

    /// The issuer's signature.
    #[must_use]
    pub fn signature(&self) -> &Signature {
        &self.signature
    }

    /// The standard form, a tagged `COSE_Sign1` that any COSE library verifies.
    #[must_use]
    pub fn to_cose(&self) -> Vec<u8> {
        CoseSign1Builder::new()
            .protected(header::<C>(self.key_id))
            .payload(self.payload.clone())
            .signature(self.signature.to_vec())
            .build()
            .to_tagged_vec()
            .unwrap_or_default()
    }
}

/// The protected header: always the same but for the key, so that codes needn't carry it.
fn header<C: CwtClaims>(key_id: KeyId) -> Header {
    HeaderBuilder::new()
        .algorithm(iana::Algorithm::EdDSA)
        .key_id(key_id.as_bytes().to_vec())
        .value(TYP_LABEL, Value::from(C::TYPE))
        .build()
}

/// The `Sig_structure` of RFC 9052 § 4.4.
fn to_be_signed<C: CwtClaims>(key_id: KeyId, payload: &[u8]) -> Vec<u8> {
    let header = ProtectedHeader { original_data: None, header: header::<C>(key_id) };
    sig_structure_data(SignatureContext::CoseSign1, header, None, &[], payload)
}
