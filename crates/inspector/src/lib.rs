//! The inspector's device: enrol, sync, check, without network when there is none.
//!
//! **Threat.** Whatever comes from a camera or a network may be anything, a sync may be killed at
//! any point, and the device may be stolen. What a sync brings is checked whole and stored in one
//! transaction; nothing on the device can make a code; outside a deliberate act nothing is kept
//! about who was checked.

pub mod act;
mod badge;
mod custody;
mod error;
mod index;
pub mod inspection;
mod lookup;
mod pack;
mod photo;
pub mod report;
pub mod scan;
mod sync;
mod typed;

use std::path::Path;

use chrono::{DateTime, Utc};
use custody::Custody;
use key_set::{Bundle, Freshness, KeySet, Root};
use presentation::Challenge;
use ring::rand::{SecureRandom, SystemRandom};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use store::{KeyKeeper, Store};
use transport::Service;
use verifier::{Policy, Verdict, verify};
use wire::{ActivationLink, EnrolInspector, EnrolledInspector, Enrolment, route};

pub use self::inspection::InspectionError;
pub use custody::CustodyView;
pub use error::InspectorError;
pub use index::{FetchError, Fetched, Held, Index, Step};
pub use lookup::{
    About, EmploymentView, Found, HistoryView, Hit, MOST_FOUND, PersonView, Presented,
};
pub use pack::{Pack, PackView};
pub use photo::{NoPhoto, Photos};
pub use sync::{Progress, SyncResult};

const MIGRATIONS: &[&str] = &[
    include_str!("schema.sql"),
    include_str!("badge.sql"),
    include_str!("act.sql"),
    include_str!("custody.sql"),
    include_str!("inspection/schema.sql"),
    include_str!("report.sql"),
    include_str!("pack.sql"),
    include_str!("inspection/met.sql"),
    include_str!("inspection/expected.sql"),
];

/// The state of the device, as the screen gets it. Times are Unix milliseconds.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    /// Whether this device is enrolled.
    pub enrolled: bool,
    /// The inspector's name.
    pub name: String,
    /// The authority.
    pub authority: String,
    /// The service's address.
    pub issuer: String,
    /// The key set, once there is one.
    pub key_set: Option<KeySetView>,
    /// The index, once there is one.
    pub index: Option<IndexView>,
    /// Bytes of an index that have come and are not in use yet.
    pub index_waiting: u64,
    /// The pack of small photos.
    pub pack: PackView,
    /// Whether this device may go on knowing what it knows.
    pub custody: CustodyView,
    /// How many inspections are kept here.
    pub inspections: u32,
}

/// The state of the index.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct IndexView {
    /// Its version.
    pub version: u64,
    /// When it was published.
    pub issued_at: i64,
    /// Its age in seconds.
    pub age_seconds: i64,
    /// How many cards are in it.
    pub cards: u32,
}

/// The state of the key set.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct KeySetView {
    /// Its version.
    pub version: u64,
    /// When it was signed.
    pub issued_at: i64,
    /// Its age in seconds.
    pub age_seconds: i64,
    /// How current it is.
    pub freshness: &'static str,
    /// Room in its status list.
    pub entries: usize,
    /// When green ends.
    pub stale_at: i64,
}

/// An enrolled device.
#[derive(Debug)]
pub struct Inspector {
    store: Store,
    service: String,
    token: String,
    name: String,
    authority: String,
    root: Vec<u8>,
    held: Option<(KeySet, Bundle)>,
    own: Option<badge::Own>,
    index: Option<Index>,
    pack: Option<Pack>,
    custody: Custody,
}

impl Inspector {
    /// Trades the text of an enrolment link for access to the inspectors' tier.
    ///
    /// # Errors
    /// [`InspectorError`].
    pub fn enrol(folder: &Path, keeper: KeyKeeper, link: &str) -> Result<Self, InspectorError> {
        let link: ActivationLink = link.parse()?;
        if link.enrolment != Enrolment::Inspector {
            return Err(InspectorError::OtherRole);
        }
        let mut store = if Store::exists(folder) {
            Store::open(folder, MIGRATIONS)?
        } else {
            Store::create(folder, keeper, MIGRATIONS)?
        };
        let enrolled = "SELECT EXISTS (SELECT 1 FROM inspector)";
        let again = custody::is_revoked(&mut store)?;
        if !again && query(&mut store, |c| c.query_row(enrolled, [], |row| row.get(0)))? {
            return Err(InspectorError::AlreadyEnrolled);
        }
        let request =
            EnrolInspector { code: link.code.expose().to_owned(), root: link.root.to_string() };
        let answer: EnrolledInspector =
            Service::at(&link.service)?.post(route::INSPECTOR_ENROL, &request)?;
        Root::pinned(&answer.root.0, &link.root).map_err(|_| InspectorError::NotTrusted)?;
        query(&mut store, |connection| {
            let transaction = connection.transaction()?;
            transaction.execute(
                "INSERT OR REPLACE INTO inspector VALUES (1, ?1, ?2, ?3, ?4, ?5)",
                params![link.service, answer.token, answer.name, answer.authority, answer.root.0],
            )?;
            transaction.execute("INSERT OR REPLACE INTO custody (one) VALUES (1)", [])?;
            transaction.commit()
        })?;
        drop(store);
        Self::open(folder)
    }

    /// Opens the device's store. A key set that can't be read is left out, so that the device
    /// says it has none and a sync brings a new one.
    ///
    /// # Errors
    /// [`InspectorError::NotEnrolled`]; the store's own errors.
    pub fn open(folder: &Path) -> Result<Self, InspectorError> {
        if !Store::exists(folder) {
            return Err(InspectorError::NotEnrolled);
        }
        let mut store = Store::open(folder, MIGRATIONS)?;
        // What is deleted is overwritten.
        query(&mut store, |connection| connection.pragma_update(None, "secure_delete", true))?;
        type Row = (String, String, String, String, Vec<u8>);
        let row: Option<Row> = query(&mut store, |connection| {
            connection
                .query_row("SELECT service, token, name, authority, root FROM inspector", [], |r| {
                    Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?))
                })
                .optional()
        })?;
        let (service, token, name, authority, root) = row.ok_or(InspectorError::NotEnrolled)?;
        let bundle = query(&mut store, |connection| {
            connection
                .query_row("SELECT root, head, status, reasons FROM bundle", [], |r| {
                    Ok(Bundle {
                        root: r.get(0)?,
                        head: r.get(1)?,
                        status: r.get(2)?,
                        reasons: r.get(3)?,
                    })
                })
                .optional()
        })?;
        let held = bundle.and_then(|bundle| Some((KeySet::open(&bundle).ok()?, bundle)));
        let own = badge::load(&mut store, held.as_ref().map(|(set, _)| set.root()))?;
        let custody = query(&mut store, |connection| Custody::read(connection))?;
        let index = if custody.is_revoked() { None } else { Some(Index::open(&store)?) };
        let pack = None;
        let mut device =
            Self { store, service, token, name, authority, root, held, own, index, pack, custody };
        device.leave_nothing()?;
        device.open_pack()?;
        Ok(device)
    }

    /// Checks the text of a code: scanned, pasted or typed.
    #[must_use]
    pub fn check_text(&self, text: &str, now: DateTime<Utc>, policy: &Policy) -> Verdict {
        verify(text, self.key_set(), now, policy)
    }

    /// Checks the code in a picture file.
    ///
    /// # Errors
    /// [`InspectorError`], when there is no code in it.
    pub fn check_picture(
        &self,
        file: &[u8],
        now: DateTime<Utc>,
        policy: &Policy,
    ) -> Result<Verdict, InspectorError> {
        Ok(self.check_scanned(&scan::picture(file)?, now, policy))
    }

    /// The key set, once there is one.
    #[must_use]
    pub fn key_set(&self) -> Option<&KeySet> {
        self.held.as_ref().map(|(set, _)| set)
    }

    /// What the inspector sees.
    #[must_use]
    pub fn overview(&self, now: DateTime<Utc>) -> Overview {
        Overview {
            enrolled: true,
            name: self.name.clone(),
            authority: self.authority.clone(),
            issuer: self.service.clone(),
            index: self.index.as_ref().and_then(Index::held).map(|held| IndexView {
                version: held.version,
                issued_at: held.issued.timestamp_millis(),
                age_seconds: (now - held.issued).num_seconds().max(0),
                cards: held.cards,
            }),
            index_waiting: self.index.as_ref().map_or(0, |index| index.waiting().unwrap_or(0)),
            pack: self.pack_view(now),
            custody: self.custody(now),
            inspections: inspection::kept(&self.store).unwrap_or(0),
            key_set: self.key_set().map(|set| KeySetView {
                version: set.version(),
                issued_at: set.issued().timestamp_millis(),
                age_seconds: set.age(now).num_seconds(),
                freshness: match set.freshness(now) {
                    Freshness::Fresh => "fresh",
                    Freshness::Ageing => "ageing",
                    Freshness::Stale => "stale",
                },
                entries: set.entries(),
                stale_at: set.stale_at().timestamp_millis(),
            }),
        }
    }
}

/// Four new digits to ask for.
///
/// # Errors
/// When the operating system gives no random numbers.
pub fn new_challenge() -> Result<Challenge, credential::NoRandomness> {
    random().map(u32::from_be_bytes).map(Challenge::from_random)
}

/// Bytes of the operating system's, that nobody can foresee.
fn random<const N: usize>() -> Result<[u8; N], credential::NoRandomness> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).map_err(|_| credential::NoRandomness)?;
    Ok(bytes)
}

fn query<T>(
    store: &mut Store,
    ask: impl FnOnce(&mut rusqlite::Connection) -> Result<T, rusqlite::Error>,
) -> Result<T, InspectorError> {
    ask(store.connection()).map_err(|error| InspectorError::Store(error.into()))
}
