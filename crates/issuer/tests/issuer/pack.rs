//! The pack of small photos as it is published: which parts there are, and when they change.

use credential::PhotoDigest;
use index::{MAX_SMALL_PHOTO, SmallPhoto, unpack};
use key_set::{FileName, PackList};
use rusqlite::{Connection, params};
use test_support::at;

use crate::office::Office;
use crate::photo::picture;

const DAY: i64 = 86_400;

fn list(office: &Office, now: i64) -> PackList {
    let set = office.key_set_at(at(now));
    let (_, file, _) = set.pack_file().expect("a pack");
    let bytes = std::fs::read(office.issuer.key_set_folder().join(file.to_string())).unwrap();
    set.open_pack(&bytes).unwrap()
}

fn photos(office: &Office, now: i64) -> Vec<SmallPhoto> {
    let read = |file: FileName| {
        std::fs::read(office.issuer.key_set_folder().join(file.to_string())).unwrap()
    };
    list(office, now).parts.iter().flat_map(|part| unpack(&read(part.file())).unwrap()).collect()
}

/// Small photos of workers of whom nothing else is known.
fn put(office: &Office, workers: std::ops::Range<i64>) {
    let file = [&[0xff, 0xd8, 0xff][..], &[7_u8; MAX_SMALL_PHOTO - 5], &[0xff, 0xd9]].concat();
    let mut database = Connection::open(office.folder.path().join("issuer.db")).unwrap();
    let transaction = database.transaction().unwrap();
    for worker in workers {
        let digest = PhotoDigest::of(&worker.to_be_bytes());
        let sql = "INSERT INTO worker (id, card_number, name, national_id, birth_date, erased)
                   VALUES (?1, ?1, '', 'number ' || ?1, '', 1)";
        transaction.execute(sql, [worker]).unwrap();
        transaction
            .execute(
                "INSERT INTO small_photo (worker, digest, file) VALUES (?1, ?2, ?3)",
                params![worker, digest.as_bytes(), file],
            )
            .unwrap();
    }
    transaction.commit().unwrap();
}

#[test]
fn a_small_photo_is_made_with_the_photo_and_published_with_its_digest() {
    let office = Office::new();
    office.issuer.publish(at(0)).unwrap();
    assert_eq!(photos(&office, 0), []);
    let digest = office.issuer.set_photo(office.card, &picture(), "t", at(1)).unwrap();
    office.issuer.publish(at(1)).unwrap();
    let [small] = &photos(&office, 1)[..] else { panic!("not one") };
    assert_eq!(small.of, digest);
    let drawn = image::load_from_memory(&small.file).unwrap();
    assert_eq!((drawn.width(), drawn.height()), (90, 120));
    // Nothing new, no new list.
    let before = list(&office, 1);
    office.issuer.publish(at(2)).unwrap();
    assert_eq!(list(&office, 2), before);
}

#[test]
fn a_photo_that_was_kept_before_there_was_a_pack_gets_a_small_one() {
    let office = Office::new();
    let digest = office.issuer.set_photo(office.card, &picture(), "t", at(1)).unwrap();
    let database = Connection::open(office.folder.path().join("issuer.db")).unwrap();
    assert_eq!(database.execute("DELETE FROM small_photo", []).unwrap(), 1);
    // As the migration leaves it.
    let due = "INSERT INTO small_photo_due SELECT worker FROM photo";
    assert_eq!(database.execute(due, []).unwrap(), 1);
    office.issuer.publish(at(1)).unwrap();
    assert_eq!(photos(&office, 1)[0].of, digest);
}

#[test]
fn full_parts_never_change_small_ones_go_together_and_old_files_stay_for_a_day() {
    let office = Office::new();
    put(&office, 1_000..1_600);
    office.issuer.publish(at(0)).unwrap();
    let first = list(&office, 0);
    assert_eq!(first.parts.len(), 2);
    assert!(first.parts.iter().all(|part| part.listed.length <= part.file().limit()));
    put(&office, 1_600..1_610);
    office.issuer.publish(at(1)).unwrap();
    let second = list(&office, 1);
    assert_eq!(second.parts.len(), 2, "what was small went together with what is new");
    assert_eq!(second.parts[0], first.parts[0]);
    assert_eq!(photos(&office, 1).len(), 610);
    let old = office.issuer.key_set_folder().join(first.parts[1].file().to_string());
    assert!(old.exists(), "somebody may be fetching it");
    office.issuer.publish(at(2 * DAY)).unwrap();
    assert!(!old.exists());
    assert_eq!(list(&office, 2 * DAY), second);
}

#[test]
fn a_part_of_which_most_was_replaced_is_written_anew() {
    let office = Office::new();
    put(&office, 1_000..1_600);
    office.issuer.publish(at(0)).unwrap();
    let first = list(&office, 0).parts[0];
    let database = Connection::open(office.folder.path().join("issuer.db")).unwrap();
    let replaced = |from: i64, to: i64| {
        let sql = "UPDATE small_photo SET part = NULL, digest = randomblob(16)
                   WHERE worker BETWEEN ?1 AND ?2";
        database.execute(sql, [from, to]).unwrap();
    };
    replaced(1_000, 1_099);
    office.issuer.publish(at(1)).unwrap();
    assert!(list(&office, 1).parts.contains(&first));
    replaced(1_100, 1_399);
    office.issuer.publish(at(2)).unwrap();
    assert!(!list(&office, 2).parts.contains(&first));
    assert_eq!(photos(&office, 2).len(), 600);
}

#[test]
fn what_a_kill_left_in_the_folder_is_removed() {
    let office = Office::new();
    let folder = office.issuer.key_set_folder().join("pack-part");
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["99-0.zst", "99-1.new"] {
        std::fs::write(folder.join(name), b"of a publication that never was").unwrap();
    }
    office.issuer.publish(at(1)).unwrap();
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}
