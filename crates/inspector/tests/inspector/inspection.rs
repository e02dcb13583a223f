//! An inspection: what goes into it, what stays over a restart, and what never does.

use card::{Industry, Outcome};
use chrono::TimeDelta;
use inspection::{FindingKind, How};
use inspector::inspection::{EntryChange, InspectionError, InspectionState, Put, Told};
use inspector::{Inspector, InspectorError};
use test_support::{at, organisation_number};
use verifier::Policy;

use crate::office::sync;
use crate::site::{Site, here, kinds};

const DAY: i64 = 86_400;

#[test]
fn outside_an_open_inspection_nothing_is_kept_of_who_was_checked() {
    let mut site = Site::new();
    let check_and_look_up = |site: &mut Site, now: i64| {
        let before = site.rows();
        let text = site.text(0, now);
        let seen = site.tablet.meet_scanned(&text, at(now), &Policy::default()).unwrap();
        assert_eq!((seen.verdict.outcome, seen.put.is_none()), (Outcome::Valid, true));
        let verdict = site.tablet.check_scanned(&text, at(now), &Policy::default());
        assert!(verdict.card.is_some());
        assert_eq!(site.tablet.find("ola", at(now)).unwrap().hits.len(), 1);
        let known = site.tablet.meet_known(site.cards[0], None, at(now));
        assert!(matches!(known, Err(InspectionError::NoneOpen)), "{known:?}");
        let told = site.tablet.meet_told(Told::default(), at(now));
        assert!(matches!(told, Err(InspectionError::NoneOpen)), "{told:?}");
        assert_eq!(site.rows(), before, "at {now}");
        assert!(!site.keeps("Ola Nordmann"));
    };
    check_and_look_up(&mut site, 10);
    let id = site.begin(20);
    site.tablet.pause().unwrap();
    check_and_look_up(&mut site, 30);
    site.tablet.end(&id, at(40)).unwrap();
    check_and_look_up(&mut site, 50);
    // And the opposite: this test can fail.
    site.tablet.resume(&id, at(60)).unwrap();
    site.scan(0, 60);
    assert!(site.keeps("Ola Nordmann"));
}

#[test]
fn an_inspection_goes_on_after_a_restart_with_the_person_who_was_on_the_screen() {
    let mut site = Site::new();
    let id = site.begin(10);
    let ola = site.scan(0, 20);
    assert_eq!(ola.before, None);
    let mut site = site.restart();
    let view = site.open(30);
    assert_eq!(view.inspection.id, id);
    assert_eq!(view.looking, Some(ola.id.clone()));
    assert_eq!(view.inspection.place.name.as_str(), "Torget 1");
    let names: Vec<_> =
        view.inspection.participants.iter().map(|one| one.name.as_str().to_owned()).collect();
    assert_eq!(names, ["Inga", "Tor Hansen"]);
    let met = &view.inspection.met[0];
    assert_eq!((met.how, met.at), (How::Scanned, at(20)));
    assert_eq!(met.who.card, Some(site.cards[0]));
    assert!(met.who.birth_date.is_some() && met.who.national_id.is_some(), "from the index");
    assert_eq!(met.check.as_ref().unwrap().data_age_seconds(), Some(20));
    site.tablet.look_at(None).unwrap();
    assert_eq!(site.restart().open(40).looking, None);
}

#[test]
fn a_card_scanned_twice_is_told_and_counted_once_and_a_doubt_takes_nothing_from_a_certainty() {
    let mut site = Site::new();
    site.begin(10);
    // First a picture of a code, then the phone itself, then the picture again.
    let picture = site.text(0, 20);
    let scan = |site: &mut Site, text: &str, now: i64| {
        site.tablet.meet_scanned(text, at(now), &Policy::default()).unwrap().put.unwrap()
    };
    let first = scan(&mut site, &picture, 120);
    let outcome = |put: &Put| put.met.outcome();
    assert_eq!((first.before, outcome(&first)), (None, Some(Outcome::Unconfirmed)));
    let fresh = site.text(0, 130);
    let second = scan(&mut site, &fresh, 130);
    assert_eq!((second.before, outcome(&second)), (Some(at(120)), Some(Outcome::Valid)));
    let third = scan(&mut site, &picture, 300);
    assert_eq!((third.before, outcome(&third)), (Some(at(120)), Some(Outcome::Valid)));
    assert_eq!(third.id, first.id);
    assert_eq!(third.totals.met, 1);
    // Looked up, or telling who it is, it is still the same person.
    let known = site.tablet.meet_known(site.cards[0], None, at(310)).unwrap();
    assert_eq!((known.id, known.totals.met), (first.id, 1));
    let met = &known.met;
    let (name, birth_date) = (met.who.name.clone(), met.who.birth_date);
    let told = Told { name, birth_date, ..Told::default() };
    let told = site.tablet.meet_told(told, at(320)).unwrap();
    assert_eq!(told.totals.met, 1);
    assert_eq!(told.met.outcome(), Some(Outcome::Valid));
    site.scan(1, 330);
    assert_eq!(site.open(340).totals.met, 2);
}

#[test]
fn what_the_inspector_chose_stays_when_the_card_is_scanned_again() {
    use FindingKind::{Other, WrongEmployer, WrongIndustry};
    let mut site = Site::new();
    site.tablet.begin(&here(Some(Industry::CarCare)), at(10)).unwrap();
    let put = site.scan(0, 20);
    let found = |put: &Put| put.met.findings.clone();
    assert_eq!(found(&put), kinds(&[WrongIndustry]), "the inspection's industry counts");
    let findings = Some(kinds(&[WrongEmployer, Other]));
    let note = Some("  Jobber for en annen\nsa han ".to_owned());
    let change = EntryChange { findings, note, pay_slip_check: Some(true), told: None };
    site.tablet.change_entry(&put.id, change).unwrap();
    let put = site.scan(0, 60);
    assert_eq!(found(&put), kinds(&[WrongEmployer, Other]));
    let met = &put.met;
    assert_eq!(met.note.as_ref().unwrap().as_str(), "Jobber for en annen\nsa han");
    assert!(met.pay_slip_check);
    let too_long = EntryChange { note: Some("å".repeat(2_001)), ..EntryChange::default() };
    let refused = site.tablet.change_entry(&put.id, too_long);
    assert!(matches!(refused, Err(InspectionError::Text(_))), "{refused:?}");
    assert_eq!(site.open(70).inspection.met[0].note, met.note, "and nothing is lost");
}

#[test]
fn a_person_without_a_card_is_put_in_as_told_and_an_entry_can_be_removed_and_had_back() {
    let mut site = Site::new();
    let id = site.begin(10);
    let told: Told = serde_json::from_value(serde_json::json!({
        "name": "Jonas Petraitis", "birth_date": "1990-02-03", "company": "Bygg AS"
    }))
    .unwrap();
    let jonas = site.tablet.meet_told(told, at(20)).unwrap();
    let met = &jonas.met;
    assert_eq!((met.how, met.check.is_none()), (How::NothingShown, true));
    assert_eq!(met.findings, kinds(&[FindingKind::NoCard]));
    // Two who say nothing are two.
    site.tablet.meet_told(Told::default(), at(30)).unwrap();
    site.tablet.meet_told(Told::default(), at(40)).unwrap();
    assert_eq!(site.open(50).totals.met, 3);

    site.tablet.remove_entry(&jonas.id).unwrap();
    let view = site.open(60);
    assert_eq!((view.totals.met, view.removed), (2, Some(jonas.id.clone())));
    site.tablet.restore_entry(&jonas.id).unwrap();
    assert_eq!(site.open(70).totals.met, 3);
    assert_eq!(site.open(70).inspection.met[0].id, jonas.id, "in its place");
    site.tablet.remove_entry(&jonas.id).unwrap();
    assert!(site.keeps("Petraitis"));
    site.tablet.end(&id, at(80)).unwrap();
    assert!(!site.keeps("Petraitis"), "at the end what was removed is gone");
    assert!(matches!(site.tablet.restore_entry(&jonas.id), Err(InspectionError::NoEntry)));
}

#[test]
fn one_is_open_at_a_time_several_are_kept_and_one_that_is_sent_stays_as_it_was_sent() {
    let mut site = Site::new();
    let first = site.begin(10);
    assert!(matches!(site.tablet.begin(&here(None), at(11)), Err(InspectionError::AnotherOpen)));
    let ola = site.scan(0, 20).id;
    site.tablet.pause().unwrap();
    let second = site.begin(30);
    assert!(matches!(site.tablet.resume(&first, at(31)), Err(InspectionError::AnotherOpen)));
    site.scan(1, 40);
    site.tablet.end(&second, at(50)).unwrap();
    site.tablet.resume(&first, at(60)).unwrap();
    assert_eq!(site.open(61).totals.met, 1);
    site.tablet.end(&first, at(70)).unwrap();
    site.tablet.resume(&first, at(80)).unwrap();
    assert_eq!(site.open(81).inspection.ended, None, "reopened");
    site.tablet.end(&first, at(90)).unwrap();
    let lines = site.tablet.inspections(at(100)).unwrap();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line.state == InspectionState::Ended && line.totals.met == 1));
    assert_eq!(site.tablet.begun_last().unwrap(), Some(here(None)));

    let code = site.text(0, 20);
    assert!(site.keeps(&code));
    site.tablet.sent(&first).unwrap();
    let refused = [
        site.tablet.resume(&first, at(110)),
        site.tablet.end(&first, at(110)),
        site.tablet.note_on(&first, None),
        site.tablet.change_entry(&ola, EntryChange::default()),
        site.tablet.remove_entry(&ola),
    ];
    assert!(refused.iter().all(|one| matches!(one, Err(InspectionError::Sent))), "{refused:?}");
    assert!(!site.keeps(&code), "no code is kept that nothing will be judged on");
    site.tablet.discard(&first).unwrap();
    site.tablet.discard(&second).unwrap();
    assert!(!site.keeps("Nordmann"));
    assert!(matches!(site.tablet.discard(&second), Err(InspectionError::Unknown)));
}

#[test]
fn the_employer_that_should_be_there_is_kept_with_its_inspection_and_no_other() {
    let mut site = Site::new();
    let first = site.begin(10);
    assert_eq!(site.open(10).expected, None);
    site.tablet.expect_employer(&first, Some(organisation_number(1))).unwrap();
    let mut site = site.restart();
    let expected = site.open(20).expected.unwrap();
    assert_eq!(expected.number, organisation_number(1));
    assert_eq!(expected.name.as_ref().unwrap().as_str(), "Rent Hus AS");
    site.tablet.pause().unwrap();
    let second = site.begin(30);
    assert_eq!(site.open(30).expected, None);
    site.tablet.expect_employer(&second, Some(organisation_number(2))).unwrap();
    assert_eq!(site.open(30).expected.unwrap().name, None, "nobody in the index works there");
    site.tablet.end(&second, at(40)).unwrap();
    site.tablet.resume(&first, at(50)).unwrap();
    site.scan(0, 50);
    assert_eq!(site.open(60).expected, Some(expected));
    site.tablet.expect_employer(&first, None).unwrap();
    assert_eq!(site.open(60).expected, None);
    site.tablet.end(&first, at(70)).unwrap();
    site.tablet.sent(&first).unwrap();
    let refused = site.tablet.expect_employer(&first, None);
    assert!(matches!(refused, Err(InspectionError::Sent)), "{refused:?}");
}

#[test]
fn a_picture_is_kept_without_what_the_camera_wrote_into_it_and_what_is_none_is_refused() {
    let mut site = Site::new();
    let id = site.begin(10);
    let pixels = image::RgbImage::from_fn(2_000, 1_000, |x, y| {
        image::Rgb([(x / 8).to_le_bytes()[0], (y / 4).to_le_bytes()[0], 90])
    });
    let mut file = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut file, image::ImageFormat::Jpeg).unwrap();
    // An application segment, as cameras write one with place and time (Exif 2.3, 4.5.4).
    let mut file = file.into_inner();
    let secret = b"\xff\xe1\x00\x16Exif\0\0GPS 59.91, 10.7";
    file.splice(2..2, secret.iter().copied());
    let name = site.tablet.add_picture(&id, &file, " Nordfasaden ", at(20)).unwrap();
    assert_eq!(site.tablet.add_picture(&id, &file, "Nordfasaden", at(21)).unwrap(), name);
    let kept = site.tablet.picture(&id, &name, at(30)).unwrap();
    assert!(!kept.windows(4).any(|part| part == b"Exif"));
    let read = image::load_from_memory(&kept).unwrap();
    assert_eq!((read.width(), read.height()), (1_600, 800));
    let view = site.open(40);
    assert_eq!(view.inspection.pictures.len(), 1, "the same one twice is one");
    assert_eq!(view.inspection.pictures[0].caption.as_ref().unwrap().as_str(), "Nordfasaden");
    for wrong in [b"".as_slice(), b"\xff\xd8\xff", b"%PDF-1.7"] {
        let refused = site.tablet.add_picture(&id, wrong, "", at(50));
        assert!(matches!(refused, Err(InspectionError::Device(_))), "{refused:?}");
    }
    site.tablet.remove_picture(&id, &name).unwrap();
    assert!(matches!(site.tablet.picture(&id, &name, at(60)), Err(InspectionError::NoEntry)));
}

#[test]
fn a_device_without_contact_keeps_its_inspections_locked_and_a_revoked_one_loses_them() {
    let mut site = Site::new();
    let id = site.begin(10);
    site.scan(0, 20);
    let month = 30 * DAY;
    for now in [month, month + 3_600] {
        site.tablet.keep_watch(at(now)).unwrap();
        let locked = site.tablet.inspection(&id, at(now));
        assert!(matches!(locked, Err(InspectionError::Locked)), "{locked:?}");
        assert!(matches!(site.tablet.inspections(at(now)), Err(InspectionError::Locked)));
        assert!(matches!(site.tablet.resume(&id, at(now)), Err(InspectionError::Locked)));
        assert_eq!(site.tablet.overview(at(now)).inspections, 1, "they are said to be there");
        // Checks go on, and leave nothing.
        let rows = site.rows();
        let text = site.text(1, now);
        let seen = site.tablet.meet_scanned(&text, at(now), &Policy::default()).unwrap();
        assert!(seen.put.is_none() && site.rows() == rows);
    }
    assert!(site.tablet.key_set().is_none(), "the index and the key set are gone");
    site.office.publish(at(month + 4_000));
    sync(&mut site.tablet, month + 4_000);
    assert_eq!(site.open(month + 4_010).totals.met, 1, "and the inspector's work is back");

    site.office.issuer.revoke_inspector("Inga", at(10)).unwrap();
    let refused = site.tablet.sync(at(month + 5_000), &mut |_| ());
    assert!(matches!(refused, Err(InspectorError::Revoked)), "{refused:?}");
    assert!(!site.keeps("Nordmann") && !site.keeps("Torget 1"));
    let site = site.restart();
    assert_eq!(site.tablet.overview(at(month + 5_000)).inspections, 0);
}

#[test]
fn a_clock_that_is_behind_opens_no_inspection() {
    let mut site = Site::new();
    let id = site.begin(10);
    let behind = at(0) - TimeDelta::days(1);
    assert!(matches!(site.tablet.inspection(&id, behind), Err(InspectionError::Locked)));
    assert!(site.tablet.inspection(&id, at(20)).is_ok());
}

#[test]
fn two_inspectors_who_meet_the_same_person_each_have_an_entry_of_their_own() {
    let mut site = Site::new();
    let link = site.office.issuer.enrol_inspector("Tor", "Skatteetaten", "test", at(0)).unwrap();
    let folder = site.office.folder.path().join("other tablet");
    let mut other = Inspector::enrol(&folder, store::KeyKeeper::File, &link.to_string()).unwrap();
    sync(&mut other, 0);
    site.begin(10);
    other.begin(&here(None), at(10)).unwrap();
    let text = site.text(0, 20);
    let theirs = other.meet_scanned(&text, at(20), &Policy::default()).unwrap().put.unwrap();
    let ours = site.tablet.meet_scanned(&text, at(20), &Policy::default()).unwrap().put.unwrap();
    assert_ne!(theirs.id, ours.id);
    let open = |tablet: &Inspector| tablet.open_inspection(at(20)).unwrap().unwrap().inspection.id;
    assert_ne!(open(&other), open(&site.tablet));
}
