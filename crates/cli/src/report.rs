//! Reports of inspections: `hmskort inspect report`, `issuer reports`, `issuer report`.

use std::fs;
use std::path::{Path, PathBuf};

use card::Language;
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use inspection::{InspectionId, ReportId};
use inspector::Inspector;
use inspector::inspection::{InspectionError, InspectionState};
use inspector::report::{ReportError, ReportState};
use issuer::{Issuer, Look, Role, Whom};
use report::{MOST_BYTES, OfficeReport, Pictures, Report};
use serde_json::json;

use crate::CliError;
use crate::inspect::read;
use crate::out::{Out, time};

/// Show the report of an inspection that has ended, write it to files, or send it.
#[derive(Args)]
pub(crate) struct InField {
    /// Which inspection; the newest that has ended by itself.
    id: Option<InspectionId>,
    #[command(flatten)]
    files: Files,
    /// Lay the site's crew list beside it, a CSV file whose first row names the columns: company,
    /// organisation number, name, birth date, HMS card number.
    #[arg(long, value_name = "FILE")]
    crew_list: Option<PathBuf>,
    /// Take the crew list away.
    #[arg(long, conflicts_with = "crew_list")]
    no_crew_list: bool,
    /// Send it to the service, with its pictures; without network, at the next sync.
    #[arg(long)]
    send: bool,
    /// As at this time (RFC 3339); for tests and rehearsal.
    #[arg(long, value_name = "TIME")]
    at: Option<DateTime<Utc>>,
}

/// What the office does with reports.
#[derive(Subcommand)]
pub(crate) enum AtOffice {
    /// List the reports that inspectors have sent, newest first.
    Reports,
    /// Show a report, or write it to files.
    Report {
        /// Which.
        id: ReportId,
        #[command(flatten)]
        files: Files,
    },
}

/// Files of a report.
#[derive(Args)]
pub(crate) struct Files {
    /// Write the document, as PDF.
    #[arg(long, value_name = "FILE")]
    pdf: Option<PathBuf>,
    /// Write the table, as CSV with semicolons.
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// Write all of it, as JSON.
    #[arg(long, value_name = "FILE")]
    json_file: Option<PathBuf>,
    /// The language of document and table: nb, nn, en, pl, lt or ro.
    #[arg(long, default_value = "nb")]
    language: Language,
}

impl Files {
    /// Writes those that were asked for, and says which.
    pub(crate) fn write(
        &self,
        report: &Report,
        pictures: &Pictures,
    ) -> Result<Vec<PathBuf>, CliError> {
        let mut written = Vec::new();
        let mut write = |file: &Path, bytes: Vec<u8>| -> Result<(), CliError> {
            let failed = |error| CliError::File(file.display().to_string(), error);
            fs::write(file, bytes).map_err(failed)?;
            written.push(file.to_owned());
            Ok(())
        };
        if let Some(file) = &self.pdf {
            write(file, report.pdf(self.language, pictures)?)?;
        }
        if let Some(file) = &self.csv {
            write(file, report.csv(self.language))?;
        }
        if let Some(file) = &self.json_file {
            write(file, report.to_file())?;
        }
        Ok(written)
    }
}

pub(crate) fn in_field(args: &InField, store: &Path, out: Out) -> Result<(), CliError> {
    let mut device = Inspector::open(store)?;
    let now = args.at.unwrap_or_else(Utc::now);
    device.keep_watch(now)?;
    let done = |state| matches!(state, InspectionState::Ended | InspectionState::Sent);
    let id = match &args.id {
        Some(id) => id.clone(),
        None => {
            let newest = device.inspections(now)?.into_iter().find(|line| done(line.state));
            newest.ok_or(InspectionError::Unknown)?.id
        }
    };
    if let Some(file) = &args.crew_list {
        // One byte more, so that the list itself says what is wrong with it.
        let file = read(file, MOST_BYTES as u64 + 1)?;
        device.set_crew_list(&id, Some(&file), now)?;
    } else if args.no_crew_list {
        device.set_crew_list(&id, None, now)?;
    }
    let report = device.report(&id, now)?;
    let written = args.files.write(&report, &device.report_pictures(&report, now)?)?;
    if args.send {
        match device.queue_report(&id, now) {
            Ok(()) | Err(ReportError::Waiting) => {}
            Err(error) => return Err(error.into()),
        }
        device.send_reports(now)?;
    }
    let view = device.report_view(&id, now)?;
    out.put(&json!({ "report": view, "files": written }), |_| {
        format!(
            "{}\n{}  {}",
            report.inspection.place.name.as_str(),
            told(&report, &written),
            stands(view.state)
        )
    });
    Ok(())
}

fn stands(state: ReportState) -> String {
    match state {
        ReportState::None => "not sent (--send)".into(),
        ReportState::Waiting => "waits for contact; it is sent at the next sync".into(),
        ReportState::Sent { at, changed: false } => format!("sent {}", time(at)),
        ReportState::Sent { at, changed: true } => {
            format!("sent {}; changed since (--send sends the new version)", time(at))
        }
        ReportState::Refused { code } => {
            let code = serde_json::to_value(code).unwrap_or_default();
            format!("the service refused it: {}", code.as_str().unwrap_or("?"))
        }
    }
}

pub(crate) fn at_office(
    command: &AtOffice,
    issuer: &Issuer,
    by: &str,
    now: DateTime<Utc>,
    out: Out,
) -> Result<(), CliError> {
    match command {
        AtOffice::Reports => {
            let whom = Whom::Reports;
            issuer
                .log_look(&Look { role: Role::Office, by, what: "reports", whom, why: "" }, now)?;
            out.put(&issuer.reports()?, |reports| match reports.as_slice() {
                [] => "No reports.".into(),
                reports => reports.iter().map(office_line).collect::<Vec<_>>().join("\n\n"),
            });
        }
        AtOffice::Report { id, files } => {
            let whole = issuer.report(id, Role::Office, by, "report", now)?;
            let report = Report::from_json(&whole.body)?;
            let written = files.write(&report, &whole.pictures)?;
            out.put(&json!({ "kept": whole.office, "files": written }), |_| {
                format!("{}\n{}", office_line(&whole.office), told(&report, &written))
            });
        }
    }
    Ok(())
}

fn office_line(report: &OfficeReport) -> String {
    let kept = &report.kept;
    let missing = match kept.missing.len() {
        0 => String::new(),
        missing => format!("\n  {missing} pictures have not come yet"),
    };
    format!(
        "{}  {}\n  {}, {}; sent by {}, {}, {}\n  {} met, {} with findings{missing}",
        kept.id,
        report.place.name.as_str(),
        time(report.began.timestamp_millis()),
        time(report.ended.timestamp_millis()),
        report.inspector,
        report.authority,
        time(kept.at.timestamp_millis()),
        report.met,
        report.with_findings,
    )
}

/// What a report adds up to, and where it was written.
pub(crate) fn told(report: &Report, written: &[PathBuf]) -> String {
    let totals = report.totals();
    let all = totals.met;
    let mut text = format!(
        "  {} met: {} valid, {} invalid, {} not confirmed, {} not checked; {} with findings, {} \
         for pay slips\n",
        all.people,
        all.valid,
        all.invalid,
        all.unconfirmed,
        all.unchecked,
        all.with_findings,
        totals.pay_slips,
    );
    for total in &totals.findings {
        text += &format!("  {}: {}\n", total.kind.what(), total.people);
    }
    if let (Some(crew), Some(done)) = (&report.crew, report.comparison()) {
        text += &format!(
            "  crew list of {}: {} present but not listed, {} listed and met without a valid card, \
             {} listed and not met without one, {} not met\n",
            crew.listed.len(),
            done.unlisted.len(),
            done.met_without_valid_card.len(),
            done.absent_without_valid_card.len(),
            done.not_met.len(),
        );
        for unread in &crew.unread {
            text += &format!("  line {}: {}\n", unread.line, unread.fault.what());
        }
    }
    for file in written {
        text += &format!("  written: {}\n", file.display());
    }
    text
}
