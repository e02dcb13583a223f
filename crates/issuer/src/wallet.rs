//! Wallets: a device is bound to a worker, gets credentials, and hears how the card stands.

use card::{
    CardNumber, Cause, CompanyName, Industry, OrganisationNumber, PersonName, Reason, Validity,
};
use chrono::{DateTime, TimeDelta, Utc};
use credential::{Claims, KeyId, PhotoDigest, PublicKey, SigningKey};
use rusqlite::{Connection, OptionalExtension, params};
use wire::{
    Bytes, EnrolWallet, EnrolledWallet, Enrolment, HeldEmployment, RefreshWallet, StatusChange,
    WalletState,
};

use crate::act::notices;
use crate::employment::{causes, random};
use crate::error::IssuerError;
use crate::terms::Terms;
use crate::waiting::photo_notice;
use crate::{Issuer, activation, lost, warning, write};

/// How far a device's clock may be from the service's.
const CLOCK_TOLERANCE_SECONDS: i64 = 300;

/// Changes that a holder is told of, for each employment.
const HISTORY: u32 = 20;

/// An employment as it stands in the database.
pub(crate) struct Row {
    id: String,
    company: (u32, String),
    sub_unit: u32,
    industry: u8,
    validity: (i64, i64),
}

/// What stands on all of a worker's credentials.
pub(crate) struct Worker {
    pub(crate) id: i64,
    pub(crate) name: PersonName,
    pub(crate) card_number: CardNumber,
    pub(crate) photo: Option<PhotoDigest>,
}

impl Issuer {
    /// Binds a device to the worker whose code it has, and gives the card. The device that had
    /// the card before loses it.
    ///
    /// # Errors
    /// [`IssuerError`], one for each thing that may be wrong with the code.
    pub fn enrol_wallet(
        &self,
        request: &EnrolWallet,
        now: DateTime<Utc>,
    ) -> Result<EnrolledWallet, IssuerError> {
        let root = self.root_with(&request.root)?;
        let device_key = &request.device_key.0;
        let key = key_of(device_key)?;
        let mut database = self.database();
        let (code, tried) =
            activation::try_code(&mut database, &request.code, Enrolment::Wallet, now)?;
        key.verify(&wire::enrol_message(&code, device_key), &request.proof.0)
            .map_err(|_| IssuerError::ProofWrong)?;
        let worker = tried.worker.ok_or(IssuerError::ActivationUnknown)?;
        let transaction = write(&mut database)?;
        match tried.used_by {
            Some(used_by) if used_by == *device_key => {}
            Some(_) => return Err(IssuerError::ActivationUsed),
            None => {
                transaction.execute(
                    "UPDATE device SET replaced = ?2 WHERE worker = ?1 AND replaced IS NULL",
                    params![worker, now.timestamp()],
                )?;
                transaction
                    .execute(
                        "INSERT INTO device (worker, key, typed_code_secret, enrolled)
                         VALUES (?1, ?2, ?3, ?4)",
                        params![worker, device_key, random::<20>()?, now.timestamp()],
                    )
                    .map_err(|_| IssuerError::Malformed("this key is bound already"))?;
                activation::use_up(&transaction, &code, device_key)?;
                lost::replaced(&transaction, worker, now)?;
            }
        }
        let state = self.state(&transaction, device_key, &key, now)?;
        transaction.commit()?;
        drop(database);
        // A new card is in no list yet, and the old phone's codes must die.
        self.publish(now)?;
        Ok(EnrolledWallet { root: Bytes(root), state })
    }

    /// Tells a device how its card stands, with credentials made anew where they changed.
    ///
    /// # Errors
    /// [`IssuerError::DeviceUnknown`] when the card has moved to another device.
    pub fn refresh_wallet(
        &self,
        request: &RefreshWallet,
        now: DateTime<Utc>,
    ) -> Result<WalletState, IssuerError> {
        let message = wire::refresh_message(request.at);
        let key = signed_by(&request.device_key.0, &message, &request.proof.0, request.at, now)?;
        let device_key = &request.device_key.0;
        // Nearly always nothing is new, and then nothing is written and nobody waits.
        let known = self.read(|database| self.known_state(database, device_key, &key, now))?;
        if let Some(state) = known {
            return Ok(state);
        }
        let mut database = self.database();
        let transaction = write(&mut database)?;
        let state = self.state(&transaction, device_key, &key, now)?;
        transaction.commit()?;
        drop(database);
        // An employment that came since is in no list yet.
        self.publish(now)?;
        Ok(state)
    }

    /// How the card stands, when each employment on it has its place in the status list.
    fn known_state(
        &self,
        database: &Connection,
        device_key: &[u8],
        key: &PublicKey,
        now: DateTime<Utc>,
    ) -> Result<Option<WalletState>, IssuerError> {
        let device = device(database, device_key)?;
        let missing: bool = database
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM employment e WHERE e.worker = ?1 AND NOT EXISTS
                 (SELECT 1 FROM binding b WHERE b.employment = e.id AND b.device = ?2))",
            )?
            .query_row([device.worker, device.id], |row| row.get(0))?;
        if missing { Ok(None) } else { self.state_of(database, device, key, now).map(Some) }
    }

    /// How the card stands, after each employment on it has got its place.
    fn state(
        &self,
        database: &Connection,
        device_key: &[u8],
        key: &PublicKey,
        now: DateTime<Utc>,
    ) -> Result<WalletState, IssuerError> {
        let device = device(database, device_key)?;
        database.execute(
            // One after the other: each place is behind all that were ever given out.
            "INSERT INTO binding (status_index, employment, device)
             SELECT row_number() OVER (ORDER BY e.valid_from, e.id)
                    + max((SELECT coalesce(max(status_index), 0) FROM binding),
                          (SELECT coalesce(max(last), 0) FROM lost_place)), e.id, ?2
             FROM employment e WHERE e.worker = ?1 AND NOT EXISTS
               (SELECT 1 FROM binding b WHERE b.employment = e.id AND b.device = ?2)",
            [device.worker, device.id],
        )?;
        self.state_of(database, device, key, now)
    }

    fn state_of(
        &self,
        database: &Connection,
        device: Device,
        key: &PublicKey,
        now: DateTime<Utc>,
    ) -> Result<WalletState, IssuerError> {
        let worker = Worker::read(database, device.worker)?;
        let issuer_key = self.issuer_key()?;
        let employments = employments(database, worker.id)?
            .into_iter()
            .map(|row| held(database, &issuer_key, (device.id, key), &worker, &row, now))
            .collect::<Result<_, _>>()?;
        let photo_notice = photo_notice(database, worker.id)?;
        Ok(WalletState {
            holder: worker.name,
            card_number: worker.card_number,
            typed_code_secret: Bytes(device.typed_code_secret),
            employments,
            photo_notice,
        })
    }
}

/// The device that holds a card.
struct Device {
    id: i64,
    worker: i64,
    typed_code_secret: Vec<u8>,
}

fn device(database: &Connection, key: &[u8]) -> Result<Device, IssuerError> {
    let sql =
        "SELECT id, worker, typed_code_secret FROM device WHERE key = ?1 AND replaced IS NULL";
    let found = database
        .prepare_cached(sql)?
        .query_row([key], |row| {
            Ok(Device { id: row.get(0)?, worker: row.get(1)?, typed_code_secret: row.get(2)? })
        })
        .optional()?;
    found.ok_or(IssuerError::DeviceUnknown)
}

/// One employment on one device. Ed25519 signs the same words with the same bytes, so a refresh
/// without news changes nothing, and no credential needs to be kept.
fn held(
    database: &Connection,
    issuer: &SigningKey,
    (device, key): (i64, &PublicKey),
    worker: &Worker,
    row: &Row,
    now: DateTime<Utc>,
) -> Result<HeldEmployment, IssuerError> {
    let status_index = database
        .prepare_cached("SELECT status_index FROM binding WHERE employment = ?1 AND device = ?2")?
        .query_row(params![row.id, device], |r| r.get(0))?;
    let validity = row.validity()?;
    let (organisation_number, company) = row.company()?;
    let claims = Claims {
        holder: key.clone(),
        validity,
        card_number: worker.card_number,
        name: worker.name.clone(),
        company,
        organisation_number,
        sub_unit: row.sub_unit()?,
        industry: row.industry()?,
        status_index,
        photo: worker.photo,
    };
    let credential = claims.sign(KeyId::of(&issuer.public_key()), issuer).to_cose();
    Ok(HeldEmployment {
        id: row.id.parse().map_err(|_| damaged())?,
        credential: Bytes(credential),
        causes: causes(database, &row.id, validity, now)?,
        warnings: warnings(database, &row.id, validity, now)?,
        history: history(database, &row.id)?,
        acts: notices(database, &row.id)?,
    })
}

/// What will make an employment invalid before long: the card's end, and what registers say.
pub(crate) fn warnings(
    database: &Connection,
    employment: &str,
    validity: Validity,
    now: DateTime<Utc>,
) -> Result<Vec<Cause>, IssuerError> {
    let notice = TimeDelta::days(Terms::read(database)?.notice_days.into());
    let until = validity.until();
    let soon = now < until && until - now <= notice;
    let ends = soon.then_some(Cause { reason: Reason::CardExpired, since: Some(until) });
    let coming = warning::coming(database, employment, now)?;
    Ok(ends.into_iter().chain(coming).collect())
}

/// The latest changes in how an employment stands.
fn history(database: &Connection, employment: &str) -> Result<Vec<StatusChange>, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT reason, set_on, at FROM status_change WHERE employment = ?1
         ORDER BY id DESC LIMIT ?2",
    )?;
    let mut rows = statement.query(params![employment, HISTORY])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(StatusChange {
            reason: Reason::from_code(row.get(0)?).ok_or_else(damaged)?,
            set: row.get(1)?,
            at: DateTime::from_timestamp(row.get(2)?, 0).ok_or_else(damaged)?,
        });
    }
    Ok(changes)
}

impl Worker {
    pub(crate) fn read(database: &Connection, id: i64) -> Result<Self, IssuerError> {
        type Found = (String, u32, Option<[u8; PhotoDigest::BYTES]>);
        let (name, card_number, photo): Found = database
            .prepare_cached(
                "SELECT w.name, w.card_number, p.digest
                 FROM worker w LEFT JOIN photo p ON p.worker = w.id WHERE w.id = ?1",
            )?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(Self {
            id,
            name: name.parse().map_err(|_| damaged())?,
            card_number: CardNumber::try_from(card_number).map_err(|_| damaged())?,
            photo: photo.map(PhotoDigest::from),
        })
    }
}

impl Row {
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    pub(crate) fn company(&self) -> Result<(OrganisationNumber, CompanyName), IssuerError> {
        let (number, name) = &self.company;
        let number = OrganisationNumber::try_from(*number).map_err(|_| damaged())?;
        Ok((number, name.parse().map_err(|_| damaged())?))
    }

    pub(crate) fn sub_unit(&self) -> Result<OrganisationNumber, IssuerError> {
        OrganisationNumber::try_from(self.sub_unit).map_err(|_| damaged())
    }

    pub(crate) fn industry(&self) -> Result<Industry, IssuerError> {
        Industry::from_code(self.industry).ok_or_else(damaged)
    }

    pub(crate) fn validity(&self) -> Result<Validity, IssuerError> {
        let time = |seconds| DateTime::from_timestamp(seconds, 0).ok_or_else(damaged);
        Validity::new(time(self.validity.0)?, time(self.validity.1)?).map_err(|_| damaged())
    }
}

pub(crate) fn employments(database: &Connection, worker: i64) -> Result<Vec<Row>, IssuerError> {
    let mut statement = database.prepare_cached(
        "SELECT e.id, c.organisation_number, c.name, e.sub_unit, e.industry,
                e.valid_from, e.valid_until
         FROM employment e JOIN company c ON c.organisation_number = e.company
         WHERE e.worker = ?1 ORDER BY e.valid_from, e.id",
    )?;
    let rows = statement.query_map([worker], |row| {
        Ok(Row {
            id: row.get(0)?,
            company: (row.get(1)?, row.get(2)?),
            sub_unit: row.get(3)?,
            industry: row.get(4)?,
            validity: (row.get(5)?, row.get(6)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The key of a device that signed a message just now.
pub(crate) fn signed_by(
    device_key: &[u8],
    message: &[u8],
    proof: &[u8],
    at: i64,
    now: DateTime<Utc>,
) -> Result<PublicKey, IssuerError> {
    let key = key_of(device_key)?;
    key.verify(message, proof).map_err(|_| IssuerError::ProofWrong)?;
    if at.abs_diff(now.timestamp()) > CLOCK_TOLERANCE_SECONDS.unsigned_abs() {
        return Err(IssuerError::ClockWrong { server_time: now.timestamp() });
    }
    Ok(key)
}

fn key_of(bytes: &[u8]) -> Result<PublicKey, IssuerError> {
    PublicKey::from_bytes(bytes).map_err(|_| IssuerError::Malformed("the device's key"))
}

/// What stands in the database was parsed on its way in.
pub(crate) fn damaged() -> IssuerError {
    IssuerError::Database(rusqlite::Error::InvalidQuery)
}
