//! An inspection: what goes into it, what stays over a restart, what never does, and what a later
//! sync makes of it.

use std::collections::BTreeSet;

use card::{CardNumber, Industry, Outcome};
use chrono::TimeDelta;
use inspection::{FindingKind, How, InspectionId};
use inspector::inspection::{
    Begin, EntryChange, InspectionError, InspectionState, InspectionView, Put, Told,
};
use inspector::{Inspector, InspectorError};
use rusqlite::types::Value;
use test_support::at;
use verifier::Policy;
use wallet::Wallet;
use wire::IdDocument;

use crate::office::{Office, sync};

const DAY: i64 = 86_400;

/// An office, a tablet that has synced, and three workers with phones.
struct Site {
    office: Office,
    tablet: Inspector,
    cards: Vec<CardNumber>,
    jobs: Vec<card::EmploymentId>,
    phones: Vec<Wallet>,
}

impl Site {
    fn new() -> Self {
        let office = Office::new();
        let company = office.company(1, "Rent Hus AS");
        let (mut cards, mut jobs, mut phones) = (Vec::new(), Vec::new(), Vec::new());
        for (n, name) in (1_u64..).zip(["Ola Nordmann", "Kari Nordmann", "Łukasz Kowalski"]) {
            let worker = office.worker(n, name);
            jobs.push(office.employ(worker.card, (company, company), Industry::Cleaning));
            let passport = IdDocument::Passport;
            let link = office.issuer.issue_activation(worker.card, passport, "test", at(0));
            let link = link.unwrap().to_string();
            let folder = office.folder.path().join(format!("phone {n}"));
            phones.push(Wallet::enrol(&folder, store::KeyKeeper::File, &link, at(0)).unwrap());
            cards.push(worker.card);
        }
        office.publish(at(0));
        let mut tablet = office.tablet();
        sync(&mut tablet, 0);
        Self { office, tablet, cards, jobs, phones }
    }

    fn text(&self, phone: usize, now: i64) -> String {
        let frames = self.phones[phone].frames(&self.jobs[phone], at(now), None).unwrap();
        frames[0].text().to_owned()
    }

    fn scan(&mut self, phone: usize, now: i64) -> Put {
        let text = self.text(phone, now);
        self.tablet.meet_scanned(&text, at(now), &Policy::default()).unwrap().put.unwrap()
    }

    fn begin(&mut self, now: i64) -> InspectionId {
        self.tablet.begin(&here(None), at(now)).unwrap()
    }

    fn open(&self, now: i64) -> InspectionView {
        self.tablet.open_inspection(at(now)).unwrap().unwrap()
    }

    /// The battery ends.
    fn restart(self) -> Self {
        let Self { office, tablet, cards, jobs, phones } = self;
        drop(tablet);
        let tablet = Inspector::open(&office.store()).unwrap();
        Self { office, tablet, cards, jobs, phones }
    }

    /// All rows of all tables of the tablet's store.
    fn rows(&self) -> Vec<Vec<Value>> {
        let store = rusqlite::Connection::open(self.office.store().join("store.db")).unwrap();
        let key = std::fs::read_to_string(self.office.store().join("store.key")).unwrap();
        store.pragma_update(None, "key", format!("x'{key}'")).unwrap();
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
        let mut tables = store.prepare(tables).unwrap();
        let tables = tables.query_map([], |row| row.get(0)).unwrap();
        let mut all = Vec::new();
        for table in tables {
            let table: String = table.unwrap();
            let mut rows = store.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
            let width = rows.column_count();
            let read = |row: &rusqlite::Row<'_>| (0..width).map(|at| row.get(at)).collect();
            all.extend(rows.query_map([], read).unwrap().map(Result::unwrap));
        }
        all
    }

    /// Whether a text stands anywhere in the tablet's store.
    fn keeps(&self, text: &str) -> bool {
        let has = |value: &Value| match value {
            Value::Text(kept) => kept.contains(text),
            Value::Blob(kept) => kept.windows(text.len()).any(|part| part == text.as_bytes()),
            _ => false,
        };
        self.rows().iter().flatten().any(has)
    }
}

fn here(industry: Option<Industry>) -> Begin {
    let place = serde_json::json!({ "name": "Torget 1", "address": "Torget 1, 0151 Oslo" });
    let others = serde_json::json!([{ "name": "Tor Hansen", "role": "Skatteetaten" }]);
    Begin {
        place: serde_json::from_value(place).unwrap(),
        industry,
        others: serde_json::from_value(others).unwrap(),
    }
}

fn kinds(kinds: &[FindingKind]) -> BTreeSet<FindingKind> {
    kinds.iter().copied().collect()
}

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
    let outcome = |put: &Put| put.inspection.inspection.met[0].outcome();
    assert_eq!((first.before, outcome(&first)), (None, Some(Outcome::Unconfirmed)));
    let fresh = site.text(0, 130);
    let second = scan(&mut site, &fresh, 130);
    assert_eq!((second.before, outcome(&second)), (Some(at(120)), Some(Outcome::Valid)));
    let third = scan(&mut site, &picture, 300);
    assert_eq!((third.before, outcome(&third)), (Some(at(120)), Some(Outcome::Valid)));
    assert_eq!(third.id, first.id);
    assert_eq!(third.inspection.totals.met, 1);
    // Looked up, or telling who it is, it is still the same person.
    let known = site.tablet.meet_known(site.cards[0], None, at(310)).unwrap();
    assert_eq!((known.id, known.inspection.totals.met), (first.id, 1));
    let met = &known.inspection.inspection.met[0];
    let (name, birth_date) = (met.who.name.clone(), met.who.birth_date);
    let told = Told { name, birth_date, ..Told::default() };
    let told = site.tablet.meet_told(told, at(320)).unwrap();
    assert_eq!(told.inspection.totals.met, 1);
    assert_eq!(told.inspection.inspection.met[0].outcome(), Some(Outcome::Valid));
    site.scan(1, 330);
    assert_eq!(site.open(340).totals.met, 2);
}

#[test]
fn what_the_inspector_chose_stays_when_the_card_is_scanned_again() {
    use FindingKind::{Other, WrongEmployer, WrongIndustry};
    let mut site = Site::new();
    site.tablet.begin(&here(Some(Industry::CarCare)), at(10)).unwrap();
    let put = site.scan(0, 20);
    let found = |put: &Put| put.inspection.inspection.met[0].findings.clone();
    assert_eq!(found(&put), kinds(&[WrongIndustry]), "the inspection's industry counts");
    let findings = Some(kinds(&[WrongEmployer, Other]));
    let note = Some("  Jobber for en annen\nsa han ".to_owned());
    let change = EntryChange { findings, note, pay_slip_check: Some(true), told: None };
    site.tablet.change_entry(&put.id, change).unwrap();
    let put = site.scan(0, 60);
    assert_eq!(found(&put), kinds(&[WrongEmployer, Other]));
    let met = &put.inspection.inspection.met[0];
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
    let met = &jonas.inspection.inspection.met[0];
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
fn what_was_valid_offline_and_was_blocked_meanwhile_is_told_once_and_what_did_not_change_is_not() {
    let mut site = Site::new();
    let id = site.begin(10);
    let (ola, kari) = (site.scan(0, 100).id, site.scan(1, 110).id);
    // The office knew before the check, and the tablet didn't.
    let reason = card::Reason::WorkerNotEmployed;
    site.office.issuer.block(&site.jobs[0], reason, "test", at(50)).unwrap();
    site.office.publish(at(500));
    sync(&mut site.tablet, 500);
    let mut site = site.restart();
    let news = site.tablet.news(at(510)).unwrap();
    assert_eq!(news.iter().map(|one| &one.met).collect::<Vec<_>>(), [&ola], "Kari's is unchanged");
    assert_eq!((news[0].from, news[0].to), (Outcome::Valid, Outcome::Invalid));
    assert_eq!(news[0].reasons[0].because.code.as_str(), "worker_not_employed");
    assert_eq!(news[0].reasons[0].because.since, Some(at(50)));
    assert_eq!(news[0].reasons[0].after, Some(false));
    let view = site.open(510);
    let of = |id: &inspection::MetId| view.inspection.met.iter().find(|met| met.id == *id).unwrap();
    let again = of(&ola).judged_again.as_ref().unwrap();
    assert_eq!((again.at, again.outcome), (at(500), Outcome::Invalid));
    assert_eq!(of(&ola).check.as_ref().unwrap().outcome, Outcome::Valid, "what was, stays");
    assert!(!again.came_later(of(&ola).check.as_ref().unwrap().at));
    assert_eq!(of(&kari).judged_again, None);
    assert!(of(&ola).findings.is_empty(), "what is found is for the inspector to say");

    // Told once: seen it is gone, and the next sync has nothing to say.
    site.tablet.news_seen(std::slice::from_ref(&ola)).unwrap();
    site.office.publish(at(600));
    sync(&mut site.tablet, 600);
    assert!(site.tablet.news(at(610)).unwrap().is_empty());
    // What comes after the check is told as such; and what is in order again.
    site.office.issuer.unblock(&site.jobs[0], reason, "test", at(620)).unwrap();
    site.office.issuer.block(&site.jobs[1], card::Reason::BlockedByOffice, "t", at(620)).unwrap();
    site.office.publish(at(700));
    sync(&mut site.tablet, 700);
    let news = site.tablet.news(at(710)).unwrap();
    assert_eq!((news[0].from, news[0].to), (Outcome::Invalid, Outcome::Valid));
    assert_eq!((news[1].to, news[1].reasons[0].after), (Outcome::Invalid, Some(true)));
    let view = site.open(710);
    assert_eq!(view.inspection.met[0].judged_again, None, "as it was checked");
    let kari = &view.inspection.met[1];
    assert!(kari.judged_again.as_ref().unwrap().came_later(kari.at));
    // One whose report has been sent is not judged any more; what was not seen yet still is told.
    site.tablet.end(&id, at(720)).unwrap();
    site.tablet.sent(&id).unwrap();
    let told: Vec<_> = site.tablet.news(at(730)).unwrap().into_iter().map(|one| one.met).collect();
    assert_eq!(told.len(), 2);
    site.tablet.news_seen(&told).unwrap();
    site.office.issuer.block(&site.jobs[0], reason, "test", at(740)).unwrap();
    site.office.publish(at(750));
    sync(&mut site.tablet, 750);
    assert!(site.tablet.news(at(760)).unwrap().is_empty());
}

#[test]
fn a_key_that_was_withdrawn_meanwhile_makes_the_check_invalid() {
    let mut site = Site::new();
    site.begin(10);
    let ola = site.scan(0, 100).id;
    let key = site.office.issuer.issuer_key_id().unwrap();
    site.office.issuer.withdraw_issuer_key(key, at(200)).unwrap();
    site.office.publish(at(300));
    sync(&mut site.tablet, 300);
    let news = site.tablet.news(at(310)).unwrap();
    assert_eq!((&news[0].met, news[0].to), (&ola, Outcome::Invalid));
    assert_eq!(news[0].reasons[0].because.code.as_str(), "issuer_key_withdrawn");
    assert!(news[0].who.name.is_some(), "who it was is still known");
}

#[test]
fn a_card_of_a_key_that_the_tablet_did_not_know_is_put_in_as_told_and_known_after_the_sync() {
    let mut site = Site::new();
    site.begin(10);
    site.office.issuer.rotate_issuer_key(at(20)).unwrap();
    site.phones[0].refresh(at(30)).unwrap();
    let text = site.text(0, 40);
    let seen = site.tablet.meet_scanned(&text, at(40), &Policy::default()).unwrap();
    assert!(seen.put.is_none());
    let name = Some("Ola N".parse().unwrap());
    let told = Told { name, code: seen.unknown, ..Told::default() };
    let put = site.tablet.meet_told(told, at(41)).unwrap();
    assert_eq!(put.inspection.inspection.met[0].outcome(), Some(Outcome::Unconfirmed));
    site.office.publish(at(100));
    sync(&mut site.tablet, 100);
    let news = site.tablet.news(at(110)).unwrap();
    assert_eq!((news[0].from, news[0].to), (Outcome::Unconfirmed, Outcome::Valid), "{news:?}");
    assert_eq!(news[0].who.card, Some(site.cards[0]));
}

#[test]
fn one_who_was_looked_up_is_judged_again_by_the_index() {
    let mut site = Site::new();
    site.begin(10);
    let ola = site.tablet.meet_known(site.cards[0], Some(&site.jobs[0]), at(100)).unwrap();
    assert_eq!(ola.inspection.inspection.met[0].how, How::LookedUp);
    assert_eq!(ola.inspection.inspection.met[0].outcome(), Some(Outcome::Valid));
    site.tablet.meet_known(site.cards[1], None, at(100)).unwrap();
    site.office.issuer.block(&site.jobs[0], card::Reason::DNumberInactive, "t", at(50)).unwrap();
    site.office.publish(at(200));
    sync(&mut site.tablet, 200);
    let news = site.tablet.news(at(210)).unwrap();
    assert_eq!(news.len(), 1);
    assert_eq!((&news[0].met, news[0].to), (&ola.id, Outcome::Invalid));
    assert_eq!(news[0].reasons[0].because.code.as_str(), "d_number_inactive");
}

#[test]
fn a_typed_code_is_judged_again_by_the_index_and_a_reason_that_the_service_kept_is_no_news() {
    let mut site = Site::new();
    site.begin(1);
    // The service's clock stands at the beginning.
    let typed = |site: &mut Site, phone: usize| {
        let code = site.phones[phone].typed_codes(at(0)).unwrap()[0].digits.clone();
        let card = site.cards[phone].to_string();
        site.tablet.meet_typed(&card, &code, at(2), &Policy::default()).unwrap()
    };
    site.office.issuer.block(&site.jobs[1], card::Reason::CompanyBankrupt, "t", at(1)).unwrap();
    let (ola, kari) = (typed(&mut site, 0), typed(&mut site, 1));
    assert_eq!((ola.verdict.outcome, kari.verdict.outcome), (Outcome::Valid, Outcome::Invalid));
    let ola = ola.put.unwrap();
    assert_eq!(ola.inspection.inspection.met[0].how, How::Typed);
    site.office.issuer.block(&site.jobs[0], card::Reason::CompanyBankrupt, "t", at(1)).unwrap();
    site.office.publish(at(100));
    sync(&mut site.tablet, 100);
    let news = site.tablet.news(at(110)).unwrap();
    assert_eq!(news.iter().map(|one| &one.met).collect::<Vec<_>>(), [&ola.id]);
    assert_eq!((news[0].from, news[0].to), (Outcome::Valid, Outcome::Invalid));
}

#[test]
fn stale_data_in_the_field_turns_into_an_answer_at_the_next_sync() {
    let mut site = Site::new();
    // The tablet was off for three weeks, with an inspection that waits.
    let id = site.begin(10);
    site.tablet.pause().unwrap();
    let mut site = site.restart();
    let now = 21 * DAY;
    site.tablet.keep_watch(at(now)).unwrap();
    site.tablet.resume(&id, at(now)).unwrap();
    let put = site.scan(0, now);
    let met = &put.inspection.inspection.met[0];
    assert_eq!(met.outcome(), Some(Outcome::Unconfirmed));
    assert_eq!(met.reasons()[0].code.as_str(), "data_too_old");
    assert_eq!(met.check.as_ref().unwrap().data_age_seconds(), Some(now));
    assert!(met.findings.is_empty(), "a doubt is held against nobody");
    site.office.publish(at(now + 100));
    sync(&mut site.tablet, now + 100);
    let news = site.tablet.news(at(now + 110)).unwrap();
    assert_eq!((news[0].from, news[0].to), (Outcome::Unconfirmed, Outcome::Valid));
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
    assert_ne!(theirs.inspection.inspection.id, ours.inspection.inspection.id);
}
