//! An office with one worker, and the worker's phone.

use std::path::PathBuf;
use std::sync::Arc;

use card::{CardNumber, EmploymentId, Industry};
use chrono::{DateTime, TimeDelta, Utc};
use issuer::{Issuer, NewCompany, NewEmployment, NewWorker, Settings};
use store::KeyKeeper;
use tempfile::TempDir;
use wallet::Wallet;

/// An issuer and its service on loopback.
pub(crate) struct Office {
    pub(crate) folder: TempDir,
    pub(crate) issuer: Arc<Issuer>,
    pub(crate) card: CardNumber,
    _runtime: tokio::runtime::Runtime,
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
        let issuer = Issuer::init(&folder.path().join("issuer"), &settings, Utc::now()).unwrap();
        let test_support::Person { name, national_id, birth_date } = test_support::person(1);
        let card = issuer.add_worker(&NewWorker { name, national_id, birth_date }).unwrap();
        let issuer = Arc::new(issuer);
        let served = Arc::clone(&issuer);
        let stop = std::future::pending();
        runtime.spawn(issuer::serve(issuer::router(served, Arc::new(Utc::now)), listener, stop));
        let office = Self { folder, issuer, card, _runtime: runtime };
        office.employ(1, Industry::Cleaning, Utc::now());
        office
    }

    pub(crate) fn set_photo(&self, shade: u8) {
        let picture = image::GrayImage::from_pixel(150, 200, image::Luma([shade]));
        let mut file = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut file, image::ImageFormat::Png).unwrap();
        self.issuer.set_photo(self.card, file.get_ref(), "test", Utc::now()).unwrap();
    }

    pub(crate) fn enrol(&self) -> Wallet {
        let link = self
            .issuer
            .issue_activation(self.card, wire::IdDocument::Passport, "test", Utc::now())
            .unwrap();
        Wallet::enrol(&self.phone(), KeyKeeper::File, &link.to_string(), Utc::now()).unwrap()
    }

    pub(crate) fn phone(&self) -> PathBuf {
        self.folder.path().join("phone")
    }

    /// Another employment on the card.
    pub(crate) fn employ(
        &self,
        company: u32,
        industry: Industry,
        from: DateTime<Utc>,
    ) -> EmploymentId {
        let organisation_number = test_support::organisation_number(company);
        let name = test_support::company_name(company.into());
        self.issuer.add_company(&NewCompany { organisation_number, name }).unwrap();
        let (card, company) = (self.card, organisation_number);
        let job = NewEmployment { card, company, sub_unit: company, industry };
        self.issuer.add_employment(&job, from).unwrap()
    }

    /// A phone with two employments: the one that is shown first, and the other.
    pub(crate) fn enrol_with_two(&self) -> (Wallet, EmploymentId, EmploymentId) {
        self.employ(2, Industry::Construction, Utc::now());
        let wallet = self.enrol();
        let first = wallet.first_employment().unwrap();
        let all = wallet.overview(Utc::now()).employments;
        let other = all.into_iter().map(|one| one.id).find(|id| *id != first).unwrap();
        (wallet, first, other)
    }

    pub(crate) fn database(&self, statement: &str) {
        let path = self.folder.path().join("issuer/issuer.db");
        rusqlite::Connection::open(path).unwrap().execute(statement, []).unwrap();
    }
}
