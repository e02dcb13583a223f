//! The service: all routes, and how answers and errors go out.

mod body;
mod devices;
mod key_set;
mod office;
mod photos;
mod reply;
mod token;

use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::map_response;
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use tokio::net::TcpListener;
use wire::route;

use crate::Issuer;
use crate::error::IssuerError;

/// The service's clock; tests set it.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// Largest request body in bytes; the largest real one has under 1 KiB.
const MAX_BODY: usize = 16 * 1024;

#[derive(Clone)]
pub(crate) struct Service {
    pub(crate) issuer: Arc<Issuer>,
    pub(crate) clock: Clock,
}

/// All routes.
pub fn router(issuer: Arc<Issuer>, clock: Clock) -> Router {
    Router::new()
        .route("/health", get(async || "ok"))
        .route(route::WALLET_ENROL, post(devices::enrol_wallet))
        .route(route::WALLET_REFRESH, post(devices::refresh_wallet))
        .route(route::INSPECTOR_ENROL, post(devices::enrol_inspector))
        .route(route::CHECK_TYPED, post(devices::check_typed))
        .route("/key-set/head.cbor", get(key_set::head))
        .route("/key-set/root/{file}", get(key_set::root))
        .route("/key-set/status/{file}", get(key_set::status))
        .route("/key-set/reasons/{file}", get(key_set::reasons))
        .merge(office::routes())
        .fallback(async || IssuerError::NotFound("address"))
        .method_not_allowed_fallback(async || IssuerError::MethodNotAllowed)
        .route(&format!("{}/{{digest}}", route::PHOTOS), get(photos::photo))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(map_response(reply::finish))
        .with_state(Service { issuer, clock })
}

/// Serves until `stop`, then lets what is under way finish.
///
/// # Errors
/// The listener.
pub async fn serve(
    issuer: Arc<Issuer>,
    listener: TcpListener,
    clock: Clock,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    axum::serve(listener, router(issuer, clock)).with_graceful_shutdown(stop).await
}
