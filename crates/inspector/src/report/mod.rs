//! The report of an inspection that has ended: made of what is kept here, with the site's crew list
//! beside it, saved as files, and sent at a contact.
//!
//! **Threat.** A contact breaks off between a report, its pictures and the answer. So what is to be
//! sent is stored first and sent again until the service has answered; its number is chosen here,
//! and the service keeps it once.

mod error;
mod row;
mod send;
mod view;

use ::inspection::{InspectionId, ReportId};
use ::report::{CrewList, Maker, Pictures, Report, SCHEMA};
use card::{CardNumber, Outcome, Status};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use crate::inspection::{InspectionError, InspectionState, InspectionView};
use crate::{About, Inspector, random};
use row::Row;

pub use error::ReportError;
pub use send::SentReports;
pub use view::{CrewView, Listing, ReportState, ReportView};

impl Inspector {
    /// The report of an inspection, as it is now; of one that has been sent, as it was sent.
    ///
    /// # Errors
    /// [`ReportError::Unfinished`] while it goes on; [`InspectionError::Locked`]; the store.
    pub fn report(&self, id: &InspectionId, now: DateTime<Utc>) -> Result<Report, ReportError> {
        let view = self.inspection(id, now)?;
        let row = Row::read(&self.store, id)?;
        self.report_of(view, row.as_ref(), now)
    }

    /// The same, of what has been read.
    fn report_of(
        &self,
        view: InspectionView,
        row: Option<&Row>,
        now: DateTime<Utc>,
    ) -> Result<Report, ReportError> {
        if let (InspectionState::Sent, Some(sent)) = (view.state, row) {
            return sent.report();
        }
        if view.inspection.ended.is_none() {
            return Err(ReportError::Unfinished);
        }
        let own = view.inspection.authority.clone();
        Ok(Report {
            schema: SCHEMA,
            id: ReportId::of(random().map_err(|_| InspectionError::NoRandomness)?),
            made: now,
            by: Maker {
                name: self.name.parse().map_err(|_| InspectionError::Unreadable)?,
                authority: self.authority.parse().unwrap_or(own),
            },
            crew: self.crew_list(&view.inspection.id)?,
            inspection: view.inspection,
        })
    }

    /// The files of its pictures.
    ///
    /// # Errors
    /// [`InspectionError::Locked`]; the store.
    pub fn report_pictures(
        &self,
        report: &Report,
        now: DateTime<Utc>,
    ) -> Result<Pictures, ReportError> {
        let mut files = Pictures::new();
        for picture in &report.inspection.pictures {
            match self.picture(&report.inspection.id, &picture.digest, now) {
                Ok(file) => drop(files.insert(picture.digest.clone(), file)),
                Err(InspectionError::NoEntry) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(files)
    }

    /// Lays the site's crew list beside an inspection, a CSV file; nothing takes it back. How the
    /// listed cards stand is looked up in the index, where there is one.
    ///
    /// # Errors
    /// [`ReportError::Crew`] when it is none; [`InspectionError::Sent`]; the store.
    pub fn set_crew_list(
        &mut self,
        id: &InspectionId,
        file: Option<&[u8]>,
        now: DateTime<Utc>,
    ) -> Result<(), ReportError> {
        if self.inspection(id, now)?.state == InspectionState::Sent {
            return Err(InspectionError::Sent.into());
        }
        let Some(file) = file else {
            let sql = "DELETE FROM crew_list WHERE inspection = ?1";
            self.store.connection().execute(sql, [id.as_str()])?;
            return Ok(());
        };
        let mut crew = CrewList::read(file)?;
        for listed in &mut crew.listed {
            listed.standing = listed.card.and_then(|card| self.standing(card, now));
        }
        let body = serde_json::to_string(&crew).map_err(|_| InspectionError::Unreadable)?;
        let sql = "INSERT OR REPLACE INTO crew_list VALUES (?1, ?2)";
        self.store.connection().execute(sql, params![id.as_str(), body])?;
        Ok(())
    }

    /// How a card stands by the index: as its best employment does.
    fn standing(&mut self, card: CardNumber, now: DateTime<Utc>) -> Option<Outcome> {
        let about = About { presented: None, site: None, employer: None };
        let person = self.person(card, &about, now).ok()??;
        let outcome = |status| match status {
            Status::Valid => Outcome::Valid,
            Status::Unconfirmed => Outcome::Unconfirmed,
            Status::Invalid | Status::Suspended => Outcome::Invalid,
        };
        person.employments.iter().map(|job| outcome(job.status)).min()
    }

    fn crew_list(&self, id: &InspectionId) -> Result<Option<CrewList>, ReportError> {
        let sql = "SELECT body FROM crew_list WHERE inspection = ?1";
        let body: Option<String> =
            self.store.reading().query_row(sql, [id.as_str()], |row| row.get(0)).optional()?;
        let read = |body: String| serde_json::from_str(&body);
        Ok(body.map(read).transpose().map_err(|_| InspectionError::Unreadable)?)
    }
}
