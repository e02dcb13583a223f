//! A night against registers in memory, with a real database.

use std::sync::{Arc, Mutex};

use card::{CardNumber, EmploymentId, Industry, OrganisationNumber, Reason};
use chrono::{DateTime, TimeDelta, Utc};
use issuer::{
    Issuer, IssuerError, NewCompany, NewEmployment, NewWorker, NoticeKind, Order, Progress, Report,
    Term,
};
use registers::{
    Approval, ApprovalStanding, Employment, Memory, Period, PersonStatus, Register, Resident,
    Silence, Standing, Unit,
};
use test_support::{at, organisation_number, person};

use crate::office::Office;

/// Many workers of one construction company, all in order, and the registers that say so.
pub(crate) struct Norway {
    pub(crate) office: Office,
    pub(crate) registers: Arc<Memory>,
    pub(crate) workers: Vec<(CardNumber, EmploymentId)>,
    runtime: tokio::runtime::Runtime,
}

pub(crate) fn company() -> OrganisationNumber {
    organisation_number(77)
}

pub(crate) fn unit() -> Unit {
    Unit {
        number: company(),
        name: "Byggmester AS".parse().unwrap(),
        main_unit: None,
        form: "AS".into(),
        industries: vec!["41.200".parse().unwrap()],
        vat: true,
        in_business_register: true,
        standing: Standing::Active,
        employees: None,
    }
}

pub(crate) fn employed() -> Vec<Employment> {
    let period = Period { from: "2020-01-01".parse().unwrap(), to: None };
    vec![Employment { main_unit: company(), sub_unit: company(), period }]
}

impl Norway {
    pub(crate) fn new(workers: u64) -> Self {
        let (office, registers) = (Office::new(), Arc::new(Memory::default()));
        // The office's own worker has no say here.
        let sql = "UPDATE employment SET valid_until = valid_from + 1";
        database(&office).execute(sql, []).unwrap();
        let name = unit().name;
        office.issuer.add_company(&NewCompany { organisation_number: company(), name }).unwrap();
        registers.put_unit(unit());
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let mut norway = Self { office, registers, workers: Vec::new(), runtime };
        for n in 0..workers {
            let worker = norway.add(n, Term::Full, Industry::Construction);
            norway.workers.push(worker);
        }
        norway
    }

    /// Worker `n`, in order everywhere.
    pub(crate) fn add(&self, n: u64, term: Term, industry: Industry) -> (CardNumber, EmploymentId) {
        let person = person(1_000 + n);
        let card = self
            .office
            .issuer
            .add_worker(&NewWorker {
                name: person.name.clone(),
                national_id: person.national_id.clone(),
                birth_date: person.birth_date,
            })
            .unwrap();
        self.registers.put_resident(resident(n));
        self.registers.set_employments(&person.national_id, employed());
        let job = NewEmployment { card, company: company(), sub_unit: company(), industry };
        (card, self.office.issuer.add_employment_on(&job, term, at(0)).unwrap())
    }

    pub(crate) fn job(&self, n: usize) -> &EmploymentId {
        &self.workers[n].1
    }

    pub(crate) fn night(&self, day: i64) -> Report {
        self.night_of(&self.office.issuer, &order(&[]), night(day)).unwrap()
    }

    fn night_of(
        &self,
        issuer: &Issuer,
        order: &Order,
        now: DateTime<Utc>,
    ) -> Result<Report, IssuerError> {
        issuer.night(&self.registers.registers(), order, &|| now, self.runtime.handle(), &|_| {})
    }

    /// What keeps the worker's employment from being valid, and since which day.
    fn causes(&self, n: usize) -> Vec<(Reason, i64)> {
        causes(&self.office, self.job(n))
    }
}

fn order(accepted: &[Register]) -> Order {
    Order { accepted: accepted.to_vec(), by: "night".into() }
}

/// The `day`th night.
pub(crate) fn night(day: i64) -> DateTime<Utc> {
    at(0) + TimeDelta::days(day)
}

fn days(seconds: i64) -> i64 {
    (seconds - at(0).timestamp()).div_euclid(86_400)
}

pub(crate) fn database(office: &Office) -> rusqlite::Connection {
    rusqlite::Connection::open(office.folder.path().join("issuer.db")).unwrap()
}

fn causes(office: &Office, job: &EmploymentId) -> Vec<(Reason, i64)> {
    database(office)
        .prepare("SELECT reason, since FROM cause WHERE employment = ?1 ORDER BY reason")
        .unwrap()
        .query_map([job.as_ref()], |row| {
            Ok((Reason::from_code(row.get(0)?).unwrap(), days(row.get(1)?)))
        })
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

fn count(office: &Office, sql: &str) -> i64 {
    database(office).query_row(sql, [], |row| row.get(0)).unwrap()
}

pub(crate) fn resident(n: u64) -> Resident {
    let person = person(1_000 + n);
    Resident {
        national_id: person.national_id,
        name: person.name,
        birth_date: person.birth_date,
        status: PersonStatus::Resident,
        since: None,
        citizenships: vec!["NOR".parse().unwrap()],
    }
}

#[test]
fn a_night_without_news_changes_nothing_and_publishes_once() {
    let norway = Norway::new(5);
    let before = norway.office.issuer.publish(at(10)).unwrap();
    let report = norway.night(1);
    assert_eq!((report.cards, report.version > before), (5, true));
    assert!(report.changes.changed.is_empty() && report.changes.held_back.is_empty());
    assert_eq!((report.warnings, report.mails), (0, 0));
    let asked = |register| report.registers.iter().find(|a| a.register == register).unwrap();
    assert_eq!(asked(Register::Population).answered, 5);
    assert_eq!(asked(Register::Entities).answered, 1, "a company is asked about once");
    assert_eq!(asked(Register::Assignments).asked, 0, "Aa-registeret has them all");
    assert_eq!(asked(Register::Permits).asked, 0, "nobody needs a permit");
}

#[test]
fn what_a_register_drops_falls_with_time_cause_and_source_and_comes_back_by_itself() {
    let norway = Norway::new(3);
    let ended = Period { from: "2020-01-01".parse().unwrap(), to: "2021-05-04".parse().ok() };
    let person = person(1_001).national_id;
    let employment = Employment { period: ended, ..employed()[0] };
    norway.night(1);
    norway.registers.set_employments(&person, vec![employment]);
    let report = norway.night(2);
    assert_eq!(report.changes.changed["employment_ended"].set, 1);
    let since = days("2021-05-05T00:00:00Z".parse::<DateTime<Utc>>().unwrap().timestamp());
    assert_eq!(norway.causes(1), [(Reason::EmploymentEnded, since)]);
    assert_eq!(norway.causes(0), []);

    norway.registers.set_employments(&person, employed());
    let report = norway.night(3);
    assert_eq!(report.changes.changed["employment_ended"].lifted, 1);
    assert_eq!(norway.causes(1), []);
    let history: Vec<(bool, i64, String, String)> = database(&norway.office)
        .prepare("SELECT set_on, at, by, source FROM status_change WHERE employment = ?1")
        .unwrap()
        .query_map([norway.job(1).as_ref()], |row| {
            Ok((row.get(0)?, days(row.get(1)?), row.get(2)?, row.get(3)?))
        })
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let by = |set, day| (set, day, "night".to_owned(), "employments".to_owned());
    assert_eq!(history, [by(true, 2), by(false, 3)]);
}

#[test]
fn what_the_office_put_there_is_not_the_nights_to_lift() {
    let norway = Norway::new(1);
    let reason = Reason::WorkerNotEmployed;
    norway.office.issuer.block(norway.job(0), reason, "office", at(5)).unwrap();
    norway.night(1);
    assert_eq!(norway.causes(0), [(reason, 0)]);
}

#[test]
fn a_silent_register_shows_after_three_days_as_unconfirmed_since_and_the_office_hears_at_once() {
    let norway = Norway::new(4);
    norway.night(1);
    norway.registers.silence(Register::Population, Some(Silence::Failed(503)));
    let report = norway.night(2);
    let population = report.registers.iter().find(|a| a.register == Register::Population).unwrap();
    assert_eq!((population.asked, population.answered), (4, 0));
    assert_eq!(population.silence.as_deref(), Some("failed_503"));
    assert_eq!(norway.office.issuer.notices().unwrap(), [], "one bad night is no news");
    norway.night(3);
    let notices = norway.office.issuer.notices().unwrap();
    let [notice] = notices[..] else { panic!("one notice: {notices:?}") };
    assert_eq!((notice.kind, notice.since), (NoticeKind::Silent, night(2)));
    norway.night(4);
    assert_eq!(norway.causes(0), [], "three days after the last answer");
    let report = norway.night(5);
    assert_eq!(report.changes.changed["register_silent"].set, 4);
    assert_eq!(norway.causes(0), [(Reason::RegisterSilent, 1)]);
    assert_eq!(report.warnings, 0, "it is nobody's to mend");
    norway.night(6);
    assert_eq!(norway.causes(0), [(Reason::RegisterSilent, 1)], "since the same day");

    norway.registers.silence(Register::Population, None);
    norway.night(7);
    assert_eq!(norway.causes(0), []);
    let notices = norway.office.issuer.notices().unwrap();
    assert_eq!(notices.iter().map(|n| n.over).collect::<Vec<_>>(), [Some(night(7))]);
}

#[test]
fn a_register_that_suddenly_drops_half_is_not_believed_until_the_office_says_so() {
    let norway = Norway::new(60);
    norway.night(1);
    for n in 0..30 {
        norway.registers.remove_resident(&person(1_000 + n).national_id);
    }
    let report = norway.night(2);
    assert_eq!(report.changes.held_back["population"], 30);
    assert!(report.changes.changed.is_empty());
    assert_eq!((norway.causes(0), report.warnings), (vec![], 0));
    let notices = norway.office.issuer.notices().unwrap();
    assert_eq!((notices[0].kind, notices[0].cards), (NoticeKind::HeldBack, 30));

    // It is not believed for longer than a silent register is trusted.
    for day in 3..=5 {
        norway.night(day);
        assert_eq!(norway.causes(0), [], "night {day}");
    }
    norway.night(6);
    assert_eq!(norway.causes(0), [(Reason::RegisterSilent, 2)]);
    assert_eq!(norway.causes(40), [], "those whom it has are confirmed as ever");

    let accepted = order(&[Register::Population]);
    norway.night_of(&norway.office.issuer, &accepted, night(7)).unwrap();
    assert_eq!(norway.causes(0), [(Reason::WorkerNotInPopulationRegister, 7)]);
    assert_eq!(count(&norway.office, "SELECT count(*) FROM held_back"), 0);
}

#[test]
fn a_register_that_mends_itself_leaves_no_trace_of_what_was_held_back() {
    let norway = Norway::new(60);
    norway.night(1);
    for n in 0..30 {
        norway.registers.remove_resident(&person(1_000 + n).national_id);
    }
    norway.night(2);
    for n in 0..30 {
        norway.registers.put_resident(resident(n));
    }
    norway.night(3);
    assert_eq!(count(&norway.office, "SELECT count(*) FROM status_change"), 0);
    assert_eq!(count(&norway.office, "SELECT count(*) FROM held_back"), 0);
    assert_eq!(norway.office.issuer.notices().unwrap()[0].over, Some(night(3)));
}

#[test]
fn a_temporary_card_becomes_a_full_one_when_phone_photo_and_registers_are_there() {
    let norway = Norway::new(0);
    let (card, job) = norway.add(0, Term::Temporary, Industry::Construction);
    let until = || {
        let sql = "SELECT valid_until FROM employment WHERE id = ?1";
        let seconds = database(&norway.office).query_row(sql, [job.as_ref()], |row| row.get(0));
        days(seconds.unwrap())
    };
    assert_eq!((norway.night(1).completed, until()), (0, 60));
    let photo = crate::photo::picture();
    norway.office.issuer.set_photo(card, &photo, "t", at(20)).unwrap();
    assert_eq!((norway.night(2).completed, until()), (0, 60));
    norway.office.phone_of(card, "temporary");
    norway.registers.silence(Register::Employments, Some(Silence::Timeout));
    let report = norway.night(3);
    assert_eq!((report.completed, until()), (1, 730), "last night's good answer counts");
}

#[test]
fn the_approvals_that_registers_have_are_those_that_customers_search() {
    let norway = Norway::new(0);
    let (_, job) = norway.add(0, Term::Full, Industry::Cleaning);
    let approve = |standing| {
        let approval = Approval { standing, since: None };
        norway.registers.set_approval(Register::Cleaning, company(), Some(approval));
    };
    approve(ApprovalStanding::Approved);
    norway.night(1);
    assert_eq!(count(&norway.office, "SELECT count(*) FROM approval"), 1);
    assert_eq!(causes(&norway.office, &job), []);
    approve(ApprovalStanding::NotApproved);
    norway.night(2);
    assert_eq!(count(&norway.office, "SELECT count(*) FROM approval"), 0);
    assert_eq!(causes(&norway.office, &job), [(Reason::CompanyNotApproved, 2)]);
    // What the office typed gives way to the register.
    norway.office.issuer.set_approval(company(), Industry::Cleaning, false, "o", at(9)).unwrap();
    approve(ApprovalStanding::Approved);
    norway.night(3);
    assert_eq!(causes(&norway.office, &job), []);
}

#[test]
fn a_d_number_that_became_a_birth_number_is_carried_over() {
    let norway = Norway::new(2);
    let (old, new) = (person(1_000).national_id, person(5_000).national_id);
    norway.registers.put_resident_under(&old, Resident { national_id: new.clone(), ..resident(0) });
    norway.registers.put_resident(Resident { national_id: new.clone(), ..resident(0) });
    norway.registers.set_employments(&old, vec![]);
    norway.registers.set_employments(&new, employed());
    norway.night(1);
    assert_eq!(norway.causes(0), []);
    let sql = "SELECT national_id FROM worker WHERE card_number = ?1";
    let stored: String = database(&norway.office)
        .query_row(sql, [norway.workers[0].0.get()], |row| row.get(0))
        .unwrap();
    assert_eq!(stored, new.expose());
}

#[test]
fn two_nights_at_once_are_one() {
    let norway = Norway::new(3);
    let second = Mutex::new(None);
    let other = Issuer::open(norway.office.folder.path()).unwrap();
    let meanwhile = |_: Progress| {
        let mut second = second.lock().unwrap();
        if second.is_none() {
            *second = Some(norway.night_of(&other, &order(&[]), night(1)).map(|_| ()));
        }
    };
    let registers = norway.registers.registers();
    let handle = norway.runtime.handle();
    let issuer = &norway.office.issuer;
    issuer.night(&registers, &order(&[]), &|| night(1), handle, &meanwhile).unwrap();
    assert!(matches!(second.into_inner().unwrap(), Some(Err(IssuerError::NightRuns))));
}

#[test]
fn while_a_night_is_under_way_phones_are_answered() {
    let norway = Norway::new(3);
    let phone = norway.office.phone("phone");
    let answers = Mutex::new(0);
    let meanwhile = |_: Progress| {
        phone.refresh(&norway.office, night(1)).unwrap();
        *answers.lock().unwrap() += 1;
    };
    let registers = norway.registers.registers();
    let handle = norway.runtime.handle();
    let issuer = &norway.office.issuer;
    issuer.night(&registers, &order(&[]), &|| night(1), handle, &meanwhile).unwrap();
    assert!(*answers.lock().unwrap() > 3);
}
