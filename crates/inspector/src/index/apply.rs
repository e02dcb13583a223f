//! Taking parts in: all of them in one transaction, or none.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::thread;

use ::index::Record;
use card::CardNumber;
use key_set::{IndexList, ListedPart, Rejected, Volume};
use names::sound;
use rusqlite::{
    CachedStatement, Connection, ErrorCode, OptionalExtension, TransactionBehavior, params,
};

use super::fetch::Step;
use super::rows::{CompanyRow, PersonRow, Rows};
use super::{Held, database};
use crate::InspectorError;

/// Applies the volumes, whose parts have all come, and forgets the parts.
pub(super) fn apply(
    connection: &mut Connection,
    list: &IndexList,
    needed: &[&Volume],
    tell: &mut dyn FnMut(Step),
) -> Result<Held, InspectorError> {
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(database)?;
    let all = needed.iter().map(|volume| u64::from(volume.cards)).sum();
    let mut taking = Taking::of(&transaction);
    for volume in needed {
        taking.begin(volume).map_err(database)?;
        let mut parts = volume.parts.iter();
        thread::scope(|scope| {
            let mut reading = VecDeque::new();
            loop {
                // While one part is stored, the next are read.
                while reading.len() < AHEAD
                    && let Some(part) = parts.next()
                {
                    let bytes = stored(&transaction, part)?;
                    reading.push_back(scope.spawn(move || Rows::of(part, &bytes)));
                }
                let Some(read) = reading.pop_front() else { break };
                let read = read.join().map_err(|_| InspectorError::Index("reading it failed"))?;
                taking.part(read?)?;
                tell(Step::Applying(taking.done, all));
            }
            Ok::<_, InspectorError>(())
        })?;
    }
    taking.finish().map_err(database)?;
    let cards = transaction
        .query_row("SELECT count(*) FROM person", [], |row| row.get(0))
        .map_err(database)?;
    let held = Held { version: list.version, issued: list.issued, cards, keep: list.keep };
    transaction
        .execute(
            "INSERT OR REPLACE INTO held VALUES (1, ?1, ?2, ?3, ?4)",
            params![
                held.version.cast_signed(),
                held.issued.timestamp(),
                held.cards,
                held.keep.num_seconds()
            ],
        )
        .and_then(|_| transaction.execute("DELETE FROM download", []))
        .and_then(|_| transaction.commit())
        .map_err(database)?;
    Ok(held)
}

/// A part that has come.
fn stored(connection: &Connection, part: &ListedPart) -> Result<Vec<u8>, InspectorError> {
    let bytes: Option<Vec<u8>> = connection
        .query_row("SELECT file FROM download WHERE sha256 = ?1", [part.listed.sha256], |row| {
            row.get(0)
        })
        .optional()
        .map_err(database)?;
    Ok(bytes.ok_or(Rejected::Missing { file: part.file() })?)
}

/// How many parts are read while one is stored.
const AHEAD: usize = 2;

/// As many bytes as the names of all cards come to in memory, and more.
const NAMES_AT_ONCE: usize = 32 << 20;

/// A snapshot has everything once.
fn twice(error: rusqlite::Error) -> InspectorError {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => {
            InspectorError::Index("something in it is there twice")
        }
        _ => database(error),
    }
}

/// What is being taken in.
struct Taking<'t> {
    connection: &'t Connection,
    /// Whether there is nothing before it that must give way.
    empty: bool,
    /// Cards so far.
    done: u64,
    /// Where people work, to be stored in order.
    works_at: Vec<(u32, u32)>,
    /// Words of names, and how often they were met.
    words: HashMap<String, i64>,
}

impl<'t> Taking<'t> {
    fn of(connection: &'t Connection) -> Self {
        let (works_at, words) = (Vec::new(), HashMap::new());
        Self { connection, empty: false, done: 0, works_at, words }
    }

    /// A snapshot takes the place of all that was; changes come on top of it.
    fn begin(&mut self, volume: &Volume) -> rusqlite::Result<()> {
        self.store_works_at()?;
        self.empty = volume.since.is_none();
        if self.empty { self.clear() } else { Ok(()) }
    }

    fn clear(&self) -> rusqlite::Result<()> {
        // Without a WHERE, SQLite lets whole tables go at once; and it sorts an index faster than it
        // puts numbers in one by one. The full-text indexes write what they have gathered in memory
        // once, and needn't merge it with what they wrote before.
        self.connection.execute_batch(&format!(
            "DROP INDEX IF EXISTS person_by_number; DROP INDEX IF EXISTS person_by_birth;
             DELETE FROM person; DELETE FROM company; DELETE FROM works_at; DELETE FROM word;
             INSERT INTO person_name (person_name) VALUES ('delete-all');
             INSERT INTO company_name (company_name) VALUES ('delete-all');
             INSERT INTO person_name (person_name, rank) VALUES ('hashsize', {NAMES_AT_ONCE});
             INSERT INTO company_name (company_name, rank) VALUES ('hashsize', {NAMES_AT_ONCE});"
        ))
    }

    fn part(&mut self, part: Rows) -> Result<(), InspectorError> {
        for company in &part.companies {
            self.company(company).map_err(twice)?;
        }
        for card in part.gone {
            self.gone(card).map_err(database)?;
        }
        self.people(&part.people).map_err(twice)?;
        self.works_at.extend(part.works_at);
        for (word, uses) in part.words {
            *self.words.entry(word).or_default() += uses;
        }
        // A later part may bring a card of an earlier one again.
        self.settle().map_err(database)
    }

    // What may be there is deleted first, and not replaced: before a statement that can go wrong
    // half way, the full-text index writes all that it has in memory, which takes longer than all
    // the rest.

    fn company(&mut self, company: &CompanyRow) -> rusqlite::Result<()> {
        let CompanyRow { number, name, words } = company;
        if !self.empty {
            self.ask("DELETE FROM company WHERE number = ?1")?.execute([number])?;
            self.ask("DELETE FROM company_name WHERE rowid = ?1")?.execute([number])?;
        }
        self.ask("INSERT INTO company VALUES (?1, ?2)")?.execute(params![number, name])?;
        self.ask("INSERT INTO company_name (rowid, words) VALUES (?1, ?2)")?
            .execute(params![number, words])?;
        Ok(())
    }

    fn people(&mut self, people: &[PersonRow]) -> rusqlite::Result<()> {
        let mut person = self.ask("INSERT INTO person VALUES (?1, ?2, ?3, ?4)")?;
        let mut name = self.ask("INSERT INTO person_name (rowid, words) VALUES (?1, ?2)")?;
        for PersonRow { card, national_id, born, record, words } in people {
            if !self.empty {
                self.gone(*card)?;
            }
            person.execute(params![card.get(), national_id, born, record])?;
            name.execute(params![card.get(), words])?;
            self.done += 1;
        }
        Ok(())
    }

    /// Takes out a card that may be there.
    fn gone(&self, card: CardNumber) -> rusqlite::Result<()> {
        let old: Option<Vec<u8>> = self
            .ask("SELECT record FROM person WHERE card = ?1")?
            .query_row([card.get()], |row| row.get(0))
            .optional()?;
        let Some(old) = old else { return Ok(()) };
        for job in Record::from_bytes(&old).map(|old| old.employments).unwrap_or_default() {
            for unit in [job.company, job.sub_unit] {
                self.ask("DELETE FROM works_at WHERE unit = ?1 AND card = ?2")?
                    .execute([unit.get(), card.get()])?;
            }
        }
        self.ask("DELETE FROM person WHERE card = ?1")?.execute([card.get()])?;
        self.ask("DELETE FROM person_name WHERE rowid = ?1")?.execute([card.get()])?;
        Ok(())
    }

    fn ask(&self, sql: &str) -> rusqlite::Result<CachedStatement<'t>> {
        self.connection.prepare_cached(sql)
    }

    /// Stores where people work, unless all of it comes at once.
    fn settle(&mut self) -> rusqlite::Result<()> {
        if self.empty { Ok(()) } else { self.store_works_at() }
    }

    fn store_works_at(&mut self) -> rusqlite::Result<()> {
        let mut sql =
            self.connection.prepare_cached("INSERT OR IGNORE INTO works_at VALUES (?1, ?2)")?;
        let mut works_at = std::mem::take(&mut self.works_at);
        works_at.sort_unstable();
        works_at.dedup();
        for (unit, card) in works_at {
            sql.execute([unit, card])?;
        }
        Ok(())
    }

    /// Stores what is better stored in order, or only once.
    fn finish(&mut self) -> rusqlite::Result<()> {
        self.store_works_at()?;
        self.connection.execute_batch(
            "CREATE INDEX IF NOT EXISTS person_by_number ON person (national_id);
             CREATE INDEX IF NOT EXISTS person_by_birth ON person (born);",
        )?;
        let mut known =
            self.connection.prepare("UPDATE word SET uses = uses + ?2 WHERE word = ?1")?;
        let mut new = self.connection.prepare("INSERT INTO word VALUES (?1, ?2, ?3, ?4)")?;
        for (word, uses) in std::mem::take(&mut self.words).into_iter().collect::<BTreeMap<_, _>>()
        {
            if self.empty || known.execute(params![word, uses])? == 0 {
                let sound = sound(&word);
                let backwards: String = sound.chars().rev().collect();
                new.execute(params![word, sound, backwards, uses])?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::index::Index;
    use ::index::Part;
    use chrono::TimeDelta;
    use key_set::PartOf;
    use store::{KeyKeeper, Store, StoreError};
    use test_support::{at, person};

    /// A list of one volume, and its file.
    fn volume(version: u64, people: impl Iterator<Item = u64>) -> (IndexList, Vec<u8>) {
        let record = |n: u64| {
            let person = person(n);
            let record = Record {
                card: CardNumber::try_from(u32::try_from(n).unwrap()).unwrap(),
                name: person.name,
                national_id: person.national_id,
                birth_date: person.birth_date,
                photo: None,
                phone_since: None,
                employments: Vec::new(),
                qualifications: Vec::new(),
            };
            record.to_bytes()
        };
        let cards: Vec<_> = people.map(record).collect();
        let count = u32::try_from(cards.len()).unwrap();
        let file = Part { cards, ..Part::default() }.pack(3);
        let parts = vec![ListedPart::new(PartOf::Index, version, 0, &file)];
        let since = (version > 1).then_some(version - 1);
        let volumes = vec![Volume { since, version, cards: count, parts }];
        (IndexList { version, issued: at(0), keep: TimeDelta::days(1), volumes }, file)
    }

    fn take(
        index: &mut Index,
        version: u64,
        people: impl Iterator<Item = u64>,
    ) -> Result<Held, InspectorError> {
        let (list, file) = volume(version, people);
        let volume = list.volumes.first().unwrap();
        let sha256 = volume.parts.first().unwrap().listed.sha256;
        let sql = "INSERT OR IGNORE INTO download VALUES (?1, ?2)";
        let connection = index.database.connection();
        connection.execute(sql, params![sha256, file]).map_err(database)?;
        apply(connection, &list, &[volume], &mut |_| ())
    }

    #[test]
    fn a_full_disk_is_told_and_loses_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(folder.path(), KeyKeeper::File, &[]).unwrap();
        let mut index = Index::open(&store).unwrap();
        assert_eq!(take(&mut index, 1, 0..100).unwrap().cards, 100);
        let room = |index: &mut Index, pages: i64| {
            let pragma = "max_page_count";
            index.database.connection().pragma_update(None, pragma, pages).unwrap();
        };
        let pages: i64 =
            index.reading().pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        // Room for the file that comes, not for what is in it.
        room(&mut index, pages + 30);
        let full = take(&mut index, 2, 100..3_000);
        assert!(matches!(full, Err(InspectorError::Store(StoreError::Full))), "{full:?}");
        let count = "SELECT count(*) FROM person";
        let held: i64 = index.reading().query_row(count, [], |row| row.get(0)).unwrap();
        assert_eq!(held, 100);
        room(&mut index, 1 << 30);
        assert_eq!(take(&mut index, 2, 100..3_000).unwrap().cards, 3_000);
    }

    #[test]
    fn a_snapshot_that_has_a_card_twice_is_refused_whole_and_changes_may_bring_one_again() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(folder.path(), KeyKeeper::File, &[]).unwrap();
        let mut index = Index::open(&store).unwrap();
        let twice = take(&mut index, 1, (0..9).chain(3..4));
        assert!(matches!(twice, Err(InspectorError::Index(_))), "{twice:?}");
        assert_eq!(take(&mut index, 1, 0..9).unwrap().cards, 9);
        assert_eq!(take(&mut index, 2, (8..12).chain(8..10)).unwrap().cards, 12);
        let words = "SELECT count(*) FROM person_name WHERE person_name MATCH ?1";
        let name = card::words(person(8).name.as_str()).join(" ");
        let found: i64 = index.reading().query_row(words, [name], |row| row.get(0)).unwrap();
        assert_eq!(found, 1);
    }
}
