//! The site's crew list laid beside those who were met.
//!
//! By the card's number, which names one person. Else by birth date and name together, the name
//! read tolerantly ([`names::distance`]): lists are typed by people who heard the names.

use std::collections::{BTreeSet, HashMap};

use card::{CardNumber, Outcome, words};
use chrono::NaiveDate;
use inspection::{Met, MetId};
use serde::Serialize;

use crate::{CrewList, Listed, Report};

/// What came of it. People are named by their number in the inspection, rows by their line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Listed and met.
    pub pairs: Vec<Pair>,
    /// Present but not listed.
    pub unlisted: Vec<MetId>,
    /// Listed, and met without a card that was valid: those whose card was invalid or could not be
    /// confirmed, and those of whom no card was checked.
    pub met_without_valid_card: Vec<Pair>,
    /// Listed and not met, and the device's index says that the card is not valid.
    pub absent_without_valid_card: Vec<u32>,
    /// Listed and not met.
    pub not_met: Vec<u32>,
}

/// One who is listed and was met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// Who was met.
    pub met: MetId,
    /// The line of the list.
    pub line: u32,
    /// How they were found to be one.
    pub by: By,
    /// Whether the list has another card number for this person.
    pub other_card: bool,
    /// Whether the list has another employer than the card.
    pub other_employer: bool,
}

/// How one who was met was found on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// By the card's number.
    Card,
    /// By name and birth date.
    NameAndBirthDate,
}

impl Report {
    /// The comparison, where there is a crew list.
    #[must_use]
    pub fn comparison(&self) -> Option<Comparison> {
        self.crew.as_ref().map(|crew| compare(&self.inspection.met, crew))
    }
}

fn compare(met: &[Met], crew: &CrewList) -> Comparison {
    let mut by_card: HashMap<CardNumber, usize> = HashMap::new();
    let mut by_birth: HashMap<NaiveDate, Vec<usize>> = HashMap::new();
    for (at, listed) in crew.listed.iter().enumerate() {
        if let Some(card) = listed.card {
            by_card.entry(card).or_insert(at);
        }
        if let Some(born) = listed.birth_date {
            by_birth.entry(born).or_default().push(at);
        }
    }
    let mut done = Comparison::default();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut found: HashMap<&MetId, (usize, By)> = HashMap::new();
    for one in met {
        if let Some(&at) = one.who.card.and_then(|card| by_card.get(&card)) {
            taken.insert(at);
            found.insert(&one.id, (at, By::Card));
        }
    }
    // Those whom numbers have found stand no more in the way of others of the same day.
    for one in met.iter().filter(|one| !found.contains_key(&one.id)).collect::<Vec<_>>() {
        let born = one.who.birth_date.and_then(|born| by_birth.get(&born));
        let free = born.into_iter().flatten().filter(|at| !taken.contains(at));
        let near = free.filter_map(|at| Some((apart(one, crew.listed.get(*at)?)?, *at)));
        if let Some((_, at)) = near.min() {
            taken.insert(at);
            found.insert(&one.id, (at, By::NameAndBirthDate));
        }
    }
    for one in met {
        let pair = found.get(&one.id).and_then(|(at, by)| Some((crew.listed.get(*at)?, *by)));
        let Some((listed, by)) = pair else {
            done.unlisted.push(one.id.clone());
            continue;
        };
        let pair = pair_of(one, listed, by);
        if one.outcome() != Some(Outcome::Valid) {
            done.met_without_valid_card.push(pair.clone());
        }
        done.pairs.push(pair);
    }
    for (at, listed) in crew.listed.iter().enumerate() {
        if !taken.contains(&at) {
            done.not_met.push(listed.line);
            if listed.standing == Some(Outcome::Invalid) {
                done.absent_without_valid_card.push(listed.line);
            }
        }
    }
    done
}

/// How far the names are apart, either of which may have more words; `None` for other people.
fn apart(met: &Met, listed: &Listed) -> Option<usize> {
    let (here, there) = (met.who.name.as_ref()?, listed.name.as_ref()?);
    let (here, there) = (words(here.as_str()), words(there.as_str()));
    if here.is_empty() || there.is_empty() {
        return None;
    }
    match (names::distance(&there, &here), names::distance(&here, &there)) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Whether both are known, and are not the same.
fn differ<T: PartialEq>(here: Option<T>, there: Option<T>) -> bool {
    here.zip(there).is_some_and(|(here, there)| here != there)
}

fn pair_of(met: &Met, listed: &Listed, by: By) -> Pair {
    let (who, number) = (&met.who, listed.organisation_number);
    Pair {
        met: met.id.clone(),
        line: listed.line,
        by,
        other_card: differ(who.card, listed.card),
        other_employer: differ(who.organisation_number, number)
            && (who.sub_unit.is_none() || differ(who.sub_unit, number)),
    }
}
