//! The windows, one a role, and which one opens.

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Parser, ValueEnum};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager, State, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::error::AppError;
use crate::{page, permissions};

/// What this device is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Role {
    /// A worker's phone.
    Worker,
    /// An inspector's tablet.
    Inspector,
}

impl Role {
    fn label(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Inspector => "inspector",
        }
    }
}

/// The digital HSE card.
#[derive(Parser, Debug)]
#[command(version)]
pub(crate) struct Args {
    /// Open this role's window.
    #[arg(long)]
    role: Option<Role>,
    /// Use the store in this folder.
    #[arg(long)]
    store: Option<PathBuf>,
    /// Let the clock start at this time (RFC 3339); for rehearsal only.
    #[cfg(any(debug_assertions, feature = "rehearsal"))]
    #[arg(long)]
    at: Option<DateTime<Utc>>,
}

impl Args {
    /// Where the clock starts, when a rehearsal says so.
    pub(crate) fn starts_at(&self) -> Option<DateTime<Utc>> {
        #[cfg(any(debug_assertions, feature = "rehearsal"))]
        return self.at;
        #[cfg(not(any(debug_assertions, feature = "rehearsal")))]
        None
    }
}

/// What the start window shows.
#[derive(Serialize)]
pub(crate) struct AppState {
    role: Option<Role>,
    version: &'static str,
    rehearsal: bool,
}

#[tauri::command]
pub(crate) fn app_state(app: AppHandle, args: State<'_, Args>) -> AppState {
    AppState {
        role: role(&app),
        version: env!("CARGO_PKG_VERSION"),
        rehearsal: args.starts_at().is_some() || args.store.is_some(),
    }
}

#[tauri::command]
pub(crate) async fn choose_role(app: AppHandle, role: Role) -> Result<(), AppError> {
    let folder = app.path().app_config_dir()?;
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("role"), role.label())?;
    open(&app, Some(role))?;
    if let Some(start) = app.get_webview_window("start") {
        start.close()?;
    }
    Ok(())
}

/// Back to the question what this device is for. What a role has stored stays.
#[tauri::command]
pub(crate) async fn forget_role(app: AppHandle, window: WebviewWindow) -> Result<(), AppError> {
    match fs::remove_file(app.path().app_config_dir()?.join("role")) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => open(&app, None)?,
    }
    Ok(window.close()?)
}

/// The role of this device: as asked for, or as chosen before.
pub(crate) fn role(app: &AppHandle) -> Option<Role> {
    let args = app.state::<Args>();
    args.role.or_else(|| {
        let chosen = fs::read_to_string(app.path().app_config_dir().ok()?.join("role")).ok()?;
        Role::from_str(chosen.trim(), true).ok()
    })
}

/// The folder of a role's store.
pub(crate) fn store(app: &AppHandle, role: Role) -> Result<PathBuf, AppError> {
    match &app.state::<Args>().store {
        Some(folder) => Ok(folder.clone()),
        None => Ok(app.path().app_data_dir()?.join(role.label())),
    }
}

/// Opens a role's window, or the first one.
pub(crate) fn open(app: &AppHandle, role: Option<Role>) -> Result<(), tauri::Error> {
    let (label, size, least) = match role {
        None => ("start", (760.0, 720.0), (320.0, 480.0)),
        Some(Role::Worker) => ("worker", (420.0, 860.0), (320.0, 480.0)),
        Some(Role::Inspector) => ("inspector", (1000.0, 760.0), (320.0, 480.0)),
    };
    let window = WebviewWindowBuilder::new(app, label, WebviewUrl::default())
        .title("HMS-kort")
        .inner_size(size.0, size.1)
        .min_inner_size(least.0, least.1)
        // A screenshot of a card is worth nothing to a thief, but a name and a number are.
        .content_protected(!cfg!(debug_assertions))
        // The page takes dropped pictures itself.
        .disable_drag_drop_handler()
        .build()?;
    page::revive(&window)?;
    permissions::answer(&window, role)
}
