//! Writes the seeds of all targets into a folder, for libFuzzer to start from.

#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use fuzzing::{TARGETS, seeds};

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).unwrap());
    for (name, _) in TARGETS {
        let folder = folder.join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for (number, seed) in seeds(name).into_iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{number}")), seed).unwrap();
        }
    }
}
