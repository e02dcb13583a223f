//! Inspectors' acts, for the office, which is Arbeidstilsynet's.

use axum::extract::{Path, State};
use wire::{Act, ActId, KeptAct, NoteOnAct, OfficeAct};

use crate::error::IssuerError;
use crate::http::Service;
use crate::http::body::Json;
use crate::http::caller::{Caller, Office};
use crate::http::reply::{Answer, Refusal, blocking};
use crate::{InspectorName, Whom};

/// All acts, newest first; 1,000 at most.
#[utoipa::path(
    get,
    path = "/office/acts",
    operation_id = "list_acts",
    responses((status = 200, body = Vec<OfficeAct>, description = "The acts"), Refusal)
)]
pub(crate) async fn list(
    State(Service { issuer, .. }): State<Service>,
    _: Office,
) -> Answer<Vec<OfficeAct>> {
    blocking(move || issuer.acts(None)).await
}

/// Does an act from the office, which may do what Arbeidstilsynet's inspectors may.
#[utoipa::path(
    post,
    path = "/office/acts",
    operation_id = "office_act",
    request_body = Act,
    responses((status = 200, body = KeptAct, description = "What became of it"), Refusal)
)]
pub(crate) async fn act(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    caller: Caller,
    Json(act): Json<Act>,
) -> Answer<KeptAct> {
    blocking(move || {
        let now = clock();
        caller.sees(&issuer, Whom::Card(act.card_number), act.kind.as_str(), now)?;
        issuer.act(&InspectorName::of_office(&by), &act, now)
    })
    .await
}

/// Undoes an act for a reason, and publishes.
#[utoipa::path(
    post,
    path = "/office/acts/{act}/undo",
    operation_id = "undo_act",
    params(("act" = String, Path, description = "The act")),
    request_body = NoteOnAct,
    responses((status = 200, body = OfficeAct, description = "The act"), Refusal)
)]
pub(crate) async fn undo(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    caller: Caller,
    Path(act): Path<String>,
    Json(NoteOnAct { note }): Json<NoteOnAct>,
) -> Answer<OfficeAct> {
    let act = parse(&act)?;
    blocking(move || {
        let now = clock();
        let act = issuer.undo_act(&act, &note, &by, now)?;
        caller.sees(&issuer, Whom::Card(act.kept.act.card_number), "", now)?;
        Ok(act)
    })
    .await
}

/// Notes a complaint against an act.
#[utoipa::path(
    post,
    path = "/office/acts/{act}/complaint",
    operation_id = "note_complaint",
    params(("act" = String, Path, description = "The act")),
    request_body = NoteOnAct,
    responses((status = 200, body = OfficeAct, description = "The act"), Refusal)
)]
pub(crate) async fn complaint(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    caller: Caller,
    Path(act): Path<String>,
    Json(NoteOnAct { note }): Json<NoteOnAct>,
) -> Answer<OfficeAct> {
    let act = parse(&act)?;
    blocking(move || {
        let now = clock();
        let act = issuer.note_complaint(&act, &note, &by, now)?;
        caller.sees(&issuer, Whom::Card(act.kept.act.card_number), "", now)?;
        Ok(act)
    })
    .await
}

fn parse(act: &str) -> Result<ActId, IssuerError> {
    act.parse().map_err(|_| IssuerError::NotFound("act"))
}
