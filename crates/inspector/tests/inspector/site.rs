//! A place where people are met: an office, a tablet, and workers with phones.

use std::collections::BTreeSet;

use card::{CardNumber, Industry};
use inspection::{FindingKind, InspectionId};
use inspector::Inspector;
use inspector::inspection::{Begin, InspectionView, Put};
use rusqlite::types::Value;
use test_support::at;
use verifier::Policy;
use wallet::Wallet;
use wire::IdDocument;

use crate::office::{Office, sync};

/// An office, a tablet that has synced, and three workers with phones.
pub(crate) struct Site {
    pub(crate) office: Office,
    pub(crate) tablet: Inspector,
    pub(crate) cards: Vec<CardNumber>,
    pub(crate) jobs: Vec<card::EmploymentId>,
    pub(crate) phones: Vec<Wallet>,
}

impl Site {
    pub(crate) fn new() -> Self {
        let office = Office::new();
        let company = office.company(1, "Rent Hus AS");
        let (mut cards, mut jobs, mut phones) = (Vec::new(), Vec::new(), Vec::new());
        for (n, name) in (1_u64..).zip(["Ola Nordmann", "Kari Nordmann", "Łukasz Kowalski"]) {
            let worker = office.worker(n, name);
            jobs.push(office.employ(worker.card, (company, company), Industry::Cleaning));
            let passport = IdDocument::Passport;
            let link = office.issuer.issue_activation(worker.card, passport, "test", at(0));
            let link = link.unwrap().to_string();
            let folder = office.folder.path().join(format!("phone {n}"));
            phones.push(Wallet::enrol(&folder, store::KeyKeeper::File, &link, at(0)).unwrap());
            cards.push(worker.card);
        }
        office.publish(at(0));
        let mut tablet = office.tablet();
        sync(&mut tablet, 0);
        Self { office, tablet, cards, jobs, phones }
    }

    pub(crate) fn text(&self, phone: usize, now: i64) -> String {
        let frames = self.phones[phone].frames(&self.jobs[phone], at(now), None).unwrap();
        frames[0].text().to_owned()
    }

    pub(crate) fn scan(&mut self, phone: usize, now: i64) -> Put {
        let text = self.text(phone, now);
        self.tablet.meet_scanned(&text, at(now), &Policy::default()).unwrap().put.unwrap()
    }

    pub(crate) fn begin(&mut self, now: i64) -> InspectionId {
        self.tablet.begin(&here(None), at(now)).unwrap()
    }

    pub(crate) fn open(&self, now: i64) -> InspectionView {
        self.tablet.open_inspection(at(now)).unwrap().unwrap()
    }

    /// The battery ends.
    pub(crate) fn restart(self) -> Self {
        let Self { office, tablet, cards, jobs, phones } = self;
        drop(tablet);
        let tablet = Inspector::open(&office.store()).unwrap();
        Self { office, tablet, cards, jobs, phones }
    }

    /// All rows of all tables of the tablet's store.
    pub(crate) fn rows(&self) -> Vec<Vec<Value>> {
        let store = rusqlite::Connection::open(self.office.store().join("store.db")).unwrap();
        let key = std::fs::read_to_string(self.office.store().join("store.key")).unwrap();
        store.pragma_update(None, "key", format!("x'{key}'")).unwrap();
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
        let mut tables = store.prepare(tables).unwrap();
        let tables = tables.query_map([], |row| row.get(0)).unwrap();
        let mut all = Vec::new();
        for table in tables {
            let table: String = table.unwrap();
            let mut rows = store.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
            let width = rows.column_count();
            let read = |row: &rusqlite::Row<'_>| (0..width).map(|at| row.get(at)).collect();
            all.extend(rows.query_map([], read).unwrap().map(Result::unwrap));
        }
        all
    }

    /// Whether a text stands anywhere in the tablet's store.
    pub(crate) fn keeps(&self, text: &str) -> bool {
        let has = |value: &Value| match value {
            Value::Text(kept) => kept.contains(text),
            Value::Blob(kept) => kept.windows(text.len()).any(|part| part == text.as_bytes()),
            _ => false,
        };
        self.rows().iter().flatten().any(has)
    }
}

pub(crate) fn here(industry: Option<Industry>) -> Begin {
    let place = serde_json::json!({ "name": "Torget 1", "address": "Torget 1, 0151 Oslo" });
    let others = serde_json::json!([{ "name": "Tor Hansen", "role": "Skatteetaten" }]);
    Begin {
        place: serde_json::from_value(place).unwrap(),
        industry,
        others: serde_json::from_value(others).unwrap(),
    }
}

pub(crate) fn kinds(kinds: &[FindingKind]) -> BTreeSet<FindingKind> {
    kinds.iter().copied().collect()
}
