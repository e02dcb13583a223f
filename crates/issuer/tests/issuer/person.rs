//! What is held on a person: all of it given out, and erased.

use card::{CardNumber, Reason, Status};
use data_encoding::BASE64;
use issuer::{IssuerError, NewWorker, PersonNumber};
use serde_json::Value;
use test_support::{at, person};

use crate::office::{Office, Phone};

fn card(office: &Office) -> PersonNumber {
    PersonNumber::Card(office.card)
}

/// Ola with a photo, a phone, a second phone, a wrong typed code and a history; and Kari, another.
fn lived_in() -> (Office, Phone, CardNumber) {
    let office = Office::new();
    let mut png = std::io::Cursor::new(Vec::new());
    let picture = image::GrayImage::from_pixel(300, 400, image::Luma([90]));
    picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
    office.issuer.set_photo(office.card, &png.into_inner(), "office", at(0)).unwrap();
    office.phone("first");
    let phone = office.phone("second");
    let typed = wire::CheckTyped { card_number: office.card, code: "000000".into() };
    office.issuer.check_typed(&typed, at(0)).unwrap_err();
    office.issuer.block(&office.job, Reason::WorkerNotEmployed, "office", at(10)).unwrap();
    let kari = NewWorker {
        name: "Kari Hansen".parse().unwrap(),
        national_id: person(2).national_id,
        birth_date: person(2).birth_date,
    };
    let kari = office.issuer.add_worker(&kari).unwrap();
    office.issuer.issue_activation(kari, wire::IdDocument::Passport, "office", at(0)).unwrap();
    (office, phone, kari)
}

fn rows<'a>(export: &'a Value, table: &str) -> &'a Vec<Value> {
    export[table].as_array().unwrap_or_else(|| panic!("{table}: {export}"))
}

#[test]
fn an_export_has_all_that_is_held_and_nothing_of_others_and_no_secret() {
    let (office, phone, _) = lived_in();
    let by_number = PersonNumber::National(person(1).national_id);
    let export = office.issuer.export(&by_number, "kari", at(20)).unwrap();
    assert_eq!(rows(&export, "worker")[0]["name"], "Ola Nordmann");
    assert_eq!(rows(&export, "worker")[0]["national_id"], person(1).national_id.expose());
    let photo = BASE64.decode(rows(&export, "photo")[0]["file"].as_str().unwrap().as_bytes());
    assert!(photo.unwrap().starts_with(&[0xff, 0xd8]), "a JPEG");
    assert_eq!(rows(&export, "employment")[0]["id"], office.job.as_ref());
    assert_eq!(rows(&export, "status_change").len(), 1);
    assert_eq!(rows(&export, "cause").len(), 1);
    assert_eq!(rows(&export, "device").len(), 2);
    assert_eq!(rows(&export, "binding").len(), 2);
    assert_eq!(rows(&export, "enrolment").len(), 2, "and not Kari's");
    assert_eq!(rows(&export, "typed_wrong").len(), 1);
    let looks = rows(&export, "audit");
    assert_eq!(looks.last().unwrap()["by"], "kari", "the export is a look too");

    let text = export.to_string();
    assert!(!text.contains("Kari Hansen"));
    let secret = phone.refresh(&office, at(20)).unwrap().typed_code_secret.0;
    assert!(!text.contains(&BASE64.encode(&secret)));
    assert_eq!(rows(&export, "device")[0]["typed_code_secret"], "secret, 20 bytes");
    assert_eq!(rows(&export, "enrolment")[0]["hash"], "secret, 32 bytes");
}

#[test]
fn a_card_in_use_is_not_erased_and_nothing_changes() {
    let (office, phone, _) = lived_in();
    office.issuer.unblock(&office.job, Reason::WorkerNotEmployed, "office", at(11)).unwrap();
    let refused = office.issuer.erase(&card(&office), "kari", "asked", at(20));
    assert!(matches!(refused, Err(IssuerError::CardInUse)), "{refused:?}");
    assert_eq!(phone.refresh(&office, at(20)).unwrap().holder.as_str(), "Ola Nordmann");
}

#[test]
fn of_one_who_is_erased_no_name_number_photo_key_or_secret_is_left_in_any_file() {
    let (office, phone, kari) = lived_in();
    let state = phone.refresh(&office, at(20)).unwrap();
    let photo = office.issuer.export(&card(&office), "x", at(20)).unwrap();
    let photo = BASE64.decode(photo["photo"][0]["file"].as_str().unwrap().as_bytes()).unwrap();
    office.issuer.erase(&card(&office), "kari", "asked", at(30)).unwrap();

    let national = person(1).national_id;
    let needles: [&[u8]; 5] = [
        b"Ola Nordmann",
        national.expose().as_bytes(),
        &photo[100..300],
        &phone.key().0[2..30],
        &state.typed_code_secret.0,
    ];
    for file in ["issuer.db", "issuer.db-wal"] {
        let bytes = std::fs::read(office.folder.path().join(file)).unwrap_or_default();
        for needle in needles {
            let found = bytes.windows(needle.len()).any(|window| window == needle);
            assert!(!found, "{file} has {:?}", String::from_utf8_lossy(needle));
        }
    }
    let export = office.issuer.export(&card(&office), "kari", at(40)).unwrap();
    assert_eq!(rows(&export, "status_change").len(), 1, "the card's history stays");
    assert!(rows(&export, "photo").is_empty() && rows(&export, "enrolment").is_empty());
    let other = office.issuer.export(&PersonNumber::Card(kari), "kari", at(40)).unwrap();
    assert_eq!(rows(&other, "worker")[0]["name"], "Kari Hansen", "others are left alone");
    assert_eq!(rows(&other, "enrolment").len(), 1);
}

#[test]
fn the_codes_of_one_who_is_erased_stay_invalid_and_the_phone_hears_that_it_has_no_card() {
    let (office, phone, _) = lived_in();
    office.issuer.erase(&card(&office), "kari", "asked", at(30)).unwrap();
    let set = office.key_set_at(at(30));
    assert_eq!((set.status(1), set.status(2)), (Some(Status::Invalid), Some(Status::Invalid)));
    assert!(matches!(phone.refresh(&office, at(31)), Err(IssuerError::DeviceUnknown)));
    // The next phone doesn't get a place in the list that was an erased one's.
    let kari = NewWorker {
        name: "Per Hansen".parse().unwrap(),
        national_id: person(3).national_id,
        birth_date: person(3).birth_date,
    };
    let card = office.issuer.add_worker(&kari).unwrap();
    let office = Office { card, ..office };
    office.employ(card::Industry::Cleaning);
    office.phone("third");
    let set = office.key_set_at(at(0));
    assert_eq!((set.status(1), set.status(3)), (Some(Status::Invalid), Some(Status::Valid)));
}

#[test]
fn an_erasure_is_in_the_auditors_log_and_the_person_can_come_back_as_new() {
    let (office, _, _) = lived_in();
    office.issuer.erase(&card(&office), "kari", "asked", at(30)).unwrap();
    let entries = office.issuer.audit_entries(0, Some(office.card)).unwrap();
    let last = entries.last().unwrap();
    assert_eq!(
        (last.what.as_str(), last.by.as_str(), last.why.as_str()),
        ("erase", "kari", "asked")
    );
    let gone = office.issuer.erase(&PersonNumber::National(person(1).national_id), "x", "", at(31));
    assert!(matches!(gone, Err(IssuerError::NotFound(_))), "{gone:?}");
    let closed =
        office.issuer.issue_activation(office.card, wire::IdDocument::Passport, "x", at(31));
    assert!(matches!(closed, Err(IssuerError::NotFound(_))), "the erased card is nobody's");
    let again = NewWorker {
        name: "Ola Nordmann".parse().unwrap(),
        national_id: person(1).national_id,
        birth_date: person(1).birth_date,
    };
    assert_ne!(office.issuer.add_worker(&again).unwrap(), office.card);
}

#[test]
fn a_person_is_named_by_card_or_national_number_and_nothing_else() {
    let national = person(1).national_id;
    assert_eq!("0123456".parse(), Ok(PersonNumber::Card("0123456".parse().unwrap())));
    assert_eq!(national.expose().parse(), Ok(PersonNumber::National(national)));
    for wrong in ["", "123456", "15889000188", "Ola"] {
        assert!(wrong.parse::<PersonNumber>().is_err(), "{wrong}");
    }
}

#[test]
fn the_night_and_the_index_go_on_without_one_who_is_erased() {
    let norway = crate::night::Norway::new(3);
    norway.night(1);
    let (card, job) = &norway.workers[1];
    let office = &norway.office;
    office.issuer.block(job, Reason::WorkerNotEmployed, "office", at(90_000)).unwrap();
    let erased = office.issuer.erase(&PersonNumber::Card(*card), "kari", "asked", at(90_001));
    let erased = erased.unwrap();
    assert!(erased.erased["answer"] > 0, "what the registers said: {erased:?}");
    let report = norway.night(2);
    assert_eq!(report.cards, 2, "{report:?}");
    office.issuer.forget(&issuer::Retention::default(), "t", at(90_002)).unwrap();
    let export = office.issuer.export(&PersonNumber::Card(*card), "kari", at(90_003)).unwrap();
    assert!(rows(&export, "answer").is_empty());
}

#[test]
fn one_who_came_in_by_an_employers_table_is_found_and_erased_in_its_rows_however_written() {
    let employer = crate::employer::Employer::new();
    let office = &employer.office;
    let (kari, ola) = (person(5).national_id, person(1).national_id);
    let (kari, ola) = (kari.expose(), ola.expose());
    // A row that can go in, one that repeats it with spaces, one with a fault; and somebody else's.
    let spaced = format!("{} {}", &kari[..6], &kari[6..]);
    let table = format!(
        "fnr;navn;underenhet\n{kari};Kari Lie\n{spaced};Kari Lie\n{kari};Kari Lie;1\n{ola};X\n"
    );
    let path = format!("/tables/{:032x}", 1);
    let sent = employer.ask(&employer.session, "PUT", &path, "text/csv", table.as_bytes()).json();
    assert_eq!((&sent["ready"], &sent["refused"]), (&Value::from(2), &Value::from(2)));
    let one = serde_json::json!({
        "national_id": kari, "name": "Kari Lie", "terms": crate::employer::terms(),
    });
    employer.apply(&employer.session, 1, &one);
    let person = PersonNumber::National(kari.parse().unwrap());
    let export = office.issuer.export(&person, "x", at(10)).unwrap();
    assert_eq!(rows(&export, "batch_row").len(), 3, "{export}");
    assert_eq!(rows(&export, "application").len(), 1);
    office.issuer.erase(&person, "x", "asked", at(20)).unwrap();
    for file in ["issuer.db", "issuer.db-wal"] {
        let bytes = std::fs::read(office.folder.path().join(file)).unwrap_or_default();
        for needle in [kari, &spaced, "Kari Lie"] {
            let found = bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
            assert!(!found, "{file} has {needle}");
        }
    }
    let left = employer.get(&path).json();
    assert_eq!(left["rows"], 1, "others' rows stay: {left}");
}
