//! Oppdrags- og arbeidsforholdsregisteret (OAR): workers of foreign companies on assignments in
//! Norway. They are in no Aa-registeret.

use async_trait::async_trait;
use card::{NationalId, OrganisationNumber};

use crate::{Answer, Limits, Period};

/// OAR (Skatteetaten).
#[async_trait]
pub trait Assignments: Send + Sync {
    /// What it can take.
    fn limits(&self) -> Limits;

    /// When this person has worked, works or will work for this company on assignments in Norway,
    /// in order of their start. *Not found* where that was never reported.
    async fn assignments(
        &self,
        company: OrganisationNumber,
        person: &NationalId,
    ) -> Answer<Vec<Period>>;
}
