//! The same without us: the facts as text, the rows barely inserted.

use std::fmt::Write;

use card::words;
use index::Record;
use key_set::Volume;
use rusqlite::{Connection, params};
use store::Store;

use super::{Files, records};

const SCHEMA: &str = include_str!("../../../inspector/src/index/schema.sql");

/// The same facts as a text file of one line a card, compressed whole at the same level.
pub(super) fn plain(snapshot: &Volume, files: &mut Files) -> usize {
    let mut text = String::new();
    for (record, _) in records(snapshot, files) {
        let photo = record.photo.map(|digest| digest.to_string()).unwrap_or_default();
        write!(
            text,
            "{},{},{},{},{photo},{}",
            record.card,
            record.national_id.expose(),
            record.birth_date,
            record.name.as_str(),
            record.phone_since.map_or(0, |at| at.timestamp())
        )
        .unwrap();
        for job in &record.employments {
            write!(
                text,
                ",{},{},{},{},{},{},{}",
                job.id,
                job.company,
                job.sub_unit,
                job.industry.code(),
                job.validity.from().timestamp(),
                job.validity.until().timestamp(),
                job.status_index.unwrap_or_default()
            )
            .unwrap();
            for cause in &job.causes {
                let since = cause.since.map_or(0, |at| at.timestamp());
                write!(text, ";{},{since}", cause.reason.code()).unwrap();
            }
            for change in &job.history {
                let at = change.at.timestamp();
                write!(text, ";{},{},{at}", change.reason.code(), change.set).unwrap();
            }
        }
        text.push('\n');
    }
    zstd::bulk::compress(text.as_bytes(), 12).unwrap().len()
}

/// What the issuer has to read at least.
pub(super) fn read_all(database: &Connection) {
    for sql in [
        "SELECT * FROM worker w JOIN photo p ON p.worker = w.id ORDER BY w.card_number",
        "SELECT * FROM employment e JOIN worker w ON w.id = e.worker
         JOIN binding b ON b.employment = e.id ORDER BY w.card_number",
        "SELECT * FROM cause c JOIN employment e ON e.id = c.employment",
        "SELECT * FROM status_change h JOIN employment e ON e.id = h.employment",
    ] {
        let mut statement = database.prepare(sql).unwrap();
        let mut rows = statement.query([]).unwrap();
        let mut bytes = 0;
        while let Some(row) = rows.next().unwrap() {
            bytes += row.get_ref(2).unwrap().as_bytes().map_or(8, <[u8]>::len);
        }
        assert!(bytes > 0);
    }
}
/// The rows of an index that has been taken in, in memory.
pub(super) struct Rows {
    people: Vec<(i64, i64, i64, Vec<u8>, String)>,
    companies: Vec<(i64, String, String)>,
    works_at: Vec<(i64, i64)>,
    words: Vec<(String, String, String, i64)>,
}

impl Rows {
    pub(super) fn read(store: &Store) -> Self {
        let index = store.beside("index.db", &[SCHEMA]).unwrap();
        let all = |sql: &str| index.reading().prepare(sql).unwrap();
        let folded = |name: &str| words(name).join(" ");
        Self {
            people: all("SELECT card, national_id, born, record FROM person ORDER BY card")
                .query_map([], |row| {
                    let bytes: Vec<u8> = row.get(3)?;
                    let name = folded(Record::from_bytes(&bytes).unwrap().name.as_str());
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, bytes, name))
                })
                .unwrap()
                .map(Result::unwrap)
                .collect(),
            companies: all("SELECT number, name FROM company ORDER BY number")
                .query_map([], |row| {
                    let name: String = row.get(1)?;
                    Ok((row.get(0)?, folded(&name), name))
                })
                .unwrap()
                .map(Result::unwrap)
                .collect(),
            works_at: all("SELECT unit, card FROM works_at ORDER BY unit, card")
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .map(Result::unwrap)
                .collect(),
            words: all("SELECT word, sound, dnuos, uses FROM word ORDER BY word")
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
                .unwrap()
                .map(Result::unwrap)
                .collect(),
        }
    }

    /// Into another store's index, in one transaction, and nothing else.
    pub(super) fn insert(&self, store: &Store) {
        let mut index = store.beside("index.db", &[SCHEMA]).unwrap();
        let transaction = index.connection().transaction().unwrap();
        {
            let insert = |sql: &str| transaction.prepare(sql).unwrap();
            let mut person = insert("INSERT INTO person VALUES (?1, ?2, ?3, ?4)");
            let mut name = insert("INSERT INTO person_name (rowid, words) VALUES (?1, ?2)");
            for (card, number, born, record, words) in &self.people {
                person.execute(params![card, number, born, record]).unwrap();
                name.execute(params![card, words]).unwrap();
            }
            let mut company = insert("INSERT INTO company VALUES (?1, ?2)");
            let mut name = insert("INSERT INTO company_name (rowid, words) VALUES (?1, ?2)");
            for (number, words, full) in &self.companies {
                company.execute(params![number, full]).unwrap();
                name.execute(params![number, words]).unwrap();
            }
            let mut works_at = insert("INSERT INTO works_at VALUES (?1, ?2)");
            for (unit, card) in &self.works_at {
                works_at.execute([unit, card]).unwrap();
            }
            let mut word = insert("INSERT INTO word VALUES (?1, ?2, ?3, ?4)");
            for (text, sound, dnuos, uses) in &self.words {
                word.execute(params![text, sound, dnuos, uses]).unwrap();
            }
        }
        transaction.commit().unwrap();
    }
}
/// The rows of changes, put in the place of those that were there.
pub(super) fn replace(store: &Store, records: &[(Record, Vec<u8>)]) {
    let mut index = store.beside("index.db", &[SCHEMA]).unwrap();
    let transaction = index.connection().transaction().unwrap();
    {
        let insert = |sql: &str| transaction.prepare(sql).unwrap();
        let mut person = insert("INSERT OR REPLACE INTO person VALUES (?1, ?2, ?3, ?4)");
        let mut name = insert("INSERT OR REPLACE INTO person_name (rowid, words) VALUES (?1, ?2)");
        let mut gone = insert("DELETE FROM works_at WHERE unit = ?1 AND card = ?2");
        let mut works_at = insert("INSERT OR IGNORE INTO works_at VALUES (?1, ?2)");
        for (record, bytes) in records {
            let card = record.card.get();
            let number: i64 = record.national_id.expose().parse().unwrap();
            let born = (record.birth_date - chrono::NaiveDate::default()).num_days();
            person.execute(params![card, number, born, bytes]).unwrap();
            name.execute(params![card, words(record.name.as_str()).join(" ")]).unwrap();
            for job in &record.employments {
                for unit in [job.company.get(), job.sub_unit.get()] {
                    gone.execute([unit, card]).unwrap();
                    works_at.execute([unit, card]).unwrap();
                }
            }
        }
    }
    transaction.commit().unwrap();
}
