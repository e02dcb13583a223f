//! Photos: what is taken in, and what is given out.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage};
use issuer::IssuerError;
use test_support::at;

use crate::office::Office;

/// Red above, blue below.
fn two_halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |_, y| {
        if y < height / 2 { Rgb([250, 0, 0]) } else { Rgb([0, 0, 250]) }
    })
}

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// A picture that is taken in.
pub(crate) fn picture() -> Vec<u8> {
    encoded(&two_halves(300, 400), ImageFormat::Png)
}

fn given_out(office: &Office, file: &[u8]) -> Vec<u8> {
    let digest = office.issuer.set_photo(office.card, file, "t", at(0)).unwrap();
    office.issuer.photo(&digest).unwrap()
}

#[track_caller]
fn refused(file: &[u8]) -> &'static str {
    let office = Office::new();
    match office.issuer.set_photo(office.card, file, "t", at(0)) {
        Err(IssuerError::Photo(why)) => why,
        other => panic!("not refused, but {other:?}"),
    }
}

#[test]
fn jpeg_png_and_webp_become_a_small_jpeg_of_the_same_shape() {
    let office = Office::new();
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        for ((width, height), expected) in
            [((1_200, 1_600), (300, 400)), ((1_000, 1_000), (300, 300)), ((120, 150), (120, 150))]
        {
            let file = given_out(&office, &encoded(&two_halves(width, height), format));
            assert!(file.len() <= wire::MAX_PHOTO);
            let photo = image::load_from_memory_with_format(&file, ImageFormat::Jpeg).unwrap();
            assert_eq!((photo.width(), photo.height()), expected, "{format:?}");
        }
    }
}

#[test]
fn noise_is_made_to_fit() {
    let mut state = 1_u32;
    let noise = RgbImage::from_fn(600, 800, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = state.to_be_bytes();
        Rgb([a, b, c])
    });
    let office = Office::new();
    assert!(given_out(&office, &encoded(&noise, ImageFormat::Png)).len() <= wire::MAX_PHOTO);
}

/// A JPEG as a phone held sideways makes it: EXIF says to turn it a quarter to the right.
fn sideways_with_metadata() -> Vec<u8> {
    let mut exif = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    exif.extend(b"\x01\x0e\0\x02\0\0\0\x0a\0\0\0\x26\0\0\0\0Oslo 59.9\0");
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new(&mut file);
    encoder.set_exif_metadata(exif).unwrap();
    let picture = DynamicImage::ImageRgb8(two_halves(400, 300));
    picture.write_with_encoder(encoder).unwrap();
    file
}

#[test]
fn the_picture_is_turned_upright_and_its_metadata_is_dropped() {
    let camera = sideways_with_metadata();
    assert!(camera.windows(4).any(|part| part == b"Oslo"), "the test's own picture has metadata");
    let file = given_out(&Office::new(), &camera);
    assert!(!file.windows(4).any(|part| part == b"Oslo" || part == b"Exif"));
    let photo = image::load_from_memory(&file).unwrap().into_rgb8();
    assert_eq!(photo.dimensions(), (300, 400));
    // Above came to lie on the right.
    let (left, right) = (photo.get_pixel(20, 200), photo.get_pixel(280, 200));
    assert!(left[2] > 150 && right[0] > 150, "{left:?} {right:?}");
}

#[test]
fn the_same_picture_twice_has_two_digests_and_the_first_is_gone() {
    let office = Office::new();
    let file = encoded(&two_halves(300, 400), ImageFormat::Png);
    let first = office.issuer.set_photo(office.card, &file, "t", at(0)).unwrap();
    let second = office.issuer.set_photo(office.card, &file, "t", at(1)).unwrap();
    assert_ne!(first, second);
    assert!(matches!(office.issuer.photo(&first), Err(IssuerError::NotFound(_))));
    assert!(second.fits(&office.issuer.photo(&second).unwrap()));
}

#[test]
fn credentials_name_the_photo_from_the_next_refresh_on() {
    let office = Office::new();
    let phone = office.phone("phone");
    let named = || {
        let state = phone.refresh(&office, at(10)).unwrap();
        let credential = &state.employments[0].credential.0;
        let key = office.issuer.root().unwrap().issuer_keys()[0].key.clone();
        let credential = credential::UnverifiedCredential::from_cose(credential).unwrap();
        credential.verify(&key).unwrap().claims().photo
    };
    assert_eq!(named(), None);
    let file = encoded(&two_halves(300, 400), ImageFormat::Png);
    let digest = office.issuer.set_photo(office.card, &file, "t", at(5)).unwrap();
    assert_eq!(named(), Some(digest));
}

#[test]
fn each_file_that_cant_be_a_photo_is_told_why() {
    let readable = "it is not a JPEG, PNG or WebP that can be read";
    assert_eq!(refused(b""), readable);
    assert_eq!(refused(b"not a picture"), readable);
    assert_eq!(refused(b"GIF89a\x01\0\x01\0\0\0\0;"), readable);
    let png = encoded(&two_halves(300, 400), ImageFormat::Png);
    assert_eq!(refused(&png[..png.len() / 2]), readable);
    assert_eq!(refused(&vec![0; 6 * 1024 * 1024]), "the file has more than 5 MiB");
    let small = encoded(&two_halves(99, 400), ImageFormat::Png);
    assert_eq!(refused(&small), "it has fewer than 100 × 100 pixels");
}

/// A few dozen bytes that declare four billion pixels.
#[test]
fn a_picture_that_declares_too_much_is_refused_before_memory_is_taken() {
    let mut png = encoded(&two_halves(300, 400), ImageFormat::Png);
    // IHDR: length, type, width, height …, CRC over type and data.
    png[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let crc = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    assert_eq!(refused(&png), "it has more than 4096 × 4096 pixels");
    let wide = encoded(&two_halves(4_097, 100), ImageFormat::Png);
    assert_eq!(refused(&wide), "it has more than 4096 × 4096 pixels");
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 }
        })
    })
}

#[test]
fn the_service_gives_a_photo_to_those_who_know_its_digest() {
    let office = Office::new();
    let file = encoded(&two_halves(300, 400), ImageFormat::Png);
    let digest = office.issuer.set_photo(office.card, &file, "t", at(0)).unwrap();
    let served = office.serve();
    let answer = served.get(&format!("/photos/{digest}"));
    assert_eq!(answer.status, 200);
    assert!(digest.fits(&answer.body));
    for header in ["content-type: image/jpeg", "x-content-type-options: nosniff", "immutable"] {
        assert!(answer.head.contains(header), "{header}: {}", answer.head);
    }
    let upper = digest.to_string().to_uppercase();
    let other = "0".repeat(32);
    for name in [upper.as_str(), &other, "", "x", "../issuer.db", "..%2fissuer.db", "%ff"] {
        let (status, code) = served.get(&format!("/photos/{name}")).problem();
        assert!(status == 404 && code == "not_found" || name == "%ff", "{name}: {status}");
    }
}
