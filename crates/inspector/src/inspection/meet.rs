//! Somebody is met: the check, and the entry that it leaves in the open inspection.

use std::collections::BTreeSet;

use ::inspection::{Because, Check, FindingKind, How, MOST_MET, Met, MetId, Place, Who, suggested};
use card::{CardNumber, CompanyName, EmploymentId, Industry, Outcome, PersonName};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use verifier::{CardFace, Finding, Policy, Verdict};

use super::again::{Ground, Job, On};
use super::table::{Entry, Head, change};
use super::{InspectionError, Totals};
use crate::lookup::record;
use crate::{Inspector, InspectorError, random};

/// What came of a check.
#[derive(Debug, Serialize)]
pub struct Seen {
    /// The verdict.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// The entry it left, when an inspection is open and it is known whose card it is.
    pub put: Option<Put>,
    /// The code, when an inspection is open and it isn't known: to be put in with what the person
    /// tells.
    pub unknown: Option<String>,
    /// Why it could not be put in; a verdict is not withheld because a disk is full.
    #[serde(skip)]
    pub not_kept: Option<InspectionError>,
}

impl From<Verdict> for Seen {
    /// A verdict that leaves nothing.
    fn from(verdict: Verdict) -> Self {
        Self { verdict, put: None, unknown: None, not_kept: None }
    }
}

/// An entry that was put in.
#[derive(Clone, Debug, Serialize)]
pub struct Put {
    /// The entry.
    pub id: MetId,
    /// When this person was met before in this inspection, if so: there is still one entry.
    pub before: Option<DateTime<Utc>>,
    /// Where that was.
    pub place: Place,
    /// The entry as it is now: with it the screen has the inspection without reading it anew.
    pub met: Met,
    /// What is in the inspection, with the entry.
    pub totals: Totals,
}

/// What a person tells who shows nothing that says it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Told {
    /// The name.
    pub name: Option<PersonName>,
    /// The birth date.
    pub birth_date: Option<NaiveDate>,
    /// For whom the person works.
    pub company: Option<CompanyName>,
    /// A code that was shown all the same, and from which nobody can be known yet.
    pub code: Option<String>,
}

impl Told {
    pub(super) fn tell(self, who: &mut Who) {
        who.name = self.name;
        who.birth_date = self.birth_date;
        who.company = self.company;
    }
}

/// An entry to be.
struct Meeting {
    how: How,
    who: Who,
    check: Option<Check>,
    suggested: BTreeSet<FindingKind>,
    ground: Option<Ground>,
}

impl Inspector {
    /// Checks a code that was scanned; if an inspection is open, it goes into that.
    ///
    /// # Errors
    /// The store, when it can't be read. What can't be kept is no error but
    /// [`Seen::not_kept`].
    pub fn meet_scanned(
        &mut self,
        text: &str,
        now: DateTime<Utc>,
        policy: &Policy,
    ) -> Result<Seen, InspectionError> {
        let here = self.site(now)?;
        let policy = at_site(policy, here);
        let verdict = self.check_scanned(text, now, &policy);
        // Digits that were asked for come with the next code.
        let answers = !verdict.reasons.contains(&Finding::ChallengeMissing);
        if here.is_none() || !answers {
            return Ok(verdict.into());
        }
        let Some(card) = &verdict.card else {
            return Ok(Seen { unknown: Some(text.to_owned()), ..verdict.into() });
        };
        let on = match card.status_index {
            Some(_) => On::code(text, &policy),
            None => On::card(card, &policy, &verdict.reasons),
        };
        Ok(self.put_verdict(How::Scanned, verdict, on, now))
    }

    /// Has a typed code checked; if an inspection is open, it goes into that.
    ///
    /// # Errors
    /// Those of [`check_typed`](Self::check_typed); the store, when it can't be read.
    pub fn meet_typed(
        &mut self,
        card_number: &str,
        digits: &str,
        now: DateTime<Utc>,
        policy: &Policy,
    ) -> Result<Seen, InspectionError> {
        let here = self.site(now)?;
        let policy = at_site(policy, here);
        let verdict = self.check_typed(card_number, digits, now, &policy)?;
        match &verdict.card {
            Some(card) if here.is_some() => {
                let on = On::card(card, &policy, &verdict.reasons);
                Ok(self.put_verdict(How::Typed, verdict, on, now))
            }
            _ => Ok(verdict.into()),
        }
    }

    /// Somebody whom the inspector has looked up is here: by one of the employments, or the one
    /// that fits best.
    ///
    /// # Errors
    /// [`InspectionError::NoneOpen`]; what [`person`](Self::person) refuses.
    pub fn meet_known(
        &mut self,
        card: CardNumber,
        employment: Option<&EmploymentId>,
        now: DateTime<Utc>,
    ) -> Result<Put, InspectionError> {
        let site = self.site(now)?.ok_or(InspectionError::NoneOpen)?;
        let (database, issued) = self.look_up(now)?;
        let record = record(database, card)?.ok_or(InspectionError::NoEntry)?;
        let (job, (outcome, reasons)) =
            self.best(&record, employment, site, now).ok_or(InspectionError::NoEntry)?;
        let who = Who {
            card: Some(card),
            name: Some(record.name.clone()),
            birth_date: Some(record.birth_date),
            national_id: Some(record.national_id.clone()),
            company: self.company(job.organisation_number, now),
            organisation_number: Some(job.organisation_number),
            sub_unit: Some(job.sub_unit),
            industry: Some(job.industry),
        };
        let on = On::Card { card, job, site, pass: false };
        let check =
            Check { at: now, outcome, reasons: Because::all(&reasons), data_issued: Some(issued) };
        let suggested = suggested(outcome, &reasons);
        let ground = Some(self.ground(on, outcome, &reasons, &suggested));
        self.put(Meeting { how: How::LookedUp, who, check: Some(check), suggested, ground }, now)
    }

    /// Somebody is here who shows no card from which it is known who it is.
    ///
    /// # Errors
    /// [`InspectionError`].
    pub fn meet_told(&mut self, told: Told, now: DateTime<Utc>) -> Result<Put, InspectionError> {
        let mut who = Who::default();
        let code = told.code.clone().filter(|code| code.len() <= presentation::MAX_TEXT_BYTES);
        told.tell(&mut who);
        let Some(code) = code else {
            let suggested = [FindingKind::NoCard].into();
            let how = How::NothingShown;
            return self.put(Meeting { how, who, check: None, suggested, ground: None }, now);
        };
        let policy = at_site(&Policy::default(), self.site(now)?);
        let verdict = self.check_text(&code, now, &policy);
        let suggested = suggested(verdict.outcome, &verdict.reasons);
        let on = On::code(&code, &policy);
        let ground = Some(self.ground(on, verdict.outcome, &verdict.reasons, &suggested));
        let check = Some(check_of(&verdict));
        self.put(Meeting { how: How::Scanned, who, check, suggested, ground }, now)
    }

    fn put_verdict(&mut self, how: How, verdict: Verdict, on: On, now: DateTime<Utc>) -> Seen {
        let who = verdict.card.as_ref().map(|card| self.who(card, now)).unwrap_or_default();
        let suggested = suggested(verdict.outcome, &verdict.reasons);
        let ground = Some(self.ground(on, verdict.outcome, &verdict.reasons, &suggested));
        let check = Some(check_of(&verdict));
        let seen = Seen::from(verdict);
        match self.put(Meeting { how, who, check, suggested, ground }, now) {
            Ok(put) => Seen { put: Some(put), ..seen },
            Err(error) => Seen { not_kept: Some(error), ..seen },
        }
    }

    fn put(&mut self, meeting: Meeting, now: DateTime<Utc>) -> Result<Put, InspectionError> {
        self.may_work(now)?;
        let fresh = MetId::of(random().map_err(|_| InspectionError::NoRandomness)?);
        change(&mut self.store, |transaction| {
            let mut head = Head::open(transaction)?.ok_or(InspectionError::NoneOpen)?;
            let inspection = head.inspection.id.clone();
            let known = Entry::of_same(transaction, &inspection, &meeting.who)?;
            let before = known.as_ref().map(|entry| entry.met.at);
            let entry = match known {
                Some(entry) => meeting.again(entry),
                None => meeting.first(fresh, now),
            };
            entry.write(transaction, &inspection)?;
            let totals = Totals::of(transaction, &inspection)?;
            if totals.met > MOST_MET {
                return Err(InspectionError::Full);
            }
            head.looking = Some(entry.met.id.clone());
            head.write(transaction)?;
            let (id, place) = (entry.met.id.clone(), head.inspection.place);
            Ok(Put { id, before, place, met: entry.met, totals })
        })
    }

    /// Whose card it is, with what the index knows beyond it.
    pub(super) fn who(&self, card: &CardFace, now: DateTime<Utc>) -> Who {
        let index = self.look_up(now).ok();
        let known = index.and_then(|(database, _)| record(database, card.number).ok().flatten());
        Who {
            card: Some(card.number),
            name: Some(card.holder.clone()),
            birth_date: known.as_ref().map(|known| known.birth_date),
            national_id: known.map(|known| known.national_id),
            company: Some(card.company.clone()),
            organisation_number: Some(card.organisation_number),
            sub_unit: Some(card.sub_unit),
            industry: Some(card.industry),
        }
    }

    /// The industry that the open inspection is of, if there is one that what is checked goes into.
    /// A device that may not work on its inspections checks as if it had none.
    fn site(&self, now: DateTime<Utc>) -> Result<Option<Option<Industry>>, InspectionError> {
        if self.may_work(now).is_err() {
            return Ok(None);
        }
        Ok(Head::open(self.store.reading())?.map(|open| open.inspection.industry))
    }
}

/// The policy, with the industry that the open inspection is of.
fn at_site(policy: &Policy, open: Option<Option<Industry>>) -> Policy {
    Policy { site: policy.site.or(open.flatten()), ..*policy }
}

fn check_of(verdict: &Verdict) -> Check {
    Check {
        at: verdict.checked_at,
        outcome: verdict.outcome,
        reasons: Because::all(&verdict.reasons),
        data_issued: verdict.data.map(|data| data.issued_at),
    }
}

impl Meeting {
    fn first(self, id: MetId, at: DateTime<Utc>) -> Entry {
        let Self { how, who, check, suggested: findings, ground } = self;
        let met = Met {
            id,
            at,
            how,
            who,
            check,
            findings,
            note: None,
            pay_slip_check: false,
            judged_again: None,
        };
        Entry { met, ground }
    }

    /// The same person again: what says more counts. A doubt takes nothing from a certainty, and
    /// what the inspector has chosen stays.
    fn again(self, mut entry: Entry) -> Entry {
        let met = &mut entry.met;
        let certain = |outcome: Option<Outcome>| outcome.is_some_and(|o| o != Outcome::Unconfirmed);
        let new = self.check.as_ref().map(|check| check.outcome);
        let old = met.check.as_ref().map(|check| check.outcome);
        if new.is_none() || (certain(old) && !certain(new)) {
            return entry;
        }
        let before = entry.ground.take().map(|ground| ground.suggested).unwrap_or_default();
        let refused: BTreeSet<_> = before.difference(&met.findings).copied().collect();
        let chosen: BTreeSet<_> = met.findings.difference(&before).copied().collect();
        met.findings = self.suggested.difference(&refused).chain(&chosen).copied().collect();
        (met.how, met.who, met.check, met.judged_again) = (self.how, self.who, self.check, None);
        Entry { ground: self.ground, ..entry }
    }
}

impl On {
    pub(super) fn code(text: &str, policy: &Policy) -> Self {
        Self::Code {
            text: text.to_owned(),
            site: policy.site,
            challenge: policy.challenge.map(|digits| digits.to_string()),
            tolerance: policy.tolerance.num_seconds(),
        }
    }

    fn card(card: &CardFace, policy: &Policy, reasons: &[Finding]) -> Self {
        let job = Job {
            organisation_number: card.organisation_number,
            sub_unit: card.sub_unit,
            industry: card.industry,
        };
        let pass = reasons.contains(&Finding::WalletPass);
        Self::Card { card: card.number, job, site: policy.site, pass }
    }
}

impl From<InspectionError> for InspectorError {
    fn from(error: InspectionError) -> Self {
        match error {
            InspectionError::Device(error) => *error,
            other => Self::Inspection(other),
        }
    }
}
