//! `hmskort inspect begin|meet|finding|…`: an inspection, from the first card to the last.

mod text;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::inspection::{FindingKind, InspectionId, Met, MetId, Note, Participant, Place};
use card::{CardNumber, CompanyName, EmploymentId, Industry, Line, OrganisationNumber, PersonName};
use chrono::{DateTime, NaiveDate, Utc};
use clap::Subcommand;
use inspector::inspection::{
    Begin, EntryChange, InspectionError, InspectionLine, InspectionView, Put, Told,
};
use inspector::{Inspector, scan};
use serde_json::json;

use crate::CliError;
use crate::inspect::read;
use crate::out::Out;
use text::{line, text};

pub(crate) use text::{left, news_text};

#[derive(Subcommand)]
pub(crate) enum InInspection {
    /// Begin an inspection; from then on what `check` checks goes into it.
    Begin {
        /// The place.
        #[arg(required_unless_present = "again")]
        place: Option<Line<120>>,
        /// Its address.
        #[arg(long)]
        address: Option<Line<200>>,
        /// The industry that is inspected.
        #[arg(long)]
        site: Option<Industry>,
        /// Who else takes part: "NAME" or "NAME: ROLE". May be given several times.
        #[arg(long, value_name = "NAME: ROLE", value_parser = participant)]
        with: Vec<Participant>,
        /// As the last one was.
        #[arg(long, conflicts_with_all = ["place", "address", "site", "with"])]
        again: bool,
        #[command(flatten)]
        at: At,
    },
    /// Let the open one wait: what is checked leaves nothing.
    Pause,
    /// Go on with one that waits, or that was ended and has not been sent.
    Resume {
        /// Which; the newest that can be gone on with by itself.
        id: Option<InspectionId>,
        #[command(flatten)]
        at: At,
    },
    /// Say something of the whole; an empty text takes it back.
    Note {
        /// What.
        text: String,
        #[command(flatten)]
        which: Which,
    },
    /// Say which employer should be there; without a number it may be anyone.
    Expect {
        /// A main unit or a sub-unit.
        employer: Option<OrganisationNumber>,
        #[command(flatten)]
        which: Which,
    },
    /// Put in somebody whose code can't be checked: told, or looked up.
    Meet {
        /// The card's number, of somebody whom the index has.
        #[arg(conflicts_with_all = ["name", "born", "company", "code"])]
        card: Option<CardNumber>,
        /// Which employment; the one that stands best by itself.
        #[arg(long, requires = "card")]
        employment: Option<EmploymentId>,
        /// The name, as it was told.
        #[arg(long)]
        name: Option<PersonName>,
        /// The birth date, as it was told.
        #[arg(long)]
        born: Option<NaiveDate>,
        /// For whom the person works, as it was told.
        #[arg(long)]
        company: Option<CompanyName>,
        /// The text of a code that could not be read or believed.
        #[arg(long)]
        code: Option<String>,
        #[command(flatten)]
        at: At,
    },
    /// Change an entry: findings, note, pay slips.
    Finding {
        /// The entry; the beginning of its number is enough. `last` for the last one.
        entry: String,
        /// What was found: `no_card`, `expired`, `invalid`, `wrong_employer`, `wrong_industry`,
        /// `another_persons_card`, `not_shown`, `other`.
        #[arg(long)]
        add: Vec<FindingKind>,
        /// What was not.
        #[arg(long)]
        drop: Vec<FindingKind>,
        /// What there is to say; an empty text for nothing.
        #[arg(long)]
        note: Option<String>,
        /// Whether this person's pay slips will be asked for.
        #[arg(long, value_name = "true|false")]
        pay_slips: Option<bool>,
        /// Remove the entry.
        #[arg(long, conflicts_with_all = ["add", "drop", "note", "pay_slips", "undo"])]
        remove: bool,
        /// Have an entry back that was removed last, by its whole number.
        #[arg(long, conflicts_with_all = ["add", "drop", "note", "pay_slips"])]
        undo: bool,
        #[command(flatten)]
        which: Which,
    },
    /// Keep a picture of the site.
    Picture {
        /// A PNG, JPEG or WebP file.
        file: PathBuf,
        /// What it shows.
        #[arg(long, default_value = "")]
        caption: String,
        #[command(flatten)]
        which: Which,
    },
    /// End the open one, or one that waits.
    End {
        #[command(flatten)]
        which: Which,
    },
    /// List the inspections that are kept.
    List {
        #[command(flatten)]
        at: At,
    },
    /// Show one: the open one, or else the newest.
    Show {
        #[command(flatten)]
        which: Which,
    },
    /// Delete one with all that is in it.
    Discard {
        /// Which.
        id: InspectionId,
        /// Yes, delete it.
        #[arg(long, required = true)]
        yes: bool,
    },
}

/// A time; for tests and rehearsal.
#[derive(clap::Args)]
pub(crate) struct At {
    /// As at this time (RFC 3339); for tests and rehearsal.
    #[arg(long, value_name = "TIME")]
    at: Option<DateTime<Utc>>,
}

/// Which inspection.
#[derive(clap::Args)]
pub(crate) struct Which {
    /// Which inspection; the open one, or else the newest.
    #[arg(long)]
    inspection: Option<InspectionId>,
    #[command(flatten)]
    at: At,
}

impl At {
    fn now(&self) -> DateTime<Utc> {
        self.at.unwrap_or_else(Utc::now)
    }
}

impl Which {
    fn of(&self, device: &Inspector) -> Result<InspectionView, InspectionError> {
        let now = self.at.now();
        if let Some(id) = &self.inspection {
            return device.inspection(id, now);
        }
        if let Some(open) = device.open_inspection(now)? {
            return Ok(open);
        }
        let newest = device.inspections(now)?.into_iter().next();
        device.inspection(&newest.ok_or(InspectionError::Unknown)?.id, now)
    }
}

fn participant(text: &str) -> Result<Participant, String> {
    let (name, role) = match text.split_once(':') {
        Some((name, role)) => (name, Some(role)),
        None => (text, None),
    };
    let name = name.parse().map_err(|error: card::MalformedName| error.to_string())?;
    let role = role.map(str::parse).transpose();
    Ok(Participant { name, role: role.map_err(|error: card::MalformedText| error.to_string())? })
}

pub(crate) fn run(command: InInspection, store: &Path, out: Out) -> Result<ExitCode, CliError> {
    let mut device = Inspector::open(store)?;
    match command {
        InInspection::Begin { place, address, site, with, again, at } => {
            let begin = match (place, again) {
                (Some(name), _) => {
                    Begin { place: Place { name, address }, industry: site, others: with }
                }
                (None, _) => {
                    let none = "there was no inspection before; say where this one is";
                    device.begun_last()?.ok_or(CliError::Words(none.into()))?
                }
            };
            let id = device.begin(&begin, at.now())?;
            show(&device.inspection(&id, at.now())?, out);
        }
        InInspection::Pause => {
            device.pause()?;
            out.put(&json!({ "paused": true }), |_| {
                "It waits; what is checked leaves nothing.".into()
            });
        }
        InInspection::Resume { id, at } => {
            let waits = |line: &InspectionLine| line.state.can_go_on();
            let newest = || device.inspections(at.now()).map(|all| all.into_iter().find(waits));
            let id = match id {
                Some(id) => id,
                None => newest()?.ok_or(InspectionError::Unknown)?.id,
            };
            device.resume(&id, at.now())?;
            show(&device.inspection(&id, at.now())?, out);
        }
        InInspection::Note { text, which } => {
            let id = which.of(&device)?.inspection.id;
            let note: Option<Note> = match text.trim() {
                "" => None,
                text => Some(text.parse().map_err(InspectionError::Text)?),
            };
            device.note_on(&id, note)?;
            show(&device.inspection(&id, which.at.now())?, out);
        }
        InInspection::Expect { employer, which } => {
            let id = which.of(&device)?.inspection.id;
            device.expect_employer(&id, employer)?;
            show(&device.inspection(&id, which.at.now())?, out);
        }
        InInspection::Meet { card, employment, name, born, company, code, at } => {
            device.keep_watch(at.now())?;
            let put = match card {
                Some(card) => device.meet_known(card, employment.as_ref(), at.now())?,
                None => {
                    device.meet_told(Told { name, birth_date: born, company, code }, at.now())?
                }
            };
            out.put(&json!({ "put": Left::of(&put) }), |_| left(&put));
        }
        InInspection::Finding { entry, remove: false, undo: true, which, .. } => {
            let id = entry.parse().map_err(|_| InspectionError::NoEntry)?;
            device.restore_entry(&id)?;
            show(&which.of(&device)?, out);
        }
        InInspection::Finding { entry, add, drop, note, pay_slips, remove, which, .. } => {
            let view = which.of(&device)?;
            let met = one(&view, &entry)?;
            if remove {
                device.remove_entry(&met.id)?;
            } else {
                let mut findings: BTreeSet<_> = met.findings.iter().copied().chain(add).collect();
                findings.retain(|kind| !drop.contains(kind));
                let change = EntryChange {
                    findings: Some(findings),
                    note,
                    pay_slip_check: pay_slips,
                    told: None,
                };
                device.change_entry(&met.id, change)?;
            }
            show(&device.inspection(&view.inspection.id, which.at.now())?, out);
        }
        InInspection::Picture { file, caption, which } => {
            let id = which.of(&device)?.inspection.id;
            let bytes = read(&file, scan::MAX_FILE)?;
            let digest = device.add_picture(&id, &bytes, &caption, which.at.now())?;
            out.put(&json!({ "picture": digest }), |_| format!("It is kept: {digest}"));
        }
        InInspection::End { which } => {
            let id = which.of(&device)?.inspection.id;
            device.end(&id, which.at.now())?;
            show(&device.inspection(&id, which.at.now())?, out);
        }
        InInspection::List { at } => {
            let all = device.inspections(at.now())?;
            out.put(&all, |all| {
                let lines: Vec<_> = all.iter().map(line).collect();
                if lines.is_empty() { "No inspections.".into() } else { lines.join("\n") }
            });
        }
        InInspection::Show { which } => show(&which.of(&device)?, out),
        InInspection::Discard { id, yes: _ } => {
            device.discard(&id)?;
            out.put(&json!({ "discarded": id }), |_| "It is deleted.".into());
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What a check left in the open inspection.
#[derive(serde::Serialize)]
pub(crate) struct Left {
    id: MetId,
    before: Option<i64>,
    met: usize,
}

impl Left {
    pub(crate) fn of(put: &Put) -> Self {
        let before = put.before.map(|at| at.timestamp_millis());
        Self { id: put.id.clone(), before, met: put.totals.met }
    }
}

/// The entry that is meant.
fn one<'v>(view: &'v InspectionView, entry: &str) -> Result<&'v Met, CliError> {
    let met = &view.inspection.met;
    if entry == "last" {
        return Ok(met.last().ok_or(InspectionError::NoEntry)?);
    }
    let mut fitting = met.iter().filter(|met| met.id.as_str().starts_with(entry));
    match (fitting.next(), fitting.next()) {
        (Some(met), None) => Ok(met),
        (Some(_), Some(_)) => Err(CliError::Words("several entries begin so; say more".into())),
        _ => Err(InspectionError::NoEntry.into()),
    }
}

fn show(view: &InspectionView, out: Out) {
    out.put(view, text);
}
