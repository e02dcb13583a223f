//! The inspector's acts.

use card::{ActKind, CardNumber, CompanyName, Ground, Industry, OrganisationNumber, PersonName};
use inspector::act::{ActView, Decision};
use inspector::{Inspector, InspectorError};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, State};
use wire::{ActId, ActOn};

use crate::clock;
use crate::error::AppError;
use crate::open::Open;

type Device = Open<Inspector>;

/// What may be decided here, and what was.
#[derive(Serialize)]
pub(crate) struct Acts {
    may: Vec<May>,
    need_note: Vec<Ground>,
    acts: Vec<ActView>,
}

/// An act that this inspector may do, and its grounds.
#[derive(Serialize)]
struct May {
    kind: ActKind,
    grounds: Vec<Ground>,
}

/// The same after sending.
#[derive(Serialize)]
pub(crate) struct Sent {
    contact: bool,
    #[serde(flatten)]
    acts: Acts,
}

/// What was decided in front of a card.
#[derive(Deserialize)]
pub(crate) struct Decided {
    kind: ActKind,
    card: Card,
    ground: Ground,
    note: Option<String>,
}

/// The card, as the verdict showed it.
#[derive(Deserialize)]
struct Card {
    number: CardNumber,
    holder: PersonName,
    company: CompanyName,
    organisation_number: OrganisationNumber,
    sub_unit: OrganisationNumber,
    industry: Industry,
}

impl Acts {
    fn of(device: &mut Inspector) -> Result<Self, InspectorError> {
        let fitting = |kind| Ground::ALL.iter().copied().filter(move |ground| ground.fits(kind));
        let may = device.may().into_iter();
        Ok(Self {
            may: may.map(|kind| May { kind, grounds: fitting(kind).collect() }).collect(),
            need_note: Ground::ALL.iter().copied().filter(|ground| ground.needs_note()).collect(),
            acts: device.acts()?,
        })
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_acts(
    app: AppHandle,
    device: State<'_, Device>,
) -> Result<Acts, AppError> {
    device.with(app, |device| Ok(Acts::of(device)?)).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_decide(
    app: AppHandle,
    device: State<'_, Device>,
    decision: Decided,
) -> Result<Acts, AppError> {
    let Decided { kind, card, ground, note } = decision;
    let note = note.map(TryInto::try_into).transpose();
    let note = note.map_err(|_| AppError::new("act_unfit"))?;
    let employment = (kind == ActKind::RemoveEmployment).then_some(ActOn {
        organisation_number: card.organisation_number,
        sub_unit: Some(card.sub_unit),
        industry: Some(card.industry),
        status_index: None,
    });
    let decision = Decision {
        kind,
        card_number: card.number,
        employment,
        ground,
        note,
        holder: Some(card.holder),
        company: Some(card.company),
    };
    device
        .with(app, move |device| {
            device.decide(decision, clock::now())?;
            Ok(Acts::of(device)?)
        })
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_take_back(
    app: AppHandle,
    device: State<'_, Device>,
    id: ActId,
) -> Result<Acts, AppError> {
    device
        .with(app, move |device| {
            device.take_back(&id)?;
            Ok(Acts::of(device)?)
        })
        .await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn inspector_send_acts(
    app: AppHandle,
    device: State<'_, Device>,
) -> Result<Sent, AppError> {
    device
        .with(app, |device| {
            let contact = device.send_acts(clock::now())?.contact;
            Ok(Sent { contact, acts: Acts::of(device)? })
        })
        .await
}
