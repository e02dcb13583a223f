//! Publishing: the signed files that verifiers pull.

use chrono::{DateTime, Utc};
use credential::SigningKey;

use crate::approved::Approved;
use crate::file::FileName;
use crate::head::Head;
use crate::index_list::IndexList;
use crate::pack_list::PackList;
use crate::reasons::Reasons;
use crate::signed;
use crate::status_list::StatusList;

impl Head {
    /// Signs the head as publisher.
    #[must_use]
    pub fn sign(&self, publisher: &SigningKey) -> Vec<u8> {
        signed::seal(FileName::Head, self.to_cbor(), publisher)
    }
}

/// A Status List Token (CWT) for `list`, signed as publisher; `address` is where it is served.
#[must_use]
pub fn sign_status_list(
    list: &StatusList,
    address: &str,
    issued: DateTime<Utc>,
    publisher: &SigningKey,
) -> Vec<u8> {
    signed::seal(FileName::Status(0), list.to_claims(address, issued), publisher)
}

/// The reasons, signed as publisher.
#[must_use]
pub fn sign_reasons(reasons: &Reasons, publisher: &SigningKey) -> Vec<u8> {
    signed::seal(FileName::Reasons(0), reasons.to_cbor(), publisher)
}

/// The approved companies, signed as publisher.
#[must_use]
pub fn sign_approved(approved: &Approved, publisher: &SigningKey) -> Vec<u8> {
    signed::seal(FileName::Approved(0), approved.to_cbor(), publisher)
}

/// What the index consists of, signed as publisher.
#[must_use]
pub fn sign_index(list: &IndexList, publisher: &SigningKey) -> Vec<u8> {
    signed::seal(FileName::Index(0), list.to_cbor(), publisher)
}

/// What the pack of small photos consists of, signed as publisher.
#[must_use]
pub fn sign_pack(list: &PackList, publisher: &SigningKey) -> Vec<u8> {
    signed::seal(FileName::Pack(0), list.to_cbor(), publisher)
}
