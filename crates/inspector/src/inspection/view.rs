//! Inspections as the screen gets them.

use ::inspection::{Inspection, InspectionId, MetId, Picture, Place};
use card::{CompanyName, OrganisationNumber};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;

use super::table::{Entry, Head, from_json, unreadable};
use super::{InspectionError, InspectionState};
use crate::{CustodyView, Inspector};

/// An inspection in a list.
#[derive(Clone, Debug, Serialize)]
pub struct InspectionLine {
    /// Its number.
    pub id: InspectionId,
    /// Where.
    pub place: Place,
    /// When it began.
    pub began: DateTime<Utc>,
    /// When it ended.
    pub ended: Option<DateTime<Utc>>,
    /// How it stands.
    pub state: InspectionState,
    /// What is in it.
    pub totals: Totals,
}

/// An inspection in full.
#[derive(Clone, Debug, Serialize)]
pub struct InspectionView {
    /// As the report gets it.
    #[serde(flatten)]
    pub inspection: Inspection,
    /// How it stands.
    pub state: InspectionState,
    /// The employer that should be there, where that was said.
    pub expected: Option<Expected>,
    /// The entry that was on the screen.
    pub looking: Option<MetId>,
    /// The entry that was removed last, and can be had back.
    pub removed: Option<MetId>,
    /// What is in it.
    pub totals: Totals,
}

/// An employer that should be at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Expected {
    /// The number of a main unit or a sub-unit.
    pub number: OrganisationNumber,
    /// The name, if the index has it.
    pub name: Option<CompanyName>,
}

/// What is in an inspection, counted in people; the report counts more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Who was met.
    pub met: usize,
    /// At whom something was found.
    pub found: usize,
    /// Whose pay slips will be asked for.
    pub pay_slip_checks: usize,
}

impl Totals {
    pub(super) fn of(
        connection: &Connection,
        inspection: &InspectionId,
    ) -> Result<Self, InspectionError> {
        let mut statement = connection.prepare_cached(
            "SELECT count(*), coalesce(sum(found), 0), coalesce(sum(pay_slip_check), 0)
             FROM met WHERE inspection = ?1 AND removed = 0",
        )?;
        Ok(statement.query_row([inspection.as_str()], |row| {
            let count = |at| row.get::<_, u32>(at).map(|count| count as usize);
            Ok(Self { met: count(0)?, found: count(1)?, pay_slip_checks: count(2)? })
        })?)
    }
}

impl Inspector {
    /// All that are kept, the newest first.
    ///
    /// # Errors
    /// [`InspectionError::Locked`]; the store.
    pub fn inspections(&self, now: DateTime<Utc>) -> Result<Vec<InspectionLine>, InspectionError> {
        self.may_work(now)?;
        let connection = self.store.reading();
        let line = |head: Head| {
            let Inspection { id, place, began, ended, .. } = head.inspection;
            Ok(InspectionLine {
                totals: Totals::of(connection, &id)?,
                id,
                place,
                began,
                ended,
                state: head.state,
            })
        };
        Head::all(connection)?.into_iter().rev().map(line).collect()
    }

    /// The one that is open.
    ///
    /// # Errors
    /// [`InspectionError::Locked`]; the store.
    pub fn open_inspection(
        &self,
        now: DateTime<Utc>,
    ) -> Result<Option<InspectionView>, InspectionError> {
        self.may_work(now)?;
        let connection = self.store.reading();
        Head::open(connection)?.map(|head| self.view(connection, head, now)).transpose()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`InspectionError::Unknown`], [`InspectionError::Locked`]; the store.
    pub fn inspection(
        &self,
        id: &InspectionId,
        now: DateTime<Utc>,
    ) -> Result<InspectionView, InspectionError> {
        self.may_work(now)?;
        let connection = self.store.reading();
        self.view(connection, Head::read(connection, id)?, now)
    }

    fn view(
        &self,
        connection: &Connection,
        head: Head,
        now: DateTime<Utc>,
    ) -> Result<InspectionView, InspectionError> {
        let sql = "SELECT id FROM met WHERE inspection = ?1 AND removed <> 0";
        let removed: Option<String> = connection
            .query_row(sql, [head.inspection.id.as_str()], |row| row.get(0))
            .optional()?;
        let inspection = whole(connection, head.inspection)?;
        let named = |number| Expected { number, name: self.company(number, now) };
        Ok(InspectionView {
            totals: Totals::of(connection, &inspection.id)?,
            inspection,
            state: head.state,
            expected: head.expected.map(named),
            looking: head.looking,
            removed: removed.map(|id| id.parse()).transpose().map_err(unreadable)?,
        })
    }

    /// Whether this device may show what its inspections know, and put more into them.
    pub(super) fn may_work(&self, now: DateTime<Utc>) -> Result<(), InspectionError> {
        let behind = self.key_set().is_some_and(|set| set.clock_behind(now).is_some());
        match self.custody(now) {
            CustodyView::Kept { .. } if !behind => Ok(()),
            _ => Err(InspectionError::Locked),
        }
    }
}

/// With those who were met, and the pictures.
fn whole(
    connection: &Connection,
    mut inspection: Inspection,
) -> Result<Inspection, InspectionError> {
    let entries = Entry::all(connection, &inspection.id)?;
    inspection.met = entries.into_iter().map(|entry| entry.met).collect();
    let sql = "SELECT body FROM site_picture WHERE inspection = ?1 ORDER BY rowid";
    let mut statement = connection.prepare_cached(sql)?;
    let bodies = statement.query_map([inspection.id.as_str()], |row| row.get::<_, String>(0))?;
    let pictures: Result<Vec<Picture>, _> = bodies.map(|body| from_json(&body?)).collect();
    inspection.pictures = pictures?;
    Ok(inspection)
}
