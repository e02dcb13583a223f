//! What a part brings, as the rows that it becomes.

use std::collections::HashMap;

use ::index::{Part, Record};
use card::{CardNumber, words};
use chrono::NaiveDate;
use key_set::{ListedPart, Rejected};

use crate::InspectorError;

/// The rows of a part.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) companies: Vec<CompanyRow>,
    /// Cards that are no more.
    pub(super) gone: Vec<CardNumber>,
    pub(super) people: Vec<PersonRow>,
    /// Main units and sub-units, each with a card that names it.
    pub(super) works_at: Vec<(u32, u32)>,
    /// The words of all names, and how often each was met.
    pub(super) words: HashMap<String, i64>,
}

/// A company, and the words of its name.
pub(super) struct CompanyRow {
    pub(super) number: u32,
    pub(super) name: String,
    pub(super) words: String,
}

/// A card with what it is found by, and the words of its holder's name.
pub(super) struct PersonRow {
    pub(super) card: CardNumber,
    pub(super) national_id: i64,
    /// Days from 1970.
    pub(super) born: i64,
    pub(super) record: Vec<u8>,
    pub(super) words: String,
}

impl Rows {
    /// Reads a part. It is checked once more: a store may be damaged.
    pub(super) fn of(part: &ListedPart, bytes: &[u8]) -> Result<Self, InspectorError> {
        part.check(bytes)?;
        let part = Part::unpack(bytes)
            .map_err(|_| Rejected::Malformed { file: part.file(), what: "card" })?;
        let mut rows = Self { gone: part.gone, ..Self::default() };
        for company in part.companies {
            let (number, name) = (company.number.get(), company.name.as_str().to_owned());
            let words = rows.met(&name);
            rows.companies.push(CompanyRow { number, name, words });
        }
        for bytes in part.cards {
            let record = Record::from_bytes(&bytes)
                .map_err(|_| InspectorError::Index("a card in it can't be read"))?;
            rows.person(&record, bytes);
        }
        Ok(rows)
    }

    fn person(&mut self, record: &Record, bytes: Vec<u8>) {
        let card = record.card;
        for job in &record.employments {
            self.works_at
                .extend([(job.company.get(), card.get()), (job.sub_unit.get(), card.get())]);
        }
        let words = self.met(record.name.as_str());
        self.people.push(PersonRow {
            card,
            national_id: record.national_id.expose().parse().unwrap_or_default(),
            born: (record.birth_date - NaiveDate::default()).num_days(),
            record: bytes,
            words,
        });
    }

    /// The words of a name as they are indexed; they are met once more.
    fn met(&mut self, name: &str) -> String {
        let words = words(name);
        let indexed = words.join(" ");
        for word in words {
            *self.words.entry(word).or_default() += 1;
        }
        indexed
    }
}
