//! What is held on one person: given out to them, and erased (GDPR articles 15 and 17).
//!
//! **Threat.** A table that somebody adds and nobody thinks of when a person asks. So the tables
//! are found in the database itself, along their foreign keys from `worker`; the few that name a
//! person otherwise are listed here, and a test holds the lists against the schema.

mod erase;
mod export;
mod tables;

use std::str::FromStr;

use card::{CardNumber, NationalId};
use rusqlite::{Connection, OptionalExtension};

use crate::error::IssuerError;

pub use erase::Erased;
pub(crate) use erase::erase_rows;

/// How a person is named: by the card, or by the national number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonNumber {
    /// The card's number.
    Card(CardNumber),
    /// Fødselsnummer or D-number.
    National(NationalId),
}

/// Neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a card has 7 digits, a national identity number 11 with two check digits")]
pub struct MalformedPersonNumber;

impl FromStr for PersonNumber {
    type Err = MalformedPersonNumber;

    fn from_str(text: &str) -> Result<Self, MalformedPersonNumber> {
        let card = text.parse().map(Self::Card);
        card.or_else(|_| text.parse().map(Self::National)).map_err(|_| MalformedPersonNumber)
    }
}

/// The worker's row and card.
fn find(database: &Connection, person: &PersonNumber) -> Result<(i64, CardNumber), IssuerError> {
    let found = match person {
        PersonNumber::Card(card) => database.query_row(
            "SELECT id, card_number FROM worker WHERE card_number = ?1",
            [card.get()],
            |row| Ok((row.get(0)?, row.get::<_, u32>(1)?)),
        ),
        PersonNumber::National(number) => database.query_row(
            "SELECT id, card_number FROM worker WHERE national_id = ?1",
            [number.expose()],
            |row| Ok((row.get(0)?, row.get::<_, u32>(1)?)),
        ),
    };
    let (id, card) = found.optional()?.ok_or(IssuerError::NotFound("person"))?;
    Ok((id, CardNumber::try_from(card).map_err(|_| crate::wallet::damaged())?))
}
