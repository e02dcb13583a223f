//! The inspector's inspections. Each change is in the store before it is answered.

use card::{CardNumber, EmploymentId, OrganisationNumber};
use chrono::{DateTime, Utc};
use inspection::{InspectionId, MetId, Note, PictureDigest};
use inspector::inspection::{Begin, EntryChange, InspectionLine, InspectionView, News, Put, Told};
use inspector::{InspectionError, Inspector};
use serde::Serialize;
use tauri::ipc::{Request, Response};
use tauri::{AppHandle, State};

use crate::clock;
use crate::error::AppError;
use crate::frame::{body, header};
use crate::open::Open;

type Device = Open<Inspector>;

/// All there is; nothing while the device may not show it.
#[derive(Default, Serialize)]
pub(crate) struct Inspections {
    locked: bool,
    open: Option<InspectionView>,
    kept: Vec<InspectionLine>,
    last: Option<Begin>,
    news: Vec<News>,
}

impl Inspections {
    fn of(device: &mut Inspector, now: DateTime<Utc>) -> Result<Self, InspectionError> {
        let open = match device.open_inspection(now) {
            Err(InspectionError::Locked) => {
                return Ok(Self { locked: true, ..Self::default() });
            }
            open => open?,
        };
        let (kept, last) = (device.inspections(now)?, device.begun_last()?);
        Ok(Self { locked: false, open, kept, last, news: device.news(now)? })
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspections(
    app: AppHandle,
    device: State<'_, Device>,
) -> Result<Inspections, AppError> {
    device.with(app, |device| Ok(Inspections::of(device, clock::now())?)).await
}

/// Does it, and answers with all there is.
async fn then_all(
    app: AppHandle,
    device: State<'_, Device>,
    work: impl FnOnce(&mut Inspector, DateTime<Utc>) -> Result<(), InspectionError> + Send + 'static,
) -> Result<Inspections, AppError> {
    device
        .with(app, |device| {
            let now = clock::now();
            work(device, now)?;
            Ok(Inspections::of(device, now)?)
        })
        .await
}

/// Does it, and answers with the inspection.
async fn then_one(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    work: impl FnOnce(&mut Inspector, &InspectionId) -> Result<(), InspectionError> + Send + 'static,
) -> Result<InspectionView, AppError> {
    device
        .with(app, move |device| {
            work(device, &id)?;
            Ok(device.inspection(&id, clock::now())?)
        })
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_begin(
    app: AppHandle,
    device: State<'_, Device>,
    begin: Begin,
) -> Result<Inspections, AppError> {
    then_all(app, device, move |device, now| device.begin(&begin, now).map(drop)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_pause(
    app: AppHandle,
    device: State<'_, Device>,
) -> Result<Inspections, AppError> {
    then_all(app, device, |device, _| device.pause()).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_resume(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
) -> Result<Inspections, AppError> {
    then_all(app, device, move |device, now| device.resume(&id, now)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_end(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
) -> Result<Inspections, AppError> {
    then_all(app, device, move |device, now| device.end(&id, now)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_discard(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
) -> Result<Inspections, AppError> {
    then_all(app, device, move |device, _| device.discard(&id)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_news_seen(
    app: AppHandle,
    device: State<'_, Device>,
    seen: Vec<MetId>,
) -> Result<Inspections, AppError> {
    then_all(app, device, move |device, _| device.news_seen(&seen)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_view(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
) -> Result<InspectionView, AppError> {
    then_one(app, device, id, |_, _| Ok(())).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_note(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    note: String,
) -> Result<InspectionView, AppError> {
    then_one(app, device, id, move |device, id| {
        let note: Option<Note> = match note.trim() {
            "" => None,
            note => Some(note.parse()?),
        };
        device.note_on(id, note)
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_look_at(
    app: AppHandle,
    device: State<'_, Device>,
    entry: Option<MetId>,
) -> Result<(), AppError> {
    device.with(app, move |device| Ok(device.look_at(entry.as_ref())?)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_expect(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    employer: Option<OrganisationNumber>,
) -> Result<InspectionView, AppError> {
    then_one(app, device, id, move |device, id| device.expect_employer(id, employer)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_meet_known(
    app: AppHandle,
    device: State<'_, Device>,
    card: CardNumber,
    employment: Option<EmploymentId>,
) -> Result<Put, AppError> {
    let now = clock::now();
    device.with(app, move |device| Ok(device.meet_known(card, employment.as_ref(), now)?)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_meet_told(
    app: AppHandle,
    device: State<'_, Device>,
    told: Told,
) -> Result<Put, AppError> {
    device.with(app, move |device| Ok(device.meet_told(told, clock::now())?)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_change(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    entry: MetId,
    change: EntryChange,
) -> Result<InspectionView, AppError> {
    then_one(app, device, id, move |device, _| device.change_entry(&entry, change)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_remove(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    entry: MetId,
) -> Result<InspectionView, AppError> {
    then_one(app, device, id, move |device, _| device.remove_entry(&entry)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_restore(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    entry: MetId,
) -> Result<InspectionView, AppError> {
    then_one(app, device, id, move |device, _| device.restore_entry(&entry)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_add_picture(
    app: AppHandle,
    device: State<'_, Device>,
    request: Request<'_>,
) -> Result<InspectionView, AppError> {
    let id = header(&request, "x-inspection").and_then(|id| id.parse().ok());
    let (id, file) = (id.ok_or_else(|| AppError::new("internal"))?, body(&request)?);
    then_one(app, device, id, move |device, id| {
        device.add_picture(id, &file, "", clock::now()).map(drop)
    })
    .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_caption(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    picture: PictureDigest,
    caption: String,
) -> Result<InspectionView, AppError> {
    then_one(app, device, id, move |device, id| device.caption_picture(id, &picture, &caption))
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_remove_picture(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    picture: PictureDigest,
) -> Result<InspectionView, AppError> {
    then_one(app, device, id, move |device, id| device.remove_picture(id, &picture)).await
}

/// A picture's file.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspection_picture(
    app: AppHandle,
    device: State<'_, Device>,
    id: InspectionId,
    picture: PictureDigest,
) -> Result<Response, AppError> {
    let now = clock::now();
    device.with(app, move |device| Ok(Response::new(device.picture(&id, &picture, now)?))).await
}
