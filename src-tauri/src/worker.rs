//! The worker's commands.

use std::path::{Path, PathBuf};

use card::{EmploymentId, Industry};
use presentation::{Challenge, Frame, TypedCode};
use serde::Serialize;
use store::KeyKeeper;
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, Manager, State};
use tauri_plugin_opener::OpenerExt;
use verifier::Verdict;
use wallet::{Door, Overview, Pin, Place, Refreshed, Wallet};

use crate::clock;
use crate::error::AppError;
use crate::open::{Open, Shown, blocking};

type Worker = Open<Door>;

/// The codes for now and next.
#[derive(Serialize)]
pub(crate) struct Presentation {
    frames: Vec<ShownFrame>,
    typed_codes: [ShownTypedCode; 2],
    now: i64,
}

#[derive(Serialize)]
struct ShownFrame {
    qr: ShownQr,
    from: i64,
    until: i64,
}

#[derive(Serialize)]
struct ShownQr {
    size: usize,
    path: String,
}

#[derive(Serialize)]
struct ShownTypedCode {
    digits: String,
    until: i64,
}

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
    let path = app.path();
    let folder =
        path.download_dir().or_else(|_| path.document_dir()).or_else(|_| path.home_dir())?;
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

/// Does something with the card behind the door.
async fn card<R: Send + 'static>(
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

impl ShownFrame {
    fn of(frame: &Frame) -> Result<Self, AppError> {
        let qr = frame.qr()?;
        Ok(Self {
            qr: ShownQr { size: qr.size(), path: qr.svg_path() },
            from: frame.moment().starts_at().timestamp_millis(),
            until: frame.moment().ends_at().timestamp_millis(),
        })
    }
}

/// The raw bytes of a request.
pub(crate) fn body(request: &Request<'_>) -> Result<Vec<u8>, AppError> {
    match request.body() {
        InvokeBody::Raw(bytes) => Ok(bytes.clone()),
        InvokeBody::Json(_) => Err(AppError::new("image_unreadable")),
    }
}
