//! An office with a company and a worker, a phone, and the service.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use card::{CardNumber, EmploymentId, Industry, OrganisationNumber};
use chrono::{DateTime, TimeDelta, Utc};
use credential::{Signer, SigningKey};
use issuer::{Issuer, IssuerError, NewCompany, NewEmployment, NewWorker, Outside, Settings};
use serde_json::Value;
use tempfile::TempDir;
use test_support::{at, person};
use wire::{ActivationLink, Bytes, EnrolWallet, EnrolledWallet, RefreshWallet, WalletState};

/// An office with a company, a worker and an employment, at `at(0)`.
pub(crate) struct Office {
    pub(crate) folder: TempDir,
    pub(crate) issuer: Arc<Issuer>,
    pub(crate) card: CardNumber,
    pub(crate) job: EmploymentId,
}

pub(crate) fn company() -> OrganisationNumber {
    "974760673".parse().unwrap()
}

impl Office {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            service: "http://127.0.0.1:1".into(),
            host: "HMSKORT.EXAMPLE".parse().unwrap(),
            max_age: TimeDelta::days(7),
        };
        let issuer = Issuer::init(folder.path(), &settings, at(0)).unwrap();
        let name = "Rent Hus AS".parse().unwrap();
        issuer.add_company(&NewCompany { organisation_number: company(), name }).unwrap();
        let person = person(1);
        let card = issuer
            .add_worker(&NewWorker {
                name: "Ola Nordmann".parse().unwrap(),
                national_id: person.national_id,
                birth_date: person.birth_date,
            })
            .unwrap();
        let mut office =
            Self { folder, issuer: Arc::new(issuer), card, job: "none".parse().unwrap() };
        office.job = office.employ(Industry::Cleaning);
        office
    }

    pub(crate) fn employ(&self, industry: Industry) -> EmploymentId {
        let job =
            NewEmployment { card: self.card, company: company(), sub_unit: company(), industry };
        self.issuer.add_employment(&job, at(0)).unwrap()
    }

    pub(crate) fn link(&self, now: DateTime<Utc>) -> ActivationLink {
        self.issuer.issue_activation(self.card, wire::IdDocument::Passport, "test", now).unwrap()
    }

    /// A phone that has enrolled at `at(0)`.
    pub(crate) fn phone(&self, name: &str) -> Phone {
        self.phone_of(self.card, name)
    }

    /// The same, of another card.
    pub(crate) fn phone_of(&self, card: CardNumber, name: &str) -> Phone {
        let phone = Phone::new(name);
        let link =
            self.issuer.issue_activation(card, wire::IdDocument::Passport, "test", at(0)).unwrap();
        phone.enrol(self, &link, at(0)).unwrap();
        phone
    }

    /// What an inspector finds who syncs at `at(0)`.
    pub(crate) fn key_set(&self) -> key_set::KeySet {
        self.key_set_at(at(0))
    }

    pub(crate) fn key_set_at(&self, now: DateTime<Utc>) -> key_set::KeySet {
        self.held(now).0
    }

    /// What is on an inspector's tablet then, which began with the first root.
    pub(crate) fn held(&self, now: DateTime<Utc>) -> (key_set::KeySet, key_set::Bundle) {
        let mut files = self.files();
        let root = std::fs::read(files.0.join("root/1.cbor")).unwrap();
        let tier = key_set::Tier::Inspector;
        match key_set::sync(&root, None, tier, &mut files, now) {
            Ok(key_set::Synced::Updated(synced)) => *synced,
            other => panic!("what is published syncs, but: {other:?}"),
        }
    }

    /// The files of the key set.
    pub(crate) fn files(&self) -> Published {
        Published(self.issuer.key_set_folder())
    }

    pub(crate) fn serve(&self) -> Served {
        self.serve_with(|_| Outside::default())
    }

    /// The service, with those whom it asks; they hear its address before it begins.
    pub(crate) fn serve_with(&self, outside: impl FnOnce(&str) -> Outside) -> Served {
        Served::start(Arc::clone(&self.issuer), outside)
    }
}

pub(crate) struct Published(pub(crate) std::path::PathBuf);

impl key_set::Source for Published {
    type Error = std::convert::Infallible;

    fn fetch(
        &mut self,
        file: key_set::FileName,
        _limit: u64,
    ) -> Result<Option<Vec<u8>>, Self::Error> {
        Ok(std::fs::read(self.0.join(file.to_string())).ok())
    }
}

/// A worker's phone, as far as the issuer sees it.
pub(crate) struct Phone(pub(crate) SigningKey);

impl Phone {
    pub(crate) fn new(name: &str) -> Self {
        Self(test_support::key(name))
    }

    pub(crate) fn key(&self) -> Bytes {
        Bytes(self.0.public_key().to_bytes())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Bytes {
        Bytes(self.0.sign(message).to_vec())
    }

    pub(crate) fn enrolment(&self, link: &ActivationLink) -> EnrolWallet {
        EnrolWallet {
            code: link.code.expose().to_owned(),
            root: link.root.to_string(),
            device_key: self.key(),
            proof: self.sign(&wire::enrol_message(&link.code, &self.key().0)),
        }
    }

    pub(crate) fn enrol(
        &self,
        office: &Office,
        link: &ActivationLink,
        now: DateTime<Utc>,
    ) -> Result<EnrolledWallet, IssuerError> {
        office.issuer.enrol_wallet(&self.enrolment(link), now)
    }

    pub(crate) fn question(&self, now: DateTime<Utc>) -> RefreshWallet {
        let at = now.timestamp();
        let proof = self.sign(&wire::refresh_message(at));
        RefreshWallet { device_key: self.key(), at, proof }
    }

    pub(crate) fn refresh(
        &self,
        office: &Office,
        now: DateTime<Utc>,
    ) -> Result<WalletState, IssuerError> {
        office.issuer.refresh_wallet(&self.question(now), now)
    }
}

/// The service on loopback, its clock at `at(0)` until it is set.
pub(crate) struct Served {
    _runtime: tokio::runtime::Runtime,
    address: SocketAddr,
    clock: Arc<AtomicI64>,
}

/// An answer, as it came.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Served {
    fn start(issuer: Arc<Issuer>, outside: impl FnOnce(&str) -> Outside) -> Self {
        Self::at(&issuer, |issuer, clock, address| {
            issuer::router_with(issuer, clock, outside(address))
        })
    }

    /// Other routes than the service's.
    pub(crate) fn with(
        issuer: &Arc<Issuer>,
        routes: impl FnOnce(Arc<Issuer>, issuer::Clock) -> axum::Router,
    ) -> Self {
        Self::at(issuer, |issuer, clock, _| routes(issuer, clock))
    }

    fn at(
        issuer: &Arc<Issuer>,
        routes: impl FnOnce(Arc<Issuer>, issuer::Clock, &str) -> axum::Router,
    ) -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let clock = Arc::new(AtomicI64::new(0));
        let seconds = Arc::clone(&clock);
        let clock_of_service = Arc::new(move || at(seconds.load(Ordering::SeqCst)));
        runtime.spawn(issuer::serve(
            routes(Arc::clone(issuer), clock_of_service, &format!("http://{address}")),
            listener,
            std::future::pending(),
        ));
        Self { _runtime: runtime, address, clock }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn set_clock(&self, seconds: i64) {
        self.clock.store(seconds, Ordering::SeqCst);
    }

    /// Sends a request as it is written here: no client tidies the path up.
    pub(crate) fn send(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let length = body.len();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
             Content-Length: {length}\r\n{headers}\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        // A service that has heard enough may close before all is sent.
        let _ = stream.write_all(body);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head") + 4;
        let head = String::from_utf8(answer[..end].to_vec()).unwrap().to_lowercase();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: answer[end..].to_vec() }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "", b"")
    }

    pub(crate) fn post(&self, path: &str, body: &impl serde::Serialize) -> Answer {
        let body = serde_json::to_vec(body).unwrap();
        self.send("POST", path, "Content-Type: application/json\r\n", &body)
    }
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {self:?}"))
    }

    /// Status and code of a problem, after a look at its shape.
    #[track_caller]
    pub(crate) fn problem(&self) -> (u16, String) {
        assert!(self.head.contains("content-type: application/problem+json"), "{self:?}");
        assert!(self.head.contains("x-content-type-options: nosniff"), "{self:?}");
        let problem = self.json();
        assert_eq!(problem["status"], self.status, "the status stands in the body too");
        assert!(!problem["title"].as_str().unwrap().is_empty());
        (self.status, problem["code"].as_str().unwrap().to_owned())
    }
}
