//! The table of reports on their way.

use ::inspection::{InspectionId, ReportId};
use ::report::Report;
use rusqlite::{Connection, OptionalExtension, params};
use store::Store;

use super::ReportError;
use crate::inspection::InspectionError;

/// How a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It waits for contact.
    Queued,
    /// It may have arrived; it is sent again, the same.
    Sending,
    /// The service has it.
    Sent,
    /// The service doesn't take it.
    Refused,
}

impl State {
    const ALL: [Self; 4] = [Self::Queued, Self::Sending, Self::Sent, Self::Refused];

    fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Refused => "refused",
        }
    }

    pub(super) fn waits(self) -> bool {
        matches!(self, Self::Queued | Self::Sending)
    }
}

/// A report on its way.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) inspection: InspectionId,
    pub(super) id: ReportId,
    pub(super) state: State,
    /// What is sent, once it has been made.
    pub(super) body: Option<Vec<u8>>,
    /// What the service said.
    pub(super) answer: Option<String>,
}

const COLUMNS: &str = "SELECT inspection, id, state, body, answer FROM report";

impl Row {
    pub(super) fn read(store: &Store, id: &InspectionId) -> Result<Option<Self>, ReportError> {
        let sql = format!("{COLUMNS} WHERE inspection = ?1");
        let connection = store.reading();
        let row = connection.query_row(&sql, [id.as_str()], |row| Ok(Self::of(row))).optional()?;
        row.transpose()
    }

    /// Those that wait, the oldest inspection first.
    pub(super) fn waiting(store: &Store) -> Result<Vec<Self>, ReportError> {
        let sql = format!("{COLUMNS} WHERE state IN ('queued', 'sending') ORDER BY rowid");
        let mut statement = store.reading().prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| Ok(Self::of(row)))?;
        rows.map(|row| row?).collect()
    }

    fn of(row: &rusqlite::Row<'_>) -> Result<Self, ReportError> {
        let (inspection, id, state): (String, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let damaged = || ReportError::from(InspectionError::Unreadable);
        Ok(Self {
            inspection: inspection.parse().map_err(|_| damaged())?,
            id: id.parse().map_err(|_| damaged())?,
            state: State::ALL.into_iter().find(|one| one.as_str() == state).ok_or_else(damaged)?,
            body: row.get(3)?,
            answer: row.get(4)?,
        })
    }

    /// Writes it, new or in place of the one before.
    pub(super) fn write(&self, connection: &Connection) -> Result<(), ReportError> {
        connection.execute(
            "INSERT OR REPLACE INTO report VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                self.inspection.as_str(),
                self.id.as_str(),
                self.state.as_str(),
                self.body,
                self.answer
            ],
        )?;
        Ok(())
    }

    /// What was sent.
    pub(super) fn report(&self) -> Result<Report, ReportError> {
        let body = self.body.as_deref().ok_or(InspectionError::Unreadable)?;
        Ok(Report::from_json(body)?)
    }
}
