//! An inspection as large as one may be. Whatever took longer with each person in it would take
//! minutes here, and seconds of an inspector's time at every card.

use card::{Industry, Language, Reason};
use inspection::{FindingKind, MOST_MET};
use inspector::Inspector;
use inspector::inspection::{EntryChange, InspectionError, Told};
use report::{LONGEST, Pictures, Report};
use test_support::{at, person};

use crate::office::{Office, sync};
use crate::site::{here, kinds};

/// How many of them, at least, a hundredth of all.
const SOME: usize = MOST_MET / 100;

#[test]
fn two_thousand_people_are_met_kept_counted_judged_again_and_reported() {
    let office = Office::new();
    let company = office.company(1, "Rent Hus AS");
    let (mut cards, mut jobs) = (Vec::new(), Vec::new());
    for n in 0..MOST_MET as u64 {
        let worker = office.worker(n, person(n).name.as_str());
        jobs.push(office.employ(worker.card, (company, company), Industry::Cleaning));
        cards.push(worker.card);
    }
    office.publish(at(0));
    let mut tablet = office.tablet();
    sync(&mut tablet, 0);

    let id = tablet.begin(&here(Some(Industry::Cleaning)), at(10)).unwrap();
    for (n, card) in cards.iter().enumerate() {
        if n == MOST_MET / 2 {
            tablet.pause().unwrap();
            drop(tablet);
            tablet = Inspector::open(&office.store()).unwrap();
            tablet.resume(&id, at(20)).unwrap();
        }
        let put = tablet.meet_known(*card, None, at(20)).unwrap();
        assert_eq!((put.before, put.totals.met), (None, n + 1));
    }
    for card in cards.iter().step_by(SOME) {
        let put = tablet.meet_known(*card, None, at(30)).unwrap();
        assert_eq!((put.before, put.totals.met), (Some(at(20)), MOST_MET), "nobody counts twice");
        let findings = Some(kinds(&[FindingKind::Other]));
        let change = EntryChange { findings, pay_slip_check: Some(true), ..EntryChange::default() };
        tablet.change_entry(&put.id, change).unwrap();
    }
    let more = tablet.meet_told(Told::default(), at(40));
    assert!(matches!(more, Err(InspectionError::Full)), "{more:?}");
    tablet.end(&id, at(50)).unwrap();
    let [line] = &tablet.inspections(at(60)).unwrap()[..] else { panic!("one") };
    let view = tablet.inspection(&id, at(60)).unwrap();
    assert_eq!(
        (line.totals.met, line.totals.found, line.totals.pay_slip_checks),
        (2_000, 100, 100)
    );
    assert_eq!((&view.totals, view.inspection.met.len()), (&line.totals, MOST_MET));

    for job in jobs.iter().take(SOME) {
        office.issuer.block(job, Reason::WorkerNotEmployed, "office", at(5)).unwrap();
    }
    office.publish(at(70));
    sync(&mut tablet, 80);
    assert_eq!(tablet.news(at(80)).unwrap().len(), SOME);

    // A crew list with all but some of them.
    let mut list = String::from("navn;fødselsdato;kort\n");
    for (n, card) in (0..).zip(&cards).skip(SOME) {
        let person = person(n);
        let born = person.birth_date.format("%d.%m.%Y");
        let card = if n % 2 == 0 { card.to_string() } else { String::new() };
        list += &format!("{};{born};{card}\n", person.name.as_str());
    }
    tablet.set_crew_list(&id, Some(list.as_bytes()), at(90)).unwrap();
    let report = tablet.report(&id, at(90)).unwrap();
    let compared = report.comparison().unwrap();
    assert_eq!((compared.pairs.len(), compared.unlisted.len()), (MOST_MET - SOME, SOME));
    assert_eq!(report.totals().met.people, MOST_MET);

    let json = report.to_json();
    assert!(json.len() < LONGEST);
    assert_eq!(Report::from_json(&json).unwrap(), report);
    let csv = String::from_utf8(report.csv(Language::Nb)).unwrap();
    assert_eq!(csv.lines().count(), 1 + MOST_MET);
    let pdf = report.pdf(Language::Nb, &Pictures::new()).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));

    tablet.queue_report(&id, at(100)).unwrap();
    assert_eq!(tablet.send_reports(at(100)).unwrap().answered, 1);
    assert_eq!(office.issuer.reports().unwrap()[0].met as usize, MOST_MET);
}
