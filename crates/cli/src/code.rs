//! Codes on their way in and out: as text, as a picture, drawn in the terminal.

use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use inspector::scan;
use presentation::{Frame, QrMatrix};
use serde_json::{Map, Value, json};

use crate::CliError;
use crate::inspect::read;

/// Longest text on standard input, in bytes.
const MAX_TEXT: u64 = 64 * 1024;

/// How a code is shown.
#[derive(clap::Args)]
pub(crate) struct Shown {
    /// Print the code's text instead of drawing it.
    #[arg(long)]
    pub(crate) text: bool,
    /// Write the code as a PNG file.
    #[arg(long, value_name = "FILE")]
    pub(crate) png: Option<PathBuf>,
    /// Show it as at this time (RFC 3339); for tests and rehearsal.
    #[arg(long, value_name = "TIME")]
    pub(crate) at: Option<DateTime<Utc>>,
}

impl Shown {
    /// What a terminal says of the code, with `around` when it is drawn there.
    pub(crate) fn say(
        &self,
        frame: &Frame,
        around: impl FnOnce(&str) -> String,
    ) -> Result<String, CliError> {
        if let Some(file) = &self.png {
            save(&frame.qr()?, file)?;
        }
        Ok(match (self.text, &self.png) {
            (true, _) => frame.text().to_owned(),
            (false, Some(file)) => file.display().to_string(),
            (false, None) => around(&frame.qr()?.terminal()),
        })
    }
}

/// A code in JSON.
pub(crate) fn describe(frame: &Frame) -> Result<Map<String, Value>, CliError> {
    let facts = [
        ("text", frame.text().into()),
        ("from", json!(frame.moment().starts_at())),
        ("until", json!(frame.moment().ends_at())),
        ("qr_version", json!(frame.qr()?.version())),
    ];
    Ok(facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Writes a code as a file: SVG where the name ends so, else PNG.
pub(crate) fn save(qr: &QrMatrix, file: &Path) -> Result<(), CliError> {
    if file.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("svg")) {
        return Ok(std::fs::write(file, qr.svg())?);
    }
    let (width, pixels) = qr.luma(8);
    let width = u32::try_from(width).unwrap_or_default();
    Ok(image::save_buffer(file, &pixels, width, width, image::ColorType::L8)?)
}

/// The text of a code that was given as text, as a picture file, or as `-` for standard input.
pub(crate) fn text(given: &str) -> Result<String, CliError> {
    if given == "-" {
        let mut text = String::new();
        std::io::stdin().take(MAX_TEXT).read_to_string(&mut text)?;
        return Ok(text);
    }
    // A code is no path, and a path no code.
    if given.len() < 4096 && Path::new(given).is_file() {
        return Ok(scan::picture(&read(Path::new(given), scan::MAX_FILE)?)?);
    }
    Ok(given.to_owned())
}
