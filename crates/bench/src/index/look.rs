//! Looking into the index, and giving verdicts meanwhile.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use index::Record;
use inspector::{About, Inspector};
use rusqlite::Connection;
use test_support::{at, mixed, person};
use verifier::{Outcome, Policy};

use super::{p, time};
use crate::CARDS;
use crate::population::name;

/// How often a single look-up is timed.
const LOOKS: usize = 3_000;

/// What a process has in memory that opened a device and looked one number up.
pub(crate) fn rest(store: &Path) {
    let device = Inspector::open(store).unwrap();
    let number = person(77).national_id;
    let _ = device.find(number.expose(), at(86_420));
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    println!("{}", line.split_whitespace().nth(1).unwrap());
}

pub(super) fn look_up(device: &Inspector, tablet: &Path) {
    let now = at(86_420);
    let plain = Connection::open(tablet.join("index.db")).unwrap();
    let key = std::fs::read_to_string(tablet.join("store.key")).unwrap();
    plain.pragma_update(None, "key", format!("x'{key}'")).unwrap();
    plain.pragma_update(None, "cache_size", -32 * 1024).unwrap();
    let mut bare = plain.prepare("SELECT record FROM person WHERE national_id = ?1").unwrap();
    let mut company = plain.prepare("SELECT name FROM company WHERE number = ?1").unwrap();
    let mut record =
        |number: i64| bare.query_row([number], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    // Each number as it is typed and as it is stored, and the companies on the card.
    let asked: Vec<(String, i64, BTreeSet<u32>)> = (0..LOOKS as u64)
        .map(|n| {
            let typed = person(1 + mixed(n) % u64::from(CARDS)).national_id.expose().to_owned();
            let number = typed.parse().unwrap();
            let jobs = Record::from_bytes(&record(number)).unwrap().employments;
            (typed, number, jobs.iter().map(|job| job.company.get()).collect())
        })
        .collect();
    for (what, named) in [("record", false), ("record and of its companies' names", true)] {
        let ask_us = |(typed, ..): &(String, _, _)| {
            time(|| assert_eq!(device.find(typed, now).unwrap().hits.len(), 1))
        };
        let mut ask_bare = |(_, number, companies): &(_, i64, BTreeSet<u32>)| {
            time(|| {
                record(*number);
                for number in companies.iter().filter(|_| named) {
                    company.query_row([number], |row| row.get::<_, String>(0)).unwrap();
                }
            })
        };
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        // Both have read the pages that they need once, and neither always comes after the other,
        // when they are in the processor's caches.
        for _ in 0..2 {
            (ours, theirs) = (Vec::new(), Vec::new());
            for [one, another] in asked.as_chunks().0 {
                ours.push(ask_us(one));
                theirs.extend([one, another].map(&mut ask_bare));
                ours.push(ask_us(another));
            }
        }
        println!(
            "  look-up by number / bare indexed SELECTs of the {what}: 99th percentile {:.2}, median {:.2}",
            p(&ours, 99) / p(&theirs, 99),
            p(&ours, 50) / p(&theirs, 50)
        );
    }
    // As one types a name, from the third letter on, each letter a search.
    let mut typed = Vec::new();
    for n in 0..150_u64 {
        let name = name(1 + mixed(n ^ 7) % u64::from(CARDS));
        for length in 3..=name.chars().count() {
            let asked: String = name.chars().take(length).collect();
            typed.push(time(|| {
                device.find(&asked, now).unwrap();
            }));
        }
    }
    println!(
        "  search as one types, {} searches: median {:.1} ms, 99th percentile {:.1} ms, longest {:.1} ms",
        typed.len(),
        p(&typed, 50) * 1_000.0,
        p(&typed, 99) * 1_000.0,
        p(&typed, 100) * 1_000.0
    );
}

/// How long verdicts took, each with the person in full, until it is over.
pub(super) fn verdicts(device: &Inspector, code: &str, over: &AtomicBool, most: usize) -> Vec<f64> {
    let now = at(86_420);
    let mut times = Vec::new();
    while !over.load(Ordering::Acquire) && times.len() < most {
        let n = 1 + mixed(times.len() as u64) % u64::from(CARDS);
        let card = u32::try_from(n * 6_700_417 % 10_000_000).unwrap().try_into().unwrap();
        times.push(time(|| {
            let verdict = device.check_text(code, now, &Policy::default());
            assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", verdict.reasons);
            device.person(card, &About::default(), now).unwrap().unwrap();
        }));
    }
    times
}
