//! Folkeregisteret: people.

use std::fmt;
use std::str::FromStr;

use async_trait::async_trait;
use card::{NationalId, NationalIdKind, PersonName};
use chrono::{Months, NaiveDate};

use crate::{Answer, Limits, Silence};

/// After how many months without a renewal a D-number goes inactive: five years.
const D_NUMBER_LASTS: Months = Months::new(5 * 12);

/// Folkeregisteret (Skatteetaten).
#[async_trait]
pub trait Population: Send + Sync {
    /// What it can take; it takes many people in one request.
    fn limits(&self) -> Limits;

    /// What it has on each of these people: as many answers, in the same order. More than
    /// [`Limits::batch`] are asked for in several requests, so that some may be silent.
    async fn residents(&self, people: &[NationalId]) -> Vec<Answer<Resident>>;

    /// What it has on one person.
    async fn resident(&self, person: &NationalId) -> Answer<Resident> {
        self.residents(std::slice::from_ref(person))
            .await
            .pop()
            .unwrap_or(Answer::Silent(Silence::Malformed))
    }
}

/// A person in Folkeregisteret; not only those who reside here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    /// The number that counts now; another than was asked for when a D-number was replaced by a
    /// birth number, or a number was wrong.
    pub national_id: NationalId,
    /// The name.
    pub name: PersonName,
    /// The birth date.
    pub birth_date: NaiveDate,
    /// How the person stands.
    pub status: PersonStatus,
    /// Since when, where the register tells.
    pub since: Option<NaiveDate>,
    /// The citizenships that count now.
    pub citizenships: Vec<Country>,
}

/// How a person stands in Folkeregisteret (*personstatus*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonStatus {
    /// *Bosatt*: lives in Norway.
    Resident,
    /// *Utflyttet*: has moved abroad.
    Emigrated,
    /// *Midlertidig*: has an active D-number.
    Temporary,
    /// *Inaktiv*: the D-number has not been confirmed for five years.
    Inactive,
    /// *Ikke bosatt*: has a birth number without ever having lived here.
    NotResident,
    /// *Fødselsregistrert*: born in Norway, and not yet settled.
    BirthRegistered,
    /// *Forsvunnet*: missing.
    Missing,
    /// *Død*.
    Dead,
    /// *Opphørt*: the number is no longer in use; a mistake, or one person with two numbers.
    Ceased,
}

impl Resident {
    /// The day from which a D-number is inactive: the day it went inactive, or else the day it
    /// will, unless it is confirmed before. `None` for birth numbers, and where it isn't known.
    #[must_use]
    pub fn inactive_from(&self) -> Option<NaiveDate> {
        let since = self.since.filter(|_| self.national_id.kind() == NationalIdKind::DNumber)?;
        match self.status {
            PersonStatus::Inactive => Some(since),
            PersonStatus::Temporary => since.checked_add_months(D_NUMBER_LASTS),
            _ => None,
        }
    }

    /// Whether the person needs a residence permit to work: citizens of no Nordic, EEA or Swiss
    /// country do (utlendingsloven §§ 55, 110). `None` when no citizenship is known.
    #[must_use]
    pub fn needs_permit(&self) -> Option<bool> {
        let known = !self.citizenships.is_empty();
        known.then(|| !self.citizenships.iter().any(|country| country.is_free_to_work()))
    }
}

/// A country by its three letters (ISO 3166-1 alpha-3), as Folkeregisteret writes it; `XXX` is
/// without citizenship, `XUK` unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Country([u8; 3]);

/// Not a country's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a country has three capital letters")]
pub struct MalformedCountry;

/// Nordic, EEA and Switzerland.
const FREE_TO_WORK: &[&[u8; 3]] = &[
    b"NOR", b"SWE", b"DNK", b"FIN", b"ISL", b"FRO", b"GRL", b"ALA", b"AUT", b"BEL", b"BGR", b"CYP",
    b"CZE", b"DEU", b"ESP", b"EST", b"FRA", b"GRC", b"HRV", b"HUN", b"IRL", b"ITA", b"LIE", b"LTU",
    b"LUX", b"LVA", b"MLT", b"NLD", b"POL", b"PRT", b"ROU", b"SVK", b"SVN", b"CHE",
];

impl Country {
    /// Whether its citizens may work in Norway without a permit.
    #[must_use]
    pub fn is_free_to_work(self) -> bool {
        FREE_TO_WORK.contains(&&self.0)
    }
}

impl FromStr for Country {
    type Err = MalformedCountry;

    fn from_str(text: &str) -> Result<Self, MalformedCountry> {
        let code: [u8; 3] = text.as_bytes().try_into().map_err(|_| MalformedCountry)?;
        if code.iter().all(u8::is_ascii_uppercase) { Ok(Self(code)) } else { Err(MalformedCountry) }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| write!(f, "{}", char::from(*letter)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// A D-number (day + 40) of the Tenor kind, and a birth number.
    fn resident(number: &str, status: PersonStatus) -> Resident {
        Resident {
            national_id: number.parse().unwrap(),
            name: "Ewa Wiśniewska".parse().unwrap(),
            birth_date: day(1990, 8, 15),
            status,
            since: Some(day(2022, 2, 28)),
            citizenships: vec!["POL".parse().unwrap()],
        }
    }

    const D_NUMBER: &str = "55889000170";
    const BIRTH_NUMBER: &str = "15889000187";

    #[test]
    fn a_d_number_is_inactive_five_years_after_it_was_last_confirmed() {
        let active = resident(D_NUMBER, PersonStatus::Temporary);
        assert_eq!(active.inactive_from(), Some(day(2027, 2, 28)));
        let inactive = resident(D_NUMBER, PersonStatus::Inactive);
        assert_eq!(inactive.inactive_from(), Some(day(2022, 2, 28)));
        let unknown = Resident { since: None, ..active };
        assert_eq!(unknown.inactive_from(), None);
        let birth_number = resident(BIRTH_NUMBER, PersonStatus::Resident);
        assert_eq!(birth_number.inactive_from(), None);
    }

    #[test]
    fn one_citizenship_that_is_free_to_work_is_enough() {
        let mut person = resident(D_NUMBER, PersonStatus::Temporary);
        assert_eq!(person.needs_permit(), Some(false));
        person.citizenships = vec!["UKR".parse().unwrap()];
        assert_eq!(person.needs_permit(), Some(true));
        person.citizenships.push("SWE".parse().unwrap());
        assert_eq!(person.needs_permit(), Some(false));
        person.citizenships.clear();
        assert_eq!(person.needs_permit(), None, "what nobody knows is not a yes");
    }

    #[test]
    fn countries_have_three_capital_letters() {
        assert_eq!("POL".parse::<Country>().unwrap().to_string(), "POL");
        for wrong in ["", "PO", "pol", "POLA", "PÅ"] {
            assert_eq!(wrong.parse::<Country>(), Err(MalformedCountry), "{wrong}");
        }
    }
}
