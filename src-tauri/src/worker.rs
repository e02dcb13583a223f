//! The worker's commands.

use std::path::Path;

use card::EmploymentId;
use presentation::{Challenge, TypedCode};
use serde::Serialize;
use store::KeyKeeper;
use tauri::ipc::{Request, Response};
use tauri::{AppHandle, State};
use wallet::{Door, Overview, Refreshed, Wallet};

use crate::clock;
use crate::error::AppError;
use crate::frame::{ShownFrame, body};
use crate::open::{Open, Shown, blocking};

pub(crate) type Worker = Open<Door>;

/// The codes for now and next.
#[derive(Serialize)]
pub(crate) struct Presentation {
    frames: Vec<ShownFrame>,
    typed_codes: [ShownTypedCode; 2],
    now: i64,
}

#[derive(Serialize)]
struct ShownTypedCode {
    digits: String,
    until: i64,
}

/// What a refresh led to.
#[derive(Serialize)]
pub(crate) struct Refresh {
    result: Refreshed,
    overview: Overview,
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_overview(
    app: AppHandle,
    worker: State<'_, Worker>,
) -> Result<Shown<Overview>, AppError> {
    let look = |door: &mut Door| {
        door.come_back(clock::now())?;
        Ok(door.wallet()?.overview(clock::now()))
    };
    Shown::of(worker.with(app, look).await)
}

/// Does something with the card behind the door.
pub(crate) async fn card<R: Send + 'static>(
    worker: State<'_, Worker>,
    app: AppHandle,
    work: impl FnOnce(&mut Wallet) -> Result<R, AppError> + Send + 'static,
) -> Result<R, AppError> {
    worker.with(app, |door| work(door.wallet()?)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_enrol(
    app: AppHandle,
    worker: State<'_, Worker>,
    activation: String,
) -> Result<Overview, AppError> {
    let enrol = move |folder: &Path| {
        Wallet::enrol(folder, KeyKeeper::OperatingSystem, &activation, clock::now())
    };
    let enrol = move |folder: &Path| enrol(folder).map(Door::from);
    let show = |door: &mut Door| Ok(door.wallet()?.overview(clock::now()));
    worker.enrol(app.clone(), enrol).await?;
    worker.with(app, show).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_read_activation_image(request: Request<'_>) -> Result<String, AppError> {
    let file = body(&request)?;
    blocking(move || Ok(inspector::scan::picture(&file)?)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_frames(
    app: AppHandle,
    worker: State<'_, Worker>,
    employment: EmploymentId,
    challenge: Option<String>,
) -> Result<Presentation, AppError> {
    let challenge: Option<Challenge> = challenge
        .map(|digits| digits.parse().map_err(|_| AppError::new("challenge_malformed")))
        .transpose()?;
    card(worker, app, move |wallet| {
        let now = clock::now();
        let frames = wallet.frames(&employment, now, challenge)?;
        Ok(Presentation {
            frames: frames.iter().map(ShownFrame::of).collect::<Result<_, _>>()?,
            typed_codes: wallet.typed_codes(now)?.map(ShownTypedCode::from),
            now: now.timestamp_millis(),
        })
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_refresh(
    app: AppHandle,
    worker: State<'_, Worker>,
) -> Result<Refresh, AppError> {
    card(worker, app, |wallet| {
        let result = wallet.refresh(clock::now())?;
        Ok(Refresh { result, overview: wallet.overview(clock::now()) })
    })
    .await
}

/// The photo's bytes, raw; an error where there is none on this device.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_photo(
    app: AppHandle,
    worker: State<'_, Worker>,
) -> Result<Response, AppError> {
    let none = || AppError::new("internal");
    let photo =
        card(worker, app, move |wallet| wallet.photo().map(<[u8]>::to_vec).ok_or_else(none))
            .await?;
    Ok(Response::new(photo))
}

impl From<TypedCode> for ShownTypedCode {
    fn from(code: TypedCode) -> Self {
        Self { digits: code.digits, until: code.until.timestamp_millis() }
    }
}
