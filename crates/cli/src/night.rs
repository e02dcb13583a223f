//! `hmskort issuer night` and what belongs to it: terms, notices, warnings, mails.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use card::{Language, OrganisationNumber};
use chrono::{DateTime, Local, TimeDelta, Utc};
use clap::Subcommand;
use issuer::{Issuer, IssuerError, Order, Post, Progress, Report, next_night};
use registers::Register;

use crate::CliError;
use crate::out::Out;
use crate::settings::Settings;

/// Longest file with the registers' settings, in bytes.
const MAX_SETTINGS: u64 = 64 * 1024;

/// Longest file with a certificate, in bytes.
const MAX_CERTIFICATE: u64 = 64 * 1024;

/// How often the service looks whether it is time for the night, or for a mail.
const LOOK: Duration = Duration::from_secs(20);

/// After a night that failed, the service tries again.
const AGAIN: TimeDelta = TimeDelta::minutes(10);

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Check all cards against all registers, and publish; or go on with a night broken off.
    Night {
        /// A JSON file that says where the registers are; else the settings do.
        #[arg(long, env = "HMSKORT_REGISTERS")]
        registers: Option<PathBuf>,
        /// The time of the night, RFC 3339; the clock's unless said.
        #[arg(long)]
        now: Option<DateTime<Utc>>,
        /// Take this register's changes, however many they are.
        #[arg(long = "accept", value_name = "REGISTER")]
        accepted: Vec<Register>,
    },
    /// List what the office is told about the registers, newest first.
    Notices,
    /// Show the terms that cards are issued on, or set one: `terms validity_days 1825`.
    Terms {
        /// Which.
        #[arg(requires = "value")]
        name: Option<String>,
        /// What it is to be.
        value: Option<String>,
    },
    /// Say to whom a company's warnings are mailed; without an address, list who gets them.
    Contact {
        /// The main unit's number.
        company: OrganisationNumber,
        /// The address.
        email: Option<String>,
        /// nb, nn, en, pl, lt or ro.
        #[arg(long, default_value_t)]
        language: Language,
        /// Mail no more to this address.
        #[arg(long, requires = "email")]
        remove: bool,
    },
    /// List what a company has been warned of, newest first.
    Warnings {
        /// The main unit's number.
        company: OrganisationNumber,
    },
    /// Send the mails that are due.
    Deliver,
}

/// The mail server that the settings name.
fn post(settings: &Settings) -> Result<Option<Post>, CliError> {
    let Some(mail) = &settings.mail else { return Ok(None) };
    let authority = mail.authority.as_deref();
    let authority =
        authority.map(|file| crate::inspect::read(file, MAX_CERTIFICATE)).transpose()?;
    Ok(Some(Post::new(&mail.server, &mail.sender, authority.as_deref())?))
}

/// The registers that a JSON file names, or else the settings.
pub(crate) fn registers_of(
    file: Option<&Path>,
    settings: &Settings,
) -> Result<Option<registers::Settings>, CliError> {
    let Some(file) = file else { return Ok(settings.registers.clone()) };
    let json = crate::inspect::read(file, MAX_SETTINGS)?;
    let name = file.display();
    serde_json::from_slice(&json)
        .map(Some)
        .map_err(|error| CliError::Words(format!("{name}: {error}")))
}

pub(crate) fn run(
    command: Command,
    issuer: &Issuer,
    (by, settings): (&str, &Settings),
    out: Out,
) -> Result<(), CliError> {
    match command {
        Command::Night { registers, now, accepted } => {
            let clock = || now.unwrap_or_else(Utc::now);
            let order = Order { accepted, by: by.to_owned() };
            let registers = registers_of(registers.as_deref(), settings)?
                .ok_or(CliError::Words("[registers] in the settings, or --registers".into()))?;
            let shown = Shown::default();
            let report = night(issuer, &registers, &order, &clock, &|now| shown.show(now))?;
            out.put(&report, text);
        }
        Command::Notices => {
            let notices = issuer.notices()?;
            out.put(&notices, |notices| {
                let line = |notice: &issuer::Notice| {
                    let over = notice.over.map(|over| format!("over {}", over.format(TIME)));
                    format!(
                        "{}  {}  {:?} since {}  {} cards  {}",
                        notice.register,
                        notice.register.name(),
                        notice.kind,
                        notice.since.format(TIME),
                        notice.cards,
                        over.as_deref().unwrap_or("now")
                    )
                };
                lines(notices.iter().map(line), "All registers are well.")
            });
        }
        Command::Terms { name, value } => {
            let terms = match name.zip(value) {
                Some((name, value)) => issuer.set_term(&name, &value)?,
                None => issuer.terms()?,
            };
            out.put(&terms, |terms| serde_json::to_string_pretty(terms).unwrap_or_default());
        }
        Command::Contact { company, email, language, remove } => {
            match &email {
                Some(email) if remove => issuer.remove_contact(company, email)?,
                Some(email) => issuer.set_contact(company, email, language)?,
                None => {}
            }
            let contacts = issuer.contacts(company)?;
            let line = |(email, language): &(String, Language)| format!("{email}  {language}");
            out.put(&contacts, |contacts| lines(contacts.iter().map(line), "Nobody."));
        }
        Command::Warnings { company } => {
            let warnings = issuer.warnings_of(company, Utc::now())?;
            let line = |warning: &issuer::Warning| {
                let remedy = warning.reason.remedy();
                format!(
                    "{}  {}  {}  {} ({})",
                    warning.card_number,
                    warning.due.format(DAY),
                    warning.employment,
                    warning.reason.what(),
                    remedy.how
                )
            };
            out.put(&warnings, |warnings| lines(warnings.iter().map(line), "No warnings."));
        }
        Command::Deliver => {
            let post = post(settings)?.ok_or(CliError::Words("[mail] in the settings".into()))?;
            let delivered = issuer.deliver(&post, Utc::now())?;
            out.put(&delivered, |delivered| {
                let issuer::Delivered { sent, put_off, refused } = delivered;
                format!("{sent} sent, {put_off} put off, {refused} refused.")
            });
        }
    }
    Ok(())
}

const TIME: &str = "%Y-%m-%d %H:%M";
const DAY: &str = "%Y-%m-%d";

fn lines(lines: impl Iterator<Item = String>, none: &str) -> String {
    let lines: Vec<_> = lines.collect();
    if lines.is_empty() { none.to_owned() } else { lines.join("\n") }
}

/// One night, with registers as the settings say.
fn night(
    issuer: &Issuer,
    registers: &registers::Settings,
    order: &Order,
    clock: &(dyn Fn() -> DateTime<Utc> + Sync),
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Report, CliError> {
    let runtime = tokio::runtime::Runtime::new()?;
    let registers = registers::connect(registers, Arc::new(Utc::now))
        .map_err(|error| CliError::Words(format!("the registers' settings: {error}")))?;
    Ok(issuer.night(&registers, order, clock, runtime.handle(), progress)?)
}

/// How far the night has come, for people: a line each ten thousand.
#[derive(Default)]
struct Shown {
    cards: AtomicU32,
    lines: Mutex<Vec<(String, u64)>>,
}

impl Shown {
    fn show(&self, progress: Progress) {
        let (what, count) = match progress {
            Progress::Began { cards, goes_on } => {
                self.cards.store(cards, Ordering::Relaxed);
                let goes_on = if goes_on { "The night goes on" } else { "The night begins" };
                return Out::note(&format!("{goes_on}: {cards} cards."));
            }
            Progress::Asked { register, asked } => {
                (format!("{} asked about", register.name()), asked)
            }
            Progress::Judged { cards } => ("Cards judged:".to_owned(), cards.into()),
            Progress::Changed { changes } => ("Changes made:".to_owned(), changes.into()),
        };
        let Ok(mut lines) = self.lines.lock() else { return };
        let line = lines.iter_mut().find(|(line, _)| *line == what);
        match line {
            Some((_, last)) if count / 10_000 == *last / 10_000 => return,
            Some((_, last)) => *last = count,
            None => lines.push((what.clone(), count)),
        }
        let cards = self.cards.load(Ordering::Relaxed);
        Out::note(&format!("{what} {count} (of {cards} cards)"));
    }
}

fn text(report: &Report) -> String {
    let mut lines = vec![format!(
        "{} cards checked; key set {}. {} temporary cards are full ones now.",
        report.cards, report.version, report.completed
    )];
    for asked in &report.registers {
        let silent = asked.silence.as_ref().map(|silence| {
            let since = asked.silent_since.map(|since| format!(" since {}", since.format(TIME)));
            format!("; silent: {silence}{}", since.unwrap_or_default())
        });
        lines.push(format!(
            "  {}: {} asked, {} answered{}{}",
            asked.register.name(),
            asked.asked,
            asked.answered,
            silent.unwrap_or_default(),
            if asked.done { "" } else { "; left alone for tonight" }
        ));
    }
    for (reason, changed) in &report.changes.changed {
        lines.push(format!("  {reason}: {} new, {} lifted", changed.set, changed.lifted));
    }
    for (register, cards) in &report.changes.held_back {
        lines.push(format!(
            "  {register} suddenly drops {cards} cards: held back. If it is right: --accept {register}"
        ));
    }
    lines.push(format!("{} warnings, {} mails.", report.warnings, report.mails));
    lines.join("\n")
}

/// Begins what the service does by itself, each on a thread of its own. They end with the
/// process, wherever they are: that is what a night is made for.
pub(crate) fn by_itself(
    issuer: &Arc<Issuer>,
    registers: Option<registers::Settings>,
    settings: &Settings,
) -> Result<(), CliError> {
    if let Some(post) = post(settings)? {
        let issuer = Arc::clone(issuer);
        std::thread::spawn(move || {
            loop {
                match issuer.deliver(&post, Utc::now()) {
                    Ok(issuer::Delivered { sent: 0, put_off: 0, refused: 0 }) => {}
                    Ok(issuer::Delivered { sent, put_off, refused }) => {
                        tracing::info!(sent, put_off, refused, "mails");
                    }
                    Err(error) => tracing::error!(%error, "mails could not be sent"),
                }
                std::thread::sleep(LOOK);
            }
        });
    }
    if let Some(registers) = registers {
        let issuer = Arc::clone(issuer);
        std::thread::spawn(move || nightly(&issuer, &registers));
    }
    Ok(())
}

/// A night each night, at the hour that the terms say.
fn nightly(issuer: &Issuer, registers: &registers::Settings) {
    let mut failed: Option<DateTime<Utc>> = None;
    loop {
        match due(issuer, failed, Utc::now()) {
            Ok(true) => {
                let order = Order { accepted: Vec::new(), by: "the service".into() };
                failed = match night(issuer, registers, &order, &Utc::now, &|_| {}) {
                    Ok(report) => {
                        let report = serde_json::to_string(&report).unwrap_or_default();
                        tracing::info!(report, "the night is done");
                        None
                    }
                    Err(error) => {
                        tracing::error!(%error, "the night failed");
                        Some(Utc::now())
                    }
                };
            }
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "the night"),
        }
        std::thread::sleep(LOOK);
    }
}

/// Whether it is time: a night was broken off, or the hour has come since the last one. A new
/// issuer waits for its first hour.
fn due(
    issuer: &Issuer,
    failed: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<bool, IssuerError> {
    if failed.is_some_and(|failed| now - failed < AGAIN) {
        return Ok(false);
    }
    let at = issuer.terms()?.night_at;
    let last = match issuer.last_night()? {
        Some((_, true)) => return Ok(true),
        Some((last, false)) => last,
        None => issuer.set_up()?,
    };
    Ok(next_night(&last.with_timezone(&Local), at) <= now)
}
