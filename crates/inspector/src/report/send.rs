//! Sending reports: the report, then the pictures that the service has not got yet.

use ::inspection::InspectionId;
use ::report::KeptReport;
use chrono::{DateTime, Utc};
use serde::Serialize;
use transport::{Method, Service, TransportError};
use wire::route;

use super::row::{Row, State};
use super::{Inspector, ReportError};
use crate::act::is_final;
use crate::inspection::{InspectionError, InspectionState};

/// Longest list of reports that is read, in bytes: 1,000 of them with all their pictures' names.
const MAX_LIST: u64 = 8 * 1024 * 1024;

/// What sending led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SentReports {
    /// Whether the service was reached.
    pub contact: bool,
    /// Reports that it answered now.
    pub answered: usize,
    /// Reports that still wait.
    pub waiting: usize,
}

impl Inspector {
    /// Has the report of an inspection wait for the next contact. One that was refused, or that
    /// the inspection has changed since, waits anew under a new number.
    ///
    /// # Errors
    /// [`ReportError::Unfinished`]; [`ReportError::Waiting`]; [`InspectionError::Sent`] when it
    /// has been sent and nothing has changed since.
    pub fn queue_report(
        &mut self,
        id: &InspectionId,
        now: DateTime<Utc>,
    ) -> Result<(), ReportError> {
        let view = self.inspection(id, now)?;
        if view.state == InspectionState::Sent {
            return Err(InspectionError::Sent.into());
        }
        let row = Row::read(&self.store, id)?;
        if row.as_ref().is_some_and(|row| row.state.waits()) {
            return Err(ReportError::Waiting);
        }
        let report = self.report_of(view, row.as_ref(), now)?;
        let row = Row {
            inspection: id.clone(),
            id: report.id,
            state: State::Queued,
            body: None,
            answer: None,
        };
        row.write(self.store.connection())
    }

    /// Sends the reports that wait; after a sync, so that they have what it brought.
    ///
    /// # Errors
    /// A service that turns this device away, the store. No contact is no error; they wait.
    pub fn send_reports(&mut self, now: DateTime<Utc>) -> Result<SentReports, ReportError> {
        let waiting = Row::waiting(&self.store)?;
        let mut sent = SentReports { waiting: waiting.len(), ..SentReports::default() };
        if waiting.is_empty() {
            return Ok(sent);
        }
        let service = Service::at(&self.service)?.with_token(&self.token);
        // Asked first: as long as there is no contact, nothing counts as sent.
        match service.get_json::<Vec<KeptReport>>(route::INSPECTOR_REPORTS, MAX_LIST) {
            Err(TransportError::Unreachable(_)) => return Ok(sent),
            known => known?,
        };
        sent.contact = true;
        for row in waiting {
            match self.send_report(&service, row, now) {
                Ok(true) => {
                    sent.answered += 1;
                    sent.waiting -= 1;
                }
                Ok(false) => {}
                Err(ReportError::Service(TransportError::Unreachable(_))) => {
                    sent.contact = false;
                    return Ok(sent);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(sent)
    }

    /// Sends one; whether the service has answered it for good.
    fn send_report(
        &mut self,
        service: &Service,
        mut row: Row,
        now: DateTime<Utc>,
    ) -> Result<bool, ReportError> {
        if row.body.is_none() {
            let report = match self.report(&row.inspection, now) {
                // It was gone on with: it waits for its end.
                Err(ReportError::Unfinished) => return Ok(false),
                report => report?,
            };
            let report = ::report::Report { id: row.id.clone(), ..report };
            (row.body, row.state) = (Some(report.to_json()), State::Sending);
            row.write(self.store.connection())?;
        }
        match self.hand_over(service, &row, now) {
            Ok(kept) => {
                self.seal(&row, now)?;
                row.answer = Some(json(&kept)?);
                row.state = State::Sent;
            }
            Err(ReportError::Service(TransportError::Refused(problem))) if is_final(&problem) => {
                row.answer = Some(json(&problem)?);
                row.state = State::Refused;
            }
            Err(error) => return Err(error),
        }
        row.write(self.store.connection())?;
        Ok(true)
    }

    /// The report, and what of its pictures is missing there and here.
    fn hand_over(
        &self,
        service: &Service,
        row: &Row,
        now: DateTime<Utc>,
    ) -> Result<KeptReport, ReportError> {
        let body = row.body.clone().unwrap_or_default();
        let route = route::INSPECTOR_REPORTS;
        let mut kept: KeptReport = service.upload(Method::POST, route, "application/json", body)?;
        for name in kept.missing.clone() {
            let file = match self.picture(&row.inspection, &name, now) {
                Err(InspectionError::NoEntry) => continue,
                file => file?,
            };
            let path = format!("{route}/{}/pictures/{name}", row.id);
            kept = service.upload(Method::PUT, &path, "image/jpeg", file)?;
        }
        Ok(kept)
    }

    /// The inspection is done with, if it is still what was sent.
    fn seal(&mut self, row: &Row, now: DateTime<Utc>) -> Result<(), ReportError> {
        let sent = row.report()?;
        let view = self.inspection(&row.inspection, now)?;
        if view.inspection == sent.inspection && self.crew_list(&row.inspection)? == sent.crew {
            self.sent(&row.inspection)?;
        }
        Ok(())
    }
}

fn json(value: &impl Serialize) -> Result<String, ReportError> {
    Ok(serde_json::to_string(value).map_err(|_| InspectionError::Unreadable)?)
}
