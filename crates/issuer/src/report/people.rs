//! Who is in a report: those met whose card or national number is known here, and those on its
//! crew list whose card is. Of others nobody knows which person they are.

use std::collections::BTreeMap;

use ::report::{Listed, Report};
use inspection::Met;
use rusqlite::{Connection, params};
use serde::Serialize;

use super::kept::worker;
use crate::error::IssuerError;

/// What a report says of one person.
#[derive(Default, Serialize)]
struct Part<'r> {
    place: &'r str,
    met: Vec<&'r Met>,
    listed: Vec<&'r Listed>,
}

pub(super) fn link(database: &Connection, report: &Report) -> Result<(), IssuerError> {
    let mut parts: BTreeMap<i64, Part<'_>> = BTreeMap::new();
    for met in &report.inspection.met {
        let (card, number) = (met.who.card, &met.who.national_id);
        let by_card = card.map(|card| worker(database, "card_number", card.get())).transpose()?;
        let found = match (by_card.flatten(), number) {
            (None, Some(number)) => worker(database, "national_id", number.expose())?,
            (found, _) => found,
        };
        if let Some(worker) = found {
            parts.entry(worker).or_default().met.push(met);
        }
    }
    for listed in report.crew.iter().flat_map(|crew| &crew.listed) {
        let Some(card) = listed.card else { continue };
        if let Some(worker) = worker(database, "card_number", card.get())? {
            parts.entry(worker).or_default().listed.push(listed);
        }
    }
    for (worker, mut part) in parts {
        part.place = report.inspection.place.name.as_str();
        let part = serde_json::to_string(&part).map_err(|_| IssuerError::Malformed("no report"))?;
        let sql = "INSERT INTO report_person VALUES (?1, ?2, ?3)";
        database.execute(sql, params![report.id.as_str(), worker, part])?;
    }
    Ok(())
}
