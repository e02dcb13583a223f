//! Photos that are handed in: judged at once, and by a person where a machine has doubts.

use card::PhotoFault;
use image::{DynamicImage, ImageFormat};
use issuer::{IssuerError, Role};
use photo::drawn::Drawn;
use serde_json::json;
use test_support::at;
use wire::HandedInPhoto;

use crate::office::Office;

fn png(drawn: Drawn) -> Vec<u8> {
    drawn.png().unwrap()
}

/// One with shut eyes, which only a person may judge.
fn doubtful() -> Vec<u8> {
    png(Drawn { awake: false, ..Drawn::default() })
}

fn waits(office: &Office, file: &[u8], now: i64) -> i64 {
    match office.issuer.hand_in_photo(office.card, file, "t", at(now)).unwrap() {
        HandedInPhoto::Waiting { photo, doubts } => {
            assert!(doubts.contains(&PhotoFault::EyesHidden), "{doubts:?}");
            photo
        }
        other => panic!("it doesn't wait: {other:?}"),
    }
}

#[test]
fn a_good_photo_is_on_the_card_at_once_and_a_bad_one_is_refused_with_the_reasons() {
    let office = Office::new();
    let hand_in = |drawn| office.issuer.hand_in_photo(office.card, &png(drawn), "t", at(0));
    let Ok(HandedInPhoto::Accepted { digest }) = hand_in(Drawn::default()) else {
        panic!("a good photo is accepted")
    };
    assert!(office.issuer.photo(&digest.parse().unwrap()).is_ok());
    match hand_in(Drawn { scale: 0.4, aside: (0.3, 0.0), ..Drawn::default() }) {
        Err(IssuerError::PhotoFaults(faults)) => {
            assert!(faults.contains(&PhotoFault::FaceTooSmall), "{faults:?}");
            assert!(faults.contains(&PhotoFault::OffCentre), "{faults:?}");
        }
        other => panic!("a bad photo is refused, but {other:?}"),
    }
    assert!(office.issuer.photo(&digest.parse().unwrap()).is_ok(), "the good one stays");
    assert!(office.issuer.waiting_photos().unwrap().is_empty());
}

#[test]
fn a_doubtful_photo_waits_and_a_person_decides_once() {
    let office = Office::new();
    let photo = waits(&office, &doubtful(), 0);
    let (card, file) = office.issuer.waiting_photo(photo).unwrap();
    assert_eq!(card, office.card);
    assert!(image::load_from_memory_with_format(&file, ImageFormat::Jpeg).is_ok());
    let HandedInPhoto::Accepted { digest } =
        office.issuer.accept_photo(photo, "Kari", at(1)).unwrap()
    else {
        panic!("an accepted photo is on the card")
    };
    assert!(office.issuer.photo(&digest.parse().unwrap()).is_ok());
    let not_there = |result: Result<(), IssuerError>| {
        assert!(matches!(result, Err(IssuerError::NotFound(_))), "{result:?}");
    };
    not_there(office.issuer.accept_photo(photo, "Per", at(2)).map(drop));
    not_there(office.issuer.reject_photo(photo, PhotoFault::Turned, "Per", at(2)));
    not_there(office.issuer.waiting_photo(photo).map(drop));

    let photo = waits(&office, &doubtful(), 3);
    office.issuer.reject_photo(photo, PhotoFault::EyesHidden, "Kari", at(4)).unwrap();
    let last = office.issuer.last_waiting_photo(office.card).unwrap().unwrap();
    assert_eq!(
        (last.photo, last.waits, last.rejected),
        (photo, false, Some(PhotoFault::EyesHidden))
    );
    not_there(office.issuer.waiting_photo(photo).map(drop));
}

#[test]
fn one_photo_a_card_waits_and_a_good_one_ends_the_waiting() {
    let office = Office::new();
    let first = waits(&office, &doubtful(), 0);
    let second = waits(&office, &doubtful(), 1);
    let waiting = office.issuer.waiting_photos().unwrap();
    assert_eq!(waiting.iter().map(|one| one.photo).collect::<Vec<_>>(), [second]);
    assert!(office.issuer.waiting_photo(first).is_err());
    office.issuer.hand_in_photo(office.card, &png(Drawn::default()), "t", at(2)).unwrap();
    assert!(office.issuer.waiting_photos().unwrap().is_empty());
}

/// 16 bits a channel, grey, with transparency: as cameras and programs write them.
#[test]
fn a_photo_is_judged_alike_in_any_kind_of_pixel() {
    let office = Office::new();
    let face = DynamicImage::ImageRgb8(Drawn::default().picture());
    for picture in [
        DynamicImage::ImageRgb16(face.to_rgb16()),
        DynamicImage::ImageRgba8(face.to_rgba8()),
        DynamicImage::ImageLuma8(face.to_luma8()),
        DynamicImage::ImageLumaA16(face.to_luma_alpha16()),
    ] {
        let mut file = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Png).unwrap();
        let answer = office.issuer.hand_in_photo(office.card, &file.into_inner(), "t", at(0));
        assert!(matches!(answer, Ok(HandedInPhoto::Accepted { .. })), "{:?}", picture.color());
    }
}

#[test]
fn what_is_no_picture_is_refused_before_anything_is_judged() {
    let office = Office::new();
    let svg =
        br#"<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>"#;
    let good = png(Drawn::default());
    for file in [b"".as_slice(), svg, &good[..good.len() / 2]] {
        let refused = office.issuer.hand_in_photo(office.card, file, "t", at(0));
        assert!(matches!(refused, Err(IssuerError::Photo(_))), "{refused:?}");
    }
}

#[test]
fn over_http_the_office_hands_in_looks_decides_and_overrides() {
    let office = Office::new();
    let served = office.serve();
    let token = office.issuer.new_token(Role::Office, "Kari", at(0)).unwrap();
    let kari = format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\n");
    let path = format!("/office/workers/{}/photo", office.card);
    let wall = {
        let mut file = std::io::Cursor::new(Vec::new());
        let wall = image::GrayImage::from_pixel(300, 400, image::Luma([200]));
        wall.write_to(&mut file, ImageFormat::Png).unwrap();
        file.into_inner()
    };
    let refused = served.send("PUT", &path, &kari, &wall);
    assert_eq!(refused.problem(), (422, "photo_refused".into()));
    assert_eq!(refused.json()["faults"], json!(["no_face"]));
    assert!(refused.json()["title"].as_str().unwrap().contains("No face"), "{refused:?}");
    let set = served.send("PUT", &format!("{path}?override=passport%20photo"), &kari, &wall);
    assert_eq!((set.status, &set.json()["state"]), (200, &json!("accepted")), "{set:?}");

    let answer = served.send("PUT", &path, &kari, &doubtful()).json();
    assert_eq!(answer["state"], "waiting", "{answer}");
    let photo = format!("/office/photos/{}", answer["photo"]);
    let list = served.send("GET", "/office/photos", &kari, b"").json();
    assert_eq!(list[0]["photo"], answer["photo"]);
    let shown = served.send("GET", &photo, &kari, b"");
    assert!(shown.body.starts_with(&[0xff, 0xd8]) && shown.head.contains("no-store"));
    let reason = serde_json::to_vec(&json!({ "reason": "ugly" })).unwrap();
    let path = format!("{photo}/reject");
    assert_eq!(served.send("POST", &path, &kari, &reason).problem().0, 422);
    let reason = serde_json::to_vec(&json!({ "reason": "eyes_hidden" })).unwrap();
    assert_eq!(served.send("POST", &path, &kari, &reason).status, 200);
    assert_eq!(served.send("POST", &path, &kari, &reason).problem().0, 404);
    assert_eq!(served.send("POST", "/office/photos/x/accept", &kari, b"").problem().0, 404);
}
