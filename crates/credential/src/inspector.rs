//! An inspector's credential: who it is that checks a card.

use card::{CompanyName, PersonName, Validity};
use ciborium::Value;

use crate::cbor::MalformedCbor;
use crate::cwt::{CwtClaims, Parts, text};
use crate::{MalformedCredential, PublicKey};

/// The private claim (RFC 8392 § 9.1.1: below -65536), an array.
const INSPECTOR_CLAIM: i64 = -65538;

/// What the issuer says of one inspector's device. It lives for days and is made anew at each
/// sync, so that a revoked device's dies by itself, also where nobody has network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectorClaims {
    /// The key of the device: `cnf`, RFC 8747.
    pub holder: PublicKey,
    /// `nbf` and `exp`, RFC 8392 § 3.1.
    pub validity: Validity,
    /// The inspector's name.
    pub name: PersonName,
    /// The authority.
    pub authority: CompanyName,
}

impl CwtClaims for InspectorClaims {
    const TYPE: &'static str = "application/hmskort-inspector+cwt";

    fn to_cbor(&self) -> Vec<u8> {
        let own = vec![Value::from(self.name.as_str()), Value::from(self.authority.as_str())];
        Parts { holder: self.holder.clone(), validity: self.validity, own }
            .into_cbor(INSPECTOR_CLAIM)
    }

    fn from_cbor(bytes: &[u8]) -> Result<Self, MalformedCredential> {
        let what = "inspector claim";
        let Parts { holder, validity, own } = Parts::from_cbor(bytes, INSPECTOR_CLAIM, what)?;
        let [name, authority, ..] = own.as_slice() else {
            return Err(MalformedCbor::WrongShape(what).into());
        };
        let (name, authority) = (text(name, "name")?, text(authority, "authority")?);
        Ok(Self { holder, validity, name, authority })
    }
}
