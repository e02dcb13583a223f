//! An entry is changed, removed, and had back.

use std::collections::BTreeSet;

use ::inspection::{FindingKind, How, MOST_MET, MetId, Note};
use rusqlite::OptionalExtension;
use serde::Deserialize;

use super::table::{Entry, Head, change};
use super::{InspectionError, Told};
use crate::Inspector;

/// What the inspector changes in an entry; what is `None` stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct EntryChange {
    /// What was found: all of it.
    pub findings: Option<BTreeSet<FindingKind>>,
    /// What there is to say; an empty text for nothing.
    pub note: Option<String>,
    /// Whether pay slips will be asked for.
    pub pay_slip_check: Option<bool>,
    /// What the person told, where nothing was shown.
    pub told: Option<Told>,
}

impl Inspector {
    /// Changes an entry.
    ///
    /// # Errors
    /// [`InspectionError::NoEntry`], [`InspectionError::Sent`], [`InspectionError::Text`].
    pub fn change_entry(
        &mut self,
        id: &MetId,
        changes: EntryChange,
    ) -> Result<(), InspectionError> {
        let note = changes.note.map(|note| written(&note)).transpose()?;
        change(&mut self.store, |transaction| {
            let (inspection, mut entry) = Entry::read(transaction, id)?;
            Head::read(transaction, &inspection)?.unsent()?;
            let met = &mut entry.met;
            if let Some(findings) = changes.findings {
                met.findings = findings;
            }
            if let Some(note) = note {
                met.note = note;
            }
            if let Some(chosen) = changes.pay_slip_check {
                met.pay_slip_check = chosen;
            }
            if let Some(told) = changes.told.filter(|_| met.how == How::NothingShown) {
                told.tell(&mut met.who);
            }
            entry.write(transaction, &inspection)
        })
    }

    /// Removes an entry. Until another one is removed, or the inspection ends, it can be had back.
    ///
    /// # Errors
    /// [`InspectionError::NoEntry`], [`InspectionError::Sent`].
    pub fn remove_entry(&mut self, id: &MetId) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            let (inspection, _) = Entry::read(transaction, id)?;
            let mut head = Head::read(transaction, &inspection)?.unsent()?;
            let before = "DELETE FROM met WHERE inspection = ?1 AND removed <> 0";
            transaction.execute(before, [inspection.as_str()])?;
            transaction.execute("UPDATE met SET removed = 1 WHERE id = ?1", [id.as_str()])?;
            head.looking = head.looking.filter(|looking| looking != id);
            head.write(transaction)
        })
    }

    /// Has an entry back that was removed last.
    ///
    /// # Errors
    /// [`InspectionError::NoEntry`] when there is none, or the same person was met since;
    /// [`InspectionError::Full`].
    pub fn restore_entry(&mut self, id: &MetId) -> Result<(), InspectionError> {
        change(&mut self.store, |transaction| {
            let sql =
                "UPDATE met SET removed = 0 WHERE id = ?1 AND removed <> 0 RETURNING inspection";
            let inspection: Option<String> =
                transaction.query_row(sql, [id.as_str()], |row| row.get(0)).optional()?;
            inspection.ok_or(InspectionError::NoEntry)?;
            let (inspection, entry) = Entry::read(transaction, id)?;
            Head::read(transaction, &inspection)?.unsent()?;
            let others = Entry::all(transaction, &inspection)?;
            if others.len() > MOST_MET {
                return Err(InspectionError::Full);
            }
            let same = |other: &Entry| other.met.who.is(&entry.met.who);
            match others.iter().any(|other| other.met.id != *id && same(other)) {
                true => Err(InspectionError::NoEntry),
                false => Ok(()),
            }
        })
    }
}

/// A note as it was written; nothing for nothing.
fn written(text: &str) -> Result<Option<Note>, InspectionError> {
    if text.trim().is_empty() { Ok(None) } else { Ok(Some(text.parse()?)) }
}
