//! Names, as they are typed: the beginning of a word, another spelling, a letter wrong.
//!
//! Tolerance lives in the list of the words that occur in names, a hundred thousand or so; each
//! word that was typed becomes the words it may have meant, and those are looked up exactly. So
//! the list of all people is never gone through.

use ::names::sound;
use rusqlite::{Connection, params};

use super::{Found, Hit, InspectorError, MOST_FOUND, company, people, rows};

/// Most words that one that was typed may have meant, the most frequent first.
const MOST_MEANT: usize = 100;

/// How far a word may be from what was typed; the order in which results come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Far {
    /// The very word.
    Same,
    /// It begins so, or sounds so.
    Alike,
    /// One letter wrong, missing or too many.
    OneOff,
}

/// People and companies whose name has each of these words, or one that may have been meant.
pub(super) fn find(database: &Connection, asked: &[String]) -> Result<Found, InspectorError> {
    let mut found = Found::default();
    let mut meant: Vec<Vec<String>> = asked.iter().map(|word| vec![word.clone()]).collect();
    for far in [Far::Same, Far::Alike, Far::OneOff] {
        for (word, meant) in asked.iter().zip(&mut meant) {
            for other in words(database, word, far)? {
                if !meant.contains(&other) {
                    meant.push(other);
                }
            }
        }
        let all = together(&meant);
        let sql = "SELECT p.record FROM person_name n JOIN person p ON p.card = n.rowid
                   WHERE n.person_name MATCH ?1 LIMIT ?2";
        add(&mut found, people(database, sql, params![all, (MOST_FOUND + 1).cast_signed()])?);
        let sql = "SELECT c.number, c.name,
                          (SELECT count(*) FROM works_at w WHERE w.unit = c.number)
                   FROM company_name n JOIN company c ON c.number = n.rowid
                   WHERE n.company_name MATCH ?1 LIMIT ?2";
        let limit = MOST_FOUND / 2;
        add(&mut found, rows(database, sql, params![all, limit.cast_signed()], company)?);
        if found.more {
            break;
        }
    }
    Ok(found)
}

/// Adds the hits of one step: those first of whose name the most was typed.
fn add(found: &mut Found, mut hits: Vec<Hit>) {
    hits.sort_by_key(|hit| match hit {
        Hit::Person { name, .. } => name.as_str().chars().count(),
        Hit::Company { name, .. } => name.as_ref().map_or(0, |name| name.as_str().chars().count()),
    });
    for hit in hits {
        if found.hits.contains(&hit) {
            continue;
        }
        if found.hits.len() == MOST_FOUND {
            found.more = true;
            return;
        }
        found.hits.push(hit);
    }
}

/// One of each, in FTS5's words. A word has letters and digits only.
fn together(meant: &[Vec<String>]) -> String {
    let one_of = |words: &Vec<String>| {
        let quoted: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
        format!("({})", quoted.join(" OR "))
    };
    meant.iter().map(one_of).collect::<Vec<_>>().join(" AND ")
}

/// The words of names that are so far from one that was typed.
fn words(database: &Connection, typed: &str, far: Far) -> Result<Vec<String>, InspectorError> {
    let heard = sound(typed);
    let one = |row: &rusqlite::Row<'_>| row.get(0).map(Some);
    match far {
        Far::Same => Ok(Vec::new()),
        Far::Alike => {
            let sql = "SELECT word FROM word WHERE word BETWEEN ?1 AND ?1 || char(0x10ffff)
                       ORDER BY uses DESC LIMIT ?2";
            let mut words: Vec<String> =
                rows(database, sql, params![typed, MOST_MEANT.cast_signed()], one)?;
            let sql = "SELECT word FROM word WHERE sound = ?1 ORDER BY uses DESC LIMIT ?2";
            words.extend(rows(database, sql, params![heard, MOST_MEANT.cast_signed()], one)?);
            Ok(words)
        }
        Far::OneOff => {
            // Of two halves, one letter can only be wrong in one.
            let letters: Vec<char> = heard.chars().collect();
            let length = letters.len();
            if length < 3 {
                return Ok(Vec::new());
            }
            let begin: String = letters.iter().take((length - 1) / 2).collect();
            let end: String = letters.iter().rev().take(length / 2).collect();
            let mut words = Vec::new();
            for sql in [
                "SELECT word, sound FROM word WHERE sound BETWEEN ?1 AND ?1 || char(0x10ffff)
                 AND length(sound) BETWEEN ?3 - 1 AND ?3 + 1 AND ?2 IS NOT NULL",
                "SELECT word, sound FROM word WHERE dnuos BETWEEN ?2 AND ?2 || char(0x10ffff)
                 AND length(dnuos) BETWEEN ?3 - 1 AND ?3 + 1 AND ?1 IS NOT NULL",
            ] {
                let near = |row: &rusqlite::Row<'_>| {
                    let sound: String = row.get(1)?;
                    let near = strsim::osa_distance(&sound, &heard) <= 1;
                    Ok(if near { Some(row.get::<_, String>(0)?) } else { None })
                };
                words.extend(rows(database, sql, params![begin, end, length.cast_signed()], near)?);
            }
            words.truncate(MOST_MEANT);
            Ok(words)
        }
    }
}
