//! Each rule as a table: what the registers said → what is found.

use chrono::TimeDelta;

use super::*;

const COMPANY: u32 = 974_760_673;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-25T01:00:00Z".parse().unwrap()
}

fn days_ago(days: i64) -> DateTime<Utc> {
    now() - TimeDelta::days(days)
}

fn job(industry: Industry) -> Job {
    Job {
        company: OrganisationNumber::try_from(COMPANY).unwrap(),
        industry,
        from: days_ago(100),
        until: now() + TimeDelta::days(630),
    }
}

/// Said last night.
#[expect(clippy::unnecessary_wraps, reason = "as facts have it")]
fn heard<T>(said: impl Into<Option<T>>) -> Known<T> {
    Some(Last { at: days_ago(0), said: said.into() })
}

fn old<T>(known: Known<T>, days: i64) -> Known<T> {
    known.map(|last| Last { at: days_ago(days), ..last })
}

fn company(business_register: bool, vat: bool, hires_out: bool) -> Known<Company> {
    heard(Company::Active { business_register, vat, hires_out })
}

fn person(standing: PersonStanding, day: Option<&str>, needs_permit: bool) -> Known<Person> {
    heard(Person { standing, day: day.map(self::day), needs_permit })
}

fn period(from: &str, to: Option<&str>) -> Period {
    Period { from: day(from), to: to.map(day) }
}

fn aa(from: &str, to: Option<&str>) -> Known<Vec<Employed>> {
    heard(vec![(COMPANY, period(from, to))])
}

fn approved(approved: bool) -> Known<Approved> {
    heard(Approved { approved, since: Some(day("2026-11-01")) })
}

/// All in order.
fn facts() -> Facts {
    Facts {
        company: company(true, true, false),
        employed: aa("2020-01-01", None),
        assignments: None,
        person: person(PersonStanding::InOrder, None, false),
        permit: None,
        staffing: None,
        approval: None,
    }
}

fn asked() -> Asked {
    Asked(Register::ALL.map(|register| (register, days_ago(50))).to_vec())
}

fn judged(industry: Industry, facts: &Facts) -> Judged {
    judge(job(industry), facts, &asked(), &Terms::default(), now())
}

/// Reason, since, register of what is found.
fn found(facts: &Facts) -> Vec<(Reason, Option<String>, Register)> {
    let since = |finding: &Finding| finding.since.map(|since| since.date_naive().to_string());
    let findings = judged(Industry::Construction, facts).findings;
    findings.iter().map(|finding| (finding.reason, since(finding), finding.register)).collect()
}

fn reasons(facts: &Facts) -> Vec<Reason> {
    found(facts).into_iter().map(|(reason, ..)| reason).collect()
}

#[test]
fn when_all_is_in_order_nothing_is_found_and_it_is_confirmed() {
    let judged = judged(Industry::Construction, &facts());
    assert_eq!((judged.findings, judged.coming, judged.confirmed), (vec![], vec![], true));
}

#[test]
fn what_enhetsregisteret_says_of_a_company() {
    use Reason::{CompanyBankrupt, CompanyNotRegistered, CompanyNotVatRegistered};
    for (said, expected) in [
        (company(true, true, false), vec![]),
        (company(false, true, false), vec![CompanyNotRegistered]),
        (company(true, false, false), vec![CompanyNotVatRegistered]),
        (company(false, false, false), vec![CompanyNotRegistered, CompanyNotVatRegistered]),
        (heard(Company::Deleted { on: None }), vec![CompanyNotRegistered]),
        (heard(Company::Bankrupt { since: None }), vec![CompanyBankrupt]),
        (heard(None), vec![CompanyNotRegistered]),
    ] {
        assert_eq!(reasons(&Facts { company: said.clone(), ..facts() }), expected, "{said:?}");
    }
    let on = Some(day("2026-11-20"));
    let gone = Facts { company: heard(Company::Deleted { on }), ..facts() };
    assert_eq!(found(&gone)[0].1.as_deref(), Some("2026-11-20"));
}

#[test]
fn who_hires_out_labour_must_be_a_registered_staffing_agency_and_others_need_not() {
    use Reason::StaffingAgencyNotRegistered;
    for (hires_out, staffing, expected) in [
        (false, None, vec![]),
        (false, approved(false), vec![]),
        (true, approved(true), vec![]),
        (true, approved(false), vec![StaffingAgencyNotRegistered]),
        (true, heard(None), vec![StaffingAgencyNotRegistered]),
    ] {
        let facts = Facts {
            company: company(true, true, hires_out),
            staffing: staffing.clone(),
            ..facts()
        };
        assert_eq!(reasons(&facts), expected, "{hires_out} {staffing:?}");
    }
}

#[test]
fn cleaning_and_car_care_need_an_approval_and_construction_none() {
    for (industry, approval, fine) in [
        (Industry::Construction, heard(None), true),
        (Industry::Cleaning, approved(true), true),
        (Industry::Cleaning, approved(false), false),
        (Industry::CarCare, heard(None), false),
        (Industry::CarCare, approved(true), true),
    ] {
        let facts = Facts { approval: approval.clone(), ..facts() };
        let judged = judged(industry, &facts);
        assert_eq!(judged.confirmed, fine, "{industry} {approval:?}");
        let expected = if fine { vec![] } else { vec![Reason::CompanyNotApproved] };
        let found: Vec<_> = judged.findings.iter().map(|finding| finding.reason).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn what_folkeregisteret_says_of_a_person() {
    use PersonStanding::{Dead, Gone, InOrder, Inactive};
    for (said, expected) in [
        (person(InOrder, None, false), vec![]),
        (person(Inactive, Some("2026-11-01"), false), vec![Reason::DNumberInactive]),
        (person(Dead, None, false), vec![Reason::WorkerDeceased]),
        (person(Gone, None, false), vec![Reason::WorkerNotInPopulationRegister]),
        (heard(None), vec![Reason::WorkerNotInPopulationRegister]),
    ] {
        assert_eq!(reasons(&Facts { person: said.clone(), ..facts() }), expected, "{said:?}");
    }
}

#[test]
fn who_needs_a_permit_must_have_one_that_gives_work_today() {
    let permit = |work, from, to| heard(WorkPermit { work, period: period(from, to) });
    for (permit, since) in [
        (permit(true, "2025-01-01", None), None),
        (permit(true, "2025-01-01", Some("2026-11-25")), None),
        (permit(true, "2025-01-01", Some("2026-11-24")), Some(Some("2026-11-25".to_owned()))),
        (permit(true, "2026-11-26", None), Some(None)),
        (permit(false, "2025-01-01", None), Some(None)),
        (heard(None), Some(None)),
    ] {
        let needs = person(PersonStanding::InOrder, None, true);
        let facts = Facts { person: needs, permit: permit.clone(), ..facts() };
        let expected = since.map(|since| (Reason::NoWorkPermit, since, Register::Permits));
        assert_eq!(found(&facts), Vec::from_iter(expected), "{permit:?}");
    }
    let facts = Facts { permit: heard(None), ..facts() };
    assert_eq!(found(&facts), [], "who needs none is not asked for one");
}

#[test]
fn aa_registeret_or_oar_is_enough() {
    use Reason::{EmploymentEnded, WorkerNotEmployed};
    let none = || heard(Vec::new());
    let oar = |periods: &[(&str, Option<&str>)]| {
        heard(periods.iter().map(|(from, to)| period(from, *to)).collect::<Vec<_>>())
    };
    let ended = |day: &str, register| vec![(EmploymentEnded, Some(day.to_owned()), register)];
    let (aa_register, oar_register) = (Register::Employments, Register::Assignments);
    for (case, employed, assignments, expected) in [
        ("employed", aa("2020-01-01", None), none(), vec![]),
        ("to the last day", aa("2020-01-01", Some("2026-11-25")), none(), vec![]),
        ("ended", aa("2020-01-01", Some("2026-11-24")), none(), ended("2026-11-25", aa_register)),
        (
            "begins tomorrow",
            aa("2026-11-26", None),
            none(),
            vec![(WorkerNotEmployed, None, aa_register)],
        ),
        ("in neither", heard(None), heard(None), vec![(WorkerNotEmployed, None, aa_register)]),
        (
            "with another company",
            heard(vec![(999_999_999, period("2020-01-01", None))]),
            none(),
            vec![(WorkerNotEmployed, None, aa_register)],
        ),
        ("on an assignment", heard(None), oar(&[("2026-10-01", Some("2026-12-01"))]), vec![]),
        ("30 days before", heard(None), oar(&[("2026-12-25", None)]), vec![]),
        (
            "31 days before",
            heard(None),
            oar(&[("2026-12-26", None)]),
            vec![(WorkerNotEmployed, None, aa_register)],
        ),
        (
            "between two",
            heard(None),
            oar(&[("2026-01-01", Some("2026-03-01")), ("2027-05-01", None)]),
            vec![],
        ),
        (
            "after the last",
            heard(None),
            oar(&[("2026-01-01", Some("2026-03-01"))]),
            ended("2026-03-02", oar_register),
        ),
        (
            "ended here, then there",
            aa("2020-01-01", Some("2025-12-31")),
            oar(&[("2026-01-01", Some("2026-03-01"))]),
            ended("2026-03-02", oar_register),
        ),
    ] {
        let facts = Facts { employed, assignments, ..facts() };
        assert_eq!(found(&facts), expected, "{case}");
    }
}

#[test]
fn the_last_answer_counts_for_three_days_and_then_it_is_unconfirmed_since_then() {
    for (days, expected) in [(0, vec![]), (3, vec![]), (4, vec![Reason::RegisterSilent])] {
        for facts in [
            Facts { company: old(facts().company, days), ..facts() },
            Facts { person: old(facts().person, days), ..facts() },
            Facts { employed: old(facts().employed, days), ..facts() },
        ] {
            assert_eq!(reasons(&facts), expected, "{days} days: {facts:?}");
        }
    }
    let both =
        Facts { company: old(facts().company, 5), person: old(facts().person, 9), ..facts() };
    let since = Some("2026-11-16".to_owned());
    assert_eq!(found(&both), [(Reason::RegisterSilent, since, Register::Population)]);
}

#[test]
fn silence_makes_nothing_invalid_and_what_was_wrong_stays_wrong() {
    // Aa-registeret says no, and OAR, which said yes, is silent: nobody knows.
    let unknown = Facts {
        employed: heard(None),
        assignments: old(heard(vec![period("2026-01-01", None)]), 9),
        ..facts()
    };
    assert_eq!(reasons(&unknown), [Reason::RegisterSilent]);
    // A fresh yes of one makes the silence of the other nobody's business.
    let yes = Facts { assignments: old(heard(None), 40), ..facts() };
    assert_eq!(reasons(&yes), []);
    let wrong = Facts { person: old(heard(None), 40), ..facts() };
    assert_eq!(reasons(&wrong), [Reason::WorkerNotInPopulationRegister]);
}

#[test]
fn a_register_that_never_answered_is_silent_since_the_card_or_the_asking_began() {
    let never = Facts { person: None, ..facts() };
    let judge_from = |from| {
        let job = Job { from, ..job(Industry::Construction) };
        judge(job, &never, &asked(), &Terms::default(), now())
    };
    let new = judge_from(days_ago(2));
    assert!(new.findings.is_empty() && !new.confirmed, "a new card is given the time");
    assert_eq!(judge_from(days_ago(4)).findings[0].since, Some(days_ago(4)));
    assert_eq!(judge_from(days_ago(400)).findings[0].since, Some(days_ago(50)));
}

#[test]
fn a_register_that_nobody_asks_has_no_say() {
    let asked = Asked(vec![(Register::Employments, days_ago(50))]);
    let facts = Facts { employed: aa("2020-01-01", None), ..Facts::default() };
    let judged = judge(job(Industry::Cleaning), &facts, &asked, &Terms::default(), now());
    assert_eq!((judged.findings, judged.registers), (vec![], vec![Register::Employments]));
}

#[test]
fn what_ends_soon_is_told_in_time() {
    let in_days = |days| (now() + TimeDelta::days(days)).date_naive().to_string();
    let d_number = |day: &str| person(PersonStanding::InOrder, Some(day), false);
    let permit = |to: &str| Facts {
        person: person(PersonStanding::InOrder, None, true),
        permit: heard(WorkPermit { work: true, period: period("2025-01-01", Some(to)) }),
        ..facts()
    };
    let coming = |facts: &Facts| -> Vec<_> {
        let coming = judged(Industry::Construction, facts).coming;
        coming.iter().map(|c| (c.reason, c.due.date_naive().to_string())).collect()
    };
    let employed = |to: &str| Facts { employed: aa("2020-01-01", Some(to)), ..facts() };
    for (facts, expected) in [
        (Facts { person: d_number(&in_days(90)), ..facts() }, Some((Reason::DNumberInactive, 90))),
        (Facts { person: d_number(&in_days(92)), ..facts() }, None),
        (permit(&in_days(20)), Some((Reason::NoWorkPermit, 21))),
        (permit(&in_days(40)), None),
        (employed(&in_days(20)), Some((Reason::EmploymentEnded, 21))),
        (employed(&in_days(40)), None),
    ] {
        let expected = expected.map(|(reason, days)| (reason, in_days(days)));
        assert_eq!(coming(&facts), Vec::from_iter(expected), "{facts:?}");
    }
    let ends = Job { until: now() + TimeDelta::days(10), ..job(Industry::Construction) };
    let judged = judge(ends, &facts(), &asked(), &Terms::default(), now());
    let expected = Coming { reason: Reason::CardExpired, due: ends.until };
    assert_eq!(judged.coming, [expected]);
    let moves_on = Facts {
        employed: heard(vec![
            (COMPANY, period("2020-01-01", Some(&in_days(5)))),
            (COMPANY, period(&in_days(-5), None)),
        ]),
        ..facts()
    };
    assert_eq!(coming(&moves_on), [], "one contract ends, another goes on");
}
