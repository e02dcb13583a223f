//! What an inspection adds up to: by finding, company and industry.

use std::collections::BTreeMap;

use card::{CompanyName, Industry, OrganisationNumber, Outcome, words};
use inspection::{FindingKind, Met};
use serde::Serialize;

use crate::Report;

/// The totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Everybody who was met.
    pub met: Tally,
    /// Each kind of finding that there was, in the report's order.
    pub findings: Vec<FindingTotal>,
    /// Each company, the most findings first.
    pub companies: Vec<CompanyTotal>,
    /// Each industry of the cards.
    pub industries: Vec<IndustryTotal>,
    /// Those whose pay slips will be asked for.
    pub pay_slips: usize,
    /// Those whose verdict changed with what became known later.
    pub judged_again: usize,
}

/// People, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// All.
    pub people: usize,
    /// With a card that was valid.
    pub valid: usize,
    /// With a card that was not.
    pub invalid: usize,
    /// With a card that could not be confirmed.
    pub unconfirmed: usize,
    /// Of whom no card was checked.
    pub unchecked: usize,
    /// At whom the inspector found something.
    pub with_findings: usize,
}

/// How many people have a kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FindingTotal {
    /// The kind.
    pub kind: FindingKind,
    /// How many.
    pub people: usize,
}

/// A company's people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompanyTotal {
    /// The name; nothing where nobody knew.
    pub company: Option<CompanyName>,
    /// The main unit.
    pub organisation_number: Option<OrganisationNumber>,
    /// Its people.
    #[serde(flatten)]
    pub tally: Tally,
}

/// An industry's people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct IndustryTotal {
    /// The industry; nothing where no card told it.
    pub industry: Option<Industry>,
    /// Its people.
    #[serde(flatten)]
    pub tally: Tally,
}

impl Tally {
    fn count(&mut self, met: &Met) {
        self.people += 1;
        self.with_findings += usize::from(!met.findings.is_empty());
        match met.outcome() {
            Some(Outcome::Valid) => self.valid += 1,
            Some(Outcome::Invalid) => self.invalid += 1,
            Some(Outcome::Unconfirmed) => self.unconfirmed += 1,
            None => self.unchecked += 1,
        }
    }
}

impl Report {
    /// What it adds up to, with what became known after the checks.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let people = &self.inspection.met;
        let mut all = Tally::default();
        let mut companies: BTreeMap<_, CompanyTotal> = BTreeMap::new();
        let mut industries: BTreeMap<u8, (Option<Industry>, Tally)> = BTreeMap::new();
        for met in people {
            all.count(met);
            let company = companies.entry(key(met)).or_insert_with(|| CompanyTotal {
                company: met.who.company.clone(),
                organisation_number: met.who.organisation_number,
                tally: Tally::default(),
            });
            company.tally.count(met);
            let industry = met.who.industry;
            let at = industry.map_or(u8::MAX, Industry::code);
            industries.entry(at).or_insert((industry, Tally::default())).1.count(met);
        }
        let with = |kind| people.iter().filter(|met| met.findings.contains(&kind)).count();
        let findings = FindingKind::ALL.map(|kind| FindingTotal { kind, people: with(kind) });
        let mut companies: Vec<CompanyTotal> = companies.into_values().collect();
        companies.sort_by_key(|company| std::cmp::Reverse(company.tally.with_findings));
        Totals {
            met: all,
            findings: findings.into_iter().filter(|total| total.people > 0).collect(),
            companies,
            industries: industries
                .into_values()
                .map(|(industry, tally)| IndustryTotal { industry, tally })
                .collect(),
            pay_slips: people.iter().filter(|met| met.pay_slip_check).count(),
            judged_again: people.iter().filter(|met| met.judged_again.is_some()).count(),
        }
    }
}

/// What a company is counted by: its number, or its name as it is compared where that is all there
/// is. Those that nobody knows come last.
fn key(met: &Met) -> (bool, u32, String) {
    let number = met.who.organisation_number.map_or(0, OrganisationNumber::get);
    let name = met.who.company.as_ref().filter(|_| number == 0);
    let name = name.map(|name| words(name.as_str()).join(" ")).unwrap_or_default();
    (number == 0 && name.is_empty(), number, name)
}
