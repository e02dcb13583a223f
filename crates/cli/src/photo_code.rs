//! The photo from the worker's phone: `wallet photo --frames` shows it, `inspect photo` reads it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use credential::PhotoDigest;
use inspector::{Inspector, scan};
use photo_code::{Collector, Fountain, Step};
use presentation::QrMatrix;
use serde_json::json;
use verifier::Policy;

use crate::CliError;
use crate::code;
use crate::inspect::read;
use crate::out::Out;

/// Frames that are written of each one that is needed, so that half may be lost.
const MANY: u16 = 2;

/// The photo of a card that is checked.
#[derive(clap::Args)]
pub(crate) struct Read {
    /// The code of the card: text, a picture file, or `-`.
    code: String,
    /// Where to write the photo, a JPEG file.
    file: PathBuf,
    /// Pictures of the code that moves on the worker's phone, or folders of them; without, the
    /// service is asked.
    #[arg(long, value_name = "PICTURE", num_args = 1..)]
    frames: Vec<PathBuf>,
    /// Check the code as at this time (RFC 3339); for tests and rehearsal.
    #[arg(long, value_name = "TIME")]
    at: Option<DateTime<Utc>>,
}

/// Writes the frames of a photo as PNG files.
pub(crate) fn write(fountain: &Fountain, folder: &Path, out: Out) -> Result<(), CliError> {
    fs::create_dir_all(folder)
        .map_err(|error| CliError::File(folder.display().to_string(), error))?;
    let frames = fountain.frames(0, fountain.needed() * MANY);
    let mut version = 0;
    for (number, text) in frames.iter().enumerate() {
        let qr = QrMatrix::one_of_many(text)?;
        version = qr.version();
        code::save(&qr, &folder.join(format!("frame-{number:03}.png")))?;
    }
    let told = json!({
        "folder": folder, "frames": frames.len(), "needed": fountain.needed(), "qr_version": version
    });
    out.put(&told, |_| {
        format!(
            "{} frames in {}; any {} are enough",
            frames.len(),
            folder.display(),
            fountain.needed()
        )
    });
    Ok(())
}

/// Checks a card's code and writes the photo that fits it.
pub(crate) fn fetch(args: &Read, store: &Path, out: Out) -> Result<(), CliError> {
    let device = Inspector::open(store)?;
    let now = args.at.unwrap_or_else(Utc::now);
    let verdict = device.check_text(&code::text(&args.code)?, now, &Policy::default());
    let card = verdict.card.ok_or(CliError::Words("no card's code: check it first".into()))?;
    let digest = card.photo_digest.ok_or(CliError::Words("this card has no photo".into()))?;
    let digest: PhotoDigest =
        digest.parse().map_err(|error| CliError::Words(format!("the photo's name: {error}")))?;
    let (photo, looked) = match args.frames.as_slice() {
        [] => (device.photos()?.fetch(digest).map_err(|no| CliError::Words(no.to_string()))?, 0),
        frames => collect(digest, &pictures(frames)?)?,
    };
    fs::write(&args.file, &photo)
        .map_err(|error| CliError::File(args.file.display().to_string(), error))?;
    let told = json!({ "file": args.file, "bytes": photo.len(), "frames": looked });
    out.put(&told, |_| {
        format!(
            "{} bytes in {}: the photo that the issuer signed",
            photo.len(),
            args.file.display()
        )
    });
    Ok(())
}

/// The files, and those in the folders, by name.
fn pictures(given: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut all = Vec::new();
    for path in given {
        if path.is_dir() {
            let inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
            let mut inside = inside.collect::<Result<Vec<_>, std::io::Error>>()?;
            inside.sort();
            all.extend(inside);
        } else {
            all.push(path.clone());
        }
    }
    Ok(all)
}

/// The photo, and how many pictures were looked at. Pictures without a frame of it are passed over.
fn collect(digest: PhotoDigest, pictures: &[PathBuf]) -> Result<(Vec<u8>, usize), CliError> {
    let mut collector = Collector::for_photo(digest);
    let mut wrong = None;
    for (place, picture) in pictures.iter().enumerate() {
        let Ok(text) = scan::picture(&read(picture, scan::MAX_FILE)?) else { continue };
        match collector.take(&text) {
            Ok(Step::Complete(photo)) => return Ok((photo, place + 1)),
            Ok(Step::Collecting(_)) => {}
            Err(refused) => wrong = Some(refused),
        }
    }
    let progress = collector.progress();
    let need = progress.need.map_or("more".into(), |need| need.to_string());
    let why = wrong.map(|refused| format!("; {refused}")).unwrap_or_default();
    Err(CliError::Words(format!("{} of {need} frames were read{why}", progress.have)))
}
