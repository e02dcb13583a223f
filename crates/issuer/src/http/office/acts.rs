//! Inspectors' acts, for the office, which is Arbeidstilsynet's.

use axum::extract::State;
use chrono::{DateTime, Utc};
use wire::{Act, ActId, KeptAct, Note, NoteOnAct, OfficeAct};

use crate::error::IssuerError;
use crate::http::body::Json;
use crate::http::caller::{Caller, Office};
use crate::http::named::Named;
use crate::http::reply::{Answer, Refusal, blocking};
use crate::http::{Service, acts};
use crate::{InspectorName, Issuer, Whom};

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
    State(service): State<Service>,
    Office { by }: Office,
    caller: Caller,
    Json(act): Json<Act>,
) -> Answer<KeptAct> {
    acts::does(service, InspectorName::of_office(&by), caller, act).await
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
    State(service): State<Service>,
    office: Office,
    caller: Caller,
    Named(act): Named<ActId>,
    Json(NoteOnAct { note }): Json<NoteOnAct>,
) -> Answer<OfficeAct> {
    change(service, (office, caller), act, note, Issuer::undo_act).await
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
    State(service): State<Service>,
    office: Office,
    caller: Caller,
    Named(act): Named<ActId>,
    Json(NoteOnAct { note }): Json<NoteOnAct>,
) -> Answer<OfficeAct> {
    change(service, (office, caller), act, note, Issuer::note_complaint).await
}

type Change = fn(&Issuer, &ActId, &Note, &str, DateTime<Utc>) -> Result<OfficeAct, IssuerError>;

/// Changes how an act stands; the log has whose card it is.
async fn change(
    Service { issuer, clock }: Service,
    (Office { by }, caller): (Office, Caller),
    act: ActId,
    note: Note,
    change: Change,
) -> Answer<OfficeAct> {
    blocking(move || {
        let now = clock();
        let act = change(&issuer, &act, &note, &by, now)?;
        caller.sees(&issuer, Whom::Card(act.kept.act.card_number), "", now)?;
        Ok(act)
    })
    .await
}
