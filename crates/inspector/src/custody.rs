//! Whether this device may go on knowing what it knows.
//!
//! **Threat.** A tablet is lost or stolen, or its inspector has left. When the office revokes it,
//! the next contact deletes the index, the key set and the device's own key. One that nobody lets
//! near a network deletes the index when it has had no contact for as long as the list of the
//! index says (30 days unless the office sets it).
//!
//! A wrong clock must neither cost an inspector the index in the field, nor save it for a thief.
//! So what is overdue is first only locked, and deleted when the clock still says so an hour
//! later; a clock set right in between opens it again. And a clock that is behind the newest
//! signed time that this device has seen opens nothing.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, params};
use serde::Serialize;
use store::Store;

use crate::index::Index;
use crate::{Inspector, InspectorError, inspection, query};

/// How long what is overdue is locked before it is deleted.
const LOCKED: TimeDelta = TimeDelta::hours(1);

/// What the database says.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Custody {
    contact: Option<DateTime<Utc>>,
    overdue: Option<DateTime<Utc>>,
    wiped: Option<DateTime<Utc>>,
    revoked: Option<DateTime<Utc>>,
}

/// Whether this device may know what it knows, as the screen gets it. Times are Unix milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CustodyView {
    /// It may; the index is deleted then, unless there is a contact before.
    Kept {
        /// When; `None` while there is no index.
        until: Option<i64>,
    },
    /// There has been no contact for too long, or the clock is behind: nothing can be looked up.
    Locked {
        /// Since when there should have been a contact.
        since: i64,
    },
    /// The index was deleted because there was no contact.
    Wiped {
        /// When.
        at: i64,
    },
    /// The office has revoked this device; everything was deleted.
    Revoked {
        /// When the device heard of it.
        at: i64,
    },
}

impl Custody {
    pub(crate) fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let sql = "SELECT contact, overdue, wiped, revoked FROM custody";
        connection.query_row(sql, [], |row| {
            let time = |at| -> rusqlite::Result<_> {
                Ok(row.get::<_, Option<i64>>(at)?.and_then(|at| DateTime::from_timestamp(at, 0)))
            };
            Ok(Self { contact: time(0)?, overdue: time(1)?, wiped: time(2)?, revoked: time(3)? })
        })
    }

    pub(crate) fn is_revoked(&self) -> bool {
        self.revoked.is_some()
    }
}

impl Inspector {
    /// Deletes the index when it has been overdue for an hour. To be called now and then.
    ///
    /// # Errors
    /// The store.
    pub fn keep_watch(&mut self, now: DateTime<Utc>) -> Result<(), InspectorError> {
        let overdue = self.overdue(now);
        match (overdue, self.custody.overdue) {
            (None, None) => Ok(()),
            (None, Some(_)) => self.note("UPDATE custody SET overdue = NULL WHERE ?1", now),
            // A clock that went back in between counts from anew.
            (Some(_), Some(since)) if since <= now && now - since < LOCKED => Ok(()),
            (Some(_), Some(since)) if since <= now => self.wipe(now),
            (Some(_), _) => self.note("UPDATE custody SET overdue = ?1", now),
        }
    }

    /// Since when there should have been a contact.
    fn overdue(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.kept_until().filter(|until| *until <= now)
    }

    fn kept_until(&self) -> Option<DateTime<Utc>> {
        let keep = self.index.as_ref().and_then(Index::held)?.keep;
        self.custody.contact?.checked_add_signed(keep)
    }

    /// The index, if this device may look into it now, and when it was published.
    pub(crate) fn look_up(
        &self,
        now: DateTime<Utc>,
    ) -> Result<(&Connection, DateTime<Utc>), InspectorError> {
        if self.custody.is_revoked() {
            return Err(InspectorError::Revoked);
        }
        let index = self.index.as_ref().ok_or(InspectorError::NoIndex)?;
        let held = index.held().ok_or(InspectorError::NoIndex)?;
        let behind = self.key_set().is_none_or(|set| set.clock_behind(now).is_some());
        if behind || self.overdue(now).is_some() {
            return Err(InspectorError::Locked);
        }
        Ok((index.reading(), held.issued))
    }

    /// What the screen says of it.
    #[must_use]
    pub fn custody(&self, now: DateTime<Utc>) -> CustodyView {
        let ms = |at: DateTime<Utc>| at.timestamp_millis();
        if let Some(at) = self.custody.revoked {
            return CustodyView::Revoked { at: ms(at) };
        }
        if let Some(since) = self.overdue(now) {
            return CustodyView::Locked { since: ms(since) };
        }
        match (self.custody.wiped, self.kept_until()) {
            (Some(at), None) => CustodyView::Wiped { at: ms(at) },
            (_, until) => CustodyView::Kept { until: until.map(ms) },
        }
    }

    /// The service was reached: it has not revoked this device.
    pub(crate) fn in_contact(&mut self, now: DateTime<Utc>) -> Result<(), InspectorError> {
        let at = self.key_set().map_or(now, |set| now.max(set.issued()));
        self.note("UPDATE custody SET contact = ?1, overdue = NULL, wiped = NULL", at)
    }

    /// The service says that this device is revoked: all goes but that, and who it was.
    pub(crate) fn revoked(&mut self, now: DateTime<Utc>) -> Result<(), InspectorError> {
        // First that: what is left by a kill goes at the next start.
        self.note("UPDATE custody SET revoked = coalesce(revoked, ?1)", now)?;
        self.leave_nothing()
    }

    /// Deletes what a revoked device may not have.
    pub(crate) fn leave_nothing(&mut self) -> Result<(), InspectorError> {
        if !self.custody.is_revoked() {
            return Ok(());
        }
        inspection::leave_nothing(&mut self.store)?;
        self.forget()?;
        query(&mut self.store, |connection| {
            connection.execute_batch("DELETE FROM badge; UPDATE pack SET wanted = 0")
        })?;
        self.own = None;
        Ok(())
    }

    fn wipe(&mut self, now: DateTime<Utc>) -> Result<(), InspectorError> {
        self.forget()?;
        self.note("UPDATE custody SET overdue = NULL, wiped = ?1", now)
    }

    /// Deletes index, pack and key set. The index first: it is what tells of people.
    fn forget(&mut self) -> Result<(), InspectorError> {
        self.index = None;
        Index::remove(&self.store)?;
        self.forget_pack()?;
        query(&mut self.store, |connection| {
            // Zeroes where it lay, in the database and in its log.
            connection.execute("DELETE FROM bundle", [])?;
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        })?;
        self.held = None;
        Ok(())
    }

    fn note(&mut self, sql: &str, at: DateTime<Utc>) -> Result<(), InspectorError> {
        self.custody = query(&mut self.store, |connection| {
            connection.execute(sql, params![at.timestamp()])?;
            Custody::read(connection)
        })?;
        Ok(())
    }
}

/// Whether the office has revoked the device of a store, so that it may be enrolled again.
pub(crate) fn is_revoked(store: &mut Store) -> Result<bool, InspectorError> {
    query(store, |connection| Custody::read(connection)).map(|custody| custody.is_revoked())
}
