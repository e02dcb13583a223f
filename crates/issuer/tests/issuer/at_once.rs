//! Several at the office, employers and tablets at once, over real connections: one of them does it,
//! the others are told, and nothing is done twice.

use std::sync::Barrier;

use card::{ActKind, Ground, Industry, PhotoFault};
use issuer::Role;
use photo::drawn::Drawn;
use serde_json::{Value, json};
use test_support::{at, person};
use wire::{Act, ActId, ActOn, HandedInPhoto};

use crate::employer::{Employer, terms};
use crate::night::database;
use crate::office::{Answer, Office, Served, company};

/// How many do it at once.
const MANY: u8 = 8;

/// The answers to requests that all begin together.
fn at_once(request: impl Fn(u8) -> Answer + Sync) -> Vec<Answer> {
    let start = Barrier::new(MANY.into());
    let (start, request) = (&start, &request);
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..MANY)
            .map(|n| {
                scope.spawn(move || {
                    start.wait();
                    request(n)
                })
            })
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

/// How many answers have this status.
fn count(answers: &[Answer], status: u16) -> usize {
    answers.iter().filter(|answer| answer.status == status).count()
}

/// The service, and the headers of one at the office for each of those who are at it.
fn open(office: &Office) -> (Served, Vec<String>) {
    let token = |n| office.issuer.new_token(Role::Office, &format!("office {n}"), at(0)).unwrap();
    let headers = |token: String| {
        format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\n")
    };
    (office.serve(), (0..MANY).map(|n| headers(token(n))).collect())
}

fn removes(office: &Office, id: u8) -> Vec<u8> {
    let act = Act {
        id: ActId::of([id; 16]),
        kind: ActKind::RemoveEmployment,
        card_number: office.card,
        employment: Some(ActOn {
            organisation_number: company(),
            sub_unit: None,
            industry: Some(Industry::Cleaning),
            status_index: None,
        }),
        ground: Ground::FalseInformation,
        note: Some("no contract".to_owned().try_into().unwrap()),
        decided: at(0),
    };
    serde_json::to_vec(&act).unwrap()
}

fn rows(office: &Office, sql: &str) -> u32 {
    database(office).query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn of_several_who_remove_an_employment_one_has_done_it_and_the_others_hear_who_was_first() {
    let office = Office::new();
    let (served, headers) = open(&office);
    let answers = at_once(|n| {
        served.send("POST", "/office/acts", &headers[usize::from(n)], &removes(&office, n))
    });
    let outcomes: Vec<Value> = answers.iter().map(|a| a.json()["outcome"].clone()).collect();
    let of = |outcome| outcomes.iter().filter(|one| *one == outcome).count();
    assert_eq!((of("done"), of("already")), (1, usize::from(MANY) - 1), "{outcomes:?}");
    assert_eq!(rows(&office, "SELECT count(*) FROM status_change"), 1);

    // One act, sent again and again.
    office.employ(Industry::Cleaning);
    let answers =
        at_once(|_| served.send("POST", "/office/acts", &headers[0], &removes(&office, 77)));
    assert_eq!(count(&answers, 200), usize::from(MANY));
    assert!(answers.iter().all(|answer| answer.body == answers[0].body), "all hear the same");
    assert_eq!(rows(&office, "SELECT count(*) FROM status_change"), 2);

    let undo = format!("/office/acts/{}/undo", ActId::of([77; 16]));
    let note = br#"{"note":"there was one"}"#;
    let answers = at_once(|n| served.send("POST", &undo, &headers[usize::from(n)], note));
    assert_eq!((count(&answers, 200), count(&answers, 409)), (1, usize::from(MANY) - 1));
    assert_eq!(rows(&office, "SELECT count(*) FROM status_change"), 3);
}

#[test]
fn of_several_who_decide_on_a_photo_one_has_decided() {
    let office = Office::new();
    let (served, headers) = open(&office);
    let shut = Drawn { awake: false, ..Drawn::default() }.png().unwrap();
    let handed_in = office.issuer.hand_in_photo(office.card, &shut, "t", at(0)).unwrap();
    let HandedInPhoto::Waiting { photo, .. } = handed_in else { panic!("{handed_in:?}") };
    let reject = json!({ "reason": PhotoFault::EyesHidden }).to_string();
    let answers = at_once(|n| {
        let what = if n % 2 == 0 { "accept" } else { "reject" };
        let path = format!("/office/photos/{photo}/{what}");
        served.send("POST", &path, &headers[usize::from(n)], reject.as_bytes())
    });
    assert_eq!((count(&answers, 200), count(&answers, 404)), (1, usize::from(MANY) - 1));
    let on_card = rows(&office, "SELECT count(*) FROM photo");
    let rejected = rows(&office, "SELECT count(*) FROM waiting_photo WHERE rejected NOT NULL");
    assert_eq!(on_card + rejected, 1, "one of both");
}

#[test]
fn an_employment_that_several_block_and_unblock_stands_as_its_history_says() {
    let office = Office::new();
    let (served, headers) = open(&office);
    let answers = at_once(|n| {
        let what = if n % 2 == 0 { "block" } else { "unblock" };
        let path = format!("/office/employments/{}/{what}", office.job);
        served.send("POST", &path, &headers[usize::from(n)], br#"{"reason":"blocked_by_office"}"#)
    });
    assert_eq!(count(&answers, 200), usize::from(MANY), "{answers:?}");
    let history: Vec<bool> = database(&office)
        .prepare("SELECT set_on FROM status_change ORDER BY id")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(history.windows(2).all(|two| two[0] != two[1]), "it comes and goes: {history:?}");
    let stands = rows(&office, "SELECT count(*) FROM cause") == 1;
    assert_eq!(history.last(), Some(&stands));
    // What was published last is what stands.
    let (_, bundle) = office.held(at(1));
    office.issuer.publish(at(1)).unwrap();
    let (_, again) = office.held(at(1));
    assert_ne!(bundle.head, again.head);
}

#[test]
fn of_several_who_apply_for_one_worker_one_has_applied_and_one_sent_again_is_one() {
    let employer = Employer::new();
    let person = person(5);
    let body = json!({
        "national_id": person.national_id.expose(), "name": person.name, "terms": terms(),
    });
    let answers = at_once(|n| employer.apply(&employer.session, n.into(), &body));
    assert_eq!((count(&answers, 200), count(&answers, 422)), (1, usize::from(MANY) - 1));
    let refused = answers.iter().find(|answer| answer.status == 422).unwrap();
    assert_eq!(refused.json()["fault"], "applied_already");
    assert_eq!(employer.cards().len(), 2);

    let six = test_support::person(6);
    let body = json!({
        "national_id": six.national_id.expose(), "name": six.name, "terms": terms(),
    });
    let answers = at_once(|_| employer.apply(&employer.session, 100, &body));
    assert!(answers.iter().all(|answer| answer.body == answers[0].body), "{answers:?}");
    assert_eq!(employer.cards().len(), 3);
}

#[test]
fn of_several_phones_with_one_code_one_gets_the_card() {
    let office = Office::new();
    let link = office.link(at(0));
    let served = office.serve();
    let answers = at_once(|n| {
        let phone = crate::office::Phone::new(&format!("phone {n}"));
        served.post("/wallet/enrol", &phone.enrolment(&link))
    });
    assert_eq!(count(&answers, 200), 1, "{answers:?}");
    let refused = answers.iter().find(|answer| answer.status != 200).unwrap();
    assert_eq!(refused.problem(), (403, "activation_used".into()));
    assert_eq!(rows(&office, "SELECT count(*) FROM device"), 1);
}
