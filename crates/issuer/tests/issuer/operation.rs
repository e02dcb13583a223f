//! What those who run the service see of it.

use serde_json::Value;
use test_support::at;

use crate::office::{Office, Served};

fn operations(office: &Office) -> Served {
    Served::with(&office.issuer, issuer::operations)
}

#[test]
fn the_service_is_ready_until_something_that_it_needs_is_missing() {
    let office = Office::new();
    let served = office.serve();
    let ready = || {
        let answer = served.get("/ready");
        (answer.status, answer.json())
    };
    let (status, all) = ready();
    assert_eq!(
        (status, &all["ready"], &all["key_set_age_seconds"]),
        (200, &true.into(), &0.into())
    );
    served.set_clock(3 * 3_600 + 1);
    let (status, late) = ready();
    assert_eq!((status, &late["key_set"], &late["database"]), (503, &false.into(), &true.into()));
    office.issuer.publish(at(3 * 3_600)).unwrap();
    assert_eq!(ready().0, 200);
    let key = office.folder.path().join("keys/issuer.key");
    let away = office.folder.path().join("away");
    std::fs::rename(&key, &away).unwrap();
    let (status, keyless) = ready();
    assert_eq!((status, &keyless["keys"]), (503, &Value::from(false)));
    std::fs::rename(&away, &key).unwrap();
    let database = rusqlite::Connection::open(office.folder.path().join("issuer.db")).unwrap();
    database.execute_batch("ALTER TABLE publication RENAME TO away").unwrap();
    let (status, lost) = ready();
    assert_eq!((status, &lost["database"]), (503, &Value::from(false)));
}

#[test]
fn counters_name_routes_and_never_what_was_asked_for() {
    let office = Office::new();
    let served = office.serve();
    let version = office.key_set().version();
    let digest = "0123456789abcdef0123456789abcdef";
    served.get(&format!("/photos/{digest}"));
    served.get(&format!("/key-set/status/{version}.cwt"));
    served.get(&format!("/key-set/status/{version}.cwt"));
    served.get("/nothing/15889000187");
    served.send("BREW", "/health", "", b"");
    let operations = operations(&office);
    operations.set_clock(7);
    let answer = operations.get("/metrics");
    assert!(answer.head.contains("openmetrics-text"), "{}", answer.head);
    let text = String::from_utf8(answer.body).unwrap();
    for line in [
        "hmskort_answers_total{method=\"GET\",route=\"/photos/{digest}\",status=\"404\"} 1",
        "hmskort_answers_total{method=\"GET\",route=\"/key-set/status/{file}\",status=\"200\"} 2",
        "hmskort_answers_total{method=\"GET\",route=\"none\",status=\"404\"} 1",
        "hmskort_answers_total{method=\"other\",route=\"/health\",status=\"405\"} 1",
        &format!("hmskort_key_set_version {version}"),
        "hmskort_key_set_age_seconds 7",
        "# EOF",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    for never in [digest, "15889000187", "BREW"] {
        assert!(!text.contains(never), "{never} in\n{text}");
    }
}

#[test]
fn counters_are_not_on_the_listener_that_everybody_reaches() {
    let office = Office::new();
    assert_eq!(office.serve().get("/metrics").status, 404);
    assert_eq!(operations(&office).get("/wallet/enrol").status, 404);
}
