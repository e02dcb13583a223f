//! How long data is kept.

use card::{ActKind, Ground, Reason};
use issuer::{Forgotten, InspectorName, Look, PersonNumber, Retention, Role, Whom};
use test_support::{at, person};
use wire::{Act, ActId};

use crate::employer::{Employer, terms};
use crate::office::Office;

const DAY: i64 = 86_400;

fn look(office: &Office, second: i64) {
    let whom = Whom::Card(office.card);
    let look = Look { role: Role::Office, by: "kari", what: "test", whom, why: "" };
    office.issuer.log_look(&look, at(second)).unwrap();
}

/// The card is seized, at the beginning.
fn seize(office: &Office) {
    let inga = InspectorName { name: "Inga".into(), authority: "Skatteetaten".into() };
    let seizure = Act {
        id: ActId::of([1; 16]),
        kind: ActKind::SeizeCard,
        card_number: office.card,
        employment: None,
        ground: Ground::UsedByAnother,
        note: None,
        decided: at(0),
    };
    office.issuer.act(&inga, &seizure, at(0)).unwrap();
}

fn tip(id: char, office: &Office) {
    let tip = serde_json::json!({
        "id": id.to_string().repeat(32), "company": "x", "place": "x", "seen": "x",
    });
    let from = "192.0.2.1".parse().unwrap();
    office.issuer.keep_tip(&serde_json::from_value(tip).unwrap(), from, at(0)).unwrap();
}

#[test]
fn each_kind_of_data_goes_when_its_time_is_over_and_not_a_second_before() {
    let office = Office::new();
    tip('a', &office);
    office.link(at(0));
    let typed = wire::CheckTyped { card_number: office.card, code: "000000".into() };
    office.issuer.check_typed(&typed, at(0)).unwrap_err();
    office.issuer.block(&office.job, Reason::WorkerNotEmployed, "t", at(0)).unwrap();
    look(&office, 0);
    let retention = Retention::default();
    let forget = |second| office.issuer.forget(&retention, "t", at(second)).unwrap();
    let none = Forgotten::default();
    for (days, what) in [
        (1, Forgotten { typed_codes: 1, ..none }),
        // A code lives for 14 days.
        (44, Forgotten { enrolments: 1, ..none }),
        (365, Forgotten { tips: 1, ..none }),
        (1_826, Forgotten { history: 1, audit: 1, ..none }),
    ] {
        assert_eq!(forget(days * DAY), none, "{days} days");
        assert_eq!(forget(days * DAY + 1), what, "{days} days and a second");
    }
}

#[test]
fn a_cut_log_is_whole_tells_of_the_cut_and_goes_on() {
    let office = Office::new();
    (0..10).for_each(|day| look(&office, day * DAY));
    let noted = office.issuer.audit_head().unwrap();
    let retention: Retention = serde_json::from_str(r#"{ "audit_days": 5 }"#).unwrap();
    let forgotten = office.issuer.forget(&retention, "t", at(9 * DAY + 1)).unwrap();
    assert_eq!(forgotten.audit, 5);
    let entries = office.issuer.audit_entries(0, None).unwrap();
    assert_eq!(entries.first().unwrap().id, 6);
    let told = entries.last().unwrap();
    assert!(told.id == 11 && told.what.contains("cut") && told.why.starts_with("through 5 "));
    office.issuer.verify_audit(Some(&noted)).unwrap();
    // Again, until nothing of the first cut is left but the second.
    office.issuer.forget(&retention, "t", at(30 * DAY)).unwrap();
    look(&office, 31 * DAY);
    assert_eq!(office.issuer.verify_audit(None).unwrap().id, 13);
    office.issuer.verify_audit(Some(&noted)).unwrap();
}

#[test]
fn a_setting_is_a_number_of_days_and_never_zero() {
    for wrong in
        [r#"{"tips_days":0}"#, r#"{"tips_days":-1}"#, r#"{"tips_days":70000}"#, r#"{"tip":1}"#]
    {
        assert!(serde_json::from_str::<Retention>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn acts_tables_and_applications_that_nothing_came_of_go_in_their_time() {
    let employer = Employer::new();
    let Employer { office, session, .. } = &employer;
    seize(office);
    let table = format!("fnr;navn\n{};Kari Lie\n", person(5).national_id.expose());
    employer.ask(session, "PUT", &format!("/tables/{:032x}", 1), "text/csv", table.as_bytes());
    let apply = |n: u64| {
        let person = person(n);
        let body = serde_json::json!({
            "national_id": person.national_id.expose(), "name": person.name, "terms": terms(),
        });
        let answer = employer.apply(session, u32::try_from(n).unwrap(), &body).json();
        answer["card_number"].as_str().unwrap().parse().unwrap()
    };
    let (never_came, came) = (apply(6), apply(7));
    office.issuer.issue_activation(came, wire::IdDocument::Passport, "desk", at(0)).unwrap();

    let retention = Retention::default();
    let forget = |second| office.issuer.forget(&retention, "t", at(second)).unwrap();
    let counts = |second| {
        let Forgotten { tables, applications, acts, .. } = forget(second);
        [tables, applications, acts]
    };
    assert_eq!(counts(30 * DAY), [0, 0, 0]);
    assert_eq!(counts(30 * DAY + 1), [1, 0, 0]);
    assert_eq!(counts(365 * DAY), [0, 0, 0]);
    assert_eq!(counts(365 * DAY + 1), [0, 1, 0]);
    // Of whoever never came nothing is left; whoever came has a card.
    let export = |card| office.issuer.export(&PersonNumber::Card(card), "t", at(400 * DAY));
    assert_eq!(export(never_came).unwrap()["worker"][0]["name"], "erased");
    assert_eq!(export(came).unwrap()["worker"][0]["name"], person(7).name.as_str());
    // The card could have been valid until then, but for the act.
    assert_eq!(counts(3_652 * DAY), [0, 0, 0]);
    assert_eq!(counts(3_652 * DAY + 1), [0, 0, 1]);
    assert!(office.issuer.acts(None).unwrap().is_empty());
}

#[test]
fn an_act_that_still_keeps_a_card_from_being_valid_is_not_forgotten() {
    let office = Office::new();
    seize(&office);
    let short: Retention = serde_json::from_str(r#"{ "acts_days": 10 }"#).unwrap();
    assert_eq!(office.issuer.forget(&short, "t", at(11 * DAY)).unwrap().acts, 0);
    let why = "a mistake".to_owned().try_into().unwrap();
    office.issuer.undo_act(&ActId::of([1; 16]), &why, "Kari", at(12 * DAY)).unwrap();
    assert_eq!(office.issuer.forget(&short, "t", at(13 * DAY)).unwrap().acts, 1);
}
