//! Credentials as files: tagged `COSE_Sign1`.

use credential::{
    Claims, KeyId, MalformedCredential, PhotoDigest, PublicKey, UnverifiedCredential,
};
use serde::{Deserialize, Serialize};
use test_support::{Phone, key};

use crate::{Answer, Hex, Vector, Vectors, changed};

/// A credential and the key that is said to have signed it. The answer is `verified`, `forged` or
/// `malformed`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// What is special.
    pub about: String,
    /// The bytes.
    pub credential: Hex,
    /// The issuer's key, a `COSE_Key`.
    pub issuer_key: Hex,
    /// The answer.
    pub expected: Answer,
}

fn signed(claims: Claims) -> Vec<u8> {
    let issuer = key("issuer");
    claims.sign(KeyId::of(&issuer.public_key()), &issuer).to_cose()
}

fn vector(about: &str, credential: Vec<u8>, expected: &str) -> Credential {
    Credential {
        about: about.into(),
        credential: Hex(credential),
        issuer_key: Hex(key("issuer").public_key().to_bytes()),
        expected: Answer::plain(expected),
    }
}

impl Vector for Credential {
    const FOLDER: &'static str = "credentials";

    fn all() -> Vectors<Self> {
        let good = signed(Phone::claims());
        let photo = Some(PhotoDigest::from([0xab; PhotoDigest::BYTES]));
        let with_photo = signed(Claims { photo, ..Phone::claims() });
        let other_key = Hex(key("forger").public_key().to_bytes());
        let of_another = vector("signed by another key than the issuer's", good.clone(), "forged");
        Vectors::from([
            ("in-order", vector("an ordinary credential", good.clone(), "verified")),
            ("with-photo", vector("names a photo by its digest", with_photo, "verified")),
            ("key-of-another", Credential { issuer_key: other_key, ..of_another }),
            (
                "signature-flipped",
                vector(
                    "the last bit of the signature is another",
                    changed(&good, |bytes| *bytes.last_mut().unwrap() ^= 1),
                    "forged",
                ),
            ),
            (
                "name-changed",
                vector(
                    "another name, of the same length, under the old signature",
                    changed(&good, |bytes| {
                        let at = bytes.windows(4).position(|four| four == b"Ola ").unwrap();
                        bytes[at..at + 3].copy_from_slice(b"Eva");
                    }),
                    "forged",
                ),
            ),
            (
                "cut-off",
                vector("the last byte is missing", good[..good.len() - 1].to_vec(), "malformed"),
            ),
            (
                "one-byte-more",
                vector("a byte follows the end", changed(&good, |b| b.push(0)), "malformed"),
            ),
            (
                "not-tagged",
                vector(
                    "without CBOR tag 18, as RFC 9052 § 2 allows",
                    good[1..].to_vec(),
                    "verified",
                ),
            ),
            (
                "other-tag",
                vector(
                    "COSE_Mac0 (tag 17) around it",
                    changed(&good, |b| b[0] = 0xd1),
                    "malformed",
                ),
            ),
            ("empty", vector("no bytes at all", Vec::new(), "malformed")),
            (
                "too-long",
                vector(
                    "64 KiB of nothing behind it",
                    changed(&good, |b| b.resize(65_536, 0)),
                    "malformed",
                ),
            ),
        ])
    }

    fn expected(&self) -> &Answer {
        &self.expected
    }

    fn answer(&self) -> Answer {
        let issuer = PublicKey::from_bytes(&self.issuer_key.0).unwrap();
        let read: Result<_, MalformedCredential> =
            UnverifiedCredential::from_cose(&self.credential.0);
        Answer::plain(match read.map(|credential| credential.verify(&issuer)) {
            Ok(Ok(_)) => "verified",
            Ok(Err(_)) => "forged",
            Err(_) => "malformed",
        })
    }
}
