//! The pack on the device: a small picture of everybody, to know people by without network. Only
//! where the inspector has asked for it.
//!
//! **Threat.** It is the faces of everybody. So it is off unless it is switched on, lies in an
//! encrypted database of its own that goes whole, when it is switched off and whenever the index
//! goes (see `custody`), and is locked when the index is. A picture is found by the digest of the
//! photo that it was made from alone: one of another photo is never shown, and no name stands
//! beside it.

mod fetch;

use chrono::{DateTime, Utc};
use credential::PhotoDigest;
use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use store::{Store, StoreError};
use transport::{RemoteKeySet, Service};

use crate::{Inspector, InspectorError, Progress, SyncResult, query};

pub use fetch::Pack;

/// The database beside the store's own.
const DATABASE: &str = "pack.db";

const MIGRATIONS: &[&str] = &[include_str!("schema.sql")];

/// The list that was held whole last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    version: u64,
    issued: DateTime<Utc>,
    /// Whether it still is.
    whole: bool,
}

/// The pack, as the screen gets it. Times are Unix milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PackView {
    /// Whether it is switched on.
    pub on: bool,
    /// Whether it has all that was published. Until then it may have pictures all the same.
    pub whole: bool,
    /// When that was published, the last time that it had all.
    pub issued_at: Option<i64>,
    /// Its age in seconds.
    pub age_seconds: Option<i64>,
    /// How many pictures are here.
    pub pictures: u32,
    /// Whether the issuer gives none out; what was here is then removed.
    pub withheld: bool,
}

impl Inspector {
    /// Switches the pack on, to be fetched at the next sync, or off, and then it is removed.
    ///
    /// # Errors
    /// The store.
    pub fn want_pack(&mut self, on: bool) -> Result<(), InspectorError> {
        query(&mut self.store, |connection| {
            connection.execute("UPDATE pack SET wanted = ?1", [on])
        })?;
        if on { Ok(()) } else { self.forget_pack() }
    }

    /// Whether the pack is switched on: asked anew, for it may be switched beside a sync.
    fn wants_pack(&self) -> Result<bool, InspectorError> {
        let sql = "SELECT wanted FROM pack";
        let wanted = self.store.reading().query_row(sql, [], |row| row.get(0));
        wanted.map_err(|error| InspectorError::Store(error.into()))
    }

    /// Opens the pack, if it is switched on.
    pub(crate) fn open_pack(&mut self) -> Result<(), InspectorError> {
        if self.custody.is_revoked() || !self.wants_pack()? {
            return self.forget_pack();
        }
        if self.pack.is_none() {
            self.pack = Some(Pack::open(&self.store)?);
        }
        Ok(())
    }

    /// Removes the pack, whether it is open or not. The switch stays as it is.
    pub(crate) fn forget_pack(&mut self) -> Result<(), InspectorError> {
        self.pack = None;
        Ok(self.store.remove_beside(DATABASE)?)
    }

    /// Brings the pack up to date, if it is switched on and there is an index: without one nobody
    /// could say how long it may stay.
    pub(crate) fn sync_pack(
        &mut self,
        service: Service,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<SyncResult, InspectorError> {
        self.open_pack()?;
        let whole_index = self.index.as_ref().is_some_and(|index| index.held().is_some());
        let (Some((set, _)), Some(pack), true) = (&self.held, &mut self.pack, whole_index) else {
            return Ok(SyncResult::Unmodified);
        };
        let mut source = RemoteKeySet { service, progress: |_, _, _| () };
        let mut tell = |done, total| {
            progress(Progress { file: "pack".to_owned(), done, total: Some(total) });
        };
        let fetched = pack.fetch(set, &mut source, &mut tell);
        if !self.wants_pack()? {
            self.forget_pack()?;
            return Ok(SyncResult::Unmodified);
        }
        SyncResult::of(fetched, InspectorError::Pack)
    }

    /// The small picture made from the photo with this digest, if the pack has it: a help to know
    /// somebody by, and not the photo that the issuer signed.
    ///
    /// # Errors
    /// [`InspectorError::Locked`] and the like, when this device may not look at people now.
    pub fn small_picture(
        &self,
        photo: PhotoDigest,
        now: DateTime<Utc>,
    ) -> Result<Option<Vec<u8>>, InspectorError> {
        let Some(pack) = &self.pack else { return Ok(None) };
        self.look_up(now)?;
        Ok(pack.picture(photo)?)
    }

    /// What the screen says of the pack.
    pub(crate) fn pack_view(&self, now: DateTime<Utc>) -> PackView {
        let withheld = self.key_set().is_some_and(|set| set.pack_file().is_none());
        let Some(pack) = &self.pack else {
            let on = self.wants_pack().unwrap_or(false);
            return PackView { on, withheld, ..PackView::default() };
        };
        let held = pack.held().unwrap_or_default();
        PackView {
            on: true,
            whole: held.is_some_and(|held| held.whole),
            issued_at: held.map(|held| held.issued.timestamp_millis()),
            age_seconds: held.map(|held| (now - held.issued).num_seconds().max(0)),
            pictures: pack.pictures().unwrap_or(0),
            withheld,
        }
    }
}

impl Pack {
    /// Opens the pack of a store, empty where there is none. One that can't be read is thrown away:
    /// the next sync brings it again.
    ///
    /// # Errors
    /// The store.
    pub fn open(store: &Store) -> Result<Self, StoreError> {
        let database = store.beside_or_anew(DATABASE, MIGRATIONS)?;
        // Who was erased is to be gone from the pages too.
        database.reading().pragma_update(None, "secure_delete", true)?;
        Ok(Self { database })
    }

    fn held(&self) -> Result<Option<Held>, StoreError> {
        let sql = "SELECT version, issued, whole FROM held";
        let found = self.database.reading().query_row(sql, [], |row| {
            let issued = DateTime::from_timestamp(row.get(1)?, 0).unwrap_or_default();
            Ok(Held { version: row.get::<_, i64>(0)?.unsigned_abs(), issued, whole: row.get(2)? })
        });
        Ok(found.optional()?)
    }

    fn pictures(&self) -> Result<u32, StoreError> {
        // Of hundreds of parts, and not of all pictures: the screen asks often.
        let sql = "SELECT coalesce(sum(pictures), 0) FROM part";
        Ok(self.database.reading().query_row(sql, [], |row| row.get(0))?)
    }

    fn picture(&self, photo: PhotoDigest) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT file FROM picture WHERE digest = ?1 LIMIT 1";
        let mut found = self.database.reading().prepare_cached(sql)?;
        Ok(found.query_row(params![photo.as_bytes()], |row| row.get(0)).optional()?)
    }
}
