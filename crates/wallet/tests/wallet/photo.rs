//! The photo comes to the phone with the card, or later, and never stands in its way.

use chrono::Utc;
use wallet::{Refreshed, Wallet};

use crate::office::Office;

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
