//! A sync: key set, the device's own credential, index and pack, each where the last one stopped.
//!
//! **Threat.** A sync may break off or be killed anywhere, and what is published may be published
//! anew while it runs. What is held stays in use until all of the next is here.

use chrono::{DateTime, Utc};
use key_set::{FileName, Rejected, SyncError, Synced, Tier};
use rusqlite::params;
use serde::Serialize;
use transport::{RemoteKeySet, Service, TransportError};
use wire::ProblemCode;

use crate::index::{FetchError, Fetched, Index, Step};
use crate::{Inspector, InspectorError, query};

/// What a sync led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncResult {
    /// There is a newer key set.
    Updated,
    /// What is here is what is current.
    Unmodified,
    /// No contact with the service; what is here stays in use.
    Cached,
    /// The key set is current; the contact broke off while the index came. The next sync goes on
    /// where this one stopped.
    Interrupted,
}

impl SyncResult {
    /// What fetching the index or the pack led to; `refused` says which of them.
    pub(crate) fn of(
        fetched: Result<Fetched, FetchError<TransportError>>,
        refused: fn(Rejected) -> InspectorError,
    ) -> Result<Self, InspectorError> {
        match fetched {
            Ok(Fetched::Updated) => Ok(Self::Updated),
            Ok(Fetched::Unmodified | Fetched::None) => Ok(Self::Unmodified),
            Err(FetchError::Source(TransportError::Unreachable(_))) => Ok(Self::Interrupted),
            Err(FetchError::Source(error)) => Err(error.into()),
            Err(FetchError::Rejected(rejected)) => Err(refused(rejected)),
            Err(FetchError::Device(error)) => Err(error),
        }
    }
}

/// How far a sync has come with one file.
#[derive(Clone, Debug, Serialize)]
pub struct Progress {
    /// The file.
    pub file: String,
    /// Bytes that have come.
    pub done: u64,
    /// Bytes in all, where that is known.
    pub total: Option<u64>,
}

impl Inspector {
    /// Brings key set and index up to date. `progress` hears of each piece that comes.
    ///
    /// # Errors
    /// [`InspectorError::KeySet`] when something on offer must not be taken. No contact is no
    /// error but [`SyncResult::Cached`] or [`SyncResult::Interrupted`]. What is held stays, but for
    /// [`InspectorError::Revoked`]: then all is deleted.
    pub fn sync(
        &mut self,
        now: DateTime<Utc>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<SyncResult, InspectorError> {
        let synced = match self.sync_all(now, progress) {
            // What was named when it began may have been published anew meanwhile, because somebody
            // was erased. Then what is named now is there.
            Err(
                InspectorError::KeySet(Rejected::Missing { .. })
                | InspectorError::Pack(Rejected::Missing { .. }),
            ) => self.sync_all(now, progress),
            synced => synced,
        };
        match synced {
            Err(InspectorError::Service(TransportError::Refused(problem)))
                if problem.code == ProblemCode::TokenWrong =>
            {
                self.revoked(now)?;
                Err(InspectorError::Revoked)
            }
            Ok(done) => {
                self.judge_again(now)?;
                Ok(done)
            }
            failed => failed,
        }
    }

    fn sync_all(
        &mut self,
        now: DateTime<Utc>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<SyncResult, InspectorError> {
        let service = Service::at(&self.service)?.with_token(&self.token);
        let result = self.sync_key_set(service.clone(), now, progress)?;
        match self.renew_badge(&service, now) {
            Err(InspectorError::Service(TransportError::Refused(problem)))
                if problem.code == ProblemCode::TokenWrong =>
            {
                return Err(TransportError::Refused(problem).into());
            }
            // The service knows this device, whatever else it says.
            Ok(()) | Err(InspectorError::Service(TransportError::Refused(_))) => {
                self.in_contact(now)?;
            }
            // Checks go on without.
            Err(_) => {}
        }
        if result == SyncResult::Cached {
            return Ok(result);
        }
        let of_index = self.sync_index(service.clone(), progress)?;
        if of_index == SyncResult::Interrupted {
            return Ok(of_index);
        }
        let of_pack = self.sync_pack(service, progress)?;
        let news = |one: &SyncResult| *one != SyncResult::Unmodified;
        Ok([of_pack, of_index].into_iter().find(news).unwrap_or(result))
    }

    fn sync_index(
        &mut self,
        service: Service,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<SyncResult, InspectorError> {
        let Some((set, _)) = &self.held else { return Ok(SyncResult::Unmodified) };
        let index = match &mut self.index {
            Some(index) => index,
            none => none.insert(Index::open(&self.store)?),
        };
        let mut source = RemoteKeySet { service, progress: |_, _, _| () };
        let mut tell = |step| {
            let (file, done, total) = match step {
                Step::Fetching(done, total) => ("index", done, total),
                Step::Applying(done, total) => ("index/apply", done, total),
            };
            progress(Progress { file: file.to_owned(), done, total: Some(total) });
        };
        SyncResult::of(index.fetch(set, &mut source, &mut tell), InspectorError::KeySet)
    }

    fn sync_key_set(
        &mut self,
        service: Service,
        now: DateTime<Utc>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<SyncResult, InspectorError> {
        let tell = |file: FileName, done, total| {
            progress(Progress { file: file.to_string(), done, total });
        };
        let mut source = RemoteKeySet { service, progress: tell };
        let root = self.held.as_ref().map_or(&self.root, |(_, bundle)| &bundle.root);
        let held = self.held.as_ref().map(|(set, bundle)| (set, bundle));
        let synced = match key_set::sync(root, held, Tier::Inspector, &mut source, now) {
            Ok(synced) => synced,
            Err(SyncError::Source(TransportError::Unreachable(_))) => {
                return Ok(SyncResult::Cached);
            }
            Err(SyncError::Source(error)) => return Err(error.into()),
            Err(SyncError::Rejected(rejected)) => return Err(rejected.into()),
        };
        let Synced::Updated(synced) = synced else { return Ok(SyncResult::Unmodified) };
        let (set, bundle) = *synced;
        query(&mut self.store, |connection| {
            connection.execute(
                "INSERT OR REPLACE INTO bundle VALUES (1, ?1, ?2, ?3, ?4)",
                params![bundle.root, bundle.head, bundle.status, bundle.reasons],
            )
        })?;
        self.held = Some((set, bundle));
        Ok(SyncResult::Updated)
    }
}
