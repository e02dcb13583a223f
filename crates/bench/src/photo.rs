//! How long a photo takes from the worker's screen to the tablet: frames that our decoder reads,
//! until the photo is whole, with a camera that catches some of them between two.

use inspector::scan;
use photo_code::{Collector, FRAMES_A_SECOND, Fountain, Step};
use presentation::QrMatrix;

use crate::camera::{Light, Picture, photograph};

/// Bytes of the photos: a small one, an ordinary one, and the largest that the issuer gives out.
const LENGTHS: [usize; 3] = [8_000, 18_000, 32_768];

/// Photos of each length.
const TIMES: u64 = 5;

/// How many pictures the tablet looks at in a second.
const LOOKS: u32 = 10;

/// How long a picture is exposed, in seconds. One that begins in one frame and ends in the next
/// has both.
const EXPOSED: f64 = 1.0 / 30.0;

pub(crate) fn measure() {
    println!(
        "\nphoto code, {FRAMES_A_SECOND} frames shown a second, {LOOKS} looked at  needed  looked at  read  seconds"
    );
    for size in [(640, 480), (1280, 720)] {
        for length in LENGTHS {
            let mut runs: Vec<_> = (0..TIMES).map(|run| transfer(length, size, run)).collect();
            runs.sort_by_key(|run| run.looked);
            let middle = &runs[runs.len() / 2];
            println!(
                "  {} × {}, {length} bytes {:>24} {:>9} {:>6} % {:>7.1}",
                size.0,
                size.1,
                middle.needed,
                middle.looked,
                100 * middle.read / middle.looked,
                f64::from(middle.looked) / f64::from(LOOKS)
            );
        }
    }
}

struct Run {
    needed: u16,
    looked: u32,
    read: u32,
}

fn transfer(length: usize, size: (u32, u32), run: u64) -> Run {
    let photo: Vec<u8> =
        (0..length as u64).map(|at| ((at * at * 31 + at * (run + 7)) >> 5) as u8).collect();
    let fountain = Fountain::of(&photo).unwrap();
    let mut collector = Collector::for_photo(fountain.digest());
    let (mut looked, mut read) = (0, 0);
    let begins = run as f64 * 0.037;
    loop {
        let at = begins + f64::from(looked) / f64::from(LOOKS);
        let place = |seconds: f64| (seconds * f64::from(FRAMES_A_SECOND)) as u32;
        // One hand holds one phone before one tablet: the same view all the time.
        let shot = run * 1_000 + u64::from(looked) / 8;
        let first = seen(&fountain, place(at), size, shot);
        let picture = match place(at + EXPOSED) {
            same if same == place(at) => first,
            next => mixed(first, &seen(&fountain, next, size, shot)),
        };
        looked += 1;
        if let Ok(Some(text)) = scan::frame(picture.luma, picture.width, picture.height) {
            read += 1;
            if let Step::Complete(file) = collector.take(&text).unwrap() {
                assert_eq!(file, photo);
                return Run { needed: fountain.needed(), looked, read };
            }
        }
        assert!(looked < 5_000, "{:?}", collector.progress());
    }
}

fn seen(fountain: &Fountain, place: u32, size: (u32, u32), shot: u64) -> Picture {
    let text = fountain.frames(place, 1).pop().unwrap();
    photograph(&QrMatrix::one_of_many(&text).unwrap(), size, Light::Day, shot)
}

/// Half of one, half of the other.
fn mixed(mut one: Picture, other: &Picture) -> Picture {
    for (grey, second) in one.luma.iter_mut().zip(&other.luma) {
        *grey = u8::midpoint(*grey, *second);
    }
    one
}
