//! A disk that fills up in the middle of the work.

use card::Outcome;
use key_set::Tier;
use rusqlite::params;
use store::{KeyKeeper, Store, StoreError};
use test_support::{Phone, World, at};
use verifier::Policy;

use super::*;
use crate::MIGRATIONS;

/// A tablet with the key set of a world in memory.
fn tablet(folder: &std::path::Path) -> Inspector {
    let mut store = Store::create(folder, KeyKeeper::File, MIGRATIONS).unwrap();
    let row = params!["http://127.0.0.1:9", "t", "Inga", "Arbeidstilsynet", [0_u8; 4]];
    let sql = "INSERT INTO inspector VALUES (1, ?1, ?2, ?3, ?4, ?5)";
    store.connection().execute(sql, row).unwrap();
    let (_, bundle) = World::default().synced(at(0), Tier::Inspector);
    let row = params![bundle.root, bundle.head, bundle.status, bundle.reasons];
    store.connection().execute("INSERT INTO bundle VALUES (1, ?1, ?2, ?3, ?4)", row).unwrap();
    drop(store);
    Inspector::open(folder).unwrap()
}

/// Lets the database grow by so many pages and no more.
fn room(tablet: &mut Inspector, pages: u32) {
    let connection = tablet.store.connection();
    let used: u32 = connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    connection.pragma_update_and_check(None, "max_page_count", used + pages, |_| Ok(())).unwrap();
}

fn full<T>(done: &Result<T, InspectionError>) -> bool {
    matches!(done, Err(InspectionError::Store(StoreError::Full)))
}

#[test]
fn a_full_disk_is_said_leaves_all_as_it_was_and_is_forgotten_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let mut tablet = tablet(folder.path());
    let now = at(60);
    let place = Place { name: "Torget 1".parse().unwrap(), address: None };
    let begin = Begin { place, industry: None, others: Vec::new() };
    let id = tablet.begin(&begin, now).unwrap();
    let first = tablet.meet_told(Told::default(), now).unwrap();
    let pixels = image::RgbImage::from_fn(800, 600, |x, y| {
        let noise = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503);
        let [_, red, green, blue] = noise.to_le_bytes();
        image::Rgb([red, green, blue])
    });
    let mut file = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut file, image::ImageFormat::Png).unwrap();
    let file = file.into_inner();

    room(&mut tablet, 3);
    assert!(full(&tablet.add_picture(&id, &file, "", now)));
    let note = Some("å".repeat(2_000));
    let mut failed = 0;
    for _ in 0..8 {
        let change = EntryChange { note: note.clone(), ..EntryChange::default() };
        let met = tablet.meet_told(Told::default(), now);
        failed += usize::from(full(&met));
        if let Ok(met) = met {
            failed += usize::from(full(&tablet.change_entry(&met.id, change)));
        }
    }
    assert!(failed > 0, "the disk is full");
    // The verdict is not withheld.
    let seen = tablet.meet_scanned(&Phone::default().text(now), now, &Policy::default()).unwrap();
    assert_eq!((seen.verdict.outcome, seen.put.is_none()), (Outcome::Valid, true));
    assert!(full(&seen.not_kept.map_or(Ok(()), Err)));
    let kept = tablet.inspection(&id, now).unwrap();
    assert_eq!(kept.inspection.met[0].id, first.id);
    assert!(kept.inspection.pictures.is_empty(), "none, and not half of one");
    drop(tablet);

    let mut tablet = Inspector::open(folder.path()).unwrap();
    assert_eq!(tablet.inspection(&id, now).unwrap().inspection, kept.inspection);
    tablet.add_picture(&id, &file, "", now).unwrap();
    tablet.meet_told(Told::default(), now).unwrap();
    let after = tablet.inspection(&id, now).unwrap();
    assert_eq!(after.totals.met, kept.totals.met + 1);
    assert_eq!(after.inspection.pictures.len(), 1);
}

#[test]
fn an_inspection_takes_so_many_people_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let mut tablet = tablet(folder.path());
    let now = at(60);
    let place = Place { name: "Torget 1".parse().unwrap(), address: None };
    let id = tablet.begin(&Begin { place, industry: None, others: Vec::new() }, now).unwrap();
    let met = tablet.meet_told(Told::default(), now).unwrap().id;
    // Copies of the first, so that the test takes no minutes.
    let sql = "WITH RECURSIVE n (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM n WHERE n < 2000)
               INSERT INTO met (id, inspection, body)
               SELECT printf('%032x', n), inspection, replace(body, id, printf('%032x', n))
               FROM met, n";
    tablet.store.connection().execute(sql, []).unwrap();
    assert_eq!(tablet.inspection(&id, now).unwrap().totals.met, ::inspection::MOST_MET);
    let more = tablet.meet_told(Told::default(), now);
    assert!(matches!(more, Err(InspectionError::Full)), "{more:?}");
    tablet.remove_entry(&met).unwrap();
    assert!(tablet.meet_told(Told::default(), now).is_ok());
    let back = tablet.restore_entry(&met);
    assert!(matches!(back, Err(InspectionError::Full)), "{back:?}");
}
