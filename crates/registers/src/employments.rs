//! Aa-registeret: who is employed where.

use async_trait::async_trait;
use card::{NationalId, OrganisationNumber};
use chrono::NaiveDate;

use crate::{Answer, Limits, Period};

/// Aa-registeret (Nav).
#[async_trait]
pub trait Employments: Send + Sync {
    /// What it can take.
    fn limits(&self) -> Limits;

    /// All employments of a person: those that last, those that begin later, those that ended.
    /// *Not found* where there is none at all. One question answers for all the person's cards.
    async fn employments(&self, person: &NationalId) -> Answer<Vec<Employment>>;
}

/// An employment in Aa-registeret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Employment {
    /// Who reports it, a main unit (*opplysningspliktig*).
    pub main_unit: OrganisationNumber,
    /// The place of work, a sub-unit (*arbeidssted*).
    pub sub_unit: OrganisationNumber,
    /// From when until when.
    pub period: Period,
}

impl Employment {
    /// Whether it is with this main unit, at this sub-unit, and lasts on `day`.
    #[must_use]
    pub fn is_at(
        &self,
        main_unit: OrganisationNumber,
        sub_unit: OrganisationNumber,
        day: NaiveDate,
    ) -> bool {
        self.main_unit == main_unit && self.sub_unit == sub_unit && self.period.covers(day)
    }
}
