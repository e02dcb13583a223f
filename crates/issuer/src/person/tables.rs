//! The tables that hold something on a person, and which of their rows.

use rusqlite::Connection;

use crate::error::IssuerError;

/// Tables that name a person without a foreign key, and which of their rows. The auditor's log is
/// looked up by its own words.
const OTHERWISE: &[(&str, &str)] = &[
    ("act", "card_number = ?2"),
    ("answer", "subject = ?1"),
    ("batch_row", BATCH_ROW),
    ("finding", "employment IN (SELECT id FROM employment WHERE worker = ?1)"),
    ("held_back", "employment IN (SELECT id FROM employment WHERE worker = ?1)"),
    ("index_change", "kind = 0 AND number = ?2"),
    ("report", "id IN (SELECT report FROM report_person WHERE worker = ?1)"),
    ("typed_wrong", "card = ?2"),
];

/// A number in a table as spreadsheets write it: with spaces or signs in it, or without its leading
/// zero. What was typed wrong is nobody's number, and gone with the table.
const BATCH_ROW: &str = "instr(replace(replace(replace(replace(replace(fields,
        ' ', ''), char(160), ''), '-', ''), '.', ''), char(39), ''),
    ltrim((SELECT national_id FROM worker WHERE id = ?1), '0')) > 0
    OR instr(worker, (SELECT national_id FROM worker WHERE id = ?1)) > 0";

/// One table.
pub(super) struct Table {
    pub(super) name: String,
    /// Which rows; `?1` is the worker's row, `?2` the card's number.
    pub(super) rows: String,
}

impl Table {
    /// What stands behind `WHERE`. It has both parameters, whichever the rows need.
    pub(super) fn of_person(&self) -> String {
        format!("({}) AND ?1 IS ?1 AND ?2 IS ?2", self.rows)
    }
}

/// All of them, each behind those that it points to.
pub(super) fn tables(database: &Connection) -> Result<Vec<Table>, IssuerError> {
    let table = |name: &str, rows: &str| Table { name: name.into(), rows: rows.into() };
    let mut found = vec![table("worker", "id = ?1")];
    found.extend(OTHERWISE.iter().map(|(name, rows)| table(name, rows)));
    let names: Vec<String> = database
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    // A table may point to one that comes later, so as often as there are tables.
    for _ in 0..names.len() {
        for name in &names {
            if of(&found, name).is_none()
                && let Some(rows) = ways_to(database, &found, name)?
            {
                found.push(Table { name: name.clone(), rows });
            }
        }
    }
    Ok(found)
}

fn of<'a>(found: &'a [Table], name: &str) -> Option<&'a Table> {
    found.iter().find(|table| table.name == name)
}

/// Which rows of a table point to rows that were found.
fn ways_to(
    database: &Connection,
    found: &[Table],
    name: &str,
) -> Result<Option<String>, IssuerError> {
    let mut keys = database.prepare_cached(
        "SELECT k.\"from\", k.\"table\", coalesce(k.\"to\", p.name)
         FROM pragma_foreign_key_list(?1) k
         LEFT JOIN pragma_table_info(k.\"table\") p ON p.pk = 1",
    )?;
    let mut keys = keys.query([name])?;
    let mut ways = Vec::new();
    while let Some(key) = keys.next()? {
        let (from, table, to): (String, String, String) = (key.get(0)?, key.get(1)?, key.get(2)?);
        if let Some(Table { rows, .. }) = of(found, &table) {
            ways.push(format!("\"{from}\" IN (SELECT \"{to}\" FROM \"{table}\" WHERE {rows})"));
        }
    }
    Ok((!ways.is_empty()).then(|| format!("({})", ways.join(" OR "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables without anything on a worker. A new table stands here, or in [`OTHERWISE`], or points
    /// to `worker` with a foreign key.
    const ON_NOBODY: &[&str] = &[
        "approval",
        "asking",
        "audit",
        "audit_cut",
        // Those who act for companies: kept as long as what they did.
        "authority",
        "batch",
        "company",
        "contact",
        "declaration",
        "employer_login",
        "employer_session",
        "index_list",
        "index_part",
        "index_volume",
        "inspector",
        "lost_place",
        "night",
        "notice",
        // Mails to employers; those that name a person go when the person does.
        "outbox",
        "pack_list",
        "pack_part",
        "publication",
        "register",
        "setting",
        "tip",
        "token",
        "unit",
    ];

    #[test]
    fn every_table_leads_to_a_person_or_is_known_to_hold_nobody() {
        let mut connection = Connection::open_in_memory().unwrap();
        crate::migrate(&mut connection).unwrap();
        let found: Vec<String> =
            tables(&connection).unwrap().into_iter().map(|table| table.name).collect();
        let all: Vec<String> = connection
            .prepare(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
            )
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        for name in &all {
            let on_nobody = ON_NOBODY.contains(&name.as_str());
            assert!(found.contains(name) != on_nobody, "{name}: on whom does it hold something?");
        }
        assert!(found.len() >= 9 && all.len() > found.len(), "{found:?} of {all:?}");
    }
}
