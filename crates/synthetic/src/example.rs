//! One of each kind, for whoever wants to try something.

use card::{Industry, NationalId, OrganisationNumber};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// One of a kind: a company, or a person who works there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Which kind, such as `in_order`, `bankrupt`, `employment_ended`.
    pub kind: &'static str,
    /// The company.
    pub company: OrganisationNumber,
    /// The sub-unit.
    pub sub_unit: OrganisationNumber,
    /// What the company does.
    pub industry: Industry,
    /// The person, where it is about one.
    pub person: Option<NationalId>,
}

impl Serialize for Example {
    /// With the number in clear: it is nobody's.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut example = serializer.serialize_struct("Example", 5)?;
        example.serialize_field("kind", self.kind)?;
        example.serialize_field("company", &self.company)?;
        example.serialize_field("sub_unit", &self.sub_unit)?;
        example.serialize_field("industry", &self.industry)?;
        example.serialize_field("person", &self.person.as_ref().map(NationalId::expose))?;
        example.end()
    }
}

/// The first ones of each kind, as many as are of use.
#[derive(Debug, Default)]
pub(crate) struct Examples(Vec<Example>);

impl Examples {
    /// Notes an example, unless there are enough of its kind. Of people in order, two for each
    /// industry are kept, for demonstrations.
    pub(crate) fn note(&mut self, example: Example) {
        let same = |other: &&Example| {
            other.kind == example.kind
                && other.person.is_some() == example.person.is_some()
                && (example.kind != "in_order" || other.industry == example.industry)
        };
        let enough = if example.kind == "in_order" && example.person.is_some() { 2 } else { 1 };
        if self.0.iter().filter(same).count() < enough {
            self.0.push(example);
        }
    }

    pub(crate) fn all(self) -> Vec<Example> {
        self.0
    }
}
