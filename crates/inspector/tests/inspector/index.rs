//! The index as a sync brings it: attacks, interruptions, and what is held after them.

use card::Industry;
use inspector::{FetchError, Hit, Index, Inspector, InspectorError, SyncResult};
use issuer::Snapshot;
use key_set::{FileName, KeySet, Rejected, SyncError, Synced, Tier};
use store::{KeyKeeper, Store};
use test_support::at;

use crate::office::{Office, sync};

const DAY: i64 = 86_400;

/// So many workers at one company that a snapshot has several parts.
const MANY: u64 = 400;

fn office() -> Office {
    let office = Office::new();
    let company = office.company(1, "Rent Hus AS");
    for n in 0..MANY {
        let worker = office.worker(n, &format!("Ola {n} Nordmann"));
        office.employ(worker.card, (company, company), Industry::Cleaning);
    }
    office.issuer.publish_with(Snapshot::WhenItIsTime, at(8 * DAY)).unwrap();
    office
}

/// The key set as it is published, and an empty index.
fn offered(office: &Office, now: i64) -> KeySet {
    let root = std::fs::read(office.issuer.key_set_folder().join("root/1.cbor")).unwrap();
    let mut files = office.altered(|_, bytes| Some(bytes));
    match key_set::sync(&root, None, Tier::Inspector, &mut files, at(now)) {
        Ok(Synced::Updated(synced)) => synced.0,
        Err(SyncError::Rejected(rejected)) => panic!("{rejected}"),
        other => panic!("{other:?}"),
    }
}

/// Whether one of those who were there from the start is found.
fn has_ola(tablet: &Inspector, now: i64) -> bool {
    let found = tablet.find("Ola 7 Nordmann", at(now)).unwrap();
    matches!(found.hits.first(), Some(Hit::Person { name, .. }) if name.as_str() == "Ola 7 Nordmann")
}

struct Empty(tempfile::TempDir);

impl Empty {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Store::create(folder.path(), KeyKeeper::File, &[]).unwrap();
        Self(folder)
    }

    fn index(&self) -> Index {
        Index::open(&Store::open(self.0.path(), &[]).unwrap()).unwrap()
    }
}

#[track_caller]
fn refused(
    index: &mut Index,
    office: &Office,
    now: i64,
    alter: impl FnMut(FileName, Vec<u8>) -> Option<Vec<u8>>,
) -> Rejected {
    let held = index.held();
    let set = offered(office, now);
    let result = index.fetch(&set, &mut office.altered(alter), &mut |_| ());
    assert_eq!(index.held(), held, "what was held stays");
    match result {
        Err(FetchError::Rejected(rejected)) => rejected,
        other => panic!("not refused, but {other:?}"),
    }
}

#[test]
fn a_sync_brings_the_index_and_the_next_one_only_what_changed() {
    let office = office();
    let mut tablet = office.tablet();
    let mut steps = Vec::new();
    let now = at(8 * DAY);
    tablet.sync(now, &mut |progress| steps.push((progress.file, progress.done))).unwrap();
    assert!(steps.iter().any(|(file, _)| file == "index"), "{steps:?}");
    assert_eq!(steps.last().unwrap(), &("index/apply".to_owned(), MANY));
    let view = tablet.overview(now).index.unwrap();
    assert_eq!((u64::from(view.cards), view.issued_at), (MANY, now.timestamp_millis()));
    assert_eq!(sync(&mut tablet, 8 * DAY), SyncResult::Unmodified);

    office.worker(MANY + 1, "Kari Nordmann");
    office.publish(at(9 * DAY));
    let mut bytes = 0;
    let tell = &mut |progress: inspector::Progress| {
        if progress.file == "index" {
            bytes = progress.done;
        }
    };
    assert_eq!(tablet.sync(at(9 * DAY), tell).unwrap(), SyncResult::Updated);
    assert!(bytes < 500, "{bytes} bytes for one card");
    assert_eq!(u64::from(tablet.overview(at(9 * DAY)).index.unwrap().cards), MANY + 1);
}

#[test]
fn a_tablet_that_was_off_for_three_weeks_takes_the_snapshot_and_misses_nothing() {
    let office = office();
    let mut tablet = office.tablet();
    sync(&mut tablet, 8 * DAY);
    for day in 9..30_i64 {
        office.worker(MANY + day.cast_unsigned(), &format!("Kari Dag {day}"));
        office.publish(at(day * DAY));
    }
    assert_eq!(sync(&mut tablet, 29 * DAY), SyncResult::Updated);
    assert_eq!(u64::from(tablet.overview(at(29 * DAY)).index.unwrap().cards), MANY + 21);
    for day in 9..30_i64 {
        let found = tablet.find(&format!("kari dag {day}"), at(29 * DAY)).unwrap();
        assert_eq!(found.hits.len(), 1, "the card of day {day}");
    }
}

#[test]
fn files_that_are_altered_cut_swapped_or_missing_are_refused_and_nothing_is_lost() {
    let office = office();
    let store = Empty::new();
    let mut index = store.index();
    let now = 8 * DAY;
    assert!(matches!(
        refused(&mut index, &office, now, |file, mut bytes| {
            if matches!(file, FileName::IndexPart { .. }) {
                *bytes.last_mut().unwrap() ^= 1;
            }
            Some(bytes)
        }),
        Rejected::OtherFile { file: FileName::IndexPart { .. } }
    ));
    assert!(matches!(
        refused(&mut index, &office, now, |file, mut bytes| {
            if matches!(file, FileName::Index(_)) {
                bytes.truncate(bytes.len() / 2);
            }
            Some(bytes)
        }),
        Rejected::OtherFile { file: FileName::Index(_) }
    ));
    assert!(matches!(
        refused(&mut index, &office, now, |file, bytes| {
            (!matches!(file, FileName::IndexPart { .. })).then_some(bytes)
        }),
        Rejected::Missing { file: FileName::IndexPart { .. } }
    ));
    // An old list, though signed, is not the one that the head names.
    let set = offered(&office, now);
    let (version, _, _) = set.index_file().unwrap();
    let folder = office.issuer.key_set_folder();
    let old = std::fs::read(folder.join(FileName::Index(version).to_string())).unwrap();
    office.worker(MANY + 1, "Kari Nordmann");
    office.publish(at(now + 1));
    assert!(matches!(
        refused(&mut index, &office, now + 1, |file, bytes| {
            Some(if matches!(file, FileName::Index(_)) { old.clone() } else { bytes })
        }),
        Rejected::OtherFile { file: FileName::Index(_) }
    ));
    // And after all that, the true one is taken.
    let set = offered(&office, now + 1);
    index.fetch(&set, &mut office.altered(|_, bytes| Some(bytes)), &mut |_| ()).unwrap();
    assert_eq!(u64::from(index.held().unwrap().cards), MANY + 1);
}

#[test]
fn an_older_index_is_a_rollback_even_for_a_device_that_lost_its_key_set() {
    let office = office();
    let store = Empty::new();
    let mut index = store.index();
    let old = offered(&office, 8 * DAY);
    office.worker(MANY + 1, "Kari Nordmann");
    office.publish(at(9 * DAY));
    let new = offered(&office, 9 * DAY);
    index.fetch(&new, &mut office.altered(|_, bytes| Some(bytes)), &mut |_| ()).unwrap();
    let result = index.fetch(&old, &mut office.altered(|_, bytes| Some(bytes)), &mut |_| ());
    assert!(matches!(result, Err(FetchError::Rejected(Rejected::RolledBack { .. }))), "{result:?}");
}

#[test]
fn a_download_that_breaks_off_goes_on_where_it_stopped() {
    let office = office();
    for day in 9..14_i64 {
        office.worker(MANY + day.cast_unsigned(), &format!("Kari Dag {day}"));
        office.publish(at(day * DAY));
    }
    let now = 13 * DAY;
    let store = Empty::new();
    let set = offered(&office, now);
    let mut asked = 0;
    // Each time the network is gone after one part, and the tablet is started anew.
    for _ in 0..50 {
        let mut index = store.index();
        let mut parts = 0;
        let mut broken = office.altered(|file, bytes| {
            if matches!(file, FileName::IndexPart { .. }) {
                asked += 1;
                parts += 1;
            }
            (parts <= 1).then_some(bytes)
        });
        if index.fetch(&set, &mut broken, &mut |_| ()).is_ok() {
            break;
        }
        assert_eq!(index.held(), None);
    }
    let held = store.index().held().expect("whole in the end");
    assert_eq!(u64::from(held.cards), MANY + 5);
    // A snapshot and five days. Each part came once; at each break one more was asked for.
    assert_eq!(asked, 6 + 5);
}

#[test]
fn a_kill_before_the_last_word_leaves_the_index_as_it_was() {
    let office = office();
    let mut tablet = office.tablet();
    sync(&mut tablet, 8 * DAY);
    let before = tablet.overview(at(8 * DAY)).index.unwrap().version;
    for n in 0..50 {
        office.worker(MANY + n, &format!("Kari {n}"));
    }
    office.publish(at(9 * DAY));
    // The process ends while cards are taken in: its connection goes, and nobody commits.
    let killed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = tablet.sync(at(9 * DAY), &mut |progress| {
            assert!(progress.file != "index/apply", "killed here");
        });
    }));
    assert!(killed.is_err());
    drop(tablet);
    let mut tablet = Inspector::open(&office.store()).unwrap();
    assert_eq!(tablet.overview(at(9 * DAY)).index.unwrap().version, before);
    assert!(tablet.find("Kari", at(9 * DAY)).unwrap().hits.is_empty());
    assert_eq!(sync(&mut tablet, 9 * DAY), SyncResult::Updated);
    assert_eq!(tablet.find("Kari", at(9 * DAY)).unwrap().hits.len(), 50);
}

#[test]
fn a_damaged_index_is_thrown_away_and_comes_again() {
    let office = office();
    let mut tablet = office.tablet();
    sync(&mut tablet, 8 * DAY);
    drop(tablet);
    let path = office.store().join("index.db");
    let length = std::fs::metadata(&path).unwrap().len();
    std::fs::write(&path, vec![7; usize::try_from(length).unwrap()]).unwrap();
    let mut tablet = Inspector::open(&office.store()).unwrap();
    assert!(tablet.overview(at(8 * DAY)).index.is_none());
    let none = tablet.find("Ola", at(8 * DAY));
    assert!(matches!(none, Err(InspectorError::NoIndex)), "{none:?}");
    assert_eq!(sync(&mut tablet, 8 * DAY), SyncResult::Updated);
    assert!(has_ola(&tablet, 8 * DAY));
}

#[test]
fn another_issuers_key_set_brings_nothing() {
    let (office, other) = (office(), Office::new());
    let mut tablet = office.tablet();
    sync(&mut tablet, 8 * DAY);
    let before = tablet.overview(at(8 * DAY)).index.unwrap().version;
    // The tablet's service answers with another issuer's files.
    let (ours, theirs) = (office.issuer.key_set_folder(), other.issuer.key_set_folder());
    std::fs::rename(&ours, office.folder.path().join("aside")).unwrap();
    std::fs::rename(&theirs, &ours).unwrap();
    let refused = tablet.sync(at(8 * DAY), &mut |_| ());
    assert!(
        matches!(refused, Err(InspectorError::KeySet(Rejected::BadSignature { .. }))),
        "{refused:?}"
    );
    assert_eq!(tablet.overview(at(8 * DAY)).index.unwrap().version, before);
    assert!(has_ola(&tablet, 8 * DAY));
}

#[test]
fn what_is_on_the_disk_tells_nothing_without_the_key() {
    let office = office();
    let mut tablet = office.tablet();
    sync(&mut tablet, 8 * DAY);
    for file in ["index.db", "index.db-wal"] {
        let bytes = std::fs::read(office.store().join(file)).unwrap();
        assert!(!bytes.windows(8).any(|w| w == b"Nordmann" || w == b"nordmann"), "{file}");
    }
}

#[test]
fn verdicts_and_look_ups_go_on_beside_a_sync() {
    let office = office();
    let mut tablet = office.tablet();
    sync(&mut tablet, 8 * DAY);
    for n in 0..100 {
        office.worker(MANY + n, &format!("Kari {n}"));
    }
    office.publish(at(9 * DAY));
    let mut beside = Inspector::open(&office.store()).unwrap();
    let mut looks = 0;
    beside
        .sync(at(9 * DAY), &mut |progress| {
            if progress.file == "index/apply" {
                // In the middle of the transaction: the other one sees the index as it was.
                assert!(has_ola(&tablet, 9 * DAY));
                assert!(tablet.find("Kari 7", at(9 * DAY)).unwrap().hits.is_empty());
                looks += 1;
            }
        })
        .unwrap();
    assert!(looks > 0);
    for device in [&beside, &tablet] {
        assert!(!device.find("Kari 77", at(9 * DAY)).unwrap().hits.is_empty());
    }
}
