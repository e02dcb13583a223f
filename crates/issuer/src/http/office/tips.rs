//! Customers' tips, for the office.

use axum::extract::{Path, State};
use wire::{KeptTip, SetTipStatus};

use crate::Whom;
use crate::http::Service;
use crate::http::body::Json;
use crate::http::caller::{Caller, Office};
use crate::http::reply::{Answer, Refusal, blocking};

/// The newest tips, 1,000 at most.
#[utoipa::path(
    get,
    path = "/office/tips",
    operation_id = "list_tips",
    responses((status = 200, body = Vec<KeptTip>, description = "The tips"), Refusal)
)]
pub(crate) async fn list(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
) -> Answer<Vec<KeptTip>> {
    blocking(move || {
        caller.sees(&issuer, Whom::Tips, "", clock())?;
        issuer.tips(None)
    })
    .await
}

/// Says what was done with a tip.
#[utoipa::path(
    post,
    path = "/office/tips/{tip}/status",
    operation_id = "set_tip_status",
    params(("tip" = String, Path, description = "The tip")),
    request_body = SetTipStatus,
    responses((status = 200, body = SetTipStatus, description = "What was done"), Refusal)
)]
pub(crate) async fn set_status(
    State(Service { issuer, .. }): State<Service>,
    _: Office,
    Path(tip): Path<String>,
    Json(set): Json<SetTipStatus>,
) -> Answer<SetTipStatus> {
    blocking(move || {
        issuer.set_tip_status(&tip, set.status)?;
        Ok(set)
    })
    .await
}
