//! The company, and who acts for it.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use wire::{Colleague, Delegate, EmployersCompany};

use super::Company;
use crate::authority::Acting;
use crate::error::IssuerError;
use crate::http::body::Json;
use crate::http::reply::{Answer, Refusal, blocking, run};
use crate::http::{Outside, Service};

/// The company. Enhetsregisteret is asked first, if it wasn't today.
#[utoipa::path(
    get,
    operation_id = "employers_company",
    path = "/employer/companies/{company}",
    params(Company),
    responses((status = 200, body = EmployersCompany, description = "The company"), Refusal)
)]
pub(crate) async fn show(
    State(service): State<Service>,
    Extension(outside): Extension<Arc<Outside>>,
    acting: Acting,
) -> Answer<EmployersCompany> {
    outside.refresh(&service, acting.company).await?;
    let issuer = service.issuer;
    blocking(move || issuer.employers_company(&acting)).await
}

/// Those who may act for the company.
#[utoipa::path(
    get,
    operation_id = "colleagues",
    path = "/employer/companies/{company}/colleagues",
    params(Company),
    responses((status = 200, body = Vec<Colleague>, description = "Who may"), Refusal)
)]
pub(crate) async fn colleagues(
    State(Service { issuer, clock }): State<Service>,
    acting: Acting,
) -> Answer<Vec<Colleague>> {
    blocking(move || issuer.colleagues(&acting, clock())).await
}

/// Lets a colleague act for the company, for a time.
#[utoipa::path(
    post,
    operation_id = "delegate",
    path = "/employer/companies/{company}/colleagues",
    params(Company),
    request_body = Delegate,
    responses((status = 200, body = Vec<Colleague>, description = "Who may now"), Refusal)
)]
pub(crate) async fn delegate(
    State(Service { issuer, clock }): State<Service>,
    acting: Acting,
    Json(Delegate { national_id, name, until }): Json<Delegate>,
) -> Answer<Vec<Colleague>> {
    blocking(move || {
        issuer.delegate(&acting, (&national_id, &name), until, clock())?;
        issuer.colleagues(&acting, clock())
    })
    .await
}

/// Takes a delegation back.
#[utoipa::path(
    delete,
    operation_id = "end_delegation",
    path = "/employer/companies/{company}/colleagues/{id}",
    params(
        Company,
        ("id" = String, Path, description = "The permission"),
    ),
    responses((status = 204, description = "It is taken back"), Refusal)
)]
pub(crate) async fn end_delegation(
    State(Service { issuer, clock }): State<Service>,
    acting: Acting,
    Path((_, id)): Path<(String, String)>,
) -> Result<StatusCode, IssuerError> {
    let id = id.parse().map_err(|_| IssuerError::NotFound("delegation"))?;
    run(move || issuer.end_delegation(&acting, id, clock())).await?;
    Ok(StatusCode::NO_CONTENT)
}
