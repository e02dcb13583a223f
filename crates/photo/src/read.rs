//! From a file of anybody's camera to an upright picture.
//!
//! **Threat.** A picture made to exhaust memory, or damaged on purpose: what a file declares is
//! held against limits before anything is decoded, and only pixels come out.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

/// Longest file that is taken in, in bytes.
pub const MAX_FILE: usize = 5 * 1024 * 1024;

/// Most pixels on a side that a file may declare.
const MAX_SIDE: u32 = 4_096;

/// Fewest pixels on a side: less than this is nobody's face.
const MIN_SIDE: u32 = 100;

/// Most memory for the decoded picture: the largest one, with four bytes a pixel.
const MAX_MEMORY: u64 = 4 * (MAX_SIDE as u64) * (MAX_SIDE as u64);

/// A file that is no photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.what())]
pub enum NoPhoto {
    /// Not a picture, or damaged, or of another kind.
    Unreadable,
    /// Too many bytes.
    TooLong,
    /// Too many pixels.
    TooLarge,
    /// Too few pixels.
    TooSmall,
}

impl NoPhoto {
    /// What is wrong with the file, in words.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Self::Unreadable => "it is not a JPEG, PNG or WebP that can be read",
            Self::TooLong => "the file has more than 5 MiB",
            Self::TooLarge => "it has more than 4096 × 4096 pixels",
            Self::TooSmall => "it has fewer than 100 × 100 pixels",
        }
    }
}

/// The picture in a JPEG, PNG or WebP file, turned upright.
///
/// # Errors
/// [`NoPhoto`].
pub fn read(file: &[u8]) -> Result<DynamicImage, NoPhoto> {
    if file.len() > MAX_FILE {
        return Err(NoPhoto::TooLong);
    }
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(|_| NoPhoto::Unreadable)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let refused = |error| match error {
        image::ImageError::Limits(_) => NoPhoto::TooLarge,
        _ => NoPhoto::Unreadable,
    };
    let mut decoder = reader.into_decoder().map_err(refused)?;
    let (width, height) = decoder.dimensions();
    // The format's own decoder may not look at the limits.
    if width.max(height) > MAX_SIDE || decoder.total_bytes() > MAX_MEMORY {
        return Err(NoPhoto::TooLarge);
    }
    if width.min(height) < MIN_SIDE {
        return Err(NoPhoto::TooSmall);
    }
    // Damaged metadata doesn't damage the picture.
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}
