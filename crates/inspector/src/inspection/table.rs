//! The tables of inspections. Every change is one transaction that reads what it changes, so that
//! a sync beside it, or another window, can't undo it.

use ::inspection::{Inspection, InspectionId, Met, MetId, Who};
use card::OrganisationNumber;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::Store;

use super::again::Ground;
use super::{InspectionError, InspectionState};

/// Does it whole or not at all.
pub(super) fn change<T>(
    store: &mut Store,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, InspectionError>,
) -> Result<T, InspectionError> {
    let connection = store.connection();
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = work(&transaction)?;
    transaction.commit()?;
    Ok(done)
}

pub(super) fn to_json(value: &impl Serialize) -> Result<String, InspectionError> {
    serde_json::to_string(value).map_err(|_| InspectionError::Unreadable)
}

pub(super) fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, InspectionError> {
    serde_json::from_str(json).map_err(|_| InspectionError::Unreadable)
}

/// An inspection without those who were met and without pictures.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) inspection: Inspection,
    pub(super) state: InspectionState,
    pub(super) looking: Option<MetId>,
    pub(super) expected: Option<OrganisationNumber>,
}

/// A row of it.
type HeadRow = (String, String, Option<String>, Option<u32>);

fn head_row(row: &Row<'_>) -> rusqlite::Result<HeadRow> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

/// An entry, and the ground to judge it again on.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) met: Met,
    pub(super) ground: Option<Ground>,
}

impl Head {
    fn of((head, state, looking, expected): HeadRow) -> Result<Self, InspectionError> {
        let number = OrganisationNumber::try_from;
        Ok(Self {
            inspection: from_json(&head)?,
            state: state.parse().map_err(|()| InspectionError::Unreadable)?,
            looking: looking.map(|id| id.parse()).transpose().map_err(unreadable)?,
            expected: expected.map(number).transpose().map_err(unreadable)?,
        })
    }

    /// The oldest first.
    pub(super) fn all(connection: &Connection) -> Result<Vec<Self>, InspectionError> {
        let sql = "SELECT head, state, looking, expected FROM inspection ORDER BY rowid";
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map([], head_row)?;
        rows.map(|row| Self::of(row?)).collect()
    }

    pub(super) fn read(
        connection: &Connection,
        id: &InspectionId,
    ) -> Result<Self, InspectionError> {
        let sql = "SELECT head, state, looking, expected FROM inspection WHERE id = ?1";
        Self::one(connection, sql, id.as_str())?.ok_or(InspectionError::Unknown)
    }

    /// The one that is open.
    pub(super) fn open(connection: &Connection) -> Result<Option<Self>, InspectionError> {
        Self::one(
            connection,
            "SELECT head, state, looking, expected FROM inspection WHERE state = ?1",
            "open",
        )
    }

    fn one(
        connection: &Connection,
        sql: &str,
        which: &str,
    ) -> Result<Option<Self>, InspectionError> {
        let mut statement = connection.prepare_cached(sql)?;
        statement.query_row([which], head_row).optional()?.map(Self::of).transpose()
    }

    /// Writes it, new or again.
    pub(super) fn write(&self, transaction: &Transaction<'_>) -> Result<(), InspectionError> {
        transaction.execute(
            "INSERT INTO inspection (id, head, state, looking, expected)
             VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id)
             DO UPDATE SET head = excluded.head, state = excluded.state,
                 looking = excluded.looking, expected = excluded.expected",
            params![
                self.inspection.id.as_str(),
                to_json(&self.inspection)?,
                self.state.as_str(),
                self.looking.as_ref().map(MetId::as_str),
                self.expected.map(OrganisationNumber::get),
            ],
        )?;
        Ok(())
    }

    pub(super) fn unsent(self) -> Result<Self, InspectionError> {
        if self.state == InspectionState::Sent { Err(InspectionError::Sent) } else { Ok(self) }
    }
}

impl Entry {
    fn of(row: (String, Option<String>)) -> Result<Self, InspectionError> {
        let ground = row.1.map(|ground| from_json(&ground)).transpose()?;
        Ok(Self { met: from_json(&row.0)?, ground })
    }

    /// Those that count, in the order in which they were met.
    pub(super) fn all(
        connection: &Connection,
        inspection: &InspectionId,
    ) -> Result<Vec<Self>, InspectionError> {
        let sql =
            "SELECT body, ground FROM met WHERE inspection = ?1 AND removed = 0 ORDER BY rowid";
        let mut statement = connection.prepare_cached(sql)?;
        let rows =
            statement.query_map([inspection.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.map(|row| Self::of(row?)).collect()
    }

    /// The one of this person, if there is one: among those that have any of the numbers, or the
    /// birth date, in common.
    pub(super) fn of_same(
        connection: &Connection,
        inspection: &InspectionId,
        who: &Who,
    ) -> Result<Option<Self>, InspectionError> {
        let mut statement = connection.prepare_cached(
            "SELECT body, ground FROM met WHERE removed = 0 AND rowid IN (
                 SELECT rowid FROM met WHERE inspection = ?1 AND card = ?2 ->> '$.card'
                 UNION SELECT rowid FROM met
                 WHERE inspection = ?1 AND national_id = ?2 ->> '$.national_id'
                 UNION SELECT rowid FROM met
                 WHERE inspection = ?1 AND birth_date = ?2 ->> '$.birth_date')
             ORDER BY rowid",
        )?;
        let rows = statement.query_map(params![inspection.as_str(), to_json(who)?], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        let mut near = rows.map(|row| Self::of(row?));
        near.find(|entry| entry.as_ref().map_or(true, |entry| entry.met.who.is(who))).transpose()
    }

    /// One of those, and which inspection it is in.
    pub(super) fn read(
        connection: &Connection,
        id: &MetId,
    ) -> Result<(InspectionId, Self), InspectionError> {
        let sql = "SELECT inspection, body, ground FROM met WHERE id = ?1 AND removed = 0";
        let mut statement = connection.prepare_cached(sql)?;
        let row: Option<(String, String, Option<String>)> = statement
            .query_row([id.as_str()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let (inspection, body, ground) = row.ok_or(InspectionError::NoEntry)?;
        Ok((inspection.parse().map_err(unreadable)?, Self::of((body, ground))?))
    }

    /// Writes it, new or again.
    pub(super) fn write(
        &self,
        transaction: &Transaction<'_>,
        inspection: &InspectionId,
    ) -> Result<(), InspectionError> {
        transaction.execute(
            "INSERT INTO met (id, inspection, body, ground, found, pay_slip_check)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET body = excluded.body, ground = excluded.ground,
                 found = excluded.found, pay_slip_check = excluded.pay_slip_check",
            params![
                self.met.id.as_str(),
                inspection.as_str(),
                to_json(&self.met)?,
                self.ground.as_ref().map(to_json).transpose()?,
                !self.met.findings.is_empty(),
                self.met.pay_slip_check,
            ],
        )?;
        Ok(())
    }
}

pub(super) fn unreadable<E>(_: E) -> InspectionError {
    InspectionError::Unreadable
}

/// Overwrites what was deleted, in the database and in its log.
pub(super) fn overwrite(store: &mut Store) -> Result<(), InspectionError> {
    Ok(store.connection().query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
}
