//! The office's own systems, over HTTP with a token.

use card::{Reason, Status};
use issuer::Role;
use serde_json::{Value, json};
use test_support::at;

use crate::office::{Answer, Office, Phone, Served};

/// The office's systems, with a token.
struct Desk {
    office: Office,
    served: Served,
    bearer: String,
}

impl Desk {
    fn new() -> Self {
        let office = Office::new();
        let token = office.issuer.new_token(Role::Office, "portal", at(0)).unwrap();
        let served = office.serve();
        Self { office, served, bearer: format!("Authorization: Bearer {token}\r\n") }
    }

    fn send(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> Answer {
        let headers = format!("{}Content-Type: {kind}\r\n", self.bearer);
        self.served.send(method, &format!("/office{path}"), &headers, body)
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, "application/json", body.to_string().as_bytes())
    }

    fn database(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.office.folder.path().join("issuer.db")).unwrap()
    }

    #[track_caller]
    fn done(&self, path: &str, body: &Value) -> Value {
        let answer = self.post(path, body);
        assert_eq!(answer.status, 200, "{path}: {}", String::from_utf8_lossy(&answer.body));
        answer.json()
    }
}

fn kari() -> Value {
    let (national_id, birth_date) = test_support::national_id(2);
    json!({ "name": "Kari Hansen", "national_id": national_id.expose(), "birth_date": birth_date })
}

#[test]
fn a_worker_gets_a_card_over_http_from_company_to_activation() {
    let desk = Desk::new();
    let number = test_support::organisation_number(5).to_string();
    desk.done("/companies", &json!({ "organisation_number": number, "name": "Fjord Bygg AS" }));
    let card = desk.done("/workers", &kari())["card_number"].as_str().unwrap().to_owned();
    let job = json!({
        "card_number": card, "organisation_number": number, "industry": "construction",
    });
    desk.done("/employments", &job);
    let png = photo::drawn::Drawn::default().png().unwrap();
    let photo = desk.send("PUT", &format!("/workers/{card}/photo"), "image/png", &png);
    let digest = photo.json()["digest"].as_str().unwrap().to_owned();
    assert_eq!(desk.served.get(&format!("/photos/{digest}")).status, 200);

    let link =
        desk.done(&format!("/workers/{card}/activation"), &json!({ "document": "passport" }));
    assert!(link["qr"].as_str().unwrap().starts_with("<svg "), "{link}");
    let link = link["link"].as_str().unwrap().parse().unwrap();
    let enrolled = Phone::new("kari").enrol(&desk.office, &link, at(0)).unwrap();
    assert_eq!(enrolled.state.holder.as_str(), "Kari Hansen");
    assert_eq!(enrolled.state.employments.len(), 1);
    let checked: (String, String) = desk
        .database()
        .query_row("SELECT document, checked_by FROM identity_check", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(checked, ("passport".into(), "portal".into()));
}

#[test]
fn a_block_is_published_before_the_answer_and_its_end_too_under_the_tokens_name() {
    let desk = Desk::new();
    desk.office.phone("phone");
    let path = |what: &str| format!("/employments/{}/{what}", desk.office.job);
    let reason = json!({ "reason": "company_not_approved" });
    let version = desk.done(&path("block"), &reason)["version"].as_u64();
    let set = desk.office.key_set();
    assert_eq!((Some(set.version()), set.status(1)), (version, Some(Status::Invalid)));
    assert_eq!(set.causes(1)[0].reason, Reason::CompanyNotApproved);
    desk.done(&path("unblock"), &reason);
    assert_eq!(desk.office.key_set().status(1), Some(Status::Valid));

    let by: Vec<String> = desk
        .database()
        .prepare("SELECT by FROM status_change ORDER BY id")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(by, ["portal", "portal"]);
}

#[test]
fn an_inspector_is_invited_and_revoked() {
    let desk = Desk::new();
    let inga = json!({ "name": "Inga Inspektør", "authority": "Arbeidstilsynet" });
    let link = desk.done("/inspectors", &inga)["link"].as_str().unwrap().to_owned();
    let link: wire::ActivationLink = link.parse().unwrap();
    let request =
        wire::EnrolInspector { code: link.code.expose().into(), root: link.root.to_string() };
    let token = desk.office.issuer.enrol_inspector_device(&request, at(0)).unwrap().token;
    desk.done("/inspectors/revoke", &json!({ "name": "Inga Inspektør" }));
    desk.office.issuer.identify(&token).unwrap_err();
    let again = desk.post("/inspectors/revoke", &json!({ "name": "Inga Inspektør" }));
    assert_eq!(again.problem(), (404, "not_found".into()));
}

#[test]
fn publishing_gives_the_new_version() {
    let desk = Desk::new();
    let before = desk.office.key_set().version();
    assert!(desk.done("/publication", &json!({}))["version"].as_u64().unwrap() > before);
}

#[test]
fn a_field_that_cant_be_is_named_and_not_repeated() {
    let desk = Desk::new();
    let with = |mut body: Value, field: &str, value: &str| {
        body[field] = value.into();
        body
    };
    let company = json!({ "organisation_number": "974760673", "name": "Rent Hus AS" });
    let job = json!({
        "card_number": desk.office.card, "organisation_number": "974760673", "industry": "cleaning",
    });
    for (path, body, field) in [
        (
            "/companies",
            with(company.clone(), "organisation_number", "974760674"),
            "organisation_number",
        ),
        ("/companies", with(company, "name", "\u{202e}SA suH"), "name"),
        ("/workers", with(kari(), "national_id", "15889000188"), "national_id"),
        ("/workers", with(kari(), "birth_date", "1990-13-01"), "birth_date"),
        ("/employments", with(job.clone(), "industry", "fishing"), "industry"),
        ("/employments", with(job, "card_number", "12345678"), "card_number"),
    ] {
        let answer = desk.post(path, &body);
        assert_eq!(answer.problem(), (422, "malformed".into()), "{path} {field}");
        let said = String::from_utf8(answer.body.clone()).unwrap();
        assert!(answer.json()["title"].as_str().unwrap().contains(field), "{said}");
        assert!(!said.contains(body[field].as_str().unwrap()), "{said}");
    }
}

#[test]
fn what_is_not_there_or_there_already_says_so() {
    let desk = Desk::new();
    let job = json!({ "card_number": desk.office.card, "organisation_number": "910000004",
        "industry": "cleaning" });
    let unknown = test_support::organisation_number(9).to_string();
    let mut unknown_company = job;
    unknown_company["organisation_number"] = unknown.into();
    let reason = json!({ "reason": "card_seized" });
    let not_found = (404, "not_found".to_owned());
    assert_eq!(desk.post("/employments", &unknown_company).problem(), not_found);
    assert_eq!(desk.post("/employments/e-none/block", &reason).problem(), not_found);
    assert_eq!(desk.post("/employments/..%2f/block", &reason).problem(), not_found);
    assert_eq!(
        desk.post("/workers/abc/activation", &json!({ "document": "passport" })).problem(),
        not_found
    );
    desk.done("/workers", &kari());
    assert_eq!(desk.post("/workers", &kari()).problem(), (409, "conflict".into()));
}

#[test]
fn a_photo_that_cant_be_one_is_refused_with_the_reason() {
    let desk = Desk::new();
    let path = format!("/workers/{}/photo", desk.office.card);
    let answer = desk.send("PUT", &path, "image/jpeg", b"no picture");
    assert_eq!(answer.problem(), (422, "photo_refused".into()));
    let answer = desk.send("PUT", &path, "image/jpeg", &vec![0; 5 * 1024 * 1024 + 2]);
    assert_eq!(answer.problem(), (413, "too_large".into()));
}

#[test]
fn two_tokens_of_one_name_are_refused_while_one_is_in_use() {
    let desk = Desk::new();
    let issuer = &desk.office.issuer;
    issuer.new_token(Role::Office, "portal", at(0)).unwrap_err();
    issuer.revoke_token(Role::Office, "portal", at(0)).unwrap();
    issuer.new_token(Role::Office, "portal", at(1)).unwrap();
}
