//! `hmskort inspect begin|meet|finding|…`: an inspection, from the first card to the last.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::inspection::{Because, FindingKind, InspectionId, Met, MetId, Note, Participant, Place};
use card::{CardNumber, CompanyName, EmploymentId, Industry, Line, PersonName};
use chrono::{DateTime, NaiveDate, Utc};
use clap::Subcommand;
use inspector::Inspector;
use inspector::inspection::{
    Begin, EntryChange, InspectionError, InspectionLine, InspectionView, News, Put, Told,
};
use serde_json::json;

use crate::CliError;
use crate::inspect::read;
use crate::out::{Out, time};

/// Longest picture file, in bytes; more is never read.
const MAX_PICTURE: u64 = 32 * 1024 * 1024;

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
            let bytes = read(&file, MAX_PICTURE)?;
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
        Self { id: put.id.clone(), before, met: put.inspection.totals.met }
    }
}

/// The same for people.
pub(crate) fn left(put: &Put) -> String {
    let (place, met) = (&put.inspection.inspection.place, put.inspection.totals.met);
    let before = put.before.map_or(String::new(), |at| {
        format!(" Met before, {}; counted once.", time(at.timestamp_millis()))
    });
    format!("  in the inspection of {}: number {met} ({}).{before}", place.name.as_str(), put.id)
}

/// What turned out otherwise, after a sync.
pub(crate) fn news_text(news: &[News]) -> String {
    let mut text = String::new();
    for one in news {
        let card = one.who.card.map_or(String::new(), |card| format!(", card {card}"));
        text += &format!(
            "\nJudged again: {}{card}, checked {} at {}: {} → {}",
            name(one.who.name.as_ref()),
            time(one.checked.timestamp_millis()),
            one.place.name.as_str(),
            one.from.as_str(),
            one.to.as_str(),
        );
        for reason in &one.reasons {
            let when = match reason.after {
                Some(true) => ", after the check",
                Some(false) => ", before the check",
                None => "",
            };
            text += &format!("\n  - {}{when}", because(&reason.because));
        }
    }
    text
}

fn name(name: Option<&PersonName>) -> &str {
    name.map_or("(no name)", PersonName::as_str)
}

fn because(because: &Because) -> String {
    let since = because.since.map(|since| format!(" since {}", time(since.timestamp_millis())));
    format!("{}{}", because.code, since.unwrap_or_default())
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

fn line(line: &InspectionLine) -> String {
    let began = time(line.began.timestamp_millis());
    let (met, found) = (line.totals.met, line.totals.found);
    let (id, place, state) = (&line.id, line.place.name.as_str(), line.state.as_str());
    format!("{id}  {state}  {place}, {began}: {met} met, findings at {found}")
}

fn text(view: &InspectionView) -> String {
    let (inspection, totals) = (&view.inspection, &view.totals);
    let address =
        inspection.place.address.as_ref().map(|address| format!(", {}", address.as_str()));
    let industry = inspection.industry.map(|industry| format!(", {industry}"));
    let mut text = format!(
        "{}  {}\n{}{}{}\nbegan {}",
        inspection.id,
        view.state.as_str(),
        inspection.place.name.as_str(),
        address.unwrap_or_default(),
        industry.unwrap_or_default(),
        time(inspection.began.timestamp_millis()),
    );
    if let Some(ended) = inspection.ended {
        text += &format!(", ended {}", time(ended.timestamp_millis()));
    }
    let who: Vec<_> = inspection.participants.iter().map(|one| one.name.as_str()).collect();
    text += &format!("\n{}\n", who.join(", "));
    if let Some(note) = &inspection.note {
        text += &format!("“{}”\n", note.as_str());
    }
    for met in &inspection.met {
        text += &entry(met);
    }
    let pictures = inspection.pictures.len();
    text + &format!("{} met, findings at {}, {pictures} pictures", totals.met, totals.found)
}

fn entry(met: &Met) -> String {
    let who = &met.who;
    let card = who.card.map_or("no card number".into(), |card| format!("card {card}"));
    let company = who.company.as_ref().map_or("?", CompanyName::as_str);
    let outcome = met.check.as_ref().map_or("not checked", |check| check.outcome.as_str());
    let mut text = format!(
        "- {:.8}  {}  {}, {card}, {company}: {outcome}",
        met.id.as_str(),
        time(met.at.timestamp_millis()),
        name(who.name.as_ref()),
    );
    let reasons = met.check.iter().flat_map(|check| &check.reasons).map(because);
    text += &reasons.map(|reason| format!("; {reason}")).collect::<String>();
    if let Some(again) = &met.judged_again {
        let reasons: Vec<_> = again.reasons.iter().map(because).collect();
        let at = time(again.at.timestamp_millis());
        text +=
            &format!("\n    judged again {at}: {} {}", again.outcome.as_str(), reasons.join("; "));
    }
    let found: Vec<_> = met.findings.iter().map(|kind| kind.what()).collect();
    if !found.is_empty() {
        text += &format!("\n    found: {}", found.join(", "));
    }
    if let Some(note) = &met.note {
        text += &format!("\n    “{}”", note.as_str());
    }
    if met.pay_slip_check {
        text += "\n    pay slips will be asked for";
    }
    text + "\n"
}
