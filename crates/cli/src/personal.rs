//! `hmskort issuer export`, `erase` and `forget`: what the law on personal data asks for.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::Subcommand;
use issuer::{Erased, Issuer, PersonNumber, Retention};
use serde_json::json;

use crate::CliError;
use crate::out::Out;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Give out all that is held on a person, as JSON, with who looked at them.
    Export {
        /// The card's number or the national identity number.
        #[arg(long)]
        person: PersonNumber,
        /// A new file for it; standard output unless said.
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// Erase a person. An employment that isn't invalid must end first.
    Erase {
        /// The card's number or the national identity number.
        #[arg(long)]
        person: PersonNumber,
        /// Why, for the auditor's log.
        #[arg(long, default_value = "GDPR article 17")]
        why: String,
    },
    /// Forget what is older than the settings in [retention] allow. The service does it once a day.
    Forget,
}

pub(crate) fn run(
    command: Command,
    issuer: &Issuer,
    (by, retention): (&str, &Retention),
    now: DateTime<Utc>,
    out: Out,
) -> Result<ExitCode, CliError> {
    match command {
        Command::Export { person, to } => {
            let all = issuer.export(&person, by, now)?;
            match to {
                Some(file) => {
                    write(&file, &serde_json::to_vec_pretty(&all).unwrap_or_default())?;
                    out.put(&json!({ "export": file }), |_| {
                        format!("Written to {}.", file.display())
                    });
                }
                None => out.put(&all, |all| serde_json::to_string_pretty(all).unwrap_or_default()),
            }
        }
        Command::Erase { person, why } => {
            out.put(&issuer.erase(&person, by, &why, now)?, erased);
        }
        Command::Forget => out.put(&issuer.forget(retention, by, now)?, |all| {
            format!(
                "Forgotten: {} tips, {} wrong typed codes, {} activation codes, {} e-mails, \
                 {} changes of employments, {} reports, {} entries of the auditor's log.",
                all.tips,
                all.typed_codes,
                all.enrolments,
                all.mails,
                all.history,
                all.reports,
                all.audit
            )
        }),
    }
    Ok(ExitCode::SUCCESS)
}

/// A file that isn't there yet, for its owner only.
fn write(file: &Path, bytes: &[u8]) -> Result<(), CliError> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let named = |error| CliError::File(file.display().to_string(), error);
    let mut out = options.open(file).map_err(named)?;
    out.write_all(bytes).and_then(|()| out.sync_all()).map_err(named)
}

fn erased(Erased { erased, kept }: &Erased) -> String {
    let rows = |of: &std::collections::BTreeMap<String, usize>| {
        let some = of.iter().filter(|(_, count)| **count > 0);
        some.map(|(table, count)| format!("{table} {count}")).collect::<Vec<_>>().join(", ")
    };
    format!(
        "Erased: name, national number and birth date, and rows of {}.\n\
         Kept without them: {}. They tell that a card with this number was valid when and for whom; \
         its codes must stay invalid, and inspections and complaints refer to them. [retention] says \
         for how long. Backups made before have the person until they are removed.",
        rows(erased),
        rows(kept),
    )
}
