//! What the commands print: text for people, JSON for scripts.

#![expect(clippy::print_stderr, reason = "the one place that prints")]

use std::io::{ErrorKind, Write};

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::CliError;

/// How to print.
#[derive(Clone, Copy)]
pub(crate) struct Out {
    pub(crate) json: bool,
}

impl Out {
    /// One thing: as JSON, or as the text that `text` makes of it.
    pub(crate) fn put<T: Serialize>(self, value: &T, text: impl FnOnce(&T) -> String) {
        if self.json {
            line(&serde_json::to_string(value).unwrap_or_default());
        } else {
            line(text(value).trim_end());
        }
    }

    /// A line that only people want.
    pub(crate) fn say(self, line: &str) {
        if !self.json {
            self::line(line);
        }
    }

    /// A line beside the answer, on standard error.
    pub(crate) fn note(line: &str) {
        eprintln!("{line}");
    }

    pub(crate) fn error(self, error: &CliError) {
        if self.json {
            line(&serde_json::json!({ "error": error.to_string() }).to_string());
        }
        eprintln!("hmskort: {error}");
    }
}

/// Writes a line. Whoever reads may stop reading, as `head` does, and that is no error.
fn line(text: &str) {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => eprintln!("hmskort: {error}"),
        _ => {}
    }
}

/// A time as people and scripts both read it.
pub(crate) fn time(ms: i64) -> String {
    DateTime::<Utc>::from_timestamp_millis(ms)
        .map_or_else(|| "?".into(), |time| time.format("%Y-%m-%d %H:%M UTC").to_string())
}
