//! `hmskort wallet`: the worker's card.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use card::{EmploymentId, Industry};
use chrono::{DateTime, TimeDelta, Utc};
use clap::Subcommand;
use presentation::{Challenge, TypedCode};
use serde_json::json;
use store::KeyKeeper;
use wallet::{Door, Overview, Pin, Receipt, Wallet};

use crate::CliError;
use crate::code::{self, Shown};
use crate::inspect;
use crate::out::{Out, time};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder of the worker's store.
    #[arg(long, global = true, env = "HMSKORT_WALLET", default_value = "hmskort-wallet")]
    store: PathBuf,
    /// The PIN, where one is set.
    #[arg(long, global = true, env = "HMSKORT_PIN", hide_env_values = true)]
    pin: Option<Pin>,
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
        /// Which employment; the one chosen last unless said.
        #[arg(long)]
        employment: Option<EmploymentId>,
        /// The four digits that the inspector asks for.
        #[arg(long)]
        challenge: Option<Challenge>,
        #[command(flatten)]
        shown: Shown,
    },
    /// Read what an inspector's tablet shows: who it is, or the receipt of a check, which is kept.
    Meet {
        /// The code's text, a picture file with the code in it, or `-` for standard input.
        code: String,
        /// Read it as at this time (RFC 3339); for tests and rehearsal.
        #[arg(long, value_name = "TIME")]
        at: Option<DateTime<Utc>>,
    },
    /// List the checks that there are receipts of.
    Receipts,
    /// Tell how the card stands.
    Status {
        /// Ask the service first.
        #[arg(long)]
        refresh: bool,
    },
    /// Tell what a verifier would say of the card now. Exits as `inspect check` does.
    Check {
        /// Which employment; the one chosen last unless said.
        #[arg(long)]
        employment: Option<EmploymentId>,
        /// The industry of the work.
        #[arg(long)]
        site: Option<Industry>,
    },
    /// Choose who you work for.
    Choose {
        /// The employment.
        employment: EmploymentId,
    },
    /// Set a PIN, or another one.
    SetPin {
        /// Four to eight digits.
        new: Pin,
    },
    /// Ask for no PIN any more.
    ClearPin,
    /// Write a sheet of paper with a code, a PDF file.
    Paper {
        /// Where to.
        file: PathBuf,
        /// Which employment; the one chosen last unless said.
        #[arg(long)]
        employment: Option<EmploymentId>,
    },
    /// Ask for a link that saves the card in Google Wallet.
    GooglePass,
    /// Take the card from this device.
    Remove {
        /// Don't ask whether it is meant.
        #[arg(long)]
        yes: bool,
    },
    /// Write the photo, a JPEG file, or the code that carries it to an inspector's tablet.
    Photo {
        /// Where to.
        #[arg(required_unless_present = "frames")]
        file: Option<PathBuf>,
        /// Write the frames of the code that moves into this folder, as PNG files.
        #[arg(long, value_name = "FOLDER")]
        frames: Option<PathBuf>,
    },
    /// Write the bare credential, a COSE_Sign1.
    Export {
        /// Where to.
        file: PathBuf,
        /// Which employment; the one chosen last unless said.
        #[arg(long)]
        employment: Option<EmploymentId>,
    },
}

/// The wallet, with its PIN where it has one.
fn open(args: &Args) -> Result<Wallet, CliError> {
    let mut door = Door::open(&args.store)?;
    if let Some(pin) = &args.pin {
        door.unlock(pin, Utc::now())?;
    }
    match door {
        Door::Open { wallet, .. } => Ok(*wallet),
        Door::Locked(_) => Err(wallet::WalletError::Locked.into()),
    }
}

pub(crate) fn run(args: Args, out: Out) -> Result<ExitCode, CliError> {
    match &args.command {
        Command::Enrol { link, key_file } => {
            let keeper = if *key_file { KeyKeeper::File } else { KeyKeeper::OperatingSystem };
            if *key_file {
                Out::note("hmskort: the store's key lies in a file beside it; for rehearsal only");
            }
            let now = Utc::now();
            let wallet = Wallet::enrol(&args.store, keeper, link, now)?;
            out.put(&wallet.overview(now), describe);
        }
        Command::Show { employment, challenge, shown } => {
            let wallet = open(&args)?;
            let now = shown.at.unwrap_or_else(Utc::now);
            let employment = employment.clone().map_or_else(|| wallet.first_employment(), Ok)?;
            let [frame, _next] = wallet.frames(&employment, now, *challenge)?;
            let [typed, next_typed] = wallet.typed_codes(now)?;
            let mut told = code::describe(&frame)?;
            let until = |code: &TypedCode| json!({ "digits": code.digits, "until": code.until });
            told.insert("typed_code".into(), until(&typed));
            told.insert("next_typed_code".into(), until(&next_typed));
            told.insert("photo".into(), wallet.photo().is_some().into());
            let said = shown.say(&frame, |drawn| {
                let overview = wallet.overview(now);
                let card = overview.card_number;
                let typed = &typed.digits;
                format!("{}\n{drawn}\nType instead: {card} {typed}", describe(&overview))
            })?;
            out.put(&told, |_| said);
        }
        Command::Meet { code, at } => {
            let mut wallet = open(&args)?;
            let met = wallet.meet(&code::text(code)?, at.unwrap_or_else(Utc::now))?;
            out.put(&met, |met| match &met.receipt {
                None => format!("An inspector: {}, {}", met.inspector, met.authority),
                Some(receipt) => format!("A receipt, kept. {}", line(receipt)),
            });
        }
        Command::Receipts => {
            let receipts = open(&args)?.receipts()?;
            out.put(&receipts, |receipts| receipts.iter().map(line).collect::<Vec<_>>().join("\n"));
        }
        Command::Status { refresh } => {
            let mut wallet = open(&args)?;
            let now = Utc::now();
            if *refresh {
                let refreshed = wallet.refresh(now)?;
                out.say(match refreshed {
                    wallet::Refreshed::Updated => "Asked the service: there is news.",
                    wallet::Refreshed::Unmodified => "Asked the service: nothing new.",
                    wallet::Refreshed::Cached => "No contact with the service; this is as of:",
                });
            }
            out.put(&wallet.overview(now), describe);
        }
        Command::Check { employment, site } => {
            let wallet = open(&args)?;
            let employment = employment.clone().map_or_else(|| wallet.first_employment(), Ok)?;
            let verdict = wallet.check(&employment, *site, Utc::now())?;
            out.put(&verdict, inspect::describe);
            return Ok(inspect::exit(verdict.outcome));
        }
        Command::Choose { employment } => {
            let mut wallet = open(&args)?;
            wallet.choose(employment)?;
            out.put(&wallet.overview(Utc::now()), describe);
        }
        Command::SetPin { new } => {
            let mut wallet = open(&args)?;
            wallet.set_pin(args.pin.as_ref(), Some(new), Utc::now())?;
            out.put(&json!({ "pin": true }), |_| "The PIN is set.".into());
        }
        Command::ClearPin => {
            let mut wallet = open(&args)?;
            wallet.set_pin(args.pin.as_ref(), None, Utc::now())?;
            out.put(&json!({ "pin": false }), |_| "No PIN is asked for any more.".into());
        }
        Command::Paper { file, employment } => {
            let wallet = open(&args)?;
            let employment = employment.clone().map_or_else(|| wallet.first_employment(), Ok)?;
            let now = Utc::now();
            let frame = wallet.paper(&employment, now)?;
            let claims = wallet.credential(&employment)?.claims();
            let until = now + TimeDelta::seconds(presentation::PAPER_SECONDS);
            let words = paper::Words {
                language: "en".into(),
                title: "HSE card on paper".into(),
                warning: "Not confirmed by itself: paper can be copied. Ask for the card in the \
                          worker's phone."
                    .into(),
                facts: vec![
                    ("Name".into(), claims.name.to_string()),
                    (
                        "Company".into(),
                        format!("{} ({})", claims.company, claims.organisation_number),
                    ),
                    ("Card number".into(), claims.card_number.to_string()),
                ],
                note: format!("Counts until {}.", until.format("%d.%m.%Y %H:%M UTC")),
            };
            let bytes = paper::sheet(&frame.qr()?, &words)
                .map_err(|error| CliError::Words(error.to_string()))?;
            fs::write(file, &bytes)
                .map_err(|error| CliError::File(file.display().to_string(), error))?;
            let written = json!({ "file": file, "text": frame.text(), "until": until });
            out.put(&written, |_| format!("{} bytes in {}", bytes.len(), file.display()));
        }
        Command::GooglePass => {
            let link = open(&args)?.google_pass(Utc::now())?;
            out.put(&json!({ "link": link }), |_| link.clone());
        }
        Command::Remove { yes } => {
            if !yes {
                let sure = "say --yes if you mean it: the card leaves this device, and a new \
                            activation is needed";
                return Err(CliError::Words(sure.into()));
            }
            Door::open(&args.store)?.remove()?;
            out.put(&json!({ "removed": true }), |_| "The card is removed.".into());
        }
        Command::Photo { file, frames } => {
            let wallet = open(&args)?;
            let none = || CliError::Words("there is no photo on this device; refresh first".into());
            if let Some(folder) = frames {
                crate::photo_code::write(&wallet.photo_code().ok_or_else(none)?, folder, out)?;
            }
            let Some(file) = file else { return Ok(ExitCode::SUCCESS) };
            let photo = wallet.photo().ok_or_else(none)?;
            fs::write(file, photo)
                .map_err(|error| CliError::File(file.display().to_string(), error))?;
            let written = json!({ "file": file, "bytes": photo.len() });
            out.put(&written, |_| format!("{} bytes in {}", photo.len(), file.display()));
        }
        Command::Export { file, employment } => {
            let wallet = open(&args)?;
            let employment = employment.clone().map_or_else(|| wallet.first_employment(), Ok)?;
            let bytes = wallet.credential(&employment)?.to_cose();
            fs::write(file, &bytes)
                .map_err(|error| CliError::File(file.display().to_string(), error))?;
            let written = json!({ "file": file, "bytes": bytes.len() });
            out.put(&written, |_| format!("{} bytes in {}", bytes.len(), file.display()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A receipt in one line.
fn line(receipt: &Receipt) -> String {
    let Receipt { inspector, authority, at, outcome, company } = receipt;
    format!("{}  {outcome}: {inspector}, {authority} ({company})", time(*at))
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
        for warning in &employment.warnings {
            let from = warning.since.map(time).unwrap_or_default();
            text += &format!("    from {from}: {}\n", warning.code.what());
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
