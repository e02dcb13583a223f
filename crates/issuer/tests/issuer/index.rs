//! The inspectors' index as it is published: what is in it, and that snapshot and changes agree.

use std::collections::BTreeMap;

use card::{CardNumber, Industry, Reason};
use chrono::TimeDelta;
use image::{DynamicImage, ImageFormat, RgbImage};
use index::{Part, Record};
use issuer::{NewCompany, NewWorker, Snapshot};
use key_set::{IndexList, Volume};
use test_support::{at, person};

use crate::office::{Office, company};

const DAY: i64 = 86_400;

/// A device's index, made of the files on disk.
#[derive(Debug, Default, PartialEq)]
struct Held {
    version: Option<u64>,
    cards: BTreeMap<CardNumber, Record>,
    companies: BTreeMap<u32, String>,
}

fn list(office: &Office, now: i64) -> IndexList {
    let set = office.key_set_at(at(now));
    let (_, file, _) = set.index_file().expect("an index");
    let bytes = std::fs::read(office.issuer.key_set_folder().join(file.to_string())).unwrap();
    set.open_index(&bytes).unwrap()
}

impl Held {
    /// Brings it up to date, and says from which versions that went.
    fn follow(&mut self, office: &Office, now: i64) -> Vec<Option<u64>> {
        let list = list(office, now);
        let needed = list.needed(self.version);
        for volume in &needed {
            self.apply(office, volume);
        }
        self.version = Some(list.version);
        needed.iter().map(|volume| volume.since).collect()
    }

    fn apply(&mut self, office: &Office, volume: &Volume) {
        if volume.since.is_none() {
            *self = Self::default();
        }
        let mut count = 0;
        for part in &volume.parts {
            let path = office.issuer.key_set_folder().join(part.file().to_string());
            let bytes = std::fs::read(path).unwrap();
            part.check(&bytes).unwrap();
            let part = Part::unpack(&bytes).unwrap();
            for company in part.companies {
                self.companies.insert(company.number.get(), company.name.to_string());
            }
            for card in part.gone {
                self.cards.remove(&card);
            }
            for bytes in &part.cards {
                count += 1;
                let record = Record::from_bytes(bytes).unwrap();
                self.cards.insert(record.card, record);
            }
        }
        assert_eq!(count, volume.cards);
    }

    fn fresh(office: &Office, now: i64) -> Self {
        let mut held = Self::default();
        held.follow(office, now);
        held
    }
}

fn picture() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(300, 400)).write_to(&mut file, ImageFormat::Png).unwrap();
    file.into_inner()
}

fn another_worker(office: &Office, n: u64) -> CardNumber {
    let person = person(n);
    let (name, national_id) = (person.name, person.national_id);
    let worker = NewWorker { name, national_id, birth_date: person.birth_date };
    office.issuer.add_worker(&worker).unwrap()
}

#[test]
fn a_card_is_there_with_its_holder_every_employment_and_what_happened() {
    let office = Office::new();
    let second = office.employ(Industry::Construction);
    office.phone("phone");
    let photo = office.issuer.set_photo(office.card, &picture(), "t", at(3)).unwrap();
    office.issuer.block(&office.job, Reason::CompanyNotApproved, "t", at(5)).unwrap();
    office.issuer.block(&office.job, Reason::CardSeized, "t", at(6)).unwrap();
    office.issuer.unblock(&office.job, Reason::CardSeized, "t", at(7)).unwrap();
    office.issuer.publish(at(10)).unwrap();

    let held = Held::fresh(&office, 10);
    let record = &held.cards[&office.card];
    assert_eq!(record.name.as_str(), "Ola Nordmann");
    assert_eq!(record.national_id, person(1).national_id);
    assert_eq!(record.birth_date, person(1).birth_date);
    assert_eq!((record.photo, record.phone_since), (Some(photo), Some(at(0))));
    assert_eq!(held.companies[&company().get()], "Rent Hus AS");

    let job = record.employments.iter().find(|job| job.id == office.job).unwrap();
    assert_eq!((job.company, job.sub_unit), (company(), company()));
    assert!(job.status_index.is_some());
    let [cause] = job.causes[..] else { panic!("one cause: {:?}", job.causes) };
    assert_eq!((cause.reason, cause.since), (Reason::CompanyNotApproved, Some(at(5))));
    let history: Vec<_> = job.history.iter().map(|c| (c.reason, c.set, c.at)).collect();
    assert_eq!(
        history,
        [
            (Reason::CardSeized, false, at(7)),
            (Reason::CardSeized, true, at(6)),
            (Reason::CompanyNotApproved, true, at(5)),
        ]
    );
    let other = record.employments.iter().find(|job| job.id == second).unwrap();
    assert_eq!((other.industry, other.causes.len()), (Industry::Construction, 0));
}

/// The index of a device that took each day's changes is the one of a device that is new.
#[test]
fn whatever_changes_a_device_that_follows_has_what_a_new_one_gets() {
    let office = Office::new();
    for n in 2..30 {
        another_worker(&office, n);
    }
    office.issuer.publish_with(Snapshot::WhenItIsTime, at(0)).unwrap();
    let mut held = Held::fresh(&office, 0);
    let change: [(&str, &dyn Fn()); 9] = [
        ("a block", &|| {
            office.issuer.block(&office.job, Reason::CardSeized, "t", at(1)).unwrap();
        }),
        ("its end", &|| {
            office.issuer.unblock(&office.job, Reason::CardSeized, "t", at(2)).unwrap();
        }),
        ("a photo", &|| {
            office.issuer.set_photo(office.card, &picture(), "t", at(3)).unwrap();
        }),
        ("another photo", &|| {
            office.issuer.set_photo(office.card, &picture(), "t", at(3)).unwrap();
        }),
        ("a phone", &|| {
            office.phone("phone");
        }),
        ("another phone", &|| {
            office.phone("another phone");
        }),
        ("an employment", &|| {
            office.employ(Industry::CarCare);
        }),
        ("a worker", &|| {
            another_worker(&office, 31);
        }),
        ("a company's name", &|| {
            let name = "Renere Hus AS".parse().unwrap();
            let company = NewCompany { organisation_number: company(), name };
            office.issuer.add_company(&company).unwrap();
        }),
    ];
    for (day, (name, change)) in (1..).zip(change) {
        let before = held.version;
        change();
        office.issuer.publish(at(day * DAY)).unwrap();
        let way = held.follow(&office, day * DAY);
        assert!(!way.is_empty() && !way.contains(&None), "{name} goes by changes: {way:?}");
        assert!(held.version > before, "{name}");
    }
    // All that there is, made at once.
    another_worker(&office, 32);
    office.issuer.publish_with(Snapshot::WhenItIsTime, at(11 * DAY)).unwrap();
    held.follow(&office, 11 * DAY);
    let list = list(&office, 11 * DAY);
    assert_eq!(list.needed(None).len(), 1, "a snapshot alone");
    assert_eq!(Held::fresh(&office, 11 * DAY), held);
}

#[test]
fn what_is_touched_and_does_not_change_is_no_news() {
    let office = Office::new();
    office.issuer.publish(at(1)).unwrap();
    let before = list(&office, 1);
    let database = rusqlite::Connection::open(office.folder.path().join("issuer.db")).unwrap();
    assert_eq!(database.execute("UPDATE worker SET name = name", []).unwrap(), 1);
    assert_eq!(database.execute("UPDATE company SET name = name", []).unwrap(), 1);
    office.issuer.publish(at(2)).unwrap();
    assert_eq!(list(&office, 2), before);
    database.execute("UPDATE worker SET name = 'Ola Nordmann Olsen'", []).unwrap();
    office.issuer.publish(at(3)).unwrap();
    assert!(list(&office, 3).version > before.version);
}

#[test]
fn a_card_that_is_no_more_leaves_the_index() {
    let office = Office::new();
    let card = another_worker(&office, 2);
    office.issuer.publish(at(1)).unwrap();
    let mut held = Held::fresh(&office, 1);
    assert!(held.cards.contains_key(&card));
    let database = rusqlite::Connection::open(office.folder.path().join("issuer.db")).unwrap();
    database.execute("DELETE FROM worker WHERE card_number = ?1", [card.get()]).unwrap();
    office.issuer.publish(at(2)).unwrap();
    assert!(!held.follow(&office, 2).contains(&None));
    assert!(!held.cards.contains_key(&card));
}

#[test]
fn a_days_changes_grow_in_one_file_and_the_next_day_begins_another() {
    let office = Office::new();
    office.issuer.publish(at(0)).unwrap();
    let start = list(&office, 0).version;
    for (seconds, files) in [(10, 1), (20, 1), (DAY - 1, 1), (2 * DAY, 2), (2 * DAY + 5, 2)] {
        another_worker(&office, seconds.unsigned_abs());
        office.issuer.publish(at(seconds)).unwrap();
        let list = list(&office, seconds);
        assert_eq!(list.needed(Some(start)).len(), files, "after {seconds} seconds");
        assert!(!list.needed(Some(start)).iter().any(|volume| volume.since.is_none()));
    }
}

#[test]
fn after_two_weeks_there_is_a_new_snapshot_and_what_nobody_names_any_more_is_removed() {
    let office = Office::new();
    let files =
        || std::fs::read_dir(office.issuer.key_set_folder().join("index-part")).unwrap().count();
    let mut held = Held::default();
    for day in 0..40 {
        another_worker(&office, u64::try_from(day).unwrap() + 2);
        office.issuer.publish(at(day * DAY)).unwrap();
        if day == 10 {
            held.follow(&office, day * DAY);
        }
    }
    let now = 39 * DAY;
    let list = list(&office, now);
    assert!(list.volumes.len() <= 18, "{} volumes", list.volumes.len());
    assert!(files() <= 20, "{} files", files());
    // Away for four weeks: the snapshot, and nothing is missing.
    assert_eq!(held.follow(&office, now).first(), Some(&None));
    assert_eq!(held, Held::fresh(&office, now));
    assert_eq!(held.cards.len(), 41);
}

#[test]
fn very_many_changes_at_once_make_a_snapshot() {
    let office = Office::new();
    office.issuer.publish(at(0)).unwrap();
    let mut held = Held::fresh(&office, 0);
    let database = rusqlite::Connection::open(office.folder.path().join("issuer.db")).unwrap();
    database.execute_batch("BEGIN").unwrap();
    for n in 2..1_503 {
        let person = person(n);
        database
            .execute(
                "INSERT OR IGNORE INTO worker (card_number, name, national_id, birth_date)
                 VALUES (?1, ?2, ?3, ?4)",
                rusqlite::params![
                    n.cast_signed(),
                    person.name.as_str(),
                    person.national_id.expose(),
                    person.birth_date.to_string()
                ],
            )
            .unwrap();
    }
    database.execute_batch("COMMIT").unwrap();
    office.issuer.publish(at(1)).unwrap();
    assert_eq!(held.follow(&office, 1), [None]);
    assert!(held.cards.len() > 1_400);
}

#[test]
fn the_time_that_a_device_may_keep_it_is_the_offices() {
    let office = Office::new();
    office.issuer.publish(at(1)).unwrap();
    assert_eq!(list(&office, 1).keep, TimeDelta::days(30));
    office.issuer.set_index_keep(7).unwrap();
    office.issuer.publish(at(2)).unwrap();
    assert_eq!(list(&office, 2).keep, TimeDelta::days(7));
}

#[test]
fn only_inspectors_devices_get_it() {
    let office = Office::new();
    office.issuer.publish(at(1)).unwrap();
    let list = list(&office, 1);
    let served = office.serve();
    let link = office.issuer.enrol_inspector("Inga", "Arbeidstilsynet", "t", at(0)).unwrap();
    let request =
        wire::EnrolInspector { code: link.code.expose().to_owned(), root: link.root.to_string() };
    let token = office.issuer.enrol_inspector_device(&request, at(0)).unwrap().token;
    let bearer = format!("Authorization: Bearer {token}\r\n");
    let part = list.volumes[0].parts[0];
    for path in
        [format!("/key-set/index/{}.cbor", list.version), format!("/key-set/{}", part.file())]
    {
        assert_eq!(served.get(&path).problem(), (401, "token_wrong".into()), "{path}");
        let answer = served.send("GET", &path, &bearer, b"");
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.head.contains("no-store"), "{path}");
    }
    for path in ["1-01.zst", "01-0.zst", "+1-0.zst", "1-0", "1.zst", "9-9.zst", "..%2f-0.zst"] {
        let answer = served.send("GET", &format!("/key-set/index-part/{path}"), &bearer, b"");
        assert_eq!(answer.problem(), (404, "not_found".into()), "{path}");
    }
}
