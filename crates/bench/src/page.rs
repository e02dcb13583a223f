//! The customer's page: bytes on the wire of a cold visit, its time in a browser with a code against
//! without, and the verifier in WebAssembly against the same one native.

use std::fs;
use std::hint::black_box;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use flate2::Compression;
use flate2::write::GzEncoder;
use key_set::FileName;
use test_support::{Phone, World, at};
use web::{Checker, Step};

use crate::CARDS;

/// What a visit with a code doesn't fetch: the scanner, and the catalogues that it speaks.
const LATER: [&str; 7] = ["Scanner-", "web_scan", "nn-", "en-", "pl-", "lt-", "ro-"];

pub(crate) fn measure() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let built = root.join("ui/dist-customer");
    println!("page, bytes on the wire of a cold visit (gzip), without the key set");
    let mut all = 0;
    for file in files(&built) {
        let name = file.strip_prefix(&built).unwrap().to_str().unwrap().to_owned();
        let own = ["html", "js", "css", "wasm"].iter().any(|ending| name.ends_with(ending));
        let base = file.file_name().unwrap().to_str().unwrap();
        let aside = base == "old.js" || base == "sw.js";
        if !own || aside || LATER.iter().any(|later| base.starts_with(later)) {
            continue;
        }
        let bytes = zipped(&fs::read(&file).unwrap());
        println!("  {bytes:>7}  {name}");
        all += bytes;
    }
    println!("  {all:>7}  in all; with a status list for {CARDS} cards the limit is 250,000");

    let (native, wasm) = verify(&root);
    println!("page, text to answer, medians: WebAssembly (Node) / native: {:.2}", wasm / native);
    let (judged, bare) = visit(&root, &built);
    println!(
        "page, cold visit in Chromium, medians: a code judged / the page alone: {:.2}",
        judged / bare
    );
}

/// Milliseconds of a cold visit in a real browser, with a code and without.
fn visit(root: &Path, built: &Path) -> (f64, f64) {
    let hmskort = std::env::current_exe().unwrap().with_file_name("hmskort");
    let output = Command::new("node")
        .arg(root.join("crates/bench/src/visit.mjs"))
        .args([&hmskort, built])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let (judged, bare) = said.trim().split_once(' ').unwrap();
    (judged.parse().unwrap(), bare.parse().unwrap())
}

/// Microseconds of one check, native and in WebAssembly.
fn verify(root: &Path) -> (f64, f64) {
    let world = World { cards: CARDS, ..World::default() };
    let published = world.publish(at(0));
    let mut checker = Checker::new(world.root_file()).unwrap();
    while let Step::Need { file, .. } = checker.sync(at(10)) {
        let found = published.0.iter().find(|(name, _)| name.to_string() == file);
        checker.offer(file, found.map(|(_, bytes)| bytes.clone()));
    }
    let text = Phone::default().text(at(60));
    let fragment = text.split_once('#').unwrap().1;
    let mut times: Vec<f64> = (0..2_000)
        .map(|_| {
            let start = Instant::now();
            black_box(serde_json::to_string(&checker.check(black_box(fragment), at(60))).unwrap());
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);

    let folder = tempfile::tempdir().unwrap();
    let bundle = checker.bundle().unwrap();
    assert!(published.0.contains_key(&FileName::Head));
    for (name, bytes) in
        [("root", &bundle.root), ("head", &bundle.head), ("status", &bundle.status)]
    {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let output = Command::new("node")
        .arg(root.join("crates/bench/src/page.mjs"))
        .arg(root.join("ui/src/customer/wasm"))
        .arg(folder.path())
        .args([fragment, &at(60).timestamp_millis().to_string()])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let wasm = String::from_utf8(output.stdout).unwrap().trim().parse().unwrap();
    (times[times.len() / 2], wasm)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect();
    all.sort();
    all
}

fn zipped(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}
