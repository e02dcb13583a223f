//! `hmskort issuer photo` and `photos`: photos for cards, and those that wait for a person.

use std::path::PathBuf;

use card::{CardNumber, PhotoFault};
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use issuer::{Issuer, Look, Role, Whom};
use serde_json::json;
use wire::{HandedInPhoto, WaitingPhoto};

use crate::CliError;
use crate::out::{Out, time};

/// Longest photo file that is read, in bytes; the issuer takes less.
const MAX_FILE: u64 = 8 * 1024 * 1024;

/// A photo for a card.
#[derive(Args)]
pub(crate) struct Photo {
    /// The card.
    card: CardNumber,
    /// A JPEG, PNG or WebP file of at most 5 MiB.
    file: PathBuf,
    /// Set it without judging it, for this reason.
    #[arg(long, value_name = "REASON")]
    r#override: Option<String>,
}

/// Photos that wait for a person.
#[derive(Subcommand)]
pub(crate) enum Photos {
    /// List those that wait, the oldest first.
    Queue,
    /// Write one to a file, to look at it.
    Show {
        /// The photo's number.
        photo: i64,
        /// Where to.
        file: PathBuf,
    },
    /// Set one on its card.
    Accept {
        /// The photo's number.
        photo: i64,
    },
    /// Reject one.
    Reject {
        /// The photo's number.
        photo: i64,
        /// Why, such as `eyes_hidden`, `uneven_background`, `blurred`, `turned`, `no_face`.
        reason: PhotoFault,
    },
}

pub(crate) fn hand_in(
    Photo { card, file, r#override }: &Photo,
    issuer: &Issuer,
    by: &str,
    now: DateTime<Utc>,
    out: Out,
) -> Result<(), CliError> {
    let bytes = crate::inspect::read(file, MAX_FILE)?;
    let answer = match r#override {
        Some(why) => {
            look(issuer, by, Whom::Card(*card), why, now)?;
            let digest = issuer.set_photo(*card, &bytes, by, now)?.to_string();
            HandedInPhoto::Accepted { digest }
        }
        None => issuer.hand_in_photo(*card, &bytes, by, now)?,
    };
    out.put(&answer, describe);
    Ok(())
}

pub(crate) fn waiting(
    command: Photos,
    issuer: &Issuer,
    by: &str,
    now: DateTime<Utc>,
    out: Out,
) -> Result<(), CliError> {
    match command {
        Photos::Queue => {
            look(issuer, by, Whom::Everybody, "", now)?;
            out.put(&issuer.waiting_photos()?, |all| match all.as_slice() {
                [] => "No photos wait.".into(),
                all => all.iter().map(line).collect::<Vec<_>>().join("\n"),
            });
        }
        Photos::Show { photo, file } => {
            let (card, bytes) = issuer.waiting_photo(photo)?;
            look(issuer, by, Whom::Card(card), "", now)?;
            std::fs::write(&file, bytes)
                .map_err(|error| CliError::File(file.display().to_string(), error))?;
            out.put(&json!({ "file": file }), |_| file.display().to_string());
        }
        Photos::Accept { photo } => out.put(&issuer.accept_photo(photo, by, now)?, describe),
        Photos::Reject { photo, reason } => {
            issuer.reject_photo(photo, reason, by, now)?;
            out.put(&json!({ "rejected": reason }), |_| format!("Rejected. {}", reason.what()));
        }
    }
    Ok(())
}

fn look(
    issuer: &Issuer,
    by: &str,
    whom: Whom,
    why: &str,
    now: DateTime<Utc>,
) -> Result<(), CliError> {
    Ok(issuer.log_look(&Look { role: Role::Office, by, what: "photos", whom, why }, now)?)
}

fn describe(answer: &HandedInPhoto) -> String {
    match answer {
        HandedInPhoto::Accepted { digest } => digest.clone(),
        HandedInPhoto::Waiting { photo, doubts } => {
            format!("It waits for a person as photo {photo}.\n{}", sentences(doubts))
        }
    }
}

fn line(photo: &WaitingPhoto) -> String {
    let WaitingPhoto { photo, card_number, doubts, at, .. } = photo;
    let at = time(at.timestamp_millis());
    format!("{photo}  card {card_number}  {at}\n{}", sentences(doubts))
}

fn sentences(doubts: &[PhotoFault]) -> String {
    doubts.iter().map(|doubt| format!("  - {}", doubt.what())).collect::<Vec<_>>().join("\n")
}
