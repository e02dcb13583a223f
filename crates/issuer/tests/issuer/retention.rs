//! How long data is kept.

use card::Reason;
use issuer::{Forgotten, Look, Retention, Role, Whom};
use test_support::at;

use crate::office::Office;

const DAY: i64 = 86_400;

fn look(office: &Office, second: i64) {
    let whom = Whom::Card(office.card);
    let look = Look { role: Role::Office, by: "kari", what: "test", whom, why: "" };
    office.issuer.log_look(&look, at(second)).unwrap();
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
