//! UDI's residence permits.

use async_trait::async_trait;
use card::NationalId;

use crate::{Answer, Limits, Period};

/// UDI (Utlendingsdirektoratet). To be asked about those only who need a permit:
/// [`Resident::needs_permit`](crate::Resident::needs_permit).
#[async_trait]
pub trait Permits: Send + Sync {
    /// What it can take.
    fn limits(&self) -> Limits;

    /// The permit that a person has now, or had last. *Not found* where there never was one.
    async fn permit(&self, person: &NationalId) -> Answer<Permit>;
}

/// A residence permit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permit {
    /// Whether it gives access to work.
    pub work: WorkAccess,
    /// From when until when one may work; without an end for a permanent permit.
    pub period: Period,
}

/// Whether a permit gives access to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WorkAccess {
    /// Any work (*generell arbeidsadgang*).
    Any,
    /// Work of one kind, or with one employer; which, the register doesn't tell.
    Limited,
    /// None.
    None,
}
