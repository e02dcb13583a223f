//! Publishing on demand.

use axum::extract::State;
use wire::Published;

use crate::http::Service;
use crate::http::reply::{Answer, blocking};
use crate::http::token::Office;

pub(crate) async fn publish(
    State(Service { issuer, clock }): State<Service>,
    _: Office,
) -> Answer<Published> {
    blocking(move || Ok(Published { version: issuer.publish(clock())? })).await
}
