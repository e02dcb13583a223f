//! Tips, from anybody.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, State};
use axum::http::StatusCode;
use wire::Tip;

use super::Service;
use super::body::Json;
use super::reply::{Refusal, run};
use crate::error::IssuerError;

/// Keeps a tip for the office. The same tip again is kept once.
#[utoipa::path(
    post,
    path = "/tips",
    operation_id = "send_tip",
    request_body = Tip,
    responses((status = 204, description = "It is kept"), Refusal)
)]
pub(super) async fn send(
    State(Service { issuer, clock }): State<Service>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    Json(tip): Json<Tip>,
) -> Result<StatusCode, IssuerError> {
    run(move || issuer.keep_tip(&tip, from.ip(), clock())).await?;
    Ok(StatusCode::NO_CONTENT)
}
