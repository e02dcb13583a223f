//! Sending acts, and hearing what became of those that were sent.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::params;
use serde::Serialize;
use transport::{Service, TransportError};
use wire::{Act, ActId, KeptAct, Problem, route};

use super::to_json;
use crate::{Inspector, InspectorError, query};

/// How long a settled act stays on the tablet: beyond any time for a complaint that is usual.
const KEPT: TimeDelta = TimeDelta::days(90);

/// Longest list of acts that is read, in bytes: 1,000 of them.
const MAX_LIST: u64 = 4 * 1024 * 1024;

/// What sending led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sent {
    /// Whether the service was reached.
    pub contact: bool,
    /// Acts that it answered now.
    pub answered: usize,
    /// Acts that still wait.
    pub waiting: usize,
}

impl Inspector {
    /// Sends what waits, and asks what became of earlier acts. Without acts there is nothing to
    /// ask.
    ///
    /// # Errors
    /// A service that turns this device away, the store. No contact is no error; the acts wait.
    pub fn send_acts(&mut self, now: DateTime<Utc>) -> Result<Sent, InspectorError> {
        let waiting = self.waiting_acts()?;
        let mut sent = Sent { waiting: waiting.len(), ..Sent::default() };
        let any = "SELECT EXISTS (SELECT 1 FROM act)";
        if !query(&mut self.store, |c| c.query_row(any, [], |row| row.get::<_, bool>(0)))? {
            return Ok(sent);
        }
        let service = Service::at(&self.service)?.with_token(&self.token);
        // Asked first: as long as there is no contact, nothing counts as sent.
        match service.get_json::<Vec<KeptAct>>(route::INSPECTOR_ACTS, MAX_LIST) {
            Err(TransportError::Unreachable(_)) => return Ok(sent),
            known => self.hear(&known?, now)?,
        }
        sent.contact = true;
        for act in waiting {
            match self.send(&service, &act, now) {
                Ok(()) => {
                    sent.answered += 1;
                    sent.waiting -= 1;
                }
                Err(InspectorError::Service(TransportError::Unreachable(_))) => {
                    sent.contact = false;
                    return Ok(sent);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(sent)
    }

    fn send(
        &mut self,
        service: &Service,
        act: &Act,
        now: DateTime<Utc>,
    ) -> Result<(), InspectorError> {
        query(&mut self.store, |connection| {
            let sql = "UPDATE act SET state = 'sending' WHERE id = ?1 AND state = 'queued'";
            connection.execute(sql, [act.id.as_str()])
        })?;
        match service.post::<KeptAct>(route::INSPECTOR_ACTS, act) {
            Ok(kept) => self.settle(&act.id, &to_json(&kept)?, now),
            Err(TransportError::Refused(problem)) if is_final(&problem) => {
                self.settle(&act.id, &to_json(&problem)?, now)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Takes over what the service knows of this inspector's acts, also of those whose answer was
    /// lost, and forgets what is long settled.
    fn hear(&mut self, known: &[KeptAct], now: DateTime<Utc>) -> Result<(), InspectorError> {
        for kept in known {
            let answer = to_json(kept)?;
            query(&mut self.store, |connection| {
                connection.execute(
                    "UPDATE act SET answer = ?2 WHERE id = ?1 AND state = 'settled'",
                    params![kept.act.id.as_str(), answer],
                )
            })?;
        }
        query(&mut self.store, |connection| {
            let sql = "DELETE FROM act WHERE state = 'settled' AND settled < ?1";
            connection.execute(sql, [(now - KEPT).timestamp()])
        })?;
        Ok(())
    }

    fn settle(
        &mut self,
        id: &ActId,
        answer: &str,
        now: DateTime<Utc>,
    ) -> Result<(), InspectorError> {
        query(&mut self.store, |connection| {
            connection.execute(
                "UPDATE act SET state = 'settled', answer = ?2, settled = ?3 WHERE id = ?1",
                params![id.as_str(), answer, now.timestamp()],
            )
        })?;
        Ok(())
    }
}

/// Whether asking again would get the same answer. A device that is turned away, a service in
/// trouble: those can change, and the act waits.
pub(crate) fn is_final(problem: &Problem) -> bool {
    (400..500).contains(&problem.status) && ![401, 408, 429].contains(&problem.status)
}
