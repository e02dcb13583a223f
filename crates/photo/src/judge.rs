//! Whether a picture can be a card's photo.
//!
//! The rules are those of the card (5.1.2: eyes and ears visible, no shadow on the background) and
//! what they are taken from (ICAO Doc 9303-3 § 3.2, ISO/IEC 39794-5 annex D): one face, straight,
//! in the middle, sharp, evenly lit, before an even background. Each measure has two limits:
//! beyond the far one the picture is refused at once, between the two a person looks.

use card::PhotoFault;
use image::{DynamicImage, GrayImage};
use serde::{Deserialize, Serialize};

use crate::detector::{Broken, Detector, Face, Point};
use crate::measure::{Area, quantile, real, share, sharpness, spread};

/// What the machine says of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Judgement {
    /// What is surely wrong: the picture is refused.
    pub faults: Vec<PhotoFault>,
    /// What may be wrong: a person has to look.
    pub doubts: Vec<PhotoFault>,
}

/// How far a measure is beyond its limits.
#[derive(Clone, Copy)]
struct Limits {
    doubt: f32,
    fault: f32,
}

/// Pixels between the eyes in the file; the card's window is filled at about 60.
const EYES_APART: Limits = Limits { doubt: 45.0, fault: 30.0 };
/// The same as a share of the picture's width.
const FACE_SMALL: Limits = Limits { doubt: 0.14, fault: 0.10 };
const FACE_LARGE: Limits = Limits { doubt: 0.34, fault: 0.42 };
/// How far the nose is from the middle, in widths.
const OFF_CENTRE: Limits = Limits { doubt: 0.10, fault: 0.18 };
/// How far the line through the eyes is from level, in degrees.
const TILT: Limits = Limits { doubt: 8.0, fault: 14.0 };
/// How far the nose is from between the eyes, by the distance between them.
const TURN: Limits = Limits { doubt: 0.22, fault: 0.40 };
/// Sharpness of the face; a picture blurred on purpose lies below.
const BLUR: Limits = Limits { doubt: 0.13, fault: 0.068 };
/// The share of the face that is burnt out, or without any light.
const CLIPPED: Limits = Limits { doubt: 0.15, fault: 0.40 };
/// The spread of luma behind the head.
const BACKGROUND: Limits = Limits { doubt: 16.0, fault: 42.0 };
/// How much darker an iris is than the whites beside it, by the face's range of luma. Shut eyes and
/// dark glasses lie below; so may narrow eyes in bad light, so that this is never more than a doubt.
const IRIS: Limits = Limits { doubt: 0.32, fault: f32::NEG_INFINITY };
/// A picture of which half is darker than this was taken in the dark, whoever it shows.
const DARK: Limits = Limits { doubt: 45.0, fault: 22.0 };
/// How sure the detector is of a face that counts.
const SURE: f32 = 0.75;

impl Judgement {
    /// Whether the picture is in order.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.faults.is_empty() && self.doubts.is_empty()
    }

    fn over(&mut self, fault: PhotoFault, value: f32, limits: Limits) {
        if value > limits.fault {
            self.faults.push(fault);
        } else if value > limits.doubt {
            self.doubts.push(fault);
        }
    }

    fn under(&mut self, fault: PhotoFault, value: f32, limits: Limits) {
        let Limits { doubt, fault: far } = limits;
        self.over(fault, -value, Limits { doubt: -doubt, fault: -far });
    }
}

impl Detector {
    /// Judges an upright picture.
    ///
    /// # Errors
    /// [`Broken`]; nothing in a picture leads to that.
    pub fn judge(&self, picture: &DynamicImage) -> Result<Judgement, Broken> {
        let faces = self.faces(&picture.to_rgb8())?;
        let grey = picture.to_luma8();
        let mut judgement = Judgement::default();
        let Some(face) = only(&faces, &mut judgement) else { return Ok(judgement) };
        place(face, &grey, &mut judgement);
        light(face, &grey, &mut judgement);
        judgement.doubts.retain(|doubt| !judgement.faults.contains(doubt));
        Ok(judgement)
    }
}

/// The face that the photo is of, if it is only one.
fn only<'f>(faces: &'f [Face], judgement: &mut Judgement) -> Option<&'f Face> {
    let sure = faces.iter().filter(|face| face.score >= SURE).count();
    match (sure, faces.len()) {
        (_, 0) => judgement.faults.push(PhotoFault::NoFace),
        (0, _) => judgement.doubts.push(PhotoFault::NoFace),
        (1, 1) => {}
        (1, _) => judgement.doubts.push(PhotoFault::SeveralFaces),
        _ => judgement.faults.push(PhotoFault::SeveralFaces),
    }
    faces.first()
}

/// Size, place and attitude of the head.
fn place(face: &Face, picture: &GrayImage, judgement: &mut Judgement) {
    let width = real(picture.width());
    let [left, right] = face.eyes;
    let (dx, dy) = (right.0 - left.0, right.1 - left.1);
    let apart = dx.hypot(dy).max(1.0);
    judgement.under(PhotoFault::TooFewPixels, apart, EYES_APART);
    judgement.under(PhotoFault::FaceTooSmall, apart / width, FACE_SMALL);
    judgement.over(PhotoFault::FaceTooLarge, apart / width, FACE_LARGE);
    judgement.over(PhotoFault::OffCentre, (face.nose.0 / width - 0.5).abs(), OFF_CENTRE);
    let height = real(picture.height());
    let outside = face.from.1 < 0.0 || face.to.1 > height || face.from.0 < 0.0 || face.to.0 > width;
    judgement.over(
        PhotoFault::FaceTooLarge,
        if outside { 1.0 } else { 0.0 },
        Limits { doubt: 0.5, fault: 2.0 },
    );
    judgement.over(PhotoFault::Tilted, dy.atan2(dx).to_degrees().abs(), TILT);
    // Along the line through the eyes, so that a lean is no turn.
    let from_left = ((face.nose.0 - left.0) * dx + (face.nose.1 - left.1) * dy) / (apart * apart);
    judgement.over(PhotoFault::Turned, (from_left - 0.5).abs(), TURN);
}

/// Focus, light, eyes and background.
fn light(face: &Face, picture: &GrayImage, judgement: &mut Judgement) {
    let size = picture.dimensions();
    judgement.under(PhotoFault::TooDark, quantile(picture, 0.5), DARK);
    if let Some(skin) = Area::within(face.from, face.to, size).map(|area| area.of(picture)) {
        judgement.under(PhotoFault::Blurred, sharpness(&skin), BLUR);
        judgement.over(PhotoFault::TooBright, share(&skin, |luma| luma >= 250), CLIPPED);
        judgement.over(PhotoFault::TooDark, share(&skin, |luma| luma <= 6), CLIPPED);
        let range = (quantile(&skin, 0.97) - quantile(&skin, 0.03)).max(1.0);
        let least =
            face.eyes.map(|eye| iris(eye, face, picture)).into_iter().fold(f32::MAX, f32::min);
        judgement.under(PhotoFault::EyesHidden, least / range, IRIS);
    }
    judgement.over(PhotoFault::UnevenBackground, behind(face, picture), BACKGROUND);
    judgement.faults.dedup();
    judgement.doubts.dedup();
}

/// How much darker the middle of an eye is than what lies beside it, where that is most, near the
/// point that the detector gives. Distances are those between people's eyes, irises and whites.
fn iris((x, y): Point, face: &Face, picture: &GrayImage) -> f32 {
    let apart = (face.eyes[1].0 - face.eyes[0].0).max(1.0);
    let band = |x: f32, y: f32, from: f32, to: f32| {
        let at = |across: f32, down: f32| (x + across * apart, y + down * apart);
        let area = Area::within(at(from, -0.04), at(to, 0.04), picture.dimensions())?;
        Some(spread(&area.of(picture)).0)
    };
    let steps = |most: f32| [-most, -most / 2.0, 0.0, most / 2.0, most];
    let near = steps(0.08).into_iter().flat_map(|dx| steps(0.08).map(|dy| (dx, dy)));
    let contrast = near.filter_map(|(dx, dy)| {
        let (x, y) = (x + dx * apart, y + dy * apart);
        let whites = band(x, y, -0.20, -0.13)? + band(x, y, 0.13, 0.20)?;
        Some(whites / 2.0 - band(x, y, -0.06, 0.06)?)
    });
    contrast.fold(f32::NEG_INFINITY, f32::max)
}

/// How uneven the background is: the spread of what lies left and right of the head, above the
/// shoulders, and of the two against each other.
fn behind(face: &Face, picture: &GrayImage) -> f32 {
    let size = picture.dimensions();
    let apart = (face.eyes[1].0 - face.eyes[0].0).max(1.0);
    let (low, width) = (face.nose.1, real(size.0));
    let sides = [
        ((0.0, 0.0), (face.ears[0].0.min(face.from.0) - 0.45 * apart, low)),
        ((face.ears[1].0.max(face.to.0) + 0.45 * apart, 0.0), (width, low)),
    ];
    let areas = sides.into_iter().filter_map(|(from, to)| Area::within(from, to, size));
    let spreads: Vec<_> = areas.map(|area| spread(&area.of(picture))).collect();
    let most = spreads.iter().map(|(_, deviation)| *deviation).fold(0.0, f32::max);
    let means = spreads.iter().map(|(mean, _)| *mean);
    let apart = means.clone().fold(0.0, f32::max) - means.fold(255.0, f32::min);
    most.max(apart.max(0.0) / 2.0)
}
