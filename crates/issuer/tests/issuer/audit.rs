//! The auditor's log.

use issuer::{Issuer, IssuerError, Look, Role, Whom};
use rusqlite::Connection;
use test_support::at;
use wire::AuditHead;

use crate::office::{Answer, Office, Served, company};

struct Auditor {
    office: Office,
    served: Served,
    bearer: String,
}

impl Auditor {
    fn new() -> Self {
        let office = Office::new();
        let token = office.issuer.new_token(Role::Auditor, "anna", at(0)).unwrap();
        let served = office.serve();
        Self { office, served, bearer: bearer(&token) }
    }

    fn get(&self, path: &str) -> Answer {
        self.served.send("GET", path, &self.bearer, b"")
    }
}

fn bearer(token: &str) -> String {
    format!("Authorization: Bearer {token}\r\n")
}

/// Five looks at one card.
fn looked_at() -> Office {
    let office = Office::new();
    for second in 1..=5 {
        look(&office.issuer, Whom::Card(office.card), second);
    }
    office
}

fn look(issuer: &Issuer, whom: Whom, second: i64) {
    let look = Look { role: Role::Office, by: "kari", what: "test", whom, why: "a reason" };
    issuer.log_look(&look, at(second)).unwrap();
}

fn database(office: &Office) -> Connection {
    Connection::open(office.folder.path().join("issuer.db")).unwrap()
}

/// Does what the triggers refuse, as one would who has the file.
fn past_the_triggers(office: &Office, sql: &str) {
    let database = database(office);
    let mut statement =
        database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").unwrap();
    let triggers: Vec<(String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (name, _) in &triggers {
        database.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    database.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        database.execute_batch(sql).unwrap();
    }
}

fn broken_at(office: &Office, noted: Option<&AuditHead>) -> Option<u64> {
    match office.issuer.verify_audit(noted) {
        Ok(_) => None,
        Err(IssuerError::AuditBroken { entry, .. }) => Some(entry),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_look_is_in_the_log_with_who_whom_why_and_when() {
    let office = looked_at();
    let entries = office.issuer.audit_entries(3, None).unwrap();
    let [one, two] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!((one.id, one.at, two.id), (4, at(4).timestamp(), 5));
    assert_eq!((one.role.as_str(), one.by.as_str()), ("office", "kari"));
    assert_eq!((one.whom.clone(), one.why.as_str()), (format!("card {}", office.card), "a reason"));
    assert_eq!(office.issuer.verify_audit(None).unwrap().hash, two.hash);
}

#[test]
fn the_database_refuses_to_change_remove_replace_or_insert() {
    let office = looked_at();
    let database = database(&office);
    for sql in [
        "UPDATE audit SET by = 'ola' WHERE id = 2",
        "DELETE FROM audit WHERE id = 2",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT id, at, role, 'ola', what, whom, why, hash FROM audit",
        "INSERT INTO audit SELECT 9, at, role, by, what, whom, why, hash FROM audit WHERE id = 1",
    ] {
        let refused = database.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("audit log"), "{sql}: {refused}");
    }
    assert_eq!(broken_at(&office, None), None);
}

#[test]
fn what_was_done_past_the_database_shows_and_where() {
    for (sql, entry) in [
        ("UPDATE audit SET by = 'ola' WHERE id = 3", 3),
        ("UPDATE audit SET at = at + 1 WHERE id = 1", 1),
        ("UPDATE audit SET what = what || role, role = '' WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 3", 3),
        ("DELETE FROM audit WHERE id = 1", 1),
        ("DELETE FROM audit WHERE id = 2; UPDATE audit SET id = id - 1 WHERE id > 2", 2),
        ("DELETE FROM audit WHERE id <= 2; INSERT INTO audit_cut VALUES (2, zeroblob(32))", 3),
        // A cut that fits, but that nobody told of.
        (
            "INSERT INTO audit_cut SELECT id, hash FROM audit WHERE id = 2;
             DELETE FROM audit WHERE id <= 2",
            5,
        ),
    ] {
        let office = looked_at();
        past_the_triggers(&office, sql);
        assert_eq!(broken_at(&office, None), Some(entry), "{sql}");
    }
    let office = looked_at();
    database(&office).execute_batch("DROP TRIGGER audit_stays").unwrap();
    assert_eq!(broken_at(&office, None), Some(0), "the log is no longer kept");
}

#[test]
fn an_end_that_was_cut_off_or_written_anew_shows_against_a_head_that_was_noted() {
    let office = looked_at();
    let noted: AuditHead = office.issuer.audit_head().unwrap().to_string().parse().unwrap();
    look(&office.issuer, Whom::Everybody, 6);
    assert_eq!(broken_at(&office, Some(&noted)), None);
    past_the_triggers(&office, "DELETE FROM audit WHERE id >= 4");
    assert_eq!(broken_at(&office, None), None, "nothing else tells");
    assert_eq!(broken_at(&office, Some(&noted)), Some(5));
    for second in 10..20 {
        look(&office.issuer, Whom::Nobody, second);
    }
    assert_eq!(broken_at(&office, None), None);
    assert_eq!(broken_at(&office, Some(&noted)), Some(5), "the same number, another hash");
}

#[test]
fn two_processes_that_log_at_once_make_one_chain() {
    let office = Office::new();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            let folder = office.folder.path();
            scope.spawn(move || {
                let issuer = Issuer::open(folder).unwrap();
                (0..25).for_each(|second| look(&issuer, Whom::Everybody, second));
            });
        }
    });
    assert_eq!(office.issuer.verify_audit(None).unwrap().id, 100);
}

#[test]
fn looks_at_a_person_are_also_those_at_their_companies_and_at_everybody() {
    let office = Office::new();
    let other = test_support::organisation_number(5);
    for (second, whom) in [
        Whom::Card(office.card),
        Whom::Company(company()),
        Whom::Company(other),
        Whom::Everybody,
        Whom::Nobody,
    ]
    .into_iter()
    .enumerate()
    {
        look(&office.issuer, whom, i64::try_from(second).unwrap());
    }
    let of = |card| -> Vec<u64> {
        office.issuer.audit_entries(0, Some(card)).unwrap().iter().map(|entry| entry.id).collect()
    };
    assert_eq!(of(office.card), [1, 2, 4]);
    assert_eq!(of("9999999".parse().unwrap()), [4]);
}

#[test]
fn an_inspectors_download_and_the_auditors_own_look_are_logged_and_a_refusal_is_not() {
    let auditor = Auditor::new();
    let issuer = &auditor.office.issuer;
    let link = issuer.enrol_inspector("Inga", "Arbeidstilsynet", "t", at(0)).unwrap();
    let (code, root) = (link.code.expose().into(), link.root.to_string());
    let request = wire::EnrolInspector { code, root };
    let inspector = bearer(&issuer.enrol_inspector_device(&request, at(0)).unwrap().token);
    let version = auditor.office.key_set().version();
    let reasons = format!("/key-set/reasons/{version}.cbor");
    auditor.served.set_clock(60);
    assert_eq!(auditor.served.send("GET", &reasons, &inspector, b"").status, 200);
    assert_eq!(auditor.served.send("GET", "/key-set/reasons/99.cbor", &inspector, b"").status, 404);
    assert_eq!(auditor.get(&reasons).problem(), (403, "role_wrong".into()));

    let page: wire::AuditPage = serde_json::from_value(auditor.get("/auditor/log").json()).unwrap();
    let [download, own] = page.entries.as_slice() else { panic!("{page:?}") };
    assert_eq!(download.by, "Inga, Arbeidstilsynet");
    assert_eq!(
        (download.what.as_str(), download.at),
        ("GET /key-set/reasons/{file}", at(60).timestamp())
    );
    assert_eq!((own.role.as_str(), own.by.as_str(), own.id), ("auditor", "anna", page.head.id));
}

#[test]
fn the_office_leaves_a_trace_on_each_card_that_it_touches() {
    let auditor = Auditor::new();
    let token = auditor.office.issuer.new_token(Role::Office, "portal", at(0)).unwrap();
    let path = format!("/office/workers/{}/activation", auditor.office.card);
    let headers = format!("{}Content-Type: application/json\r\n", bearer(&token));
    let checked = br#"{"document":"passport"}"#;
    assert_eq!(auditor.served.send("POST", &path, &headers, checked).status, 200);
    let card = format!("/auditor/log?card={}", auditor.office.card);
    let page: wire::AuditPage = serde_json::from_value(auditor.get(&card).json()).unwrap();
    assert_eq!(page.entries[0].by, "portal");
    assert_eq!(page.entries[0].what, "POST /office/workers/{card_number}/activation");
}

#[test]
fn without_a_log_nothing_is_shown() {
    let auditor = Auditor::new();
    database(&auditor.office).execute_batch("ALTER TABLE audit RENAME TO away").unwrap();
    assert_eq!(auditor.get("/auditor/log").problem(), (500, "internal".into()));
    let token = auditor.office.issuer.new_token(Role::Office, "portal", at(0)).unwrap();
    let answer = auditor.served.send("GET", "/office/tips", &bearer(&token), b"");
    assert_eq!(answer.problem(), (500, "internal".into()));
}

#[test]
fn the_auditor_verifies_over_http_and_bad_questions_are_told() {
    let auditor = Auditor::new();
    let first = auditor.get("/auditor/verification");
    assert_eq!(first.status, 200);
    look(&auditor.office.issuer, Whom::Everybody, 1);
    let noted = auditor.office.issuer.audit_head().unwrap();
    assert_eq!(auditor.get(&format!("/auditor/verification?noted={noted}")).status, 200);
    for bad in ["log?after=x", "log?card=12", "verification?noted=1:ab", "verification?noted=a:b"] {
        let answer = auditor.get(&format!("/auditor/{bad}"));
        assert_eq!(answer.problem(), (400, "malformed".into()), "{bad}");
    }
    past_the_triggers(&auditor.office, "UPDATE audit SET by = 'ola'");
    let answer = auditor.get("/auditor/verification");
    assert_eq!(answer.problem(), (409, "audit_broken".into()));
}
