//! Photos: taken in from anybody's camera, given out as one plain JPEG.
//!
//! **Threats.** A picture made to exhaust memory (limits on what it declares, before decoding); a
//! place or a name in its metadata (only the pixels are kept); a digest that could be recognised,
//! or prepared for two pictures (16 random bytes go into each file after the worker has handed the
//! picture in). The digest names the file and nothing else does, so knowing it is the permission
//! to see the photo: it stands in the credential, which the worker shows.

use card::CardNumber;
use chrono::{DateTime, Utc};
use credential::PhotoDigest;
use image::DynamicImage;
use image::codecs::jpeg::JpegEncoder;
use rusqlite::{Connection, OptionalExtension, params};

use crate::employment::random;
use crate::error::IssuerError;
use crate::small_photo::keep_small;
use crate::{Issuer, worker_of, write};

/// What is given out: the card's window on a phone's screen, without waste.
const WIDTH: u32 = 300;
const HEIGHT: u32 = 400;

/// JPEG qualities, the best first; the first that keeps to [`MAX_PHOTO`] is taken.
const QUALITIES: [u8; 5] = [80, 65, 50, 30, 10];

/// Longest photo that is given out, as devices expect it.
const MAX_PHOTO: usize = wire::MAX_PHOTO;

impl Issuer {
    /// Sets the photo on a card, whatever a machine would say of it. Credentials name it from each
    /// phone's next refresh on; the photo before it is gone.
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
        let picture = ::photo::read(file).map_err(|no| IssuerError::Photo(no.what()))?;
        let plain = plain(&picture)?;
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let worker = worker_of(&transaction, card)?;
        let digest = keep(&transaction, worker, &plain, by, now)?;
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

/// A picture as it is given out, but for its salt: not larger than it is shown, only pixels.
pub(crate) fn plain(picture: &DynamicImage) -> Result<Vec<u8>, IssuerError> {
    if picture.width() > WIDTH || picture.height() > HEIGHT {
        return jpeg(&picture.thumbnail(WIDTH, HEIGHT));
    }
    jpeg(picture)
}

/// Puts a photo on a worker's card, salted anew; the one before it is gone.
pub(crate) fn keep(
    database: &Connection,
    worker: i64,
    plain: &[u8],
    by: &str,
    now: DateTime<Utc>,
) -> Result<PhotoDigest, IssuerError> {
    let photo = salted(plain, random()?);
    let digest = PhotoDigest::of(&photo);
    database.execute(
        "INSERT OR REPLACE INTO photo (worker, digest, file, at, by) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![worker, digest.as_bytes(), photo, now.timestamp(), by],
    )?;
    keep_small(database, worker, digest, &photo)?;
    Ok(digest)
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
