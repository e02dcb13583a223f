//! Photos: taken in from anybody's camera, given out as one plain JPEG.
//!
//! **Threats.** A picture made to exhaust memory (limits on what it declares, before decoding); a
//! place or a name in its metadata (only the pixels are kept); a digest that could be recognised,
//! or prepared for two pictures (16 random bytes go into each file after the worker has handed the
//! picture in). The digest names the file and nothing else does, so knowing it is the permission
//! to see the photo: it stands in the credential, which the worker shows.

use std::io::Cursor;

use card::CardNumber;
use chrono::{DateTime, Utc};
use credential::PhotoDigest;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use rusqlite::{OptionalExtension, params};

use crate::employment::random;
use crate::error::IssuerError;
use crate::{Issuer, worker_of, write};

/// Longest file that is taken in, in bytes.
pub(crate) const MAX_FILE: usize = 5 * 1024 * 1024;

/// Most pixels on a side that a file may declare.
const MAX_SIDE: u32 = 4_096;

/// Fewest pixels on a side: less than this is nobody's face.
const MIN_SIDE: u32 = 100;

/// Most memory for the decoded picture: the largest one, with four bytes a pixel.
const MAX_MEMORY: u64 = 4 * (MAX_SIDE as u64) * (MAX_SIDE as u64);

/// What is given out: the card's window on a phone's screen, without waste.
const WIDTH: u32 = 300;
const HEIGHT: u32 = 400;

/// JPEG qualities, the best first; the first that keeps to [`MAX_PHOTO`] is taken.
const QUALITIES: [u8; 5] = [80, 65, 50, 30, 10];

/// Longest photo that is given out, as devices expect it.
const MAX_PHOTO: usize = wire::MAX_PHOTO;

impl Issuer {
    /// Sets the photo on a card. Credentials name it from each phone's next refresh on; the photo
    /// before it is gone.
    ///
    /// # Errors
    /// [`IssuerError::Photo`] says what is wrong with the file, [`IssuerError::NotFound`] that
    /// there is no such card.
    pub fn set_photo(
        &self,
        card: CardNumber,
        file: &[u8],
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<PhotoDigest, IssuerError> {
        let photo = salted(&jpeg(&portrait(file)?)?, random()?);
        let digest = PhotoDigest::of(&photo);
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let worker = worker_of(&transaction, card)?;
        transaction.execute(
            "INSERT OR REPLACE INTO photo (worker, digest, file, at, by) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![worker, digest.as_bytes(), photo, now.timestamp(), by],
        )?;
        transaction.commit()?;
        Ok(digest)
    }

    /// The photo file with this digest.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn photo(&self, digest: &PhotoDigest) -> Result<Vec<u8>, IssuerError> {
        let sql = "SELECT file FROM photo WHERE digest = ?1";
        self.read(|database| {
            let mut statement = database.prepare_cached(sql)?;
            let file = statement.query_row([digest.as_bytes()], |row| row.get(0)).optional()?;
            file.ok_or(IssuerError::NotFound("photo"))
        })
    }
}

/// The picture in a file, upright and not larger than it is shown.
fn portrait(file: &[u8]) -> Result<DynamicImage, IssuerError> {
    let unreadable = |_| IssuerError::Photo("it is not a JPEG, PNG or WebP that can be read");
    if file.len() > MAX_FILE {
        return Err(IssuerError::Photo("the file has more than 5 MiB"));
    }
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(|error| unreadable(error.into()))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let too_many = || IssuerError::Photo("it has more than 4096 × 4096 pixels");
    let refused = |error| match error {
        image::ImageError::Limits(_) => too_many(),
        other => unreadable(other),
    };
    let mut decoder = reader.into_decoder().map_err(refused)?;
    let (width, height) = decoder.dimensions();
    // The format's own decoder may not look at the limits.
    if width.max(height) > MAX_SIDE || decoder.total_bytes() > MAX_MEMORY {
        return Err(too_many());
    }
    if width.min(height) < MIN_SIDE {
        return Err(IssuerError::Photo("it has fewer than 100 × 100 pixels"));
    }
    // Damaged metadata doesn't damage the picture.
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
    if width.max(height) > HEIGHT {
        picture = picture.thumbnail(HEIGHT, HEIGHT);
    }
    picture.apply_orientation(orientation);
    if picture.width() > WIDTH { Ok(picture.thumbnail(WIDTH, HEIGHT)) } else { Ok(picture) }
}

fn jpeg(picture: &DynamicImage) -> Result<Vec<u8>, IssuerError> {
    let pixels = picture.to_rgb8();
    for quality in QUALITIES {
        let mut file = Vec::new();
        JpegEncoder::new_with_quality(&mut file, quality)
            .encode_image(&pixels)
            .map_err(|_| IssuerError::Photo("it can't be written as JPEG"))?;
        if file.len() + SALT_SEGMENT <= MAX_PHOTO {
            return Ok(file);
        }
    }
    Err(IssuerError::Photo("it can't be made small enough"))
}

/// A comment segment (ITU-T T.81 § B.2.4.5): marker, length, 16 bytes.
const SALT_SEGMENT: usize = 2 + 2 + 16;

/// The file with random bytes in a comment, behind the JFIF segment that must come first.
fn salted(jpeg: &[u8], salt: [u8; 16]) -> Vec<u8> {
    let first = match jpeg {
        [0xff, 0xd8, 0xff, 0xe0, high, low, ..] => {
            4 + usize::from(u16::from_be_bytes([*high, *low]))
        }
        _ => 2,
    };
    let (before, after) = jpeg.split_at(first.min(jpeg.len()));
    [before, &[0xff, 0xfe, 0, 18], &salt, after].concat()
}
