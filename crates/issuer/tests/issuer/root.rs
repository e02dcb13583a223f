//! A root whose key is elsewhere.

use std::path::PathBuf;

use chrono::TimeDelta;
use issuer::{
    Issuer, IssuerError, NewPublisher, RootChanges, RootKeys, Settings, new_root_key, sign_root,
};
use key_set::{Rejected, Root, RootDraft};
use tempfile::TempDir;
use test_support::at;

/// An issuer without the root key, and the machine that has it.
struct Apart {
    here: TempDir,
    there: TempDir,
}

impl Apart {
    fn new() -> (Self, Issuer) {
        Self::with(1, 1)
    }

    /// So many root keys of so many.
    fn with(threshold: usize, of: usize) -> (Self, Issuer) {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let apart = Self { here, there };
        let keys = (0..of).map(|n| new_root_key(&apart.key_of(n)).unwrap()).collect();
        let root_keys = RootKeys { keys, threshold };
        let settings = Settings {
            service: "http://127.0.0.1:1".into(),
            host: "HMSKORT.EXAMPLE".parse().unwrap(),
            max_age: TimeDelta::days(7),
        };
        let issuer = Issuer::init_offline(apart.here.path(), &settings, root_keys, at(0)).unwrap();
        (apart, issuer)
    }

    fn key(&self) -> PathBuf {
        self.key_of(0)
    }

    fn key_of(&self, n: usize) -> PathBuf {
        self.there.path().join(format!("{n}.key"))
    }

    fn sign(&self, draft: &[u8]) -> Vec<u8> {
        self.sign_by(draft, &[0])
    }

    /// From one key to the next.
    fn sign_by(&self, draft: &[u8], keys: &[usize]) -> Vec<u8> {
        keys.iter()
            .fold(draft.to_vec(), |root, n| sign_root(&root, &self.key_of(*n), None).unwrap())
    }

    fn started() -> (Self, Issuer) {
        let (apart, issuer) = Self::new();
        let draft = issuer.draft_root(&RootChanges::default(), at(1)).unwrap();
        issuer.accept_root(&apart.sign(&draft), at(2)).unwrap();
        (apart, issuer)
    }
}

fn new_key() -> RootChanges {
    RootChanges { new_issuer_key: true, ..RootChanges::default() }
}

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
    let draft = issuer.draft_root(&new_key(), at(10)).unwrap();
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
    let old_draft = issuer.draft_root(&new_key(), at(10)).unwrap();
    let draft = issuer.draft_root(&new_key(), at(11)).unwrap();
    let before = issuer.issuer_key_id().unwrap();
    let unlike = issuer.accept_root(&apart.sign(&old_draft), at(12));
    assert!(matches!(unlike, Err(IssuerError::RootUnlikeDraft)), "{unlike:?}");
    let mut other = RootDraft::read(&draft).unwrap();
    other.max_age = TimeDelta::days(300);
    let unlike = issuer.accept_root(&apart.sign(&other.sign(&[])), at(12));
    assert!(matches!(unlike, Err(IssuerError::RootUnlikeDraft)), "{unlike:?}");
    let unsigned = issuer.accept_root(&draft, at(12));
    assert!(matches!(unsigned, Err(IssuerError::KeySet(_))), "{unsigned:?}");
    let stranger = apart.there.path().join("stranger.key");
    new_root_key(&stranger).unwrap();
    let refused = sign_root(&draft, &stranger, None);
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
    let draft = issuer.draft_root(&new_key(), at(1)).unwrap();
    let signed = sign_root(&draft, &away.path().join("root.key"), None).unwrap();
    assert_eq!(issuer.accept_root(&signed, at(2)).unwrap().version(), 2);
}

#[track_caller]
fn too_few(answer: Result<Root, IssuerError>) -> (usize, usize) {
    match answer {
        Err(IssuerError::KeySet(Rejected::TooFewSignatures { have, need, .. })) => (have, need),
        other => panic!("too few have signed, but {other:?}"),
    }
}

#[test]
fn with_two_of_three_root_keys_one_signature_is_none_and_the_same_twice_is_one() {
    let (apart, issuer) = Apart::with(2, 3);
    let draft = issuer.draft_root(&RootChanges::default(), at(1)).unwrap();
    assert_eq!(too_few(issuer.accept_root(&apart.sign_by(&draft, &[0]), at(2))), (1, 2));
    assert_eq!(too_few(issuer.accept_root(&apart.sign_by(&draft, &[1, 1]), at(2))), (1, 2));
    assert!(matches!(issuer.root(), Err(IssuerError::RootUnsigned)), "nothing is out");
    let first = issuer.accept_root(&apart.sign_by(&draft, &[2, 0]), at(2)).unwrap();

    let draft = issuer.draft_root(&new_key(), at(3)).unwrap();
    let one = apart.sign_by(&draft, &[1]);
    assert_eq!(too_few(issuer.accept_root(&one, at(4))), (1, 2));
    assert!(matches!(first.rotate(&one), Err(Rejected::TooFewSignatures { .. })), "nor by devices");
    let two = apart.sign_by(&one, &[2]);
    first.rotate(&two).unwrap();
    assert_eq!(issuer.accept_root(&two, at(4)).unwrap().version(), 2);
}

#[test]
fn a_root_key_is_replaced_by_a_root_that_enough_of_the_old_and_of_the_new_have_signed() {
    let (apart, issuer) = Apart::with(1, 1);
    let draft = issuer.draft_root(&RootChanges::default(), at(1)).unwrap();
    let first = issuer.accept_root(&apart.sign(&draft), at(2)).unwrap();
    let [one, two] = [1, 2].map(|n| new_root_key(&apart.key_of(n)).unwrap());
    let changes = |threshold| RootChanges {
        add_root_keys: vec![one.clone(), two.clone()],
        remove_root_keys: vec![credential::KeyId::of(&first.root_keys()[0])],
        threshold: Some(threshold),
        ..RootChanges::default()
    };
    for impossible in [0, 3] {
        assert!(issuer.draft_root(&changes(impossible), at(3)).is_err(), "{impossible} of two");
    }
    let draft = issuer.draft_root(&changes(2), at(3)).unwrap();
    let refused = sign_root(&draft, &apart.key(), None);
    assert!(matches!(refused, Err(IssuerError::NotARootKey)), "the draft takes it away");
    let by_new = apart.sign_by(&draft, &[1, 2]);
    assert_eq!(too_few(issuer.accept_root(&by_new, at(4))), (0, 1), "the old key says nothing");
    let by_old = sign_root(&draft, &apart.key(), Some(&first)).unwrap();
    assert_eq!(too_few(issuer.accept_root(&apart.sign_by(&by_old, &[1]), at(4))), (1, 2));
    let root = issuer.accept_root(&apart.sign_by(&by_old, &[1, 2]), at(4)).unwrap();
    assert_eq!((root.version(), root.root_keys().len()), (2, 2));
    // The key that is gone signs nothing any more.
    let draft = issuer.draft_root(&new_key(), at(5)).unwrap();
    assert!(matches!(sign_root(&draft, &apart.key(), None), Err(IssuerError::NotARootKey)));
    issuer.accept_root(&apart.sign_by(&draft, &[1, 2]), at(6)).unwrap();
}

#[test]
fn a_new_key_for_the_key_set_signs_it_once_the_root_that_names_it_is_back() {
    let (apart, issuer) = Apart::started();
    let signer = || credential::KeyId::of(&issuer.root().unwrap().publisher_keys()[0]);
    let changes = |new| RootChanges { publisher: Some(new), ..RootChanges::default() };
    let before = signer();
    let draft = issuer.draft_root(&changes(NewPublisher::Beside), at(10)).unwrap();
    issuer.publish(at(11)).unwrap();
    let root = issuer.accept_root(&apart.sign(&draft), at(12)).unwrap();
    assert_eq!(root.publisher_keys().len(), 2, "the one before counts until the next");
    assert_ne!(signer(), before);
    let draft = issuer.draft_root(&changes(NewPublisher::Instead), at(20)).unwrap();
    assert_eq!(issuer.accept_root(&apart.sign(&draft), at(21)).unwrap().publisher_keys().len(), 1);
}
