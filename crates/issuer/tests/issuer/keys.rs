//! Keys for credentials: rotated, withdrawn.

use credential::{KeyId, UnverifiedCredential};
use issuer::{Issuer, IssuerError};
use test_support::at;

use crate::office::{Office, Phone};

/// The key that signed a phone's credential, after a refresh.
fn signed_by(office: &Office, phone: &Phone) -> KeyId {
    let state = phone.refresh(office, at(0)).unwrap();
    UnverifiedCredential::from_cose(&state.employments[0].credential.0).unwrap().key_id()
}

#[test]
fn after_a_rotation_the_old_key_is_trusted_and_the_new_one_signs() {
    let office = Office::new();
    let phone = office.phone("phone");
    let old = signed_by(&office, &phone);
    let new = office.issuer.rotate_issuer_key(at(1)).unwrap();
    assert_eq!(signed_by(&office, &phone), new);
    assert!(office.issuer.root().unwrap().issuer_key(old).unwrap().withdrawn.is_none());
}

#[test]
fn a_withdrawn_key_in_use_has_its_place_taken_by_a_new_one() {
    let office = Office::new();
    let phone = office.phone("phone");
    let old = signed_by(&office, &phone);
    office.issuer.withdraw_issuer_key(old, at(5)).unwrap();
    assert_ne!(signed_by(&office, &phone), old);
    office.issuer.publish(at(6)).unwrap();
    let set = office.key_set();
    let withdrawn = |id| set.issuer_keys().iter().find(|key| key.id() == id).unwrap().withdrawn;
    assert_eq!(withdrawn(old), Some(at(5)), "devices that sync know");
    assert_eq!(withdrawn(signed_by(&office, &phone)), None);
}

#[test]
fn a_key_that_is_no_longer_in_use_is_withdrawn_and_the_one_in_use_stays() {
    let office = Office::new();
    let old = office.issuer.issuer_key_id().unwrap();
    let new = office.issuer.rotate_issuer_key(at(1)).unwrap();
    office.issuer.withdraw_issuer_key(old, at(2)).unwrap();
    assert_eq!(office.issuer.issuer_key_id().unwrap(), new);
}

#[test]
fn a_service_that_runs_already_signs_with_the_new_key() {
    let office = Office::new();
    let phone = office.phone("phone");
    let old = signed_by(&office, &phone);
    let beside = Issuer::open(office.folder.path()).unwrap();
    beside.withdraw_issuer_key(old, at(1)).unwrap();
    assert_ne!(signed_by(&office, &phone), old, "the first process, still open");
}

#[test]
fn what_is_no_key_and_what_is_withdrawn_already_says_so() {
    let office = Office::new();
    let key = office.issuer.issuer_key_id().unwrap();
    let [high, low] = *key.as_bytes();
    let other = KeyId::from([high, low ^ 1]);
    let answer = office.issuer.withdraw_issuer_key(other, at(1));
    assert!(matches!(answer, Err(IssuerError::NotFound(_))), "{answer:?}");
    office.issuer.withdraw_issuer_key(key, at(1)).unwrap();
    let before = office.issuer.root().unwrap().version();
    let answer = office.issuer.withdraw_issuer_key(key, at(2));
    assert!(matches!(answer, Err(IssuerError::Conflict(_))), "{answer:?}");
    assert_eq!(office.issuer.root().unwrap().version(), before, "and publishes no root");
}

#[test]
fn a_root_with_more_keys_than_devices_take_is_never_published() {
    let office = Office::new();
    let last = (1..).find(|n| office.issuer.rotate_issuer_key(at(*n)).is_err()).unwrap();
    assert_eq!(last, 64);
    let root = office.issuer.root().unwrap();
    assert_eq!((root.version(), root.issuer_keys().len()), (64, 64));
}
