//! Acts as the screen gets them. Times are Unix milliseconds.

use card::{ActKind, Authority, CardNumber, Ground};
use chrono::{DateTime, Utc};
use serde::Serialize;
use wire::{Act, ActId, ActOutcome, KeptAct, Note, Problem, ProblemCode};

use super::from_json;
use crate::{Inspector, InspectorError, query};

/// How an act stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActState {
    /// It waits for contact, and can be taken back.
    Queued,
    /// It may have arrived; it is sent again at the next contact.
    Sending,
    /// It is done.
    Done,
    /// Another one was before it; nothing changed.
    Already,
    /// No such card.
    CardUnknown,
    /// The card has no such employment.
    EmploymentUnknown,
    /// The service refused it.
    Refused,
}

/// One act.
#[derive(Clone, Debug, Serialize)]
pub struct ActView {
    /// Its number.
    pub id: ActId,
    /// What is done.
    pub kind: ActKind,
    /// To which card.
    pub card_number: CardNumber,
    /// Whose card; may be empty.
    pub holder: String,
    /// Which company's employment; may be empty.
    pub company: String,
    /// On which ground.
    pub ground: Ground,
    /// What was written to worker and employer.
    pub note: Option<Note>,
    /// When it was decided.
    pub decided: i64,
    /// How it stands.
    pub state: ActState,
    /// Who was before, where another authority's inspector was.
    pub authority: Option<Authority>,
    /// When the service did it, or when another one was before.
    pub at: Option<i64>,
    /// Until when there can be a complaint.
    pub complain_until: Option<i64>,
    /// When a complaint came.
    pub complained: Option<i64>,
    /// When the office undid it.
    pub undone: Option<i64>,
    /// When the employer had a new employment on the card.
    pub restored: Option<i64>,
    /// Why the service refused it.
    pub refused: Option<ProblemCode>,
}

impl Inspector {
    /// The acts on this tablet: those that wait, then the others, the newest first.
    ///
    /// # Errors
    /// The store.
    pub fn acts(&mut self) -> Result<Vec<ActView>, InspectorError> {
        type Row = (String, String, String, String, Option<String>);
        let rows: Vec<Row> = query(&mut self.store, |connection| {
            let mut statement = connection.prepare_cached(
                "SELECT body, holder, company, state, answer FROM act
                 ORDER BY state = 'settled', decided DESC, rowid DESC",
            )?;
            let rows = statement.query_map([], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
            })?;
            rows.collect()
        })?;
        rows.into_iter()
            .map(|(body, holder, company, state, answer)| {
                let view = ActView::waiting(from_json(&body)?, holder, company, &state);
                Ok(match answer {
                    Some(answer) => view.answered(&answer)?,
                    None => view,
                })
            })
            .collect()
    }
}

impl ActView {
    fn waiting(act: Act, holder: String, company: String, state: &str) -> Self {
        Self {
            id: act.id,
            kind: act.kind,
            card_number: act.card_number,
            holder,
            company,
            ground: act.ground,
            note: act.note,
            decided: act.decided.timestamp_millis(),
            state: if state == "queued" { ActState::Queued } else { ActState::Sending },
            authority: None,
            at: None,
            complain_until: None,
            complained: None,
            undone: None,
            restored: None,
            refused: None,
        }
    }

    /// With what the service said.
    fn answered(self, answer: &str) -> Result<Self, InspectorError> {
        if let Ok(Problem { code, .. }) = serde_json::from_str(answer) {
            return Ok(Self { state: ActState::Refused, refused: Some(code), ..self });
        }
        let kept: KeptAct = from_json(answer)?;
        let ms = |time: DateTime<Utc>| time.timestamp_millis();
        let view = Self {
            at: Some(ms(kept.at)),
            complained: kept.complained.map(ms),
            undone: kept.undone.map(ms),
            restored: kept.restored.map(ms),
            ..self
        };
        Ok(match kept.outcome {
            ActOutcome::Done { complain_until } => {
                let complain_until = Some(ms(complain_until));
                Self { state: ActState::Done, complain_until, ..view }
            }
            ActOutcome::Already { first_authority, first_at } => Self {
                state: ActState::Already,
                authority: first_authority,
                at: Some(ms(first_at)),
                ..view
            },
            ActOutcome::CardUnknown => Self { state: ActState::CardUnknown, ..view },
            ActOutcome::EmploymentUnknown => Self { state: ActState::EmploymentUnknown, ..view },
        })
    }
}
