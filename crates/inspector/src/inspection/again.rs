//! Checks of an inspection are judged again when a sync has brought newer data, as of the time of
//! the check; only what turns out otherwise is told, and once.

use std::collections::BTreeSet;

use ::index::{Employment, Record};
use ::inspection::{Because, FindingKind, InspectionId, JudgedAgain, Met, MetId, Place, Who};
use card::{CardNumber, CompanyName, EmploymentId, Industry, OrganisationNumber, Outcome};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use verifier::{CardFace, Finding, Policy, verify_again};

use super::table::{Entry, change, from_json, to_json, unreadable};
use super::{Head, InspectionError};
use crate::Inspector;
use crate::lookup::{company_name, record, status};

/// On what an entry can be judged again, and what it came to the last time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ground {
    on: On,
    outcome: Outcome,
    /// What was held against the card.
    against: BTreeSet<String>,
    /// What that suggested to the inspector.
    pub(super) suggested: BTreeSet<FindingKind>,
    /// With which data: versions of key set and index.
    data: String,
}

/// What was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum On {
    /// A code, and what was asked of it.
    Code { text: String, site: Option<Industry>, challenge: Option<String>, tolerance: i64 },
    /// A card in the index.
    Card { card: CardNumber, job: Job, site: Option<Industry>, pass: bool },
}

/// An employment, by what stands on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Job {
    pub(super) organisation_number: OrganisationNumber,
    pub(super) sub_unit: OrganisationNumber,
    pub(super) industry: Industry,
}

/// An entry that turned out otherwise.
#[derive(Clone, Debug, Serialize)]
pub struct News {
    /// In which inspection.
    pub inspection: InspectionId,
    /// Where that was.
    pub place: Place,
    /// Which entry.
    pub met: MetId,
    /// Who it is.
    pub who: Who,
    /// When the card was checked.
    pub checked: DateTime<Utc>,
    /// What it was.
    pub from: Outcome,
    /// What it is.
    pub to: Outcome,
    /// Why, with since when: before the check or after it.
    pub reasons: Vec<Reason>,
}

/// Why it is otherwise.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// Which, and since when.
    #[serde(flatten)]
    pub because: Because,
    /// Whether it came after the check; `None` where that isn't known.
    pub after: Option<bool>,
}

/// What is stored of it.
#[derive(Serialize, Deserialize)]
struct Turned {
    from: Outcome,
    to: Outcome,
    reasons: Vec<Because>,
}

/// An answer, and why.
type Answer = (Outcome, Vec<Finding>);

impl Inspector {
    /// The ground to judge a check again on.
    pub(super) fn ground(
        &self,
        on: On,
        outcome: Outcome,
        reasons: &[Finding],
        suggested: &BTreeSet<FindingKind>,
    ) -> Ground {
        let (against, suggested) = (against(reasons), suggested.clone());
        Ground { on, outcome, against, suggested, data: self.data() }
    }

    fn data(&self) -> String {
        let index = self.index.as_ref().and_then(crate::Index::held).map(|held| held.version);
        let set = self.key_set().map(key_set::KeySet::version);
        format!("{}.{}", set.unwrap_or(0), index.unwrap_or(0))
    }

    /// Judges again what was checked with other data than what is here now. Says how many turned
    /// out otherwise.
    pub(crate) fn judge_again(&mut self, now: DateTime<Utc>) -> Result<u32, InspectionError> {
        if self.key_set().is_none() {
            return Ok(0);
        }
        let ids: Vec<String> = {
            let sql = "SELECT id FROM met WHERE ground IS NOT NULL AND removed = 0";
            let mut statement = self.store.reading().prepare_cached(sql)?;
            let ids = statement.query_map([], |row| row.get(0))?;
            ids.collect::<Result<_, _>>()?
        };
        let mut turned = 0;
        for id in ids {
            turned += u32::from(self.judge_entry_again(&id.parse().map_err(unreadable)?, now)?);
        }
        Ok(turned)
    }

    fn judge_entry_again(
        &mut self,
        id: &MetId,
        now: DateTime<Utc>,
    ) -> Result<bool, InspectionError> {
        let (_, read) = Entry::read(self.store.reading(), id)?;
        let (Some(ground), Some(check)) = (&read.ground, &read.met.check) else { return Ok(false) };
        let data = self.data();
        if ground.data == data {
            return Ok(false);
        }
        let Some(((outcome, reasons), card)) = self.answer(&ground.on, check.at, now) else {
            return Ok(false);
        };
        let issued = self.key_set().map(key_set::KeySet::issued);
        let known = card.map(|card| self.who(&card, now));
        let found = (outcome, against(&reasons));
        let otherwise = ground.turned(&found);
        let next = Ground {
            on: ground.on.clone(),
            outcome: found.0,
            against: found.1,
            suggested: ground.suggested.clone(),
            data,
        };
        change(&mut self.store, |transaction| {
            let (inspection, mut entry) = Entry::read(transaction, id)?;
            // Met again meanwhile: the next sync looks at that.
            if entry.ground != read.ground {
                return Ok(false);
            }
            let from = ground.outcome;
            entry.ground = Some(next);
            if !otherwise {
                entry.write(transaction, &inspection)?;
                return Ok(false);
            }
            let because = Because::all(&reasons);
            tell(&mut entry.met, known, &because, outcome, issued, now);
            entry.write(transaction, &inspection)?;
            let sql = "SELECT news FROM met WHERE id = ?1";
            let untold: Option<String> =
                transaction.query_row(sql, [id.as_str()], |row| row.get(0))?;
            let untold: Option<Turned> = untold.map(|news| from_json(&news)).transpose()?;
            let from = untold.map_or(from, |untold| untold.from);
            let news = to_json(&Turned { from, to: outcome, reasons: because })?;
            transaction
                .execute("UPDATE met SET news = ?2 WHERE id = ?1", params![id.as_str(), news])?;
            Ok(true)
        })
    }

    /// What there is now to say of it; `None` when there is no data for that.
    fn answer(
        &self,
        on: &On,
        checked: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Option<(Answer, Option<CardFace>)> {
        match on {
            On::Code { text, site, challenge, tolerance } => {
                let challenge = challenge.as_ref().and_then(|digits| digits.parse().ok());
                let tolerance = TimeDelta::try_seconds(*tolerance)?;
                let policy = Policy { tolerance, site: *site, challenge };
                let verdict = verify_again(text, self.key_set()?, checked, &policy);
                Some(((verdict.outcome, verdict.reasons), verdict.card))
            }
            On::Card { card, job, site, pass } => {
                let (database, _) = self.look_up(now).ok()?;
                let record = record(database, *card).ok()??;
                // The one that holds then, of several with the same words.
                let held = record.employments.iter().rfind(|held| job.is(held))?;
                let (mut outcome, mut reasons) = self.stands(held, *site, checked);
                if *pass {
                    outcome = outcome.max(Outcome::Unconfirmed);
                    reasons.push(Finding::WalletPass);
                }
                Some(((outcome, reasons), None))
            }
        }
    }

    /// How an employment stands, for work in `site`.
    fn stands(&self, job: &Employment, site: Option<Industry>, at: DateTime<Utc>) -> Answer {
        let status = status(self.key_set(), job, at);
        let mut reasons: Vec<_> = status.causes().iter().copied().map(Finding::Status).collect();
        if let Some(site) = site.filter(|site| !job.industry.is_accepted_at(*site)) {
            reasons.push(Finding::IndustryNotAccepted { card: job.industry, site });
        }
        reasons.sort_by_key(|reason| std::cmp::Reverse(reason.outcome()));
        let outcome = reasons.first().map_or(Outcome::Valid, Finding::outcome);
        (outcome, reasons)
    }

    /// The employment that was asked for, or the one that stands best here.
    pub(super) fn best(
        &self,
        record: &Record,
        employment: Option<&EmploymentId>,
        site: Option<Industry>,
        now: DateTime<Utc>,
    ) -> Option<(Job, Answer)> {
        let asked = |job: &&Employment| employment.is_none_or(|id| *id == job.id);
        let stand = |job: &Employment| (Job::of(job), self.stands(job, site, now));
        // Of equals the newest.
        record.employments.iter().rev().filter(asked).map(stand).min_by_key(|(_, answer)| answer.0)
    }

    /// A company's name.
    pub(super) fn company(
        &self,
        number: OrganisationNumber,
        now: DateTime<Utc>,
    ) -> Option<CompanyName> {
        company_name(self.look_up(now).ok()?.0, number).ok().flatten()
    }

    /// What has turned out otherwise and has not been told.
    ///
    /// # Errors
    /// [`InspectionError::Locked`]; the store.
    pub fn news(&self, now: DateTime<Utc>) -> Result<Vec<News>, InspectionError> {
        self.may_work(now)?;
        let connection = self.store.reading();
        let sql = "SELECT id, news FROM met WHERE news IS NOT NULL AND removed = 0 ORDER BY rowid";
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let rows: Vec<(String, String)> = rows.collect::<Result<_, _>>()?;
        let of = |(id, news): (String, String)| {
            let (inspection, entry) = Entry::read(connection, &id.parse().map_err(unreadable)?)?;
            let Turned { from, to, reasons } = from_json(&news)?;
            let place = Head::read(connection, &inspection)?.inspection.place;
            let Met { id: met, at, who, check, .. } = entry.met;
            let checked = check.map_or(at, |check| check.at);
            let after = |because: &Because| because.since.map(|since| since > checked);
            let reason = |because| Reason { after: after(&because), because };
            let reasons = reasons.into_iter().map(reason).collect();
            Ok(News { inspection, place, met, who, checked, from, to, reasons })
        };
        rows.into_iter().map(of).collect()
    }

    /// All that [`news`](Self::news) told has been seen.
    ///
    /// # Errors
    /// The store.
    pub fn news_seen(&mut self, seen: &[MetId]) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            for id in seen {
                transaction.execute("UPDATE met SET news = NULL WHERE id = ?1", [id.as_str()])?;
            }
            Ok(())
        })
    }
}

/// Writes beside the check what it comes to now; nothing where that is what it was.
fn tell(
    met: &mut Met,
    known: Option<Who>,
    because: &[Because],
    outcome: Outcome,
    data_issued: Option<DateTime<Utc>>,
    at: DateTime<Utc>,
) {
    let same = met
        .check
        .as_ref()
        .is_some_and(|check| check.outcome == outcome && check.reasons == because);
    let reasons = because.to_vec();
    met.judged_again = (!same).then_some(JudgedAgain { at, outcome, reasons, data_issued });
    // A card that could not be read then can be now.
    if let Some(known) = known.filter(|_| met.who.card.is_none()) {
        met.who = known;
    }
}

/// What is held against the card.
fn against(reasons: &[Finding]) -> BTreeSet<String> {
    let invalid = reasons.iter().filter(|reason| reason.outcome() == Outcome::Invalid);
    invalid.map(|reason| reason.code().to_owned()).collect()
}

impl Ground {
    /// Whether this is another verdict. Where the service gave no reason, a reason is no news.
    fn turned(&self, (outcome, against): &(Outcome, BTreeSet<String>)) -> bool {
        let bare = [Finding::InvalidWithoutReason, Finding::Suspended];
        let bare = bare.iter().any(|finding| self.against.contains(finding.code()));
        let held = |outcome: Outcome| outcome == Outcome::Invalid && !bare;
        self.outcome != *outcome || held(*outcome) && self.against != *against
    }
}

impl Job {
    fn of(job: &Employment) -> Self {
        let Employment { company, sub_unit, industry, .. } = *job;
        Self { organisation_number: company, sub_unit, industry }
    }

    fn is(&self, job: &Employment) -> bool {
        *self == Self::of(job)
    }
}
