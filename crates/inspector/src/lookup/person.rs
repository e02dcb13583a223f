//! A person as an inspector sees them: every employment with its own status, and what that means
//! here.

use std::collections::BTreeSet;

use ::index::{Employment, Qualification, Record};
use ::inspection::FindingKind;
use card::{
    CardNumber, Cause, EmploymentId, EmploymentStatus, Industry, OrganisationNumber, PersonName,
    Reason, Status,
};
use chrono::{DateTime, NaiveDate, Utc};
use key_set::KeySet;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use verifier::Finding;

use super::{at_once, company_name, record};
use crate::{Inspector, InspectorError};

/// What this look is about.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct About {
    /// What stands on the code that was scanned, if one was.
    pub presented: Option<Presented>,
    /// The industry of the work that is inspected.
    pub site: Option<Industry>,
    /// The employer that should be here: main unit or sub-unit.
    pub employer: Option<OrganisationNumber>,
}

/// The employment on a code that was scanned.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Presented {
    /// Its place in the status list; a typed code has none.
    pub status_index: Option<u32>,
    /// The main unit.
    pub organisation_number: OrganisationNumber,
    /// The sub-unit.
    pub sub_unit: OrganisationNumber,
    /// The industry.
    pub industry: Industry,
}

/// A person, as the screen gets it. Times are Unix milliseconds, dates ISO 8601.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// The card's number.
    pub card: CardNumber,
    /// The name.
    pub name: PersonName,
    /// Fødselsnummer or D-number; inspectors may ask for it (2.3).
    pub national_id: String,
    /// The birth date.
    pub birth_date: NaiveDate,
    /// The photo's digest in hexadecimal.
    pub photo_digest: Option<String>,
    /// Since when the card is on the phone that has it now.
    pub phone_since: Option<i64>,
    /// Whether the code came from a phone that the card has since left.
    pub phone_replaced: bool,
    /// The employments; the presented one first.
    pub employments: Vec<EmploymentView>,
    /// What the inspector may find at the one that was presented, or, where none was, when none on
    /// the card fits. It is never found by itself: who works here for whom is for the inspector to
    /// see.
    pub suggested: BTreeSet<FindingKind>,
    /// What the holder may do.
    pub qualifications: Vec<Qualification>,
    /// When the index was published that all this is from.
    pub issued_at: i64,
    /// How old it is, in seconds.
    pub age_seconds: i64,
}

/// An employment, as the screen gets it.
#[derive(Clone, Debug, Serialize)]
pub struct EmploymentView {
    /// Its name at the issuer, for acts.
    pub id: EmploymentId,
    /// The company's name, if it is known.
    pub company: Option<String>,
    /// The main unit.
    pub organisation_number: OrganisationNumber,
    /// The sub-unit.
    pub sub_unit: OrganisationNumber,
    /// The industry.
    pub industry: Industry,
    /// From when.
    pub valid_from: i64,
    /// Until when.
    pub valid_until: i64,
    /// How it stands.
    pub status: Status,
    /// Why, since when, and who mends it.
    pub reasons: Vec<Finding>,
    /// What changed, the newest first.
    pub history: Vec<HistoryView>,
    /// Whether it is the one on the code.
    pub presented: bool,
    /// Whether its industry is accepted for the work that is inspected, if that was said.
    pub accepted_here: Option<bool>,
    /// Whether it is with the employer that should be here, if that was said.
    pub expected: Option<bool>,
}

/// A reason that came or went.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct HistoryView {
    /// Which.
    pub reason: Reason,
    /// Whether it came.
    pub set: bool,
    /// When.
    pub at: i64,
}

impl Inspector {
    /// All about a card's holder; `None` for a card that the index doesn't have.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    pub fn person(
        &self,
        card: CardNumber,
        about: &About,
        now: DateTime<Utc>,
    ) -> Result<Option<PersonView>, InspectorError> {
        let (database, issued) = self.look_up(now)?;
        let database = &at_once(database)?;
        let Some(record) = record(database, card)? else { return Ok(None) };
        let presented = presented(&record, about.presented.as_ref());
        let looked_up = about.presented.is_none();
        let mut employments = Vec::new();
        for job in &record.employments {
            let mut view = view(database, self.key_set(), job, now)?;
            view.presented = presented.is_some_and(|id| *id == job.id);
            view.accepted_here = about.site.map(|site| job.industry.is_accepted_at(site));
            view.expected = about.employer.map(|unit| [job.company, job.sub_unit].contains(&unit));
            employments.push(view);
        }
        // The presented one, then those that count, the newest first.
        employments.reverse();
        employments.sort_by_key(|job| (!job.presented, job.status != Status::Valid));
        Ok(Some(PersonView {
            card,
            suggested: misfits(employments.iter().filter(|job| job.presented || looked_up)),
            phone_replaced: replaced(&record, about.presented.as_ref()),
            national_id: record.national_id.expose().to_owned(),
            name: record.name,
            birth_date: record.birth_date,
            photo_digest: record.photo.map(|digest| digest.to_string()),
            phone_since: record.phone_since.map(|at| at.timestamp_millis()),
            employments,
            qualifications: record.qualifications,
            issued_at: issued.timestamp_millis(),
            age_seconds: (now - issued).num_seconds().max(0),
        }))
    }
}

/// In what none of these employments fits here, as far as it was said what would.
fn misfits<'e>(jobs: impl Iterator<Item = &'e EmploymentView> + Clone) -> BTreeSet<FindingKind> {
    let none = |fits: fn(&EmploymentView) -> Option<bool>| {
        let mut fits = jobs.clone().map(fits).peekable();
        fits.peek().is_some() && fits.all(|fits| fits == Some(false))
    };
    let employer = none(|job| job.expected).then_some(FindingKind::WrongEmployer);
    let industry = none(|job| job.accepted_here).then_some(FindingKind::WrongIndustry);
    employer.into_iter().chain(industry).collect()
}

/// The employment that was presented: by its place in the status list, or, on a code from another
/// phone than the index knows of, by what stands on it.
fn presented<'r>(record: &'r Record, shown: Option<&Presented>) -> Option<&'r EmploymentId> {
    let shown = shown?;
    let same_place =
        |job: &&Employment| job.status_index.is_some() && job.status_index == shown.status_index;
    let same_face = |job: &&Employment| {
        (job.company, job.sub_unit, job.industry)
            == (shown.organisation_number, shown.sub_unit, shown.industry)
    };
    let jobs = || record.employments.iter();
    jobs().find(same_place).or_else(|| jobs().rfind(same_face)).map(|job| &job.id)
}

/// Places in the status list are given out in order, so a code with an earlier one than all that
/// the card has now is from a phone that it has left.
fn replaced(record: &Record, shown: Option<&Presented>) -> bool {
    let Some(place) = shown.and_then(|shown| shown.status_index) else { return false };
    let mut now = record.employments.iter().filter_map(|job| job.status_index).peekable();
    now.peek().is_some() && now.all(|current| place < current)
}

fn view(
    database: &Connection,
    set: Option<&KeySet>,
    job: &Employment,
    now: DateTime<Utc>,
) -> Result<EmploymentView, InspectorError> {
    let status = status(set, job, now);
    let history = |change: &::index::Change| HistoryView {
        reason: change.reason,
        set: change.set,
        at: change.at.timestamp_millis(),
    };
    Ok(EmploymentView {
        id: job.id.clone(),
        company: company_name(database, job.company)?.map(|name| name.to_string()),
        organisation_number: job.company,
        sub_unit: job.sub_unit,
        industry: job.industry,
        valid_from: job.validity.from().timestamp_millis(),
        valid_until: job.validity.until().timestamp_millis(),
        status: status.status(),
        reasons: status.causes().iter().copied().map(Finding::Status).collect(),
        history: job.history.iter().map(history).collect(),
        presented: false,
        accepted_here: None,
        expected: None,
    })
}

/// How an employment stands: as the status list says, which may be newer than the index; else as
/// the index does.
pub(crate) fn status(
    set: Option<&KeySet>,
    job: &Employment,
    now: DateTime<Utc>,
) -> EmploymentStatus {
    let place = job.status_index.zip(set);
    let listed = place.and_then(|(index, set)| Some((index, set, set.status(index)?)));
    let causes: Vec<Cause> = match listed {
        Some((_, _, Status::Valid)) => Vec::new(),
        Some((index, set, _)) => set.causes(index),
        None => return job.status(now),
    };
    Employment { causes, ..job.clone() }.status(now)
}
