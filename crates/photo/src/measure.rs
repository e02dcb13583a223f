//! What is measured of a picture's light: each as a number that a threshold can be held against.
//!
//! Skin may be of any colour. So nothing here asks how bright a face is: sharpness is held against
//! the face's own contrast, light against what is clipped, the background against itself.

use image::GrayImage;
use image::imageops::{FilterType, crop_imm, resize};

/// A rectangle in pixels, inside a picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    pub(crate) x: u32,
    pub(crate) y: u32,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Area {
    /// The part of a rectangle that lies in a picture of this size; nothing below 4 × 4 pixels.
    pub(crate) fn within(
        (left, top): (f32, f32),
        (right, bottom): (f32, f32),
        (width, height): (u32, u32),
    ) -> Option<Self> {
        let clamp = |at: f32, most: u32| whole(at.clamp(0.0, real(most)));
        let (x, y) = (clamp(left, width), clamp(top, height));
        let (right, bottom) = (clamp(right, width), clamp(bottom, height));
        let area = Self { x, y, width: right.saturating_sub(x), height: bottom.saturating_sub(y) };
        (area.width >= 4 && area.height >= 4).then_some(area)
    }

    pub(crate) fn of(self, picture: &GrayImage) -> GrayImage {
        crop_imm(picture, self.x, self.y, self.width, self.height).to_image()
    }
}

/// A number of pixels, all of which a float holds exactly.
#[expect(clippy::cast_precision_loss, reason = "pictures have at most 4096 pixels on a side")]
pub(crate) fn real(pixels: u32) -> f32 {
    pixels as f32
}

/// The nearest whole number that isn't negative.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
pub(crate) fn whole(number: f32) -> u32 {
    number.round() as u32
}

/// Mean and standard deviation of the luma.
pub(crate) fn spread(picture: &GrayImage) -> (f32, f32) {
    moments(picture.pixels().map(|pixel| f32::from(pixel.0[0])))
}

fn moments(values: impl Iterator<Item = f32>) -> (f32, f32) {
    let (mut count, mut sum, mut squares) = (0.0_f32, 0.0_f32, 0.0_f32);
    for value in values {
        count += 1.0;
        sum += value;
        squares += value * value;
    }
    let mean = sum / count.max(1.0);
    (mean, (squares / count.max(1.0) - mean * mean).max(0.0).sqrt())
}

/// How sharp a face is: the spread of its second derivative (the Laplacian) at a fixed size, by
/// the spread of its luma.
pub(crate) fn sharpness(face: &GrayImage) -> f32 {
    /// Faces are compared at this size: what the card shows of one.
    const SIDE: u32 = 160;
    let face = if face.width() > SIDE {
        let height = whole(real(face.height()) * real(SIDE) / real(face.width())).max(3);
        resize(face, SIDE, height, FilterType::Triangle)
    } else {
        face.clone()
    };
    let at = |x: u32, y: u32| f32::from(face.get_pixel(x, y).0[0]);
    let (width, height) = face.dimensions();
    let inner = (1..height.saturating_sub(1))
        .flat_map(|y| (1..width.saturating_sub(1)).map(move |x| (x, y)));
    let laplacian = inner
        .map(|(x, y)| at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4.0 * at(x, y));
    let (_, edges) = moments(laplacian);
    let (_, contrast) = spread(&face);
    edges / contrast.max(1.0)
}

/// The share of pixels that `is` true of.
pub(crate) fn share(picture: &GrayImage, is: impl Fn(u8) -> bool) -> f32 {
    let (width, height) = picture.dimensions();
    let count = picture.pixels().filter(|pixel| is(pixel.0[0])).count();
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    real(count) / real(width * height).max(1.0)
}

/// The luma below which this share of the pixels lies.
pub(crate) fn quantile(picture: &GrayImage, share: f32) -> f32 {
    let mut all: Vec<u8> = picture.pixels().map(|pixel| pixel.0[0]).collect();
    all.sort_unstable();
    let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let at = usize::try_from(whole(real(count.saturating_sub(1)) * share)).unwrap_or(usize::MAX);
    all.get(at).copied().map_or(0.0, f32::from)
}
