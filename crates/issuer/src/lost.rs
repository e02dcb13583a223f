//! A phone that is lost: its card is held back at once, until the worker has been checked again
//! and another phone has the card. From then on the lost one's codes say `device_replaced`.

use card::{CardNumber, Reason};
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::employment::set_cause;
use crate::error::IssuerError;
use crate::{Issuer, worker_of, write};

impl Issuer {
    /// Holds back all employments on a card whose phone is lost. Publish it.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn report_phone_lost(
        &self,
        card: CardNumber,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let worker = worker_of(&transaction, card)?;
        change(&transaction, worker, true, by, now)?;
        Ok(transaction.commit()?)
    }
}

/// Another phone has the card.
pub(crate) fn replaced(
    database: &Connection,
    worker: i64,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    change(database, worker, false, "the new phone", now)
}

fn change(
    database: &Connection,
    worker: i64,
    lost: bool,
    by: &str,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    let mut statement = database.prepare_cached("SELECT id FROM employment WHERE worker = ?1")?;
    let jobs = statement.query_map([worker], |row| row.get::<_, String>(0))?;
    for job in jobs.collect::<Result<Vec<_>, _>>()? {
        set_cause(database, &job, Reason::PhoneLost, lost, by, now)?;
    }
    Ok(())
}
