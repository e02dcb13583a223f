//! Small photos: what the pack is made of, one of each photo that is put on a card.

use credential::PhotoDigest;
use image::ImageFormat;
use image::codecs::jpeg::JpegEncoder;
use index::is_small_photo;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::IssuerError;
use crate::index::Snapshot;
use crate::{Issuer, write};

/// Its sides in pixels at most: enough to know somebody by.
const WIDTH: u32 = 90;
const HEIGHT: u32 = 120;

/// JPEG qualities, the best first; the first that is small enough is taken.
const QUALITIES: [u8; 4] = [55, 35, 15, 5];

/// Photos that get a small one in one transaction, where they have none.
const AT_ONCE: u32 = 500;

/// Keeps a small copy of a photo that is put on a card.
pub(crate) fn keep_small(
    database: &Connection,
    worker: i64,
    digest: PhotoDigest,
    photo: &[u8],
) -> Result<(), IssuerError> {
    let Some(small) = small(photo) else {
        database.execute("DELETE FROM small_photo WHERE worker = ?1", [worker])?;
        return Ok(());
    };
    database
        .prepare_cached(
            "INSERT INTO small_photo (worker, digest, file) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET digest = ?2, part = NULL, file = ?3",
        )?
        .execute(params![worker, digest.as_bytes(), small])?;
    Ok(())
}

/// One of our own photo files made small; nothing of one that can't be.
fn small(photo: &[u8]) -> Option<Vec<u8>> {
    let picture = image::load_from_memory_with_format(photo, ImageFormat::Jpeg).ok()?;
    let pixels = picture.thumbnail(WIDTH, HEIGHT).to_rgb8();
    QUALITIES.into_iter().find_map(|quality| {
        let mut file = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut file, quality);
        encoder.encode_image(&pixels).ok()?;
        is_small_photo(&file).then_some(file)
    })
}

impl Issuer {
    /// Makes small photos of those that were kept before there was a pack: some of them, or at
    /// night all.
    pub(crate) fn make_small_photos(&self, which: Snapshot) -> Result<(), IssuerError> {
        let mut database = self.connect()?;
        loop {
            let transaction = write(&mut database)?;
            let due: Vec<i64> = transaction
                .prepare("SELECT worker FROM small_photo_due ORDER BY worker LIMIT ?1")?
                .query_map([AT_ONCE], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            for worker in &due {
                let photo: Option<([u8; PhotoDigest::BYTES], Vec<u8>)> = transaction
                    .prepare_cached("SELECT digest, file FROM photo WHERE worker = ?1")?
                    .query_row([worker], |row| Ok((row.get(0)?, row.get(1)?)))
                    .optional()?;
                if let Some((digest, file)) = photo {
                    keep_small(&transaction, *worker, PhotoDigest::from(digest), &file)?;
                }
                transaction.execute("DELETE FROM small_photo_due WHERE worker = ?1", [worker])?;
            }
            transaction.commit()?;
            if due.len() < AT_ONCE as usize || which == Snapshot::WhenItMust {
                return Ok(());
            }
        }
    }
}
