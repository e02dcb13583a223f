//! Arbeidstilsynet's registers of companies: staffing agencies, cleaning, car care.

use async_trait::async_trait;
use card::OrganisationNumber;
use chrono::NaiveDate;

use crate::{Answer, Limits, Register};

/// One of Arbeidstilsynet's registers.
#[async_trait]
pub trait Approvals: Send + Sync {
    /// Which one.
    fn register(&self) -> Register;

    /// What it can take.
    fn limits(&self) -> Limits;

    /// What it has on a company, a main unit. *Not found* where the company never applied.
    async fn approval(&self, company: OrganisationNumber) -> Answer<Approval>;
}

/// How a company stands in one of Arbeidstilsynet's registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approval {
    /// How.
    pub standing: ApprovalStanding,
    /// Since when, where the register tells.
    pub since: Option<NaiveDate>,
}

/// How a company stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ApprovalStanding {
    /// Approved.
    Approved,
    /// It has applied and was not answered yet.
    Pending,
    /// Its application was refused, or the approval withdrawn or given up.
    NotApproved,
}
