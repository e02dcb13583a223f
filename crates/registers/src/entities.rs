//! Enhetsregisteret: companies and their sub-units.

use async_trait::async_trait;
use card::{CompanyName, OrganisationNumber};
use chrono::NaiveDate;

use crate::{Answer, Limits, Nace};

/// Enhetsregisteret. Main units and sub-units have numbers of one series, but are asked for apart.
#[async_trait]
pub trait Entities: Send + Sync {
    /// What it can take.
    fn limits(&self) -> Limits;

    /// The main unit with this number.
    async fn main_unit(&self, number: OrganisationNumber) -> Answer<Entry>;

    /// The sub-unit with this number.
    async fn sub_unit(&self, number: OrganisationNumber) -> Answer<Entry>;

    /// All sub-units of a main unit that are not deleted; *not found* where it has none.
    async fn sub_units(&self, main_unit: OrganisationNumber) -> Answer<Vec<Unit>>;
}

/// What stands at a number that is, or was, given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A unit.
    Unit(Unit),
    /// A unit that is no more; nothing else of it is told.
    Deleted {
        /// Since when; not told of units removed for legal reasons.
        on: Option<NaiveDate>,
    },
}

/// A company, or one of its sub-units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its number.
    pub number: OrganisationNumber,
    /// Its name; what doesn't fit on a card is cut off.
    pub name: CompanyName,
    /// The main unit that a sub-unit belongs to; `None` for a main unit.
    pub main_unit: Option<OrganisationNumber>,
    /// How it is organised, in Enhetsregisteret's code: `AS`, `ENK`, `NUF`, `BEDR` for a sub-unit.
    pub form: String,
    /// Its industry codes, at most three, the first the main one.
    pub industries: Vec<Nace>,
    /// Whether it is in Merverdiavgiftsregisteret. A sub-unit's own flag; ask the main unit.
    pub vat: bool,
    /// Whether it is in Foretaksregisteret. Always `false` for a sub-unit.
    pub in_business_register: bool,
    /// Whether it goes on.
    pub standing: Standing,
    /// How many are employed; not told when they are fewer than five.
    pub employees: Option<u32>,
}

/// Whether a unit goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Active,
    /// It is being wound up, of its own will (*under avvikling*).
    WindingUp {
        /// Since when.
        since: Option<NaiveDate>,
    },
    /// It is being wound up or dissolved by order (*tvangsavvikling, tvangsoppløsning*).
    ForcedWindingUp {
        /// Since when.
        since: Option<NaiveDate>,
    },
    /// It is bankrupt (*konkurs*).
    Bankrupt {
        /// Since when.
        since: Option<NaiveDate>,
    },
}
