//! How many camera frames are read, and how quickly: our code beside one as large as the EU's
//! digital COVID certificate (version 20) and one as large as CoronaCheck's (25), by the decoder we
//! use and by two that aren't ours.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use credential::{Claims, PhotoDigest};
use presentation::QrMatrix;
use test_support::{Phone, at};

use crate::camera::{Light, Picture, photograph};

const FRAMES: u64 = 60;

/// Decoders of Python's, by the word that the script knows them by.
const OTHERS: [&str; 2] = ["zxing-cpp", "OpenCV"];

pub(crate) fn measure() {
    let photo = Some(PhotoDigest::from([0xab; PhotoDigest::BYTES]));
    let phone = Phone::with(Claims { photo, ..Phone::claims() });
    let own = phone.text(at(0));
    println!("\nscan, {FRAMES} rendered frames each: read, and ms a frame, median");
    for (light, lit) in Light::ALL {
        for size in [(640, 480), (1280, 720), (1920, 1080)] {
            for text in [own.clone(), of_version(20), of_version(25)] {
                let qr = QrMatrix::of(&text).unwrap();
                let frames: Vec<_> = (0..FRAMES).map(|n| photograph(&qr, size, lit, n)).collect();
                print!("  {light}, {} × {}, version {}:", size.0, size.1, qr.version());
                tell("rxing", ours(&frames, &text));
                for (decoder, found) in OTHERS.iter().zip(theirs(&frames, &text)) {
                    tell(decoder, found);
                }
                println!();
            }
        }
    }
}

fn tell(decoder: &str, (read, median): (usize, f64)) {
    print!("  {decoder} {} % ({median:.1})", 100 * read / FRAMES as usize);
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

/// The other decoders, from Python, on the same frames.
fn theirs(frames: &[Picture], text: &str) -> Vec<(usize, f64)> {
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
    let found = said.lines().map(|line| {
        let (read, median) = line.split_once(' ').expect("a count and a time");
        (read.parse().unwrap(), median.parse().unwrap())
    });
    let found: Vec<_> = found.collect();
    assert_eq!(found.len(), OTHERS.len(), "`make bench` installs them");
    found
}

const SCRIPT: &str = "
import pathlib, statistics, sys, time
import cv2, zxingcpp
frames = [cv2.imread(str(f), cv2.IMREAD_GRAYSCALE) for f in pathlib.Path(sys.argv[1]).iterdir()]
opencv = cv2.QRCodeDetector()
def zxing(frame):
    found = zxingcpp.read_barcodes(frame, formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]
def cv(frame):
    try:
        return [opencv.detectAndDecode(frame)[0]]
    except (cv2.error, UnicodeDecodeError):
        return []
for decode in (zxing, cv):
    read, times = 0, []
    for frame in frames:
        start = time.perf_counter()
        found = decode(frame)
        times.append(1e3 * (time.perf_counter() - start))
        read += sys.argv[2] in found
    print(read, statistics.median(times))
";
