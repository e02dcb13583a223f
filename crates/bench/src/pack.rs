//! The pack of small pictures: bytes a card, what is left of its JPEGs, and taking it in.

use std::path::PathBuf;

use ::photo::drawn::Drawn;
use chrono::TimeDelta;
use image::{ImageFormat, Rgb, RgbImage};
use index::{SmallPhoto, unpack};
use inspector::Pack;
use issuer::{Issuer, NewWorker, Settings};
use key_set::{FileName, KeySet, Synced, Tier};
use store::{KeyKeeper, Store};
use test_support::{Person, at, person};

use crate::CARDS;
use crate::index::{Files, median, time};

/// Cards that get a photo of their own.
const PHOTOS: u32 = 1_100;

pub(crate) fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        service: "http://127.0.0.1:1".into(),
        host: "HMSKORT.EXAMPLE".parse().unwrap(),
        max_age: TimeDelta::days(7),
    };
    let issuer = Issuer::init(&folder.path().join("issuer"), &settings, at(0)).unwrap();
    for n in 0..PHOTOS {
        let Person { name, national_id, birth_date } = person(n.into());
        let card = issuer.add_worker(&NewWorker { name, national_id, birth_date }).unwrap();
        issuer.set_photo(card, &face(n), "bench", at(0)).unwrap();
    }
    issuer.publish(at(1)).unwrap();
    let files = || Files(issuer.key_set_folder());
    let root = std::fs::read(issuer.key_set_folder().join("root/1.cbor")).unwrap();
    let Ok(Synced::Updated(synced)) =
        key_set::sync(&root, None, Tier::Inspector, &mut files(), at(1))
    else {
        panic!("what was published just now");
    };
    let set = synced.0;
    let parts = parts(&set, issuer.key_set_folder());
    let whole: usize = parts.iter().map(Vec::len).sum();
    let photos: Vec<SmallPhoto> = parts.iter().flat_map(|part| unpack(part).unwrap()).collect();
    assert_eq!(photos.len(), PHOTOS as usize);
    let bare: usize = photos.iter().map(|photo| photo.file.len()).sum();
    let each = whole as f64 / f64::from(PHOTOS);
    println!("pack, {PHOTOS} photos with a camera's grain, in {} parts", parts.len());
    println!("  {each:.0} bytes a card, / its JPEG alone: {:.3}", whole as f64 / bare as f64);
    println!("  for {CARDS} cards: {:.0} MB", each * f64::from(CARDS) / 1e6);

    let mut ratios: Vec<f64> = (0..3)
        .map(|round| {
            let store = |name: &str| {
                let path = folder.path().join(format!("{name} {round}"));
                Store::create(&path, KeyKeeper::File, &[]).unwrap()
            };
            let (ours, theirs) = (store("ours"), store("bare"));
            let mut pack = Pack::open(&ours).unwrap();
            let taking = time(|| {
                pack.fetch(&set, &mut files(), &mut |_, _| ()).unwrap();
            });
            let mut plain = theirs
                .beside("bare.db", &["CREATE TABLE p (digest BLOB PRIMARY KEY, file BLOB)"])
                .unwrap();
            taking / time(|| insert(&mut plain, &photos))
        })
        .collect();
    println!("  taking it in / the same rows inserted barely: {:.2}", median(&mut ratios));
}

fn insert(store: &mut Store, photos: &[SmallPhoto]) {
    let transaction = store.connection().transaction().unwrap();
    for photo in photos {
        let mut sql = transaction.prepare_cached("INSERT INTO p VALUES (?1, ?2)").unwrap();
        sql.execute(rusqlite::params![photo.of.as_bytes(), photo.file]).unwrap();
    }
    transaction.commit().unwrap();
}

fn parts(set: &KeySet, folder: PathBuf) -> Vec<Vec<u8>> {
    let read = |file: FileName| std::fs::read(folder.join(file.to_string())).unwrap();
    let (_, file, _) = set.pack_file().unwrap();
    let list = set.open_pack(&read(file)).unwrap();
    list.parts.iter().map(|part| read(part.file())).collect()
}

/// A drawn face, another each time, with the grain that a camera adds.
fn face(n: u32) -> Vec<u8> {
    let off = |step: u32| f32::from(u8::try_from(n * step % 100).unwrap()) / 100.0 - 0.5;
    let drawn = Drawn {
        number: (n % 5) as u8,
        width: 300,
        scale: 1.0 + off(7) / 5.0,
        lean: off(13) * 8.0,
        aside: (off(29) / 10.0, off(31) / 10.0),
        awake: true,
    };
    let mut state = n;
    let mut picture: RgbImage = drawn.picture();
    for pixel in picture.pixels_mut() {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (state >> 27) as i16 - 16;
        *pixel = Rgb(pixel.0.map(|colour| (i16::from(colour) + grain).clamp(0, 255) as u8));
    }
    let mut file = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Jpeg).unwrap();
    file.into_inner()
}
