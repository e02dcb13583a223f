//! The photo comes to the phone with the card, or later, and never stands in its way.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::Arc;

use card::{CardNumber, Industry};
use chrono::{TimeDelta, Utc};
use issuer::{Issuer, NewCompany, NewEmployment, NewWorker, Settings};
use store::KeyKeeper;
use tempfile::TempDir;
use wallet::{Refreshed, Wallet};

/// An issuer and its service on loopback.
struct Office {
    folder: TempDir,
    issuer: Arc<Issuer>,
    card: CardNumber,
    _runtime: tokio::runtime::Runtime,
}

impl Office {
    fn new() -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            service: format!("http://{}", listener.local_addr().unwrap()),
            host: "HMSKORT.EXAMPLE".parse().unwrap(),
            max_age: TimeDelta::days(7),
        };
        let issuer = Issuer::init(&folder.path().join("issuer"), &settings, Utc::now()).unwrap();
        let company = test_support::organisation_number(1);
        let name = test_support::company_name(1);
        issuer.add_company(&NewCompany { organisation_number: company, name }).unwrap();
        let test_support::Person { name, national_id, birth_date } = test_support::person(1);
        let card = issuer.add_worker(&NewWorker { name, national_id, birth_date }).unwrap();
        let industry = Industry::Cleaning;
        let job = NewEmployment { card, company, sub_unit: company, industry };
        issuer.add_employment(&job, Utc::now()).unwrap();
        let issuer = Arc::new(issuer);
        let served = Arc::clone(&issuer);
        let stop = std::future::pending();
        runtime.spawn(issuer::serve(issuer::router(served, Arc::new(Utc::now)), listener, stop));
        Self { folder, issuer, card, _runtime: runtime }
    }

    fn set_photo(&self, shade: u8) {
        let picture = image::GrayImage::from_pixel(150, 200, image::Luma([shade]));
        let mut file = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut file, image::ImageFormat::Png).unwrap();
        self.issuer.set_photo(self.card, file.get_ref(), "test", Utc::now()).unwrap();
    }

    fn enrol(&self) -> Wallet {
        let link = self.issuer.issue_activation(self.card, "test", Utc::now()).unwrap();
        let store = self.folder.path().join("phone");
        Wallet::enrol(&store, KeyKeeper::File, &link.to_string(), Utc::now()).unwrap()
    }

    fn database(&self, statement: &str) {
        let path = self.folder.path().join("issuer/issuer.db");
        rusqlite::Connection::open(path).unwrap().execute(statement, []).unwrap();
    }
}

fn has_photo(wallet: &Wallet) -> bool {
    wallet.overview(Utc::now()).employments[0].has_photo
}

#[test]
fn a_photo_comes_with_the_card_and_stays_without_network() {
    let office = Office::new();
    office.set_photo(40);
    let photo = office.enrol().photo().unwrap().to_vec();
    let Office { folder, .. } = office;
    let wallet = Wallet::open(&folder.path().join("phone")).unwrap();
    assert_eq!(wallet.photo(), Some(photo.as_slice()));
    assert!(has_photo(&wallet));
}

#[test]
fn a_new_photo_comes_with_the_refresh() {
    let office = Office::new();
    let mut wallet = office.enrol();
    assert_eq!((wallet.photo(), has_photo(&wallet)), (None, false));
    office.set_photo(40);
    assert_eq!(wallet.refresh(Utc::now()).unwrap(), Refreshed::Updated);
    let first = wallet.photo().unwrap().to_vec();
    office.set_photo(200);
    assert_eq!(wallet.refresh(Utc::now()).unwrap(), Refreshed::Updated);
    assert_ne!(wallet.photo().unwrap(), first);
    assert_eq!(wallet.refresh(Utc::now()).unwrap(), Refreshed::Unmodified);
}

#[test]
fn a_photo_with_another_digest_is_not_taken_and_the_card_is() {
    let office = Office::new();
    office.set_photo(40);
    office.database("UPDATE photo SET file = X'FFD8FFE0'");
    let wallet = office.enrol();
    assert_eq!((wallet.photo(), has_photo(&wallet)), (None, false));
}

#[test]
fn a_photo_that_did_not_come_is_asked_for_again() {
    let office = Office::new();
    office.set_photo(40);
    office.database("CREATE TABLE aside AS SELECT file FROM photo");
    office.database("UPDATE photo SET file = X''");
    let mut wallet = office.enrol();
    assert_eq!(wallet.photo(), None);
    office.database("UPDATE photo SET file = (SELECT file FROM aside)");
    assert_eq!(wallet.refresh(Utc::now()).unwrap(), Refreshed::Updated);
    assert!(has_photo(&wallet));
}
