//! What all of an issuer's claims sets have in common: `nbf`, `exp`, `cnf`, and one private array.

use card::Validity;
use chrono::{DateTime, Utc};
use ciborium::Value;
use coset::cwt::{ClaimsSet, ClaimsSetBuilder, Timestamp};
use coset::{CborSerializable, RegisteredLabelWithPrivate, iana};
use iana::CwtClaimName;

use crate::cbor::{self, MalformedCbor};
use crate::{MalformedCredential, PublicKey};

/// Longest CWT claims set that is read, in bytes. The longest names allowed make about 400.
pub const MAX_CLAIMS_BYTES: usize = 1024;

/// `cnf` member that holds a `COSE_Key` (RFC 8747 § 3.1).
const CNF_COSE_KEY: i64 = 1;

/// A claims set (RFC 8392) that an issuer signs. Each kind has a `typ` of its own, so that none
/// can be taken for another.
pub trait CwtClaims: Sized {
    /// `typ` of the envelope (RFC 9596).
    const TYPE: &'static str;

    /// The claims as a CWT claims set, always the same bytes for the same claims.
    fn to_cbor(&self) -> Vec<u8>;

    /// Reads a claims set. Claims that we don't know are ignored (RFC 8392 § 3), so that a later
    /// issuer may add some; elements after those of the private array that we know likewise.
    ///
    /// # Errors
    /// [`MalformedCredential`].
    fn from_cbor(bytes: &[u8]) -> Result<Self, MalformedCredential>;
}

/// The parts of a claims set.
pub(crate) struct Parts {
    /// `cnf`, RFC 8747.
    pub(crate) holder: PublicKey,
    /// `nbf` and `exp`.
    pub(crate) validity: Validity,
    /// The private claim's array.
    pub(crate) own: Vec<Value>,
}

impl Parts {
    /// The bytes, with the array under the private label `own_label`.
    pub(crate) fn into_cbor(self, own_label: i64) -> Vec<u8> {
        let cnf = Value::Map(vec![(Value::from(CNF_COSE_KEY), self.holder.to_cbor())]);
        ClaimsSetBuilder::new()
            .expiration_time(Timestamp::WholeSeconds(self.validity.until().timestamp()))
            .not_before(Timestamp::WholeSeconds(self.validity.from().timestamp()))
            .claim(CwtClaimName::Cnf, cnf)
            .private_claim(own_label, Value::Array(self.own))
            .build()
            .to_vec()
            .unwrap_or_default()
    }

    pub(crate) fn from_cbor(
        bytes: &[u8],
        own_label: i64,
        what: &'static str,
    ) -> Result<Self, MalformedCredential> {
        if bytes.len() > MAX_CLAIMS_BYTES {
            return Err(MalformedCredential::TooLong { bytes: bytes.len() });
        }
        cbor::parse(bytes)?;
        let set = ClaimsSet::from_slice(bytes)
            .map_err(|_| MalformedCbor::WrongShape("CWT claims set"))?;
        let claim = |name: &RegisteredLabelWithPrivate<CwtClaimName>, what| {
            set.rest
                .iter()
                .find(|(n, _)| n == name)
                .map(|(_, value)| value)
                .ok_or(MalformedCbor::WrongShape(what))
        };
        let cnf = claim(&RegisteredLabelWithPrivate::Assigned(CwtClaimName::Cnf), "cnf claim")?;
        let holder = cnf
            .as_map()
            .and_then(|map| map.iter().find(|(label, _)| *label == Value::from(CNF_COSE_KEY)))
            .map(|(_, key)| key.clone())
            .ok_or(MalformedCbor::WrongShape("cnf claim"))?;
        let own = claim(&RegisteredLabelWithPrivate::PrivateUse(own_label), what)?;
        Ok(Self {
            holder: PublicKey::from_cbor(holder)?,
            validity: Validity::new(
                time(set.not_before.as_ref(), "nbf")?,
                time(set.expiration_time.as_ref(), "exp")?,
            )
            .map_err(|_| MalformedCredential::Content("validity"))?,
            own: own.as_array().cloned().ok_or(MalformedCbor::WrongShape(what))?,
        })
    }
}

fn time(
    claim: Option<&Timestamp>,
    what: &'static str,
) -> Result<DateTime<Utc>, MalformedCredential> {
    match claim {
        Some(Timestamp::WholeSeconds(seconds)) => {
            DateTime::from_timestamp(*seconds, 0).ok_or(MalformedCredential::Content(what))
        }
        _ => Err(MalformedCbor::WrongShape(what).into()),
    }
}

/// A text in the array, parsed.
pub(crate) fn text<T: std::str::FromStr>(
    value: &Value,
    what: &'static str,
) -> Result<T, MalformedCredential> {
    value
        .as_text()
        .ok_or(MalformedCbor::WrongShape(what))?
        .parse()
        .map_err(|_| MalformedCredential::Content(what))
}
