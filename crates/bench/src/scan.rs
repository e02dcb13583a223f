//! How many camera frames are read, and how quickly: our code beside larger ones, by the decoder
//! we use and by one that isn't ours.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use credential::{Claims, PhotoDigest};
use presentation::QrMatrix;
use test_support::{Phone, at};

use crate::camera::{Picture, photograph};

const FRAMES: u64 = 60;

pub(crate) fn measure() {
    let photo = Some(PhotoDigest::from([0xab; PhotoDigest::BYTES]));
    let phone = Phone::with(Claims { photo, ..Phone::claims() });
    let own = phone.text(at(0));
    println!("\nscan, {FRAMES} rendered frames each  decoder      read   ms a frame, median");
    for size in [(640, 480), (1280, 720)] {
        for text in [own.clone(), of_version(20), of_version(25)] {
            let qr = QrMatrix::of(&text).unwrap();
            let frames: Vec<_> = (0..FRAMES).map(|n| photograph(&qr, size, n)).collect();
            let name = format!("  {} × {}, version {}", size.0, size.1, qr.version());
            row(&name, "rxing", ours(&frames, &text));
            row("", "zxing-cpp", theirs(&frames, &text));
        }
    }
}

fn row(name: &str, decoder: &str, (read, median): (usize, f64)) {
    println!("{name:<32}  {decoder:<10} {:>4} %   {median:>6.1}", 100 * read / FRAMES as usize);
}

/// The shortest code in digits that has this version.
fn of_version(version: i16) -> String {
    let text = |digits: usize| format!("HTTPS://HMSKORT.EXAMPLE/V#{}", "7".repeat(digits));
    let digits = (0..4_000)
        .step_by(10)
        .find(|digits| QrMatrix::of(&text(*digits)).is_ok_and(|qr| qr.version() == version));
    text(digits.unwrap())
}

fn ours(frames: &[Picture], text: &str) -> (usize, f64) {
    let mut times = Vec::new();
    let read = frames.iter().filter(|frame| {
        let luma = frame.luma.clone();
        let start = Instant::now();
        let found = inspector::scan::frame(luma, frame.width, frame.height);
        times.push(start.elapsed().as_secs_f64() * 1e3);
        found.is_ok_and(|found| found.as_deref() == Some(text))
    });
    let read = read.count();
    times.sort_by(f64::total_cmp);
    (read, times[times.len() / 2])
}

/// zxing-cpp, from Python, on the same frames.
fn theirs(frames: &[Picture], text: &str) -> (usize, f64) {
    let folder = tempfile::tempdir().unwrap();
    for (number, frame) in frames.iter().enumerate() {
        let head = format!("P5 {} {} 255\n", frame.width, frame.height);
        let file = [head.as_bytes(), &frame.luma].concat();
        fs::write(folder.path().join(format!("{number}.pgm")), file).unwrap();
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let said = Command::new(root.join(".cache/venv/bin/python"))
        .args(["-c", SCRIPT])
        .args([folder.path().as_os_str(), text.as_ref()])
        .output()
        .unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    let (read, median) = said.trim().split_once(' ').expect("`make setup` installs zxing-cpp");
    (read.parse().unwrap(), median.parse().unwrap())
}

const SCRIPT: &str = "
import pathlib, statistics, sys, time
import numpy, PIL.Image, zxingcpp
read, times = 0, []
for file in pathlib.Path(sys.argv[1]).iterdir():
    frame = numpy.asarray(PIL.Image.open(file))
    start = time.perf_counter()
    found = zxingcpp.read_barcodes(frame, formats=zxingcpp.BarcodeFormat.QRCode)
    times.append(1e3 * (time.perf_counter() - start))
    read += any(code.text == sys.argv[2] for code in found)
print(read, statistics.median(times))
";
