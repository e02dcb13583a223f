//! Inspectors' acts, from their devices.

use axum::extract::State;
use wire::{Act, KeptAct};

use super::Service;
use super::body::Json;
use super::caller::{Caller, InspectorsDevice};
use super::reply::{Answer, Refusal, blocking};
use crate::{InspectorName, Whom};

/// Removes an employment from a card, or seizes it, and publishes. Sent again, an act gets the
/// same answer and nothing is done.
#[utoipa::path(
    post,
    path = "/inspector/acts",
    operation_id = "act",
    request_body = Act,
    responses((status = 200, body = KeptAct, description = "What became of it; also when there was nothing left to do"), Refusal)
)]
pub(super) async fn act(
    State(service): State<Service>,
    InspectorsDevice { of }: InspectorsDevice,
    caller: Caller,
    Json(act): Json<Act>,
) -> Answer<KeptAct> {
    does(service, of, caller, act).await
}

/// Does an act, after the log has whose card it is.
pub(super) async fn does(
    Service { issuer, clock }: Service,
    of: InspectorName,
    caller: Caller,
    act: Act,
) -> Answer<KeptAct> {
    blocking(move || {
        let now = clock();
        caller.sees(&issuer, Whom::Card(act.card_number), act.kind.as_str(), now)?;
        issuer.act(&of, &act, now)
    })
    .await
}

/// The inspector's own acts and what became of them, newest first; 1,000 at most.
#[utoipa::path(
    get,
    path = "/inspector/acts",
    operation_id = "own_acts",
    responses((status = 200, body = Vec<KeptAct>, description = "The acts"), Refusal)
)]
pub(super) async fn own(
    State(Service { issuer, .. }): State<Service>,
    InspectorsDevice { of }: InspectorsDevice,
) -> Answer<Vec<KeptAct>> {
    blocking(move || issuer.acts_of(&of)).await
}
