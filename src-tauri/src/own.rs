//! What the worker's window does around the card: lock, own check, places, paper, Google Wallet.

use std::path::PathBuf;
use std::sync::Arc;

use card::{EmploymentId, Industry};
use serde::Serialize;
use tauri::ipc::Request;
use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt;
use verifier::Verdict;
use wallet::{Door, Met, Overview, Pin, Place, Receipt};

use crate::brightness::Brightness;
use crate::clock;
use crate::downloads::downloads;
use crate::error::AppError;
use crate::frame::scanned;
use crate::open::blocking;
use crate::worker::{Worker, card};

/// A link to Google Wallet.
#[derive(Serialize)]
pub(crate) struct GooglePass {
    link: String,
    /// Whether something outside the app took it.
    opened: bool,
}

/// What a verifier would say.
#[derive(Serialize)]
pub(crate) struct OwnCheck {
    verdict: Verdict,
    /// For each industry whether the card counts at such work.
    sites: [(Industry, bool); 3],
}

/// Opens the door with the PIN.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_unlock(
    app: AppHandle,
    worker: State<'_, Worker>,
    pin: String,
) -> Result<Overview, AppError> {
    let pin: Pin = pin.parse()?;
    let unlock = move |door: &mut Door| {
        door.unlock(&pin, clock::now())?;
        Ok(door.wallet()?.overview(clock::now()))
    };
    worker.with(app, unlock).await
}

/// The card is out of sight.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_leave(
    app: AppHandle,
    worker: State<'_, Worker>,
) -> Result<(), AppError> {
    let leave = |door: &mut Door| {
        door.leave(clock::now());
        Ok(())
    };
    worker.with(app, leave).await
}

/// Makes the screen bright while a code shows, or as it was; says whether it is bright.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_brighten(
    brightness: State<'_, Arc<Brightness>>,
    bright: bool,
) -> Result<bool, AppError> {
    let brightness = Arc::clone(&brightness);
    blocking(move || {
        if bright {
            return Ok(brightness.raise());
        }
        brightness.restore();
        Ok(false)
    })
    .await
}

/// Sets a PIN, another PIN, or none.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_set_pin(
    app: AppHandle,
    worker: State<'_, Worker>,
    current: Option<String>,
    new: Option<String>,
) -> Result<Overview, AppError> {
    let current: Option<Pin> = current.map(|pin| pin.parse()).transpose()?;
    let new: Option<Pin> = new.map(|pin| pin.parse()).transpose()?;
    card(worker, app, move |wallet| {
        wallet.set_pin(current.as_ref(), new.as_ref(), clock::now())?;
        Ok(wallet.overview(clock::now()))
    })
    .await
}

/// Takes the card from this device.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_remove(
    app: AppHandle,
    worker: State<'_, Worker>,
) -> Result<(), AppError> {
    worker.close(app, Door::remove).await
}

/// What a verifier would say of the code now, and where the card counts.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_check(
    app: AppHandle,
    worker: State<'_, Worker>,
    employment: EmploymentId,
) -> Result<OwnCheck, AppError> {
    card(worker, app, move |wallet| {
        let industry = wallet.credential(&employment)?.claims().industry;
        let verdict = wallet.check(&employment, None, clock::now())?;
        let sites = Industry::ALL.map(|site| (site, industry.is_accepted_at(site)));
        Ok(OwnCheck { verdict, sites })
    })
    .await
}

/// The text of the code in a camera's picture.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_scan_frame(request: Request<'_>) -> Result<Option<String>, AppError> {
    scanned(&request).await
}

/// Reads what an inspector's tablet shows.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_meet(
    app: AppHandle,
    worker: State<'_, Worker>,
    text: String,
) -> Result<Met, AppError> {
    card(worker, app, move |wallet| Ok(wallet.meet(&text, clock::now())?)).await
}

/// The checks that there are receipts of.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_receipts(
    app: AppHandle,
    worker: State<'_, Worker>,
) -> Result<Vec<Receipt>, AppError> {
    card(worker, app, |wallet| Ok(wallet.receipts()?)).await
}

/// Chooses who one works for.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_choose(
    app: AppHandle,
    worker: State<'_, Worker>,
    employment: EmploymentId,
) -> Result<Overview, AppError> {
    card(worker, app, move |wallet| {
        wallet.choose(&employment)?;
        Ok(wallet.overview(clock::now()))
    })
    .await
}

/// Remembers who one works for at a place.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_remember_place(
    app: AppHandle,
    worker: State<'_, Worker>,
    latitude: f64,
    longitude: f64,
    employment: EmploymentId,
) -> Result<Overview, AppError> {
    let place = place(latitude, longitude)?;
    card(worker, app, move |wallet| {
        wallet.remember_place(place, &employment, clock::now())?;
        Ok(wallet.overview(clock::now()))
    })
    .await
}

/// Who one works for at a place, if it is remembered.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_employment_at(
    app: AppHandle,
    worker: State<'_, Worker>,
    latitude: f64,
    longitude: f64,
) -> Result<Option<EmploymentId>, AppError> {
    let place = place(latitude, longitude)?;
    card(worker, app, move |wallet| Ok(wallet.employment_at(place)?)).await
}

/// Forgets all places.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_forget_places(
    app: AppHandle,
    worker: State<'_, Worker>,
) -> Result<Overview, AppError> {
    card(worker, app, |wallet| {
        wallet.forget_places()?;
        Ok(wallet.overview(clock::now()))
    })
    .await
}

/// Writes a sheet with a code on paper where the user keeps downloads, and says which file.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_paper(
    app: AppHandle,
    worker: State<'_, Worker>,
    employment: EmploymentId,
    words: paper::Words,
) -> Result<PathBuf, AppError> {
    let folder = downloads(&app)?;
    card(worker, app, move |wallet| {
        let now = clock::now();
        let sheet = paper::sheet(&wallet.paper(&employment, now)?.qr()?, &words)?;
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(format!("hms-kort-{}.pdf", now.format("%Y-%m-%d-%H%M%S")));
        std::fs::write(&file, sheet)?;
        Ok(file)
    })
    .await
}

/// Gets a link that saves the card in Google Wallet, and opens it outside the app.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_google_pass(
    app: AppHandle,
    worker: State<'_, Worker>,
) -> Result<GooglePass, AppError> {
    let link = card(worker, app.clone(), |wallet| Ok(wallet.google_pass(clock::now())?)).await?;
    let opened = app.opener().open_url(&link, None::<&str>).is_ok();
    Ok(GooglePass { link, opened })
}

fn place(latitude: f64, longitude: f64) -> Result<Place, AppError> {
    Place::new(latitude, longitude).ok_or_else(|| AppError::new("no_position"))
}
