//! From a picture to the text of the code in it.

use std::io::Cursor;

use ::scan::MAX_SIDE;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

use crate::error::InspectorError;

pub use ::scan::{SeveralCodes, frame};

/// Longest picture file, in bytes.
pub const MAX_FILE: u64 = 32 * 1024 * 1024;

/// Most memory for a decoded picture, in bytes.
const MAX_MEMORY: u64 = 256 * 1024 * 1024;

/// Pixels on the longer side beyond which a picture is made smaller: more only costs time.
const WORKING_SIDE: u32 = 2_000;

/// The text of the code in a PNG, JPEG or WebP file.
///
/// # Errors
/// [`InspectorError`]: no picture, too large, no code. The limits hold before memory is taken.
pub fn picture(file: &[u8]) -> Result<String, InspectorError> {
    let picture = decode(file)?;
    let grey = if picture.width().max(picture.height()) > WORKING_SIDE {
        picture.thumbnail(WORKING_SIDE, WORKING_SIDE).into_luma8()
    } else {
        picture.into_luma8()
    };
    let (width, height) = grey.dimensions();
    frame(grey.into_raw(), width, height)?.ok_or(InspectorError::NoCode)
}

/// The pixels in a PNG, JPEG or WebP file, turned upright.
pub(crate) fn decode(file: &[u8]) -> Result<DynamicImage, InspectorError> {
    if file.len() as u64 > MAX_FILE {
        return Err(InspectorError::PictureTooLarge);
    }
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(|_| InspectorError::Picture)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let refused = |error| match error {
        image::ImageError::Limits(_) => InspectorError::PictureTooLarge,
        _ => InspectorError::Picture,
    };
    let mut decoder = reader.into_decoder().map_err(refused)?;
    let (width, height) = decoder.dimensions();
    // The format's own decoder may not look at the limits.
    if width.max(height) > MAX_SIDE || decoder.total_bytes() > MAX_MEMORY {
        return Err(InspectorError::PictureTooLarge);
    }
    // Damaged metadata doesn't damage the picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}
