//! What a network, or somebody with an old or foreign key, may offer as a key set, and what
//! becomes of it: each attack its own refusal, and what was held stays.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use card::{Cause, Reason, Status};
use key_set::{
    Bundle, FileName, Fingerprint, KeySet, Rejected, Root, Source, SyncError, Synced, Tier, sync,
};
use test_support::{Files, World, at, key};

/// A device that has the second publication.
fn held() -> (World, KeySet, Bundle) {
    let world = World { version: 2, ..World::default() };
    let (set, bundle) = world.synced(at(100), Tier::Inspector);
    (world, set, bundle)
}

fn third() -> World {
    World { version: 3, cards: 200, ..World::default() }
}

fn offer(
    held: (&KeySet, &Bundle),
    mut files: Files,
    now: i64,
) -> Result<Synced, SyncError<std::convert::Infallible>> {
    sync(&held.1.root, Some(held), Tier::Inspector, &mut files, at(now))
}

#[track_caller]
fn refused(held: (&KeySet, &Bundle), files: Files, now: i64) -> Rejected {
    match offer(held, files, now) {
        Err(SyncError::Rejected(rejected)) => rejected,
        other => panic!("not refused, but {other:?}"),
    }
}

#[test]
fn a_newer_publication_is_taken_and_the_same_again_changes_nothing() {
    let (_, set, bundle) = held();
    let blocked = (7, Cause { reason: Reason::CardSeized, since: Some(at(150)) });
    let next = World { causes: vec![blocked], ..third() };
    let Ok(Synced::Updated(synced)) = offer((&set, &bundle), next.publish(at(200)), 210) else {
        panic!("a newer publication is taken");
    };
    let (set, bundle) = *synced;
    assert_eq!((set.version(), set.status(7)), (3, Some(Status::Invalid)));
    assert_eq!(set.causes(7), [blocked.1]);
    let again = offer((&set, &bundle), next.publish(at(200)), 220);
    assert!(matches!(again, Ok(Synced::Unmodified)));
}

#[test]
fn an_older_publication_is_a_rollback() {
    let (_, set, bundle) = held();
    let old = World { version: 1, ..World::default() }.publish(at(150));
    let rolled_back = Rejected::RolledBack { file: FileName::Head, held: 2, offered: 1 };
    assert_eq!(refused((&set, &bundle), old, 160), rolled_back);
}

#[test]
fn two_publications_of_one_version_are_equivocation() {
    let (world, set, bundle) = held();
    let other = world.publish(at(101));
    assert_eq!(refused((&set, &bundle), other, 160), Rejected::Equivocation { version: 2 });
}

#[test]
fn a_publication_that_never_changes_is_a_freeze() {
    let (_, set, bundle) = held();
    let day = 86_400;
    let frozen = Rejected::Frozen { at: at(200 + 7 * day) };
    assert_eq!(refused((&set, &bundle), third().publish(at(200)), 200 + 8 * day), frozen);
}

#[test]
fn a_publication_from_the_future_is_refused_beyond_a_minute() {
    let (_, set, bundle) = held();
    let future = Rejected::FromTheFuture { signed_at: at(1_061) };
    assert_eq!(refused((&set, &bundle), third().publish(at(1_061)), 1_000), future);
    assert!(offer((&set, &bundle), third().publish(at(1_060)), 1_000).is_ok());
}

#[test]
fn files_of_different_days_do_not_mix() {
    let (_, set, bundle) = held();
    let files = third().publish(at(200));
    let blocked = (7, Cause { reason: Reason::CardSeized, since: None });
    let other = World { causes: vec![blocked], ..third() }.publish(at(200));
    for file in [FileName::Status(3), FileName::Reasons(3)] {
        let mut mixed = files.clone();
        mixed.0.insert(file, other.0[&file].clone());
        assert_eq!(refused((&set, &bundle), mixed, 210), Rejected::OtherFile { file });
    }
}

#[test]
fn a_missing_file_is_named() {
    let (_, set, bundle) = held();
    let mut files = third().publish(at(200));
    files.0.remove(&FileName::Status(3));
    let missing = Rejected::Missing { file: FileName::Status(3) };
    assert_eq!(refused((&set, &bundle), files, 210), missing);
}

#[test]
fn a_head_of_another_publisher_is_refused() {
    let (_, set, bundle) = held();
    let mut files = third().publish(at(200));
    let forged = key_set::Head {
        version: 3,
        issued: at(200),
        expires: at(90_000),
        status: key_set::Listed::of(3, &files.0[&FileName::Status(3)]),
        reasons: key_set::Listed::of(3, &files.0[&FileName::Reasons(3)]),
        approved: None,
        index: None,
        pack: None,
    };
    files.0.insert(FileName::Head, forged.sign(&key("forger")));
    let bad = Rejected::BadSignature { file: FileName::Head };
    assert_eq!(refused((&set, &bundle), files, 210), bad);
}

#[test]
fn no_file_is_accepted_with_any_bit_flipped() {
    let (_, set, bundle) = held();
    let files = third().publish(at(200));
    for file in [FileName::Head, FileName::Status(3), FileName::Reasons(3)] {
        for bit in 0..files.0[&file].len() * 8 {
            let mut flipped = files.clone();
            flipped.0.get_mut(&file).unwrap()[bit / 8] ^= 1 << (bit % 8);
            refused((&set, &bundle), flipped, 210);
        }
    }
}

#[test]
fn no_file_is_accepted_cut_off_anywhere() {
    let (_, set, bundle) = held();
    let files = third().publish(at(200));
    for file in [FileName::Head, FileName::Status(3), FileName::Reasons(3)] {
        for length in 0..files.0[&file].len() {
            let mut cut = files.clone();
            cut.0.get_mut(&file).unwrap().truncate(length);
            refused((&set, &bundle), cut, 210);
        }
    }
}

#[test]
fn no_root_is_accepted_with_any_bit_flipped() {
    let root = World::default().root_file();
    for bit in 0..root.len() * 8 {
        let mut flipped = root.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(Root::held(&flipped).is_err(), "bit {bit}");
    }
}

#[test]
fn a_root_is_pinned_by_its_fingerprint() {
    let root = World::default().root_file();
    assert!(Root::pinned(&root, &Fingerprint::of(&root)).is_ok());
    let other = Root::pinned(&root, &Fingerprint::of(b"another"));
    assert_eq!(other.unwrap_err(), Rejected::WrongFingerprint);
}

#[test]
fn a_root_rotates_by_old_and_new_keys_together_and_by_neither_alone() {
    let old = Root::held(&World::default().root_file()).unwrap();
    let mut draft = old.draft();
    draft.version = 2;
    draft.root_keys = vec![key("next root").public_key()];
    let (old_key, new_key) = (key("root"), key("next root"));
    assert_eq!(old.rotate(&draft.sign(&[&old_key, &new_key])).unwrap().version(), 2);
    let few = Rejected::TooFewSignatures { version: 2, have: 0, need: 1 };
    assert_eq!(old.rotate(&draft.sign(&[&old_key])).unwrap_err(), few);
    assert_eq!(old.rotate(&draft.sign(&[&new_key])).unwrap_err(), few);
    draft.version = 3;
    let skipped = Rejected::RootOutOfOrder { expected: 2, found: 3 };
    assert_eq!(old.rotate(&draft.sign(&[&old_key, &new_key])).unwrap_err(), skipped);
}

#[test]
fn a_threshold_of_two_counts_keys_and_not_signatures() {
    let mut world = World::default();
    world.root.root_keys = ["a", "b", "c"].map(|name| key(name).public_key()).to_vec();
    world.root.threshold = 2;
    let (a, b) = (key("a"), key("b"));
    assert!(Root::held(&world.root.sign(&[&a, &b])).is_ok());
    let few = Rejected::TooFewSignatures { version: 1, have: 1, need: 2 };
    assert_eq!(Root::held(&world.root.sign(&[&a, &a])).unwrap_err(), few);
    world.root.root_keys = vec![a.public_key(), a.public_key()];
    let twice = Root::held(&world.root.sign(&[&a])).unwrap_err();
    assert!(matches!(twice, Rejected::Malformed { what: "threshold", .. }), "{twice:?}");
}

#[test]
fn an_expired_root_brings_nothing() {
    let (world, set, bundle) = held();
    let expired = Rejected::RootExpired { at: world.root.expires };
    let after = (world.root.expires - at(0)).num_seconds();
    assert_eq!(refused((&set, &bundle), world.publish(at(100)), after), expired);
}

#[test]
fn a_withdrawn_key_arrives_with_the_next_root() {
    let (mut world, set, bundle) = held();
    world.root.version = 2;
    world.root.issuer_keys[0].withdrawn = Some(at(150));
    world.version = 3;
    let Ok(Synced::Updated(synced)) = offer((&set, &bundle), world.publish(at(200)), 210) else {
        panic!("the next root is taken");
    };
    assert_eq!(synced.0.issuer_keys()[0].withdrawn, Some(at(150)));
    // What was stored opens again, and so does what had been before.
    assert_eq!(KeySet::open(&synced.1).unwrap().version(), 3);
    assert_eq!(KeySet::open(&bundle).unwrap().version(), 2);
}

#[test]
fn the_public_tier_never_asks_for_reasons() {
    struct Watched(Files, Vec<FileName>);
    impl Source for Watched {
        type Error = std::convert::Infallible;
        fn fetch(&mut self, file: FileName, limit: u64) -> Result<Option<Vec<u8>>, Self::Error> {
            self.1.push(file);
            self.0.fetch(file, limit)
        }
    }
    let world = World::default();
    let mut source = Watched(world.publish(at(0)), Vec::new());
    assert!(sync(&world.root_file(), None, Tier::Public, &mut source, at(10)).is_ok());
    assert!(source.1.iter().all(|file| !file.is_for_inspectors()), "{:?}", source.1);
}
