//! Writes all vectors, and removes those that are no more.

#![allow(clippy::unwrap_used)]

use std::fs;

use vectors::{Code, Credential, KeySetOffer, PhotoFrames, Vector, folder};

fn main() {
    write::<Code>();
    write::<Credential>();
    write::<KeySetOffer>();
    write::<PhotoFrames>();
}

fn write<T: Vector>() {
    let folder = folder::<T>();
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    for (name, vector) in T::all() {
        let text = serde_json::to_string_pretty(&vector).unwrap() + "\n";
        fs::write(folder.join(name).with_extension("json"), text).unwrap();
    }
}
