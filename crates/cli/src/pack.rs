//! `hmskort inspect pack`: small pictures of everybody, for where there is no network.

use std::fs;
use std::path::{Path, PathBuf};

use card::CardNumber;
use chrono::{DateTime, Utc};
use clap::{Subcommand, ValueEnum};
use inspector::{About, Inspector, PackView};
use serde_json::json;

use crate::CliError;
use crate::out::{Out, time};

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Say whether it is on, how many pictures there are, and how old they are.
    Show,
    /// Have it here from the next sync on: some gigabyte for the whole country.
    On,
    /// Remove it, and fetch it no more.
    Off,
    /// Write the small picture of a card's holder, a JPEG. It is not the photo on the card.
    Picture {
        /// The card.
        card: CardNumber,
        /// Where to.
        file: PathBuf,
        /// Look as at this time (RFC 3339); for tests and rehearsal.
        #[arg(long, value_name = "TIME")]
        at: Option<DateTime<Utc>>,
    },
}

/// What the issuer does with the pack.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Giving {
    /// Inspectors' devices that want it may fetch it.
    Given,
    /// None may, and those that have it remove it.
    Withheld,
}

pub(crate) fn run(command: Command, store: &Path, out: Out) -> Result<(), CliError> {
    let mut device = Inspector::open(store)?;
    match command {
        Command::Show => {}
        Command::On => device.want_pack(true)?,
        Command::Off => device.want_pack(false)?,
        Command::Picture { card, file, at } => {
            let now = at.unwrap_or_else(Utc::now);
            let words = |what: &str| CliError::Words(what.into());
            let person = device.person(card, &About::default(), now)?;
            let person = person.ok_or(words("no such card in the index"))?;
            let photo = person.photo_digest.ok_or(words("this card has no photo"))?;
            let photo = photo.parse().map_err(|_| words("the photo's name can't be read"))?;
            let picture = device.small_picture(photo, now)?;
            let picture = picture.ok_or(words("the pack here has no picture of this card"))?;
            fs::write(&file, &picture)
                .map_err(|error| CliError::File(file.display().to_string(), error))?;
            out.put(&json!({ "file": file, "bytes": picture.len() }), |_| {
                format!("A small picture from the pack in {}", file.display())
            });
            return Ok(());
        }
    }
    out.put(&device.overview(Utc::now()).pack, text);
    Ok(())
}

pub(crate) fn text(pack: &PackView) -> String {
    match (pack.on, pack.issued_at) {
        (false, _) => "Small pictures: off.".into(),
        (true, _) if pack.withheld => "Small pictures: the issuer gives none out now.".into(),
        (true, Some(issued)) if pack.whole => {
            format!("Small pictures: {}, of {}.", pack.pictures, time(issued))
        }
        (true, _) => {
            format!("Small pictures: {} so far; sync for the others.", pack.pictures)
        }
    }
}
