//! The rules of the scheme (2.2): what the registers last said → what keeps an employment from
//! being valid, and what soon will.
//!
//! **Threat.** A silent register read as *no*. What a register last said counts for some days
//! (a setting); then the employment is *unconfirmed since* that answer. No silence makes anything
//! invalid, and what was found wrong stays wrong while the register is silent. Pure.

use card::{Industry, OrganisationNumber, Reason};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use registers::{Period, Register};

use super::fact::{Approved, Company, Employed, Known, Last, Person, PersonStanding, WorkPermit};
use crate::terms::Terms;

/// OAR counts from so many days before an assignment starts (2.2).
const BEFORE_ASSIGNMENT: Days = Days::new(30);

/// An employment on a card.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Job {
    pub(crate) company: OrganisationNumber,
    pub(crate) industry: Industry,
    pub(crate) from: DateTime<Utc>,
    pub(crate) until: DateTime<Utc>,
}

/// What the registers last said of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) company: Known<Company>,
    pub(crate) employed: Known<Vec<Employed>>,
    pub(crate) assignments: Known<Vec<Period>>,
    pub(crate) person: Known<Person>,
    pub(crate) permit: Known<WorkPermit>,
    pub(crate) staffing: Known<Approved>,
    pub(crate) approval: Known<Approved>,
}

/// Since when each register is asked. One that never was has no say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked(pub(crate) Vec<(Register, DateTime<Utc>)>);

impl Asked {
    fn since(&self, register: Register) -> Option<DateTime<Utc>> {
        self.0.iter().find(|(asked, _)| *asked == register).map(|(_, since)| *since)
    }
}

/// Something that keeps it from being valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) register: Register,
    pub(crate) reason: Reason,
    pub(crate) since: Option<DateTime<Utc>>,
}

/// Something that soon will.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Coming {
    pub(crate) reason: Reason,
    pub(crate) due: DateTime<Utc>,
}

/// How an employment stands with the registers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) findings: Vec<Finding>,
    pub(crate) coming: Vec<Coming>,
    /// The registers that have a say.
    pub(crate) registers: Vec<Register>,
    /// All of them have answered, and all is in order.
    pub(crate) confirmed: bool,
}

/// Judges an employment.
pub(crate) fn judge(
    job: Job,
    facts: &Facts,
    asked: &Asked,
    terms: &Terms,
    now: DateTime<Utc>,
) -> Judged {
    let mut judge =
        Judge { job, asked, terms, now, silent: None, unknown: false, found: Judged::default() };
    judge.company(facts);
    judge.approvals(facts);
    judge.person(facts);
    judge.work(facts);
    judge.coming(Reason::CardExpired, job.until, terms.notice_days);
    let Judge { silent, unknown, mut found, .. } = judge;
    found.confirmed = found.findings.is_empty() && silent.is_none() && !unknown;
    found.findings.extend(silent);
    found
}

struct Judge<'a> {
    job: Job,
    asked: &'a Asked,
    terms: &'a Terms,
    now: DateTime<Utc>,
    silent: Option<Finding>,
    unknown: bool,
    found: Judged,
}

impl Judge<'_> {
    fn company(&mut self, facts: &Facts) {
        use Reason::{CompanyBankrupt, CompanyNotRegistered, CompanyNotVatRegistered};
        self.hear(Register::Entities, &facts.company, |company| match company {
            None => vec![(CompanyNotRegistered, None)],
            Some(Company::Deleted { on }) => vec![(CompanyNotRegistered, *on)],
            Some(Company::Bankrupt { since }) => vec![(CompanyBankrupt, *since)],
            Some(Company::Active { business_register, vat, .. }) => {
                [(*business_register, CompanyNotRegistered), (*vat, CompanyNotVatRegistered)]
                    .into_iter()
                    .filter_map(|(there, reason)| (!there).then_some((reason, None)))
                    .collect()
            }
        });
    }

    fn approvals(&mut self, facts: &Facts) {
        let wanting = |reason| {
            move |approval: Option<&Approved>| match approval {
                Some(Approved { approved: true, .. }) => vec![],
                Some(Approved { since, .. }) => vec![(reason, *since)],
                None => vec![(reason, None)],
            }
        };
        if let Some(Company::Active { hires_out: true, .. }) = said(&facts.company) {
            let rule = wanting(Reason::StaffingAgencyNotRegistered);
            self.hear(Register::Staffing, &facts.staffing, rule);
        }
        if let Some(register) = approvals_of(self.job.industry) {
            self.hear(register, &facts.approval, wanting(Reason::CompanyNotApproved));
        }
    }

    fn person(&mut self, facts: &Facts) {
        self.hear(Register::Population, &facts.person, |person| {
            let reason = match person.map(|person| person.standing) {
                Some(PersonStanding::InOrder) => return vec![],
                Some(PersonStanding::Inactive) => Reason::DNumberInactive,
                Some(PersonStanding::Dead) => Reason::WorkerDeceased,
                Some(PersonStanding::Gone) | None => Reason::WorkerNotInPopulationRegister,
            };
            vec![(reason, person.and_then(|person| person.day))]
        });
        let Some(person) = said(&facts.person) else { return };
        if let (PersonStanding::InOrder, Some(day)) = (person.standing, person.day) {
            self.coming(Reason::DNumberInactive, start(day), self.terms.d_number_notice_days);
        }
        if !person.needs_permit {
            return;
        }
        let today = self.now.date_naive();
        self.hear(Register::Permits, &facts.permit, |permit| match permit {
            Some(permit) if permit.work && permit.period.covers(today) => vec![],
            Some(permit) if permit.work && permit.period.is_over(today) => {
                vec![(Reason::NoWorkPermit, permit.period.to.and_then(|day| day.succ_opt()))]
            }
            _ => vec![(Reason::NoWorkPermit, None)],
        });
        if let Some(end) = said(&facts.permit).and_then(|permit| permit.period.to) {
            self.coming_after(Reason::NoWorkPermit, end);
        }
    }

    /// Aa-registeret **or** OAR: a yes of one is enough, a no needs both.
    fn work(&mut self, facts: &Facts) {
        let (aa, oar) = (Register::Employments, Register::Assignments);
        let (asked_aa, asked_oar) = (self.asked.since(aa), self.asked.since(oar));
        let mut ends = Vec::new();
        if asked_aa.is_some() {
            self.found.registers.push(aa);
            ends.push((aa, self.end(&facts.employed, |all| employed(all, self.job, self.now))));
        }
        if asked_oar.is_some() {
            self.found.registers.push(oar);
            let today = self.now.date_naive();
            ends.push((oar, self.end(&facts.assignments, |all| assigned(all, today))));
        }
        let fresh = |(_, work): &&(_, Work)| matches!(work, Work::Lasts { stale: None, .. });
        if let Some((_, Work::Lasts { until, .. })) = ends.iter().find(fresh) {
            if let Some(until) = until {
                self.coming_after(Reason::EmploymentEnded, *until);
            }
            return;
        }
        let yes = |(_, work): &&(_, Work)| matches!(work, Work::Lasts { .. });
        let unknown = |(_, work): &&(_, Work)| *work == Work::Unknown;
        let unheard = ends.iter().find(yes).or_else(|| ends.iter().find(unknown));
        if let Some((register, work)) = unheard {
            match work {
                Work::Lasts { stale: Some(since), .. } => self.silence(*register, *since),
                _ => self.never_answered(*register),
            }
            return;
        }
        let last = ends.iter().filter_map(|(register, work)| match work {
            Work::Ended(day) => Some((*day, *register)),
            _ => None,
        });
        match (last.max(), ends.first()) {
            (Some((day, register)), _) => self.found.findings.push(Finding {
                register,
                reason: Reason::EmploymentEnded,
                since: day.succ_opt().map(start),
            }),
            (None, Some((register, _))) => self.found.findings.push(Finding {
                register: *register,
                reason: Reason::WorkerNotEmployed,
                since: None,
            }),
            (None, None) => {}
        }
    }

    fn end<T>(&self, known: &Known<Vec<T>>, rule: impl FnOnce(&[T]) -> Work) -> Work {
        match known {
            None => Work::Unknown,
            Some(Last { at, said }) => match rule(said.as_deref().unwrap_or_default()) {
                Work::Lasts { until, .. } => Work::Lasts { until, stale: self.stale(*at) },
                other => other,
            },
        }
    }

    /// What a register said, by a rule; or its silence.
    fn hear<T>(
        &mut self,
        register: Register,
        known: &Known<T>,
        rule: impl FnOnce(Option<&T>) -> Vec<(Reason, Option<NaiveDate>)>,
    ) {
        if self.asked.since(register).is_none() {
            return;
        }
        self.found.registers.push(register);
        let Some(last) = known else { return self.never_answered(register) };
        let found = rule(last.said.as_ref());
        if let (true, Some(since)) = (found.is_empty(), self.stale(last.at)) {
            self.silence(register, since);
        }
        let finding =
            |(reason, day): (_, Option<_>)| Finding { register, reason, since: day.map(start) };
        self.found.findings.extend(found.into_iter().map(finding));
    }

    /// A register that has never answered is silent since the card or the asking began.
    fn never_answered(&mut self, register: Register) {
        self.unknown = true;
        let asked = self.asked.since(register).unwrap_or(self.now);
        if let Some(since) = self.stale(asked.max(self.job.from)) {
            self.silence(register, since);
        }
    }

    /// Since when nothing is known, if that is too long ago to count.
    fn stale(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        (self.now - at > self.terms.silence()).then_some(at)
    }

    /// One register is named, the one that has been silent the longest.
    fn silence(&mut self, register: Register, since: DateTime<Utc>) {
        if self.silent.and_then(|silent| silent.since).is_none_or(|other| since < other) {
            let reason = Reason::RegisterSilent;
            self.silent = Some(Finding { register, reason, since: Some(since) });
        }
    }

    fn coming_after(&mut self, reason: Reason, last_day: NaiveDate) {
        if let Some(day) = last_day.succ_opt() {
            self.coming(reason, start(day), self.terms.notice_days);
        }
    }

    fn coming(&mut self, reason: Reason, due: DateTime<Utc>, notice_days: u16) {
        let days = (due - self.now).num_days();
        if due > self.now && days < notice_days.into() {
            self.found.coming.push(Coming { reason, due });
        }
    }
}

/// How somebody's work stands in one of the two registers that may have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Work {
    Lasts { until: Option<NaiveDate>, stale: Option<DateTime<Utc>> },
    Ended(NaiveDate),
    None,
    Unknown,
}

/// Any sub-unit of the card's company will do **[ours]**: people are moved between them, and the
/// card prints the main unit.
fn employed(all: &[Employed], job: Job, now: DateTime<Utc>) -> Work {
    let here = all.iter().filter(|(company, _)| *company == job.company.get());
    let today = now.date_naive();
    lasts(here.map(|(_, period)| *period), today, |period| period.covers(today))
}

/// From 30 days before an assignment, and between one and the next (2.2).
fn assigned(all: &[Period], today: NaiveDate) -> Work {
    let soon = |period: &Period| period.from <= today + BEFORE_ASSIGNMENT;
    let between = all.iter().any(|period| period.is_over(today))
        && all.iter().any(|period| !period.is_over(today));
    lasts(all.iter().copied(), today, |period| !period.is_over(today) && (soon(&period) || between))
}

fn lasts(
    periods: impl Iterator<Item = Period> + Clone,
    today: NaiveDate,
    counts: impl Fn(Period) -> bool,
) -> Work {
    let counting = periods.clone().filter(|period| counts(*period));
    // The end that is the furthest away; none at all is further still.
    let furthest = counting.map(|period| period.to.unwrap_or(NaiveDate::MAX)).max();
    let over = periods.filter(|period| period.is_over(today));
    match (furthest, over.filter_map(|period| period.to).max()) {
        (Some(to), _) => {
            Work::Lasts { until: Some(to).filter(|to| *to != NaiveDate::MAX), stale: None }
        }
        (None, Some(ended)) => Work::Ended(ended),
        (None, None) => Work::None,
    }
}

/// The register that approves companies of an industry.
pub(crate) fn approvals_of(industry: Industry) -> Option<Register> {
    match industry {
        Industry::Construction => None,
        Industry::Cleaning => Some(Register::Cleaning),
        Industry::CarCare => Some(Register::CarCare),
    }
}

/// Whether Aa-registeret alone says that the job lasts, so that nobody needs to ask OAR.
pub(crate) fn lasts_without_oar(
    known: &Known<Vec<Employed>>,
    job: Job,
    now: DateTime<Utc>,
) -> bool {
    let said = said(known).map(Vec::as_slice).unwrap_or_default();
    matches!(employed(said, job, now), Work::Lasts { .. })
}

pub(crate) fn said<T>(known: &Known<T>) -> Option<&T> {
    known.as_ref()?.said.as_ref()
}

/// The day's first moment. Registers tell days, in Norway; an hour or two don't matter here.
fn start(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

#[cfg(test)]
mod tests;
