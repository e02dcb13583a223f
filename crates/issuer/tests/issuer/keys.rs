//! Keys for credentials: rotated, withdrawn.

use card::{Reason, Status};
use credential::{KeyId, UnverifiedCredential};
use issuer::{Issuer, IssuerError, NewPublisher};
use key_set::{FileName, Listed, Rejected, SyncError, Synced, Tier, sync};
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

#[test]
fn tablets_follow_new_keys_for_the_key_set_however_many_they_missed() {
    let office = Office::new();
    office.phone("phone");
    office.issuer.publish(at(0)).unwrap();
    let tablets: Vec<_> = (1..=4)
        .map(|n| {
            let tablet = office.held(at(n));
            let new = if n % 2 == 0 { NewPublisher::Instead } else { NewPublisher::Beside };
            office.issuer.rotate_publisher_key(new, at(10 * n)).unwrap();
            tablet
        })
        .collect();
    office.issuer.block(&office.job, Reason::CardSeized, "t", at(50)).unwrap();
    office.issuer.publish(at(50)).unwrap();
    for (set, bundle) in &tablets {
        let synced =
            sync(&bundle.root, Some((set, bundle)), Tier::Inspector, &mut office.files(), at(60));
        let Ok(Synced::Updated(synced)) = synced else { panic!("it follows, but {synced:?}") };
        assert_eq!(synced.0.status(1), Some(Status::Invalid));
        assert!(synced.0.index_file().is_some(), "the list of the index is signed anew too");
        let (_, file, _) = synced.0.index_file().unwrap();
        let index = std::fs::read(office.issuer.key_set_folder().join(file.to_string())).unwrap();
        synced.0.open_index(&index).unwrap();
    }
}

#[test]
fn what_a_stolen_key_for_the_key_set_signed_holds_no_tablet_back_once_it_is_withdrawn() {
    let office = Office::new();
    office.phone("phone");
    office.issuer.publish(at(0)).unwrap();
    let stolen = std::fs::read(office.folder.path().join("keys/publisher.key")).unwrap();
    let stolen = credential::SigningKey::from_seed(&stolen).unwrap();
    // The thief publishes the highest version there is: nothing newer can ever come.
    let mut files = office.files();
    let (set, bundle) = office.held(at(1));
    let file = |file| std::fs::read(office.files().0.join(FileName::to_string(&file))).unwrap();
    let version = set.version();
    let head = key_set::Head {
        version: u64::MAX,
        issued: at(1),
        expires: at(86_400),
        status: Listed::of(version, &file(FileName::Status(version))),
        reasons: Listed::of(version, &file(FileName::Reasons(version))),
        approved: None,
        index: None,
        pack: None,
    };
    std::fs::write(files.0.join("head.cbor"), head.sign(&stolen)).unwrap();
    let forged = sync(&bundle.root, Some((&set, &bundle)), Tier::Inspector, &mut files, at(2));
    let Ok(Synced::Updated(held)) = forged else { panic!("it is signed, but {forged:?}") };
    let held = (&held.0, &held.1);
    let again = |now| sync(&held.1.root, Some(held), Tier::Inspector, &mut office.files(), at(now));
    office.issuer.publish(at(3)).unwrap();
    let stuck = again(4);
    assert!(
        matches!(stuck, Err(SyncError::Rejected(Rejected::RolledBack { .. }))),
        "while it counts: {stuck:?}"
    );
    office.issuer.rotate_publisher_key(NewPublisher::Instead, at(5)).unwrap();
    assert!(matches!(again(6), Ok(Synced::Updated(_))), "{:?}", again(6));
    std::fs::write(office.files().0.join("head.cbor"), head.sign(&stolen)).unwrap();
    let forged = again(7);
    assert!(
        matches!(forged, Err(SyncError::Rejected(Rejected::BadSignature { .. }))),
        "what it signs counts no more: {forged:?}"
    );
}

#[test]
fn a_kill_between_a_root_and_its_keys_is_made_up_for_at_the_next_publication() {
    let office = Office::new();
    let keys = office.folder.path().join("keys");
    let before = std::fs::read(keys.join("publisher.key")).unwrap();
    office.issuer.rotate_publisher_key(NewPublisher::Instead, at(1)).unwrap();
    // As if killed before the key took its place.
    std::fs::rename(keys.join("publisher.key"), keys.join("publisher.key.next")).unwrap();
    std::fs::write(keys.join("publisher.key"), before).unwrap();
    office.issuer.publish(at(2)).unwrap();
    office.key_set_at(at(3));
    assert!(!keys.join("publisher.key.next").exists());
}
