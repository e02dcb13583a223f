//! Inspectors' reports, from their devices.

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::HeaderMap;
use report::{KeptReport, LONGEST, Report};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Service;
use super::body::content_type;
use super::caller::InspectorsDevice;
use super::reply::{Answer, File, Refusal, blocking};
use crate::error::IssuerError;

pub(super) fn routes() -> OpenApiRouter<Service> {
    OpenApiRouter::new()
        .routes(routes!(send, own))
        .routes(routes!(send_picture))
        .layer(DefaultBodyLimit::max(LONGEST))
}

/// Keeps the report of an inspection, at most 24 MiB. Sent again, it gets the same answer; another
/// one under its number is a conflict. The answer says which pictures are still to come.
#[utoipa::path(
    post,
    path = "/inspector/reports",
    operation_id = "send_report",
    request_body = Report,
    responses((status = 200, body = KeptReport, description = "It is kept"), Refusal)
)]
async fn send(
    State(Service { issuer, clock }): State<Service>,
    InspectorsDevice { of }: InspectorsDevice,
    headers: HeaderMap,
    body: Bytes,
) -> Answer<KeptReport> {
    if content_type(&headers) != "application/json" {
        return Err(IssuerError::ContentType("application/json"));
    }
    blocking(move || issuer.keep_report(&of, &body, clock())).await
}

/// Keeps a picture that a report names: a JPEG file of at most 4 MiB whose SHA-256 is its name.
#[utoipa::path(
    put,
    path = "/inspector/reports/{report}/pictures/{digest}",
    operation_id = "send_report_picture",
    params(
        ("report" = String, Path, description = "The report"),
        ("digest" = String, Path, description = "64 hexadecimal digits"),
    ),
    request_body(content = File, content_type = "image/jpeg"),
    responses((status = 200, body = KeptReport, description = "It is kept"), Refusal)
)]
async fn send_picture(
    State(Service { issuer, .. }): State<Service>,
    InspectorsDevice { of }: InspectorsDevice,
    Path((report, digest)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer<KeptReport> {
    if content_type(&headers) != "image/jpeg" {
        return Err(IssuerError::ContentType("image/jpeg"));
    }
    let report = report.parse().map_err(|_| IssuerError::NotFound("report"))?;
    let digest = digest.parse().map_err(|_| IssuerError::NotFound("picture"))?;
    blocking(move || issuer.keep_report_picture(&of, &report, &digest, &body)).await
}

/// The inspector's own reports, newest first; 1,000 at most.
#[utoipa::path(
    get,
    path = "/inspector/reports",
    operation_id = "own_reports",
    responses((status = 200, body = Vec<KeptReport>, description = "The reports"), Refusal)
)]
async fn own(
    State(Service { issuer, .. }): State<Service>,
    InspectorsDevice { of }: InspectorsDevice,
) -> Answer<Vec<KeptReport>> {
    blocking(move || issuer.reports_of(&of)).await
}
