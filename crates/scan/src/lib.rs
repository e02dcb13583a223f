//! From a camera's frame to the text of the code in it: the one decoder of the tablet and of the
//! customer's page.
//!
//! **Threat.** A frame may hold anything. Its size is checked before it is looked at; what is read
//! is text that nobody has believed yet.

use resize::Pixel::Gray8;
use resize::Type::Triangle;
use rgb::AsPixels as _;
use rxing::{BarcodeFormat, DecodeHintValue, DecodeHints, Point, helpers};

/// Most pixels on a side.
pub const MAX_SIDE: u32 = 16_384;

/// Two codes with different texts in one frame: nobody knows which one is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is more than one code in the picture")]
pub struct SeveralCodes;

/// Heights in pixels at which a frame is looked at, before it is as it came. Where modules are
/// nearly as large as the decoder's windows of 8 × 8 pixels, or noise is as strong as the screen,
/// the frame itself is hardly ever read, and one that was averaged to a smaller size nearly always;
/// a code far away needs the larger ones.
const HEIGHTS: [u32; 3] = [480, 360, 720];

/// The text of the code in one frame: 8-bit grey, row by row. `None` when there is none, or the
/// bytes are not a frame of that size.
///
/// ```
/// assert_eq!(scan::frame(vec![255; 64 * 48], 64, 48), Ok(None), "a white wall");
/// ```
///
/// # Errors
/// [`SeveralCodes`], so that no card is taken for the one beside it.
pub fn frame(luma: Vec<u8>, width: u32, height: u32) -> Result<Option<String>, SeveralCodes> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 || width.max(height) > MAX_SIDE || luma.len() as u64 != pixels {
        return Ok(None);
    }
    let mut frame = Frame { luma, width, height };
    let Some(found) = frame.code() else { return Ok(None) };
    frame.blank(&found.corners);
    match frame.code() {
        Some(other) if other.text != found.text => Err(SeveralCodes),
        _ => Ok(Some(found.text)),
    }
}

/// A picture in 8-bit grey, row by row, with at least one pixel.
struct Frame {
    luma: Vec<u8>,
    width: u32,
    height: u32,
}

/// A code that was read.
struct Found {
    text: String,
    /// The middles of its finder patterns, in pixels of the frame.
    corners: Vec<Point>,
}

impl Frame {
    fn code(&self) -> Option<Found> {
        let smaller = HEIGHTS.iter().filter(|height| **height < self.height);
        smaller
            .filter_map(|height| self.averaged(*height))
            .find_map(|small| {
                let mut found = small.read()?;
                let (x, y) = (ratio(self.width, small.width), ratio(self.height, small.height));
                for corner in &mut found.corners {
                    *corner = Point::new(corner.x * x, corner.y * y);
                }
                Some(found)
            })
            .or_else(|| self.read())
    }

    /// What the decoder finds at this size.
    fn read(&self) -> Option<Found> {
        let mut hints = DecodeHints::default().with(DecodeHintValue::TryHarder(true));
        let format = Some(BarcodeFormat::QR_CODE);
        let Self { luma, width, height } = self;
        let found =
            helpers::detect_in_luma_slice_with_hints(luma, *width, *height, format, &mut hints)
                .ok()?;
        Some(Found { text: found.getText().to_owned(), corners: found.getPoints().to_vec() })
    }

    /// The same, with this height.
    fn averaged(&self, height: u32) -> Option<Self> {
        let width = u64::from(self.width) * u64::from(height) / u64::from(self.height);
        let width = u32::try_from(width).ok().filter(|width| *width > 0)?;
        let side = |side: u32| side as usize;
        let mut luma = vec![0; side(width) * side(height)];
        resize::new(
            side(self.width),
            side(self.height),
            side(width),
            side(height),
            Gray8,
            Triangle,
        )
        .and_then(|mut way| way.resize(self.luma.as_pixels(), luma.as_pixels_mut()))
        .ok()?;
        Some(Self { luma, width, height })
    }

    /// Paints over a code whose finder patterns are here: they stand less than a tenth of the code
    /// from its edges.
    fn blank(&mut self, corners: &[Point]) {
        let range = |of: fn(&Point) -> f32| {
            let (low, high) = corners
                .iter()
                .map(of)
                .fold((f32::MAX, f32::MIN), |(low, high), at| (low.min(at), high.max(at)));
            let margin = (high - low) / 12.0;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it saturates"
            )]
            let pixel = |at: f32| at as usize;
            pixel(low - margin)..pixel(high + margin)
        };
        let (columns, rows) = (range(|point| point.x), range(|point| point.y));
        for (row, line) in self.luma.chunks_mut(self.width as usize).enumerate() {
            if rows.contains(&row) {
                let end = columns.end.min(line.len());
                line.get_mut(columns.start.min(end)..end).unwrap_or_default().fill(255);
            }
        }
    }
}

/// How many pixels of the whole one of the small picture is.
#[expect(clippy::cast_precision_loss, reason = "sides are below 2^14")]
fn ratio(whole: u32, small: u32) -> f32 {
    whole as f32 / small as f32
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use test_support::{Phone, at};

    #[test]
    fn a_code_is_read_and_a_frame_of_another_size_is_none() {
        let shown = Phone::default().frame(at(0), None);
        let (side, luma) = shown.qr().expect("a code").luma(5);
        let side = u32::try_from(side).expect("small");
        assert_eq!(super::frame(luma.clone(), side, side), Ok(Some(shown.text().to_owned())));
        for (width, height) in [(0, 0), (side + 1, side), (1 << 20, 1 << 20), (u32::MAX, u32::MAX)]
        {
            assert_eq!(super::frame(luma.clone(), width, height), Ok(None), "{width} × {height}");
        }
    }

    /// A code of `module` pixels a module in the middle of a Full HD frame, hardly brighter than its
    /// background and noisy.
    fn full_hd(module: usize, contrast: u8, noise: u8) -> (String, Vec<u8>) {
        let shown = Phone::default().frame(at(0), None);
        let (side, code) = shown.qr().expect("a code").luma(module);
        let (left, top) = ((1_920 - side) / 2, (1_080 - side) / 2);
        let mut luma = vec![20 + contrast; 1_920 * 1_080];
        for (row, line) in code.chunks(side).enumerate() {
            let place = (top + row) * 1_920 + left;
            for (pixel, grey) in luma[place..].iter_mut().zip(line) {
                *pixel = if *grey == 0 { 20 } else { 20 + contrast };
            }
        }
        let mut dice = 1_u32;
        for pixel in &mut luma {
            dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *pixel = *pixel - noise / 2 + (dice >> 24) as u8 % noise.max(1);
        }
        (shown.text().to_owned(), luma)
    }

    #[test]
    fn a_code_is_read_near_in_the_dark_and_far_away_in_the_light() {
        for (module, contrast, noise) in [(12, 32, 36), (11, 200, 0), (2, 200, 0)] {
            let (text, luma) = full_hd(module, contrast, noise);
            assert_eq!(super::frame(luma, 1_920, 1_080), Ok(Some(text)), "{module} pixels");
        }
    }

    /// Two codes beside each other, `gap` white pixels between.
    fn side_by_side(left: &[u8], right: &[u8], side: usize, gap: usize) -> Vec<u8> {
        let rows = left.chunks(side).zip(right.chunks(side));
        let white = vec![255; gap];
        rows.flat_map(|(left, right)| [left, &white, right].concat()).collect()
    }

    #[test]
    fn two_cards_are_not_taken_for_one_and_one_card_seen_twice_is_one() {
        let luma =
            |seconds| Phone::default().frame(at(seconds), None).qr().expect("a code").luma(4);
        let ((side, first), (_, second)) = (luma(0), luma(3_600));
        for gap in [0, 8, 200] {
            let width = u32::try_from(2 * side + gap).expect("small");
            let height = u32::try_from(side).expect("small");
            let both = side_by_side(&first, &second, side, gap);
            assert_eq!(super::frame(both, width, height), Err(super::SeveralCodes), "{gap}");
            let twice = side_by_side(&first, &first, side, gap);
            assert!(matches!(super::frame(twice, width, height), Ok(Some(_))), "{gap}");
        }
    }
}
