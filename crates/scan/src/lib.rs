//! From a camera's frame to the text of the code in it: the one decoder of the tablet and of the
//! customer's page.
//!
//! **Threat.** A frame may hold anything. Its size is checked before it is looked at; what is read
//! is text that nobody has believed yet.

use rxing::{BarcodeFormat, DecodeHintValue, DecodeHints, Point, RXingResult, helpers};

/// Most pixels on a side.
pub const MAX_SIDE: u32 = 16_384;

/// Two codes with different texts in one frame: nobody knows which one is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is more than one code in the picture")]
pub struct SeveralCodes;

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
    let mut rest = luma.clone();
    let Some(found) = decode(luma, width, height) else { return Ok(None) };
    blank(&mut rest, width as usize, found.getPoints());
    match decode(rest, width, height) {
        Some(other) if other.getText() != found.getText() => Err(SeveralCodes),
        _ => Ok(Some(found.getText().to_owned())),
    }
}

fn decode(luma: Vec<u8>, width: u32, height: u32) -> Option<RXingResult> {
    let mut hints = DecodeHints::default().with(DecodeHintValue::TryHarder(true));
    let format = Some(BarcodeFormat::QR_CODE);
    helpers::detect_in_luma_with_hints(luma, width, height, format, &mut hints).ok()
}

/// Paints over a code that was found. Its points are the middles of the finder patterns, which
/// stand less than a tenth of the code from its edges.
fn blank(luma: &mut [u8], width: usize, points: &[Point]) {
    let range = |of: fn(&Point) -> f32| {
        let (low, high) = points
            .iter()
            .map(of)
            .fold((f32::MAX, f32::MIN), |(low, high), at| (low.min(at), high.max(at)));
        let margin = (high - low) / 12.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
        let pixel = |at: f32| at as usize;
        pixel(low - margin)..pixel(high + margin)
    };
    let (columns, rows) = (range(|point| point.x), range(|point| point.y));
    for (row, line) in luma.chunks_mut(width).enumerate() {
        if rows.contains(&row) {
            let end = columns.end.min(line.len());
            line.get_mut(columns.start.min(end)..end).unwrap_or_default().fill(255);
        }
    }
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
