//! Photos that are handed in: judged at once, and by a person where the machine has doubts.
//!
//! **Threat.** A machine that is harder on some faces than on others. So it refuses only what is
//! surely wrong and says why; of the rest a person decides, and the office may set any photo.

use std::sync::LazyLock;

use ::photo::{Broken, Detector};
use card::{CardNumber, PhotoFault};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use wire::{HandedInPhoto, PhotoNotice, WaitingPhoto};

use crate::error::IssuerError;
use crate::photo::{keep, plain};
use crate::wallet::damaged;
use crate::{Issuer, mail, worker_of, write};

/// Loaded at the first photo; it has no state.
static DETECTOR: LazyLock<Result<Detector, Broken>> = LazyLock::new(Detector::new);

/// Waiting photos in one answer.
const MOST: u32 = 1_000;

impl Issuer {
    /// Judges a photo for a card: it is set, or waits for a person. One that waits takes the place
    /// of an earlier one that does.
    ///
    /// # Errors
    /// [`IssuerError::Photo`] says what is wrong with the file, [`IssuerError::PhotoFaults`] what
    /// is wrong with the photo, [`IssuerError::NotFound`] that there is no such card.
    pub fn hand_in_photo(
        &self,
        card: CardNumber,
        file: &[u8],
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<HandedInPhoto, IssuerError> {
        let picture = ::photo::read(file).map_err(|no| IssuerError::Photo(no.what()))?;
        let detector = DETECTOR.as_ref().map_err(detector_broken)?;
        let judgement = detector.judge(&picture).map_err(|error| detector_broken(&error))?;
        if !judgement.faults.is_empty() {
            return Err(IssuerError::PhotoFaults(judgement.faults));
        }
        let plain = plain(&picture)?;
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let worker = worker_of(&transaction, card)?;
        // What was handed in before no longer waits, whatever comes of this one.
        transaction.execute(
            "UPDATE waiting_photo SET file = NULL, decided = ?2, decided_by = ?3
             WHERE worker = ?1 AND decided IS NULL",
            params![worker, now.timestamp(), by],
        )?;
        let answer = if judgement.doubts.is_empty() {
            let digest = keep(&transaction, worker, &plain, by, now)?;
            HandedInPhoto::Accepted { digest: digest.to_string() }
        } else {
            let doubts = serde_json::to_string(&judgement.doubts).unwrap_or_default();
            transaction.execute(
                "INSERT INTO waiting_photo (worker, file, doubts, at, by)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![worker, plain, doubts, now.timestamp(), by],
            )?;
            let photo = transaction.last_insert_rowid();
            HandedInPhoto::Waiting { photo, doubts: judgement.doubts }
        };
        transaction.commit()?;
        Ok(answer)
    }

    /// The photos that wait for a person, the oldest first; 1,000 at most.
    ///
    /// # Errors
    /// The database.
    pub fn waiting_photos(&self) -> Result<Vec<WaitingPhoto>, IssuerError> {
        let sql = format!("{COLUMNS} WHERE p.decided IS NULL ORDER BY p.at, p.id LIMIT {MOST}");
        list(&self.database(), &sql, [])
    }

    /// What became of the last photo that was handed in for a card and that a person looked at, or
    /// looks at.
    ///
    /// # Errors
    /// The database.
    pub fn last_waiting_photo(
        &self,
        card: CardNumber,
    ) -> Result<Option<WaitingPhoto>, IssuerError> {
        let sql = format!("{COLUMNS} WHERE w.card_number = ?1 ORDER BY p.id DESC LIMIT 1");
        Ok(list(&self.database(), &sql, [card.get()])?.pop())
    }

    /// The file of a photo that waits, and whose it is.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`].
    pub fn waiting_photo(&self, photo: i64) -> Result<(CardNumber, Vec<u8>), IssuerError> {
        waiting(&self.database(), photo).map(|(_, card, file)| (card, file))
    }

    /// Sets a photo that waits on its card.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] also when somebody else has decided.
    pub fn accept_photo(
        &self,
        photo: i64,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<HandedInPhoto, IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let (worker, _, file) = waiting(&transaction, photo)?;
        let digest = keep(&transaction, worker, &file, by, now)?;
        decide(&transaction, photo, None, by, now)?;
        transaction.commit()?;
        Ok(HandedInPhoto::Accepted { digest: digest.to_string() })
    }

    /// Rejects a photo that waits, and says why; another one can be handed in. The worker is told at the
    /// next refresh, the employers on their page and by mail.
    ///
    /// # Errors
    /// [`IssuerError::NotFound`] also when somebody else has decided.
    pub fn reject_photo(
        &self,
        photo: i64,
        why: PhotoFault,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(), IssuerError> {
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let (worker, ..) = waiting(&transaction, photo)?;
        decide(&transaction, photo, Some(why), by, now)?;
        mail::tell_photo_rejected(&transaction, worker, now)?;
        Ok(transaction.commit()?)
    }
}

const COLUMNS: &str = "SELECT p.id, w.card_number, p.doubts, p.at, p.rejected, p.decided
                       FROM waiting_photo p JOIN worker w ON w.id = p.worker";

fn list(
    database: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<WaitingPhoto>, IssuerError> {
    let mut statement = database.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (card, doubts): (u32, String) = (row.get(1)?, row.get(2)?);
        let rejected: Option<String> = row.get(4)?;
        all.push(WaitingPhoto {
            photo: row.get(0)?,
            card_number: CardNumber::try_from(card).map_err(|_| damaged())?,
            doubts: serde_json::from_str(&doubts).map_err(|_| damaged())?,
            at: DateTime::from_timestamp(row.get(3)?, 0).ok_or_else(damaged)?,
            rejected: rejected.and_then(|fault| fault.parse().ok()),
            waits: row.get::<_, Option<i64>>(5)?.is_none(),
        });
    }
    Ok(all)
}

/// What worker and employers are told of the last photo that a person had to look at: nothing once
/// there is a newer one on the card.
pub(crate) fn photo_notice(
    database: &Connection,
    worker: i64,
) -> Result<Option<PhotoNotice>, IssuerError> {
    let last = database
        .prepare_cached(
            "SELECT at, rejected, decided, EXISTS (SELECT 1 FROM photo
                 WHERE worker = p.worker AND at > coalesce(p.decided, p.at))
             FROM waiting_photo p WHERE worker = ?1 ORDER BY id DESC LIMIT 1",
        )?
        .query_row([worker], |row| {
            let (at, rejected): (i64, Option<String>) = (row.get(0)?, row.get(1)?);
            Ok((at, rejected, row.get::<_, Option<i64>>(2)?, row.get::<_, bool>(3)?))
        })
        .optional()?;
    let time = |at| DateTime::from_timestamp(at, 0).ok_or_else(damaged);
    Ok(match last {
        Some((since, _, None, false)) => Some(PhotoNotice::Waiting { since: time(since)? }),
        Some((_, Some(reason), Some(at), false)) => {
            let reason = reason.parse().map_err(|_| damaged())?;
            Some(PhotoNotice::Rejected { reason, at: time(at)? })
        }
        _ => None,
    })
}

/// The worker, card and file of a photo that waits.
fn waiting(database: &Connection, photo: i64) -> Result<(i64, CardNumber, Vec<u8>), IssuerError> {
    let sql = "SELECT p.worker, w.card_number, p.file FROM waiting_photo p
               JOIN worker w ON w.id = p.worker WHERE p.id = ?1 AND p.decided IS NULL";
    let found: Option<(i64, u32, Vec<u8>)> = database
        .query_row(sql, [photo], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let (worker, card, file) = found.ok_or(IssuerError::NotFound("photo that waits"))?;
    let card = CardNumber::try_from(card).map_err(|_| IssuerError::NotFound("card"))?;
    Ok((worker, card, file))
}

fn decide(
    database: &Connection,
    photo: i64,
    rejected: Option<PhotoFault>,
    by: &str,
    now: DateTime<Utc>,
) -> Result<(), IssuerError> {
    database.execute(
        "UPDATE waiting_photo SET file = NULL, rejected = ?2, decided = ?3, decided_by = ?4
         WHERE id = ?1",
        params![photo, rejected.map(PhotoFault::as_str), now.timestamp(), by],
    )?;
    Ok(())
}

fn detector_broken(error: &Broken) -> IssuerError {
    IssuerError::Io(std::io::Error::other(error.to_string()))
}
