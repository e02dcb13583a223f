//! The database, saved while others write, and put back.

use std::path::Path;

use card::{Industry, Reason, Status};
use issuer::{Issuer, IssuerError, Restored};
use test_support::at;

use crate::office::{Office, Phone};

/// A folder with the keys and the published files of an office, and nothing else.
fn elsewhere(office: &Office, also_published: bool) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut names = vec!["keys"];
    if also_published {
        names.push("key-set");
    }
    for name in names {
        copy(&office.folder.path().join(name), &folder.path().join(name));
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn restore(folder: &Path, from: &Path) -> Result<(Issuer, Restored), IssuerError> {
    Issuer::restore(folder, from, "kari", at(1_000))
}

#[test]
fn what_was_saved_is_there_again_on_another_machine_and_phones_go_on() {
    let office = Office::new();
    let phone = office.phone("phone");
    office.issuer.block(&office.job, Reason::WorkerNotEmployed, "t", at(5)).unwrap();
    let file = office.folder.path().join("saved.backup");
    office.issuer.backup(&file, "kari", at(10)).unwrap();
    let folder = elsewhere(&office, true);
    let (issuer, restored) = restore(folder.path(), &file).unwrap();
    assert_eq!((restored.made, restored.replaced), (at(10), None));
    assert!(restored.lost_places < 4, "the list is published in whole bytes");
    let state = issuer.refresh_wallet(&phone.question(at(1_001)), at(1_001)).unwrap();
    assert_eq!(state.employments[0].causes[0].reason, Reason::WorkerNotEmployed);
    issuer.verify_audit(None).unwrap();
    let last = issuer.audit_entries(0, None).unwrap().pop().unwrap();
    assert_eq!((last.what.as_str(), last.by.as_str()), ("restore", "kari"));
}

#[test]
fn a_backup_has_no_key_in_it() {
    let office = Office::new();
    let file = office.folder.path().join("saved.backup");
    office.issuer.backup(&file, "kari", at(10)).unwrap();
    let saved = std::fs::read(&file).unwrap();
    for key in std::fs::read_dir(office.folder.path().join("keys")).unwrap() {
        let seed = std::fs::read(key.unwrap().path()).unwrap();
        assert!(!saved.windows(seed.len()).any(|window| window == seed));
    }
}

#[test]
fn others_write_while_a_backup_is_made_and_it_is_whole() {
    let office = Office::new();
    let file = |n: u32| office.folder.path().join(format!("{n}.backup"));
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut written = 0;
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                office.employ(Industry::Cleaning);
                written += 1;
            }
            written
        });
        for n in 0..5 {
            office.issuer.backup(&file(n), "kari", at(10)).unwrap();
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(writer.join().unwrap() > 0);
    });
    let folder = elsewhere(&office, true);
    for n in 0..5 {
        restore(folder.path(), &file(n)).unwrap();
    }
}

#[test]
fn after_a_restore_devices_take_the_new_key_set_and_places_given_out_since_stay_invalid() {
    let office = Office::new();
    office.phone("before");
    let file = office.folder.path().join("saved.backup");
    office.issuer.backup(&file, "kari", at(10)).unwrap();
    // Two phones and some publications that the backup doesn't know.
    let lost = office.phone("lost");
    office.phone("also lost");
    let newest = (0..5).fold(0, |_, _| office.issuer.publish(at(20)).unwrap());

    for published in [true, false] {
        let folder = elsewhere(&office, published);
        let (issuer, restored) = restore(folder.path(), &file).unwrap();
        let (card, job) = (office.card, office.job.clone());
        let again = Office { folder, issuer: issuer.into(), card, job };
        let set = again.key_set_at(at(1_000));
        assert!(set.version() > newest, "{} after {newest}", set.version());
        assert_eq!(set.status(1), Some(Status::Valid));
        assert_eq!((set.status(2), set.status(3)), (Some(Status::Invalid), Some(Status::Invalid)));
        assert!(restored.lost_places >= 2, "{restored:?}");
        assert!(matches!(lost.refresh(&again, at(1_000)), Err(IssuerError::DeviceUnknown)));
        let link = again.link(at(1_000));
        let next = Phone::new("next");
        again.issuer.enrol_wallet(&next.enrolment(&link), at(1_000)).unwrap();
        let set = again.key_set_at(at(1_000));
        assert_eq!((set.status(2), set.status(3)), (Some(Status::Invalid), Some(Status::Invalid)));
        let place = u32::try_from(restored.lost_places).unwrap() + 2;
        assert_eq!(set.status(place), Some(Status::Valid), "the next phone's own");
    }
}

#[test]
fn a_database_that_is_there_is_kept_and_one_in_use_is_left_alone() {
    let Office { folder, issuer, .. } = Office::new();
    let file = folder.path().join("saved.backup");
    issuer.backup(&file, "kari", at(10)).unwrap();
    assert!(matches!(issuer.backup(&file, "kari", at(11)), Err(IssuerError::Conflict(_))));
    assert!(matches!(restore(folder.path(), &file), Err(IssuerError::InUse)));
    drop(issuer);
    let (issuer, restored) = restore(folder.path(), &file).unwrap();
    let kept = restored.replaced.unwrap();
    let before = rusqlite::Connection::open(&kept).unwrap();
    let workers = "SELECT count(*) FROM worker";
    assert_eq!(before.query_row(workers, [], |row| row.get(0)), Ok(1));
    drop(issuer);
    let (_, restored) = restore(folder.path(), &file).unwrap();
    assert_ne!(restored.replaced.unwrap(), kept, "and that before it too");
}

#[test]
fn what_is_no_whole_backup_of_this_issuer_changes_nothing() {
    let office = Office::new();
    let file = office.folder.path().join("saved.backup");
    office.issuer.backup(&file, "kari", at(10)).unwrap();
    let whole = std::fs::read(&file).unwrap();
    let folder = elsewhere(&office, true);
    let bad = folder.path().join("bad.backup");
    let mut middle = whole.clone();
    let at_root = whole.len() - 3 * 4_096;
    middle[at_root..at_root + 2_000].fill(0xff);
    for bytes in [&b""[..], b"no database", &whole[..whole.len() / 2], &middle] {
        std::fs::write(&bad, bytes).unwrap();
        assert!(restore(folder.path(), &bad).is_err(), "{} bytes", bytes.len());
        assert!(!folder.path().join("issuer.db").exists());
    }
    let live = office.folder.path().join("issuer.db");
    let refused = restore(folder.path(), &live);
    assert!(matches!(refused, Err(IssuerError::BackupDamaged)), "{refused:?}");
    let strangers = elsewhere(&Office::new(), false);
    let refused = restore(strangers.path(), &file);
    assert!(matches!(refused, Err(IssuerError::KeyFile(_))), "{refused:?}");
    restore(folder.path(), &file).unwrap();
}
