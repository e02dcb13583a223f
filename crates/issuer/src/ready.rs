//! Whether the service can do its work.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::OptionalExtension;
use serde::Serialize;

use crate::Issuer;
use crate::error::IssuerError;

/// The service publishes every hour; a key set older than this tells that it doesn't.
const LATE: TimeDelta = TimeDelta::hours(3);

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Readiness {
    /// Whether all of it that the service needs is in order.
    pub ready: bool,
    /// The database answers.
    pub database: bool,
    /// The keys that sign are there.
    pub keys: bool,
    /// The key set is young enough.
    pub key_set: bool,
    /// Its age.
    pub key_set_age_seconds: Option<i64>,
    /// The copy elsewhere, where there is one, is as young. The service works without.
    pub copy: bool,
}

impl Issuer {
    /// Looks at all that the service needs.
    #[must_use]
    pub fn readiness(&self, now: DateTime<Utc>) -> Readiness {
        let published = self.last_publication();
        let database = published.is_ok();
        let age = published.ok().flatten().map(|(_, issued)| now - issued);
        let keys = self.publisher().is_ok() && self.issuer_key().is_ok();
        let key_set = age.is_some_and(|age| age <= LATE);
        Readiness {
            ready: database && keys && key_set,
            database,
            keys,
            key_set,
            key_set_age_seconds: age.map(|age| age.num_seconds()),
            copy: self.copy_is_behind().is_ok_and(|behind| !behind),
        }
    }

    /// Version and time of the newest key set.
    pub(crate) fn last_publication(&self) -> Result<Option<(u64, DateTime<Utc>)>, IssuerError> {
        let sql = "SELECT version, issued FROM publication ORDER BY version DESC LIMIT 1";
        let last: Option<(i64, i64)> = self.read(|database| {
            Ok(database.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
        })?;
        Ok(last.and_then(|(version, issued)| {
            Some((version.cast_unsigned(), DateTime::from_timestamp(issued, 0)?))
        }))
    }
}
