//! `hmskort demo`: the main job from end to end, with made-up people, over real HTTP on this
//! machine: the office finds two companies and workers in made-up registers and issues, the workers
//! enrol, an inspector syncs, the service stops, and the codes are checked without it.

mod employers;
mod hiring;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use card::Reason;
use chrono::{TimeDelta, Utc};
use inspector::Inspector;
use issuer::{Issuer, Settings};
use photo::drawn::Drawn;
use serde_json::json;
use store::KeyKeeper;
use verifier::{Policy, Verdict};
use wallet::Wallet;
use wire::{HandedInPhoto, IdDocument};

use crate::CliError;
use crate::inspect::describe;
use crate::out::Out;
use employers::Cast;
use hiring::Hiring;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Draw nothing; for machines.
    #[arg(long)]
    headless: bool,
    /// Leave the stores in this folder: issuer, worker, blocked-worker, inspector.
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    /// Then serve the pages built in this project's folder `ui`, until Ctrl+C. A made-up login, for
    /// the demo only, lets whoever opens the employers' page in.
    #[arg(long, value_name = "UI")]
    pages: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, out: Out) -> Result<ExitCode, CliError> {
    let temporary = std::env::temp_dir().join(format!("hmskort-demo-{}", std::process::id()));
    let folder = args.keep.clone().unwrap_or_else(|| temporary.clone());
    let result = play(&folder, args, out);
    if args.keep.is_none() {
        let _ = std::fs::remove_dir_all(temporary);
    }
    result
}

fn play(folder: &Path, args: &Args, out: Out) -> Result<ExitCode, CliError> {
    let step = |line: &str| {
        if !out.json {
            out.say(&format!("\n── {line}"));
        }
    };
    args.pages.as_deref().map(employers::check).transpose()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
    let address = listener.local_addr()?;
    let settings = Settings {
        service: format!("http://{address}"),
        host: "HMSKORT.EXAMPLE".parse().map_err(|e| CliError::Words(format!("{e}")))?,
        max_age: TimeDelta::days(7),
    };

    step(
        "The office asks the registers about two companies and two workers, and checks who they are.",
    );
    let now = Utc::now();
    let issuer = Arc::new(Issuer::init(&folder.join("issuer"), &settings, now)?);
    let hiring = runtime.block_on(Hiring::start(&folder.join("registers")))?;
    let hired = runtime.block_on(hiring.hire(&issuer, now))?;
    let cast = runtime.block_on(Cast::grant(&issuer, &hiring, &hired, now))?;
    let [stays, leaves] = hired.as_slice() else {
        return Err(CliError::Words("the demo needs two workers".into()));
    };
    for (card, number) in [(stays.card, 0), (leaves.card, 1)] {
        let face = Drawn { number, ..Drawn::default() }.png()?;
        let judged = issuer.hand_in_photo(card, &face, "demo office", now)?;
        if !matches!(judged, HandedInPhoto::Accepted { .. }) {
            return Err(CliError::Words("the demo's own photo was not accepted".into()));
        }
    }
    let passport = IdDocument::Passport;
    let link = |card| issuer.issue_activation(card, passport, "demo office", now);
    let (worker_link, blocked_link) =
        (link(stays.card)?.to_string(), link(leaves.card)?.to_string());
    let inspector_link =
        issuer.enrol_inspector("Inga Inspektør", "Arbeidstilsynet", "demo office", now)?;

    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let server = runtime.spawn(issuer::serve(
        issuer::router(Arc::clone(&issuer), Arc::new(Utc::now)),
        listener,
        async move {
            let _ = stopped.await;
        },
    ));
    step(&format!("The service runs at {}.", settings.service));

    step("Both workers enrol their phones; then one leaves, and Aa-registeret no longer has them.");
    let (worker, blocked) = (folder.join("worker"), folder.join("blocked-worker"));
    let worker = Wallet::enrol(&worker, KeyKeeper::File, &worker_link, Utc::now())?;
    let mut blocked = Wallet::enrol(&blocked, KeyKeeper::File, &blocked_link, Utc::now())?;
    if runtime.block_on(hiring.leaves(leaves))? {
        let reason = Reason::WorkerNotEmployed;
        issuer.block(&leaves.employment, reason, "demo office", Utc::now())?;
    }
    issuer.publish(Utc::now())?;
    blocked.refresh(Utc::now())?;

    step("The inspector enrols a tablet and syncs.");
    let link = inspector_link.to_string();
    let mut tablet = Inspector::enrol(&folder.join("inspector"), KeyKeeper::File, &link)?;
    tablet.sync(Utc::now(), &mut |_| ())?;

    let _ = stop.send(());
    let _ = runtime.block_on(server);
    step("The service is stopped. From here on there is no network.");

    let valid = show_and_check(&worker, &tablet, args.headless, out)?;
    let invalid = show_and_check(&blocked, &tablet, true, out)?;
    let late = Utc::now() + TimeDelta::minutes(10);
    let picture = worker.frames(&worker.first_employment()?, Utc::now(), None)?;
    let old = tablet.check_text(picture[0].text(), late, &Policy::default());
    step("Somebody shows a picture of the first code, ten minutes later:");
    out.say(&describe(&old));

    if out.json {
        let verdicts = json!({ "worker": valid, "blocked_worker": invalid, "old_picture": old });
        out.put(&verdicts, |_| String::new());
    }
    step(&format!("Stores: {}", folder.display()));
    if let Some(ui) = &args.pages {
        employers::serve(issuer, (ui, folder), address, &hiring, &cast, out)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The worker's phone shows its code, drawn as pixels; the tablet reads the pixels.
fn show_and_check(
    wallet: &Wallet,
    tablet: &Inspector,
    headless: bool,
    out: Out,
) -> Result<Verdict, CliError> {
    let now = Utc::now();
    let [frame, _] = wallet.frames(&wallet.first_employment()?, now, None)?;
    let qr = frame.qr()?;
    out.say(&format!(
        "\n── {}'s phone shows a code (QR version {}).",
        wallet.overview(now).holder,
        qr.version()
    ));
    if !headless {
        out.say(&qr.terminal());
    }
    let (width, pixels) = qr.luma(6);
    let width = u32::try_from(width).unwrap_or_default();
    let text = inspector::scan::frame(pixels, width, width)
        .map_err(inspector::InspectorError::from)?
        .ok_or(inspector::InspectorError::NoCode)?;
    let verdict = tablet.check_text(&text, now, &Policy::default());
    out.say(&describe(&verdict));
    Ok(verdict)
}
