//! Where files go that people ask for.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};

use crate::error::AppError;

/// Where the user keeps downloads, or else documents, or else anything.
pub(crate) fn downloads(app: &AppHandle) -> Result<PathBuf, AppError> {
    let path = app.path();
    Ok(path.download_dir().or_else(|_| path.document_dir()).or_else(|_| path.home_dir())?)
}
