//! The report of an inspection that has ended: seen, saved, sent.

use std::path::PathBuf;

use card::Language;
use inspection::InspectionId;
use inspector::Inspector;
use inspector::report::{ReportError, ReportView};
use serde::Deserialize;
use tauri::ipc::Request;
use tauri::{AppHandle, State};

use crate::clock;
use crate::downloads::downloads;
use crate::error::AppError;
use crate::frame::{body, header};
use crate::open::Open;

type Device = Open<Inspector>;

/// What kind of file.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Format {
    Pdf,
    Csv,
    Json,
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// Does it, and answers with the report.
async fn then_view(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    work: impl FnOnce(&mut Inspector, &InspectionId) -> Result<(), ReportError> + Send + 'static,
) -> Result<ReportView, AppError> {
    device
        .with(app, move |device| {
            work(device, &id)?;
            Ok(device.report_view(&id, clock::now())?)
        })
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_view(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
) -> Result<ReportView, AppError> {
    then_view(app, device, id, |_, _| Ok(())).await
}

/// Takes the site's crew list, the file as it is.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_crew_list(
    app: AppHandle,
    device: State<'_, Device>,
    request: Request<'_>,
) -> Result<ReportView, AppError> {
    let id = header(&request, "x-inspection").and_then(|id| id.parse().ok());
    let (id, file) = (id.ok_or_else(|| AppError::new("internal"))?, body(&request)?);
    then_view(app, device, id, move |device, id| {
        device.set_crew_list(id, Some(&file), clock::now())
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_no_crew_list(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
) -> Result<ReportView, AppError> {
    then_view(app, device, id, |device, id| device.set_crew_list(id, None, clock::now())).await
}

/// Writes the report where the user keeps downloads, and says which file.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_save(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    format: Format,
    language: Language,
) -> Result<PathBuf, AppError> {
    let folder = downloads(&app)?;
    device
        .with(app, move |device| {
            let now = clock::now();
            let report = device.report(&id, now)?;
            let file = match format {
                Format::Pdf => {
                    let pictures = device.report_pictures(&report, now)?;
                    report.pdf(language, &pictures).map_err(ReportError::from)?
                }
                Format::Csv => report.csv(language),
                Format::Json => report.to_file(),
            };
            std::fs::create_dir_all(&folder)?;
            let time = now.format("%Y-%m-%d-%H%M%S");
            let path = folder.join(format!("hms-tilsyn-{time}.{}", format.ending()));
            std::fs::write(&path, file)?;
            Ok(path)
        })
        .await
}

/// Has the report wait, and sends what waits.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_send(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
) -> Result<ReportView, AppError> {
    // Beside what is open, so that checks go on while pictures are sent.
    device
        .beside(app, move |device| {
            let now = clock::now();
            match device.queue_report(&id, now) {
                Ok(()) | Err(ReportError::Waiting) => {}
                Err(error) => return Err(error.into()),
            }
            device.send_reports(now)?;
            Ok(device.report_view(&id, now)?)
        })
        .await
}
