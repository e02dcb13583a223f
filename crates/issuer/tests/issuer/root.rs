//! A root whose key is elsewhere.

use std::path::PathBuf;

use chrono::TimeDelta;
use issuer::{Issuer, IssuerError, RootChanges, Settings, new_root_key, sign_root};
use key_set::RootDraft;
use tempfile::TempDir;
use test_support::at;

/// An issuer without the root key, and the machine that has it.
struct Apart {
    here: TempDir,
    there: TempDir,
}

impl Apart {
    fn new() -> (Self, Issuer) {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let apart = Self { here, there };
        let root_key = new_root_key(&apart.key()).unwrap();
        let settings = Settings {
            service: "http://127.0.0.1:1".into(),
            host: "HMSKORT.EXAMPLE".parse().unwrap(),
            max_age: TimeDelta::days(7),
        };
        let issuer = Issuer::init_offline(apart.here.path(), &settings, root_key, at(0)).unwrap();
        (apart, issuer)
    }

    fn key(&self) -> PathBuf {
        self.there.path().join("root.key")
    }

    fn sign(&self, draft: &[u8]) -> Vec<u8> {
        sign_root(&RootDraft::read(draft).unwrap(), &self.key()).unwrap()
    }

    fn started() -> (Self, Issuer) {
        let (apart, issuer) = Self::new();
        let draft = issuer.draft_root(&RootChanges::default(), at(1)).unwrap();
        issuer.accept_root(&apart.sign(&draft), at(2)).unwrap();
        (apart, issuer)
    }
}

const NEW_KEY: RootChanges = RootChanges { new_issuer_key: true, withdraw: None };

#[test]
fn nothing_goes_out_before_the_first_root_is_signed_and_then_all_does() {
    let (apart, issuer) = Apart::new();
    assert!(matches!(issuer.publish(at(1)), Err(IssuerError::RootUnsigned)));
    assert!(matches!(issuer.root(), Err(IssuerError::RootUnsigned)));
    let draft = issuer.draft_root(&RootChanges::default(), at(1)).unwrap();
    let root = issuer.accept_root(&apart.sign(&draft), at(2)).unwrap();
    assert_eq!(root.version(), 1);
    assert!(issuer.key_set_folder().join("head.cbor").exists());
    assert!(!apart.here.path().join("keys/root.key").exists());
    Issuer::open(apart.here.path()).unwrap().publish(at(3)).unwrap();
}

#[test]
fn a_new_key_signs_once_the_root_that_names_it_is_back() {
    let (apart, issuer) = Apart::started();
    let old = issuer.issuer_key_id().unwrap();
    let draft = issuer.draft_root(&NEW_KEY, at(10)).unwrap();
    assert_eq!(issuer.issuer_key_id().unwrap(), old, "not yet");
    let root = issuer.accept_root(&apart.sign(&draft), at(11)).unwrap();
    let new = issuer.issuer_key_id().unwrap();
    assert!(new != old && root.issuer_key(new).is_some() && root.issuer_key(old).is_some());
    assert_eq!((root.version(), issuer.root().unwrap().version()), (2, 2));
}

#[test]
fn withdrawing_the_key_in_use_brings_another_with_the_same_root() {
    let (apart, issuer) = Apart::started();
    let old = issuer.issuer_key_id().unwrap();
    let withdraw = RootChanges { withdraw: Some(old), ..RootChanges::default() };
    let draft = issuer.draft_root(&withdraw, at(10)).unwrap();
    let root = issuer.accept_root(&apart.sign(&draft), at(11)).unwrap();
    assert_eq!(root.issuer_key(old).unwrap().withdrawn, Some(at(10)));
    assert_ne!(issuer.issuer_key_id().unwrap(), old);
    assert!(matches!(issuer.draft_root(&withdraw, at(12)), Err(IssuerError::Conflict(_))));
}

#[test]
fn a_root_that_is_not_what_was_asked_for_changes_nothing() {
    let (apart, issuer) = Apart::started();
    let old_draft = issuer.draft_root(&NEW_KEY, at(10)).unwrap();
    let draft = issuer.draft_root(&NEW_KEY, at(11)).unwrap();
    let before = issuer.issuer_key_id().unwrap();
    let unlike = issuer.accept_root(&apart.sign(&old_draft), at(12));
    assert!(matches!(unlike, Err(IssuerError::RootUnlikeDraft)), "{unlike:?}");
    let mut other = RootDraft::read(&draft).unwrap();
    other.max_age = TimeDelta::days(300);
    let unlike = issuer.accept_root(&sign_root(&other, &apart.key()).unwrap(), at(12));
    assert!(matches!(unlike, Err(IssuerError::RootUnlikeDraft)), "{unlike:?}");
    let unsigned = issuer.accept_root(&draft, at(12));
    assert!(matches!(unsigned, Err(IssuerError::KeySet(_))), "{unsigned:?}");
    let stranger = apart.there.path().join("stranger.key");
    new_root_key(&stranger).unwrap();
    let refused = sign_root(&RootDraft::read(&draft).unwrap(), &stranger);
    assert!(matches!(refused, Err(IssuerError::NotARootKey)), "{refused:?}");
    assert!(issuer.accept_root(b"nothing", at(12)).is_err());
    assert_eq!((issuer.issuer_key_id().unwrap(), issuer.root().unwrap().version()), (before, 1));
    issuer.accept_root(&apart.sign(&draft), at(13)).unwrap();
    let again = issuer.accept_root(&apart.sign(&draft), at(14));
    assert!(matches!(again, Err(IssuerError::NotFound(_))), "{again:?}");
}

#[test]
fn what_needs_the_root_key_says_where_to_go() {
    let (_apart, issuer) = Apart::started();
    assert!(matches!(issuer.rotate_issuer_key(at(10)), Err(IssuerError::RootElsewhere)));
    let key = issuer.issuer_key_id().unwrap();
    assert!(matches!(issuer.withdraw_issuer_key(key, at(10)), Err(IssuerError::RootElsewhere)));
    assert_eq!(issuer.issuer_key_id().unwrap(), key);
}

#[test]
fn a_root_key_can_be_taken_away_later_and_is_never_overwritten() {
    let office = crate::office::Office::new();
    let key = office.folder.path().join("keys/root.key");
    assert!(matches!(new_root_key(&key), Err(IssuerError::Io(_))));
    let away = tempfile::tempdir().unwrap();
    std::fs::rename(&key, away.path().join("root.key")).unwrap();
    let issuer = Issuer::open(office.folder.path()).unwrap();
    let draft = issuer.draft_root(&NEW_KEY, at(1)).unwrap();
    let signed =
        sign_root(&RootDraft::read(&draft).unwrap(), &away.path().join("root.key")).unwrap();
    assert_eq!(issuer.accept_root(&signed, at(2)).unwrap().version(), 2);
}
