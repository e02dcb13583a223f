//! The settings of the service, from a file and the environment.
//!
//! The file is TOML: `--settings FILE`, or `hmskort.toml` in the issuer's folder where there is
//! one. An environment variable goes before it: `HMSKORT__RETENTION__TIPS_DAYS=90` sets `tips_days`
//! in `[retention]`. What isn't set has the default that stands with each field; a key that is not
//! known, or has a value that it can't have, is an error that names it.
//!
//! ```toml
//! [retention]
//! tips_days = 90
//! ```

use std::path::Path;

use serde::Deserialize;
use toml::{Table, Value};

use crate::CliError;

/// Names of environment variables start so.
const PREFIX: &str = "HMSKORT__";

/// The file that is looked for in the issuer's folder.
const FILE: &str = "hmskort.toml";

/// Longest file that is read, in bytes.
const MAX_FILE: u64 = 64 * 1024;

/// All settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Settings {
    /// How the service runs.
    pub(crate) service: Service,
    /// What the service writes about itself.
    pub(crate) log: Log,
    /// A copy of the public key set somewhere else: `folder = "…"`, or a table `[publish_to.s3]`
    /// with `bucket`, and if need be `prefix`, `endpoint`, `region`, `access_key_id` and
    /// `secret_access_key`. None.
    pub(crate) publish_to: Option<issuer::PublishTo>,
    /// How long data is kept.
    pub(crate) retention: issuer::Retention,
    /// Where the registers are, and what they may be asked; without it there are no nights.
    pub(crate) registers: Option<registers::Settings>,
    /// Who carries the mails; without it they wait in the outbox.
    pub(crate) mail: Option<Mail>,
}

/// A mail server, and whom mails are from.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mail {
    /// `smtps://user:password@host`, or `smtp://host:25?tls=required`.
    pub(crate) server: String,
    /// `HMS-kort <hms@example.no>`.
    pub(crate) sender: String,
    /// A file in PEM with the certificate that signed the server's own, where no public one did.
    #[serde(default)]
    pub(crate) authority: Option<std::path::PathBuf>,
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The server's address may hold a password.
        f.debug_struct("Mail").field("sender", &self.sender).finish_non_exhaustive()
    }
}

/// How the service runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Service {
    /// Where those who run it reach `/metrics` and `/ready`: an address and a port that nobody else
    /// reaches. Nowhere.
    pub(crate) operations: Option<std::net::SocketAddr>,
}

/// What the service writes about itself, on standard error.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Log {
    /// `error`, `warn`, `info` or `debug`, or a list of targets and levels. `info`.
    pub(crate) level: String,
    /// `json` or `text`. `json`.
    pub(crate) format: Format,
}

/// How a line of the log looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Format {
    /// One object a line.
    #[default]
    Json,
    /// For people.
    Text,
}

impl Default for Log {
    fn default() -> Self {
        Self { level: "info".into(), format: Format::default() }
    }
}

impl Settings {
    /// Reads the file, or the one in the issuer's folder, and what the environment changes.
    pub(crate) fn read(file: Option<&Path>, store: &Path) -> Result<Self, CliError> {
        let beside = store.join(FILE);
        let file = file.or_else(|| beside.exists().then_some(&beside));
        let text = match file {
            Some(file) => String::from_utf8(crate::inspect::read(file, MAX_FILE)?)
                .map_err(|_| CliError::Words(format!("{}: it is not text", file.display())))?,
            None => String::new(),
        };
        let name = file.map_or_else(|| FILE.into(), |file| file.display().to_string());
        let environment = std::env::vars().filter(|(key, _)| key.starts_with(PREFIX));
        Self::parse(&text, environment).map_err(|wrong| CliError::Words(format!("{name}: {wrong}")))
    }

    fn parse(
        text: &str,
        environment: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, String> {
        let mut table: Table = text.parse().map_err(|wrong: toml::de::Error| {
            // Not the line itself: a secret may stand in it.
            let before = wrong.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            format!("line {}: {}", before.lines().count().max(1), wrong.message())
        })?;
        for (variable, value) in environment {
            let path = variable.strip_prefix(PREFIX).unwrap_or(&variable).to_lowercase();
            set(&mut table, &path, &value).ok_or(format!("{variable}: no such setting"))?;
        }
        serde_path_to_error::deserialize(Value::Table(table)).map_err(|wrong| {
            // `invalid …: VALUE, expected …`: the value may be a secret.
            let why = match wrong.inner().message().rsplit_once(", expected ") {
                Some((before, expected)) if before.starts_with("invalid") => {
                    format!("it must be {expected}")
                }
                _ => wrong.inner().message().to_owned(),
            };
            match wrong.path().to_string() {
                path if path == "." => why,
                path => format!("{path}: {why}"),
            }
        })
    }
}

/// Sets what a path of names with `__` between them leads to. Text that is no TOML value is text.
fn set(table: &mut Table, path: &str, value: &str) -> Option<()> {
    match path.split_once("__") {
        Some((first, rest)) => {
            let inner = table.entry(first).or_insert_with(|| Value::Table(Table::new()));
            set(inner.as_table_mut()?, rest, value)
        }
        None => {
            let parsed = format!("v = {value}").parse::<Table>().ok();
            let parsed = parsed.and_then(|mut table| table.remove("v"));
            table.insert(path.into(), parsed.unwrap_or_else(|| Value::String(value.into())));
            Some(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str, environment: &[(&str, &str)]) -> Result<Settings, String> {
        let environment =
            environment.iter().map(|(key, value)| (key.to_string(), value.to_string()));
        Settings::parse(text, environment)
    }

    #[test]
    fn what_is_not_set_has_its_default_and_the_environment_goes_before_the_file() {
        assert_eq!(parse("", &[]), Ok(Settings::default()));
        let file = "[retention]\ntips_days = 90\naudit_days = 10";
        let settings = parse(file, &[("HMSKORT__RETENTION__TIPS_DAYS", "7")]).unwrap();
        assert_eq!(settings.retention.tips_days.get(), 7);
        assert_eq!(settings.retention.audit_days.get(), 10);
        assert_eq!(settings.retention.history_days, Settings::default().retention.history_days);
    }

    #[test]
    fn an_error_names_the_key_and_never_the_value() {
        for (file, environment, named) in [
            ("[retention]\ntips_days = \"secret\"", None, "retention.tips_days: "),
            ("[retention]\ntips_days = 0", None, "retention.tips_days: "),
            ("[retention]\ntips = 7", None, "retention.tips: unknown field"),
            ("[retentoin]", None, "retentoin: unknown field"),
            ("\n\n[retention", None, "line 3: "),
            (
                "retention = 7",
                Some(("HMSKORT__RETENTION__TIPS_DAYS", "7")),
                "HMSKORT__RETENTION__TIPS_DAYS: ",
            ),
            ("", Some(("HMSKORT__RETENTION__TIPS_DAYS", "-1")), "retention.tips_days: "),
            ("[service]\noperations = \"secret\"", None, "service.operations: "),
            ("[publish_to.s3]\nbuckets = \"secret\"", None, "publish_to.s3.buckets: "),
            ("[publish_to]\nftp = \"secret\"", None, "publish_to: unknown variant"),
            ("", Some(("HMSKORT__NOTHING", "secret")), "nothing: unknown field"),
        ] {
            let wrong = parse(file, environment.as_slice()).unwrap_err();
            assert!(wrong.starts_with(named), "{file:?} {environment:?}: {wrong}");
            assert!(!wrong.contains("\"secret\""), "{wrong}");
        }
    }
}
