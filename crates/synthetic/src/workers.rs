//! Made-up workers: every kind that an issuer meets.

use card::{NationalId, OrganisationNumber};
use chrono::{Days, NaiveDate};
use people::mixed;
use registers::{Country, Employment, Memory, Period, Permit, PersonStatus, Resident, WorkAccess};

use crate::companies::{Company, Kind as CompanyKind};
use crate::example::{Example, Examples};
use crate::world::Size;

/// What is the matter with a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    InOrder,
    DNumber,
    DNumberInactive,
    DNumberSoonInactive,
    DNumberReplaced,
    NotInPopulationRegister,
    Emigrated,
    Dead,
    EmploymentEnded,
    EmploymentBegins,
    NeverEmployed,
    TwoEmployers,
    ThreeEmployers,
    PermitForAnyWork,
    PermitForSomeWork,
    PermitWithoutWork,
    PermitExpired,
    NoPermit,
    OnAssignment,
    AssignmentSoon,
    AssignmentLater,
    BetweenAssignments,
    AssignmentsOver,
}

impl Kind {
    /// The first two of each company are in order; of the others, about half.
    fn of(company: &Company, round: u32, chance: u64) -> Self {
        if company.kind == CompanyKind::Foreign {
            return match (round, chance % 8) {
                (0 | 1, _) => Self::OnAssignment,
                (_, 0) => Self::AssignmentSoon,
                (_, 1) => Self::AssignmentLater,
                (_, 2) => Self::BetweenAssignments,
                (_, 3) => Self::AssignmentsOver,
                _ => Self::OnAssignment,
            };
        }
        if round < 2 {
            return Self::InOrder;
        }
        match chance % 40 {
            0 => Self::NotInPopulationRegister,
            1 => Self::DNumberInactive,
            2 => Self::DNumberSoonInactive,
            3 => Self::DNumberReplaced,
            4 => Self::EmploymentEnded,
            5 => Self::EmploymentBegins,
            6 => Self::NeverEmployed,
            7 => Self::TwoEmployers,
            8 => Self::ThreeEmployers,
            9 => Self::PermitForAnyWork,
            10 => Self::PermitForSomeWork,
            11 => Self::PermitWithoutWork,
            12 => Self::PermitExpired,
            13 => Self::NoPermit,
            14 => Self::Emigrated,
            15 => Self::Dead,
            16..=24 => Self::DNumber,
            _ => Self::InOrder,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::InOrder => "in_order",
            Self::DNumber => "d_number",
            Self::DNumberInactive => "d_number_inactive",
            Self::DNumberSoonInactive => "d_number_soon_inactive",
            Self::DNumberReplaced => "d_number_replaced",
            Self::NotInPopulationRegister => "not_in_population_register",
            Self::Emigrated => "emigrated",
            Self::Dead => "dead",
            Self::EmploymentEnded => "employment_ended",
            Self::EmploymentBegins => "employment_begins",
            Self::NeverEmployed => "never_employed",
            Self::TwoEmployers => "two_employers",
            Self::ThreeEmployers => "three_employers",
            Self::PermitForAnyWork => "permit_for_any_work",
            Self::PermitForSomeWork => "permit_for_some_work",
            Self::PermitWithoutWork => "permit_without_work",
            Self::PermitExpired => "permit_expired",
            Self::NoPermit => "no_permit",
            Self::OnAssignment => "on_assignment",
            Self::AssignmentSoon => "assignment_soon",
            Self::AssignmentLater => "assignment_later",
            Self::BetweenAssignments => "between_assignments",
            Self::AssignmentsOver => "assignments_over",
        }
    }

    fn has_d_number(self) -> bool {
        !matches!(
            self,
            Self::InOrder
                | Self::NotInPopulationRegister
                | Self::Emigrated
                | Self::Dead
                | Self::EmploymentEnded
                | Self::EmploymentBegins
                | Self::NeverEmployed
                | Self::TwoEmployers
                | Self::ThreeEmployers
        )
    }

    fn citizenship(self) -> &'static str {
        match self {
            Self::PermitForAnyWork
            | Self::PermitForSomeWork
            | Self::PermitWithoutWork
            | Self::PermitExpired
            | Self::NoPermit => "UKR",
            _ if self.has_d_number() => "POL",
            _ => "NOR",
        }
    }
}

/// Puts all workers into the registers, one after another over all companies.
pub(crate) fn put_all(
    memory: &Memory,
    examples: &mut Examples,
    companies: &[Company],
    size: Size,
    first: u32,
    today: NaiveDate,
) {
    let mut next = companies.iter().enumerate().cycle();
    let mut round = 0;
    for n in 0..size.people {
        let Some((place, company)) = next.next() else { return };
        if place == 0 && n > 0 {
            round += 1;
        }
        let chance = mixed(size.seed ^ u64::from(n) << 20);
        let worker = Worker::new(company, companies, place, round, chance);
        worker.put(memory, examples, u64::from(first) + u64::from(n), today);
    }
}

/// One worker, about to be put in.
struct Worker<'c> {
    company: &'c Company,
    sub_unit: OrganisationNumber,
    kind: Kind,
    /// Two other employers, for those who have more than one.
    others: [&'c Company; 2],
}

/// A day some days after today, or before it.
fn day(today: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let day = if days < 0 { today.checked_sub_days(count) } else { today.checked_add_days(count) };
    day.unwrap_or(today)
}

impl<'c> Worker<'c> {
    fn new(
        company: &'c Company,
        companies: &'c [Company],
        place: usize,
        round: u32,
        chance: u64,
    ) -> Self {
        let other = |step| companies.get((place + step) % companies.len()).unwrap_or(company);
        let subs = &company.sub_units;
        let sub = usize::try_from(round).unwrap_or_default() % subs.len().max(1);
        Self {
            company,
            sub_unit: subs.get(sub).copied().unwrap_or(company.number),
            kind: Kind::of(company, round, chance),
            others: [other(1), other(2)],
        }
    }

    fn put(&self, memory: &Memory, examples: &mut Examples, n: u64, today: NaiveDate) {
        let (id, birth_date) = match self.kind.has_d_number() {
            true => people::d_number(n),
            false => people::national_id(n),
        };
        if self.kind != Kind::NotInPopulationRegister {
            self.put_resident(memory, n, &id, birth_date, today);
        }
        memory.set_employments(&id, self.employments(today));
        memory.set_assignments(&id, self.assignments(today));
        memory.set_permit(&id, self.permit(today));
        // Where the company is in trouble, the worker is no good example.
        let fine = matches!(self.company.kind, CompanyKind::InOrder | CompanyKind::Foreign);
        if fine {
            let example = self.company.example(self.kind.as_str(), self.sub_unit);
            examples.note(Example { person: Some(id), ..example });
        }
    }

    fn put_resident(
        &self,
        memory: &Memory,
        n: u64,
        id: &NationalId,
        birth_date: NaiveDate,
        today: NaiveDate,
    ) {
        let (status, days) = match self.kind {
            Kind::DNumberInactive => (PersonStatus::Inactive, -40),
            // Five years and 30 days, less the one or two 29 Februaries.
            Kind::DNumberSoonInactive => (PersonStatus::Temporary, 30 - 5 * 365 - 1),
            Kind::DNumberReplaced => (PersonStatus::Resident, -200),
            Kind::Emigrated => (PersonStatus::Emigrated, -90),
            Kind::Dead => (PersonStatus::Dead, -10),
            kind if kind.has_d_number() => (PersonStatus::Temporary, -500),
            _ => (PersonStatus::Resident, -4_000),
        };
        let citizenship: Option<Country> = self.kind.citizenship().parse().ok();
        let resident = Resident {
            national_id: id.clone(),
            name: people::person_name(n),
            birth_date,
            status,
            since: Some(day(today, days)),
            citizenships: citizenship.into_iter().collect(),
        };
        if self.kind == Kind::DNumberReplaced {
            let national_id = people::national_id(n).0;
            let resident = Resident { national_id, ..resident };
            memory.put_resident_under(id, resident.clone());
            memory.put_resident(resident);
        } else {
            memory.put_resident(resident);
        }
    }

    fn employments(&self, today: NaiveDate) -> Vec<Employment> {
        let at = |company: &Company, sub_unit, from, to: Option<i64>| Employment {
            main_unit: company.number,
            sub_unit,
            period: Period { from: day(today, from), to: to.map(|to| day(today, to)) },
        };
        let here = |from, to| at(self.company, self.sub_unit, from, to);
        let there = |company: &&Company| {
            let sub_unit = company.sub_units.first().copied().unwrap_or(company.number);
            at(company, sub_unit, -100, None)
        };
        match self.kind {
            _ if self.company.kind == CompanyKind::Foreign => Vec::new(),
            Kind::NeverEmployed => Vec::new(),
            Kind::EmploymentEnded => vec![here(-700, Some(-20))],
            Kind::EmploymentBegins => vec![here(14, None)],
            Kind::TwoEmployers => {
                [here(-400, None)].into_iter().chain(self.others.first().map(there)).collect()
            }
            Kind::ThreeEmployers => {
                [here(-400, None)].into_iter().chain(self.others.iter().map(there)).collect()
            }
            _ => vec![here(-400, None)],
        }
    }

    fn assignments(&self, today: NaiveDate) -> Vec<(OrganisationNumber, Period)> {
        let span = |from, to| Period { from: day(today, from), to: Some(day(today, to)) };
        let periods = match self.kind {
            Kind::OnAssignment => vec![span(-30, 60)],
            Kind::AssignmentSoon => vec![span(20, 80)],
            Kind::AssignmentLater => vec![span(45, 80)],
            Kind::BetweenAssignments => vec![span(-90, -20), span(50, 90)],
            Kind::AssignmentsOver => vec![span(-200, -100), span(-90, -20)],
            _ => Vec::new(),
        };
        periods.into_iter().map(|period| (self.company.number, period)).collect()
    }

    fn permit(&self, today: NaiveDate) -> Option<Permit> {
        let permit = |work, from, to| {
            Some(Permit {
                work,
                period: Period { from: day(today, from), to: Some(day(today, to)) },
            })
        };
        match self.kind {
            Kind::PermitForAnyWork => permit(WorkAccess::Any, -300, 400),
            Kind::PermitForSomeWork => permit(WorkAccess::Limited, -300, 400),
            Kind::PermitWithoutWork => permit(WorkAccess::None, -300, 400),
            Kind::PermitExpired => permit(WorkAccess::Any, -800, -15),
            _ => None,
        }
    }
}
