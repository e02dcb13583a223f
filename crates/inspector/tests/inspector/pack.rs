//! The pack of small photos as a sync brings it: what comes, what goes, and what is refused.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use card::{CardNumber, Industry};
use credential::PhotoDigest;
use image::{ImageFormat, Rgb, RgbImage};
use index::{MAX_SMALL_PHOTO, SmallPhoto};
use inspector::{CustodyView, FetchError, Inspector, InspectorError, Pack, PackView, SyncResult};
use issuer::PersonNumber;
use key_set::{FileName, KeySet, Rejected, Synced, Tier};
use store::{KeyKeeper, Store};
use test_support::at;

use crate::office::{Office, sync};

const DAY: i64 = 86_400;

/// A picture that no other number has, and that stands out small too.
fn picture(n: u32) -> Vec<u8> {
    let [_, r, g, b] = (n * 2_654_435).to_be_bytes();
    let picture = RgbImage::from_fn(300, 400, |x, y| {
        if (x / 30 + y / 40) % 2 == 0 { Rgb([r, g, b]) } else { Rgb([g, b, r]) }
    });
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Jpeg).unwrap();
    file.into_inner()
}

struct Site {
    office: Office,
    cards: Vec<CardNumber>,
    photos: Vec<PhotoDigest>,
}

impl Site {
    /// So many workers with a photo, published.
    fn of(many: u32) -> Self {
        let office = Office::new();
        let company = office.company(1, "Rent Hus AS");
        let (mut cards, mut photos) = (Vec::new(), Vec::new());
        for n in 0..many {
            let worker = office.worker(n.into(), &format!("Ola {n} Nordmann"));
            office.employ(worker.card, (company, company), Industry::Cleaning);
            photos.push(office.issuer.set_photo(worker.card, &picture(n), "t", at(0)).unwrap());
            cards.push(worker.card);
        }
        office.publish(at(0));
        Self { office, cards, photos }
    }

    /// A tablet that has synced with the pack on.
    fn tablet(&self) -> Inspector {
        let mut tablet = self.office.tablet();
        tablet.want_pack(true).unwrap();
        sync(&mut tablet, 0);
        tablet
    }

    fn offered(&self, now: i64) -> KeySet {
        let folder = self.office.issuer.key_set_folder();
        let root = std::fs::read(folder.join("root/1.cbor")).unwrap();
        let mut files = self.office.altered(|_, bytes| Some(bytes));
        match key_set::sync(&root, None, Tier::Inspector, &mut files, at(now)) {
            Ok(Synced::Updated(synced)) => synced.0,
            other => panic!("{other:?}"),
        }
    }

    fn parts(&self, now: i64) -> Vec<FileName> {
        let set = self.offered(now);
        let (_, file, _) = set.pack_file().unwrap();
        let path = self.office.issuer.key_set_folder().join(file.to_string());
        let list = set.open_pack(&std::fs::read(path).unwrap()).unwrap();
        list.parts.iter().map(key_set::ListedPart::file).collect()
    }

    fn tablet_beside(&self) -> Inspector {
        Inspector::open(&self.office.store()).unwrap()
    }

    /// More pictures than fit into one part, without as many photos taken in.
    fn crowd(&self) -> Vec<PhotoDigest> {
        let large = [&[0xff, 0xd8, 0xff][..], &[7_u8; MAX_SMALL_PHOTO - 5], &[0xff, 0xd9]].concat();
        let photos: Vec<_> = (0..700_u32).map(|n| PhotoDigest::of(&n.to_be_bytes())).collect();
        let mut database =
            rusqlite::Connection::open(self.office.folder.path().join("issuer/issuer.db")).unwrap();
        let transaction = database.transaction().unwrap();
        for (n, photo) in photos.iter().enumerate() {
            let worker = i64::try_from(n).unwrap() + 1_000;
            // Nothing else is known of them.
            let sql = "INSERT INTO worker (id, card_number, name, national_id, birth_date, erased)
                       VALUES (?1, ?1, '', 'number ' || ?1, '', 1)";
            transaction.execute(sql, [worker]).unwrap();
            let sql = "INSERT INTO small_photo (worker, digest, file) VALUES (?1, ?2, ?3)";
            transaction.execute(sql, rusqlite::params![worker, photo.as_bytes(), large]).unwrap();
        }
        transaction.commit().unwrap();
        photos
    }
}

fn shown(tablet: &Inspector, photo: PhotoDigest, now: i64) -> Option<Vec<u8>> {
    tablet.small_picture(photo, at(now)).unwrap()
}

fn view(tablet: &Inspector, now: i64) -> PackView {
    tablet.overview(at(now)).pack
}

#[test]
fn a_tablet_has_no_pictures_until_it_is_switched_on_and_none_once_it_is_off() {
    let site = Site::of(3);
    let mut tablet = site.office.tablet();
    sync(&mut tablet, 0);
    assert_eq!(view(&tablet, 0), PackView::default());
    assert_eq!(shown(&tablet, site.photos[1], 0), None);
    assert!(!site.office.store().join("pack.db").exists());

    tablet.want_pack(true).unwrap();
    assert_eq!(sync(&mut tablet, 5), SyncResult::Updated, "nothing else is new");
    let whole = PackView {
        on: true,
        whole: true,
        issued_at: Some(at(0).timestamp_millis()),
        age_seconds: Some(7),
        pictures: 3,
        withheld: false,
    };
    assert_eq!(view(&tablet, 7), whole);
    let small = shown(&tablet, site.photos[1], 7).unwrap();
    assert!(small.len() <= MAX_SMALL_PHOTO);
    let (small, large) = (image::load_from_memory(&small).unwrap(), picture(1));
    assert_eq!((small.width(), small.height()), (90, 120));
    let large = image::load_from_memory(&large).unwrap().thumbnail(90, 120).to_rgb8();
    let small = small.to_rgb8();
    let differ = small.iter().zip(large.iter()).filter(|(a, b)| a.abs_diff(**b) > 60);
    assert!(differ.count() < 90 * 120 * 3 / 10, "it shows the person");
    assert_eq!(sync(&mut tablet, 8), SyncResult::Unmodified);
    assert_eq!(shown(&tablet, PhotoDigest::of(b"another photo"), 8), None);
    // What lies on the disk can't be looked at.
    let disk = std::fs::read(site.office.store().join("pack.db")).unwrap();
    assert!(!disk.windows(4).any(|w| w == b"JFIF"));

    drop(tablet);
    let mut tablet = Inspector::open(&site.office.store()).unwrap();
    assert_eq!(view(&tablet, 7), whole);
    tablet.want_pack(false).unwrap();
    assert_eq!(view(&tablet, 9), PackView::default());
    assert_eq!(shown(&tablet, site.photos[1], 9), None);
    assert!(!site.office.store().join("pack.db").exists());
    sync(&mut tablet, 10);
    assert!(!site.office.store().join("pack.db").exists());
}

#[test]
fn a_photo_that_was_replaced_is_replaced_in_the_pack_and_the_old_one_fits_nothing() {
    let site = Site::of(3);
    let mut tablet = site.tablet();
    let (old, before) = (site.photos[1], shown(&tablet, site.photos[1], 0).unwrap());
    let new = site.office.issuer.set_photo(site.cards[1], &picture(77), "t", at(1)).unwrap();
    site.office.publish(at(1));
    assert_eq!(sync(&mut tablet, 2), SyncResult::Updated);
    let after = shown(&tablet, new, 2).unwrap();
    assert_ne!(before, after);
    assert_eq!(shown(&tablet, old, 2), None);
    assert_eq!(view(&tablet, 2).pictures, 3);
    assert_eq!(shown(&tablet, site.photos[0], 2), shown(&site.tablet_beside(), site.photos[0], 2));
}

#[test]
fn one_who_was_erased_is_gone_from_the_service_at_once_and_from_the_tablet_at_its_next_sync() {
    let site = Site::of(3);
    let issuer = &site.office.issuer;
    let folder = issuer.key_set_folder();
    // The first photo was replaced: its small picture may still lie in a part.
    let second = issuer.set_photo(site.cards[0], &picture(50), "t", at(1)).unwrap();
    site.office.publish(at(1));
    let mut tablet = site.tablet();
    assert!(shown(&tablet, second, 2).is_some());
    let before = site.parts(2);
    assert!(tablet.person(site.cards[0], &inspector::About::default(), at(2)).unwrap().is_some());

    let jobs = tablet.person(site.cards[0], &inspector::About::default(), at(2)).unwrap().unwrap();
    for job in jobs.employments {
        issuer.block(&job.id, card::Reason::WorkerNotEmployed, "t", at(3)).unwrap();
    }
    let small = shown(&tablet, second, 2).unwrap();
    issuer.erase(&PersonNumber::Card(site.cards[0]), "kari", "asked", at(4)).unwrap();
    for file in before {
        assert!(!folder.join(file.to_string()).exists(), "{file} had somebody who is erased");
    }
    for file in site.parts(5) {
        let bytes = std::fs::read(folder.join(file.to_string())).unwrap();
        assert!(!bytes.windows(small.len()).any(|w| w == small));
    }
    assert_eq!(sync(&mut tablet, 5), SyncResult::Updated);
    assert_eq!(shown(&tablet, second, 5), None);
    assert_eq!(shown(&tablet, site.photos[0], 5), None);
    assert!(shown(&tablet, site.photos[1], 5).is_some());
    assert_eq!(view(&tablet, 5).pictures, 2);
    // And so is all else about the person.
    assert!(tablet.person(site.cards[0], &inspector::About::default(), at(5)).unwrap().is_none());
    assert!(tablet.find("Ola 0 Nordmann", at(5)).unwrap().hits.is_empty());
}

#[test]
fn a_pack_that_the_office_withdraws_is_gone_from_service_and_tablet_until_it_gives_one_again() {
    let site = Site::of(3);
    let mut tablet = site.tablet();
    sync(&mut tablet, 1);
    assert!(shown(&tablet, site.photos[1], 1).is_some());
    let parts = site.office.issuer.key_set_folder().join("pack-part");
    let files = || std::fs::read_dir(&parts).unwrap().count();
    assert_eq!(files(), 1);

    site.office.issuer.give_pack(false).unwrap();
    site.office.publish(at(DAY));
    assert_eq!(files(), 0);
    sync(&mut tablet, DAY);
    let gone = view(&tablet, DAY);
    assert!(gone.on && gone.withheld && !gone.whole, "{gone:?}");
    assert_eq!(gone.pictures, 0);
    assert_eq!(shown(&tablet, site.photos[1], DAY), None);

    site.office.issuer.give_pack(true).unwrap();
    site.office.publish(at(2 * DAY));
    assert_eq!(sync(&mut tablet, 2 * DAY), SyncResult::Updated);
    let back = view(&tablet, 2 * DAY);
    assert!(back.whole && !back.withheld, "{back:?}");
    assert!(shown(&tablet, site.photos[1], 2 * DAY).is_some());
}

#[test]
fn a_kill_or_a_break_between_two_parts_leaves_what_has_come_and_the_next_sync_goes_on() {
    let site = Site::of(1);
    let photos = site.crowd();
    site.office.publish(at(DAY));
    assert_eq!(site.parts(DAY).len(), 2);
    let mut tablet = site.office.tablet();
    tablet.want_pack(true).unwrap();
    let killed = catch_unwind(AssertUnwindSafe(|| {
        let _ = tablet.sync(at(DAY), &mut |progress| assert!(progress.file != "pack", "killed"));
    }));
    assert!(killed.is_err());
    drop(tablet);
    let mut tablet = Inspector::open(&site.office.store()).unwrap();
    let half = view(&tablet, DAY);
    assert!(!half.whole && half.pictures > 0 && half.pictures < 701, "{half:?}");
    assert!(photos.iter().any(|photo| shown(&tablet, *photo, DAY).is_some()));
    // What has come isn't fetched again: the service no longer has it.
    std::fs::remove_file(site.office.issuer.key_set_folder().join(site.parts(DAY)[0].to_string()))
        .unwrap();
    assert_eq!(sync(&mut tablet, DAY), SyncResult::Updated);
    assert_eq!(view(&tablet, DAY).pictures, 701);
    assert!(photos.iter().all(|photo| shown(&tablet, *photo, DAY).is_some()));
    // And the service makes anew what it has lost.
    site.office.publish(at(DAY + 1));
    for file in site.parts(DAY + 1) {
        assert!(site.office.issuer.key_set_folder().join(file.to_string()).exists());
    }
    sync(&mut tablet, DAY + 1);
    assert_eq!(view(&tablet, DAY + 1).pictures, 701);
}

#[test]
fn a_part_that_goes_while_the_others_come_because_somebody_is_erased_is_replaced_in_the_same_sync()
{
    let site = Site::of(1);
    site.crowd();
    // The last of all, and so in the second part.
    let worker = site.office.worker(5_000, "Kari Nordmann");
    let photo = site.office.issuer.set_photo(worker.card, &picture(9), "t", at(0)).unwrap();
    site.office.publish(at(DAY));
    let before = site.parts(DAY);
    assert_eq!(before.len(), 2);
    let mut tablet = site.office.tablet();
    tablet.want_pack(true).unwrap();
    let mut erased = false;
    let synced = tablet.sync(at(DAY), &mut |progress| {
        if progress.file == "pack" && !erased {
            erased = true;
            let who = PersonNumber::Card(worker.card);
            site.office.issuer.erase(&who, "kari", "asked", at(DAY)).unwrap();
        }
    });
    assert_eq!(synced.unwrap(), SyncResult::Updated);
    assert!(erased && before != site.parts(DAY));
    let after = view(&tablet, DAY);
    assert!(after.whole, "{after:?}");
    assert_eq!((after.pictures, shown(&tablet, photo, DAY)), (701, None));
}

#[test]
fn a_device_that_may_not_know_people_shows_no_picture_and_forgets_them_with_the_index() {
    let mut site = Site::of(2);
    let mut tablet = site.tablet();
    site.office.close();
    let end = 30 * DAY;
    let locked = tablet.small_picture(site.photos[0], at(end));
    assert!(matches!(locked, Err(InspectorError::Locked)), "{locked:?}");
    tablet.keep_watch(at(end)).unwrap();
    tablet.keep_watch(at(end + 3_600)).unwrap();
    assert!(matches!(tablet.custody(at(end + 3_600)), CustodyView::Wiped { .. }));
    assert!(!site.office.store().join("pack.db").exists());
    assert_eq!(view(&tablet, end + 3_600), PackView { on: true, ..PackView::default() });
}

#[test]
fn a_revoked_device_deletes_the_pack_and_one_enrolled_anew_has_it_off() {
    let site = Site::of(2);
    let mut tablet = site.tablet();
    site.office.issuer.revoke_inspector("Inga", at(10)).unwrap();
    let refused = tablet.sync(at(20), &mut |_| ());
    assert!(matches!(refused, Err(InspectorError::Revoked)), "{refused:?}");
    assert!(!site.office.store().join("pack.db").exists());
    drop(tablet);
    let mut tablet = site.office.tablet();
    sync(&mut tablet, 30);
    assert_eq!(view(&tablet, 30), PackView::default());
}

fn empty() -> (tempfile::TempDir, Pack) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path(), KeyKeeper::File, &[]).unwrap();
    let pack = Pack::open(&store).unwrap();
    (folder, pack)
}

#[test]
fn parts_that_are_altered_cut_or_missing_are_refused_and_the_true_one_is_taken_after_them() {
    let site = Site::of(3);
    let set = site.offered(0);
    let (_folder, mut pack) = empty();
    let mut refused = |alter: &dyn Fn(Vec<u8>) -> Option<Vec<u8>>| {
        let alter = |file, bytes| match file {
            FileName::PackPart { .. } => alter(bytes),
            _ => Some(bytes),
        };
        match pack.fetch(&set, &mut site.office.altered(alter), &mut |_, _| ()) {
            Err(FetchError::Rejected(rejected)) => rejected,
            other => panic!("not refused, but {other:?}"),
        }
    };
    let flip = |mut bytes: Vec<u8>| {
        *bytes.last_mut().unwrap() ^= 1;
        Some(bytes)
    };
    assert!(matches!(refused(&flip), Rejected::OtherFile { file: FileName::PackPart { .. } }));
    let cut = |bytes: Vec<u8>| bytes.get(..bytes.len() / 2).map(<[u8]>::to_vec);
    assert!(matches!(refused(&cut), Rejected::OtherFile { .. }));
    assert!(matches!(refused(&|_| None), Rejected::Missing { .. }));
    assert!(matches!(refused(&|_| Some(vec![0; 3 << 20])), Rejected::TooLong { .. }));
    pack.fetch(&set, &mut site.office.altered(|_, bytes| Some(bytes)), &mut |_, _| ()).unwrap();
}

#[test]
fn an_older_pack_is_a_rollback() {
    let site = Site::of(2);
    let old = site.offered(0);
    site.office.issuer.set_photo(site.cards[0], &picture(9), "t", at(1)).unwrap();
    site.office.publish(at(1));
    let new = site.offered(1);
    let (_folder, mut pack) = empty();
    pack.fetch(&new, &mut site.office.altered(|_, bytes| Some(bytes)), &mut |_, _| ()).unwrap();
    let back = pack.fetch(&old, &mut site.office.altered(|_, bytes| Some(bytes)), &mut |_, _| ());
    assert!(matches!(back, Err(FetchError::Rejected(Rejected::RolledBack { .. }))), "{back:?}");
}

#[test]
fn what_even_the_publisher_signed_is_refused_when_it_is_no_list_of_small_jpegs() {
    let photo = |n: u8, file: &[u8]| SmallPhoto {
        of: PhotoDigest::from([n; PhotoDigest::BYTES]),
        file: file.to_vec(),
    };
    let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9];
    let large = [&jpeg[..6], &[0; MAX_SMALL_PHOTO], &jpeg[6..]].concat();
    for hostile in [
        index::pack(vec![photo(1, &jpeg), photo(1, &jpeg)]),
        index::pack(vec![photo(1, &large)]),
        index::pack(vec![photo(1, b"<svg onload=alert(1)>")]),
        b"no CBOR at all".to_vec(),
    ] {
        let world = test_support::World { pack: Some(hostile), ..Default::default() };
        let (mut files, set) = (world.publish(at(0)), world.synced(at(0), Tier::Inspector).0);
        let (_folder, mut pack) = empty();
        let refused = pack.fetch(&set, &mut files, &mut |_, _| ());
        assert!(
            matches!(refused, Err(FetchError::Rejected(Rejected::Malformed { .. }))),
            "{refused:?}"
        );
    }
}
