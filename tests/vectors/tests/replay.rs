//! Every vector gets the answer that stands in it, and the generator makes the very same files.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;

use vectors::{Code, Credential, KeySetOffer, PhotoFrames, Vector, folder};

fn replay<T: Vector>() {
    let mut on_disk = fs::read_dir(folder::<T>()).unwrap().count();
    for (name, made) in T::all() {
        let path = folder::<T>().join(name).with_extension("json");
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("no {}", path.display()));
        let read: T = serde_json::from_str(&text).unwrap();
        assert_eq!(&read.answer(), read.expected(), "{name}");
        assert_eq!(read, made, "{name}: if the format is to change, run `cargo run -p vectors`");
        on_disk -= 1;
    }
    assert_eq!(on_disk, 0, "{} holds files that nothing makes", T::FOLDER);
}

#[test]
fn codes() {
    replay::<Code>();
}

#[test]
fn credentials() {
    replay::<Credential>();
}

#[test]
fn key_sets() {
    replay::<KeySetOffer>();
}

#[test]
fn photo_frames() {
    replay::<PhotoFrames>();
}
