//! "Would I pass now?": the verifiers' own rules, run on the holder's own card.

use card::{EmploymentId, Industry};
use chrono::{DateTime, Utc};
use key_set::{Bundle, KeySet, Synced, Tier};
use rusqlite::{OptionalExtension, params};
use store::Store;
use transport::{RemoteKeySet, Service};
use verifier::{Policy, Verdict, verify};

use crate::{Wallet, WalletError, query};

impl Wallet {
    /// What a verifier with the newest key set that this phone has would say of the code at
    /// `now`, for work in the industry `site`. The causes that only inspectors and the holder may
    /// know are told.
    ///
    /// # Errors
    /// [`WalletError::NoSuchEmployment`].
    pub fn check(
        &self,
        employment: &EmploymentId,
        site: Option<Industry>,
        now: DateTime<Utc>,
    ) -> Result<Verdict, WalletError> {
        let held = self.held(employment)?;
        let [frame, _next] = self.frames(employment, now, None)?;
        let policy = Policy { site, ..Policy::default() };
        Ok(verify(frame.text(), self.key_set.as_ref(), now, &policy).knowing(&held.causes))
    }

    /// Brings the public key set up to date. It is only for the holder's own check, so a failure
    /// leaves what is there; the check says how old that is.
    pub(crate) fn follow_key_set(&mut self, service: Service, now: DateTime<Utc>) {
        let Ok(held) = bundle(&mut self.store) else { return };
        let held = held.and_then(|bundle| Some((KeySet::open(&bundle).ok()?, bundle)));
        let root = self.root_bytes();
        let root = held.as_ref().map(|(_, bundle)| &bundle.root).or(root.as_ref());
        let Some(root) = root else { return };
        let mut source = RemoteKeySet { service, progress: |_, _, _| () };
        let before = held.as_ref().map(|(set, bundle)| (set, bundle));
        if let Ok(Synced::Updated(synced)) =
            key_set::sync(root, before, Tier::Public, &mut source, now)
        {
            let (set, Bundle { root, head, status, .. }) = *synced;
            let kept = query(&mut self.store, |connection| {
                let sql = "INSERT OR REPLACE INTO bundle VALUES (1, ?1, ?2, ?3)";
                connection.execute(sql, params![root, head, status])
            });
            if kept.is_ok() {
                self.key_set = Some(set);
            }
        }
    }

    fn root_bytes(&mut self) -> Option<Vec<u8>> {
        query(&mut self.store, |c| c.query_row("SELECT root FROM wallet", [], |row| row.get(0)))
            .ok()
    }
}

/// The key set that is kept; none if it can't be read, and the next refresh brings another.
pub(crate) fn load(store: &mut Store) -> Result<Option<KeySet>, WalletError> {
    Ok(bundle(store)?.and_then(|bundle| KeySet::open(&bundle).ok()))
}

fn bundle(store: &mut Store) -> Result<Option<Bundle>, WalletError> {
    query(store, |connection| {
        connection
            .query_row("SELECT root, head, status FROM bundle", [], |row| {
                Ok(Bundle {
                    root: row.get(0)?,
                    head: row.get(1)?,
                    status: row.get(2)?,
                    reasons: None,
                })
            })
            .optional()
    })
}
