//! Acts in the field: an employment is removed, a card is seized, with network or without.
//!
//! **Threat.** A tablet loses its network, or its battery, between sending an act and hearing the
//! answer. So an act is stored before anything else happens; its number, chosen here, lets the
//! service do it once however often it is sent; and it can be undone here only as long as it can't
//! have arrived. What the service says to it is kept until the inspector has seen it.
//!
//! Acts are deliberate: they are the only thing about a person that a check leaves on the tablet.

mod send;
mod view;

use card::{ActKind, Authority, CardNumber, CompanyName, Ground, PersonName};
use chrono::{DateTime, Utc};
use rusqlite::params;
use wire::{Act, ActId, ActOn, Note};

use crate::{Inspector, InspectorError, query, random};

pub use send::Sent;
pub(crate) use send::is_final;
pub use view::{ActState, ActView};

/// What an inspector decides in front of a card.
#[derive(Clone, Debug)]
pub struct Decision {
    /// What is done.
    pub kind: ActKind,
    /// To which card.
    pub card_number: CardNumber,
    /// Which employment is removed; nothing for a whole card.
    pub employment: Option<ActOn>,
    /// On which ground.
    pub ground: Ground,
    /// What there is to say to worker and employer.
    pub note: Option<Note>,
    /// Whose card it is, for the list on this tablet only.
    pub holder: Option<PersonName>,
    /// The company that the code named, likewise.
    pub company: Option<CompanyName>,
}

impl Inspector {
    /// What this inspector's authority may do. The service decides; this is for the screen.
    #[must_use]
    pub fn may(&self) -> Vec<ActKind> {
        let authority = Authority::named(&self.authority);
        let may = |kind: &ActKind| authority.is_some_and(|authority| authority.may(*kind));
        ActKind::ALL.into_iter().filter(may).collect()
    }

    /// Keeps what was decided, to be sent at the next contact; until then it can be undone.
    ///
    /// # Errors
    /// [`InspectorError::ActNotAllowed`], [`InspectorError::UnfitAct`];
    /// [`InspectorError::ActWaiting`] when the same is decided already; the store.
    pub fn decide(
        &mut self,
        decision: Decision,
        now: DateTime<Utc>,
    ) -> Result<ActId, InspectorError> {
        let id = ActId::of(random().map_err(|_| InspectorError::NoRandomness)?);
        let Decision { kind, card_number, employment, ground, note, holder, company } = decision;
        let decided = DateTime::from_timestamp(now.timestamp(), 0).unwrap_or(now);
        let act = Act { id, kind, card_number, employment, ground, note, decided };
        act.fits()?;
        if !self.may().contains(&kind) {
            return Err(InspectorError::ActNotAllowed);
        }
        let same = |other: &Act| {
            (other.kind, other.card_number, other.employment)
                == (act.kind, act.card_number, act.employment)
        };
        if self.waiting_acts()?.iter().any(same) {
            return Err(InspectorError::ActWaiting);
        }
        let body = to_json(&act)?;
        query(&mut self.store, |connection| {
            connection.execute(
                "INSERT INTO act VALUES (?1, ?2, ?3, ?4, ?5, 'queued', NULL, NULL)",
                params![
                    act.id.as_str(),
                    body,
                    holder.as_ref().map_or("", PersonName::as_str),
                    company.as_ref().map_or("", CompanyName::as_str),
                    decided.timestamp(),
                ],
            )
        })?;
        Ok(act.id)
    }

    /// Takes back an act that has not been sent.
    ///
    /// # Errors
    /// [`InspectorError::ActSent`] when it may have arrived: only the office can undo it then, or
    /// there is no such act.
    pub fn take_back(&mut self, id: &ActId) -> Result<(), InspectorError> {
        let gone = query(&mut self.store, |connection| {
            connection.execute("DELETE FROM act WHERE id = ?1 AND state = 'queued'", [id.as_str()])
        })?;
        if gone == 0 { Err(InspectorError::ActSent) } else { Ok(()) }
    }

    /// The acts that wait for the service's answer, in the order in which they were decided.
    fn waiting_acts(&mut self) -> Result<Vec<Act>, InspectorError> {
        let bodies: Vec<String> = query(&mut self.store, |connection| {
            let mut statement = connection.prepare_cached(
                "SELECT body FROM act WHERE state <> 'settled' ORDER BY decided, rowid",
            )?;
            let bodies = statement.query_map([], |row| row.get(0))?;
            bodies.collect()
        })?;
        bodies.iter().map(|body| from_json(body)).collect()
    }
}

fn to_json(value: &impl serde::Serialize) -> Result<String, InspectorError> {
    serde_json::to_string(value).map_err(|_| InspectorError::ActUnreadable)
}

fn from_json<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, InspectorError> {
    serde_json::from_str(json).map_err(|_| InspectorError::ActUnreadable)
}
