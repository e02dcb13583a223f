//! The report of an inspection: what it is made of, when it waits, and what becomes of it.

use card::{Industry, Outcome, Reason};
use inspection::InspectionId;
use inspector::Inspector;
use inspector::inspection::{Begin, InspectionError, InspectionState, Told};
use inspector::report::{ReportError, ReportState};
use issuer::Role;
use report::{NoCrewList, Report};
use test_support::at;

use crate::office::{Office, Worker, site, sync};

/// An inspection with the worker, somebody without a card, and a picture.
fn ended(tablet: &mut Inspector, worker: &Worker) -> InspectionId {
    let place = serde_json::json!({ "name": "Torget 1", "address": null });
    let place = serde_json::from_value(place).unwrap();
    let id = tablet.begin(&Begin { place, industry: None, others: vec![] }, at(10)).unwrap();
    tablet.meet_known(worker.card, None, at(20)).unwrap();
    let told = Told { name: Some("Kari Ny".parse().unwrap()), ..Told::default() };
    tablet.meet_told(told, at(30)).unwrap();
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(40, 30).write_to(&mut png, image::ImageFormat::Png).unwrap();
    tablet.add_picture(&id, &png.into_inner(), "Porten", at(40)).unwrap();
    tablet.end(&id, at(50)).unwrap();
    id
}

fn state(tablet: &Inspector, id: &InspectionId) -> ReportState {
    tablet.report_view(id, at(60)).unwrap().state
}

#[test]
fn a_report_is_made_of_an_inspection_that_has_ended_and_of_no_other() {
    let (office, mut tablet, worker) = site();
    let id = ended(&mut tablet, &worker);
    tablet.resume(&id, at(51)).unwrap();
    assert!(matches!(tablet.report(&id, at(52)), Err(ReportError::Unfinished)));
    assert!(matches!(tablet.queue_report(&id, at(52)), Err(ReportError::Unfinished)));
    tablet.end(&id, at(53)).unwrap();
    let unknown = InspectionId::of([0; 16]);
    let none = tablet.report(&unknown, at(53));
    assert!(matches!(none, Err(ReportError::Inspection(InspectionError::Unknown))));

    let report = tablet.report(&id, at(60)).unwrap();
    assert_eq!(report.by.name.as_str(), "Inga");
    assert_eq!(report.inspection.met.len(), 2);
    let pictures = tablet.report_pictures(&report, at(60)).unwrap();
    assert_eq!(pictures.len(), 1);
    assert!(report.pdf(card::Language::Nb, &pictures).unwrap().starts_with(b"%PDF-1.7"));
    drop((office, tablet));
}

#[test]
fn a_crew_list_is_kept_over_a_restart_and_says_how_cards_stand_by_the_index() {
    let (office, mut tablet, worker) = site();
    let company = office.company(2, "Bygg AS");
    let fallen = office.worker(2, "Per Utløpt");
    let job = office.employ(fallen.card, (company, company), Industry::Construction);
    office.issuer.block(&job, Reason::WorkerNotEmployed, "office", at(1)).unwrap();
    office.publish(at(1));
    sync(&mut tablet, 2);
    let id = ended(&mut tablet, &worker);
    let bad = tablet.set_crew_list(&id, Some(b"PK\x03\x04"), at(60));
    assert!(matches!(bad, Err(ReportError::Crew(NoCrewList::NoTable(_)))), "{bad:?}");
    let list = format!("navn;kort\nOla;{}\nPer;{}\nNN;9999999\n", worker.card, fallen.card);
    tablet.set_crew_list(&id, Some(list.as_bytes()), at(60)).unwrap();
    drop(tablet);

    let mut tablet = Inspector::open(&office.store()).unwrap();
    let crew = tablet.report_view(&id, at(60)).unwrap().crew.unwrap();
    assert_eq!((crew.listed, crew.unlisted.count, crew.not_met.count), (3, 1, 2));
    assert_eq!(crew.unlisted.people[0].name.as_deref(), Some("Kari Ny"));
    assert_eq!(crew.without_valid_card.count, 1);
    let absent = &crew.without_valid_card.people[0];
    assert_eq!((absent.card, absent.outcome), (Some(fallen.card), Some(Outcome::Invalid)));
    assert_eq!(crew.not_met.people[1].outcome, None, "the index doesn't know the card");
    tablet.set_crew_list(&id, None, at(60)).unwrap();
    assert!(tablet.report_view(&id, at(60)).unwrap().crew.is_none());
}

#[test]
fn a_report_waits_without_contact_and_is_sent_once_with_its_pictures_at_the_next() {
    let (office, mut tablet, worker) = site();
    let id = ended(&mut tablet, &worker);
    assert_eq!(state(&tablet, &id), ReportState::None);
    tablet.queue_report(&id, at(60)).unwrap();
    assert!(matches!(tablet.queue_report(&id, at(60)), Err(ReportError::Waiting)));
    assert_eq!(state(&tablet, &id), ReportState::Waiting);
    let sent = tablet.send_reports(at(70)).unwrap();
    assert_eq!((sent.contact, sent.answered, sent.waiting), (true, 1, 0));
    assert_eq!(
        state(&tablet, &id),
        ReportState::Sent { at: at(0).timestamp_millis(), changed: false }
    );
    let kept = office.issuer.reports().unwrap();
    assert_eq!((kept.len(), kept[0].met, kept[0].inspector.as_str()), (1, 2, "Inga"));
    assert_eq!(kept[0].kept.missing, []);
    let whole = office.issuer.report(&kept[0].kept.id, Role::Office, "t", "t", at(80)).unwrap();
    assert_eq!(whole.pictures.len(), 1);
    let there = Report::from_json(&whole.body).unwrap();
    assert_eq!(there, tablet.report(&id, at(90)).unwrap(), "shown as it was sent");

    let view = tablet.inspection(&id, at(90)).unwrap();
    assert_eq!(view.state, InspectionState::Sent);
    for refused in
        [tablet.queue_report(&id, at(90)), tablet.set_crew_list(&id, Some(b"navn\nOla\n"), at(90))]
    {
        assert!(matches!(refused, Err(ReportError::Inspection(InspectionError::Sent))));
    }
    assert!(!tablet.send_reports(at(90)).unwrap().contact, "nothing to ask for");
}

#[test]
fn without_a_service_nothing_is_lost_and_nothing_counts_as_sent() {
    let (mut office, mut tablet, worker) = site();
    let id = ended(&mut tablet, &worker);
    tablet.queue_report(&id, at(60)).unwrap();
    office.close();
    let sent = tablet.send_reports(at(70)).unwrap();
    assert_eq!((sent.contact, sent.answered, sent.waiting), (false, 0, 1));
    assert_eq!(state(&tablet, &id), ReportState::Waiting);
    tablet.resume(&id, at(80)).unwrap();
    tablet.end(&id, at(81)).unwrap();
    assert_eq!(tablet.inspection(&id, at(82)).unwrap().state, InspectionState::Ended);
}

#[test]
fn one_gone_on_with_while_its_report_waits_is_sent_after_its_end_with_what_was_judged_again() {
    let (office, mut tablet, worker) = site();
    let id = ended(&mut tablet, &worker);
    tablet.queue_report(&id, at(60)).unwrap();
    tablet.resume(&id, at(61)).unwrap();
    let sent = tablet.send_reports(at(62)).unwrap();
    assert_eq!((sent.contact, sent.answered, sent.waiting), (true, 0, 1));
    assert!(office.issuer.reports().unwrap().is_empty());
    tablet.end(&id, at(63)).unwrap();
    let export = office.issuer.reports().unwrap();
    assert!(export.is_empty());

    let database = rusqlite::Connection::open(office.folder.path().join("issuer/issuer.db"));
    let job: String =
        database.unwrap().query_row("SELECT id FROM employment", [], |row| row.get(0)).unwrap();
    let job = job.parse().unwrap();
    office.issuer.block(&job, Reason::WorkerNotEmployed, "office", at(15)).unwrap();
    office.publish(at(64));
    sync(&mut tablet, 65);
    assert_eq!(tablet.send_reports(at(66)).unwrap().answered, 1);
    let kept = office.issuer.reports().unwrap().remove(0);
    let whole = office.issuer.report(&kept.kept.id, Role::Office, "t", "t", at(80)).unwrap();
    let there = Report::from_json(&whole.body).unwrap();
    assert_eq!(there.totals().judged_again, 1);
    assert_eq!(tablet.news(at(90)).unwrap().len(), 1, "and it is still told");
}

#[test]
fn one_that_the_service_refuses_says_why_and_can_be_sent_anew() {
    let (office, mut tablet, worker) = site();
    let id = ended(&mut tablet, &worker);
    tablet.queue_report(&id, at(60)).unwrap();
    // Another report has the number already.
    let mut other = tablet.report(&id, at(60)).unwrap();
    other.id = number(&office);
    let tor = issuer::InspectorName { name: "Tor".into(), authority: "Arbeidstilsynet".into() };
    office.issuer.keep_report(&tor, &other.to_json(), at(60)).unwrap();
    assert_eq!(tablet.send_reports(at(70)).unwrap().answered, 1);
    let refused = ReportState::Refused { code: wire::ProblemCode::Conflict };
    assert_eq!(state(&tablet, &id), refused);
    tablet.queue_report(&id, at(80)).unwrap();
    assert_eq!(tablet.send_reports(at(81)).unwrap().answered, 1);
    assert!(matches!(state(&tablet, &id), ReportState::Sent { changed: false, .. }));
    assert_eq!(office.issuer.reports().unwrap().len(), 2);
}

/// The number of the report that waits on the tablet.
fn number(office: &Office) -> inspection::ReportId {
    let store = rusqlite::Connection::open(office.store().join("store.db")).unwrap();
    let key = std::fs::read_to_string(office.store().join("store.key")).unwrap();
    store.pragma_update(None, "key", format!("x'{key}'")).unwrap();
    let id: String = store.query_row("SELECT id FROM report", [], |row| row.get(0)).unwrap();
    id.parse().unwrap()
}
