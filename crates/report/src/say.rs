//! How times, people and verdicts are said, on paper and in tables.

use card::Outcome;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Oslo;
use inspection::{Because, Met};

use crate::words::Words;

/// A time as it was on the site's clocks: all sites are in Norway.
pub(crate) fn time(at: DateTime<Utc>) -> String {
    at.with_timezone(&Oslo).format("%d.%m.%Y %H:%M").to_string()
}

/// The same on a day that is told elsewhere.
pub(crate) fn clock(at: DateTime<Utc>) -> String {
    at.with_timezone(&Oslo).format("%H:%M").to_string()
}

pub(crate) fn date(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// A verdict, with a sign that tells it without colour.
pub(crate) fn outcome(outcome: Outcome, words: &Words) -> String {
    let sign = match outcome {
        Outcome::Valid => '✔',
        Outcome::Invalid => '✘',
        Outcome::Unconfirmed => '?',
    };
    format!("{sign} {}", words.outcome(outcome))
}

/// A reason and since when.
pub(crate) fn because(because: &Because, words: &Words) -> String {
    let what = words.reason(because.code.as_str());
    match because.since {
        Some(since) => {
            let day = date(since.with_timezone(&Oslo).date_naive());
            format!("{what} ({})", words.since.replace("{date}", &day))
        }
        None => what.to_owned(),
    }
}

pub(crate) fn name(met: &Met, words: &Words) -> String {
    met.who.name.as_ref().map_or_else(|| words.unknown_person.clone(), ToString::to_string)
}

/// An organisation number in threes, or nothing.
pub(crate) fn grouped(number: Option<card::OrganisationNumber>) -> String {
    number.map(card::OrganisationNumber::grouped).unwrap_or_default()
}

/// What there is, as text, or nothing.
pub(crate) fn or_nothing(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
