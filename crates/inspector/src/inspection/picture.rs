//! Pictures of the site. What is kept is a plain JPEG of the pixels: no place, no device, no time
//! that the camera wrote.

use ::inspection::{InspectionId, MOST_PICTURES, Picture, PictureDigest};
use card::Line;
use chrono::{DateTime, Utc};
use image::codecs::jpeg::JpegEncoder;
use ring::digest::{SHA256, digest};
use rusqlite::{OptionalExtension, params};

use super::table::{Head, change, from_json, to_json};
use super::{InspectionError, InspectionState};
use crate::{Inspector, InspectorError, scan};

/// Longest side of what is kept, in pixels: enough to read a sign on a fence.
const SIDE: u32 = 1_600;

/// Of 100.
const QUALITY: u8 = 80;

impl Inspector {
    /// Keeps a picture of the site: a PNG, JPEG or WebP file. The same one twice is one.
    ///
    /// # Errors
    /// [`InspectionError::NoneOpen`], [`InspectionError::Full`], [`InspectionError::Text`]; a file
    /// that is no picture.
    pub fn add_picture(
        &mut self,
        id: &InspectionId,
        file: &[u8],
        caption: &str,
        now: DateTime<Utc>,
    ) -> Result<PictureDigest, InspectionError> {
        self.may_work(now)?;
        let caption = words(caption)?;
        let jpeg = plain(file)?;
        let name = name(&jpeg)?;
        let picture = Picture { digest: name.clone(), caption, taken: now };
        change(&mut self.store, |transaction| {
            let head = Head::read(transaction, id)?.unsent()?;
            if head.state == InspectionState::Paused {
                return Err(InspectionError::NoneOpen);
            }
            let sql = "SELECT count(*) FROM site_picture WHERE inspection = ?1 AND digest <> ?2";
            let others: u32 =
                transaction.query_row(sql, [id.as_str(), name.as_str()], |row| row.get(0))?;
            if usize::try_from(others).is_ok_and(|others| others >= MOST_PICTURES) {
                return Err(InspectionError::Full);
            }
            transaction.execute(
                "INSERT OR REPLACE INTO site_picture VALUES (?1, ?2, ?3, ?4)",
                params![id.as_str(), name.as_str(), to_json(&picture)?, jpeg],
            )?;
            Ok(())
        })?;
        Ok(name)
    }

    /// Says what a picture shows; nothing takes it back.
    ///
    /// # Errors
    /// [`InspectionError::NoEntry`], [`InspectionError::Sent`], [`InspectionError::Text`].
    pub fn caption_picture(
        &mut self,
        id: &InspectionId,
        digest: &PictureDigest,
        caption: &str,
    ) -> Result<(), InspectionError> {
        let caption = words(caption)?;
        change(&mut self.store, |transaction| {
            Head::read(transaction, id)?.unsent()?;
            let which = [id.as_str(), digest.as_str()];
            let sql = "SELECT body FROM site_picture WHERE inspection = ?1 AND digest = ?2";
            let body: Option<String> =
                transaction.query_row(sql, which, |row| row.get(0)).optional()?;
            let mut picture: Picture = from_json(&body.ok_or(InspectionError::NoEntry)?)?;
            picture.caption = caption;
            let sql = "UPDATE site_picture SET body = ?3 WHERE inspection = ?1 AND digest = ?2";
            transaction.execute(sql, params![id.as_str(), digest.as_str(), to_json(&picture)?])?;
            Ok(())
        })
    }

    /// Removes a picture.
    ///
    /// # Errors
    /// [`InspectionError::NoEntry`], [`InspectionError::Sent`].
    pub fn remove_picture(
        &mut self,
        id: &InspectionId,
        digest: &PictureDigest,
    ) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            Head::read(transaction, id)?.unsent()?;
            let sql = "DELETE FROM site_picture WHERE inspection = ?1 AND digest = ?2";
            match transaction.execute(sql, [id.as_str(), digest.as_str()])? {
                0 => Err(InspectionError::NoEntry),
                _ => Ok(()),
            }
        })
    }

    /// A picture's JPEG file.
    ///
    /// # Errors
    /// [`InspectionError::NoEntry`], [`InspectionError::Locked`].
    pub fn picture(
        &self,
        id: &InspectionId,
        digest: &PictureDigest,
        now: DateTime<Utc>,
    ) -> Result<Vec<u8>, InspectionError> {
        self.may_work(now)?;
        let sql = "SELECT file FROM site_picture WHERE inspection = ?1 AND digest = ?2";
        let file: Option<Vec<u8>> = self
            .store
            .reading()
            .query_row(sql, [id.as_str(), digest.as_str()], |row| row.get(0))
            .optional()?;
        file.ok_or(InspectionError::NoEntry)
    }
}

fn words(caption: &str) -> Result<Option<Line<200>>, InspectionError> {
    let caption = caption.trim();
    Ok((!caption.is_empty()).then(|| caption.parse()).transpose()?)
}

/// The pixels, made anew.
fn plain(file: &[u8]) -> Result<Vec<u8>, InspectorError> {
    let picture = scan::decode(file)?;
    let picture = match picture.width().max(picture.height()) {
        side if side > SIDE => picture.thumbnail(SIDE, SIDE),
        _ => picture,
    };
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode_image(&picture.into_rgb8())
        .map_err(|_| InspectorError::Picture)?;
    Ok(jpeg)
}

fn name(jpeg: &[u8]) -> Result<PictureDigest, InspectionError> {
    let digest = <[u8; 32]>::try_from(digest(&SHA256, jpeg).as_ref());
    digest.map(PictureDigest::of).map_err(super::table::unreadable)
}
