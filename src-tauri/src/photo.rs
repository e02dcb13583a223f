//! A photo on its way from the worker's screen to the inspector's: frames out, frames in.

use std::sync::{Arc, Mutex, PoisonError};

use credential::PhotoDigest;
use inspector::{Inspector, scan};
use photo_code::{Collector, Step};
use presentation::QrMatrix;
use serde::Serialize;
use tauri::ipc::{Request, Response};
use tauri::{AppHandle, State};

use crate::error::AppError;
use crate::frame::{ShownQr, body, header, scanned};
use crate::open::{Open, blocking};
use crate::worker::{Worker, card};

/// Most frames in one answer.
const MOST: u16 = 200;

/// Frames of the worker's photo.
#[derive(Serialize)]
pub(crate) struct ShownPhoto {
    /// How many are enough if none is missed.
    needed: u16,
    /// How many are shown in a second.
    a_second: u32,
    frames: Vec<ShownQr>,
}

/// `null` without a photo on this phone.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn wallet_photo_frames(
    app: AppHandle,
    worker: State<'_, Worker>,
    from: u32,
    count: u16,
) -> Result<Option<ShownPhoto>, AppError> {
    card(worker, app, move |wallet| {
        let Some(fountain) = wallet.photo_code() else { return Ok(None) };
        let texts = fountain.frames(from, count.min(MOST));
        let drawn = texts.iter().map(|text| Ok(ShownQr::of(&QrMatrix::one_of_many(text)?)));
        Ok(Some(ShownPhoto {
            needed: fountain.needed(),
            a_second: photo_code::FRAMES_A_SECOND,
            frames: drawn.collect::<Result<_, AppError>>()?,
        }))
    })
    .await
}

/// The photo that is read or was the last one that was found. In memory, and only one.
#[derive(Default)]
pub(crate) struct Reading(Arc<Mutex<Option<One>>>);

struct One {
    collector: Collector,
    found: Option<Vec<u8>>,
}

/// How a photo stands, as the screen gets it.
#[derive(Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum PhotoState {
    /// It can be asked for.
    Here,
    /// There was no code in the picture.
    NoCode,
    /// More frames are needed.
    Collecting { have: usize, need: Option<u16> },
    /// It is not here, or the frame was not taken, because why.
    Not { why: &'static str },
}

impl Reading {
    /// Works on the photo with this digest; the one before it is forgotten.
    fn with<R>(&self, digest: PhotoDigest, work: impl FnOnce(&mut One) -> R) -> R {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *held {
            Some(one) if one.collector.digest() == digest => work(one),
            other => {
                let collector = Collector::for_photo(digest);
                work(other.insert(One { collector, found: None }))
            }
        }
    }

    fn take(&self, digest: PhotoDigest, text: Option<&str>) -> PhotoState {
        let Some(text) = text else { return PhotoState::NoCode };
        self.with(digest, |one| match one.collector.take(text) {
            Ok(Step::Complete(file)) => {
                one.found = Some(file);
                PhotoState::Here
            }
            Ok(Step::Collecting(progress)) => {
                PhotoState::Collecting { have: progress.have, need: progress.need }
            }
            Err(refused) => PhotoState::Not { why: refused.code() },
        })
    }
}

/// Looks for the photo of a credential: here, then at the service.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_find_photo(
    app: AppHandle,
    device: State<'_, Open<Inspector>>,
    reading: State<'_, Reading>,
    digest: String,
) -> Result<PhotoState, AppError> {
    let digest = named(Some(&digest))?;
    if reading.with(digest, |one| one.found.is_some()) {
        return Ok(PhotoState::Here);
    }
    let photos = device.with(app, |device| Ok(device.photos()?)).await?;
    Ok(match blocking(move || Ok(photos.fetch(digest))).await? {
        Ok(file) => {
            reading.with(digest, |one| one.found = Some(file));
            PhotoState::Here
        }
        Err(no) => PhotoState::Not { why: no.code() },
    })
}

/// The photo's bytes, raw, once it is here.
#[tauri::command(rename_all = "snake_case")]
pub(crate) fn inspector_photo(
    reading: State<'_, Reading>,
    digest: String,
) -> Result<Response, AppError> {
    let found = reading.with(named(Some(&digest))?, |one| one.found.clone());
    found.map(Response::new).ok_or_else(|| AppError::new("internal"))
}

/// A camera's picture of the worker's screen; the photo's digest stands in a header.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_photo_frame(
    reading: State<'_, Reading>,
    request: Request<'_>,
) -> Result<PhotoState, AppError> {
    let digest = named(header(&request, "x-photo"))?;
    let text = scanned(&request).await?;
    Ok(reading.take(digest, text.as_deref()))
}

/// A picture file of the worker's screen.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_photo_image(
    reading: State<'_, Reading>,
    request: Request<'_>,
) -> Result<PhotoState, AppError> {
    let digest = named(header(&request, "x-photo"))?;
    let file = body(&request)?;
    let text = blocking(move || Ok(scan::picture(&file)?)).await?;
    Ok(reading.take(digest, Some(&text)))
}

fn named(digest: Option<&str>) -> Result<PhotoDigest, AppError> {
    digest.unwrap_or_default().parse().map_err(|_| AppError::new("internal"))
}
