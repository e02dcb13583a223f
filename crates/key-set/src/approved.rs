//! The companies that Arbeidstilsynet has approved, for all to read: cleaning and car care.
//!
//! **Threat.** Whoever asks a service about a company tells it whom they are about to hire. So the
//! list goes out whole, signed, and is searched where it is read.

use card::{CompanyName, Industry, OrganisationNumber, words};
use serde::{Deserialize, Serialize};

use crate::file::FileName;
use crate::rejected::Rejected;
use crate::signed::{self, malformed};

/// Most results of one search.
pub const MOST_FOUND: usize = 20;

/// A company, and what it is approved for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ApprovedCompany {
    /// The main unit's number.
    pub organisation_number: OrganisationNumber,
    /// The name.
    pub name: CompanyName,
    /// The industries that it is approved for.
    pub industries: Vec<Industry>,
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approved {
    companies: Vec<ApprovedCompany>,
}

/// Organisation number, name, [`Industry::code`]s.
#[derive(Serialize, Deserialize)]
struct Entry(u32, String, Vec<u8>);

impl Approved {
    /// A list of these companies.
    #[must_use]
    pub fn new(companies: Vec<ApprovedCompany>) -> Self {
        Self { companies }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.companies.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.companies.is_empty()
    }

    /// The companies whose number begins with the digits asked for, or in whose name each word
    /// asked for begins a word: [`MOST_FOUND`] at most, those first whose name begins so.
    /// Upper case, accents and what stands between words make no difference.
    #[must_use]
    pub fn search(&self, asked: &str) -> Vec<&ApprovedCompany> {
        let digits: String = asked.chars().filter(|c| !c.is_whitespace()).collect();
        let asked_for = words(asked);
        if asked_for.is_empty() {
            return Vec::new();
        }
        let numeric = digits.bytes().all(|b| b.is_ascii_digit());
        let mut found: Vec<_> = self
            .companies
            .iter()
            .filter_map(|company| {
                if numeric && company.organisation_number.to_string().starts_with(&digits) {
                    return Some((0, company));
                }
                let name = words(company.name.as_str());
                let begins = |word: &String| name.iter().any(|part| part.starts_with(word));
                let first =
                    name.first().zip(asked_for.first()).is_some_and(|(n, w)| n.starts_with(w));
                asked_for.iter().all(begins).then_some((usize::from(!first), company))
            })
            .collect();
        found.sort_by_key(|(rank, company)| (*rank, company.name.as_str()));
        found.into_iter().map(|(_, company)| company).take(MOST_FOUND).collect()
    }

    pub(crate) fn to_cbor(&self) -> Vec<u8> {
        let entry = |company: &ApprovedCompany| {
            let codes = company.industries.iter().map(|industry| industry.code()).collect();
            Entry(company.organisation_number.get(), company.name.as_str().to_owned(), codes)
        };
        signed::encode(&self.companies.iter().map(entry).collect::<Vec<_>>())
    }

    pub(crate) fn from_cbor(file: FileName, bytes: &[u8]) -> Result<Self, Rejected> {
        let entries: Vec<Entry> = signed::decode(file, bytes, "list of companies")?;
        let company = |Entry(number, name, codes): Entry| {
            Some(ApprovedCompany {
                organisation_number: OrganisationNumber::try_from(number).ok()?,
                name: name.parse().ok()?,
                // An industry that this version doesn't know is left out.
                industries: codes.into_iter().filter_map(Industry::from_code).collect(),
            })
        };
        let companies = entries.into_iter().map(company).collect::<Option<_>>();
        Ok(Self { companies: companies.ok_or(malformed(file, "company"))? })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn list(companies: &[(&str, u32)]) -> Approved {
        let company = |(name, number): &(&str, u32)| ApprovedCompany {
            organisation_number: OrganisationNumber::try_from(*number).unwrap(),
            name: name.parse().unwrap(),
            industries: vec![Industry::Cleaning],
        };
        Approved::new(companies.iter().map(company).collect())
    }

    fn found(asked: &str) -> Vec<String> {
        let list = list(&[
            ("Ærlig Vask & Rør AS", 974_760_673),
            ("Grünerløkka Renhold AS", 889_640_782),
            ("Łódź Sprzątanie Oslo", 974_761_211),
        ]);
        list.search(asked).into_iter().map(|company| company.name.to_string()).collect()
    }

    #[test]
    fn names_are_found_by_the_beginnings_of_their_words_on_any_keyboard() {
        for asked in ["ærlig", "aerlig vask", "VASK ROR", "  rør,  vask "] {
            assert_eq!(found(asked), ["Ærlig Vask & Rør AS"], "{asked}");
        }
        assert_eq!(found("grunerlokka"), ["Grünerløkka Renhold AS"]);
        assert_eq!(found("lodz sprzatanie"), ["Łódź Sprzątanie Oslo"]);
        assert_eq!(found("as").len(), 2);
        for asked in ["", "  ", "&", "erlig", "vask lodz"] {
            assert_eq!(found(asked), [""; 0], "{asked:?}");
        }
    }

    #[test]
    fn numbers_are_found_as_they_are_written() {
        assert_eq!(found("974 760 673"), ["Ærlig Vask & Rør AS"]);
        assert_eq!(found("9747").len(), 2);
        assert_eq!(found("974760674"), [""; 0]);
    }

    #[test]
    fn a_list_reads_back_and_a_broken_one_does_not() {
        let list = list(&[("Rent Hus AS", 974_760_673)]);
        let file = FileName::Approved(1);
        assert_eq!(Approved::from_cbor(file, &list.to_cbor()).unwrap(), list);
        let wrong = signed::encode(&[Entry(974_760_674, "Rent Hus AS".into(), vec![2])]);
        assert!(Approved::from_cbor(file, &wrong).is_err());
        assert!(Approved::from_cbor(file, &[0x9b, 0xff, 0xff, 0xff, 0xff]).is_err());
    }
}
