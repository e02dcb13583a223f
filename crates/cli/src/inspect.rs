//! `hmskort inspect`: the inspector's checks.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::Subcommand;
use credential::PublicKey;
use data_encoding::BASE64URL_NOPAD;
use inspector::{Inspector, SyncResult};
use presentation::Challenge;
use serde_json::json;
use store::KeyKeeper;
use verifier::{Outcome, Policy, Verdict, WrongClock};

use crate::CliError;
use crate::code::{self, Shown};
use crate::find::{self, Here, InFull};
use crate::inspection;
use crate::out::{Out, time};
use crate::pack;

/// Longest file of codes, in bytes: some ten thousand codes.
const MAX_BATCH: u64 = 16 * 1024 * 1024;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder of the inspector's store.
    #[arg(long, global = true, env = "HMSKORT_INSPECTOR", default_value = "hmskort-inspector")]
    store: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Trade an enrolment link for access to the inspectors' tier.
    Enrol {
        /// The link from the office.
        link: String,
        /// Keep the store's key in a file beside it. For rehearsal only: it protects nothing.
        #[arg(long)]
        key_file: bool,
    },
    /// Bring key set and index up to date.
    Sync,
    /// Look somebody up without a code, or a company.
    Find(find::Args),
    /// Check a code; the exit code tells: 0 valid, 1 invalid, 2 unconfirmed.
    Check {
        /// The code's text, a picture file with a code in it, or `-` for text on standard input.
        #[arg(required_unless_present_any = ["batch", "typed"])]
        code: Option<String>,
        /// Have the service check a card number and six digits, such as "1234567 123456".
        #[arg(long, value_name = "NUMBER DIGITS", conflicts_with_all = ["code", "batch"])]
        typed: Option<String>,
        /// Check each line of a file; one verdict a line. The exit code is the gravest one.
        #[arg(long, value_name = "FILE", conflicts_with = "code")]
        batch: Option<PathBuf>,
        #[command(flatten)]
        here: Here,
        /// The four digits that were asked for.
        #[arg(long)]
        challenge: Option<Challenge>,
        /// Leave nothing of it in the open inspection.
        #[arg(long)]
        outside: bool,
        /// Write a receipt for the worker, a PNG file with a code that the worker's app reads.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["batch", "typed"])]
        receipt: Option<PathBuf>,
        /// Check as at this time (RFC 3339); for tests and rehearsal.
        #[arg(long, value_name = "TIME")]
        at: Option<DateTime<Utc>>,
    },
    /// Show this device's own code, by which workers know that it is an inspector's.
    Badge {
        #[command(flatten)]
        shown: Shown,
    },
    /// The photo on a card: from the worker's phone, or from the service.
    Photo(crate::photo_code::Read),
    /// Small pictures of everybody on this device, for where there is no network.
    #[command(subcommand)]
    Pack(pack::Command),
    /// The report of an inspection: on the screen, as files, sent to the service.
    Report(crate::report::InField),
    #[command(flatten)]
    Act(crate::act::InField),
    #[command(flatten)]
    Inspection(inspection::InInspection),
    /// Write the issuer's public keys as a JWK set (RFC 7517, RFC 8037).
    Keys {
        /// Where to.
        file: PathBuf,
    },
}

pub(crate) fn run(args: Args, out: Out) -> Result<ExitCode, CliError> {
    match args.command {
        Command::Enrol { link, key_file } => {
            let keeper = if key_file { KeyKeeper::File } else { KeyKeeper::OperatingSystem };
            if key_file {
                Out::note("hmskort: the store's key lies in a file beside it; for rehearsal only");
            }
            let device = Inspector::enrol(&args.store, keeper, &link)?;
            out.put(&device.overview(Utc::now()), |device| {
                format!("{}, {}: enrolled. Now sync.", device.name, device.authority)
            });
        }
        Command::Sync => {
            let mut device = Inspector::open(&args.store)?;
            let now = Utc::now();
            // Acts first, so that what is synced knows of them.
            let sent = device.send_acts(now);
            let result = device.sync(now, &mut |_progress| ())?;
            let (overview, sent) = (device.overview(now), sent?);
            let news = device.news(now).unwrap_or_default();
            // Reports last, so that they have what was judged again.
            let reports = device.send_reports(now)?;
            let said = json!({
                "result": result, "overview": overview, "acts": sent, "judged_again": news,
                "reports": reports
            });
            out.put(&said, |_| {
                let said = match result {
                    SyncResult::Updated => "There was a newer key set.",
                    SyncResult::Unmodified => "Nothing new.",
                    SyncResult::Interrupted => {
                        "The contact broke off while the index or the small pictures came; sync again to go on."
                    }
                    SyncResult::Cached => "No contact with the service; what is here stays in use.",
                };
                let data = overview.key_set.map_or("No key set here yet.".into(), |set| {
                    format!("Key set {} of {}", set.version, time(set.issued_at))
                });
                let index = overview.index.map_or("No index here yet.".into(), |index| {
                    format!("Index of {}, {} cards.", time(index.issued_at), index.cards)
                });
                let pack = Some(&overview.pack).filter(|pack| pack.on).map(pack::text);
                let pack = pack.map_or(String::new(), |pack| format!(" {pack}"));
                format!("{said} {data}. {index}{pack}{}", inspection::news_text(&news))
            });
            let told: Vec<_> = news.into_iter().map(|one| one.met).collect();
            device.news_seen(&told)?;
        }
        Command::Find(find) => find::run(&mut Inspector::open(&args.store)?, &find, out)?,
        Command::Check { code, typed, batch, here, challenge, outside, receipt, at } => {
            let mut device = Inspector::open(&args.store)?;
            let now = at.unwrap_or_else(Utc::now);
            device.keep_watch(now)?;
            let policy = Policy { site: here.site, challenge, ..Policy::default() };
            if let Some(file) = batch {
                return check_all(&device, &file, now, &policy, out);
            }
            if let Some(typed) = typed {
                let (card, digits) = typed.trim().rsplit_once(' ').unwrap_or((&typed, ""));
                let seen = match outside {
                    true => device.check_typed(card, digits, now, &policy)?.into(),
                    false => device.meet_typed(card, digits, now, &policy)?,
                };
                out.put(&InFull::alone(&seen), InFull::text);
                return Ok(exit(seen.verdict.outcome));
            }
            let text = code::text(&code.unwrap_or_default())?;
            let seen = match outside {
                true => device.check_scanned(&text, now, &policy).into(),
                false => device.meet_scanned(&text, now, &policy)?,
            };
            if let Some(file) = receipt {
                write_receipt(&device, &seen.verdict, &file, now)?;
            }
            out.put(&InFull::of(&device, &seen, here), InFull::text);
            return Ok(exit(seen.verdict.outcome));
        }
        Command::Badge { shown } => {
            let device = Inspector::open(&args.store)?;
            let now = shown.at.unwrap_or_else(Utc::now);
            let [frame, _next] = device.badge(now)?;
            let said = shown.say(&frame, |drawn| {
                let device = device.overview(now);
                format!("{}, {}\n{drawn}", device.name, device.authority)
            })?;
            out.put(&code::describe(&frame)?, |_| said);
        }
        Command::Inspection(command) => return inspection::run(command, &args.store, out),
        Command::Photo(photo) => crate::photo_code::fetch(&photo, &args.store, out)?,
        Command::Pack(command) => pack::run(command, &args.store, out)?,
        Command::Report(report) => crate::report::in_field(&report, &args.store, out)?,
        Command::Act(act) => return crate::act::in_field(act, &args.store, out),
        Command::Keys { file } => {
            let device = Inspector::open(&args.store)?;
            let set =
                device.key_set().ok_or(CliError::Words("no key set yet: sync first".into()))?;
            let keys: Vec<_> = set.issuer_keys().iter().filter_map(|key| jwk(&key.key)).collect();
            let text = serde_json::to_vec_pretty(&json!({ "keys": keys }))
                .map_err(std::io::Error::from)?;
            fs::write(&file, text)
                .map_err(|error| CliError::File(file.display().to_string(), error))?;
            out.put(&json!({ "file": file, "keys": keys.len() }), |_| {
                format!("{} keys in {}", keys.len(), file.display())
            });
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// RFC 8037 § 2. Issuer keys are Ed25519.
fn jwk(key: &PublicKey) -> Option<serde_json::Value> {
    let PublicKey::Ed25519(point) = key else { return None };
    Some(json!({
        "kty": "OKP",
        "crv": "Ed25519",
        "alg": "EdDSA",
        "use": "sig",
        "kid": BASE64URL_NOPAD.encode(credential::KeyId::of(key).as_bytes()),
        "x": BASE64URL_NOPAD.encode(point),
    }))
}

fn write_receipt(
    device: &Inspector,
    verdict: &Verdict,
    file: &Path,
    now: DateTime<Utc>,
) -> Result<(), CliError> {
    let nothing = "there is no receipt of this: no card's code was checked";
    let code = verdict.code.ok_or(CliError::Words(nothing.into()))?;
    code::save(&device.receipt(verdict.outcome, code, now)?.qr()?, file)
}

fn check_all(
    device: &Inspector,
    file: &Path,
    now: DateTime<Utc>,
    policy: &Policy,
    out: Out,
) -> Result<ExitCode, CliError> {
    let bytes = read(file, MAX_BATCH)?;
    let mut gravest = Outcome::Valid;
    for line in String::from_utf8_lossy(&bytes).lines().filter(|line| !line.trim().is_empty()) {
        let verdict = device.check_scanned(line, now, policy);
        gravest = gravest.max(verdict.outcome);
        out.put(&verdict, |verdict| {
            let why: Vec<_> = verdict.reasons.iter().map(verifier::Finding::code).collect();
            let who = verdict.card.as_ref().map(|card| format!("{} {}", card.number, card.holder));
            format!("{}\t{}\t{}", verdict.outcome.as_str(), who.unwrap_or_default(), why.join(", "))
        });
    }
    Ok(exit(gravest))
}

pub(crate) fn read(file: &Path, limit: u64) -> Result<Vec<u8>, CliError> {
    let name = || file.display().to_string();
    let mut bytes = Vec::new();
    let open = fs::File::open(file).map_err(|error| CliError::File(name(), error))?;
    open.take(limit + 1).read_to_end(&mut bytes).map_err(|error| CliError::File(name(), error))?;
    if bytes.len() as u64 > limit {
        return Err(CliError::Words(format!("{} is larger than {limit} bytes", name())));
    }
    Ok(bytes)
}

pub(crate) fn exit(outcome: Outcome) -> ExitCode {
    ExitCode::from(match outcome {
        Outcome::Valid => 0,
        Outcome::Invalid => 1,
        Outcome::Unconfirmed => 2,
    })
}

pub(crate) fn describe(verdict: &Verdict) -> String {
    let mut text = match verdict.outcome {
        Outcome::Valid => "✔ VALID\n",
        Outcome::Invalid => "✘ INVALID\n",
        Outcome::Unconfirmed => "? COULD NOT BE CONFIRMED\n",
    }
    .to_owned();
    if let Some(card) = &verdict.card {
        text += &format!(
            "  {}, card {}\n  {} ({}, unit {}), {}, until {}\n",
            card.holder,
            card.number,
            card.company,
            card.organisation_number,
            card.sub_unit,
            card.industry,
            time(card.valid_until.timestamp_millis()),
        );
    }
    for reason in &verdict.reasons {
        let since = reason
            .since()
            .map_or(String::new(), |since| format!(" Since {}.", time(since.timestamp_millis())));
        text += &format!("  - {}{since}\n    {}\n", reason.what(), reason.how());
    }
    if let Some(clocks) = verdict.clocks {
        let (apart, behind) = (clocks.phone_behind_seconds.abs(), clocks.phone_behind_seconds > 0);
        let side = if behind { "behind" } else { "ahead of" };
        let whose = match clocks.wrong {
            WrongClock::Here => "this device's is wrong",
            WrongClock::Phone => "the phone's is wrong",
            WrongClock::Either => "one of them is wrong",
        };
        text += &format!("  the phone's clock is {apart} s {side} this device's: {whose}\n");
    }
    if let Some(age) = verdict.code_age_seconds {
        text += &format!("  code {age} s old");
    }
    if let Some(data) = verdict.data {
        text +=
            &format!("  key set {} of {}", data.version, time(data.issued_at.timestamp_millis()));
    }
    text
}
