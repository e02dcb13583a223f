//! `hmskort wallet`: the worker's card.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use card::EmploymentId;
use chrono::{DateTime, Utc};
use clap::Subcommand;
use presentation::Challenge;
use serde_json::json;
use store::KeyKeeper;
use wallet::{Overview, Wallet};

use crate::CliError;
use crate::out::{Out, time};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder of the worker's store.
    #[arg(long, global = true, env = "HMSKORT_WALLET", default_value = "hmskort-wallet")]
    store: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Trade an activation link for a card.
    Enrol {
        /// The link from the office.
        link: String,
        /// Keep the store's key in a file beside it. For rehearsal only: it protects nothing.
        #[arg(long)]
        key_file: bool,
    },
    /// Show the code for now.
    Show {
        /// Which employment; the first valid one unless said.
        #[arg(long)]
        employment: Option<EmploymentId>,
        /// The four digits that the inspector asks for.
        #[arg(long)]
        challenge: Option<Challenge>,
        /// Print the code's text instead of drawing it.
        #[arg(long)]
        text: bool,
        /// Write the code as a PNG file.
        #[arg(long, value_name = "FILE")]
        png: Option<PathBuf>,
        /// Show it as at this time (RFC 3339); for tests and rehearsal.
        #[arg(long, value_name = "TIME")]
        at: Option<DateTime<Utc>>,
    },
    /// Tell how the card stands.
    Status {
        /// Ask the service first.
        #[arg(long)]
        refresh: bool,
    },
    /// Write the photo, a JPEG file.
    Photo {
        /// Where to.
        file: PathBuf,
    },
    /// Write the bare credential, a COSE_Sign1.
    Export {
        /// Where to.
        file: PathBuf,
        /// Which employment; the first valid one unless said.
        #[arg(long)]
        employment: Option<EmploymentId>,
    },
}

pub(crate) fn run(args: Args, out: Out) -> Result<ExitCode, CliError> {
    match args.command {
        Command::Enrol { link, key_file } => {
            let keeper = if key_file { KeyKeeper::File } else { KeyKeeper::OperatingSystem };
            if key_file {
                Out::note("hmskort: the store's key lies in a file beside it; for rehearsal only");
            }
            let now = Utc::now();
            let wallet = Wallet::enrol(&args.store, keeper, &link, now)?;
            out.put(&wallet.overview(now), describe);
        }
        Command::Show { employment, challenge, text, png, at } => {
            let wallet = Wallet::open(&args.store)?;
            let now = at.unwrap_or_else(Utc::now);
            let employment = employment.map_or_else(|| wallet.first_employment(), Ok)?;
            let [frame, _next] = wallet.frames(&employment, now, challenge)?;
            let [typed, next_typed] = wallet.typed_codes(now)?;
            let qr = frame.qr()?;
            if let Some(file) = &png {
                let (width, pixels) = qr.luma(8);
                let width = u32::try_from(width).unwrap_or_default();
                let format = image::ColorType::L8;
                image::save_buffer(file, &pixels, width, width, format)?;
            }
            let shown = json!({
                "text": frame.text(),
                "from": frame.moment().starts_at(),
                "until": frame.moment().ends_at(),
                "qr_version": qr.version(),
                "typed_code": { "digits": typed.digits, "until": typed.until },
                "next_typed_code": { "digits": next_typed.digits, "until": next_typed.until },
                "photo": wallet.photo().is_some(),
            });
            out.put(&shown, |_| match (text, &png) {
                (true, _) => frame.text().to_owned(),
                (false, Some(file)) => file.display().to_string(),
                (false, None) => {
                    let overview = wallet.overview(now);
                    format!(
                        "{}\n{}\nType instead: {} {}",
                        describe(&overview),
                        qr.terminal(),
                        overview.card_number,
                        typed.digits
                    )
                }
            });
        }
        Command::Status { refresh } => {
            let mut wallet = Wallet::open(&args.store)?;
            let now = Utc::now();
            if refresh {
                let refreshed = wallet.refresh(now)?;
                out.say(match refreshed {
                    wallet::Refreshed::Updated => "Asked the service: there is news.",
                    wallet::Refreshed::Unmodified => "Asked the service: nothing new.",
                    wallet::Refreshed::Cached => "No contact with the service; this is as of:",
                });
            }
            out.put(&wallet.overview(now), describe);
        }
        Command::Photo { file } => {
            let wallet = Wallet::open(&args.store)?;
            let photo = wallet
                .photo()
                .ok_or(CliError::Words("there is no photo on this device; refresh first".into()))?;
            fs::write(&file, photo)
                .map_err(|error| CliError::File(file.display().to_string(), error))?;
            let written = json!({ "file": file, "bytes": photo.len() });
            out.put(&written, |_| format!("{} bytes in {}", photo.len(), file.display()));
        }
        Command::Export { file, employment } => {
            let wallet = Wallet::open(&args.store)?;
            let employment = employment.map_or_else(|| wallet.first_employment(), Ok)?;
            let bytes = wallet.credential(&employment)?.to_cose();
            fs::write(&file, &bytes)
                .map_err(|error| CliError::File(file.display().to_string(), error))?;
            let written = json!({ "file": file, "bytes": bytes.len() });
            out.put(&written, |_| format!("{} bytes in {}", bytes.len(), file.display()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn describe(card: &Overview) -> String {
    let mut text = format!("{}, card {}\n", card.holder, card.card_number);
    for employment in &card.employments {
        text += &format!(
            "  {} ({}, unit {}), {}: {} until {}\n",
            employment.company,
            employment.organisation_number,
            employment.sub_unit,
            employment.industry,
            employment.status.as_str(),
            time(employment.valid_until),
        );
        if employment.has_photo {
            text += "    with a photo\n";
        }
        for reason in &employment.reasons {
            text += &format!("    {} {}\n", reason.code.what(), reason.code.remedy().how);
        }
    }
    if let Some(refreshed) = card.last_refresh {
        text += &format!("  as of {}", time(refreshed));
    }
    text
}
