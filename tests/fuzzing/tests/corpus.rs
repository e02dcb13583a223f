//! The corpus and the seeds, replayed; and the seeds cut, flipped and doubled.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use fuzzing::{TARGETS, seeds};

#[test]
fn what_fuzzing_found_stays_mended() {
    for (name, target) in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
        for file in fs::read_dir(&folder).into_iter().flatten() {
            target(&fs::read(file.unwrap().path()).unwrap());
        }
    }
}

#[test]
fn seeds_cut_flipped_and_doubled_break_nothing() {
    for (name, target) in TARGETS {
        for seed in seeds(name) {
            target(&seed);
            target(&[seed.as_slice(), &seed].concat());
            // Pictures and long files take long; a prime step visits every kind of place.
            let step = if seed.len() > 2_000 { 997 } else { 7 };
            for place in (0..seed.len()).step_by(step) {
                target(&seed[..place]);
                let mut flipped = seed.clone();
                flipped[place] ^= 1 << (place % 8);
                target(&flipped);
            }
        }
    }
}
