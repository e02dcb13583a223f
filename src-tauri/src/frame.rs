//! Codes on their way to the screen, and pictures on their way from it.

use inspector::{InspectorError, scan};
use presentation::{Frame, QrMatrix};
use serde::Serialize;
use tauri::ipc::{InvokeBody, Request};

use crate::error::AppError;
use crate::open::blocking;

/// A code, and when it is on the screen.
#[derive(Serialize)]
pub(crate) struct ShownFrame {
    qr: ShownQr,
    from: i64,
    until: i64,
}

/// The dark modules of a code.
#[derive(Serialize)]
pub(crate) struct ShownQr {
    size: usize,
    path: String,
}

impl ShownQr {
    pub(crate) fn of(qr: &QrMatrix) -> Self {
        Self { size: qr.size(), path: qr.svg_path() }
    }
}

impl ShownFrame {
    pub(crate) fn of(frame: &Frame) -> Result<Self, AppError> {
        Ok(Self {
            qr: ShownQr::of(&frame.qr()?),
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

pub(crate) fn header<'r>(request: &'r Request<'_>, name: &str) -> Option<&'r str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

/// The text of the code in a camera's picture, 8-bit grey, whose size stands in the headers.
pub(crate) async fn scanned(request: &Request<'_>) -> Result<Option<String>, AppError> {
    let side = |name| header(request, name).and_then(|text| text.parse().ok()).unwrap_or(0);
    let (width, height) = (side("x-width"), side("x-height"));
    let luma = body(request)?;
    blocking(move || Ok(scan::frame(luma, width, height).map_err(InspectorError::from)?)).await
}
