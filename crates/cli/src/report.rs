//! Reports of inspections: `hmskort issuer reports`, `issuer report`.

use std::fs;
use std::path::{Path, PathBuf};

use card::Language;
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use inspection::ReportId;
use issuer::{Issuer, Look, Role, Whom};
use report::{OfficeReport, Pictures, Report};
use serde_json::json;

use crate::CliError;
use crate::out::{Out, time};

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
