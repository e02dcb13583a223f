//! Keys: whose signature counts, and by which algorithm.

use std::fmt;

use ciborium::Value;
use coset::{AsCborValue, CoseKey, CoseKeyBuilder, KeyType, Label, iana};
use iana::EnumI64;
use ring::rand::SecureRandom;
use ring::signature::{self, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use zeroize::Zeroizing;

use crate::cbor::{self, MalformedCbor};

/// Length of a signature in bytes; the same for both algorithms (RFC 8032 § 5.1.6; RFC 9053 § 2.1).
pub const SIGNATURE_BYTES: usize = 64;

/// A signature, Ed25519 (R ‖ S) or ECDSA P-256 (r ‖ s).
pub type Signature = [u8; SIGNATURE_BYTES];

/// A public key, and with it the only algorithm that it verifies.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum PublicKey {
    /// Ed25519, RFC 8032; COSE key type OKP, algorithm EdDSA.
    Ed25519([u8; 32]),
    /// ECDSA on P-256 with SHA-256 (ES256): what phones' secure elements offer. Uncompressed
    /// SEC 1 point (0x04 ‖ x ‖ y).
    P256([u8; 65]),
}

/// A signature that the key did not make over this message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not fit the key and the message")]
pub struct BadSignature;

/// A key that can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedKey {
    /// Not a `COSE_Key` (RFC 9052 § 7).
    #[error("not a COSE_Key: {0}")]
    Cbor(#[from] MalformedCbor),
    /// A key of a type or curve that the scheme does not use.
    #[error("a key of another kind than Ed25519 or P-256")]
    OtherKind,
    /// A private key of the wrong length.
    #[error("a private key has 32 bytes, this has {0}")]
    Length(usize),
}

/// The operating system gave no random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random numbers")]
pub struct NoRandomness;

impl PublicKey {
    /// Checks `signature` over `message`.
    ///
    /// # Errors
    /// [`BadSignature`]; the cause is not told apart, on purpose.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), BadSignature> {
        let (algorithm, point): (&dyn signature::VerificationAlgorithm, &[u8]) = match self {
            Self::Ed25519(point) => (&signature::ED25519, point),
            Self::P256(point) => (&signature::ECDSA_P256_SHA256_FIXED, point),
        };
        UnparsedPublicKey::new(algorithm, point)
            .verify(message, signature)
            .map_err(|_| BadSignature)
    }

    /// As a `COSE_Key` map (RFC 9053 § 7), as it stands in `cnf` and in the key set.
    #[must_use]
    pub fn to_cbor(&self) -> Value {
        let key = match self {
            Self::Ed25519(point) => CoseKeyBuilder::new_okp_key()
                .param(
                    iana::OkpKeyParameter::Crv.to_i64(),
                    Value::from(iana::EllipticCurve::Ed25519.to_i64()),
                )
                .param(iana::OkpKeyParameter::X.to_i64(), Value::Bytes(point.to_vec()))
                .build(),
            Self::P256(point) => {
                let (x, y) = point.split_at(1).1.split_at(32);
                CoseKeyBuilder::new_ec2_pub_key(iana::EllipticCurve::P_256, x.to_vec(), y.to_vec())
                    .build()
            }
        };
        key.to_cbor_value().unwrap_or(Value::Null)
    }

    /// Reads a `COSE_Key` map. Parameters other than type, curve and point are ignored: none of
    /// them may change what the key is used for here.
    ///
    /// # Errors
    /// [`MalformedKey`], when it is none or of another kind. Whether a P-256 point lies on its
    /// curve shows at the first [`verify`](Self::verify).
    pub fn from_cbor(value: Value) -> Result<Self, MalformedKey> {
        let key =
            CoseKey::from_cbor_value(value).map_err(|_| MalformedCbor::WrongShape("COSE_Key"))?;
        let param = |label: i64| {
            let wanted = Label::Int(label);
            key.params.iter().find(|(l, _)| *l == wanted).map(|(_, v)| v).unwrap_or(&Value::Null)
        };
        let curve: i64 = cbor::integer(param(iana::OkpKeyParameter::Crv.to_i64()), "curve")?;
        let okp = KeyType::Assigned(iana::KeyType::OKP);
        let ec2 = KeyType::Assigned(iana::KeyType::EC2);
        if key.kty == okp && curve == iana::EllipticCurve::Ed25519.to_i64() {
            let x = cbor::bytes(param(iana::OkpKeyParameter::X.to_i64()), "x coordinate")?;
            Ok(Self::Ed25519(x))
        } else if key.kty == ec2 && curve == iana::EllipticCurve::P_256.to_i64() {
            let x: [u8; 32] =
                cbor::bytes(param(iana::Ec2KeyParameter::X.to_i64()), "x coordinate")?;
            let y: [u8; 32] =
                cbor::bytes(param(iana::Ec2KeyParameter::Y.to_i64()), "y coordinate")?;
            Ok(Self::P256(sec1(&x, &y)))
        } else {
            Err(MalformedKey::OtherKind)
        }
    }

    /// As the bytes of a `COSE_Key`.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        // Writing to a vector can't fail, and an empty key verifies nothing.
        let _ = ciborium::into_writer(&self.to_cbor(), &mut bytes);
        bytes
    }

    /// Reads the bytes of a `COSE_Key`.
    ///
    /// # Errors
    /// [`MalformedKey`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, MalformedKey> {
        Self::from_cbor(cbor::parse(bytes)?)
    }
}

fn sec1(x: &[u8; 32], y: &[u8; 32]) -> [u8; 65] {
    let mut point = [4; 65];
    for (to, from) in point.iter_mut().skip(1).zip(x.iter().chain(y)) {
        *to = *from;
    }
    point
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Self::Ed25519(_) => "Ed25519",
            Self::P256(_) => "P256",
        };
        write!(f, "{kind}({})", KeyId::of(self))
    }
}

/// A short name for a key: the first two bytes of SHA-256 over its `COSE_Key`.
///
/// It only helps to find the key; a collision within a key set is refused when the set is read,
/// and one made on purpose gains nothing, since the signature is checked with the key found.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId([u8; Self::BYTES]);

impl KeyId {
    /// Length in bytes; short, since it is in every code.
    pub const BYTES: usize = 2;

    /// The name of a key.
    #[must_use]
    pub fn of(key: &PublicKey) -> Self {
        let digest = ring::digest::digest(&ring::digest::SHA256, &key.to_bytes());
        let mut bytes = digest.as_ref().iter().copied();
        Self([bytes.next().unwrap_or_default(), bytes.next().unwrap_or_default()])
    }

    /// The name's bytes, the COSE `kid`.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }
}

impl From<[u8; Self::BYTES]> for KeyId {
    fn from(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyId({self})")
    }
}

/// Something that holds a private key and signs with it: a [`SigningKey`], or a phone's secure
/// element.
pub trait Signer {
    /// The key that verifies what [`sign`](Self::sign) makes.
    fn public_key(&self) -> PublicKey;

    /// Signs `message`.
    fn sign(&self, message: &[u8]) -> Signature;
}

/// An Ed25519 private key in memory. Zeroized when dropped; never printed.
pub struct SigningKey {
    seed: Zeroizing<[u8; 32]>,
    pair: Ed25519KeyPair,
}

impl SigningKey {
    /// A new key from the operating system's randomness.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn generate() -> Result<Self, NoRandomness> {
        let mut seed = Zeroizing::new([0; 32]);
        ring::rand::SystemRandom::new().fill(seed.as_mut()).map_err(|_| NoRandomness)?;
        Self::from_seed(seed.as_ref()).map_err(|_| NoRandomness)
    }

    /// The key of a 32-byte seed (RFC 8032 § 5.1.5).
    ///
    /// # Errors
    /// [`MalformedKey::Length`].
    pub fn from_seed(seed: &[u8]) -> Result<Self, MalformedKey> {
        let bytes = <[u8; 32]>::try_from(seed).map_err(|_| MalformedKey::Length(seed.len()))?;
        let pair = Ed25519KeyPair::from_seed_unchecked(seed)
            .map_err(|_| MalformedKey::Length(seed.len()))?;
        Ok(Self { seed: Zeroizing::new(bytes), pair })
    }

    /// The seed, to put into an encrypted store and nowhere else.
    #[must_use]
    pub fn expose_seed(&self) -> &Zeroizing<[u8; 32]> {
        &self.seed
    }
}

impl Signer for SigningKey {
    fn public_key(&self) -> PublicKey {
        let mut point = [0; 32];
        for (to, from) in point.iter_mut().zip(self.pair.public_key().as_ref()) {
            *to = *from;
        }
        PublicKey::Ed25519(point)
    }

    fn sign(&self, message: &[u8]) -> Signature {
        let mut bytes = [0; SIGNATURE_BYTES];
        for (to, from) in bytes.iter_mut().zip(self.pair.sign(message).as_ref()) {
            *to = *from;
        }
        bytes
    }
}

impl SigningKey {
    /// The key that verifies what this one signs.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        Signer::public_key(self)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey(…, public {:?})", self.public_key())
    }
}
