//! From a camera's frame to the text of the code in it: the one decoder of the tablet and of the
//! customer's page.
//!
//! **Threat.** A frame may hold anything. Its size is checked before it is looked at; what is read
//! is text that nobody has believed yet.

use rxing::{BarcodeFormat, DecodeHintValue, DecodeHints, helpers};

/// Most pixels on a side.
pub const MAX_SIDE: u32 = 16_384;

/// The text of the code in one frame: 8-bit grey, row by row. `None` when there is none, or the
/// bytes are not a frame of that size.
///
/// ```
/// assert_eq!(scan::frame(vec![255; 64 * 48], 64, 48), None, "a white wall");
/// ```
#[must_use]
pub fn frame(luma: Vec<u8>, width: u32, height: u32) -> Option<String> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 || width.max(height) > MAX_SIDE || luma.len() as u64 != pixels {
        return None;
    }
    let mut hints = DecodeHints::default().with(DecodeHintValue::TryHarder(true));
    helpers::detect_in_luma_with_hints(
        luma,
        width,
        height,
        Some(BarcodeFormat::QR_CODE),
        &mut hints,
    )
    .ok()
    .map(|found| found.getText().to_owned())
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
        assert_eq!(super::frame(luma.clone(), side, side).as_deref(), Some(shown.text()));
        for (width, height) in [(0, 0), (side + 1, side), (1 << 20, 1 << 20), (u32::MAX, u32::MAX)]
        {
            assert_eq!(super::frame(luma.clone(), width, height), None, "{width} × {height}");
        }
    }
}
