//! The service over real HTTP, from a database on disk, with a clock that the tests set.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use card::Industry;
use chrono::{DateTime, Utc};
use credential::{Signer, SigningKey};
use issuer::{Issuer, NewCompany, NewEmployment, NewWorker, Settings};
use reqwest::blocking::{Client, Response};
use serde_json::{Value, json};
use tempfile::TempDir;
use test_support::{at, key, person};
use tokio::runtime::Runtime;
use wire::{ActivationLink, Bytes, EnrolWallet, RefreshWallet, route};

/// An office with one worker, its service on loopback.
struct Served {
    issuer: Arc<Issuer>,
    address: String,
    seconds: Arc<AtomicI64>,
    card: card::CardNumber,
    _runtime: Runtime,
    _folder: TempDir,
}

impl Served {
    fn start() -> Self {
        // Every client of the workspace brings its own TLS; here there is none to speak.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            host: "HMSKORT.EXAMPLE".parse().unwrap(),
            service: "http://127.0.0.1:8080".to_owned(),
            max_age: chrono::TimeDelta::days(7),
        };
        let issuer = Arc::new(Issuer::init(folder.path(), &settings, at(0)).unwrap());
        let company = "974760673".parse().unwrap();
        issuer
            .add_company(&NewCompany {
                organisation_number: company,
                name: "Rent Hus AS".parse().unwrap(),
            })
            .unwrap();
        let someone = person(1);
        let card = issuer
            .add_worker(&NewWorker {
                name: someone.name,
                national_id: someone.national_id,
                birth_date: someone.birth_date,
            })
            .unwrap();
        let job = NewEmployment { card, company, sub_unit: company, industry: Industry::Cleaning };
        issuer.add_employment(&job, at(0)).unwrap();
        issuer.publish(at(0)).unwrap();

        let seconds = Arc::new(AtomicI64::new(0));
        let ticking = Arc::clone(&seconds);
        let clock: issuer::Clock = Arc::new(move || at(ticking.load(Ordering::SeqCst)));
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let served = Arc::clone(&issuer);
        runtime.spawn(issuer::serve(served, listener, clock, std::future::pending()));
        Self { issuer, address, seconds, card, _runtime: runtime, _folder: folder }
    }

    /// Lets the service's clock jump.
    fn now(&self, seconds: i64) -> DateTime<Utc> {
        self.seconds.store(seconds, Ordering::SeqCst);
        at(seconds)
    }

    fn link(&self, now: DateTime<Utc>) -> ActivationLink {
        self.issuer.issue_activation(self.card, "Kari at the office", now).unwrap()
    }

    fn post(&self, path: &str, body: impl Into<reqwest::blocking::Body>) -> Response {
        let request = Client::new().post(format!("{}{path}", self.address));
        request.header("content-type", "application/json").body(body).send().unwrap()
    }

    fn enrol(&self, link: &ActivationLink, phone: &SigningKey) -> (u16, Value) {
        let device_key = phone.public_key().to_bytes();
        let request = EnrolWallet {
            code: link.code.expose().to_owned(),
            root: link.root.to_string(),
            proof: Bytes(phone.sign(&wire::enrol_message(&link.code, &device_key)).to_vec()),
            device_key: Bytes(device_key),
        };
        answer(self.post(route::WALLET_ENROL, serde_json::to_vec(&request).unwrap()))
    }

    fn refresh(&self, phone: &SigningKey, at: i64) -> (u16, Value) {
        let request = RefreshWallet {
            device_key: Bytes(phone.public_key().to_bytes()),
            at,
            proof: Bytes(phone.sign(&wire::refresh_message(at)).to_vec()),
        };
        answer(self.post(route::WALLET_REFRESH, serde_json::to_vec(&request).unwrap()))
    }
}

fn answer(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
    let expected = if status < 300 { "application/json" } else { "application/problem+json" };
    assert_eq!(kind, expected, "{status}");
    (status, response.json().unwrap())
}

fn refused(answer: &(u16, Value)) -> (u16, &str) {
    (answer.0, answer.1["code"].as_str().unwrap())
}

#[test]
fn a_phone_is_enrolled_once_and_the_same_phone_gets_the_same_answer_again() {
    let served = Served::start();
    let link = served.link(served.now(0));
    let (status, first) = served.enrol(&link, &key("phone"));
    assert_eq!(status, 200, "{first}");
    assert_eq!(
        served.enrol(&link, &key("phone")).1["state"]["card_number"],
        first["state"]["card_number"]
    );
    assert_eq!(refused(&served.enrol(&link, &key("thief"))), (403, "activation_used"));
}

#[test]
fn a_code_expires_and_a_new_one_works() {
    let served = Served::start();
    let link = served.link(served.now(0));
    let later = served.now(40 * 86_400);
    assert_eq!(refused(&served.enrol(&link, &key("phone"))), (403, "activation_expired"));
    assert_eq!(served.enrol(&served.link(later), &key("phone")).0, 200);
}

#[test]
fn a_phone_must_sign_for_its_key_and_its_clock_must_be_right() {
    let served = Served::start();
    let link = served.link(served.now(0));
    assert_eq!(served.enrol(&link, &key("phone")).0, 200);
    let now = test_support::T0;
    assert_eq!(served.refresh(&key("phone"), now).0, 200);
    assert_eq!(refused(&served.refresh(&key("stranger"), now)), (403, "device_unknown"));
    let skewed = served.refresh(&key("phone"), now + 3_600);
    assert_eq!(refused(&skewed), (403, "clock_wrong"));
    assert_eq!(skewed.1["server_time"], now);

    let body = json!({
        "device_key": Bytes(key("phone").public_key().to_bytes()),
        "at": now,
        "proof": Bytes(key("stranger").sign(&wire::refresh_message(now)).to_vec()),
    });
    let forged = answer(served.post(route::WALLET_REFRESH, body.to_string()));
    assert_eq!(refused(&forged), (403, "proof_wrong"));
}

#[test]
fn the_old_phone_holds_no_card_when_the_card_has_moved() {
    let served = Served::start();
    let now = served.now(0);
    assert_eq!(served.enrol(&served.link(now), &key("old")).0, 200);
    assert_eq!(served.enrol(&served.link(now), &key("new")).0, 200);
    let refresh = served.refresh(&key("old"), test_support::T0);
    assert_eq!(refused(&refresh), (403, "device_unknown"));
    assert_eq!(served.refresh(&key("new"), test_support::T0).0, 200);
}

#[test]
fn whatever_is_posted_the_answer_is_a_problem_with_a_code() {
    let served = Served::start();
    for path in [route::WALLET_ENROL, route::WALLET_REFRESH, route::INSPECTOR_ENROL] {
        let long = "9".repeat(64 * 1024);
        let deep = "[".repeat(8_000);
        for body in ["", "{", "null", "{}", "\u{0}", r#"{"code":1}"#, &long, &deep] {
            let (status, problem) = answer(served.post(path, body.to_owned()));
            assert_eq!((status, &problem["code"]), (400, &json!("malformed")), "{path}");
        }
    }
}

#[test]
fn no_name_leads_out_of_the_key_set_and_reasons_need_a_token() {
    let served = Served::start();
    let get = |path: &str| Client::new().get(format!("{}{path}", served.address)).send().unwrap();
    assert_eq!(get("/key-set/head.cbor").status(), 200);
    for path in [
        "/key-set/root/..%2f..%2fissuer.db",
        "/key-set/status/%2e%2e%2fhead.cbor",
        "/key-set/root/1.cbor%00",
        "/key-set/root/99999999999999999999999.cbor",
        "/key-set/status/-1.cwt",
        "/issuer.db",
        "/nothing",
    ] {
        assert_eq!(refused(&answer(get(path))), (404, "not_found"), "{path}");
    }
    assert_eq!(refused(&answer(get("/key-set/reasons/1.cbor"))), (401, "token_wrong"));
    assert_eq!(refused(&answer(get(route::WALLET_ENROL))), (405, "malformed"));
}
