//! Inspectors' reports: kept whole as they were sent, with who sent them.
//!
//! **Threats.** A report sent twice by a tablet that lost the answer (its number is the tablet's,
//! and it is kept once); another one under its number (told, and nothing is written over); one
//! that breaks off between its pictures (the answer says which are missing, and the tablet sends
//! those); a file under a picture's name that is another (its digest is its name). What a report
//! says of a person is found when they ask, and each look at it is in the auditor's log.

mod kept;
mod people;

use ::report::{KeptReport, NoReport, Report};
use chrono::{DateTime, Utc};
use inspection::{PictureDigest, ReportId};
use ring::digest::{SHA256, digest};
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::IssuerError;
use crate::{InspectorName, Issuer, write};

pub use kept::WholeReport;

/// Longest file of a picture, in bytes: 1,600 pixels a side, and then some.
pub(crate) const LONGEST_PICTURE: usize = 4 * 1024 * 1024;

impl Issuer {
    /// Keeps a report. Sent again, it gets the same answer and nothing is done.
    ///
    /// # Errors
    /// [`IssuerError::TooLarge`], [`IssuerError::Malformed`] when it is none;
    /// [`IssuerError::Conflict`] when another report has its number, or another inspector's.
    pub fn keep_report(
        &self,
        inspector: &InspectorName,
        body: &[u8],
        now: DateTime<Utc>,
    ) -> Result<KeptReport, IssuerError> {
        let report = Report::from_json(body).map_err(|wrong| match wrong {
            NoReport::TooLong => IssuerError::TooLarge,
            NoReport::Newer(_) => IssuerError::Malformed("a report of a newer version"),
            NoReport::GoesOn => IssuerError::Malformed("an inspection that has not ended"),
            NoReport::Unreadable(_) => IssuerError::Malformed("no report"),
        })?;
        let digest = hex(digest(&SHA256, body).as_ref());
        let mut database = self.database();
        let transaction = write(&mut database)?;
        if let Some(before) = kept::read(&transaction, &report.id)? {
            let same = before.kept.digest == digest
                && before.inspector == inspector.name
                && before.authority == inspector.authority;
            return if same { Ok(before.kept) } else { Err(IssuerError::Conflict("report")) };
        }
        transaction.execute(
            "INSERT INTO report VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                report.id.as_str(),
                report.inspection.id.as_str(),
                digest,
                body,
                inspector.name,
                inspector.authority,
                kept::line(&report)?,
                now.timestamp(),
            ],
        )?;
        for picture in &report.inspection.pictures {
            transaction.execute(
                "INSERT OR IGNORE INTO report_picture VALUES (?1, ?2, NULL)",
                [report.id.as_str(), picture.digest.as_str()],
            )?;
        }
        people::link(&transaction, &report)?;
        let kept = kept::read(&transaction, &report.id)?.ok_or(IssuerError::NotFound("report"))?;
        transaction.commit()?;
        Ok(kept.kept)
    }

    /// Keeps a picture that a report of this inspector's names. Again, it does nothing.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] when no such report names it; [`IssuerError::Malformed`] when the
    /// file is no JPEG or another one than its name says; [`IssuerError::TooLarge`].
    pub fn keep_report_picture(
        &self,
        inspector: &InspectorName,
        id: &ReportId,
        name: &PictureDigest,
        file: &[u8],
    ) -> Result<KeptReport, IssuerError> {
        if file.len() > LONGEST_PICTURE {
            return Err(IssuerError::TooLarge);
        }
        if !file.starts_with(b"\xff\xd8\xff") {
            return Err(IssuerError::Malformed("a picture that is no JPEG"));
        }
        if hex(digest(&SHA256, file).as_ref()) != name.as_str() {
            return Err(IssuerError::Malformed("another picture than its name says"));
        }
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let own = "SELECT 1 FROM report WHERE id = ?1 AND inspector = ?2 AND authority = ?3";
        let changed = transaction.execute(
            &format!(
                "UPDATE report_picture SET file = coalesce(file, ?5)
                 WHERE report = ?1 AND digest = ?4 AND EXISTS ({own})"
            ),
            params![id.as_str(), inspector.name, inspector.authority, name.as_str(), file],
        )?;
        if changed == 0 {
            return Err(IssuerError::NotFound("picture in a report of yours"));
        }
        let kept = kept::read(&transaction, id)?.ok_or(IssuerError::NotFound("report"))?;
        transaction.commit()?;
        Ok(kept.kept)
    }

    /// A picture of a report.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`], also when it has not come yet.
    pub fn report_picture(
        &self,
        id: &ReportId,
        name: &PictureDigest,
    ) -> Result<Vec<u8>, IssuerError> {
        let sql = "SELECT file FROM report_picture WHERE report = ?1 AND digest = ?2";
        let which = [id.as_str(), name.as_str()];
        let file: Option<Option<Vec<u8>>> = self
            .read(|database| Ok(database.query_row(sql, which, |row| row.get(0)).optional()?))?;
        file.flatten().ok_or(IssuerError::NotFound("picture"))
    }
}

/// Deletes reports that came before this, with all that belongs to them.
pub(crate) fn forget(database: &Connection, before: i64) -> Result<usize, IssuerError> {
    for table in ["report_person", "report_picture"] {
        let sql =
            format!("DELETE FROM {table} WHERE report IN (SELECT id FROM report WHERE at < ?1)");
        database.execute(&sql, [before])?;
    }
    Ok(database.execute("DELETE FROM report WHERE at < ?1", [before])?)
}

fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}
