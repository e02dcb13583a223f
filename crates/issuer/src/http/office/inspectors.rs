//! Inspectors.

use axum::extract::State;
use wire::{InviteInspector, Link, RevokeInspector};

use crate::http::Service;
use crate::http::body::Json;
use crate::http::caller::Office;
use crate::http::reply::{Answer, Refusal, blocking};

/// Makes a one-time link for an inspector's device.
#[utoipa::path(
    post,
    operation_id = "invite_inspector",
    path = "/office/inspectors",
    request_body = InviteInspector,
    responses((status = 200, body = Link, description = "The link"), Refusal)
)]
pub(crate) async fn invite(
    State(Service { issuer, clock }): State<Service>,
    Office { by }: Office,
    Json(InviteInspector { name, authority }): Json<InviteInspector>,
) -> Answer<Link> {
    blocking(move || {
        let link = issuer.enrol_inspector(name.as_str(), &authority, &by, clock())?;
        super::link(&link)
    })
    .await
}

/// Revokes an inspector's devices and unused links.
#[utoipa::path(
    post,
    operation_id = "revoke_inspector",
    path = "/office/inspectors/revoke",
    request_body = RevokeInspector,
    responses((status = 200, body = RevokeInspector, description = "The inspector"), Refusal)
)]
pub(crate) async fn revoke(
    State(Service { issuer, clock }): State<Service>,
    _: Office,
    Json(inspector): Json<RevokeInspector>,
) -> Answer<RevokeInspector> {
    blocking(move || {
        issuer.revoke_inspector(inspector.name.as_str(), clock())?;
        Ok(inspector)
    })
    .await
}
