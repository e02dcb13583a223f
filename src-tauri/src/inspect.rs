//! The inspector's commands.

use std::path::Path;

use card::Industry;
use inspector::inspection::Seen;
use inspector::{Inspector, Overview, Progress, SyncResult, scan};
use presentation::{Challenge, CodeId};
use serde::Serialize;
use store::KeyKeeper;
use tauri::ipc::{Channel, Request};
use tauri::{AppHandle, State};
use verifier::{Outcome, Policy};

use crate::clock;
use crate::error::AppError;
use crate::frame::{ShownFrame, body, header, scanned};
use crate::open::{Open, Shown};

type Device = Open<Inspector>;

/// Four digits to ask for.
#[derive(Serialize)]
pub(crate) struct Digits {
    digits: String,
}

/// The inspector's own code, now and next.
#[derive(Serialize)]
pub(crate) struct ShownBadge {
    frames: Vec<ShownFrame>,
    typed_codes: [(); 0],
    now: i64,
}

/// What came of a check.
#[derive(Serialize)]
pub(crate) struct ShownSeen {
    #[serde(flatten)]
    seen: Seen,
    not_kept: Option<AppError>,
}

impl From<Seen> for ShownSeen {
    fn from(mut seen: Seen) -> Self {
        Self { not_kept: seen.not_kept.take().map(AppError::from), seen }
    }
}

/// What a sync led to.
#[derive(Serialize)]
pub(crate) struct Sync {
    result: SyncResult,
    overview: Overview,
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_overview(
    app: AppHandle,
    device: State<'_, Device>,
) -> Result<Shown<Overview>, AppError> {
    let overview = |device: &mut Inspector| {
        let now = clock::now();
        device.keep_watch(now)?;
        Ok(device.overview(now))
    };
    Shown::of(device.with(app, overview).await)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_enrol(
    app: AppHandle,
    device: State<'_, Device>,
    enrolment: String,
) -> Result<Overview, AppError> {
    let enrol =
        move |folder: &Path| Inspector::enrol(folder, KeyKeeper::OperatingSystem, &enrolment);
    device.enrol(app.clone(), enrol).await?;
    device.with(app, |device| Ok(device.overview(clock::now()))).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_sync(
    app: AppHandle,
    device: State<'_, Device>,
    progress: Channel<Progress>,
) -> Result<Sync, AppError> {
    // Beside what is open, so that checks go on meanwhile.
    device
        .beside(app, move |device| {
            let now = clock::now();
            // Acts first, so that what is synced knows of them; they have a list of their own.
            let _ = device.send_acts(now);
            let result = device.sync(now, &mut |piece| {
                // A window that was closed needs no progress.
                let _ = progress.send(piece);
            })?;
            // Reports last, so that they have what was judged again; each says how it stands.
            let _ = device.send_reports(now);
            Ok(Sync { result, overview: device.overview(now) })
        })
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_badge(
    app: AppHandle,
    device: State<'_, Device>,
) -> Result<ShownBadge, AppError> {
    device
        .with(app, |device| {
            let now = clock::now();
            let frames = device.badge(now)?;
            Ok(ShownBadge {
                frames: frames.iter().map(ShownFrame::of).collect::<Result<_, _>>()?,
                typed_codes: [],
                now: now.timestamp_millis(),
            })
        })
        .await
}

/// The receipt of a check, by the name that the verdict gave the code.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_receipt(
    app: AppHandle,
    device: State<'_, Device>,
    code: String,
    outcome: Outcome,
) -> Result<ShownFrame, AppError> {
    let code: CodeId = code.parse().map_err(|_| AppError::new("internal"))?;
    let receipt = move |device: &mut Inspector| {
        ShownFrame::of(&device.receipt(outcome, code, clock::now())?)
    };
    device.with(app, receipt).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) fn inspector_new_challenge() -> Result<Digits, AppError> {
    let digits = inspector::new_challenge().map_err(|_| AppError::new("internal"))?;
    Ok(Digits { digits: digits.to_string() })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_check_text(
    app: AppHandle,
    device: State<'_, Device>,
    text: String,
    challenge: Option<String>,
    site: Option<String>,
) -> Result<ShownSeen, AppError> {
    let policy = policy(challenge.as_deref(), site.as_deref())?;
    device
        .with(app, move |device| Ok(device.meet_scanned(&text, clock::now(), &policy)?.into()))
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_check_image(
    app: AppHandle,
    device: State<'_, Device>,
    request: Request<'_>,
) -> Result<ShownSeen, AppError> {
    let policy = policy(header(&request, "x-challenge"), header(&request, "x-site"))?;
    let file = body(&request)?;
    let check = move |device: &mut Inspector| {
        Ok(device.meet_scanned(&scan::picture(&file)?, clock::now(), &policy)?.into())
    };
    device.with(app, check).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_scan_frame(
    app: AppHandle,
    device: State<'_, Device>,
    request: Request<'_>,
) -> Result<Option<ShownSeen>, AppError> {
    let policy = policy(header(&request, "x-challenge"), header(&request, "x-site"))?;
    let Some(text) = scanned(&request).await? else { return Ok(None) };
    let check = move |device: &mut Inspector| {
        Ok(Some(device.meet_scanned(&text, clock::now(), &policy)?.into()))
    };
    device.with(app, check).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_check_typed(
    app: AppHandle,
    device: State<'_, Device>,
    card_number: String,
    digits: String,
    site: Option<String>,
) -> Result<ShownSeen, AppError> {
    let policy = policy(None, site.as_deref())?;
    let now = clock::now();
    device
        .with(app, move |device| Ok(device.meet_typed(&card_number, &digits, now, &policy)?.into()))
        .await
}

fn policy(challenge: Option<&str>, site: Option<&str>) -> Result<Policy, AppError> {
    let challenge = challenge
        .map(str::parse::<Challenge>)
        .transpose()
        .map_err(|_| AppError::new("challenge_malformed"))?;
    let site =
        site.map(str::parse::<Industry>).transpose().map_err(|_| AppError::new("internal"))?;
    Ok(Policy { challenge, site, ..Policy::default() })
}
