//! The typed code, checked for those who can't scan. Only here: nobody else has the secrets.
//!
//! **Threats.** Six digits can be guessed, so each card has few wrong tries in a time, kept in the
//! database; each code counts once (RFC 6238 § 5.2). A card number must not be found out, so an
//! unknown card costs the same work and gets the same answer as a wrong code.

use card::{CardNumber, EmploymentStatus, Status};
use chrono::{DateTime, TimeDelta, Utc};
use presentation::TypedCodeSecret;
use rusqlite::{Connection, OptionalExtension, params};
use wire::{Assurance, CheckTyped, CheckedEmployment, CheckedTyped};

use crate::employment::causes;
use crate::error::IssuerError;
use crate::wallet::{Row, Worker, employments};
use crate::{Issuer, write};

/// Wrong tries for one card in [`WINDOW`]. Three codes of a million are right at any time, so a
/// guesser who never rests needs some 160 days for an even chance at one card.
const MAX_WRONG: usize = 5;

/// How long a wrong try counts.
const WINDOW: TimeDelta = TimeDelta::minutes(5);

/// Stands in for the secret of a card that isn't there; no code is ever right for it.
const NO_SECRET: [u8; TypedCodeSecret::BYTES] = [0; TypedCodeSecret::BYTES];

/// The device that has the card now.
struct Device {
    id: i64,
    worker: i64,
    secret: [u8; TypedCodeSecret::BYTES],
    /// The last time step whose code was taken.
    used: u64,
}

impl Issuer {
    /// Checks a typed code, and gives what a customer may see.
    ///
    /// # Errors
    /// [`IssuerError::TypedCodeWrong`] for a wrong or used code, or a card that isn't there;
    /// [`IssuerError::RateLimited`] after too many of these.
    pub fn check_typed(
        &self,
        request: &CheckTyped,
        now: DateTime<Utc>,
    ) -> Result<CheckedTyped, IssuerError> {
        let code: String = request.code.chars().filter(|c| !c.is_whitespace()).collect();
        let digits = code.bytes().all(|byte| byte.is_ascii_digit());
        let assurance = match code.len() {
            6 if digits => Assurance::App,
            8 if digits => Assurance::WalletPass,
            _ => return Err(IssuerError::Field("code".into())),
        };
        let mut database = self.database();
        let transaction = write(&mut database)?;
        limit(&transaction, request.card_number, now)?;
        let device = device(&transaction, request.card_number, assurance)?;
        let secret = device.as_ref().map_or(NO_SECRET, |device| device.secret);
        let secret = TypedCodeSecret::from(secret);
        let step = match assurance {
            Assurance::App => secret.check(&code, now),
            Assurance::WalletPass => secret.check_pass(&code, now),
        };
        let right = device.zip(step).filter(|(device, step)| *step > device.used);
        let Some((device, step)) = right else {
            // Counted before the answer goes out, whatever becomes of the answer.
            transaction.execute(
                "INSERT INTO typed_wrong VALUES (?1, ?2)",
                params![request.card_number.get(), now.timestamp()],
            )?;
            transaction.commit()?;
            return Err(IssuerError::TypedCodeWrong);
        };
        let used = match assurance {
            Assurance::App => "UPDATE device SET typed_code_step = ?2 WHERE id = ?1",
            Assurance::WalletPass => "UPDATE pass SET step = ?2 WHERE device = ?1",
        };
        transaction.execute(used, params![device.id, step.cast_signed()])?;
        let view = customers_view(&transaction, device.worker, now)?;
        let answer = CheckedTyped { assurance, ..view };
        transaction.commit()?;
        Ok(answer)
    }
}

/// Forgets wrong tries that no longer count, and refuses a card with too many that do.
fn limit(database: &Connection, card: CardNumber, now: DateTime<Utc>) -> Result<(), IssuerError> {
    let from = (now - WINDOW).timestamp();
    database.execute("DELETE FROM typed_wrong WHERE at <= ?1", [from])?;
    let mut statement =
        database.prepare_cached("SELECT at FROM typed_wrong WHERE card = ?1 ORDER BY at DESC")?;
    let tries: Vec<i64> = statement
        .query_map([card.get()], |row| row.get(0))?
        .take(MAX_WRONG)
        .collect::<Result<_, _>>()?;
    match tries.last() {
        Some(oldest) if tries.len() == MAX_WRONG => {
            // Never longer than the window, even if the clock was set back.
            let wait = (oldest - from).clamp(1, WINDOW.num_seconds()).unsigned_abs();
            Err(IssuerError::RateLimited { retry_after: wait })
        }
        _ => Ok(()),
    }
}

fn device(
    database: &Connection,
    card: CardNumber,
    assurance: Assurance,
) -> Result<Option<Device>, IssuerError> {
    let sql = match assurance {
        Assurance::App => {
            "SELECT d.id, d.worker, d.typed_code_secret, d.typed_code_step
             FROM device d JOIN worker w ON w.id = d.worker
             WHERE w.card_number = ?1 AND d.replaced IS NULL"
        }
        Assurance::WalletPass => {
            "SELECT d.id, d.worker, p.secret, p.step
             FROM device d JOIN worker w ON w.id = d.worker JOIN pass p ON p.device = d.id
             WHERE w.card_number = ?1 AND d.replaced IS NULL"
        }
    };
    let device = database.query_row(sql, [card.get()], |row| {
        Ok(Device {
            id: row.get(0)?,
            worker: row.get(1)?,
            secret: row.get(2)?,
            used: row.get::<_, i64>(3)?.unsigned_abs(),
        })
    });
    Ok(device.optional()?)
}

/// What stands on the card, of those employments that the verdict is about. No reasons.
fn customers_view(
    database: &Connection,
    worker: i64,
    now: DateTime<Utc>,
) -> Result<CheckedTyped, IssuerError> {
    let worker = Worker::read(database, worker)?;
    let all = employments(database, worker.id)?
        .into_iter()
        .map(|row| Ok((status(database, &row, now)?, row)))
        .collect::<Result<Vec<_>, IssuerError>>()?;
    let has = |status| all.iter().any(|(one, _)| *one == status);
    let verdict = [Status::Valid, Status::Unconfirmed].into_iter().find(|status| has(*status));
    let verdict = verdict.unwrap_or(Status::Invalid);
    let employments = all
        .iter()
        .filter(|(status, _)| *status == verdict)
        .map(|(_, row)| {
            let (organisation_number, company) = row.company()?;
            Ok(CheckedEmployment {
                company,
                organisation_number,
                sub_unit: row.sub_unit()?,
                industry: row.industry()?,
                valid_until: row.validity()?.until(),
            })
        })
        .collect::<Result<_, IssuerError>>()?;
    Ok(CheckedTyped {
        verdict,
        card_number: worker.card_number,
        holder: worker.name,
        photo: worker.photo.map(|digest| digest.to_string()),
        assurance: Assurance::default(),
        employments,
    })
}

/// Valid, unconfirmed or invalid: for a customer, held back is not valid.
fn status(database: &Connection, row: &Row, now: DateTime<Utc>) -> Result<Status, IssuerError> {
    let validity = row.validity()?;
    let causes = causes(database, row.id(), validity, now)?;
    Ok(match EmploymentStatus::of(causes).status() {
        Status::Suspended => Status::Invalid,
        Status::Valid if now < validity.from() => Status::Invalid,
        other => other,
    })
}
