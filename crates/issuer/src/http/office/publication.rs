//! Publishing on demand.

use axum::extract::State;
use wire::Published;

use crate::Snapshot;
use crate::http::Service;
use crate::http::caller::Office;
use crate::http::reply::{Answer, Refusal, blocking};

/// Publishes the key set now.
#[utoipa::path(
    post,
    operation_id = "publish",
    path = "/office/publication",
    responses((status = 200, body = Published, description = "The key set"), Refusal)
)]
pub(crate) async fn publish(
    State(Service { issuer, clock }): State<Service>,
    _: Office,
) -> Answer<Published> {
    blocking(move || {
        Ok(Published { version: issuer.publish_with(Snapshot::WhenItIsTime, clock())? })
    })
    .await
}
