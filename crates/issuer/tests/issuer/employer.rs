//! An employer with a session, over HTTP: applies, ends, renews, delegates.

use photo::drawn::Drawn;
use std::sync::Arc;

use card::{OrganisationNumber, Reason, Status};
use issuer::{NewCompany, Outside};
use registers::{Memory, Standing, Unit};
use serde_json::{Value, json};
use test_support::{at, national_id, organisation_number, person};

use crate::office::{Answer, Office, Phone, Served, company};

const DAY: i64 = 86_400;

/// Somebody who may act for the company of the office, logged in.
pub(crate) struct Employer {
    pub(crate) office: Office,
    pub(crate) served: Served,
    pub(crate) session: Session,
}

/// The headers of a session, for reading and for changing.
pub(crate) struct Session {
    cookie: String,
    csrf: String,
    company: OrganisationNumber,
}

impl Session {
    /// The `n`th person's, for a company.
    fn of(office: &Office, n: u64, company: OrganisationNumber, seconds: i64) -> Self {
        let token = office.issuer.begin_session(&person(n).national_id, at(seconds)).unwrap();
        let csrf = format!("X-CSRF-Token: {}\r\n", issuer::csrf_token(&token));
        Self { cookie: format!("Cookie: a=b; hmskort-employer={token}\r\n"), csrf, company }
    }
}

/// A unit of Enhetsregisteret with one industry code.
fn unit(number: OrganisationNumber, main_unit: Option<OrganisationNumber>, code: &str) -> Unit {
    Unit {
        number,
        name: "Rent Hus AS".parse().unwrap(),
        main_unit,
        form: "AS".into(),
        industries: vec![code.parse().unwrap()],
        vat: true,
        in_business_register: true,
        standing: Standing::Active,
        employees: None,
    }
}

pub(crate) fn sub_unit() -> OrganisationNumber {
    organisation_number(77)
}

impl Employer {
    pub(crate) fn new() -> Self {
        let office = Office::new();
        let memory = Arc::new(Memory::default());
        memory.put_unit(unit(company(), None, "81.210"));
        memory.put_unit(unit(sub_unit(), Some(company()), "81.210"));
        let entities = Some(memory.registers().entities);
        let served = office.serve_with(|_| Outside { login: None, entities });
        grant(&office, 100, company());
        let session = Session::of(&office, 100, company(), 0);
        let employer = Self { office, served, session };
        assert_eq!(employer.get("").status, 200, "the register has been asked");
        employer
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask(&self.session, "GET", path, "", b"")
    }

    pub(crate) fn ask(
        &self,
        session: &Session,
        method: &str,
        path: &str,
        kind: &str,
        body: &[u8],
    ) -> Answer {
        let Session { cookie, csrf, company } = session;
        let headers = format!("{cookie}{csrf}Content-Type: {kind}\r\n");
        self.served.send(method, &format!("/employer/companies/{company}{path}"), &headers, body)
    }

    fn json(&self, session: &Session, method: &str, path: &str, body: &Value) -> Answer {
        self.ask(session, method, path, "application/json", body.to_string().as_bytes())
    }

    pub(crate) fn apply(&self, session: &Session, id: u32, body: &Value) -> Answer {
        self.json(session, "PUT", &format!("/applications/{id:032x}"), body)
    }

    pub(crate) fn cards(&self) -> Vec<Value> {
        self.get("/cards").json().as_array().unwrap().clone()
    }

    fn post(&self, path: &str) -> Answer {
        self.json(&self.session, "POST", path, &json!({}))
    }
}

/// Lets the `n`th person act for a company.
fn grant(office: &Office, n: u64, company: OrganisationNumber) {
    let person = person(n);
    office
        .issuer
        .grant_authority(&person.national_id, &person.name, company, None, "office", at(0))
        .unwrap();
}

/// Another company, and a session of the `n`th person who acts for it.
fn other(office: &Office, n: u32) -> Session {
    let number = organisation_number(200 + n);
    let name = test_support::company_name(n.into());
    office.issuer.add_company(&NewCompany { organisation_number: number, name }).unwrap();
    grant(office, u64::from(200 + n), number);
    Session::of(office, u64::from(200 + n), number, 0)
}

pub(crate) fn terms() -> Value {
    json!({ "industry": "cleaning", "declaration": "2026-11" })
}

/// An application for the `n`th person.
fn application(n: u64) -> Value {
    let person = person(n);
    json!({
        "national_id": person.national_id.expose(), "name": person.name, "terms": terms(),
    })
}

#[track_caller]
fn refused(answer: &Answer) -> String {
    assert_eq!(answer.problem(), (422, "application_refused".into()), "{answer:?}");
    answer.json()["fault"].as_str().unwrap().to_owned()
}

#[test]
fn an_application_is_complete_when_the_worker_has_been_checked() {
    let employer = Employer::new();
    let Employer { office, session, .. } = &employer;
    let applied = employer.apply(session, 1, &application(5)).json();
    assert_eq!(applied["employment"], Value::Null);
    let waiting = employer.cards().into_iter().find(|card| card["status"].is_null()).unwrap();
    assert_eq!(
        (&waiting["card_number"], &waiting["holder"]),
        (&applied["card_number"], &json!(person(5).name))
    );

    let card = applied["card_number"].as_str().unwrap().parse().unwrap();
    let document = wire::IdDocument::Passport;
    let link = office.issuer.issue_activation(card, document, "desk", at(60)).unwrap();
    let state = Phone::new("five").enrol(office, &link, at(61)).unwrap().state;
    assert_eq!(state.employments.len(), 1);
    let card = employer
        .cards()
        .into_iter()
        .find(|one| one["card_number"] == applied["card_number"])
        .unwrap();
    assert_eq!((card["status"].as_str(), card["on_phone"].as_bool()), (Some("valid"), Some(true)));
    // The same question again has the answer of now.
    let again = employer.apply(session, 1, &application(5));
    assert_eq!(again.json()["employment"], card["employment"]);
}

#[test]
fn three_employers_make_three_employments_on_one_card_and_each_sees_its_own() {
    let employer = Employer::new();
    let Employer { office, .. } = &employer;
    let phone = office.phone("ola");
    let ola = json!({
        "national_id": person(1).national_id.expose(), "name": "Nordmann, Ola", "terms": terms(),
    });
    for n in [1, 2] {
        let session = other(office, n);
        let applied = employer.apply(&session, n, &ola).json();
        assert_eq!(applied["card_number"], json!(office.card));
        assert!(applied["employment"].is_string(), "no new check is needed: {applied}");
        let cards = employer.ask(&session, "GET", "/cards", "", b"").json();
        assert_eq!(cards.as_array().unwrap().len(), 1, "{cards}");
        assert_eq!(cards[0]["employment"], applied["employment"]);
        // Nor can it touch the others'.
        let theirs = format!("/employments/{}/end", office.job);
        let answer = employer.json(&session, "POST", &theirs, &json!({}));
        assert_eq!(answer.problem(), (404, "not_found".into()));
    }
    let state = phone.refresh(office, at(0)).unwrap();
    assert_eq!((state.employments.len(), state.card_number), (3, office.card));
    assert_eq!(employer.cards().len(), 1);
}

#[test]
fn an_application_sent_twice_is_one_and_its_number_is_for_no_other() {
    let employer = Employer::new();
    let session = &employer.session;
    let first = employer.apply(session, 1, &application(5)).json();
    assert_eq!(employer.apply(session, 1, &application(5)).json(), first);
    assert_eq!(employer.cards().len(), 2);
    assert_eq!(employer.apply(session, 1, &application(6)).problem(), (409, "conflict".into()));
    assert_eq!(refused(&employer.apply(session, 2, &application(5))), "applied_already");
    let path = format!("/applications/{:032x}", 1);
    assert_eq!(employer.ask(session, "DELETE", &path, "", b"").status, 204);
    assert_eq!(employer.cards().len(), 1);
    assert_eq!(employer.apply(session, 3, &application(5)).status, 200);
}

#[test]
fn what_is_wrong_with_an_application_is_told_and_nothing_is_kept() {
    let employer = Employer::new();
    let session = &employer.session;
    let with = |change: fn(&mut Value)| {
        let mut body = application(5);
        change(&mut body);
        employer.apply(session, 1, &body)
    };
    assert_eq!(refused(&with(|a| a["terms"]["declaration"] = "2020".into())), "declaration_old");
    let unknown = |a: &mut Value| a["terms"]["sub_unit"] = json!(organisation_number(9));
    assert_eq!(refused(&with(unknown)), "sub_unit_unknown");
    let industry = |a: &mut Value| a["terms"]["industry"] = "construction".into();
    assert_eq!(refused(&with(industry)), "industry_reason_missing");
    assert_eq!(refused(&with(|a| a["birth_date"] = "1980-01-31".into())), "birth_date_differs");
    assert_eq!(with(|a| a["national_id"] = "12".into()).problem(), (422, "malformed".into()));
    // A number of somebody else, known here by another name.
    let mistyped = json!({ "national_id": person(1).national_id.expose(), "name": "Kari Lie", "terms": terms() });
    assert_eq!(refused(&employer.apply(session, 1, &mistyped)), "name_differs");
    assert_eq!(employer.cards().len(), 1);
    // With the unit and a reason it goes through, under the number that was refused.
    let right = with(|a| {
        a["terms"]["sub_unit"] = json!(sub_unit());
        a["terms"]["industry"] = "construction".into();
        a["terms"]["industry_reason"] = "Byggrenhold på Fornebu".into();
    });
    assert_eq!(right.status, 200, "{right:?}");
}

#[test]
fn which_words_were_declared_by_whom_and_when_is_kept() {
    let employer = Employer::new();
    employer.apply(&employer.session, 1, &application(5));
    let shown = employer.get("").json()["declaration"]["words"].clone();
    let path = employer.office.folder.path().join("issuer.db");
    let kept: (String, String, String, i64) = rusqlite::Connection::open(path)
        .unwrap()
        .query_row(
            "SELECT d.version, d.words, u.name, d.at FROM application a
             JOIN declaration d ON d.id = a.declaration JOIN authority u ON u.id = d.authority",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
        .unwrap();
    let name = person(100).name.as_str().to_owned();
    assert_eq!(kept, ("2026-11".into(), shown.as_str().unwrap().into(), name, at(0).timestamp()));
}

#[test]
fn an_end_is_published_before_the_answer_and_can_be_taken_back_for_a_day() {
    let employer = Employer::new();
    let Employer { office, served, .. } = &employer;
    office.phone("ola");
    let path = |what: &str| format!("/employments/{}/{what}", office.job);
    assert_eq!(refused(&employer.post(&path("resume"))), "not_ended");
    let version = employer.post(&path("end")).json()["version"].as_u64();
    let set = office.key_set();
    assert_eq!((Some(set.version()), set.status(1)), (version, Some(Status::Invalid)));
    assert_eq!(set.causes(1)[0].reason, Reason::EmploymentEnded);
    assert!(employer.cards()[0]["resumable_until"].is_string());
    employer.post(&path("resume"));
    assert_eq!(office.key_set().status(1), Some(Status::Valid));

    employer.post(&path("end"));
    served.set_clock(DAY);
    let late = Session::of(office, 100, company(), DAY);
    let answer = employer.json(&late, "POST", &path("resume"), &json!({}));
    assert_eq!(refused(&answer), "not_ended");
    // The way back is a new application.
    let mut again = application(1);
    again["name"] = "Ola Nordmann".into();
    assert_eq!(employer.apply(&late, 9, &again).status, 200);
}

#[test]
fn what_the_office_has_ended_no_employer_takes_back() {
    let employer = Employer::new();
    let Employer { office, .. } = &employer;
    office.issuer.block(&office.job, Reason::EmploymentEnded, "office", at(0)).unwrap();
    assert_eq!(
        refused(&employer.post(&format!("/employments/{}/resume", office.job))),
        "not_ended"
    );
}

#[test]
fn a_card_is_renewed_before_it_expires_and_not_long_before() {
    let employer = Employer::new();
    let Employer { office, served, .. } = &employer;
    let path = format!("/employments/{}/renew", office.job);
    let body = json!({ "declaration": "2026-11" });
    let renew = |days: i64| {
        served.set_clock(days * DAY);
        let session = Session::of(office, 100, company(), days * DAY);
        employer.json(&session, "POST", &path, &body)
    };
    assert_eq!(refused(&renew(730 - 91)), "not_renewable");
    let renewed = renew(730 - 30).json();
    assert_eq!(renewed["valid_until"], json!(at((1_460 - 30) * DAY)));
    assert_eq!(refused(&renew(730 - 29)), "not_renewable", "not twice");
    office.issuer.block(&office.job, Reason::CardSeized, "Inga", at(0)).unwrap();
    assert_eq!(refused(&renew(1_460 - 31)), "not_renewable", "a seized card needs an application");
}

#[test]
fn a_colleague_acts_for_a_time_and_not_longer_than_whoever_let_them() {
    let employer = Employer::new();
    let Employer { office, served, session } = &employer;
    let (number, _) = national_id(300);
    let delegate = |session: &Session, until: &str, n: u64| {
        let body =
            json!({ "national_id": national_id(n).0.expose(), "name": "Kari Lie", "until": until });
        employer.json(session, "POST", "/colleagues", &body)
    };
    assert_eq!(refused(&delegate(session, "2026-11-23", 300)), "until_out_of_range");
    assert_eq!(refused(&delegate(session, "2027-12-24", 300)), "until_out_of_range");
    let colleagues = delegate(session, "2026-11-30", 300).json();
    assert_eq!(colleagues.as_array().unwrap().len(), 2, "{colleagues}");
    assert_eq!(refused(&delegate(session, "2026-11-30", 300)), "delegated_already");

    let kari = Session::of(office, 300, company(), 0);
    assert_eq!(employer.apply(&kari, 1, &application(5)).status, 200);
    assert_eq!(refused(&delegate(&kari, "2026-11-30", 301)), "not_yours_to_delegate");

    // The last day has passed.
    served.set_clock(7 * DAY);
    let late = Session::of(office, 300, company(), 7 * DAY);
    let answer = employer.ask(&late, "GET", "/cards", "", b"");
    assert_eq!(answer.problem(), (404, "not_authorised".into()));
    served.set_clock(0);
    let session = &Session::of(office, 100, company(), 0);

    // Taken back by the employer; given again, and fallen with the employer's own.
    let id =
        colleagues.as_array().unwrap().iter().find(|one| one["yourself"] == false).unwrap()["id"]
            .clone();
    let path = format!("/colleagues/{id}");
    assert_eq!(employer.ask(session, "DELETE", &path, "", b"").status, 204);
    assert_eq!(employer.ask(session, "DELETE", &path, "", b"").status, 404);
    office.issuer.may_act(&number, company(), at(0)).unwrap_err();
    delegate(session, "2026-11-30", 300);
    office.issuer.may_act(&number, company(), at(0)).unwrap();
    office.issuer.revoke_authority(&person(100).national_id, company(), "office", at(0)).unwrap();
    office.issuer.may_act(&number, company(), at(0)).unwrap_err();
    let answer = employer.ask(session, "GET", "/cards", "", b"");
    assert_eq!(answer.problem(), (404, "not_authorised".into()));
}

#[test]
fn a_session_ends_after_half_an_hour_of_nothing_and_after_a_day_of_work() {
    let employer = Employer::new();
    let Employer { served, .. } = &employer;
    served.set_clock(29 * 60);
    assert_eq!(employer.get("/cards").status, 200);
    served.set_clock(59 * 60 + 1);
    assert_eq!(employer.get("/cards").problem(), (401, "login_needed".into()));
    let session = Session::of(&employer.office, 100, company(), 0);
    for quarter in 0..32 {
        served.set_clock(quarter * 900);
        assert_eq!(employer.ask(&session, "GET", "/tables", "", b"").status, 200, "{quarter}");
    }
    served.set_clock(32 * 900);
    assert_eq!(employer.ask(&session, "GET", "/tables", "", b"").status, 401);
}

#[test]
fn a_change_without_our_pages_token_is_none() {
    let employer = Employer::new();
    let Employer { office, served, session } = &employer;
    let path = format!("/employer/companies/{}/employments/{}/end", company(), office.job);
    let foreign = Session::of(office, 100, company(), 0).csrf;
    for csrf in ["", "X-CSRF-Token: x\r\n", &foreign] {
        let headers = format!("{}{csrf}Content-Type: application/json\r\n", session.cookie);
        let answer = served.send("POST", &path, &headers, b"{}");
        assert_eq!(answer.problem(), (403, "not_our_page".into()), "{csrf}");
    }
    assert_eq!(employer.cards()[0]["status"], "valid");
    // After logging out the cookie is worth nothing.
    let headers = format!("{}{}", session.cookie, session.csrf);
    let out = served.send("POST", "/employer/logout", &headers, b"");
    assert_eq!(out.json(), json!({ "then": null }));
    assert!(
        out.head
            .contains("set-cookie: hmskort-employer=; path=/; httponly; samesite=lax; max-age=0")
    );
    assert_eq!(employer.get("/cards").status, 401);
}

#[test]
fn the_photo_of_an_applicant_is_the_offices_once_the_worker_has_been_checked_with_it() {
    let employer = Employer::new();
    let Employer { office, session, .. } = &employer;
    let png = |number| Drawn { number, ..Drawn::default() }.png().unwrap();
    let put = |card: &str, file: &[u8]| {
        employer.ask(session, "PUT", &format!("/workers/{card}/photo"), "image/png", file)
    };
    let applied = employer.apply(session, 1, &application(5)).json();
    let card = applied["card_number"].as_str().unwrap();
    for number in [1, 2] {
        assert_eq!(put(card, &png(number)).status, 200, "until then it can be another");
    }
    let document = wire::IdDocument::Passport;
    office.issuer.issue_activation(card.parse().unwrap(), document, "desk", at(0)).unwrap();
    assert_eq!(refused(&put(card, &png(3))), "photo_held");
    assert_eq!(put("0000000", &png(3)).problem(), (404, "not_found".into()));
    assert_eq!(put(card, b"x").problem().0, 422);
}
