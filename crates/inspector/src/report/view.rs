//! The report as the screen gets it. Times are Unix milliseconds.

use std::collections::HashMap;

use ::inspection::{InspectionId, Met, Place};
use ::report::{Comparison, CrewList, KeptReport, Listed, Report, Totals, Unread};
use card::{CardNumber, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use wire::{Problem, ProblemCode};

use super::row::{Row, State};
use super::{Inspector, ReportError};
use crate::inspection::InspectionState;

/// Most people in one list on the screen; the report has all.
const MOST: usize = 50;

/// The report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportView {
    /// Where the inspection was.
    pub place: Place,
    /// When it ended.
    pub ended: Option<i64>,
    /// What it adds up to.
    pub totals: Totals,
    /// The crew list beside it.
    pub crew: Option<CrewView>,
    /// How it stands with the service.
    pub state: ReportState,
}

/// How a report stands with the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReportState {
    /// It has not been sent.
    None,
    /// It waits for contact.
    Waiting,
    /// The service has it.
    Sent {
        /// Since when.
        at: i64,
        /// Whether inspection or crew list have changed since, so that another one can be sent.
        changed: bool,
    },
    /// The service doesn't take it.
    Refused {
        /// Why.
        code: ProblemCode,
    },
}

/// The crew list beside those met.
#[derive(Clone, Debug, Serialize)]
pub struct CrewView {
    /// How many are on it.
    pub listed: usize,
    /// Present but not listed.
    pub unlisted: Listing,
    /// Listed, but no valid card.
    pub without_valid_card: Listing,
    /// Listed and not met.
    pub not_met: Listing,
    /// How many rows have faults.
    pub unread: usize,
    /// The first of those.
    pub faults: Vec<Unread>,
}

/// People, counted, and the first of them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Listing {
    /// How many.
    pub count: usize,
    /// The first.
    pub people: Vec<Person>,
}

/// Somebody in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    /// The name, where it is known.
    pub name: Option<String>,
    /// The card's number.
    pub card: Option<CardNumber>,
    /// The birth date.
    pub birth_date: Option<NaiveDate>,
    /// The employer.
    pub company: Option<String>,
    /// How the card stands, where that is known.
    pub outcome: Option<Outcome>,
}

impl Inspector {
    /// The report of an inspection that has ended.
    ///
    /// # Errors
    /// As [`report`](Self::report).
    pub fn report_view(
        &self,
        id: &InspectionId,
        now: DateTime<Utc>,
    ) -> Result<ReportView, ReportError> {
        let (view, row) = (self.inspection(id, now)?, Row::read(&self.store, id)?);
        let sealed = view.state == InspectionState::Sent;
        let report = self.report_of(view, row.as_ref(), now)?;
        let state = row.map_or(ReportState::None, |row| state(&row, !sealed));
        Ok(ReportView {
            place: report.inspection.place.clone(),
            ended: report.inspection.ended.map(|at| at.timestamp_millis()),
            totals: report.totals(),
            crew: CrewView::of(&report),
            state,
        })
    }
}

fn state(row: &Row, changed: bool) -> ReportState {
    let answer = row.answer.as_deref().unwrap_or_default();
    match row.state {
        State::Queued | State::Sending => ReportState::Waiting,
        State::Sent => {
            let kept: Option<KeptReport> = serde_json::from_str(answer).ok();
            let at = kept.map_or(0, |kept| kept.at.timestamp_millis());
            ReportState::Sent { at, changed }
        }
        State::Refused => {
            let problem: Option<Problem> = serde_json::from_str(answer).ok();
            let code = problem.map_or(ProblemCode::Other, |problem| problem.code);
            ReportState::Refused { code }
        }
    }
}

impl CrewView {
    fn of(report: &Report) -> Option<Self> {
        let (crew, done) = (report.crew.as_ref()?, report.comparison()?);
        let people = &report.inspection.met;
        let met: HashMap<_, &Met> = people.iter().map(|met| (&met.id, met)).collect();
        let listed: HashMap<_, &Listed> = crew.listed.iter().map(|one| (one.line, one)).collect();
        Some(Self {
            listed: crew.listed.len(),
            unlisted: Listing::of(
                done.unlisted.iter().filter_map(|id| met.get(id)).map(Person::met),
            ),
            without_valid_card: Listing::of(without(&done, &met, &listed)),
            not_met: Listing::of(
                done.not_met.iter().filter_map(|line| listed.get(line)).map(Person::listed),
            ),
            unread: crew.unread.len(),
            faults: faults(crew),
        })
    }
}

fn faults(crew: &CrewList) -> Vec<Unread> {
    crew.unread.iter().take(MOST).copied().collect()
}

/// Those who were met first.
fn without<'p>(
    done: &'p Comparison,
    met: &'p HashMap<&::inspection::MetId, &Met>,
    listed: &'p HashMap<u32, &Listed>,
) -> impl Iterator<Item = Person> + 'p {
    let here = done.met_without_valid_card.iter().filter_map(|pair| met.get(&pair.met));
    let absent = done.absent_without_valid_card.iter().filter_map(|line| listed.get(line));
    here.map(Person::met).chain(absent.map(Person::listed))
}

impl Listing {
    fn of(people: impl Iterator<Item = Person>) -> Self {
        let mut listing = Self::default();
        for person in people {
            listing.count += 1;
            if listing.people.len() < MOST {
                listing.people.push(person);
            }
        }
        listing
    }
}

impl Person {
    fn met(met: &&Met) -> Self {
        Self {
            name: met.who.name.as_ref().map(ToString::to_string),
            card: met.who.card,
            birth_date: met.who.birth_date,
            company: met.who.company.as_ref().map(ToString::to_string),
            outcome: met.outcome(),
        }
    }

    fn listed(listed: &&Listed) -> Self {
        Self {
            name: listed.name.as_ref().map(ToString::to_string),
            card: listed.card,
            birth_date: listed.birth_date,
            company: listed.company.as_ref().map(ToString::to_string),
            outcome: listed.standing,
        }
    }
}
