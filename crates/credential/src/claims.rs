//! The claims: what stands on the card.

use card::{CardNumber, CompanyName, Industry, OrganisationNumber, PersonName, Validity};
use chrono::{DateTime, Utc};
use ciborium::Value;
use coset::cwt::{ClaimsSet, ClaimsSetBuilder, Timestamp};
use coset::{CborSerializable, RegisteredLabelWithPrivate, iana};
use iana::CwtClaimName;

use crate::cbor::{self, MalformedCbor};
use crate::photo::PhotoDigest;
use crate::{MalformedCredential, PublicKey};

/// Longest CWT claims set that is read, in bytes. The longest names allowed make about 400.
pub const MAX_CLAIMS_BYTES: usize = 1024;

/// The one private claim (RFC 8392 § 9.1.1: below -65536), an array: seven private claims would
/// cost 30 bytes more in every code.
const CARD_CLAIM: i64 = -65537;

/// `cnf` member that holds a `COSE_Key` (RFC 8747 § 3.1).
const CNF_COSE_KEY: i64 = 1;

/// What the issuer says of one worker at one employer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The key of the holder's device: `cnf`, RFC 8747.
    pub holder: PublicKey,
    /// `nbf` and `exp`, RFC 8392 § 3.1: from the start of the card's validity to its end.
    pub validity: Validity,
    /// The card's number; one card per worker.
    pub card_number: CardNumber,
    /// The worker's name.
    pub name: PersonName,
    /// The name of the company: the main unit's, as the card prints it.
    pub company: CompanyName,
    /// The main unit's organisation number.
    pub organisation_number: OrganisationNumber,
    /// The sub-unit's organisation number: the employment hangs on it.
    pub sub_unit: OrganisationNumber,
    /// The industry this employment's card is for.
    pub industry: Industry,
    /// Where the status list tells this credential's status.
    pub status_index: u32,
    /// The photo's digest, when there is a photo.
    pub photo: Option<PhotoDigest>,
}

impl Claims {
    /// The claims as a CWT claims set, always the same bytes for the same claims.
    #[must_use]
    pub(crate) fn to_cbor(&self) -> Vec<u8> {
        let card = vec![
            Value::from(self.card_number.get()),
            Value::from(self.name.as_str()),
            Value::from(self.company.as_str()),
            Value::from(self.organisation_number.get()),
            Value::from(self.sub_unit.get()),
            Value::from(self.industry.code()),
            Value::from(self.status_index),
            self.photo.map_or(Value::Null, |digest| Value::Bytes(digest.as_bytes().to_vec())),
        ];
        let cnf = Value::Map(vec![(Value::from(CNF_COSE_KEY), self.holder.to_cbor())]);
        ClaimsSetBuilder::new()
            .expiration_time(Timestamp::WholeSeconds(self.validity.until().timestamp()))
            .not_before(Timestamp::WholeSeconds(self.validity.from().timestamp()))
            .claim(CwtClaimName::Cnf, cnf)
            .private_claim(CARD_CLAIM, Value::Array(card))
            .build()
            .to_vec()
            .unwrap_or_default()
    }

    /// Reads a claims set. Claims that we don't know are ignored (RFC 8392 § 3), so that a later
    /// issuer may add some; elements after the eighth of the card's array likewise.
    pub(crate) fn from_cbor(bytes: &[u8]) -> Result<Self, MalformedCredential> {
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

        let card = claim(&RegisteredLabelWithPrivate::PrivateUse(CARD_CLAIM), "card claim")?;
        let [number, name, company, organisation, sub_unit, industry, index, photo, ..] =
            card.as_array().map(Vec::as_slice).ok_or(MalformedCbor::WrongShape("card claim"))?
        else {
            return Err(MalformedCbor::WrongShape("card claim").into());
        };

        Ok(Self {
            holder: PublicKey::from_cbor(holder)?,
            validity: Validity::new(
                time(set.not_before.as_ref(), "nbf")?,
                time(set.expiration_time.as_ref(), "exp")?,
            )
            .map_err(|_| MalformedCredential::Content("validity"))?,
            card_number: number_of(number, "card number")?,
            name: text(name, "name")?,
            company: text(company, "company name")?,
            organisation_number: number_of(organisation, "organisation number")?,
            sub_unit: number_of(sub_unit, "sub-unit number")?,
            industry: Industry::from_code(cbor::integer(industry, "industry")?)
                .ok_or(MalformedCredential::Content("industry"))?,
            status_index: cbor::integer(index, "status index")?,
            photo: match photo {
                Value::Null => None,
                digest => Some(PhotoDigest::from(cbor::bytes(digest, "photo digest")?)),
            },
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

fn number_of<T: TryFrom<u32>>(value: &Value, what: &'static str) -> Result<T, MalformedCredential> {
    T::try_from(cbor::integer(value, what)?).map_err(|_| MalformedCredential::Content(what))
}

fn text<T: std::str::FromStr>(value: &Value, what: &'static str) -> Result<T, MalformedCredential> {
    value
        .as_text()
        .ok_or(MalformedCbor::WrongShape(what))?
        .parse()
        .map_err(|_| MalformedCredential::Content(what))
}
