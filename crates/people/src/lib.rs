//! Synthetic people and companies: national numbers of the Tenor kind (month + 80), organisation
//! numbers with right check digits, names as frequent in the three industries as they are there.
//!
//! The same number gives the same person. None of them exists; a company's number may be that of a
//! real one, so none of them is ever sent to a real register.

use card::{CompanyName, NationalId, OrganisationNumber, PersonName};
use chrono::NaiveDate;

/// A person who doesn't exist.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name.
    pub name: PersonName,
    /// The number, of the Tenor kind.
    pub national_id: NationalId,
    /// The birth date.
    pub birth_date: NaiveDate,
}

/// Given names, from Norway and from where workers in the three industries come.
const GIVEN: &[&str] = &[
    "Ola",
    "Kari",
    "Jan Erik",
    "Anne Marie",
    "Magnus",
    "Ingrid",
    "Bjørn",
    "Åse",
    "Tomasz",
    "Agnieszka",
    "Krzysztof",
    "Małgorzata",
    "Łukasz",
    "Mindaugas",
    "Jurgita",
    "Vytautas",
    "Rasa",
    "Andrei",
    "Mihaela",
    "Constantin",
    "Ștefan",
    "Elena",
    "Mohammed",
    "Amina",
    "Nguyễn",
    "Aleksandr",
    "Oksana",
    "Samuel",
    "Tsegay",
    "Maria Fernanda",
];

/// Family names likewise.
const FAMILY: &[&str] = &[
    "Nordmann",
    "Hansen",
    "Johansen",
    "Bjørnstad",
    "Kristoffersen",
    "Ødegård",
    "Andreassen",
    "Kowalski",
    "Wiśniewska",
    "Wojciechowski",
    "Lewandowska",
    "Kazlauskas",
    "Petrauskienė",
    "Stankevičius",
    "Popescu",
    "Constantinescu",
    "Ionescu",
    "Dumitrescu-Stan",
    "Ali",
    "Hassan",
    "Tran",
    "Ivanov",
    "Kovalenko",
    "Tesfay",
    "Gebremedhin",
    "Fernandes da Silva",
    "Berg",
    "Haugen Lie",
    "Pedersen",
    "Sørlie",
];

/// First words of company names.
const COMPANY: &[&str] = &[
    "Nordic",
    "Rent Hus",
    "Oslo",
    "Fjord",
    "Viken",
    "Byggmester Hansen",
    "Polar",
    "Grønland",
    "Vestlandet",
    "Proff",
    "Blank og Pen",
    "Total",
    "Trygg",
    "Sørlandets",
    "Bergen Byfornyelse",
    "Alfa",
    "City",
    "Skandinavisk",
    "Entreprenør Berg & Sønn",
    "Hurtig",
];

/// What they do.
const TRADE: &[&str] = &[
    "Renhold",
    "Bygg",
    "Entreprenør",
    "Bilpleie",
    "Rengjøring og Service",
    "Tømrer og Snekker",
    "Hjulskift",
    "Eiendomsservice",
    "Anlegg",
    "Maler",
    "Stillas",
    "Vask",
    "Betong",
    "Rørleggerservice",
    "Bygg og Vedlikehold",
];

/// How they are organised.
const FORM: &[&str] = &["AS", "AS", "AS", "ENK", "NUF", "DA", "", "Norge AS"];

/// The first that is any good. All lists here are such that there always is one.
fn first<T>(make: impl Fn(u64) -> Option<T>) -> T {
    let mut n = 0;
    loop {
        if let Some(made) = make(n) {
            return made;
        }
        n += 1;
    }
}

fn pick<'l>(list: &[&'l str], n: u64) -> &'l str {
    usize::try_from(n % list.len() as u64).ok().and_then(|n| list.get(n)).copied().unwrap_or("")
}

/// A number that looks random, the same for the same seed (SplitMix64).
#[must_use]
pub fn mixed(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The name of the `n`th person.
#[must_use]
pub fn person_name(n: u64) -> PersonName {
    first(|more| {
        let seed = mixed(n.wrapping_add(more));
        format!("{} {}", pick(GIVEN, seed), pick(FAMILY, seed >> 20)).parse().ok()
    })
}

/// The name of the `n`th company.
#[must_use]
pub fn company_name(n: u64) -> CompanyName {
    first(|more| {
        let seed = mixed(n.wrapping_add(more) ^ 0xc0);
        let parts = [pick(COMPANY, seed), pick(TRADE, seed >> 16), pick(FORM, seed >> 32)];
        parts.join(" ").parse().ok()
    })
}

/// The `n`th organisation number, all different.
#[must_use]
pub fn organisation_number(n: u32) -> OrganisationNumber {
    // At least one of any twenty numbers in a row has the right check digit.
    let start = 910_000_000 + n % 4_000_000 * 20;
    first(|more| OrganisationNumber::try_from(start + u32::try_from(more).ok()?).ok())
}

/// The `n`th birth number, of the Tenor kind, with its birth date.
#[must_use]
pub fn national_id(n: u64) -> (NationalId, NaiveDate) {
    numbered(n, 0)
}

/// The `n`th D-number, of the Tenor kind, with its birth date.
#[must_use]
pub fn d_number(n: u64) -> (NationalId, NaiveDate) {
    numbered(n, 40)
}

/// How many birth dates there are here: 28 days, 12 months, 40 years.
const DATES: u64 = 28 * 12 * 40;

fn numbered(n: u64, added_to_day: u64) -> (NationalId, NaiveDate) {
    // A stride without a common divisor visits each date once before the first comes again; then
    // the next number of that date is taken. There are some 400 a date, so 5 million people.
    let date = n.wrapping_mul(7_919) % DATES;
    let (day, month, year) = (date % 28 + 1, date / 28 % 12 + 1, 60 + date / (28 * 12));
    let start = ((day + added_to_day) * 10_000 + (month + 80) * 100 + year) * 1_000;
    let rank = usize::try_from(n / DATES).unwrap_or_default() % 400;
    first(|offset| {
        // The individual digits 000–499 mean 1900–1999.
        let individual = (offset..offset + 500).map(|i| i % 500);
        let mut numbers = individual.filter_map(|i| with_checks(start + i));
        let number: NationalId = format!("{:011}", numbers.nth(rank)?).parse().ok()?;
        let birth_date = number.birth_date_before_2032()?;
        Some((number, birth_date))
    })
}

/// Nine digits and their two check digits, where there are such.
fn with_checks(nine: u64) -> Option<u64> {
    let check = |number: u64, weights: &[u64]| {
        // From the last digit to the first.
        let digits = std::iter::successors(Some(number), |rest| Some(rest / 10));
        let sum: u64 = digits.zip(weights.iter().rev()).map(|(rest, w)| rest % 10 * w).sum();
        Some((11 - sum % 11) % 11).filter(|digit| *digit < 10)
    };
    let ten = nine * 10 + check(nine, &[3, 7, 6, 1, 8, 9, 4, 5, 2])?;
    Some(ten * 10 + check(ten, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2])?)
}

/// The `n`th person.
#[must_use]
pub fn person(n: u64) -> Person {
    let (national_id, birth_date) = national_id(n);
    Person { name: person_name(n), national_id, birth_date }
}

#[cfg(test)]
mod tests {
    use super::*;
    use card::NumberSeries;
    use std::collections::HashSet;

    #[test]
    fn people_are_synthetic_and_their_numbers_right() {
        for n in 0..1_000 {
            let person = person(n);
            assert_eq!(person.national_id.series(), NumberSeries::Tenor);
            assert_eq!(person.national_id.birth_date_before_2032(), Some(person.birth_date));
        }
    }

    #[test]
    fn no_two_people_have_one_number() {
        let tried = (0..30_000).chain(400_000..430_000);
        let numbers: HashSet<_> = tried.clone().map(|n| national_id(n).0).collect();
        assert_eq!(numbers.len(), tried.count());
        assert_eq!(d_number(7).0.kind(), card::NationalIdKind::DNumber);
    }

    #[test]
    fn organisation_numbers_are_right() {
        for n in 0..1_000 {
            assert!(organisation_number(n).get() >= 910_000_000);
        }
    }
}
