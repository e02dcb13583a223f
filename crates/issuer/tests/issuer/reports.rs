//! Inspectors' reports: kept once, whole, found by those who are in them, and looked at with a trace.

use std::collections::BTreeSet;

use card::{CardNumber, Reason};
use inspection::{
    FindingKind, How, Inspection, InspectionId, Met, MetId, Picture, PictureDigest, Place,
    ReportId, Who,
};
use issuer::{InspectorName, IssuerError, PersonNumber, Retention, Role};
use report::{CrewList, Maker, Report, SCHEMA};
use ring::digest::{SHA256, digest};
use serde_json::json;
use test_support::{at, person};
use wire::{EnrolInspector, EnrolledInspector, route};

use crate::office::{Answer, Office, Served};

fn inga() -> InspectorName {
    InspectorName { name: "Inga".into(), authority: "Arbeidstilsynet".into() }
}

fn met(n: u8, who: Who, note: &str) -> Met {
    Met {
        id: MetId::of([n; 16]),
        at: at(60),
        how: How::NothingShown,
        who,
        check: None,
        findings: BTreeSet::from([FindingKind::NoCard]),
        note: Some(note.parse().unwrap()),
        pay_slip_check: false,
        judged_again: None,
    }
}

fn jpeg() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(8, 8).write_to(&mut file, image::ImageFormat::Jpeg).unwrap();
    file.into_inner()
}

fn name(file: &[u8]) -> PictureDigest {
    PictureDigest::of(digest(&SHA256, file).as_ref().try_into().unwrap())
}

/// A report on the office's worker, by card; on another by name; with a crew list and a picture.
fn report(id: u8, card: CardNumber) -> Report {
    let known = Who { card: Some(card), ..Who::default() };
    let unknown = Who { name: Some("Kari Ukjent".parse().unwrap()), ..Who::default() };
    Report {
        schema: SCHEMA,
        id: ReportId::of([id; 16]),
        made: at(900),
        by: Maker { name: "Inga".parse().unwrap(), authority: "Arbeidstilsynet".parse().unwrap() },
        inspection: Inspection {
            id: InspectionId::of([7; 16]),
            place: Place { name: "Torget 1".parse().unwrap(), address: None },
            industry: None,
            authority: "Arbeidstilsynet".parse().unwrap(),
            participants: vec![],
            began: at(0),
            ended: Some(at(800)),
            note: None,
            met: vec![met(1, known, "om Ola"), met(2, unknown, "om en annen")],
            pictures: vec![Picture { digest: name(&jpeg()), caption: None, taken: at(70) }],
        },
        crew: Some(CrewList::read(format!("kort;navn\n{card};Ola\n").as_bytes()).unwrap()),
    }
}

#[test]
fn a_report_sent_again_is_kept_once_and_another_under_its_number_is_a_conflict() {
    let office = Office::new();
    let body = report(1, office.card).to_json();
    let kept = office.issuer.keep_report(&inga(), &body, at(1_000)).unwrap();
    assert_eq!(kept.digest, data_encoding::HEXLOWER.encode(digest(&SHA256, &body).as_ref()));
    assert_eq!(office.issuer.keep_report(&inga(), &body, at(2_000)).unwrap(), kept);

    let mut other = report(1, office.card);
    other.inspection.note = Some("endret".parse().unwrap());
    let tor = InspectorName { name: "Tor".into(), ..inga() };
    for (who, body) in [(inga(), other.to_json()), (tor, body.clone())] {
        let refused = office.issuer.keep_report(&who, &body, at(2_000));
        assert!(matches!(refused, Err(IssuerError::Conflict("report"))), "{refused:?}");
    }
    assert_eq!(office.issuer.reports().unwrap().len(), 1);
    let whole =
        office.issuer.report(&ReportId::of([1; 16]), Role::Office, "kari", "report", at(3_000));
    assert_eq!(whole.unwrap().body, body, "byte for byte");
}

#[test]
fn a_report_says_which_pictures_are_missing_until_each_has_come_under_its_own_name() {
    let office = Office::new();
    let (id, file) = (ReportId::of([1; 16]), jpeg());
    let body = report(1, office.card).to_json();
    let kept = office.issuer.keep_report(&inga(), &body, at(1_000)).unwrap();
    assert_eq!(kept.missing, [name(&file)]);
    let tor = InspectorName { name: "Tor".into(), ..inga() };
    let keep = |who: &InspectorName, file: &[u8], name: &PictureDigest| {
        office.issuer.keep_report_picture(who, &id, name, file)
    };
    assert!(matches!(keep(&tor, &file, &name(&file)), Err(IssuerError::NotFound(_))));
    let other = PictureDigest::of([1; 32]);
    assert!(matches!(keep(&inga(), &file, &other), Err(IssuerError::Malformed(_))));
    assert!(matches!(keep(&inga(), b"MZ", &name(b"MZ")), Err(IssuerError::Malformed(_))));
    let huge = [b"\xff\xd8\xff".to_vec(), vec![0; 5 << 20]].concat();
    assert!(matches!(keep(&inga(), &huge, &name(&huge)), Err(IssuerError::TooLarge)));
    for _ in 0..2 {
        assert_eq!(keep(&inga(), &file, &name(&file)).unwrap().missing, []);
    }
    assert_eq!(office.issuer.report_picture(&id, &name(&file)).unwrap(), file);
    assert_eq!(office.issuer.keep_report(&inga(), &body, at(9_000)).unwrap().missing, []);
}

#[test]
fn each_look_at_a_report_is_in_the_log_of_everybody_in_it() {
    let office = Office::new();
    office.issuer.keep_report(&inga(), &report(1, office.card).to_json(), at(1_000)).unwrap();
    let id = ReportId::of([1; 16]);
    office.issuer.report(&id, Role::Office, "kari", "report", at(2_000)).unwrap();
    let looks = office.issuer.audit_entries(0, Some(office.card)).unwrap();
    let last = looks.last().unwrap();
    assert_eq!((last.by.as_str(), last.why.as_str()), ("kari", format!("report {id}").as_str()));
}

#[test]
fn one_in_a_report_is_given_what_it_says_of_them_and_nothing_of_others() {
    let office = Office::new();
    let mut by_number = report(2, office.card);
    by_number.inspection.met[0].who =
        Who { national_id: Some(person(1).national_id), ..Who::default() };
    by_number.crew = None;
    for report in [report(1, office.card), by_number] {
        office.issuer.keep_report(&inga(), &report.to_json(), at(1_000)).unwrap();
    }
    let whom = PersonNumber::Card(office.card);
    let export = office.issuer.export(&whom, "kari", at(2_000)).unwrap();
    let parts = export["report_person"].as_array().unwrap();
    assert_eq!(parts.len(), 2, "by the card's number, and by the national number");
    let text = export.to_string();
    assert!(text.contains("om Ola") && text.contains("Torget 1"));
    assert!(!text.contains("om en annen") && !text.contains("Kari Ukjent"));
}

#[test]
fn a_report_outlives_the_person_and_is_forgotten_in_its_own_time() {
    let office = Office::new();
    let body = report(1, office.card).to_json();
    office.issuer.keep_report(&inga(), &body, at(1_000)).unwrap();
    office.issuer.block(&office.job, Reason::WorkerNotEmployed, "office", at(1_100)).unwrap();
    let whom = PersonNumber::Card(office.card);
    let erased = office.issuer.erase(&whom, "kari", "asked", at(2_000)).unwrap();
    assert_eq!((erased.kept["report"], erased.kept["report_person"]), (1, 1));
    let id = ReportId::of([1; 16]);
    let kept = office.issuer.report(&id, Role::Office, "kari", "report", at(3_000)).unwrap();
    assert_eq!(kept.body, body, "an authority's document stays as it was sent");
    let database = rusqlite::Connection::open(office.folder.path().join("issuer.db")).unwrap();
    let part: String =
        database.query_row("SELECT part FROM report_person", [], |row| row.get(0)).unwrap();
    assert_eq!(part, "");

    let days = Retention::default().reports_days.get();
    let after = |days| at(1_000) + chrono::TimeDelta::days(days);
    let forget = |now| office.issuer.forget(&Retention::default(), "t", now).unwrap().reports;
    assert_eq!(forget(after(i64::from(days))), 0);
    assert_eq!(forget(after(i64::from(days) + 1)), 1);
    assert!(office.issuer.reports().unwrap().is_empty());
}

/// The head of an inspector's requests.
fn device(office: &Office, served: &Served, name: &str) -> String {
    let link = office.issuer.enrol_inspector(name, "Arbeidstilsynet", "t", at(0)).unwrap();
    let request = EnrolInspector { code: link.code.expose().into(), root: link.root.to_string() };
    let answer = served.post(route::INSPECTOR_ENROL, &request);
    let device: EnrolledInspector = serde_json::from_value(answer.json()).unwrap();
    format!("Authorization: Bearer {}\r\n", device.token)
}

#[test]
fn over_http_reports_come_in_from_inspectors_and_go_out_to_the_office_alone() {
    let office = Office::new();
    let served = office.serve();
    let (inga, tor) = (device(&office, &served, "Inga"), device(&office, &served, "Tor"));
    let json = "Content-Type: application/json\r\n";
    let body = report(1, office.card).to_json();
    let send = |head: &str, body: &[u8]| -> Answer {
        served.send("POST", route::INSPECTOR_REPORTS, &format!("{head}{json}"), body)
    };
    assert_eq!(send("", &body).problem(), (401, "token_wrong".into()));
    assert_eq!(served.send("POST", route::INSPECTOR_REPORTS, &inga, &body).problem().0, 415);
    for wrong in [&b"{}"[..], b"SECRET", &body[..body.len() - 1]] {
        let answer = send(&inga, wrong);
        assert_eq!(answer.problem(), (400, "malformed".into()));
        assert!(!String::from_utf8_lossy(&answer.body).contains("SECRET"));
    }
    let kept = send(&inga, &body);
    assert_eq!((kept.status, &kept.json()["missing"][0]), (200, &json!(name(&jpeg()))));
    assert_eq!(send(&tor, &body).problem(), (409, "conflict".into()));
    let id = ReportId::of([1; 16]);
    let picture = format!("/inspector/reports/{id}/pictures/{}", name(&jpeg()));
    let image = format!("{inga}Content-Type: image/jpeg\r\n");
    let answer = served.send("PUT", &picture, &image, &jpeg());
    assert_eq!((answer.status, &answer.json()["missing"]), (200, &json!([])), "{answer:?}");
    let own = |head: &str| served.send("GET", route::INSPECTOR_REPORTS, head, b"").json();
    assert_eq!((own(&inga)[0]["id"].clone(), own(&tor)), (json!(id), json!([])));

    let token = office.issuer.new_token(Role::Office, "Kari", at(0)).unwrap();
    let kari = format!("Authorization: Bearer {token}\r\n");
    let get = |path: &str, head: &str| served.send("GET", path, head, b"");
    let all = get("/office/reports", &kari).json();
    assert_eq!((&all[0]["inspector"], &all[0]["met"]), (&json!("Inga"), &json!(2)));
    let whole = format!("/office/reports/{id}");
    assert_eq!(get(&whole, &kari).body, body);
    let file = format!("{whole}/pictures/{}", name(&jpeg()));
    assert_eq!(get(&file, &kari).body, jpeg());
    for path in ["/office/reports", &whole, &file] {
        assert_eq!(get(path, &inga).problem().0, 403, "{path}");
    }
    assert_eq!(get("/office/reports/x", &kari).problem(), (404, "not_found".into()));
}
