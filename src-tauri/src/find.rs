//! The inspector's look-ups. Nothing of them is kept.

use card::{CardNumber, OrganisationNumber};
use inspector::{About, Found, Inspector, PersonView};
use tauri::{AppHandle, State};

use crate::clock;
use crate::error::AppError;
use crate::open::Open;

type Device = Open<Inspector>;

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_find(
    app: AppHandle,
    device: State<'_, Device>,
    asked: String,
) -> Result<Found, AppError> {
    device.with(app, move |device| Ok(device.find(&asked, clock::now())?)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_workers(
    app: AppHandle,
    device: State<'_, Device>,
    unit: OrganisationNumber,
    skip: u32,
) -> Result<Found, AppError> {
    device.with(app, move |device| Ok(device.workers(unit, skip, clock::now())?)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_person(
    app: AppHandle,
    device: State<'_, Device>,
    card: CardNumber,
    about: About,
) -> Result<Option<PersonView>, AppError> {
    device.with(app, move |device| Ok(device.person(card, &about, clock::now())?)).await
}
