//! Faces that are drawn, and what the machine says of them.

#![allow(clippy::unwrap_used, missing_docs)]

use card::PhotoFault;
use image::imageops::{FilterType, blur, overlay, resize, rotate90};
use image::{Rgb, RgbImage};
use photo::drawn::Drawn;
use photo::{Detector, Judgement};

fn judge(picture: RgbImage) -> Judgement {
    Detector::new().unwrap().judge(&picture.into()).unwrap()
}

fn sure(judgement: &Judgement) -> &[PhotoFault] {
    &judgement.faults
}

/// The picture with every channel changed.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn lit(picture: &RgbImage, light: impl Fn(f32) -> f32) -> RgbImage {
    let mut lit = picture.clone();
    for channel in lit.pixels_mut().flat_map(|pixel| &mut pixel.0) {
        *channel = light(f32::from(*channel)).clamp(0.0, 255.0) as u8;
    }
    lit
}

#[test]
fn a_straight_sharp_face_before_a_plain_wall_is_in_order_whatever_its_skin() {
    for number in 0..5 {
        for width in [300, 600, 1_500] {
            let judgement = judge(Drawn { number, width, ..Drawn::default() }.picture());
            assert!(judgement.is_good(), "person {number} at {width}: {judgement:?}");
        }
    }
}

#[test]
fn one_face_is_asked_for() {
    let wall = RgbImage::from_pixel(600, 800, Rgb([230; 3]));
    assert_eq!(sure(&judge(wall)), [PhotoFault::NoFace]);
    let mut two = RgbImage::from_pixel(1_200, 800, Rgb([234; 3]));
    overlay(&mut two, &Drawn::default().picture(), 0, 0);
    overlay(&mut two, &Drawn { number: 2, ..Drawn::default() }.picture(), 600, 0);
    assert!(sure(&judge(two)).contains(&PhotoFault::SeveralFaces));
    let upside_down = rotate90(&rotate90(&Drawn::default().picture()));
    assert!(!judge(upside_down).is_good());
}

#[test]
fn the_face_has_its_size_and_its_place() {
    for (drawn, fault) in [
        (Drawn { scale: 0.4, ..Drawn::default() }, PhotoFault::FaceTooSmall),
        (Drawn { scale: 2.4, ..Drawn::default() }, PhotoFault::FaceTooLarge),
        (Drawn { aside: (0.24, 0.0), ..Drawn::default() }, PhotoFault::OffCentre),
        (Drawn { width: 120, ..Drawn::default() }, PhotoFault::TooFewPixels),
        (Drawn { lean: 20.0, ..Drawn::default() }, PhotoFault::Tilted),
    ] {
        let judgement = judge(drawn.picture());
        assert!(sure(&judgement).contains(&fault), "{fault}: {judgement:?}");
    }
    let leaning = judge(Drawn { lean: 11.0, ..Drawn::default() }.picture());
    assert!(leaning.faults.is_empty() && leaning.doubts == [PhotoFault::Tilted], "{leaning:?}");
}

#[test]
fn light_and_focus_are_judged_and_not_the_skin() {
    for number in 0..5 {
        let good = Drawn { number, ..Drawn::default() }.picture();
        for (picture, fault) in [
            (blur(&good, 9.0), PhotoFault::Blurred),
            (lit(&good, |channel| channel * 0.08), PhotoFault::TooDark),
            (lit(&good, |channel| channel * 3.0 + 90.0), PhotoFault::TooBright),
        ] {
            let judgement = judge(picture);
            let told =
                judgement.faults.contains(&fault) || judgement.faults.contains(&PhotoFault::NoFace);
            assert!(told, "{fault}, person {number}: {judgement:?}");
        }
        // A little less light, or a little more, is nobody's fault.
        for change in [0.8, 1.05] {
            let judgement = judge(lit(&good, |channel| channel * change));
            assert!(judgement.is_good(), "person {number}, {change}: {judgement:?}");
        }
    }
}

#[test]
fn shut_eyes_are_for_a_person_to_look_at() {
    for number in 0..5 {
        let judgement = judge(Drawn { number, awake: false, ..Drawn::default() }.picture());
        assert!(judgement.faults.is_empty(), "person {number}: {judgement:?}");
        assert!(
            judgement.doubts.contains(&PhotoFault::EyesHidden),
            "person {number}: {judgement:?}"
        );
    }
}

#[test]
fn the_background_is_plain() {
    let mut shelves = Drawn::default().picture();
    for (x, y, pixel) in shelves.enumerate_pixels_mut() {
        if !(130..=470).contains(&x) && y / 40 % 2 == 0 {
            *pixel = Rgb([70, 60, 50]);
        }
    }
    let judgement = judge(shelves);
    assert!(sure(&judgement).contains(&PhotoFault::UnevenBackground), "{judgement:?}");
    let mut shadow = Drawn::default().picture();
    for (x, _, pixel) in shadow.enumerate_pixels_mut() {
        if x > 460 {
            pixel.0 = pixel.0.map(|channel| channel - channel / 5);
        }
    }
    let judgement = judge(shadow);
    assert!(judgement.faults.is_empty(), "{judgement:?}");
    assert_eq!(judgement.doubts, [PhotoFault::UnevenBackground]);
}

#[test]
fn a_picture_enlarged_from_a_small_one_is_blurred() {
    let small = Drawn { width: 60, ..Drawn::default() }.picture();
    let large = resize(&small, 600, 800, FilterType::CatmullRom);
    let judgement = judge(large);
    assert!(!judgement.is_good(), "{judgement:?}");
}

#[test]
fn any_picture_is_judged_without_a_panic() {
    let detector = Detector::new().unwrap();
    let mut state = 7_u32;
    for (width, height) in [(1, 1), (1, 900), (900, 1), (3, 5), (640, 480), (128, 128)] {
        let noise = RgbImage::from_fn(width, height, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [a, b, c, _] = state.to_be_bytes();
            Rgb([a, b, c])
        });
        assert!(!detector.judge(&noise.into()).unwrap().is_good(), "{width} × {height}");
    }
}
