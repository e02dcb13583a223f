//! What those who run the service see of it: counters, readiness, and a line in the log for each
//! answer.
//!
//! **Threat.** A log that tells who was checked. So a line has the route with its placeholders,
//! never the address that was asked for, and nothing of a body, a token or a caller.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};

use super::reply::run;
use super::{Clock, Service};
use crate::error::IssuerError;
use crate::{Issuer, Readiness};

/// `OpenMetrics` 1.0.
const TEXT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Counters and readiness, for a listener that only those who run the service reach.
pub fn operations(issuer: Arc<Issuer>, clock: Clock) -> Router {
    Router::new()
        .route("/health", get(async || "ok"))
        .route("/ready", get(ready))
        .route("/metrics", get(metrics))
        .with_state(Service { issuer, clock })
}

/// Says whether the service can do its work: 503 when it can't, and what is missing.
#[utoipa::path(
    get,
    path = "/ready",
    responses(
        (status = 200, body = Readiness, description = "It can"),
        (status = 503, body = Readiness, description = "It can't")
    )
)]
pub(super) async fn ready(
    State(Service { issuer, clock }): State<Service>,
) -> Result<(StatusCode, Json<Readiness>), IssuerError> {
    let readiness = run(move || Ok(issuer.readiness(clock()))).await?;
    let status = if readiness.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    Ok((status, Json(readiness)))
}

async fn metrics(
    State(Service { issuer, clock }): State<Service>,
) -> Result<impl IntoResponse, IssuerError> {
    let text = run(move || issuer.measured(clock())).await?;
    Ok(([(header::CONTENT_TYPE, TEXT)], text))
}

/// Counts and logs each answer.
pub(super) async fn watch(
    State(service): State<Service>,
    path: Option<MatchedPath>,
    request: Request,
    next: Next,
) -> Response {
    let began = Instant::now();
    // A stranger's method could be any word.
    let method = match request.method().as_str() {
        known @ ("GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "PATCH" | "OPTIONS") => known,
        _ => "other",
    };
    let method = method.to_owned();
    let answer = next.run(request).await;
    let (route, status) = (path.as_ref().map_or("none", MatchedPath::as_str), answer.status());
    let took = began.elapsed();
    service.issuer.metrics.answered(&method, route, status.as_u16(), took);
    let (status, milliseconds) = (status.as_u16(), took.as_secs_f64() * 1_000.0);
    if status >= 500 {
        tracing::error!(method, route, status, milliseconds, "answered");
    } else {
        tracing::info!(method, route, status, milliseconds, "answered");
    }
    answer
}
