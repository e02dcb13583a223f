//! Inspectors' reports, for the office.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use report::{OfficeReport, Report};

use crate::Whom;
use crate::error::IssuerError;
use crate::http::Service;
use crate::http::caller::Caller;
use crate::http::reply::{Answer, File, Refusal, blocking, run};

/// The newest reports, 1,000 at most.
#[utoipa::path(
    get,
    path = "/office/reports",
    operation_id = "list_reports",
    responses((status = 200, body = Vec<OfficeReport>, description = "The reports"), Refusal)
)]
pub(crate) async fn list(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
) -> Answer<Vec<OfficeReport>> {
    blocking(move || {
        caller.sees(&issuer, Whom::Reports, "", clock())?;
        issuer.reports()
    })
    .await
}

/// A report, byte for byte as it was sent.
#[utoipa::path(
    get,
    path = "/office/reports/{report}",
    operation_id = "get_report",
    params(("report" = String, Path, description = "The report")),
    responses((status = 200, body = Report, description = "The report"), Refusal)
)]
pub(crate) async fn get(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    Path(report): Path<String>,
) -> Result<impl IntoResponse, IssuerError> {
    let id = report.parse().map_err(|_| IssuerError::NotFound("report"))?;
    let whole = run(move || caller.sees_report(&issuer, &id, clock())).await?;
    let head = [(header::CACHE_CONTROL, "no-store"), (header::CONTENT_TYPE, "application/json")];
    Ok((head, whole.body))
}

/// A picture of a report.
#[utoipa::path(
    get,
    path = "/office/reports/{report}/pictures/{digest}",
    operation_id = "get_report_picture",
    params(
        ("report" = String, Path, description = "The report"),
        ("digest" = String, Path, description = "64 hexadecimal digits"),
    ),
    responses((status = 200, body = File, content_type = "image/jpeg", description = "A JPEG file"), Refusal)
)]
pub(crate) async fn picture(
    State(Service { issuer, clock }): State<Service>,
    caller: Caller,
    Path((report, digest)): Path<(String, String)>,
) -> Result<impl IntoResponse, IssuerError> {
    let report = report.parse().map_err(|_| IssuerError::NotFound("report"))?;
    let digest = digest.parse().map_err(|_| IssuerError::NotFound("picture"))?;
    let file = run(move || {
        let file = issuer.report_picture(&report, &digest)?;
        caller.sees(&issuer, Whom::Reports, &format!("report {report}"), clock())?;
        Ok(file)
    })
    .await?;
    Ok(([(header::CACHE_CONTROL, "no-store"), (header::CONTENT_TYPE, "image/jpeg")], file))
}
