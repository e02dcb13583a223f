//! The inspector's pack of small pictures.

use credential::PhotoDigest;
use inspector::{Inspector, InspectorError, Overview};
use tauri::ipc::Response;
use tauri::{AppHandle, State};

use crate::clock;
use crate::error::AppError;
use crate::open::Open;

/// Switches it on or off.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_want_pack(
    app: AppHandle,
    device: State<'_, Open<Inspector>>,
    on: bool,
) -> Result<Overview, AppError> {
    let switch = move |device: &mut Inspector| {
        device.want_pack(on)?;
        Ok(device.overview(clock::now()))
    };
    device.with(app, switch).await
}

/// The small picture's bytes, raw; none where there is none, or where this device may not look at
/// people now.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_small_picture(
    app: AppHandle,
    device: State<'_, Open<Inspector>>,
    digest: String,
) -> Result<Response, AppError> {
    let digest: PhotoDigest = digest.parse().map_err(|_| AppError::new("internal"))?;
    let picture = move |device: &mut Inspector| match device.small_picture(digest, clock::now()) {
        Err(InspectorError::Locked | InspectorError::NoIndex | InspectorError::Revoked) => Ok(None),
        found => Ok(found?),
    };
    Ok(Response::new(device.with(app, picture).await?.unwrap_or_default()))
}
