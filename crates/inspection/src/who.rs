//! Who was met, as far as it is known.

use std::fmt;

use card::{CardNumber, CompanyName, Industry, NationalId, OrganisationNumber, PersonName, words};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person who was met: what the card says, what the index knows, or what the person told.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Who {
    /// The card's number.
    pub card: Option<CardNumber>,
    /// The name.
    pub name: Option<PersonName>,
    /// The birth date.
    pub birth_date: Option<NaiveDate>,
    /// Fødselsnummer or D-number.
    #[serde(default, with = "national_id")]
    #[schema(value_type = Option<String>, pattern = "^[0-9]{11}$")]
    pub national_id: Option<NationalId>,
    /// The company: the one on the card, or the one that the person told.
    pub company: Option<CompanyName>,
    /// Its main unit.
    pub organisation_number: Option<OrganisationNumber>,
    /// The sub-unit on which the employment hangs.
    pub sub_unit: Option<OrganisationNumber>,
    /// The card's industry.
    pub industry: Option<Industry>,
}

impl Who {
    /// Whether this is surely one and the same person: by the card's number or the national
    /// number where both are known, else by name and birth date. A name alone proves nothing.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        if let (Some(mine), Some(theirs)) = (self.card, other.card) {
            return mine == theirs;
        }
        if let (Some(mine), Some(theirs)) = (&self.national_id, &other.national_id) {
            return mine == theirs;
        }
        let name = |who: &Self| who.name.as_ref().map(|name| words(name.as_str()));
        self.birth_date.is_some()
            && self.birth_date == other.birth_date
            && name(self).is_some()
            && name(self) == name(other)
    }
}

/// Shows what there is, not what it says.
impl fmt::Debug for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Who(…)")
    }
}

mod national_id {
    use card::NationalId;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::borrow::Cow;

    pub(super) fn serialize<S: Serializer>(
        id: &Option<NationalId>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        id.as_ref().map(NationalId::expose).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NationalId>, D::Error> {
        let text: Option<Cow<'de, str>> = Option::deserialize(deserializer)?;
        text.map(|text| text.parse()).transpose().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(card: Option<&str>, name: &str, born: Option<&str>) -> Who {
        Who {
            card: card.map(|card| card.parse().unwrap()),
            name: Some(name.parse().unwrap()),
            birth_date: born.map(|born| born.parse().unwrap()),
            ..Who::default()
        }
    }

    #[test]
    fn a_card_number_tells_people_apart_and_else_name_and_birth_date_together() {
        let (one, other) = (Some("0000001"), Some("0000002"));
        let (ola, born) = ("Ola Ødegård", Some("1990-08-15"));
        for (left, right, same) in [
            (who(one, ola, born), who(one, "Kari", None), true),
            (who(one, ola, born), who(other, ola, born), false),
            (who(one, ola, born), who(None, "ola  odegard", born), true),
            (who(None, ola, born), who(None, ola, Some("1990-08-16")), false),
            (who(None, ola, None), who(None, ola, None), false),
            (Who::default(), Who::default(), false),
        ] {
            assert_eq!(left.is(&right), same);
            assert_eq!(right.is(&left), same);
        }
    }
}
