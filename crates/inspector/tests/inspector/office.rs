//! An office with workers, its service, and an inspector's tablet.

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;

use card::{CardNumber, EmploymentId, Industry, NationalId, OrganisationNumber};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use inspector::{Inspector, SyncResult};
use issuer::{Issuer, NewCompany, NewEmployment, NewWorker, Settings};
use key_set::{FileName, Source};
use store::KeyKeeper;
use tempfile::TempDir;
use test_support::{at, organisation_number, person};

/// An issuer and its service on loopback, whose clock stands at `at(0)`.
pub(crate) struct Office {
    pub(crate) folder: TempDir,
    pub(crate) issuer: Arc<Issuer>,
    runtime: Option<tokio::runtime::Runtime>,
}

/// The published files as they lie on disk, after `alter`.
pub(crate) struct Altered<F>(pub(crate) PathBuf, pub(crate) F);

impl<F: FnMut(FileName, Vec<u8>) -> Option<Vec<u8>>> Source for Altered<F> {
    type Error = Infallible;

    fn fetch(&mut self, file: FileName, _limit: u64) -> Result<Option<Vec<u8>>, Infallible> {
        let bytes = std::fs::read(self.0.join(file.to_string())).ok();
        Ok(bytes.and_then(|bytes| (self.1)(file, bytes)))
    }
}

impl Office {
    pub(crate) fn new() -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            service: format!("http://{}", listener.local_addr().unwrap()),
            host: "HMSKORT.EXAMPLE".parse().unwrap(),
            max_age: TimeDelta::days(7),
        };
        let issuer = Issuer::init(&folder.path().join("issuer"), &settings, at(0)).unwrap();
        let issuer = Arc::new(issuer);
        let routes = issuer::router(Arc::clone(&issuer), Arc::new(|| at(0)));
        runtime.spawn(issuer::serve(routes, listener, std::future::pending()));
        Self { folder, issuer, runtime: Some(runtime) }
    }

    /// Cuts the network.
    pub(crate) fn close(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }

    pub(crate) fn company(&self, n: u32, name: &str) -> OrganisationNumber {
        let organisation_number = organisation_number(n);
        let name = name.parse().unwrap();
        self.issuer.add_company(&NewCompany { organisation_number, name }).unwrap();
        organisation_number
    }

    /// The `n`th person, under a name.
    pub(crate) fn worker(&self, n: u64, name: &str) -> Worker {
        let person = person(n);
        let worker = NewWorker {
            name: name.parse().unwrap(),
            national_id: person.national_id.clone(),
            birth_date: person.birth_date,
        };
        let card = self.issuer.add_worker(&worker).unwrap();
        Worker { card, national_id: person.national_id, birth_date: person.birth_date }
    }

    pub(crate) fn employ(
        &self,
        card: CardNumber,
        (company, sub_unit): (OrganisationNumber, OrganisationNumber),
        industry: Industry,
    ) -> EmploymentId {
        let job = NewEmployment { card, company, sub_unit, industry };
        self.issuer.add_employment(&job, at(0)).unwrap()
    }

    pub(crate) fn publish(&self, now: DateTime<Utc>) {
        self.issuer.publish(now).unwrap();
    }

    /// A tablet that has not synced.
    pub(crate) fn tablet(&self) -> Inspector {
        let link = self.issuer.enrol_inspector("Inga", "Arbeidstilsynet", "test", at(0)).unwrap();
        Inspector::enrol(&self.store(), KeyKeeper::File, &link.to_string()).unwrap()
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.folder.path().join("tablet")
    }

    /// The published files, altered.
    pub(crate) fn altered<F: FnMut(FileName, Vec<u8>) -> Option<Vec<u8>>>(
        &self,
        alter: F,
    ) -> Altered<F> {
        Altered(self.issuer.key_set_folder(), alter)
    }
}

pub(crate) struct Worker {
    pub(crate) card: CardNumber,
    pub(crate) national_id: NationalId,
    pub(crate) birth_date: NaiveDate,
}

/// An office with one cleaner, and a tablet that has synced.
pub(crate) fn site() -> (Office, Inspector, Worker) {
    let office = Office::new();
    let company = office.company(1, "Rent Hus AS");
    let worker = office.worker(1, "Ola Nordmann");
    office.employ(worker.card, (company, company), Industry::Cleaning);
    office.publish(at(0));
    let mut tablet = office.tablet();
    sync(&mut tablet, 0);
    (office, tablet, worker)
}

#[track_caller]
pub(crate) fn sync(tablet: &mut Inspector, now: i64) -> SyncResult {
    tablet.sync(at(now), &mut |_| ()).unwrap()
}
