//! An inspection on the tablet: begun, paused, gone on with, ended; kept until its report is sent.
//!
//! **Threat.** A battery ends between two cards, a disk is full, a tablet is stolen. So whatever is
//! done is in the encrypted store before it is said to be done; a revoked device deletes its
//! inspections with all else. One that only had no contact for long keeps them, because they are
//! an inspector's work and nowhere else, and shows nothing of them before the next contact.
//!
//! Outside an open inspection a check leaves nothing here.

mod again;
mod entry;
mod error;
mod meet;
mod picture;
mod table;
mod view;

use ::inspection::{Inspection, InspectionId, MetId, Note, Participant, Place};
use card::{Industry, Line, OrganisationNumber, PersonName};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use store::Store;

use crate::{Inspector, random};
use table::{Head, change, from_json, overwrite, to_json};

pub use again::News;
pub use entry::EntryChange;
pub use error::InspectionError;
pub use meet::{Put, Seen, Told};
pub use view::{Expected, InspectionLine, InspectionView, Totals};

/// How an inspection stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InspectionState {
    /// What is checked goes into it.
    Open,
    /// It waits.
    Paused,
    /// It is done; its report is still to be sent.
    Ended,
    /// Its report has been sent.
    Sent,
}

impl InspectionState {
    const ALL: [Self; 4] = [Self::Open, Self::Paused, Self::Ended, Self::Sent];

    /// A stable name, in snake case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Paused => "paused",
            Self::Ended => "ended",
            Self::Sent => "sent",
        }
    }

    /// Whether it can be gone on with.
    #[must_use]
    pub fn can_go_on(self) -> bool {
        matches!(self, Self::Paused | Self::Ended)
    }
}

impl std::str::FromStr for InspectionState {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(())
    }
}

/// What an inspector says to begin one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begin {
    /// Where.
    pub place: Place,
    /// The industry that is inspected.
    pub industry: Option<Industry>,
    /// Who else takes part.
    pub others: Vec<Participant>,
}

impl Inspector {
    /// What was said at the last one, for the next.
    ///
    /// # Errors
    /// [`InspectionError`].
    pub fn begun_last(&mut self) -> Result<Option<Begin>, InspectionError> {
        let sql = "SELECT body FROM begun_last";
        let body: Option<String> =
            self.store.reading().query_row(sql, [], |row| row.get(0)).optional()?;
        body.map(|body| from_json(&body)).transpose()
    }

    /// Begins one; from now on what is checked goes into it.
    ///
    /// # Errors
    /// [`InspectionError::AnotherOpen`], [`InspectionError::Locked`]; the store.
    pub fn begin(
        &mut self,
        begin: &Begin,
        now: DateTime<Utc>,
    ) -> Result<InspectionId, InspectionError> {
        self.may_work(now)?;
        let own: Option<PersonName> = self.name.parse().ok();
        let role: Option<Line<120>> = self.authority.parse().ok();
        let own = own.map(|name| Participant { name, role: role.clone() });
        let others = begin
            .others
            .iter()
            .filter(|other| Some(&other.name) != own.as_ref().map(|own| &own.name));
        let inspection = Inspection {
            id: InspectionId::of(random().map_err(|_| InspectionError::NoRandomness)?),
            place: begin.place.clone(),
            industry: begin.industry,
            authority: match role {
                Some(authority) => authority,
                None => self.authority.chars().take(100).collect::<String>().parse()?,
            },
            participants: own
                .iter()
                .chain(others)
                .take(::inspection::MOST_PARTICIPANTS)
                .cloned()
                .collect(),
            began: now,
            ended: None,
            note: None,
            met: Vec::new(),
            pictures: Vec::new(),
        };
        let id = inspection.id.clone();
        let head = Head { inspection, state: InspectionState::Open, looking: None, expected: None };
        change(&mut self.store, |transaction| {
            if Head::open(transaction)?.is_some() {
                return Err(InspectionError::AnotherOpen);
            }
            head.write(transaction)?;
            let body = to_json(begin)?;
            transaction.execute("INSERT OR REPLACE INTO begun_last VALUES (1, ?1)", [body])?;
            Ok(())
        })?;
        Ok(id)
    }

    /// Lets the open one wait.
    ///
    /// # Errors
    /// [`InspectionError::NoneOpen`]; the store.
    pub fn pause(&mut self) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            let mut head = Head::open(transaction)?.ok_or(InspectionError::NoneOpen)?;
            (head.state, head.looking) = (InspectionState::Paused, None);
            head.write(transaction)
        })
    }

    /// Goes on with one that waits, or that was ended and has not been sent.
    ///
    /// # Errors
    /// [`InspectionError::AnotherOpen`], [`InspectionError::Sent`], [`InspectionError::Unknown`].
    pub fn resume(&mut self, id: &InspectionId, now: DateTime<Utc>) -> Result<(), InspectionError> {
        self.may_work(now)?;
        change(&mut self.store, |transaction| {
            if Head::open(transaction)?.is_some_and(|open| open.inspection.id != *id) {
                return Err(InspectionError::AnotherOpen);
            }
            let mut head = Head::read(transaction, id)?.unsent()?;
            head.state = InspectionState::Open;
            head.inspection.ended = None;
            head.write(transaction)
        })
    }

    /// Ends it. What was removed is gone from then on.
    ///
    /// # Errors
    /// [`InspectionError::Sent`], [`InspectionError::Unknown`]; the store.
    pub fn end(&mut self, id: &InspectionId, now: DateTime<Utc>) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            let mut head = Head::read(transaction, id)?.unsent()?;
            (head.state, head.looking) = (InspectionState::Ended, None);
            head.inspection.ended.get_or_insert(now);
            transaction
                .execute("DELETE FROM met WHERE inspection = ?1 AND removed <> 0", [id.as_str()])?;
            head.write(transaction)
        })
    }

    /// Its report has been sent: it can't be changed any more, and what it could be judged again
    /// on is deleted. What was not told yet still is.
    ///
    /// # Errors
    /// [`InspectionError::Unknown`]; the store.
    pub fn sent(&mut self, id: &InspectionId) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            let mut head = Head::read(transaction, id)?;
            head.state = InspectionState::Sent;
            let sql = "UPDATE met SET ground = NULL WHERE inspection = ?1";
            transaction.execute(sql, [id.as_str()])?;
            head.write(transaction)
        })?;
        overwrite(&mut self.store)
    }

    /// Deletes it, with all that is in it.
    ///
    /// # Errors
    /// [`InspectionError::Unknown`]; the store.
    pub fn discard(&mut self, id: &InspectionId) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            match transaction.execute("DELETE FROM inspection WHERE id = ?1", [id.as_str()])? {
                0 => Err(InspectionError::Unknown),
                _ => Ok(()),
            }
        })?;
        overwrite(&mut self.store)
    }

    /// Says something of the whole; nothing takes it back.
    ///
    /// # Errors
    /// [`InspectionError::Sent`], [`InspectionError::Unknown`]; the store.
    pub fn note_on(
        &mut self,
        id: &InspectionId,
        note: Option<Note>,
    ) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            let mut head = Head::read(transaction, id)?.unsent()?;
            head.inspection.note = note;
            head.write(transaction)
        })
    }

    /// Says which employer should be there, main unit or sub-unit; nothing for whoever it is.
    ///
    /// # Errors
    /// [`InspectionError::Sent`], [`InspectionError::Unknown`]; the store.
    pub fn expect_employer(
        &mut self,
        id: &InspectionId,
        employer: Option<OrganisationNumber>,
    ) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            let mut head = Head::read(transaction, id)?.unsent()?;
            head.expected = employer;
            head.write(transaction)
        })
    }

    /// Which entry is on the screen, so that a tablet that went off comes back there.
    ///
    /// # Errors
    /// [`InspectionError::NoneOpen`]; the store.
    pub fn look_at(&mut self, entry: Option<&MetId>) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            let sql = "UPDATE inspection SET looking = ?1 WHERE state = 'open'";
            match transaction.execute(sql, params![entry.map(MetId::as_str)])? {
                0 => Err(InspectionError::NoneOpen),
                _ => Ok(()),
            }
        })
    }
}

/// How many inspections are kept.
pub(crate) fn kept(store: &Store) -> Result<u32, InspectionError> {
    Ok(store.reading().query_row("SELECT count(*) FROM inspection", [], |row| row.get(0))?)
}

/// Deletes all of them.
pub(crate) fn leave_nothing(store: &mut Store) -> Result<(), InspectionError> {
    change(store, |transaction| {
        Ok(transaction.execute_batch("DELETE FROM inspection; DELETE FROM begun_last;")?)
    })?;
    overwrite(store)
}

#[cfg(test)]
mod tests;
