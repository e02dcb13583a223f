//! Signed envelopes: `COSE_Sign1` for one signer, `COSE_Sign` (RFC 9052 § 4.1) for several.

use ciborium::Value;
use coset::{
    CoseSign, CoseSign1, CoseSign1Builder, CoseSignBuilder, CoseSignatureBuilder, Header,
    HeaderBuilder, TaggedCborSerializable, iana,
};
use credential::{BadSignature, KeyId, PublicKey, Signer, SigningKey};
use serde::de::DeserializeOwned;

use crate::file::FileName;
use crate::rejected::Rejected;

/// Nesting that none of our formats reaches.
const MAX_DEPTH: usize = 16;

/// The COSE header parameter `typ` (RFC 9596 § 2).
const TYP_LABEL: i64 = 16;

/// `typ` of a status list: draft-ietf-oauth-status-list § 5.2.
pub(crate) const STATUS_LIST_TYPE: &str = "application/statuslist+cwt";

/// `typ` values keep the kinds of file apart, so that none passes for another.
pub(crate) fn type_of(file: FileName) -> &'static str {
    match file {
        FileName::Root(_) => "application/hmskort-root+cbor",
        FileName::Head => "application/hmskort-head+cbor",
        FileName::Status(_) => STATUS_LIST_TYPE,
        FileName::Reasons(_) => "application/hmskort-reasons+cbor",
        FileName::Approved(_) => "application/hmskort-approved+cbor",
        FileName::Index(_) | FileName::IndexPart { .. } => "application/hmskort-index+cbor",
        FileName::Pack(_) | FileName::PackPart { .. } => "application/hmskort-pack+cbor",
    }
}

fn header(typ: &str, key: Option<&SigningKey>) -> Header {
    let mut header = HeaderBuilder::new().value(TYP_LABEL, Value::from(typ));
    if let Some(key) = key {
        header = header
            .algorithm(iana::Algorithm::EdDSA)
            .key_id(KeyId::of(&key.public_key()).as_bytes().to_vec());
    }
    header.build()
}

/// One signer.
pub(crate) fn seal(file: FileName, payload: Vec<u8>, key: &SigningKey) -> Vec<u8> {
    CoseSign1Builder::new()
        .protected(header(type_of(file), Some(key)))
        .payload(payload)
        .create_signature(&[], |message| Signer::sign(key, message).to_vec())
        .build()
        .to_tagged_vec()
        .unwrap_or_default()
}

/// Opens what one of `keys` has signed, and gives the payload.
pub(crate) fn open(file: FileName, bytes: &[u8], keys: &[PublicKey]) -> Result<Vec<u8>, Rejected> {
    let envelope =
        CoseSign1::from_tagged_slice(bytes).map_err(|_| malformed(file, "signed envelope"))?;
    check_type(file, &envelope.protected.header)?;
    let key_id = envelope.protected.header.key_id.clone();
    let signed = keys
        .iter()
        .filter(|key| KeyId::of(key).as_bytes().as_slice() == key_id)
        .any(|key| envelope.verify_signature(&[], |sig, msg| key.verify(msg, sig)).is_ok());
    if !signed {
        return Err(Rejected::BadSignature { file });
    }
    envelope.payload.ok_or_else(|| malformed(file, "payload"))
}

/// Several signers.
pub(crate) fn seal_many(file: FileName, payload: Vec<u8>, keys: &[&SigningKey]) -> Vec<u8> {
    let mut builder =
        CoseSignBuilder::new().protected(header(type_of(file), None)).payload(payload);
    for key in keys {
        let signature =
            CoseSignatureBuilder::new().protected(header(type_of(file), Some(key))).build();
        builder = builder
            .add_created_signature(signature, &[], |message| Signer::sign(*key, message).to_vec());
    }
    builder.build().to_tagged_vec().unwrap_or_default()
}

/// Adds a signature to a message; those that it has stay.
pub(crate) fn seal_too(
    file: FileName,
    bytes: &[u8],
    key: &SigningKey,
) -> Result<Vec<u8>, Rejected> {
    let ManySigned(mut envelope) = ManySigned::parse(file, bytes)?;
    let protected = header(type_of(file), Some(key));
    let mut signature = CoseSignatureBuilder::new().protected(protected).build();
    signature.signature = Signer::sign(key, &envelope.tbs_data(&[], &signature)).to_vec();
    envelope.signatures.push(signature);
    envelope.to_tagged_vec().map_err(|_| malformed(file, "signed envelope"))
}

/// A message with several signatures, not yet checked.
pub(crate) struct ManySigned(CoseSign);

impl ManySigned {
    pub(crate) fn parse(file: FileName, bytes: &[u8]) -> Result<Self, Rejected> {
        let envelope =
            CoseSign::from_tagged_slice(bytes).map_err(|_| malformed(file, "signed envelope"))?;
        check_type(file, &envelope.protected.header)?;
        Ok(Self(envelope))
    }

    /// How many *different* keys among `keys` have signed.
    pub(crate) fn signers(&self, keys: &[PublicKey]) -> usize {
        let signed_by = |key: &PublicKey| {
            (0..self.0.signatures.len()).any(|which| {
                self.0
                    .verify_signature(which, &[], |sig, msg| -> Result<(), BadSignature> {
                        key.verify(msg, sig)
                    })
                    .is_ok()
            })
        };
        keys.iter().filter(|key| signed_by(key)).count()
    }

    pub(crate) fn payload(&self, file: FileName) -> Result<&[u8], Rejected> {
        self.0.payload.as_deref().ok_or_else(|| malformed(file, "payload"))
    }
}

fn check_type(file: FileName, header: &Header) -> Result<(), Rejected> {
    let typ = Value::from(type_of(file));
    let ours = header
        .rest
        .iter()
        .any(|(label, value)| *label == coset::Label::Int(TYP_LABEL) && *value == typ);
    if ours { Ok(()) } else { Err(malformed(file, "type")) }
}

pub(crate) fn malformed(file: FileName, what: &'static str) -> Rejected {
    Rejected::Malformed { file, what }
}

/// Reads one CBOR item of a known shape.
pub(crate) fn decode<T: DeserializeOwned>(
    file: FileName,
    bytes: &[u8],
    what: &'static str,
) -> Result<T, Rejected> {
    let mut rest = bytes;
    let item = ciborium::de::from_reader_with_recursion_limit(&mut rest, MAX_DEPTH)
        .map_err(|_| malformed(file, what))?;
    if rest.is_empty() { Ok(item) } else { Err(malformed(file, "end")) }
}

/// Writes one CBOR item. Writing our own types to memory can't fail.
pub(crate) fn encode(item: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = ciborium::into_writer(item, &mut bytes);
    bytes
}

/// Refuses a file longer than its kind may be.
pub(crate) fn check_length(file: FileName, bytes: &[u8]) -> Result<(), Rejected> {
    let length = bytes.len() as u64;
    if length > file.limit() {
        return Err(Rejected::TooLong { file, bytes: length, limit: file.limit() });
    }
    Ok(())
}

/// SHA-256.
pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    for (to, from) in
        out.iter_mut().zip(ring::digest::digest(&ring::digest::SHA256, bytes).as_ref())
    {
        *to = *from;
    }
    out
}
