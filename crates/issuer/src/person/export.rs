//! All that is held on a person, for them.

use chrono::{DateTime, Utc};
use data_encoding::BASE64;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use serde_json::{Map, Value, json};

use super::tables::{Table, tables};
use super::{PersonNumber, find};
use crate::audit::{Look, Whom, about, log};
use crate::error::IssuerError;
use crate::role::Role;
use crate::{Issuer, write};

/// Bytes that may go out: table and column. All others are secrets, or hashes of them.
const OPEN_BYTES: [(&str, &str); 6] = [
    ("photo", "file"),
    ("photo", "digest"),
    ("small_photo", "file"),
    ("small_photo", "digest"),
    ("waiting_photo", "file"),
    ("device", "key"),
];

impl Issuer {
    /// All that is held on a person, by table, with who looked at them. Times are Unix seconds,
    /// bytes base64; of secrets it is only said that they are there. The export itself is the last
    /// look in it.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn export(
        &self,
        person: &PersonNumber,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<Value, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let (worker, card) = find(&transaction, person)?;
        let whom = Whom::Card(card);
        let look = Look { role: Role::Office, by, what: "export", whom, why: "GDPR article 15" };
        log(&transaction, &look, now)?;
        let mut all = Map::new();
        for table in tables(&transaction)? {
            let rows = rows(&transaction, &table, worker, card.get())?;
            all.insert(table.name, rows);
        }
        all.insert("audit".into(), json!(about(&transaction, card, 0, u32::MAX)?));
        transaction.commit()?;
        Ok(Value::Object(all))
    }
}

fn rows(
    database: &Connection,
    table: &Table,
    worker: i64,
    card: u32,
) -> Result<Value, IssuerError> {
    let name = &table.name;
    let sql = format!("SELECT * FROM \"{name}\" WHERE {}", table.of_person());
    let mut statement = database.prepare(&sql)?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut found = statement.query(params![worker, card])?;
    let mut all = Vec::new();
    while let Some(row) = found.next()? {
        let mut object = Map::new();
        for (at, column) in columns.iter().enumerate() {
            object.insert(column.clone(), value(name, column, row.get_ref(at)?));
        }
        all.push(Value::Object(object));
    }
    Ok(Value::Array(all))
}

fn value(table: &str, column: &str, value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
        ValueRef::Blob(bytes) if OPEN_BYTES.contains(&(table, column)) => {
            BASE64.encode(bytes).into()
        }
        ValueRef::Blob(bytes) => format!("secret, {} bytes", bytes.len()).into(),
    }
}
