//! The claims: what stands on the card.

use card::{CardNumber, CompanyName, Industry, OrganisationNumber, PersonName, Validity};
use ciborium::Value;

use crate::cbor::{self, MalformedCbor};
use crate::cwt::{CwtClaims, Parts, text};
use crate::photo::PhotoDigest;
use crate::{MalformedCredential, PublicKey};

/// The one private claim (RFC 8392 § 9.1.1: below -65536), an array: seven private claims would
/// cost 30 bytes more in every code.
const CARD_CLAIM: i64 = -65537;

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

impl CwtClaims for Claims {
    /// Keeps it apart from everything else that an issuer's key may sign.
    const TYPE: &'static str = "application/hmskort+cwt";

    fn to_cbor(&self) -> Vec<u8> {
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
        Parts { holder: self.holder.clone(), validity: self.validity, own: card }
            .into_cbor(CARD_CLAIM)
    }

    fn from_cbor(bytes: &[u8]) -> Result<Self, MalformedCredential> {
        let Parts { holder, validity, own } = Parts::from_cbor(bytes, CARD_CLAIM, "card claim")?;
        let [number, name, company, organisation, sub_unit, industry, index, photo, ..] =
            own.as_slice()
        else {
            return Err(MalformedCbor::WrongShape("card claim").into());
        };
        Ok(Self {
            holder,
            validity,
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

fn number_of<T: TryFrom<u32>>(value: &Value, what: &'static str) -> Result<T, MalformedCredential> {
    T::try_from(cbor::integer(value, what)?).map_err(|_| MalformedCredential::Content(what))
}
